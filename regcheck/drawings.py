"""The corridor to the map: the graph of a corpus, laid out to be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from regcheck.domain.graph import Edge, Proof
from regcheck.graphs import Atlas
from regcheck.law.graph import Node
from regcheck.law.graph_layout import lay_out, name_levels
from regcheck.law.proofs import prove

#: How many regulations a drawing shows before it becomes a blur.
MAX_DRAWN = 6_000
#: Of the most cited regulations outside the corpus so many get the title by which they are cited.
TITLED = 150


@dataclass(frozen=True, slots=True)
class Tie:
    """What one regulation does to another in one role: the first place that says so, and how many.

    ``catalogued`` tells that only a catalogue says so, and no text of the corpus.
    """

    source: str
    target: str
    role: str
    count: int
    catalogued: bool
    proof: Proof


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map of regulations: what is drawn and where, and how many were left out.

    ``places`` are coordinates in ``[0, 1]``, the second growing downwards; ``levels`` are the top
    and the bottom of each level of the ladder, with an id of each of its kinds.
    """

    nodes: Mapping[str, Node]
    places: Mapping[str, tuple[float, float]]
    ties: tuple[Tie, ...]
    left_out: int
    levels: tuple[tuple[float, float, tuple[str, ...]], ...] = ()


def draw(atlas: Atlas, limit: int = MAX_DRAWN) -> Drawing:
    """Lay the regulations out for a drawing; of those outside the corpus only the most cited.

    Args:
        atlas: The graph.
        limit: How many regulations are drawn at most, those of the corpus always.
    """
    nodes = atlas.nodes()
    outside = sorted(
        (id_ for id_, node in nodes.items() if not node.in_corpus),
        key=lambda id_: (-nodes[id_].weight, id_),
    )
    room = max(0, limit - len(atlas.identities))
    kept = {id_: nodes[id_] for id_ in (*atlas.identities, *outside[:room])}
    for id_ in outside[: min(room, TITLED)]:
        kept[id_] = replace(kept[id_], title=atlas.cited_title(id_))
    drawn = [
        edge for edge in atlas.edges if not edge.own and edge.source in kept and edge.base in kept
    ]
    ties = tuple(tie_edges(atlas, drawn))
    places = lay_out(kept, [(tie.source, tie.target) for tie in ties])
    return Drawing(kept, places, ties, len(nodes) - len(kept), name_levels(places))


def tie_edges(atlas: Atlas, edges: Iterable[Edge]) -> Iterator[Tie]:
    """Join the edges of two regulations in one role, with the first as the proof.

    A text is read once, for all that it ties, and not kept: a corpus is larger than the memory.
    """
    for source, found in groupby(sorted(edges, key=by_tie), key=lambda edge: edge.source):
        group = list(found)
        text = atlas.corpus.regulation(source) if any(not one.origin for one in group) else None
        for (_, base, role), same in groupby(group, key=by_tie):
            alike = list(same)
            first = alike[0]
            proof = prove(text, first) if text and not first.origin else atlas.prove(first)
            yield Tie(source, base, role, len(alike), bool(first.origin), proof)


def by_tie(edge: Edge) -> tuple[str, str, str]:
    """Return the ends and the role of an edge between regulations."""
    return edge.source, edge.base, edge.role.value
