"""Characters to printed rows: words by their gaps, rows by their baselines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from regcheck.read.patterns import SPACED_LETTERS
from regcheck.read.pdf.glyphs import PLAIN_FORMS, Boxes, PageGlyphs

#: Measures of a gap, as shares of the height of a character.
STEP = 0.4  # up or down: another row
BACK = 0.5  # to the left: another row
COLUMN_GAP = 1.5  # to the right: another column or cell
WORD_GAP = 0.16  # always parts words
SPACED_GAP = 0.04  # parts words where the file has a space
LABEL_GAP = 0.03  # parts the label of a list from its text
WIDER = 1.6  # times the usual gap between spaced-out letters: between words
MAX_SLANT = 0.4  # the boxes of slanted type overlap by at most this much
OVERLAP = 0.3  # parts of one row may overlap by this much
#: What the label of a list ends with, the digits of its number, and those of a chapter.
LABEL_ENDS, MAX_DIGITS, ROMAN = ".)", 3, set("IVXL")
#: Fewer lone letters in a row are labels or initials.
MIN_SPACED = 4
#: Rows that a run may still join: those above are complete.
MAX_OPEN_ROWS = 4
#: What pdfium puts for a hyphen at the end of a line.
MARK = "\x02"


class Run(NamedTuple):
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


@dataclass(slots=True)
class OpenRow:
    """A row that further runs may still join.

    ``low`` and ``high`` bound the middles of its characters, ``height`` is that of the smallest.
    """

    runs: list[Run]
    low: float
    high: float
    height: float

    def add(self, run: Run) -> None:
        """Put a run on the row."""
        self.runs.append(run)
        self.low = min(self.low, run.left, run.right)
        self.high = max(self.high, run.left, run.right)
        self.height = min(self.height, run.height)

    def is_near(self, run: Run) -> bool:
        """Tell, at little cost, whether a run may stand on the row's baseline."""
        reach = STEP * min(self.height, run.height)
        low, high = (run.left, run.right) if run.left < run.right else (run.right, run.left)
        return low - self.high <= reach and self.low - high <= reach


def find_rows(glyphs: PageGlyphs, runs: list[Run]) -> list[Row]:
    """Put runs that share a baseline side by side; rows from top to bottom.

    A row of a crooked scan rises or falls: each run is measured against its neighbour, not
    against the whole row.
    """
    rows: list[OpenRow] = []
    for run in sorted(runs, key=lambda run: run.left + run.right):
        fitting = [row for row in rows[-MAX_OPEN_ROWS:] if row.is_near(run) and fits(run, row.runs)]
        if len(fitting) > 1:
            fitting.sort(key=lambda row: step(run, row.runs))
        if fitting:
            fitting[0].add(run)
        else:
            low, high = sorted((run.left, run.right))
            rows.append(OpenRow([run], low, high, run.height))
    ordered = [sorted(row.runs, key=lambda run: run.x0) for row in rows]
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
    if len(runs) == 1:
        run = runs[0]
        return Row(text, run.x0, run.top, run.x1, run.bottom)
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
    order = in_order([run for row in rows for run in row])
    boxes: Boxes = glyphs.boxes[order]
    height = boxes[:, 3] - boxes[:, 1]
    gap = (boxes[1:, 0] - boxes[:-1, 2]) / np.maximum(height[1:], height[:-1])
    gap -= usual_gap(gap)
    cut = (gap > WORD_GAP) | (glyphs.spaced[order[1:]] & (gap > SPACED_GAP))
    ends = np.cumsum([sum(run.end - run.start for run in row) for row in rows])
    cut[ends[:-1] - 1] = True  # a row ends, and so does its last word
    chars = reorder(glyphs.chars, order)
    cut[find_labels(chars, gap, cut)] = True
    edges = np.flatnonzero(cut) + 1
    words = [chars[a:b] for a, b in pairwise([0, *edges.tolist(), len(chars)])]
    lasts = np.searchsorted(edges, ends[:-1]).tolist()  # the number of the word each row ends with
    wide = [0.0, *gap[edges - 1].tolist()]
    texts = []
    for start, end in pairwise([0, *(last + 1 for last in lasts), len(words)]):
        part = words[start:end]
        if sum(len(word) == 1 for word in part) >= MIN_SPACED:
            part = join_letters(part, wide[start + 1 : end])
        text = " ".join(part)
        texts.append(text if text.isascii() and MARK not in text else text.translate(PLAIN_FORMS))
    return texts


def find_labels(chars: str, gap: Boxes, cut: NDArray[np.bool_]) -> list[int]:
    """Return the gaps, by number, that part the label of a list from its text, however narrow.

    A label that is too wide for its column nearly touches the text: ``(2)Kepala``, ``12.Izin``.

    >>> gaps = np.float32([0, 0, 0.06, 0, 0, 0, 0, 0.3, 0, 0.04])
    >>> find_labels("(2)Orang.S.", gaps, gaps > 0.2)
    [2]
    """
    narrow = np.flatnonzero((gap > LABEL_GAP) & ~cut).tolist()
    candidates = [i for i in narrow if chars[i] in LABEL_ENDS and chars[i + 1].isalpha()]
    if not candidates:
        return []
    starts = np.concatenate(([0], np.flatnonzero(cut) + 1))
    firsts = starts[np.searchsorted(starts, candidates, side="right") - 1].tolist()
    pairs = zip(firsts, candidates, strict=True)
    return [i for start, i in pairs if is_label(chars[start : i + 1])]


def is_label(word: str) -> bool:
    """Tell whether a word is the number or letter of a list.

    >>> [is_label(word) for word in ("(2)", "12.", "m.", "(3b)", "IV.", "dr.", "S.H.")]
    [True, True, True, True, True, False, False]
    """
    core = word.strip("().")
    number = core[:-1] if core[-1:].isalpha() and core[:-1].isdigit() else core
    roman = bool(core) and set(core) <= ROMAN
    letter = len(core) == 1 and core.islower()
    return roman or letter or (number.isdigit() and len(number) <= MAX_DIGITS)


def in_order(runs: list[Run]) -> NDArray[np.intp]:
    """Return the numbers of the characters of runs, one run after the other.

    >>> in_order([Run(5, 8, 0, 0, 0, 0, 0, 0), Run(1, 3, 0, 0, 0, 0, 0, 0)]).tolist()
    [5, 6, 7, 1, 2]
    """
    starts = np.array([run.start for run in runs])
    sizes = np.array([run.end - run.start for run in runs])
    shift = starts - np.cumsum(sizes) + sizes
    numbers: NDArray[np.intp] = np.arange(int(sizes.sum())) + np.repeat(shift, sizes)
    return numbers


def reorder(chars: str, order: NDArray[np.intp]) -> str:
    """Return characters in another order.

    >>> reorder("pasal", np.array([4, 3, 0]))
    'lap'
    """
    codes = np.frombuffer(chars.encode("utf-32-le"), np.uint32)
    return codes[order].tobytes().decode("utf-32-le")


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
