"""The citation graph: regulations as nodes, what they do to each other as edges."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from regcheck.domain import Link, RegulationId
from regcheck.errors import RegcheckError

if TYPE_CHECKING:
    import networkx as nx

NODE_FIELDS = ("title", "in_corpus", "jenis", "tahun", "wilayah")


def build_graph(
    ids: Iterable[str], links: Iterable[Link], titles: Mapping[str, str]
) -> nx.MultiDiGraph:
    """Build the graph of who cites whom, and how.

    Nodes are regulations, cited ones outside the corpus included, with ``title``, ``in_corpus``,
    ``jenis``, ``tahun`` and ``wilayah``. Each edge has the ``role`` and the citing unit
    ``holder``; ``unit`` is the unit it cites, empty for the regulation as a whole.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    for id_ in ids:
        graph.add_node(id_, **describe(id_, titles, in_corpus=True))
    for link in links:
        target, _, path = link.target.partition("#")
        for id_ in (link.source, target):
            if id_ not in graph:
                graph.add_node(id_, **describe(id_, titles, in_corpus=False))
        unit = link.target if path else ""
        graph.add_edge(link.source, target, role=link.role.value, holder=link.holder, unit=unit)
    return graph


def describe(id_: str, titles: Mapping[str, str], *, in_corpus: bool) -> dict[str, Any]:
    """Return the attributes of a node."""
    try:
        parsed = RegulationId.from_str(id_)
    except ValueError:
        parsed = RegulationId("", "", "", "")
    values = (titles.get(id_, ""), in_corpus, parsed.jenis, parsed.tahun, parsed.wilayah)
    return dict(zip(NODE_FIELDS, values, strict=True))


def export_graph(graph: nx.MultiDiGraph, fmt: str) -> str:
    """Write a graph as ``graphml`` (Gephi, yEd), ``dot`` (Graphviz) or ``json`` (node-link).

    Raises:
        RegcheckError: The format is none of these.
    """
    if fmt not in WRITERS:
        known = ", ".join(WRITERS)
        raise RegcheckError(
            id=f"{fmt}: format graf tidak dikenal; pilih {known}.",
            en=f"{fmt}: unknown graph format; choose one of {known}.",
        )
    return WRITERS[fmt](graph)


def to_graphml(graph: nx.MultiDiGraph) -> str:
    """Write GraphML, an XML format."""
    import networkx as nx

    return "\n".join(nx.generate_graphml(printable(graph))) + "\n"


def printable(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return a copy with blanks for the characters that XML forbids."""
    copy = graph.copy()
    for values in [*dict(copy.nodes(data=True)).values(), *(d for *_, d in copy.edges(data=True))]:
        for name, value in values.items():
            if isinstance(value, str):
                values[name] = to_printable(value)
    return copy


def to_printable(text: str) -> str:
    r"""Put blanks for control characters and line ends.

    >>> to_printable("Pasal\x0b1")
    'Pasal 1'
    """
    return "".join(sign if sign.isprintable() else " " for sign in text)


def to_json(graph: nx.MultiDiGraph) -> str:
    """Write JSON with the lists ``nodes`` and ``edges``."""
    import networkx as nx

    data = nx.node_link_data(graph, edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def to_dot(graph: nx.MultiDiGraph) -> str:
    """Write the DOT language; networkx itself can only do so through a further library."""
    return "\n".join(dot_lines(graph)) + "\n"


def dot_lines(graph: nx.MultiDiGraph) -> Iterator[str]:
    """List the lines of a DOT file; regulations outside the corpus are dashed."""
    yield "digraph peraturan {"
    yield "  rankdir=LR;"
    yield "  node [shape=box];"
    for id_, values in graph.nodes(data=True):
        style = "solid" if values["in_corpus"] else "dashed"
        label = "\n".join(filter(None, (id_, values["title"])))
        yield f"  {quote(id_)} [label={quote(label)}, style={style}];"
    for source, target, values in graph.edges(data=True):
        role, holder = quote(values["role"]), quote(values["holder"])
        yield f"  {quote(source)} -> {quote(target)} [label={role}, tooltip={holder}];"
    yield "}"


def quote(text: str) -> str:
    r"""Write a text as a quoted DOT string.

    Inside quotes DOT gives a meaning to the double quote, and to the backslash in labels.

    >>> print(quote('Pasal "1"\n\\ akhir'))
    "Pasal \"1\"\n\\ akhir"
    """
    lines = (to_printable(line) for line in text.split("\n"))
    return '"' + "\\n".join(re.sub(r'([\\"])', r"\\\1", line) for line in lines) + '"'


WRITERS: Mapping[str, Callable[[Any], str]] = {
    "graphml": to_graphml,
    "dot": to_dot,
    "json": to_json,
}
