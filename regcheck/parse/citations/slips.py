"""Slips of a recogniser in citations that only the words around them give away."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import lru_cache

from regcheck.instruments import to_digits
from regcheck.lexicon import is_known

#: How much a misread word is like the one that is meant: *undlng* lies above for *undang*, *ujung*
#: below; *passl* above for *pasal*, *part* and *pukul* below.
LIKENESS = 0.65
#: The same for *peraturan*, and for a slip so common that regulations are found to use it:
#: *peratuan* lies above, *perataan* and *pengaturan* below.
NEARNESS, NEAREST = 0.8, 0.9
#: A word before a number that may be *Pasal* misread past all letters; ``write_pasal`` decides.
#:
#: takes    ^asal 5      Pasd 2l      Pasat 3      Fasal 7      pasat 12      Passl 26
#: refuses  asal 5      Pasat jalan      pas 5      Pusa II
PASAL = re.compile(
    r"[\^PpF](?<!\w.)(?:(?<=\^)asa[l1I]|(?<!\^)\w{3,5})(?=\s[\dl][\dlI]{0,2}[A-Z]?\b)"
)
#: A word before a list letter that may be *huruf* misread; ``write_huruf`` decides.
#:
#: takes    hurui a      Hurnf b      hrrruf c
#: refuses  hari raya      huruf
HURUF = re.compile(r"[Hh](?<!\w.)\w{3,5}(?=\s[a-z]\b(?![./]))")
#: A word before the maker of a rule that may be *Peraturan*; ``write_peraturan`` decides.
#:
#: takes    Peratuan Pemerintah      peratrurn Menteri
#: refuses  Pejabat      Perda Daerah
PERATURAN = re.compile(
    r"[Pp](?<!\w.)e\w{5,8}(?=\s(?:Pemerintah|Presiden|Menteri|Daerah|Gubernur|Bupati|Wali)\b)"
)
#: Two words that may be *undang-undang* misread; ``write_statute`` decides.
#:
#: takes    Undang-Undarg      Undang-undarrg      Urrdang-Undang      lJndang-Undang
#: takes    Unclang-Undang      Undang-Unciang      Undang- Undaag      UNDANO-UNDANO
#: takes    undang undarrg      Undahg undang
#: refuses  undang tentang      undangan      hutang-undang      UMUM Undang      lain-lain
STATUTE = re.compile(
    r"""
    [UuLlNnIi\u0130\u01311] (?<!\w.)
    (?i: [\w.]{4,8} [\s_]{0,2} [-~_] [\s_]{0,2} [uli1] \w{4,7}
      | (?<=u) ndang \s u \w{4,7} | (?<=u) \w{4,7} \s undang )
    (?!\w)
    """,
    re.VERBOSE,
)
#: A year whose figures the recogniser set apart.
#:
#: takes    Tahun 20 14      tahun 2 017      Tahun 19 45      Tahun 2OI 9      tahun 20 1 4
#: refuses  Tahun 2014      tahun 20 orang      Tahun 2014 1
APART = re.compile(
    r"[12lI](?<=ahun\s.)(?=[\dOolI\s]{4,6}(?![\w]))(?:\s?[\dOolI]){3}(?=[\s.,;:()]|$)"
    r"(?<!\s[\dOolI]{4})(?<!\n[\dOolI]{4})"
)

#: The number of a pasal with letters among its figures, the last one an O.
#:
#: takes    Pasal lO      Pasal 1O      Pasal 1OO      pasal LO
#: refuses  Pasal 10      Pasal I      Pasal O
ROUND = re.compile(
    r"[lIL\d](?<=asal\s.)(?<!N,\sPasal\s.)(?<!N\sdan\sPasal\s.)[lIL\dOo]{0,2}[Oo](?=[\s,.;:)]|$)"
)

#: *Menteri* with its first letter misread, behind the instrument.
#:
#: takes    Peraturan jvienteri Dalam      Peraturan l^enteri dalam      Keputusan Mcnteri
#: refuses  Peraturan Menteri      Peraturan Daerah      para Menteri
MENTERI = re.compile(r"(?:Peraturan|Keputusan|Instruksi)\s(?!Menteri\b)([\w^]{1,4}[ec]nt[ec]ri)\b")
#: *Pasal* without its first letter, in a list of pasal.
#:
#: takes    dan asal 13 dari Undang      Pasal 3, asal 5 ayat
#: refuses  dan asal 13 orang      dari asal 5 ayat      dan asal usul
HEADLESS = re.compile(
    r"asal(?:(?<=dan\sasal)|(?<=[\w)],\sasal))(?=\s\d{1,3}[A-Z]?\s(?:dari|dalam|ayat|huruf|[Uu]ndang|[Pp]eraturan)\b)"
)
#: A list letter misread as a figure, with the letter before it.
#:
#: takes    huruf k, huruf 1,      huruf h dan huruf 1 berlaku      huruf 1 dan
#: refuses  huruf l,      huruf 12      huruf 1.
FIGURE = re.compile(r"[Hh]uruf\s(?:[a-z],?\s(?:(?:dan|atau|dan/atau)\s)?[Hh]uruf\s)?1(?=[\s,;])")

#: What is found, and what is written for it, or for its group where it has one. Each pattern begins
#: with its first sign, and looks back only behind it: so the rest of a text is passed over fast.
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
    if seen.lower() == "peraturan" or not is_near_peraturan(seen.lower()):
        return seen
    return "peraturan" if seen[0] == "p" else "Peraturan"


@lru_cache(maxsize=1 << 14)
def is_near_peraturan(word: str) -> bool:
    """Tell whether a word is so like *peraturan* that it is meant; one in use must be liker."""
    near = SequenceMatcher(None, word, "peraturan").ratio()
    return near >= (NEAREST if is_known(word) else NEARNESS)


def write_huruf(seen: str) -> str:
    """Write *huruf* for what is like it.

    >>> write_huruf("hurui"), write_huruf("hari")
    ('huruf', 'hari')
    """
    if seen.lower() == "huruf" or not is_like(seen.lower(), "huruf"):
        return seen
    return "huruf" if seen[0] == "h" else "Huruf"


#: *Undang-undang* as it should be, whatever joins its halves.
#:
#: takes    undang - undang      Undang_undang
#: refuses  undang
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


def write_menteri(_: str) -> str:
    """Write *Menteri*.

    >>> write_menteri("jvienteri")
    'Menteri'
    """
    return "Menteri"


def write_headless(seen: str) -> str:
    """Write *pasal* in full.

    >>> write_headless("asal")
    'pasal'
    """
    return f"p{seen}"


def write_letter(seen: str) -> str:
    """Write the letter that a figure 1 in the place of one stands for: an *i* after *h*, or an *l*.

    >>> write_letter("huruf h, huruf 1"), write_letter("huruf 1")
    ('huruf h, huruf i', 'huruf l')
    """
    return f"{seen[:-1]}{'i' if seen[6:7] == 'h' else 'l'}"


RULES: tuple[Rule, ...] = (
    (PASAL, write_pasal),
    (PERATURAN, write_peraturan),
    (HURUF, write_huruf),
    (STATUTE, write_statute),
    (APART, write_year),
    (ROUND, to_digits),
    (MENTERI, write_menteri),
    (HEADLESS, write_headless),
    (FIGURE, write_letter),
)
