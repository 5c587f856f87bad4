"""Compare the text of pasal with one that others cleaned by hand: ``python -m benchmarks.gold``.

The folder that REGCHECK_DATA names holds ``data/gold/kominfo_articles.json`` and the PDFs it was
made from. For each pasal both texts, with white space made even, are compared character by
character. A pasal below the bar is listed with the longest passage that only one side has: the
cause is found by looking at the page. Acts that were read from pictures are counted apart.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from benchmarks.data import Segment, find_segments
from regcheck.domain import SourceText
from regcheck.parse import parse_document
from regcheck.read import read_document

GOLD = Path("data/gold/kominfo_articles.json")
PDFS = Path("data/pdf/kominfo_gold")
#: A pasal whose characters agree by less is listed.
BAR = 0.98
#: So much of a passage that one side lacks is shown.
SHOWN = 90


@dataclass(frozen=True, slots=True)
class Comparison:
    """One pasal of one act: its text by hand and as it was read, empty if it was not found.

    ``recognised`` tells whether the act was read from pictures.
    """

    act: str
    pasal: str
    wanted: str
    got: str
    recognised: bool

    @property
    def agreement(self) -> float:
        """The share of characters that agree: 1 less edit distance by the longer length."""
        return Levenshtein.normalized_similarity(self.wanted, self.got)


@dataclass(frozen=True, slots=True)
class Figures:
    """The agreement over many pasal; ``found`` is the share that was found under its label."""

    pasal: int
    found: float
    median: float
    share: float
    mean: float


def compare_all(root: Path) -> Iterator[Comparison]:
    """Read and parse each PDF and compare its pasal with those of the gold text."""
    acts = json.loads((root / GOLD).read_text(encoding="utf-8"))
    for act in acts:
        name = act["download_name"]
        source = read_document(root / PDFS / f"{name}.pdf")
        segments = [one for act in parse_document(source) for one in find_segments(act)]
        yield from compare_act(name, act["content"]["articles"], segments, was_recognised(source))


def was_recognised(source: SourceText) -> bool:
    """Tell whether most pages were read from pictures, by us or by whoever made the file."""
    pictures = sum(page.origin.startswith("ocr") for page in source.pages)
    return 2 * pictures > len(source.pages)


def compare_act(
    name: str, articles: dict[str, Any], segments: Iterable[Segment], recognised: bool
) -> Iterator[Comparison]:
    """Compare the pasal of one act; of several with one label the most alike is taken."""
    read: dict[str, list[str]] = defaultdict(list)
    for segment in segments:
        read[segment.label].append(even(segment.text))
    for label, article in articles.items():
        wanted = even(article["text"])
        candidates = [Comparison(name, label, wanted, text, recognised) for text in read[label]]
        missing = Comparison(name, label, wanted, "", recognised)
        yield max(candidates, key=lambda one: one.agreement, default=missing)


def even(text: str) -> str:
    """Return a text with single spaces.

    >>> even(" (1) Setiap  orang wajib ")
    '(1) Setiap orang wajib'
    """
    return " ".join(text.split())


def find_difference(comparison: Comparison) -> str:
    """Return the longest passage that only one side has, marked ``+`` if it was read.

    >>> find_difference(Comparison("x", "1", "Menteri wajib", "Menteri dan Gubernur wajib", False))
    '+dan Gubernur '
    """
    wanted, got = comparison.wanted, comparison.got
    longest = ""
    for code in Levenshtein.opcodes(wanted, got):
        if code.tag == "insert":
            longest = max(longest, "+" + got[code.dest_start : code.dest_end], key=len)
        elif code.tag != "equal":
            longest = max(longest, "-" + wanted[code.src_start : code.src_end], key=len)
    return longest


def summarise(comparisons: Sequence[Comparison]) -> Figures:
    """Return the figures over pasal.

    >>> pasal = [Comparison("x", "1", "ab", "ab", False), Comparison("x", "2", "ab", "a", False)]
    >>> summarise(pasal)
    Figures(pasal=2, found=1.0, median=0.75, share=0.5, mean=0.75)
    """
    scores = [one.agreement for one in comparisons]
    return Figures(
        pasal=len(scores),
        found=sum(bool(one.got) for one in comparisons) / len(scores),
        median=statistics.median(scores),
        share=sum(score >= BAR for score in scores) / len(scores),
        mean=statistics.fmean(scores),
    )


def print_report(comparisons: Sequence[Comparison]) -> None:
    """Print the figures of all pasal, of printed and of recognised acts, and the low ones."""
    groups = (
        ("all", list(comparisons)),
        ("printed", [one for one in comparisons if not one.recognised]),
        ("recognised", [one for one in comparisons if one.recognised]),
    )
    print(f"{'pasal':<12}{'number':>8}{'found':>9}{'median':>9}{f'>= {BAR}':>9}{'mean':>9}")
    for name, group in groups:
        if group:
            figures = summarise(group)
            print(
                f"{name:<12}{figures.pasal:>8}{figures.found:>9.3f}{figures.median:>9.4f}"
                f"{figures.share:>9.3f}{figures.mean:>9.4f}"
            )
    for one in sorted(comparisons, key=lambda one: one.agreement):
        if one.agreement < BAR:
            print(
                f"{one.agreement:.3f}  {one.act} pasal {one.pasal}: {find_difference(one)[:SHOWN]}"
            )


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare all acts and print the report."""
    parser = argparse.ArgumentParser(prog="benchmarks.gold", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("REGCHECK_DATA"), help="folder with data/gold"
    )
    options = parser.parse_args(arguments)
    if options.data is None or not (Path(options.data) / GOLD).exists():
        parser.error("name the folder that holds data/gold with --data or REGCHECK_DATA")
    print_report(list(compare_all(Path(options.data))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
