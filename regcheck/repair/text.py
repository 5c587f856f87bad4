"""Text as it was meant where a recogniser misread it, with the way back to the text as printed.

For matching only: what a reader is shown is always the text as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from regcheck.domain import Span
from regcheck.lexicon import is_known
from regcheck.repair.misreadings import mend_word
from regcheck.repair.rules import FIRST, RULES, Rule

#: An edit: the range ``[start, end)`` of the text before it, and what takes its place.
Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Pass:
    """The edits of one pass, in order; ``starts`` are their offsets in the text after it."""

    edits: tuple[Edit, ...]
    starts: tuple[int, ...]

    def back(self, offset: int, *, after: bool = False) -> int:
        """Return the offset before the pass; of a place inside an edit, its start or its end."""
        index = bisect_right(self.starts, offset - after) - 1
        if index < 0:
            return offset
        start, end, put = self.edits[index]
        beyond = offset - self.starts[index] - len(put)
        if beyond >= 0:
            return end + beyond
        return end if after else start


@dataclass(frozen=True)
class Repaired:
    """A repaired text; ``text`` is for matching, the passes lead back to the printed one."""

    text: str
    passes: tuple[Pass, ...] = ()

    def back(self, offset: int, *, after: bool = False) -> int:
        """Return the offset in the printed text of an offset in ``text``.

        Inside a repaired piece it is the start of the piece, or with ``after`` its end.
        """
        for step in reversed(self.passes):
            offset = step.back(offset, after=after)
        return offset

    def span(self, start: int, end: int) -> Span:
        """Return the printed range of the range ``[start, end)`` of ``text``.

        >>> mended = repair("Tahun 2OL9, Pasal2l")
        >>> mended.text, mended.span(6, 10), mended.span(18, 20)
        ('Tahun 2019, Pasal 21', Span(start=6, end=10), Span(start=17, end=19))
        """
        return Span(self.back(start), max(self.back(start), self.back(end, after=True)))


def repair(text: str) -> Repaired:
    """Undo the misreadings of a text.

    Words that regulations use stay; of figures only letters in the place of digits change.
    Repairing twice changes nothing more.

    >>> repair("danlatau Pasa1 2l ayat (21 huruf b pen5rusunan ralryat").text
    'dan/atau Pasal 21 ayat (2) huruf b penyusunan rakyat'
    >>> repair("sebesar Rp1.000.00O,0O (satu juta rupiah)").text
    'sebesar Rp1.000.000,00 (satu juta rupiah)'
    """
    if all(map(is_quiet, set(text.split()))):
        return Repaired(text)
    passes: list[Pass] = []
    for _ in range(MOST_ROUNDS):
        before = len(passes)
        for find in (*map(rule_finder, FIRST), find_words, *map(rule_finder, RULES)):
            edits = tuple(find(text))
            if edits:
                step, text = apply(text, edits)
                passes.append(step)
        # What one rule mends may part words that another could not read.
        if len(passes) == before:
            break
    return Repaired(text, tuple(passes))


def apply(text: str, edits: tuple[Edit, ...]) -> tuple[Pass, str]:
    """Make the edits, which are in order and do not overlap."""
    pieces, starts, done, length = [], [], 0, 0
    for start, end, put in edits:
        length += start - done
        starts.append(length)
        pieces += [text[done:start], put]
        length += len(put)
        done = end
    pieces.append(text[done:])
    return Pass(edits, tuple(starts)), "".join(pieces)


def trim(start: int, old: str, new: str) -> Edit:
    """Return the edit from ``old`` to ``new`` without what they share at both ends."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start + head, start + len(old) - tail, new[head : len(new) - tail]


#: A text is clean after so many rounds; most after the first.
MOST_ROUNDS = 4
TOKEN = re.compile(r"\S+")
#: The pieces of a word between marks of punctuation; marks within a misread word belong to it.
#:
#: takes    ang)<a      pen)rusunan      ^jelas      danf      I(abupaten
#: refuses  ;      (      -
PIECE = re.compile(
    r"""
    \^? [^\W_] (?: [\w|!<>^\]] | \) (?= [<r] [^\W\d_] ) | \( (?= [a-z]{2} ) )*
    """,
    re.VERBOSE,
)
#: What is neither a word nor misread: figures and their marks, labels, amounts.
#:
#: takes    2019,      (2)      12A      1.000.000,00      a.      Rp5.000,-      -      (a)
#: refuses  2OL9      (21      (l)      l      1O%      (2l)      (dua)
QUIET = re.compile(
    r"""
    [^\w(]* (?: Rp\.? )? \d [\d.,:/%-]* (?<! \d{4} 1 [;.,] ) [A-H]? [^\w(]*
    | [^\w]* [a-km-zA-HJ-NP-Z] [^\w)]*
    | [^\w(]* [a-km-zA-HJ-NP-Y] \) [^\w(]*
    | \( (?: \d{1,3} [a-d]? | [a-hj-km-z] ) \) [^\w(]*
    | [^\w(]+
    """,
    re.VERBOSE,
)


#: What :func:`is_quiet` must not let pass for a number.
#:
#: takes    52341;      50001.
#: refuses  5234;
LONG_NUMBER = re.compile(r"(?<!\d)\d{4}1[;.,]")


@lru_cache(maxsize=1 << 18)
def is_quiet(token: str) -> bool:
    """Tell whether nothing in a token, standing between spaces, can be misread."""
    if QUIET.fullmatch(token):
        return not LONG_NUMBER.search(token)
    pieces = PIECE.findall(token)
    if "(" in token and any(piece[0].isdigit() or len(piece) < 2 for piece in pieces):
        return False
    return all(is_sound(piece) for piece in pieces)


#: Parts of words that a rule looks at.
#:
#: takes    danlatau      danf      kmbaran      Hurufa      PasalI      Fasal      II      lO
#: refuses  daftar      Nagasari      SKPD      PNS
RULED = re.compile(
    r"atau | mbaran | uruf | asal | Pasd | Pasat | \b dan [flI] \b | \b [lIO]+ \b",
    re.VERBOSE | re.IGNORECASE,
)


def is_sound(piece: str) -> bool:
    """Tell whether a word is right, or at least nothing that any rule changes."""
    if is_known(piece):
        return True
    return piece.isalpha() and not RULED.search(piece) and mend_word(piece) == piece


def find_words(text: str) -> Iterator[Edit]:
    """Yield the edits of words that are misread."""
    for token in TOKEN.finditer(text):
        if is_quiet(token[0]):
            continue
        for piece in PIECE.finditer(token[0]):
            meant = mend_word(piece[0])
            if meant != piece[0]:
                yield trim(token.start() + piece.start(), piece[0], meant)


def rule_finder(rule: Rule) -> Callable[[str], Iterator[Edit]]:
    """Return the function that yields the edits of a rule."""
    pattern, write = rule

    def find(text: str) -> Iterator[Edit]:
        for match in pattern.finditer(text):
            meant = write(match)
            if meant != match[0]:
                yield trim(match.start(), match[0], meant)

    return find
