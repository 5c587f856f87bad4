"""The list items inside a pasal or ayat, up to four levels, in whatever order a document uses.

UU 12/2011 Lampiran II nos. 87 and 92-95 give the levels as ``a.``, ``1.``, ``a)``, ``1)``; real
documents mix them, so a mark's level follows from the sequence it continues: an open list, or a
new one inside the last item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regcheck.domain import Kind
from regcheck.parse.marks.marks import DIRT, line_start, word_before
from regcheck.parse.marks.numbering import from_letters
from regcheck.parse.marks.patterns import ITEM

#: Words before a mark that make it a reference, not an item.
REFERRING = frozenset(
    {"huruf", "angka", "ayat", "pasal", "nomor", "no", "lampiran", "bab", "butir"}
)
#: The words before the last item of a list.
LIST_WORDS = (
    " dan", " atau", " dan/atau", " dan/ atau", " danlatau", "; serta", ";dan", ";atau",
)  # fmt: skip
#: A list that leaves out more than this is two lists, or a misreading.
LARGEST_GAP = 3
MAX_LEVELS = 6
#: How many items further a list's second item is looked for.
LOOK_AHEAD = 200
#: Words in brackets are no longer than this.
BRACKETED = 120

LETTER_KINDS = (Kind.HURUF, Kind.SUBHURUF)
NUMBER_KINDS = (Kind.ANGKA, Kind.SUBANGKA)


@dataclass(frozen=True, slots=True)
class Item:
    """A list mark: ``style`` is ``a.``, ``1.``, ``a)`` or ``1)``; ``rank`` its place in the list.

    ``opens`` tells whether the text before it announces a list with a colon, ``listed`` whether a
    colon stands anywhere behind the mark before. A ``weak`` one stands inside a line behind no end
    of an item, as where the head of a page has come between.
    """

    start: int
    end: int
    style: str
    label: str
    rank: int
    first: bool
    opens: bool
    listed: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with its depth in the list, from 0, and the kind that follows from it."""

    item: Item
    depth: int
    kind: Kind


def find_items(text: str, start: int, end: int) -> tuple[Placed, ...]:
    """List the items between two offsets with their depth, in document order."""
    items = list(item_marks(text, start, end))
    placed: list[Placed] = []
    stack: list[Placed] = []
    for index, item in enumerate(items):
        find = depth_between if item.weak else depth_of
        depth = find(item, stack, items[index + 1 : index + 1 + LOOK_AHEAD])
        if depth is None:
            continue
        del stack[depth:]
        stack.append(Placed(item, depth, kind_of(item, stack)))
        placed.append(stack[-1])
    return tuple(placed)


def item_marks(text: str, start: int, end: int) -> Iterator[Item]:
    """Yield the places that look like a list mark."""
    behind = start
    for match in ITEM.finditer(text, start, end):
        before = text[max(start, match.start() - 30) : match.start()].rstrip(DIRT + "\n")
        first = match.start() == start or line_start(text, match.start())
        weak = is_weak(first, before)
        if weak and not match["letter"]:
            continue
        if word_before(text, match.start()) in REFERRING and not before.endswith((":", ";", ".")):
            continue
        if closes_bracket(text, match):
            continue
        letter, bare = match["letter"], match["bare"]
        if bare and not before.endswith((";", ".")):
            continue
        label = letter or match["number"] or bare
        yield Item(
            start=match.start(),
            end=match.end(),
            style=("a" if letter else "1")
            + (match["letter_close"] or match["number_close"] or "."),
            label=label,
            rank=from_letters(label) if letter else int(label.rstrip("abc")),
            first=first,
            opens=not before or before.endswith(":"),
            listed=":" in text[behind : match.start()],
            weak=weak,
        )
        behind = behind if weak else match.end()


def is_weak(first: bool, before: str) -> bool:
    """Tell whether a mark follows neither a line break nor what ends or announces an item."""
    return bool(
        not first and before and before[-1] not in ":;,.…" and not before.endswith(LIST_WORDS)
    )


def closes_bracket(text: str, match: re.Match[str]) -> bool:
    """Tell whether the bracket of a mark ends words in brackets on its line: *(Stbl. 1926: 226)*.

    A bracket right before the mark belongs to it.
    """
    if not text.startswith(")", match.end() - 1):
        return False
    before = text[max(0, match.start() - BRACKETED) : match.start()].rpartition("\n")[2]
    opened = before.rfind("(")
    return opened > before.rfind(")") and bool(before[opened + 1 :].strip())


def depth_of(item: Item, stack: Sequence[Placed], later: Sequence[Item]) -> int | None:
    """Decide how deep an item lies; ``None`` when it is no item."""
    for level in reversed(stack):
        if level.item.style == item.style and follows(level.item, item):
            return level.depth
    if item.rank == 1 and (item.opens or has_second(item, later)) and len(stack) < MAX_LEVELS:
        return len(stack)
    if not stack and item.opens:
        return 0
    if item.rank == 2 and item.first and item.listed and is_new(item, stack):
        return len(stack)
    for level in reversed(stack):
        gap = item.rank - level.item.rank - 1
        known = gap <= LARGEST_GAP or goes_on(item, later)
        if level.item.style == item.style and item.first and gap > 0 and known:
            return level.depth
    return None


def depth_between(item: Item, stack: Sequence[Placed], later: Sequence[Item]) -> int | None:
    """Return the depth of the list whose last item comes before an item and whose next behind."""
    following = (one for one in later if one.style == item.style and not one.weak)
    after = next(following, None)
    if after is None or after.rank != item.rank + 1:
        return None
    fitting = (
        level.depth
        for level in reversed(stack)
        if level.item.style == item.style and follows(level.item, item)
    )
    return next(fitting, None)


def goes_on(item: Item, later: Sequence[Item]) -> bool:
    """Tell whether a list goes on at an item far behind the last one: a page is missing.

    The next two numbers must follow at the start of lines, and no colon announce another list.
    """
    if item.opens or item.listed:
        return False
    following = [other for other in later if other.style == item.style and not other.weak][:2]
    ranks = [other.rank for other in following if other.first]
    return ranks == [item.rank + 1, item.rank + 2]


def is_new(item: Item, stack: Sequence[Placed]) -> bool:
    """Tell whether no open list has an item's style: it begins one whose first mark is lost."""
    return len(stack) < MAX_LEVELS and all(level.item.style != item.style for level in stack)


def follows(before: Item, after: Item) -> bool:
    """Tell whether the second item is the next of the list, or an inserted one (9, 9a, 9b, 10)."""
    if before.rank == after.rank:
        return after.label > before.label and after.style[0] == "1"
    return after.rank == before.rank + 1


def has_second(item: Item, later: Sequence[Item]) -> bool:
    """Tell whether an item numbered 2 of the same style comes before another numbered 1."""
    for other in later:
        if other.style == item.style and not other.weak:
            return other.rank == 2 and (item.first or other.first)
    return False


def kind_of(item: Item, outer: Sequence[Placed]) -> Kind:
    """Name an item by its letters or numbers, and by how many such lists it lies in."""
    kinds = LETTER_KINDS if item.style[0] == "a" else NUMBER_KINDS
    nested = sum(level.kind in kinds for level in outer)
    return kinds[min(nested, 1)]
