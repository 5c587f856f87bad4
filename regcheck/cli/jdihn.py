"""``regcheck corpus import-jdihn`` and ``export-jdihn``: the national feed, as a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regcheck.cli.options import BATCH_FAILED, PATH, Run, examples, finish, takes
from regcheck.cli.output import Meter, emit, emit_record
from regcheck.report.words import say

if TYPE_CHECKING:
    from regcheck.catalogues import Import


@click.command(
    "import-jdihn",
    short_help="Impor umpan JDIHN (import a JDIHN feed)",
    epilog=examples(
        "regcheck corpus import-jdihn document.json",
        'regcheck corpus import-jdihn document.json --files "unduhan JDIH"',
    ),
)
@click.argument("feed", metavar="FEED.json", type=PATH)
@click.option(
    "--files",
    type=PATH,
    metavar="DIR",
    help="Folder berisi berkas yang disebut umpan; dicocokkan menurut namanya, lalu ditambahkan. "
    "Folder with the files that the feed names; they are matched by name, and added.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=0),
    default=0,
    help="Banyaknya proses; 0: satu untuk tiap prosesor. Processes; 0: one for each processor.",
)
@takes("corpus", "lang", "output", "ocr")
def import_jdihn(run: Run, feed: Path, files: Path | None, workers: int) -> None:
    """Baca umpan JDIHN (berkas JSON): metadata, status, abstrak; dan tambahkan berkasnya.

    Read a feed of the national legal documentation network from a file: metadata, status, subject
    and abstract of each document. With --files, the documents themselves are added to the corpus;
    the feed supplies what a file does not say of itself. The status is only a hint: it never beats
    a repeal that is found in a text. Nothing is downloaded.
    """
    from regcheck import pipeline
    from regcheck.catalogues import plan_import

    plan = plan_import(feed, files, run.settings)
    meter = Meter(len(plan.match.files), say("adding", run.lang))
    batch = pipeline.Batch(run.settings, plan.given, workers=workers, watch=meter.watch)
    with pipeline.open_corpus(run.settings, create=True) as corpus:
        for _ in meter.follow(plan.run(corpus, batch)):
            pass
    emit_import(run, plan)
    failed = any(row.outcome == "failed" for row in plan.rows.values())
    finish(BATCH_FAILED if failed else 0)


def emit_import(run: Run, plan: Import) -> None:
    """Print what a feed brought."""
    from regcheck.report.catalogue import Account, account_lines, import_to_json

    account = Account(
        entries=plan.feed.entries,
        counts={
            "documents": len(plan.feed.entries),
            "repeated": plan.feed.repeated,
            "skipped": len(plan.feed.skipped),
            "files": len(plan.rows),
            "missing": len(plan.match.missing),
            "spare": len(plan.match.spare),
            "abstracts": plan.abstracts,
            "unread": len(plan.unread),
            "ties": sum(len(entry.ties) for entry in plan.feed.entries),
        },
        rows=plan.rows,
        disputed=plan.disputed,
        moved=plan.moved,
        skipped=[(one.number, one.title, one.why, one.why_en) for one in plan.feed.skipped],
        spare=[str(path) for path in plan.match.spare],
    )
    if run.form == "json":
        emit_record(run, import_to_json(account, run.lang))
    else:
        emit(run, "\n".join(account_lines(account, run.lang)))


@click.command(
    "export-jdihn",
    short_help="Ekspor umpan JDIHN (export a JDIHN feed)",
    epilog=examples("regcheck corpus export-jdihn -o document.json"),
)
@takes("corpus", "lang", "output", "as_of", forms=("json",))
def export_jdihn(run: Run) -> None:
    """Tulis isi korpus sebagai umpan JDIHN; statusnya menurut naskah di korpus.

    Write the regulations of the corpus as a JDIHN feed. The status is the one that the texts of
    the corpus show; other fields that an imported feed had are kept.
    """
    from regcheck import pipeline
    from regcheck.catalogues import export_feed

    with pipeline.open_corpus(run.settings) as corpus:
        documents = export_feed(corpus, run.settings.as_of)
    emit(run, json.dumps(documents, ensure_ascii=False, indent=2))
