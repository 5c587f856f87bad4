"""What a process of the speed run is told and what it answers: inputs, times, peak memory."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Job:
    """The inputs of one speed run; all are paths, so that it goes through a file.

    Attributes:
        folder: For what the run itself writes.
        demo: The regulations of the demo corpus.
        draft: The draft that is checked.
        pdfs: The PDFs of the second corpus; empty if only the demo corpus is used.
        documents: What is indexed: texts, or PDFs where no texts were given.
        timed_pdfs: Those read by every reader.
        timed_documents: Those parsed against the clock.
        pages: The most pages of one file given to the slow reader; 0 means all.
        corpora: The corpus file and its index folder, by the name of the corpus.
        held_out: The document that is searched for in the index and not part of it.
    """

    folder: str
    demo: tuple[str, ...]
    draft: str
    pdfs: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    timed_pdfs: tuple[str, ...] = ()
    timed_documents: tuple[str, ...] = ()
    pages: int = 0
    corpora: Mapping[str, Sequence[str]] = field(default_factory=dict)
    held_out: str = ""

    @property
    def passages(self) -> Path:
        """The file of the passages to index, written by the worker ``inputs.passages``."""
        return Path(self.folder) / "passages.jsonl"

    @property
    def draft_passages(self) -> Path:
        """The file of the passages to search for."""
        return Path(self.folder) / "draft.jsonl"

    @property
    def index(self) -> Path:
        """The folder of the index, written by the worker ``index.build``."""
        return Path(self.folder) / "index"

    def save(self, path: Path) -> None:
        """Write the job for a worker."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Job:
        """Read a job."""
        values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        for name, value in values.items():
            values[name] = tuple(value) if isinstance(value, list) else value
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Timing:
    """How long some work took: seconds of each run, each for ``units`` pages, characters, ...

    ``busy`` is the share of the wall time that the processor was ours: well below 1, the machine
    was doing something else too. It is 0 where the work is done by other processes.
    """

    seconds: tuple[float, ...]
    units: float = 1
    busy: float = 0.0


class Clock:
    """Times work and remembers it by name, with remarks and facts for the table."""

    def __init__(self) -> None:
        self.timings: dict[str, Timing] = {}
        self.notes: dict[str, str] = {}
        self.facts: dict[str, Any] = {}
        self.child_peaks: dict[str, float] = {}

    def time(
        self, name: str, work: Callable[[], Result], units: float = 1, runs: int = 1
    ) -> Result:
        """Do some work ``runs`` times against the clock and return the last result.

        Args:
            name: ``stage.contender``.
            work: Does the whole work and returns what it made.
            units: How much one run works on.
            runs: At least 1; a first run in a fresh process is part of the figure.
        """
        seconds, processor = [], 0.0
        while True:
            start, own = time.perf_counter(), time.process_time()
            result = work()
            seconds.append(time.perf_counter() - start)
            processor += time.process_time() - own
            if len(seconds) >= runs:
                busy = processor / max(sum(seconds), 1e-9)
                self.timings[name] = Timing(tuple(seconds), units, busy)
                return result

    def record(self, name: str, seconds: Sequence[float], units: float = 1) -> None:
        """Remember what was timed elsewhere, or was the work of other processes."""
        self.timings[name] = Timing(tuple(seconds), units)

    def answer(self) -> dict[str, Any]:
        """Return all that was remembered, and this process's peak memory, ready for JSON."""
        return {
            "timings": {name: asdict(timing) for name, timing in self.timings.items()},
            "notes": self.notes,
            "facts": self.facts,
            "child_peaks": self.child_peaks,
            "peak_mib": peak_mib(),
        }


def peak_mib() -> float:
    """Return the most memory this process has held, in MiB.

    Linux counts it for each program; ``getrusage`` would also count the parent's, from before
    the program was started. Where neither Linux nor Windows tells, it is the present size.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    import psutil

    info = psutil.Process().memory_info()
    return float(getattr(info, "peak_wset", info.rss)) / MIB


def spread(items: Sequence[Item], count: int) -> tuple[Item, ...]:
    """Return ``count`` items at equal distances, all if there are no more or ``count`` is 0.

    >>> spread("abcdefghij", 3)
    ('a', 'd', 'g')
    """
    if count <= 0 or len(items) <= count:
        return tuple(items)
    return tuple(items[i * len(items) // count] for i in range(count))


def read_lines(path: Path) -> Iterator[Any]:
    """Yield what each line of a JSON-lines file holds."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
