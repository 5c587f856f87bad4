"""How the words of a consolidated unit stand to a span of the act that printed them.

A span of set A was cut by a simple segmenter. Where unit and span do not agree to the letter, the
act itself is asked, character by character: a unit is right only if it begins where the span does,
goes on exactly as the act does, and ends where the act's instruction ends, before another
instruction, another heading, or the act's own closing. So a wrong end of ours can never be excused
by a wrong end of the span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from regcheck.law.consolidation_quotes import HEADING
from regcheck.parse.structure.instructions import is_instruction

EQUAL = "equal to the letter, blanks and what stands around the words apart"
TIDY = "equal but for signs, or the number of the next instruction, behind the last word"
MID_SENTENCE = "span ends in mid-sentence; unit goes on as the act does, to the next instruction"
BEFORE_ITEM = "span ends before the next item; unit goes on as the act does, to the instruction"
RUNS_ON = "span runs on into the next instruction; unit ends before it"
OURS_ON = "OURS: unit goes on where the act's instruction has ended, or not as the act does"
OURS_SHORT = "OURS: unit ends before the act's instruction does"
OURS_OTHER = "OURS: unit and span differ in the middle"
EXACT = (EQUAL, TIDY)
SPAN_FAULTS = (MID_SENTENCE, BEFORE_ITEM, RUNS_ON)
#: What may stand around the words of a unit.
EDGES = " .\"“”'‘’;:,?_^"
#: A word; what has none is dirt, and so is the address of a site.
WORD = re.compile(r"[A-Za-z]{3}")
SITE = re.compile(r"\S+\.go\.id")
#: The number of an instruction, and what else may stand before it.
LABEL = re.compile(r"(?P<before>[\W_]*)(?:(?:\d{1,3}|[A-Z])\s?[.)]\s*)?[\W_]*")
#: A heading, or the closing of an act, behind the end of a unit.
NEXT_UNIT = re.compile(
    r"P\s?[AaOo]\s?[Ss]\s?[AaEe]\s?\S?\s{0,3}\S{1,5}(?:\s|$)|BAB\s|Bagian\s|BAGIAN\s|Paragraf\s"
    r"|Agar\s|Ditetapkan\s|Disahkan\s|PENJELASAN|LAMPIRAN|Menambah"
)
#: The opening of an instruction of which the rest is cut off.
CUT_OFF = re.compile(r"(?:[KI]\S{0,3}etentuan|Di\s?antara|diubah)\b[^.;]{0,40}$")
#: Words of an instruction, which no unit of ours may hold.
#:
#: takes    sehingga Pasal 25 berbunyi sebagai berikut      diubah sehingga
ORDER = re.compile(r"berbunyi\s+sebagai\b|\bdi\s?ubah,?\s+sehingga\b|\bPASAL II\b|\bPasal II\b")
SENTENCE_END = (".", ";", ":", '"', "”", "'", "’")


def compare(printed: str, after: str, readings: Iterable[str]) -> str:
    """Say how a span stands to the unit that should have its words.

    Args:
        printed: The words of the span.
        after: What the act prints behind it.
        readings: The words of the unit: as a whole, and of what the act set in it.
    """
    wanted = words_of(printed)
    known = [one for one in readings if one]
    if wanted in known:
        return EQUAL
    whole = [one for one in known if not ORDER.search(one)]
    if len(whole) < len(known) and not whole:
        return OURS_ON
    known = whole
    longer = [one[len(wanted) :] for one in known if one.startswith(wanted)]
    shorter = [wanted[len(one) :] for one in known if wanted.startswith(one)]
    if any(is_dirt(rest) for rest in (*longer, *shorter)):
        return TIDY
    causes = [why_longer(printed, rest, after) for rest in longer]
    causes += [why_shorter(rest) for rest in shorter]
    order = (*SPAN_FAULTS, OURS_ON, OURS_SHORT)
    return next((cause for cause in order if cause in causes), OURS_OTHER)


def why_longer(printed: str, rest: str, after: str) -> str:
    """Say why a unit goes on where a span ends.

    >>> why_longer("Kapal", "sandar di dermaga", " sandar di dermaga. 3. Ketentuan Pasal 4 diubah:")
    'span ends in mid-sentence; unit goes on as the act does, to the next instruction'
    >>> why_longer("Kapal", "sandar", " sandar di dermaga.") == OURS_ON
    True
    """
    end = follow(after, rest)
    if end < 0 or not is_boundary(after, end):
        return OURS_ON
    last = printed.rstrip(" \n\"“”'?_^")[-1:]
    return BEFORE_ITEM if last == "." else MID_SENTENCE


def why_shorter(rest: str) -> str:
    """Say why a span goes on where a unit ends.

    >>> why_shorter(". Pasal II Peraturan ini"), why_shorter(" 4. Pasal 7 huruf a.") == OURS_SHORT
    ('span runs on into the next instruction; unit ends before it', True)
    """
    label = LABEL.match(rest)
    assert label is not None
    before, bare = label["before"], rest[label.end() :]
    ended = any(sign in before for sign in SENTENCE_END)
    runs_on = NEXT_UNIT.match(bare) or is_instruction(bare) or CUT_OFF.match(bare)
    return RUNS_ON if ended and runs_on else OURS_SHORT


def follow(text: str, words: str) -> int:
    r"""Return where a text ends to print given words, signs and blanks apart; -1 if it does not.

    >>> follow(' kapal  be-\nsar". 3.', "kapal besar"), follow("kapal kecil", "kapal besar")
    (15, -1)
    """
    place = 0
    for sign in filter(str.isalnum, words):
        while place < len(text) and not text[place].isalnum():
            place += 1
        if place == len(text) or text[place] != sign:
            return -1
        place += 1
    return place


def is_boundary(text: str, place: int) -> bool:
    """Tell whether an instruction of an act has ended at a place of its text.

    >>> is_boundary("Kapal sandar. 3. Ketentuan Pasal 4 diubah:", 12), is_boundary("di Pasal 4", 2)
    (True, False)
    """
    rest = text[place:]
    label = LABEL.match(rest)
    assert label is not None
    bare = rest[label.end() :]
    if not bare or is_instruction(bare):
        return True
    ended = any(sign in label[0] for sign in SENTENCE_END)
    return ended and bool(NEXT_UNIT.match(bare))


def is_dirt(rest: str) -> bool:
    """Tell whether nothing but signs and numbers is left over.

    >>> is_dirt("_^ 19."), is_dirt(" depkumham.go.id 2."), is_dirt(" dan kapal")
    (True, True, False)
    """
    return not WORD.search(SITE.sub("", rest))


def words_of(text: str) -> str:
    """Return a text on one line without the heading of its pasal and what stands around it."""
    bare = text
    while heading := HEADING.match(bare):
        bare = bare[heading.end() :]
    return " ".join(bare.split()).strip(EDGES)


def common(left: str, right: str) -> str:
    """Return how two texts begin alike."""
    pairs = enumerate(zip(left, right, strict=False))
    return left[: next((place for place, (a, b) in pairs if a != b), min(len(left), len(right)))]


def nearest(readings: Sequence[str], printed: str) -> str:
    """Return the reading that agrees longest with a span."""
    return max(readings, key=lambda one: len(common(one, words_of(printed))), default="")
