"""What happened to a page is told, with its number, in both languages."""

from __future__ import annotations

import pytest

from regcheck.read.facts import PageFacts
from regcheck.read.notes import page_notes


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (PageFacts(3, 900, ocr=0.9, tried=True, doubts=12), "ocr-read-once"),
        (PageFacts(3, 900, failed=True, scanned=True, ocr_layer=True), "ocr-failed"),
        (PageFacts(3, 0, scanned=True), "page-without-text"),
        (PageFacts(3, 0, damaged=True), "page-damaged"),
        (PageFacts(3, 900, tables_skipped=True), "tables-skipped"),
    ],
)
def test_what_befell_a_page_is_told(facts: PageFacts, code: str) -> None:
    """The note names the page."""
    (note,) = (note for note in page_notes([facts]) if note.code == code)
    assert note.page == 3
    assert "alaman 3" in note.message
    assert "age 3" in note.message_en


def test_nothing_is_said_of_a_plain_page() -> None:
    """A page of plain text has no note."""
    assert not list(page_notes([PageFacts(1, 900)]))
