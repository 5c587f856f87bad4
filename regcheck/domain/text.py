"""The text of a document, and the way back from it to page and box."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of characters of the cleaned text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; points, origin top left, page from 1.

    ``offset`` is the character offset of the line's first character in a text file, -1 for
    others; a text line is a verbatim slice of its file, so ``offset + i`` is exact.
    """

    text: str
    page: int
    x0: float = 0.0
    top: float = 0.0
    x1: float = 0.0
    bottom: float = 0.0
    confidence: float = 1.0
    offset: int = -1


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its page and its rows of cell texts."""

    page: int
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The file a text came from; ``reader`` is the extractor's name and version."""

    path: str
    sha256: str
    pages: int
    reader: str


@dataclass(frozen=True, slots=True)
class PageReading:
    """How one page of a file was read.

    ``origin`` is ``layer`` (the file's own text), ``ocr-layer`` (the layer that came with a scan),
    ``ocr`` (recognised from the picture), ``picture`` (a picture that was not recognised),
    ``blank`` or ``damaged``. ``score`` is how far the file's own text consists of words, -1 where
    there is none; ``confidence``, in ``[0, 1]``, is how sure the reader is of the text it returned.
    """

    page: int
    origin: str
    score: float = -1.0
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Anomaly:
    """An oddity of one document, as data; ``message`` is Indonesian, ``message_en`` English."""

    code: str
    message: str
    message_en: str
    page: int = 0
    unit: str = ""

    def say(self, lang: str) -> str:
        """Return the sentence in ``lang`` (``id`` or ``en``)."""
        return self.message_en if lang == "en" else self.message


@dataclass(frozen=True)
class SourceText:
    """The cleaned text of a document, and the way back from it to page and box.

    ``text`` is the lines joined by one newline each. ``quality`` is the reader's estimate in
    ``[0, 1]`` of how much of the text consists of plausible words; ``ocr_pages`` counts the pages
    whose text comes from OCR, the file's own or ours; ``pages`` has one entry for each page.
    """

    lines: tuple[Line, ...]
    source: Source
    tables: tuple[Table, ...] = ()
    notes: tuple[Anomaly, ...] = ()
    quality: float = 1.0
    ocr_pages: int = 0
    pages: tuple[PageReading, ...] = ()

    @cached_property
    def text(self) -> str:
        """The lines, joined by newlines."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset in ``text`` of each line's first character."""
        starts, position = [], 0
        for line in self.lines:
            starts.append(position)
            position += len(line.text) + 1
        return tuple(starts)

    def line_index(self, position: int) -> int:
        """Return the number of the line that holds ``position``."""
        return max(0, bisect_right(self.starts, position) - 1)

    def locate(self, span: Span) -> tuple[Line, ...]:
        """Return the lines a span touches, in reading order; empty for an empty text."""
        if not self.lines:
            return ()
        first = self.line_index(span.start)
        last = self.line_index(max(span.start, span.end - 1))
        return self.lines[first : last + 1]

    def confidence_of(self, span: Span) -> float:
        """Return how sure the reader is of a span, in ``[0, 1]``: the mean over its characters."""
        lines = self.locate(span)
        weight = sum(len(line.text) for line in lines)
        return sum(line.confidence * len(line.text) for line in lines) / weight if weight else 1.0

    def page_of(self, position: int) -> int:
        """Return the page, from 1, that prints the character at ``position``."""
        return self.lines[self.line_index(position)].page if self.lines else 1

    def file_offset(self, position: int) -> int | None:
        """Return the offset in the original text file, or ``None`` for other formats."""
        if not self.lines:
            return None
        index = self.line_index(position)
        line = self.lines[index]
        return None if line.offset < 0 else line.offset + position - self.starts[index]
