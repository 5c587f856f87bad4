"""Where results go: the screen, a pipe or a file, in letters that each can show."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any, TypeVar

import click

from regcheck import __version__
from regcheck.cli.options import Run, sentence
from regcheck.report.look import Look
from regcheck.report.words import number, say

Item = TypeVar("Item")
PIPE_WIDTH = 80
#: Longer lines tire the eye, however wide the screen.
WIDEST = 100
#: The bar, and the name of a file beside it, fit a line of 80 columns together.
BAR_WIDTH, NAME_WIDTH = 8, 18
#: Work that is done within so many seconds needs no word.
PATIENCE_S = 2.0
#: How often the time is written anew, in seconds.
TICK_S = 1.0


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


def warn_older(files: int, lang: str) -> None:
    """Say on stderr that an older regcheck read some files of the corpus, if it did."""
    if files:
        click.echo(say("files_older", lang, n=number(files, lang)), err=True)


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


class Meter:
    """A bar on stderr, if that is a terminal; for a single item only the time it has taken.

    It names what is being worked on and since when, so that a slow file does not look like a
    standstill.
    """

    def __init__(self, total: int, label: str) -> None:
        self.total, self.label = total, label
        self.bar: Any = click.progressbar(
            length=total,
            label=label,
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
            show_pos=True,
            show_percent=False,
            width=BAR_WIDTH,
            item_show_func=lambda text: text,
        )

    def follow(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items, and move the bar with each."""
        with self.bar if self.total > 1 else patience(self.label):
            for item in items:
                yield item
                if self.total > 1:
                    self.bar.update(1)

    def watch(self, busy: Sequence[tuple[Path, float]]) -> None:
        """Name the file that takes longest, and count the others."""
        self.bar.current_item = busy_text(busy)
        self.bar.render_progress()


def busy_text(busy: Sequence[tuple[Path, float]]) -> str:
    """Say which file has been worked on for longest, and how many others there are.

    >>> busy_text([(Path("a/perda-1.pdf"), 3.0), (Path("b.pdf"), 75.2)])
    'b.pdf 1:15 +1'
    """
    if not busy:
        return ""
    path, seconds = max(busy, key=lambda one: one[1])
    more = f" +{len(busy) - 1}" if len(busy) > 1 else ""
    name = path.name if len(path.name) <= NAME_WIDTH else f"{path.name[: NAME_WIDTH - 3]}..."
    return f"{name} {clock(seconds)}{more}"


def clock(seconds: float) -> str:
    """Write a time that has passed.

    >>> clock(65), clock(3_725)
    ('1:05', '1:02:05')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@contextmanager
def patience(label: str) -> Iterator[None]:
    """Show on a terminal, after some seconds, what is being done and how long it has taken."""
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    ticker = Thread(target=tick, args=(label, done), daemon=True)
    ticker.start()
    try:
        yield
    finally:
        done.set()
        ticker.join()


def tick(label: str, done: Event) -> None:
    """Write the time that has passed once a second, and clear the line at the end."""
    start, shown = time.monotonic(), ""
    while not done.wait(TICK_S):
        if (passed := time.monotonic() - start) >= PATIENCE_S:
            shown = f"{label} {clock(passed)}"
            click.echo(f"\r{shown}", nl=False, err=True)
    if shown:
        click.echo(f"\r{' ' * len(shown)}\r", nl=False, err=True)
