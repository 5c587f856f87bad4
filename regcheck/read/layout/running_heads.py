"""Running heads and feet: rows that come back page after page, at one height, in one wording."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from regcheck.read.layout.leaves import Leaf
from regcheck.read.layout.page_numbers import Place
from regcheck.read.layout.rows import Row
from regcheck.read.patterns import DIGITS, STRUCTURE, WORD

#: Furniture is among this many first or last rows, and ends or begins within this share of the
#: page's height: the crest of central acts takes up nearly a quarter.
EDGE_ROWS = 6
HEAD_ZONE, FOOT_ZONE = 0.27, 0.2
#: A head or foot stands at the same height, within points, and reads the same; capitals of at
#: most this length may differ as OCR does, agreeing by so much of 100, and in each word by less.
SAME_HEIGHT_PT = 7.0
SAME_TEXT, SAME_WORD, SHORT, CAPITALS = 75.0, 55.0, 30, 0.8
#: A document has at most so many heads of which misreadings are sought.
MAX_HEADS = 200
#: One that is as long as a sentence may stand so much higher or lower on a page or two.
LONG_HEAD, NEAR_HEIGHT_PT = 40, 24.0
#: What a sentence breaks off with is none.
OPEN_END = (";", ",")
#: It has at most so many rows: more are the fields of a form, printed on every page.
MAX_HEAD_ROWS = 4
#: It stands on this share of the leaves, or of every second leaf, and on this many.
SHARE, SHARE_OF_SIDE, MIN_LEAVES = 0.5, 0.6, 3
#: In a document of fewer leaves it stands on all of them, is at least this long, and a head lies
#: within this share of the page's height: below it, two annexes may begin alike.
MIN_LENGTH, MARGIN = 12, 0.05
#: A watermark stands at one place of this share of the leaves, and has at most so many rows.
SHARE_OF_ALL, MAX_WATERMARKS = 0.6, 2


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A row near the top or foot of a leaf; ``height`` from the nearer edge, in points."""

    place: Place
    row: Row
    foot: bool
    height: float
    in_margin: bool
    framed: bool


Group = list[EdgeRow]


def find_edges(number: int, leaf: Leaf) -> Iterator[EdgeRow]:
    """Yield the first and last rows of a leaf that lie near its edge."""
    last = len(leaf.rows) - 1
    for i, row in enumerate(leaf.rows):
        head = i < EDGE_ROWS and row.bottom <= HEAD_ZONE * leaf.height
        foot = i > last - EDGE_ROWS and row.top >= (1 - FOOT_ZONE) * leaf.height
        if head or foot:
            height = row.top if head else leaf.height - row.bottom
            in_margin = foot or height <= MARGIN * leaf.height
            framed = leaf.is_framed(row)
            yield EdgeRow((number, i), row, not head, height, in_margin, framed)


def find_repeated(edges: Iterable[EdgeRow], leaves: Sequence[Leaf]) -> set[Place]:
    """Find rows that stand at one height, and read alike, on most leaves or every second one."""
    printed = [number for number, leaf in enumerate(leaves) if leaf.rows]
    groups = group_rows(edge for edge in edges if may_repeat(edge.row))
    found = [edge for group in groups if is_frequent(group, printed) for edge in group]
    rows = Counter((edge.place[0], edge.foot) for edge in found)
    return {edge.place for edge in found if rows[edge.place[0], edge.foot] <= MAX_HEAD_ROWS}


def may_repeat(row: Row) -> bool:
    """Tell whether a row has words, and neither heads a unit nor breaks off a sentence."""
    words = WORD.search(row.text) is not None
    return words and not STRUCTURE.match(row.text) and not row.text.endswith(OPEN_END)


def group_rows(edges: Iterable[EdgeRow]) -> list[Group]:
    """Group the rows that read the same and, where misreadings may differ, those that read alike.

    They may among short capitals, which recognition garbles, and among recognised rows.
    """
    same: dict[tuple[bool, str], Group] = defaultdict(list)
    for edge in edges:
        same[edge.foot, key(edge.row.text)].append(edge)
    groups = [group for rows in same.values() for group in part_by_height(rows)]
    groups.sort(key=lambda group: (-len(group), group[0].place))
    garbled = [group for group in groups if may_be_garbled(group[0].row)]
    return merge(garbled) + [group for group in groups if not may_be_garbled(group[0].row)]


def key(text: str) -> str:
    """Return the words of a row in a fixed order, each number as one sign: feet may count.

    >>> key("2016, No. 123 7") == key("8 2016, No. 123")
    True
    """
    return " ".join(sorted(DIGITS.sub("#", text).split()))


def part_by_height(rows: Sequence[EdgeRow]) -> list[Group]:
    """Part rows of one wording by height; a scan shifts from page to page, a little each time."""
    groups: list[Group] = []
    long = len(rows[0].row.text) >= LONG_HEAD
    for edge in rows:
        for group in groups:
            step = abs(group[-1].height - edge.height)
            same = long and group[-1].row.text == edge.row.text
            if step <= (NEAR_HEIGHT_PT if same else SAME_HEIGHT_PT):
                group.append(edge)
                break
        else:
            groups.append([edge])
    return groups


def may_be_garbled(row: Row) -> bool:
    """Tell whether a row is recognised, or short and mostly in capitals."""
    if row.confidence < 1 and len(row.text) >= MIN_LENGTH:
        return True
    letters = [letter for letter in row.text if letter.isalpha()]
    return len(row.text) <= SHORT and sum(map(str.isupper, letters)) >= CAPITALS * len(letters)


def merge(groups: Sequence[Group]) -> list[Group]:
    """Join to a larger group the smaller ones that are misreadings of its rows."""
    heads: list[Head] = []
    for group in groups:
        for head in heads[:MAX_HEADS]:
            if head.takes(group[0]):
                head.add(group)
                break
        else:
            heads.append(Head(group[0].foot))
            heads[-1].add(group)
    return [head.rows for head in heads]


@dataclass
class Head:
    """A head or foot in the readings found so far, and the heights between which it stands."""

    foot: bool
    rows: Group = field(default_factory=list)
    readings: set[str] = field(default_factory=set)
    lowest: float = math.inf
    highest: float = -math.inf

    def takes(self, edge: EdgeRow) -> bool:
        """Tell whether a row stands as high and reads alike."""
        if edge.foot != self.foot:
            return False
        if not self.lowest - SAME_HEIGHT_PT <= edge.height <= self.highest + SAME_HEIGHT_PT:
            return False
        return any(reads_alike(edge.row.text, reading) for reading in self.readings)

    def add(self, group: Group) -> None:
        """Take in the rows of a group."""
        self.rows.extend(group)
        self.readings.add(group[0].row.text)
        heights = [edge.height for edge in group]
        self.lowest = min(self.lowest, *heights)
        self.highest = max(self.highest, *heights)


def reads_alike(text: str, other: str) -> bool:
    """Tell whether two texts may be prints of one, as far as a recogniser tells.

    Word by word, too: headings of neighbouring tables often differ in one word only.

    >>> reads_alike("REPUBLIK INDONESIA", "REPUEUK iNDONESI.A")
    True
    >>> reads_alike("RETRIBUSI PASAR DAERAH", "RETRIBUSI PARKIR DAERAH")
    False
    """
    if fuzz.ratio(text, other) < SAME_TEXT:
        return False
    pairs = list(zip(text.split(), other.split(), strict=False))
    return len(text.split()) != len(other.split()) or all(
        fuzz.ratio(word, second) >= SAME_WORD for word, second in pairs
    )


def is_frequent(group: Group, printed: Sequence[int]) -> bool:
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


def find_watermarks(leaves: Sequence[Leaf]) -> set[Place]:
    """Find rows that stand at one place, and read the same, on most leaves, in the text too."""
    printed = sum(bool(leaf.rows) for leaf in leaves)
    if printed < MIN_LEAVES:
        return set()
    places: dict[tuple[str, int, int], set[Place]] = defaultdict(set)
    for number, leaf in enumerate(leaves):
        for i, row in enumerate(leaf.rows):
            places[row.text, round(row.x0), round(row.top)].add((number, i))
    limit = max(MIN_LEAVES, SHARE_OF_ALL * printed)
    frequent = [group for group in places.values() if len(group) >= limit]
    found = {(n, i) for group in frequent for n, i in group if is_loose(leaves[n], i)}
    rows = Counter(number for number, _ in found)
    return {place for place in found if rows[place[0]] <= MAX_WATERMARKS}


def is_loose(leaf: Leaf, i: int) -> bool:
    """Tell whether a row may be furniture by itself: it stands in no table and heads no unit."""
    return may_repeat(leaf.rows[i]) and not leaf.is_framed(leaf.rows[i])
