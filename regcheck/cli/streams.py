"""The standard streams take any text, whatever the code page of the terminal."""

from __future__ import annotations

import codecs
import io
import sys

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
