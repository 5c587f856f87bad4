"""Broken and hostile PDFs give one clear error or a note each, in bounded time and memory."""

from __future__ import annotations

import time
import zlib
from pathlib import Path

import pytest
from fpdf import FPDF

from regcheck.domain import SourceText
from regcheck.errors import UnreadableFileError
from regcheck.read import read_document
from regcheck.read.pdf.file import open_pdf
from regcheck.read.pdf.glyphs import PageGlyphs
from regcheck.read.pdf.pdfium import MAX_PIXELS
from regcheck.settings import Settings

WITHOUT_OCR = Settings(ocr="never")
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
SHEET = b"/MediaBox[0 0 612 936]"
FONTS = b"/Font<</F 5 0 R>>"


def row(text: str, y: float = 700, x: float = 100) -> bytes:
    """Return the operators that print a row."""
    return f"BT /F 12 Tf {x:g} {y:g} Td ({text}) Tj ET ".encode()


TEXT = row("Pasal 1") + row("Setiap orang wajib menjaga kebersihan.", 680)
LINES = ["Pasal 1", "Setiap orang wajib menjaga kebersihan."]


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(data), extra, data)


def bind_file(objects: list[bytes]) -> bytes:
    """Put objects, numbered from 1, the first of them the catalogue, into a PDF file."""
    body, places = b"%PDF-1.7\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(body))
    return body + head + table + tail


def one_page(
    content: bytes,
    *more: bytes,
    page: bytes = SHEET,
    resources: bytes = FONTS,
    catalogue: bytes = b"",
) -> bytes:
    """Return a file of one page; further objects are numbered from 6."""
    parts = (page, resources)
    return bind_file(
        [
            b"<</Type/Catalog/Pages 2 0 R%b>>" % catalogue,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R%b/Contents 4 0 R/Resources<<%b>>>>" % parts,
            stream(content),
            FONT,
            *more,
        ]
    )


def read(folder: Path, data: bytes) -> SourceText:
    """Write a file and read it."""
    path = folder / "uji.pdf"
    path.write_bytes(data)
    return read_document(path, WITHOUT_OCR)


def texts(source: SourceText) -> list[str]:
    """Return the texts of the lines."""
    return [line.text for line in source.lines]


def glyphs(folder: Path, data: bytes) -> PageGlyphs:
    """Write a file and return the characters of its first page."""
    path = folder / "uji.pdf"
    path.write_bytes(data)
    with open_pdf(path) as document:
        return document.read_glyphs(1)[0]


def test_a_file_that_needs_a_password_is_refused(tmp_path: Path) -> None:
    """The sentence says what to do."""
    pdf = FPDF()
    pdf.set_encryption(owner_password="kunci", user_password="rahasia")
    pdf.add_page()
    path = tmp_path / "kunci.pdf"
    pdf.output(str(path))

    with pytest.raises(UnreadableFileError, match="password"):
        read_document(path)


def test_a_file_locked_against_changes_only_is_read(tmp_path: Path) -> None:
    """An owner's password does not keep anyone from reading."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_encryption(owner_password="kunci", user_password="")
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    pdf.text(100, 100, "Pasal 1")
    path = tmp_path / "pemilik.pdf"
    pdf.output(str(path))

    assert texts(read_document(path)) == ["Pasal 1"]


def test_a_file_cut_short_is_refused_or_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """Wherever a download broke off, there is one error of ours, or text."""
    whole = one_page(TEXT)
    for length in range(0, len(whole), 61):
        try:
            lines = texts(read(tmp_path, whole[:length]))
        except UnreadableFileError:
            continue
        assert lines in ([], LINES)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b"startxref\n", b"startxref\n9"),
        (b" 00000 n ", b" 00000 f "),
        (b"xref\n0 ", b"xref\n7 "),
        (b"/Root 1 0 R", b"/Root 1 0 R/Prev 9"),
    ],
)
def test_a_broken_table_of_objects_is_mended(tmp_path: Path, good: bytes, bad: bytes) -> None:
    """The objects are found without the table."""
    assert texts(read(tmp_path, one_page(TEXT).replace(good, bad))) == LINES


def test_a_table_of_objects_that_leads_to_itself_ends(tmp_path: Path) -> None:
    """A loop of tables is walked once."""
    whole = one_page(TEXT)
    loop = b"/Root 1 0 R/Prev %d" % whole.index(b"xref\n0")

    assert texts(read(tmp_path, whole.replace(b"/Root 1 0 R", loop))) == LINES


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04 bukan PDF",
        b"\x00" * 5_000,
        bind_file([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]),
        bind_file([b"<</Type/Catalog>>"]),
    ],
)
def test_what_is_no_pdf_or_has_no_page_is_refused(tmp_path: Path, data: bytes) -> None:
    """An empty file, another kind of file, no pages: one error of ours."""
    with pytest.raises(UnreadableFileError):
        read(tmp_path, data)


@pytest.mark.parametrize(
    "box",
    [
        "[0 0 14400 14400]",
        "[0 0 0 0]",
        "[612 936 0 0]",
        "[0 0 1e9 1e9]",
        "[0 0 nan inf]",
        "[0 0 612]",
    ],
)
def test_absurd_sheets_are_read(tmp_path: Path, box: str) -> None:
    """Whatever the size of the sheet, the text on it is read."""
    source = read(tmp_path, one_page(TEXT, page=f"/MediaBox{box}".encode()))

    assert texts(source) == LINES


@pytest.mark.parametrize("box", ["[0 0 0.001 0.001]", "[-5000 -5000 -4000 -4000]"])
def test_a_sheet_beside_its_text_shows_none(tmp_path: Path, box: str) -> None:
    """What stands off the sheet is not printed, and is counted."""
    found = glyphs(tmp_path, one_page(TEXT, page=f"/MediaBox{box}".encode()))

    assert (found.chars, found.invisible) == ("", 40)


@pytest.mark.parametrize("box", ["[0 0 14400 14400]", "[0 0 1e9 1e9]", "[0 0 1000000 1]"])
def test_no_picture_of_a_page_is_larger_than_the_limit(tmp_path: Path, box: str) -> None:
    """A huge sheet is shown at a lower resolution, which is told."""
    path = tmp_path / "uji.pdf"
    path.write_bytes(one_page(TEXT, page=f"/MediaBox{box}".encode()))

    with open_pdf(path) as document:
        picture = document.render(1, 200)

    assert 0 < picture.pixels.size <= MAX_PIXELS * 1.01
    assert 0 < picture.dpi <= 200


def test_white_text_on_a_huge_sheet_is_not_read(tmp_path: Path) -> None:
    """Ink is looked for on the smaller picture."""
    dark = b"q 0 0 1 rg 0 0 14400 5000 re f Q "
    content = dark + b"1 1 1 rg " + row("Pasal 1", 700) + row("PARAF", 9000)

    found = glyphs(tmp_path, one_page(content, page=b"/MediaBox[0 0 14400 14400]"))

    assert (found.chars, found.invisible) == ("Pasal1", 5)


@pytest.mark.parametrize(
    "matrix",
    [
        "nan 0 0 nan 0 0",
        "1e38 0 0 1e38 0 0",
        "0 0 0 0 0 0",
        "1e-30 0 0 1e-30 0 0",
        f"{'9' * 60} 0 0 1 0 0",
    ],
)
def test_absurd_matrices_hide_only_their_own_text(tmp_path: Path, matrix: str) -> None:
    """Text blown up or shrunk beyond measure is not seen; the rest is read."""
    content = f"q {matrix} cm ".encode() + TEXT + b"Q " + row("Pasal 2", 500)

    assert texts(read(tmp_path, one_page(content))) == ["Pasal 2"]


@pytest.mark.parametrize("size", ["0", "1e30", "-1e30"])
def test_absurd_font_sizes_hide_only_their_own_text(tmp_path: Path, size: str) -> None:
    """A font of no size, or an endless one, prints nothing to read."""
    content = TEXT.replace(b"12 Tf", f"{size} Tf".encode()) + row("Pasal 2", 500)

    assert "Pasal 2" in texts(read(tmp_path, one_page(content)))


def form(content: bytes, inner: int) -> bytes:
    """Return a form that may draw another one."""
    resources = b"/Resources<</XObject<</X %d 0 R>>/Font<</F 5 0 R>>>>" % inner
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 612 936]" + resources)


def test_a_form_that_draws_itself_ends(tmp_path: Path) -> None:
    """A loop of forms is cut, and what it prints at one place is read once."""
    data = one_page(b"/X Do", form(TEXT + b"/X Do", 6), resources=b"/XObject<</X 6 0 R>>")

    assert texts(read(tmp_path, data)) == LINES


def test_deeply_nested_forms_are_read_as_far_as_they_are_drawn(tmp_path: Path) -> None:
    """Sixty forms, one within the other: those that are drawn are read."""
    forms = [form(row(f"lapis {n}", 900 - 10 * n) + b"/X Do", 7 + n) for n in range(60)]

    lines = texts(read(tmp_path, one_page(b"/X Do", *forms, resources=b"/XObject<</X 6 0 R>>")))

    assert lines[:10] == [f"lapis {n}" for n in range(10)]


def test_forms_that_multiply_take_bounded_time(tmp_path: Path) -> None:
    """Ten thousand drawings of one form end, and the text is read."""
    forms = [form(b"/X Do " * 10, 7 + n) for n in range(4)]
    data = one_page(b"/X Do", *forms, form(TEXT, 99), resources=b"/XObject<</X 6 0 R>>")
    started = time.perf_counter()

    found = glyphs(tmp_path, data)

    assert found.chars.startswith("Pasal1")
    assert time.perf_counter() - started < 20


def test_a_tree_of_pages_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    """The page that is there is read, and the one that is not is named."""
    data = one_page(TEXT).replace(b"/Kids[3 0 R]/Count 1", b"/Kids[2 0 R 3 0 R]/Count 2")

    source = read(tmp_path, data)

    assert texts(source) == LINES
    assert "page-damaged" in [note.code for note in source.notes]


def test_a_tree_of_pages_of_any_depth_ends(tmp_path: Path) -> None:
    """A branch of three thousand forks to one page makes no crash."""
    forks = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 3) for n in range(3_000)]
    page = b"<</Type/Page/MediaBox[0 0 612 936]/Contents 3003 0 R/Resources<<>>>>"
    data = bind_file([b"<</Type/Catalog/Pages 2 0 R>>", *forks, page, stream(TEXT)])

    assert texts(read(tmp_path, data)) in ([], LINES)


def many_pages(count: int) -> bytes:
    """Return a file of many pages that share their content."""
    kids = b" ".join(b"%d 0 R" % (n + 5) for n in range(count))
    page = b"<</Type/Page/Parent 2 0 R%b/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>" % SHEET
    head = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count)]
    return bind_file([*head, stream(TEXT), FONT, *[page] * count])


def test_ten_thousand_pages_are_opened_one_at_a_time(tmp_path: Path) -> None:
    """The first and the last page of a huge file are there at once."""
    path = tmp_path / "tebal.pdf"
    path.write_bytes(many_pages(10_000))
    started = time.perf_counter()

    with open_pdf(path) as document:
        found = [document.read_glyphs(page)[0] for page in (1, 10_000)]
        count = document.pages

    assert count == 10_000
    assert [one.chars[:6] for one in found] == ["Pasal1", "Pasal1"]
    assert time.perf_counter() - started < 5


def test_a_file_that_lies_about_its_pages_is_opened(tmp_path: Path) -> None:
    """A page that is not there is damaged, without text."""
    path = tmp_path / "bohong.pdf"
    path.write_bytes(one_page(TEXT).replace(b"/Count 1", b"/Count 1000000"))

    with open_pdf(path) as document:
        found = [document.read_glyphs(page)[0] for page in (1, 2, 1_000_000)]
        picture = document.render(2, 100)

    assert [one.damaged for one in found] == [False, True, True]
    assert picture.is_empty


def test_a_font_without_meaning_gives_signs_that_say_so(tmp_path: Path) -> None:
    """Glyph numbers are not guessed at: the reader sees that something is there."""
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/ABC/Encoding/Identity-H/DescendantFonts[7 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABC/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>/FontDescriptor 8 0 R>>",
        b"<</Type/FontDescriptor/FontName/ABC/Flags 4>>",
    )
    content = b"BT /F 12 Tf 100 700 Td <000100020043004400450046> Tj ET"

    found = glyphs(tmp_path, one_page(content, *font, resources=b"/Font<</F 6 0 R>>"))

    assert set(found.chars) == {"\ufffd"}
    assert len(found.chars) == 6


def test_a_sign_that_stands_for_several_letters_is_spelt_out(tmp_path: Path) -> None:
    """The letters of a ligature share its width; two alike are no letter printed twice."""
    signs = b"2 beginbfchar <41> <006600660069> <42> <00660066> endbfchar"
    meaning = b"/CIDInit /ProcSet findresource begin begincmap %b endcmap end" % signs
    font = FONT.replace(b">>", b"/ToUnicode 7 0 R>>")
    content = (
        row("sta") + b"BT /G 12 Tf 116 700 Td (B) Tj ET " + row("oAce", 680).replace(b"/F", b"/G")
    )
    fonts = b"/Font<</F 5 0 R/G 6 0 R>>"

    data = one_page(content, font, stream(meaning), resources=fonts)

    assert texts(read(tmp_path, data)) == ["staff", "office"]


@pytest.mark.parametrize("procedure", [b"0 0 750 750 re f", b"BT /F 500 Tf (AB) Tj ET"])
def test_letters_drawn_by_procedures_are_read(tmp_path: Path, procedure: bytes) -> None:
    """Type 3 fonts are read by their encoding, also one whose letters print themselves."""
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]"
        b"/FirstChar 65/LastChar 66/Widths[700 700]/Encoding<</Differences[65/A/B]>>"
        b"/CharProcs<</A 7 0 R/B 7 0 R>>/Resources<</Font<</F 6 0 R>>>>>>",
        stream(b"700 0 0 0 750 750 d1 " + procedure),
    )

    data = one_page(row("BAB"), *font, resources=b"/Font<</F 6 0 R>>")

    assert texts(read(tmp_path, data)) == ["BAB"]


def test_letters_printed_twice_are_read_once(tmp_path: Path) -> None:
    """Bold made by printing a letter twice, a row again, or a shadow gives one row."""
    twice = b"BT /F 12 Tf "
    for number, letter in enumerate(b"PASAL"):
        for shift in (0.0, 0.4):
            twice += b"1 0 0 1 %g 650 Tm (%c) Tj " % (100 + 8.7 * number + shift, letter)
    others = b"".join(row(f"baris {n}", 600 - 20 * n) for n in range(8))
    content = row("Pasal 1") + twice + b"ET " + others + row("Pasal 1", 699.4, 100.6)

    lines = texts(read(tmp_path, one_page(content)))

    assert lines == ["Pasal 1", "PASAL", *(f"baris {n}" for n in range(8))]


def test_rows_that_cross_by_chance_keep_their_letters(tmp_path: Path) -> None:
    """Two different words at one place share letters, which is no doubling."""
    content = (
        row("KETENTUAN") + b"".join(row(f"{n}", 500 - n) for n in range(8)) + row("KETERANGAN")
    )

    found = glyphs(tmp_path, one_page(content))

    assert found.chars.startswith("KETENTUAN")
    assert found.chars.endswith("KETERANGAN")


def test_a_page_of_half_a_million_letters_is_read_in_bounded_time(tmp_path: Path) -> None:
    """Rows that run off the sheet are cut at its edge; the time grows with the letters."""
    rows = b"".join(b"(%b) Tj T* " % (b"kata " * 1_000) for _ in range(100))
    started = time.perf_counter()

    found = glyphs(tmp_path, one_page(b"BT /F 8 Tf 9 TL 20 930 Td " + rows + b"ET"))

    assert found.chars.startswith("kata" * 20)
    assert found.invisible > 300_000
    assert time.perf_counter() - started < 10


def test_a_page_of_many_lines_is_read_in_bounded_time(tmp_path: Path) -> None:
    """A map of a hundred thousand lines is not looked at line by line; its text is read."""
    lines = b"".join(b"%d 9 m %d 900 l S " % (n % 600, n % 599) for n in range(100_000))
    started = time.perf_counter()

    found = glyphs(tmp_path, one_page(lines + TEXT))

    assert found.crowded
    assert found.chars.startswith("Pasal1")
    assert time.perf_counter() - started < 10


def test_content_that_unfolds_to_much_more_is_read_in_bounded_time(tmp_path: Path) -> None:
    """A few kilobytes of content that unfold to forty megabytes delay, and end."""
    packed = zlib.compress(b" " * 40_000_000 + TEXT, 9)
    data = one_page(TEXT).replace(stream(TEXT), stream(packed, b"/Filter/FlateDecode"))
    started = time.perf_counter()

    assert texts(read(tmp_path, data)) == LINES
    assert time.perf_counter() - started < 10


def test_a_huge_picture_is_not_unpacked_to_read_text(tmp_path: Path) -> None:
    """A picture of a billion points costs nothing until the page is shown."""
    packed = zlib.compress(b"\x00" * 2_500, 9)
    head = b"/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 1"
    image = stream(packed, head + b"/ColorSpace/DeviceGray/Filter/FlateDecode")
    content = TEXT + b"q 50 0 0 50 400 100 cm /I Do Q"

    data = one_page(content, image, resources=FONTS + b"/XObject<</I 6 0 R>>")

    assert texts(read(tmp_path, data)) == LINES


def test_scripts_and_attachments_are_ignored(tmp_path: Path) -> None:
    """Nothing in a file is run or unpacked."""
    names = b"/Names<</EmbeddedFiles<</Names[(muatan.exe) 6 0 R]>>>>"
    script = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
    attached = b"<</Type/Filespec/F(muatan.exe)/EF<</F 7 0 R>>>>"

    data = one_page(TEXT, attached, stream(b"MZ"), catalogue=script + names)

    assert texts(read(tmp_path, data)) == LINES
