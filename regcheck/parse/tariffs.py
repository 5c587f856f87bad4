"""The rows of tariff tables, of annexes and of pasal, as passages: what is charged, how much.

A table of tariffs has a head that names an amount (*tarif*, *denda*) and a sum of money or a share
in the column below. Each row then says what a clause would: two regulations that set two amounts
for one thing contradict each other there as well as in a pasal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from regcheck.domain import Anomaly, Kind, Passage, Regulation, Table, Unit
from regcheck.parse.norms.norm_type import classify
from regcheck.parse.norms.quantities import find_quantities
from regcheck.parse.structure.tables import HEAD_ROWS, printed_tables

#: The head of a column of amounts.
#:
#: takes    Tarif      BESARAN TARIF (Rp)      Jumlah Denda      Nilai Sewa
#: refuses  Jenis Kapal      Keterangan      Tarifa
AMOUNT_HEAD = re.compile(
    r"\b(?:tarif|besaran|besarnya|jumlah|nilai|denda|biaya|retribusi|sewa|harga)\b", re.IGNORECASE
)
#: The currency in the head of a column, in brackets or not, whose cells have the bare sums.
#:
#: takes    Tarif (Rp)      Sewa Rp.      Biaya (Rupiah)
#: refuses  Tarif      Tarif per m2
CURRENCY = re.compile(r"\(?\b(?:rp\b\.?|rupiah\b)\s*\)?", re.IGNORECASE)
#: A sum without its currency.
#:
#: takes    5.000      1.250.000,00      750,-
#: refuses  5.000/m2      Rp5.000      2 buah
BARE_SUM = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d{2,3})(?:,\d\d|,-)?")
#: A word of what is charged.
#:
#: takes    Kapal      kios
#: refuses  1      m2      a.
NAME = re.compile(r"[^\W\d_]{3}")
#: The label of a row inside the cell of its name.
#:
#: takes    a) Kapal      2. Kios      c). Los
#: refuses  Kios      Los 2
LABEL = re.compile(r"\A(?:[a-z]|\d{1,2})[.)]{1,2}\s+")
#: Units that an amount of a tariff has.
AMOUNTS = ("rupiah", "percent")
#: Text that OCR read worse than this is not compared by its numbers.
SURE = 0.9
#: One regulation gives so many rows at most; ``cut_rows`` reports what is left out.
MOST_ROWS = 400


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: its cells, the columns of amounts, and where its rows begin."""

    cells: tuple[str, ...]
    amounts: tuple[int, ...]
    first: int


def find_rows(regulation: Regulation) -> tuple[Passage, ...]:
    """List the rows of the tariff tables in document order, ``MOST_ROWS`` of them at most.

    Their keys continue the table's: ``#lampiran-1/tabel-1/baris-3`` is its third row with an
    amount. They are no units. Rows that name the same thing are told apart only by a heading
    above them, so none of them is listed.
    """
    return choose(list(all_rows(regulation)))


def choose(rows: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the rows whose names do not repeat, up to the bound."""
    named = Counter(map(name_of, rows))
    return tuple(islice((row for row in rows if named[name_of(row)] == 1), MOST_ROWS))


def name_of(row: Passage) -> str:
    """Return what a row charges, in small letters."""
    return row.text.partition(": ")[0].lower()


def cut_rows(regulation: Regulation) -> Iterator[Anomaly]:
    """Report the rows of tariff tables that are not compared."""
    rows = list(all_rows(regulation))
    cut = len(rows) - len(choose(rows))
    if cut:
        yield Anomaly(
            "baris-tabel-dilewati",
            f"{cut} dari {len(rows)} baris tabel tarif tidak dibandingkan: namanya berulang, atau "
            f"barisnya lebih dari {MOST_ROWS}.",
            f"{cut} of {len(rows)} rows of tariff tables are not compared: their names repeat, or "
            f"there are more than {MOST_ROWS} rows.",
            rows[0].page,
            rows[0].key.rpartition("/")[0],
        )


def all_rows(regulation: Regulation) -> Iterator[Passage]:
    """Yield every row of the tariff tables that is sure enough to be compared."""
    units = {unit.span: unit for unit in regulation.units if unit.kind is Kind.TABEL}
    if not units:
        return
    source = regulation.source_text
    head: Head | None = None
    for table, span in printed_tables(source):
        unit = units.get(span)
        head = find_head(table) or continued(head, table)
        sure = source.confidence_of(span)
        if unit and head and sure >= SURE <= source.quality:
            for row in table_rows(unit, table, head, regulation.identity.tentang):
                yield replace(row, confidence=round(sure, 4))


def find_head(table: Table) -> Head | None:
    """Return the head of a table of tariffs; nothing for another table."""
    for index, row in enumerate(table.rows[:HEAD_ROWS]):
        cells = tuple(" ".join(cell.split()) for cell in row)
        amounts = tuple(place for place, cell in enumerate(cells) if AMOUNT_HEAD.search(cell))
        if amounts and len(amounts) < len(cells):
            return Head(cells, amounts, index + 1)
    return None


def continued(head: Head | None, table: Table) -> Head | None:
    """Return the head of the table before, for one that goes on with as many columns and no head.

    A head of another kind of table ends it.
    """
    if head is None or not table.rows or len(table.rows[0]) != len(head.cells):
        return None
    first = [cell for cell in table.rows[0] if cell.strip()]
    return Head(head.cells, head.amounts, 0) if any(map(is_number, first)) else None


def is_number(cell: str) -> bool:
    """Tell whether a cell begins with a figure, as a row's number or an amount does."""
    return cell.strip()[:1].isdigit()


def table_rows(unit: Unit, table: Table, head: Head, about: str) -> Iterator[Passage]:
    """Yield the rows of one table that name something and an amount.

    Their lead is the matter of the regulation and the head: *Dewasa* is charged for other things
    at a pool than on a ferry.
    """
    columns = ", ".join(filter(None, head.cells))
    lead = f"{about}: {columns}" if about else columns
    number = 0
    for row in table.rows[head.first :]:
        text = row_text(tuple(" ".join(cell.split()) for cell in row), head)
        if text:
            number += 1
            yield Passage(
                key=f"{unit.key}/baris-{number}",
                kind=Kind.TABEL,
                text=text,
                page=table.page,
                lead=lead,
                heading=columns,
                norm_type=classify(text, columns),
                target=f"{unit.target}/baris-{number}" if unit.target else "",
            )


def row_text(row: tuple[str, ...], head: Head) -> str:
    """Write a row as what is charged, and the amounts under their heads; empty for no tariff.

    >>> row_text(("1", "Kapal barang", "Rp9.000,00"), Head(("No", "Jenis", "Tarif"), (2,), 1))
    'Kapal barang: Tarif Rp9.000,00'
    >>> row_text(("1", "Kios", "4.000"), Head(("No", "Jenis", "Sewa (Rp)"), (2,), 1))
    'Kios: Sewa Rp4.000'
    >>> row_text(("1", "2", "3"), Head(("No", "Jenis", "Tarif"), (2,), 1))
    ''
    """
    names = [
        LABEL.sub("", cell)
        for place, cell in enumerate(row)
        if place not in head.amounts and NAME.search(cell)
    ]
    amounts = [
        text
        for place in head.amounts
        if place < len(row) and (text := amount_text(head.cells[place], row[place]))
    ]
    return f"{', '.join(names)}: {', '.join(amounts)}" if names and amounts else ""


def amount_text(head: str, cell: str) -> str:
    """Write an amount behind the head of its column; empty where the cell holds none.

    The currency of the head is that of a bare sum below it.
    """
    if BARE_SUM.fullmatch(cell) and CURRENCY.search(head):
        return f"{CURRENCY.sub('', head).strip()} Rp{cell}"
    units = {quantity.unit for quantity in find_quantities(cell)}
    return f"{head} {cell}" if units & set(AMOUNTS) else ""
