"""The corridor to the map: the graph of a corpus, laid out to be drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from regcheck.graphs import Atlas
from regcheck.law.graph import Node
from regcheck.law.graph_layout import lay_out

#: How many regulations a drawing shows before it becomes a blur.
MAX_DRAWN = 6_000


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map of regulations: what is drawn and where, and how many were left out.

    ``places`` are coordinates in ``[0, 1]``, the second growing downwards; ``ties`` are source,
    target and role, each once.
    """

    nodes: Mapping[str, Node]
    places: Mapping[str, tuple[float, float]]
    ties: tuple[tuple[str, str, str], ...]
    left_out: int


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
    ties = Counter(
        (edge.source, edge.base, edge.role.value)
        for edge in atlas.edges
        if not edge.own and edge.source in kept and edge.base in kept
    )
    places = lay_out(kept, [(source, target) for source, target, _ in ties])
    return Drawing(kept, places, tuple(sorted(ties)), len(nodes) - len(kept))
