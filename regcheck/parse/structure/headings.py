"""The headings of a body: BUKU, BAB, Bagian, Paragraf and Pasal, and how they nest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regcheck.domain import Kind
from regcheck.parse.marks.marks import (
    ALONE,
    CAPITAL,
    FIRST,
    INLINE,
    LINE_END,
    POSSIBLE,
    ends_sentence,
    find_pasal_marks,
    line_start,
    word_before,
)
from regcheck.parse.marks.numbering import (
    Reading,
    digit_readings,
    from_ordinal,
    from_roman,
    to_roman,
)
from regcheck.parse.marks.patterns import (
    BAB,
    BAGIAN,
    BUKU,
    CITED_AFTER,
    CITING_WORDS,
    DIKTUM,
    PARAGRAF,
)
from regcheck.parse.marks.rescue import rescue_bab, rescue_steps
from regcheck.parse.marks.sequence import Mark, Step, best_chain

RANK = {Kind.BUKU: 0, Kind.BAB: 1, Kind.BAGIAN: 2, Kind.PARAGRAF: 3, Kind.PASAL: 4}
#: A heading's title is short; what follows a longer one is text.
TITLE_LIMIT = 400
#: This many bab in a row without a pasal are a list of contents.
CONTENTS = 3
#: A title that shares its line with the heading below it.
TITLE_LINE = 200

ROMAN_LOOKALIKES = str.maketrans(dict.fromkeys("li1|!TJ", "I") | {"v": "V", "x": "X", "U": "II"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found: ``end`` is the offset after its number; ``repaired`` if misread.

    ``quoted`` headings stand in an amending act; what they hold may be a fragment.
    """

    kind: Kind
    label: str
    start: int
    end: int
    repaired: bool = False
    quoted: bool = False


def heading_strength(text: str, start: int, end: int) -> float:
    """Weigh a place where the word and number of a bab, bagian or paragraf stand.

    The same word before it is the catchword of the page before, not a citation.
    """
    before = word_before(text, start)
    ended = ends_sentence(text, start) or text[start:end].lower().startswith(before or " ")
    first = line_start(text, start)
    if CITED_AFTER.match(text, end) or (before in CITING_WORDS and not ended):
        return 0.0
    if first:
        return ALONE if LINE_END.match(text, end) or ended else FIRST
    if not CAPITAL.match(text, end):
        return 0.0
    return INLINE if ended else 1.0


def bab_readings(match: re.Match[str]) -> Iterator[Reading]:
    """Yield the numbers that a bab's Roman digits may stand for."""
    raw, suffix = match["raw"], (match["suffix"] or "").strip()
    upright = raw.translate(ROMAN_LOOKALIKES)
    end = match.end()
    if value := from_roman(upright):
        yield Reading(to_roman(value) + suffix, (value, suffix), 0.5 * (upright != raw), end)
    if raw.isdigit():
        value = int(raw)
        yield Reading(to_roman(value) + suffix, (value, suffix), 1.0, end)
    if not value and upright.strip("IVX") == "":
        value = loose_roman(upright)
        yield Reading(to_roman(value), (value, suffix), 2.0, end)


def loose_roman(text: str) -> int:
    """Read Roman digits that are not well formed (``IIX``, ``VIIII``) by adding them up."""
    return min(sum({"I": 1, "V": 5, "X": 10}[char] for char in text), 99)


def find_bab(
    text: str,
    start: int,
    end: int,
    pasal: Sequence[int] = (),
    quoted: frozenset[int] = frozenset(),
) -> list[Heading]:
    """Choose the bab headings in a range by their sequence, those that are ``quoted`` left out.

    ``pasal`` are the offsets of the pasal; several bab in a row without one between them are a
    list of contents (*sistematika*), not headings.
    """
    marks = []
    for match in BAB.finditer(text, start, end):
        if match.start() in quoted:
            continue
        strength = heading_strength(text, match.start(), match.end())
        readings = tuple(bab_readings(match))
        if match[0].startswith("Bab") and strength < ALONE:
            continue
        if strength > 0 and readings:
            marks.append(Mark(match.start(), strength, readings))
    marks = without_contents(marks, pasal)
    return [as_heading(Kind.BAB, step) for step in rescue_bab(text, end, marks, best_chain(marks))]


def without_contents(marks: list[Mark], pasal: Sequence[int]) -> list[Mark]:
    """Drop the bab of a list of contents: all but the last of a long run between two pasal."""
    if not pasal or not marks:
        return marks
    between = [bisect_right(pasal, mark.start) for mark in marks]
    runs = Counter(between)
    return [
        mark
        for mark, place, after in zip(marks, between, [*between[1:], -1], strict=True)
        if runs[place] < CONTENTS or after != place
    ]


def find_loose_bab(text: str, start: int, end: int) -> list[Heading]:
    """List the bab headings in a quotation, whatever their order."""
    return [
        Heading(Kind.BAB, readings[0].label, match.start(), match.end())
        for match in BAB.finditer(text, start, end)
        if (readings := tuple(bab_readings(match)))
        and heading_strength(text, match.start(), match.end()) >= FIRST
    ]


def find_pasal(
    text: str, start: int, end: int, *, roman: bool, free: bool = False
) -> list[Heading]:
    """Choose the pasal headings in a range by their sequence, Roman or Arabic ones.

    ``free`` numbering may start anywhere.
    """
    marks = pasal_marks(text, start, end, roman=roman)
    return [as_heading(Kind.PASAL, step) for step in best_chain(marks, None if free else (0, ""))]


def pasal_marks(text: str, start: int, end: int, *, roman: bool = False) -> list[Mark]:
    """List the marks of pasal with their Roman or Arabic readings only."""
    return [
        Mark(mark.start, mark.strength, readings)
        for mark in find_pasal_marks(text, start, end)
        if (readings := tuple(r for r in mark.readings if r.roman == roman))
    ]


def find_body_pasal(
    text: str, start: int, end: int, quoted: frozenset[int] = frozenset()
) -> list[Heading]:
    """Choose the pasal headings of a body, with those the sequence alone would miss.

    ``quoted`` are the offsets of headings that belong to another regulation.
    """
    marks = [mark for mark in pasal_marks(text, start, end) if mark.start not in quoted]
    steps = rescue_steps(text, (start, end), marks, best_chain(marks))
    return [as_heading(Kind.PASAL, step) for step in steps]


def find_diktum(text: str, start: int, end: int) -> list[Heading]:
    """Choose the diktum (KESATU, KEDUA ...) of a decision or instruction by their sequence."""
    marks = []
    for match in DIKTUM.finditer(text, start, end):
        number = from_ordinal(match["label"])
        if number and line_start(text, match.start()):
            label = " ".join(match["label"].split()).upper()
            reading = Reading(label, (number, ""), 0.0, match.end())
            strength = ALONE if match["colon"] else POSSIBLE
            marks.append(Mark(match.start(), strength, (reading,)))
    return [as_heading(Kind.DIKTUM, step) for step in best_chain(marks)]


def as_heading(kind: Kind, step: Step) -> Heading:
    """Turn a step of a chain into a heading."""
    return Heading(kind, step.label, step.start, step.end, step.reading.cost > 0)


def find_divisions(text: str, start: int, end: int, above: Sequence[int] = ()) -> list[Heading]:
    """List buku, bagian and paragraf headings; they restart too often for one chain.

    Args:
        text: The whole text.
        start: Where to begin.
        end: Where to stop.
        above: The ends of headings in whose title lines a first division may stand.
    """
    found: list[Heading] = []
    tops = list(above)
    for kind, pattern in ((Kind.BUKU, BUKU), (Kind.BAGIAN, BAGIAN), (Kind.PARAGRAF, PARAGRAF)):
        own = [
            division(kind, number, match)
            for match in pattern.finditer(text, start, end)
            if (number := division_number(match["raw"])) and divides(text, match, number, tops)
        ]
        tops = sorted([*tops, *(heading.end for heading in own)])
        found += own
    return sorted(found, key=lambda heading: heading.start)


def division(kind: Kind, number: int, match: re.Match[str]) -> Heading:
    """Make the heading of a buku, bagian or paragraf."""
    suffix = (match.groupdict().get("suffix") or "").strip()
    label = to_roman(number) if kind is Kind.BUKU else str(number)
    return Heading(kind, label + suffix, match.start(), match.end())


def divides(text: str, match: re.Match[str], number: int, tops: Sequence[int]) -> bool:
    """Tell whether a division's heading stands on its own, or, as a first one, in a title line."""
    strength = heading_strength(text, match.start(), match.end())
    if strength >= INLINE:
        return True
    index = bisect_right(tops, match.start()) - 1
    if number != 1 or strength <= 0 or index < 0:
        return False
    title = text[tops[index] : match.start()]
    return len(title) <= TITLE_LINE and not re.search(r"[.;:]\s", title)


def division_number(raw: str) -> int:
    """Read the number of a buku, bagian or paragraf in words, digits or Roman digits.

    >>> division_number("Kedua"), division_number("3"), division_number("IV")
    (2, 3, 4)
    """
    if number := from_ordinal(raw):
        return number
    if number := from_roman(raw):
        return number
    readings = digit_readings(raw) if len(raw) <= 3 else []
    return readings[0][0] if readings else 0


def find_headings(
    text: str, start: int, end: int, quoted: frozenset[int] = frozenset()
) -> list[Heading]:
    """List all headings of a body in document order.

    ``quoted`` are the offsets of headings that belong to another regulation.
    """
    pasal = find_body_pasal(text, start, end, quoted)
    bab = find_bab(text, start, end, [heading.start for heading in pasal], quoted)
    divisions = find_divisions(text, start, end, [heading.end for heading in bab])
    own = (heading for heading in divisions if heading.start not in quoted)
    return sorted([*pasal, *bab, *own], key=lambda heading: heading.start)


def title_of(text: str, start: int, end: int) -> str:
    r"""Return the title that follows a heading's number, on one line.

    >>> title_of("BAB I\nKETENTUAN\nUMUM\n", 5, 21)
    'KETENTUAN UMUM'
    """
    title = " ".join(text[start : min(end, start + TITLE_LIMIT)].split()).strip(" .:-–")
    return title if end - start <= TITLE_LIMIT else leading_capitals(title)


def leading_capitals(title: str) -> str:
    """Keep the words in capitals at the start of a text."""
    words = title.split()
    kept = next((i for i, word in enumerate(words) if not word.isupper()), len(words))
    return " ".join(words[:kept])
