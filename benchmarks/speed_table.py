"""The answers of a speed run as a table for readers and as one JSON line for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from benchmarks.speed_job import Timing

#: Less of the processor than this, and the machine was doing something else as well.
BUSY = 0.9
MISSING = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table.

    Attributes:
        name: Of the timing, ``stage.contender``.
        label: What is printed.
        unit: Of the figure; one of ``FIGURES``.
        worker: The process it was timed in.
        ours: For an alternative: the timing of ours that it is compared with.
    """

    name: str
    label: str
    unit: str
    worker: str
    ours: str = ""


#: The readers whose words are compared with pdfplumber's.
READERS = ("read.regcheck", "read.pdfium")

#: How a number of seconds for one unit of work becomes a figure.
FIGURES = {
    "ms/page": lambda seconds: seconds * 1e3,
    "ms": lambda seconds: seconds * 1e3,
    "s": lambda seconds: seconds,
    "char/s": lambda seconds: 1 / seconds,
    "passages/s": lambda seconds: 1 / seconds,
}

LINES = (
    Line("read.regcheck", "regcheck read_document", "ms/page", "read.regcheck"),
    Line("read.pdfium", "pypdfium2 get_text", "ms/page", "read.pdfium", "read.regcheck"),
    Line(
        "read.pdfplumber", "pdfplumber extract_text", "ms/page", "read.pdfplumber", "read.regcheck"
    ),
    Line("parse.regcheck", "regcheck parse_document", "char/s", "parse.regcheck"),
    Line("parse.tree", "regcheck tree and definitions", "char/s", "parse.regcheck"),
    Line("parse.lines", "regex for labels of lines", "char/s", "parse.regex", "parse.regcheck"),
    Line("parse.citations", "regcheck find_citations", "char/s", "parse.regcheck"),
    Line("parse.numbered", "regex for citations", "char/s", "parse.regex", "parse.citations"),
    Line("index.build", "regcheck VectorIndex.build", "passages/s", "index.build"),
    Line("index.fit", "sklearn fit_transform", "passages/s", "index.sklearn", "index.build"),
    Line("index.load", "regcheck VectorIndex.load", "ms", "index.search"),
    Line("index.low.regcheck", "regcheck find_pairs, low", "ms", "index.search"),
    Line("index.low.sklearn", "sklearn product, low", "ms", "index.sklearn", "index.low.regcheck"),
    Line("index.high.regcheck", "regcheck find_pairs, high", "ms", "index.search"),
    Line(
        "index.high.sklearn", "sklearn product, high", "ms", "index.sklearn", "index.high.regcheck"
    ),
    Line("index.nearest.regcheck", "regcheck nearest", "ms", "index.search"),
    Line(
        "index.nearest.sklearn", "sklearn nearest", "ms", "index.sklearn", "index.nearest.regcheck"
    ),
    Line("check.help", "regcheck --help", "ms", "check.start"),
    Line("check.python", "python -c pass", "ms", "check.start", "check.help"),
    Line("check.draft", "read and parse the draft", "ms", "check.warm"),
    *(
        line
        for corpus, title in (("demo", "demo corpus"), ("pdf", "corpus of --pdf"))
        for line in (
            Line(f"check.add.{corpus}", f"corpus add, {title}", "s", "inputs.corpora"),
            Line(f"check.first.{corpus}", f"first check, {title}", "ms", "check.command"),
            Line(f"check.cold.{corpus}", f"check command, {title}", "ms", "check.command"),
            Line(f"check.warm.{corpus}", f"check_file, {title}", "ms", "check.warm"),
            Line(
                f"check.script.{corpus}",
                f"script with sklearn, {title}",
                "ms",
                "check.script",
                f"check.cold.{corpus}",
            ),
        )
    ),
)


@dataclass
class Answers:
    """All that the workers of one run answered, their timings pooled over the rounds."""

    timings: dict[str, Timing] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    peaks: dict[str, float] = field(default_factory=dict)

    def add(self, worker: str, answer: Mapping[str, Any]) -> None:
        """Take in one answer; peaks are the highest, notes the latest."""
        for name, values in answer["timings"].items():
            new = Timing(tuple(values["seconds"]), values["units"], values["busy"])
            old = self.timings.get(name)
            if old:
                lower = min(old.busy, new.busy)
                new = Timing((*old.seconds, *new.seconds), new.units, lower)
            self.timings[name] = new
        self.notes |= answer["notes"]
        self.facts |= answer["facts"]
        for name, peak in ((worker, answer["peak_mib"]), *answer["child_peaks"].items()):
            self.peaks[name] = max(peak, self.peaks.get(name, 0.0))

    def seconds(self, name: str) -> float:
        """Return the median time for one unit of work."""
        timing = self.timings[name]
        return median(timing.seconds) / timing.units

    def ratio(self, line: Line) -> float | None:
        """Return how many times as long as ours an alternative takes; ``None`` for ours."""
        if not line.ours or line.ours not in self.timings:
            return None
        return self.seconds(line.name) / self.seconds(line.ours)

    def peak(self, line: Line) -> float:
        """Return the peak memory of the process a line was timed in, in MiB; 0 if unknown."""
        own = 0.0 if line.worker in UNMEASURED else self.peaks.get(line.worker, 0.0)
        return self.peaks.get(line.name, own)


#: Workers that only start other processes: their own memory says nothing.
UNMEASURED = frozenset({"check.start", "check.command", "check.script", "inputs.corpora"})


def print_table(answers: Answers) -> None:
    """Print a block for each stage."""
    print("ratio: time of this row / time of regcheck for the same work (above 1: regcheck is")
    print("faster). spread: slowest / fastest run. peak: of the process the row was timed in.")
    print(
        "agreement, order: of the words with pdfplumber's; wide pages are often two side by side,"
    )
    print("which it reads straight across.")
    stage = ""
    for line in LINES:
        if line.name not in answers.timings:
            continue
        if (new := line.name.partition(".")[0]) != stage:
            stage = new
            head = ("figure", "", "ratio", "runs", "spread", "peak")
            print("\n" + to_row(stage, head, "remark"))
        print(to_row(f"  {line.label}", to_cells(line, answers), answers.notes.get(line.name, "")))
    if busy := list(find_busy(answers)):
        print("\nThe machine was also busy with something else; do not rely on the figures of")
        print(", ".join(busy))


def to_row(label: str, cells: Sequence[str], note: str) -> str:
    """Lay out one row.

    >>> to_row("  regcheck", ("4.7", "ms/page", "-", "3", "1.1", "57 MiB"), "")
    '  regcheck                                  4.7 ms/page          -    3    1.1   57 MiB'
    """
    figure, unit, ratio, runs, spread, peak = cells
    return (
        f"{label:36} {figure:>10} {unit:10} {ratio:>7} {runs:>4} {spread:>6} {peak:>8}  {note}"
    ).rstrip()


def to_cells(line: Line, answers: Answers) -> tuple[str, ...]:
    """Return the cells of a line: figure, unit, ratio, runs, spread, peak."""
    timing, ratio, peak = answers.timings[line.name], answers.ratio(line), answers.peak(line)
    return (
        to_text(FIGURES[line.unit](answers.seconds(line.name))),
        line.unit,
        to_text(ratio) if ratio else MISSING,
        str(len(timing.seconds)),
        f"{max(timing.seconds) / min(timing.seconds):.1f}",
        f"{peak:.0f} MiB" if peak else MISSING,
    )


def to_text(number: float) -> str:
    """Return a number with three digits that count, thousands apart.

    >>> to_text(0.0123), to_text(4.71), to_text(1234567.0)
    ('0.0123', '4.71', '1,230,000')
    """
    rounded = float(f"{number:.3g}")
    return f"{rounded:,.0f}" if rounded >= 100 else f"{rounded:.3g}"


def find_busy(answers: Answers) -> Iterator[str]:
    """Yield the names of timings during which the processor was not wholly ours."""
    for name, timing in answers.timings.items():
        if 0 < timing.busy < BUSY and median(timing.seconds) > 0.1:
            yield name


def to_json(answers: Answers, conditions: Mapping[str, Any]) -> str:
    """Return the run as one line of JSON.

    ``seconds`` holds each run of each timing and the ``units`` of work in a run; ``ratios`` are
    those of the table; ``memory_mib`` the peaks by worker or, for commands, by timing;
    ``agreement`` the means of each reader's words with pdfplumber's.
    """
    ratios = {line.name: answers.ratio(line) for line in LINES if line.name in answers.timings}
    record = {
        **conditions,
        "seconds": {
            name: {"median": median(timing.seconds), "runs": timing.seconds, "units": timing.units}
            for name, timing in answers.timings.items()
        },
        "ratios": {name: round(ratio, 4) for name, ratio in ratios.items() if ratio},
        "memory_mib": {
            name: round(peak, 1)
            for name, peak in answers.peaks.items()
            if peak and name not in UNMEASURED
        },
        "agreement": {name: answers.facts[name] for name in READERS if name in answers.facts},
        "notes": answers.notes,
    }
    return json.dumps(record, ensure_ascii=False)
