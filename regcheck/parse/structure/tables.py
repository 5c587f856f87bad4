"""The ruled tables of an annex, and of a pasal, as units: where in the text each is printed.

A reader hands over a table as rows of cells with its page. Its lines are those of the page whose
words are all among the words of its cells, from the first such line to the last of one run.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from regcheck.domain import Anomaly, Kind, Regulation, SourceText, Span, Table
from regcheck.parse.structure.nodes import Node

WORD = re.compile(r"\w+")
Words = list[str]
#: A cell that names a column.
#:
#: takes    No      JENIS FASILITAS      Harga Satuan (Rp)
#: refuses  a.      1      (2)      12.500
HEAD_CELL = re.compile(r"\A\s*[A-Za-z][a-zA-Z]")
FEW_COLUMNS = 2
#: The units of the body that may hold a table, and those that its rows are taken for.
BODY = (Kind.BUKU, Kind.BAB, Kind.BAGIAN, Kind.PARAGRAF, Kind.PASAL, Kind.DIKTUM)
ITEMS = (Kind.HURUF, Kind.ANGKA, Kind.SUBHURUF, Kind.SUBANGKA)
#: So much of a line's words must be among the cells' for the line to be the table's.
SHARE = 0.8
#: A run of the table's lines may be broken by so many others: a heading, a page number.
BREAK = 2
#: A table's head has so many rows at most.
HEAD_ROWS = 2
#: A line of a single short word is no evidence alone.
FEW_LINES = 2
#: No more pages than this are named in a remark.
NAMED_PAGES = 10


def with_tables(nodes: tuple[Node, ...], source: SourceText) -> tuple[Node, ...]:
    """Return the nodes with the tables of each annex and of the body in them.

    Those of an annex are numbered through it, those of the body through the unit that holds them.
    A table that is not found in the text, or lies over the bounds of a section, is left out;
    ``missed_tables`` reports those of annexes.
    """
    if not source.tables:
        return nodes
    printed = list(printed_tables(source))
    spans = [span for _, span in printed]
    headed = list(with_heads(printed))
    placed = []
    for node in nodes:
        if node.kind is Kind.LAMPIRAN:
            node = place_tables(node, spans)  # noqa: PLW2901
        elif node.kind in BODY:
            node = place_in_body(node, headed)  # noqa: PLW2901
        placed.append(node)
    return tuple(placed)


def with_heads(printed: Sequence[tuple[Table, Span]]) -> Iterator[Span]:
    """Yield where the tables are that have a head of words, or go on below such a head.

    Others arrange text: *a.* in one column, the words of the item in the next.
    """
    columns = 0
    for table, span in printed:
        width = max(map(len, table.rows))
        if has_rows(table) and (has_head(table) or width == columns):
            columns = width
            yield span
        else:
            columns = 0


def has_head(table: Table) -> bool:
    """Tell whether the first row of a table names two columns or more.

    >>> has_head(Table(1, (("No", "Tarif"),))), has_head(Table(1, (("a.", "pemilik; dan"),)))
    (True, False)
    """
    cells = [cell for cell in table.rows[0] if HEAD_CELL.match(cell)]
    return len(cells) >= FEW_COLUMNS and bool(HEAD_CELL.match(table.rows[0][0]))


def printed_tables(source: SourceText) -> Iterator[tuple[Table, Span]]:
    """Yield each table that is found, and where it is printed, in order; none overlap."""
    behind = 0
    pages: dict[int, list[int]] = {}
    words = [WORD.findall(line.text) for line in source.lines] if source.tables else []
    for index, line in enumerate(source.lines):
        pages.setdefault(line.page, []).append(index)
    for table in source.tables:
        cells = words_of(table)
        free = [index for index in pages.get(table.page, ()) if index >= behind]
        run = longest_run([index for index in free if belongs(words[index], cells)])
        run = as_long(words, from_head(words, run, table), table)
        if len(run) >= FEW_LINES:
            behind = run[-1] + 1
            last = source.starts[run[-1]] + len(source.lines[run[-1]].text)
            yield table, Span(source.starts[run[0]], last)


def missed_tables(regulation: Regulation) -> Iterator[Anomaly]:
    """Report the tables on the pages of annexes that are no units; their words are in the annex."""
    annexes = [unit for unit in regulation.units if unit.kind is Kind.LAMPIRAN]
    source = regulation.source_text
    pages = {line.page for unit in annexes for line in source.locate(unit.span)}
    printed = Counter(
        table.page for table in source.tables if table.page in pages and has_rows(table)
    )
    printed.subtract(unit.page for unit in regulation.units if unit.kind is Kind.TABEL)
    if missed := sorted(page for page, count in printed.items() if count > 0):
        count = sum(printed[page] for page in missed)
        named = ", ".join(map(str, missed[:NAMED_PAGES]))
        named += ", …" if len(missed) > NAMED_PAGES else ""
        yield Anomaly(
            "tabel-tidak-ditemukan",
            f"{count} tabel lampiran tidak ditemukan batasnya dalam teks (halaman {named}); isinya "
            "terbaca sebagai teks biasa.",
            f"The bounds of {count} tables of an annex were not found in the text (page {named}); "
            "their words are read as plain text.",
            missed[0],
            annexes[0].key,
        )


def has_rows(table: Table) -> bool:
    """Tell whether a table has several rows with words in them; a frame has not.

    >>> has_rows(Table(1, (("No", "Tarif"), ("1", "Rp500")))), has_rows(Table(1, (("Paraf",),)))
    (True, False)
    """
    return sum(bool(WORD.search(" ".join(row))) for row in table.rows) >= FEW_LINES


def from_head(words: Sequence[Words], run: list[int], table: Table) -> list[int]:
    """Drop the lines of a run before the table's head: a title has words of the cells too."""
    head = words_of(replace(table, rows=table.rows[:HEAD_ROWS]))
    places = (place for place, index in enumerate(run) if belongs(words[index], head))
    return run[next(places, 0) :]


def as_long(words: Sequence[Words], run: list[int], table: Table) -> list[int]:
    """Drop the lines of a run after the table's last word: a like table follows on the page."""
    left = sum(len(WORD.findall(cell)) for row in table.rows for cell in row)
    kept = []
    for index in run:
        if left <= 0:
            break
        kept.append(index)
        left -= len(words[index])
    return kept


def words_of(table: Table) -> frozenset[str]:
    """Return the words of a table's cells as printed.

    >>> sorted(words_of(Table(1, (("1", "Kapal", "Rp500"),))))
    ['1', 'Kapal', 'Rp500']
    """
    return frozenset(WORD.findall(" ".join(" ".join(row) for row in table.rows)))


def belongs(words: Words, cells: frozenset[str]) -> bool:
    """Tell whether most words of a line are among those of a table.

    >>> belongs(["1", "Kapal"], frozenset({"1", "Kapal"})), belongs(["Kapal"], frozenset())
    (True, False)
    """
    return bool(words) and sum(word in cells for word in words) >= SHARE * len(words)


def longest_run(found: list[int]) -> list[int]:
    """Return the longest run of numbers with few left out between them.

    >>> longest_run([3, 9, 10, 12, 20])
    [9, 10, 12]
    """
    runs: list[list[int]] = [[]]
    for index in found:
        if runs[-1] and index - runs[-1][-1] > BREAK:
            runs.append([])
        runs[-1].append(index)
    return max(runs, key=len)


def place_tables(annex: Node, spans: list[Span]) -> Node:
    """Put the tables inside an annex, in it or in the section that holds them."""
    inside = [span for span in spans if annex.start <= span.start and span.end <= annex.end]
    nodes = [
        Node(Kind.TABEL, str(number), span.start, span.end, f"tabel-{number}", rooted=True)
        for number, span in enumerate(sorted(inside), 1)
    ]
    return adopt(annex, nodes)


def place_in_body(node: Node, spans: list[Span]) -> Node:
    """Put the tables inside a unit of the body, in the innermost unit that holds each whole.

    What was taken for an item and begins inside a table is a row of it.
    """
    inside = [one for one in spans if node.start <= one.start and one.end <= node.end]
    if not inside:
        return node
    children = tuple(child for child in node.children if not is_row(child, inside))
    held = [one for one in inside if any(holds(child, one) for child in children)]
    placed = tuple(place_in_body(child, held) for child in children)
    own = [one for one in inside if one not in held]
    tables = [
        Node(Kind.TABEL, str(number), span.start, span.end, f"tabel-{number}")
        for number, span in enumerate(own, 1)
    ]
    return adopt(replace(node, children=placed), tables)


def is_row(node: Node, tables: list[Span]) -> bool:
    """Tell whether an item begins inside a table."""
    return node.kind in ITEMS and any(one.start <= node.start < one.end for one in tables)


def holds(node: Node, table: Span) -> bool:
    """Tell whether a table lies in a node whole."""
    return node.start <= table.start and table.end <= node.end


def adopt(node: Node, tables: list[Node]) -> Node:
    """Give a node the tables that lie in it and in none of its children whole."""
    children = [adopt(child, within(child, tables)) for child in node.children]
    free = [
        table
        for table in tables
        if all(table.end <= child.start or child.end <= table.start for child in node.children)
    ]
    ordered = sorted([*children, *free], key=lambda child: child.start)
    return replace(node, children=tuple(ordered))


def within(node: Node, tables: list[Node]) -> list[Node]:
    """List the tables that lie in a node."""
    return [one for one in tables if node.start <= one.start and one.end <= node.end]
