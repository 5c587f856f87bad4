"""``regcheck consolidate``: a regulation as it stands, its amendments applied."""

from __future__ import annotations

from pathlib import Path

import click

from regcheck.cli.options import PATH, Run, examples, takes
from regcheck.cli.output import emit, emit_record, look_of
from regcheck.domain import Regulation


@click.command(
    epilog=examples(
        "regcheck consolidate perda/nusa-kencana/2014/2",
        "regcheck consolidate perda/nusa-kencana/2014/2 --as-of 2017-12-31",
        "regcheck consolidate perda/nusa-kencana/2014/2 -o perda-2-2014.html",
        "regcheck consolidate perda/nusa-kencana/2014/2 --with rancangan-perubahan.pdf",
    ),
)
@click.argument("regulation_id", metavar="ID")
@click.option(
    "--with",
    "drafts",
    type=PATH,
    multiple=True,
    metavar="DRAFT",
    help="Terapkan juga rancangan perubahan ini, seolah-olah sudah berlaku. Apply this draft "
    "amendment too, as if it were law.",
)
@takes("corpus", "lang", "output", "as_of", forms=("text", "json", "html"))
def consolidate(run: Run, regulation_id: str, drafts: tuple[Path, ...]) -> None:
    """Tampilkan satu peraturan dengan semua perubahannya, hari ini atau pada suatu tanggal.

    Show a regulation with all its amendments applied, today or on a date: each changed unit with
    the act that changed it, and what could not be applied.
    """
    from regcheck import pipeline
    from regcheck.consolidate import consolidate_id
    from regcheck.graphs import open_atlas

    parsed: list[Regulation] = []
    for path in drafts:
        parsed += pipeline.parse_file(path, "", run.settings)
    with pipeline.open_corpus(run.settings) as corpus:
        found = consolidate_id(corpus, regulation_id, run.settings.as_of, parsed)
        force = open_atlas(corpus, run.settings.as_of).force(regulation_id)
    if run.form == "json":
        from regcheck.report.consolidated_data import to_record

        emit_record(run, to_record(found, run.lang))
        return
    from regcheck.report.consolidated import render_page, render_text
    from regcheck.report.standing import status_summary

    render = render_page if run.form == "html" else render_text
    emit(run, render(found, look_of(run), status_summary(force, look_of(run))))
