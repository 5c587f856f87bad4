"""The *penjelasan* and the *lampiran*: units of their own, never part of the body's numbering."""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.domain import Kind, Span
from regcheck.parse.marks.marks import ALONE, pasal_readings
from regcheck.parse.marks.numbering import Reading, from_roman
from regcheck.parse.marks.patterns import PASAL
from regcheck.parse.marks.sequence import Mark, best_chain, ends_of
from regcheck.parse.structure.headings import Heading, find_bab, find_pasal, title_of
from regcheck.parse.structure.nodes import Node
from regcheck.parse.structure.openings import (
    GLOSS_ANGKA,
    GLOSS_PART,
    LAMPIRAN,
    PASAL_DEMI_PASAL,
    ROMAN_SECTION,
    UMUM,
)

GLOSS_KINDS = {"ayat": Kind.AYAT, "huruf": Kind.HURUF, "angka": Kind.ANGKA}
#: Fewer sections than this are no division.
FEW_SECTIONS = 2
GLOSS_RANK = {Kind.AYAT: 0, Kind.HURUF: 1, Kind.ANGKA: 2}


def attachment_nodes(
    text: str, attachments: tuple[tuple[str, Span], ...], *, amending: bool
) -> tuple[Node, ...]:
    """Build the nodes of everything after the closing, in document order."""
    nodes = []
    annexes = 0
    for word, span in attachments:
        if word == "penjelasan":
            nodes.append(gloss_node(text, span, amending=amending))
        else:
            annexes += 1
            nodes.append(annex_node(text, span, annexes))
    return tuple(nodes)


def gloss_node(text: str, span: Span, *, amending: bool) -> Node:
    """Make the node of the official gloss: its general part and the gloss on each pasal."""
    second = PASAL_DEMI_PASAL.search(text, span.start, span.end)
    start = second.end() if second else span.start
    headings = find_pasal(text, start, span.end, roman=amending)
    first = headings[0].start if headings else span.end
    umum = UMUM.search(text, span.start, min(first, second.start() if second else span.end))
    children = []
    if umum:
        children.append(Node(Kind.PENJELASAN, "umum", umum.start(), first, "umum"))
    for heading, end in zip(headings, ends_of([h.start for h in headings], span.end), strict=True):
        children.append(gloss_pasal(text, heading, end, amending=amending))
    return Node(
        Kind.PENJELASAN, "", span.start, span.end, "penjelasan",
        children=tuple(children), rooted=True, base=True,
    )  # fmt: skip


def gloss_pasal(text: str, heading: Heading, end: int, *, amending: bool) -> Node:
    """Make the node of the gloss on one pasal; under a Roman pasal stand the quoted ones."""
    if amending:
        found = find_pasal(text, heading.end, end, roman=False, free=True)
        listed = listed_glosses(text, heading.end, end)
        inner = sorted({one.start: one for one in (*found, *listed)}.values(), key=starting)
        ends = ends_of([one.start for one in inner], end)
        children = tuple(
            gloss_pasal(text, one, stop, amending=False)
            for one, stop in zip(inner, ends, strict=True)
        )
    else:
        children = gloss_parts(text, heading.end, end)
    return Node(
        Kind.PASAL, heading.label, heading.start, end, f"pasal-{heading.label}",
        children=children, rooted=True, base=amending,
    )  # fmt: skip


def starting(heading: Heading) -> int:
    """Return where a heading begins."""
    return heading.start


def listed_glosses(text: str, start: int, end: int) -> Iterator[Heading]:
    """Yield the headings of the glosses that an amending act lists by its instructions.

    Their numbers leap from one to another as the instructions do.
    """
    for match in GLOSS_ANGKA.finditer(text, start, end):
        pasal = PASAL.match(text, match.end(), end)
        readings = pasal_readings(pasal) if pasal else ()
        if readings and not readings[0].roman:
            yield Heading(Kind.PASAL, readings[0].label, match.end(), readings[0].end)


def gloss_parts(text: str, start: int, end: int) -> tuple[Node, ...]:
    """Build the nodes of *Ayat (1)*, *Huruf a*, *Angka 1* inside the gloss on a pasal."""
    found = [
        (GLOSS_KINDS[match["word"].lower()], match["label"], match.start())
        for match in GLOSS_PART.finditer(text, start, end)
    ]
    return nest_parts(found, end)


def nest_parts(found: list[tuple[Kind, str, int]], end: int) -> tuple[Node, ...]:
    """Nest gloss parts by their words: ayat over huruf over angka."""
    nodes = []
    index = 0
    while index < len(found):
        kind, label, start = found[index]
        after = index + 1
        while after < len(found) and GLOSS_RANK[found[after][0]] > GLOSS_RANK[kind]:
            after += 1
        stop = found[after][2] if after < len(found) else end
        children = nest_parts(found[index + 1 : after], stop)
        nodes.append(Node(kind, label, start, stop, f"{kind.value}-{label}", children=children))
        index = after
    return tuple(nodes)


def annex_node(text: str, span: Span, number: int) -> Node:
    """Make the node of an annex, with its bab, or the sections it counts with Roman numbers."""
    opening = LAMPIRAN.match(text, span.start)
    printed = (opening["label"] or opening["roman"] or "").strip() if opening else ""
    value = from_roman(printed.replace("l", "I")) or (int(printed) if printed.isdigit() else number)
    start = opening.end() if opening else span.start
    headings = find_bab(text, start, span.end)
    word = "bab" if headings else "romawi"
    headings = headings or roman_sections(text, start, span.end)
    ends = ends_of([heading.start for heading in headings], span.end)
    children = tuple(
        Node(
            heading.kind, heading.label, heading.start, end, f"{word}-{heading.label}",
            heading=title_of(text, heading.end, end),
            children=(), rooted=True,
        )
        for heading, end in zip(headings, ends, strict=True)
    )  # fmt: skip
    return Node(
        Kind.LAMPIRAN, printed or str(value), span.start, span.end, f"lampiran-{value}",
        children=children, rooted=True, base=True,
    )  # fmt: skip


def roman_sections(text: str, start: int, end: int) -> list[Heading]:
    """List the sections of an annex under Roman numbers from I on; one alone is none."""
    steps = best_chain(
        [
            Mark(match.start(), ALONE, (Reading(match["label"], (value, ""), 0.0, match.end()),))
            for match in ROMAN_SECTION.finditer(text, start, end)
            if (value := from_roman(match["label"]))
        ]
    )
    if len(steps) < FEW_SECTIONS or steps[0].label != "I":
        return []
    return [Heading(Kind.BAGIAN, step.label, step.start, step.end) for step in steps]
