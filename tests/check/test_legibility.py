"""A finding is only as sure as both of its sides could be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regcheck.check.legibility import weigh
from regcheck.domain import (
    Case,
    Certainty,
    Finding,
    Identity,
    Kind,
    Line,
    Passage,
    Quote,
    Regulation,
    Severity,
    Source,
    SourceText,
    Span,
    Unit,
)
from regcheck.settings import Settings

DRAFT, OTHER = "perda/sagara-raya/2026/9", "perda/sagara-raya/2019/2"
LEFT, RIGHT = f"{DRAFT}#pasal-3", f"{OTHER}#pasal-8"
CITING = f"{DRAFT}#mengingat/angka-1"


def make_case(draft: float, other: float, lang: str = "id") -> Case:
    """Return a case whose two sides were read with these confidences; line 2 is the citation."""
    lines = (Line("Setiap orang wajib lapor.", 3, confidence=draft), Line("1. Perda Nomor 4", 2))
    source = SourceText(lines, Source("r.pdf", "0" * 64, 3, "uji"))
    end = len(lines[0].text)
    units = (
        Unit(LEFT, Kind.PASAL, "3", "", Span(0, end), "", 3),
        Unit(CITING, Kind.MENGINGAT, "1", "", Span(end + 1, len(source.text)), "", 2),
    )
    passages = [
        Passage(LEFT, Kind.PASAL, "wajib lapor", 3, confidence=draft),
        Passage(RIGHT, Kind.PASAL, "dapat lapor", 8, confidence=other),
    ]
    return Case(
        draft=Regulation(DRAFT, Identity(draft=True), source, units),
        passages={one.key: one for one in passages},
        pairs=(),
        norms={},
        heads={},
        relations={},
        superseded={},
        links=(),
        lang=lang,
    )


def make_finding(left: str = LEFT, right: str = RIGHT) -> Finding:
    """Return a finding that a rule has proved."""
    quotes = [Quote(key, "bunyi", 3 if key == LEFT else 8) for key in (left, right)]
    return Finding(
        fingerprint="f",
        code="K-04",
        severity=Severity.TINGGI,
        certainty=Certainty.PASTI,
        confidence=0.9,
        left=quotes[0],
        right=quotes[1] if right else None,
        relation="",
        reason="Jangka waktu berbeda.",
        basis="",
        recommendation="",
    )


def weighed(case: Case, finding: Finding | None = None) -> Finding:
    """Weigh one finding."""
    (result,) = weigh([finding or make_finding()], case, Settings())
    return result


def test_a_born_digital_text_changes_nothing() -> None:
    """The very same finding comes out."""
    finding = make_finding()

    assert weighed(make_case(1.0, 1.0), finding) is finding


def test_well_recognised_pages_lower_the_confidence_only() -> None:
    """Above the floor a rule still proves what it proves."""
    result = weighed(make_case(0.95, 0.9))

    assert result.confidence == pytest.approx(0.9 * 0.95 * 0.9, abs=0.005)
    assert (result.certainty, result.reason) == (Certainty.PASTI, "Jangka waktu berbeda.")


def test_a_badly_read_page_proves_nothing_and_is_named() -> None:
    """The reason says which page of which side, how surely it was read, and what to do."""
    result = weighed(make_case(0.71, 1.0))

    assert result.certainty is Certainty.INDIKASI
    assert result.severity is Severity.TINGGI
    assert result.reason == (
        "Jangka waktu berbeda. Halaman 3 rancangan dibaca dengan OCR, keyakinan 0,71: cocokkan "
        "dengan naskah asli."
    )


def test_both_sides_are_named_in_english_too() -> None:
    """Each side below the floor has its sentence."""
    reason = weighed(make_case(0.5, 0.6, lang="en")).reason

    assert "Page 3 of the draft was read by OCR, confidence 0.50" in reason
    assert "Page 8 of the other text was read by OCR, confidence 0.60" in reason


def test_the_floor_is_a_setting() -> None:
    """Who trusts the recognition more may say so."""
    (result,) = weigh([make_finding()], make_case(0.71, 1.0), Settings(reading_floor=0.7))

    assert result.certainty is Certainty.PASTI


def test_a_citation_counts_as_its_own_lines_were_read() -> None:
    """A sound page of a scan keeps its findings certain."""
    finding = replace(make_finding(CITING, ""), code="R-01")

    assert weighed(make_case(0.5, 1.0), finding) is finding


def test_a_finding_on_the_whole_draft_counts_as_the_whole_was_read() -> None:
    """It names no page; a counterpart named only by its id has none that could be misread."""
    result = weighed(make_case(0.5, 1.0), make_finding(DRAFT, OTHER))

    assert result.certainty is Certainty.INDIKASI
    assert "Naskah rancangan dibaca dengan OCR, keyakinan 0,7" in result.reason
