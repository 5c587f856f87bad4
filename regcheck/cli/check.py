"""``regcheck check`` and ``regcheck compare``: one draft against the corpus, or two texts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from regcheck.cli.options import PATH, Run, examples, finish, takes
from regcheck.cli.output import emit, emit_record, look_of, patience
from regcheck.domain import CheckResult, Severity
from regcheck.report.words import say
from regcheck.settings import Settings

FORMS = ("text", "json", "html")


@click.command(
    epilog=examples(
        "regcheck check rancangan.pdf",
        "regcheck check rancangan.pdf -o laporan.html",
        "regcheck check rancangan.docx --track-changes original",
        "regcheck check rancangan.pdf --json --fail-on kritis",
        "regcheck check rancangan.pdf --peers -o laporan.html",
    ),
)
@click.argument("draft", type=PATH)
@click.option(
    "--peers",
    is_flag=True,
    help="Tambahkan model dari daerah lain, dan di mana rancangan berbeda darinya. Add models from "
    "other regions, and where the draft departs from them.",
)
@takes(
    *("corpus", "lang", "output", "override_id", "as_of", "fail_on", "show_suppressed"),
    *("ocr", "track_changes"),
    forms=FORMS,
)
def check(run: Run, draft: Path, peers: bool) -> None:
    """Periksa satu rancangan terhadap korpus.

    Check one draft against the corpus and print the findings.
    """
    from regcheck import pipeline

    call = pipeline.check_file
    if peers:
        from regcheck.peers import check_with_peers

        call = check_with_peers
    busy = f"{say('checking', run.lang)} {draft.name}"
    with pipeline.open_corpus(run.settings) as corpus, patience(busy):
        result = call(draft, corpus, run.settings, run.override_id)
    emit_result(run, result)
    finish(exit_code((one.severity for one in result.findings), run.settings))


@click.command(
    epilog=examples(
        "regcheck compare rancangan.pdf perda-lama.pdf",
        "regcheck compare rancangan.pdf perda/nusa-kencana/2020/5 -o banding.html",
        "regcheck compare rancangan.pdf perda/nusa-kencana/2014/2 --as-of 2017-12-31",
        "regcheck compare rancangan.pdf perda/nusa-kencana/2014/2 --printed",
    ),
)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option(
    "--printed",
    is_flag=True,
    help="Bandingkan peraturan korpus sebagaimana dicetak, tanpa perubahannya. Compare regulations "
    "of the corpus as printed, without their amendments.",
)
@takes(
    *("corpus", "lang", "output", "as_of", "fail_on", "show_suppressed", "ocr", "track_changes"),
    forms=FORMS,
)
def compare(run: Run, left: str, right: str, *, printed: bool) -> None:
    """Bandingkan dua naskah: berkas, atau id peraturan di korpus.

    Compare two texts, each a file or the id of a regulation in the corpus; A is the one under
    review. A regulation of the corpus is compared as it stands on the day.
    """
    from regcheck import pipeline

    with patience(say("checking", run.lang)):
        result = pipeline.compare_two(left, right, run.settings, printed=printed)
    emit_result(run, result)
    finish(exit_code((one.severity for one in result.findings), run.settings))


def emit_result(run: Run, result: CheckResult) -> None:
    """Print the result of a check in the form that was asked for."""
    if run.form == "json":
        from regcheck.report.data import result_to_json

        emit_record(run, result_to_json(result, show_suppressed=run.show_suppressed))
    elif run.form == "html":
        from regcheck.report import html

        emit(run, html.render_result(result, look_of(run)))
    else:
        from regcheck.report import terminal

        emit(run, terminal.render_result(result, look_of(run)))


def exit_code(severities: Iterable[Severity], settings: Settings) -> int:
    """Return 1 if a finding reaches the severity of ``--fail-on``, else 0.

    >>> exit_code([Severity.SEDANG], Settings()), exit_code([Severity.KRITIS], Settings())
    (0, 1)
    """
    return int(any(level >= Severity[settings.fail_on.upper()] for level in severities))
