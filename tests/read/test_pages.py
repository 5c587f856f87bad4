"""Which text of a page is taken: the file's own or the recognised one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from regcheck.domain import Anomaly
from regcheck.read import documents, pages
from regcheck.read.facts import PageFacts
from regcheck.read.layout.leaves import Fold, Leaf, Sheet
from regcheck.read.layout.rows import Row
from regcheck.read.ocr.recogniser import RecognisedPage
from regcheck.read.pages import Reading, needs_picture, read_pages
from regcheck.read.pdf.glyphs import NO_PICTURE, Picture, damaged_page
from regcheck.settings import Settings

GOOD = ("Setiap orang wajib menjaga kebersihan", "lingkungan di wilayah Daerah.")
BAD = ("Sctiap orang wajlb mcnjaga kcbcrsihan", "lingkungan di wilayah Dacrah.")


def sheet(*texts: str) -> Sheet:
    """Print rows on one leaf."""
    rows = tuple(Row(text, 70, 20 * i, 400, 20 * i + 9, 0.9) for i, text in enumerate(texts, 1))
    return Sheet(Fold.WHOLE, (Leaf(1, 612, 936, rows),), ())


def reading(texts: tuple[str, ...], facts: PageFacts, *, forced: bool = False) -> Reading:
    """Return a document of one page, as its own text has it."""
    return Reading(sheets=[(sheet(*texts),)], facts=[facts], forced=forced)


def recognised(*texts: str, confidence: float = 0.9, failed: bool = False) -> RecognisedPage:
    """Return what the recogniser made of the page."""
    return RecognisedPage(1, sheet(*texts), confidence, failed=failed)


LAYER = PageFacts(1, 60, scanned=True, ocr_layer=True, score=0.7)
PICTURE = PageFacts(1, 0, scanned=True)
PRINT = PageFacts(1, 60, score=1.0)


@pytest.mark.parametrize(
    ("facts", "mode", "wanted"),
    [
        (PICTURE, "auto", True),
        (LAYER, "auto", True),
        (PRINT, "auto", False),
        (PRINT, "always", True),
        (PageFacts(1, 60, scanned=True, ocr_layer=True, score=1.0), "auto", False),
        (PageFacts(1, 200, scanned=True, score=1.0), "auto", True),
        (PageFacts(1, 60, score=0.2), "auto", True),
        (PageFacts(1, 0, damaged=True), "always", False),
        (PageFacts(1, 0), "auto", False),
    ],
    ids=[
        "picture",
        "bad-layer",
        "print",
        "asked",
        "good-layer",
        "note",
        "font",
        "damaged",
        "blank",
    ],
)
def test_a_picture_is_looked_at_where_it_may_tell_more(
    facts: PageFacts, mode: str, wanted: bool
) -> None:
    """No text, a bad layer, a broken font, or a signature's note on a scan."""
    assert needs_picture(facts, mode) is wanted


def test_a_better_reading_takes_the_place_of_the_layer() -> None:
    """The page says that it was recognised, how bad the layer was, and how sure the text is."""
    one = reading(BAD, LAYER)
    one.take_recognised(recognised(*GOOD))

    assert [row.text for row in one.sheets[0][0].whole[0].rows] == list(GOOD)
    assert (one.facts[0].reading.origin, one.facts[0].reading.score) == ("ocr", 0.7)
    assert one.facts[0].reading.confidence == 0.9


@pytest.mark.parametrize(
    "found",
    [recognised(*BAD), recognised(), recognised(*GOOD, failed=True), recognised(GOOD[0][:9])],
    ids=["worse", "nothing", "failed", "lost"],
)
def test_a_worse_reading_leaves_the_layer(found: RecognisedPage) -> None:
    """Worse, empty, given up, or with most of the text lost: the page's own text stays."""
    one = reading(GOOD, LAYER)
    one.take_recognised(found)

    assert [row.text for row in one.sheets[0][0].whole[0].rows] == list(GOOD)
    assert one.facts[0].reading.origin == "ocr-layer"


def test_always_means_always() -> None:
    """A person who asks for it gets the recognised text, better or not."""
    one = reading(GOOD, PRINT, forced=True)
    one.take_recognised(recognised(*BAD))

    assert one.facts[0].reading.origin == "ocr"


def test_a_layer_that_is_no_text_gives_way_to_a_table_of_figures() -> None:
    """Figures have no words to judge; the recogniser's confidence decides."""
    one = reading(("§§ ¢¥ x;", "~~ ^^"), PageFacts(1, 30, scanned=True, ocr_layer=True, score=0.1))
    one.take_recognised(recognised("001 67.390.000,00", "002 65.120.000,00"))

    assert one.facts[0].reading.origin == "ocr"


def test_a_picture_without_writing_is_blank_once_it_was_looked_at() -> None:
    """Before, it is text that was not read; after, there is none."""
    one = reading((), PICTURE)
    assert one.facts[0].reading.origin == "picture"

    one.take_recognised(recognised())
    assert one.facts[0].reading.origin == "blank"


class Album:
    """A document of pictures, each as large as its number."""

    pages = 5

    def read_glyphs(self, page: int) -> object:
        """Return a page without text."""
        return (damaged_page(page),)

    def render(self, _page: int, _dpi: int) -> Picture:
        """Return no picture."""
        return NO_PICTURE


def test_pages_beyond_the_limit_are_cut_and_counted() -> None:
    """The note says how many pages were read of how many."""
    found = read_pages(Album(), Settings(max_pages=2), 1)  # type: ignore[arg-type]

    assert len(found.facts) == 2
    assert [note.code for note in found.notes] == ["pages-cut"]
    assert "2 of 5" in found.notes[0].message_en


def test_a_missing_recogniser_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages stay pictures; the note says how to install what is missing."""
    missing = Anomaly("ocr-missing", "pasang Tesseract", "install Tesseract")
    monkeypatch.setattr(pages, "find_ocr", lambda _: missing)
    monkeypatch.setattr(Reading, "add_page", add_picture)

    found = read_pages(Album(), Settings(), 1)  # type: ignore[arg-type]

    assert [(note.code, note.page) for note in found.notes] == [("ocr-missing", 1)]
    assert documents.is_scan(found.facts)


def test_pages_beyond_the_limit_of_recognition_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first ones are recognised, the others listed."""

    def recognise(_: object, pictures: Iterator[object], __: int) -> Iterator[RecognisedPage]:
        assert list(pictures) == []
        yield recognised(*GOOD)

    monkeypatch.setattr(pages, "find_ocr", lambda _: FakeOcr())
    monkeypatch.setattr(pages, "recognise_pages", recognise)
    monkeypatch.setattr(Reading, "add_page", add_picture)

    found = read_pages(Album(), Settings(max_ocr_pages=3), 1)  # type: ignore[arg-type]

    assert [(note.code, note.message_en) for note in found.notes] == [
        ("ocr-cut", "Page 4-5 was not read by OCR (limit max_ocr_pages).")
    ]


class FakeOcr:
    """A recogniser with nothing amiss."""

    name = "palsu"
    notes: tuple[Anomaly, ...] = ()


def add_picture(one: Reading, _parts: object) -> None:
    """Take in a page that is a picture."""
    one.sheets.append((sheet(),))
    one.facts.append(PageFacts(len(one.facts) + 1, 0, scanned=True))
