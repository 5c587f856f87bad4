"""Pictures of pages whose text is known: pages of born-digital files, drawn; and pages composed.

A composed page sets the words of drawn pages anew, in two columns or as two leaves side by side.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from fpdf import FPDF
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from regcheck.errors import UnreadableFileError
from regcheck.read.layout.leaves import Fold, Leaf, choose_leaves, lay_out
from regcheck.read.pdf.file import PdfFile, open_pdf
from regcheck.read.quality import LOW_QUALITY, text_quality

Picture = NDArray[np.uint8]

DPI, POINTS = 200, 72
#: Pages of fewer characters say little; files of more pages are annexes of tables.
MIN_CHARACTERS, MAX_PAGES = 500, 300
#: What a bad scanner does: turns by so many degrees, blurs by so many points, packs as JPEG.
SKEW, BLUR, JPEG_QUALITY, WHITE = 1.0, 1.0, 40, 255
#: F4 paper, its margins, and the sizes of type on composed pages, in points.
PAPER, MARGIN, GAP = (612.0, 936.0), 60.0, 24.0
SIZE, LEADING = 10.0, 13.0
#: A two-up sheet holds two leaves of these sizes.
SHEET, LEAF_MARGIN = (936.0, 612.0), 48.0


@dataclass(frozen=True, slots=True)
class Sample:
    """A page: what it is called, what kind it is, its text row by row, and its picture."""

    name: str
    kind: str
    rows: tuple[str, ...]
    pixels: Picture


def sample_pages(root: Path, count: int, seed: int) -> Iterator[Sample]:
    """Yield pages of born-digital files, one of a file, with the text that the reader gives."""
    dice = random.Random(seed)
    paths = sorted(root.rglob("*.pdf"))
    dice.shuffle(paths)
    for path in paths:
        if count == 0:
            return
        if sample := draw_sample(path, root, dice.random()):
            count -= 1
            yield sample


def draw_sample(path: Path, root: Path, chance: float) -> Sample | None:
    """Draw one page of a file; ``None`` where it is not born-digital text."""
    try:
        with open_pdf(path) as document:
            number = 1 + int(chance * document.pages)
            leaves = printed_leaves(document, number) if document.pages <= MAX_PAGES else ()
    except UnreadableFileError:
        return None
    rows = tuple(row.text for leaf in leaves for row in leaf.rows)
    if len("".join(rows)) < MIN_CHARACTERS or text_quality(rows) < LOW_QUALITY:
        return None
    kind = "page" if len(leaves) == 1 else "two-up"
    return Sample(f"{path.relative_to(root)} p{number}", kind, rows, render(path, number))


def printed_leaves(document: PdfFile, number: int) -> Sequence[Leaf]:
    """Return the leaves of a page with upright characters of the file; else none.

    A sheet that may hold one leaf or two is folded as the document is.
    """
    parts = document.read_glyphs(number)
    if len(parts) > 1 or parts[0].scanned or parts[0].ocr_layer or parts[0].damaged:
        return ()
    own = lay_out(parts[0])
    if own.fold is not Fold.UNSURE:
        return choose_leaves([own])
    pages = (document.read_glyphs(page)[0] for page in range(1, document.pages + 1))
    return [leaf for leaf in choose_leaves([*map(lay_out, pages)]) if leaf.page == number]


def render(path: Path, number: int) -> Picture:
    """Draw a page in grey."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[number - 1]
        bitmap = page.render(scale=DPI / POINTS, grayscale=True, may_draw_forms=False)
        pixels: Picture = bitmap.to_numpy().reshape(bitmap.height, bitmap.width, -1)[:, :, 0].copy()
        page.close()
    return pixels


def compose_columns(sample: Sample, other: Sample, folder: Path) -> Sample:
    """Set the words of two pages as one page of two columns, under a heading across it."""
    pdf = blank(PAPER)
    width = (PAPER[0] - 2 * MARGIN - GAP) / 2
    high = int((PAPER[1] - 2 * MARGIN) / LEADING) - 3
    lines = wrap(pdf, [*sample.rows, *other.rows], width)[: 2 * high]
    half = (len(lines) + 1) // 2
    title = "PENJELASAN DALAM DUA KOLOM"
    pdf.text((PAPER[0] - pdf.get_string_width(title)) / 2, MARGIN, title)
    columns = (lines[:half], lines[half:])
    for column, x in zip(columns, (MARGIN, MARGIN + width + GAP), strict=True):
        set_lines(pdf, column, x, MARGIN + 2 * LEADING)
    path = print_to(pdf, folder / "columns.pdf")
    return Sample(f"{sample.name} in columns", "columns", (title, *lines), render(path, 1))


def compose_sheet(sample: Sample, other: Sample, folder: Path) -> Sample:
    """Set the words of two pages as the two leaves of a sheet."""
    pdf = blank(SHEET)
    width = SHEET[0] / 2 - 2 * LEAF_MARGIN
    high = int((SHEET[1] - 2 * LEAF_MARGIN) / LEADING)
    leaves = [wrap(pdf, page.rows, width)[:high] for page in (sample, other)]
    for lines, x in zip(leaves, (LEAF_MARGIN, SHEET[0] / 2 + LEAF_MARGIN), strict=True):
        set_lines(pdf, lines, x, LEAF_MARGIN + SIZE)
    path = print_to(pdf, folder / "sheet.pdf")
    rows = (*leaves[0], *leaves[1])
    return Sample(f"{sample.name} two-up", "composed two-up", rows, render(path, 1))


def blank(size: tuple[float, float]) -> FPDF:
    """Return a PDF with one empty page of a size in points."""
    pdf = FPDF(unit="pt", format=size)
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("times", size=SIZE)
    return pdf


def wrap(pdf: FPDF, rows: Sequence[str], width: float) -> list[str]:
    """Set words in lines of a width; signs that the font lacks are left out."""
    words = " ".join(rows).encode("latin-1", "ignore").decode("latin-1").split()
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pdf.get_string_width(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def set_lines(pdf: FPDF, lines: Sequence[str], x: float, y: float) -> None:
    """Print lines one below the other."""
    for number, line in enumerate(lines):
        pdf.text(x, y + number * LEADING, line)


def print_to(pdf: FPDF, path: Path) -> Path:
    """Write a PDF and return its path."""
    pdf.output(str(path))
    return path


def degrade(pixels: Picture, clockwise: bool) -> Picture:
    """Return a picture as a bad scanner would: askew, blurred and packed."""
    image = Image.fromarray(pixels).rotate(
        -SKEW if clockwise else SKEW, resample=Image.Resampling.BICUBIC, fillcolor=WHITE
    )
    packed = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(BLUR)).save(packed, "JPEG", quality=JPEG_QUALITY)
    return np.asarray(Image.open(packed).convert("L"), np.uint8)
