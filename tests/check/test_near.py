"""Two clauses of regulations on one matter that are one but for a single change."""

from __future__ import annotations

import pytest

from regcheck.check.near import near_clash
from regcheck.domain import Kind, Passage
from regcheck.parse.norms.norms import read_norm


def clash(left: str, right: str) -> str:
    """Return the code of the conflict of two clauses, or an empty text."""
    mine, theirs = (
        (Passage(f"perda/sagara-raya/{year}/1#pasal-4", Kind.PASAL, text, 1), read_norm(text))
        for year, text in ((2026, left), (2019, right))
    )
    found = near_clash(mine, theirs)
    return found.code if found else ""


@pytest.mark.parametrize(
    ("code", "left", "right"),
    [
        ("K-01", "Izin kios ikan diterbitkan oleh Kepala Dinas Perdagangan.",
         "Izin kios ikan diterbitkan oleh Kepala Dinas Perikanan."),
        ("K-02", "Tikar pandan dibebankan kepada penyewa kios.",
         "Tikar pandan tidak dibebankan kepada penyewa kios."),
        ("K-05", "Penyewa kios yang membakar sampah dikenai penutupan sementara kios.",
         "Penyewa kios yang membakar sampah dikenai penutupan permanen kios."),
        ("K-08", "Uang jaminan kios dikembalikan setelah lapak dibongkar.",
         "Uang jaminan kios dikembalikan sebelum lapak dibongkar."),
        ("K-04", "Penyewa kios ikan melaporkan hasil jualan setiap 6 (enam) bulan.",
         "Penyewa kios ikan wajib melaporkan hasil jualan setiap bulan."),
        ("K-11", "Penyembelihan kambing betina di pasar dilarang.",
         "Penyembelihan kambing betina di pasar dilarang, kecuali kambing sakit."),
    ],
)  # fmt: skip
def test_a_single_change_has_its_code(code: str, left: str, right: str) -> None:
    """Who acts, what binds, the sanction, the case, the exception."""
    assert clash(left, right) == clash(right, left) == code


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Izin kios ikan diterbitkan oleh Gubernur.", "Gubernur menerbitkan izin kios ikan."),
        ("Penyewa kios melaporkan hasil jualan ikan.",
         "Penyewa kios wajib melaporkan hasil jualan ikan."),
        ("Penyewa kios tidak membakar sampah ikan.",
         "Penyewa kios dilarang membakar sampah ikan."),
        ("Penjaga pasar ikan berusia paling rendah 17 (tujuh belas) tahun.",
         "Penjaga pasar ikan berusia paling tinggi 45 (empat puluh lima) tahun."),
        ("Izin kios ikan diterbitkan oleh Gubernur.", "Izin lapak buah diterbitkan oleh Bupati."),
        ("Pasar dibina oleh Gubernur sesuai dengan kewenangannya.",
         "Pasar dibina oleh Bupati sesuai dengan kewenangannya."),
    ],
)  # fmt: skip
def test_another_order_another_thing_and_shared_powers_are_no_conflict(
    left: str, right: str
) -> None:
    """The same in another order, two things, divided powers, one force, bounds that both hold."""
    assert clash(left, right) == ""
