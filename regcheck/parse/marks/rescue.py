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
from itertools import pairwise

from regcheck.parse.marks.lost import (
    LONGEST_LOSS,
    closing_step,
    headed_steps,
    lost_steps,
    recovered,
)
from regcheck.parse.marks.marks import ALONE, FIRST, INLINE, LIKELY, find_ayat_marks
from regcheck.parse.marks.numbering import Reading, to_roman
from regcheck.parse.marks.patterns import DEFINITIONS, FINAL_BAB, GARBLED_BAB, LOST_BAB
from regcheck.parse.marks.sequence import Mark, Step

#: Above every label; and fewer headings than this have no order.
LAST = (9999, "")
FEW_MARKS = 3
#: So many numbers fall by chance.
FEW_FALLS = 3
#: What a catchword at the foot of a page ends with.
#:
#: takes    . .      …
#: refuses  .
ELLIPSIS = re.compile(r"\s?(?:\.\s?\.|…)")


def rescue_steps(
    text: str, body: tuple[int, int], marks: Sequence[Mark], steps: Sequence[Step]
) -> tuple[Step, ...]:
    """Return the chain with the steps that can be recovered, in document order.

    ``body`` holds the offsets at which the body begins and ends.
    """
    if is_shuffled(marks):
        return shuffled_steps(text, marks)
    stray = stray_steps(text, marks, steps)
    found = [*steps, *stray]
    for chain, look in ((merged(steps, stray), lost_steps), (steps, headed_steps)):
        for step, after in pairwise([origin(body[0]), *chain]):
            missing = missing_labels(step, after, found)
            if missing:
                taken = {other.start for other in found}
                found += look(text, step, after.start, missing, taken)
    if steps:
        found += closing_step(text, steps[-min(len(steps), 2)], body[1], steps[-1])
        found += first_step(text, body[0], found)
    return tuple(sorted(found, key=lambda step: step.start))


def origin(start: int) -> Step:
    """Make the step before the first pasal, where the body begins."""
    reading = Reading("0", (0, ""), 0.0, start)
    return Step(Mark(start, 0.0, (reading,)), reading)


def merged(steps: Sequence[Step], stray: Sequence[Step]) -> list[Step]:
    """Put those strays into the chain that lie where their number belongs."""
    chain = list(steps)
    starts = [step.start for step in steps]
    for step in stray:
        index = bisect_left(starts, step.start)
        after = steps[index].reading.order if index < len(steps) else (step.reading.order[0] + 1,)
        before = steps[index - 1].reading.order if index else (0, "")
        if before < step.reading.order < after:
            chain.append(step)
    return sorted(chain, key=lambda step: step.start)


def first_step(text: str, body: int, steps: Sequence[Step]) -> Iterator[Step]:
    """Yield the place of a lost Pasal 1, if Pasal 2 comes first.

    It begins where the definitions open, or with the first ayat behind the decision.
    """
    first = min(steps, key=lambda step: step.start)
    if first.reading.order != (2, "") or any(step.label == "1" for step in steps):
        return
    if opening := DEFINITIONS.search(text, body, first.start):
        yield recovered(opening.start(), 1, opening.start())
        return
    ayat = [m for m in find_ayat_marks(text, body, first.start) if m.strength >= INLINE]
    if ayat and not text[body : ayat[0].start].rstrip().endswith(":"):
        yield recovered(ayat[0].start, 1, ayat[0].start)


def stray_steps(text: str, marks: Sequence[Mark], steps: Sequence[Step]) -> list[Step]:
    """List marks outside the chain: a missing number out of place, or one printed twice.

    A number that is there already, with a small letter behind it, is a citation on a line alone.
    """
    chosen = {step.start for step in steps}
    labels = {step.label for step in steps}
    orders = [step.reading.order for step in steps]
    highest = LAST if is_backwards(marks) else max(orders, default=(0, ""))
    found = []
    for mark in marks:
        reading = mark.readings[0]
        if mark.start in chosen or reading.cost > 0 or reading.order > highest:
            continue
        new = reading.label not in labels
        if not new and text[reading.end : reading.end + 4].lstrip(" .\n")[:1].islower():
            continue
        if mark.strength >= ALONE or (new and is_likely(mark, steps, orders)):
            found.append(Step(mark, reading))
            labels.add(reading.label)
    return found


def is_backwards(marks: Sequence[Mark]) -> bool:
    """Tell whether most headings alone on their lines fall: the pages are bound last to first."""
    orders = [
        mark.readings[0].order
        for mark in marks
        if mark.strength >= ALONE and not mark.readings[0].cost
    ]
    falling = sum(before > after for before, after in pairwise(orders))
    return len(orders) >= FEW_MARKS and 2 * falling > len(orders) - 1


def is_shuffled(marks: Sequence[Mark]) -> bool:
    """Tell whether the blocks of the pages stand in no order: a third of the numbers fall.

    Only the first place of each number counts, for a gloss or a form repeats the low ones.
    """
    labels = {
        mark.readings[0].label: mark.readings[0].order
        for mark in marks
        if mark.strength >= LIKELY and not mark.readings[0].cost
    }
    orders = list(labels.values())
    falls = sum(before > after for before, after in pairwise(orders))
    return falls >= FEW_FALLS and 3 * falls >= len(orders)


def shuffled_steps(text: str, marks: Sequence[Mark]) -> tuple[Step, ...]:
    """Take the strongest place of each number, where the order of the text says nothing.

    What stands before a place is chance there, so a weak one counts as well; a number above all
    strong ones does not, and a catchword only where the number stands nowhere else.
    """
    strong = (mark.readings[0].order for mark in marks if mark.strength >= LIKELY)
    highest = max(strong, default=LAST)
    best: dict[str, tuple[float, Mark]] = {}
    for mark in marks:
        reading = mark.readings[0]
        weight = mark.strength - reading.cost - FIRST * bool(ELLIPSIS.match(text, reading.end))
        if reading.order <= highest and weight > best.get(reading.label, (-LAST[0],))[0]:
            best[reading.label] = (weight, mark)
    steps = [Step(mark, mark.readings[0]) for _, mark in best.values()]
    return tuple(sorted(steps, key=lambda step: step.start))


def is_likely(mark: Mark, steps: Sequence[Step], orders: Sequence[tuple[int, str]]) -> bool:
    """Tell whether a missing number may stand here: strongly, or near its place in the chain."""
    if mark.strength >= FIRST:
        return True
    index = bisect_left(orders, mark.readings[0].order)
    first = steps[index - 1].start if index else 0
    last = steps[min(index + 1, len(steps) - 1)].start
    return mark.strength >= LIKELY and first < mark.start < last


def missing_labels(before: Step, after: Step, found: Sequence[Step]) -> list[int]:
    """List the whole numbers between two steps that stand nowhere else."""
    first, last = before.reading.order[0] + 1, after.reading.order[0]
    if first >= last:
        return []
    known = {step.label for step in found}
    missing = [number for number in range(first, last) if str(number) not in known]
    return missing if len(missing) <= LONGEST_LOSS else []


def rescue_bab(
    text: str, end: int, marks: Sequence[Mark], steps: Sequence[Step]
) -> tuple[Step, ...]:
    """Return the chain of bab with the steps that can be recovered, in document order.

    A bab is recovered from a heading out of place, from a damaged word, or from its title in
    capitals above a bagian or pasal, if as many such titles are left as numbers are missing. The
    last one has no number behind it that would tell; its title must be one of a last bab.
    """
    found = [*steps, *stray_steps(text, marks, steps)]
    known = {step.reading.order[0] for step in found}
    for step, after in pairwise(steps):
        numbers = range(step.reading.order[0] + 1, after.reading.order[0])
        missing = [number for number in numbers if number not in known]
        if missing:
            found += lost_bab(text, step.end, after.start, missing)
    last = steps[-1:]
    for step in last:
        titles = [m for m in lost_titles(text, step.end, end) if FINAL_BAB.search(m["title"])]
        found += [lost_step(step.reading.order[0] + 1, m.start(), m.start()) for m in titles[:1]]
    return tuple(sorted(found, key=lambda step: step.start))


def lost_bab(text: str, start: int, end: int, missing: list[int]) -> list[Step]:
    """List the places of missing bab between two offsets."""
    labels = [to_roman(number) for number in missing]
    garbled = list(GARBLED_BAB.finditer(text, start, end))
    printed = [match for match in garbled if match["raw"] in labels]
    places = [(m.start(), m.end()) for m in (printed or garbled)]
    if len(places) != len(missing):
        places = [(m.start(), m.start()) for m in lost_titles(text, start, end)]
    if len(places) != len(missing):
        return []
    return [
        lost_step(number, begin, stop)
        for (begin, stop), number in zip(places, missing, strict=True)
    ]


def lost_titles(text: str, start: int, end: int) -> list[re.Match[str]]:
    """List titles without a heading behind the end of a heading, which has a title of its own."""
    return [m for m in LOST_BAB.finditer(text, start, end) if text[start : m.start()].strip(" .\n")]


def lost_step(number: int, start: int, end: int) -> Step:
    """Make the step of a recovered bab."""
    reading = Reading(to_roman(number), (number, ""), 1.0, end)
    return Step(Mark(start, INLINE, (reading,)), reading)
