"""A second look, with other language data, where the first reading is known to err.

Tesseract's Indonesian data, in the fast and the best edition alike, were trained without ``;`` and
``%``: with them ``Daerah;`` is read as ``Daerah,`` and ``70%`` as ``7096``. English data have these
signs and read labels such as ``(1)`` and ``c.`` better, but read Indonesian words worse; and one
row in some hundreds, of a single word, is not returned at all. So what is doubtful is cut out, set
row below row on one small picture, and read again. Of that reading only what it is good for is
taken, by strict patterns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import chain

import numpy as np

from regcheck.read.ocr.images import WHITE, Ink, Picture
from regcheck.read.ocr.noise import ALNUM, trim_noise
from regcheck.read.ocr.patterns import (
    DAMAGED_LABEL,
    HEADING,
    JOINS,
    LABEL,
    LIKE_HEADING,
    LIKE_NUMBER,
    NUMBER,
    PERCENT,
    PREAMBLE,
    SEMICOLON_END,
)
from regcheck.read.ocr.scans import runs_of
from regcheck.read.ocr.words import Word, Words, height_of, middle_of, row_box, shift, sureness

#: White between two cut-out rows, and around each, as shares of the row's height.
GAP, AROUND = 0.9, 0.2
#: White kept to its left and right; a heading may have lost its number there.
ASIDE, WHOLE_ROW = 0.6, 3.0
#: The colon after a label of the preamble is misread as at most so many signs.
MAX_COLON = 2
#: A page of text has some dozen doubts; of more, those that matter most are looked into.
MAX_CUTS = 150
#: A heading this sure is not looked at again.
SURE_HEADING = 0.85
#: Nor is the label of an item that is this sure.
SURE_LABEL = 0.8
#: and one that is read in two ways is at most this sure.
RIVAL_SURE = 0.5
#: A row that the first look did not return is so high and wide, in inches; its words stand no
#: farther apart. It is taken where the second look is this sure of at least so many letters.
LOST_FROM_IN, LOST_TO_IN, LOST_WIDE_IN, LOST_GAP_IN = 0.05, 0.3, 0.3, 0.4
LOST_SURE, LOST_LETTERS = 0.8, 3
#: Print so near to a word that was read belongs to it, in inches.
NEAR_IN = 0.03
#: So few dark points in a line of the picture are specks.
SPECKS = 2

Box = tuple[int, int, int, int]  # left, top, right, bottom
Look = Callable[[Picture], list[Words]]


class Doubt(IntEnum):
    """What may be wrong with the words that are looked at again; what matters most comes first."""

    HEADING = 1
    LABEL = 2
    SIGN = 3
    LOST = 4


@dataclass(frozen=True, slots=True)
class Cut:
    """Words cut out: of which row, the number of the word in doubt, and where on both pictures."""

    doubt: Doubt
    row: int
    word: int
    box: Box
    top: int = 0

    @property
    def bottom(self) -> int:
        """Where it ends on the small picture."""
        return self.top + self.box[3] - self.box[1]


def look_again(
    rows: Sequence[Words], pixels: Picture, ink: Ink, dpi: int, look: Look
) -> tuple[list[Words], int]:
    """Return rows, from top to bottom, with what a second look corrects and adds.

    The number says how many doubts were beyond ``MAX_CUTS`` and not looked at.

    Args:
        rows: The rows of one block, as first read.
        pixels: The picture of the block; boxes of words are in its points.
        ink: Its dark points.
        dpi: Points of the picture in an inch.
        look: Reads a picture with other language data.
    """
    cuts = [cut for i, words in enumerate(rows) for cut in find_doubts(i, words, pixels.shape)]
    cuts += find_lost(rows, ink, dpi)
    if not cuts:
        return list(rows), 0
    placed, sheet = stack(sorted(cuts, key=lambda cut: cut.doubt)[:MAX_CUTS], pixels)
    seen = [trim_noise(words, height_of(words)) for words in look(sheet)]
    mended = list(rows)
    for cut in placed:
        again = max((words for words in seen if lies_within(words, cut)), key=len, default=())
        if again and cut.doubt is Doubt.LOST:
            mended += [put_back(again, cut, placed[0].top)] if is_text(again) else []
        elif again:
            mended[cut.row] = correct(mended[cut.row], cut, again)
    ordered = sorted(mended, key=middle_of) if len(mended) > len(rows) else mended
    return ordered, max(0, len(cuts) - MAX_CUTS)


def find_doubts(row: int, words: Words, shape: tuple[int, ...]) -> Iterator[Cut]:
    """Yield what is to be looked at again in one row."""
    if is_damaged_heading(words):
        yield Cut(Doubt.HEADING, row, 0, widen(words, 0, len(words), shape, WHOLE_ROW))
        return
    if len(words) > 1 and is_damaged_label(words[0]):
        yield Cut(Doubt.LABEL, row, 0, widen(words, 0, 2, shape))
    last = len(words) - 1
    if last > 0 and words[last].text.lower() in JOINS:
        last -= 1
    for k, word in enumerate(words):
        at_end = k == last and SEMICOLON_END.fullmatch(word.text)
        if at_end or is_damaged_number(words, k) or is_damaged_colon(words, k):
            yield Cut(Doubt.SIGN, row, k, widen(words, max(0, k - 1), k + 1, shape))


def is_damaged_number(words: Words, k: int) -> bool:
    """Tell whether a number may have lost a sign: by its looks, or because words spell it out."""
    text = words[k].text
    spelled = k + 1 < len(words) and words[k + 1].text.startswith("(")
    return LIKE_NUMBER.fullmatch(text) is not None or (spelled and text.isdigit())


def is_damaged_colon(words: Words, k: int) -> bool:
    """Tell whether a short word stands where the colon after a label is printed."""
    text = words[k].text
    return k == 1 and words[0].text in PREAMBLE and len(text) <= MAX_COLON and text != ":"


def is_damaged_label(word: Word) -> bool:
    """Tell whether a word that begins a row may be a label that was misread."""
    if LABEL.fullmatch(word.text):
        return word.confidence < SURE_LABEL
    return DAMAGED_LABEL.fullmatch(word.text) is not None


def is_damaged_heading(words: Words) -> bool:
    """Tell whether a row may be the heading of a pasal or bab that was misread."""
    text = " ".join(word.text for word in words)
    if HEADING.fullmatch(text):
        return min(word.confidence for word in words) < SURE_HEADING
    return LIKE_HEADING.fullmatch(text) is not None


def widen(words: Words, first: int, end: int, shape: tuple[int, ...], aside: float = ASIDE) -> Box:
    """Return the box of some words of a row, with a little white, short of their neighbours."""
    left, top, right, bottom = row_box(words[first:end])
    edge, side = AROUND * (bottom - top), aside * (bottom - top)
    before = words[first - 1].x1 if first else 0.0
    after = words[end].x0 if end < len(words) else float(shape[1])
    return (
        max(0, round(max(left - side, before))),
        max(0, round(top - edge)),
        min(shape[1], round(min(right + side, after))),
        min(shape[0], round(bottom + edge)),
    )


def find_lost(rows: Sequence[Words], ink: Ink, dpi: int) -> Iterator[Cut]:
    """Yield bands of print, as high as a row, where no word was read."""
    left_over, near = ink.copy(), round(NEAR_IN * dpi)
    for word in chain.from_iterable(rows):
        x0, y0 = max(0, round(word.x0) - near), max(0, round(word.top) - near)
        left_over[y0 : round(word.bottom) + near, x0 : round(word.x1) + near] = False
    for top, bottom in runs_of(left_over.sum(axis=1) > SPECKS):
        if LOST_FROM_IN * dpi <= bottom - top <= LOST_TO_IN * dpi:
            y0, y1 = max(0, top - near), min(ink.shape[0], bottom + near)
            for x0, x1 in find_pieces(left_over[top:bottom], dpi):
                yield Cut(Doubt.LOST, -1, 0, (max(0, x0 - near), y0, x1 + near, y1))


def find_pieces(band: Ink, dpi: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where a band holds print without a wide gap."""
    columns = np.flatnonzero(band.any(axis=0))
    breaks = np.flatnonzero(np.diff(columns) > LOST_GAP_IN * dpi) + 1
    for piece in np.split(columns, breaks):
        if piece[-1] - piece[0] >= LOST_WIDE_IN * dpi:
            yield int(piece[0]), int(piece[-1]) + 1


def stack(cuts: Sequence[Cut], pixels: Picture) -> tuple[list[Cut], Picture]:
    """Set cut-out rows one below the other on white; tell where each came to stand."""
    placed, y = [], 0
    for cut in cuts:
        y += round(GAP * (cut.box[3] - cut.box[1]))
        placed.append(replace(cut, top=y))
        y = placed[-1].bottom
    margin = placed[0].top
    width = max(cut.box[2] - cut.box[0] for cut in cuts) + 2 * margin
    sheet = np.full((y + margin, width), WHITE, np.uint8)
    for cut in placed:
        left, top, right, bottom = cut.box
        piece = pixels[top:bottom, left:right]
        sheet[cut.top : cut.top + piece.shape[0], margin : margin + piece.shape[1]] = piece
    return placed, sheet


def lies_within(words: Words, cut: Cut) -> bool:
    """Tell whether a row read on the small picture is that of a cut."""
    return cut.top <= middle_of(words) < cut.bottom


def put_back(words: Words, cut: Cut, margin: int) -> Words:
    """Return words read on the small picture with their boxes on the large one."""
    return shift(words, cut.box[0] - margin, cut.box[1] - cut.top)


def is_text(words: Words) -> bool:
    """Tell whether a row that the first look did not return is text, not a stamp or a stroke."""
    letters = sum(len(ALNUM.findall(word.text)) for word in words)
    return letters >= LOST_LETTERS and sureness(words) >= LOST_SURE


def correct(words: Words, cut: Cut, again: Words) -> Words:
    """Return a row with what the second look is good for."""
    if cut.doubt is Doubt.HEADING:
        return correct_heading(words, again)
    word = words[cut.word]
    if cut.doubt is Doubt.LABEL:
        better = correct_label(word, again[0])
    else:
        better = replace(word, text=correct_sign(word.text, again[-1].text))
    return (*words[: cut.word], better, *words[cut.word + 1 :])


def correct_label(word: Word, again: Word) -> Word:
    """Return the label of an item that the second look sees, unless the first is the surer one."""
    if not LABEL.fullmatch(again.text):
        return word
    if LABEL.fullmatch(word.text) and word.confidence >= again.confidence:
        return word
    return replace(word, text=again.text, confidence=max(word.confidence, again.confidence))


def correct_heading(words: Words, again: Words) -> Words:
    """Return the words of the second look where they are a heading, and the surer one.

    Two looks that see different numbers make a row that is not sure.
    """
    text, other = (" ".join(word.text for word in row) for row in (words, again))
    if not HEADING.fullmatch(other) or text == other:
        return words
    rival = HEADING.fullmatch(text) is not None
    if rival and sureness(words) >= sureness(again):
        again = words
    x0, top, x1, bottom = row_box(words)
    most = RIVAL_SURE if rival else 1.0
    return tuple(
        replace(word, x0=x0, top=top, x1=x1, bottom=bottom, confidence=min(word.confidence, most))
        for word in again
    )


def correct_sign(text: str, again: str) -> str:
    """Return a word with the sign that the second look sees in it.

    >>> correct_sign("Daerah,", "Daerah;"), correct_sign("7096", "70%")
    ('Daerah;', '70%')
    >>> correct_sign("(83.030.000,001", "(83.030.000,00)"), correct_sign("1996", "1996")
    ('(83.030.000,00)', '1996')
    >>> correct_sign("huruf,", "hurof;"), correct_sign("Daerah,", "Daerah,")
    ('huruf;', 'Daerah,')
    >>> correct_sign("1", ":"), correct_sign("(1)", ":")
    (':', '(1)')
    """
    same_size = abs(len(text) - len(again)) <= 1
    if percent := PERCENT.fullmatch(again):
        return again if text.lstrip("(").startswith(percent[1]) else text
    if NUMBER.fullmatch(again) and text[:4] == again[:4] and same_size:
        return again
    if again == ":" and len(text) <= MAX_COLON:
        return again
    if again.endswith(";") and text[-1] in ",:j" and same_size:
        return f"{text[:-1]};"
    return text
