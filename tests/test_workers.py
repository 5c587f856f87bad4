"""Worker processes do jobs in order, and a bad job costs only itself."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from regcheck.workers import DIED, FAULT, SLOW, Crew, Lost

#: A process that does not begin as a copy of this one cannot find the jobs of this file.
pytestmark = pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="needs processes that are copies"
)


def double(number: int) -> int:
    """Do an honest job; the later ones are the faster."""
    time.sleep(0.01 * max(0, 5 - number))
    return 2 * number


def misbehave(job: str) -> str:
    """Hang, die, fail or leave, as the job says."""
    if job == "hang":
        time.sleep(60)
    if job == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if job == "fail":
        raise LookupError("tidak ada")
    if job == "io":
        raise PermissionError("tidak boleh")
    if job == "swell":
        return str(len(bytearray(8 << 30)))
    if job == "leave":
        raise SystemExit(3)
    return job.upper()


def die_once(marker: str) -> str:
    """Die the first time, as a process does that the system ends for another's greed."""
    path = Path(marker)
    if not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "selesai"


def run(jobs: Sequence[str], limit_s: float = 30.0) -> list[str | Lost]:
    """Do jobs with two workers."""
    return list(Crew(misbehave, 2, limit_s).run(jobs))


def test_results_come_in_order() -> None:
    """Whoever is done first, the first job's result is the first."""
    assert list(Crew(double, 3, 30.0).run(range(80))) == [2 * number for number in range(80)]


def test_nothing_to_do_is_no_trouble() -> None:
    """An empty batch starts nothing."""
    assert run([]) == []


def test_a_hung_job_is_given_up_and_the_others_are_done() -> None:
    """The time limit ends the process; before and after it everything is as ever."""
    assert run(["a", "hang", "b", "c"], limit_s=0.4) == ["A", Lost(SLOW), "B", "C"]


@pytest.mark.parametrize("way", ["die", "leave"])
def test_a_job_that_ends_its_process_is_lost_alone(way: str) -> None:
    """The jobs around it are done by other processes."""
    before, lost, after = run(["a", way, "b"])

    assert (before, after) == ("A", "B")
    assert isinstance(lost, Lost)
    assert lost.kind == DIED


@pytest.mark.parametrize(("way", "error"), [("fail", "LookupError"), ("io", "PermissionError")])
def test_an_error_is_named(way: str, error: str) -> None:
    """A defect is a result with the name of the error, and the worker goes on."""
    lost, after = run([way, "a"])

    assert isinstance(lost, Lost)
    assert lost.kind == FAULT
    assert lost.detail.startswith(error)
    assert after == "A"


def test_a_job_whose_process_was_killed_gets_a_second_chance(tmp_path: Path) -> None:
    """A process that died for another's greed does not cost its file."""
    assert list(Crew(die_once, 1, 30.0).run([str(tmp_path / "mark")])) == ["selesai"]


def test_somebody_who_stops_listening_leaves_no_process() -> None:
    """Closing the iterator ends every worker, a hung one too."""
    results = Crew(misbehave, 2, 30.0).run(["a", "hang", "hang"])

    assert next(results) == "A"
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_a_watcher_hears_what_takes_long() -> None:
    """The jobs in hand are told with the seconds each has taken."""
    heard: list[tuple[str, float]] = []
    crew = Crew(misbehave, 1, 1.2, watch=heard.extend)

    assert list(crew.run(["hang"])) == [Lost(SLOW)]
    assert {job for job, _ in heard} == {"hang"}
    assert heard[-1][1] > heard[0][1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot bound a process's memory")
def test_a_job_that_takes_too_much_memory_is_lost_alone() -> None:
    """The system refuses the memory, the job fails, and the worker goes on."""
    results = list(Crew(misbehave, 1, 30.0, memory_mb=4_000).run(["swell", "a"]))

    assert isinstance(results[0], Lost)
    assert results[0].kind == FAULT
    assert "MemoryError" in results[0].detail
    assert results[1] == "A"
