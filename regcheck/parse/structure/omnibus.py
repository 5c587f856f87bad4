"""Omnibus acts: pasal of their own, with Arabic numbers, that each change another regulation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from regcheck.parse.marks.marks import INLINE, find_pasal_marks
from regcheck.parse.marks.sequence import ends_of
from regcheck.parse.structure.headings import find_divisions, find_loose_bab
from regcheck.parse.structure.instructions import is_instruction, read_orders
from regcheck.parse.structure.quotes import LOOK_AHEAD, NUMBERED, QUOTES

OPENING_CHARS = 2_000
#: The labels of orders on a part that holds pasal.
DIVISIONS = ("BAB", "Bagian", "Paragraf")
#: The opening of changes to another regulation.
#:
#: takes    diubah sebagai berikut      sehingga berbunyi
#: refuses  diubah dengan Undang-Undang
ANNOUNCED = re.compile(
    r"[DdSsBb](?i:(?<=d)i\s?ubah[^.:]{0,60}?sebagai\s+berikut"
    r"|(?<=s)ehingga\s+berbunyi|(?<=b)erbunyi\s+sebagai\s+berikut)"
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered instruction: where its text begins, and where the next one's does, or the end.

    ``followed`` tells whether the next one bears the next number, so that no pasal of the act
    itself stands between.
    """

    start: int
    end: int
    followed: bool


def find_quoted(text: str, start: int, end: int) -> frozenset[int]:
    """Return the offsets of headings that instructions quote from another regulation.

    An omnibus act changes several regulations in pasal of its own, with Arabic numbers; what it
    quotes must not be taken for its own articles (UU 12/2011 Lampiran II nos. 111b-111j).
    """
    if not ANNOUNCED.search(text, start, end):
        return frozenset()
    found = {m.start for m in find_pasal_marks(text, start, end) if text[m.start - 1] in QUOTES}
    for instruction in numbered(text, start, end):
        found.update(quoted_by(text, instruction))
    return frozenset(found)


def quoted_by(text: str, one: Numbered) -> Iterator[int]:
    """Yield the offsets of the headings that an instruction quotes.

    They are those of the pasal that it names. One that inserts or changes a bab names none of the
    headings inside: all up to the next instruction are meant, and behind the last one the pasal
    with a letter, for an act's own have none.
    """
    orders = read_orders(text[one.start : min(one.end, one.start + LOOK_AHEAD)])
    labels = {order.label for order in orders}
    divided = any(label.startswith(DIVISIONS) for label in labels)
    marks = [mark for mark in find_pasal_marks(text, one.start, one.end) if mark.strength >= INLINE]
    for mark in marks:
        named = [reading.label for reading in mark.readings if reading.label in labels]
        inside = divided and (one.followed or mark.readings[0].label[-1].isalpha())
        if named or inside:
            yield mark.start
            labels.difference_update(named[:1])
    if divided and marks:
        stop = one.end if one.followed else marks[0].start
        divisions = find_divisions(text, one.start, stop) + find_loose_bab(text, one.start, stop)
        yield from (heading.start for heading in divisions)


def numbered(text: str, start: int, end: int) -> list[Numbered]:
    """List every numbered instruction."""
    found = [
        match
        for match in NUMBERED.finditer(text, start, end)
        if is_instruction(text[match.end() : min(end, match.end() + LOOK_AHEAD)])
    ]
    ends = ends_of([match.end() for match in found], end)
    return [
        Numbered(match.end(), stop, after is not None and follows(match["label"], after["label"]))
        for match, after, stop in zip(found, [*found, None][1:], ends, strict=True)
    ]


def follows(label: str, after: str) -> bool:
    """Tell whether one number of an instruction comes directly after another.

    >>> follows("3", "4"), follows("12", "1")
    (True, False)
    """
    return label.isdigit() and after.isdigit() and int(after) == int(label) + 1


def announces_changes(text: str, start: int, end: int) -> bool:
    """Tell whether a pasal opens changes to another regulation."""
    opening = ANNOUNCED.search(text, start, min(end, start + OPENING_CHARS))
    return opening is not None and bool(numbered(text, start, min(end, start + 4_000)))
