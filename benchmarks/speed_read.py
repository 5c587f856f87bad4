"""The stage ``read``: PDF to text by our reader, by pdfium alone, and by pdfplumber.

pdfium's own text has no lines in reading order and pdfplumber's is the reference for order, but
is slow: it is given a few pages of each file, and its time is scaled to the whole file. Each
reader is imported where it is used, before the clock starts, so that no process holds another's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean

from benchmarks.speed_job import Clock, Job, spread

#: A page of fewer words says nothing about reading order.
MIN_WORDS = 5
#: So many pages tell whether a file is a scan.
SAMPLE = 5
FIGURES = ("agreement", "order", "pairs")


@dataclass(frozen=True, slots=True)
class Printed:
    """The reference: the text of a page, and whether the page is wider than high."""

    text: str
    wide: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How one reader's words of one page compare with the reference's, each in ``[0, 1]``.

    ``agreement`` is the similarity of the word sequences; ``order`` the share of the shorter
    sequence that stands in the same order in the longer; ``pairs`` the share of the reference's
    pairs of neighbouring words that are neighbours here, among pairs of words that both have.
    """

    agreement: float
    order: float
    pairs: float
    wide: bool


def time_regcheck(job: Job, clock: Clock) -> None:
    """Read whole files as ``regcheck`` does: order, furniture, tables, notes, digest.

    Pictures of text are not recognised: the other readers do not do that either.
    """
    from regcheck.read import read_document
    from regcheck.settings import Settings

    paths, settings = find_printed(job.timed_pdfs), Settings(ocr="never")
    clock.time(
        "read.regcheck",
        lambda: [read_document(Path(path), settings) for path in paths],
        sum(map(count_pages, paths)),
    )


def find_printed(paths: Sequence[str]) -> list[str]:
    """Return the files that are no scans: most of a few pages are text that is no picture's."""
    from regcheck.read.pdf.file import open_pdf

    found = []
    for path in paths:
        with open_pdf(Path(path)) as document:
            pages = spread(range(1, document.pages + 1), SAMPLE)
            parts = [document.read_glyphs(page)[0] for page in pages]
        printed = sum(bool(part.chars) and not part.scanned for part in parts)
        if 2 * printed > len(parts):
            found.append(path)
    return found


def count_pages(path: str) -> int:
    """Return the number of pages of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def time_pdfium(job: Job, clock: Clock) -> None:
    """Read whole files by ``get_text_range``, in the order the file has the text."""
    paths = find_printed(job.timed_pdfs)
    pages = sum(map(count_pages, paths))
    clock.time("read.pdfium", lambda: [list(pdfium_texts(path)) for path in paths], pages)


def pdfium_texts(path: str, numbers: Sequence[int] = ()) -> Iterator[str]:
    """Yield the text of pages, all if no numbers are given, counted from 0."""
    import pypdfium2

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
    from pdfplumber.utils.exceptions import PdfminerException

    seconds, pages, read, failed = 0.0, 0, 0, 0
    for path in find_printed(job.timed_pdfs):
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


def plumber_texts(path: str, numbers: Sequence[int]) -> Iterator[Printed]:
    """Yield the text of the pages with these numbers."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for number in numbers:
            page = document.pages[number]
            yield Printed(page.extract_text(), wide=page.width > page.height)
            page.close()


def compare_orders(job: Job, clock: Clock) -> None:
    """Say how far our reader and pdfium agree with pdfplumber, page by page.

    Facts, by reader and by the form of the page: ``agreement``, ``order``, ``pairs`` and ``pages``
    (see ``Score``). Ours leaves out page numbers, headers and footers, which lowers only the
    agreement.
    Wide pages stand apart: many are two pages side by side, and pdfplumber reads across both.
    """
    from pdfplumber.utils.exceptions import PdfminerException

    scores: dict[str, list[Score]] = defaultdict(list)
    for path in find_printed(job.timed_pdfs):
        chosen = choose_pages(path, job.pages)
        try:
            reference = list(plumber_texts(path, chosen))
        except PdfminerException:
            continue
        readings = {
            "read.regcheck": our_words(path, chosen),
            "read.pdfium": [text.split() for text in pdfium_texts(path, chosen)],
        }
        for name, reading in readings.items():
            scores[name] += score_pages(reading, reference)
    for name, found in scores.items():
        upright = [score for score in found if not score.wide]
        wide = [score for score in found if score.wide]
        clock.facts[name] = {"upright": average(upright), "wide": average(wide)}
        clock.notes[name] = to_note(upright, "upright pages")
        if wide:
            clock.notes[name] += "; " + to_note(wide, "wide ones")


def average(scores: Sequence[Score]) -> dict[str, float]:
    """Return the means over pages; only their number where there are none."""
    if not scores:
        return {"pages": 0}
    return {
        "agreement": fmean(score.agreement for score in scores),
        "order": fmean(score.order for score in scores),
        "pairs": fmean(score.pairs for score in scores),
        "pages": len(scores),
    }


def to_note(scores: Sequence[Score], what: str) -> str:
    """Return the means as a remark.

    >>> to_note([Score(0.97, 1.0, 0.995, wide=False)], "upright pages")
    'agreement .970, order 1.000, pairs .995 on 1 upright pages'
    """
    means = average(scores)
    if not means["pages"]:
        return f"no {what}"
    figures = (f"{means[name]:.3f}".removeprefix("0") for name in FIGURES)
    return "agreement {}, order {}, pairs {} on {} {}".format(*figures, means["pages"], what)


def score_pages(reading: Sequence[list[str]], reference: Sequence[Printed]) -> list[Score]:
    """Score each page that has words in the reference."""
    from rapidfuzz.distance import Indel, LCSseq

    scores = []
    for words, printed in zip(reading, reference, strict=True):
        wanted = printed.text.split()
        if len(wanted) >= MIN_WORDS:
            common = LCSseq.similarity(words, wanted)
            agreement = Indel.normalized_similarity(words, wanted)
            order = common / max(1, min(len(words), len(wanted)))
            scores.append(Score(agreement, order, share_pairs(words, wanted), printed.wide))
    return scores


def share_pairs(words: Sequence[str], wanted: Sequence[str]) -> float:
    """Return the share of neighbouring words that are neighbours in both sequences.

    Words that only one of them has are left out first: they say nothing on order.

    >>> share_pairs("a b c d x".split(), "a b d c".split())
    0.3333333333333333
    """
    common = Counter(words) & Counter(wanted)
    kept, expected = (Counter(pairwise(pick(side, common))) for side in (words, wanted))
    return (kept & expected).total() / max(1, expected.total())


def pick(words: Sequence[str], wanted: Counter[str]) -> list[str]:
    """Return the words that are wanted, each as often as it is."""
    left = wanted.copy()
    found = []
    for word in words:
        if left[word] > 0:
            left[word] -= 1
            found.append(word)
    return found


def our_words(path: str, numbers: Sequence[int]) -> list[list[str]]:
    """Return the words of pages, numbered from 0, as our reader gives them."""
    from regcheck.read import read_document
    from regcheck.settings import Settings

    words: dict[int, list[str]] = defaultdict(list)
    for line in read_document(Path(path), Settings(ocr="never")).lines:
        words[line.page - 1] += line.text.split()
    return [words[number] for number in numbers]


WORK = {
    "regcheck": time_regcheck,
    "pdfium": time_pdfium,
    "pdfplumber": time_pdfplumber,
    "agreement": compare_orders,
}
