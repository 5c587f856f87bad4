"""How the pages of a document were read, said in a sentence where there is something to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regcheck.domain import PageReading, SourceText
from regcheck.report.words import number, say

#: Pages named as the ones read worst.
WEAKEST = 3
#: Pages whose text was read, and pages that were left out; blank ones are neither.
READ = ("layer", "ocr", "ocr-layer")
UNREAD = ("picture", "damaged", "cut")


def describe_reading(source: SourceText, lang: str, floor: float) -> str:
    """Say which pages were recognised, how surely, and which were left out; else nothing.

    Args:
        source: The document.
        lang: The language.
        floor: Below this confidence pages are named.
    """
    return "; ".join(reading_parts(source.pages, lang, floor))


def reading_parts(pages: Sequence[PageReading], lang: str, floor: float) -> Iterable[str]:
    """Yield what is to be said of the pages, one clause each."""
    ours = [page for page in pages if page.origin == "ocr"]
    theirs = [page for page in pages if page.origin == "ocr-layer" or is_doubtful(page)]
    for name, found in (("read_by_ocr", ours), ("read_from_ocr_layer", theirs)):
        if found:
            yield say(
                name,
                lang,
                n=number(len(found), lang),
                total=number(len(pages), lang),
                mean=number(mean_confidence(found), lang, 2),
            )
    if weak := weakest([*ours, *theirs], floor):
        listed = ", ".join(
            f"{say('page', lang)} {page.page} ({number(page.confidence, lang, 2)})" for page in weak
        )
        yield say("read_worst", lang, pages=listed)
    if left := sum(page.origin in UNREAD for page in pages):
        yield say("pages_unread", lang, n=number(left, lang))


def is_doubtful(page: PageReading) -> bool:
    """Tell whether a page's own text is not quite what is printed on it."""
    return page.origin == "layer" and page.confidence < 1


def mean_confidence(pages: Sequence[PageReading]) -> float:
    """Return the mean confidence of pages, 1 for none."""
    return sum(page.confidence for page in pages) / len(pages) if pages else 1.0


def weakest(pages: Iterable[PageReading], floor: float) -> list[PageReading]:
    """Return the pages read worst, worst first, if they are below the floor."""
    weak = [page for page in pages if page.confidence < floor]
    return sorted(weak, key=lambda page: (page.confidence, page.page))[:WEAKEST]


def is_plain(page: PageReading) -> bool:
    """Tell whether a page is the file's own sound text, or blank: nothing to be said of it."""
    return page.origin == "blank" or (page.origin == "layer" and page.confidence == 1)
