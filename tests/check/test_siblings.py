"""Regulations that are alike by design, told by their titles."""

from __future__ import annotations

import pytest

from regcheck.check.siblings import sibling_code

AMENDING = "Perubahan Kedua atas Undang-Undang Nomor {n} Tahun 1986 tentang {title}"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Pengelolaan Pelabuhan Bebas Sabang", "Pengelolaan Pelabuhan Bebas Batam"),
        ("Pengembangan Pesisir Kota Bitung", "PENGEMBANGAN PESISIR KOTA MANADO"),
    ],
)
def test_acts_for_two_places_never_meet(left: str, right: str) -> None:
    """What each rules holds in its own place."""
    assert sibling_code(left, right) == "N-09"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Pengelolaan Pelabuhan Batam", "Pengelolaan Pelabuhan Batam"),
        ("Pengelolaan Pelabuhan Batam", "Pengelolaan Pelabuhan"),
        ("Pengelolaan Pelabuhan Batam", "Pengelolaan Terminal Sabang"),
    ],
)
def test_one_place_or_two_matters_may_meet(left: str, right: str) -> None:
    """Only titles that are one but for the places are siblings."""
    assert sibling_code(left, right) == ""


def test_an_amending_act_goes_by_its_base() -> None:
    """Two amended acts on twin courts are twins themselves."""
    left = AMENDING.format(n=2, title="Peradilan Umum")
    right = AMENDING.format(n=5, title="Peradilan Tata Usaha Negara")

    assert sibling_code(left, right) == "N-09"
