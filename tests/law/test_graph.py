"""The graph of provisions, the questions asked of it, and the ways to hand it on."""

from __future__ import annotations

import csv
import io
import json
import re

import networkx as nx
import pytest

from regcheck.domain import Role, Span
from regcheck.domain.graph import Edge
from regcheck.errors import RegcheckError
from regcheck.law import build_graph, export_graph
from regcheck.law.graph import (
    Node,
    find_chain,
    find_circles,
    find_communities,
    find_neighbours,
    rank_nodes,
)
from regcheck.law.graph_files import FORMATS
from regcheck.law.graph_layout import lay_out

PERDA, OLD, PP = "perda/nusa-kencana/2020/5", "perda/nusa-kencana/2012/3", "pp/2012/81"
PERGUB, UU = "pergub/nusa-kencana/2021/7", "uu/2008/18"
NODES = {
    PERDA: Node('Pengelolaan "Sampah" & <Limbah>\nRumah\\Tangga\x0b', status="berlaku"),
    OLD: Node("Sampah", status="dicabut"),
}
EDGES = (
    Edge(PERDA, f"{PERDA}#pasal-30", OLD, Role.MENCABUT, 9, Span(10, 40)),
    Edge(PERDA, f"{PERDA}#pasal-4", f"{PP}#pasal-7/ayat-1", Role.MERUJUK, 2, Span(5, 9)),
    Edge(PERDA, f"{PERDA}#mengingat/angka-5", PP, Role.DASAR_HUKUM, 1),
    Edge(PERDA, f"{PERDA}#pasal-4", f"{PERDA}#pasal-3", Role.MERUJUK, 2),
)
CHAIN = (
    Edge(PERGUB, f"{PERGUB}#menimbang", f"{PERDA}#pasal-12/ayat-3", Role.MELAKSANAKAN, 1),
    Edge(PERGUB, f"{PERGUB}#pasal-2", UU, Role.MERUJUK, 3),
    Edge(PERDA, f"{PERDA}#mengingat/angka-2", UU, Role.DASAR_HUKUM, 1),
    Edge(PERDA, f"{PERDA}#pasal-12/ayat-3", f"{PERDA}#pasal-9", Role.MERUJUK, 4),
)


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    """Build a graph of two acts of the corpus and one outside it, with their provisions."""
    return build_graph(NODES, EDGES)


def test_nodes_are_regulations_and_units(graph: nx.MultiDiGraph) -> None:
    """What is cited outside the corpus is there, and every unit hangs on its regulation."""
    assert {PERDA, OLD, PP, f"{PP}#pasal-7/ayat-1", f"{PP}#pasal-7"} <= set(graph)
    assert graph.nodes[f"{PP}#pasal-7/ayat-1"]["kind"] == "ayat"
    assert (graph.nodes[OLD]["status"], graph.nodes[OLD]["in_corpus"]) == ("dicabut", True)
    assert (graph.nodes[PP]["title"], graph.nodes[PP]["in_corpus"]) == ("", False)
    inside = {(a, b) for a, b, role in graph.edges(data="role") if role == "memuat"}
    assert {(PP, f"{PP}#pasal-7"), (f"{PP}#pasal-7", f"{PP}#pasal-7/ayat-1")} <= inside


def test_edges_say_what_is_done_where(graph: nx.MultiDiGraph) -> None:
    """Each citation is an edge of its own, with role, page and place."""
    edge = graph.edges[f"{PERDA}#pasal-30", OLD, 0]

    assert edge == {
        "role": "mencabut", "holder": f"{PERDA}#pasal-30", "unit": "",
        "page": 9, "start": 10, "end": 40, "origin": "",
    }  # fmt: skip
    assert graph.has_edge(f"{PERDA}#pasal-4", f"{PERDA}#pasal-3")


def test_regulations_alone() -> None:
    """Without units, edges join regulations, keep the unit, and own references are left out."""
    graph = build_graph(NODES, EDGES, units=False)

    assert set(graph) == {PERDA, OLD, PP}
    assert {(b, d["unit"]) for _, b, d in graph.edges(data=True)} == {
        (OLD, ""), (PP, f"{PP}#pasal-7/ayat-1"), (PP, ""),
    }  # fmt: skip


def test_an_act_without_identity_is_a_node() -> None:
    """An id of another shape gives a node with what is known."""
    graph = build_graph({"tanpa-identitas/0123456789ab": Node(), "aneh": Node()}, ())

    assert graph.nodes["aneh"]["jenis"] == ""


def test_graphml_and_gexf_are_read_back(graph: nx.MultiDiGraph) -> None:
    """Any reader of the two formats gets the same nodes and edges."""
    again = nx.parse_graphml(export_graph(graph, "graphml"), force_multigraph=True)
    assert set(again) == set(graph)
    assert again.nodes[PERDA]["title"] == 'Pengelolaan "Sampah" & <Limbah> Rumah\\Tangga '
    assert again.number_of_edges() == graph.number_of_edges()

    text = export_graph(graph, "gexf")
    assert set(nx.read_gexf(io.BytesIO(text.encode()))) == set(graph)


def test_json_is_read_back(graph: nx.MultiDiGraph) -> None:
    """The JSON is networkx's node-link form."""
    data = json.loads(export_graph(graph, "json"))

    again = nx.node_link_graph(data, edges="edges")
    assert nx.utils.graphs_equal(again, graph)


def test_cytoscape_json_has_every_node_and_edge(graph: nx.MultiDiGraph) -> None:
    """Each element has an id of its own, and edges name nodes that exist."""
    elements = json.loads(export_graph(graph, "cyjs"))["elements"]
    ids = {node["data"]["id"] for node in elements["nodes"]}

    assert ids == set(graph)
    assert len(elements["edges"]) == graph.number_of_edges()
    assert {edge["data"]["source"] for edge in elements["edges"]} <= ids


def test_tables_are_safe_for_spreadsheets() -> None:
    """A title that looks like a formula is text; line ends do not break rows."""
    graph = build_graph({PERDA: Node('=HYPERLINK("x")'), OLD: Node("a\nb")}, EDGES)
    rows = list(csv.DictReader(io.StringIO(export_graph(graph, "nodes"))))

    assert rows[0]["title"] == '\'=HYPERLINK("x")'
    assert rows[1]["title"] == "a b"
    edges = list(csv.DictReader(io.StringIO(export_graph(graph, "csv"))))
    assert {"source": f"{PERDA}#pasal-30", "target": OLD, "role": "mencabut"}.items() <= next(
        row for row in edges if row["role"] == "mencabut"
    ).items()


def test_dot_quotes_everything(graph: nx.MultiDiGraph) -> None:
    """Every name is one quoted string, with quotes and backslashes escaped."""
    dot = export_graph(graph, "dot")
    string = r'"(?:[^"\\\n]|\\.)*"'
    node = rf"  {string} \[label={string}, style=(?:solid|dashed)\];"
    edge = rf"  {string} -> {string} \[label={string}, tooltip={string}\];"
    lines = dot.splitlines()

    assert lines[0] == "digraph peraturan {"
    assert lines[-1] == "}"
    assert len([line for line in lines if re.fullmatch(node, line)]) == len(graph)
    assert len([line for line in lines if re.fullmatch(edge, line)]) == graph.number_of_edges()
    assert r"Pengelolaan \"Sampah\" & <Limbah>\nRumah\\Tangga" in dot


def test_an_unknown_format_names_the_known_ones(graph: nx.MultiDiGraph) -> None:
    """The message lists what can be chosen."""
    with pytest.raises(RegcheckError) as caught:
        export_graph(graph, "png")

    assert "graphml, gexf, dot" in caught.value.say("id")
    assert caught.value.exit_code == 2


def test_an_empty_corpus_has_an_empty_graph() -> None:
    """All formats can be written without nodes, and no question fails."""
    graph = build_graph({}, [])

    assert all(export_graph(graph, fmt) for fmt in FORMATS)
    assert find_chain([], "a", "b") == ()
    assert (rank_nodes([]), find_communities([]), lay_out([], [])) == ({}, (), {})


def test_the_telling_chain_is_found() -> None:
    """A chain of making and resting on beats a mere mention of the same length."""
    steps = find_chain(CHAIN, PERGUB, UU)

    assert [(edge.role, forward) for edge, forward in steps] == [(Role.MERUJUK, True)]
    assert [e.role for e, _ in find_chain(CHAIN[::2], PERGUB, UU)] == [
        Role.MELAKSANAKAN, Role.DASAR_HUKUM,
    ]  # fmt: skip


def test_a_chain_between_provisions_of_one_act() -> None:
    """References inside an act are followed too."""
    steps = find_chain(CHAIN, f"{PERDA}#pasal-12", f"{PERDA}#pasal-9")

    assert [edge.holder for edge, _ in steps] == [f"{PERDA}#pasal-12/ayat-3"]


def test_a_chain_runs_against_the_citations_where_it_must() -> None:
    """From the cited to the citing, each step says so; what nothing joins has no chain."""
    steps = find_chain(CHAIN[:1], f"{PERDA}#pasal-12/ayat-3", PERGUB)
    assert [(edge.source, forward) for edge, forward in steps] == [(PERGUB, False)]

    mixed = find_chain((CHAIN[1], EDGES[0], CHAIN[2]), PERGUB, OLD)
    assert [forward for _, forward in mixed] == [True, False, True]
    assert find_chain(CHAIN, PERGUB, OLD) == ()


def test_a_neighbourhood_has_both_directions() -> None:
    """Edges of a unit are those of everything in it; a second step goes further."""
    assert set(find_neighbours(CHAIN, f"{PERDA}#pasal-12")) == {CHAIN[0], CHAIN[3]}
    assert set(find_neighbours(CHAIN, UU)) == {CHAIN[1], CHAIN[2]}
    assert set(find_neighbours(CHAIN, UU, 2)) == set(CHAIN)


def test_circles_are_found_once_each() -> None:
    """A circle is written from its first member; longer ones than the limit are left out."""
    arrows = {"a": ["b", "a"], "b": ["c"], "c": ["a", "b"]}

    assert find_circles(arrows, 3) == (("a", "b", "c"), ("b", "c"))
    assert find_circles(arrows, 2) == (("b", "c"),)


def test_what_many_rely_on_weighs_most() -> None:
    """The statute that both acts rest on comes first, and it groups with them."""
    weights = rank_nodes(CHAIN)

    assert max(weights, key=lambda id_: weights[id_]) == UU
    assert find_communities(CHAIN)[0] == tuple(sorted((PERDA, PERGUB, UU)))


def test_the_higher_stands_above_the_lower() -> None:
    """Places lie inside the drawing, one for each, and follow the ladder."""
    ids = [PERGUB, PERDA, UU, *(f"pp/2000/{number}" for number in range(1, 300))]
    places = lay_out(ids, [(PERGUB, PERDA), (PERDA, UU)])

    assert places[UU][1] < places["pp/2000/1"][1] < places[PERDA][1] < places[PERGUB][1]
    assert len(set(places.values())) == len(ids)
    assert all(0 <= part <= 1 for place in places.values() for part in place)
    assert lay_out(ids, [(PERGUB, PERDA), (PERDA, UU)]) == places
