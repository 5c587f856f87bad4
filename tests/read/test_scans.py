"""A picture made ready: its leaves, its columns and the frames of its tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from PIL import Image, ImageDraw

from regcheck.read.layout.leaves import Fold
from regcheck.read.ocr.images import Picture, quarter_turn, straighten
from regcheck.read.ocr.scans import densest_strip, lies_sideways, prepare

DPI = 100
UPRIGHT, WIDE = (830, 1170), (1170, 830)

Column = tuple[int, int, int, int]  # left, right, top, rows


def drawn(
    size: tuple[int, int], columns: Sequence[Column], lines: Sequence[Column] = ()
) -> Picture:
    """Draw rows of words, as bars of letters' height, in columns; and lines from point to point."""
    image = Image.new("L", size, 255)
    draw = ImageDraw.Draw(image)
    for left, right, top, rows in columns:
        for row in range(rows):
            end = right - 40 * (row % 4 == 3)
            for x in range(left, end, 34):
                for stroke in range(x, min(x + 26, end), 4):
                    draw.rectangle((stroke, top + 22 * row, stroke + 1, top + 22 * row + 9), fill=0)
    for line in lines:
        draw.line(line, fill=0, width=2)
    return np.asarray(image, np.uint8)


def test_a_two_up_sheet_has_two_leaves() -> None:
    """The gutter parts them; each is a block of its own."""
    scan = prepare(drawn(WIDE, [(80, 520, 90, 28), (650, 1090, 90, 28)]), DPI)

    (left,), (right,) = scan.blocks
    assert scan.fold is Fold.TWO_UP
    assert left[2] < 585 < right[0]


def test_a_slanted_two_up_sheet_has_two_leaves_still() -> None:
    """It is straightened before the gutter is sought."""
    sheet = drawn(WIDE, [(80, 540, 90, 28), (620, 1090, 90, 28)])

    scan = prepare(straighten(sheet, -2.5), DPI)

    assert scan.skew == pytest.approx(2.5, abs=0.1)
    assert scan.fold is Fold.TWO_UP


def test_a_half_empty_sheet_may_have_two_leaves() -> None:
    """What the other sheets show decides; the empty half has no block."""
    scan = prepare(drawn(WIDE, [(80, 520, 90, 28)]), DPI)

    assert scan.fold is Fold.UNSURE
    assert [len(boxes) for boxes in scan.blocks] == [1, 0]


def test_a_table_across_a_sheet_is_one_leaf() -> None:
    """Lines that run through the gutter part the rows of a table."""
    lines = [(70, y, 1100, y) for y in range(80, 760, 40)]
    scan = prepare(drawn(WIDE, [(80, 520, 90, 28), (650, 1090, 90, 28)], lines), DPI)

    assert scan.fold is Fold.WHOLE


def test_two_columns_are_read_one_after_the_other() -> None:
    """First the heading across the page, then the left column, then the right, then the foot."""
    columns = [(80, 750, 60, 2), (80, 390, 150, 30), (440, 750, 150, 30), (80, 750, 900, 3)]

    ((head, left, right, foot),) = prepare(drawn(UPRIGHT, columns), DPI).blocks

    assert head[3] < left[1] + 40
    assert left[2] < 415 < right[0]
    assert foot[1] > left[3] - 40
    assert head[2] > 700
    assert foot[2] > 700


def test_the_labels_of_a_preamble_are_no_column() -> None:
    """``Menimbang`` and the text beside it are one block, so that they share a row."""
    columns = [(80, 170, 100, 1), (80, 170, 600, 1), (230, 250, 100, 1), (270, 750, 100, 40)]

    ((block,),) = prepare(drawn(UPRIGHT, columns), DPI).blocks

    assert block[0] < 90
    assert block[2] > 740


def test_the_columns_of_a_ruled_table_are_not_parted() -> None:
    """Lines through the gap keep the two sides together, and frame the table."""
    lines = [(70, y, 760, y) for y in range(90, 820, 44)]
    lines += [(x, 90, x, 800) for x in (70, 415, 760)]
    columns = [(80, 390, 100, 30), (440, 750, 100, 30)]

    scan = prepare(drawn(UPRIGHT, columns, lines), DPI)

    assert len(scan.blocks[0]) == 1
    assert len(scan.frames[0]) >= 2
    assert all(top < 120 and bottom > 760 for top, bottom in scan.frames[0])


def test_an_empty_picture_has_nothing_to_read() -> None:
    """A blank page has one leaf without blocks."""
    scan = prepare(np.full((1170, 830), 250, np.uint8), DPI)

    assert scan.fold is Fold.WHOLE
    assert scan.blocks == ((),)


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 2)])
def test_a_sliver_is_no_page_and_does_no_harm(size: tuple[int, int]) -> None:
    """Pictures smaller than any row have nothing to read."""
    pixels = np.zeros(size, np.uint8)

    assert not lies_sideways(pixels, DPI)
    assert sum(map(len, prepare(pixels, DPI).blocks)) <= 1


def test_a_table_that_lies_sideways_is_noticed() -> None:
    """Its drawn lines say nothing about the way its rows run."""
    lines = [(x, 90, x, 1000) for x in range(70, 800, 60)]
    page = drawn(UPRIGHT, [(80, 750, 100, 40)], lines)

    assert not lies_sideways(page, DPI)
    assert lies_sideways(quarter_turn(page, 1), DPI)


def test_the_densest_strip_holds_the_text() -> None:
    """A sample for trial is taken where the rows are."""
    page = drawn(UPRIGHT, [(80, 750, 700, 6)])

    strip = densest_strip(page, DPI)

    assert strip.shape == (120, 830)
    assert (strip == 0).sum() > 0.9 * (page == 0).sum()
