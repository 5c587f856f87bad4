"""Ruled tables inside a pasal are units there, and their rows are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import Kind, Regulation, SourceText, Table
from regcheck.parse import find_passages, parse_document

Source = Callable[..., SourceText]
Rows = tuple[tuple[str, ...], ...]

HEAD = """\
PERATURAN DAERAH KABUPATEN SAGARA
NOMOR 9 TAHUN 2019
TENTANG
RETRIBUSI PASAR
Menimbang : bahwa retribusi pasar perlu diatur;
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG RETRIBUSI PASAR.
Pasal 1
(1) Besarnya retribusi ditetapkan sebagai berikut:
a. tempat berjualan:
"""
TAIL = """\
b. tempat parkir sebesar Rp1.000,00 (seribu rupiah).
(2) Retribusi dibayar setiap hari.
Pasal 2
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
Ditetapkan di Sagara
pada tanggal 5 Mei 2019
BUPATI SAGARA,
"""
TARIFFS: Rows = (
    ("No", "Jenis Tempat", "Retribusi"),
    ("1.", "Kios", "Rp5.000,00"),
    ("2.", "Los", "Rp3.000,00"),
)
REST: Rows = (("3.", "Pelataran", "Rp1.000,00"), ("4.", "Gudang", "Rp9.000,00"))
LAYOUT: Rows = (("1.", "kios yang tertutup; dan"), ("2.", "los yang terbuka."))


def parse(source: Source, tables: Sequence[Rows]) -> Regulation:
    """Parse the regulation with tables printed below the lead-in of its first item."""
    text = HEAD + "".join(" ".join(row) + "\n" for rows in tables for row in rows) + TAIL
    read = replace(source(text), tables=tuple(Table(1, rows) for rows in tables))
    (regulation,) = parse_document(read)
    return regulation


def paths(regulation: Regulation) -> list[str]:
    """Return the paths below the first pasal."""
    found = (unit.path for unit in regulation.units)
    return [path.removeprefix("pasal-1/ayat-1/") for path in found if "ayat-1/" in path]


def test_a_table_stands_in_the_unit_that_holds_it(source: Source) -> None:
    """Its rows, numbered as they are, are no items; what follows it is one."""
    regulation = parse(source, [TARIFFS])

    assert paths(regulation) == ["huruf-a", "huruf-a/tabel-1", "huruf-b"]
    (table,) = (unit for unit in regulation.units if unit.kind is Kind.TABEL)
    assert regulation.slice(table.span).splitlines()[0] == "No Jenis Tempat Retribusi"
    assert not regulation.anomalies


def test_a_table_goes_on_below_its_head(source: Source) -> None:
    """A further part with as many columns is a table too, though it has no head."""
    assert paths(parse(source, [TARIFFS, REST])) == [
        "huruf-a", "huruf-a/tabel-1", "huruf-a/tabel-2", "huruf-b",
    ]  # fmt: skip


def test_a_table_that_arranges_a_list_is_none(source: Source) -> None:
    """Labels in one column and words in the next are items."""
    assert paths(parse(source, [LAYOUT])) == [
        "huruf-a", "huruf-a/angka-1", "huruf-a/angka-2", "huruf-b",
    ]  # fmt: skip


def test_rows_of_the_body_are_compared_under_their_path(source: Source) -> None:
    """Each row is a passage with its head; the ayat around says the rest."""
    found = {one.key.partition("#")[2]: one for one in find_passages(parse(source, [TARIFFS]))}
    row = found["pasal-1/ayat-1/huruf-a/tabel-1/baris-2"]
    ayat = found["pasal-1/ayat-1"]

    assert (row.text, row.heading) == ("Los: Retribusi Rp3.000,00", "No, Jenis Tempat, Retribusi")
    assert "Kios" not in ayat.text
    assert "tempat parkir sebesar Rp1.000,00" in ayat.text


def test_the_text_of_a_pasal_with_a_table_is_kept(source: Source) -> None:
    """Own texts in order are the pasal, the table's lines among them."""
    regulation = parse(source, [TARIFFS, REST])
    (pasal,) = (unit for unit in regulation.units if unit.path == "pasal-1")
    inside = [unit for unit in regulation.units if unit.path.startswith("pasal-1")]

    length = sum(len(regulation.own_text(unit)) for unit in inside)
    assert length == pasal.span.end - pasal.span.start


CELLS = st.sampled_from(["No", "Jenis Kios", "1.", "a.", "(1)", "Rp5.000,00", "Pasal 2", "", "Los"])
GRIDS = st.lists(st.lists(CELLS, min_size=3, max_size=3).map(tuple), min_size=1, max_size=6)


@given(tables=st.lists(GRIDS.map(tuple), max_size=3))
def test_tables_of_any_words_leave_the_text_whole(source: Source, tables: list[Rows]) -> None:
    """Whatever a table holds, the own texts of all units are the text after the title."""
    regulation = parse(source, tables)
    start = regulation.units[0].span.start

    assert sum(len(regulation.own_text(unit)) for unit in regulation.units) == len(
        regulation.text[start:]
    )
    for unit in regulation.units:
        if unit.parent:
            span = regulation.by_key[unit.parent].span
            assert span.start <= unit.span.start
            assert unit.span.end <= span.end
