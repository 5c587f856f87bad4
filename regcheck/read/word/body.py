"""The body of a Word file to blocks: paragraphs with their labels, and tables with their cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from regcheck.read.word.lists import Lists, Numberer, direct_number
from regcheck.read.word.markup import MC, Element, W
from regcheck.read.word.runs import DELETED, INSERTED, Inline, Look, RunReader, chosen_branch
from regcheck.read.word.styles import (
    NO_BORDER,
    has_inner_lines,
    indent_of,
    switch_of,
    value_of,
    whole,
)

P, TBL = f"{W}p", f"{W}tbl"
#: Elements around blocks, rows or cells that are not printed themselves.
FRAMES = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo")
)
#: A table of Word has so many columns.
MAX_SPAN = 63
SIDES = ("top", "bottom", "left", "right", "start", "end")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The printed lines of a paragraph, each with its page; the first one has the label."""

    lines: tuple[tuple[str, int], ...]
    indent_pt: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its blocks, the columns it spans, and whether lines are drawn around it.

    ``drawn`` is ``None`` where the cell leaves that to its table.
    """

    blocks: tuple[Block, ...]
    span: int = 1
    drawn: bool | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as Word has it, for text or for layout; ``ruled`` where lines part its cells."""

    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool


Block = Paragraph | Grid


@dataclass
class OpenParagraph:
    """A paragraph that may run on in the next one, if its mark is gone."""

    properties: Element | None
    style: str
    inline: Inline = field(default_factory=Inline)


@dataclass
class BodyReader:
    """Read one story after the other; all share pages and counts, each has numbers of its own."""

    runs: RunReader
    lists: Lists
    forms: set[str] = field(default_factory=set)
    numbers: dict[str, Numberer] = field(default_factory=dict)
    story: str = "body"

    def read_blocks(self, parent: Element) -> tuple[Block, ...]:
        """Read the paragraphs and tables in an element, in order."""
        blocks: list[Block] = []
        open_one: OpenParagraph | None = None
        for element in self.children(parent, P, TBL, f"{W}altChunk"):
            if element.tag == P:
                open_one, ended = self.read_paragraph(element, open_one)
                if ended:
                    blocks += self.close(open_one)
                    open_one = None
                continue
            blocks += self.close(open_one)
            open_one = None
            if element.tag == TBL:
                blocks.append(self.read_table(element))
            else:
                self.runs.seen["embedded"] += 1
        blocks += self.close(open_one)
        return tuple(blocks)

    def children(self, parent: Element, *tags: str) -> Iterator[Element]:
        """Yield the children with some tags, also those within frames that are not printed."""
        for child in parent:
            if child.tag in tags:
                yield child
            elif child.tag in FRAMES:
                if not self.runs.is_dropped(child.tag):
                    yield from self.children(child, *tags)
            elif child.tag == f"{MC}AlternateContent":
                yield from self.children(chosen_branch(child), *tags)

    def read_paragraph(
        self, element: Element, before: OpenParagraph | None
    ) -> tuple[OpenParagraph, bool]:
        """Read a paragraph, joined to one whose mark is gone; tell whether its own mark stands.

        The joined paragraph has the properties of the first one that has text.
        """
        properties = element.find(f"{W}pPr")
        mark = None if properties is None else properties.find(f"{W}rPr")
        section = None if properties is None else properties.find(f"{W}sectPr")
        current = self.open(properties, before)
        if self.starts_page(properties, current.style) and not self.runs.pager.fresh:
            self.runs.pager.break_page()
        self.runs.read(element, current.style, current.inline)
        if section is not None and value_of(section, "type") != "continuous":
            self.runs.pager.break_page()
        return current, not self.is_mark_gone(mark)

    def open(self, properties: Element | None, before: OpenParagraph | None) -> OpenParagraph:
        """Begin a paragraph, or go on with one that has no mark."""
        if self.runs.original and properties is not None:
            former = properties.find(f"{W}pPrChange/{W}pPr")
            properties = properties if former is None else former
        style = value_of(properties, "pStyle") or self.lists.styles.default
        if before is None:
            return OpenParagraph(properties, style)
        if before.inline.has_text:
            return before
        return OpenParagraph(properties, style, before.inline)

    def starts_page(self, properties: Element | None, style: str) -> bool:
        """Tell whether a paragraph is set to start a page."""
        direct = switch_of(properties, "pageBreakBefore")
        return self.lists.styles.breaks_page(style) if direct is None else direct

    def is_mark_gone(self, mark: Element | None) -> bool:
        """Tell whether a paragraph runs on in the next: its mark is deleted, not yet there, hidden.

        A hidden mark is how Word sets a heading and the text after it on one line.
        """
        if mark is None:
            return False
        tags = {child.tag for child in mark}
        self.runs.seen["inserted"] += bool(tags & INSERTED)
        self.runs.seen["deleted"] += bool(tags & DELETED)
        gone = tags & (INSERTED if self.runs.original else DELETED)
        return bool(gone) or bool(switch_of(mark, "vanish"))

    def close(self, one: OpenParagraph | None) -> Iterator[Block]:
        """Yield what a finished paragraph prints: its label and lines, then its text boxes."""
        if one is None:
            return
        label, indent = self.label(one)
        texts = [(" ".join(text.split()), page) for text, page in one.inline.lines]
        texts[0] = (f"{label}{texts[0][0]}".strip(), texts[0][1])
        lines = tuple((text, page or self.runs.pager.page) for text, page in texts if text)
        if label and not one.inline.has_text:
            self.runs.pager.print_text()
        if lines:
            yield Paragraph(lines, indent)
        for box in one.inline.boxes:
            yield from self.read_box(box)

    def label(self, one: OpenParagraph) -> tuple[str, float]:
        """Count a paragraph, and return its label with the gap after it, and its indent."""
        direct = direct_number(one.properties, original=self.runs.original)
        place = self.lists.place_of(one.style, direct)
        indent = indent_of(one.properties)
        if place is None:
            return "", indent or self.lists.styles.indent_pt(one.style) or 0.0
        if indent is None:
            indent = self.lists.lists[place[0]].level(place[1]).indent_pt
        numberer = self.numbers.setdefault(self.story, Numberer(self.lists, self.forms))
        label = numberer.next_label(place)
        mark = None if one.properties is None else one.properties.find(f"{W}rPr")
        base = Look(caps=self.lists.styles.has_caps(one.style))
        return label.upper() if self.runs.look_of(mark, base).caps else label, indent or 0.0

    def read_box(self, box: Element) -> tuple[Block, ...]:
        """Read a text box; the boxes of a document are a story of their own."""
        self.runs.seen["text-boxes"] += 1
        fields, self.runs.fields = self.runs.fields, []
        story, self.story = self.story, "boxes"
        blocks = self.read_blocks(box)
        self.runs.fields, self.story = fields, story
        return blocks

    def read_table(self, table: Element) -> Grid:
        """Read a table, without the rows and cells of the other state."""
        rows = [
            self.read_row(row)
            for row in self.children(table, f"{W}tr")
            if not self.is_row_dropped(row.find(f"{W}trPr"))
        ]
        properties = table.find(f"{W}tblPr")
        borders = None if properties is None else properties.find(f"{W}tblBorders")
        styled = self.lists.styles.is_ruled(value_of(properties, "tblStyle") or "")
        inner = styled if borders is None else has_inner_lines(borders)
        cells = [cell for row in rows for cell in row]
        drawn = sum(inner if cell.drawn is None else cell.drawn for cell in cells)
        return Grid(tuple(rows), 2 * drawn > len(cells))

    def is_row_dropped(self, properties: Element | None) -> bool:
        """Tell whether a row is not printed: of the other state, or hidden."""
        if properties is None:
            return False
        if switch_of(properties, "hidden"):
            self.runs.seen["hidden"] += 1
            return True
        return any(self.runs.is_dropped(child.tag) for child in properties)

    def read_row(self, row: Element) -> tuple[Cell, ...]:
        """Read the cells of a row; all start on the same page, and the longest ends it."""
        start = last = self.runs.pager.page
        cells = []
        for element in self.children(row, f"{W}tc"):
            self.runs.pager.page = start
            if (cell := self.read_cell(element)) is not None:
                cells.append(cell)
            last = max(last, self.runs.pager.page)
        self.runs.pager.page = last
        return tuple(cells)

    def read_cell(self, element: Element) -> Cell | None:
        """Read a cell, empty if it goes on from the row above, ``None`` in the other state only."""
        properties = element.find(f"{W}tcPr")
        if properties is None:
            return Cell(self.read_blocks(element))
        tags = {child.tag for child in properties}
        gone = f"{W}cellIns" if self.runs.original else f"{W}cellDel"
        if gone in tags:
            return None
        merged = properties.find(f"{W}vMerge")
        below = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        return Cell(
            () if below else self.read_blocks(element),
            min(whole(value_of(properties, "gridSpan"), 1), MAX_SPAN),
            drawn_around(properties.find(f"{W}tcBorders")),
        )


def drawn_around(borders: Element | None) -> bool | None:
    """Tell whether lines are drawn around a cell; ``None`` where the cell leaves that open."""
    if borders is None:
        return None
    values = [value for side in SIDES if (value := value_of(borders, side)) is not None]
    if any(value not in NO_BORDER for value in values):
        return True
    return False if len(values) >= 4 else None
