"""The words that open and carry citations, mended where a recogniser misread them.

Only those words change: a full repair takes longer than the search for citations, and touches
names that nobody misread. The way back leads every citation to the text as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from regcheck.domain import Citation, Kind, Span, Unit
from regcheck.instruments import tables
from regcheck.lexicon import is_known
from regcheck.parse.citations.slips import RULES
from regcheck.repair import Edit, Repaired, apply, is_near, mend_word, spoil, trim

#: Words of citations other than those of instruments' names.
WORDS = frozenset(
    [
        "pasal",
        "ayat",
        "huruf",
        "angka",
        "bagian",
        "paragraf",
        "lampiran",
        "nomor",
        "tahun",
        "tentang",
        "tanggal",
        "lembaran",
        "negara",
        "berita",
        "tambahan",
        "republik",
        "indonesia",
        "dimaksud",
        "sebagaimana",
        "sampai",
        "kecuali",
        "dicabut",
        "dinyatakan",
        "berlaku",
        "diubah",
        "perubahan",
        "pencabutan",
        "terakhir",
        "mengingat",
        "undang",
    ]
)
#: Misreadings undone in one word of a citation; further ones take long to look for.
DEEPEST = 2
TOKEN = re.compile(r"\S+")
PIECE = re.compile(r"[^\W_](?:[\w|!<>\]]|\)(?=[<r][a-z]))*")
#: A word that can be a misread word of a citation, by its length.
SHORTEST, LONGEST = 4, 16
#: From this length on three letters of an end are looked at, below two.
LONG = 7


@dataclass(frozen=True)
class Mended:
    """A text with the words of citations mended, and the way there and back."""

    repaired: Repaired

    @property
    def text(self) -> str:
        """The mended text."""
        return self.repaired.text

    def forward(self, offset: int) -> int:
        """Return the offset in the mended text of an offset in the printed one."""
        for step in self.repaired.passes:
            index = bisect_right(step.edits, (offset, offset + 1, "")) - 1
            if index >= 0:
                _, end, put = step.edits[index]
                beyond = step.starts[index] + len(put) + offset - end
                offset = beyond if offset >= end else step.starts[index]
        return offset

    def move_units(self, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """Return the units with their spans in the mended text."""
        if not self.repaired.passes:
            return units
        move = self.forward
        return tuple(
            replace(unit, span=Span(move(unit.span.start), move(unit.span.end))) for unit in units
        )

    def print_citations(self, citations: list[Citation]) -> list[Citation]:
        """Return citations of the mended text with their spans in the printed one."""
        if not self.repaired.passes:
            return citations
        span = self.repaired.span
        return [replace(one, span=span(one.span.start, one.span.end)) for one in citations]


def mend(text: str, units: tuple[Unit, ...] = ()) -> Mended:
    """Mend the words of citations in a text; its units tell which labels end in a letter O.

    >>> mend("Pasd 9 hunrf a Perahrran Pemerintah, Undang-Undarg Nomor 5 Tahun 20 11").text
    'Pasal 9 huruf a Peraturan Pemerintah, Undang-Undang Nomor 5 Tahun 2011'
    """
    passes = []
    lettered = lettered_o(units)
    for find in (find_words, find_forms):
        edits = tuple(find(text))
        if find is find_forms and lettered:
            edits = tuple(edit for edit in edits if not is_letter(text, edit, lettered))
        if edits:
            step, text = apply(text, edits)
            passes.append(step)
    return Mended(Repaired(text, tuple(passes)))


def find_words(text: str) -> Iterator[Edit]:
    """Yield the edits of misread words."""
    wrong = {token: edits for token in set(text.split()) if (edits := mend_token(token))}
    if not wrong:
        return
    for token in TOKEN.finditer(text):
        for start, end, put in wrong.get(token[0], ()):
            yield token.start() + start, token.start() + end, put


def find_forms(text: str) -> Iterator[Edit]:
    """Yield the edits of what only its surroundings give away, in order and apart."""
    edits = sorted(
        trim(match.start(match.lastindex or 0), seen, meant)
        for pattern, write in RULES
        for match in pattern.finditer(text)
        if (meant := write(seen := match[match.lastindex or 0])) != seen
    )
    done = 0
    for edit in edits:
        if edit[0] >= done:
            yield edit
            done = edit[1]


def lettered_o(units: tuple[Unit, ...]) -> frozenset[str]:
    """Return the labels of pasal inserted as the fifteenth, 22O, where there is a fourteenth."""
    labels = {unit.label for unit in units if unit.kind is Kind.PASAL}
    return frozenset(one for one in labels if one.endswith("O") and f"{one[:-1]}N" in labels)


def is_letter(text: str, edit: Edit, lettered: frozenset[str]) -> bool:
    """Tell whether an edit would make a zero of the letter of an inserted pasal."""
    start, end, put = edit
    return put == "0" and text[text.rfind(" ", 0, start) + 1 : end] in lettered


@lru_cache(maxsize=1 << 18)
def mend_token(token: str) -> tuple[Edit, ...]:
    """Return the edits inside what stands between two blanks; offsets count from its start.

    >>> mend_token("Pcraturan"), mend_token("Peraturan")
    (((1, 2, 'e'),), ())
    """
    edits = []
    for piece in PIECE.finditer(token):
        seen = piece[0]
        if not SHORTEST <= len(seen) <= LONGEST or not may_be_misread(seen):
            continue
        meant = mend_word(seen, DEEPEST)
        if meant != seen and meant.lower() in anchors():
            edits.append(trim(piece.start(), seen, meant))
    return tuple(edits)


def may_be_misread(word: str) -> bool:
    """Tell whether a word may be a misread word of citations; few others pass."""
    lower = word.lower()
    if word.isdigit() or not has_end(lower) or is_known(word):
        return False
    return is_near(lower, spoiled_anchors())


def has_end(word: str) -> bool:
    """Tell whether a word begins or ends as a word of citations of about its length does.

    A misreading leaves one of both ends alone; looking further for any other word takes long.
    """
    size = end_size(len(word))
    lengths = ends().get(word[:size], frozenset()) | ends().get(f"-{word[-size:]}", frozenset())
    return len(word) in lengths


def end_size(length: int) -> int:
    """Return how many letters of a word's end are looked at."""
    return 2 if length < LONG else 3


@cache
def ends() -> dict[str, frozenset[int]]:
    """Return the lengths of misread words by the letters that they keep at an end."""
    found: dict[str, set[int]] = {}
    for word in anchors():
        for length in range(len(word) - 2, len(word) + 3):
            size = end_size(length)
            for end in (word[:size], f"-{word[-size:]}"):
                found.setdefault(end, set()).add(length)
    return {end: frozenset(lengths) for end, lengths in found.items()}


@cache
def spoiled_anchors() -> dict[str, int]:
    """Return the words of citations as one misreading leaves them, with its price."""
    return spoil(anchors())


@cache
def anchors() -> frozenset[str]:
    """Return the words that citations consist of: places, instruments and their makers."""
    table = tables()
    rows = (*table.instruments.values(), *table.families.values())
    names = [name for row in rows for name in (row.name, *row.other)]
    return WORDS | {
        word.lower() for name in (*names, *table.titles.values()) for word in name.split()
    }
