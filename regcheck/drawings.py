"""The corridor to the map: the graph of a corpus, laid out to be drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from regcheck.graphs import Atlas
from regcheck.law.graph import Node
from regcheck.law.graph_layout import lay_out, name_levels

#: How many regulations a drawing shows before it becomes a blur.
MAX_DRAWN = 6_000
#: Of the most cited regulations outside the corpus so many get the title by which they are cited.
TITLED = 150


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map of regulations: what is drawn and where, and how many were left out.

    ``places`` are coordinates in ``[0, 1]``, the second growing downwards; ``ties`` are source,
    target and role, each once; ``levels`` are the top and the bottom of each level of the ladder,
    with an id of each of its kinds.
    """

    nodes: Mapping[str, Node]
    places: Mapping[str, tuple[float, float]]
    ties: tuple[tuple[str, str, str], ...]
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
    ties = Counter(
        (edge.source, edge.base, edge.role.value)
        for edge in atlas.edges
        if not edge.own and edge.source in kept and edge.base in kept
    )
    places = lay_out(kept, [(source, target) for source, target, _ in ties])
    levels = name_levels(places)
    return Drawing(kept, places, tuple(sorted(ties)), len(nodes) - len(kept), levels)
