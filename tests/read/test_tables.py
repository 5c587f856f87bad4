"""Ruled tables are taken apart into cells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF

from regcheck.domain import Table
from regcheck.read import pages, read_document

Print = Callable[..., Path]
Typeset = Callable[..., Callable[[FPDF], None]]

ROWS = (
    ("No", "Jenis Pelayanan", "Tarif"),
    ("1", "Kios tertutup", "Rp5.000,00"),
    ("2", "Los terbuka", "Rp2.000,00"),
)


def draw_table(pdf: FPDF) -> None:
    """Draw a table with ruled cells."""
    pdf.set_xy(100, 200)
    with pdf.table(ROWS, width=400, text_align="LEFT", align="LEFT"):
        pass


def draw_grid(pdf: FPDF) -> None:
    """Draw the same table as separate lines, a cell of two rows, and hidden text in it."""
    for y in (200, 230, 260, 290):
        pdf.line(100, y, 500, y)
    for x in (100, 150, 350, 500):
        pdf.line(x, 200, x, 290)
    for number, row in enumerate(ROWS):
        for x, text in zip((105, 155, 355), row, strict=True):
            pdf.text(x, 215 + 30 * number, text)
    pdf.text(155, 257, "ukuran besar")
    pdf.set_text_color(255)
    pdf.text(360, 285, "PARAF")


def test_a_ruled_table_is_read_cell_by_cell(press: Print) -> None:
    """The cells of a row stay apart, and the table knows its page."""
    source = read_document(press(lambda _: None, draw_table))

    assert source.tables == (Table(2, ROWS),)


def test_a_cell_may_have_several_rows_and_no_hidden_text(press: Print) -> None:
    """The printed rows of a cell are joined; what cannot be seen is not in it."""
    (table,) = read_document(press(draw_grid)).tables

    assert table.rows[1:] == (
        ("1", "Kios tertutup ukuran besar", "Rp5.000,00"),
        ("2", "Los terbuka", "Rp2.000,00"),
    )


def test_a_frame_around_a_stamp_is_no_table(press: Print, page: Typeset) -> None:
    """A box has no rows and columns."""

    def draw(pdf: FPDF) -> None:
        page("Pasal 1", "Cukup jelas dan tidak ada hal lain.")(pdf)
        pdf.rect(450, 40, 100, 30)
        pdf.text(470, 60, "CONTOH")

    assert read_document(press(draw)).tables == ()


def test_tables_beyond_the_limit_are_named(press: Print, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit on pages with tables is reported where it cuts; the text is read all the same."""
    monkeypatch.setattr(pages, "MAX_TABLE_PAGES", 1)

    source = read_document(press(draw_table, draw_table, draw_table))

    assert [table.page for table in source.tables] == [1]
    assert [note.message_en for note in source.notes if note.code == "tables-skipped"] == [
        "Tables on page 2-3 were not taken apart; their text was read."
    ]
    assert sum(line.text.startswith("1 Kios") for line in source.lines) == 3


def draw_items(pdf: FPDF) -> None:
    """Draw a table whose items are not parted by lines; its header is, a little to the side."""
    for y in (200, 230, 400):
        pdf.line(100, y, 500, y)
    for x in (100, 150, 350, 500):
        pdf.line(x, 230, x, 400)
        pdf.line(x + (2 if x in (150, 350) else 0), 200, x + (2 if x in (150, 350) else 0), 230)
    for x, y, text in (
        (105, 215, "No"),
        (160, 215, "Jenis"),
        (360, 215, "Tarif"),
        (105, 250, "1."),
        (155, 250, "Kios"),
        (155, 266, "a. tertutup, dengan pintu"),
        (155, 282, "besi"),
        (355, 266, "Rp5.000,00"),
        (355, 282, "(lima ribu rupiah)"),
        (155, 298, "b. dihapus"),
        (105, 314, "2."),
        (155, 314, "Los"),
        (355, 314, "Rp2.000,00"),
    ):
        pdf.text(x, y, text)


def test_items_without_lines_between_them_are_rows(press: Print) -> None:
    """Numbers, and labels in a column with amounts beside it, begin rows; a broken one goes on."""
    (table,) = read_document(press(draw_items)).tables

    assert table.rows == (
        ("No", "Jenis", "Tarif"),
        ("1.", "Kios", ""),
        ("", "a. tertutup, dengan pintu besi", "Rp5.000,00 (lima ribu rupiah)"),
        ("", "b. dihapus", ""),
        ("2.", "Los", "Rp2.000,00"),
    )


def test_a_list_inside_a_cell_stays_in_it(press: Print) -> None:
    """Duties listed in one cell are one text: nothing says that they are rows."""

    def draw(pdf: FPDF) -> None:
        for y in (200, 230, 300):
            pdf.line(100, y, 500, y)
        for x in (100, 150, 350, 500):
            pdf.line(x, 200, x, 300)
        for x, y, text in ((105, 215, "No"), (155, 215, "Jabatan"), (355, 215, "Tugas")):
            pdf.text(x, y, text)
        for x, y, text in ((105, 266, "1."), (155, 266, "Kepala"), (355, 250, "a. memimpin")):
            pdf.text(x, y, text)
        pdf.text(355, 266, "b. mengawasi")

    (table,) = read_document(press(draw)).tables

    assert table.rows[1] == ("1.", "Kepala", "a. memimpin b. mengawasi")


def test_shapes_laid_over_each_other_are_no_table(press: Print) -> None:
    """The shadows of the boxes of a chart make no cells."""

    def draw(pdf: FPDF) -> None:
        for step in range(4):
            pdf.rect(200 + 12 * step, 200 + 12 * step, 120, 80)
        pdf.text(250, 270, "UPT")

    assert read_document(press(draw)).tables == ()


def test_the_tables_of_two_leaves_come_in_reading_order(press: Print) -> None:
    """On a wide page the tables of the left half come first, however low they stand."""

    def draw(pdf: FPDF) -> None:
        pdf.set_left_margin(520)
        pdf.set_xy(520, 100)
        with pdf.table((("No", "Uraian"), ("1", "kanan")), width=300, align="LEFT"):
            pass
        pdf.set_left_margin(60)
        pdf.set_xy(60, 300)
        with pdf.table((("No", "Uraian"), ("1", "kiri")), width=300, align="LEFT"):
            pass

    tables = read_document(press(draw, size=(936, 612))).tables

    assert [table.rows[1][1] for table in tables] == ["kiri", "kanan"]
