"""The tree while it is being built, and its flattening into units with keys."""

from __future__ import annotations

from dataclasses import dataclass, field

from regcheck.domain import Kind, SourceText, Span, Unit


@dataclass(frozen=True, slots=True)
class Node:
    """A unit before it has a key.

    ``step`` is its part of the key (``pasal-12``). A ``rooted`` node's key does not repeat the
    headings above it, since pasal are numbered through the whole body; a ``base`` node starts a
    numbering of its own, and rooted nodes inside it carry its step (``penjelasan/pasal-12``).
    """

    kind: Kind
    label: str
    start: int
    end: int
    step: str
    heading: str = ""
    children: tuple[Node, ...] = ()
    rooted: bool = False
    base: bool = False
    target: str = ""


@dataclass(slots=True)
class Keys:
    """Hands out unit keys, a repeated one with ``~2``, ``~3``."""

    regulation: str
    used: dict[str, int] = field(default_factory=dict)

    def take(self, path: str) -> str:
        """Return a key that no other unit of the regulation has."""
        count = self.used[path] = self.used.get(path, 0) + 1
        return f"{self.regulation}#{path}" + (f"~{count}" if count > 1 else "")


def to_units(nodes: tuple[Node, ...], regulation: str, source: SourceText) -> tuple[Unit, ...]:
    """Flatten the tree in document order and give every unit its key, page and parent."""
    keys = Keys(regulation)
    units: list[Unit] = []
    for node in nodes:
        place(node, None, "", keys, units)
    pages = pages_of(units, source)
    return tuple(
        Unit(u.key, u.kind, u.label, u.heading, u.span, u.parent, page, u.target)
        for u, page in zip(units, pages, strict=True)
    )


def place(node: Node, parent: Unit | None, base: str, keys: Keys, units: list[Unit]) -> None:
    """Append a node and its descendants."""
    above = base if node.rooted else parent.path if parent else ""
    key = keys.take(f"{above}/{node.step}" if above else node.step)
    target = node.target
    if not target and parent and parent.target and not node.rooted:
        target = f"{parent.target}/{node.step}"
    span = Span(node.start, node.end)
    unit = Unit(
        key, node.kind, node.label, node.heading, span, parent.key if parent else "", 1, target
    )
    units.append(unit)
    for child in node.children:
        place(child, unit, unit.path if node.base else base, keys, units)


def pages_of(units: list[Unit], source: SourceText) -> list[int]:
    """Return the page of each unit's first character."""
    return [source.page_of(unit.span.start) for unit in units]


def slug(label: str) -> str:
    """Write a label as part of a key.

    >>> slug("KEDUA BELAS")
    'kedua-belas'
    """
    return "-".join(label.lower().split())
