"""Recognised words: read from Tesseract's table, put in rows, and turned into rows of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from regcheck.read.layout.rows import COLUMN_GAP, STEP, Row

#: The level of words in Tesseract's table, and its columns.
WORD_LEVEL, COLUMNS = "5", 12
#: Tesseract puts a space after a slash, and inside a number, where the print has almost none:
#: less than this share of the row's height.
SLASH_GAP, NUMBER_GAP = 0.2, 0.3
#: The rows of two halves belong together when they overlap by this share of their height.
SAME_ROW = 0.5


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word: its box in points of the picture, its sureness in ``[0, 1]``."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float

    @property
    def height(self) -> float:
        """The height of its box."""
        return self.bottom - self.top


Words = tuple[Word, ...]
Box = tuple[float, float, float, float]  # left, top, right, bottom


def read_table(table: str) -> list[Words]:
    """Return the words of each row from Tesseract's tab-separated table, as it orders them."""
    rows: dict[tuple[str, ...], list[Word]] = {}
    for line in table.split("\n"):
        cells = line.split("\t")
        if len(cells) < COLUMNS or cells[0] != WORD_LEVEL or not cells[-1].strip():
            continue
        left, top, width, height = (float(cell) for cell in cells[6:10])
        sure = min(max(float(cells[10]) / 100, 0.0), 1.0)
        word = Word(cells[-1].strip(), left, top, left + width, top + height, sure)
        rows.setdefault(tuple(cells[1:5]), []).append(word)
    return [tuple(words) for words in rows.values()]


def shift(words: Words, x: float, y: float) -> Words:
    """Return words moved right and down."""
    return tuple(
        replace(word, x0=word.x0 + x, x1=word.x1 + x, top=word.top + y, bottom=word.bottom + y)
        for word in words
    )


def row_box(words: Words) -> Box:
    """Return the box around words."""
    return (
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )


def middle_of(words: Words) -> float:
    """Return the height of the middle of a row."""
    _, top, _, bottom = row_box(words)
    return (top + bottom) / 2


def height_of(words: Words) -> float:
    """Return the middle height of the words of a row."""
    return median(word.height for word in words)


def sureness(words: Words) -> float:
    """Return how sure a row is: the mean over its characters."""
    weight = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / max(1, weight)


def regroup(rows: Sequence[Words]) -> list[Words]:
    """Take rows apart that join print of different heights, and set what shares a height together.

    In a table Tesseract takes a cell that stands half a row higher for a part of the row.
    """
    parts = [part for words in rows for part in tear(words)]
    if len(parts) == len(rows):
        return list(rows)
    grouped: list[Words] = []
    for part in sorted(parts, key=middle_of):
        beside = [i for i, words in enumerate(grouped) if stands_beside(part, words)]
        if beside:
            joined = (*grouped[beside[-1]], *part)
            grouped[beside[-1]] = tuple(sorted(joined, key=lambda word: word.x0))
        else:
            grouped.append(part)
    return grouped


def tear(words: Words) -> list[Words]:
    """Cut a row at its wide gaps where the parts stand at clearly different heights."""
    height = height_of(words)
    cuts = [k + 1 for k, (a, b) in enumerate(pairwise(words)) if b.x0 - a.x1 > COLUMN_GAP * height]
    parts = [words[a:b] for a, b in pairwise([0, *cuts, len(words)])]
    tall = [part for part in parts if height_of(part) >= height / 2]
    middles = [middle_of(part) for part in tall]
    torn = max(middles, default=0.0) - min(middles, default=0.0) > STEP * height
    return parts if torn else [words]


def stands_beside(part: Words, row: Words) -> bool:
    """Tell whether a part of a row stands next to a row, at its height."""
    x0, _, x1, _ = row_box(part)
    apart = all(word.x1 <= x0 or word.x0 >= x1 for word in row)
    nearest = min(row, key=lambda word: max(word.x0 - x1, x0 - word.x1))
    step = abs((nearest.top + nearest.bottom) / 2 - middle_of(part))
    return apart and step <= STEP * max(height_of(part), nearest.height)


def join_words(words: Words) -> Words:
    """Join what stands too close together to be two words: ``dan/ atau``, ``485. 107,00``."""
    joined = [words[0]]
    for word in words[1:]:
        last = joined[-1]
        gap = (word.x0 - last.x1) / max(1.0, last.height, word.height)
        slash = last.text.endswith("/") and gap < SLASH_GAP
        number = last.text[-2:-1].isdigit() and last.text[-1] in ".," and word.text[:3].isdigit()
        if slash or (number and gap < NUMBER_GAP):
            box = row_box((last, word))
            joined[-1] = Word(last.text + word.text, *box, sureness((last, word)))
        else:
            joined.append(word)
    return tuple(joined)


def to_row(words: Words, scale: float) -> Row:
    """Join words to a row; ``scale`` turns the picture's points into points of the page."""
    x0, top, x1, bottom = (scale * edge for edge in row_box(words))
    text = " ".join(word.text for word in words)
    return Row(text, x0, top, x1, bottom, round(sureness(words), 3))


def merge_rows(left: Sequence[Row], right: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows of two halves as those of one sheet, joined where they share a height."""
    waiting = list(right)
    for row in left:
        while waiting and waiting[0].bottom <= row.top:
            yield waiting.pop(0)
        if waiting and overlap(row, waiting[0]) >= SAME_ROW:
            yield join_rows(row, waiting.pop(0))
        else:
            yield row
    yield from waiting


def overlap(row: Row, other: Row) -> float:
    """Return by how much of the lower one's height two rows overlap."""
    common = min(row.bottom, other.bottom) - max(row.top, other.top)
    return common / max(1e-6, min(row.bottom - row.top, other.bottom - other.top))


def join_rows(row: Row, other: Row) -> Row:
    """Return two rows that stand side by side as one."""
    weight = len(row.text), len(other.text)
    sure = (row.confidence * weight[0] + other.confidence * weight[1]) / max(1, sum(weight))
    return Row(
        text=f"{row.text} {other.text}",
        x0=row.x0,
        top=min(row.top, other.top),
        x1=other.x1,
        bottom=max(row.bottom, other.bottom),
        confidence=round(sure, 3),
    )
