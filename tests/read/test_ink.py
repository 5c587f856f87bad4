"""What cannot be seen on a page is told from what can, however it is hidden."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fpdf import FPDF
from fpdf.enums import TextMode
from PIL import Image

from regcheck.read.pdf.file import open_pdf
from regcheck.read.pdf.glyphs import PageGlyphs
from regcheck.read.pdf.ink import quarter_turns

Draw = Callable[[FPDF], None]
Print = Callable[..., Path]


def glyphs(path: Path) -> PageGlyphs:
    """Return the characters of the first page."""
    with open_pdf(path) as document:
        return document.read_glyphs(1)[0]


def clipped(pdf: FPDF, left: float, right: float) -> None:
    """Print a row of which only the part between two edges is shown."""
    with pdf.rect_clip(x=left, y=80, w=right - left, h=40):
        pdf.text(100, 100, "2. 2. Undang-Undang")


@pytest.mark.parametrize(
    ("left", "right", "kept"), [(112, 400, "2.Undang-Undang"), (0, 600, "2.2.Undang-Undang")]
)
def test_what_is_clipped_off_is_not_read(
    press: Print, left: float, right: float, kept: str
) -> None:
    """A second list number outside its cell is not printed; text within its clip is."""
    found = glyphs(press(lambda pdf: clipped(pdf, left, right)))

    assert found.chars == kept
    assert found.invisible == len("2.2.Undang-Undang") - len(kept)


@pytest.mark.parametrize("colour", [(255, 255, 255), (40, 80, 40)])
def test_what_an_area_covers_is_not_read(press: Print, colour: tuple[int, int, int]) -> None:
    """An opaque area hides what was printed before it, whatever its colour."""

    def draw(pdf: FPDF) -> None:
        pdf.text(100, 100, "PARAF")
        pdf.set_fill_color(*colour)
        pdf.rect(90, 80, 200, 30, style="F")
        pdf.text(100, 200, "Pasal 1")

    found = glyphs(press(draw))

    assert (found.chars, found.invisible) == ("Pasal1", 5)


def test_what_a_picture_covers_is_not_read(press: Print) -> None:
    """A picture pasted over a routing table hides it."""

    def draw(pdf: FPDF) -> None:
        pdf.text(100, 100, "PARAF")
        pdf.image(Image.new("L", (20, 3), 250), x=90, y=80, w=200, h=30)
        pdf.text(100, 200, "Pasal 1")

    found = glyphs(press(draw))

    assert (found.chars, found.invisible) == ("Pasal1", 5)


def test_a_see_through_area_hides_nothing(press: Print) -> None:
    """A marker of colour leaves the text beneath legible."""

    def draw(pdf: FPDF) -> None:
        pdf.text(100, 100, "Pasal 1")
        with pdf.local_context(fill_opacity=0.3, fill_color=(250, 250, 0)):
            pdf.rect(90, 80, 200, 30, style="F")

    found = glyphs(press(draw))

    assert (found.chars, found.invisible) == ("Pasal1", 0)


def test_the_shading_of_a_table_hides_no_text_printed_on_it(press: Print) -> None:
    """Shaded cells and their text are painted in turns."""

    def draw(pdf: FPDF) -> None:
        pdf.set_fill_color(200)
        for number in range(4):
            pdf.rect(90, 80 + 20 * number, 200, 20, style="F")
            pdf.text(100, 94 + 20 * number, f"Kios {number}")

    found = glyphs(press(draw))

    assert (found.chars, found.invisible) == ("Kios0Kios1Kios2Kios3", 0)


def test_text_beneath_the_picture_of_its_page_is_the_layer_of_a_scan(press: Print) -> None:
    """Text printed in ink and then covered by the scan is the scan's own layer, and is kept."""

    def draw(pdf: FPDF) -> None:
        for number in range(5):
            pdf.text(100, 100 + 20 * number, "Setiap orang wajib menjaga.")
        pdf.image(Image.new("L", (61, 93), 240), x=0, y=0, w=612, h=936)

    found = glyphs(press(draw))

    assert found.ocr_layer
    assert (found.chars[:6], found.invisible) == ("Setiap", 0)


def test_text_on_a_picture_of_paper_is_printed(press: Print) -> None:
    """A letterhead under the text makes no scan's layer of it."""

    def draw(pdf: FPDF) -> None:
        pdf.image(Image.new("L", (61, 93), 240), x=0, y=0, w=612, h=936)
        pdf.text(100, 100, "Setiap orang wajib menjaga.")

    found = glyphs(press(draw))

    assert (found.scanned, found.ocr_layer) == (True, False)
    assert found.chars.startswith("Setiap")


def test_each_text_is_judged_by_itself(press: Print) -> None:
    """Of two white texts the one on a dark band is read, the one on paper is not."""

    def draw(pdf: FPDF) -> None:
        pdf.set_fill_color(20, 40, 90)
        pdf.rect(90, 80, 300, 30, style="F")
        pdf.set_text_color(255)
        pdf.text(100, 100, "TARIF RETRIBUSI PELAYANAN PASAR")
        pdf.text(100, 300, "PARAF")

    found = glyphs(press(draw))

    assert (found.chars, found.invisible) == ("TARIFRETRIBUSIPELAYANANPASAR", 5)


def test_text_too_small_to_read_is_not_read(press: Print) -> None:
    """A row of one point is not meant for readers."""

    def draw(pdf: FPDF) -> None:
        pdf.text(100, 200, "Pasal 1")
        pdf.set_font("helvetica", size=1)
        pdf.text(100, 100, "PARAF")

    found = glyphs(press(draw))

    assert (found.chars, found.invisible) == ("Pasal1", 5)


@pytest.mark.parametrize("mode", [TextMode.STROKE, TextMode.FILL_STROKE])
def test_outlined_letters_are_read(press: Print, mode: TextMode) -> None:
    """Letters with a line around them, filled or hollow, are printed."""

    def draw(pdf: FPDF) -> None:
        with pdf.local_context(text_mode=mode):
            pdf.text(100, 200, "Pasal 1")

    assert glyphs(press(draw)).chars == "Pasal1"


def test_a_page_is_shown_turned_and_in_grey(press: Print) -> None:
    """The picture has the shape of the page as a reader holds it, dark where there is ink."""

    def draw(pdf: FPDF) -> None:
        pdf.set_fill_color(0)
        pdf.rect(0, 0, 306, 468, style="F")

    with open_pdf(press(draw, turn=90)) as document:
        picture = document.render(1, 144)

    height, width = picture.pixels.shape
    assert (height, width, picture.dpi) == (1224, 1872, 144)
    assert picture.pixels.dtype == np.uint8
    assert picture.pixels[100, width - 100] == 0
    assert picture.pixels[height - 100, 100] == 255


def test_what_is_filled_into_a_form_is_shown(press: Print, page: Callable[..., Draw]) -> None:
    """A page is shown as it prints, again and again, and reading it goes on."""
    with open_pdf(press(page("Pasal 1"), page("Pasal 2"))) as document:
        first, again = document.render(2, 50), document.render(2, 50)
        chars = document.read_glyphs(2)[0].chars

    assert (first.pixels == again.pixels).all()
    assert first.pixels.min() < 128
    assert chars == "Pasal2"


def test_a_baseline_that_cannot_be_measured_is_slanted() -> None:
    """A matrix without numbers gives no direction."""
    across = np.array([np.nan, 1.0], np.float32)

    along = np.array([1.0, np.nan], np.float32)

    assert quarter_turns(across, along).tolist() == [-1, -1]
