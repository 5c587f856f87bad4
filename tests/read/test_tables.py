"""Ruled tables are taken apart into cells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF

from regcheck.domain import Table
from regcheck.read import documents, read_document

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
    monkeypatch.setattr(documents, "MAX_TABLE_PAGES", 1)

    source = read_document(press(draw_table, draw_table, draw_table))

    assert [table.page for table in source.tables] == [1]
    assert [note.message_en for note in source.notes if note.code == "tables-skipped"] == [
        "Tables on page 2-3 were not taken apart; their text was read."
    ]
    assert sum(line.text.startswith("1 Kios") for line in source.lines) == 3
