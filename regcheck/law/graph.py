"""The citation graph: provisions as nodes, what they do to each other as edges, and questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from regcheck.domain import RegulationId
from regcheck.domain.graph import Edge
from regcheck.law import graph_files
from regcheck.law.graph_paths import base_of, parents_of

if TYPE_CHECKING:
    import networkx as nx

#: The role of the edges that lead from a regulation to its units, and on to theirs.
CONTAINS = "memuat"
INCLUSION: Mapping[str, Any] = {
    "role": CONTAINS, "holder": "", "unit": "", "page": 0, "start": 0, "end": 0,
    "origin": "",
}  # fmt: skip
#: A step through a regulation that merely cites is dearer than one by which acts are made,
#: changed or carried out: of two chains the more telling one is found.
COSTS: Mapping[str, float] = {"merujuk": 1.5, "tetap_berlaku": 1.25}
#: The cost of going on inside a regulation; a chain is not longer for naming its units.
INSIDE = 0.001


@dataclass(frozen=True, slots=True)
class Node:
    """What is known of a regulation that is a node.

    ``weight`` is how much others rely on it (see ``rank_nodes``), ``group`` the number of its
    community (see ``find_communities``), from 1; 0 where it is not known.
    """

    title: str = ""
    in_corpus: bool = True
    status: str = ""
    weight: float = 0.0
    group: int = 0


ABSENT = Node(in_corpus=False)


def build_graph(
    nodes: Mapping[str, Node], edges: Iterable[Edge], *, units: bool = True
) -> nx.MultiDiGraph:
    """Build the graph of who cites whom, and how.

    Nodes are regulations, cited ones outside the corpus included, and the units that cite or are
    cited, each with ``kind``, ``title``, ``in_corpus``, ``jenis``, ``tahun``, ``wilayah``,
    ``status``, ``weight`` and ``group``. Each edge has ``role``, ``holder``, ``unit``, ``page``,
    ``start``, ``end`` and ``origin`` (see ``Edge``); edges of the role *memuat* lead from a
    regulation to its units. Without ``units`` the nodes are the regulations alone, and what one
    cites of itself is left out.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    for id_ in nodes:
        graph.add_node(id_, **describe(id_, nodes))
    for edge in edges:
        if edge.own and not units:
            continue
        ends = (edge.holder or edge.source, edge.target) if units else (edge.source, edge.base)
        for key in ends:
            add_node(graph, key, nodes)
        graph.add_edge(*ends, **describe_edge(edge))
    return graph


def add_node(graph: nx.MultiDiGraph, key: str, nodes: Mapping[str, Node]) -> None:
    """Enter a node with the units around it, up to its regulation."""
    if key in graph:
        return
    graph.add_node(key, **describe(key, nodes))
    for parent in parents_of(key)[:1]:
        add_node(graph, parent, nodes)
        graph.add_edge(parent, key, **INCLUSION)


def describe(key: str, nodes: Mapping[str, Node]) -> dict[str, Any]:
    """Return the attributes of a node."""
    id_, _, path = key.partition("#")
    try:
        parsed = RegulationId.from_str(id_)
    except ValueError:
        parsed = RegulationId("", "", "", "")
    node = nodes.get(id_, ABSENT)
    return {
        "kind": path.rpartition("/")[2].partition("-")[0] if path else "peraturan",
        "title": "" if path else node.title,
        "in_corpus": node.in_corpus,
        "jenis": parsed.jenis,
        "tahun": parsed.tahun,
        "wilayah": parsed.wilayah,
        "status": node.status,
        "weight": 0.0 if path else node.weight,
        "group": node.group,
    }


def describe_edge(edge: Edge) -> dict[str, Any]:
    """Return the attributes of an edge."""
    return {
        "role": str(edge.role),
        "holder": edge.holder,
        "unit": edge.target if "#" in edge.target else "",
        "page": edge.page,
        "start": edge.span.start,
        "end": edge.span.end,
        "origin": edge.origin,
    }


def export_graph(graph: nx.MultiDiGraph, fmt: str) -> str:
    """Write a graph in one of ``graph_files.FORMATS``.

    Raises:
        RegcheckError: The format is none of these.
    """
    import networkx as nx

    graph_files.require_format(fmt)
    if fmt == "graphml":
        return "\n".join(nx.generate_graphml(graph_files.printable(graph))) + "\n"
    if fmt == "gexf":
        return "\n".join(nx.generate_gexf(graph_files.printable(graph))) + "\n"
    return graph_files.WRITERS[fmt](graph)


def find_chain(edges: Iterable[Edge], start: str, end: str) -> tuple[tuple[Edge, bool], ...]:
    """Return the shortest chain of citations from one provision or regulation to another.

    Each link is an edge, and whether the chain goes its way (from the citing to the cited). A
    chain that follows all citations is sought first, then one against all of them, then any. The
    chain may go from any unit of a regulation to any other, but begins and ends at the units that
    were asked for, or in them. Empty where nothing joins the two.
    """
    import networkx as nx

    graph = chain_graph(edges, start, end)
    if start not in graph or end not in graph:
        return ()
    either = nx.compose(graph.reverse(), graph)  # of two ways the forward one counts
    for way in (graph, graph.reverse(), either):
        try:
            _, keys = nx.bidirectional_dijkstra(way, start, end, weight="cost")
        except nx.NetworkXNoPath:
            continue
        return tuple(links_of(graph, keys))
    return ()


def links_of(graph: nx.DiGraph, keys: Sequence[str]) -> Iterator[tuple[Edge, bool]]:
    """List the citations along a path; steps inside a regulation are none."""
    for before, after in pairwise(keys):
        forward = graph.has_edge(before, after)
        edge = graph.edges[before, after] if forward else graph.edges[after, before]
        if edge["edge"] is not None:
            yield edge["edge"], forward


def chain_graph(edges: Iterable[Edge], start: str, end: str) -> nx.DiGraph:
    """Build the graph a chain is sought in: regulations, and the units of those asked for."""
    import networkx as nx

    graph = nx.DiGraph()
    opened = {base_of(start), base_of(end)}
    for key in (start, end):
        add_inside(graph, key)
    for edge in edges:
        source = (edge.holder or edge.source) if edge.source in opened else edge.source
        target = edge.target if edge.base in opened else edge.base
        if source == target:
            continue
        add_inside(graph, source)
        add_inside(graph, target)
        cost = COSTS.get(edge.role, 1.0)
        known = graph.get_edge_data(source, target)
        if known is None or known["cost"] > cost:
            graph.add_edge(source, target, cost=cost, edge=edge)
    if len(opened) == 1 and base_of(start) not in (start, end):
        graph.remove_node(base_of(start))  # what lies in one act is not joined by that alone
    return graph


def add_inside(graph: nx.DiGraph, key: str) -> None:
    """Join a unit with what is around it, both ways: who cites a unit cites its regulation."""
    parents = parents_of(key)
    for inner, outer in pairwise((key, *parents)):
        if graph.has_edge(inner, outer):
            return
        graph.add_edge(inner, outer, cost=INSIDE, edge=None)
        graph.add_edge(outer, inner, cost=INSIDE, edge=None)


def find_neighbours(edges: Iterable[Edge], key: str, depth: int = 1) -> tuple[Edge, ...]:
    """Return the edges within so many steps of a regulation or unit, in both directions.

    Edges of a unit are those of everything in it.
    """
    known = list(edges)
    near = {key}
    found: dict[Edge, None] = {}
    for _ in range(depth):
        fresh = [edge for edge in known if edge not in found and touches(edge, near)]
        found |= dict.fromkeys(fresh)
        near |= {end for edge in fresh for end in (edge.source, edge.base)}
    return tuple(found)


def is_inside(key: str, outer: str) -> bool:
    """Tell whether a key names something, or a part of it.

    >>> is_inside("uu/2011/12#pasal-7/ayat-1", "uu/2011/12#pasal-7")
    True
    """
    return key == outer or outer in parents_of(key)


def touches(edge: Edge, keys: Iterable[str]) -> bool:
    """Tell whether an edge begins or ends at, or in, one of the keys."""
    ends = {edge.source, edge.base, edge.holder, edge.target}
    ends |= {*parents_of(edge.holder), *parents_of(edge.target)}
    return not ends.isdisjoint(keys)


def find_circles(arrows: Mapping[str, Iterable[str]], limit: int) -> tuple[tuple[str, ...], ...]:
    """Return the circles of a directed graph, each once, of at most ``limit`` members."""
    import networkx as nx

    graph = nx.DiGraph((a, b) for a, ends in arrows.items() for b in ends if a != b)
    circles = nx.simple_cycles(graph, length_bound=limit)
    return tuple(sorted(turn(circle) for circle in circles))


def turn(circle: Sequence[str]) -> tuple[str, ...]:
    """Write a circle from its first member on.

    >>> turn(["b", "c", "a"])
    ('a', 'b', 'c')
    """
    first = circle.index(min(circle))
    return (*circle[first:], *circle[:first])


def rank_nodes(edges: Iterable[Edge]) -> dict[str, float]:
    """Return how much each regulation is relied on, summing to 1 (PageRank over citations)."""
    import networkx as nx

    graph = nx.DiGraph((edge.source, edge.base) for edge in edges if not edge.own)
    return dict(nx.pagerank(graph)) if graph else {}


def find_communities(edges: Iterable[Edge]) -> tuple[tuple[str, ...], ...]:
    """Return groups of regulations that cite each other more than others, the largest first.

    The groups are those of the Louvain method with a fixed seed: the same for the same graph.
    """
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(sorted({id_ for edge in edges for id_ in (edge.source, edge.base)}))
    graph.add_edges_from(sorted({(edge.source, edge.base) for edge in edges if not edge.own}))
    groups = nx.community.louvain_communities(graph, seed=0) if graph else []
    return tuple(sorted((tuple(sorted(one)) for one in groups), key=lambda one: (-len(one), one)))
