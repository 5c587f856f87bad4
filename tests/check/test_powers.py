"""Two authorities for one power (K-01), two penalties for one breach (K-05)."""

from __future__ import annotations

import pytest

from regcheck.check.authority import authority_clash
from regcheck.check.sanctions import sanction_clash
from regcheck.check.statements import Statement, find_statements
from regcheck.domain import Kind, Passage
from regcheck.parse.norms.norms import read_norm


def say(text: str) -> Statement:
    """Return the one statement of a clause."""
    passage = Passage("perda/sagara-raya/2026/9#pasal-4", Kind.PASAL, text, 1)
    (found,) = find_statements(passage, read_norm(text, ""))
    return found


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ("Izin pengambilan air tanah diterbitkan oleh Bupati.",
         "Izin pengambilan air tanah diterbitkan oleh Gubernur.", True),
        ("Gubernur menetapkan kawasan tambak udang.",
         "Bupati menetapkan kawasan tambak udang.", True),
        ("Izin pengambilan air tanah diterbitkan oleh Bupati.",
         "Izin pengambilan air tanah diterbitkan oleh Wali Kota.", False),
        ("Izin pengambilan air tanah diterbitkan oleh Gubernur.",
         "Izin pengambilan air tanah diterbitkan oleh Kepala Dinas.", False),
        ("Izin pengambilan air tanah diterbitkan oleh Bupati.",
         "Izin pemasangan reklame jalan diterbitkan oleh Gubernur.", False),
        ("Izin pengambilan air tanah diterbitkan oleh Bupati sesuai dengan kewenangannya.",
         "Izin pengambilan air tanah diterbitkan oleh Gubernur.", False),
        ("Bupati membina koperasi nelayan yang anggotanya berada dalam satu kabupaten.",
         "Gubernur membina koperasi nelayan yang anggotanya berada di beberapa kabupaten.", False),
        ("Izin pengambilan air tanah diterbitkan oleh Gubernur atau Bupati.",
         "Izin pengambilan air tanah diterbitkan oleh Gubernur.", False),
    ],
)  # fmt: skip
def test_one_power_in_two_hands(left: str, right: str, clash: bool) -> None:
    """Heads of two levels of government, one act; shared powers and offices are left alone."""
    found = authority_clash(say(left), say(right))

    assert (found is not None and found.code == "K-01") == clash


BREACH = "Setiap orang yang membuang limbah tahu ke sungai"


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ("diancam pidana denda paling banyak Rp5.000.000,00 (lima juta rupiah).",
         "dipidana dengan denda paling banyak Rp20.000.000,00 (dua puluh juta rupiah).", True),
        ("dipidana dengan kurungan paling lama 3 (tiga) bulan.",
         "dipidana dengan kurungan paling lama 6 (enam) bulan.", True),
        ("dipidana dengan kurungan paling lama 3 (tiga) bulan.",
         "dipidana dengan kurungan paling lama 3 (tiga) bulan.", False),
        ("dikenai denda administratif paling banyak Rp5.000.000,00 (lima juta rupiah).",
         "dipidana dengan denda paling banyak Rp20.000.000,00 (dua puluh juta rupiah).", False),
    ],
)  # fmt: skip
def test_two_penalties_for_one_breach(left: str, right: str, clash: bool) -> None:
    """One kind of penalty with two measures; different kinds may stand side by side (N-11)."""
    found = sanction_clash(say(f"{BREACH} {left}"), say(f"{BREACH} {right}"))

    assert (found is not None and found.code == "K-05") == clash


def test_whoever_is_everybody() -> None:
    """Older rules say *barang siapa* where newer ones say *setiap orang*."""
    low = "dipidana dengan denda paling banyak Rp5.000.000,00 (lima juta rupiah)."
    high = "dipidana dengan denda paling banyak Rp20.000.000,00 (dua puluh juta rupiah)."
    older = BREACH.replace("Setiap orang yang", "Barang siapa")

    assert sanction_clash(say(f"{BREACH} {low}"), say(f"{older} {high}")) is not None


def test_other_breaches_have_their_own_penalties() -> None:
    """Another act, or one that is named by its place only, cannot be compared."""
    low = "dipidana dengan denda paling banyak Rp5.000.000,00 (lima juta rupiah)."
    high = "dipidana dengan denda paling banyak Rp20.000.000,00 (dua puluh juta rupiah)."
    other = "Setiap orang yang menebang pohon pelindung jalan"
    assert sanction_clash(say(f"{BREACH} {low}"), say(f"{other} {high}")) is None

    placed = "Setiap orang yang melanggar ketentuan sebagaimana dimaksud dalam Pasal 5"
    assert sanction_clash(say(f"{placed} {low}"), say(f"{placed} {high}")) is None
