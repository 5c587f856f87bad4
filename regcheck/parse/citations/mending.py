"""The words that open and carry citations, mended where a recogniser misread them.

Only those words change: a full repair takes longer than the search for citations, and touches
names that nobody misread. The way back leads every citation to the text as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache, lru_cache

from regcheck.domain import Citation, Kind, Span, Unit
from regcheck.instruments import tables, to_digits
from regcheck.lexicon import is_known
from regcheck.repair import Edit, Repaired, apply, mend_word, trim

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
#: How much a misread word is like the one that is meant: *undlng* lies above for *undang*, *ujung*
#: below; *passl* above for *pasal*, *part* and *pukul* below.
LIKENESS = 0.65
#: The same for *peraturan*, and for a slip so common that regulations are found to use it:
#: *peratuan* lies above, *perataan* and *pengaturan* below.
NEARNESS, NEAREST = 0.8, 0.9
#: A word that can be a misread word of a citation, by its length.
SHORTEST, LONGEST = 4, 16
#: From this length on three letters of an end are looked at, below two.
LONG = 7

#: A word before a number that may be *Pasal* misread past all letters; ``write_pasal`` decides.
#:
#: takes    ^asal 5      Pasd 2l      Pasat 3      Fasal 7      pasat 12      Passl 26
#: refuses  asal 5      Pasat jalan      pas 5      Pusa II
PASAL = re.compile(r"(?<!\w)(?:\^asa[l1I]|[PpF]\w{3,5})(?=\s[\dl][\dlI]{0,2}[A-Z]?\b)")
#: A word before a list letter that may be *huruf* misread; ``write_huruf`` decides.
#:
#: takes    hurui a      Hurnf b      hrrruf c
#: refuses  hari raya      huruf
HURUF = re.compile(r"(?<!\w)[Hh]\w{3,5}(?=\s[a-z]\b(?![./]))")
#: A word before the maker of a rule that may be *Peraturan*; ``write_peraturan`` decides.
#:
#: takes    Peratuan Pemerintah      peratrurn Menteri
#: refuses  Pejabat      Perda Daerah
PERATURAN = re.compile(
    r"(?<!\w)[Pp]e\w{5,8}(?=\s(?:Pemerintah|Presiden|Menteri|Daerah|Gubernur|Bupati|Wali)\b)"
)
#: Two words that may be *undang-undang* misread; ``write_statute`` decides.
#:
#: takes    Undang-Undarg      Undang-undarrg      Urrdang-Undang      lJndang-Undang
#: takes    Unclang-Undang      Undang-Unciang      Undang- Undaag      UNDANO-UNDANO
#: takes    undang undarrg      Undahg undang
#: refuses  undang tentang      undangan      hutang-undang      UMUM Undang      lain-lain
STATUTE = re.compile(
    r"""
    (?<!\w) (?: (?P<first> [ulnI1] [\w.]{4,8} ) [\s_]{0,2} [-~_] [\s_]{0,2}
                (?P<second> [ulI1] \w{4,7} )
      | (?P<half> undang ) \s (?P<odd> u \w{4,7} ) | (?P<strange> u \w{4,7} ) \s undang )
    (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A year whose figures the recogniser set apart.
#:
#: takes    Tahun 20 14      tahun 2 017      Tahun 19 45      Tahun 2OI 9      tahun 20 1 4
#: refuses  Tahun 2014      tahun 20 orang      Tahun 2014 1
APART = re.compile(
    r"(?<=ahun\s)(?=[\dOolI\s]{5,7}(?![\w]))[12lI](?:\s?[\dOolI]){3}(?=[\s.,;:()]|$)"
    r"(?<!\s[\dOolI]{4})(?<!\n[\dOolI]{4})"
)

#: The number of a pasal with letters among its figures, the last one an O.
#:
#: takes    Pasal lO      Pasal 1O      Pasal 1OO      pasal LO
#: refuses  Pasal 10      Pasal I      Pasal O
ROUND = re.compile(
    r"(?<=asal\s)(?<!N,\sPasal\s)(?<!N\sdan\sPasal\s)[lIL\d][lIL\dOo]{0,2}[Oo](?=[\s,.;:)]|$)"
)

Rule = tuple[re.Pattern[str], Callable[[str], str]]


def write_pasal(seen: str) -> str:
    """Write *Pasal* for what is like it.

    >>> write_pasal("Passl"), write_pasal("^asal"), write_pasal("Pukul")
    ('Pasal', 'Pasal', 'Pukul')
    """
    read = seen.lower().replace("^", "p").replace("1", "l")
    if seen.lower() == "pasal" or not is_like(read, "pasal"):
        return seen
    return "pasal" if seen[0] == "p" else "Pasal"


def write_peraturan(seen: str) -> str:
    """Write *Peraturan* for what is like it.

    >>> write_peraturan("Peratuan"), write_peraturan("Pejabat")
    ('Peraturan', 'Pejabat')
    """
    near = SequenceMatcher(None, seen.lower(), "peraturan").ratio()
    if seen.lower() == "peraturan" or near < (NEAREST if is_known(seen) else NEARNESS):
        return seen
    return "peraturan" if seen[0] == "p" else "Peraturan"


def write_huruf(seen: str) -> str:
    """Write *huruf* for what is like it.

    >>> write_huruf("hurui"), write_huruf("hari")
    ('huruf', 'hari')
    """
    if seen.lower() == "huruf" or not is_like(seen.lower(), "huruf"):
        return seen
    return "huruf" if seen[0] == "h" else "Huruf"


#: *Undang-undang* as it should be, whatever joins its halves.
PRINTED = re.compile(r"undang[\s_~-]+undang", re.IGNORECASE)


def write_statute(seen: str) -> str:
    """Write *Undang-Undang* for what is like it; anything else stays.

    >>> write_statute("Urrdang-Undang"), write_statute("usaha-usaha"), write_statute("udang-udang")
    ('Undang-Undang', 'usaha-usaha', 'udang-udang')
    """
    halves = [half.replace(".", "") for half in re.split(r"[\s_~-]+", seen.lower())]
    if PRINTED.fullmatch(seen) or not all(is_like(half, "undang") for half in halves):
        return seen
    return "undang-undang" if seen[0] == "u" else "Undang-Undang"


@lru_cache(maxsize=1 << 14)
def is_like(word: str, meant: str) -> bool:
    """Tell whether a word is another one or like it, and none that regulations use."""
    if word == meant:
        return True
    return not is_known(word) and SequenceMatcher(None, word, meant).ratio() >= LIKENESS


def write_year(seen: str) -> str:
    """Write a year without blanks; anything else stays.

    >>> write_year("20 1 4"), write_year("9 9 99")
    ('2014', '9 9 99')
    """
    year = to_digits("".join(seen.split()))
    return year if "1800" <= year < "2100" else seen


RULES: tuple[Rule, ...] = (
    (PASAL, write_pasal),
    (PERATURAN, write_peraturan),
    (HURUF, write_huruf),
    (STATUTE, write_statute),
    (APART, write_year),
    (ROUND, to_digits),
)


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
        trim(match.start(), match[0], meant)
        for pattern, write in RULES
        for match in pattern.finditer(text)
        if (meant := write(match[0])) != match[0]
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
        if not SHORTEST <= len(seen) <= LONGEST or seen.isdigit() or not has_end(seen.lower()):
            continue
        meant = mend_word(seen, DEEPEST)
        if meant != seen and meant.lower() in anchors():
            edits.append(trim(piece.start(), seen, meant))
    return tuple(edits)


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
def anchors() -> frozenset[str]:
    """Return the words that citations consist of: places, instruments and their makers."""
    table = tables()
    rows = (*table.instruments.values(), *table.families.values())
    names = [name for row in rows for name in (row.name, *row.other)]
    return WORDS | {
        word.lower() for name in (*names, *table.titles.values()) for word in name.split()
    }
