"""The inside of an amending pasal: its instructions, and the units each one quotes.

A quoted pasal belongs to the base regulation: its key stands under the amending pasal and its
``target`` names the base unit (UU 12/2011 Lampiran II nos. 233-236c).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from regcheck.domain import Kind
from regcheck.parse.marks.marks import (
    ALONE,
    DIRT,
    INLINE,
    find_pasal_marks,
    line_start,
)
from regcheck.parse.marks.numbering import Reading, digit_readings, from_letters
from regcheck.parse.marks.patterns import PASAL
from regcheck.parse.marks.sequence import Mark, best_chain, ends_of
from regcheck.parse.structure.headings import Heading, find_divisions, find_loose_bab
from regcheck.parse.structure.instructions import is_instruction, read_orders
from regcheck.parse.structure.misread import announced_marks, with_small_letters
from regcheck.parse.structure.nodes import Node
from regcheck.parse.structure.order_patterns import QUOTE
from regcheck.parse.structure.unnumbered import unnumbered

#: A numbered instruction of an amending act.
#:
#: takes    1. Ketentuan Pasal 5      2) Di antara      a. Pasal 7      12 . Ketentuan
NUMBERED = re.compile(
    r"(?<![^\s.\"”;:])(?P<label>\d[0-9OIl]{0,2}|[Il]\d|[a-z]{1,2}|[A-Z])\s?(?P<close>[.)])\s*(?=[A-Z\"“a-z])"
)
#: How far an instruction's opening words are looked at.
LOOK_AHEAD = 900
QUOTES = '"“'
#: A number out of sequence is an instruction only if a pasal is named this soon.
NAMED_CHARS = 120
#: How much further the opening of an amending pasal reaches, with its list of earlier changes.
LEAD_FACTOR = 4
#: How far before a heading the colon of its instruction stands.
BEFORE_HEADING = 60
#: What a quoted pasal or ayat begins with.
#:
#: takes    “Pasal 5      (2) Bupati
#: refuses  Bupati
QUOTED_HEADING = re.compile(r"\W{0,4}(?:[Pp]asa|\(\d)")
#: The first ayat, with which the text of a pasal without heading begins.
#:
#: takes    (1) Setiap      (l) Kapal
#: refuses  Pasal 5      (2) Izin
BARE_OPENING = re.compile(r"\([1lI]\)?\s")
#: How much more a heading counts that the instruction has announced.
NAMED_BONUS = 4.0

#: The heading of a bagian or paragraf with its title, up to the pasal below it.
#:
#: takes    Bagian Ketiga\nSanksi\n      Paragraf 2\nTata Cara\n
#: refuses  Bagian Ketiga      dalam Bagian Ketiga. Kapal\n
DIVISION_TITLE = re.compile(
    r"(?:^|\n)(?:Bagian|Paragraf)[ ](?:\w+(?:[ ](?:belas|puluh))?)\s*\n[^\n.;:]{3,120}\n$",
    re.IGNORECASE,
)
#: How far before a heading the number and title of its bagian stand.
TITLE_CHARS = 200

Build = Callable[[str, list[Heading], int], tuple[Node, ...]]


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction: from its number to the next one; ``body`` starts after the number."""

    label: str
    start: int
    body: int
    end: int


def amending_nodes(text: str, start: int, end: int, base: str, build: Build) -> tuple[Node, ...]:
    """Build the nodes of an amending pasal's content.

    Args:
        text: The whole text.
        start: The offset after the pasal's heading.
        end: The end of the pasal.
        base: The id of the amended regulation; empty when it is not known.
        build: Turns headings into nodes, as for any body.
    """
    instructions = find_instructions(text, start, end)
    first = instructions[0].start if instructions else end
    lead = quoted_nodes(text, Instruction("", start, start, first), base, build)
    return lead + tuple(instruction_node(text, one, base, build) for one in instructions)


def instruction_node(text: str, one: Instruction, base: str, build: Build) -> Node:
    """Make the node of a numbered instruction with what it quotes."""
    kind = Kind.HURUF if one.label.isalpha() else Kind.ANGKA
    children = quoted_nodes(text, one, base, build)
    return Node(kind, one.label, one.start, one.end, f"{kind.value}-{one.label}", children=children)


def find_instructions(text: str, start: int, end: int) -> tuple[Instruction, ...]:
    """List the numbered instructions between two offsets.

    Their sequence decides which of several lists they are; a number printed twice is kept.
    """
    by_style: dict[str, list[Mark]] = {}
    for match in NUMBERED.finditer(text, start, end):
        if is_instruction(text[match.end() : min(end, match.end() + LOOK_AHEAD)]):
            strength = 5.0 if line_start(text, match.start()) else 3.0
            readings = instruction_readings(match)
            if readings:
                mark = Mark(match.start(), strength, readings)
                by_style.setdefault(style_of(match["label"]), []).append(mark)
    chains = {style: best_chain(marks) for style, marks in by_style.items()}
    style = max(chains, key=lambda style: len(chains[style]), default="")
    if not chains.get(style):
        return ()
    steps = {step.start: step.reading for step in chains[style]}
    for mark in by_style[style]:
        if PASAL.search(text, mark.start, mark.start + NAMED_CHARS):
            steps.setdefault(mark.start, mark.readings[0])
    if style == "1":
        steps |= unnumbered(text, start, end, steps)
    starts = sorted(steps)
    return tuple(
        Instruction(steps[begin].label, begin, steps[begin].end, stop)
        for begin, stop in zip(starts, ends_of(starts, end), strict=True)
    )


def style_of(label: str) -> str:
    """Tell numbered from lettered lists."""
    if label.isalpha() and label not in ("l", "O"):
        return "a" if label.islower() else "A"
    return "1"


def instruction_readings(match: re.Match[str]) -> tuple[Reading, ...]:
    """List what an instruction's number may stand for."""
    label = match["label"]
    if style_of(label) == "1":
        return tuple(
            Reading(str(value), (value, ""), cost, match.end())
            for value, cost in digit_readings(label)
        )
    rank = from_letters(label.lower())
    return (Reading(label, (rank, ""), 0.0, match.end()),) if rank else ()


def quoted_nodes(text: str, one: Instruction, base: str, build: Build) -> tuple[Node, ...]:
    """Build the nodes of what an instruction quotes; they tile the rest of the instruction."""
    begin, quote = find_quote(text, one)
    start = quote.end() if quote else one.body
    orders = read_orders(text[begin : quote.end() if quote else one.end])
    labels = [order.label for order in orders if order.label[:1].isdigit()]
    if not labels and (not one.label or quote is None):
        return ()
    opening = find_opening(text, start, one.end, labels) if quote is None else 0
    start = opening or start
    headings = quoted_headings(text, start, one.end, labels, sure=quote is None and not opening)
    bare = [] if quote is None else bare_heading(text, (start, one.end), labels, headings)
    if not bare and not any(heading.kind is Kind.PASAL for heading in headings):
        return ()
    return targeted(build(text, bare + headings if headings else bare, one.end), base)


def find_opening(text: str, start: int, end: int, labels: list[str]) -> int:
    """Return where a heading that was announced stands behind a quotation mark; 0 for nowhere.

    There a quotation begins that no colon tells from the instruction.
    """
    marks = with_small_letters(text, find_pasal_marks(text, start, end), labels)
    quoted = (
        mark.start
        for mark in marks
        if text[mark.start - 1] in QUOTES and any(r.label in labels for r in mark.readings)
    )
    return next(quoted, 0)


def bare_heading(
    text: str, span: tuple[int, int], labels: list[str], headings: list[Heading]
) -> list[Heading]:
    """Return the heading of the one pasal that an instruction names, where none is printed.

    Its words begin with the quotation, and end with it or before the heading of another pasal,
    whose instruction is lost.
    """
    start = first_word(text, *span)
    pasal = [heading for heading in headings if heading.kind is Kind.PASAL]
    stop = pasal[0].start if pasal else span[1]
    if len(labels) != 1 or start >= stop or labels[0] in {heading.label for heading in pasal}:
        return []
    if pasal and not BARE_OPENING.match(text, start):
        return []
    return [Heading(Kind.PASAL, labels[0], start, start, quoted=True)]


def find_quote(text: str, one: Instruction) -> tuple[int, re.Match[str] | None]:
    """Find where an instruction's sentence begins, and the colon before its quotation.

    An instruction that has lost its number follows the opening of the amending pasal (*diubah
    sebagai berikut:*), which ends in a colon of its own; then the colon before a heading counts.
    """
    stop = min(one.end, one.body + LOOK_AHEAD * (1 if one.label else LEAD_FACTOR))
    found = list(QUOTE.finditer(text, one.body, stop))
    if one.label or not found:
        return one.body, found[0] if found else None
    begin = one.body
    for quote in found:
        if QUOTED_HEADING.match(text, quote.end()):
            return begin, quote
        begin = quote.end()
    return one.body, found[0]


def first_word(text: str, start: int, end: int) -> int:
    """Return the offset of the first printed character of a quotation."""
    return start + len(text[start:end]) - len(text[start:end].lstrip(DIRT + "\n:"))


def quoted_headings(
    text: str, start: int, end: int, labels: list[str], *, sure: bool
) -> list[Heading]:
    """List the headings inside a quotation; those the instruction names are believed first.

    ``sure`` takes only headings that are named and stand alone on their line, where no colon
    tells the instruction from the quotation.
    """
    found = find_pasal_marks(text, start, end)
    opening = first_word(text, start, end)
    announced = announced_marks(text, (opening, end), labels, found)
    every = sorted((*found, *announced), key=lambda mark: mark.start)
    marked = (strengthened(text, mark) for mark in with_small_letters(text, every, labels))
    marks = list(likely(marked, labels, -1 if sure else opening))
    if sure:
        marks = [mark for mark in marks if mark.strength >= ALONE + NAMED_BONUS]
    steps = {step.start: step.reading for step in best_chain(marks, None)}
    steps |= {m.start: m.readings[0] for m in marks if opened(text, m.start, start)}
    pasal = [
        Heading(Kind.PASAL, reading.label, begin, reading.end, quoted=True)
        for begin, reading in steps.items()
    ]
    if sure and not pasal:
        return []
    divisions = find_divisions(text, start, end) + find_loose_bab(text, start, end)
    return sorted(pasal + divisions, key=lambda heading: heading.start)


def strengthened(text: str, mark: Mark) -> Mark:
    """Return a mark as a sure heading where it follows the title of a bagian or paragraf."""
    before = text[max(0, mark.start - TITLE_CHARS) : mark.start]
    return replace(mark, strength=ALONE) if DIVISION_TITLE.search(before) else mark


def opened(text: str, position: int, start: int) -> bool:
    """Tell whether a colon of its own stands before a heading: an instruction without a number."""
    before = text[max(start, position - BEFORE_HEADING) : position]
    colons = list(QUOTE.finditer(before))
    return bool(colons) and not before[colons[-1].end() :].strip(DIRT + "\n")


def likely(marks: Iterable[Mark], labels: list[str], opening: int) -> Iterator[Mark]:
    """Yield the Arabic readings of marks, the announced labels strengthened.

    One at the ``opening`` of a quotation is as sure as a heading alone on its line; -1 for none.
    """
    for mark in marks:
        readings = tuple(reading for reading in mark.readings if not reading.roman)
        named = [reading for reading in readings if reading.label in labels]
        if named:
            sure = tuple(replace(reading, cost=0.0) for reading in named)
            place = max(mark.strength, ALONE) if mark.start == opening else mark.strength
            yield Mark(mark.start, place + NAMED_BONUS, (*sure, *lettered(readings, labels)))
        elif readings and mark.strength >= INLINE:
            yield Mark(mark.start, mark.strength, readings)


def lettered(readings: Sequence[Reading], labels: list[str]) -> Iterator[Reading]:
    """Yield the label as printed of an inserted pasal behind an announced one, without its bonus.

    >>> plain, short = Reading("41A", (41, "A"), 0.0, 9), Reading("41", (41, ""), 1.5, 8)
    >>> [one.label for one in lettered((plain, short), ["41"])]
    ['41A']
    """
    first = readings[0]
    if first.label not in labels and first.order[1] and not first.cost:
        yield replace(first, cost=NAMED_BONUS)


def targeted(nodes: tuple[Node, ...], base: str) -> tuple[Node, ...]:
    """Give quoted pasal, and the headings around them, the key they have in the base."""
    return tuple(
        replace(
            node,
            rooted=True,
            target=f"{base}#{node.step}" if base and node.kind in (Kind.PASAL, Kind.BAB) else "",
            children=node.children if node.kind is Kind.PASAL else targeted(node.children, base),
        )
        for node in nodes
    )
