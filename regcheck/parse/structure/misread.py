"""Numbers of quoted headings that scanners have torn or misread, read by the announced labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from regcheck.parse.marks.likeness import similarity
from regcheck.parse.marks.marks import INLINE, ends_sentence
from regcheck.parse.marks.numbering import Reading, order_of
from regcheck.parse.marks.patterns import CITED_AFTER
from regcheck.parse.marks.sequence import Mark

#: The small letter of an inserted pasal, behind its number.
#:
#: takes     a      b
#: refuses  z      a.      an
SMALL_SUFFIX = re.compile(r"[ ]?([a-f])(?![A-Za-z.)])")

#: The number of a heading behind its word, whole or torn by a space.
#:
#: takes    Pasal 13 1 Izin      Pasa-l 2 Jalan      Pasal 2 lD (1)      Pasal 12El (1)
#: refuses  Pasal ini, Izin      Pasal
NUMBER_BEHIND = re.compile(
    r"\S{4,7}\s\^?(?P<torn>(?P<plain>[0-9A-Za-z|!]{1,5})(?:[ ][0-9A-Za-z|!]{1,3})?)(?=[\s.(\"”])"
    r"(?<![a-z]{3})"
)
#: Signs that scanners take for each other in the number of a pasal; and what a B may be read as.
ALIKE = str.maketrans("lIi|!OoSBGZ", "11111005862")
READ_FOR_B = re.compile(r"El?(?=$)")
#: A word that may be the damaged one of a heading.
#:
#: takes    Pasal 2      Pasa-l 2      Pasai 4
#: refuses  Panitia      Par 3
HEADING_WORD = re.compile(r"(?<![A-Za-z])P[a-z.,'-]{2,4}[a-z1!]\s(?=\^?[0-9lIi|O])")
#: How much it must resemble *Pasal*.
LIKE_PASAL = 0.5


def announced_marks(
    text: str, span: tuple[int, int], labels: list[str], found: Sequence[Mark]
) -> Iterator[Mark]:
    """Yield the headings that an instruction announces, at places where none was found.

    They open the quotation, whatever follows their number, or stand behind a sentence in it.
    """
    taken = {mark.start for mark in found}
    for word in HEADING_WORD.finditer(text, *span):
        place = word.start()
        if place in taken or similarity(word[0]) < LIKE_PASAL:
            continue
        ends = [(label, printed_end(text, place, label)) for label in labels]
        opens, behind = place == span[0], ends_sentence(text, place)
        readings = tuple(
            Reading(label, order_of(label), 0.0, end)
            for label, end in ends
            if end and (opens or (behind and not CITED_AFTER.match(text, end)))
        )
        if readings:
            yield Mark(place, INLINE, readings)


def with_small_letters(text: str, marks: Iterable[Mark], labels: list[str]) -> Iterator[Mark]:
    """Yield marks, with the small letter behind a number where that names an announced pasal."""
    for mark in marks:
        first = mark.readings[0]
        letter = SMALL_SUFFIX.match(text, first.end)
        label = f"{first.label}{letter[1].upper()}" if letter else ""
        if letter and label in labels:
            order = (first.order[0], letter[1].upper())
            yield replace(mark, readings=(Reading(label, order, 0.0, letter.end()),))
        else:
            yield replace(mark, readings=(*misread(text, mark, labels), *mark.readings))


def misread(text: str, mark: Mark, labels: list[str]) -> Iterator[Reading]:
    """Yield the announced labels that the number of a mark may stand for.

    Its digits are torn or read as letters (``Pasal 13 1``, ``Pasal 4 i``), or its letter as a digit
    (``Pasal 730`` for 73C).
    """
    first = mark.readings[0]
    for label in labels if first.label not in labels else ():
        end = printed_end(text, mark.start, label)
        if end or (
            first.label.isdigit() and label[-1].isalpha() and label[:-1] == first.label[:-1]
        ):
            yield Reading(label, order_of(label), 0.0, end or first.end)


def printed_end(text: str, start: int, label: str) -> int:
    """Return where a label ends that is printed, however misread, behind a word; else 0.

    >>> printed_end("Pasal 2 lD (1) Lokasi", 0, "21D"), printed_end("Pasa-l 2 Jalan", 0, "2")
    (10, 8)
    >>> printed_end("Pasal 12El (1) Kapal", 0, "12B"), printed_end("Pasal 4 Izin", 0, "41")
    (10, 0)
    """
    match = NUMBER_BEHIND.match(text, start)
    if match is None:
        return 0
    ends = (match.end(group) for group in ("torn", "plain"))
    place = match.start("torn")
    printed = ((end, READ_FOR_B.sub("B", text[place:end])) for end in ends)
    return next((end for end, number in printed if skeleton(number) == skeleton(label)), 0)


def skeleton(label: str) -> str:
    """Return a label with its look-alikes made one, without the spaces between its digits."""
    return label.replace(" ", "").translate(ALIKE)
