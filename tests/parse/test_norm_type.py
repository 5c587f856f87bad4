"""The norm type of a clause follows the words of the drafting manual."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from regcheck.parse.norms.norm_type import DEFAULT, NORM_TYPES, classify

CLAUSES = Path(__file__).resolve().parents[2] / "models" / "data" / "clauses.tsv"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kios adalah bangunan tetap di dalam pasar yang dipisahkan dinding.", "definisi"),
        ("Tujuan penataan kios adalah ketertiban pasar.", DEFAULT),
        ("Wajib Pajak dapat meminta keringanan.", "kebolehan"),
        ("Wajib Pajak wajib melunasi utang pajaknya.", "kewajiban"),
        ("Pedagang tidak wajib membuka kios pada hari raya.", DEFAULT),
        ("Bupati berwenang menutup pasar yang terbakar.", "kewenangan"),
        ("Pedagang yang berjualan di jalan dikenai teguran lisan.", "sanksi"),
        ("Izin kios yang telah terbit tetap berlaku sampai dengan habis masanya.", "peralihan"),
        ("Ketentuan lebih lanjut mengenai undian diatur dengan Peraturan Bupati.", "penutup"),
    ],
)
def test_wording_decides(text: str, expected: str) -> None:
    """The formulae of the manual give the type; nouns such as Wajib Pajak do not."""
    assert classify(text) == expected


def test_heading_decides_where_the_wording_is_silent() -> None:
    """A clause without a marked word takes the type of its chapter."""
    assert classify("Pemungutan berhenti pada akhir tahun.", "KETENTUAN PERALIHAN") == "peralihan"
    assert classify("Pemungutan berhenti pada akhir tahun.") == DEFAULT


def test_labelled_clauses_are_balanced_and_known() -> None:
    """The shipped training data has every type equally often."""
    with CLAUSES.open(encoding="utf-8", newline="") as file:
        labels = [row["label"] for row in csv.DictReader(file, delimiter="\t")]

    assert set(labels) == set(NORM_TYPES)
    assert {labels.count(label) for label in NORM_TYPES} == {30}
