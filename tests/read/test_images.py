"""Pictures of pages: ink, slant, light, drawn lines, holes; on pictures drawn here."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from regcheck.read.ocr.images import (
    Picture,
    erase,
    even_light,
    find_blots,
    find_ink,
    find_rules,
    find_skew,
    is_sideways,
    quarter_turn,
    straighten,
)

DPI = 100
#: A page of A5, upright, in points of the picture.
SIZE = (580, 830)


def drawn(*boxes: tuple[int, int, int, int]) -> Picture:
    """Draw a page of rows of words, as bars of letters' height, and black boxes on it."""
    image = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(image)
    for row, top in enumerate(range(80, 740, 22)):
        for x in range(80 + 7 * (row % 3), 480, 34):
            for stroke in range(x, x + 26, 4):
                draw.rectangle((stroke, top, stroke + 1, top + 9), fill=20)
    for box in boxes:
        draw.rectangle(box, fill=0)
    return np.asarray(image, np.uint8)


@pytest.mark.parametrize("angle", [-4.2, -1.0, -0.35, 0.0, 0.8, 3.3])
def test_the_slant_of_rows_is_found(angle: float) -> None:
    """A page turned by an angle shows it, and lies flat once straightened by it."""
    turned = straighten(drawn(), -angle)

    found = find_skew(find_ink(turned))

    assert found == pytest.approx(angle, abs=0.1)
    assert find_skew(find_ink(straighten(turned, found))) == pytest.approx(0, abs=0.1)


def test_an_empty_page_has_no_slant_and_no_ink() -> None:
    """A white page is white, whatever Otsu's threshold would say."""
    white = np.full((200, 300), 255, np.uint8)

    assert not find_ink(white).any()
    assert find_skew(find_ink(white)) == 0


def test_print_that_runs_up_the_page_is_noticed() -> None:
    """A page is sideways after one or three quarter turns, not after none or two."""
    page = drawn()

    sideways = [is_sideways(find_ink(quarter_turn(page, turns)), DPI) for turns in range(4)]

    assert sideways == [False, True, False, True]


def test_quarter_turns_come_round() -> None:
    """Four quarter turns, and a turn and its reverse, give the picture again."""
    page = drawn()

    assert np.array_equal(quarter_turn(page, 4), page)
    assert np.array_equal(quarter_turn(quarter_turn(page, 3), 1), page)


def test_a_shadow_is_lifted() -> None:
    """Under a shadow that falls over half the page, letters stay dark and paper becomes white."""
    page = drawn()
    shade = np.linspace(0.35, 1, page.shape[1])[None, :]
    shadowed = (page * shade).astype(np.uint8)

    lifted = even_light(shadowed, DPI)

    assert np.percentile(lifted, 60) > 235
    assert (find_ink(lifted) == find_ink(page)).mean() > 0.98
    assert (find_ink(shadowed) == find_ink(page)).mean() < 0.9


def test_an_evenly_lit_page_is_left_alone() -> None:
    """A page on grey paper without shadow is the same object afterwards."""
    page = np.minimum(drawn(), 225).astype(np.uint8)

    assert even_light(page, DPI) is page


def test_drawn_lines_are_found_and_letters_are_not() -> None:
    """A frame's flat and upright lines are found; words and a black bar are none."""
    frame = ((60, 60, 520, 61), (60, 60, 61, 760), (519, 60, 520, 760))
    page = drawn(*frame, (200, 765, 400, 800))

    flat, upright = find_rules(find_ink(page), DPI)

    assert flat[60, 62:518].all()
    assert upright[62:760, 60].all()
    assert not flat[780].any()
    assert not flat[80:90, 80:500].any()
    assert not upright[80:90, 82:500].any()


def test_holes_and_dark_edges_are_blots_and_bold_letters_are_not() -> None:
    """A punch hole and the black rim of a scan go; bars that stand side by side stay."""
    image = Image.fromarray(drawn((0, 0, 12, 829)))
    draw = ImageDraw.Draw(image)
    draw.ellipse((30, 300, 52, 322), fill=0)
    for x in range(200, 380, 20):
        draw.rectangle((x, 30, x + 14, 46), fill=0)
    page = np.asarray(image, np.uint8)
    ink = find_ink(page)

    blots = find_blots(ink, DPI)

    assert blots[302:320, 36:46].all()
    assert blots[100:700, 1:10].all()
    assert not blots[30:46, 200:380].any()
    assert not blots[80:740, 80:480].any()
    assert (erase(page, blots)[302:320, 36:46] == 255).all()
