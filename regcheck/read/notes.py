"""The notes that go with a text: what was left out, what may be wrong, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from regcheck.domain import Anomaly
from regcheck.read.facts import PageFacts
from regcheck.read.layout.furniture import Removed
from regcheck.read.quality import LOW_QUALITY

#: The most ranges of pages that a note spells out.
MAX_RANGES = 12

#: What is said of pages, by code.
PAGE_WORDS = {
    "ocr-layer": (
        "Teks halaman {pages} berasal dari OCR; cocokkan kutipan dengan gambarnya.",
        "The text of page {pages} comes from OCR; compare quotations with the picture.",
    ),
    "page-without-text": (
        "Halaman {pages} hanya gambar; isinya tidak terbaca.",
        "Page {pages} is only a picture; its content was not read.",
    ),
    "page-damaged": (
        "Halaman {pages} rusak dan tidak terbaca. Unduh kembali berkasnya.",
        "Page {pages} is damaged and was not read. Download the file again.",
    ),
    "page-blank": ("Halaman {pages} tanpa tulisan.", "Page {pages} has no writing."),
    "ocr-failed": (
        "OCR gagal di halaman {pages}; teks aslinya, bila ada, yang dipakai.",
        "OCR failed on page {pages}; its own text, if any, was used.",
    ),
    "ocr-read-once": (
        "Halaman {pages} terlalu banyak bagian kabur; sebagian hanya dibaca OCR satu kali.",
        "Page {pages} has too many unclear places; some of them were read by OCR only once.",
    ),
    "tables-skipped": (
        "Tabel di halaman {pages} tidak diurai; teksnya tetap terbaca.",
        "Tables on page {pages} were not taken apart; their text was read.",
    ),
}


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
    """Say which pages were recognised, have no text, or have tables that were not read."""
    yield from recognition_notes(facts)
    told = (
        ("ocr-layer", [fact.page for fact in facts if is_kept_layer(fact)]),
        ("page-without-text", [fact.page for fact in facts if fact.is_picture and fact.ocr < 0]),
        ("page-damaged", [fact.page for fact in facts if fact.damaged]),
        ("page-blank", [fact.page for fact in facts if fact.is_blank]),
        ("ocr-failed", [fact.page for fact in facts if fact.failed]),
        ("ocr-read-once", [fact.page for fact in facts if fact.doubts]),
        ("tables-skipped", [fact.page for fact in facts if fact.tables_skipped]),
    )
    for code, pages in told:
        if pages:
            message, message_en = PAGE_WORDS[code]
            listed = say_pages(pages)
            yield Anomaly(
                code, message.format(pages=listed), message_en.format(pages=listed), page=pages[0]
            )


def is_kept_layer(fact: PageFacts) -> bool:
    """Tell whether a page's text is the layer that came with its picture."""
    return fact.ocr_layer and fact.ocr < 0 and fact.characters > 0


def recognition_notes(facts: Sequence[PageFacts]) -> Iterator[Anomaly]:
    """Say which pages were recognised from their pictures, and how sure that is."""
    found = [fact for fact in facts if fact.ocr >= 0]
    if not found:
        return
    mean = sum(fact.ocr for fact in found) / len(found)
    pages, first = say_pages(fact.page for fact in found), found[0].page
    yield Anomaly(
        "ocr",
        f"Halaman {pages} dibaca dengan OCR, keyakinan rata-rata {say_share(mean, ',')} dari 1; "
        "cocokkan kutipan dengan gambarnya.",
        f"Page {pages} was read by OCR, mean confidence {say_share(mean)} of 1; compare "
        "quotations with the picture.",
        page=first,
    )
    if replaced := [fact for fact in found if fact.score >= 0]:
        mean = sum(fact.score for fact in replaced) / len(replaced)
        pages = say_pages(fact.page for fact in replaced)
        yield Anomaly(
            "layer-replaced",
            f"Lapisan teks halaman {pages} tidak dipakai (mutu {say_share(mean, ',')} dari 1); "
            "teksnya dibaca ulang dengan OCR.",
            f"The text layer of page {pages} was not used (quality {say_share(mean)} of 1); "
            "the text was read again by OCR.",
            page=replaced[0].page,
        )
    if noise := sum(fact.noise for fact in found):
        yield Anomaly(
            "ocr-noise",
            f"{noise} baris hasil OCR dianggap noda atau bingkai dan diabaikan.",
            f"{noise} rows that OCR returned were taken for specks or frames and left out.",
            page=first,
        )


def say_share(share: float, comma: str = ".") -> str:
    """Write a share with two digits.

    >>> say_share(0.914, ",")
    '0,91'
    """
    return f"{share:.2f}".replace(".", comma)


def scan_note(pages: int, mode: str) -> Anomaly:
    """Say that a document is pictures only, and what to do."""
    if mode == "never":
        return Anomaly(
            "scan",
            f"Dokumen ini hasil pindai ({pages} halaman) dan OCR dimatikan, jadi isinya tidak "
            "terbaca. Jalankan lagi dengan --ocr auto.",
            f"This document is a scan ({pages} pages) and OCR is switched off, so its content was "
            "not read. Run again with --ocr auto.",
        )
    return Anomaly(
        "scan",
        f"Dokumen ini hasil pindai ({pages} halaman) tanpa teks yang terbaca. Pasang Tesseract "
        "dengan data bahasa Indonesia, atau pakai berkas asli yang bukan pindaian.",
        f"This document is a scan ({pages} pages) without legible text. Install Tesseract with its "
        "Indonesian data, or use the original file instead of a scan.",
    )


def cut_note(pages: int, last: int) -> Anomaly:
    """Say that a document has more pages than are read."""
    return Anomaly(
        "pages-cut",
        f"Hanya {last} dari {pages} halaman yang dibaca (batas max_pages).",
        f"Only {last} of {pages} pages were read (limit max_pages).",
        page=last + 1,
    )


def ocr_cut_note(pages: Sequence[int]) -> Anomaly:
    """Say which pages would have been recognised but for the limit."""
    return Anomaly(
        "ocr-cut",
        f"Halaman {say_pages(pages)} tidak dibaca dengan OCR (batas max_ocr_pages).",
        f"Page {say_pages(pages)} was not read by OCR (limit max_ocr_pages).",
        page=pages[0],
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
