"""The picture of a page, made ready for recognition: upright, straight, clean, column by column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from regcheck.read.layout.leaves import (
    GUTTER_FROM,
    GUTTER_TO,
    MAX_CROSSING,
    MAX_FRAME,
    MIN_GUTTER_PT,
    PROSE_RUNS,
    PROSE_WIDTH,
    WIDE,
    Fold,
)
from regcheck.read.ocr.images import (
    Ink,
    Picture,
    erase,
    even_light,
    find_blots,
    find_ink,
    find_rules,
    find_skew,
    find_specks,
    grow,
    is_sideways,
    quarter_turn,
    straighten,
)

#: Rows that slant less than this, in degrees, are read as they are.
MIN_SKEW = 0.2
#: Points around a drawn line or a blot that belong to its blurred rim.
RIM = 2
#: The densest pages of small type have some thousands of marks.
MAX_MARKS = 12_000
#: So much of a page, in inches, shows which way up it is.
SAMPLE_IN = 1.2
#: The outermost fiftieth of a page's width on either side shows edges of paper, not of tables.
RIM_SHARE = 50
#: The gutter is sought in cells of this size, in inches; a cell is empty with so few dark points.
CELL_IN, CELL_SPECKS = 0.02, 2
#: Two columns of text are parted by a gap so wide and so high, in inches, this near the middle.
MIN_GAP_IN, MIN_COLUMN_IN, COLUMN_FROM, COLUMN_TO = 0.12, 1.2, 0.35, 0.65
#: Each has so many rows, most of which fill it to this share; it is at least this wide.
COLUMN_ROWS, FILLED, MIN_SHARE = 6, 0.7, 0.25
#: A row of print is this high, in inches.
ROW_FROM_IN, ROW_TO_IN = 0.04, 0.5
#: White left around a block.
MARGIN_IN = 0.1
#: Upright drawn lines this high, in inches, frame a table.
MIN_FRAME_IN = 0.45

Box = tuple[int, int, int, int]  # left, top, right, bottom, in points of the picture


@dataclass(frozen=True, slots=True)
class Scan:
    """A page ready for recognition; boxes are in points of ``pixels``, which stands upright.

    ``blocks`` has one tuple of boxes for the sheet, or one for each of its two leaves, in reading
    order. ``frames`` are the heights, from and to, of upright drawn lines, for each of these.
    ``marks`` counts the separate marks on the page, of which a letter is one or two.
    """

    pixels: Picture
    ink: Ink
    fold: Fold
    blocks: tuple[tuple[Box, ...], ...]
    frames: tuple[tuple[tuple[int, int], ...], ...]
    turns: int
    skew: float
    marks: int

    @property
    def is_crowded(self) -> bool:
        """Whether it is a photograph or noise, which would keep an engine busy for hours."""
        return self.marks > MAX_MARKS


def prepare(pixels: Picture, dpi: int, turns: int = 0) -> Scan:
    """Turn a picture by so many quarters, straighten and clean it, and find its columns."""
    pixels = even_light(quarter_turn(pixels, turns), dpi)
    ink = find_ink(pixels)
    blots = find_blots(ink, dpi)
    skew = find_skew(ink & ~blots)
    if abs(skew) >= MIN_SKEW:
        pixels = straighten(pixels, skew)
        ink = find_ink(pixels)
        blots = find_blots(ink, dpi)
    flat, upright = find_rules(ink & ~blots, dpi)
    drawn = blots | flat | upright
    specks, marks = find_specks(ink, dpi)
    pixels = erase(pixels, grow(drawn, RIM) | grow(specks, 1))
    drawn |= specks
    print_ = ink & ~drawn
    fold, middle = find_picture_fold(print_, flat, dpi)
    height, width = ink.shape
    sides = ((0, width),) if fold is Fold.WHOLE else ((0, middle), (middle, width))
    blocks = tuple(
        tuple(find_blocks(print_, flat, (left, 0, right, height), dpi)) for left, right in sides
    )
    upright[:, : width // RIM_SHARE] = upright[:, width - width // RIM_SHARE :] = False
    frames = tuple(tuple(find_frames(upright[:, left:right], dpi)) for left, right in sides)
    return Scan(pixels, print_, fold, blocks, frames, turns, skew, marks)


def lies_sideways(pixels: Picture, dpi: int) -> bool:
    """Tell whether the print on a picture runs up or down, apart from lines, holes and edges."""
    small = np.ascontiguousarray(pixels[::2, ::2])
    ink = find_ink(small)
    flat, upright = find_rules(ink, dpi // 2)
    return is_sideways(ink & ~(flat | upright | find_blots(ink, dpi // 2)), dpi // 2)


def densest_strip(pixels: Picture, dpi: int) -> Picture:
    """Return the part of a picture, some rows high, that holds the most print."""
    rows = find_ink(pixels).sum(axis=1, dtype=np.int64)
    high = min(len(rows), round(SAMPLE_IN * dpi))
    sums = np.convolve(rows, np.ones(high, np.int64), mode="valid")
    top = int(np.argmax(sums))
    return pixels[top : top + high]


def find_picture_fold(ink: Ink, flat: Ink, dpi: int) -> tuple[Fold, int]:
    """Tell whether a gutter free of print parts a wide sheet, and where its middle lies.

    The rule is that of ``leaves.find_fold``, on dark points instead of characters.
    """
    height, width = ink.shape
    if width < WIDE * height or not ink.any():
        return Fold.WHOLE, 0
    cell = max(1, round(CELL_IN * dpi))
    grid = to_grid(ink, cell)
    empty = grid.sum(axis=0) <= CELL_SPECKS
    x0, x1 = widest_gap(empty, GUTTER_FROM * grid.shape[1], GUTTER_TO * grid.shape[1])
    if (x1 - x0) * cell < MIN_GUTTER_PT / 72 * dpi:
        return Fold.WHOLE, 0
    if count_crossing(flat, (x0 * cell, 0, x1 * cell, height)) > MAX_CROSSING:
        return Fold.WHOLE, 0
    middle = (x0 + x1) * cell // 2
    long = [
        PROSE_WIDTH * width <= right - left for left, right in row_extents(ink[:, :middle], dpi)
    ]
    other = [
        PROSE_WIDTH * width <= right - left for left, right in row_extents(ink[:, middle:], dpi)
    ]
    two_up = min(sum(long), sum(other)) >= PROSE_RUNS
    return (Fold.TWO_UP if two_up else Fold.UNSURE), middle


def to_grid(ink: Ink, cell: int) -> Ink:
    """Return which square cells of a picture hold more than a speck."""
    rows, columns = (size // cell for size in ink.shape)
    part = ink[: rows * cell, : columns * cell].reshape(rows, cell, columns, cell)
    grid: Ink = part.sum(axis=(1, 3), dtype=np.int32) > CELL_SPECKS
    return grid


def widest_gap(empty: Ink, low: float, high: float) -> tuple[int, int]:
    """Return the widest run of empty columns that touches the range; ``(0, 0)`` if none does.

    >>> widest_gap(np.array([1, 1, 0, 1, 1, 1, 0], np.bool_), 3, 4)
    (3, 6)
    """
    best = (0, 0)
    for x0, x1 in runs_of(empty):
        if x0 < high and x1 > low and x1 - x0 > best[1] - best[0]:
            best = (x0, x1)
    return best


def runs_of(flags: ArrayLike) -> list[tuple[int, int]]:
    """Return where a row of flags is true, as half-open ranges.

    >>> runs_of(np.array([1, 1, 0, 1], np.bool_))
    [(0, 2), (3, 4)]
    """
    steps = np.diff(np.concatenate(([0], np.asarray(flags, np.int8), [0])))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def count_crossing(flat: Ink, box: Box) -> int:
    """Count the drawn lines that run through a box from side to side."""
    left, top, right, bottom = box
    return len(runs_of(flat[top:bottom, left:right].all(axis=1)))


def row_extents(ink: Ink, dpi: int) -> list[tuple[int, int]]:
    """Return where each row of print begins and ends; rows are parted by white."""
    found = []
    for top, bottom in runs_of(ink.sum(axis=1) > CELL_SPECKS):
        if ROW_FROM_IN * dpi <= bottom - top <= ROW_TO_IN * dpi:
            columns = np.flatnonzero(ink[top:bottom].any(axis=0))
            found.append((int(columns[0]), int(columns[-1]) + 1))
    return found


def find_blocks(ink: Ink, flat: Ink, box: Box, dpi: int) -> Iterator[Box]:
    """Yield the boxes to read one after the other: above two columns, left, right, below."""
    split = find_columns(ink, flat, box, dpi)
    if split is None:
        yield from trim(ink, box, dpi)
        return
    left, top, right, bottom = box
    x, y0, y1 = split
    yield from find_blocks(ink, flat, (left, top, right, y0), dpi)
    yield from trim(ink, (left, y0, x, y1), dpi)
    yield from trim(ink, (x, y0, right, y1), dpi)
    yield from find_blocks(ink, flat, (left, y1, right, bottom), dpi)


def trim(ink: Ink, box: Box, dpi: int) -> Iterator[Box]:
    """Yield the box drawn in to its print and a margin; nothing where nothing is printed."""
    left, top, right, bottom = box
    part = ink[top:bottom, left:right]
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if not len(rows):
        return
    margin = round(MARGIN_IN * dpi)
    yield (
        max(left, left + int(columns[0]) - margin),
        max(top, top + int(rows[0]) - margin),
        min(right, left + int(columns[-1]) + 1 + margin),
        min(bottom, top + int(rows[-1]) + 1 + margin),
    )


def find_columns(ink: Ink, flat: Ink, box: Box, dpi: int) -> tuple[int, int, int] | None:
    """Find where two columns of text stand side by side: the gap's middle, from and to height.

    The labels of a preamble (``Menimbang :``) are no column: they are short, and far to the left.
    """
    left, top, right, bottom = box
    cell = max(1, round(CELL_IN * dpi))
    grid = to_grid(ink[top:bottom, left:right], cell)
    gap = longest_gap(grid, max(1, round(MIN_GAP_IN / CELL_IN)))
    if gap is None:
        return None
    x, y0, y1 = (value * cell for value in gap)
    inside = (left + x - cell, top + y0, left + x + cell, top + y1)
    if y1 - y0 < MIN_COLUMN_IN * dpi or count_crossing(flat, inside) > MAX_CROSSING:
        return None
    sides = (ink[top + y0 : top + y1, left : left + x], ink[top + y0 : top + y1, left + x : right])
    if not all(is_prose(side, right - left, dpi) for side in sides):
        return None
    return left + x, top + y0, top + y1


def longest_gap(grid: Ink, wide: int) -> tuple[int, int, int] | None:
    """Find the white gap with the most print on both sides: middle, from and to, in cells."""
    columns = np.flatnonzero(grid.any(axis=0))
    if not len(columns):
        return None
    first, last = int(columns[0]), int(columns[-1]) + 1
    low = first + int(COLUMN_FROM * (last - first))
    high = first + int(COLUMN_TO * (last - first))
    before = np.logical_or.accumulate(grid, axis=1)
    after = np.logical_or.accumulate(grid[:, ::-1], axis=1)[:, ::-1]
    best = (0, 0, 0, 0)  # rows printed on both sides, middle, from, to
    for x in range(low, max(low, high - wide)):
        white = ~grid[:, x : x + wide].any(axis=1)
        for y0, y1 in runs_of(white):
            both = min(int(before[y0:y1, x].sum()), int(after[y0:y1, x + wide].sum()))
            best = max(best, (both, x + wide // 2, y0, y1))
    return best[1:] if best[0] else None


def is_prose(side: Ink, width: int, dpi: int) -> bool:
    """Tell whether one side of a gap holds rows of running text that fill it."""
    extents = row_extents(side, dpi)
    if len(extents) < COLUMN_ROWS:
        return False
    x0, x1 = min(left for left, _ in extents), max(right for _, right in extents)
    filled = sorted(right - left for left, right in extents)[len(extents) // 2]
    return x1 - x0 >= MIN_SHARE * width and filled >= FILLED * (x1 - x0)


def find_frames(upright: Ink, dpi: int) -> Iterator[tuple[int, int]]:
    """Yield the heights, from and to, of the upright lines drawn on a leaf."""
    cell = max(1, round(CELL_IN * dpi))
    grid = to_grid(upright, cell)
    for x0, x1 in runs_of(grid.any(axis=0)):
        for y0, y1 in runs_of(grid[:, x0:x1].any(axis=1)):
            if MIN_FRAME_IN * dpi <= (y1 - y0) * cell < MAX_FRAME * upright.shape[0]:
                yield y0 * cell, y1 * cell
