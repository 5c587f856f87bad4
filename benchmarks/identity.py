"""Kind, number and year of real PDFs against the catalogue that came with them.

The environment variable REGCHECK_DATA names a folder with ``data/pdf/MANIFEST.tsv`` and, where
they are there, sets of the evaluation whose rows name an identity. A file that gives no text is
counted, not scored. A catalogue has errors of its own: ``--truth FILE``, a table with the same
columns, corrects rows of it (kind ``-`` for a file that is no regulation).
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from regcheck.domain import Identity, Regulation, SourceText
from regcheck.errors import RegcheckError
from regcheck.instruments import find_instrument, normalise_nomor
from regcheck.parse import parse_document
from regcheck.parse.anomalies import IDENTITY_CODES
from regcheck.parse.identity.hinted import numbers_of, same_kind
from regcheck.read import read_document

MANIFEST = Path("data/pdf/MANIFEST.tsv")
PROVINCIAL = "P_provincial.jsonl"
#: Layers that can be read as they are; the others are pictures, with or without a bad layer.
USABLE = ("yes", "partial")
NO_REGULATION = "-"

Reader = Callable[[Path], SourceText]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a catalogue says of one file; ``group`` is where it is counted."""

    path: str
    group: str
    kind: str
    nomor: str
    tahun: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read of one file: ``codes`` are the doubts about its identity."""

    expected: Expected
    identity: Identity | None
    codes: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """Whether kind, number and year are those of the catalogue."""
        return self.identity is not None and is_right(self.expected, self.identity)


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the identity of every PDF; return 1 if there is no data."""
    options = parse_arguments(arguments)
    root = os.environ.get("REGCHECK_DATA", "")
    if not root or not (Path(root) / MANIFEST).exists():
        print("REGCHECK_DATA does not name a folder with data/pdf/MANIFEST.tsv", file=sys.stderr)
        return 1
    truth = read_table(options.truth) if options.truth else {}
    expected = [*catalogue(Path(root) / MANIFEST, truth), *annotated(Path(root))]
    outcomes = list(score(expected, Path(root) / "data", read_document))
    for line in report(outcomes):
        print(line)
    return 0


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.identity", description=__doc__)
    parser.add_argument("--truth", type=Path, help="table that corrects rows of the catalogue")
    return parser.parse_args(arguments)


def read_table(path: Path) -> dict[str, dict[str, str]]:
    """Return the rows of a table with tabs by their path."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["path"]: row for row in csv.DictReader(file, delimiter="\t")}


def catalogue(manifest: Path, truth: dict[str, dict[str, str]]) -> Iterator[Expected]:
    """Yield what a catalogue says of each file, corrected where the truth is known."""
    for path, row in read_table(manifest).items():
        group = "usable layer" if row["text_layer"] in USABLE else "scan"
        said = row | truth.get(path, {})
        yield Expected(path, group, said["type"], said["number"], said["year"])


def annotated(root: Path) -> Iterator[Expected]:
    """Yield what was read from the page images of a sample."""
    for path in sorted((root / "eval").rglob(PROVINCIAL)) if (root / "eval").is_dir() else ():
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            nomor = row.get("nomor") or row.get("nomor_read") or ""
            year = str(row["tahun"] or "")
            yield Expected(row["path"], path.stem, row["jenis"], nomor, year)


def score(expected: Iterable[Expected], folder: Path, read: Reader) -> Iterator[Outcome]:
    """Yield what is read of each file; a file that cannot be read, or has no text, gives none."""
    seen: dict[str, Outcome] = {}
    for one in expected:
        if one.path not in seen:
            seen[one.path] = outcome(one, folder / one.path, read)
        yield replace(seen[one.path], expected=one)


def outcome(expected: Expected, path: Path, read: Reader) -> Outcome:
    """Read one file; the first of its regulations counts."""
    try:
        source = read(path)
    except RegcheckError as error:
        print(f"{expected.path}: {error}", file=sys.stderr)
        return Outcome(expected, None)
    if not source.lines:
        return Outcome(expected, None)
    first = parse_document(source)[0]
    return Outcome(expected, first.identity, codes_of(first))


def codes_of(regulation: Regulation) -> tuple[str, ...]:
    """List the doubts about an identity."""
    codes = (anomaly.code for anomaly in regulation.anomalies)
    return tuple(dict.fromkeys(code for code in codes if code in IDENTITY_CODES))


def is_right(expected: Expected, identity: Identity) -> bool:
    """Tell whether an identity is the one expected.

    A kind that the table of instruments does not know is not compared; a draft has no number.
    """
    if expected.kind == NO_REGULATION:
        return not identity.jenis
    kind = find_instrument(re.sub(r"(?i)^rancangan\s*", "", expected.kind).partition(" Kab/")[0])
    named = kind is None or same_kind(kind.slug, identity.jenis)
    numbers = numbers_of(identity.nomor) if identity.nomor else {""}
    nomor = normalise_nomor(expected.nomor) if expected.nomor else ""
    return named and bool(identity.jenis) and nomor in numbers and identity.tahun == expected.tahun


def report(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield a table of the figures and a list of what is wrong or warned."""
    heads = f"{'right':>12} {'wrong, silent':>14} {'right, warned':>14}"
    yield f"{'group':16} {'n':>4} {'no text':>8} {heads}"
    for group in dict.fromkeys(one.expected.group for one in outcomes):
        yield figures(group, [one for one in outcomes if one.expected.group == group])
    for one in outcomes:
        if one.identity is not None and (one.codes or not one.right):
            yield describe(one)


def figures(group: str, outcomes: Sequence[Outcome]) -> str:
    """Return the line of one group; shares are of the files that have text."""
    read = [one for one in outcomes if one.identity is not None]
    right = sum(one.right for one in read)
    silent = sum(not one.right and not one.codes for one in read)
    warned = sum(one.right and bool(one.codes) for one in read)
    return (
        f"{group:16} {len(outcomes):4} {len(outcomes) - len(read):8} "
        f"{share(right, len(read)):>12} {share(silent, len(read)):>14} {share(warned, right):>14}"
    )


def share(count: int, total: int) -> str:
    """Write a count and its share.

    >>> share(97, 100)
    '97 97.0 %'
    """
    return f"{count} {count / total:.1%}".replace("%", " %") if total else "-"


def describe(one: Outcome) -> str:
    """Return one line on a file that is wrong or warned."""
    expected, identity = one.expected, one.identity or Identity()
    verdict = "right" if one.right else "WRONG"
    read = f"{identity.jenis}/{identity.wilayah}/{identity.tahun}/{identity.nomor}"
    said = f"{expected.kind} {expected.nomor}/{expected.tahun}"
    return f"{verdict} {expected.group}: {expected.path}: catalogue {said}, read {read}; " + (
        ", ".join(one.codes) or "no warning"
    )


if __name__ == "__main__":
    sys.exit(main())
