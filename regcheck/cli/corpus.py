"""``regcheck corpus``: what drafts are compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from regcheck.cli.options import PATH, Run, examples, finish, sentence, takes
from regcheck.cli.output import emit, emit_record, look_of, progress
from regcheck.domain import FileRow, Head, Superseded
from regcheck.errors import RegcheckError, UnreadableFileError
from regcheck.report import terms
from regcheck.report.tables import reason_of
from regcheck.report.terms import name_of
from regcheck.report.words import number, say

BATCH_FAILED, CORPUS_DAMAGED = 5, 4
#: The counts of a corpus that are means.
MEANS = {"quality", "structure"}
#: Outcomes that need no line of their own in the account of a batch.
PLAIN_OUTCOMES = {"added", "unchanged"}


@click.group(short_help="Kelola korpus (manage the corpus)")
def corpus() -> None:
    """Kelola korpus: kumpulan peraturan yang menjadi pembanding.

    Manage the corpus: the regulations that drafts are compared with. It is one file; without
    --corpus it lies in the user's data folder.
    """


@corpus.command(
    short_help="Tambahkan peraturan (add regulations)",
    epilog=examples(
        'regcheck corpus add "Perda Provinsi"',
        "regcheck corpus add perda-5-2020.pdf --id perda/nusa-kencana/2020/5",
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
@takes("corpus", "lang", "output", "override_id")
def add(run: Run, paths: tuple[Path, ...], refresh: bool, workers: int) -> None:
    """Tambahkan berkas PDF atau teks, atau isi seluruh folder, ke korpus.

    Add PDF or text files, or whole folders, to the corpus; it is created if there is none. Files
    that are known already are not read again, so an interrupted batch can simply be repeated.
    """
    from regcheck import pipeline

    files, rows = expand(paths)
    if run.override_id and len(files) != 1:
        raise sentence("one_id", n=len(files))
    with pipeline.open_corpus(run.settings, create=True) as opened:
        added = pipeline.add_files(
            files, opened, override_id=run.override_id, refresh=refresh, workers=workers
        )
        rows += list(progress(added, len(files), say("adding", run.lang)))
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
    return row.outcome not in PLAIN_OUTCOMES or bool(row.message)


def file_line(row: FileRow, lang: str) -> str:
    """Say what became of one file, and why."""
    message = reason_of(row, lang)
    outcome = name_of(terms.OUTCOMES, row.outcome, lang)
    return f"  {Path(row.path).name}: {outcome}{f' - {message}' if message else ''}"


@corpus.command(
    "list",
    short_help="Daftar isi korpus (list regulations)",
    epilog=examples("regcheck corpus list", "regcheck corpus list --json -o korpus.json"),
)
@takes("corpus", "lang", "output", "as_of")
def list_(run: Run) -> None:
    """Daftar peraturan di korpus, dan berkas yang tidak dapat dibaca.

    List the regulations of the corpus with their status, and the files that could not be read.
    """
    from regcheck import pipeline

    with pipeline.open_corpus(run.settings) as opened:
        heads, files = pipeline.list_heads(opened, run.settings.as_of), opened.files()
    if run.form == "json":
        from regcheck.report.data import corpus_to_json

        emit_record(run, corpus_to_json(heads, files, run.lang))
        return
    unread = [row for row in files if row.outcome in {"failed", "scan"}]
    lines = [list_table(run, heads) if heads else say("corpus_empty", run.lang)]
    lines += [file_line(row, run.lang) for row in unread]
    emit(run, "\n".join(lines))


def list_table(run: Run, heads: Sequence[Head]) -> str:
    """Lay out the regulations of the corpus."""
    from regcheck.naming import title_text
    from regcheck.report.terminal import render_table

    lang = run.lang
    names = ("id", "title", "status", "pages_short", "quality_short", "structure_short")
    rows = (
        (
            head.id,
            title_text(head.identity.tentang),
            name_of(terms.STATUSES, head.standing.status.value, lang),
            number(head.pages, lang),
            number(head.quality, lang, 2),
            number(head.structure, lang, 2),
        )
        for head in heads
    )
    return render_table([say(name, lang) for name in names], rows, look_of(run))


@corpus.command(
    short_help="Tampilkan satu peraturan (show one)",
    epilog=examples(
        "regcheck corpus show perda/nusa-kencana/2020/5",
        "regcheck corpus show perda/nusa-kencana/2014/2 --as-of 2017-12-31",
    ),
)
@click.argument("regulation_id", metavar="ID")
@takes("corpus", "lang", "output", "as_of")
def show(run: Run, regulation_id: str) -> None:
    """Tampilkan susunan satu peraturan dan statusnya.

    Show the tree of one regulation and its status, today or on a date.
    """
    from regcheck import pipeline

    with pipeline.open_corpus(run.settings) as opened:
        regulation = opened.regulation(regulation_id)
        heads = pipeline.list_heads(opened, run.settings.as_of)
        gone = pipeline.list_superseded(opened, run.settings.as_of)
    head = next(head for head in heads if head.id == regulation_id)
    if run.form == "json":
        from regcheck.report.data import head_to_json, regulation_to_json, versioned

        record = regulation_to_json(regulation, run.lang)
        standing = {name: head_to_json(head)[name] for name in ("status", "by")}
        emit_record(run, versioned(regulation={**record, **standing}))
    else:
        from regcheck.report.outline import render_outline

        remarks = {key: superseded_text(row, run.lang) for key, row in gone.items()}
        remarks[""] = standing_text(head, run.lang)
        emit(run, render_outline(regulation, look_of(run), remarks))


def superseded_text(row: Superseded, lang: str) -> str:
    """Say what happened to a unit whose printed text is no longer the law, and which act did it."""
    from regcheck.naming import cite_regulation

    return say(f"superseded_{row.op}", lang, by=cite_regulation(row.by))


def standing_text(head: Head, lang: str) -> str:
    """Say the status of a regulation, and which acts gave it that status."""
    from regcheck.naming import cite_regulation

    status = name_of(terms.STATUSES, head.standing.status.value, lang)
    acts = ", ".join(map(cite_regulation, head.standing.by))
    return say("by", lang, status=status, by=acts) if acts else status


@corpus.command(
    short_help="Hapus peraturan (remove regulations)",
    epilog=examples("regcheck corpus remove perda/nusa-kencana/2012/3"),
)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@takes("corpus", "lang", "output")
def remove(run: Run, ids: tuple[str, ...]) -> None:
    """Hapus peraturan dari korpus; berkas aslinya tidak disentuh.

    Remove regulations from the corpus; the original files are not touched.
    """
    from regcheck import pipeline

    with pipeline.open_corpus(run.settings) as opened:
        for regulation_id in ids:
            opened.remove(regulation_id)
    if run.form == "json":
        from regcheck.report.data import versioned

        emit_record(run, versioned(removed=list(ids)))
    else:
        emit(run, "\n".join(say("removed", run.lang, id=regulation_id) for regulation_id in ids))


@corpus.command(
    short_help="Angka tentang korpus (counts)",
    epilog=examples("regcheck corpus stats", "regcheck corpus stats --json"),
)
@takes("corpus", "lang", "output")
def stats(run: Run) -> None:
    """Angka tentang korpus: jumlah peraturan, ketentuan, tahun, wilayah, mutu.

    Counts of the corpus: regulations, provisions, years, regions, quality.
    """
    from regcheck import pipeline

    with pipeline.open_corpus(run.settings) as opened:
        counts = opened.stats()
    if run.form == "json":
        from regcheck.report.data import versioned

        emit_record(run, versioned(stats=dict(counts)))
    else:
        from regcheck.report.terminal import render_table

        rows = [
            (terms.count_name(name, run.lang), number(count, run.lang, 2 * (name in MEANS)))
            for name, count in counts.items()
        ]
        header = (say("counted", run.lang), say("count", run.lang))
        emit(run, render_table(header, rows, look_of(run)))


@corpus.command(
    short_help="Periksa keutuhan korpus (verify)",
    epilog=examples("regcheck corpus verify"),
)
@takes("corpus", "lang", "output")
def verify(run: Run) -> None:
    """Periksa keutuhan korpus, dan apakah berkas aslinya masih sama.

    Verify that the corpus is sound, and whether its original files are still the same. Damage ends
    with exit code 4; files that moved or changed are only listed.
    """
    from regcheck import pipeline

    with pipeline.open_corpus(run.settings) as opened:
        problems = opened.verify()
    if run.form == "json":
        from regcheck.report.data import anomalies_to_json, versioned

        emit_record(run, versioned(problems=anomalies_to_json(problems, run.lang)))
    elif problems:
        head = say("problems", run.lang, n=number(len(problems), run.lang))
        lines = (" ".join(filter(None, ("-", one.unit, one.say(run.lang)))) for one in problems)
        emit(run, "\n".join((head, *lines)))
    else:
        emit(run, say("corpus_sound", run.lang))
    finish(CORPUS_DAMAGED if any(one.code.startswith("corpus-") for one in problems) else 0)
