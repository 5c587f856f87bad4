"""Blocks of a Word file to lines and tables, in the order in which a lawyer reads them aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from regcheck.domain import Line, Table
from regcheck.read.word.body import Block, Cell, Grid, Paragraph
from regcheck.read.word.cells import BAR, Rows, has_preamble, lay_out_rows

#: Smaller grids are frames around a heading or a stamp.
MIN_ROWS, MIN_COLUMNS = 2, 2


@dataclass
class Layout:
    """Lay blocks out as lines; the tables of data are kept beside them.

    ``left`` is the left margin of the page in points.
    """

    left: float
    tables: list[Table] = field(default_factory=list)

    def lay_out(self, blocks: Iterable[Block]) -> Iterator[Line]:
        """Yield the lines of blocks, in order."""
        for block in blocks:
            if isinstance(block, Paragraph):
                x0 = max(0.0, round(self.left + block.indent_pt, 2))
                yield from (Line(text, page, x0=x0) for text, page in block.lines)
            else:
                yield from self.lay_out_grid(block)

    def lay_out_grid(self, grid: Grid) -> Iterator[Line]:
        """Yield the lines of a table, row by row; of signatures, column by column."""
        tables = len(self.tables)
        rows = [[tuple(self.lay_out(cell.blocks)) for cell in row] for row in grid.rows]
        if is_data(grid, rows):
            del self.tables[tables:]
            yield from self.read_data(grid.rows, rows)
        else:
            yield from lay_out_rows(rows)

    def read_data(self, rows: tuple[tuple[Cell, ...], ...], lines: Rows) -> Iterator[Line]:
        """Keep a table of data as a record, and yield one line a row, its cells parted by bars."""
        record = []
        for cells, parts in zip(rows, lines, strict=True):
            texts = [" ".join(line.text for line in part) for part in parts]
            record.append(tuple(spread(texts, [cell.span for cell in cells])))
            printed = [line for part in parts for line in part]
            if printed:
                text = " ".join(BAR.join(texts).split())
                yield Line(text, printed[0].page, x0=printed[0].x0)
        page = next((line.page for row in lines for part in row for line in part), 1)
        width = max(map(len, record))
        self.tables.append(Table(page, tuple(row + ("",) * (width - len(row)) for row in record)))


def spread(texts: list[str], spans: list[int]) -> Iterator[str]:
    """Yield one text a column; a cell over several columns stands in the first.

    >>> list(spread(["NO", "TARIF", "KET"], [1, 2, 1]))
    ['NO', 'TARIF', '', 'KET']
    """
    for text, span in zip(texts, spans, strict=True):
        yield text
        yield from [""] * (span - 1)


def is_data(grid: Grid, rows: Rows) -> bool:
    """Tell whether a table holds data: ruled, more than one row and column, and no preamble."""
    columns = max((sum(cell.span for cell in row) for row in grid.rows), default=0)
    return (
        grid.ruled
        and len(grid.rows) >= MIN_ROWS
        and columns >= MIN_COLUMNS
        and not has_preamble(rows)
    )
