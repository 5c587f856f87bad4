"""Candidates for headings and ayat: where a number stands, how it can be read, how strong it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from string import ascii_letters

from regcheck.parse.marks.numbering import JOIN_COST, Reading, digit_readings, from_roman, to_roman
from regcheck.parse.marks.patterns import (
    AYAT,
    CITED_AFTER,
    CITING_WORDS,
    GATHERED,
    NAMED_AFTER,
    PASAL,
    SELF_AFTER,
)
from regcheck.parse.marks.sequence import Mark

#: The strength of a place: alone on its line, first on its line, inside a line.
ALONE = 6.0
FIRST = 5.0
INLINE = 4.0
LIKELY = 2.5
POSSIBLE = 1.5
#: An ayat inside a line, behind no sentence or before a small letter.
SMALL_LETTER = 0.5
#: A citation broken over two lines: its second line is nothing but the pasal.
CITED_ALONE = -3.0

#: Digits that scanners put in the place of the letter of an inserted pasal (``Pasal 698``, 69B),
#: and letters that may be that letter or a digit, each with its price.
LETTER_LIKE = {"8": ("B", 2.5), "4": ("A", 2.5), "B": ("B", 0.0), "D": ("D", 0.0), "G": ("G", 0.0)}
#: A number no pasal or ayat of a body reaches.
PASAL_LIMIT = 1400
AYAT_LIMIT = 60

SENTENCE_END = '.;:!?"”»)…_*'
WORD_BEFORE = re.compile(r"([A-Za-z/.-]+)\W*$")
#: What a word is made of, with the marks it may carry (``dan/atau``, ``s.d.``).
WORD_MARKS = "/.-"
WORD_CHARS = frozenset(f"{ascii_letters}{WORD_MARKS}")
#: Characters a scanner leaves before a heading: quotes, carets, bullets.
DIRT = " \t\"'“”‘^_~*•·-–«"
#: Dirt that a sentence may have behind its full stop.
LOOSE = " \t\n^_~*'•·"
#: More than this between a heading and its first ayat is text; more before a heading as well.
HEADING_DIRT = 200
DIRT_CHARS = 40
#: Numbers gathered behind a pasal are looked for in so much of its end.
GATHERED_CHARS = 200
OPENS_AYAT = re.compile(r"\s*[({\[]\s?[1lIi(][)}\]1lI]?")
CAPITAL = re.compile(r"\s*[\"“'^(]*(?:[A-Z0-9]|l(?=[bcdfghjkmnpqrstvwxyz]))")
#: Old texts print ``Pasal 5.`` as a heading; scanners leave rules and carets behind the number.
#:
#: takes    .       ^      :
#: refuses  .Bupati
AFTER_NUMBER = re.compile(r"(?: ?[.:](?= )| ?[_^'*~]+)+")
#: The words of an ayat, not the next of several numbers a scanner has gathered.
WORDS = re.compile(r"\s*[\"“'^(]*(?:[A-Z]|l(?=[bcdfghjkmnpqrstvwxyz]))")
#: How long the running head of a page is, and what it has none of.
RUNNING_HEAD = 120
PROSE = re.compile(r"[a-z]{3}")
#: A sentence before an ayat whose first letter is read small, or that has a stop behind its number.
#:
#: takes    selesai.
#: refuses  selesai;
SENTENCE_BEFORE = re.compile(r"[a-z)]\.\s+\Z")
ANY_WORD = re.compile(r"\.?\s*[A-Za-z][a-z,]")
LINE_END = re.compile(r"[ \t.:;…_^'\"”*-]*(?:\n|$)")


def line_start(text: str, position: int) -> bool:
    """Tell whether only dirt stands between the position and the start of its line."""
    before = text[max(0, position - DIRT_CHARS) : position]
    line = before[before.rfind("\n") + 1 :]
    return len(line) < DIRT_CHARS and not line.strip(DIRT)


def word_before(text: str, position: int) -> str:
    """Return the last word before the position, lower case; empty at the start."""
    first = max(0, position - 40)
    end = position
    while end > first and not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    start = end
    while start > first and text[start - 1] in WORD_CHARS:
        start -= 1
    if start == end or text[end - 1] not in WORD_CHARS:
        return ""
    while end < position and text[end] in WORD_MARKS:
        end += 1
    return text[start:end].lower().strip(".")


def ends_sentence(text: str, position: int) -> bool:
    """Tell whether a sentence, an item or a heading in capitals ends before the position."""
    before = text[max(0, position - 40) : position].rstrip(LOOSE)
    before = before[:-1].rstrip(LOOSE) if before.endswith((" -", "\n-", " –")) else before
    if not before or before[-1] in SENTENCE_END:
        return True
    word = WORD_BEFORE.search(before)
    return bool(word) and word[1].isupper() and len(word[1]) > 1  # type: ignore[index]


def pasal_strength(text: str, start: int, end: int) -> float:
    """Weigh a place where the word Pasal and a number stand; 0 or less: a citation."""
    word = word_before(text, start)
    ended = ends_sentence(text, start) or is_doubled(text, start, word)
    comma = text[max(0, start - 8) : start].rstrip().endswith(",")
    citing = (comma and not SELF_AFTER.match(text, end)) or (word in CITING_WORDS and not ended)
    first = line_start(text, start)
    stop = AFTER_NUMBER.match(text, end)
    end = stop.end() if stop else end
    if LINE_END.match(text, end):
        return alone_strength(text, end, first=first, ended=ended, citing=citing)
    if CITED_AFTER.match(text, end) or citing:
        return 0.0
    if text[start].islower():
        return small_strength(text, end, ended=ended)
    if NAMED_AFTER.match(text, end) and not (ended and first):
        return INLINE if ended and SELF_AFTER.match(text, end) else LIKELY * ended
    return filled_strength(text, end, first=first, ended=ended)


def small_strength(text: str, end: int, *, ended: bool) -> float:
    """Weigh a word with a small letter: a slip for a heading only behind a sentence."""
    opens = OPENS_AYAT.match(text, end) or WORDS.match(text, end)
    return LIKELY if ended and opens and not NAMED_AFTER.match(text, end) else 0.0


def is_doubled(text: str, start: int, word: str) -> bool:
    """Tell whether the word of a heading is printed twice, behind a sentence or *Menetapkan*.

    >>> is_doubled("ini. Pasal Pasal 5 Gubernur", 11, "pasal")
    True
    """
    if word != "pasal":
        return False
    first = text.lower().rindex(word, max(0, start - 40), start)
    return ends_sentence(text, first) or word_before(text, first) == "menetapkan"


def alone_strength(text: str, end: int, *, first: bool, ended: bool, citing: bool) -> float:
    """Weigh a pasal with nothing after it on its line."""
    if not first:
        return LIKELY if ended and not citing else 0.0
    if citing:
        return CITED_ALONE
    if ended:
        return ALONE
    if OPENS_AYAT.match(text, end):
        return FIRST
    return LIKELY if CAPITAL.match(text, end) else POSSIBLE


def filled_strength(text: str, end: int, *, first: bool, ended: bool) -> float:
    """Weigh a pasal whose text follows on the same line."""
    ayat = OPENS_AYAT.match(text, end)
    if not ayat and not CAPITAL.match(text, end):
        return POSSIBLE if ended else 0.0
    if first:
        return FIRST if ayat or ended else LIKELY
    if ended:
        return INLINE if ayat else LIKELY
    return LIKELY if ayat else POSSIBLE


def pasal_readings(match: re.Match[str]) -> tuple[Reading, ...]:
    """List the numbers that the printed characters may stand for.

    >>> [r.label for r in pasal_readings(PASAL.search("Pasal 12A"))]
    ['12A', '12']
    >>> [(r.label, r.cost) for r in pasal_readings(PASAL.search("Pasal I 1"))]
    [('1', 0.4), ('11', 1.9), ('I', 0.0)]
    >>> [r.label for r in pasal_readings(PASAL.search("Pasal 698"))]
    ['698', '69B']
    """
    found: list[Reading] = []
    digits, torn, suffix = match["digits"], match["torn"] or "", (match["suffix"] or "").strip()
    if digits:
        cut = match.end("digits") - len(torn)
        found += arabic(digits[: len(digits) - len(torn)], "", cut, 0.0)
        if torn:
            found += arabic(digits.replace(" ", ""), "", match.end("digits"), JOIN_COST)
        if suffix:
            found = [replace(reading, cost=reading.cost + 1.5) for reading in found]
            found = arabic(digits.replace(" ", ""), suffix, match.end(), 0.0) + found
            found += arabic(digits + suffix, "", match.end(), 0.3)
        elif not torn and len(digits) > 1 and digits[-1] in LETTER_LIKE:
            letter, price = LETTER_LIKE[digits[-1]]
            found += arabic(digits[:-1], letter, match.end(), price)
            found.sort(key=lambda reading: reading.cost)
    found += roman(match)
    return tuple(found)


def arabic(raw: str, suffix: str, end: int, cost: float) -> list[Reading]:
    """Read digits, and a letter if there is one, at a price."""
    return [
        Reading(f"{value}{suffix}", (value, suffix), cost + doubt, end)
        for value, doubt in digit_readings(raw)
        if value <= PASAL_LIMIT
    ]


def roman(match: re.Match[str]) -> list[Reading]:
    """Read Roman digits, where the characters can be such."""
    raw = (match["number"] or "").replace(" ", "").replace("l", "I").replace("U", "II")
    if match["torn"]:
        raw = match["digits"].split()[0].replace("l", "I")
    end = match.end("digits") - len(match["torn"]) if match["torn"] else match.end()
    value = from_roman(raw)
    if not value or value > 30:
        return []
    return [Reading(to_roman(value), (value, ""), 0.0, end, roman=True)]


def find_pasal_marks(text: str, start: int, end: int) -> tuple[Mark, ...]:
    """List the places in a range where a pasal may begin; both roman and arabic readings."""
    marks = []
    for match in PASAL.finditer(text, start, end):
        readings = pasal_readings(match)
        if not readings:
            continue
        strength = pasal_strength(text, match.start(), readings[0].end)
        if strength:
            marks.append(Mark(match.start(), strength, readings))
    return tuple(joined_headings(text, marks))


def joined_headings(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Join a heading with its repetition on the next page; only running heads stand between.

    The joined mark begins at the first and ends with the second: both are one heading.
    """
    joined: list[Mark] = []
    for mark in marks:
        if joined and repeats(text, joined[-1], mark):
            before = joined.pop()
            strength = max(before.strength, mark.strength)
            joined.append(replace(mark, start=before.start, strength=strength))
        else:
            joined.append(mark)
    return joined


def repeats(text: str, before: Mark, mark: Mark) -> bool:
    """Tell whether a mark prints the label of the one before again, without a word between."""
    first, second = before.readings[0], mark.readings[0]
    between = text[first.end : mark.start]
    return (
        first.label == second.label
        and before.readings[-1].roman == mark.readings[-1].roman
        and len(between) <= RUNNING_HEAD
        and not PROSE.search(between)
        and not NAMED_AFTER.match(text, second.end)
    )


def without_catchwords(text: str, marks: list[Mark]) -> tuple[Mark, ...]:
    """Drop a mark that the next one repeats at once: a catchword at the foot of a page."""
    kept = [
        mark
        for mark, after in pairwise(marks)
        if mark.readings[0].label != after.readings[0].label
        or re.search(r"\w", text[mark.readings[0].end : after.start])
    ]
    return (*kept, *marks[-1:])


def find_ayat_marks(text: str, start: int, end: int) -> tuple[Mark, ...]:
    """List the places in a range where an ayat may begin."""
    return without_catchwords(text, list(ayat_marks(text, start, end)))


def ayat_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield ayat candidates with a positive strength, but no numbers gathered at the end."""
    for match in AYAT.finditer(text, start, gathered_from(text, start, end)):
        strength = ayat_strength(text, match.start(), match.end(), start)
        if strength > 0 and (readings := ayat_readings(match)):
            yield Mark(match.start(), strength, readings)


def gathered_from(text: str, start: int, end: int) -> int:
    """Return where the numbers of ayat that a scanner has gathered behind a pasal begin.

    That is the end of the range where there are none.
    """
    found = GATHERED.search(text, max(start, end - GATHERED_CHARS), end)
    return found.start() if found else end


def ayat_strength(text: str, start: int, end: int, origin: int) -> float:
    """Weigh a number in brackets by its place; ``origin`` is the end of the pasal's heading."""
    word = word_before(text, start)
    capital = WORDS.match(text, end)
    if word in ("ayat", "ayat-ayat", "pasal", "huruf", "angka", "aya"):
        return 0.0
    if start - origin <= HEADING_DIRT and not text[origin:start].strip(DIRT + "\n.:"):
        return FIRST
    if line_start(text, start):
        return FIRST if capital or ends_sentence(text, start) else LIKELY
    if not capital:
        ended = SENTENCE_BEFORE.search(text, max(0, start - 5), start)
        return SMALL_LETTER if ended and ANY_WORD.match(text, end) else 0.0
    return INLINE if ends_sentence(text, start) else SMALL_LETTER


def ayat_readings(match: re.Match[str]) -> tuple[Reading, ...]:
    """List the numbers an ayat mark may stand for.

    >>> [r.label for r in ayat_readings(AYAT.search("(1a) Setiap"))]
    ['1a']
    >>> [r.label for r in ayat_readings(AYAT.search("(21 Setiap orang"))]
    ['2']
    """
    if match["cut"]:
        return tuple(ayat_reading(match["cut"][:-1], "", match.end(), 0.6))
    if match["late"]:
        return tuple(ayat_reading(match["late"], "", match.end(), 0.6))
    suffix = (match["suffix"] or "").lower()
    return tuple(ayat_reading(match["raw"], suffix, match.end(), 0.0))


def ayat_reading(raw: str, suffix: str, end: int, cost: float) -> Iterator[Reading]:
    """Yield the readings of one run of digits."""
    for value, doubt in digit_readings(raw):
        if value <= AYAT_LIMIT:
            yield Reading(f"{value}{suffix}", (value, suffix.upper()), cost + doubt, end)
