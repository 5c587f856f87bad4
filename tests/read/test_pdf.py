"""PDFs become lines that read as the printed page does, and know where they stand on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import TextMode
from PIL import Image

from regcheck.domain import SourceText
from regcheck.read import read_document
from regcheck.settings import Settings

Draw = Callable[[FPDF], None]
Print = Callable[..., Path]
Typeset = Callable[..., Draw]

WITHOUT_OCR = Settings(ocr="never")
PASAL = (
    "Pasal 1",
    "Dalam Peraturan Daerah ini yang dimaksud dengan Daerah",
    "adalah Provinsi Nusa Kencana.",
)


def texts(source: SourceText) -> list[str]:
    """Return the texts of the lines."""
    return [line.text for line in source.lines]


def codes(source: SourceText) -> list[str]:
    """Return the codes of the notes."""
    return [note.code for note in source.notes]


def test_a_line_knows_its_page_and_its_box(press: Print, page: Typeset) -> None:
    """Boxes are in points from the top left corner of the upright page."""
    source = read_document(press(page("Pasal 1"), page("Pasal 2", x=200, top=300)))

    second = source.lines[1]
    assert (second.text, second.page) == ("Pasal 2", 2)
    assert second.x0 == pytest.approx(200, abs=2)
    assert second.top < 300 < second.bottom
    assert second.bottom - second.top < 20


def test_lines_come_in_reading_order_whatever_the_order_of_the_file(press: Print) -> None:
    """The order in which the file prints its rows does not matter."""

    def draw(pdf: FPDF) -> None:
        for y in (148, 100, 132, 116):
            pdf.text(100, y, f"baris pada tinggi {y}")

    source = read_document(press(draw))

    assert texts(source) == [f"baris pada tinggi {y}" for y in (100, 116, 132, 148)]


@pytest.mark.parametrize(("turn", "angle"), [(90, 90), (180, 180), (270, 270)])
def test_a_turned_page_reads_upright(press: Print, turn: int, angle: int) -> None:
    """A page marked as turned, its text set to match, reads like any other."""

    def draw(pdf: FPDF) -> None:
        x, y = {90: (500.0, 800.0), 180: (500.0, 800.0), 270: (100.0, 100.0)}[angle]
        with pdf.rotation(angle, x, y):
            for number, text in enumerate(PASAL):
                pdf.text(x, y + 16 * number, text)

    source = read_document(press(draw, turn=turn))

    assert texts(source) == list(PASAL)
    assert [line.top for line in source.lines] == sorted(line.top for line in source.lines)
    assert source.lines[1].x1 - source.lines[1].x0 > 200


def test_text_set_sideways_on_an_upright_page_reads_upright(press: Print) -> None:
    """The turn of the text decides, not that of the page."""

    def draw(pdf: FPDF) -> None:
        with pdf.rotation(90, 300, 700):
            for number, text in enumerate(PASAL):
                pdf.text(300, 700 + 16 * number, text)

    assert texts(read_document(press(draw))) == list(PASAL)


def two_leaves(left: tuple[str, ...], right: tuple[str, ...]) -> Draw:
    """Draw a sheet that prints two small pages side by side."""

    def draw(pdf: FPDF) -> None:
        for x, leaf in ((60, left), (530, right)):
            for number, text in enumerate(leaf):
                pdf.text(x, 80 + 16 * number, text)

    return draw


LEAF = "Gubernur menetapkan rencana pengelolaan sampah untuk jangka"


def test_the_left_leaf_of_a_booklet_comes_before_the_right(press: Print) -> None:
    """Two pages on one sheet are read one after the other, never across."""
    left = tuple(f"{LEAF} kiri {number}" for number in range(6))
    right = tuple(f"{LEAF} kanan {number}" for number in range(6))

    source = read_document(press(two_leaves(left, right), size=(936, 612)))

    assert texts(source) == [*left, *right]


def test_a_short_last_sheet_of_a_booklet_is_folded_too(press: Print) -> None:
    """A sheet with little on it is folded as the rest of the booklet."""
    full = tuple(f"{LEAF} {number}" for number in range(6))
    last = two_leaves(("Pasal 9",), ("SEKRETARIS DAERAH", "NAMA"))

    source = read_document(press(two_leaves(full, full), last, size=(936, 612)))

    assert texts(source)[-3:] == ["Pasal 9", "SEKRETARIS DAERAH", "NAMA"]


def test_a_wide_page_of_prose_is_not_folded(press: Print, page: Typeset) -> None:
    """Rows that run across the whole sheet stay whole."""
    long = " ".join([LEAF] * 2)

    source = read_document(press(page(*[long] * 6, x=60), size=(936, 612)))

    assert texts(source) == [long] * 6


def test_a_wide_table_is_not_folded(press: Print) -> None:
    """Ruled lines across the middle show that the gap parts columns, not leaves."""
    row = tuple(f"{LEAF} {number}" for number in range(6))

    def draw(pdf: FPDF) -> None:
        two_leaves(row, row)(pdf)
        for number in range(7):
            pdf.line(50, 68 + 16 * number, 900, 68 + 16 * number)

    source = read_document(press(draw, size=(936, 612)))

    assert texts(source)[0] == f"{row[0]} {row[0]}"


def test_the_label_column_stands_before_its_text(press: Print) -> None:
    """Menimbang, its colon and the first letter of the list make one line with the text."""

    def draw(pdf: FPDF) -> None:
        for x, y, text in (
            (190, 100, "bahwa sampah perlu dikelola secara"),
            (190, 116, "terpadu;"),
            (70, 100, "Menimbang"),
            (150, 100, ":"),
            (170, 100, "a."),
            (170, 132, "b."),
            (190, 132, "bahwa perlu menetapkan Peraturan Daerah;"),
            (70, 148.5, "Mengingat"),
            (150, 148.5, ":"),
            (170, 148, "1."),
            (190, 148, "Undang-Undang Nomor 18 Tahun 2008;"),
        ):
            pdf.text(x, y, text)

    assert texts(read_document(press(draw))) == [
        "Menimbang : a. bahwa sampah perlu dikelola secara",
        "terpadu;",
        "b. bahwa perlu menetapkan Peraturan Daerah;",
        "Mengingat : 1. Undang-Undang Nomor 18 Tahun 2008;",
    ]


def test_words_set_one_by_one_are_parted_by_their_gaps(press: Print) -> None:
    """Some files have no spaces: the distance between letters tells where words end."""

    def draw(pdf: FPDF) -> None:
        x = 100.0
        for word in ("Setiap", "orang", "wajib", "memilah", "sampah."):
            pdf.text(x, 100, word)
            x += pdf.get_string_width(word) + 3.2

    assert texts(read_document(press(draw))) == ["Setiap orang wajib memilah sampah."]


def test_spaced_out_headings_are_joined(press: Print, page: Typeset) -> None:
    """Letters set apart for emphasis make a word again, two words where the gap is wider."""
    source = read_document(press(page("T E N T A N G", "M E M U T U S K A N :", "a b c d")))

    assert texts(source) == ["TENTANG", "MEMUTUSKAN :", "a b c d"]


def hide_white(pdf: FPDF) -> None:
    """Draw a routing table in white."""
    pdf.set_text_color(255)
    pdf.text(100, 400, "PENGOLAH PARAF KEPALA BIRO HUKUM")
    pdf.set_text_color(0)


def hide_mode(pdf: FPDF) -> None:
    """Draw a routing table without ink."""
    with pdf.local_context(text_mode=TextMode.INVISIBLE):
        pdf.text(100, 400, "PENGOLAH PARAF KEPALA BIRO HUKUM")


def hide_outside(pdf: FPDF) -> None:
    """Draw a routing table beside the paper."""
    pdf.text(-400, 400, "PENGOLAH PARAF KEPALA BIRO HUKUM")


def hide_under_white(pdf: FPDF) -> None:
    """Draw a routing table and paint it over."""
    pdf.text(100, 400, "PENGOLAH PARAF KEPALA BIRO HUKUM")
    pdf.set_fill_color(255)
    pdf.rect(90, 385, 400, 30, style="F")


@pytest.mark.parametrize("hide", [hide_white, hide_mode, hide_outside, hide_under_white])
def test_what_cannot_be_seen_is_not_read_but_counted(
    press: Print, page: Typeset, hide: Draw
) -> None:
    """Hidden text is no text of the regulation; the note says how much there was and where."""

    def draw(pdf: FPDF) -> None:
        page(*PASAL)(pdf)
        hide(pdf)

    source = read_document(press(draw))

    assert texts(source) == list(PASAL)
    note = next(note for note in source.notes if note.code == "invisible")
    assert note.page == 1
    assert note.message_en.startswith("28 characters")


def test_white_text_across_black_text_is_not_read(press: Print) -> None:
    """The ink of the row beneath does not make hidden text visible."""

    def draw(pdf: FPDF) -> None:
        pdf.text(100, 100, "Diundangkan di Kencana pada tanggal 3 Maret 2020")
        pdf.set_text_color(255)
        pdf.text(104, 102, "ASISTEN ADMINISTRASI UMUM")

    assert texts(read_document(press(draw))) == ["Diundangkan di Kencana pada tanggal 3 Maret 2020"]


def test_white_text_on_a_dark_band_is_read(press: Print) -> None:
    """White on a colour can be seen."""

    def draw(pdf: FPDF) -> None:
        pdf.set_fill_color(20, 40, 90)
        pdf.rect(90, 80, 300, 30, style="F")
        pdf.set_text_color(255)
        pdf.text(100, 100, "TARIF RETRIBUSI PASAR")

    assert texts(read_document(press(draw))) == ["TARIF RETRIBUSI PASAR"]


def test_text_on_a_label_pasted_over_other_text_is_read(press: Print) -> None:
    """A white area hides what was printed before it, not what is printed on it."""

    def draw(pdf: FPDF) -> None:
        pdf.text(100, 100, "NOMOR 4 TAHUN 2019")
        pdf.set_fill_color(255)
        pdf.rect(90, 85, 300, 20, style="F")
        pdf.text(100, 100, "NOMOR 5 TAHUN 2019")

    assert texts(read_document(press(draw))) == ["NOMOR 5 TAHUN 2019"]


@pytest.mark.parametrize(("state", "lines"), [("ON", ["Pasal 1", "Pasal 2"]), ("OFF", ["Pasal 1"])])
def test_text_on_a_layer_is_read_where_it_is_shown(
    tmp_path: Path, state: str, lines: list[str]
) -> None:
    """A layer that is switched off is not printed (PDF 32000-1, 8.11)."""
    content = (
        b"BT /F 12 Tf 100 700 Td (Pasal 1) Tj ET "
        b"/OC /L BDC BT /F 12 Tf 100 600 Td (Pasal 2) Tj ET EMC"
    )
    objects = (
        f"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</{state}[6 0 R]>>>>>>".encode(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 936]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/Properties<</L 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/OCG/Name(Lapisan)>>",
    )
    body = b"".join(b"%d 0 obj%s endobj\n" % (n, item) for n, item in enumerate(objects, 1))
    path = tmp_path / "lapisan.pdf"
    path.write_bytes(b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R/Size 7>>\n%%EOF")

    assert texts(read_document(path)) == lines


def test_a_slanted_watermark_is_left_out(press: Print, page: Typeset) -> None:
    """A stamp across the page is not text, and is counted."""

    def draw(pdf: FPDF) -> None:
        page(*PASAL)(pdf)
        with pdf.rotation(45, 300, 500):
            pdf.text(200, 500, "SALINAN SESUAI ASLINYA")

    source = read_document(press(draw))

    assert texts(source) == list(PASAL)
    assert codes(source) == ["sideways"]


def picture(pdf: FPDF) -> None:
    """Draw a scanned page."""
    pdf.image(Image.new("L", (61, 93), 240), x=0, y=0, w=612, h=936)


def test_the_layer_of_a_scan_is_read_and_named(press: Print) -> None:
    """Unseen text over a picture of the page is the work of OCR, and the only text there is."""

    def draw(pdf: FPDF) -> None:
        picture(pdf)
        with pdf.local_context(text_mode=TextMode.INVISIBLE):
            for number, text in enumerate(PASAL):
                pdf.text(100, 100 + 16 * number, text)

    source = read_document(press(draw))

    assert texts(source) == list(PASAL)
    assert codes(source) == ["ocr-layer"]
    assert source.ocr_pages == 1


def test_a_scan_without_a_layer_says_so(press: Print) -> None:
    """Pictures only: no lines, quality 0, and a sentence that says what to do."""
    source = read_document(press(picture, picture), WITHOUT_OCR)

    assert (source.lines, source.quality, codes(source)) == ((), 0.0, ["scan"])
    assert "OCR" in source.notes[0].message
    assert "OCR" in source.notes[0].message_en


def test_pages_without_text_are_named(press: Print, page: Typeset) -> None:
    """A picture among printed pages is lost text; a blank page is none."""
    source = read_document(press(page(*PASAL), picture, picture, lambda _: None), WITHOUT_OCR)

    said = {note.code: note.message_en for note in source.notes}
    assert said["page-without-text"].startswith("Page 2-3 is only a picture")
    assert said["page-blank"].startswith("Page 4 ")


def test_a_slanted_font_keeps_its_spaces(press: Print, page: Typeset) -> None:
    """Words in italics stay apart."""

    def draw(pdf: FPDF) -> None:
        pdf.set_font("helvetica", style="I", size=11)
        page("persamaan di hadapan hukum (equality before the law)")(pdf)

    assert texts(read_document(press(draw))) == [
        "persamaan di hadapan hukum (equality before the law)"
    ]


def test_the_reader_and_the_digest_are_recorded(press: Print, page: Typeset) -> None:
    """The source says which file was read, and by what."""
    path = press(page(*PASAL), page("Pasal 2"))

    source = read_document(path).source

    assert (source.path, source.pages) == (str(path), 2)
    assert source.reader.startswith("pypdfium2 ")
    assert len(source.sha256) == 64
