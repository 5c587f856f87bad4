"""The citation graph as a file for other programs: DOT, JSON, Cytoscape, and tables."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from typing import Any

from regcheck.errors import RegcheckError

#: The formats a graph can be written in; ``csv`` is the table of edges, ``nodes`` that of nodes.
FORMATS = ("graphml", "gexf", "dot", "json", "cyjs", "csv", "nodes")
#: What a spreadsheet takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@")
EDGE_COLUMNS = ("source", "target", "role", "holder", "unit", "page", "start", "end", "origin")
NODE_COLUMNS = (
    "id", "kind", "title", "in_corpus", "jenis", "tahun", "wilayah", "status", "weight", "group",
)  # fmt: skip
Graph = Any  # a networkx graph; the library has one door, which is not here


def require_format(fmt: str) -> None:
    """Refuse a format that is none.

    Raises:
        RegcheckError: It is none.
    """
    if fmt not in FORMATS:
        known = ", ".join(FORMATS)
        raise RegcheckError(
            id=f"{fmt}: format graf tidak dikenal; pilih {known}.",
            en=f"{fmt}: unknown graph format; choose one of {known}.",
        )


def printable(graph: Graph) -> Graph:
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


def to_json(graph: Graph) -> str:
    """Write JSON with the lists ``nodes`` and ``edges`` (the node-link form of networkx)."""
    data = {
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": [{**values, "id": key} for key, values in graph.nodes(data=True)],
        "edges": [
            {**values, "source": source, "target": target, "key": number}
            for source, target, number, values in graph.edges(keys=True, data=True)
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def to_cytoscape(graph: Graph) -> str:
    """Write the JSON that Cytoscape opens (``.cyjs``)."""
    nodes = [{"data": {**values, "id": key, "name": key}} for key, values in graph.nodes(data=True)]
    edges = [
        {
            "data": {
                **values,
                "id": f"e{number}",
                "source": source,
                "target": target,
                "interaction": values["role"],
            }
        }
        for number, (source, target, values) in enumerate(graph.edges(data=True))
    ]
    data = {
        "format_version": "1.0",
        "generated_by": "regcheck",
        "data": {"name": "regcheck"},
        "elements": {"nodes": nodes, "edges": edges},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def to_edge_table(graph: Graph) -> str:
    """Write one line for each edge, as CSV with a header."""
    rows = ({"source": a, "target": b, **values} for a, b, values in graph.edges(data=True))
    return to_csv(EDGE_COLUMNS, rows)


def to_node_table(graph: Graph) -> str:
    """Write one line for each node, as CSV with a header."""
    rows = ({"id": key, **values} for key, values in graph.nodes(data=True))
    return to_csv(NODE_COLUMNS, rows)


def to_csv(names: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> str:
    """Write a table; a text that a spreadsheet would compute is marked as text."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([to_cell(row[name]) for name in names] for row in rows)
    return buffer.getvalue()


def to_cell(value: Any) -> Any:
    r"""Return a value as a cell.

    >>> to_cell("=1+1"), to_cell("Pasal\n1"), to_cell(5)
    ("'=1+1", 'Pasal 1', 5)
    """
    if not isinstance(value, str):
        return value
    text = to_printable(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def to_dot(graph: Graph) -> str:
    """Write the DOT language; networkx itself can only do so through a further library."""
    return "\n".join(dot_lines(graph)) + "\n"


def dot_lines(graph: Graph) -> Iterator[str]:
    """List the lines of a DOT file; what is outside the corpus is dashed."""
    yield "digraph peraturan {"
    yield "  rankdir=LR;"
    yield "  node [shape=box];"
    for id_, values in graph.nodes(data=True):
        style = "solid" if values["in_corpus"] else "dashed"
        label = "\n".join(filter(None, (id_, values["title"])))
        yield f"  {quote(id_)} [label={quote(label)}, style={style}];"
    for source, target, values in graph.edges(data=True):
        role, holder = quote(values["role"]), quote(values["holder"])
        style = ", style=dashed" if values["origin"] else ""
        yield f"  {quote(source)} -> {quote(target)} [label={role}, tooltip={holder}{style}];"
    yield "}"


def quote(text: str) -> str:
    r"""Write a text as a quoted DOT string.

    Inside quotes DOT gives a meaning to the double quote, and to the backslash in labels.

    >>> print(quote('Pasal "1"\n\\ akhir'))
    "Pasal \"1\"\n\\ akhir"
    """
    lines = (to_printable(line) for line in text.split("\n"))
    return '"' + "\\n".join(re.sub(r'([\\"])', r"\\\1", line) for line in lines) + '"'


WRITERS: Mapping[str, Callable[[Graph], str]] = {
    "dot": to_dot,
    "json": to_json,
    "cyjs": to_cytoscape,
    "csv": to_edge_table,
    "nodes": to_node_table,
}
