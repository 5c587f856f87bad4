"""``regcheck corpus``: what drafts are compared with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from regcheck.cli.adding import add, file_line
from regcheck.cli.editing import edit
from regcheck.cli.jdihn import export_jdihn, import_jdihn
from regcheck.cli.options import Run, examples, finish, takes
from regcheck.cli.output import emit, emit_record, look_of, warn_older
from regcheck.cli.overlaps import overlaps
from regcheck.domain import Head, Regulation, Superseded
from regcheck.domain.consolidation import Consolidated
from regcheck.domain.graph import Force
from regcheck.report import terms
from regcheck.report.tables import identities_csv, is_incomplete
from regcheck.report.terms import name_of
from regcheck.report.words import number, say

CORPUS_DAMAGED = 4
#: The counts of a corpus that are means.
MEANS = {"quality", "structure"}


@click.group()
def corpus() -> None:
    """Kelola korpus: kumpulan peraturan yang menjadi pembanding.

    Manage the corpus: the regulations that drafts are compared with. It is one file; without
    --corpus it lies in the user's data folder.
    """


for command in (add, edit, import_jdihn, export_jdihn, overlaps):
    corpus.add_command(command)


@corpus.command(
    "list",
    short_help="Daftar isi korpus (list regulations)",
    epilog=examples(
        "regcheck corpus list",
        "regcheck corpus list --json -o korpus.json",
        "regcheck corpus list --incomplete -o identitas.csv",
    ),
)
@click.option(
    "--incomplete",
    is_flag=True,
    help="Hanya yang jenis, wilayah, nomor, atau tahunnya belum diketahui. Only those whose kind, "
    "region, number or year is unknown.",
)
@takes("corpus", "lang", "output", "as_of", forms=("text", "json", "csv"))
def list_(run: Run, incomplete: bool) -> None:
    """Daftar peraturan di korpus, dan berkas yang tidak dapat dibaca.

    List the regulations of the corpus with their status, and the files that could not be read. As
    CSV it is a table of identities, to be filled in with a spreadsheet and given back to
    `regcheck corpus add --meta`.
    """
    from regcheck.standings import list_heads, open_corpus

    with open_corpus(run.settings) as opened:
        heads, files = list_heads(opened, run.settings.as_of), opened.files()
        warn_older(opened.older_files(), run.lang)
    if incomplete:
        heads = tuple(head for head in heads if is_incomplete(head.identity))
    if run.form == "csv":
        emit(run, identities_csv(heads, run.lang))
        return
    if run.form == "json":
        from regcheck.report.data import corpus_to_json

        emit_record(run, corpus_to_json(heads, files, run.lang))
        return
    unread = [row for row in files if row.outcome in {"failed", "scan"} or row.reading.unread_pages]
    nothing = "none_incomplete" if incomplete else "corpus_empty"
    lines = [list_table(run, heads) if heads else say(nothing, run.lang)]
    lines += register_lines(heads, run.lang)
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
            name_of(terms.STATUSES, head.standing.status.value, lang)
            + ("*" if head.standing.known else ""),
            number(head.pages, lang),
            number(head.quality, lang, 2),
            number(head.structure, lang, 2),
        )
        for head in heads
    )
    return render_table([say(name, lang) for name in names], rows, look_of(run))


def register_lines(heads: Sequence[Head], lang: str) -> list[str]:
    """Say how many statuses rest on the built-in register, if any."""
    known = [head.standing.known for head in heads if head.standing.known]
    if not known:
        return []
    doubtful = sum(not one.verified for one in known)
    return [say("bygones", lang, n=number(len(known), lang), m=number(doubtful, lang))]


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
    """Tampilkan susunan satu peraturan dan statusnya; dengan --as-of: naskah pada tanggal itu.

    Show the tree of one regulation as printed, and its status. With --as-of show its text as it
    stands on that date, all amendments applied, as `regcheck consolidate` does.
    """
    from regcheck import pipeline
    from regcheck.consolidate import consolidate_id, has_own_text
    from regcheck.graphs import open_atlas

    as_of = run.settings.as_of
    with pipeline.open_corpus(run.settings) as opened:
        warn_older(opened.older_files(), run.lang)
        regulation = opened.regulation(regulation_id)
        force = open_atlas(opened, as_of).force(regulation_id)
        gone = pipeline.list_superseded(opened, as_of)
        consolidates = as_of and has_own_text(opened, regulation_id)
        found = consolidate_id(opened, regulation_id, as_of) if consolidates else None
    if run.form == "json":
        emit_record(run, show_record(regulation, force, found, run.lang))
        return
    from regcheck.report.standing import status_lines, status_summary

    if found:
        from regcheck.report.consolidated import render_text

        emit(run, render_text(found, look_of(run), status_summary(force, look_of(run))))
    else:
        from regcheck.report.outline import render_outline

        status = status_lines(force, look_of(run))
        remarks = {key: superseded_text(row, run.lang) for key, row in gone.items()}
        emit(run, render_outline(regulation, look_of(run), {**remarks, "": "\n".join(status)}))


def show_record(
    regulation: Regulation, force: Force, found: Consolidated | None, lang: str
) -> dict[str, Any]:
    """Describe a regulation as printed, and as it stands on a date where one was asked for."""
    from regcheck.report.consolidated_data import to_record
    from regcheck.report.data import regulation_to_json, versioned
    from regcheck.report.standing import status_to_json

    record = {**regulation_to_json(regulation, lang), **status_to_json(force)}
    consolidated = {"consolidated": to_record(found, lang)} if found else {}
    return {**versioned(regulation=record), **consolidated}


def superseded_text(row: Superseded, lang: str) -> str:
    """Say what happened to a unit whose printed text is no longer the law, and which act did it."""
    from regcheck.naming import cite_regulation

    return say(f"superseded_{row.op}", lang, by=cite_regulation(row.by))


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
