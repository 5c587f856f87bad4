"""Tables for layout are read as text; tables of data are kept as rows and cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from regcheck.domain import SourceText
from regcheck.read import read_document


def fill(table: Any, *rows: tuple[str, ...]) -> None:
    """Type the cells of a table; a newline starts a paragraph."""
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            first, *others = text.split("\n")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)


def read(draft: Any, tmp_path: Path) -> SourceText:
    """Save and read a draft."""
    return read_document(draft.save(tmp_path / "a.docx"))


def test_a_preamble_in_columns_reads_as_one_text(draft: Any, tmp_path: Path) -> None:
    """Label, colon and the first item share a line, whether or not lines are drawn."""
    for style in (None, "Table Grid"):
        fill(
            draft.document.add_table(0, 3, style=style),
            ("Menimbang", ":", "a. bahwa satu;\nb. bahwa dua;"),
            ("Mengingat", ":", "1. Pasal 18;"),
        )

    lines = read(draft, tmp_path).text.splitlines()

    assert lines[:3] == ["Menimbang : a. bahwa satu;", "b. bahwa dua;", "Mengingat : 1. Pasal 18;"]
    assert lines[3:] == lines[:3]


def test_numbers_in_a_column_of_their_own(draft: Any, tmp_path: Path) -> None:
    """A row for each item, its letter in its own cell."""
    fill(
        draft.document.add_table(0, 4),
        ("Menimbang", ":", "a.", "bahwa satu;"),
        ("", "", "b.", "bahwa dua;"),
        ("Menetapkan", ":", "", "PERATURAN GUBERNUR."),
    )

    assert read(draft, tmp_path).text.splitlines() == [
        "Menimbang : a. bahwa satu;",
        "b. bahwa dua;",
        "Menetapkan : PERATURAN GUBERNUR.",
    ]


def test_signatures_side_by_side_are_read_one_after_the_other(draft: Any, tmp_path: Path) -> None:
    """The left column first, then the right one."""
    fill(
        draft.document.add_table(0, 2),
        ("Diundangkan di Kencanapura", "Ditetapkan di Kencanapura"),
        ("SEKRETARIS DAERAH,", "GUBERNUR,"),
    )

    assert read(draft, tmp_path).text.splitlines() == [
        "Diundangkan di Kencanapura",
        "SEKRETARIS DAERAH,",
        "Ditetapkan di Kencanapura",
        "GUBERNUR,",
    ]


def test_columns_that_do_not_label_each_other_stay_apart(draft: Any, tmp_path: Path) -> None:
    """Two texts beside each other are read cell by cell."""
    fill(draft.document.add_table(0, 2), ("Satu\nDua", "Tiga\nEmpat"))

    assert read(draft, tmp_path).text.splitlines() == ["Satu", "Dua", "Tiga", "Empat"]


def test_a_table_of_data_is_a_record_and_a_line_a_row(draft: Any, tmp_path: Path) -> None:
    """Cells are parted by bars; their automatic numbers are in them."""
    number = draft.define(("decimal", "%1.", "tab", ""))
    table = draft.document.add_table(0, 3, style="Table Grid")
    fill(table, ("NO", "JENIS", "TARIF"), ("", "Wisma\nkelas satu", "275.000,00"), ("", "Alat", ""))
    for row in table.rows[1:]:
        draft.type("", number, place=row.cells[0])

    source = read(draft, tmp_path)

    assert source.text.splitlines() == [
        "NO | JENIS | TARIF",
        "1. | Wisma kelas satu | 275.000,00",
        "2. | Alat |",
    ]
    assert source.tables[0].rows == (
        ("NO", "JENIS", "TARIF"),
        ("1.", "Wisma kelas satu", "275.000,00"),
        ("2.", "Alat", ""),
    )
    assert source.tables[0].page == 1


def test_merged_cells_stand_in_the_first_place(draft: Any, tmp_path: Path) -> None:
    """A cell over two columns or rows is printed once; every row has all columns."""
    table = draft.document.add_table(3, 3, style="Table Grid")
    for row, texts in zip(table.rows, ("abc", "def", "ghi"), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2)).text = "LEBAR"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "TINGGI"

    assert read(draft, tmp_path).tables[0].rows == (
        ("a", "LEBAR", ""),
        ("TINGGI", "e", "f"),
        ("", "h", "i"),
    )


def test_a_table_within_a_layout_is_kept(draft: Any, tmp_path: Path) -> None:
    """Data within a cell of a layout is a record; data within data is text of its cell."""
    frame = draft.document.add_table(1, 1)
    fill(frame.cell(0, 0).add_table(0, 2), ("x", "y"))
    inner = frame.cell(0, 0).tables[0]
    inner.style = draft.document.styles["Table Grid"]
    fill(inner, ("1", "2"))
    outer = draft.document.add_table(0, 2, style="Table Grid")
    fill(outer, ("p", "q"), ("r", "s"))
    nested = outer.cell(1, 1).add_table(0, 2)
    nested.style = draft.document.styles["Table Grid"]
    fill(nested, ("t", "u"), ("v", "w"))

    source = read(draft, tmp_path)

    assert [table.rows for table in source.tables] == [
        (("x", "y"), ("1", "2")),
        (("p", "q"), ("r", "s t | u v | w")),
    ]


def test_a_frame_around_text_is_no_table(draft: Any, tmp_path: Path) -> None:
    """A box drawn with one cell, or one column, holds text."""
    fill(draft.document.add_table(0, 1, style="Table Grid"), ("SALINAN",), ("Pasal 1",))

    source = read(draft, tmp_path)

    assert source.text == "SALINAN\nPasal 1"
    assert source.tables == ()


def test_borders_of_cells_decide_over_those_of_the_table(draft: Any, tmp_path: Path) -> None:
    """Lines taken away cell by cell make a layout; lines drawn cell by cell make data."""
    none = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right"))
    single = none.replace("nil", "single")
    for style, borders in (("Table Grid", none), (None, single)):
        table = draft.document.add_table(0, 2, style=style)
        fill(table, ("a.", "bahwa"), ("b.", "bahwa"))
        for row in table.rows:
            for cell in row.cells:
                cell._tc.get_or_add_tcPr().append(
                    parse_xml(f"<w:tcBorders {nsdecls('w')}>{borders}</w:tcBorders>")
                )

    assert read(draft, tmp_path).text.splitlines() == [
        "a. bahwa",
        "b. bahwa",
        "a. | bahwa",
        "b. | bahwa",
    ]


def test_hidden_rows_and_cells_of_another_state(draft: Any, tmp_path: Path) -> None:
    """A hidden row is counted as hidden; a deleted cell is not there."""
    table = draft.document.add_table(0, 2, style="Table Grid")
    fill(table, ("a", "b"), ("c", "d"), ("e", "f"))
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))
    gone = parse_xml(f'<w:cellDel {nsdecls("w")} w:id="1" w:author="x"/>')
    table.rows[2].cells[1]._tc.get_or_add_tcPr().append(gone)

    source = read(draft, tmp_path)

    assert source.text.splitlines() == ["a | b", "e"]
    assert source.notes[0].code == "hidden-text"


def test_a_row_that_turns_the_page_turns_it_once(draft: Any, tmp_path: Path) -> None:
    """Word notes the same break in each cell; the row still starts where it starts."""
    table = draft.document.add_table(0, 2, style="Table Grid")
    fill(table, ("a", "b"), ("c", "d"))
    for cell in table.rows[0].cells:
        cell.paragraphs[0]._p.append(
            parse_xml(f"<w:r {nsdecls('w')}><w:lastRenderedPageBreak/><w:t>z</w:t></w:r>")
        )

    assert [line.page for line in read(draft, tmp_path).lines] == [1, 2]
