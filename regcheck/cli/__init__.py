"""The command ``regcheck``: each subcommand reads options, calls the pipeline, and prints."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from regcheck import __version__
from regcheck.cli.common import LANG_KEY, corpus_option, lang_option
from regcheck.cli.streams import make_streams_safe
from regcheck.errors import RegcheckError
from regcheck.report.words import say

#: Each command: the module and name it is loaded from when it is called, and its line of help.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "demo": ("demo:demo", "Coba dengan contoh (try the examples)"),
    "corpus": ("corpus:corpus", "Kelola korpus (manage the corpus)"),
    "check": ("check:check", "Periksa satu rancangan (check a draft)"),
    "compare": ("check:compare", "Bandingkan dua naskah (compare two texts)"),
    "scan": ("scan:scan", "Periksa satu folder rancangan (scan drafts)"),
    "parse": ("parse:parse", "Urai satu berkas (parse a file)"),
    "consolidate": ("consolidate:consolidate", "Susunan yang berlaku (the law as it stands)"),
    "search": ("search:search", "Cari ketentuan (search provisions)"),
    "graph": ("ranks:graph", "Peta rujukan (citation graph)"),
}
#: How seldom unreachable cycles are looked for: each look goes through all records, whose types
#: form none, and costs a sixth of the time of a check.
COLLECTING = (50_000, 20, 20)
# At the end the system takes everything back: looking through it first takes a second or two.
atexit.register(gc.freeze)
INTERRUPTED = 130  # what a shell reports for a command stopped with Ctrl+C


class Group(click.Group):
    """Load a command when it is called; turn a RegcheckError into one line and its exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Name the commands in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - as click calls it
        cmd_name: str,
    ) -> click.Command | None:
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(f"regcheck.cli.{module}"), name)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - as click calls it
        formatter: click.HelpFormatter,
    ) -> None:
        """List the commands without loading one."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; the only place where errors become exit codes."""
        make_streams_safe()
        gc.set_threshold(*COLLECTING)
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
