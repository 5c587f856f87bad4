"""Pasal that the sequence misses between two others: their headings damaged, shuffled or gone.

The numbers on both sides say which pasal are missing and where they must stand, so a place counts
here that would be too weak on its own: a damaged word or number, a heading behind the catchword of
a page, a title, or the first words of its own text. Where no heading is left at all, the ayat that
start again show where the pasal begins.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from regcheck.parse.marks.likeness import digits_of, near_numbers, similarity
from regcheck.parse.marks.lost_patterns import (
    AYAT_OPENING,
    CATCHWORD,
    CITATION,
    CITED_CLOSELY,
    COMMENCING,
    DAMAGED,
    DIVISION,
    GARBLED,
    HEADED,
    LIST_OPENING,
    NAMING,
    NUMBERLESS,
    RUN_ON,
    UNHEADED,
)
from regcheck.parse.marks.marks import (
    CAPITAL,
    DIRT,
    INLINE,
    LINE_END,
    PROSE,
    ends_sentence,
    find_ayat_marks,
    line_start,
    pasal_readings,
    word_before,
)
from regcheck.parse.marks.numbering import Reading
from regcheck.parse.marks.patterns import CITED_AFTER, CITING_WORDS, NAMED_AFTER, PASAL, SELF_AFTER
from regcheck.parse.marks.sequence import Mark, Step, best_chain

#: How much a garbled word must resemble *Pasal*, from 0 to 1.
LIKE_PASAL = 0.5
#: More than *Paragraf* does.
SURELY_PASAL = 0.75
#: A longer run of missing numbers is no loss of single headings.
LONGEST_LOSS = 30
#: Below this length a gap in the numbers holds no lost pasal.
SHORTEST = 40
#: How far before a heading the title of its division begins.
TITLE_REACH = 250

#: A shorter word resembles *Pasal* by chance.
LONG_WORD = 5
DIGIT = re.compile(r"\S*\d|[IlOo]+\b")
#: The end of a sentence inside an ayat.
#:
#: takes    selesai. Bupati
#: refuses  No. Bupati
SENTENCE_STOP = re.compile(r"\w{3}\.\s+(?=\S)")

#: The evidence of a word, a number, and what stands before and after them.
PRINTED_WORD, SMALL_WORD, DAMAGED_WORD, ODD_WORD = 2.0, 1.5, 1.5, -0.5
PRINTED_NUMBER, NEAR_NUMBER = 3.0, 1.5
BEHIND_SENTENCE, BEHIND_CATCHWORD, BEHIND_LINK, BEHIND_CITING = 2.0, 1.0, -2.0, -3.0
BEFORE_AYAT, BEFORE_CAPITAL, BEFORE_CLAUSE, BEFORE_CITED = 3.0, 1.0, -1.0, -6.0
#: Citing words that also end a line of running text, cut by the heading below it.
LINKS = frozenset(
    ("dan", "atau", "dengan", "oleh", "untuk", "dari", "kepada", "bagi", "karena", "adalah")
)
#: What a place needs, with its number as printed or only like it.
ENOUGH, ENOUGH_NEAR = 4.0, 5.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a missing pasal may begin, and how much speaks for it."""

    start: int
    end: int
    number: int
    score: float
    printed: bool = True


def lost_steps(
    text: str, before: Step, end: int, missing: Sequence[int], taken: Collection[int] = ()
) -> Iterator[Step]:
    """Yield the places of missing numbers between a step and an offset, in order.

    ``taken`` are the offsets of headings that have a number already.
    """
    steps = headed_steps(text, before, end, missing, taken)
    yield from steps
    bounds = [(before.end, missing[0] - 1), *((step.end, step.reading.order[0]) for step in steps)]
    ends = [*((step.start, step.reading.order[0]) for step in steps), (end, missing[-1] + 1)]
    for (start, number), (stop, after) in zip(bounds, ends, strict=True):
        left = [one for one in missing if number < one < after]
        if left:
            yield from headless_steps(text, start, stop, left)


def headed_steps(
    text: str, before: Step, end: int, missing: Sequence[int], taken: Collection[int] = ()
) -> list[Step]:
    """List the places of missing numbers that still have a heading, however damaged."""
    places = candidates(text, before.end, end, missing)
    found = best_rising(as_printed(one for one in places if one.start not in taken))
    return [recovered(one.start, one.number, one.end) for one in found]


def candidates(text: str, start: int, end: int, missing: Sequence[int]) -> Iterator[Candidate]:
    """Yield the places between two offsets with enough evidence for one of the numbers."""
    seen = set()
    for match in PASAL.finditer(text, start, end):
        labels = {reading.label: reading.end for reading in pasal_readings(match)}
        printed = next(iter(labels), "")
        exact = [number for number in missing if str(number) in labels]
        seen |= {match.start()} if exact else set()
        stop = labels[str(exact[0])] if exact else match.end()
        yield from rated(text, match, stop, exact, near_numbers(printed, missing))
    for match in GARBLED.finditer(text, start, end):
        if match.start() not in seen and similarity(match["word"]) >= LIKE_PASAL:
            printed = digits_of(match["number"])
            exact = [number for number in missing if str(number) == printed]
            yield from rated(text, match, match.end(), exact, near_numbers(printed, missing))


def as_printed(found: Iterable[Candidate]) -> list[Candidate]:
    """Drop the places that only resemble a number where another place prints it."""
    kept = list(found)
    printed = {one.number for one in kept if one.printed}
    return [one for one in kept if one.printed or one.number not in printed]


def rated(
    text: str, match: re.Match[str], end: int, exact: Sequence[int], near: Sequence[int]
) -> Iterator[Candidate]:
    """Yield a candidate for the number printed, else one for each number like it."""
    place = before_score(text, match.start()) + after_score(text, end) + word_score(match["word"])
    for number in exact[:1]:
        if place + PRINTED_NUMBER >= ENOUGH:
            yield Candidate(match.start(), end, number, place + PRINTED_NUMBER)
    for number in near if not exact else ():
        if place + NEAR_NUMBER >= ENOUGH_NEAR:
            yield Candidate(match.start(), end, number, place + NEAR_NUMBER, printed=False)


def word_score(word: str) -> float:
    """Weigh the word of a heading by its print.

    >>> word_score("Pasal") > word_score("pasal") > word_score("Paling")
    True
    """
    if word in ("Pasal", "PASAL"):
        return PRINTED_WORD
    if word == "pasal":
        return SMALL_WORD
    return DAMAGED_WORD if similarity(word) >= SURELY_PASAL else ODD_WORD


def before_score(text: str, start: int) -> float:
    """Weigh what stands before a heading: a sentence, a title, a catchword or a citation."""
    if ends_sentence(text, start) or behind_title(text, start):
        return BEHIND_SENTENCE
    if behind_catchword(text, start):
        return BEHIND_CATCHWORD
    word = word_before(text, start)
    if word in CITING_WORDS:
        return BEHIND_LINK if word in LINKS else BEHIND_CITING
    return BEHIND_CATCHWORD if line_start(text, start) else 0.0


def behind_title(text: str, start: int) -> bool:
    """Tell whether the title of a bab, bagian or paragraf leads up to an offset."""
    if word_before(text, start) in CITING_WORDS:
        return False
    titles = list(DIVISION.finditer(text, max(0, start - TITLE_REACH), start))
    return bool(titles) and not re.search(r"[.;:,]\s", text[titles[-1].end() : start])


def behind_catchword(text: str, start: int) -> bool:
    """Tell whether the first words of the next page, or the *dan* of a cut list, stand before."""
    return CATCHWORD.search(text, max(0, start - 50), start) is not None


def after_score(text: str, end: int) -> float:
    """Weigh what follows a heading: its first ayat, a sentence, or the rest of a citation."""
    if AYAT_OPENING.match(text, end):
        return BEFORE_AYAT
    if CITED_CLOSELY.match(text, end):
        return BEFORE_CITED
    if NAMED_AFTER.match(text, end) and not SELF_AFTER.match(text, end):
        return BEFORE_CITED
    if CITED_AFTER.match(text, end):
        return BEFORE_CLAUSE
    return BEFORE_CAPITAL if CAPITAL.match(text, end) or LINE_END.match(text, end) else 0.0


def best_rising(found: list[Candidate]) -> list[Candidate]:
    """Choose the candidates with the highest sum whose numbers rise through the text.

    >>> found = [Candidate(0, 8, 5, 6.0), Candidate(9, 17, 7, 5.0), Candidate(20, 28, 6, 5.5)]
    >>> [one.number for one in best_rising(found)]
    [5, 6]
    """
    found = sorted(found, key=lambda one: one.start)
    chains: list[tuple[float, list[Candidate]]] = []
    for one in found:
        before = max(
            (c for c in chains if c[1][-1].number < one.number and c[1][-1].end <= one.start),
            key=lambda chain: chain[0],
            default=(0.0, []),
        )
        chains.append((before[0] + one.score, [*before[1], one]))
    return max(chains, key=lambda chain: chain[0], default=(0.0, []))[1]


def headless_steps(text: str, start: int, end: int, left: Sequence[int]) -> Iterator[Step]:
    """Yield the places of numbers whose headings cannot be read, or are gone."""
    damaged = damaged_headings(text, start, end) if len(left) == 1 else []
    if damaged:
        yield recovered(damaged[0].start(), left[0], damaged[0].end())
        return
    for find in (restart_offsets, list_offsets, self_citing_offsets):
        offsets = find(text, start, end, left[0])
        if len(offsets) == len(left):
            for number, offset in zip(left, offsets, strict=True):
                yield recovered(offset, number, offset)
            return


def damaged_headings(text: str, start: int, end: int) -> list[re.Match[str]]:
    """List the only heading whose number cannot be read, one before an (1) first; else none."""
    found = [m for m in DAMAGED.finditer(text, start, end) if is_damaged(text, m)]
    with_ayat = [match for match in found if AYAT_OPENING.match(text, match.end())]
    return next((some for some in (with_ayat, found) if len(some) == 1), [])


def is_damaged(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word like *Pasal* and what follows it stand in the place of a heading."""
    before, likeness = before_score(text, match.start()), similarity(match["word"])
    if before <= BEHIND_LINK or after_score(text, match.end()) == BEFORE_CITED:
        return False
    if PROSE.search(match["number"]):
        return False
    if likeness < SURELY_PASAL and not (
        likeness >= LIKE_PASAL and len(match["word"]) >= LONG_WORD and DIGIT.match(match["number"])
    ):
        return False
    return before >= BEHIND_SENTENCE or bool(AYAT_OPENING.match(text, match.end()))


def restart_offsets(text: str, start: int, end: int, _: int) -> list[int]:
    """List where the ayat of a range start again, each with its (2).

    A new pasal begins at the (1) behind a higher number or behind a text without ayat. Where the
    (1) is lost as well, and a (2) follows a higher number, it begins at the first sentence behind
    the last ayat.
    """
    marks = [m for m in find_ayat_marks(text, start, end) if m.strength >= INLINE]
    if len(best_chain(marks)) < 2:
        return []
    seen = [(mark.start, mark.readings[0].order[0]) for mark in marks]
    found = []
    last_second = max((offset for offset, number in seen if number == 2), default=start)
    for (place, before), (offset, number) in pairwise(seen):
        if number == 1 < before and last_second > offset > start + SHORTEST:
            found.append(offset)
        elif number == 2 <= before and offset - place > SHORTEST:
            found.append(next_sentence(text, place, offset))
    (first, number), (_, second) = seen[:2]
    bare = number == 1 and second == 2 and first - start > SHORTEST
    return found or [first] * (bare and is_after_stop(text, first))


def is_after_stop(text: str, position: int) -> bool:
    """Tell whether a sentence, or a title, ends before the position and the dirt there."""
    bare = len(text[max(0, position - 20) : position].rstrip(DIRT + "\n"))
    return ends_sentence(text, max(0, position - 20) + bare)


def next_sentence(text: str, start: int, end: int) -> int:
    """Return where the second sentence of a range begins, else its end."""
    stop = SENTENCE_STOP.search(text, start, end)
    return stop.end() if stop and end - stop.end() > SHORTEST else end


def list_offsets(text: str, start: int, end: int, _: int) -> list[int]:
    """List where a list begins behind a full stop: what announced it is lost with the heading."""
    return [
        match.start("item")
        for match in LIST_OPENING.finditer(text, start, end)
        if match.start() - start > SHORTEST
    ]


def self_citing_offsets(text: str, start: int, end: int, number: int) -> list[int]:
    """List where a pasal would cite itself by its number: there the next one has begun.

    A pasal says *ayat (1)* of itself; a sentence behind a full stop that names the pasal before
    belongs to the missing one.
    """
    for match in CITATION.finditer(text, start, end):
        if digits_of(match["number"]) == str(number - 1):
            stops = [stop.end() for stop in SENTENCE_STOP.finditer(text, start, match.start())]
            return [max(stops)] if stops and max(stops) - start > SHORTEST else []
    return []


def closing_step(text: str, before: Step, end: int, last: Step) -> Iterator[Step]:
    """Yield the pasal of the commencement, if the last step is not yet that; it follows ``before``.

    It is short, so its words and its number are easily shuffled (``Peraturan ini diundangkan.
    Pasal 7 mulai berlaku pada tanggal``), or its heading is lost.
    """
    number = last.reading.order[0] + 1
    for match in COMMENCING.finditer(text, before.end, end):
        if digits_of(match["number"]) == str(number):
            yield recovered(match.start("word"), number, match.end("number"))
            return
    for pattern in (NUMBERLESS, UNHEADED):
        found = pattern.search(text, last.end, end)
        if found and stands_alone(text, found.start()) and found.start() - last.end > SHORTEST:
            yield recovered(found.start(), number, found.start())
            return
    found = RUN_ON.search(text, last.end, end)
    if found and found.start() - last.end > SHORTEST:
        shares = NAMING.search(text, last.end, found.start())
        if not shares and not HEADED.search(text, max(0, found.start() - 20), found.start()):
            yield recovered(found.start(), number, found.start())


def stands_alone(text: str, start: int) -> bool:
    """Tell whether a sentence or title ends before an offset, and no heading of a pasal."""
    return ends_sentence(text, start) and not HEADED.search(text, max(0, start - 20), start)


def recovered(start: int, number: int, end: int) -> Step:
    """Make the step of a recovered number; its cost marks it as a repair."""
    reading = Reading(str(number), (number, ""), 1.0, end)
    return Step(Mark(start, INLINE, (reading,)), reading)
