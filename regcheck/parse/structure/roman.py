"""Roman pasal, an amending act's own articles (UU 12/2011 Lampiran II no. 233)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from regcheck.domain import Kind
from regcheck.parse.marks.marks import ALONE, FIRST, LIKELY, find_pasal_marks, line_start
from regcheck.parse.marks.numbering import Reading, to_roman
from regcheck.parse.marks.patterns import BAB
from regcheck.parse.marks.sequence import Mark, Step, best_chain
from regcheck.parse.structure.headings import Heading, as_heading

#: What the first amending pasal begins with, and what the last one says.
#:
#: takes    Beberapa ketentuan dalam      Ketentuan Pasal 5      1. Pasal
#: refuses  Peran serta      Setiap orang
OPENS_CHANGES = re.compile(
    r"""
    \W*+ (?: B[ea]b[ae]rapa \s+ [Kk]etentuan | [Kk]ete?nt?entuan | Mengubah | Merubah
      | Lampiran | Peraturan | Undang
      | 1 \s? \. \s | Dengan | Menambah | Pasal \s \d+ | Judul | Di \s? antara | Dalam \s
    )
    """,
    re.VERBOSE,
)
#: That a pasal changes something.
#:
#: takes    diubah      disisipkan
#: refuses  berlaku
CHANGES = re.compile(
    r"di\s?ubah|perubahan|dihapus|disisip|ditambah|dicabut|meng?ubah|sebagai berikut", re.IGNORECASE
)
#: That a pasal says from when the act binds.
#:
#: takes    mulai berlaku      diundangkan      berlaku surut
#: refuses  berlakunya izin
COMMENCES = re.compile(
    r"(?:mulai|mulal|rnulai)\s+berlaku|diundangkan|berlaku\s+(?:pada|sejak|surut)", re.IGNORECASE
)

#: The sentence that opens the changes, behind a heading that is lost.
#:
#: takes    Beberapa ketentuan dalam Peraturan Daerah Nomor 4 Tahun 2010 diubah sebagai berikut
#: takes    Ketentuan Pasal 5 diubah
#: refuses  Ketentuan Umum
FIRST_CHANGE = re.compile(
    r"(?<![A-Za-z])(?:(?P<list>Beberapa\s+[Kk]etentuan)|Ketentuan\s+(?:Pasal|ayat|Lampiran|Judul))"
    r"(?=[^:]{0,700}?(?:di\s?ubah|dihapus|disisip|ditambah))"
)

#: A first heading, with an Arabic number, directly before that sentence.
#:
#: takes    Pasal 1
#: refuses  Pasal 12
PRINTED_FIRST = re.compile(r"(?<![A-Za-z])Pasal\s+[1Il]\W*\Z")

#: The sentence of the commencement at the start of a line, behind a heading that is lost.
#:
#: takes    .\nPeraturan Daerah ini mulai berlaku      ;\nUndang-Undang ini mulai berlaku
#: refuses  . Peraturan Daerah ini mulai berlaku      .\nPeraturan Daerah ini dicabut
LAST_CLAUSE = re.compile(
    r"[.;:”\"][\s_]*\n(?P<clause>(?:Undang|Peraturan|Qanun)[A-Za-z –-]{0,60}\sini\s+"
    r"(?:mulai\s+berlaku|berlaku\s+pada))(?=[^.]{0,200}(?:\.[\s\S]{0,80})?\Z)"
)

#: Reading an Arabic number, or BAB, as the Roman pasal it must be.
ARABIC_COST = 2.0
LOOK_AHEAD = 700
MAX_OWN = 12


def find_amending(text: str, start: int, end: int) -> list[Heading]:
    """Choose an amending act's own pasal; empty when the body has none.

    Besides Roman numbers it takes ``Pasal 1`` where the opening of an amendment follows,
    ``Pasal 2`` where the commencement follows, and ``BAB I`` that stands for Pasal I.
    """
    found = find_pasal_marks(text, start, end)
    bounds = [mark.start for mark in found if mark.strength >= FIRST]
    marks = [
        own for mark in found if (own := own_mark(text, mark, next_bound(bounds, mark.start, end)))
    ]
    steps = best_chain(marks)
    if not steps or steps[0].label != "I":
        steps = best_chain(sorted([*marks, *bab_marks(text, start, end)], key=lambda m: m.start))
    steps = with_last(text, end, with_first(text, start, end, steps))
    guessed = any(step.reading.cost >= ARABIC_COST for step in steps)
    if guessed and [step.reading.order[0] for step in steps] != list(range(1, len(steps) + 1)):
        return []
    return [as_heading(Kind.PASAL, step) for step in steps]


def with_first(text: str, start: int, end: int, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Put a Pasal I whose heading is lost before the others: where the changes open.

    It is sought before the first heading left; without any, it counts only as the opening of a
    list (*Beberapa ketentuan ... diubah sebagai berikut*).
    """
    if steps and steps[0].label == "I":
        return steps
    limit = steps[0].start if steps else end
    opening = FIRST_CHANGE.search(text, start, limit)
    if opening is None or not (steps or opening["list"]):
        return steps
    printed = PRINTED_FIRST.search(text, start, opening.start())
    begin = printed.start() if printed else opening.start()
    reading = Reading("I", (1, ""), 1.0, opening.start(), roman=True)
    return (Step(Mark(begin, FIRST, (reading,)), reading), *steps)


def with_last(text: str, end: int, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Put a Pasal II whose heading is lost behind a Pasal I that stands alone.

    The last sentence of the body says when the act comes into force; an amending act says that in
    Pasal II (UU 12/2011 Lampiran II no. 233), never in the one that holds the changes.
    """
    if len(steps) != 1 or steps[0].label != "I":
        return steps
    begin = max(steps[0].end, end - LOOK_AHEAD)
    found = LAST_CLAUSE.search(text[begin:end])
    if found is None:
        return steps
    place = begin + found.start("clause")
    reading = Reading("II", (2, ""), 1.0, place, roman=True)
    return (*steps, Step(Mark(place, FIRST, (reading,)), reading))


def next_bound(bounds: Sequence[int], start: int, end: int) -> int:
    """Return where the text of a pasal ends: at the next heading, else at ``end``.

    >>> next_bound([3, 20, 40], 20, 90), next_bound([3, 20, 40], 40, 90)
    (40, 90)
    """
    index = bisect_right(bounds, start)
    return bounds[index] if index < len(bounds) else end


def own_mark(text: str, mark: Mark, end: int) -> Mark | None:
    """Return a mark with the Roman numbers it may stand for, or nothing.

    ``end`` is where its text ends: what a further pasal says is no evidence for this one.
    """
    readings = []
    for reading in mark.readings:
        if reading.roman:
            readings.append(reading)
        elif reading.order[0] <= 3 and not reading.order[1] and mark.strength >= FIRST:
            after = text[reading.end : min(end, reading.end + LOOK_AHEAD)]
            if fits(reading.order[0], after):
                readings.append(as_roman(reading))
    return replace(mark, readings=tuple(readings)) if readings else None


def fits(number: int, after: str) -> bool:
    """Tell whether a text reads like the first amending pasal, or like a last one."""
    if number == 1:
        return bool(OPENS_CHANGES.match(after) and CHANGES.search(after))
    return bool(COMMENCES.search(after[: LOOK_AHEAD // 2])) and not CHANGES.search(after[:100])


def as_roman(reading: Reading) -> Reading:
    """Write an Arabic reading as a Roman one, at a price."""
    label = to_roman(reading.order[0])
    return Reading(label, reading.order, reading.cost + ARABIC_COST, reading.end, roman=True)


def bab_marks(text: str, start: int, end: int) -> list[Mark]:
    """List a BAB I that opens the changes: a slip for Pasal I."""
    return [
        Mark(match.start(), ALONE, (Reading("I", (1, ""), ARABIC_COST, match.end(), roman=True),))
        for match in BAB.finditer(text, start, end)
        if match["raw"] in ("I", "1", "l")
        and line_start(text, match.start())
        and fits(1, text[match.end() : match.end() + LOOK_AHEAD])
    ]


def find_roman(text: str, start: int, end: int, arabic: int) -> list[Heading]:
    """Choose Roman pasal in an act whose title announces no amendment.

    They outnumber the Arabic ones, or the first of them opens changes all the same: the title may
    be unreadable. Inside a line they count if they run from I without a gap.
    """
    marks = [
        Mark(mark.start, mark.strength, readings)
        for mark in find_pasal_marks(text, start, end)
        if (readings := tuple(r for r in mark.readings if r.roman)) and mark.strength >= LIKELY
    ]
    steps = best_chain(marks)
    if [step.reading.order[0] for step in steps] != list(range(1, len(steps) + 1)):
        steps = best_chain([mark for mark in marks if mark.strength >= FIRST])
    if len(steps) < 2 or len(steps) > MAX_OWN:
        return []
    first = steps[0]
    opens = first.label == "I" and fits(1, text[first.end : first.end + LOOK_AHEAD])
    if len(steps) <= arabic and not opens:
        return []
    return [as_heading(Kind.PASAL, step) for step in steps]
