"""The door to pypdfium2: a PDF's printed characters with their boxes, page by page, upright."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from regcheck.errors import UnreadableFileError
from regcheck.read.glyphs import Boxes, PageGlyphs, damaged_page
from regcheck.read.ink import (
    PLAIN,
    WHITE,
    Characters,
    Matrix,
    PageInk,
    Shape,
    TextMark,
    chain,
    chain_box,
    find_doubtful,
    has_contrast,
    majority,
    needs_marks,
    quarter_turns,
    settle,
)

READER = f"pypdfium2 {pdfium.PYPDFIUM_INFO}"
#: Form XObjects nested deeper than this hold no text of a regulation.
MAX_NESTING = 4
#: A page with a map may hold hundreds of thousands of lines; no table has so many.
MAX_SHAPES = 10_000
OPAQUE = 255
#: The tag of optional content, and its size in UTF-16 with the closing zero.
LAYER_TAG, NAME_BYTES = (ord("O"), ord("C")), 6
SHAPES = (pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_PATH)
HIDDEN_MODES = (pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP)
FILL_MODES = (pdfium_c.FPDF_TEXTRENDERMODE_FILL, pdfium_c.FPDF_TEXTRENDERMODE_FILL_CLIP)

Found = tuple[Any, int, Matrix]


@dataclass(frozen=True)
class PdfFile:
    """An open PDF; pages are numbered from 1."""

    document: Any

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.document)

    def read_glyphs(self, page: int) -> tuple[PageGlyphs, ...]:
        """Return the visible characters of a page, upright, one part for each direction.

        A damaged page has one part without characters.
        """
        try:
            opened = self.document[page - 1]
            text_page = opened.get_textpage()
        except pdfium.PdfiumError:
            return (damaged_page(page),)
        try:
            return glyphs_of(opened, text_page.raw, page)
        finally:
            text_page.close()
            opened.close()


@contextmanager
def open_pdf(path: Path) -> Iterator[PdfFile]:
    """Open a PDF for reading and close it afterwards.

    Raises:
        UnreadableFileError: The file is encrypted, damaged, or has no page.
    """
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise refusal(path, error.err_code) from None
    try:
        if len(document) == 0:
            raise refusal(path, pdfium_c.FPDF_ERR_FORMAT)
        yield PdfFile(document)
    finally:
        document.close()


def refusal(path: Path, code: int | None) -> UnreadableFileError:
    """Say why pdfium would not open a file, and what to do about it."""
    if code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        return UnreadableFileError(
            id=f"{path}: PDF terkunci kata sandi. Buka dengan kata sandinya, simpan salinan "
            "tanpa kata sandi, lalu baca salinan itu.",
            en=f"{path}: the PDF needs a password. Open it with the password, save a copy "
            "without one, and read that copy.",
        )
    return UnreadableFileError(
        id=f"{path}: PDF rusak atau terpotong. Unduh kembali dari sumbernya, atau buka dan simpan "
        "ulang dengan pembaca PDF.",
        en=f"{path}: the PDF is damaged or cut short. Download it again from its source, or open "
        "it in a PDF reader and save it anew.",
    )


def glyphs_of(page: Any, text_page: Any, number: int) -> tuple[PageGlyphs, ...]:
    """Read the characters of an open page and leave out those that a reader cannot see."""
    ink = survey(page)
    count = max(0, pdfium_c.FPDFText_CountChars(text_page))
    boxes = read_boxes(text_page, count)
    apart = needs_marks(ink, boxes)
    marks = read_marks(text_page, count, ink) if apart else np.zeros(count, np.intp)
    characters = Characters(read_codes(text_page, count), boxes, marks)
    doubtful = find_doubtful(ink, characters)
    unseen = doubtful
    if doubtful.any():
        shown = has_contrast(render(page), ink, boxes, doubtful)
        unseen = doubtful & ~majority(shown, doubtful, characters.marks)
    return settle(number, ink, characters, unseen)


def render(page: Any) -> NDArray[np.uint8]:
    """Return the page as it is shown: grey values, shape ``(height, width)``, one per point."""
    bitmap = page.render(scale=1, grayscale=True, may_draw_forms=False)
    channels: NDArray[np.uint8] = bitmap.to_numpy().reshape(bitmap.height, bitmap.width, -1)
    return channels[:, :, 0].copy()


def read_codes(text_page: Any, count: int) -> NDArray[np.uint32]:
    """Return the code point of each character of the page."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium_c.FPDFText_GetText(text_page, 0, count, buffer) == count + 1:
        codes = np.frombuffer(memoryview(buffer), np.uint16)[:count].astype(np.uint32)
    else:  # characters outside the basic plane, or without a code, do not map one to one
        read = pdfium_c.FPDFText_GetUnicode
        codes = np.fromiter((read(text_page, i) for i in range(count)), np.uint32, count)
    codes[(codes >= 0xD800) & (codes <= 0xDFFF)] = 0xFFFD  # half a character cannot be written
    return codes


def read_boxes(text_page: Any, count: int) -> Boxes:
    """Return the boxes, by the font's height and advance, in the file's coordinates.

    This loop is the hot spot of reading: about 1 µs a character.
    """
    numbers = (ctypes.c_float * (4 * count + 1))()
    rects = ctypes.cast(numbers, ctypes.POINTER(pdfium_c.FS_RECTF))
    read = pdfium_c.FPDFText_GetLooseCharBox
    for i in range(count):
        read(text_page, i, rects[i])
    left_top_right_bottom = np.frombuffer(memoryview(numbers), np.float32)[:-1].reshape(-1, 4)
    return left_top_right_bottom[:, (0, 3, 2, 1)]


def read_marks(text_page: Any, count: int, ink: PageInk) -> NDArray[np.intp]:
    """Return, for each character, the number of its text object in ``ink.marks``, or -1."""
    number = {mark.address: i for i, mark in enumerate(ink.marks)}
    read, address = pdfium_c.FPDFText_GetTextObject, ctypes.addressof
    found = np.full(count, -1, np.intp)
    for i in range(count):
        if pointer := read(text_page, i):
            found[i] = number.get(address(pointer.contents), -1)
    return found


def survey(page: Any) -> PageInk:
    """Look at what is drawn on a page: how its text is inked, its pictures, its lines."""
    probe = Probe()
    marks: list[TextMark] = []
    shapes: list[Shape] = []
    for item, kind, matrix in walk(page, probe):
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            marks.append(read_mark(item, matrix, probe))
        elif kind in SHAPES and len(shapes) < MAX_SHAPES:
            shape = read_shape(item, kind, matrix, probe)
            shapes.append(replace(shape, covers=len(marks)) if shape.covers else shape)
    return PageInk(
        page.get_bbox(),
        page.get_rotation() // 90,
        tuple(marks),
        tuple(shapes),
        crowded=len(shapes) >= MAX_SHAPES,
    )


class Probe:
    """The buffers that pdfium writes into, made once a page because there are many objects."""

    def __init__(self) -> None:
        self.colour = tuple(ctypes.c_uint() for _ in range(4))
        self.edges = tuple(ctypes.c_float() for _ in range(4))
        self.modes = (ctypes.c_int(), ctypes.c_int())
        self.matrix = pdfium_c.FS_MATRIX()
        self.name = (ctypes.c_ushort * 3)()
        self.size = ctypes.c_ulong()

    def read_fill(self, item: Any) -> tuple[int, int]:
        """Return the least of red, green and blue, and the alpha, each 0 to 255."""
        pdfium_c.FPDFPageObj_GetFillColor(item, *self.colour)
        red, green, blue, alpha = self.colour
        return min(red.value, green.value, blue.value), alpha.value

    def read_matrix(self, item: Any) -> Matrix:
        """Return an object's matrix as a, b, c, d, e, f (PDF 32000-1, 8.3.3)."""
        pdfium_c.FPDFPageObj_GetMatrix(item, self.matrix)
        got = self.matrix
        return (got.a, got.b, got.c, got.d, got.e, got.f)

    def is_layered(self, item: Any) -> bool:
        """Tell whether an object belongs to a layer (``OC``), which may be switched off."""
        for i in range(pdfium_c.FPDFPageObj_CountMarks(item)):
            mark = pdfium_c.FPDFPageObj_GetMark(item, i)
            pdfium_c.FPDFPageObjMark_GetName(mark, self.name, NAME_BYTES, self.size)
            if self.size.value == NAME_BYTES and (self.name[0], self.name[1]) == LAYER_TAG:
                return True
        return False


def walk(page: Any, probe: Probe) -> Iterator[Found]:
    """Yield every object of a page in painting order, with its kind and its form's matrix."""
    count = pdfium_c.FPDFPage_CountObjects(page.raw)
    objects = (pdfium_c.FPDFPage_GetObject(page.raw, i) for i in range(count))
    yield from walk_objects(objects, PLAIN, probe, 0)


def walk_objects(
    objects: Iterator[Any], matrix: Matrix, probe: Probe, depth: int
) -> Iterator[Found]:
    """Yield objects, and in place of a form the objects it holds."""
    for item in objects:
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind != pdfium_c.FPDF_PAGEOBJ_FORM:
            yield item, kind, matrix
        elif depth < MAX_NESTING:
            count = pdfium_c.FPDFFormObj_CountObjects(item)
            inner = (pdfium_c.FPDFFormObj_GetObject(item, i) for i in range(count))
            moved = chain(probe.read_matrix(item), matrix)
            yield from walk_objects(inner, moved, probe, depth + 1)


def read_mark(item: Any, matrix: Matrix, probe: Probe) -> TextMark:
    """Return how a text object is inked and turned."""
    darkest, alpha = probe.read_fill(item)
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(item)
    a, b, *_ = chain(probe.read_matrix(item), matrix)
    return TextMark(
        address=ctypes.addressof(item.contents),
        hidden=mode in HIDDEN_MODES or alpha == 0,
        doubtful=(mode in FILL_MODES and darkest >= WHITE) or probe.is_layered(item),
        turns=quarter_turns(a, b),
    )


def read_shape(item: Any, kind: int, matrix: Matrix, probe: Probe) -> Shape:
    """Return the box of a picture or path, and how it is painted."""
    pdfium_c.FPDFPageObj_GetBounds(item, *probe.edges)
    left, bottom, right, top = (edge.value for edge in probe.edges)
    box = chain_box((left, bottom, right, top), matrix)
    if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
        return Shape(box, picture=True, drawn=False, covers=0)
    pdfium_c.FPDFPath_GetDrawMode(item, *probe.modes)
    filled, stroked = (mode.value > 0 for mode in probe.modes)
    darkest, alpha = probe.read_fill(item)
    white = filled and darkest >= WHITE
    return Shape(
        box,
        picture=False,
        drawn=stroked or (filled and not white),
        covers=int(white and alpha == OPAQUE),
    )
