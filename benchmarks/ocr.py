"""How well pictures of text are read: ``python -m benchmarks.ocr``.

Pages of the born-digital files of the data folder are drawn at 200 dpi, as they are and degraded
(turned by a degree, blurred, packed as JPEG; see ``ocr_pages``), recognised, and compared with the
text of their characters. The same seed draws the same pages.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean

from rapidfuzz.distance import Levenshtein

from benchmarks.ocr_pages import DPI, Sample, compose_columns, compose_sheet, degrade, sample_pages
from regcheck.domain import Anomaly
from regcheck.read.layout.leaves import Fold, choose_leaves
from regcheck.read.ocr.finder import find_ocr
from regcheck.read.ocr.recogniser import Ocr, RecognisedPage
from regcheck.settings import Settings

#: Dotted lines to write on.
#:
#: takes    ..........      …………      . . . . .
#: refuses  1.000.000      dst.
LEADERS = re.compile(r"(?:[.…_]\s?){4,}|…+")


@dataclass(frozen=True, slots=True)
class Result:
    """How well a page was read: two shares in ``[0, 1]``, and how long it took.

    ``characters`` is 1 less the edit distance over the length of the text, white space counted as
    single spaces; ``order`` the share of the pairs of neighbouring words that are neighbours still.
    """

    name: str
    kind: str
    state: str
    characters: float
    order: float
    seconds: float
    confidence: float


def main() -> int:
    """Measure and print; return 2 where no recogniser is installed."""
    options = parse_options()
    ocr = find_ocr(Settings())
    if isinstance(ocr, Anomaly):
        print(ocr.message_en, file=sys.stderr)
        return 2
    print(f"{ocr.name}; {options.pages} pages of {options.data}, seed {options.seed}")
    with tempfile.TemporaryDirectory() as folder:
        samples = list(draw(options, Path(folder)))
    results = [result for i, sample in enumerate(samples) for result in measure(ocr, sample, i)]
    print_table(results)
    worst = sorted(results, key=lambda result: result.characters)[: options.worst]
    for result in worst:
        print(f"{result.characters:.4f} {result.order:.4f} {result.state:8} {result.name}")
    return 0


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ocr", description=__doc__)
    data = Path(os.environ.get("REGCHECK_DATA", "../shared")) / "data" / "pdf"
    parser.add_argument("--data", type=Path, default=data, help="folder of PDFs")
    parser.add_argument("--pages", type=int, default=36, help="pages drawn")
    parser.add_argument("--composed", type=int, default=8, help="pages composed, of each kind")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--worst", type=int, default=0, help="print so many of the worst pages")
    return parser.parse_args()


def draw(options: argparse.Namespace, folder: Path) -> Iterator[Sample]:
    """Yield the drawn pages and those composed of their words."""
    drawn = list(sample_pages(options.data, options.pages, options.seed))
    yield from drawn
    for sample, other in list(pairwise(drawn))[: options.composed]:
        yield compose_columns(sample, other, folder)
        yield compose_sheet(sample, other, folder)


def measure(ocr: Ocr, sample: Sample, number: int) -> Iterator[Result]:
    """Read a page as it is and degraded."""
    states = (("clean", sample.pixels), ("degraded", degrade(sample.pixels, number % 2 == 0)))
    for state, pixels in states:
        start = time.perf_counter()
        page = ocr.recognise(pixels, 1, DPI)
        seconds = time.perf_counter() - start
        wanted = words_of(" ".join(sample.rows))
        got = words_of(text_of(page, two_up=sample.kind == "two-up"))
        yield Result(
            name=sample.name,
            kind=sample.kind,
            state=state,
            characters=character_accuracy(" ".join(wanted), " ".join(got)),
            order=pairs_kept(wanted, got),
            seconds=seconds,
            confidence=page.confidence,
        )


def words_of(text: str) -> list[str]:
    """Return the words of a text; the dotted lines of a form are no text.

    >>> words_of("Nama : .......... Rp…………… (sepuluh)")
    ['Nama', ':', 'Rp', '(sepuluh)']
    """
    return LEADERS.sub(" ", text).split()


def text_of(page: RecognisedPage, *, two_up: bool = False) -> str:
    """Return the text of a recognised page in reading order, folded as its document is."""
    unsure = page.sheet.fold is Fold.UNSURE
    leaves = page.sheet.halves if two_up and unsure else choose_leaves([page.sheet])
    return "\n".join(row.text for leaf in leaves for row in leaf.rows)


def character_accuracy(wanted: str, got: str) -> float:
    """Return 1 less the edit distance as a share of the wanted text, at least 0.

    >>> character_accuracy("Pasal 10", "Pasal 1O")
    0.875
    """
    return max(0.0, 1 - Levenshtein.distance(wanted, got) / max(1, len(wanted)))


def pairs_kept(wanted: Sequence[str], got: Sequence[str]) -> float:
    """Return the share of the pairs of neighbouring words that are still neighbours.

    >>> pairs_kept(["a", "b", "c"], ["b", "c", "a"])
    0.5
    """
    pairs, found = Counter(pairwise(wanted)), Counter(pairwise(got))
    return (pairs & found).total() / max(1, pairs.total())


def print_table(results: Sequence[Result]) -> None:
    """Print means by state and kind, and over all kinds."""
    print(f"{'':26}{'pages':>6}{'characters':>12}{'order':>8}{'s/page':>8}{'sureness':>10}")
    groups = dict.fromkeys((result.state, result.kind) for result in results)
    for state in dict.fromkeys(result.state for result in results):
        of_state = [result for result in results if result.state == state]
        for kind in (kind for other, kind in groups if other == state):
            print_line(f"{state}, {kind}", [r for r in of_state if r.kind == kind])
        print_line(f"{state}, all", of_state)


def print_line(name: str, results: Sequence[Result]) -> None:
    """Print the means of some results."""
    figures = (
        f"{fmean(r.characters for r in results):12.4f}{fmean(r.order for r in results):8.4f}"
        f"{fmean(r.seconds for r in results):8.2f}{fmean(r.confidence for r in results):10.3f}"
    )
    print(f"{name:26}{len(results):6}{figures}")


if __name__ == "__main__":
    sys.exit(main())
