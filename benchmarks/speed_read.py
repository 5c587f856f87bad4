"""The stage ``read``: PDF to text by our reader, by pdfium alone, and by pdfplumber.

pdfium's own text has no lines in reading order and pdfplumber's is the reference for order, but
is slow: it is given a few pages of each file, and its time is scaled to the whole file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

import pdfplumber
import pypdfium2
from pdfplumber.utils.exceptions import PdfminerException
from rapidfuzz.distance import Indel, LCSseq

from benchmarks.speed_job import Clock, Job, spread
from regcheck.read import read_document

#: A page of fewer words says nothing about reading order.
MIN_WORDS = 5


def time_regcheck(job: Job, clock: Clock) -> None:
    """Read whole files as ``regcheck`` does: order, furniture, tables, notes, digest."""
    pages = sum(count_pages(path) for path in job.timed_pdfs)
    clock.time(
        "read.regcheck",
        lambda: [read_document(Path(path)) for path in job.timed_pdfs],
        pages,
    )


def count_pages(path: str) -> int:
    """Return the number of pages of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def time_pdfium(job: Job, clock: Clock) -> None:
    """Read whole files by ``get_text_range``, in the order the file has the text."""
    pages = sum(count_pages(path) for path in job.timed_pdfs)
    clock.time("read.pdfium", lambda: [list(pdfium_texts(path)) for path in job.timed_pdfs], pages)


def pdfium_texts(path: str, numbers: Sequence[int] = ()) -> Iterator[str]:
    """Yield the text of pages, all if no numbers are given, counted from 0."""
    document = pypdfium2.PdfDocument(path)
    try:
        for number in numbers or range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            yield text_page.get_text_range()
            text_page.close()
            page.close()
    finally:
        document.close()


def time_pdfplumber(job: Job, clock: Clock) -> None:
    """Read a few pages of each file by ``extract_text``; each file's time is scaled to its pages.

    Files it cannot open are left out of its figure and counted in the remark.
    """
    seconds, pages, read, failed = 0.0, 0, 0, 0
    for path in job.timed_pdfs:
        chosen = choose_pages(path, job.pages)
        try:
            clock.time("one", lambda: list(plumber_texts(path, chosen)))  # noqa: B023
        except PdfminerException:
            failed += 1
            continue
        whole = count_pages(path)
        seconds += clock.timings.pop("one").seconds[0] * whole / len(chosen)
        pages += whole
        read += len(chosen)
    clock.record("read.pdfplumber", [seconds], max(pages, 1))
    clock.notes["read.pdfplumber"] = f"{read} pages" + (f", {failed} files failed" * bool(failed))


def choose_pages(path: str, limit: int) -> tuple[int, ...]:
    """Return the numbers, from 0, of at most ``limit`` pages at equal distances."""
    return spread(range(count_pages(path)), limit)


def plumber_texts(path: str, numbers: Sequence[int]) -> Iterator[str]:
    """Yield the text of the pages with these numbers."""
    with pdfplumber.open(path) as document:
        for number in numbers:
            page = document.pages[number]
            yield page.extract_text()
            page.close()


def compare_orders(job: Job, clock: Clock) -> None:
    """Say how far our reader and pdfium agree with pdfplumber, page by page.

    Facts, by reader, as means over pages: ``agreement``, the similarity of the word sequences in
    ``[0, 1]``, and ``order``, the share of the shorter sequence that stands in the same order in
    the longer. Ours leaves out page numbers, headers and footers; that lowers only the first.
    """
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for path in job.timed_pdfs:
        chosen = choose_pages(path, job.pages)
        try:
            reference = [text.split() for text in plumber_texts(path, chosen)]
        except PdfminerException:
            continue
        readings = {
            "read.regcheck": our_words(path, chosen),
            "read.pdfium": [text.split() for text in pdfium_texts(path, chosen)],
        }
        for name, reading in readings.items():
            scores[name] += score_pages(reading, reference)
    for name, pairs in scores.items():
        agreement, order = (fmean(values) for values in zip(*pairs, strict=True))
        clock.facts[name] = {"agreement": agreement, "order": order, "pages": len(pairs)}
        clock.notes[name] = f"agreement {agreement:.3f}, order {order:.3f} on {len(pairs)} pages"


def score_pages(reading: Sequence[Any], reference: Sequence[Any]) -> list[tuple[float, float]]:
    """Return agreement and order of each page that has words in the reference."""
    return [
        (
            Indel.normalized_similarity(words, wanted),
            LCSseq.similarity(words, wanted) / min(len(words), len(wanted)) if words else 0.0,
        )
        for words, wanted in zip(reading, reference, strict=True)
        if len(wanted) >= MIN_WORDS
    ]


def our_words(path: str, numbers: Sequence[int]) -> list[list[str]]:
    """Return the words of pages, numbered from 0, as our reader gives them."""
    words: dict[int, list[str]] = defaultdict(list)
    for line in read_document(Path(path)).lines:
        words[line.page - 1] += line.text.split()
    return [words[number] for number in numbers]


WORK = {
    "regcheck": time_regcheck,
    "pdfium": time_pdfium,
    "pdfplumber": time_pdfplumber,
    "agreement": compare_orders,
}
