"""``regcheck corpus edit``: a person corrects the identity of a regulation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from getpass import getuser

import click

from regcheck.cli.options import Run, examples, sentence, takes
from regcheck.cli.output import emit, emit_record

#: The options that give a value: option, field, what stands for it, and help.
FIELDS = (
    ("--jenis", "jenis", "J", "Jenis: perda, pergub, ... Kind."),
    ("--wilayah", "wilayah", "W", "Wilayah: Sulawesi Utara, Kota Medan, ... Region."),
    ("--nomor", "nomor", "N", "Nomor. Number."),
    ("--tahun", "tahun", "Y", "Tahun. Year."),
    ("--tentang", "tentang", "T", "Judul. Title."),
    ("--tanggal-penetapan", "tanggal_penetapan", "DATE", "2016-01-31 / 31/01/2016. Enacted."),
    ("--tanggal-pengundangan", "tanggal_pengundangan", "DATE", "Diundangkan. Promulgated."),
    ("--id", "id", "NEWID", "Id baru, bila bukan dari nomor. New id, if not from the number."),
)


def fields(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command an option for each field."""
    for option, name, stands, text in reversed(FIELDS):
        command = click.option(option, name, metavar=stands, help=text)(command)
    return command


@click.command(
    short_help="Betulkan identitas (edit an identity)",
    epilog=examples(
        "regcheck corpus edit perda/bali/2016/tanpa-nomor-1a2b3c4d --nomor 5",
        'regcheck corpus edit perda/nusa-kencana/2020/5 --tentang "Bantuan Hukum"',
        "regcheck corpus edit perda/nusa-kencana/2020/5 --id perda/nusa-kencana/2020/5a",
    ),
)
@click.argument("regulation_id", metavar="ID")
@fields
@click.option("--by", "author", metavar="NAME", help="Siapa yang membetulkan. Who edits.")
@takes("corpus", "lang", "output")
def edit(run: Run, regulation_id: str, author: str | None, **written: str | None) -> None:
    """Betulkan identitas satu peraturan; id dan semua kuncinya menyesuaikan diri.

    Correct the identity of one regulation; its id and all its keys follow. Who changed what, and
    when, is kept with the regulation, and reading its file again does not undo it. An empty value
    ("") removes what was misread.
    """
    from regcheck import pipeline

    given = {name: text for name, text in written.items() if text is not None}
    if not given:
        raise sentence("nothing_given")
    at = datetime.now().astimezone().date().isoformat()
    with pipeline.open_corpus(run.settings) as opened:
        kind = opened.regulation(regulation_id).identity.jenis
        values = pipeline.read_values(given, kind)
        by = login() if author is None else author
        change = pipeline.edit_identity(regulation_id, values, opened, by=by, at=at)
    if run.form == "json":
        from regcheck.report.data import change_to_json

        emit_record(run, change_to_json(change.before, change.after, change.fields))
        return
    from regcheck.report.outline import change_lines

    emit(run, "\n".join(change_lines(change.before, change.after, change.fields, run.lang)))


def login() -> str:
    """Return the name of the user's account, empty where the system has none."""
    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return ""
