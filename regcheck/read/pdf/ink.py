"""What of a page's text can be seen: its ink, its turn, and what lies beneath it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from regcheck.read.pdf.glyphs import POINTS_PER_INCH, Box, Boxes, Picture, turn_boxes

#: Red, green and blue of at least this much cannot be told from paper.
WHITE = 250
#: Text lies along an axis when it is turned away from it by no more than this.
SLANT_DEGREES = 8.0
#: Pictures that cover this share of a page make it a scan, or a page printed over a picture.
SCAN_COVER = 0.5
SLANTED = -1
#: Grey values that differ by this much within a character's box are ink on paper.
CONTRAST = 40
#: The map of what is painted over has at most so many cells each way.
MAX_MAP = 2_000

Matrix = tuple[float, float, float, float, float, float]
Flags = NDArray[np.bool_]
PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Marks:
    """The text objects of a page, one to a row, in painting order.

    ``hidden`` ones have no ink, ``doubtful`` ones perhaps none; ``turns`` are the quarter turns
    clockwise that right them, -1 for slanted text; ``clips`` are the boxes they are shown within.
    """

    addresses: NDArray[np.uint64]
    hidden: Flags
    doubtful: Flags
    turns: NDArray[np.intp]
    clips: Boxes


@dataclass(frozen=True, slots=True)
class Shapes:
    """The pictures and paths of a page, in painting order, in the file's coordinates.

    ``drawn`` tells whether one leaves a line on the paper; ``covers`` is, for an area that may
    hide what lies beneath, the number of text objects painted before it, else 0.
    """

    boxes: Boxes
    picture: Flags
    drawn: Flags
    covers: NDArray[np.intp]


@dataclass(frozen=True)
class Characters:
    """The characters of a page as the file has them.

    ``marks`` number their text objects, -1 for none; ``beneath`` tells how many text objects are
    painted before the last area that lies over a character, and so hides it if its own is one;
    ``pieces`` are drawn by one sign with the character before them.
    """

    codes: NDArray[np.uint32]
    boxes: Boxes
    marks: NDArray[np.intp]
    beneath: NDArray[np.intp]
    pieces: Flags

    @cached_property
    def blank(self) -> Flags:
        """Which characters print nothing."""
        return is_blank(self.codes)


@dataclass(frozen=True)
class PageInk:
    """What is drawn on a page; ``turns`` is the page's own rotation in quarter turns."""

    sheet: Box
    turns: int
    marks: Marks
    shapes: Shapes
    crowded: bool = False

    @cached_property
    def picture_cover(self) -> float:
        """The share of the page that pictures cover, overlaps counted twice, at most 1."""
        left, bottom, right, top = self.sheet
        pictures = self.shapes.boxes[self.shapes.picture]
        low = np.maximum(pictures[:, :2], (left, bottom))
        high = np.minimum(pictures[:, 2:], (right, top))
        area = np.maximum(high - low, 0.0).prod(axis=1).sum()
        return min(1.0, float(area) / max(1.0, (right - left) * (top - bottom)))

    def rules(self, turns: int) -> Boxes:
        """Return the drawn lines and cell borders, shape ``(n, 4)``, turned upright."""
        return turn_boxes(self.shapes.boxes[self.shapes.drawn], self.sheet, turns)


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


def chain_boxes(boxes: Boxes, matrices: NDArray[np.float32]) -> Boxes:
    """Return the box around the corners of each box after its matrix; boundless ones stay so.

    >>> boxes = np.array([[0, 0, 2, 1], [-np.inf, -np.inf, np.inf, np.inf]], np.float32)
    >>> matrices = np.array([[0, 1, -1, 0, 5, 0], [1, 0, 0, 1, 3, 3]], np.float32)
    >>> chain_boxes(boxes, matrices).tolist()
    [[4.0, 0.0, 5.0, 2.0], [-inf, -inf, inf, inf]]
    """
    a, b, c, d, e, f = (column[:, None] for column in matrices.T)
    x, y = boxes[:, (0, 0, 2, 2)], boxes[:, (1, 3, 1, 3)]
    with np.errstate(invalid="ignore", over="ignore"):
        across, along = a * x + c * y + e, b * x + d * y + f
        corners = (across.min(axis=1), along.min(axis=1), across.max(axis=1), along.max(axis=1))
    moved = np.stack(corners, axis=1).astype(np.float32)
    boundless = ~np.isfinite(boxes).all(axis=1)
    moved[boundless] = boxes[boundless]
    return moved


def quarter_turns(across: Boxes, along: Boxes) -> NDArray[np.intp]:
    """Return the clockwise quarter turns that right texts whose baselines run along a direction.

    >>> quarter_turns(np.float32([12, 0, 12]), np.float32([0, 12, 12])).tolist()
    [0, 1, -1]
    """
    degrees = np.degrees(np.arctan2(along, across))
    with np.errstate(invalid="ignore"):
        turns = np.rint(degrees / 90).astype(np.intp)
    return np.where(np.abs(degrees - 90 * turns) <= SLANT_DEGREES, turns % 4, SLANTED)


def is_blank(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Tell which code points print nothing: white space and control characters."""
    control = (codes <= 0x20) & (codes != 0x02)  # pdfium's mark of a line-end hyphen
    wide = ((codes >= 0x2000) & (codes <= 0x200F)) | (codes == 0x3000) | (codes == 0xFEFF)
    blank: NDArray[np.bool_] = control | wide | (codes == 0xA0) | (codes == 0x7F)
    return blank


def needs_marks(ink: PageInk, boxes: Boxes, beneath: NDArray[np.intp]) -> bool:
    """Tell whether it matters which text object a character belongs to."""
    marks = ink.marks
    looks = (marks.hidden, marks.turns)
    if beneath.any() or marks.doubtful.any() or any((look[1:] != look[:1]).any() for look in looks):
        return True
    if not np.isfinite(marks.clips).any():
        return False
    left, bottom = marks.clips[:, :2].max(axis=0).tolist()
    right, top = marks.clips[:, 2:].min(axis=0).tolist()
    within = (left, bottom, right, top)
    empty = boxes[:, 2] <= boxes[:, 0]  # spaces that are not in the file have no box
    return not (empty | lies_in(boxes, within)).all()


def is_layer(ink: PageInk, characters: Characters) -> bool:
    """Tell whether a page is a picture whose text lies, most of it, unseen on it or beneath it."""
    if ink.picture_cover < SCAN_COVER:
        return False
    printed = ~characters.blank
    pictures = lie_beneath(ink, characters.boxes, ink.shapes.picture)
    unseen = of_marks(characters, ink.marks.hidden)
    unseen |= (characters.marks >= 0) & (characters.marks < pictures)
    return bool((unseen & printed).sum() * 2 > printed.sum())


def find_doubtful(ink: PageInk, characters: Characters) -> Flags:
    """Tell which characters may be unseen: white, on a layer, clipped off, or painted over."""
    marks = characters.marks
    known = marks >= 0
    found = of_marks(characters, ink.marks.doubtful)
    found |= known & (marks < characters.beneath)
    if np.isfinite(ink.marks.clips).any():
        x, y = centres(characters.boxes)
        left, bottom, right, top = ink.marks.clips[np.maximum(marks, 0)].T
        found |= known & ((x < left) | (x > right) | (y < bottom) | (y > top))
    return found & ~characters.blank


def lie_beneath(ink: PageInk, boxes: Boxes, areas: Flags) -> NDArray[np.intp]:
    """Return, for each character, how many text objects are painted before the last area over it.

    The ``areas`` that hide what lies beneath are painted, by these numbers, onto a map of the
    sheet, a cell to a point.
    """
    hiding = areas & (ink.shapes.covers > 0)
    if not hiding.any():
        return np.zeros(len(boxes), np.intp)
    left, bottom, right, top = ink.sheet
    width, height = right - left, top - bottom
    scale = min(1.0, MAX_MAP / max(1.0, width, height))
    corner = np.array([left, bottom, left, bottom], np.float32)
    limits = np.array([width, height, width, height], np.float32) * scale
    corners = np.clip((ink.shapes.boxes[hiding] - corner) * scale, 0, limits).astype(np.intp)
    cells = np.zeros((int(limits[1]) + 1, int(limits[0]) + 1), np.int32)
    for (x0, y0, x1, y1), number in zip(
        corners.tolist(), ink.shapes.covers[hiding].tolist(), strict=True
    ):
        cells[y0 : y1 + 1, x0 : x1 + 1] = number
    across, along = centres(boxes)
    x = np.clip((across - corner[0]) * scale, 0, limits[0]).astype(np.intp)
    y = np.clip((along - corner[1]) * scale, 0, limits[1]).astype(np.intp)
    found: NDArray[np.intp] = cells[y, x].astype(np.intp)
    return found


def lies_in(boxes: Boxes, area: Box) -> NDArray[np.bool_]:
    """Tell which boxes have their middle in an area of the same coordinates."""
    x, y = centres(boxes)
    inside: NDArray[np.bool_] = (x >= area[0]) & (x <= area[2]) & (y >= area[1]) & (y <= area[3])
    return inside


def has_contrast(picture: Picture, ink: PageInk, boxes: Boxes, doubtful: Flags) -> Flags:
    """Tell which doubtful characters show on the picture of the page.

    The ink of the other characters is wiped off first: unseen text often lies across them.
    """
    height, width = picture.pixels.shape
    limits = np.array([width, height, width, height], np.float32)
    shown = turn_boxes(boxes, ink.sheet, ink.turns) * np.float32(picture.dpi / POINTS_PER_INCH)
    corners = np.clip(np.rint(np.nan_to_num(shown)), 0, limits).astype(np.intp)
    bare = picture.pixels.copy()
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


def of_marks(characters: Characters, flags: Flags) -> Flags:
    """Spread a property of the text objects over their characters; -1 has no object."""
    spread: Flags = np.append(flags, False)[characters.marks]
    return spread


def centres(boxes: Boxes) -> tuple[Boxes, Boxes]:
    """Return the middles of boxes, across and along the page."""
    across: Boxes = (boxes[:, 0] + boxes[:, 2]) * np.float32(0.5)
    along: Boxes = (boxes[:, 1] + boxes[:, 3]) * np.float32(0.5)
    return across, along
