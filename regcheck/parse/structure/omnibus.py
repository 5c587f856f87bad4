"""Omnibus acts: pasal of their own, with Arabic numbers, that each change another regulation."""

from __future__ import annotations

import re

from regcheck.parse.marks.marks import INLINE, find_pasal_marks
from regcheck.parse.marks.sequence import ends_of
from regcheck.parse.structure.instructions import is_instruction, read_orders
from regcheck.parse.structure.quotes import LOOK_AHEAD, NUMBERED, QUOTES

OPENING_CHARS = 2_000
#: The opening of changes to another regulation.
#:
#: takes    diubah sebagai berikut      sehingga berbunyi
#: refuses  diubah dengan Undang-Undang
ANNOUNCED = re.compile(
    r"[DdSsBb](?i:(?<=d)i\s?ubah[^.:]{0,60}?sebagai\s+berikut"
    r"|(?<=s)ehingga\s+berbunyi|(?<=b)erbunyi\s+sebagai\s+berikut)"
)


def find_quoted(text: str, start: int, end: int) -> frozenset[int]:
    """Return the offsets of headings that instructions quote from another regulation.

    An omnibus act changes several regulations in pasal of its own, with Arabic numbers; what it
    quotes must not be taken for its own articles (UU 12/2011 Lampiran II nos. 111b-111j).
    """
    if not ANNOUNCED.search(text, start, end):
        return frozenset()
    found: set[int] = set()
    starts = instruction_starts(text, start, end)
    for begin, stop in zip(starts, ends_of(starts, end), strict=True):
        orders = read_orders(text[begin : min(stop, begin + LOOK_AHEAD)])
        labels = {order.label for order in orders}
        for mark in find_pasal_marks(text, begin, stop):
            named = [reading.label for reading in mark.readings if reading.label in labels]
            if named and mark.strength >= INLINE:
                found.add(mark.start)
                labels.discard(named[0])
    found |= {m.start for m in find_pasal_marks(text, start, end) if text[m.start - 1] in QUOTES}
    return frozenset(found)


def instruction_starts(text: str, start: int, end: int) -> list[int]:
    """List where the text of every instruction begins, after its number."""
    return [
        match.end()
        for match in NUMBERED.finditer(text, start, end)
        if is_instruction(text[match.end() : min(end, match.end() + LOOK_AHEAD)])
    ]


def announces_changes(text: str, start: int, end: int) -> bool:
    """Tell whether a pasal opens changes to another regulation."""
    opening = ANNOUNCED.search(text, start, min(end, start + OPENING_CHARS))
    return opening is not None and bool(instruction_starts(text, start, min(end, start + 4_000)))
