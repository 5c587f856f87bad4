"""Recognition of pictures: with Tesseract where it is installed, and its parts without it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from fpdf import FPDF
from PIL import Image, ImageFilter

from regcheck.domain import Anomaly
from regcheck.read.layout.leaves import Fold, choose_leaves
from regcheck.read.layout.rows import Row
from regcheck.read.ocr import engine_pytesseract as ocr_pytesseract
from regcheck.read.ocr import engine_tesserocr as ocr_tesserocr
from regcheck.read.ocr import finder as ocr_finder
from regcheck.read.ocr.again import MAX_CUTS, look_again
from regcheck.read.ocr.finder import find_ocr
from regcheck.read.ocr.images import Picture, quarter_turn, straighten
from regcheck.read.ocr.noise import clean_rows
from regcheck.read.ocr.recogniser import Ocr, Pair, RecognisedPage, recognise_pages
from regcheck.read.ocr.words import Word, Words, join_words, merge_rows, read_table, regroup
from regcheck.settings import Settings

DPI = 200
PAPER, SHEET = (595.0, 842.0), (842.0, 595.0)

Text = tuple[float, float, str]  # from the left, the baseline from the top, and what is printed

ARTICLE = (
    "Pasal 7",
    "(1) Setiap orang yang mengelola terminal barang wajib memiliki",
    "      izin dari Gubernur;",
    "(2) Bagi hasil retribusi terminal ditetapkan sebesar 70% (tujuh",
    "      puluh persen) untuk kabupaten; dan",
    "(3) Sisa sebesar 30% (tiga puluh persen) menjadi bagian provinsi.",
)


@pytest.fixture(scope="module")
def ocr() -> Ocr:
    """Find the recogniser, or skip."""
    found = find_ocr(Settings())
    if isinstance(found, Anomaly):
        pytest.skip(f"needs Tesseract: {found.message_en}")
    return found


def printed(*texts: Text, size: tuple[float, float] = PAPER) -> Picture:
    """Print texts on a page and draw it at the resolution of recognition."""
    pdf = FPDF(unit="pt", format=size)
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("times", size=12)
    for x, y, text in texts:
        pdf.text(x, y, text)
    with pypdfium2.PdfDocument(bytes(pdf.output())) as document:
        bitmap = document[0].render(scale=DPI / 72, grayscale=True)
        pixels: Picture = bitmap.to_numpy().reshape(bitmap.height, bitmap.width, -1)[:, :, 0]
        return pixels.copy()


def set_rows(rows: Sequence[str], x: float = 100, y: float = 120) -> tuple[Text, ...]:
    """Set rows one below the other."""
    return tuple((x, y + 16 * number, row) for number, row in enumerate(rows))


def text_of(page: RecognisedPage) -> list[str]:
    """List the rows of a page in reading order."""
    return [row.text for leaf in choose_leaves([page.sheet]) for row in leaf.rows]


def plain(rows: Sequence[str]) -> list[str]:
    """Return rows with single spaces."""
    return [" ".join(row.split()) for row in rows]


def test_a_page_is_read_row_by_row(ocr: Ocr) -> None:
    """Rows come with their places in points and their sureness; ``;`` and ``%`` are kept."""
    page = ocr.recognise(printed(*set_rows(ARTICLE)), 3, DPI)

    (leaf,) = page.sheet.whole
    assert text_of(page) == plain(ARTICLE)
    assert (page.page, page.turns, page.dropped, page.failed) == (3, 0, 0, False)
    assert page.confidence > 0.85
    assert (leaf.page, round(leaf.width), round(leaf.height)) == (3, 595, 842)
    assert leaf.rows[0].x0 == pytest.approx(100, abs=2)
    assert leaf.rows[0].bottom == pytest.approx(120, abs=3)
    assert all(0.8 < row.confidence <= 1 for row in leaf.rows)


def test_a_bad_scan_is_read_as_well(ocr: Ocr) -> None:
    """A page askew, blurred, with a punch hole, a dark edge and specks loses no row."""
    pixels = straighten(printed(*set_rows(ARTICLE)), -1.6)
    image = Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(1))
    pixels = np.asarray(image, np.uint8).copy()
    y, x = np.ogrid[: pixels.shape[0], : pixels.shape[1]]
    pixels[(y - 900) ** 2 + (x - 90) ** 2 < 22**2] = 0
    pixels[:, :9] = 0
    pixels[700:1500:37, 300:1500:91] = 0

    page = ocr.recognise(pixels, 1, DPI)

    assert page.skew == pytest.approx(1.6, abs=0.1)
    assert text_of(page) == plain(ARTICLE)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_that_lies_on_its_side_or_head_is_turned(ocr: Ocr, turns: int) -> None:
    """Whichever way the paper lay on the glass, the rows are those of the upright page."""
    page = ocr.recognise(quarter_turn(printed(*set_rows(ARTICLE)), turns), 1, DPI)

    assert text_of(page) == plain(ARTICLE)
    assert page.turns == 4 - turns
    assert round(page.sheet.whole[0].width) == 595


def test_two_columns_are_read_left_then_right(ocr: Ocr) -> None:
    """No row runs across the gap between two columns of text."""
    left = ["terminal barang wajib memiliki", "izin usaha terminal dari dinas"] * 6
    right = ["pengelola menyampaikan berkas", "kepada gubernur melalui dinas"] * 6
    texts = (*set_rows(left, 70), *set_rows(right, 330))

    page = ocr.recognise(printed(*texts), 1, DPI)

    assert text_of(page) == [*left, *right]


def test_the_labels_of_a_preamble_share_the_row_of_what_they_label(ocr: Ocr) -> None:
    """``Menimbang : a. bahwa`` is one row."""
    texts = [
        (70.0, 120.0, "Menimbang"),
        (150.0, 120.0, ":"),
        (165.0, 120.0, "a. bahwa terminal barang perlu ditata agar tertib;"),
        (165.0, 136.0, "b. bahwa retribusi terminal belum diatur;"),
        (70.0, 168.0, "Mengingat"),
        (150.0, 168.0, ":"),
        (165.0, 168.0, "1. Pasal 18 ayat (6) Undang-Undang Dasar;"),
    ]

    page = ocr.recognise(printed(*texts), 1, DPI)

    assert text_of(page) == [
        "Menimbang : a. bahwa terminal barang perlu ditata agar tertib;",
        "b. bahwa retribusi terminal belum diatur;",
        "Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar;",
    ]


def test_a_two_up_sheet_gives_two_leaves(ocr: Ocr) -> None:
    """The left leaf is read before the right one."""
    other = [
        "Pasal 8",
        *(f"Huruf {letter} mengatur kendaraan barang di jalan" for letter in "abcde"),
    ]
    texts = (*set_rows(ARTICLE, 40), *set_rows(other, 470))

    page = ocr.recognise(printed(*texts, size=SHEET), 1, DPI)

    assert page.sheet.fold is Fold.TWO_UP
    assert [[row.text for row in leaf.rows] for leaf in page.sheet.halves] == [
        plain(ARTICLE),
        other,
    ]


def test_an_empty_page_has_no_rows(ocr: Ocr) -> None:
    """Nothing is read where nothing is printed, and that is sure."""
    page = ocr.recognise(np.full((2200, 1700), 255, np.uint8), 1, DPI)

    assert text_of(page) == []
    assert (page.confidence, page.failed) == (1.0, False)


def test_both_libraries_read_the_same(ocr: Ocr) -> None:
    """pytesseract, where the program is installed, reads what tesserocr reads."""
    data = ocr_finder.find_language("", ocr_finder.TEXT)
    if data is None or not ocr_pytesseract.is_usable(ocr_finder.find_program(data[0])):
        pytest.skip("needs the program tesseract and its Indonesian data")
    engine = ocr_pytesseract.PytesseractEngine(*data)
    slow = Ocr(ocr_pytesseract.read_version(), lambda: Pair(engine, None))
    picture = printed(*set_rows(ARTICLE[:1]))

    assert text_of(slow.recognise(picture, 1, DPI)) == text_of(ocr.recognise(picture, 1, DPI))
    assert "pytesseract" in slow.name
    assert engine.read_table(picture, DPI, 6, 0.001) is None


class FakeEngine:
    """An engine that returns what it is told, and remembers who called it."""

    def __init__(self, table: str | None = "") -> None:
        self.table, self.threads = table, list[str]()

    def read_table(self, pixels: Picture, dpi: int, mode: int, seconds: float) -> str | None:
        """Return the table."""
        assert pixels.ndim == 2
        assert (dpi, mode) == (DPI, 6)
        assert seconds > 0
        self.threads.append(threading.current_thread().name)
        return self.table


def table_line(text: str, left: int, top: int, sure: float = 96.0, row: int = 1) -> str:
    """Write a word as Tesseract's table does."""
    cells = (5, 1, 1, 1, row, 1, left, top, 11 * len(text), 24, sure, text)
    return "\t".join(map(str, cells))


def test_pages_come_in_order_and_few_are_drawn_ahead() -> None:
    """However the threads end, pages come one after the other; pictures do not pile up."""
    ocr = Ocr("fake", lambda: Pair(FakeEngine(), None))
    drawn: list[int] = []

    def draw() -> Iterator[tuple[int, Picture, int]]:
        for number in range(1, 13):
            drawn.append(number)
            yield number, np.full((300 + 100 * (number % 2), 200), 255, np.uint8), DPI

    ahead = [len(drawn) - page.page for page in recognise_pages(ocr, draw(), 2)]

    assert drawn == list(range(1, 13))
    assert len(ahead) == 12
    assert max(ahead) <= 3


def test_engines_are_made_once_for_each_thread() -> None:
    """Engines are lent and used again."""
    made: list[Pair] = []

    def build() -> Pair:
        made.append(Pair(FakeEngine(), None))
        return made[-1]

    ocr = Ocr("fake", build)
    picture = printed((90, 90, "Pasal 1"), size=(200, 200))
    pictures = ((number, picture, DPI) for number in range(6))

    assert len(list(recognise_pages(ocr, pictures, 2))) == 6
    assert 1 <= len(made) <= 2


def test_a_page_that_the_engine_gives_up_on_is_marked() -> None:
    """No exception: the page has no rows, and says so."""
    ocr = Ocr("fake", lambda: Pair(FakeEngine(None), FakeEngine(None)))

    page = ocr.recognise(printed(*set_rows(ARTICLE)), 5, DPI)

    assert page.failed
    assert text_of(page) == []


def test_a_photograph_is_not_given_to_the_engine() -> None:
    """Noise would keep Tesseract's layout analysis, which heeds no time limit, busy for hours."""
    engine = FakeEngine()
    grain = np.random.default_rng(1).random((550, 425)) < 0.25
    pixels = np.where(grain.repeat(3, axis=0).repeat(3, axis=1), 0, 255).astype(np.uint8)

    page = Ocr("fake", lambda: Pair(engine, None)).recognise(pixels, 1, DPI)

    assert page.failed
    assert engine.threads == []


def test_rows_of_noise_are_dropped_and_counted() -> None:
    """Strokes, crests and unsure scraps go; text, labels and page numbers stay."""
    rows = [
        table_line("|", 10, 10),
        table_line("~", 20, 60, 20, 2),
        table_line("aE", 30, 100, 12, 3),
        "\n".join([table_line("Pasal", 500, 150, 96, 4), table_line("5", 560, 150, 96, 4)]),
        "\n".join([table_line("|", 40, 200, 93, 5), table_line("wajib", 400, 200, 96, 5)]),
        "\n".join(table_line(text, 400 + 40 * k, 240, 90, 6) for k, text in enumerate("-2-")),
        "\n".join([table_line("MEMUTUSKAN", 500, 280, 96, 7), table_line(":", 640, 280, 90, 7)]),
    ]

    kept, dropped = clean_rows(read_table("\n".join(rows)))

    assert [" ".join(word.text for word in words) for words in kept] == [
        "Pasal 5",
        "wajib",
        "- 2 -",
        "MEMUTUSKAN :",
    ]
    assert dropped == 3


def test_specks_beside_the_text_are_no_words() -> None:
    """A scrap left of all text goes, the label of an item does not."""
    rows = [
        "\n".join(
            (
                *([table_line("Dg", 40, 40 * row, 90, row)] if row == 3 else []),
                table_line("a.", 170, 40 * row, 90, row),
                table_line("ketentuan", 200, 40 * row, 95, row),
                table_line("mengenai", 320, 40 * row, 95, row),
            )
        )
        for row in range(1, 9)
    ]

    kept, _ = clean_rows(read_table("\n".join(rows)))

    assert {" ".join(word.text for word in words) for words in kept} == {"a. ketentuan mengenai"}


def words(*texts: str, top: float = 100.0, sure: float = 0.96) -> Words:
    """Set words in a row, as far apart as print does."""
    found, x = [], 100.0
    for text in texts:
        found.append(Word(text, x, top, x + 11 * len(text), top + 24, sure))
        x = found[-1].x1 + 9
    return tuple(found)


def seen(answer: Callable[[int], Sequence[Words]], rows: Sequence[Words]) -> list[str]:
    """Look again at rows through eyes that see what ``answer`` says, and return the texts."""
    pixels = np.full((400, 900), 255, np.uint8)
    ink = np.zeros((400, 900), np.bool_)
    mended, _ = look_again(rows, pixels, ink, DPI, lambda picture: list(answer(picture.shape[0])))
    return [" ".join(word.text for word in row) for row in mended]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (("dalam", "Daerah,"), ("dalam", "Daerah;"), "dalam Daerah;"),
        (("dalam", "Daerah,"), ("dolam", "Doerah,"), "dalam Daerah,"),
        (("sebesar", "7096"), ("sebesar", "70%"), "sebesar 70%"),
        (("sebesar", "7096"), ("sebesar", "90%"), "sebesar 7096"),
        (("(l)", "Setiap"), ("(1)", "Sctiap"), "(1) Setiap"),
        (("Cc.", "Setiap"), ("c.", "Setiap"), "c. Setiap"),
        (("Pasal",), ("Pasal", "6"), "Pasal 6"),
        (("BABI",), ("BAB", "I"), "BAB I"),
        (("Pasal",), ("Pasai", "b"), "Pasal"),
        (("NOMOR", "!", "TAHUN", "2021"), ("NOMOR", "1", "TAHUN", "2021"), "NOMOR 1 TAHUN 2021"),
        (("Mengingat", "1", "1."), ("Mengingat", ":"), "Mengingat : 1."),
        (("sebesar", "50", "(lima"), ("sebesar", "50%"), "sebesar 50% (lima"),
        (("selama", "14", "(empat"), ("selama", "14"), "selama 14 (empat"),
    ],
)
def test_a_second_look_corrects_what_it_is_good_for(
    first: tuple[str, ...], second: tuple[str, ...], wanted: str
) -> None:
    """Signs, labels and headings are taken from it, letters of words are not."""

    def answer(height: int) -> list[Words]:
        return [words(*second, top=height / 2 - 12)]

    assert seen(answer, [words(*first)]) == [wanted]


def test_two_numbers_for_one_heading_make_it_unsure() -> None:
    """The surer one stays, and the row says that it is not sure."""
    pixels, ink = np.full((400, 900), 255, np.uint8), np.zeros((400, 900), np.bool_)
    rival = words("Pasal", "8", top=20, sure=0.6)

    (row,), _ = look_again([words("Pasal", "6", sure=0.7)], pixels, ink, DPI, lambda _: [rival])

    assert [word.text for word in row] == ["Pasal", "6"]
    assert max(word.confidence for word in row) <= 0.5


def test_rows_without_doubt_are_not_looked_at_again() -> None:
    """Nothing is cut out of a clean page."""

    def refuse(height: int) -> list[Words]:
        raise AssertionError(height)

    assert seen(refuse, [words("(1)", "Setiap", "orang")]) == ["(1) Setiap orang"]


def test_a_row_that_was_not_returned_is_found() -> None:
    """Print between two rows, where no word was read, is looked at and put in its place."""
    rows = [words("pembinaan", top=100), words("pengawasan", top=200)]
    pixels, ink = np.full((400, 900), 255, np.uint8), np.zeros((400, 900), np.bool_)
    for top in (100, 150, 200):
        ink[top : top + 24, 100:220] = True

    def look(picture: Picture) -> list[Words]:
        return [words("pembiayaan", top=picture.shape[0] / 2 - 12)]

    found, left = look_again(rows, pixels, ink, DPI, look)

    assert [row[0].text for row in found] == ["pembinaan", "pembiayaan", "pengawasan"]
    assert found[1][0].top == pytest.approx(150, abs=8)
    assert not left


def test_doubts_that_are_too_many_are_counted() -> None:
    """What is beyond the most that is looked at again is not passed over in silence."""
    rows = [words("sebesar", "7096", top=20 + 30 * row) for row in range(MAX_CUTS + 7)]
    height = 60 + 30 * len(rows)
    pixels, ink = np.full((height, 900), 255, np.uint8), np.zeros((height, 900), np.bool_)

    _, left = look_again(rows, pixels, ink, DPI, lambda _: [])

    assert left == 7


def test_a_row_that_joins_cells_of_different_heights_is_taken_apart() -> None:
    """A cell that stands half a row higher is a row of its own, or joins what stands beside it."""
    low = words("1", "Sekretaris", top=112)
    high = tuple(
        Word(word.text, word.x0 + 400, word.top, word.x1 + 400, word.bottom, word.confidence)
        for word in words("Penanggung", "Jawab", top=100)
    )

    torn = regroup([(*low, *high)])

    assert [" ".join(word.text for word in row) for row in torn] == [
        "Penanggung Jawab",
        "1 Sekretaris",
    ]


def test_what_stands_together_is_one_word() -> None:
    """No space after a slash or inside a number where the print has none."""
    joined = join_words(
        (
            Word("dan/", 0, 0, 40, 20, 0.9),
            Word("atau", 42, 0, 80, 20, 0.9),
            Word("485.", 120, 0, 160, 20, 0.9),
            Word("107,00", 163, 0, 220, 20, 0.8),
            Word("orang", 230, 0, 270, 20, 0.9),
        )
    )

    assert [word.text for word in joined] == ["dan/atau", "485.107,00", "orang"]
    assert joined[1].confidence == pytest.approx(0.84)


def test_halves_of_a_doubtful_sheet_make_rows_of_one() -> None:
    """Rows at one height are joined, others stand in their order."""
    left = [Row("kiri", 0, 10, 40, 20), Row("bawah", 0, 50, 40, 60, 0.5)]
    right = [Row("kanan", 100, 11, 140, 21, 0.5), Row("tengah", 100, 30, 140, 40)]

    merged = list(merge_rows(left, right))

    assert [row.text for row in merged] == ["kiri kanan", "tengah", "bawah"]
    assert merged[0].confidence == pytest.approx(0.722, abs=0.001)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away every usual place of language data."""
    monkeypatch.setattr(ocr_finder, "USUAL_PLACES", ())
    monkeypatch.setattr(sys, "prefix", "nowhere")
    for name in ("TESSDATA_PREFIX", *ocr_finder.WINDOWS_HOMES):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("bare")
def test_missing_data_are_said_with_the_way_to_install_them(tmp_path: Path) -> None:
    """The sentence names the three systems, in both languages, and the folder that was set."""
    missing = find_ocr(Settings(tessdata=str(tmp_path)))

    assert isinstance(missing, Anomaly)
    assert missing.code == "ocr-missing"
    for sentence in (missing.message, missing.message_en):
        assert str(tmp_path) in sentence
        for hint in ("apt install", "tesseract-ocr-ind", "UB-Mannheim", "brew install"):
            assert hint in sentence


@pytest.mark.usefixtures("bare")
def test_a_missing_library_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data without an engine are not enough."""
    (tmp_path / "ind.traineddata").touch()
    monkeypatch.setattr(ocr_tesserocr, "is_usable", lambda: False)
    monkeypatch.setattr(ocr_pytesseract, "is_usable", lambda _: False)

    missing = find_ocr(Settings(tessdata=str(tmp_path)))

    assert isinstance(missing, Anomaly)
    assert missing.code == "ocr-missing"
    assert "pip install" in missing.message_en


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("languages", "name", "codes"),
    [
        (("ind", "eng"), "ind+eng", []),
        (("ind",), "ind", ["ocr-language"]),
        (("eng",), "eng", ["ocr-language"]),
    ],
)
def test_a_language_that_is_missing_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    languages: tuple[str, ...],
    name: str,
    codes: list[str],
) -> None:
    """With either language pictures are read, and what suffers is said; data may lie apart."""
    for language in languages:
        (tmp_path / "tessdata").mkdir(exist_ok=True)
        (tmp_path / "tessdata" / f"{language}.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    monkeypatch.setattr(ocr_tesserocr, "is_usable", lambda: False)
    monkeypatch.setattr(ocr_pytesseract, "is_usable", lambda _: True)
    monkeypatch.setattr(ocr_pytesseract, "read_version", lambda: "Tesseract 5")

    found = find_ocr(Settings())

    assert isinstance(found, Ocr)
    assert found.name == f"Tesseract 5, {name}"
    assert [note.code for note in found.notes] == codes
