"""Which pages of real PDFs the quality gate sends to OCR, and whether OCR reads them better.

    python -m benchmarks.gate --pdf FOLDER [--ocr PAGES]

``FOLDER`` holds PDFs and a table ``MANIFEST.tsv`` whose ``path`` is relative to the parent of
``FOLDER``; the pages count as printed or as scans with a layer by what the reader sees in them.
With ``--ocr`` so many pages with such a layer, drawn with a fixed seed, are recognised anew, and
the two readings are compared by their words. That comparison uses the same word list as the gate:
it tells whether the threshold is well placed, not whether the words are right, which was judged
by reading pictures beside both texts (see the comments of ``regcheck/read/quality.py``).
"""

from __future__ import annotations

import argparse
import csv
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from regcheck.errors import RegcheckError
from regcheck.read.layout.leaves import lay_out
from regcheck.read.layout.rows import Row
from regcheck.read.ocr.finder import find_ocr
from regcheck.read.ocr.recogniser import Ocr
from regcheck.read.pages import DPI, rows_of
from regcheck.read.pdf.file import open_pdf
from regcheck.read.quality import NOISE, is_better, is_usable, page_score
from regcheck.settings import Settings

SEED = 20261203
#: Fewer characters are a page number or a stamp.
MIN_CHARACTERS = 40
SHARES = (0.0, 0.001, 0.003, 0.01, 0.05, 0.5)


@dataclass(frozen=True)
class Page:
    """A page with text: its file, its rows, and whether its text is the layer of a scan."""

    path: Path
    number: int
    scanned: bool
    rows: tuple[Row, ...]


def read_pages(folder: Path) -> Iterator[Page]:
    """Yield every page with text of the PDFs that the table names."""
    with (folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as table:
        paths = [folder.parent / row["path"] for row in csv.DictReader(table, delimiter="\t")]
    for path in paths:
        try:
            with open_pdf(path) as document:
                for number in range(1, document.pages + 1):
                    parts = document.read_glyphs(number)
                    if sum(len(part.chars) for part in parts) >= MIN_CHARACTERS:
                        rows = rows_of(tuple(map(lay_out, parts)))
                        yield Page(path, number, parts[0].ocr_layer, tuple(rows))
        except RegcheckError as error:
            print(f"{path}: {error}")


def report_refusals(name: str, pages: Sequence[Page], *, scanned: bool) -> None:
    """Print how many pages the gate refuses, and how their scores are spread."""
    scores = sorted(page_score(page.rows) for page in pages)
    refused = sum(not is_usable(score, scanned=scanned) for score in scores)
    spread = "  ".join(f"{share:.1%}: {scores[int(share * len(scores))]:.3f}" for share in SHARES)
    print(f"{name}: {len(pages)} pages, refused {refused} ({refused / len(pages):.2%})")
    print(f"  scores at the lowest {spread}")


def report_cost(pages: Sequence[Page]) -> None:
    """Print the time that the score of a page takes, its words being known."""
    start = time.perf_counter()
    for page in pages:
        page_score(page.rows)
    print(f"score: {1000 * (time.perf_counter() - start) / len(pages):.3f} ms a page")


def compare(page: Page, ocr: Ocr) -> tuple[str, str]:
    """Recognise a page; return what the gate says and which reading has more words."""
    with open_pdf(page.path) as document:
        picture = document.render(page.number, DPI)
    found = rows_of((ocr.recognise(picture.pixels, page.number, DPI).sheet,))
    old, new = page_score(page.rows), page_score(found)
    said = "kept" if is_usable(old, scanned=True) else "replaced"
    if is_better(found, page.rows):
        return said, "better"
    return said, "same" if abs(new - old) < NOISE else "worse"


def report_ocr(pages: Sequence[Page], count: int) -> None:
    """Print how the gate's word agrees with what OCR reads."""
    ocr = find_ocr(Settings())
    if not isinstance(ocr, Ocr):
        print(ocr.say("en"))
        return
    drawn = random.Random(SEED).sample(list(pages), min(count, len(pages)))
    table = Counter(compare(page, ocr) for page in drawn)
    print(f"OCR of {len(drawn)} pages with a layer: by its words it is")
    for said in ("replaced", "kept"):
        cells = ", ".join(f"{how} {table[said, how]}" for how in ("better", "same", "worse"))
        print(f"  {said}: {cells}")


def main() -> None:
    """Read the pages, and print what the gate says of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pdf", type=Path, required=True, help="folder with MANIFEST.tsv")
    parser.add_argument("--ocr", type=int, default=0, help="recognise so many pages")
    options = parser.parse_args()
    pages = list(read_pages(options.pdf))
    printed = [page for page in pages if not page.scanned]
    scans = [page for page in pages if page.scanned]
    report_refusals("printed", printed, scanned=False)
    report_refusals("scans with a layer", scans, scanned=True)
    report_cost(pages)
    if options.ocr:
        report_ocr(scans, options.ocr)


if __name__ == "__main__":
    main()
