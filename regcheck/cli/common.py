"""The options that stand before any command, and what they leave for it."""

from __future__ import annotations

import click

from regcheck.errors import LANGUAGES

LANG_KEY = "regcheck.lang"

corpus_option = click.option(
    "--corpus", metavar="FILE", help="Berkas korpus, ganti dari yang baku. Corpus file to use."
)
lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Bahasa keluaran. Language of the output."
)
