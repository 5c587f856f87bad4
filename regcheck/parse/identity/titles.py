"""The title blocks of a document: which instrument, number, year and name each prints."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from regcheck.domain import Span
from regcheck.instruments import Instrument, split_instrument
from regcheck.parse.identity.numbers import Number, read_number
from regcheck.parse.identity.spelling import Spelling, even, printed, respell
from regcheck.parse.structure.titles import (
    ANNEX_TITLE,
    LISTED,
    MENETAPKAN_NAME,
    NAMING,
    SPECK,
    TITLE,
    TITLE_END,
)

#: How far into a gloss or annex its own title is looked for.
HEAD_CHARS = 1_500
NAME_LIMIT = 600
#: Marks around a name that are no part of it.
MARGINS = " .,:;-–—|_'\"`’‘“”*"


@dataclass(frozen=True, slots=True)
class Title:
    """A title block as read: the instrument and what is left of its name, number and name.

    ``span`` is where it stands in the text, from the name of the instrument to TENTANG; ``draft``
    tells whether it says RANCANGAN.
    """

    kind: Instrument
    rest: str
    number: Number
    tentang: str
    draft: bool
    span: Span

    @property
    def numbered(self) -> str:
        """The number and year as read, for comparing titles."""
        return f"{self.number.leading}/{self.number.tahun}"


def read_title(text: str, span: Span, scanned: bool = False) -> Title | None:
    """Read the title block that stands last in a part of a text and names a known instrument.

    Damaged words are corrected only where the text as printed shows no title.
    """
    block = even(text[span.start : span.end])
    if found := last_title(block.text):
        return title_of(found, block, printed(block.text), span.start, scanned)
    spelt = respell(printed(block.text))
    found = last_title(spelt.text) if spelt.text != block.text else None
    return title_of(found, block, spelt, span.start, scanned) if found else None


def last_title(block: str) -> re.Match[str] | None:
    """Return the last title block of a known instrument.

    A title inside a title (``PERUBAHAN ATAS PERATURAN ...``) is the name of another regulation.
    """
    best: re.Match[str] | None = None
    for match in TITLE.finditer(block):
        if instrument_of(match["name"])[0] is None or NAMING.search(block, 0, match.start()):
            continue
        nested = best is not None and not TITLE_END.search(block, best.end(), match.start())
        if best is None or not nested or same_number(best, match):
            best = match
    return best


def same_number(one: re.Match[str], other: re.Match[str]) -> bool:
    """Tell whether two title blocks print the same number and year."""
    numbers = [read_number(found["nomor"], found["tahun"] or "", False) for found in (one, other)]
    return (numbers[0].nomor, numbers[0].tahun) == (numbers[1].nomor, numbers[1].tahun)


def title_of(
    found: re.Match[str], block: Spelling, spelt: Spelling, start: int, scanned: bool
) -> Title | None:
    """Read the parts of a title block; the name is sliced from the block as printed."""
    kind, rest = instrument_of(found["name"])
    if kind is None:
        return None
    stop = TITLE_END.search(found.string, found.end())
    begin = spelt.back(found.end())
    name = block.text[begin : spelt.back(stop.start()) if stop else None]
    number = read_number(found["nomor"], found["tahun"] or "", scanned)
    span = Span(start + block.back(spelt.back(found.start())), start + block.back(begin))
    return Title(kind, rest, number, clean_name(name), bool(found["draft"]), span)


def clean_name(name: str) -> str:
    """Write a name on one line, without the marks around it and the specks of a scan in it.

    >>> clean_name("PASAR | RAKYAT  DI DAERAH .")
    'PASAR RAKYAT DI DAERAH'
    """
    return " ".join(word for word in name.split() if not SPECK.fullmatch(word)).strip(MARGINS)


def annex_title(text: str, span: Span, scanned: bool = False) -> Title | None:
    """Read the first title above a gloss or annex, which may lack TENTANG."""
    block = even(text[span.start : min(span.end, span.start + HEAD_CHARS)])
    found = ANNEX_TITLE.search(block.text)
    if found is None and scanned:
        block = respell(block)
        found = ANNEX_TITLE.search(block.text)
    kind, rest = instrument_of(found["name"]) if found else (None, "")
    if found is None or kind is None:
        return None
    number = read_number(found["nomor"], found["tahun"], scanned)
    where = Span(span.start + block.back(found.start()), span.start + block.back(found.end()))
    return Title(kind, rest, number, "", False, where)


def listed_title(text: str, start: int) -> Title | None:
    """Read the line of a catalogue with which a text begins; it has no name."""
    found = LISTED.match(text, start)
    kind, rest = instrument_of(found["name"].upper()) if found else (None, "")
    if found is None or kind is None:
        return None
    number = read_number(found["nomor"], found["tahun"], False)
    return Title(kind, rest, number, "", False, Span(*found.span()))


def unnumbered(text: str, start: int) -> Title | None:
    """Read the instrument and name from the decision formula (*Menetapkan: PERATURAN ...*)."""
    block = even(text[start : start + HEAD_CHARS])
    found = MENETAPKAN_NAME.search(block.text)
    kind, rest = instrument_of(found["name"]) if found else (None, "")
    if found is None or kind is None:
        return None
    where = Span(start + block.back(found.start()), start + block.back(found.end()))
    return Title(
        kind, rest, Number("", ""), clean_name(found["tentang"]), bool(found["draft"]), where
    )


def with_capitals(title: Title) -> Title:
    """Cut a title's name at the first word in small letters: the text of a gloss follows it."""
    return replace(title, tentang=capitals(title.tentang))


def capitals(name: str) -> str:
    """Cut a name at the first word in small letters.

    >>> capitals("RETRIBUSI JASA UMUM Contoh surat permohonan")
    'RETRIBUSI JASA UMUM'
    """
    words = name[:NAME_LIMIT].split()
    kept = next((i for i, word in enumerate(words) if word[1:] != word[1:].upper()), len(words))
    return " ".join(words[:kept])


def instrument_of(name: str) -> tuple[Instrument | None, str]:
    """Read the instrument off a name, and the words left over."""
    return split_instrument(" ".join(name.split()))
