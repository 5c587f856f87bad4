"""An open PDF: its printed characters with their boxes, and its pages as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from regcheck.read.pdf.glyphs import (
    NO_PICTURE,
    POINTS_PER_INCH,
    Boxes,
    PageGlyphs,
    Picture,
    damaged_page,
)
from regcheck.read.pdf.ink import (
    Characters,
    PageInk,
    find_doubtful,
    has_contrast,
    is_layer,
    lie_beneath,
    majority,
    needs_marks,
)
from regcheck.read.pdf.pdfium import (
    READER,
    BoxReader,
    open_document,
    open_page,
    open_text,
    paint,
    prepare_forms,
    read_codes,
    read_text_objects,
)
from regcheck.read.pdf.printed import settle
from regcheck.read.pdf.survey import survey

__all__ = ["READER", "PdfFile", "open_pdf"]


@dataclass(frozen=True)
class PdfFile:
    """An open PDF; pages are numbered from 1, opened one at a time and closed again."""

    document: Any
    boxes: BoxReader = field(default_factory=BoxReader)

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.document)

    def read_glyphs(self, page: int) -> tuple[PageGlyphs, ...]:
        """Return the visible characters of a page, upright, one part for each direction.

        A damaged page has one part without characters.
        """
        with open_page(self.document, page) as opened:
            if opened is None:
                return (damaged_page(page),)
            ink = survey(opened)
            characters = self.read_characters(opened, ink)
            layer = is_layer(ink, characters)
            unseen = None if layer else find_unseen(opened, ink, characters)
            return settle(page, ink, characters, unseen)

    def read_characters(self, page: Any, ink: PageInk) -> Characters:
        """Return the characters of an open page, and their text objects where those matter."""
        with open_text(page) as (address, count):
            boxes = self.boxes.read(address, count)
            beneath = lie_beneath(ink, boxes, np.ones_like(ink.shapes.picture))
            marks = np.zeros(count, np.intp)
            if needs_marks(ink, boxes, beneath):
                marks = find_marks(read_text_objects(address, range(count)), ink)
            pieces = find_pieces(address, boxes)
            return Characters(read_codes(address, count), boxes, marks, beneath, pieces)

    def render(self, page: int, dpi: int) -> Picture:
        """Return a page as it is shown: turned by its ``/Rotate``, with forms and annotations.

        A huge page is shown at a lower resolution, which the picture tells; a damaged one, or one
        without an area, gives an empty picture.
        """
        prepare_forms(self.document)
        with open_page(self.document, page) as opened:
            return NO_PICTURE if opened is None else paint(opened, dpi / POINTS_PER_INCH)


@contextmanager
def open_pdf(path: Path) -> Iterator[PdfFile]:
    """Open a PDF for reading and close it afterwards.

    Raises:
        UnreadableFileError: The file is encrypted, damaged, or has no page.
    """
    with open_document(path) as document:
        yield PdfFile(document)


def find_marks(addresses: NDArray[np.uint64], ink: PageInk) -> NDArray[np.intp]:
    """Return, for each character, the number of its text object in ``ink.marks``, or -1."""
    if not len(ink.marks.addresses):
        return np.full(len(addresses), -1, np.intp)
    order = np.argsort(ink.marks.addresses)
    known = ink.marks.addresses[order]
    place = np.minimum(np.searchsorted(known, addresses), len(known) - 1)
    return np.where(known[place] == addresses, order[place], -1)


def find_pieces(address: int, boxes: Boxes) -> NDArray[np.bool_]:
    """Tell which characters are drawn by one sign with the one before them, as ``ffi`` may be.

    They have one box; a letter printed twice over itself comes from another text object.
    """
    pieces = np.zeros(len(boxes), np.bool_)
    same = (boxes[1:] == boxes[:-1]).all(axis=1) & (boxes[1:, 2] > boxes[1:, 0])
    numbers = np.flatnonzero(same) + 1
    if numbers.size:
        own = read_text_objects(address, numbers.tolist())
        pieces[numbers] = own == read_text_objects(address, (numbers - 1).tolist())
    return pieces


def find_unseen(page: Any, ink: PageInk, characters: Characters) -> NDArray[np.bool_]:
    """Tell which characters of an open page do not show on it, though they have ink."""
    doubtful = find_doubtful(ink, characters)
    if not doubtful.any():
        return doubtful
    shown = has_contrast(paint(page, 1.0), ink, characters.boxes, doubtful)
    return doubtful & ~majority(shown, doubtful, characters.marks)
