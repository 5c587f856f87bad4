"""Which share of a draft is already regulated, and where, in each form of the report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from regcheck.domain import CheckResult, Share
from regcheck.report import html, terminal
from regcheck.report.data import result_to_json
from regcheck.report.look import Look

IRIGASI = "perda/nusa-kencana/2016/1"


@pytest.fixture
def shared(result: CheckResult) -> CheckResult:
    """A check of a draft of which another regulation rules two of eight provisions."""
    units = tuple(f"{result.draft.id}#pasal-{n}" for n in (16, 17))
    return replace(result, shares=(Share(IRIGASI, units, 8),))


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("id", ("Sudah diatur di peraturan lain", "2 dari 8 ketentuan (25%)")),
        ("en", ("Already regulated elsewhere", "2 of 8 provisions (25%)")),
    ],
)
@pytest.mark.parametrize("render", [terminal.render_result, html.render_result])
def test_a_report_tells_the_share_and_the_place(
    shared: CheckResult,
    render: Callable[[CheckResult, Look], str],
    lang: str,
    words: tuple[str, str],
) -> None:
    """Name, share and units stand together, on a screen and in HTML."""
    text = render(shared, Look(lang=lang, width=200))

    assert all(word in text for word in words)
    assert "Pasal 16; Pasal 17" in text


def test_without_overlaps_nothing_is_said(result: CheckResult) -> None:
    """A draft that repeats nobody has no such part in its report."""
    assert "Sudah diatur" not in terminal.render_result(result, Look())
    assert result_to_json(result)["shares"] == []


def test_the_record_has_share_and_units(shared: CheckResult) -> None:
    """What a program needs: the regulation, the units, and the part as a number."""
    (share,) = result_to_json(shared)["shares"]

    assert share["regulation"] == IRIGASI
    assert share["units"] == [f"{shared.draft.id}#pasal-{n}" for n in (16, 17)]
    assert (share["total"], share["share"]) == (8, 0.25)
