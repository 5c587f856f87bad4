"""Tables in plain text: rows of bars and of columns."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import Line
from regcheck.read import read_document
from regcheck.read.text_tables import find_tables

TEXT = """\
(1) Tarif kios ditetapkan sebagai berikut:
| No | Jenis | Tarif |
|----|:-----:|-------|
| 1. | Kios  | Rp5.000,00 |

| 2. | Los   | Rp3.000,00 |
(2)   Tarif gudang ditetapkan    sebagai berikut:
No    Jenis Gudang      Sewa (Rp)
1     Gudang tertutup      25.000
2     Gudang terbuka      115.000
a.    kios yang tertutup; dan
b.    los yang terbuka.
Setiap    orang   yang
menyewa    gudang   wajib
membayar sewa    setiap   hari
Hari\tJam\tTarif
Senin\t08.00\tRp500
Selasa\t09.00\tRp700
"""


def test_rows_of_bars_and_of_columns_are_tables(tmp_path: Path) -> None:
    """The rule below a head is no row; lists and justified prose are no tables."""
    file = tmp_path / "tarif.md"
    file.write_text(TEXT, encoding="utf-8")

    barred, columns, tabs = (table.rows for table in read_document(file).tables)

    assert barred == (
        ("No", "Jenis", "Tarif"),
        ("1.", "Kios", "Rp5.000,00"),
        ("2.", "Los", "Rp3.000,00"),
    )
    assert columns[0] == ("No", "Jenis Gudang", "Sewa (Rp)")
    assert columns[1:] == (("1", "Gudang tertutup", "25.000"), ("2", "Gudang terbuka", "115.000"))
    assert tabs[2] == ("Selasa", "09.00", "Rp700")


@given(lines=st.lists(st.text(alphabet="|-: a1\t", max_size=30), max_size=12))
def test_the_rows_of_a_table_have_one_width(lines: list[str]) -> None:
    """Whatever the lines, every table has rows of as many cells, and no more rows than lines."""
    tables = find_tables([Line(line.strip(), 1) for line in lines if line.strip()])

    assert all(len({len(row) for row in table.rows}) == 1 for table in tables)
    assert sum(len(table.rows) for table in tables) <= len(lines)
