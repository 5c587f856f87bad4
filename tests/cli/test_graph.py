"""The commands of the graph, on the demo corpus."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from regcheck.store import Corpus

NEW, OLD = "perda/nusa-kencana/2020/5", "perda/nusa-kencana/2012/3"
BASE, AMENDER = "perda/nusa-kencana/2014/2", "perda/nusa-kencana/2018/4"


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        ([], "<graphml"),
        (["--format", "gexf"], "<gexf"),
        (["--format", "dot"], "digraph"),
        (["--json"], "{"),
        (["--format", "cyjs"], "{"),
        (["--format", "csv"], "source,target,role"),
        (["--format", "nodes", "--regulations"], "id,kind,title"),
    ],
)
def test_the_graph_is_exported(
    run: Callable[..., Result], arguments: list[str], start: str
) -> None:
    """Each format begins as its readers expect."""
    done = run("graph", "export", *arguments)

    assert done.exit_code == 0
    assert done.stdout.startswith(start)


def test_tables_come_in_pairs(run: Callable[..., Result], tmp_path: Path) -> None:
    """The table of nodes lies beside that of edges, and every edge has page and sentence."""
    run("graph", "export", "-o", tmp_path / "peta.csv")
    edges, nodes = (
        list(csv.DictReader((tmp_path / name).read_text(encoding="utf-8").splitlines()))
        for name in ("peta.csv", "peta-nodes.csv")
    )

    cited = [edge for edge in edges if edge["role"] != "memuat"]
    assert cited
    assert all(int(edge["page"]) >= 1 and int(edge["end"]) > int(edge["start"]) for edge in cited)
    assert {edge["target"] for edge in edges} <= {node["id"] for node in nodes}


def test_a_neighbourhood_is_exported(run: Callable[..., Result]) -> None:
    """Only what is near, in regulations or provisions."""
    done = run("graph", "export", "--json", "--regulations", "--around", AMENDER)

    ids = {node["id"] for node in json.loads(done.stdout)["nodes"]}
    assert {BASE, AMENDER} <= ids
    assert OLD not in ids


def test_why_quotes_every_step(run: Callable[..., Result], run_json: Callable[..., Any]) -> None:
    """The chain from the repealing act to the repealed, with sentence and page."""
    record = run_json("graph-why", "graph", "why", NEW, OLD)
    (step,) = record["steps"]
    assert (step["role"], step["forward"], step["page"]) == ("mencabut", True, 1)
    assert "dicabut dan dinyatakan tidak berlaku" in step["proof"]["text"]

    done = run("graph", "why", OLD, NEW)
    assert "berlawanan arah" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert run("--lang", "en", "graph", "why", NEW, NEW).stdout.startswith("Both are the same")


def test_why_refuses_what_it_does_not_know(run: Callable[..., Result]) -> None:
    """A missing act, or a missing pasal of one that is there, is an error with a way on."""
    for key in ("uu/1900/1", f"{NEW}#pasal-99"):
        done = run("graph", "why", key, OLD)
        assert done.exit_code == 2
        assert "regcheck corpus" in done.stderr


def test_status_says_why(run: Callable[..., Result], run_json: Callable[..., Any]) -> None:
    """Status, reason and sentence, today and on a date."""
    record = run_json("graph-status", "graph", "status", OLD, "--as-of", "2026-01-01")
    assert record["status"] == "dicabut"
    assert [reason["by"] for reason in record["reasons"]] == [NEW]
    assert "Pasal" in run("graph", "status", OLD).stdout

    before = run_json("graph-status", "graph", "status", OLD, "--as-of", "2015-01-01")
    assert (before["status"], before["reasons"]) == ("berlaku", [])
    early = run_json("graph-status", "graph", "status", OLD, "--as-of", "2000-01-01")
    assert early["status"] == "belum_berlaku"


def test_status_of_single_pasal(run: Callable[..., Result], run_json: Callable[..., Any]) -> None:
    """The pasal that an amendment replaced are listed."""
    record = run_json("graph-status", "graph", "status", BASE)

    assert record["status"] == "diubah"
    assert f"{BASE}#pasal-9" in {unit["key"] for unit in record["units"]}
    assert "Pasal 9" in run("--lang", "en", "graph", "status", BASE).stdout


def test_of_an_absent_act_nothing_is_claimed(run_json: Callable[..., Any]) -> None:
    """It is cited, but no text of the corpus says what became of it."""
    record = run_json("graph-status", "graph", "status", "uu/2008/18")

    assert (record["in_corpus"], record["status"]) == (False, None)


def test_delegations(run: Callable[..., Result], run_json: Callable[..., Any]) -> None:
    """Each is listed; not found in the corpus is not called non-existent."""
    record = run_json("graph-delegations", "graph", "delegations", "perda/nusa-kencana/2019/5")
    assert [one["matter"] for one in record["delegations"]] == [
        "tata cara permohonan Bantuan Hukum",
        "besaran biaya Bantuan Hukum nonlitigasi",
    ]
    text = run("graph", "delegations", "--state", "unfulfilled").stdout
    assert "bukan tidak ada" in text
    assert run("graph", "delegations", "--state", "blanket").stdout == "Tidak ada delegasi.\n"


def test_circles_and_orphans(run: Callable[..., Result], run_json: Callable[..., Any]) -> None:
    """The demo corpus has none of either between its acts."""
    assert run_json("graph-cycles", "graph", "cycles")["circles"] == []
    assert run_json("graph-orphans", "graph", "orphans")["orphans"] == []
    assert run("graph", "cycles", "--units").exit_code == 0
    assert run("graph", "orphans").stdout.startswith("Tidak ada")


def test_what_is_relied_on(run: Callable[..., Result], run_json: Callable[..., Any]) -> None:
    """The leading regulations with their figures; the table fits a screen."""
    record = run_json("graph-central", "graph", "central", "--jenis", "perda")
    rows = record["regulations"]
    assert {row["id"].partition("/")[0] for row in rows} == {"perda"}
    weights = [row["weight"] for row in rows]
    assert weights == sorted(weights, reverse=True)

    text = run("graph", "central", "--top", "3").stdout
    assert max(map(len, text.splitlines())) <= 80
    assert "Dirujuk" in text
    table = run("graph", "central", "--format", "csv", "--top", "3").stdout.splitlines()
    assert (len(table), table[0].split(";")[1:4]) == (4, ["id", "peraturan", "tentang"])
    assert run("graph", "central", "--jenis", "perdah").exit_code == 2


def test_communities(run: Callable[..., Result], run_json: Callable[..., Any]) -> None:
    """Every regulation of the corpus is a member of one; the leading ones are named."""
    record = run_json("graph-communities", "graph", "communities", "--top", "1000")
    members = [one["id"] for group in record["communities"] for one in group["members"]]
    assert len(members) == len(set(members))
    assert {NEW, OLD, BASE, AMENDER} <= set(members)

    text = run("graph", "communities", "--top", "1").stdout
    assert max(map(len, text.splitlines())) <= 80
    assert "Kelompok 1" in text
    assert "Kelompok 2" not in text
    table = run("graph", "communities", "--format", "csv").stdout
    assert table.splitlines()[0].startswith("\ufeffkelompok;kata_judul;id")


def test_neighbours_lead_back_to_the_page(
    run: Callable[..., Result], run_json: Callable[..., Any]
) -> None:
    """What it cites and what cites it, each with its sentence."""
    record = run_json("graph-neighbours", "graph", "neighbours", OLD)
    back = [edge for edge in record["edges"] if not edge["forward"]]
    assert (NEW, "mencabut") in {(edge["source"], edge["role"]) for edge in back}
    assert all(edge["page"] >= 1 and edge["proof"]["text"] for edge in record["edges"])

    text = run("graph", "neighbours", f"{NEW}#pasal-19").stdout
    assert "dicabut dan dinyatakan tidak berlaku" in text
    assert "hlm." in text
    assert max(map(len, text.splitlines())) <= 80
    only = run_json("graph-neighbours", "graph", "neighbours", OLD, "--role", "mencabut")
    assert {edge["role"] for edge in only["edges"]} == {"mencabut"}
    table = run("graph", "neighbours", OLD, "--format", "csv").stdout.splitlines()
    assert len(table) == 1 + len(record["edges"])


def test_the_map_needs_nothing_else(run: Callable[..., Result], tmp_path: Path) -> None:
    """One page with all regulations, no address of another file, no script of others."""
    page = tmp_path / "peta.html"
    done = run("--lang", "en", "graph", "view", "-o", page)
    text = page.read_text(encoding="utf-8")

    assert done.exit_code == 0
    assert "Citation map" in text
    assert "Perda Provinsi Nusa Kencana Nomor 5 Tahun 2020" in text
    assert not any(mark in text for mark in ("http:", "https:", " src=", "<link", "@import"))


def test_every_line_of_the_map_leads_to_its_sentence(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    """A tie carries its unit, its page and its words; none is by a catalogue only."""
    page = tmp_path / "peta.html"
    run("graph", "view", "-o", page)
    embedded = page.read_text(encoding="utf-8").partition('id="data">')[2]
    data = json.loads(embedded.partition("</script>")[0])
    ids = [node[0] for node in data["nodes"]]
    (repeal,) = (
        tie for tie in data["ties"] if ids[tie[0]] == NEW and ids[tie[1]] == OLD
        if "dicabut dan dinyatakan tidak berlaku" in tie[7]
    )  # fmt: skip

    assert repeal[6].startswith("Pasal ")
    assert all(tie[3] == 0 and tie[5] > 0 and tie[7] for tie in data["ties"])
    assert 'name="catalogue"' not in embedded


def test_an_older_corpus_says_what_it_lacks(
    run: Callable[..., Result], corpus_file: Path, tmp_path: Path
) -> None:
    """Citations stored without their places are still proved, and the gap is told."""
    copy = tmp_path / "lama.sqlite"
    copy.write_bytes(corpus_file.read_bytes())
    with Corpus.open(copy) as corpus:
        corpus.connection.execute("DELETE FROM link WHERE own")
        corpus.connection.execute("UPDATE link SET page = 0, start = 0, stop = 0")
    done = run("graph", "why", NEW, OLD, "--corpus", copy)

    assert "--refresh" in done.stderr
    assert "dicabut dan dinyatakan tidak berlaku" in " ".join(done.stdout.split())
