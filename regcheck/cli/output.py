"""Where results go: the screen, a pipe or a file, in letters that each can show."""

from __future__ import annotations

import codecs
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from regcheck import __version__
from regcheck.cli.options import Run, sentence
from regcheck.report.look import Look

Item = TypeVar("Item")
PIPE_WIDTH = 80
#: Longer lines tire the eye, however wide the screen.
WIDEST = 100
#: How letters are written that an old code page lacks; the rest become question marks.
PLAIN_LETTERS = {
    "→": "->", "←": "<-", "≥": ">=", "≤": "<=", "≠": "!=", "×": "x", "•": "-", "·": "-",
    "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "\u00a0": " ",
}  # fmt: skip


def make_streams_safe() -> None:
    """Let the standard streams write any text, whatever the code page of the terminal."""
    codecs.register_error("regcheck.plain", write_plainly)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="regcheck.plain")


def write_plainly(error: UnicodeError) -> tuple[str | bytes, int]:
    """Replace letters that an encoding lacks; a handler for ``codecs.register_error``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return "".join(PLAIN_LETTERS.get(letter, "?") for letter in letters), error.end


def look_of(run: Run) -> Look:
    """Return how a report is to look where the output of a command goes."""
    screen = run.output is None and sys.stdout.isatty()
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return Look(
        lang=run.lang,
        show_suppressed=run.show_suppressed,
        version=__version__,
        width=min(WIDEST, shutil.get_terminal_size().columns) if screen else PIPE_WIDTH,
        colour=screen and not plain,
    )


def emit(run: Run, text: str) -> None:
    """Print a result, or write it to the output file.

    What is not for a screen (JSON, HTML) is always UTF-8, as programs expect it.

    Raises:
        RegcheckError: The output file cannot be written.
    """
    if run.output is not None:
        write_file(run.output, text)
        click.echo(sentence("written", path=run.output).say(run.lang), err=True)
    elif run.form == "text":
        click.echo(text.rstrip("\n"))
    else:
        click.echo(text.rstrip("\n").encode("utf-8", "replace"))


def emit_record(run: Run, record: Mapping[str, Any]) -> None:
    """Print a record as JSON, or write it to the output file."""
    from regcheck.report.data import to_json

    emit(run, to_json(record))


def write_file(path: Path, text: str) -> None:
    """Write a whole text file or nothing, so that an interruption leaves no half of one.

    Raises:
        RegcheckError: The file or its folder cannot be written.
    """
    half = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(text.encode("utf-8", "replace"))
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise sentence("cannot_write", path=path, why=error.strerror or error) from error


def progress(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """Yield the items, with a bar on stderr if that is a terminal and there is more than one."""
    hidden = total < 2 or not sys.stderr.isatty()
    with click.progressbar(
        items, length=total, label=label, file=sys.stderr, hidden=hidden, show_pos=True
    ) as bar:
        yield from bar
