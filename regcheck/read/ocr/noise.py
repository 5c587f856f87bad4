"""What Tesseract makes of crests, signatures, punch holes and specks is taken out, and counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median, quantiles

from regcheck.read.ocr.patterns import DAMAGED_LABEL, DASHES, HEADING, LABEL, MEANT, NOISE
from regcheck.read.ocr.words import Word, Words, height_of, join_words, sureness

#: A word is sure to this degree.
SURE = 0.6
#: A meant sign stands no farther from the row than so many times its height; a dash less far.
FAR, FAR_DASH = 4.0, 1.5
#: Rows that hold less than this share of letters and digits, or that are less sure, are noise.
LETTERS, DOUBTFUL, SHORT_DOUBTFUL = 0.5, 0.35, 0.6
#: So few letters and digits are short.
SHORT = 4
#: A row of noise is so much higher or lower than the rows of the page.
HIGH, LOW = 2.6, 0.45
#: Words of so many letters, read this surely, show where the text begins and ends; a page has so
#: many at least.
LONG, CLEAR, MIN_LONG = 5, 0.85, 12
#: Outside of the text stand specks of so few signs; a label stands no farther from its row than
#: so many times the row's height.
SPECK, LABEL_FAR = 3, 8.0
#: ``Pasal 5``, ``BAB II``.
HEADING_WORDS = 2

ALNUM = re.compile(r"[^\W_]")


def clean_rows(rows: Sequence[Words]) -> tuple[list[Words], int]:
    """Take noise off the ends of rows and drop rows that are nothing else; count these."""
    sure = [height_of(words) for words in rows if sureness(words) > SURE]
    usual = median(sure) if sure else 0.0
    left, right = text_edges(rows)
    kept = []
    for words in rows:
        inside = drop_outside(words, left - usual / 2, right + usual / 2)
        trimmed = trim_noise(inside, usual)
        if trimmed and not is_noise(trimmed, usual):
            kept.append(join_words(tuple(map(plain_dash, trimmed))))
    return kept, len(rows) - len(kept)


def plain_dash(word: Word) -> Word:
    """Return a dash that was seen twice, or too long, as the dash of running text."""
    return replace(word, text="–") if DASHES.fullmatch(word.text) else word


def text_edges(rows: Sequence[Words]) -> tuple[float, float]:
    """Return where the text of a page begins and ends, left and right."""
    long = [w for words in rows for w in words if len(w.text) >= LONG and w.confidence >= CLEAR]
    if len(long) < MIN_LONG:
        return float("-inf"), float("inf")
    return (
        quantiles([word.x0 for word in long], n=50)[0],
        max(word.x1 for word in long),
    )


def drop_outside(words: Words, left: float, right: float) -> Words:
    """Return a row without specks beside the text; labels and numbers of items stay."""
    first, last = 0, len(words)
    while first < last and words[first].x1 < left and is_speck(words[first : first + 2]):
        first += 1
    while last > first and words[last - 1].x0 > right and is_speck(words[last - 1 : last]):
        last -= 1
    return words[first:last]


def is_speck(words: Words) -> bool:
    """Tell whether the first of some words is a speck, and not the label of the second."""
    word = words[0]
    if len(word.text) > SPECK:
        return False
    label = LABEL.fullmatch(word.text) or DAMAGED_LABEL.fullmatch(word.text)
    if not label and not word.text.isdigit():
        return True
    return len(words) > 1 and words[1].x0 - word.x1 > LABEL_FAR * words[1].height


def trim_noise(words: Words, usual: float) -> Words:
    """Return a row without the signs at its ends that are no text."""
    first, last = 0, len(words)
    while last - first > 1 and is_stray(words[last - 1], words[last - 2], usual):
        last -= 1
    while last - first > 1 and is_stray(words[first], words[first + 1], usual):
        first += 1
    return words[first_of_heading(words, first, last) : last]


def first_of_heading(words: Words, first: int, last: int) -> int:
    """Return where a heading begins that ends a row after specks; else where the row begins."""
    if last - first <= HEADING_WORDS:
        return first
    heading = " ".join(word.text for word in words[last - HEADING_WORDS : last])
    before = words[first : last - HEADING_WORDS]
    alone = HEADING.fullmatch(heading) and max(len(word.text) for word in before) <= SPECK
    return last - HEADING_WORDS if alone and sureness(before) < SURE else first


def is_stray(word: Word, beside: Word, usual: float) -> bool:
    """Tell whether a word at the end of a row is a speck, a stroke or the edge of a page."""
    if not NOISE.fullmatch(word.text):
        return False
    if not MEANT.fullmatch(word.text):
        return True
    gap = max(word.x0 - beside.x1, beside.x0 - word.x1)
    if DASHES.fullmatch(word.text):
        return gap > FAR_DASH * usual
    return gap > FAR * usual or word.confidence < SURE


def is_noise(words: Words, usual: float) -> bool:
    """Tell whether a row is noise: no letters, or read with no certainty."""
    text = "".join(word.text for word in words)
    letters, sure = len(ALNUM.findall(text)), sureness(words)
    if not letters or (letters < LETTERS * len(text) and sure < CLEAR):
        return True
    if sure < DOUBTFUL or (letters < SHORT and sure < SHORT_DOUBTFUL):
        return True
    odd = usual > 0 and not LOW * usual <= height_of(words) <= HIGH * usual
    return odd and sure < SURE
