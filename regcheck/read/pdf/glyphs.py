"""The printed characters of a page and their boxes, whatever library they came from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Box = tuple[float, float, float, float]
Boxes = NDArray[np.float32]
#: A PDF's unit of length is a point, of which an inch has so many.
POINTS_PER_INCH = 72
NO_BOXES: Boxes = np.zeros((0, 4), np.float32)

#: What some fonts and pdfium put in place of plain characters: line-end hyphens, ligatures and
#: the bullets of symbol fonts.
PLAIN_FORMS = str.maketrans(
    {
        "\x02": "-",
        "\xad": "-",
        "\ufffe": "-",
        "\uf0b7": "•",
        "\uf0a7": "•",
        "\uf0d8": "•",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
    }
)


@dataclass(frozen=True)
class PageGlyphs:
    """The visible characters of one page, in the order of the file, turned upright.

    ``chars`` holds one character per row of ``boxes``, whose shape is ``(n, 4)``: x0, top, x1,
    bottom in points from the top left. ``spaced`` tells whether the file has white space before
    the character. ``invisible`` and ``sideways`` count the characters left out; ``scanned`` tells
    whether pictures cover the page and ``ocr_layer`` whether the text is the unseen layer of a
    scan; ``rules`` are the boxes of the lines and frames drawn on the page, of which a
    ``crowded`` page has too many to look at.
    """

    page: int
    width: float
    height: float
    chars: str
    boxes: Boxes
    spaced: NDArray[np.bool_]
    rules: Boxes
    invisible: int = 0
    sideways: int = 0
    scanned: bool = False
    ocr_layer: bool = False
    damaged: bool = False
    crowded: bool = False


@dataclass(frozen=True)
class Picture:
    """A page as it is shown: grey values, 0 for black, shape ``(height, width)``.

    ``dpi`` is the resolution it has, lower than was asked for where the page is huge. A page that
    cannot be shown ``is_empty``: its shape is ``(0, 0)`` and its resolution 0.
    """

    pixels: NDArray[np.uint8]
    dpi: float

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return self.pixels.size == 0


NO_PICTURE = Picture(np.zeros((0, 0), np.uint8), 0.0)


def damaged_page(page: int) -> PageGlyphs:
    """Return a page that could not be opened, without text."""
    nothing = np.zeros(0, np.bool_)
    return PageGlyphs(page, 0.0, 0.0, "", NO_BOXES, nothing, NO_BOXES, damaged=True)


def turn_boxes(boxes: Boxes, sheet: Box, turns: int) -> Boxes:
    """Turn boxes from the file's coordinates to those of an upright sheet.

    Args:
        boxes: Shape ``(n, 4)``: left, bottom, right, top, origin bottom left (PDF user space).
        sheet: The visible part of the page in the same coordinates.
        turns: Quarter turns clockwise that bring the text upright.

    Returns:
        Shape ``(n, 4)``: x0, top, x1, bottom, origin top left of the turned sheet.

    >>> sheet = (0.0, 0.0, 100.0, 200.0)
    >>> turn_boxes(np.array([[10, 20, 30, 50]], dtype=np.float32), sheet, 0).tolist()
    [[10.0, 150.0, 30.0, 180.0]]
    >>> turn_boxes(np.array([[10, 20, 30, 50]], dtype=np.float32), sheet, 1).tolist()
    [[20.0, 10.0, 50.0, 30.0]]
    """
    left, bottom, right, top = sheet
    x0, y0, x1, y1 = boxes.T
    turned = (
        (x0 - left, top - y1, x1 - left, top - y0),
        (y0 - bottom, x0 - left, y1 - bottom, x1 - left),
        (right - x1, y0 - bottom, right - x0, y1 - bottom),
        (top - y1, right - x1, top - y0, right - x0),
    )[turns % 4]
    return np.stack(turned, axis=1).astype(np.float32)
