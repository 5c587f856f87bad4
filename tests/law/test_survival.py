"""Clauses that keep the rules under a repealed act in force, and those that keep other things."""

from __future__ import annotations

import pytest

from regcheck.law.survival import keeps_rules

ALL = "Semua peraturan pelaksanaan yang telah ada pada saat Peraturan ini berlaku tetap berlaku."
FIELD = "Segala peraturan perundang-undangan di bidang {field} yang ada masih tetap berlaku."
NAMED = "Peraturan pelaksanaan dari Undang-Undang Nomor {n} Tahun {y} tentang {t} tetap berlaku."


@pytest.mark.parametrize(
    ("clause", "kept"),
    [
        (ALL, True),
        (FIELD.format(field="Jasa Konstruksi"), True),
        (FIELD.format(field="perikanan"), False),
        (NAMED.format(n="18", y="1999", t="Jasa Konstruksi"), True),
        (NAMED.format(n="1g", y="1999", t="Jasa Konstruksi"), True),
        (NAMED.format(n="8", y="1995", t="Pasar Modal"), False),
        ("Izin berdasarkan Undang-Undang Nomor 18 Tahun 1999 tetap berlaku.", False),
        ("Peraturan pelaksanaan ditetapkan paling lama 1 (satu) tahun.", False),
    ],
)  # fmt: skip
def test_a_clause_keeps_rules_of_its_act_or_matter(clause: str, kept: bool) -> None:
    """By the act's number, by its year and title, by its matter, or all rules."""
    assert keeps_rules(clause, "Jasa Konstruksi", "18", "1999") is kept
