"""Characters to printed rows: words by their gaps, rows by their baselines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from regcheck.read.glyphs import PLAIN_FORMS, Boxes, PageGlyphs
from regcheck.read.patterns import SPACED_LETTERS

#: Measures of a gap, as shares of the height of a character.
STEP = 0.4  # up or down: another row
BACK = 0.5  # to the left: another row
COLUMN_GAP = 1.5  # to the right: another column or cell
WORD_GAP = 0.16  # always parts words
SPACED_GAP = 0.04  # parts words where the file has a space
WIDER = 1.6  # times the usual gap between spaced-out letters: between words
MAX_SLANT = 0.4  # the boxes of slanted type overlap by at most this much
OVERLAP = 0.3  # parts of one row may overlap by this much
#: Fewer lone letters in a row are labels or initials.
MIN_SPACED = 4
#: Rows that a run may still join: those above are complete.
MAX_OPEN_ROWS = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Characters ``[start, end)`` that the file prints one after the other on one row.

    ``left`` and ``right`` are the heights of the middle of its first and last character: on a
    crooked scan they differ.
    """

    start: int
    end: int
    x0: float
    top: float
    x1: float
    bottom: float
    left: float
    right: float

    @property
    def height(self) -> float:
        """The height of its characters."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row: its words joined by single spaces, and its box.

    ``confidence``, in ``[0, 1]``, is how sure a recogniser is of it; 1 for characters of the file.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float = 1.0


def find_runs(glyphs: PageGlyphs) -> list[Run]:
    """Cut the characters, in the order of the file, where the print jumps."""
    count = len(glyphs.chars)
    if not count:
        return []
    x0, top, x1, bottom = glyphs.boxes.T
    middle, height = (top + bottom) / 2, bottom - top
    tall = np.maximum(height[1:], height[:-1])
    gap = x0[1:] - x1[:-1]
    jump = (np.abs(np.diff(middle)) > STEP * tall) | (gap < -BACK * tall)
    jump |= gap > COLUMN_GAP * tall
    starts = np.concatenate(([0], np.flatnonzero(jump) + 1))
    ends = np.concatenate((starts[1:], [count]))
    columns = (
        starts,
        ends,
        np.minimum.reduceat(x0, starts),
        np.minimum.reduceat(top, starts),
        np.maximum.reduceat(x1, starts),
        np.maximum.reduceat(bottom, starts),
        middle[starts],
        middle[ends - 1],
    )
    return [Run(*values) for values in zip(*(c.tolist() for c in columns), strict=True)]


def find_rows(glyphs: PageGlyphs, runs: list[Run]) -> list[Row]:
    """Put runs that share a baseline side by side; rows from top to bottom.

    A row of a crooked scan rises or falls: each run is measured against its neighbour, not
    against the whole row.
    """
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.left + run.right):
        fitting = [row for row in rows[-MAX_OPEN_ROWS:] if fits(run, row)]
        if fitting:
            min(fitting, key=lambda row: step(run, row)).append(run)
        else:
            rows.append([run])
    ordered = [sorted(row, key=lambda run: run.x0) for row in rows]
    texts = join_words(glyphs, ordered)
    return [build_row(text, row) for text, row in zip(texts, ordered, strict=True)]


def step(run: Run, row: list[Run]) -> float:
    """Return how far a run lies above or below the end of the row that is nearest to it."""
    before = [other for other in row if other.x1 <= run.x0 + OVERLAP * run.height]
    after = [other for other in row if other.x0 >= run.x1 - OVERLAP * run.height]
    steps = []
    if before:
        steps.append(abs(max(before, key=lambda other: other.x1).right - run.left))
    if after:
        steps.append(abs(min(after, key=lambda other: other.x0).left - run.right))
    return min(steps, default=0.0)


def fits(run: Run, row: list[Run]) -> bool:
    """Tell whether a run stands beside the runs of a row, on their baseline."""
    for other in row:
        slack = OVERLAP * min(run.height, other.height)
        if run.x0 < other.x1 - slack and other.x0 < run.x1 - slack:
            return False
    return step(run, row) <= STEP * min(run.height, *(other.height for other in row))


def build_row(text: str, runs: list[Run]) -> Row:
    """Put a row's text and box together."""
    return Row(
        text=text,
        x0=runs[0].x0,
        top=min(run.top for run in runs),
        x1=max(run.x1 for run in runs),
        bottom=max(run.bottom for run in runs),
    )


def join_words(glyphs: PageGlyphs, rows: list[list[Run]]) -> list[str]:
    """Return the text of each row, its words parted by one space.

    Words end at a wide gap, and at a narrow one where the file has a space: some files have no
    spaces, and some have them within words.
    """
    if not rows:
        return []
    order = [i for row in rows for run in row for i in range(run.start, run.end)]
    boxes: Boxes = glyphs.boxes[order]
    height = boxes[:, 3] - boxes[:, 1]
    gap = (boxes[1:, 0] - boxes[:-1, 2]) / np.maximum(height[1:], height[:-1])
    gap -= usual_gap(gap)
    cut = (gap > WORD_GAP) | (glyphs.spaced[order[1:]] & (gap > SPACED_GAP))
    chars = "".join([glyphs.chars[i] for i in order])
    ends = np.cumsum([sum(run.end - run.start for run in row) for row in rows])
    cut[ends[:-1] - 1] = False
    edges = np.flatnonzero(cut) + 1
    texts = []
    for start, end in zip([0, *ends[:-1].tolist()], ends.tolist(), strict=True):
        inner = edges[np.searchsorted(edges, start) : np.searchsorted(edges, end)]
        bounds = [start, *inner.tolist(), end]
        words = [chars[a:b] for a, b in pairwise(bounds)]
        if sum(len(word) == 1 for word in words) >= MIN_SPACED:
            words = join_letters(words, gap[inner - 1].tolist())
        texts.append(" ".join(words).translate(PLAIN_FORMS))
    return texts


def join_letters(words: list[str], gaps: list[float]) -> list[str]:
    """Join the letters of spaced-out words (``T E N T A N G``); wider gaps part the words.

    Args:
        words: The words of a row.
        gaps: The gap before each word but the first.

    >>> join_letters(["M", "E", "M", "U", "T", "U", "S", "K", "A", "N", ":"], [0.3] * 10)
    ['MEMUTUSKAN', ':']
    >>> join_letters(list("RAHMATTUHAN"), [0.3] * 5 + [0.8] + [0.3] * 4)
    ['RAHMAT', 'TUHAN']
    >>> join_letters(["ayat", "a", "b", "c", "dan", "d"], [0.3] * 5)
    ['ayat', 'a', 'b', 'c', 'dan', 'd']
    """
    code = "".join(word if len(word) == 1 else "\n" for word in words)
    joined, done = [], 0
    for match in SPACED_LETTERS.finditer(code):
        start, end = match.span()
        inner = gaps[start : end - 1]
        limit = WIDER * sorted(inner)[len(inner) // 2]
        joined += [*words[done:start], words[start]]
        for letter, gap in zip(words[start + 1 : end], inner, strict=True):
            if gap > limit:
                joined.append(letter)
            else:
                joined[-1] += letter
        done = end
    return joined + words[done:]


def usual_gap(gap: Boxes) -> Boxes:
    """Return the overlap of the neighbouring characters, 0 where they do not overlap.

    The boxes of slanted type overlap by a quarter of their height, within a word and, less, at
    its end.
    """
    overlap = np.where(gap < -MAX_SLANT, 0, np.minimum(gap, 0))
    around = np.zeros_like(gap)
    around[1:-1] = np.maximum(overlap[:-2], overlap[2:])
    return around
