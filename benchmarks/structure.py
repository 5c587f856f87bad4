"""Structure of documents against answers written by hand: ``python -m benchmarks.structure``.

A line of ``--answers`` is JSON: ``path`` (below the parent of ``--pdf``, or ``texts/`` and an id
such as ``pp/1981/8`` below ``--texts``), ``kind`` (the group it is counted in), ``jenis``,
``nomor``, ``tahun``, ``tentang``, ``bab`` and ``pasal`` (labels of the body in order), ``quoted``
(labels that an amending act quotes) and ``ayat`` (their number by label of a pasal). A field
that is null or absent is not scored.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.data import Data
from benchmarks.set_d import count_ayat, in_body, own_bab, own_pasal
from regcheck.domain import Kind, Regulation
from regcheck.errors import RegcheckError
from regcheck.instruments import normalise_nomor

Row = dict[str, Any]
TEXTS = "texts/"
#: Fields of the identity, compared without regard to case and spacing.
IDENTITY = ("jenis", "nomor", "tahun", "tentang")
#: So many labels that differ are named.
NAMED = 8


@dataclass(frozen=True, slots=True)
class Score:
    """One document: of each measure how many were right, and of how many; and what differs."""

    path: str
    kind: str
    counts: dict[str, tuple[int, int]]
    differences: tuple[str, ...] = ()


def main(arguments: Sequence[str] | None = None) -> int:
    """Score every document of the answers and print the figures."""
    options = parse_arguments(arguments)
    lines = options.answers.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    data = Data(options.texts, options.pdf, options.cache, options.answers.parent)
    scores = [score_document(row, data) for row in rows if options.only in row["path"]]
    for line in report(scores):
        print(line)
    return 0


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.structure", description=__doc__)
    parser.add_argument("--answers", type=Path, required=True, help="file of answers")
    parser.add_argument("--texts", type=Path, required=True, help="folder of texts")
    parser.add_argument("--pdf", type=Path, required=True, help="folder of PDFs")
    parser.add_argument("--cache", type=Path, required=True, help="folder for what is unpacked")
    parser.add_argument("--only", default="", help="score only paths that contain this")
    return parser.parse_args(arguments)


def score_document(row: Row, data: Data) -> Score:
    """Read one document and compare it; one that cannot be read has nothing right."""
    try:
        return score(row, data.regulation(row["path"].removeprefix(TEXTS)))
    except RegcheckError as error:
        missed = dict.fromkeys(("pasal", "pasal_all"), (0, 1))
        return Score(row["path"], row["kind"], missed, (str(error),))


def score(row: Row, regulation: Regulation) -> Score:
    """Compare the structure of one regulation with its answers."""
    counts: dict[str, tuple[int, int]] = {}
    differences: list[str] = []
    for measure, right, said in measures(row, regulation):
        good, of = counts.get(measure, (0, 0))
        counts[measure] = (good + right, of + 1)
        if not right:
            differences.append(said)
    pasal: Counter[str] = Counter(row["pasal"])
    got = Counter(own_pasal(regulation))
    counts["pasal"] = ((pasal & got).total(), pasal.total())
    counts["surplus"] = ((got - pasal).total(), pasal.total())
    return Score(row["path"], row["kind"], counts, tuple(differences))


def measures(row: Row, regulation: Regulation) -> Iterator[tuple[str, bool, str]]:
    """Yield every comparison: its measure, whether it is right, and what differs."""
    for field in IDENTITY:
        if row.get(field) is not None:
            found = getattr(regulation.identity, field)
            yield field, is_same(field, row[field], found), f"{field}: {found!r}"
    labels = {"bab": own_bab(regulation), "pasal": own_pasal(regulation)}
    labels["quoted"] = quoted(regulation)
    for name, found in labels.items():
        if row.get(name) is not None:
            yield f"{name}_all", row[name] == found, describe(name, row[name], found)
    for label, number in (row.get("ayat") or {}).items():
        count = count_ayat(regulation, label)
        yield "ayat", count == number, f"pasal {label}: {count} ayat, not {number}"


def is_same(field: str, wanted: str, found: str) -> bool:
    """Tell whether a field of the identity is read right."""
    if field == "nomor":
        return normalise_nomor(wanted) == normalise_nomor(found) if found else not wanted
    return plain(wanted) == plain(found)


def plain(text: str) -> str:
    """Return the letters and figures of a text in lower case.

    >>> plain("Pajak  Hotel, dan Restoran")
    'pajakhoteldanrestoran'
    """
    return "".join(filter(str.isalnum, text)).lower()


def quoted(regulation: Regulation) -> list[str]:
    """List the labels of the pasal that an amending act quotes, each once, in order."""
    found = (
        unit.label
        for unit in regulation.units
        if unit.kind is Kind.PASAL and "/" in unit.path and in_body(unit)
    )
    return list(dict.fromkeys(found))


def describe(name: str, wanted: list[str], found: list[str]) -> str:
    """Say which labels are missing and which are too many."""
    missing = [label for label in wanted if label not in found][:NAMED]
    surplus = [label for label in found if label not in wanted][:NAMED]
    return f"{name}: missing {missing}, surplus {surplus}"


def report(scores: Sequence[Score]) -> Iterator[str]:
    """Yield the figures of every group and of all, then what differs in each document."""
    groups: dict[str, list[Score]] = defaultdict(list)
    for one in scores:
        groups[one.kind].append(one)
    for kind, members in [*sorted(groups.items()), ("all", list(scores))]:
        yield f"{kind}: {len(members)} documents"
        for measure, (good, of) in add_up(members).items():
            yield f"  {measure:<10} {good:>6} of {of:<6} {good / of:.2%}"
    for one in scores:
        for said in one.differences:
            yield f"{one.path}: {said}"


def add_up(scores: Iterable[Score]) -> dict[str, tuple[int, int]]:
    """Add the counts of several documents."""
    total: dict[str, tuple[int, int]] = {}
    for one in scores:
        for measure, (good, of) in one.counts.items():
            before = total.get(measure, (0, 0))
            total[measure] = (before[0] + good, before[1] + of)
    return total


if __name__ == "__main__":
    sys.exit(main())
