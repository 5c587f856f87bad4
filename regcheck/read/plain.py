"""Text files to lines: each line a verbatim slice of its file, heads of printed pages cut out.

Rows between bars, and columns parted by blanks, are tables as well.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from regcheck.domain import Anomaly, Line, Source, SourceText
from regcheck.errors import UnreadableFileError
from regcheck.read.layout.furniture import Removed, is_same_word
from regcheck.read.notes import empty_note, encoding_note, furniture_note, quality_note
from regcheck.read.patterns import FILE_LINE, PAGE_BREAK, TOKEN
from regcheck.read.quality import LOW_QUALITY, text_quality
from regcheck.read.text_tables import find_tables

Cut = tuple[int, int]

#: So many words, within so many characters, may be the catchword of what follows a page break.
MAX_CATCH, CATCH_CHARS = 4, 60
BLANKS = " \t\xa0\u200b\ufeff"


def read_plain(path: Path, sha256: str) -> SourceText:
    """Read a text file; ``Line.offset`` counts characters of the decoded file.

    Blanks at the ends of a line are left out. A running head within the text, and the catchword
    before it, part a line in two.

    Raises:
        UnreadableFileError: The file is not text.
    """
    text, encoding = decode(path)
    cuts, removed = find_cuts(text)
    lines = tuple(cut_lines(text, cuts))
    quality = text_quality(line.text for line in lines)
    source = Source(str(path), sha256, 1, f"text {encoding}")
    notes = tuple(plain_notes(encoding, removed, quality if lines else None))
    return SourceText(lines, source, find_tables(lines), notes, quality)


def plain_notes(encoding: str, removed: Removed, quality: float | None) -> Iterator[Anomaly]:
    """Yield the notes of a text file; ``quality`` is ``None`` for one without text."""
    if encoding not in ("utf-8", "utf-16"):
        yield encoding_note(encoding)
    if removed.total:
        yield furniture_note(removed)
    if quality is None:
        yield empty_note()
    elif quality < LOW_QUALITY:
        yield quality_note(quality)


def decode(path: Path) -> tuple[str, str]:
    """Return a file's text and its encoding: UTF-8, UTF-16 by its mark, else Windows-1252.

    A byte order mark stays in the text, so that offsets count from the start of the file.

    Raises:
        UnreadableFileError: The file holds zero bytes, as no text does.
    """
    content = path.read_bytes()
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace"), "utf-16"
    if b"\0" in content:
        raise UnreadableFileError(
            id=f"{path}: bukan berkas teks. Simpan sebagai PDF atau teks UTF-8 lalu coba lagi.",
            en=f"{path}: not a text file. Save it as PDF or as UTF-8 text and try again.",
        )
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), "cp1252"


def cut_lines(text: str, cuts: list[Cut]) -> Iterator[Line]:
    """Yield what is left of each line of a file, without the cuts and the blanks around it."""
    position = 0
    for start, end in [*cuts, (len(text), len(text))]:
        for match in FILE_LINE.finditer(text, position, start):
            kept = match.group().strip(BLANKS)
            if kept and not kept.isspace():
                yield Line(kept, 1, offset=match.start() + match.group().index(kept))
        position = max(position, end)


def find_cuts(text: str) -> tuple[list[Cut], Removed]:
    """Find running heads, and catchwords, in text that was taken from printed pages.

    A head is cut only where it says that it is one: by a page number, by its spaced-out letters,
    or by the number of the sheet. Words before a head or before dots are catchwords, and cut with
    them, only where what follows repeats them.
    """
    cuts: list[Cut] = []
    heads = catchwords = 0
    for group in find_breaks(text):
        start, end = group[0].start(), group[-1].end()
        printed = [match.span() for match in group if match["head"]]
        heads += len(printed)
        cut = cuts[-1][1] if cuts else 0
        caught = max(catchword_start(text, start, end), cut)
        if caught < start:
            catchwords += 1
            cuts.append((caught, end))
        else:
            cuts += printed
    return cuts, Removed(heads=heads, catchwords=catchwords)


def find_breaks(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the heads and dots of a text; those with nothing but blanks between them together."""
    group: list[re.Match[str]] = []
    for match in PAGE_BREAK.finditer(text):
        if group and text[group[-1].end() : match.start()].strip():
            yield group
            group = []
        group.append(match)
    if group:
        yield group


def catchword_start(text: str, start: int, end: int) -> int:
    """Return where the words before a break begin that the text after it repeats, or ``start``.

    >>> text = "berkenaan. 8. Dana ... 8. Dana Transfer Umum"
    >>> text[catchword_start(text, 19, 22) : 19]
    '8. Dana '
    """
    before = list(TOKEN.finditer(text, max(0, start - CATCH_CHARS), start))[-MAX_CATCH:]
    after = [match.group() for match in TOKEN.finditer(text, end, end + CATCH_CHARS)]
    for first, token in enumerate(before):
        words = [match.group() for match in before[first:]]
        spoken = any(map(str.isalnum, "".join(words)))
        if spoken and len(words) <= len(after) and all(map(is_same_word, words, after)):
            return token.start()
    return start
