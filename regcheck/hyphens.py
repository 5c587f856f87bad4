"""Printed lines to running text: words broken at a line's end are closed, for matching only.

What is shown to a reader stays as printed; :meth:`Joined.origin` leads back to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from types import MappingProxyType

from regcheck.lexicon import is_known

#: What ends a line: white space with a line feed, and the hyphen or stroke before it.
#:
#: takes    undang-\nundang      dan/\natau      dan\n/atau      daerah\n  kota
LINE_END = re.compile(
    r"""
    (?P<sign> (?<= [^\W_] ) [-\u2010\u2011\u00ad\u2013] | (?<= \w ) / )?
    (?: (?<! [ \t\r\f\v\u00a0] ) [ \t\r\f\v\u00a0]+ )? \n \s*
    (?P<stroke> / (?= \w ) )?
    """,
    re.VERBOSE,
)

#: The letters and figures before and after a place in a text.
#: A word before it is looked for in so many characters.
LAST_WORD, FIRST_WORD = re.compile(r"[^\W_]+\Z"), re.compile(r"[^\W_]+")
LONGEST = 40

#: A word, with its hyphens, that no line's end has broken.
#:
#: takes    anak-anak      lingkungan
WORD = re.compile(
    r"""
    (?<! [\w-] ) (?<! -\n ) [^\W\d_]++ (?: - [^\W\d_]++ )*+ (?! - | [ \t]*+ -? [ \t]*+ \n \s*+ / )
    """,
    re.VERBOSE,
)

#: What may follow a root in the second half of a doubled word; such a root has so many letters.
ENDINGS = ("", "nya", "an", "kan", "i", "lah")
MIN_ROOT = 3
#: The halves of a doubled word agree by so much when one of them is misprinted, and have then so
#: many letters.
MISPRINT, MIN_MISPRINT = 0.8, 5

JOIN, KEEP, SPACE = "", "-", " "


@dataclass(frozen=True, slots=True)
class Joined:
    """A text on one line.

    ``starts`` are offsets in ``text`` where its distance to the printed text changes, the first
    of them 0, and ``shifts`` the distances from there on.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, position: int) -> int:
        r"""Return the offset in the printed text of a character of ``text``.

        The end of ``text`` counts as a character; a space that stands for a line's end leads to
        where that begins.

        >>> joined = join_lines("pemerin-\ntahan daerah")
        >>> joined.text, joined.origin(6), joined.origin(7), joined.origin(len(joined.text))
        ('pemerintahan daerah', 6, 9, 21)
        """
        return position + self.shifts[bisect_right(self.starts, position) - 1]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often a document uses its words, in lower case, with hyphens and without."""

    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def count(self, word: str) -> int:
        """Return how often the document has a word."""
        return self.counts.get(word, 0)


NO_VOCABULARY = Vocabulary()


def gather_words(text: str) -> Vocabulary:
    r"""Return the words of a document; those broken at the end of a line are no evidence.

    >>> words = gather_words("Anak-anak ling-\nkungan dan lingkungan")
    >>> [words.count(word) for word in ("anak-anak", "lingkungan", "ling", "kungan")]
    [1, 1, 0, 0]
    """
    return Vocabulary(MappingProxyType(Counter(WORD.findall(text.lower()))))


def join_lines(text: str, vocabulary: Vocabulary = NO_VOCABULARY) -> Joined:
    r"""Put a printed text on one line: a line's end becomes a space, a broken word is closed.

    The hyphen of *undang-undang*, *anak-anak*, *e-government* and *2016-2021* stays, and so does
    the stroke of *dan/atau*. ``vocabulary`` are the words of the whole document
    (:func:`gather_words`).

    >>> join_lines("ling-\nkungan, peraturan perundang-\nundangan dan/\natau anak-\nanak").text
    'lingkungan, peraturan perundang-undangan dan/atau anak-anak'
    """
    pieces: list[str] = []
    starts, shifts = [0], [0]
    done = length = 0
    for match in LINE_END.finditer(text):
        sign = join_sign(text, match, vocabulary)
        pieces += [text[done : match.start()], sign]
        length += match.start() - done + len(sign)
        done = match.end()
        starts.append(length)
        shifts.append(done - length)
    pieces.append(text[done:])
    return Joined("".join(pieces), tuple(starts), tuple(shifts))


def join_sign(text: str, match: re.Match[str], vocabulary: Vocabulary) -> str:
    """Return what stands between two lines when they are put on one; a page number stays alone."""
    sign = match["sign"] or ""
    if sign == "/" or match["stroke"]:
        return sign or match["stroke"]
    if not sign:
        return SPACE
    before = LAST_WORD.search(text, max(0, match.start() - LONGEST), match.start())
    after = FIRST_WORD.match(text, match.end())
    if not before or not after or before[0].isdigit() > after[0].isdigit():
        return sign + SPACE
    joint = choose_joint(before[0], after[0], vocabulary)
    if sign == "\u2013" and joint is JOIN:
        return sign + SPACE
    return joint


def choose_joint(before: str, after: str, vocabulary: Vocabulary = NO_VOCABULARY) -> str:
    """Decide whether the hyphen at a line's end belongs to the word or to the printer.

    Returns:
        ``"-"`` where it belongs to the word, else ``""``. Figures, a single letter and a capital
        after it keep it; then the document decides by the form it uses elsewhere; a doubled word
        keeps it; a word that regulations use without it loses it; what is left keeps it in
        capitals, and where the second half is a word.

    >>> [choose_joint(*halves.split()) for halves in ("pemerin tahan", "setinggi tingginya")]
    ['', '-']
    >>> [choose_joint(*halves.split()) for halves in ("tukar menukar", "e government", "DPA SKPD")]
    ['-', '-', '-']
    """
    letters = before.isalpha() and after.isalpha() and min(len(before), len(after)) > 1
    if not letters or (after[0].isupper() and not before.isupper()):
        return KEEP
    first, second = before.lower(), after.lower()
    closed, hyphened = vocabulary.count(first + second), vocabulary.count(f"{first}-{second}")
    if closed != hyphened:
        return JOIN if closed > hyphened else KEEP
    if is_doubled(first, second):
        return KEEP
    word = before.isupper() or is_known(second)
    return KEEP if word and not is_known(first + second) else JOIN


def is_doubled(first: str, second: str) -> bool:
    """Tell whether two halves are one root printed twice, with what may stand around it.

    >>> is_doubled("obat", "obatan"), is_doubled("sewaktu", "waktu"), is_doubled("sewa", "menyewa")
    (True, True, True)
    >>> is_doubled("pelaksa", "naan"), is_doubled("mem", "perkuat"), is_doubled("ke", "kerasan")
    (False, False, False)
    """
    if len(first) > MIN_ROOT and second.startswith("me") and first[1:] in second:
        return True
    roots = [second.removesuffix(ending) for ending in ENDINGS if second.endswith(ending)]
    long = [root for root in roots if len(root) >= MIN_ROOT]
    return any(first.endswith(root) for root in long) or any(
        len(root) >= MIN_MISPRINT and alike(first[-len(root) :], root) for root in long
    )


def alike(word: str, other: str) -> bool:
    """Tell whether two words are one, but for a misprint.

    >>> alike("undanq", "undang"), alike("merin", "tahan")
    (True, False)
    """
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= MISPRINT
