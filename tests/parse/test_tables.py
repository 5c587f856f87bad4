"""The ruled tables of an annex are units where they are printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from regcheck.domain import Kind, Regulation, SourceText, Table
from regcheck.parse import parse_document

Source = Callable[..., SourceText]

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
TARIF KAPAL
No Jenis Kapal Tarif
1 Kapal penumpang Rp5.000,00
2 Kapal barang Rp9.000,00
Tarif berlaku untuk sekali sandar.
No Jenis Gudang Sewa
1 Gudang terbuka Rp700,00
Kepala Dinas mengawasi pemungutan.
"""
TABLES = (
    Table(
        2,
        (
            ("No", "Jenis Kapal", "Tarif"),
            ("1", "Kapal penumpang", "Rp5.000,00"),
            ("2", "Kapal barang", "Rp9.000,00"),
        ),
    ),
    Table(2, (("No", "Jenis Gudang", "Sewa"), ("1", "Gudang terbuka", "Rp700,00"))),
    Table(2, (("Nama", "Jabatan"), ("Tidak", "Tercetak"))),
)


def tables(regulation: Regulation) -> list[tuple[str, str]]:
    """Return the paths and texts of the units that are tables."""
    found = (unit for unit in regulation.units if unit.kind is Kind.TABEL)
    return [(unit.path, regulation.slice(unit.span)) for unit in found]


def test_a_table_is_a_unit_of_its_annex(source: Source) -> None:
    """Each table found in the text has the lines that print it, and a page; others are none."""
    (regulation,) = parse_document(replace(source(TEXT), tables=TABLES))

    assert tables(regulation) == [
        (
            "lampiran-1/tabel-1",
            "No Jenis Kapal Tarif\n1 Kapal penumpang Rp5.000,00\n2 Kapal barang Rp9.000,00",
        ),
        ("lampiran-1/tabel-2", "No Jenis Gudang Sewa\n1 Gudang terbuka Rp700,00"),
    ]
    assert {unit.page for unit in regulation.units if unit.kind is Kind.TABEL} == {2}


def test_an_annex_keeps_what_stands_around_its_tables(source: Source) -> None:
    """The annex's own text is its text without the tables."""
    (regulation,) = parse_document(replace(source(TEXT), tables=TABLES))
    (annex,) = (unit for unit in regulation.units if unit.kind is Kind.LAMPIRAN)

    assert "sekali sandar" in regulation.own_text(annex)
    assert "Kapal penumpang" not in regulation.own_text(annex)


def test_a_table_that_is_not_in_the_text_is_reported_with_its_page(source: Source) -> None:
    """What was not found is counted; a document whose tables are all units says nothing."""
    (regulation,) = parse_document(replace(source(TEXT), tables=TABLES))
    (sound,) = parse_document(replace(source(TEXT), tables=TABLES[:2]))

    (said,) = (one for one in regulation.anomalies if one.code == "tabel-tidak-ditemukan")

    assert said.page == 2
    assert said.message.startswith("1 tabel lampiran")
    assert said.message_en.startswith("The bounds of 1 tables")
    assert not any(one.code == "tabel-tidak-ditemukan" for one in sound.anomalies)


def test_like_tables_on_one_page_stand_apart(source: Source) -> None:
    """A table ends with its last word, though the next has the same words."""
    rows = TABLES[0].rows
    lines = "".join(" ".join(row) + "\n" for row in rows)
    head, _, rest = TEXT.partition(lines)

    (regulation,) = parse_document(
        replace(source(head + lines + lines + rest), tables=(TABLES[0], TABLES[0]))
    )

    assert [text for _, text in tables(regulation)] == [lines.strip(), lines.strip()]
