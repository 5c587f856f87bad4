"""Tables that are there for layout: a preamble in columns, signatures side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from regcheck.domain import Line

#: What stands between the cells of a row of data, for the line that a table draws there.
BAR = " | "
#: The lines of a cell, and the cells of the rows of a table.
Part = tuple[Line, ...]
Rows = Sequence[Sequence[Part]]

#: The words in the left column of a preamble; a table that has them is there for layout.
#:
#: takes    Menimbang      Mengingat :      MENETAPKAN:      Memperhatikan
#: refuses  Menimbang bahwa perlu      Keterangan
PREAMBLE_LABEL = re.compile(
    r"(?: menimbang | mengingat | memperhatikan | membaca | menetapkan | memutuskan ) \s* :?",
    re.VERBOSE | re.IGNORECASE,
)

#: A cell that is a label of the cell after it: a colon, a word with a colon, or a list number.
#:
#: takes    :      Menimbang :      a.      12.      (3)      iv)      KESATU :
#: refuses  bahwa      Rp5.000,00      Ditetapkan di Kencanapura
LABEL_CELL = re.compile(
    r"[^:]{0,40} : | \(? (?: \d{1,3} [a-z]? | [a-z]{1,4} | [IVX]{1,6} ) [.)] | [-•–]",
    re.VERBOSE | re.IGNORECASE,
)

#: What stands above a signature; the signatures side by side are read one after the other.
#:
#: takes    Ditetapkan di Kencanapura      Diundangkan di      Disahkan di Jakarta
#: refuses  ditetapkan dengan Peraturan Gubernur
SIGNATURE = re.compile(r"(?: Ditetapkan | Diundangkan | Disahkan ) \s+ di \b", re.VERBOSE)


def lay_out_rows(rows: Rows) -> Iterator[Line]:
    """Yield the lines of a layout row by row, labels on the line of what they label.

    Signatures side by side are read one after the other, column by column.
    """
    if not is_signed(rows):
        for row in rows:
            yield from join_labels(row)
        return
    for column in range(max(map(len, rows))):
        for row in rows:
            yield from row[column] if column < len(row) else ()


def without_bars(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the texts of lines without the bars between cells, which are no words."""
    return (line.text.replace(BAR, " ") for line in lines)


def has_preamble(rows: Rows) -> bool:
    """Tell whether the first column of a table labels the parts of a preamble."""
    starts = (part[0].text for row in rows for part in row[:1] if part)
    return any(PREAMBLE_LABEL.fullmatch(text) for text in starts)


def is_signed(rows: Rows) -> bool:
    """Tell whether a table sets signatures side by side."""
    return any(SIGNATURE.match(line.text) for row in rows for part in row for line in part)


def join_labels(row: Sequence[Part]) -> Iterator[Line]:
    """Yield the lines of a row of layout: labels on one line with what they label."""
    parts = [part for part in row if part]
    while parts:
        count = count_labels(parts)
        text = " ".join(part[0].text for part in parts[: count + 1])
        yield Line(text, parts[0][0].page, x0=parts[0][0].x0)
        yield from parts[count][1:]
        del parts[: count + 1]


def count_labels(parts: Sequence[Part]) -> int:
    """Count the cells from the first on that only label what comes after them."""
    count = 0
    while count + 1 < len(parts) and is_label(parts[count], parts[count + 1]):
        count += 1
    return count


def is_label(part: Part, after: Part) -> bool:
    """Tell whether a cell is one short line that labels the next cell."""
    if len(part) > 1:
        return False
    text = part[0].text
    return (
        LABEL_CELL.fullmatch(text) is not None
        or PREAMBLE_LABEL.fullmatch(text) is not None
        or after[0].text.startswith(":")
    )
