"""Instructions of an amending act whose number is lost, as scanners lose the margin of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from regcheck.parse.marks.marks import pasal_readings
from regcheck.parse.marks.numbering import Reading
from regcheck.parse.marks.patterns import PASAL
from regcheck.parse.marks.sequence import ends_of
from regcheck.parse.structure.instructions import is_instruction, read_orders
from regcheck.parse.structure.order_patterns import QUOTE

#: How far a sentence is looked at, and how far behind its colon the heading may stand.
LOOK_AHEAD = 900
HEADING_CHARS = 60
#: The beginning of a sentence that may be an instruction, behind the end of another.
#:
#: takes    . Ketentuan Pasal 4      ” Di antara Pasal 8      Dihapus.\nKetentuan ayat (1)
#: refuses  dalam Ketentuan Pasal 4
SENTENCE = re.compile(
    r"""
    (?<= [.;:”"\n] ) [ \n^~_*'"”]{0,20}
    (?<! [A-Za-z,] [ ] ) (?<! [A-Za-z,] )
    (?: Keten[a-z]+ | Di \s? antara | Diantara | Setelah | Judul
      | Pasal (?= \s? \w{1,5} (?: \s [A-Z] )? \s dihapus ) )
    (?= \s )
    """,
    re.VERBOSE,
)
#: A sentence that deletes a pasal and says nothing else.
#:
#: takes    Ketentuan Pasal 7 dihapus.      Pasal 7A dihapus.
#: refuses  Ketentuan Pasal 7 ayat (2) dihapus.
LOST_DELETION = re.compile(
    r"\W{0,20}(?:Keten[a-z]+\s+)?Pasal\s*\w{1,4}(?:\s?[A-Z])?\s+dihapus\s*\.", re.IGNORECASE
)
#: The end of a sentence: a full stop before a capital that begins a word.
#:
#: takes    selesai. Bupati
#: refuses  12. Bupati      selesai; Bupati
STOP = re.compile(r"[a-z]\.\s+[A-Z]")
#: What may stand between a colon and the heading behind it: quotation marks, dirt, loose numbers.
NO_WORDS = " \t\n\"'“”‘^_~*•·-–«().,0123456789lI\\"


def unnumbered(text: str, start: int, end: int, steps: Mapping[int, Reading]) -> dict[int, Reading]:
    """Find instructions whose number is lost, among those that have one.

    Such a sentence begins as an instruction does, names a pasal, and ends in the colon before
    that pasal's heading, or deletes it. It gets the number that is missing in its place, else
    that of the one before, as a repeat.
    """
    found: dict[int, Reading] = {}
    starts = sorted({start, *steps})
    for begin, stop in zip(starts, ends_of(starts, end), strict=True):
        label = steps[begin].order[0] if begin in steps else 0
        limit = steps[stop].order[0] if stop in steps else label + 2
        first = steps[begin].end + 1 if begin in steps else begin
        for match in SENTENCE.finditer(text, first, stop):
            if is_lost_instruction(text, match.start(), stop):
                label += 1 if label + 1 < limit else 0
                found[match.start()] = Reading(str(label), (label, ""), 0.0, match.start())
    return found


def is_lost_instruction(text: str, start: int, stop: int) -> bool:
    """Tell whether a sentence without a number orders a change, and nothing else can be meant."""
    sentence = text[start : min(stop, start + LOOK_AHEAD)]
    if not is_instruction(sentence):
        return False
    if LOST_DELETION.match(sentence):
        return True
    quote = QUOTE.search(sentence)
    if quote is None or STOP.search(sentence, 0, quote.start()):
        return False
    heading = PASAL.search(sentence, quote.end(), quote.end() + HEADING_CHARS)
    if heading is None or sentence[quote.end() : heading.start()].strip(NO_WORDS):
        return False
    named = {order.label for order in read_orders(sentence[: quote.end()])}
    return any(reading.label in named for reading in pasal_readings(heading))
