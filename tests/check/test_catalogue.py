"""The catalogue: every code has its words in both languages, and severity follows rank."""

from __future__ import annotations

import pytest

from regcheck.check.catalogue import RULES, Evidence, make_finding, severity_of
from regcheck.check.wording import relation_text
from regcheck.domain import Certainty, Quote, Relation, Severity
from regcheck.naming import cite_unit

LEFT = Quote("pergub/sagara-raya/2026/9#pasal-4", "Setiap orang wajib lapor.", 3)
RIGHT = Quote("perda/sagara-raya/2019/2#pasal-8", "Setiap orang wajib melapor.", 5)
PARENT = Relation(frozenset({"melaksanakan"}), "lebih tinggi", firm=True, comparable=True)
EQUAL = Relation(frozenset(), "setingkat", firm=True, comparable=True)
UNSURE = Relation(frozenset(), "lebih tinggi", firm=False, comparable=True)


@pytest.mark.parametrize("code", RULES)
def test_every_code_is_worded_in_both_languages(code: str) -> None:
    """Reason, basis and advice are full and differ between the languages."""
    evidence = Evidence(LEFT, RIGHT, 0.8, cite_unit(RIGHT.key), EQUAL)
    indonesian, english = (make_finding(code, evidence, lang) for lang in ("id", "en"))

    assert indonesian.code == RULES[code].code == code
    for field in ("reason", "basis", "recommendation"):
        assert getattr(indonesian, field)
        assert getattr(english, field)
    assert indonesian.reason != english.reason
    assert indonesian.reason.endswith(".")
    assert indonesian.fingerprint == english.fingerprint


@pytest.mark.parametrize("code", [code for code in RULES if not code.startswith(("R", "M"))])
def test_a_suspicion_is_not_worded_as_a_verdict(code: str) -> None:
    """What similarity suggests is *terindikasi* or *berpotensi*."""
    reason = make_finding(code, Evidence(LEFT, RIGHT, 0.8, "X"), "id").reason

    assert RULES[code].certainty is Certainty.INDIKASI
    assert reason.startswith(("Terindikasi", "Berpotensi"))


@pytest.mark.parametrize(
    ("code", "relation", "severity"),
    [
        ("T-01", EQUAL, Severity.SEDANG),
        ("T-01", PARENT, Severity.RENDAH),
        ("K-02", EQUAL, Severity.TINGGI),
        ("K-03", EQUAL, Severity.SEDANG),
        ("K-03", PARENT, Severity.TINGGI),
        ("K-04", UNSURE, Severity.SEDANG),
        ("R-04", None, Severity.RENDAH),
    ],
)
def test_severity_follows_the_firm_rank(
    code: str, relation: Relation | None, severity: Severity
) -> None:
    """Vertical only where the law itself gives the rank."""
    assert severity_of(RULES[code], relation) is severity


def test_an_unsure_rank_needs_review() -> None:
    """A rank of convenience is said to need legal review."""
    assert "perlu kajian" in relation_text(UNSURE, "id")
    assert "perlu kajian" not in relation_text(PARENT, "id")


def test_a_fingerprint_names_the_fault_not_the_run() -> None:
    """Page, spacing and capitals do not matter; code, place and words do."""
    plain = make_finding("T-01", Evidence(LEFT, RIGHT, 0.8, "X"), "id").fingerprint
    moved = Quote(LEFT.key, "SETIAP ORANG  wajib lapor", 99)
    other = Quote(LEFT.key, "Setiap orang dapat lapor.", 3)

    assert make_finding("T-01", Evidence(moved, RIGHT, 0.1, "Y"), "en").fingerprint == plain
    assert make_finding("T-01", Evidence(other, RIGHT, 0.8, "X"), "id").fingerprint != plain
    assert make_finding("T-02", Evidence(LEFT, RIGHT, 0.8, "X"), "id").fingerprint != plain


def test_confidence_stays_in_the_unit_interval() -> None:
    """Confidence is rounded and bounded."""
    assert make_finding("T-01", Evidence(LEFT, RIGHT, 1.7, "X"), "id").confidence == 1.0
