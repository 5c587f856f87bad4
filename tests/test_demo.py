"""Checking the demo drafts finds what was planted, from PDF and from text, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from regcheck import pipeline
from regcheck.domain import CheckResult, Finding
from regcheck.naming import cite_regulation
from regcheck.settings import Settings

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
ROWS = tomllib.loads((CORPUS / "expected.toml").read_text(encoding="utf-8"))
EXPECTED: list[dict[str, Any]] = ROWS["expected"]
DRAFTS = sorted(path.stem for path in (CORPUS / "drafts").glob("*.txt"))
CHECKED = sorted({row["draft"] for row in ROWS["lookalike"]} | set(DRAFTS))
#: A pair of the regulation that the draft regulates again as a whole may be named with it.
WITH_T06 = "ikut pada T-06"
LOOKALIKES: list[dict[str, Any]] = [r for r in ROWS["lookalike"] if WITH_T06 not in r["note"]]
REGULATED_AGAIN: list[dict[str, Any]] = [r for r in ROWS["lookalike"] if WITH_T06 in r["note"]]
#: Codes of one place in one text.
ONE_SIDED = {"R-03", "R-04"}


@dataclass(frozen=True)
class Shelf:
    """The folders of one form of the demo corpus, and the suffix of its files."""

    name: str
    root: Path
    suffix: str


TEXTS = Shelf("txt", CORPUS, ".txt")
PDFS = Shelf("pdf", CORPUS / "pdf", ".pdf")
Results = Mapping[tuple[str, str], CheckResult]


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Check every draft, and every regulation named as one, in both forms."""
    found = {}
    for shelf in (TEXTS, PDFS):
        folder = tmp_path_factory.mktemp(shelf.name)
        for name, result in check_all(shelf, Settings(corpus=str(folder / "korpus.sqlite"))):
            found[shelf.name, name] = result
    return found


def check_all(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, CheckResult]]:
    """Fill a corpus from one form, and check the files that rows name as drafts against it."""
    regulations = pipeline.find_documents(shelf.root / "regulations")
    with pipeline.open_corpus(settings, create=True) as corpus:
        rows = list(pipeline.add_files(regulations, corpus, workers=1))
        assert [row.outcome for row in rows] == ["added"] * len(regulations)
        for name in CHECKED:
            folder = "drafts" if name in DRAFTS else "regulations"
            path = shelf.root / folder / f"{name}{shelf.suffix}"
            yield name, pipeline.check_file(path, corpus, settings)


def judged(result: CheckResult) -> list[Finding]:
    """Return the findings of a check that ``expected.toml`` lists: all but drafting technique."""
    return [finding for finding in result.findings if not finding.code.startswith("M-")]


def left_path(finding: Finding) -> str:
    """Return the path of the unit in the draft; empty for the draft as a whole."""
    return finding.left.key.partition("#")[2]


def right_key(finding: Finding) -> str:
    """Return the key of the counterpart, or an empty text."""
    return finding.right.key if finding.right else ""


def touches(one: str, other: str) -> bool:
    """Tell whether two paths or keys name one unit, or one names a unit around the other."""
    return one == other or bool(
        one and other and (one.startswith(f"{other}/") or other.startswith(f"{one}/"))
    )


def matches(finding: Finding, row: Mapping[str, Any]) -> bool:
    """Tell whether a finding says what a row expects."""
    right = row["right"]
    same_right = touches(right_key(finding), right) if "#" in right else right_key(finding) == right
    return (
        finding.code in {row["code"], *row.get("also", ())}
        and touches(left_path(finding), row["left"])
        and same_right
    )


def accuses(finding: Finding, row: Mapping[str, Any]) -> bool:
    """Tell whether a finding accuses the pair of a look-alike row, or its one unit."""
    if not row["right"]:
        return bool(row["left"]) and finding.code.startswith("R-") and same_left(finding, row)
    draft = finding.left.key.partition("#")[0]
    right = draft + row["right"] if row["right"].startswith("#") else row["right"]
    if "#" in right:
        return same_left(finding, row) and touches(right_key(finding), right)
    return same_left(finding, row) and right_key(finding).partition("#")[0] == right


def same_left(finding: Finding, row: Mapping[str, Any]) -> bool:
    """Tell whether a finding stands at the unit of a row; a row without one is the whole draft."""
    return touches(left_path(finding), row["left"])


def say(findings: list[Finding]) -> list[str]:
    """Put findings into lines for a failure message."""
    return [f"{one.code} {left_path(one)} {right_key(one)}: {one.reason}" for one in findings]


def row_name(row: Mapping[str, Any]) -> str:
    """Name a row in test output."""
    return f"{row['draft']}-{row.get('code') or row.get('n_code') or 'N'}-{row['left']}"


@pytest.mark.parametrize("form", ["txt", "pdf"])
@pytest.mark.parametrize("row", EXPECTED, ids=row_name)
def test_planted_fault_is_found(results: Results, row: dict[str, Any], form: str) -> None:
    """Every planted fault is found at its unit, against its counterpart."""
    findings = judged(results[form, row["draft"]])

    assert any(matches(finding, row) for finding in findings), say(findings)


@pytest.mark.parametrize("form", ["txt", "pdf"])
@pytest.mark.parametrize("row", LOOKALIKES, ids=row_name)
def test_lookalike_is_not_reported(results: Results, row: dict[str, Any], form: str) -> None:
    """No pair that only looks like a fault is reported."""
    findings = [one for one in judged(results[form, row["draft"]]) if accuses(one, row)]

    assert not findings, say(findings)


@pytest.mark.parametrize("form", ["txt", "pdf"])
@pytest.mark.parametrize("draft", DRAFTS)
def test_nothing_else_is_reported(results: Results, draft: str, form: str) -> None:
    """Every finding in the drafts was planted, or belongs to the matter of a T-06."""
    rows = [row for row in EXPECTED if row["draft"] == draft]
    allowed = [row for row in REGULATED_AGAIN if row["draft"] == draft]
    extra = [
        finding
        for finding in judged(results[form, draft])
        if not any(matches(finding, row) for row in rows)
        and not any(accuses(finding, row) for row in allowed)
    ]

    assert not extra, say(extra)


@pytest.mark.parametrize("name", CHECKED)
def test_pdf_and_text_give_the_same_findings(results: Results, name: str) -> None:
    """What is found depends on the words, not on the form of the file."""

    def summary(form: str) -> set[tuple[str, str, str]]:
        found = judged(results[form, name])
        return {(one.code, left_path(one), right_key(one)) for one in found}

    assert summary("txt") == summary("pdf")


@pytest.mark.parametrize("form", ["txt", "pdf"])
@pytest.mark.parametrize("name", DRAFTS)
def test_finding_is_complete(results: Results, name: str, form: str) -> None:
    """A lawyer gets both quotations with pages, the reason, its basis and a recommendation."""
    result = results[form, name]
    lines = " ".join(" ".join(line.text.split()) for line in result.draft.source_text.lines)

    for finding in judged(result):
        assert finding.reason.strip()
        assert finding.basis.strip()
        assert finding.recommendation.strip()
        assert 0 < finding.confidence <= 1
        assert finding.left.text.strip()
        assert finding.left.page >= 1
        if finding.left.key.count("#"):
            assert " ".join(finding.left.text.split())[:60] in lines
        if finding.code not in ONE_SIDED:
            assert finding.right is not None
            assert finding.right.text.strip()
            lacking = finding.right.text == cite_regulation(finding.right.key)
            assert (finding.right.page >= 1) is not lacking, "an act not in the corpus has no page"


def test_findings_of_a_pdf_name_its_pages(results: Results) -> None:
    """In a PDF of several pages, findings stand on more than one of them."""
    pages = {
        finding.left.page
        for draft in DRAFTS
        for finding in judged(results["pdf", draft])
        if "#" in finding.left.key
    }

    assert len(pages) > 1
