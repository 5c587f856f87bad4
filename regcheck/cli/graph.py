"""``regcheck graph``: who cites, changes and carries out whom, and what is in force."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regcheck.cli.options import Run, examples, takes
from regcheck.cli.output import emit, emit_record, look_of, warn_older, write_file

if TYPE_CHECKING:
    from regcheck.graphs import Atlas

FORMS = ("graphml", "gexf", "dot", "json", "cyjs", "csv", "nodes")


@click.group()
def graph() -> None:
    """Peta rujukan: siapa merujuk, mengubah, mencabut, atau melaksanakan siapa.

    The citation graph: which regulation cites, amends, repeals or carries out which, and what is
    in force.
    """


@contextmanager
def atlas_of(run: Run) -> Iterator[Atlas]:
    """Open the graph of the corpus; say on stderr what an older corpus lacks."""
    from regcheck import pipeline
    from regcheck.graphs import open_atlas
    from regcheck.report.graph_words import say
    from regcheck.report.words import number

    with pipeline.open_corpus(run.settings) as corpus:
        warn_older(corpus.older_files(), run.lang)
        atlas = open_atlas(corpus, run.settings.as_of)
        if atlas.unplaced:
            count = number(atlas.unplaced, run.lang)
            click.echo(say("unplaced", run.lang, n=count), err=True)
        yield atlas


@graph.command(
    short_help="Ekspor peta rujukan (export the graph)",
    epilog=examples(
        "regcheck graph export -o peta.graphml",
        "regcheck graph export --format dot -o peta.dot",
        "regcheck graph export --regulations -o peta.csv",
        "regcheck graph export --around perda/nusa-kencana/2020/5 -o sekitar.gexf",
    ),
)
@click.option(
    "--regulations",
    is_flag=True,
    help="Peraturan saja, tanpa pasal dan ayat. Regulations only, no provisions.",
)
@click.option(
    "--around",
    metavar="ID",
    default="",
    help="Hanya sekitar peraturan atau ketentuan ini. Only around this regulation or provision.",
)
@click.option(
    "--depth",
    type=click.IntRange(1, 10),
    default=1,
    help="Jarak dari --around, dalam langkah; baku: 1. Steps from --around; default: 1.",
)
@takes("corpus", "lang", "output", "as_of", forms=FORMS)
def export(run: Run, regulations: bool, around: str, depth: int) -> None:
    """Ekspor peta rujukan untuk Gephi, Graphviz, Cytoscape, atau lembar kerja.

    Export the citation graph: graphml or gexf (Gephi, yEd), dot (Graphviz), json, cyjs
    (Cytoscape), or tables: csv (edges; with -o the nodes are written beside it) and nodes.
    """
    from regcheck.law import export_graph

    with atlas_of(run) as atlas:
        drawn = atlas.graph(around, depth, units=not regulations)
    emit(run, export_graph(drawn, run.form))
    if run.form == "csv" and run.output is not None:
        write_file(nodes_path(run.output), export_graph(drawn, "nodes"))


def nodes_path(path: Path) -> Path:
    """Return where the table of nodes goes that belongs to a table of edges.

    >>> nodes_path(Path("peta.csv")).name
    'peta-nodes.csv'
    """
    return path.with_name(f"{path.stem}-nodes{path.suffix}")


@graph.command(
    short_help="Rantai antara dua ketentuan (how two are joined)",
    epilog=examples(
        "regcheck graph why pergub/nusa-kencana/2021/7 uu/2008/18",
        "regcheck graph why perda/nusa-kencana/2019/5#pasal-12 uu/2011/16",
    ),
)
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@takes("corpus", "lang", "output")
def why(run: Run, start: str, end: str) -> None:
    """Tunjukkan rantai rujukan dari A ke B, dengan kutipan dan halamannya.

    Show the chain of citations from A to B, each step with its sentence and page. A and B are ids
    of regulations, or keys of provisions. If A does not lead to B, the chain from B to A is shown,
    else any chain that joins them.
    """
    with atlas_of(run) as atlas:
        steps = atlas.chain(start, end)
    if run.form == "json":
        from regcheck.report.graph_data import chain_to_json

        emit_record(run, chain_to_json(start, end, steps))
    else:
        from regcheck.report.graph_text import render_chain

        emit(run, render_chain(start, end, steps, look_of(run)))


@graph.command(
    short_help="Status satu peraturan (what is in force)",
    epilog=examples(
        "regcheck graph status perda/nusa-kencana/2012/3",
        "regcheck graph status perda/nusa-kencana/2014/2 --as-of 2017-12-31",
    ),
)
@click.argument("regulation_id", metavar="ID")
@takes("corpus", "lang", "output", "as_of")
def status(run: Run, regulation_id: str) -> None:
    """Tunjukkan status satu peraturan, per pasal, dengan alasannya; baku: hari ini.

    Show the status of a regulation, pasal by pasal, with the act and the sentence it rests on;
    today unless --as-of names another day.
    """
    with atlas_of(run) as atlas:
        atlas.as_of = atlas.as_of or date.today().isoformat()
        force = atlas.force(regulation_id)
        title, known = atlas.title(regulation_id), regulation_id in atlas.identities
    if run.form == "json":
        from regcheck.report.graph_data import force_to_json

        emit_record(run, force_to_json(force, in_corpus=known))
    else:
        from regcheck.naming import title_text
        from regcheck.report.graph_text import render_force

        emit(run, render_force(force, title_text(title), look_of(run), absent=not known))


@graph.command(
    short_help="Buku delegasi (delegations and their fate)",
    epilog=examples(
        "regcheck graph delegations",
        "regcheck graph delegations perda/nusa-kencana/2019/5",
        "regcheck graph delegations --state overdue --json",
    ),
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(
        (
            "fulfilled", "likely", "unfulfilled", "overdue", "wrong_instrument", "double",
            "subdelegated", "blanket", "lapsed",
        )
    ),
    help="Hanya yang keadaannya ini; dapat diulang. Only those in this state; repeatable.",
)  # fmt: skip
@takes("corpus", "lang", "output", "as_of")
def delegations(run: Run, ids: tuple[str, ...], states: tuple[str, ...]) -> None:
    """Daftar “diatur dengan …”: materi, bentuk, tenggat, dan peraturan pelaksananya di korpus.

    List what regulations order others to regulate: the matter, the instrument, the deadline, and
    what in the corpus carries it out. Not found in the corpus does not mean there is none.
    """
    with atlas_of(run) as atlas:
        atlas.as_of = atlas.as_of or date.today().isoformat()
        for id_ in ids:
            atlas.require(id_)
        found = atlas.ledger(ids)
    if states:
        found = tuple(one for one in found if not set(states).isdisjoint(one.states))
    if run.form == "json":
        from regcheck.report.graph_data import ledger_to_json

        emit_record(run, ledger_to_json(found))
    else:
        from regcheck.report.graph_text import render_ledger

        emit(run, render_ledger(found, look_of(run)))


@graph.command(
    short_help="Rujukan melingkar (circular citations)",
    epilog=examples("regcheck graph cycles", "regcheck graph cycles --units"),
)
@click.option(
    "--units",
    is_flag=True,
    help="Pasal dan ayat yang saling merujuk dalam satu peraturan. Provisions of one regulation "
    "that cite each other.",
)
@takes("corpus", "lang", "output")
def cycles(run: Run, units: bool) -> None:
    """Daftar peraturan yang saling menjadi dasar, mengubah, atau mencabut secara melingkar.

    List the circles of regulations that rest on, amend, repeal or carry out each other.
    """
    with atlas_of(run) as atlas:
        found, total = atlas.circles(units=units)
    steps = [circle.steps for circle in found]
    if run.form == "json":
        from regcheck.report.graph_data import circles_to_json

        emit_record(run, circles_to_json(steps, total))
    else:
        from regcheck.report.graph_text import render_circles

        emit(run, render_circles(steps, total, look_of(run)))


@graph.command(
    short_help="Peraturan pelaksana yatim (orphaned rules)",
    epilog=examples("regcheck graph orphans", "regcheck graph orphans --as-of 2020-12-31"),
)
@takes("corpus", "lang", "output", "as_of")
def orphans(run: Run) -> None:
    """Daftar peraturan pelaksana yang induknya sudah dicabut, dan yang diselamatkan klausul.

    List the implementing rules whose parents are all repealed, and those that a survival clause
    keeps in force.
    """
    with atlas_of(run) as atlas:
        rows = [(one.id, one.parents, one.repealers, clause) for one, clause in atlas.orphans()]
    if run.form == "json":
        from regcheck.report.graph_data import orphans_to_json

        emit_record(run, orphans_to_json(rows))
    else:
        from regcheck.report.graph_text import render_orphans

        emit(run, render_orphans(rows, look_of(run)))


@graph.command(
    short_help="Peta untuk peramban (map for a browser)",
    epilog=examples("regcheck graph view -o peta.html"),
)
@takes("corpus", "lang", "output", "as_of", forms=("html",))
def view(run: Run) -> None:
    """Gambar peta rujukan sebagai satu halaman HTML: cari, saring, klik; tanpa jaringan.

    Draw the citation map as one HTML page to open in a browser, with a search, filters by relation
    and status, and a table beside the drawing. It needs no network.
    """
    from regcheck.drawings import draw
    from regcheck.report.graph_view import render_map

    with atlas_of(run) as atlas:
        drawing = draw(atlas)
    emit(run, render_map(drawing, look_of(run)))
