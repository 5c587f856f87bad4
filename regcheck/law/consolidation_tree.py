"""The tree of a regulation while amendments are applied to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from regcheck.domain import Kind, Regulation, Span, Unit
from regcheck.domain.consolidation import NOWHERE, StandingUnit, Wording

DIVISIONS = (Kind.BUKU, Kind.BAB, Kind.BAGIAN, Kind.PARAGRAF)
#: Kinds whose key does not repeat the headings around them.
ROOTED = (Kind.BUKU, Kind.BAB, Kind.PASAL)
#: Parts beside the body, with a numbering of their own.
BESIDE = ("penjelasan", "lampiran")

#: A number as a label prints it, with the letter or digit of what was inserted after it.
#:
#: takes    12      12A      1a      9
LABEL = re.compile(r"(?P<number>\d+)\s*(?P<suffix>[A-Za-z]*)")
#: The letter of a list item, with the digit of what was inserted after it.
#:
#: takes    a      aa      b1
LETTERS = re.compile(r"(?P<letters>[a-z]{1,2})(?P<suffix>\d*)")
#: The Roman number of a bab, with the letter of an inserted one.
#:
#: takes    IV      IIIA
ROMAN = re.compile(r"(?P<roman>[IVXL]+?)\s*(?P<suffix>[A-E]?)")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}

#: How the number of a unit is printed.
LABELS = {
    Kind.PASAL: "Pasal {label}\n",
    Kind.AYAT: "({label}) ",
    Kind.HURUF: "{label}. ",
    Kind.ANGKA: "{label}. ",
    Kind.SUBHURUF: "{label}) ",
    Kind.SUBANGKA: "{label}) ",
    Kind.BAB: "BAB {label}\n",
}

Order = tuple[int, str]


@dataclass(eq=False)
class Node:
    """A unit with its wording and its place; ``step`` is its part of the key."""

    kind: Kind
    label: str
    heading: str
    step: str
    wording: Wording
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None

    @property
    def path(self) -> str:
        """The part of the unit's key after ``#``."""
        return self.wording.key.partition("#")[2]

    @property
    def base(self) -> str:
        """The id of the regulation the unit stands in."""
        return self.wording.key.partition("#")[0]

    def walk(self) -> Iterator[Node]:
        """Yield the node and everything in it, in document order."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            yield node
            ahead += reversed(node.children)

    def child(self, step: str) -> Node | None:
        """Return the child with a step, if there is one."""
        return next((child for child in self.children if child.step == step), None)


class Tree:
    """The units of a regulation, found by their path."""

    def __init__(self, root: Node) -> None:
        self.root = root

    def find(self, path: str) -> Node | None:
        """Return the unit at a path, if there is one."""
        step = path.rpartition("/")[2]
        like = (node for node in self.root.walk() if node.step == step)
        return next((node for node in like if node.path == path), None)

    def pasal(self, part: str = "") -> list[Node]:
        """Return the pasal of the body, or of a part beside it, in document order."""
        return [
            node
            for node in self.root.walk()
            if node.kind is Kind.PASAL and part_of(node.path) == part
        ]


def part_of(path: str) -> str:
    """Return the part beside the body that a path leads into, empty for the body.

    >>> part_of("penjelasan/pasal-4"), part_of("lampiran-2/bab-I"), part_of("pasal-4")
    ('penjelasan', 'lampiran', '')
    """
    return next((name for name in BESIDE if path.startswith(name)), "")


def step_of(key: str) -> str:
    """Return the last step of a key, without the mark of a repeat.

    >>> step_of("perda/bali/2018/4#pasal-I/pasal-9/ayat-2~2")
    'ayat-2'
    """
    return key.rpartition("#")[2].rpartition("/")[2].partition("~")[0]


def build_tree(regulation: Regulation, date: str) -> Tree:
    """Return the tree of a regulation as it was enacted."""
    start = regulation.units[0].span.start if regulation.units else len(regulation.text)
    title = Span(0, start)
    wording = Wording(
        f"{regulation.id}#", regulation.slice(title), "base", regulation.id, date,
        source=f"{regulation.id}#", page=1, span=title,
    )  # fmt: skip
    root = Node(Kind.MEMUTUSKAN, "", "", "", wording)
    for unit in regulation.children.get("", ()):
        attach(root, unit_node(regulation, unit, Origin(regulation.id, date, "base")))
    return Tree(root)


@dataclass(frozen=True, slots=True)
class Origin:
    """The act that brings a unit into the text, when, and how."""

    act: str
    date: str
    op: str


def unit_node(regulation: Regulation, unit: Unit, origin: Origin) -> Node:
    """Make the node of a unit as an act prints it, with everything in it; keys are the act's."""
    span = own_span(regulation, unit)
    wording = Wording(
        unit.key, regulation.slice(span), origin.op, origin.act, origin.date,
        source=unit.key, page=unit.page, span=span,
    )  # fmt: skip
    node = Node(unit.kind, unit.label, unit.heading, unit.key.rpartition("/")[2], wording)
    node.step = node.step.rpartition("#")[2]
    for child in regulation.children.get(unit.key, ()):
        attach(node, unit_node(regulation, child, origin))
    return node


def own_span(regulation: Regulation, unit: Unit) -> Span:
    """Return the span of a unit's own words, which stand before its children."""
    children = regulation.children.get(unit.key, ())
    return Span(unit.span.start, children[0].span.start) if children else unit.span


def attach(parent: Node, node: Node, index: int | None = None) -> None:
    """Put a node under a parent, at the end or before the child at ``index``."""
    node.parent = parent
    parent.children.insert(len(parent.children) if index is None else index, node)


def detach(node: Node) -> None:
    """Take a node out of its parent."""
    assert node.parent is not None
    node.parent.children.remove(node)
    node.parent = None


def rekey(node: Node, base: str, parent: Node | None) -> None:
    """Give a node and everything in it the keys that they have in the base, each its own."""
    node.step = unique_step(node, parent)
    above = parent.path if parent and not is_rooted(node, parent) else root_path(parent)
    path = f"{above}/{node.step}" if above else node.step
    node.wording = replace(node.wording, key=f"{base}#{path}")
    for child in node.children:
        rekey(child, base, node)


def unique_step(node: Node, parent: Node | None) -> str:
    """Return a step that no sibling has."""
    step = node.step.partition("~")[0]
    taken = {one.step for one in parent.children if one is not node} if parent else set()
    names = (step, *(f"{step}~{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def is_rooted(node: Node, parent: Node) -> bool:
    """Tell whether a unit's key leaves out the headings above it."""
    return node.kind in ROOTED and (parent.kind in DIVISIONS or not parent.path)


def root_path(parent: Node | None) -> str:
    """Return the path of the part beside the body that holds a unit, empty for the body."""
    part = part_of(parent.path) if parent else ""
    return parent.path.partition("/")[0] if parent and part else ""


def order_of(kind: Kind, label: str) -> Order:
    """Return where a unit stands among its like: by number, then by what was inserted after it.

    >>> [order_of(Kind.PASAL, label) for label in ("12", "12A", "13")]
    [(12, ''), (12, 'A'), (13, '')]
    >>> order_of(Kind.HURUF, "b"), order_of(Kind.HURUF, "aa"), order_of(Kind.BAB, "IIIA")
    ((2, ''), (27, ''), (3, 'A'))
    """
    if kind in (Kind.HURUF, Kind.SUBHURUF) and (found := LETTERS.fullmatch(label.lower())):
        value = 0
        for letter in found["letters"]:
            value = value * 26 + ord(letter) - ord("a") + 1
        return value, found["suffix"]
    if kind in (Kind.BAB, Kind.BUKU) and (found := ROMAN.fullmatch(label)):
        return roman_value(found["roman"]), found["suffix"]
    found = LABEL.match(label)
    return (int(found["number"]), found["suffix"].upper()) if found else (0, "")


def roman_value(text: str) -> int:
    """Read a Roman number.

    >>> roman_value("XIV")
    14
    """
    values = [ROMAN_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def place_for(node: Node, siblings: list[Node]) -> int:
    """Return the index at which a node belongs among siblings of its kind, by its number."""
    order = order_of(node.kind, node.label)
    index = 0
    for number, sibling in enumerate(siblings, start=1):
        if sibling.kind is node.kind and order_of(sibling.kind, sibling.label) <= order:
            index = number
    return index


def to_standing(tree: Tree) -> tuple[StandingUnit, ...]:
    """Return the units of a tree in document order, the title block left out."""
    return tuple(
        StandingUnit(
            node.wording.key,
            node.kind,
            node.label,
            node.heading,
            node.parent.wording.key if node.parent and node.parent.path else "",
            node.wording,
        )
        for node in tree.root.walk()
        if node is not tree.root
    )


__all__ = ["LABELS", "NOWHERE", "Node", "Order", "Origin", "Tree", "attach", "build_tree", "detach"]
