"""Pasal found, missing and double in texts or PDFs, by the numbering itself.

A number between two that were found and that no pasal has is missing; one that two pasal have is
double. Acts that amend others are left out: their numbers are those of their bases.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

from benchmarks.data import find_texts
from regcheck.domain import Kind, Regulation
from regcheck.errors import RegcheckError
from regcheck.parse import parse_document
from regcheck.read import read_document
from regcheck.settings import Settings

_AMENDING = re.compile(r"^\W*perubahan\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one text: its pasal found, the numbers missing below the highest, and the surplus."""

    doc: str
    found: int
    missing: int
    double: int


def count_pasal(doc: str, regulation: Regulation) -> Tally | None:
    """Count the pasal of a body; nothing for an act that amends another, or that has none."""
    labels = [
        unit.label
        for unit in regulation.units
        if unit.kind is Kind.PASAL and unit.path.count("/") == 0 and not unit.target
    ]
    numbers = Counter(label for label in labels if _NUMBER.match(label))
    if not numbers or regulation.amendments or _AMENDING.match(regulation.identity.tentang):
        return None
    plain = {int(label) for label in numbers if label.isdigit()}
    missing = max(plain, default=0) - len(plain)
    return Tally(doc, len(numbers), missing, sum(numbers.values()) - len(numbers))


def read_one(job: tuple[str, Path]) -> Tally | None:
    """Parse one text or PDF and count; a PDF of pictures, or one that cannot be read, is none."""
    doc, path = job
    if path.suffix == ".md":
        return count_pasal(doc, parse_document(read_document(path), doc)[0])
    try:
        source = read_document(path, Settings(ocr="never"))
    except RegcheckError as error:
        print(f"{doc}: {error}", file=sys.stderr)
        return None
    return count_pasal(doc, parse_document(source)[0]) if source.lines else None


def choose(paths: dict[str, Path], first: int, last: int) -> list[tuple[str, Path]]:
    """Return the texts whose id has a year of the span."""
    return [(doc, path) for doc, path in paths.items() if first <= year_of(doc) <= last]


def choose_pdfs(folder: Path, pattern: str) -> list[tuple[str, Path]]:
    """Return the PDFs below a folder whose path there has a pattern in it."""
    found = ((str(path.relative_to(folder)), path) for path in sorted(folder.rglob("*.pdf")))
    return [(name, path) for name, path in found if re.search(pattern, name, re.IGNORECASE)]


def year_of(doc: str) -> int:
    """Return the year in a document's id, 0 where there is none.

    >>> year_of("uu/2004/32")
    2004
    """
    return next((int(part) for part in doc.split("/") if re.fullmatch(r"\d{4}", part)), 0)


def show(tallies: Iterable[Tally], worst: int) -> None:
    """Print the totals, and the texts with most missing or double."""
    rows = list(tallies)
    found, missing, double = (
        sum(getattr(one, name) for one in rows) for name in ("found", "missing", "double")
    )
    whole = max(1, found + missing)
    print(
        f"{len(rows)} texts: {found} pasal found, {missing} missing ({missing / whole:.2%}), ",
        end="",
    )
    print(f"{double} double ({double / whole:.2%})")
    for one in sorted(rows, key=lambda one: (-one.missing - one.double, one.doc))[:worst]:
        if one.missing or one.double:
            print(f"  {one.doc}: {one.found} found, {one.missing} missing, {one.double} double")


def main() -> None:
    """Count the pasal of the texts of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, help="folder of texts KIND/YEAR/N.md")
    parser.add_argument("--years", default="2016-2022", help="first and last year")
    parser.add_argument("--pdf", type=Path, help="folder of PDFs, read without OCR")
    parser.add_argument("--match", default="", help="pattern of the paths of PDFs, in any case")
    parser.add_argument("--processes", type=int, default=2, help="how many at a time")
    parser.add_argument("--worst", type=int, default=10, help="texts to name")
    options = parser.parse_args()
    first, _, last = options.years.partition("-")
    texts = find_texts(options.texts) if options.texts else {}
    jobs = choose(texts, int(first), int(last or first))
    jobs += choose_pdfs(options.pdf, options.match) if options.pdf else []
    with Pool(options.processes) as pool:
        show([one for one in pool.imap(read_one, jobs, 8) if one], options.worst)


if __name__ == "__main__":
    main()
