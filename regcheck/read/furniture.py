"""What a page prints besides the text: numbers, running heads and feet, catchwords, stamps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from regcheck.read.leaves import Leaf
from regcheck.read.patterns import (
    BARE_NUMBER,
    DIGITS,
    DOTS,
    LABELLED_NUMBER,
    STAMP,
    STRUCTURE,
    WORD,
)
from regcheck.read.rows import Row

#: Furniture is among this many first or last rows, and ends or begins within this share of the
#: page's height: the crest of central acts takes up nearly a quarter.
EDGE_ROWS = 6
HEAD_ZONE, FOOT_ZONE = 0.27, 0.2
#: A head or foot stands at the same height, within points, and reads the same; capitals of at
#: most this length may differ as OCR does, agreeing by so much of 100.
SAME_HEIGHT_PT = 7.0
SAME_TEXT, SHORT, CAPITALS = 75.0, 30, 0.8
#: It has at most so many rows: more are the fields of a form, printed on every page.
MAX_HEAD_ROWS = 4
#: It stands on this share of the leaves, or of every second leaf, and on this many.
SHARE, SHARE_OF_SIDE, MIN_LEAVES = 0.5, 0.6, 3
#: In a document of fewer leaves it stands on all of them, is at least this long, and a head lies
#: within this share of the page's height: below it, two annexes may begin alike.
MIN_LENGTH, MARGIN = 12, 0.05
#: So many page numbers count up with the leaves.
MIN_NUMBERS = 2
#: A catchword has so few words; its letters agree with the next page's by this much, of 100.
CATCHWORDS, CATCH_SCORE = 6, 75.0
LONG_WORD = 5
#: and stands to the right of this share of the width.
CATCH_FROM = 0.6

Place = tuple[int, int]  # leaf and row


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


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A row near the top or foot of a leaf; ``height`` from the nearer edge, in points."""

    place: Place
    row: Row
    foot: bool
    height: float
    in_margin: bool


def remove_furniture(leaves: Sequence[Leaf]) -> tuple[list[Leaf], Removed]:
    """Take page numbers, running heads and feet, stamps and catchwords off the leaves."""
    edges = [edge for number, leaf in enumerate(leaves) for edge in find_edges(number, leaf)]
    numbers = find_numbers(edges)
    heads = (find_repeated(edges, leaves) | find_stamps(edges)) - numbers
    cleaned = [drop(leaf, i, numbers | heads) for i, leaf in enumerate(leaves)]
    caught = find_catchwords(cleaned)
    cleaned = [drop(leaf, i, caught) for i, leaf in enumerate(cleaned)]
    return cleaned, Removed(len(numbers), len(heads), len(caught))


def drop(leaf: Leaf, number: int, places: set[Place]) -> Leaf:
    """Return the leaf without the rows at the given places."""
    kept = tuple(row for i, row in enumerate(leaf.rows) if (number, i) not in places)
    return leaf if len(kept) == len(leaf.rows) else replace(leaf, rows=kept)


def find_edges(number: int, leaf: Leaf) -> Iterator[EdgeRow]:
    """Yield the first and last rows of a leaf that lie near its edge and in no table."""
    last = len(leaf.rows) - 1
    for i, row in enumerate(leaf.rows):
        head = i < EDGE_ROWS and row.bottom <= HEAD_ZONE * leaf.height
        foot = i > last - EDGE_ROWS and row.top >= (1 - FOOT_ZONE) * leaf.height
        if (head or foot) and not leaf.is_framed(row):
            height = row.top if head else leaf.height - row.bottom
            in_margin = foot or height <= MARGIN * leaf.height
            yield EdgeRow((number, i), row, not head, height, in_margin)


def find_numbers(edges: Sequence[EdgeRow]) -> set[Place]:
    """Find page numbers: those set off by dashes or words, and bare ones that count up.

    A bare number counts up when its distance to the leaf's own number is shared by others.
    """
    found = {edge.place for edge in edges if LABELLED_NUMBER.fullmatch(edge.row.text)}
    bare = [edge for edge in edges if BARE_NUMBER.fullmatch(edge.row.text)]
    distance = {edge.place: int(edge.row.text) - edge.place[0] for edge in bare}
    steps = Counter(distance.values())
    return found | {place for place, step in distance.items() if steps[step] >= MIN_NUMBERS}


def find_repeated(edges: Sequence[EdgeRow], leaves: Sequence[Leaf]) -> set[Place]:
    """Find rows that stand at one height, and read alike, on most leaves or every second one."""
    groups: dict[bool, list[list[EdgeRow]]] = defaultdict(list)
    for edge in edges:
        if WORD.search(edge.row.text) and not STRUCTURE.match(edge.row.text):
            join_group(groups[edge.foot], edge)
    printed = [number for number, leaf in enumerate(leaves) if leaf.rows]
    frequent = [group for side in groups.values() for group in side if is_frequent(group, printed)]
    found = [edge for group in frequent for edge in group]
    rows = Counter((edge.place[0], edge.foot) for edge in found)
    return {edge.place for edge in found if rows[edge.place[0], edge.foot] <= MAX_HEAD_ROWS}


def join_group(groups: list[list[EdgeRow]], edge: EdgeRow) -> None:
    """Add a row to the group it belongs to, or open a new one."""
    text = plain(edge.row.text)
    for group in groups:
        model = group[0]
        near = abs(model.height - edge.height) <= SAME_HEIGHT_PT
        if near and reads_alike(plain(model.row.text), text):
            group.append(edge)
            return
    groups.append([edge])


def reads_alike(text: str, other: str) -> bool:
    """Tell whether two rows may be prints of one head.

    >>> reads_alike("REPUBLIK INDONESIA", "REPUEUK iNDONESI.A")
    True
    >>> reads_alike("#, No.# #", "# #, No.#")
    True
    >>> reads_alike("Ketentuan mengenai sampah", "Ketentuan mengenai reklame")
    False
    """
    if sorted(text.split()) == sorted(other.split()):
        return True
    short = max(len(text), len(other)) <= SHORT
    capitals = min(map(share_of_capitals, (text, other))) >= CAPITALS
    return short and capitals and fuzz.ratio(text, other) >= SAME_TEXT


def share_of_capitals(text: str) -> float:
    """Return how many of the letters are capitals, in ``[0, 1]``."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) / max(1, len(letters))


def plain(text: str) -> str:
    """Return the text with each number as one sign, so that counting feet read alike."""
    return DIGITS.sub("#", text)


def is_frequent(group: Sequence[EdgeRow], printed: Sequence[int]) -> bool:
    """Tell whether a group stands on enough of the printed leaves to be a head or foot."""
    seen = {edge.place[0] for edge in group}
    if len(printed) < MIN_LEAVES:
        long = len(group[0].row.text) >= MIN_LENGTH
        return long and group[0].in_margin and 1 < len(seen) == len(printed)
    if len(seen) < MIN_LEAVES:
        return False
    sides = [[number for number in printed if number % 2 == side] for side in (0, 1)]
    shares = [len(seen.intersection(side)) / len(side) for side in sides if side]
    return len(seen) / len(printed) >= SHARE or max(shares) >= SHARE_OF_SIDE


def find_stamps(edges: Sequence[EdgeRow]) -> set[Place]:
    """Find rows that are furniture by what they say: SALINAN, addresses, signature notes."""
    return {edge.place for edge in edges if STAMP.search(edge.row.text)}


def find_catchwords(leaves: Sequence[Leaf]) -> set[Place]:
    """Find last rows that announce the first words of the next leaf.

    Only central acts have them (``3. Undang-Undang . . .``); a dotted line of a form does not
    repeat what follows, and stays. In a scan that has catchwords some have lost their dots: there
    a few words at the right edge count as well.
    """
    printed = [(number, leaf) for number, leaf in enumerate(leaves) if leaf.rows]
    dotted: set[Place] = set()
    bare: set[Place] = set()
    for (number, leaf), (_, following) in pairwise(printed):
        last, first = leaf.rows[-1], following.rows[0]
        words = DOTS.sub("", last.text)
        if last.top < leaf.height / 2 or not announces(words, first.text):
            continue
        place = (number, len(leaf.rows) - 1)
        if words != last.text:
            dotted.add(place)
        elif last.x0 > CATCH_FROM * leaf.width:
            bare.add(place)
    return dotted | bare if len(dotted) >= MIN_LEAVES else dotted


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
    return few and bool(caught) and fuzz.ratio(caught, start) >= CATCH_SCORE


def is_same_word(word: str, other: str) -> bool:
    """Tell whether two words are one, as far as OCR tells.

    >>> is_same_word("dan", "dana"), is_same_word("Pendidikan", "Pendldikan,")
    (False, True)
    """
    left, right = ("".join(filter(str.isalnum, text.lower())) for text in (word, other))
    if not left:
        return word == other
    long = min(len(left), len(right)) >= LONG_WORD
    return left == right or (long and fuzz.ratio(left, right) >= CATCH_SCORE)
