"""The rows of an annex's tariff tables are compared like clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from regcheck.domain import Kind, Passage, Regulation, SourceText, Table
from regcheck.parse import find_passages, parse_document, tariffs
from regcheck.parse.tariffs import cut_rows

Source = Callable[..., SourceText]
Rows = tuple[tuple[str, ...], ...]

TEXT = """\
PERATURAN GUBERNUR TELUK KENARI
NOMOR 7 TAHUN 2018
TENTANG
TARIF DERMAGA
Menimbang : bahwa tarif dermaga perlu diatur;
Mengingat : 1. Undang-Undang Nomor 4 Tahun 1999 tentang Pembentukan Provinsi;
MEMUTUSKAN:
Menetapkan : PERATURAN GUBERNUR TENTANG TARIF DERMAGA.
Pasal 1
Tarif dermaga tercantum dalam Lampiran.
Ditetapkan di Kenari
pada tanggal 5 Mei 2018
GUBERNUR TELUK KENARI,
\fLAMPIRAN
PERATURAN GUBERNUR TELUK KENARI
NOMOR 7 TAHUN 2018
TENTANG TARIF DERMAGA
"""
TARIFFS: Rows = (
    ("No", "Jenis Kapal", "Tarif"),
    ("1", "Kapal penumpang", "Rp5.000,00"),
    ("2", "Kapal barang", "Rp9.000,00"),
)
MORE: Rows = (("3", "Kapal layar", "Rp2.000,00"), ("4", "Perahu", "Rp1.500,00"))
BARE: Rows = (
    ("No", "Jenis Gudang", "Sewa (Rp)"),
    ("1", "2", "3"),
    ("1", "Gudang terbuka", "700.000"),
)
STAFF: Rows = (("No", "Nama Jabatan", "Kelas"), ("1", "Kepala Dermaga", "9"), ("2", "Juru", "5"))


def parse(source: Source, tables: Sequence[Rows], quality: float = 1.0) -> Regulation:
    """Parse the regulation with tables that are printed at the end of its annex."""
    text = TEXT + "".join(" ".join(row) + "\n" for rows in tables for row in rows)
    printed = tuple(Table(2, rows) for rows in tables)
    read = replace(source(text), tables=printed, quality=quality)
    (regulation,) = parse_document(read)
    return regulation


def rows(regulation: Regulation) -> list[Passage]:
    """Return the passages that are rows."""
    return [one for one in find_passages(regulation) if one.kind is Kind.TABEL]


def test_a_row_says_what_is_charged_and_how_much(source: Source) -> None:
    """A row has a key below its table, the page, and the matter and the head as its lead."""
    first, second = rows(parse(source, [TARIFFS]))

    assert first.key.endswith("#lampiran-1/tabel-1/baris-1")
    assert (first.text, first.page) == ("Kapal penumpang: Tarif Rp5.000,00", 2)
    assert first.lead == "TARIF DERMAGA: No, Jenis Kapal, Tarif"
    assert second.text == "Kapal barang: Tarif Rp9.000,00"


def test_rows_are_no_units(source: Source) -> None:
    """The tree ends at the table."""
    regulation = parse(source, [TARIFFS])

    assert not any("baris" in unit.key for unit in regulation.units)
    assert all(row.key.rpartition("/")[0] in regulation.by_key for row in rows(regulation))


def test_a_table_goes_on_without_its_head(source: Source) -> None:
    """The rows behind a page break have the head of the table before."""
    found = rows(parse(source, [TARIFFS, MORE]))

    assert [row.text for row in found][2:] == [
        "Kapal layar: Tarif Rp2.000,00",
        "Perahu: Tarif Rp1.500,00",
    ]


def test_the_currency_of_the_head_is_that_of_bare_sums(source: Source) -> None:
    """A row of column numbers is no tariff."""
    (row,) = rows(parse(source, [BARE]))

    assert row.text == "Gudang terbuka: Sewa Rp700.000"


@pytest.mark.parametrize(
    ("tables", "quality"),
    [([STAFF], 1.0), ([TARIFFS], 0.5), ([], 1.0)],
    ids=["no tariffs", "badly read", "no table"],
)
def test_other_tables_give_no_rows(source: Source, tables: list[Rows], quality: float) -> None:
    """A table without amounts, or read too badly to trust its figures, is not compared."""
    assert rows(parse(source, tables, quality=quality)) == []


def test_rows_of_one_name_are_left_out_and_counted(source: Source) -> None:
    """Only a heading above them tells such rows apart."""
    regulation = parse(source, [(*TARIFFS, ("3", "kapal barang", "Rp4.000,00"))])

    (said,) = (one for one in regulation.anomalies if one.code == "baris-tabel-dilewati")

    assert [row.text for row in rows(regulation)] == ["Kapal penumpang: Tarif Rp5.000,00"]
    assert said.message.startswith("2 dari 3 baris")
    assert said.unit.endswith("#lampiran-1/tabel-1")


def test_more_rows_than_the_bound_are_counted(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows after the last that is compared are reported."""
    monkeypatch.setattr(tariffs, "MOST_ROWS", 1)

    regulation = parse(source, [TARIFFS])

    assert len(rows(regulation)) == 1
    assert [one.message_en[:6] for one in cut_rows(regulation)] == ["1 of 2"]
