"""The citation graph and the three ways to hand it on."""

from __future__ import annotations

import json
import re

import networkx as nx
import pytest

from regcheck.domain import Link, Role
from regcheck.errors import RegcheckError
from regcheck.law import build_graph, export_graph

PERDA, OLD, PP = "perda/nusa-kencana/2020/5", "perda/nusa-kencana/2012/3", "pp/2012/81"
TITLES = {PERDA: 'Pengelolaan "Sampah" & <Limbah>\nRumah\\Tangga\x0b', OLD: "Sampah"}
LINKS = (
    Link(PERDA, OLD, Role.MENCABUT, f"{PERDA}#pasal-30"),
    Link(PERDA, f"{PP}#pasal-7", Role.MERUJUK, f"{PERDA}#pasal-4"),
    Link(PERDA, PP, Role.DASAR_HUKUM, f"{PERDA}#mengingat/angka-5"),
)


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    """Build a graph of two acts of the corpus and one outside it."""
    return build_graph([PERDA, OLD], LINKS, TITLES)


def test_nodes_are_regulations(graph: nx.MultiDiGraph) -> None:
    """Cited acts outside the corpus are nodes too, and units are not."""
    assert set(graph) == {PERDA, OLD, PP}
    assert graph.nodes[OLD] == {
        "title": "Sampah",
        "in_corpus": True,
        "jenis": "perda",
        "tahun": "2012",
        "wilayah": "nusa-kencana",
    }
    assert graph.nodes[PP]["in_corpus"] is False
    assert graph.nodes[PP]["title"] == ""


def test_edges_say_what_is_done_where(graph: nx.MultiDiGraph) -> None:
    """Each citation is an edge of its own, with role, citing unit and cited unit."""
    edges = {(b, data["role"], data["holder"], data["unit"]) for _, b, data in graph.edges.data()}

    assert edges == {
        (OLD, "mencabut", f"{PERDA}#pasal-30", ""),
        (PP, "merujuk", f"{PERDA}#pasal-4", f"{PP}#pasal-7"),
        (PP, "dasar_hukum", f"{PERDA}#mengingat/angka-5", ""),
    }


def test_an_act_without_identity_is_a_node() -> None:
    """An id of another shape gives a node with what is known."""
    graph = build_graph(["tanpa-identitas/0123456789ab", "aneh"], (), {})

    assert graph.nodes["aneh"]["jenis"] == ""


def test_graphml_is_read_back(graph: nx.MultiDiGraph) -> None:
    """Any reader of GraphML gets the same nodes, edges and attributes."""
    again = nx.parse_graphml(export_graph(graph, "graphml"), force_multigraph=True)

    assert set(again) == set(graph)
    assert again.nodes[OLD] == graph.nodes[OLD]
    assert again.nodes[PERDA]["title"] == 'Pengelolaan "Sampah" & <Limbah> Rumah\\Tangga '
    assert sorted(d["role"] for *_, d in again.edges(data=True)) == [
        "dasar_hukum",
        "mencabut",
        "merujuk",
    ]


def test_json_is_read_back(graph: nx.MultiDiGraph) -> None:
    """The JSON is networkx's node-link form."""
    data = json.loads(export_graph(graph, "json"))

    again = nx.node_link_graph(data, edges="edges")
    assert nx.utils.graphs_equal(again, graph)


def test_dot_quotes_everything(graph: nx.MultiDiGraph) -> None:
    """Every name is one quoted string, with quotes and backslashes escaped."""
    dot = export_graph(graph, "dot")
    string = r'"(?:[^"\\\n]|\\.)*"'
    node = rf"  {string} \[label={string}, style=(?:solid|dashed)\];"
    edge = rf"  {string} -> {string} \[label={string}, tooltip={string}\];"
    lines = dot.splitlines()

    assert lines[0] == "digraph peraturan {"
    assert lines[-1] == "}"
    assert len([line for line in lines if re.fullmatch(node, line)]) == 3
    assert len([line for line in lines if re.fullmatch(edge, line)]) == 3
    assert r"Pengelolaan \"Sampah\" & <Limbah>\nRumah\\Tangga" in dot


def test_an_unknown_format_names_the_known_ones(graph: nx.MultiDiGraph) -> None:
    """The message lists what can be chosen."""
    with pytest.raises(RegcheckError) as caught:
        export_graph(graph, "gexf")

    assert "graphml, dot, json" in caught.value.say("id")
    assert caught.value.exit_code == 2


def test_an_empty_corpus_has_an_empty_graph() -> None:
    """All formats can be written without nodes."""
    graph = build_graph([], [], {})

    for fmt in ("graphml", "dot", "json"):
        assert export_graph(graph, fmt)
