"""The door to pdfplumber: the cells of ruled tables, from the lines drawn on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any

from pdfplumber.table import TableFinder
from pdfplumber.utils.geometry import rect_to_edges

from regcheck.domain import Table
from regcheck.read.glyphs import Boxes, PageGlyphs
from regcheck.read.rows import find_rows, find_runs

#: A line is thinner than this and longer than the next, in points.
THICKNESS, LENGTH = 3.0, 8.0
#: So many lines each way, or so many frames, make a grid.
MIN_LINES, MIN_FRAMES = 3, 4
#: Smaller grids are frames around a heading or a stamp.
MIN_ROWS, MIN_COLUMNS = 2, 2

Cell = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What pdfplumber's table finder asks of a page: its lines and its box."""

    edges: list[dict[str, Any]]
    bbox: Cell


def is_ruled(glyphs: PageGlyphs) -> bool:
    """Tell, at little cost, whether the lines of a page may form a grid."""
    width = glyphs.rules[:, 2] - glyphs.rules[:, 0]
    height = glyphs.rules[:, 3] - glyphs.rules[:, 1]
    across = int(((height < THICKNESS) & (width > LENGTH)).sum())
    upright = int(((width < THICKNESS) & (height > LENGTH)).sum())
    frames = int(((width > LENGTH) & (height > LENGTH)).sum())
    return min(across, upright) + frames >= MIN_LINES and (
        min(across, upright) >= MIN_LINES or frames >= MIN_FRAMES
    )


def read_tables(glyphs: PageGlyphs) -> tuple[Table, ...]:
    """Return the ruled tables of a page, from top to bottom; an empty cell is an empty text.

    Only text that a reader can see is in the cells.
    """
    drawing: Any = Drawing(find_edges(glyphs.rules), (0.0, 0.0, glyphs.width, glyphs.height))
    found = TableFinder(drawing).tables
    tables = (trim([read_row(glyphs, row.cells) for row in table.rows]) for table in found)
    return tuple(
        Table(glyphs.page, rows)
        for rows in tables
        if len(rows) >= MIN_ROWS and len(rows[0]) >= MIN_COLUMNS
    )


def trim(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Leave out rows and columns without text, which double lines leave behind.

    >>> trim([("1.", "", "Kios"), ("", "", ""), ("2.", "", "Los")])
    (('1.', 'Kios'), ('2.', 'Los'))
    """
    printed = [row for row in rows if any(row)]
    used = [any(column) for column in zip(*printed, strict=True)]
    return tuple(tuple(compress(row, used)) for row in printed)


def find_edges(rules: Boxes) -> list[dict[str, Any]]:
    """Return the lines of a page, and the four sides of its frames, as pdfplumber has them."""
    edges: list[dict[str, Any]] = []
    for x0, top, x1, bottom in rules.tolist():
        box = {"x0": x0, "top": top, "x1": x1, "bottom": bottom, "object_type": "rect"}
        size = {"width": x1 - x0, "height": bottom - top, "doctop": top, "y0": 0, "y1": 0}
        thin, flat = x1 - x0 < THICKNESS, bottom - top < THICKNESS
        if thin and flat:
            continue
        if thin or flat:
            edges.append({**box, **size, "orientation": "v" if thin else "h"})
        else:
            edges += rect_to_edges({**box, **size})
    return edges


def read_row(glyphs: PageGlyphs, cells: Sequence[Cell | None]) -> tuple[str, ...]:
    """Return the text of the cells of a row; a cell that is merged into another is empty."""
    return tuple("" if cell is None else read_cell(glyphs, cell) for cell in cells)


def read_cell(glyphs: PageGlyphs, cell: Cell) -> str:
    """Return the printed rows whose characters have their middle in a cell, joined by spaces."""
    x0, top, x1, bottom = cell
    x = (glyphs.boxes[:, 0] + glyphs.boxes[:, 2]) / 2
    y = (glyphs.boxes[:, 1] + glyphs.boxes[:, 3]) / 2
    inside = (x > x0) & (x < x1) & (y > top) & (y < bottom)
    if not inside.any():
        return ""
    picked = inside.nonzero()[0].tolist()
    part = replace(
        glyphs,
        chars="".join(glyphs.chars[i] for i in picked),
        boxes=glyphs.boxes[inside],
        spaced=glyphs.spaced[inside],
    )
    return " ".join(row.text for row in find_rows(part, find_runs(part)))
