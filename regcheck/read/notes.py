"""The notes that go with a text: what was left out, what may be wrong, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from regcheck.domain import Anomaly
from regcheck.read.furniture import Removed
from regcheck.read.quality import LOW_QUALITY

#: The most ranges of pages that a note spells out.
MAX_RANGES = 12
#: Fewer characters on a scanned page are a stamp or a page number.
MIN_CHARACTERS = 12


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the reading of one page showed besides its rows; characters are counted."""

    page: int
    characters: int
    invisible: int
    sideways: int
    scanned: bool
    ocr_layer: bool
    tables_skipped: bool
    damaged: bool

    @property
    def is_picture(self) -> bool:
        """Whether the page is a picture, with at most a stamp or a number as text."""
        return self.scanned and self.characters < MIN_CHARACTERS

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on the page."""
        return not (self.characters or self.scanned or self.damaged)


def pdf_notes(facts: Sequence[PageFacts], removed: Removed, quality: float) -> Iterator[Anomaly]:
    """Yield the notes of a PDF that has text."""
    if removed.total:
        yield furniture_note(removed)
    yield from ink_notes(facts)
    yield from page_notes(facts)
    if quality < LOW_QUALITY:
        yield quality_note(quality)


def furniture_note(removed: Removed) -> Anomaly:
    """Say how many rows were taken for furniture, kind by kind."""
    kinds = (
        (removed.numbers, "nomor halaman", "page numbers"),
        (removed.heads, "kepala, kaki, atau cap halaman", "running heads, feet or stamps"),
        (removed.catchwords, "kata sambung", "catchwords"),
    )
    said = ", ".join(f"{count} {name}" for count, name, _ in kinds if count)
    said_en = ", ".join(f"{count} {name}" for count, _, name in kinds if count)
    return Anomaly(
        "furniture",
        f"{removed.total} baris tidak dibaca sebagai isi: {said}.",
        f"{removed.total} lines were not read as text: {said_en}.",
    )


def ink_notes(facts: Sequence[PageFacts]) -> Iterator[Anomaly]:
    """Say what cannot be seen on the page, and what runs across it."""
    if unseen := [fact for fact in facts if fact.invisible]:
        count, pages = sum(fact.invisible for fact in unseen), [fact.page for fact in unseen]
        yield Anomaly(
            "invisible",
            f"{count} huruf yang tidak terlihat di halaman {say_pages(pages)} diabaikan.",
            f"{count} characters that cannot be seen on page {say_pages(pages)} were left out.",
            page=pages[0],
        )
    if aslant := [fact for fact in facts if fact.sideways]:
        count, pages = sum(fact.sideways for fact in aslant), [fact.page for fact in aslant]
        yield Anomaly(
            "sideways",
            f"{count} huruf miring atau tegak di halaman {say_pages(pages)} diabaikan.",
            f"{count} slanted or sideways characters on page {say_pages(pages)} were left out.",
            page=pages[0],
        )


def page_notes(facts: Sequence[PageFacts]) -> Iterator[Anomaly]:
    """Say which pages have no text, text by OCR, or tables that were not read."""
    if pages := [fact.page for fact in facts if fact.ocr_layer]:
        yield Anomaly(
            "ocr-layer",
            f"Teks halaman {say_pages(pages)} berasal dari OCR; cocokkan kutipan dengan gambarnya.",
            f"The text of page {say_pages(pages)} comes from OCR; compare quotations with the "
            "picture.",
            page=pages[0],
        )
    if pages := [fact.page for fact in facts if fact.is_picture]:
        yield Anomaly(
            "page-without-text",
            f"Halaman {say_pages(pages)} hanya gambar; isinya tidak terbaca. Jalankan OCR dahulu.",
            f"Page {say_pages(pages)} is only a picture; its content was not read. Run OCR first.",
            page=pages[0],
        )
    if pages := [fact.page for fact in facts if fact.damaged]:
        yield Anomaly(
            "page-damaged",
            f"Halaman {say_pages(pages)} rusak dan tidak terbaca. Unduh kembali berkasnya.",
            f"Page {say_pages(pages)} is damaged and was not read. Download the file again.",
            page=pages[0],
        )
    if pages := [fact.page for fact in facts if fact.is_blank]:
        yield Anomaly(
            "page-without-text",
            f"Halaman {say_pages(pages)} kosong.",
            f"Page {say_pages(pages)} is blank.",
            page=pages[0],
        )
    if pages := [fact.page for fact in facts if fact.tables_skipped]:
        yield Anomaly(
            "tables-skipped",
            f"Tabel di halaman {say_pages(pages)} tidak diurai; teksnya tetap terbaca.",
            f"Tables on page {say_pages(pages)} were not taken apart; their text was read.",
            page=pages[0],
        )


def scan_note(pages: int) -> Anomaly:
    """Say that a document is pictures only, and what to do."""
    return Anomaly(
        "scan",
        f"Dokumen ini hasil pindai ({pages} halaman) tanpa lapisan teks, jadi isinya tidak "
        "terbaca. Jalankan OCR (misalnya ocrmypdf -l ind) lalu baca hasilnya, atau pakai berkas "
        "asli yang bukan pindaian.",
        f"This document is a scan ({pages} pages) without a text layer, so its content cannot be "
        "read. Run OCR (for example ocrmypdf -l ind) and read the result, or use the original "
        "file instead of a scan.",
    )


def quality_note(quality: float) -> Anomaly:
    """Say that a text has many misread words."""
    return Anomaly(
        "low-quality",
        f"Mutu teks rendah ({quality:.2f} dari 1): banyak kata salah baca. Hasil pemeriksaan "
        "dokumen ini kurang dapat diandalkan; ulangi OCR atau pakai berkas asli.",
        f"The quality of the text is low ({quality:.2f} of 1): many words are misread. Findings "
        "on this document are less reliable; repeat the OCR or use the original file.",
    )


def encoding_note(encoding: str) -> Anomaly:
    """Say that a text file is not UTF-8."""
    return Anomaly(
        "encoding",
        f"Berkas bukan UTF-8; dibaca sebagai {encoding}. Periksa tanda baca dan huruf khusus.",
        f"The file is not UTF-8; it was read as {encoding}. Check punctuation and special letters.",
    )


def empty_note() -> Anomaly:
    """Say that a text file holds nothing but blanks."""
    return Anomaly("empty", "Berkas tidak berisi teks.", "The file holds no text.")


def say_pages(pages: Iterable[int]) -> str:
    """Write page numbers as ranges; a very long list ends in the number of the rest.

    >>> say_pages([1, 2, 3, 7, 9, 10])
    '1-3, 7, 9-10'
    """
    ordered = sorted(set(pages))
    ranges = []
    for _, group in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        run = [page for _, page in group]
        ranges.append(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]))
    rest = len(ranges) - MAX_RANGES
    return ", ".join(ranges[:MAX_RANGES]) + (f" (+{rest})" if rest > 0 else "")
