"""Reports say how pages were read where there is something to say, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regcheck.domain import CheckResult, PageReading, SourceText
from regcheck.report.data import regulation_to_json, result_to_json
from regcheck.report.html import render_result as render_html
from regcheck.report.look import Look
from regcheck.report.outline import render_outline
from regcheck.report.reading import describe_reading
from regcheck.report.terminal import render_result

CLEAN = tuple(PageReading(page, "layer", 0.98) for page in range(1, 4))
MIXED = (
    PageReading(1, "layer", 0.98),
    PageReading(2, "ocr", -1.0, 0.95),
    PageReading(3, "ocr", 0.3, 0.71),
    PageReading(4, "blank"),
    PageReading(5, "ocr-layer", 0.9, 0.9),
    PageReading(6, "picture", -1.0, 0.0),
    PageReading(7, "cut", -1.0, 0.0),
)


@pytest.fixture
def scanned(result: CheckResult) -> CheckResult:
    """The hand-made result, its draft read in all the ways there are."""
    source = replace(result.draft.source_text, pages=MIXED, ocr_pages=3)
    return replace(result, draft=replace(result.draft, source_text=source))


def described(source: SourceText, pages: tuple[PageReading, ...], lang: str = "id") -> str:
    """Describe a document with these pages."""
    return describe_reading(replace(source, pages=pages), lang, 0.85)


def test_a_clean_file_needs_no_word(result: CheckResult) -> None:
    """Pages of the file's own text, and a text file's none, are not mentioned."""
    source = result.draft.source_text

    assert described(source, CLEAN) == ""
    assert described(source, ()) == ""
    assert described(source, (*CLEAN, PageReading(4, "blank"))) == ""


def test_what_was_recognised_and_what_was_left_out_is_counted(result: CheckResult) -> None:
    """Recognised pages, the file's own OCR, the weakest pages, and those not read."""
    source = result.draft.source_text

    assert described(source, MIXED) == (
        "2 dari 7 halaman dengan OCR, keyakinan 0,83; "
        "1 dari 7 halaman dari lapisan OCR berkas, keyakinan 0,90; "
        "terlemah: hlm. 3 (0,71); 2 halaman tidak terbaca"
    )
    assert "2 of 7 pages by OCR, confidence 0.83" in described(source, MIXED, "en")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_report_has_the_line(scanned: CheckResult, lang: str) -> None:
    """Screen, page and outline say it, the screen within 80 columns."""
    look = Look(lang=lang, width=80)
    said = "keyakinan 0,83" if lang == "id" else "confidence 0.83"
    screen = render_result(scanned, look)

    assert said in " ".join(screen.split())
    assert max(map(len, screen.splitlines())) <= 80
    assert said in render_html(scanned, look)
    assert said in render_outline(scanned.draft, look)


def test_json_lists_the_pages_that_are_not_plain(scanned: CheckResult) -> None:
    """A clean page is not listed; the others are, with origin, score and confidence."""
    pages = result_to_json(scanned)["draft"]["quality"]["pages"]

    assert [page["page"] for page in pages] == [2, 3, 5, 6, 7]
    assert pages[1] == {"page": 3, "origin": "ocr", "score": 0.3, "confidence": 0.71}
    assert regulation_to_json(scanned.draft, "id")["quality"]["pages"] == pages
