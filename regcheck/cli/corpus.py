"""``regcheck corpus``: what drafts are compared with."""

from __future__ import annotations

from collections.abc import Sequence

import click

from regcheck.cli.adding import add, file_line
from regcheck.cli.editing import edit
from regcheck.cli.jdihn import export_jdihn, import_jdihn
from regcheck.cli.options import Run, examples, finish, takes
from regcheck.cli.output import emit, emit_record, look_of
from regcheck.cli.overlaps import overlaps
from regcheck.domain import Head, Superseded
from regcheck.report import terms
from regcheck.report.tables import identities_csv, is_incomplete
from regcheck.report.terms import name_of
from regcheck.report.words import number, say

CORPUS_DAMAGED = 4
#: The counts of a corpus that are means.
MEANS = {"quality", "structure"}


@click.group(short_help="Kelola korpus (manage the corpus)")
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
    from regcheck import pipeline

    with pipeline.open_corpus(run.settings) as opened:
        heads, files = pipeline.list_heads(opened, run.settings.as_of), opened.files()
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
