"""References: repealed acts, units that do not exist, texts that are not in the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from regcheck.check.references import find_reference_faults
from regcheck.domain import (
    Anomaly,
    Case,
    Certainty,
    Citation,
    Finding,
    Link,
    Regulation,
    Role,
    Severity,
    Span,
    Standing,
    Status,
    Suppressed,
)
from regcheck.settings import Settings

CaseBuilder = Any  # of conftest, which tests cannot import

DRAFT = "perda/sagara-raya/2026/9"
OLD, NEW = "perda/sagara-raya/2010/4", "perda/sagara-raya/2018/6"
LINES = (
    ("menimbang", "bahwa Perda 4/2010 tidak sesuai lagi"),
    ("menimbang/huruf-a", "bahwa Perda 4/2010 tidak sesuai lagi"),
    ("mengingat", "Mengingat"),
    ("mengingat/angka-1", "Perda 4/2010 tentang Terminal"),
    ("bab-1", "PENYELENGGARAAN"),
    ("pasal-1", "Peron dijaga."),
    ("pasal-2", "Penumpang mengikuti Perda 4/2010 tentang Terminal."),
    ("pasal-2/ayat-1", "Penumpang mengikuti Perda 4/2010."),
    ("pasal-3", "Penjagaan sebagaimana dimaksud dalam Pasal 2 ayat (5) dicatat."),
    ("pasal-4", "Pelanggar Pasal 9 dikenai sanksi administratif."),
    ("pasal-5", "Pada saat Peraturan ini mulai berlaku, Perda 4/2010 dicabut."),
    ("pasal-6", "Peron terdiri atas: a. peron timur; b. peron barat."),
)
Printer = Callable[[Iterable[tuple[str, str]]], Regulation]


def cite(path: str, target: str, role: Role = Role.MERUJUK, start: int = 0) -> Citation:
    """Return a citation that stands in a unit of the draft."""
    return Citation(Span(start, start + 1), f"{DRAFT}#{path}", role, target)


def check(
    builder: CaseBuilder, printed: Printer, *citations: Citation, structure: float = 1.0
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Check the references of a draft that makes these citations."""
    return find_reference_faults(to_case(builder, printed, citations, structure), Settings())


def to_case(
    builder: CaseBuilder, printed: Printer, citations: tuple[Citation, ...], structure: float
) -> Case:
    """Return the case of a draft with citations, each placed within its holder."""
    draft = printed(LINES)
    placed = []
    for one in citations:
        start = draft.by_key[one.holder].span.start
        placed.append(replace(one, span=Span(start + one.span.start, start + one.span.end)))
    builder.draft = replace(draft, citations=tuple(placed), structure=structure)
    case: Case = builder.build()
    return case


def repeal(builder: CaseBuilder) -> None:
    """Put a repealed act and its repealer into the corpus."""
    builder.register(NEW)
    builder.register(OLD, "Terminal", Status.DICABUT)
    head = builder.heads[OLD]
    builder.heads[OLD] = replace(head, standing=Standing(OLD, Status.DICABUT, (NEW,)))


def test_a_repealed_basis_is_found_where_it_stands(builder: CaseBuilder, printed: Printer) -> None:
    """Each place that relies on a repealed act gives one R-01, which names the repealer."""
    repeal(builder)
    twice = cite("mengingat/angka-1", OLD, Role.DASAR_HUKUM)

    findings, _ = check(builder, printed, twice, twice, cite("pasal-2", f"{OLD}#pasal-7"))

    assert [(one.code, one.left.key.partition("#")[2]) for one in findings] == [
        ("R-01", "mengingat/angka-1"),
        ("R-01", "pasal-2"),
    ]
    assert all(one.right and one.right.key == OLD for one in findings)
    assert "Nomor 6 Tahun 2018" in findings[0].reason
    assert findings[0].severity is Severity.TINGGI
    assert findings[0].certainty is Certainty.PASTI


def test_a_repeal_known_only_from_the_repealer_counts(
    builder: CaseBuilder, printed: Printer
) -> None:
    """The repealed act's text need not be in the corpus, and R-04 does not name it again."""
    builder.register(NEW)
    builder.links.append(Link(NEW, OLD, Role.MENCABUT))

    findings, _ = check(builder, printed, cite("pasal-2", OLD))

    assert [one.code for one in findings] == ["R-01"]


def test_the_act_that_is_carried_out_must_be_in_force(
    builder: CaseBuilder, printed: Printer
) -> None:
    """A repealed act that the draft alone carries out voids it: critical."""
    repeal(builder)

    findings, _ = check(
        builder, printed, cite("menimbang", OLD, Role.MELAKSANAKAN), cite("mengingat/angka-1", OLD)
    )

    assert [one.severity for one in findings] == [Severity.KRITIS]


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("menimbang/huruf-a", Role.MERUJUK),
        ("pasal-5", Role.MENCABUT),
        ("pasal-5", Role.MERUJUK),
        ("pasal-2", Role.TETAP_BERLAKU),
    ],
)
def test_speaking_of_older_law_is_no_fault(
    builder: CaseBuilder, printed: Printer, path: str, role: Role
) -> None:
    """Considerations, repeals and survival clauses must name repealed acts (N-12)."""
    repeal(builder)

    findings, suppressed = check(builder, printed, cite(path, OLD, role))

    assert findings == ()
    assert [one.code for one in suppressed if one.right] == ["N-12"]


def test_what_the_draft_itself_repeals_is_not_yet_repealed(
    builder: CaseBuilder, printed: Printer
) -> None:
    """The draft's own repeal does not count against it."""
    builder.links.append(Link(DRAFT, OLD, Role.MENCABUT))

    findings, _ = check(builder, printed, cite("pasal-2", OLD))

    assert [one.code for one in findings] == ["R-04"]


def test_a_missing_unit_is_quoted(builder: CaseBuilder, printed: Printer) -> None:
    """A reference to an ayat the pasal does not have is R-03; the citing unit is quoted."""
    findings, _ = check(builder, printed, cite("pasal-3", f"{DRAFT}#pasal-2/ayat-5"))

    assert [(one.code, one.right) for one in findings] == [("R-03", None)]
    assert "Pasal 2 ayat (5) tidak ada" in findings[0].reason
    assert "Pasal 2 mempunyai 1 ayat" in findings[0].reason
    assert "sebagaimana dimaksud" in findings[0].left.text


def test_two_missing_units_in_one_place_are_two_findings(
    builder: CaseBuilder, printed: Printer
) -> None:
    """Fingerprints tell them apart."""
    findings, _ = check(
        builder,
        printed,
        cite("pasal-3", f"{DRAFT}#pasal-2/ayat-5"),
        cite("pasal-3", f"{DRAFT}#pasal-2/ayat-6", start=5),
    )

    assert len({one.fingerprint for one in findings}) == 2


def test_a_missing_range_is_one_finding(builder: CaseBuilder, printed: Printer) -> None:
    """A range has one target per citation, but is one reference and one fault."""
    findings, _ = check(
        builder, printed, *(cite("pasal-3", f"{DRAFT}#pasal-{label}") for label in (60, 61, 62))
    )

    assert len(findings) == 1
    assert "Pasal 60 sampai dengan Pasal 62 tidak ada" in findings[0].reason


def test_a_missing_unit_in_a_sanction_is_critical(builder: CaseBuilder, printed: Printer) -> None:
    """Nobody can be punished under an article that does not exist."""
    findings, _ = check(builder, printed, cite("pasal-4", f"{DRAFT}#pasal-9"))

    assert [one.severity for one in findings] == [Severity.KRITIS]


@pytest.mark.parametrize("target", ["pasal-1", "pasal-2/ayat-1", "lampiran-1", "pasal-6/huruf-b"])
def test_existing_and_outer_units_are_no_fault(
    builder: CaseBuilder, printed: Printer, target: str
) -> None:
    """Only units of the body can be missing."""
    assert check(builder, printed, cite("pasal-3", f"{DRAFT}#{target}"))[0] == ()


def test_a_doubtful_tree_lowers_the_certainty(builder: CaseBuilder, printed: Printer) -> None:
    """An anomaly at the target may be the reader's fault; one elsewhere is not."""
    case = to_case(builder, printed, (cite("pasal-3", f"{DRAFT}#pasal-2/ayat-5"),), 1.0)
    odd = Anomaly("ayat_gap", "ayat hilang", "ayat missing", 1, f"{DRAFT}#pasal-2/ayat-1")
    case = replace(case, draft=replace(case.draft, anomalies=(odd,)))

    findings, _ = find_reference_faults(case, Settings())

    assert [one.certainty for one in findings] == [Certainty.INDIKASI]
    assert findings[0].severity is Severity.SEDANG

    odd = replace(odd, unit=f"{DRAFT}#pasal-1")
    case = replace(case, draft=replace(case.draft, anomalies=(odd,)))
    assert find_reference_faults(case, Settings())[0][0].certainty is Certainty.PASTI


def test_a_gap_in_the_numbering_is_doubtful(builder: CaseBuilder, printed: Printer) -> None:
    """A missing pasal between others was perhaps not read; one beyond the last does not exist."""
    case = to_case(builder, printed, (cite("pasal-3", f"{DRAFT}#pasal-4"),), 1.0)
    units = tuple(unit for unit in case.draft.units if unit.label != "4")
    case = replace(case, draft=replace(case.draft, units=units))

    findings, _ = find_reference_faults(case, Settings())

    assert [one.certainty for one in findings] == [Certainty.INDIKASI]


def test_an_unread_structure_gives_one_row(builder: CaseBuilder, printed: Printer) -> None:
    """References that could not be checked are counted, not reported one by one."""
    findings, _ = check(
        builder,
        printed,
        cite("pasal-3", f"{DRAFT}#pasal-2/ayat-5"),
        cite("pasal-4", f"{DRAFT}#pasal-9"),
        structure=0.3,
    )

    assert [(one.code, one.severity) for one in findings] == [("R-03", Severity.INFORMASI)]
    assert "2 rujukan internal" in findings[0].reason


def test_an_enacted_act_is_not_blamed_for_a_later_repeal(
    builder: CaseBuilder, printed: Printer
) -> None:
    """A basis in force when the act was made is only out of date."""
    repeal(builder)
    case = to_case(builder, printed, (cite("mengingat/angka-1", OLD),), 1.0)
    identity = replace(case.draft.identity, draft=False, tahun="2015")

    findings, _ = find_reference_faults(
        replace(case, draft=replace(case.draft, identity=identity)), Settings()
    )

    assert [one.severity for one in findings] == [Severity.RENDAH]


def test_acts_outside_the_corpus_are_listed_once(builder: CaseBuilder, printed: Printer) -> None:
    """R-04 is one row, and never says that an act does not exist."""
    findings, _ = check(
        builder,
        printed,
        cite("mengingat/angka-1", "uu/2008/18"),
        cite("pasal-2", "uu/2008/18#pasal-4"),
        cite("pasal-3", "pp/2012/81"),
    )

    assert [one.code for one in findings] == ["R-04"]
    assert findings[0].left.key == DRAFT
    assert findings[0].right is None
    assert findings[0].reason.endswith("UU Nomor 18 Tahun 2008, PP Nomor 81 Tahun 2012.")
    assert "tidak ditemukan di korpus" in findings[0].reason
    assert findings[0].severity is Severity.RENDAH


def test_undecidable_citations_are_left_alone(builder: CaseBuilder, printed: Printer) -> None:
    """A citation without a target says nothing about the law."""
    unknown = replace(cite("pasal-3", ""), target=None)

    assert check(builder, printed, unknown)[0] == ()
