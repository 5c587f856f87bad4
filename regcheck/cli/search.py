"""``regcheck search``: the provisions nearest to a sentence."""

from __future__ import annotations

from pathlib import Path

import click

from regcheck.cli.options import Run, examples, takes
from regcheck.cli.output import emit, emit_record, look_of

DEFAULT_LIMIT = 10


@click.command(
    epilog=examples(
        'regcheck search "dilarang membakar sampah"',
        "regcheck search jangka waktu penerbitan izin --limit 5 --json",
    ),
)
@click.argument("text", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=DEFAULT_LIMIT,
    show_default=True,
    help="Banyaknya hasil. Number of results.",
)
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder model milik sendiri (model2vec, ONNX, sentence-transformers) untuk mengurutkan "
    "hasil. Your own model's folder, to order the results.",
)
@takes("corpus", "lang", "output", "as_of")
def search(run: Run, text: tuple[str, ...], limit: int, model: Path | None) -> None:
    """Cari ketentuan yang paling mirip dengan sebuah kalimat.

    Find the provisions of the corpus nearest to a sentence, with their similarity.
    """
    from regcheck import pipeline

    with pipeline.open_corpus(run.settings) as corpus:
        if model:
            from regcheck.searching import search_with_model

            found = search_with_model(" ".join(text), corpus, limit, run.settings.as_of, model)
        else:
            found = pipeline.search_text(" ".join(text), corpus, limit, run.settings.as_of)
    if run.form == "json":
        from regcheck.report.data import search_to_json

        emit_record(run, search_to_json(found))
    else:
        from regcheck.report.terminal import render_search

        emit(run, render_search(found, look_of(run)))
