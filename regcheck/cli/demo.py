"""``regcheck demo``: the whole program on its fictional examples, in one command."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import click

import regcheck
from regcheck.cli.options import PATH, Run, examples, sentence, takes
from regcheck.cli.output import Meter, emit, look_of, write_file
from regcheck.domain import CheckResult
from regcheck.report.words import say

#: Where the examples lie: inside an installed package, or beside it in a checkout.
PACKAGE = Path(regcheck.__file__).resolve().parent
PLACES = (PACKAGE / "_corpus", PACKAGE.parent / "corpus")


@click.command(
    epilog=examples("regcheck demo", "regcheck demo -o contoh --lang en"),
)
@click.option(
    "-o",
    "--output",
    "out",
    type=PATH,
    default=Path("hasil-demo"),
    show_default=True,
    help="Folder untuk laporan HTML. Folder for the HTML reports.",
)
@takes("lang", "show_suppressed", forms=())
def demo(run: Run, out: Path) -> None:
    """Coba seluruh program dengan contoh fiktif: korpus 18 peraturan dan 3 rancangan.

    Try the whole program on fictional examples: build a corpus, check three drafts, print the
    findings, and write HTML reports. Your own corpus is not touched.
    """
    examples = find_examples()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = replace(run.settings, corpus=str(Path(folder) / "demo.sqlite"))
        for result in check_examples(replace(run, settings=settings), examples):
            show_result(run, result, out)
    emit(run, say("reports_in", run.lang, path=out.resolve()))


def find_examples() -> Path:
    """Return the folder of the examples.

    Raises:
        RegcheckError: They are not there.
    """
    for place in PLACES:
        if (place / "pdf" / "regulations").is_dir():
            return place / "pdf"
    raise sentence("no_demo")


def check_examples(run: Run, examples: Path) -> list[CheckResult]:
    """Build the demo corpus and check the demo drafts."""
    from regcheck import pipeline
    from regcheck.pipeline import find_documents

    files = find_documents(examples / "regulations")
    with pipeline.open_corpus(run.settings, create=True) as corpus:
        meter = Meter(len(files), say("adding", run.lang))
        added = pipeline.add_files(files, corpus, pipeline.Batch(run.settings))
        rows = list(meter.follow(added))
        emit(run, say("demo_intro", run.lang, n=sum(len(row.ids) for row in rows)))
        drafts = find_documents(examples / "drafts")
        return [pipeline.check_file(draft, corpus, run.settings) for draft in drafts]


def show_result(run: Run, result: CheckResult, out: Path) -> None:
    """Print one result, and write its HTML report."""
    from regcheck.report import html, terminal

    look = look_of(run)
    emit(run, "\n" + "=" * look.width + "\n" + terminal.render_result(result, look))
    name = Path(result.draft.source_text.source.path).stem
    write_file(out / f"{name}.html", html.render_result(result, look))
