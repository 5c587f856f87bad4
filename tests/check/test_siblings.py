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


TARIFF = "Jenis dan Tarif atas Jenis Penerimaan Negara Bukan Pajak yang Berlaku pada {body}"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (TARIFF.format(body="Kementerian Sagara"), TARIFF.format(body="Departemen Sagara")),
        ("Perusahaan Umum (Perum) Kencana", "Pendirian Perusahaan Umum (Perum) Kencana"),
        ("Statuta Universitas Kenari", "Penetapan Universitas Kenari sebagai Badan Hukum"),
    ],
)
def test_two_acts_on_one_body_may_meet(left: str, right: str) -> None:
    """The later one takes the place of the earlier one, so its silence on that is a finding."""
    assert sibling_code(left, right) == ""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (TARIFF.format(body="Kementerian Sagara"), TARIFF.format(body="Badan Kencana")),
        ("Perusahaan Umum (Perum) Kencana", "Perusahaan Umum (Perum) Kenari"),
        ("Pendirian Perusahaan Umum", "Perusahaan Umum"),
    ],
)
def test_acts_on_two_bodies_are_one_pattern(left: str, right: str) -> None:
    """Also where a title that was cut off names no body at all."""
    assert sibling_code(left, right) == "N-09"
