"""``regcheck graph``: the citation graph for other programs."""

from __future__ import annotations

import click

from regcheck.cli.options import Run, examples, takes
from regcheck.cli.output import emit

FORMS = ("graphml", "dot", "json")


@click.group(short_help="Peta rujukan (citation graph)")
def graph() -> None:
    """Peta rujukan: peraturan mana merujuk, mengubah, atau mencabut yang mana.

    The citation graph: which regulation cites, amends or repeals which.
    """


@graph.command(
    short_help="Ekspor peta rujukan (export the graph)",
    epilog=examples(
        "regcheck graph export -o peta.graphml", "regcheck graph export --format dot -o peta.dot"
    ),
)
@takes("corpus", "lang", "output", forms=FORMS)
def export(run: Run) -> None:
    """Ekspor peta rujukan untuk Gephi, Graphviz, atau program lain.

    Export the citation graph: graphml (Gephi, yEd), dot (Graphviz) or json.
    """
    from regcheck import pipeline

    with pipeline.open_corpus(run.settings) as corpus:
        emit(run, pipeline.export_graph(corpus, run.form))
