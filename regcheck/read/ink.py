"""What of a page's text can be seen: its ink, its turn, and what lies beneath it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from regcheck.read.glyphs import Boxes, PageGlyphs, turn_boxes

#: Red, green and blue of at least this much cannot be told from paper.
WHITE = 250
#: Text lies along an axis when it is turned away from it by no more than this.
SLANT_DEGREES = 8.0
#: Pictures that cover this share of a page make it a scan, or a page printed over a picture.
SCAN_COVER = 0.5
#: Characters smaller than this, in points, are not meant to be read.
MIN_SIZE = 1.5
#: Text that runs in another direction than the page's is read where it has so many characters.
MIN_SIDEWAYS = 60
SLANTED = -1
#: Grey values that differ by this much within a character's box are ink on paper.
CONTRAST = 40

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class TextMark:
    """One text object: whether it has no ink or perhaps none, and the turns that right it.

    ``turns`` are quarter turns clockwise, -1 for slanted text.
    """

    address: int
    hidden: bool
    doubtful: bool
    turns: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A picture or path, in the file's coordinates.

    ``drawn`` tells whether it leaves a line on the paper; ``covers`` is, for a white area, the
    number of text objects painted before it, which it may hide.
    """

    box: Box
    picture: bool
    drawn: bool
    covers: int


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page as the file has them: ``marks`` number their text objects."""

    codes: NDArray[np.uint32]
    boxes: Boxes
    marks: NDArray[np.intp]


@dataclass(frozen=True)
class PageInk:
    """What is drawn on a page; ``turns`` is the page's own rotation in quarter turns."""

    sheet: Box
    turns: int
    marks: tuple[TextMark, ...]
    shapes: tuple[Shape, ...]
    crowded: bool = False

    @cached_property
    def picture_cover(self) -> float:
        """The share of the page that pictures cover, overlaps counted twice, at most 1."""
        left, bottom, right, top = self.sheet
        area = sum(
            max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom))
            for x0, y0, x1, y1 in (shape.box for shape in self.shapes if shape.picture)
        )
        return min(1.0, area / max(1.0, (right - left) * (top - bottom)))

    def rules(self, turns: int) -> Boxes:
        """Return the drawn lines and cell borders, shape ``(n, 4)``, turned upright."""
        boxes = [shape.box for shape in self.shapes if shape.drawn and not shape.picture]
        found = np.array(boxes, np.float32).reshape(-1, 4)
        return turn_boxes(found, self.sheet, turns)


def chain(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that applies ``inner``, then ``outer`` (PDF 32000-1, 8.3.4).

    >>> chain((1, 0, 0, 1, 5, 0), (2, 0, 0, 2, 0, 1))
    (2, 0, 0, 2, 10, 1)
    """
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def chain_box(box: Box, matrix: Matrix) -> Box:
    """Return the box around the four corners of ``box`` after ``matrix``."""
    if matrix == PLAIN:
        return box
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def quarter_turns(a: float, b: float) -> int:
    """Return the clockwise quarter turns that right text whose baseline runs along ``(a, b)``.

    >>> quarter_turns(12, 0), quarter_turns(0, 12), quarter_turns(12, 12)
    (0, 1, -1)
    """
    degrees = math.degrees(math.atan2(b, a))
    turns = round(degrees / 90)
    return turns % 4 if abs(degrees - 90 * turns) <= SLANT_DEGREES else SLANTED


def is_blank(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Tell which code points print nothing: white space and control characters."""
    control = (codes <= 0x20) & (codes != 0x02)  # pdfium's mark of a line-end hyphen
    wide = ((codes >= 0x2000) & (codes <= 0x200F)) | (codes == 0x3000) | (codes == 0xFEFF)
    blank: NDArray[np.bool_] = control | wide | (codes == 0xA0) | (codes == 0x7F)
    return blank


def find_doubtful(ink: PageInk, characters: Characters) -> NDArray[np.bool_]:
    """Tell which characters may be unseen: white, on a layer, or painted over."""
    found = of_marks(characters, [mark.doubtful for mark in ink.marks])
    for shape in ink.shapes:
        if shape.covers:
            earlier = (characters.marks >= 0) & (characters.marks < shape.covers)
            found |= lies_in(characters.boxes, shape.box) & earlier
    return found & ~is_blank(characters.codes)


def needs_marks(ink: PageInk, boxes: Boxes) -> bool:
    """Tell whether it matters which text object a character belongs to."""
    looks = {(mark.hidden, mark.doubtful, mark.turns) for mark in ink.marks}
    return len(looks) > 1 or any(
        lies_in(boxes, shape.box).any() for shape in ink.shapes if shape.covers
    )


def lies_in(boxes: Boxes, area: Box) -> NDArray[np.bool_]:
    """Tell which boxes have their middle in an area of the same coordinates."""
    x, y = centres(boxes)
    inside: NDArray[np.bool_] = (x >= area[0]) & (x <= area[2]) & (y >= area[1]) & (y <= area[3])
    return inside


def has_contrast(
    pixels: NDArray[np.uint8], ink: PageInk, boxes: Boxes, doubtful: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Tell which doubtful characters show on the rendered page, ``pixels`` one to a point.

    The ink of the other characters is wiped off first: unseen text often lies across them.
    """
    shown = turn_boxes(boxes, ink.sheet, ink.turns)
    height, width = pixels.shape
    limits = np.array([width, height, width, height], np.float32)
    corners = np.clip(np.rint(shown), 0, limits).astype(np.intp)
    bare = pixels.copy()
    for x0, top, x1, bottom in corners[~doubtful].tolist():
        bare[top:bottom, x0:x1] = 255
    found = np.zeros(len(boxes), np.bool_)
    for i in np.flatnonzero(doubtful).tolist():
        x0, top, x1, bottom = corners[i]
        patch = bare[top:bottom, x0:x1]
        found[i] = patch.size > 0 and int(patch.max()) - int(patch.min()) >= CONTRAST
    return found


def majority(
    shown: NDArray[np.bool_], doubtful: NDArray[np.bool_], marks: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """Let each text object be seen, or not, as most of its doubtful characters are."""
    picked = marks + 1  # -1, no text object, becomes 0
    size = int(picked.max(initial=0)) + 1
    seen = np.bincount(picked[shown & doubtful], minlength=size)
    total = np.bincount(picked[doubtful], minlength=size)
    verdict: NDArray[np.bool_] = (2 * seen > total)[picked]
    return verdict


def settle(
    page: int, ink: PageInk, characters: Characters, unseen: NDArray[np.bool_]
) -> tuple[PageGlyphs, ...]:
    """Keep the characters a reader can see, turned upright: one part for each way of turning.

    A page that is a picture under unseen text is a scan with an OCR layer: there the layer is the
    only text, and it is kept. The counts stand on the first part.
    """
    blank = is_blank(characters.codes)
    hidden = of_marks(characters, [mark.hidden for mark in ink.marks])
    scanned = ink.picture_cover >= SCAN_COVER
    ocr_layer = bool(scanned and (hidden & ~blank).sum() * 2 > (~blank).sum())
    if ocr_layer:
        hidden = np.zeros_like(hidden)
    hidden = (hidden | unseen | is_off_sheet(characters.boxes, ink.sheet)) & ~blank
    keep = ~(blank | hidden)
    turns = np.array([*(mark.turns for mark in ink.marks), SLANTED])[characters.marks]
    order = reading_turns(turns[keep], ink.turns)
    parts = [cut_part(page, ink, characters, (turn, keep & (turns == turn))) for turn in order]
    sideways = int(keep.sum()) - sum(len(part.chars) for part in parts)
    first = replace(
        parts[0],
        invisible=int(hidden.sum()),
        sideways=sideways,
        scanned=scanned,
        ocr_layer=ocr_layer,
        crowded=ink.crowded,
    )
    return (first, *parts[1:])


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
        chars="".join(map(chr, characters.codes[keep].tolist())),
        boxes=turn_boxes(characters.boxes[keep], ink.sheet, turn),
        spaced=space_before(is_blank(characters.codes), keep),
        rules=ink.rules(turn),
    )


def turned_size(sheet: Box, turns: int) -> tuple[float, float]:
    """Return width and height of the sheet after ``turns`` quarter turns."""
    left, bottom, right, top = sheet
    size = (right - left, top - bottom)
    return size if turns % 2 == 0 else size[::-1]


def of_marks(characters: Characters, flags: list[bool]) -> NDArray[np.bool_]:
    """Spread a property of the text objects over their characters; -1 has no object."""
    return np.array([*flags, False])[characters.marks]


def centres(boxes: Boxes) -> tuple[Boxes, Boxes]:
    """Return the middles of boxes, across and along the page."""
    across: Boxes = (boxes[:, 0] + boxes[:, 2]) * np.float32(0.5)
    along: Boxes = (boxes[:, 1] + boxes[:, 3]) * np.float32(0.5)
    return across, along


def is_off_sheet(boxes: Boxes, sheet: Box) -> NDArray[np.bool_]:
    """Tell which boxes lie outside the sheet or are too small to be read."""
    size = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    off: NDArray[np.bool_] = ~lies_in(boxes, sheet) | (size < MIN_SIZE)
    return off


def space_before(blank: NDArray[np.bool_], keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which kept characters follow a blank since the kept character before them."""
    seen = np.cumsum(blank)[keep]
    return np.diff(seen, prepend=0) > 0
