"""A PDF to lines: its pages in reading order, without furniture, with notes on what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from regcheck.domain import Line, PageReading, Source, SourceText
from regcheck.read.facts import PageFacts
from regcheck.read.layout.furniture import remove_furniture
from regcheck.read.layout.leaves import Leaf, choose_leaves
from regcheck.read.notes import pdf_notes, scan_note
from regcheck.read.pages import Reading, read_pages
from regcheck.read.pdf.file import READER, open_pdf
from regcheck.read.quality import text_quality
from regcheck.settings import Settings

#: A document with text on less than this share of its pages, the rest pictures, is a scan.
MIN_TEXT_SHARE = 0.05


def read_pdf(path: Path, sha256: str, settings: Settings, threads: int = 1) -> SourceText:
    """Read a PDF; a scan that was not recognised gives no lines and a note ``scan``.

    Raises:
        UnreadableFileError: The file is encrypted, damaged, or has no page.
    """
    with open_pdf(path) as document:
        pages = document.pages
        reading = read_pages(document, settings, threads)
    reader = " + ".join(filter(None, (READER, reading.reader)))
    source = Source(str(path), sha256, pages, reader)
    if is_scan(reading.facts):
        notes = (scan_note(pages, settings.ocr), *reading.notes)
        readings = tuple(fact.reading for fact in reading.facts)
        return SourceText((), source, notes=notes, quality=0.0, pages=readings)
    return assemble(reading, source)


def is_scan(facts: list[PageFacts]) -> bool:
    """Tell whether a document is pictures, apart from a page or so."""
    written = sum(fact.characters > 0 for fact in facts if not fact.is_picture)
    pictures = sum(fact.is_picture for fact in facts)
    return written == 0 or (pictures > 0 and written < MIN_TEXT_SHARE * len(facts))


def assemble(reading: Reading, source: Source) -> SourceText:
    """Put the pages of a document together, without furniture."""
    sheets = [sheet for page in reading.sheets for sheet in page]
    leaves, removed = remove_furniture(choose_leaves(sheets))
    facts = without_rows(reading.facts, leaves)
    readings = {fact.page: fact.reading for fact in facts}
    quality = text_quality(row.text for leaf in leaves for row in leaf.rows)
    return SourceText(
        lines=to_lines(leaves, readings),
        source=source,
        tables=tuple(reading.tables),
        notes=(*pdf_notes(facts, removed, quality), *reading.notes),
        quality=quality,
        ocr_pages=sum(one.origin in ("ocr", "ocr-layer") for one in readings.values()),
        pages=tuple(readings.values()),
    )


def without_rows(facts: list[PageFacts], leaves: list[Leaf]) -> list[PageFacts]:
    """Count no characters on pages of which nothing but furniture was printed."""
    printed = {leaf.page for leaf in leaves if leaf.rows}
    return [fact if fact.page in printed else replace(fact, characters=0) for fact in facts]


def to_lines(leaves: list[Leaf], readings: Mapping[int, PageReading]) -> tuple[Line, ...]:
    """Turn rows into lines.

    A recognised row is as sure as the recogniser was of it, one of a scan's own text layer as sure
    as its page.
    """
    return tuple(
        Line(
            text=row.text,
            page=leaf.page,
            x0=round(row.x0, 2),
            top=round(row.top, 2),
            x1=round(row.x1, 2),
            bottom=round(row.bottom, 2),
            confidence=round(min(row.confidence, sure_of(readings[leaf.page])), 3),
        )
        for leaf in leaves
        for row in leaf.rows
    )


def sure_of(reading: PageReading) -> float:
    """Return how sure a page allows its rows to be; recognised ones speak for themselves."""
    return reading.confidence if reading.origin == "ocr-layer" else 1.0
