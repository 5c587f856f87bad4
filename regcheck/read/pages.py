"""The pages of a PDF as they are read: their own text first, the picture where that is no use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from regcheck.domain import Anomaly, Table
from regcheck.read.facts import MIN_CHARACTERS, PageFacts
from regcheck.read.layout.leaves import Leaf, Sheet, lay_out
from regcheck.read.layout.rows import Row
from regcheck.read.layout.tables import is_ruled, read_tables
from regcheck.read.notes import cut_note, ocr_cut_note
from regcheck.read.ocr.finder import find_ocr
from regcheck.read.ocr.recogniser import RecognisedPage, recognise_pages
from regcheck.read.pdf.file import PdfFile
from regcheck.read.pdf.glyphs import PageGlyphs
from regcheck.read.quality import USABLE, is_better, is_usable, page_score
from regcheck.settings import Settings

#: Taking a table apart costs as much as reading ten pages; annexes run to hundreds.
MAX_TABLE_PAGES = 120
#: Recognition gains nothing above this (measured) and loses below it.
DPI = 200
#: Printed on a picture, fewer characters may be a signature's note only; the picture replaces them
#: where it holds so many times as many.
THIN, LONGER = 600, 1.5


@dataclass
class Reading:
    """What has been read of a document so far, page by page; characters are not kept."""

    sheets: list[tuple[Sheet, ...]] = field(default_factory=list)
    facts: list[PageFacts] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: list[Anomaly] = field(default_factory=list)
    reader: str = ""
    ruled: int = 0
    forced: bool = False

    def add_page(self, parts: tuple[PageGlyphs, ...]) -> None:
        """Take in one page as the file has it."""
        first, ruled = parts[0], [part for part in parts if is_ruled(part)]
        self.ruled += bool(ruled)
        skipped = bool(ruled) and (self.ruled > MAX_TABLE_PAGES or first.crowded)
        sheets = tuple(map(lay_out, parts))
        for part in () if skipped else ruled:
            self.tables += read_tables(part)
        count = sum(len(part.chars) for part in parts)
        self.sheets.append(sheets)
        self.facts.append(
            PageFacts(
                page=first.page,
                characters=count,
                invisible=first.invisible,
                sideways=first.sideways,
                scanned=first.scanned,
                ocr_layer=first.ocr_layer and count > 0,
                tables_skipped=skipped,
                damaged=first.damaged,
                score=page_score(rows_of(sheets)) if count else -1.0,
            )
        )

    def take_recognised(self, found: RecognisedPage) -> None:
        """Put recognised text in place of the page's own, where it is the better of the two."""
        index = found.page - 1
        facts = self.facts[index]
        rows = rows_of((found.sheet,))
        old = rows_of(self.sheets[index])
        if found.failed or not rows or not (self.forced or replaces(found, old, facts)):
            self.facts[index] = replace(facts, failed=found.failed, tried=not found.failed)
            return
        self.sheets[index] = (found.sheet,)
        self.facts[index] = replace(
            facts,
            characters=sum(len(row.text) for row in rows),
            invisible=0,
            sideways=0,
            tables_skipped=False,
            ocr=found.confidence,
            tried=True,
            noise=found.dropped,
            doubts=found.doubts,
        )
        self.tables = [table for table in self.tables if table.page != found.page]


def read_pages(document: PdfFile, settings: Settings, threads: int) -> Reading:
    """Read every page up to the limit: its own text, then, where that is no use, its picture.

    Pages are opened one at a time, and at most a few pictures are held at once.
    """
    reading = Reading(forced=settings.ocr == "always")
    last = min(document.pages, settings.max_pages)
    for page in range(1, last + 1):
        reading.add_page(document.read_glyphs(page))
    wanted = [fact.page for fact in reading.facts if needs_picture(fact, settings.ocr)]
    if wanted and settings.ocr != "never":
        recognise(document, reading, wanted, settings, threads)
    if document.pages > last:
        reading.notes.append(cut_note(document.pages, last))
    return reading


def recognise(
    document: PdfFile, reading: Reading, wanted: list[int], settings: Settings, threads: int
) -> None:
    """Recognise pages from their pictures; says so where the recogniser is missing."""
    ocr = find_ocr(settings)
    if isinstance(ocr, Anomaly):
        reading.notes.append(replace(ocr, page=wanted[0]))
        return
    reading.reader = ocr.name
    reading.notes += ocr.notes
    for found in recognise_pages(ocr, pictures(document, wanted, settings), threads):
        reading.take_recognised(found)
    if len(wanted) > settings.max_ocr_pages:
        reading.notes.append(ocr_cut_note(wanted[settings.max_ocr_pages :]))


def pictures(
    document: PdfFile, wanted: list[int], settings: Settings
) -> Iterator[tuple[int, NDArray[np.uint8], int]]:
    """Yield the pictures of the wanted pages with their resolution, each made when asked for."""
    for page in wanted[: settings.max_ocr_pages]:
        picture = document.render(page, DPI)
        if not picture.is_empty:
            yield page, picture.pixels, round(picture.dpi)


def needs_picture(facts: PageFacts, mode: str) -> bool:
    """Tell whether a page's picture may tell more than its own text.

    It may where there is no text, where the text is bad, and where a few words, such as the note
    on an electronic signature, were printed on the picture of a page.
    """
    if facts.damaged:
        return False
    if mode == "always":
        return True
    thin = facts.scanned and not facts.ocr_layer and facts.characters < THIN
    return facts.is_picture or thin or (facts.score >= 0 and not is_good(facts))


def replaces(found: RecognisedPage, old: list[Row], facts: PageFacts) -> bool:
    """Tell whether recognised rows should take the place of the page's own.

    A layer that is no text at all gives way to whatever was recognised with more confidence: a
    table of figures has few words to compare.
    """
    rows = rows_of((found.sheet,))
    if facts.characters < MIN_CHARACTERS or facts.score < min(USABLE, found.confidence):
        return True
    if is_good(facts):
        return sum(len(row.text) for row in rows) > LONGER * facts.characters
    return is_better(rows, old)


def is_good(facts: PageFacts) -> bool:
    """Tell whether the page's own text needs no second reading."""
    return is_usable(facts.score, scanned=facts.ocr_layer)


def rows_of(sheets: tuple[Sheet, ...]) -> list[Row]:
    """Return the rows of a page, of its halves where it has no whole."""
    leaves: list[Leaf] = [leaf for sheet in sheets for leaf in sheet.whole or sheet.halves]
    return [row for leaf in leaves for row in leaf.rows]
