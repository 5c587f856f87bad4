"""The characters of a page that a reader can see, turned upright."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from regcheck.read.pdf.glyphs import Box, Boxes, PageGlyphs, turn_boxes
from regcheck.read.pdf.ink import SCAN_COVER, Characters, Flags, PageInk, lies_in, of_marks

#: Characters smaller than this, in points, are not meant to be read.
MIN_SIZE = 1.5
#: Text that runs in another direction than the page's is read where it has so many characters.
MIN_SIDEWAYS = 60
#: A character printed twice stands away from itself by at most this share of its height, and
#: half its width; doubles are sought in bands of this height, at no more than this distance.
DOUBLE, BAND_PT, CLOSE_PT = 0.12, 4.0, 1.5
#: Characters are one stretch up to this step across, of their height, and this one along; it is
#: printed twice when this share of it is.
MAX_STEP, DOUBLE_PT, MOSTLY = 2.0, 3.0, 0.8


def settle(
    page: int, ink: PageInk, characters: Characters, unseen: Flags | None
) -> tuple[PageGlyphs, ...]:
    """Keep the characters a reader can see, turned upright: one part for each way of turning.

    A page that is a picture with unseen text is a scan with an OCR layer: there the layer is the
    only text, ``unseen`` is none, and it is kept. The counts stand on the first part.
    """
    blank = characters.blank
    hidden = np.zeros_like(blank)
    if unseen is not None:
        hidden = unseen | of_marks(characters, ink.marks.hidden)
    hidden = (hidden | is_off_sheet(characters.boxes, ink.sheet)) & ~blank
    keep = ~(blank | hidden)
    doubles = find_doubles(characters.codes[keep], characters.boxes[keep])
    keep[keep] = ~doubles[find_heads(characters.pieces[keep])]
    turns = np.append(ink.marks.turns, ink.turns)[characters.marks]
    order = reading_turns(turns[keep], ink.turns)
    parts = [cut_part(page, ink, characters, (turn, keep & (turns == turn))) for turn in order]
    sideways = int(keep.sum()) - sum(len(part.chars) for part in parts)
    first = replace(
        parts[0],
        invisible=int(hidden.sum()),
        sideways=sideways,
        scanned=ink.picture_cover >= SCAN_COVER,
        ocr_layer=unseen is None,
        crowded=ink.crowded,
    )
    return (first, *parts[1:])


def find_doubles(codes: NDArray[np.uint32], boxes: Boxes) -> Flags:
    """Tell which characters print earlier ones again at their place, as bold or a shadow.

    A word that meets the same letters of another by chance stays: most of a stretch must be
    doubles, or each of them follow at once on the character it repeats.

    >>> box = [100, 100, 106, 112]
    >>> boxes = np.array([box, [100.4, 100, 106.4, 112], [110, 100, 116, 112]], np.float32)
    >>> find_doubles(np.uint32([65, 65, 65]), boxes).tolist()
    [False, True, False]
    """
    found = find_repeats(codes, boxes, 0.0)
    if (found < 0).all():
        return np.zeros(len(codes), np.bool_)
    repeats = np.maximum(found, find_repeats(codes, boxes, BAND_PT / 2))
    double: Flags = repeats >= 0
    jump = np.abs(np.diff(boxes[:, 0])) > (boxes[1:, 3] - boxes[1:, 1]) * MAX_STEP
    jump |= np.abs(np.diff(boxes[:, 1])) > DOUBLE_PT
    starts = np.concatenate(([0], np.flatnonzero(jump) + 1))
    sizes = np.diff(np.append(starts, len(codes)))
    most = np.add.reduceat(double, starts, dtype=np.intp) >= MOSTLY * sizes
    double &= np.repeat(most, sizes) | (np.abs(repeats - np.arange(len(codes))) == 1)
    return double


def find_repeats(codes: NDArray[np.uint32], boxes: Boxes, shift: float) -> NDArray[np.intp]:
    """Return, for each character, the number of the one that it repeats, or -1.

    They are sorted by code, band of the page and place: a double stands beside its model.
    """
    found = np.full(len(codes), -1, np.intp)
    band = ((boxes[:, 1] + shift) / BAND_PT).astype(np.int64)
    key = (codes.astype(np.int64) << 41) + (band << 20) + (boxes[:, 0] * 16).astype(np.int64)
    if (np.diff(np.sort(key)) > CLOSE_PT * 16).all():
        return found
    order = np.argsort(key, kind="stable")
    beside = np.flatnonzero(np.diff(key[order]) <= CLOSE_PT * 16)
    first, second = order[beside], order[beside + 1]
    size = boxes[first, 2:] - boxes[first, :2]
    offset = np.abs(boxes[first, :2] - boxes[second, :2])
    double = (offset <= size[:, 1:] * DOUBLE).all(axis=1) & (offset[:, 0] <= size[:, 0] / 2)
    double &= codes[first] == codes[second]
    found[second[double]] = first[double]
    return found


def reading_turns(turns: NDArray[np.intp], own: int) -> list[int]:
    """Return the directions of a page's text that are read: the page's own first.

    A few words along the side of a table are not read; a half page set sideways is.
    """
    counts = np.bincount(turns[turns >= 0], minlength=4).tolist()
    if not any(counts):
        return [own]
    most = max(counts)
    found = [turn for turn in range(4) if counts[turn] == most or counts[turn] >= MIN_SIDEWAYS]
    return sorted(found, key=lambda turn: (turn != own, -counts[turn]))


def cut_part(
    page: int, ink: PageInk, characters: Characters, part: tuple[int, NDArray[np.bool_]]
) -> PageGlyphs:
    """Turn the picked characters of a page upright."""
    turn, keep = part
    width, height = turned_size(ink.sheet, turn)
    return PageGlyphs(
        page=page,
        width=width,
        height=height,
        chars=characters.codes[keep].tobytes().decode("utf-32-le"),
        boxes=spread(turn_boxes(characters.boxes[keep], ink.sheet, turn), characters.pieces[keep]),
        spaced=space_before(characters.blank, keep),
        rules=ink.rules(turn),
    )


def find_heads(pieces: Flags) -> NDArray[np.intp]:
    """Return, for each character, the number of the first that its sign draws.

    >>> find_heads(np.array([False, False, True, True, False])).tolist()
    [0, 1, 1, 1, 4]
    """
    numbers = np.arange(len(pieces))
    heads: NDArray[np.intp] = np.maximum.accumulate(np.where(pieces, 0, numbers))
    return heads


def spread(boxes: Boxes, pieces: Flags) -> Boxes:
    """Share the box of a sign among the characters it draws, from left to right.

    >>> boxes = np.array([[0, 0, 6, 12], [0, 0, 6, 12], [6, 0, 10, 12]], np.float32)
    >>> spread(boxes, np.array([False, True, False]))[:, (0, 2)].tolist()
    [[0.0, 3.0], [3.0, 6.0], [6.0, 10.0]]
    """
    if not pieces.any():
        return boxes
    heads = find_heads(pieces)
    part = (boxes[:, 2] - boxes[:, 0]) / np.bincount(heads, minlength=len(heads))[heads]
    shared = boxes.copy()
    shared[:, 0] += part * (np.arange(len(heads)) - heads)
    shared[:, 2] = shared[:, 0] + part
    return np.where(np.isin(heads, heads[pieces])[:, None], shared, boxes).astype(np.float32)


def turned_size(sheet: Box, turns: int) -> tuple[float, float]:
    """Return width and height of the sheet after ``turns`` quarter turns."""
    left, bottom, right, top = sheet
    size = (right - left, top - bottom)
    return size if turns % 2 == 0 else size[::-1]


def is_off_sheet(boxes: Boxes, sheet: Box) -> NDArray[np.bool_]:
    """Tell which boxes lie outside the sheet or are too small to be read."""
    size = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    off: NDArray[np.bool_] = ~lies_in(boxes, sheet) | (size < MIN_SIZE)
    return off


def space_before(blank: NDArray[np.bool_], keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which kept characters follow a blank since the kept character before them."""
    seen = np.cumsum(blank)[keep]
    return np.diff(seen, prepend=0) > 0
