"""``regcheck parse``: what the program reads in one file."""

from __future__ import annotations

from pathlib import Path

import click

from regcheck.cli.options import PATH, Run, examples, takes
from regcheck.cli.output import emit, emit_record, look_of, patience
from regcheck.report.words import say


@click.command(
    epilog=examples(
        "regcheck parse perda.pdf",
        "regcheck parse perda.pdf --json -o perda.json",
        "regcheck parse pindaian.pdf --ocr always",
    ),
)
@click.argument("file", type=PATH)
@takes("lang", "output", "override_id", "ocr", "track_changes")
def parse(run: Run, file: Path) -> None:
    """Urai satu berkas menjadi bab, pasal, ayat, dan rujukan.

    Parse one file and print its identity, tree of units, and what was found in it.
    """
    from regcheck import pipeline

    with patience(f"{say('reading_file', run.lang)} {file.name}"):
        regulations = pipeline.parse_file(file, run.override_id, run.settings)
    if run.form == "json":
        from regcheck.report.data import regulations_to_json

        emit_record(run, regulations_to_json(regulations, run.lang))
    else:
        from regcheck.report.outline import render_outline

        look = look_of(run)
        emit(run, "\n".join(render_outline(one, look) for one in regulations))
