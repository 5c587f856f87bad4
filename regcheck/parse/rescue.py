"""Headings that the sequence misses: out of place, printed twice, garbled, or lost altogether.

The best chain rises strictly, so it leaves out a heading on a page bound in the wrong order and
the second printing of a page scanned twice; both are kept, for their text would otherwise pass
for the pasal before. Where a number is missing from the chain, a garbled heading or the restart
of the ayat at (1) shows where the pasal begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from regcheck.parse.marks import (
    ALONE,
    CAPITAL,
    FIRST,
    INLINE,
    LIKELY,
    OPENS_AYAT,
    ends_sentence,
    find_ayat_marks,
    word_before,
)
from regcheck.parse.numbering import LOOKALIKES, Reading, to_roman
from regcheck.parse.patterns import CITING_WORDS, GARBLED, GARBLED_BAB, LOST_BAB
from regcheck.parse.sequence import Mark, Step, best_chain

#: How much a garbled word must resemble *Pasal*, from 0 to 1.
LIKE_PASAL = 0.5
#: A longer run of missing numbers is no loss of single headings.
LONGEST_LOSS = 30
#: Below this length a gap in the numbers holds no lost pasal.
SHORTEST_PASAL = 40


def rescue_steps(text: str, marks: Sequence[Mark], steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the chain with the steps that can be recovered, in document order."""
    stray = stray_steps(marks, steps)
    found = [*steps, *stray]
    known = {step.label for step in found}
    for step, after in pairwise(steps):
        missing = missing_labels(step, after, known)
        if missing:
            found += lost_steps(text, step, after.start, missing)
    return tuple(sorted(found, key=lambda step: step.start))


def stray_steps(marks: Sequence[Mark], steps: Sequence[Step]) -> list[Step]:
    """List marks outside the chain: a missing number out of place, or one printed twice."""
    chosen = {step.start for step in steps}
    labels = {step.label for step in steps}
    orders = [step.reading.order for step in steps]
    highest = max(orders, default=(0, ""))
    found = []
    for mark in marks:
        reading = mark.readings[0]
        if mark.start in chosen or reading.cost > 0 or reading.order > highest:
            continue
        new = reading.label not in labels
        if mark.strength >= ALONE or (new and is_likely(mark, steps, orders)):
            found.append(Step(mark, reading))
            labels.add(reading.label)
    return found


def is_likely(mark: Mark, steps: Sequence[Step], orders: Sequence[tuple[int, str]]) -> bool:
    """Tell whether a missing number may stand here: strongly, or near its place in the chain."""
    if mark.strength >= FIRST:
        return True
    index = bisect_left(orders, mark.readings[0].order)
    first = steps[index - 1].start if index else 0
    last = steps[min(index + 1, len(steps) - 1)].start
    return mark.strength >= LIKELY and first < mark.start < last


def missing_labels(before: Step, after: Step, known: set[str]) -> list[int]:
    """List the whole numbers between two steps that stand nowhere else."""
    first, last = before.reading.order[0] + 1, after.reading.order[0]
    missing = [number for number in range(first, last) if str(number) not in known]
    return missing if len(missing) <= LONGEST_LOSS else []


def lost_steps(text: str, before: Step, end: int, missing: list[int]) -> Iterator[Step]:
    """Yield the places of missing numbers between a step and an offset, in order."""
    start = before.end
    garbled: dict[int, int] = {}
    for match in GARBLED.finditer(text, start, end):
        number = garbled_number(text, match, missing)
        if number and all(number > other for other in garbled.values()):
            garbled[match.start()] = number
            yield Step(
                lost_mark(match.start(), number, match.end()), lost_reading(number, match.end())
            )
    left = [number for number in missing if number not in garbled.values()]
    if garbled or not left:
        return
    restarts = restart_offsets(text, start, end)
    if len(restarts) == len(left):
        for number, offset in zip(left, restarts, strict=True):
            yield Step(lost_mark(offset, number, offset), lost_reading(number, offset))


def lost_reading(number: int, end: int) -> Reading:
    """Make the reading of a recovered number; its cost marks it as a repair."""
    return Reading(str(number), (number, ""), 1.0, end)


def lost_mark(start: int, number: int, end: int) -> Mark:
    """Make the mark of a recovered heading."""
    return Mark(start, INLINE, (lost_reading(number, end),))


def garbled_number(text: str, match: re.Match[str], missing: Sequence[int]) -> int:
    """Return which missing number a garbled heading stands for, or 0."""
    ayat = OPENS_AYAT.match(text, match.end())
    if not ayat and not (ends_sentence(text, match.start()) and CAPITAL.match(text, match.end())):
        return 0
    if word_before(text, match.start()) in CITING_WORDS:
        return 0
    word = re.sub(r"[^a-z]", "", match["word"].lower())
    if SequenceMatcher(None, word, "pasal", autojunk=False).ratio() < LIKE_PASAL:
        return 0
    printed = digits_of(match["number"])
    exact = [number for number in missing if printed == str(number)]
    near = [number for number in missing if resembles(printed, str(number))]
    return next(iter(exact or near), 0)


def digits_of(raw: str) -> str:
    """Read what digits can be read; other characters are dropped.

    >>> digits_of("L06"), digits_of("2'7"), digits_of("15rC")
    ('106', '27', '15')
    """
    return "".join(char if char.isdigit() else LOOKALIKES.get(char, "")[:1] for char in raw)


def resembles(printed: str, number: str) -> bool:
    """Tell whether damaged digits may be a number: equal, or of three one wrong or missing.

    >>> resembles("27", "27"), resembles("15", "150"), resembles("28", "27")
    (True, True, False)
    """
    if printed == number:
        return True
    if len(number) < 3 or abs(len(printed) - len(number)) > 1 or len(printed) < 2:
        return False
    matcher = SequenceMatcher(None, printed, number, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) >= len(number) - 1


def restart_offsets(text: str, start: int, end: int) -> list[int]:
    """List where the ayat of a range start again at (1), each followed by its (2)."""
    marks = [m for m in find_ayat_marks(text, start, end) if m.strength >= INLINE]
    chain = best_chain(marks)
    if not chain or len(chain) < 2:
        return []
    found = []
    seen = [(mark.start, mark.readings[0].order[0]) for mark in marks]
    for (_, before), (offset, number) in pairwise(seen):
        followed = any(n == 2 for place, n in seen if place > offset)
        if number == 1 and before > 1 and followed and offset - start > SHORTEST_PASAL:
            found.append(offset)
    return found


def rescue_bab(text: str, marks: Sequence[Mark], steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the chain of bab with the steps that can be recovered, in document order.

    A bab is recovered from a heading out of place, from a damaged word, or from its title in
    capitals above a bagian or pasal, if as many such titles are left as numbers are missing.
    """
    found = [*steps, *stray_steps(marks, steps)]
    known = {step.reading.order[0] for step in found}
    for step, after in pairwise(steps):
        numbers = range(step.reading.order[0] + 1, after.reading.order[0])
        missing = [number for number in numbers if number not in known]
        if missing:
            found += lost_bab(text, step.end, after.start, missing)
    return tuple(sorted(found, key=lambda step: step.start))


def lost_bab(text: str, start: int, end: int, missing: list[int]) -> list[Step]:
    """List the places of missing bab between two offsets."""
    places = [(m.start(), m.end()) for m in GARBLED_BAB.finditer(text, start, end)]
    if len(places) != len(missing):
        places = [(m.start(), m.start()) for m in LOST_BAB.finditer(text, start, end)]
    if len(places) != len(missing):
        return []
    return [
        Step(Mark(begin, INLINE, (bab_reading(number, stop),)), bab_reading(number, stop))
        for (begin, stop), number in zip(places, missing, strict=True)
    ]


def bab_reading(number: int, end: int) -> Reading:
    """Make the reading of a recovered bab."""
    return Reading(to_roman(number), (number, ""), 1.0, end)
