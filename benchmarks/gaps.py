"""Delete headings at random from sound texts, and count how many of the gaps are reported.

``python -m benchmarks.gaps`` takes the texts of the demo corpus; ``--texts`` names a folder, or
``uu/2004/32``-like ids below it with ``--only``. A text counts as sound when its own numbering
shows no gap. One label at a time is taken out (``BAB II``, ``Bagian Kedua``, ``Pasal 7``, ``(3)``,
``b.``), and the rest of the text is parsed again. A gap is reported if a new remark names the
lost unit, as recovered, the one after it, as out of sequence, or the part that holds the place.
The last unit of a run leaves no gap in the numbers: what tells there is the text that goes on, so
such units are counted apart. ``--share 0.05`` takes every twentieth heading at random, of whatever
kind and place, so that its last row is the share of all lost headings that are reported. Remarks
on the untouched texts are false alarms unless the texts have the faults they name; ``--alarms``
prints them to be looked at.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from regcheck.domain import Anomaly, Kind, Line, Regulation, SourceText, Unit
from regcheck.parse import parse_document
from regcheck.parse.marks.numbering import order_of
from regcheck.read import find_documents, read_document

KINDS = (Kind.BAB, Kind.BAGIAN, Kind.PASAL, Kind.AYAT, Kind.HURUF)
#: What is named where a mark inside it is lost.
PARTS = (
    Kind.BAGIAN, Kind.PARAGRAF, Kind.AYAT, Kind.HURUF, Kind.ANGKA, Kind.SUBHURUF, Kind.SUBANGKA,
)  # fmt: skip
#: How much of a unit's beginning is searched for its label.
LABEL_CHARS = 40
OUTSIDE = ("penjelasan", "lampiran", "menimbang", "mengingat")
LAST = " (last)"
REPAIRS = ("judul-dipulihkan", "judul-diperbaiki")


@dataclass(frozen=True, slots=True)
class Trial:
    """One label taken out: the unit, the key of the next of its run, and whether it is the last."""

    unit: Unit
    after: str

    @property
    def name(self) -> str:
        """The row of the table this trial counts in."""
        return self.unit.kind.value + ("" if self.after else LAST)


@dataclass(slots=True)
class Survey:
    """What was counted: labels taken out and gaps said per row, remarks on untouched texts."""

    tried: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    remarks: Counter[str] = field(default_factory=Counter)
    texts: int = 0
    units: int = 0

    def add_text(self, regulation: Regulation) -> list[Anomaly]:
        """Count an untouched text, and return the remarks on it."""
        found = [one for one in regulation.anomalies if is_gap(one)]
        self.texts += 1
        self.units += sum(unit.kind in KINDS for unit in regulation.units)
        self.remarks.update(one.code for one in found)
        return found

    def add_trial(self, trial: Trial, *, said: bool) -> None:
        """Count one label taken out."""
        self.tried[trial.name] += 1
        self.said[trial.name] += said

    def rows(self) -> Iterator[str]:
        """Yield the lines of the table: each kind, all last units, all others, the remarks."""
        for name in sorted(self.tried):
            yield row(name, self.said[name], self.tried[name])
        last = [name for name in self.tried if name.endswith(LAST)]
        others = [name for name in self.tried if not name.endswith(LAST)]
        both = others + last if others and last else []
        for title, names in (("all others", others), ("all last", last), ("ALL", both)):
            if names:
                sums = (sum(table[name] for name in names) for table in (self.said, self.tried))
                yield row(title, *sums)
        kinds = ", ".join(f"{code} {count}" for code, count in sorted(self.remarks.items()))
        yield f"{self.texts} untouched texts, {self.units} headings: {kinds or 'no remarks'}"


def row(name: str, said: int, tried: int) -> str:
    """Return one line of the table."""
    return f"{name:20} {said:5} of {tried:5} {100 * said / tried:6.1f} %"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one row per kind, and the remarks on the untouched texts."""
    options = read_options(arguments)
    chance = random.Random(options.seed)
    survey = Survey()
    for source in sound_sources(options, chance):
        (regulation,) = parse_document(source)
        for remark in survey.add_text(regulation):
            if options.alarms:
                print(f"remark: {source.source.path} {remark.message_en}")
        for trial in pick(regulation, options, chance):
            said = is_reported(regulation, trial)
            survey.add_trial(trial, said=said)
            if options.show and not said:
                print(f"unsaid: {source.source.path} {trial.unit.path}")
    print(*survey.rows(), sep="\n")
    return 0


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.gaps", description=__doc__)
    parser.add_argument("--texts", type=Path, default=Path("corpus/regulations"))
    parser.add_argument("--only", default="", help="file stems or ids, separated by commas")
    parser.add_argument("--years", default="", help="first-last, of texts in KIND/YEAR/N")
    parser.add_argument("--each", type=int, default=5, help="labels of each kind and text")
    parser.add_argument("--share", type=float, help="labels of all kinds taken, instead of --each")
    parser.add_argument("--last", action="store_true", help="only the last units of their runs")
    parser.add_argument("--limit", type=int, default=200, help="texts at most")
    parser.add_argument("--longest", type=int, default=150_000, help="characters of a text at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print every gap that goes unsaid")
    parser.add_argument("--alarms", action="store_true", help="print remarks on untouched texts")
    return parser.parse_args(arguments)


def sound_sources(options: argparse.Namespace, chance: random.Random) -> Iterator[SourceText]:
    """Yield the texts chosen that hold one regulation without a missing pasal."""
    paths = list(find_documents(options.texts))
    names = tuple(options.only.split(",")) if options.only else ("",)
    paths = [path for path in paths if str(path.with_suffix("")).endswith(names)]
    if options.years:
        first, _, last = options.years.partition("-")
        paths = [path for path in paths if first <= path.parent.name <= (last or first)]
    chance.shuffle(paths)
    found = 0
    for path in paths:
        if found == options.limit:
            return
        source = read_document(path)
        regulations = parse_document(source) if len(source.text) <= options.longest else ()
        if len(regulations) == 1 and is_sound(regulations[0]):
            found += 1
            yield source


def is_sound(regulation: Regulation) -> bool:
    """Tell whether a text has pasal of its own, and all of them."""
    has_pasal = any(unit.path.startswith("pasal-") for unit in regulation.units)
    faults = {"pasal-lompat", "pasal-ganda", *REPAIRS}
    return has_pasal and not any(one.code in faults for one in regulation.anomalies)


def is_gap(anomaly: Anomaly) -> bool:
    """Tell whether a remark says that a number is missing, or was lost."""
    return anomaly.code.endswith(("-lompat", "-hilang")) or anomaly.code in REPAIRS


def pick(
    regulation: Regulation, options: argparse.Namespace, chance: random.Random
) -> Iterator[Trial]:
    """Choose some labels of every kind, not those of quoted units."""
    for kind in KINDS:
        own = [
            trial
            for trial in trials(regulation, kind)
            if label_length(regulation.text, trial.unit) and not (options.last and trial.after)
        ]
        if options.share:
            yield from (trial for trial in own if chance.random() < options.share)
        else:
            yield from chance.sample(own, min(options.each, len(own)))


def trials(regulation: Regulation, kind: Kind) -> Iterator[Trial]:
    """Yield every unit of a kind with the key of the next in its run, quoted ones left out."""
    own = [
        unit
        for unit in regulation.units
        if unit.kind is kind and not unit.path.startswith(OUTSIDE) and "/pasal" not in unit.path
    ]
    through = kind in (Kind.PASAL, Kind.BAB)
    for index, unit in enumerate(own):
        rest = own[index + 1 :]
        later = rest if through else [other for other in rest if other.parent == unit.parent]
        yield Trial(unit, later[0].key if later else "")


def label_length(text: str, unit: Unit) -> int:
    """Return how many characters the label of a unit takes; 0 where it is not printed plainly."""
    start = text[unit.span.start : unit.span.start + LABEL_CHARS]
    if unit.kind is Kind.AYAT:
        printed = f"({unit.label})"
        stop = start.startswith(f"{printed}.")
        return len(printed) + stop if start.startswith(printed) else 0
    if unit.kind is Kind.HURUF:
        return len(unit.label) + 1 if start.startswith(f"{unit.label}.") else 0
    if unit.kind is Kind.BAGIAN:
        words = start.split()
        return len(words[0]) + 1 + len(words[1]) if words[0].istitle() and len(words) > 1 else 0
    word = "BAB" if unit.kind is Kind.BAB else "Pasal"
    return len(word) + 1 + len(unit.label) if start.startswith(f"{word} {unit.label}") else 0


def is_reported(regulation: Regulation, trial: Trial) -> bool:
    """Take a label out, parse again, and tell whether a new remark names the place."""
    start = trial.unit.span.start
    damaged = without(regulation.source_text, start, label_length(regulation.text, trial.unit))
    before = Counter((one.code, one.unit) for one in regulation.anomalies)
    parsed = parse_document(damaged, regulation.id)
    after = Counter((a.code, a.unit) for one in parsed for a in one.anomalies if is_gap(a))
    if trial.unit.kind is Kind.PASAL and any(has_none(one) for one in parsed):
        return not has_none(regulation)
    named = {key for _, key in after - before}
    places = {trial.unit.key, trial.after, trial.unit.parent} - {""}
    holding = {unit.key for one in parsed for unit in one.units if holds(unit, start)}
    return bool(named & (places | holding)) or any(stands_before(key, trial) for key in named)


def has_none(regulation: Regulation) -> bool:
    """Tell whether a text is said to have no pasal."""
    return any(one.code == "tanpa-pasal" for one in regulation.anomalies)


def holds(unit: Unit, place: int) -> bool:
    """Tell whether a part of a pasal or bab of the damaged text holds the place of the label."""
    return unit.kind in PARTS and unit.span.start <= place < unit.span.end


def stands_before(key: str, trial: Trial) -> bool:
    """Tell whether a remark names the unit of the same level that comes before the lost one.

    Where a bab or bagian is lost, that may be a part of the one before, which holds it now.
    """
    level = trial.unit.key.count("/")
    if trial.unit.kind in (Kind.BAB, Kind.BAGIAN):
        key = "/".join(key.split("/")[: level + 1])
    one, other = key.rpartition("-"), trial.unit.key.rpartition("-")
    return one[0] == other[0] and is_next(one[2], other[2])


def is_next(label: str, lost: str) -> bool:
    """Tell whether a label comes directly before the lost one.

    >>> is_next("a", "b"), is_next("3", "4"), is_next("3", "5"), is_next("IV", "V")
    (True, True, False, True)
    """
    return order_of(lost)[0] - order_of(label)[0] == 1


def without(source: SourceText, start: int, length: int) -> SourceText:
    """Return the text without some characters of one line; an empty line is left out."""
    lines: list[Line] = []
    position = 0
    for line in source.lines:
        inside = start - position
        position += len(line.text) + 1
        if 0 <= inside < len(line.text):
            kept = " ".join((line.text[:inside] + line.text[inside + length :]).split())
            if not kept:
                continue
            line = replace(line, text=kept)  # noqa: PLW2901
        lines.append(line)
    return replace(source, lines=tuple(lines))


if __name__ == "__main__":
    sys.exit(main())
