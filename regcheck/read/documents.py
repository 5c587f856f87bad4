"""A PDF to lines: its pages in reading order, without furniture, with notes on what is left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from regcheck.domain import Line, Source, SourceText, Table
from regcheck.read.furniture import remove_furniture
from regcheck.read.glyphs import PageGlyphs
from regcheck.read.leaves import Leaf, Sheet, choose_leaves, lay_out
from regcheck.read.notes import PageFacts, pdf_notes, scan_note
from regcheck.read.pdf import READER, PdfFile, open_pdf
from regcheck.read.quality import text_quality
from regcheck.read.tables import is_ruled, read_tables
from regcheck.settings import Settings

#: A document with text on less than this share of its pages, the rest pictures, is a scan.
MIN_TEXT_SHARE = 0.05
#: Taking a table apart costs as much as reading ten pages; annexes run to hundreds.
MAX_TABLE_PAGES = 120


@dataclass
class Reading:
    """What has been read of a document so far, page by page."""

    sheets: list[Sheet] = field(default_factory=list)
    facts: list[PageFacts] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    ruled: int = 0

    def add_page(self, parts: tuple[PageGlyphs, ...]) -> None:
        """Take in one page; its characters are not kept."""
        first, ruled = parts[0], [part for part in parts if is_ruled(part)]
        self.ruled += bool(ruled)
        skipped = bool(ruled) and (self.ruled > MAX_TABLE_PAGES or first.crowded)
        for part in parts:
            self.sheets.append(lay_out(part))
        for part in () if skipped else ruled:
            self.tables += read_tables(part)
        count = sum(len(part.chars) for part in parts)
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
            )
        )

    @property
    def is_scan(self) -> bool:
        """Whether the document is pictures, apart from a page or so."""
        written = sum(fact.characters > 0 for fact in self.facts if not fact.is_picture)
        pictures = sum(fact.is_picture for fact in self.facts)
        return written == 0 or (pictures > 0 and written < MIN_TEXT_SHARE * len(self.facts))


def read_pdf(path: Path, sha256: str, settings: Settings) -> SourceText:
    """Read a PDF; a scan without a text layer gives no lines and a note ``scan``.

    Raises:
        UnreadableFileError: The file is encrypted, damaged, or has no page.
    """
    with open_pdf(path) as document:
        source = Source(str(path), sha256, document.pages, READER)
        reading = read_pages(document)
    if reading.is_scan:
        return SourceText((), source, notes=(scan_note(source.pages),), quality=0.0)
    leaves, removed = remove_furniture(choose_leaves(reading.sheets))
    quality = text_quality(row.text for leaf in leaves for row in leaf.rows)
    by_ocr = {fact.page for fact in reading.facts if fact.ocr_layer}
    return SourceText(
        lines=to_lines(leaves, by_ocr, quality),
        source=source,
        tables=tuple(reading.tables),
        notes=tuple(pdf_notes(without_rows(reading.facts, leaves), removed, quality)),
        quality=quality,
        ocr_pages=len(by_ocr),
    )


def without_rows(facts: list[PageFacts], leaves: list[Leaf]) -> list[PageFacts]:
    """Count no characters on pages of which nothing but furniture was printed."""
    printed = {leaf.page for leaf in leaves if leaf.rows}
    return [fact if fact.page in printed else replace(fact, characters=0) for fact in facts]


def read_pages(document: PdfFile) -> Reading:
    """Read every page, one at a time."""
    reading = Reading()
    for page in range(1, document.pages + 1):
        reading.add_page(document.read_glyphs(page))
    return reading


def to_lines(leaves: list[Leaf], by_ocr: set[int], quality: float) -> tuple[Line, ...]:
    """Turn rows into lines; on pages read by OCR they are as sure as the text is good."""
    return tuple(
        Line(
            text=row.text,
            page=leaf.page,
            x0=round(row.x0, 2),
            top=round(row.top, 2),
            x1=round(row.x1, 2),
            bottom=round(row.bottom, 2),
            confidence=round(quality, 3) if leaf.page in by_ocr else 1.0,
        )
        for leaf in leaves
        for row in leaf.rows
    )
