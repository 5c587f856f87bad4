"""What stands under a pasal: its ayat, and the list items of each; sections of a circular."""

from __future__ import annotations

from dataclasses import replace

from regcheck.domain import Kind
from regcheck.parse.marks.marks import DIRT, find_ayat_marks
from regcheck.parse.marks.sequence import Step, best_chain, ends_of
from regcheck.parse.structure.blocks import Placed, find_items
from regcheck.parse.structure.nodes import Node

#: A shorter text is no ayat.
SENTENCE_WORDS = 5


def content_nodes(text: str, start: int, end: int, *, quoted: bool = False) -> tuple[Node, ...]:
    """Find the ayat of a pasal, and the items inside each; else the items of the pasal.

    A ``quoted`` pasal may be a fragment that begins with any ayat.
    """
    steps = best_chain(find_ayat_marks(text, start, end), None if quoted else (0, ""))
    if steps:
        return ayat_nodes(text, steps, end)
    placed = find_items(text, start, end)
    nodes = item_nodes(placed, end)
    if placed and is_bare(text, start, placed[0]) and are_sentences(text, nodes):
        return tuple(retyped(node, Kind.AYAT) for node in nodes)
    return nodes


def is_bare(text: str, start: int, first: Placed) -> bool:
    """Tell whether numbered items follow the heading at once: they are ayat in other dress."""
    return (
        first.kind is Kind.ANGKA
        and first.item.rank == 1
        and not text[start : first.item.start].strip(DIRT + "\n.:")
    )


def are_sentences(text: str, nodes: tuple[Node, ...]) -> bool:
    """Tell whether most items are sentences, as ayat are; the rows of a table of sums are none."""
    full = 0
    for node in nodes:
        end = node.children[0].start if node.children else node.end
        own = text[node.start : end].strip()
        full += own.endswith((".", ";", ":")) and len(own.split()) >= SENTENCE_WORDS
    return 2 * full >= len(nodes)


def retyped(node: Node, kind: Kind) -> Node:
    """Give a node another kind, and the key that goes with it."""
    return replace(node, kind=kind, step=f"{kind.value}-{node.label}")


def ayat_nodes(text: str, steps: tuple[Step, ...], end: int) -> tuple[Node, ...]:
    """Make the nodes of the ayat; each runs to the next."""
    ends = ends_of([step.start for step in steps], end)
    return tuple(
        Node(
            Kind.AYAT,
            step.label,
            step.start,
            stop,
            f"ayat-{step.label}",
            children=item_nodes(find_items(text, step.end, stop), stop),
        )
        for step, stop in zip(steps, ends, strict=True)
    )


def item_nodes(placed: tuple[Placed, ...], end: int, depth: int = 0) -> tuple[Node, ...]:
    """Nest placed items; each runs to the next one of its depth or less."""
    tops = [index for index, item in enumerate(placed) if item.depth == depth]
    nodes = []
    for number, index in enumerate(tops):
        after = tops[number + 1] if number + 1 < len(tops) else len(placed)
        stop = placed[after].item.start if after < len(placed) else end
        top = placed[index]
        nodes.append(
            Node(
                top.kind,
                top.item.label,
                top.item.start,
                stop,
                f"{top.kind.value}-{top.item.label}",
                children=item_nodes(placed[index + 1 : after], stop, depth + 1),
            )
        )
    return tuple(nodes)


def section_nodes(text: str, start: int, end: int) -> tuple[Node, ...]:
    """Make the numbered sections of a text without pasal; top-level numbers count as bagian."""
    return tuple(
        retyped(node, Kind.BAGIAN) if node.kind is Kind.ANGKA else node
        for node in item_nodes(find_items(text, start, end), end)
    )
