"""The door to pypdfium2: open files, pictures of pages, and each fact of a page in one sweep.

A page has thousands of characters and objects, and the usual binding takes longer for a call than
pdfium for its answer. The functions called for each of them are bound anew here: addresses in,
plain numbers out, written straight into tables.
"""

from __future__ import annotations

import ctypes
import math
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from regcheck.read.pdf.glyphs import NO_PICTURE, POINTS_PER_INCH, Box, Boxes, Picture
from regcheck.read.pdf.refusals import damaged_pdf, locked_pdf

READER = f"pypdfium2 {pdfium.PYPDFIUM_INFO}"
TEXT, PATH = pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_PATH
IMAGE, FORM = pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_FORM
#: Why pdfium does not open a file that needs a password.
LOCKED = (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
#: Ways to print text that leave no ink, and those that fill the letters.
HIDDEN_MODES = (pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP)
FILL_MODES = (pdfium_c.FPDF_TEXTRENDERMODE_FILL, pdfium_c.FPDF_TEXTRENDERMODE_FILL_CLIP)
#: No picture of a page has more pixels, or a longer side.
MAX_PIXELS, MAX_SIDE = 40_000_000, 30_000
#: Boxes are fetched in lots of so many.
LOT = 1_024
#: One character in so many is asked whether its font says what it means.
SAMPLE = 8
#: Numbers of glyphs, in place of codes, have more than this share of control characters.
MAX_CONTROL = 0.02
#: The first code that is white space, and the first that is none of the control characters.
FIRST_BLANK, FIRST_SIGN = 0x09, 0x20
#: What stands for a character without a meaning, and what pdfium puts for a line-end hyphen.
UNKNOWN, HYPHEN = 0xFFFD, 0x02
#: The tag of optional content, and its size in UTF-16 with the closing zero.
LAYER_TAG, NAME_BYTES = (ord("O"), ord("C"), 0), 6
#: No object has so many tags, and no clip so many corners, that one would have to read more.
MAX_TAGS, MAX_CORNERS = 8, 64
BOUNDLESS: Box = (-math.inf, -math.inf, math.inf, math.inf)
#: A path of so many corners is taken for a rectangle; whether it hides a text is seen later.
RECTANGLE = (4, 5)
#: An object that its clip cuts by no more than this is shown whole.
SLACK_PT = 0.5

Matrices = NDArray[np.float32]
Flags = NDArray[np.bool_]


def bind(name: str, result: Any, *arguments: Any) -> Any:
    """Return one of pdfium's functions, to be called with plain numbers.

    Without argument types, ctypes takes what it is given as it is, which is faster still.
    """
    address = ctypes.cast(getattr(pdfium_c, name), ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


HANDLE, POINTER, INT = ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int
SIZE = ctypes.c_ulong
GET_BOX = bind("FPDFText_GetLooseCharBox", None)
COUNT_CHARACTERS = bind("FPDFText_CountChars", INT, HANDLE)
GET_TEXT = bind("FPDFText_GetText", INT, HANDLE, INT, INT, POINTER)
GET_UNICODE = bind("FPDFText_GetUnicode", ctypes.c_uint)
HAS_NO_MEANING = bind("FPDFText_HasUnicodeMapError", INT)
GET_TEXT_OBJECT = bind("FPDFText_GetTextObject", ctypes.c_size_t)
COUNT_OBJECTS = bind("FPDFPage_CountObjects", INT, HANDLE)
COUNT_INNER = bind("FPDFFormObj_CountObjects", INT, HANDLE)
GET_OBJECT = bind("FPDFPage_GetObject", HANDLE, HANDLE, INT)
GET_INNER = bind("FPDFFormObj_GetObject", HANDLE, HANDLE, SIZE)
GET_KIND = bind("FPDFPageObj_GetType", INT, HANDLE)
GET_FILL = bind("FPDFPageObj_GetFillColor", INT, HANDLE, POINTER, POINTER, POINTER, POINTER)
GET_BOUNDS = bind("FPDFPageObj_GetBounds", INT, HANDLE, POINTER, POINTER, POINTER, POINTER)
GET_MATRIX = bind("FPDFPageObj_GetMatrix", INT, HANDLE, POINTER)
GET_MODE = bind("FPDFTextObj_GetTextRenderMode", INT, HANDLE)
GET_DRAW_MODE = bind("FPDFPath_GetDrawMode", INT, HANDLE, POINTER, POINTER)
COUNT_TAGS = bind("FPDFPageObj_CountMarks", INT, HANDLE)
GET_TAG = bind("FPDFPageObj_GetMark", HANDLE, HANDLE, SIZE)
GET_TAG_NAME = bind("FPDFPageObjMark_GetName", INT, HANDLE, POINTER, SIZE, POINTER)
GET_CLIP = bind("FPDFPageObj_GetClipPath", HANDLE, HANDLE)
COUNT_CLIPS = bind("FPDFClipPath_CountPaths", INT, HANDLE)
COUNT_CORNERS = bind("FPDFClipPath_CountPathSegments", INT, HANDLE, INT)
GET_CORNER = bind("FPDFClipPath_GetPathSegment", HANDLE, HANDLE, INT, INT)
GET_POINT = bind("FPDFPathSegment_GetPoint", INT, HANDLE, POINTER, POINTER)


@contextmanager
def open_document(path: Path) -> Iterator[Any]:
    """Open a PDF and close it afterwards; pages that are still open are closed with it.

    Raises:
        UnreadableFileError: The file is encrypted, damaged, or has no page.
    """
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        refuse = locked_pdf if error.err_code in LOCKED else damaged_pdf
        raise refuse(path) from None
    try:
        if len(document) == 0:
            raise damaged_pdf(path)
        yield document
    finally:
        document.close()


@contextmanager
def open_page(document: Any, page: int) -> Iterator[Any]:
    """Open a page, numbered from 1, and close it afterwards; ``None`` if it is damaged."""
    try:
        opened = document[page - 1]
    except pdfium.PdfiumError:
        yield None
        return
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def open_text(page: Any) -> Iterator[tuple[int, int]]:
    """Open the characters of a page: their address and number, 0 if they cannot be read."""
    try:
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        yield 0, 0
        return
    try:
        handle = to_address(text_page.raw)
        yield handle, max(0, COUNT_CHARACTERS(handle))
    finally:
        text_page.close()


def prepare_forms(document: Any) -> None:
    """Let the fields of a form be shown, if the document has one."""
    try:
        document.init_forms()
    except pdfium.PdfiumError:
        return  # the page is shown without what was filled in


def paint(page: Any, scale: float) -> Picture:
    """Return an open page as it is shown, at most ``scale`` pixels to a point."""
    width, height = page.get_size()
    if not (0 < width < math.inf and 0 < height < math.inf):
        return NO_PICTURE
    scale = min(scale, math.sqrt(MAX_PIXELS / (width * height)), MAX_SIDE / max(width, height))
    bitmap = page.render(scale=scale, grayscale=True)
    pixels: NDArray[np.uint8] = bitmap.to_numpy()  # the array keeps the memory, not the bitmap
    bitmap.close()
    return Picture(pixels, scale * POINTS_PER_INCH)


def to_address(handle: Any) -> int:
    """Return the address behind one of pypdfium2's pointers."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def exhaust(calls: Iterable[Any]) -> None:
    """Make the calls and forget what they return."""
    deque(calls, maxlen=0)


def columns_of(table: NDArray[Any]) -> list[range]:
    """Return, for each column of a table, the addresses of its cells from top to bottom."""
    start, (rows, columns), cell = table.ctypes.data, table.shape, table.itemsize
    step = columns * cell
    return [range(first, first + rows * step, step) for first in range(start, start + step, cell)]


class BoxReader:
    """Reads the boxes of characters; its buffer serves all pages of one document."""

    def __init__(self) -> None:
        self.rects = (pdfium_c.FS_RECTF * LOT)()
        self.pointers = [ctypes.byref(rect) for rect in self.rects]
        self.table = np.frombuffer(self.rects, np.float32).reshape(-1, 4)

    def read(self, text_page: int, count: int) -> Boxes:
        """Return the boxes, by the font's height and advance, in the file's coordinates.

        This loop is the hot spot of reading: about 0.2 µs a character.
        """
        boxes = np.zeros((count, 4), np.float32)
        handle = ctypes.c_void_p(text_page)
        for start in range(0, count, LOT):
            end = min(start + LOT, count)
            exhaust(map(GET_BOX, repeat(handle), range(start, end), self.pointers))
            boxes[start:end] = self.table[: end - start]
        return boxes[:, (0, 3, 2, 1)]  # pdfium has left, top, right, bottom


def read_codes(text_page: int, count: int) -> NDArray[np.uint32]:
    """Return the code point of each character, U+FFFD where its font does not tell what it is."""
    handle = ctypes.c_void_p(text_page)
    units = np.zeros(count + 1, np.uint16)
    if GET_TEXT(text_page, 0, count, units.ctypes.data) == count + 1:
        codes = units[:count].astype(np.uint32)
    else:  # characters outside the basic plane, or without a code, do not map one to one
        codes = np.fromiter(map(GET_UNICODE, repeat(handle), range(count)), np.uint32, count)
    codes[((codes >= 0xD800) & (codes <= 0xDFFF)) | (codes > 0x10FFFF)] = UNKNOWN
    odd = (codes < FIRST_BLANK) & (codes != HYPHEN)
    sample = map(HAS_NO_MEANING, repeat(handle), range(0, count, SAMPLE))
    if odd.any() or any(found == 1 for found in sample):
        asked = map(HAS_NO_MEANING, repeat(handle), range(count))
        unmapped = np.fromiter(asked, np.intc, count) == 1
        control = unmapped & (codes < FIRST_SIGN)
        codes[unmapped if control.sum() > MAX_CONTROL * unmapped.sum() else control] = UNKNOWN
    return codes


def read_text_objects(text_page: int, numbers: Sequence[int]) -> NDArray[np.uint64]:
    """Return the addresses of the text objects of characters, 0 for one that has none."""
    handle = ctypes.c_void_p(text_page)
    return np.fromiter(map(GET_TEXT_OBJECT, repeat(handle), numbers), np.uint64, len(numbers))


def list_objects(page: Any) -> list[int]:
    """Return the addresses of what is drawn on a page, in painting order."""
    handle = to_address(page.raw)
    return list(map(GET_OBJECT, repeat(handle), range(COUNT_OBJECTS(handle))))


def list_inner(form: int) -> list[int]:
    """Return the addresses of what a form draws."""
    return list(map(GET_INNER, repeat(form), range(COUNT_INNER(form))))


def read_kinds(items: Sequence[int]) -> list[int]:
    """Return what each object is: ``TEXT``, ``PATH``, ``IMAGE``, ``FORM`` or another number."""
    return list(map(GET_KIND, items))


def read_fills(items: Sequence[int]) -> NDArray[np.uint32]:
    """Return the fill colours, shape ``(n, 4)``: red, green, blue and alpha, 0 to 255."""
    table = np.tile(np.array([0, 0, 0, 255], np.uint32), (len(items), 1))
    exhaust(map(GET_FILL, items, *columns_of(table)))
    return table


def read_matrices(items: Sequence[int]) -> Matrices:
    """Return the matrices, shape ``(n, 6)``: a to f (PDF 32000-1, 8.3.3)."""
    table = np.zeros((len(items), 6), np.float32)
    exhaust(map(GET_MATRIX, items, columns_of(table)[0]))
    return table


def read_bounds(items: Sequence[int]) -> Boxes:
    """Return the boxes of objects, shape ``(n, 4)``: left, bottom, right, top."""
    table = np.zeros((len(items), 4), np.float32)
    exhaust(map(GET_BOUNDS, items, *columns_of(table)))
    return table


def read_modes(items: Sequence[int]) -> NDArray[np.intc]:
    """Return how each text object is printed (PDF 32000-1, 9.3.6)."""
    return np.fromiter(map(GET_MODE, items), np.intc, len(items))


def read_draw_modes(items: Sequence[int]) -> tuple[Flags, Flags]:
    """Tell which paths are filled, and which have a line drawn along them."""
    table = np.zeros((len(items), 2), np.intc)
    exhaust(map(GET_DRAW_MODE, items, *columns_of(table)))
    return table[:, 0] > 0, table[:, 1] > 0


def read_layered(items: Sequence[int]) -> Flags:
    """Tell which objects belong to a layer (``OC``), which may be switched off."""
    counts = np.fromiter(map(COUNT_TAGS, items), np.intc, len(items))
    layered = np.zeros(len(items), np.bool_)
    for depth in range(min(MAX_TAGS, int(counts.max(initial=0)))):
        tagged = np.flatnonzero(counts > depth).tolist()
        tags = list(map(GET_TAG, [items[i] for i in tagged], repeat(depth)))
        names = np.zeros((len(tags), 3), np.uint16)
        sizes = np.zeros((len(tags), 1), np.dtype(ctypes.c_ulong))
        cells = (columns_of(names)[0], repeat(NAME_BYTES), columns_of(sizes)[0])
        exhaust(map(GET_TAG_NAME, tags, *cells))
        layered[tagged] |= (sizes[:, 0] == NAME_BYTES) & (names == LAYER_TAG).all(axis=1)
    return layered


def read_clips(items: Sequence[int]) -> Boxes:
    """Return the box within which each object is shown, boundless if all of it is."""
    table = np.tile(np.array(BOUNDLESS, np.float32), (len(items), 1))
    clips = list(map(GET_CLIP, items))
    clipped = np.flatnonzero(np.fromiter(map(COUNT_CLIPS, clips), np.intc, len(items)) > 0)
    if not clipped.size:
        return table
    known: dict[tuple[int, int], Box] = {}
    boxes = np.array([meet_clips(clips[row], known) for row in clipped.tolist()], np.float32)
    bounds = read_bounds([items[row] for row in clipped.tolist()])
    cut = (bounds[:, :2] < boxes[:, :2] - SLACK_PT) | (bounds[:, 2:] > boxes[:, 2:] + SLACK_PT)
    table[clipped[cut.any(axis=1)]] = boxes[cut.any(axis=1)]
    return table


def meet_clips(clip: int, known: dict[tuple[int, int], Box]) -> Box:
    """Return the box that all paths of a clip leave open; objects share them, so they are kept."""
    left, bottom, right, top = BOUNDLESS
    for path in range(COUNT_CLIPS(clip)):
        key = (GET_CORNER(clip, path, 0) or 0, path)
        if key not in known:
            known[key] = clip_box(clip, path)
        x0, y0, x1, y1 = known[key]
        left, bottom, right, top = max(left, x0), max(bottom, y0), min(right, x1), min(top, y1)
    return (left, bottom, right, top)


def clip_box(clip: int, path: int) -> Box:
    """Return the box around one path of a clip, boundless if it has very many corners."""
    count = COUNT_CORNERS(clip, path)
    if not 0 < count <= MAX_CORNERS:
        return BOUNDLESS
    picked = (0, 2) if count in RECTANGLE else range(count)
    points = np.zeros((len(picked), 2), np.float32)
    corners = map(GET_CORNER, repeat(clip), repeat(path), picked)
    exhaust(map(GET_POINT, corners, *columns_of(points)))
    xs, ys = points.T.tolist()
    return (min(xs), min(ys), max(xs), max(ys))
