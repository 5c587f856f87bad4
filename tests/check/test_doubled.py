"""Two permits, reports or forums for one thing (T-05)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from regcheck.check.doubled import find_double_regimes

DRAFT, OTHER = "perda/sagara-raya/2026/9", "perda/sagara-raya/2019/2"
TITLE = "Penataan Menara dan Gudang Beras"
PERMIT = "Izin menara diterbitkan oleh Dinas Penanaman Modal setelah peninjauan lapangan."


def find(builder: Any, left: str, right: str, *kinds: str, title: str = TITLE) -> list[str]:
    """Return the codes found between a draft on one matter and another act."""
    builder.draft = with_title(builder.draft)
    builder.add(f"{DRAFT}#pasal-4", left)
    builder.register(OTHER, title)
    builder.add(f"{OTHER}#pasal-8", right)
    if kinds:
        builder.relate(OTHER, *kinds)
    return [one.code for one in find_double_regimes(builder.build())]


def with_title(draft: Any) -> Any:
    """Return a draft under the title of the tests."""
    return replace(draft, identity=replace(draft.identity, tentang=TITLE))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Rekomendasi teknis menara diberikan oleh Dinas Cipta Karya.", PERMIT),
        (
            "Gubernur membentuk Forum Koordinasi Penataan Menara.",
            "Untuk itu dibentuk tim penataan menara yang diketuai Sekretaris Daerah.",
        ),
        (
            "Pengelola wajib melaporkan persediaan beras gudang kepada Dinas Perdagangan.",
            "Pengelola menyampaikan laporan persediaan beras gudang secara berkala kepada Bupati.",
        ),
    ],
)
def test_two_regimes_for_one_thing_are_told(builder: Any, left: str, right: str) -> None:
    """A second permit, forum or report is named with the first."""
    assert find(builder, left, right) == ["T-05"]


@pytest.mark.parametrize(
    "left",
    [
        "Izin menara diterbitkan oleh Bupati.",
        "Rekomendasi gudang diberikan oleh Dinas Cipta Karya.",
        "Rekomendasi menara diberikan oleh Dinas Cipta Karya sebagai syarat izin menara.",
        "Pengelola melaporkan hasil kepada Bupati.",
    ],
)
def test_one_regime_or_two_things_are_none(builder: Any, left: str) -> None:
    """One permit of two offices is K-01; a step of one permit, and another thing, are nothing."""
    assert find(builder, left, PERMIT) == []


def test_basis_and_foreign_titles_explain_a_regime(builder: Any) -> None:
    """An act may add to its basis, and titles that do not name the thing prove nothing."""
    left = "Rekomendasi teknis menara diberikan oleh Dinas Cipta Karya."

    assert find(builder, left, PERMIT, "melaksanakan") == []
    assert find(builder, left, PERMIT, title="Pelayanan Terpadu") == []
