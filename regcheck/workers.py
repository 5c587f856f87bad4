"""Worker processes, one job each at a time: a job that hangs or crashes costs only itself."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Generic, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

#: How often the caller hears what is being worked on, in seconds.
TICK_S = 0.5
#: How often an idle worker makes sure that somebody still waits for it, in seconds.
ALIVE_S = 5.0
#: Jobs handed out ahead of the one whose result is wanted; bounds the memory of a batch.
AHEAD = 16
#: A process may die for lack of memory that another one took; its job gets a second chance.
TRIES = 2

SLOW, DIED, FAULT = "slow", "died", "fault"


@dataclass(frozen=True, slots=True)
class Lost:
    """A job without a result.

    ``kind`` is ``slow`` (over the time limit), ``died`` (its process ended) or ``fault`` (an
    error of the program, named in ``detail``).
    """

    kind: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Crew(Generic[Job, Result]):
    """How jobs are done: by which function, by how many processes, within how many seconds each.

    ``memory_mb`` bounds what a process may take, where the system can bound it (not on Windows); 0
    is no bound. A job that needs more ends as one that died or failed.

    ``watch`` is called about twice a second with the jobs in hand and the seconds each has taken.
    """

    task: Callable[[Job], Result]
    workers: int
    limit_s: float
    memory_mb: int = 0
    watch: Callable[[Sequence[tuple[Job, float]]], None] | None = None

    def run(self, jobs: Sequence[Job]) -> Iterator[Result | Lost]:
        """Do the jobs and yield what each gave, in their order.

        Every process is ended when the iterator is exhausted or closed.
        """
        shift = Shift(self, jobs)
        try:
            for number in range(len(jobs)):
                shift.move(wanted=number)
                while number not in shift.done:
                    shift.move(wanted=number, patience_s=TICK_S)
                yield shift.done.pop(number)
        finally:
            for worker in (*shift.idle, *shift.busy):
                worker.stop()


class Shift(Generic[Job, Result]):
    """One run of a crew: which worker is at which job, and what is done."""

    def __init__(self, crew: Crew[Job, Result], jobs: Sequence[Job]) -> None:
        self.crew = crew
        self.jobs = jobs
        self.done: dict[int, Result | Lost] = {}
        self.waiting = deque(range(len(jobs)))
        self.tries = [0] * len(jobs)
        self.idle: list[Worker] = []
        self.busy: list[Worker] = []

    def move(self, wanted: int, patience_s: float = 0.0) -> None:
        """Hand out jobs, then take in what is finished within so many seconds."""
        self.hand_out(wanted + AHEAD)
        self.take_in(patience_s)
        self.end_slow()
        if patience_s and self.crew.watch:
            now = time.monotonic()
            self.crew.watch([(self.jobs[one.number], now - one.since) for one in self.busy])

    def hand_out(self, limit: int) -> None:
        """Give each free worker a job; workers are started as they are needed."""
        while self.waiting and self.waiting[0] < limit and len(self.busy) < self.crew.workers:
            number = self.waiting.popleft()
            self.tries[number] += 1
            worker = self.idle.pop() if self.idle else Worker(self.crew.task, self.crew.memory_mb)
            worker.begin(number, self.jobs[number])
            self.busy.append(worker)

    def take_in(self, patience_s: float) -> None:
        """Take the results that are there, waiting for the first of them."""
        ready = set(wait([worker.pipe for worker in self.busy], patience_s))
        for worker in [one for one in self.busy if one.pipe in ready]:
            self.busy.remove(worker)
            result = worker.result()
            if isinstance(result, Lost) and result.kind == DIED:
                worker.stop()
                self.lose(worker.number, result)
            else:
                self.done[worker.number] = result
                self.idle.append(worker)

    def lose(self, number: int, lost: Lost) -> None:
        """Give the job of a worker that died another chance, or give it up."""
        if self.tries[number] < TRIES:
            self.waiting.appendleft(number)
        else:
            self.done[number] = lost

    def end_slow(self) -> None:
        """End the workers that are over the time limit."""
        now = time.monotonic()
        for worker in [one for one in self.busy if now - one.since > self.crew.limit_s]:
            self.busy.remove(worker)
            worker.stop()
            self.done[worker.number] = Lost(SLOW)


class Worker:
    """A process of our own, as seen from here; ``number`` is its job, ``since`` when it began."""

    def __init__(self, task: Callable[[Any], Any], memory_mb: int) -> None:
        self.pipe, theirs = Pipe()
        self.process = Process(
            target=work, args=(task, theirs, os.getpid(), memory_mb), daemon=True
        )
        self.process.start()
        theirs.close()  # so that the pipe ends when the process does
        self.number, self.since = -1, 0.0

    def begin(self, number: int, job: Any) -> None:
        """Give the worker a job; that it has died shows in the result."""
        self.number, self.since = number, time.monotonic()
        with suppress(OSError):
            self.pipe.send(job)

    def result(self) -> Any:
        """Take what the worker sent, or the news of its death."""
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            self.process.join()
            return Lost(DIED, str(self.process.exitcode))

    def stop(self) -> None:
        """End the process and what it started, at once."""
        if self.process.is_alive():
            end_group(self.process)
        self.process.join()
        self.process.close()
        self.pipe.close()


def end_group(process: Process) -> None:
    """Kill a worker; where the system has groups of processes, with all that it started."""
    if hasattr(os, "killpg") and process.pid and own_group(process.pid):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def own_group(pid: int) -> bool:
    """Tell whether a process leads a group, which it does once it has begun to work."""
    try:
        return os.getpgid(pid) == pid
    except OSError:
        return False


def work(task: Callable[[Any], Any], pipe: Connection, parent: int, memory_mb: int) -> None:
    """Do jobs until nobody sends any; runs in the worker's process."""
    bound_memory(memory_mb)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the parent, which ends us
    if hasattr(os, "setpgrp"):
        os.setpgrp()
    with suppress(EOFError, OSError):
        while has_job(pipe, parent):
            job = pipe.recv()
            with Telling(pipe):
                pipe.send(task(job))


def bound_memory(megabytes: int) -> None:
    """Bound the memory of this process, where the system can; 0 is no bound."""
    if megabytes and sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = megabytes << 20
        if most == resource.RLIM_INFINITY or wanted < most:
            resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


def has_job(pipe: Connection, parent: int) -> bool:
    """Wait for a job; false if the parent is gone, however it ended."""
    while not pipe.poll(ALIVE_S):
        if os.getppid() != parent:
            return False
    return True


class Telling:
    """Sends the name of the error that ends its block; one bad job must not end the worker."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe

    def __enter__(self) -> None:
        """Nothing is to be prepared."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if not isinstance(error, Exception):
            return False
        with suppress(OSError):  # where nobody listens any more, the next wait says so
            self.pipe.send(Lost(FAULT, f"{type(error).__name__}: {error}"))
        return True
