"""``regcheck corpus add``: files, and what people know of them, into the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from regcheck.cli.options import BATCH_FAILED, PATH, Run, examples, finish, sentence, takes
from regcheck.cli.output import Meter, emit, emit_record
from regcheck.domain import FileRow
from regcheck.errors import RegcheckError, UnreadableFileError
from regcheck.report import terms
from regcheck.report.tables import reason_of
from regcheck.report.terms import name_of
from regcheck.report.words import number, say

#: An outcome that needs no line of its own in the account of a batch, and one that needs none
#: unless there is something to be said of how the file was read.
QUIET, PLAIN = "unchanged", "added"


@click.command(
    short_help="Tambahkan peraturan (add regulations)",
    epilog=examples(
        'regcheck corpus add "Perda Provinsi"',
        "regcheck corpus add perda-5-2020.pdf --id perda/nusa-kencana/2020/5",
        "regcheck corpus add pindaian --ocr auto --meta identitas.csv",
        "regcheck corpus add peraturan --corpus proyek.sqlite",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option("--refresh", is_flag=True, help="Baca ulang berkas yang sudah dikenal. Read again.")
@click.option(
    "--workers",
    type=click.IntRange(min=0),
    default=0,
    help="Banyaknya proses; 0: satu untuk tiap prosesor. Processes; 0: one for each processor.",
)
@click.option(
    "--meta",
    type=PATH,
    metavar="FILE",
    help="Tabel CSV identitas: berkas, jenis, wilayah, nomor, tahun, ... Buat dengan `corpus list "
    "--incomplete -o identitas.csv`. CSV table of identities.",
)
@takes("corpus", "lang", "output", "override_id", "ocr", "track_changes")
def add(run: Run, paths: tuple[Path, ...], refresh: bool, workers: int, meta: Path | None) -> None:
    """Tambahkan berkas PDF, Word, atau teks, atau isi seluruh folder, ke korpus.

    Add PDF, Word or text files, or whole folders, to the corpus; it is created if there is none.
    Files that are known already are not read again, so an interrupted batch can simply be
    repeated. Scans are read by OCR where Tesseract is installed; a scan that was left unread is
    read when it is offered again. A number that cannot be read is supplied with --meta or with
    `regcheck corpus edit`.
    """
    from regcheck import pipeline

    files, rows = expand(paths)
    given = given_identities(run, files, meta)
    meter = Meter(len(files), say("adding", run.lang))
    batch = pipeline.Batch(run.settings, given, refresh, workers, meter.watch)
    with pipeline.open_corpus(run.settings, create=True) as opened:
        rows += list(meter.follow(pipeline.add_files(files, opened, batch)))
        count = len(opened.heads())
    single = len(paths) == 1 and paths[0].is_file()
    if single and rows[0].outcome == "failed":
        raise UnreadableFileError(id=rows[0].message, en=rows[0].message_en)
    emit_files(run, rows, count)
    finish(BATCH_FAILED if any(row.outcome == "failed" for row in rows) else 0)


def expand(paths: Sequence[Path]) -> tuple[list[Path], list[FileRow]]:
    """List the documents of the paths; a bad path among several becomes a failed row.

    Raises:
        UnreadableFileError: The only path is missing or holds no document.
    """
    from regcheck.pipeline import find_documents

    files: dict[Path, None] = {}
    rows = []
    for path in paths:
        try:
            files |= dict.fromkeys(find_documents(path))
        except UnreadableFileError as error:
            if len(paths) == 1:
                raise
            rows.append(failed_row(path, error))
    return list(files), rows


def failed_row(path: Path, error: RegcheckError) -> FileRow:
    """Return the row of a path that could not be read."""
    return FileRow(str(path), "", "failed", (), 0, error.say("id"), error.say("en"))


def given_identities(
    run: Run, files: Sequence[Path], meta: Path | None
) -> dict[Path, Mapping[str, str]]:
    """Return what the table and ``--id`` say of the files.

    Raises:
        RegcheckError: ``--id`` is given for several files, or the table is wrong.
    """
    from regcheck.metadata import match_files, read_table

    if run.override_id and len(files) != 1:
        raise sentence("one_id", n=len(files))
    given = match_files(meta, read_table(meta), files) if meta else {}
    if run.override_id:
        given[files[0]] = {**given.get(files[0], {}), "id": run.override_id}
    return given


def emit_files(run: Run, rows: Sequence[FileRow], regulations: int) -> None:
    """Print what became of the files of a batch, and how large the corpus is now."""
    lang = run.lang
    if run.form == "json":
        from regcheck.report.data import file_to_json, versioned

        emit_record(run, versioned(files=[file_to_json(row, lang) for row in rows]))
        return
    counts = Counter(row.outcome for row in rows)
    counted = ", ".join(f"{n} {name_of(terms.OUTCOMES, key, lang)}" for key, n in counts.items())
    lines = [say("files_done", lang, n=number(len(rows), lang), counts=counted)]
    lines += [file_line(row, lang) for row in rows if is_notable(row)]
    corpus_path = run.settings.corpus_path
    lines.append(say("corpus_now", lang, path=corpus_path, n=number(regulations, lang)))
    emit(run, "\n".join(lines))


def is_notable(row: FileRow) -> bool:
    """Tell whether a file deserves a line of its own: it failed, or something is to be said."""
    return row.outcome not in {QUIET, PLAIN} or (row.outcome == PLAIN and bool(row.message))


def file_line(row: FileRow, lang: str) -> str:
    """Say what became of one file, and why."""
    message = reason_of(row, lang)
    outcome = name_of(terms.OUTCOMES, row.outcome, lang)
    return f"  {Path(row.path).name}: {outcome}{f' - {message}' if message else ''}"
