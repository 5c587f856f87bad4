"""What a page prints besides the text is taken out, counted, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import SourceText
from regcheck.read import read_document
from regcheck.read.layout.furniture import remove_furniture
from regcheck.read.layout.leaves import Leaf
from regcheck.read.layout.rows import Row

Draw = Callable[[FPDF], None]
Print = Callable[..., Path]
Typeset = Callable[..., Draw]

SUBJECTS = ("retribusi", "sampah", "kesehatan", "pendidikan", "reklame", "pasar")
THINGS = ("izin", "tarif", "sanksi", "tempat", "petugas", "laporan", "jadwal", "sarana")


def body(number: int) -> list[str]:
    """Return the rows of one page; no two pages share a row."""
    return [f"Dinas mengatur {thing} {SUBJECTS[number]} di Daerah." for thing in THINGS]


def texts(source: SourceText) -> list[str]:
    """Return the texts of the lines."""
    return [line.text for line in source.lines]


def framed(number: int, *marks: tuple[float, float, str]) -> Draw:
    """Draw the body of a page with marks around it."""

    def draw(pdf: FPDF) -> None:
        for row, text in enumerate(body(number)):
            pdf.text(120, 160 + 16 * row, text)
        for x, y, text in marks:
            pdf.text(x, y, text)

    return draw


def bodies(count: int) -> list[str]:
    """Return the rows of the first pages."""
    return [text for number in range(count) for text in body(number)]


@pytest.mark.parametrize("form", ["- {} -", "-{}-", "Halaman {} dari 4", "{}"])
def test_page_numbers_are_taken_out(press: Print, form: str) -> None:
    """Numbers at the head or foot that count up with the pages are no text."""
    y = 40 if form == "{}" else 900

    source = read_document(press(*[framed(n, (300, y, form.format(n + 1))) for n in range(3)]))

    assert texts(source) == bodies(3)
    assert source.notes[0].code == "furniture"
    assert source.notes[0].message_en.startswith("3 lines were not read as text: 3 page numbers")


def test_a_number_that_does_not_count_up_stays(press: Print) -> None:
    """A figure at the head of one page may be the text's own."""
    source = read_document(press(framed(0, (300, 40, "1945")), framed(1), framed(2)))

    assert texts(source)[0] == "1945"


def test_running_heads_and_feet_are_taken_out(press: Print) -> None:
    """Rows that stand at one height and read alike on most pages are no text."""
    foot = (60, 915, "Dokumen ini sah tanpa tanda tangan basah.")

    source = read_document(press(*[framed(n, (250, 60, f"2016, No. {n}"), foot) for n in range(4)]))

    assert texts(source) == bodies(4)


def test_heads_of_left_and_right_pages_may_differ(press: Print) -> None:
    """Gazettes print one head on the left pages and another on the right ones."""
    heads = ("Lembaran Provinsi Nusa Kencana", "Peraturan tentang Sampah")

    source = read_document(press(*[framed(n, (250, 60, heads[n % 2])) for n in range(6)]))

    assert texts(source) == bodies(6)


def test_a_head_that_ocr_read_in_many_ways_is_taken_out(press: Print) -> None:
    """Short capitals need not agree letter by letter."""
    heads = (
        "REPUBLIK INDONESIA",
        "REPUEUK INDONESIA",
        "REFUBLIK INDONESI.A",
        "REPUBLII( INDONESIA",
    )

    source = read_document(press(*[framed(n, (250, 60, heads[n])) for n in range(4)]))

    assert texts(source) == bodies(4)


def test_a_pasal_that_opens_every_page_stays(press: Print) -> None:
    """Headings of units are never running heads, however alike they stand."""
    pages = [framed(n, (280, 60, f"Pasal {n}"), (280, 76, "Cukup jelas.")) for n in range(5)]

    source = read_document(press(*pages))

    assert [text for text in texts(source) if text.startswith("Pasal")] == [
        f"Pasal {n}" for n in range(5)
    ]
    assert texts(source).count("Cukup jelas.") == 5


def test_rows_that_begin_alike_stay(press: Print) -> None:
    """The first rows of the pages share their height, and often their words."""
    assert texts(read_document(press(*map(framed, range(6))))) == bodies(6)


def test_a_form_printed_on_every_page_stays(press: Print) -> None:
    """Many rows that come back are the fields of a form, not a head."""
    fields = [(100.0, 60.0 + 16 * n, f"Kolom {field}:") for n, field in enumerate(THINGS)]

    source = read_document(press(*[framed(n, *fields[:6]) for n in range(3)]))

    assert len(source.lines) == 3 * (len(THINGS) + 6)


def test_the_header_of_a_table_stays(press: Print) -> None:
    """A row between the lines of a table is no running head."""

    def draw(pdf: FPDF) -> None:
        framed(pdf.page - 1, (130, 60, "NOMOR"), (330, 60, "URAIAN TARIF"))(pdf)
        for x in (120, 320, 500):
            pdf.line(x, 40, x, 300)

    source = read_document(press(draw, draw, draw))

    assert texts(source).count("NOMOR URAIAN TARIF") == 3


def test_stamps_are_taken_out_by_what_they_say(press: Print) -> None:
    """SALINAN, addresses and signature notes are furniture on a single page too."""
    source = read_document(
        press(
            framed(
                0,
                (480, 60, "SALINAN"),
                (60, 900, "www.jdih.example.go.id"),
                (60, 915, "Dokumen ini ditandatangani secara elektronik dengan sertifikat."),
            )
        )
    )

    assert texts(source) == body(0)


def test_two_annexes_that_begin_alike_stay(press: Print) -> None:
    """In a document of two pages a repeated title is no running head."""
    title = (330, 120, "PERATURAN DAERAH PROVINSI NUSA KENCANA")

    source = read_document(press(framed(0, title), framed(1, title)))

    assert texts(source).count(title[2]) == 2


def test_catchwords_are_taken_out(press: Print) -> None:
    """The first words of the next page, printed with dots at the foot, are read once."""
    first = framed(0, (440, 820, "3. Undang-Undang . . ."))
    second = framed(1, (120, 144, "3. Undang-Undang Nomor 18 Tahun 2008 tentang"))

    source = read_document(press(first, second))

    assert texts(source) == [
        *body(0),
        "3. Undang-Undang Nomor 18 Tahun 2008 tentang",
        *body(1),
    ]
    assert "1 catchwords" in source.notes[0].message_en


def test_a_dotted_line_of_a_form_stays(press: Print) -> None:
    """Dots to be filled in by hand announce nothing."""
    form = framed(0, (120, 820, "Nama : ...................."))

    source = read_document(press(form, framed(1, (120, 144, "Pasal 4"))))

    assert "Nama : ...................." in texts(source)


def test_numbers_that_lost_a_mark_still_count_up(press: Print) -> None:
    """A recogniser may drop a dash or read l for 1: the count tells."""
    marks = ("-1-", "-2", "3-", "4·", "- 5 -")

    source = read_document(press(*[framed(n, (300, 40, marks[n])) for n in range(5)]))

    assert texts(source) == bodies(5)


def test_roman_page_numbers_are_taken_out(press: Print) -> None:
    """An annex may count its pages in Roman figures."""
    source = read_document(
        press(*[framed(n, (300, 40, ["ii", "iii", "iv", "v"][n])) for n in range(4)])
    )

    assert texts(source) == bodies(4)


def test_recognised_feet_need_not_agree_letter_by_letter() -> None:
    """The boxes for initials at the foot of scanned pages are read a little differently."""
    feet = (
        "Paraf Koordinasi : Biro Hukum",
        "1 paraf Koordinasi ; Biro Hukum",
        "Parat Koordinasi Biro",
    )
    found = []
    for number in range(3):
        rows = [Row(f"Pengelola {SUBJECTS[number]} melapor", 100, 200, 400, 212, 0.9)]
        rows.append(Row(feet[number], 100, 850, 300, 862, 0.9))
        found.append(Leaf(number + 1, 612.0, 936.0, tuple(rows)))

    cleaned, removed = remove_furniture(found)

    assert [len(leaf.rows) for leaf in cleaned] == [1, 1, 1]
    assert removed.heads == 3


def test_a_head_made_of_numbers_is_taken_out(press: Print) -> None:
    """Year, number and page in a row without words: one counts up, the others stay."""
    heads = [f"2014, 132 {n + 2}" if n % 2 else f"{n + 2} 2014, 132" for n in range(5)]

    source = read_document(press(*[framed(n, (250, 40, heads[n])) for n in range(5)]))

    assert texts(source) == bodies(5)


def test_a_row_of_figures_that_does_not_count_up_stays(press: Print) -> None:
    """The numbers of the columns head a table on every page."""
    source = read_document(press(*[framed(n, (250, 40, "1 2 3 4")) for n in range(4)]))

    assert texts(source).count("1 2 3 4") == 4


def test_a_short_form_at_the_foot_of_every_page_is_taken_out(press: Print) -> None:
    """Capitals with a point are no label of an item."""
    source = read_document(press(*[framed(n, (60, 915, "PD. PASAR/abc")) for n in range(4)]))

    assert texts(source) == bodies(4)


def test_a_boxed_salinan_is_taken_out(press: Print) -> None:
    """The frame around a stamp makes it no table."""

    def draw(pdf: FPDF) -> None:
        framed(0, (480, 60, "SALINAN"))(pdf)
        pdf.rect(470, 45, 80, 22)

    assert texts(read_document(press(draw))) == body(0)


NOTE = (
    "UU ITE Pasal 5 ayat 1: hasil cetak dokumen elektronik merupakan alat bukti yang sah.",
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik",
    "yang diterbitkan oleh balai, dan dapat diperiksa di laman penerbitnya.",
)


def test_the_whole_note_on_an_electronic_signature_is_taken_out(press: Print) -> None:
    """Its rows are small and close to each other; only one says what they are."""

    def draw(pdf: FPDF) -> None:
        framed(0)(pdf)
        pdf.text(120, 870, "Daerah ini.")
        pdf.set_font_size(7)
        for row, text in enumerate(NOTE):
            pdf.text(90, 900 + 9 * row, text)

    assert texts(read_document(press(draw))) == [*body(0), "Daerah ini."]


def test_a_note_that_stands_higher_on_one_page_is_taken_out(press: Print) -> None:
    """A sentence that comes back word for word needs not stand at one height."""
    foot = "Keabsahan surat ini dapat diperiksa pada laman resmi pemerintah daerah"

    source = read_document(
        press(*[framed(n, (60, 900 if n == 0 else 916, foot)) for n in range(4)])
    )

    assert texts(source) == bodies(4)


def test_a_watermark_in_the_middle_of_every_page_is_taken_out(press: Print) -> None:
    """A row at one place of all pages is none of the text, wherever it stands."""
    source = read_document(press(*[framed(n, (250, 500, "SALINAN ARSIP")) for n in range(4)]))

    assert texts(source) == bodies(4)


def test_an_item_that_ends_most_pages_stays(press: Print) -> None:
    """A row that breaks off its sentence is text, however often it comes back."""
    end = "Tambahan Lembaran Negara Republik Indonesia Nomor 1234);"

    source = read_document(press(*[framed(n, (120, 880, end)) for n in range(4)]))

    assert texts(source).count(end) == 4


def test_the_heads_of_a_noisy_scan_are_grouped_by_their_likeness(press: Print) -> None:
    """Two misreadings may agree with a third only; together they are one head."""
    heads = ("PRESIDEN", "FRESIDEN", "FNESIDEN", "FNES|DEN", "PRESIDEN", "FRESIDEN")

    source = read_document(press(*[framed(n, (270, 60 + 2 * n, heads[n])) for n in range(6)]))

    assert texts(source) == bodies(6)


def test_a_catchword_before_a_page_that_begins_with_a_speck_is_taken_out(press: Print) -> None:
    """What a recogniser reads into a speck of paper does not hide the words announced."""
    first = framed(0, (440, 820, "Agar . . ."))
    second = framed(1, (60, 60, "~'"), (120, 144, "Agar setiap orang mengetahuinya,"))

    assert "Agar . . ." not in texts(read_document(press(first, second)))


def test_the_head_of_a_printed_web_page_is_taken_out(press: Print) -> None:
    """A browser prints date and title above, address and count below."""
    marks = ((30, 20, "3/24/06, 10:15 AM Peraturan Daerah"), (30, 930, "about:blank 1/1"))

    assert texts(read_document(press(framed(0, *marks)))) == body(0)


WORDS = st.sampled_from(["sampah", "Pasal 3", "wajib", "- 2 -", "7", "SALINAN", "Agar . . ."])


@st.composite
def leaves(draw: st.DrawFn) -> list[Leaf]:
    """Draw leaves whose rows mix text and furniture at any height."""
    found = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        heights = sorted(draw(st.lists(st.integers(20, 900), max_size=8, unique=True)))
        words = [draw(WORDS).replace("wajib", f"wajib {THINGS[number]}") for _ in heights]
        rows = [
            Row(w, 100.0, float(y), 200.0, y + 12.0) for w, y in zip(words, heights, strict=True)
        ]
        found.append(Leaf(number, 612.0, 936.0, tuple(rows)))
    return found


@given(leaves())
def test_what_is_left_and_what_is_counted_make_up_the_whole(printed: list[Leaf]) -> None:
    """Rows are taken out whole, keep their order, and every one of them is counted."""
    cleaned, removed = remove_furniture(printed)

    before = [row for leaf in printed for row in leaf.rows]
    after = [row for leaf in cleaned for row in leaf.rows]
    assert len(after) + removed.total == len(before)
    assert all(row in after for row in before if row.text.startswith("wajib"))
    remaining = iter(before)
    assert all(any(row is other for other in remaining) for row in after)
