"""A sheet with two small pages is read leaf by leaf, a page of two columns column by column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fpdf import FPDF

from regcheck.domain import SourceText
from regcheck.read import read_document

Draw = Callable[[FPDF], None]
Print = Callable[..., Path]

#: A sheet of two leaves, in points; the first text column of each begins here.
SHEET = (936.0, 612.0)
LEFT, RIGHT = 60.0, 530.0
#: A quarter turn about this point, right and down, lays the sheet on upright paper.
PIVOT = SHEET[0] / 2


def prose(subject: str, rows: int = 6) -> list[str]:
    """Return the rows of a leaf, long enough to be prose."""
    return [f"Pengelola {subject} wajib melaporkan kegiatan nomor {row}" for row in range(rows)]


def texts(source: SourceText) -> list[str]:
    """Return the texts of the lines."""
    return [line.text for line in source.lines]


def sheet(left: list[str], right: list[str], *marks: tuple[float, float, str]) -> Draw:
    """Draw two leaves side by side, in the order of the file row by row, and marks."""

    def draw(pdf: FPDF) -> None:
        for number in range(max(len(left), len(right))):
            for x, rows in ((LEFT, left), (RIGHT, right)):
                if number < len(rows):
                    pdf.text(x, 80 + 16 * number, rows[number])
        for x, y, text in marks:
            pdf.text(x, y, text)

    return draw


def test_leaves_are_read_one_after_the_other_and_lose_their_numbers(press: Print) -> None:
    """Left, then right, then the next sheet; the numbers on both sides of the gutter are none."""
    pasar, sampah, parkir, reklame = map(prose, ("pasar", "sampah", "parkir", "reklame"))
    first = sheet(pasar, sampah, (426, 590, "1"), (500, 590, "2"))
    second = sheet(parkir, reklame, (426, 590, "3"), (500, 590, "4"))

    source = read_document(press(first, second, size=SHEET))

    assert texts(source) == [*pasar, *sampah, *parkir, *reklame]


def test_a_sheet_that_is_marked_as_turned_is_folded_as_it_stands(press: Print) -> None:
    """Upright paper, text along its long side, and a mark to turn it: a scanner's booklet."""

    def draw(pdf: FPDF) -> None:
        with pdf.rotation(90, PIVOT, PIVOT):
            sheet(prose("pasar"), prose("sampah"))(pdf)

    source = read_document(press(draw, turn=90))

    assert texts(source) == [*prose("pasar"), *prose("sampah")]


def test_the_numbers_of_a_half_empty_sheet_stay_apart(press: Print) -> None:
    """On a sheet whose right leaf is empty the gutter is still in the middle."""
    full = sheet(prose("pasar"), prose("sampah"), (426, 590, "1"), (500, 590, "2"))
    last = sheet(["Pasal 9", "Cukup jelas."], [], (426, 590, "3"), (500, 590, "4"))

    source = read_document(press(full, last, size=SHEET))

    assert texts(source) == [*prose("pasar"), *prose("sampah"), "Pasal 9", "Cukup jelas."]


def test_a_few_strays_in_the_gutter_do_not_merge_the_leaves(press: Print) -> None:
    """A heading over both leaves is read with the left one; no row runs over both."""
    over = (300.0, 40.0, "BERITA DAERAH PROVINSI NUSA KENCANA TAHUN DUA RIBU EMPAT BELAS")
    left, right = prose("pasar", 14), prose("sampah", 14)

    source = read_document(press(sheet(left, right, over), size=SHEET))

    assert texts(source) == [over[2], *left, *right]


def test_an_annex_over_both_leaves_is_read_as_one(press: Print) -> None:
    """A table ruled across the gutter of a booklet's sheet keeps its rows."""

    def annex(pdf: FPDF) -> None:
        sheet(["Kios tertutup", "Los terbuka"], ["Rp5.000,00", "Rp2.000,00"])(pdf)
        for y in (65, 85, 105):
            pdf.line(50, y, 880, y)

    source = read_document(press(sheet(prose("pasar"), prose("sampah")), annex, size=SHEET))

    assert texts(source)[-2:] == ["Kios tertutup Rp5.000,00", "Los terbuka Rp2.000,00"]


def test_wide_annexes_outvote_a_sheet_that_looks_folded(press: Print) -> None:
    """Sheets in doubt are folded only where most wide sheets show two leaves."""
    doubtful = sheet(["Kios"], ["Rp5.000,00"])
    crossed = sheet([], [], *[(60.0, 80 + 16 * n, "Daftar tarif pasar " * 8) for n in range(5)])
    folded = sheet(prose("pasar"), prose("sampah"))

    source = read_document(press(folded, crossed, crossed, doubtful, size=SHEET))

    assert "Kios Rp5.000,00" in texts(source)


def column(subject: str, rows: int = 12) -> list[str]:
    """Return the rows of a narrow column."""
    return [f"usaha {subject} diatur menurut butir {row:02}" for row in range(rows)]


def columns(*marks: tuple[float, float, str]) -> Draw:
    """Draw an upright page of two columns, in the order of the file row by row."""

    def draw(pdf: FPDF) -> None:
        for number, pair in enumerate(zip(column("pasar"), column("sampah"), strict=True)):
            for x, text in zip((60.0, 320.0), pair, strict=True):
                pdf.text(x, 120 + 16 * number, text)
        for x, y, text in marks:
            pdf.text(x, y, text)

    return draw


def test_a_page_of_two_columns_is_read_column_by_column(press: Print) -> None:
    """What stands over both columns parts them: it comes before, or after, both."""
    title = (140.0, 80.0, "BERITA DAERAH PROVINSI NUSA KENCANA TAHUN 2014")
    close = (140.0, 420.0, "Peraturan ini mulai berlaku pada tanggal diundangkan di Daerah.")

    source = read_document(press(columns(title, close)))

    assert texts(source) == [title[2], *column("pasar"), *column("sampah"), close[2]]


def test_signatures_side_by_side_are_no_columns(press: Print, page: Callable[..., Draw]) -> None:
    """A few short rows beside each other are read as they are printed."""

    def draw(pdf: FPDF) -> None:
        page("Ketua", "ttd", "NAMA SATU", x=80)(pdf)
        page("Bupati", "ttd", "NAMA DUA", x=400)(pdf)

    assert texts(read_document(press(draw))) == ["Ketua Bupati", "ttd ttd", "NAMA SATU NAMA DUA"]


def test_a_list_with_amounts_is_no_page_of_columns(press: Print) -> None:
    """Short entries do not fill a column: each is read with its amount."""

    def draw(pdf: FPDF) -> None:
        for number, kind in enumerate(["Kios", "Los besar tertutup", "Lapak"] * 5):
            pdf.text(60, 120 + 16 * number, kind)
            pdf.text(330, 120 + 16 * number, f"Rp{number}.000,00")

    assert texts(read_document(press(draw)))[0] == "Kios Rp0.000,00"
