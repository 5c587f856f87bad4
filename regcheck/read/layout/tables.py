"""The door to pdfplumber: the cells of ruled tables, from the lines drawn on a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any

import numpy as np
from pdfplumber.table import TableFinder
from pdfplumber.utils.geometry import rect_to_edges

from regcheck.domain import Table
from regcheck.read.layout.leaves import WIDE
from regcheck.read.layout.rows import Row, find_rows, find_runs
from regcheck.read.patterns import AMOUNT, ITEM_LABEL, LONE_LABEL
from regcheck.read.pdf.glyphs import Boxes, PageGlyphs

#: A line is thinner than this and longer than the next, in points.
THICKNESS, LENGTH = 3.0, 8.0
#: So many lines each way, or so many frames, make a grid.
MIN_LINES, MIN_FRAMES = 3, 4
#: Smaller grids are frames around a heading or a stamp.
MIN_ROWS, MIN_COLUMNS = 2, 2
#: Lines nearer to each other than this, across and down in points, are one: no print fits between.
NARROW, LOW = 7.0, 4.0
#: Cells that cover more than this share of their table twice are shapes laid over each other.
OVERLAP = 0.25
#: Two rows begin on one line if they differ by less than this share of their height.
LEVEL = 0.6

HALF = np.float32(0.5)

Cell = tuple[float, float, float, float]
Line = Sequence[Sequence[Row]]  # the printed rows of each cell


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
    """Return the ruled tables of a page in reading order; an empty cell is an empty text.

    Only text that a reader can see is in the cells. Items that no line parts from each other are
    rows of their own. Of a wide page the left half comes first: it may hold two leaves.
    """
    drawing: Any = Drawing(find_edges(glyphs.rules), (0.0, 0.0, glyphs.width, glyphs.height))
    middle = glyphs.width / 2 if glyphs.width > WIDE * glyphs.height else glyphs.width
    found = sorted(
        TableFinder(drawing).tables,
        key=lambda table: (table.bbox[0] >= middle, table.bbox[1], table.bbox[0]),
    )
    tables = (trim(read_grid(glyphs, find_grid(table.cells))) for table in found)
    return tuple(
        Table(glyphs.page, rows)
        for rows in tables
        if len(rows) >= MIN_ROWS and len(rows[0]) >= MIN_COLUMNS
    )


def trim(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
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


def find_grid(cells: Sequence[Cell]) -> list[list[Cell | None]]:
    """Put the cells of a table in rows and columns; a place that is merged into another has none.

    The lines of a header may stand a little beside those of the body: they are taken for one.

    >>> grid = find_grid([(0, 0, 50, 20), (50, 0, 90, 20), (0, 20, 52, 40), (52, 20, 90, 40)])
    >>> [[cell[0] for cell in row if cell] for row in grid]
    [[0, 50], [0, 52]]
    >>> find_grid([(0, 0, 50, 20), (0, 0, 50, 20)])
    []
    """
    lefts = steps([x for cell in cells for x in (cell[0], cell[2])], NARROW)
    tops = steps([y for cell in cells for y in (cell[1], cell[3])], LOW)
    grid: list[list[Cell | None]] = [[None] * (len(lefts) - 1) for _ in tops[1:]]
    covered = 0.0
    for cell in cells:
        x0, top, x1, bottom = cell
        column, row = bisect_right(lefts, x0) - 1, bisect_right(tops, top) - 1
        if column < bisect_right(lefts, x1) - 1 and row < bisect_right(tops, bottom) - 1:
            grid[row][column] = cell
        covered += (x1 - x0) * (bottom - top)
    area = (lefts[-1] - lefts[0]) * (tops[-1] - tops[0])
    return [] if covered > (1 + OVERLAP) * area else grid


def steps(values: list[float], gap: float) -> list[float]:
    """Return where groups of neighbouring values begin; the last value of all closes the list.

    >>> steps([0, 50, 52, 90, 90, 51], 7)
    [0, 50, 90]
    """
    ordered = sorted(values)
    found = ordered[:1]
    last = ordered[0]
    for value in ordered:
        if value - last > gap:
            found.append(value)
        last = value
    return found


def read_grid(glyphs: PageGlyphs, grid: list[list[Cell | None]]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table, as the text of each cell."""
    middles: Boxes = ((glyphs.boxes[:, :2] + glyphs.boxes[:, 2:]) * HALF).T
    for cells in grid:
        line = [() if cell is None else read_cell(glyphs, middles, cell) for cell in cells]
        for part in part_items(line):
            yield tuple(" ".join(row.text for row in rows) for rows in part)


def read_cell(glyphs: PageGlyphs, middles: Boxes, cell: Cell) -> tuple[Row, ...]:
    """Return the printed rows whose characters have their middle in a cell."""
    x0, top, x1, bottom = cell
    x, y = middles
    inside = (x > x0) & (x < x1) & (y > top) & (y < bottom)
    if not inside.any():
        return ()
    picked = inside.nonzero()[0].tolist()
    part = replace(
        glyphs,
        chars="".join(glyphs.chars[i] for i in picked),
        boxes=glyphs.boxes[inside],
        spaced=glyphs.spaced[inside],
    )
    return tuple(find_rows(part, find_runs(part)))


def part_items(line: Line) -> list[Line]:
    """Part a row of a table where items begin that no line parts from each other."""
    tops = item_tops(line)
    if len(tops) < MIN_ROWS:
        return [line]
    parts: list[list[list[Row]]] = [[[] for _ in line] for _ in tops]
    for column, rows in enumerate(line):
        for row in rows:
            slack = (1 - LEVEL) * (row.bottom - row.top)
            parts[max(0, bisect_right(tops, row.top + slack) - 1)][column].append(row)
    return list(parts)


def item_tops(line: Line) -> list[float]:
    """Return the heights at which the items of a row begin.

    An item begins beside each number in the column of numbers, and at each label of a column if
    one of them has an amount to its right: a list of duties inside one cell has none. A single
    number counts if it stands at the top: in the middle it belongs to the whole row.
    """
    used = [rows for rows in line if rows]
    found = number_tops(used)
    for i, column in enumerate(used[:-1]):
        labels = [row for row in column if ITEM_LABEL.match(row.text)]
        amounts = [row for rows in used[i + 1 :] for row in rows if AMOUNT.match(row.text)]
        if any(is_level(row, amount) for row in labels for amount in amounts):
            found += [row.top for row in labels]
    return merge_tops(sorted(found), line)


def number_tops(used: Line) -> list[float]:
    """Return the heights of the numbers in the first column, if it is one of numbers."""
    if not used or not all(LONE_LABEL.fullmatch(row.text) for row in used[0]):
        return []
    first = min((row for rows in used for row in rows), key=lambda row: row.top)
    if len(used[0]) == 1 and not is_level(used[0][0], first):
        return []
    return [row.top for row in used[0]]


def is_level(row: Row, other: Row) -> bool:
    """Tell whether two rows begin on one line."""
    return abs(row.top - other.top) < LEVEL * min(row.bottom - row.top, other.bottom - other.top)


def merge_tops(tops: list[float], line: Line) -> list[float]:
    """Leave out a height that hardly differs from the one before."""
    height = min((row.bottom - row.top for rows in line for row in rows), default=0.0)
    return [top for i, top in enumerate(tops) if not i or top - tops[i - 1] > LEVEL * height]
