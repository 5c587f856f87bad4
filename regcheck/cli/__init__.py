"""The command ``regcheck``: each subcommand reads options, calls the pipeline, and prints."""

from __future__ import annotations

from typing import Any

import click

from regcheck import __version__
from regcheck.cli import check, consolidate, corpus, demo, graph, parse, ranks, scan, search
from regcheck.cli.options import LANG_KEY, corpus_option, lang_option
from regcheck.cli.output import make_streams_safe
from regcheck.errors import RegcheckError
from regcheck.report.words import say

INTERRUPTED = 130  # what a shell reports for a command stopped with Ctrl+C


class Group(click.Group):
    """Turn every RegcheckError into one line on stderr and its exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; the only place where errors become exit codes."""
        make_streams_safe()
        try:
            return super().invoke(ctx)
        except RegcheckError as error:
            click.echo(f"regcheck: {error.say(ctx.meta.get(LANG_KEY, 'id'))}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo(f"\n{say('interrupted', ctx.meta.get(LANG_KEY, 'id'))}", err=True)
            ctx.exit(INTERRUPTED)


HELP_END = """\b
Mulai di sini / Start here:
  regcheck demo                                 coba dengan contoh / try the examples
  regcheck corpus add FOLDER                    buat korpus / build a corpus
  regcheck check RANCANGAN.pdf                  periksa di layar / check on screen
  regcheck check RANCANGAN.pdf -o laporan.html  periksa ke HTML / check into HTML
  regcheck scan FOLDER -o hasil                 banyak rancangan / many drafts

\b
Kode keluar / Exit codes:
  0  tidak ada temuan mulai tingkat --fail-on / no finding from --fail-on up
  1  ada temuan mulai tingkat itu / there is one
  2  salah pakai / wrong use
  3  berkas tidak terbaca / unreadable input
  4  korpus tidak dapat dipakai / corpus unusable
  5  ada berkas yang gagal di antara banyak / a batch ended with failed files
"""


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]}, epilog=HELP_END)
@click.version_option(__version__, prog_name="regcheck")
@corpus_option
@lang_option
def main(**_: Any) -> None:
    """Temukan ketentuan rancangan peraturan yang tumpang tindih, bertentangan, atau salah rujuk.

    Find provisions of a draft regulation that overlap, conflict, or cite wrongly.

    Setiap perintah menjelaskan diri dengan --help. Each command explains itself with --help.
    """


for command in (
    demo.demo,
    corpus.corpus,
    check.check,
    check.compare,
    scan.scan,
    parse.parse,
    consolidate.consolidate,
    search.search,
    graph.graph,
):
    main.add_command(command)
for command in (ranks.central, ranks.communities, ranks.neighbours):
    graph.graph.add_command(command)
