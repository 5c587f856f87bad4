"""What a page prints besides the text: numbers, running heads and feet, catchwords, stamps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from regcheck.read.layout.leaves import Leaf
from regcheck.read.layout.page_numbers import Place, find_numbers
from regcheck.read.layout.rows import Row
from regcheck.read.layout.running_heads import (
    MIN_LEAVES,
    EdgeRow,
    find_edges,
    find_repeated,
    find_watermarks,
    reads_alike,
)
from regcheck.read.patterns import DOTS, SIGNATURE, STAMP

#: The rows of a signature note are this much smaller than the text, and alike within so much.
SMALL_PRINT, SAME_SIZE = 0.9, 0.2
#: A catchword has so few words.
CATCHWORDS = 6
#: So few letters and figures may be a speck of the paper.
SPECK = 2
LONG_WORD = 5
#: and stands to the right of this share of the width.
CATCH_FROM = 0.6


@dataclass(frozen=True, slots=True)
class Removed:
    """How many rows were taken out, by kind."""

    numbers: int = 0
    heads: int = 0
    catchwords: int = 0

    @property
    def total(self) -> int:
        """The number of rows taken out."""
        return self.numbers + self.heads + self.catchwords


def remove_furniture(leaves: Sequence[Leaf]) -> tuple[list[Leaf], Removed]:
    """Take page numbers, running heads and feet, stamps and catchwords off the leaves."""
    edges = [edge for number, leaf in enumerate(leaves) for edge in find_edges(number, leaf)]
    loose = [edge for edge in edges if not edge.framed]
    numbers = find_numbers((edge.place, edge.row.text) for edge in loose)
    heads = find_repeated(loose, leaves) | find_watermarks(leaves) | find_stamps(edges, leaves)
    heads -= numbers
    cleaned = [drop(leaf, i, numbers | heads) for i, leaf in enumerate(leaves)]
    caught = find_catchwords(cleaned)
    cleaned = [drop(leaf, i, caught) for i, leaf in enumerate(cleaned)]
    return cleaned, Removed(len(numbers), len(heads), len(caught))


def drop(leaf: Leaf, number: int, places: set[Place]) -> Leaf:
    """Return the leaf without the rows at the given places."""
    kept = tuple(row for i, row in enumerate(leaf.rows) if (number, i) not in places)
    return leaf if len(kept) == len(leaf.rows) else replace(leaf, rows=kept)


def find_stamps(edges: Sequence[EdgeRow], leaves: Sequence[Leaf]) -> set[Place]:
    """Find rows that are furniture by what they say: SALINAN, addresses, signature notes."""
    found = {edge.place for edge in edges if STAMP.search(edge.row.text)}
    for edge in edges:
        if SIGNATURE.search(edge.row.text):
            number, i = edge.place
            found |= {(number, k) for k in small_print(leaves[number].rows, i)}
    return found


def small_print(rows: Sequence[Row], start: int) -> set[int]:
    """Return which rows make up the block around one, if they are smaller than the text.

    A signature note has up to four rows, of which only one says what it is.
    """
    sizes = sorted(row.bottom - row.top for row in rows)
    size = rows[start].bottom - rows[start].top
    found = {start}
    if size > SMALL_PRINT * sizes[len(sizes) // 2]:
        return found
    for step in (-1, 1):
        i = start + step
        while 0 <= i < len(rows) and continues(rows[i], rows[i - step], size):
            found.add(i)
            i += step
    return found


def continues(row: Row, other: Row, size: float) -> bool:
    """Tell whether a row is as small as its neighbour in a block, and close to it."""
    apart = max(row.top - other.bottom, other.top - row.bottom)
    return apart <= size and abs(row.bottom - row.top - size) <= SAME_SIZE * size


def find_catchwords(leaves: Sequence[Leaf]) -> set[Place]:
    """Find last rows that announce the first words of the next leaf.

    Only central acts have them (``3. Undang-Undang . . .``); a dotted line of a form does not
    repeat what follows, and stays. In a document that has catchwords some have lost their dots,
    in a scan, or announce a row that has moved up to their own leaf.
    """
    printed = [(number, leaf) for number, leaf in enumerate(leaves) if leaf.rows]
    dotted: set[Place] = set()
    others: set[Place] = set()
    for (number, leaf), (_, following) in pairwise(printed):
        last = len(leaf.rows) - 1
        if is_catchword(leaf, last, first_words(following.rows)):
            if DOTS.search(leaf.rows[last].text):
                dotted.add((number, last))
            elif leaf.rows[last].x0 > CATCH_FROM * leaf.width:
                others.add((number, last))
        elif last and is_moved_catchword(leaf, last - 1):
            others.add((number, last - 1))
    return dotted | others if len(dotted) >= MIN_LEAVES else dotted


def is_catchword(leaf: Leaf, i: int, following: str) -> bool:
    """Tell whether a row in the lower half of a leaf announces what follows."""
    row = leaf.rows[i]
    return row.top >= leaf.height / 2 and announces(DOTS.sub("", row.text), following)


def is_moved_catchword(leaf: Leaf, i: int) -> bool:
    """Tell whether a row with dots announces the row that follows it on the same leaf."""
    dotted = DOTS.search(leaf.rows[i].text) is not None
    return dotted and is_catchword(leaf, i, leaf.rows[i + 1].text)


def first_words(rows: Sequence[Row]) -> str:
    """Return the first row, or, where that is a speck that a recogniser read, the second."""
    texts = [row.text for row in rows[:2]]
    return next((text for text in texts if sum(map(str.isalnum, text)) > SPECK), texts[0])


def announces(words: str, first: str) -> bool:
    """Tell whether a few words are those that a row begins with, as far as OCR tells.

    >>> announces("3. Undang-Undang", "3. Undang-Undang Nomor 5 Tahun 1960 tentang")
    True
    >>> announces("Nomor :", "Pasal 4")
    False
    """
    caught = "".join(filter(str.isalnum, words.lower()))
    start = "".join(filter(str.isalnum, first.lower()))[: len(caught)]
    few = len(words.split()) <= CATCHWORDS
    return few and bool(caught) and reads_alike(caught, start)


def is_same_word(word: str, other: str) -> bool:
    """Tell whether two words are one, as far as OCR tells.

    >>> is_same_word("dan", "dana"), is_same_word("Pendidikan", "Pendldikan,")
    (False, True)
    """
    left, right = ("".join(filter(str.isalnum, text.lower())) for text in (word, other))
    if not left:
        return word == other
    long = min(len(left), len(right)) >= LONG_WORD
    return left == right or (long and reads_alike(left, right))
