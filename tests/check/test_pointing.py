"""References of the body to lower rules, to later pasal, and without number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from regcheck.check.pointing import find_pointing_faults
from regcheck.domain import Citation, Identity, Regulation, Role, Span

DRAFT = "perda/sagara-raya/2026/9"
LOWER = "pergub/sagara-raya/2015/3"
LINES = (
    ("pasal-3", "Pasal 3 Wadah disediakan."),
    ("pasal-4", "Pasal 4 Tarif menurut Peraturan Gubernur Nomor 3 Tahun 2015."),
    ("pasal-9", "Pasal 9 Peraturan Gubernur Nomor 3 Tahun 2015 dicabut."),
    ("pasal-4A", "Pasal 4A Tetap."),
)


def citing(draft: Regulation, *edges: tuple[str, str, Role]) -> Regulation:
    """Return a draft whose pasal cite what is given: holder, target, role."""
    found = []
    for path, target, role in edges:
        start = draft.by_key[f"{DRAFT}#{path}"].span.start + 8
        found.append(Citation(Span(start, start + 4), f"{DRAFT}#{path}", role, target))
    return replace(draft, citations=tuple(found))


@pytest.fixture
def check(builder: Any, printed: Callable[..., Regulation]) -> Callable[..., list[str]]:
    """Return a check of a draft with citations: the codes, places and reasons."""

    def run(*edges: tuple[str, str, Role], texts: Sequence[str] = ()) -> list[str]:
        builder.draft = citing(printed(LINES), *edges)
        for number, text in enumerate(texts, 1):
            builder.add(f"{DRAFT}#pasal-{number}", text)
        found = find_pointing_faults(builder.build())
        return [f"{one.code} {one.left.key.partition('#')[2]} {one.reason}" for one in found]

    return run


def test_a_reference_downward(check: Callable[..., list[str]]) -> None:
    """A Perda refers to a Pergub; upward and to another province it may."""
    (found,) = check(("pasal-4", LOWER, Role.MERUJUK))
    assert found.startswith("R-08 pasal-4")
    assert "Pergub Sagara Raya Nomor 3 Tahun 2015" in found

    assert check(("pasal-4", "pp/2012/81", Role.MERUJUK)) == []
    assert check(("pasal-4", "pergub/lain/2015/3", Role.MERUJUK)) == []
    assert check(("pasal-4", "permendagri/2015/80", Role.MERUJUK)) == []


def test_older_law_is_named_by_its_function(check: Callable[..., list[str]]) -> None:
    """A repeal, and any clause about older law."""
    assert check(("pasal-9", LOWER, Role.MENCABUT)) == []
    assert check(("pasal-9", LOWER, Role.MERUJUK)) == []


def test_references_ahead_are_one_row(check: Callable[..., list[str]]) -> None:
    """Each is named; backward ones and those inside a pasal are none."""
    ahead = [("pasal-3", f"{DRAFT}#pasal-4", Role.MERUJUK),
             ("pasal-3", f"{DRAFT}#pasal-9", Role.MERUJUK)]  # fmt: skip
    (found,) = check(*ahead)
    assert found.startswith("R-16 pasal-3")
    assert "Pasal 3 merujuk Pasal 4; Pasal 3 merujuk Pasal 9" in found

    assert check(("pasal-9", f"{DRAFT}#pasal-3", Role.MERUJUK)) == []
    assert check(("pasal-3", f"{DRAFT}#pasal-99", Role.MERUJUK)) == []


def test_references_without_number_are_one_row(check: Callable[..., list[str]]) -> None:
    """*Pasal ini* and the like; a numbered one is none."""
    (found,) = check(
        texts=(
            "Wadah sebagaimana dimaksud ayat (1) Pasal ini disediakan.",
            "Wadah sebagaimana dimaksud dalam Pasal 3 ayat (1) disediakan.",
            "Hal dalam pasal tersebut di atas diatur.",
        )
    )

    assert found.startswith("M-14 pasal-1")
    assert "“Pasal ini”" in found
    assert "“pasal tersebut di atas”" in found


def test_older_acts_are_left_alone(check: Callable[..., list[str]], builder: Any) -> None:
    """The manual is of 2011."""
    check(("pasal-4", LOWER, Role.MERUJUK))
    old = replace(builder.draft, identity=Identity("perda", "sagara-raya", "9", "2003"))
    builder.draft = old

    assert find_pointing_faults(builder.build()) == ()
