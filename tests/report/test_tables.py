"""Tables for Excel: the right mark and separator, whole cells, and no formulas."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import CheckResult, FileRow
from regcheck.report.data import result_to_json
from regcheck.report.tables import DraftRow, cell, draft_row, findings_csv, summary_csv, write_csv

ROW = FileRow("rancangan/a.pdf", "ab", "checked", ("x",), 6)


def read(text: str, delimiter: str = ";") -> list[list[str]]:
    """Read a table back, the mark taken off."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:]), delimiter=delimiter))


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), min_size=1, max_size=4))
def test_no_cell_can_be_run(lines: list[list[str]]) -> None:
    """Whatever the text, no cell starts with a character that starts a formula."""
    cells = [one for line in read(write_csv(lines, "id")) for one in line]

    assert len(cells) == sum(map(len, lines))
    assert not any(one.startswith(("=", "+", "-", "@", "\t", "\r")) for one in cells)


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_a_formula_becomes_a_text(text: str) -> None:
    """A cell that Excel would compute, also after leading blanks, is quoted."""
    assert cell(text, "id").startswith("'")


def test_the_language_chooses_separator_and_decimal_sign() -> None:
    """Excel in Indonesian Windows wants the semicolon, in English the comma."""
    assert write_csv([["a", 0.5]], "id") == "\ufeffa;0,5\r\n"
    assert write_csv([["a", 0.5]], "en") == "\ufeffa,0.5\r\n"


def test_a_summary_has_a_line_for_each_draft(result: CheckResult) -> None:
    """Counts by severity and by code stand in their columns; a failed draft has none."""
    checked = draft_row(ROW, result_to_json(result), "a.html", "id")
    failed = draft_row(
        FileRow("rancangan/b.pdf", "", "failed", (), 0, "rusak", "broken"), None, "b.html", "id"
    )
    head, first, second = read(summary_csv([checked, failed], "id"))
    values, gaps = dict(zip(head, first, strict=True)), dict(zip(head, second, strict=True))

    assert (checked.quality, checked.structure) == (0.98, 0.9)
    assert values["Judul"] == "Pengelolaan Sampah"
    assert (values["Jumlah temuan"], values["Tinggi"], values["Sedang"]) == ("4", "2", "2")
    assert (values["K-04"], values["T-01"], values["Laporan"]) == ("1", "1", "a.html")
    assert (gaps["Hasil"], gaps["Keterangan"], gaps["Jumlah temuan"]) == ("gagal", "rusak", "")


def test_findings_are_a_matrix(result: CheckResult) -> None:
    """Each finding is one line with both sides, reason, basis, and room for the reviewer."""
    head, *lines = read(findings_csv([result_to_json(result)], "id"))
    second = dict(zip(head, lines[1], strict=True))

    assert [line[0] for line in lines] == ["1", "2", "3", "4"]
    assert second["Ketentuan"] == "Pasal 7 ayat (1)"
    assert second["Peraturan Pembanding"] == "Perda Provinsi Nusa Kencana Nomor 1 Tahun 2016"
    assert second["Ketentuan Pembanding"] == "Pasal 6"
    assert second["Status Pembanding"] == "berlaku"
    assert second["Jenis Temuan"] == "K-04 Pertentangan jangka waktu"
    assert (second["Keyakinan"], second["Catatan Penelaah"]) == ("0,82", "")


def test_a_draft_without_report_has_no_total() -> None:
    """A draft that was not checked has no findings to count."""
    assert DraftRow("a.pdf", "failed").total == 0
