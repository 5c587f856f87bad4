"""Tables in plain text: rows between bars, and columns parted by tabs or blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from regcheck.domain import Line, Table

#: A row between bars.
#:
#: takes    | 1 | Kapal barang | Rp9.000,00 |
#: refuses  1 | Kapal barang      | Kapal
BARRED = re.compile(r"\|.*\|.*\|")
#: The rule below the head of a table of bars.
#:
#: takes    |---|:---:|      | --- | --- |
#: refuses  | 1 | - |
RULE = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+")
#: A cell of a line whose columns are parted by three blanks or more.
CELL = re.compile(r"\S+(?: {1,2}\S+)*")
#: A table of blanks or tabs has so many columns and rows at least; fewer may be any aligned text.
COLUMNS, ROWS = 3, 3
#: And one of bars so many rows.
BARRED_ROWS = 2
#: By so many places a cell may stand beside its column.
ASIDE = 2


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line, the sign that parts them, and where each begins and ends."""

    sign: str
    cells: tuple[str, ...]
    places: tuple[tuple[int, int], ...] = ()

    def goes_with(self, other: Row) -> bool:
        """Tell whether another row has the same columns.

        Columns of blanks begin or end at one place; words of justified prose do not.
        """
        alike = self.sign == other.sign and len(self.cells) == len(other.cells)
        return alike and all(
            min(abs(one[0] - two[0]), abs(one[1] - two[1])) <= ASIDE
            for one, two in zip(self.places, other.places, strict=True)
        )


def find_tables(lines: Iterable[Line]) -> tuple[Table, ...]:
    """Return the tables that the lines of a text file print, in order.

    A row is one line; rows of the same columns that follow each other are one table. The rule
    below a head is no row.
    """
    rows = (read_row(line.text) for line in lines if not RULE.fullmatch(line.text))
    return tuple(
        Table(1, tuple(row.cells for row in run))
        for run in runs(rows)
        if len(run) >= (BARRED_ROWS if run[0].sign == "|" else ROWS)
    )


def runs(rows: Iterable[Row | None]) -> Iterator[Sequence[Row]]:
    """Yield the rows of the same columns that follow each other."""
    run: list[Row] = []
    for row in rows:
        if run and not (row and row.goes_with(run[-1])):
            yield run
            run = []
        if row:
            run.append(row)
    if run:
        yield run


def read_row(line: str) -> Row | None:
    """Return the cells of a line; nothing for a line that is no row.

    >>> read_row("| 1 | Kapal barang | Rp9.000,00 |").cells
    ('1', 'Kapal barang', 'Rp9.000,00')
    >>> read_row("1     Kapal barang     Rp9.000,00").cells
    ('1', 'Kapal barang', 'Rp9.000,00')
    >>> read_row("(1)   Kapal barang wajib sandar.")
    """
    if line.startswith("|"):
        barred = tuple(cell.strip() for cell in line[1:-1].split("|"))
        return Row("|", barred) if BARRED.fullmatch(line) else None
    if "\t" in line:
        cells = tuple(cell.strip() for cell in line.split("\t"))
        return Row("\t", cells) if len(cells) >= COLUMNS else None
    if "   " not in line:
        return None
    found = list(CELL.finditer(line))
    row = Row(" ", tuple(cell[0] for cell in found), tuple(cell.span() for cell in found))
    return row if len(found) >= COLUMNS else None
