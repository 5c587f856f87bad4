"""The number of a regulation as printed, and how sure its reading is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from regcheck.instruments import normalise_nomor, to_digits
from regcheck.parse.identity.dates import YEAR
from regcheck.parse.structure.titles import INNER_YEAR

#: Marks around a number that are no part of it.
MARGINS = " \t.:;,…_-–—^'`’‘“”\"|=*"
#: A number of digits, with the letter of one issued later (``22A``) or the old *Prp*, *Drt*.
#:
#: takes    22A      12 Prp      4
#: refuses  Prp
PLAIN = re.compile(r"\d{1,4}(?:\s?[A-Za-z]|\s?/?\s?(?:PRP|Prp|DRT|Drt)\.?)?")
#: A number with codes: ``11/PMK.07/2010``, ``188.44/0401/KUM/2016``, ``P.10/MENLHK/2018``.
#:
#: takes    11/PMK.07/2010      P.10/MENLHK/2018
#: refuses  12
CODED = re.compile(r"(?:[A-Z]{1,4}\s?[.-]\s?)?\d[\w\s]{0,8}[/.][\w\s./()-]{1,60}")
#: Digits and the characters that scans print for them.
#:
#: takes    l2      IO
ONLY_LOOKALIKES = re.compile(r"[0-9OoQIlLi|!]{1,4}")
#: Capitals behind digits that may be digits themselves.
#:
#: takes    1S      2 O
#: refuses  12A
LOOKALIKE_SUFFIX = re.compile(r"\d+\s?[SBZGOIQ]")
#: The dots of a number that is not yet given.
#:
#: takes    ..      ____      …
#: refuses  .
DOTS = re.compile(r"[.…_]{2}|…")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed after NOMOR, and as read.

    ``nomor`` is empty where it cannot be read; ``doubtful`` tells that a character of it is no
    digit, so that it needs another witness; ``blank`` that dots stand for it.
    """

    printed: str
    nomor: str
    tahun: str = ""
    doubtful: bool = False
    blank: bool = False

    @property
    def leading(self) -> str:
        """The leading number as ids carry it; empty when unreadable."""
        return normalise_nomor(self.nomor) if self.nomor else ""


def read_number(printed: str, printed_year: str, scanned: bool) -> Number:
    """Read what stands between NOMOR and TENTANG.

    Args:
        printed: The characters after NOMOR, up to TAHUN if the pattern found it.
        printed_year: The characters after TAHUN; may be empty.
        scanned: Whether the text was recognised from a picture, so that letters may be digits.

    >>> read_number("1O", "2OL9", True).nomor, read_number("22A", "2016", False).nomor
    ('10', '22A')
    >>> read_number("14 TAHUN 2015 NOMOR 26", "2015", False).nomor
    '14 dan 26'
    >>> read_number("2g", "2018", True)
    Number(printed='2g', nomor='', tahun='2018', doubtful=True, blank=False)
    """
    whole = " ".join(printed.split())
    blank = bool(DOTS.search(printed))
    inner = INNER_YEAR.match(whole)
    if inner:
        whole, printed_year = inner["nomor"], inner["tahun"]
    bare = whole.strip(MARGINS)
    tahun = to_digits("".join(printed_year.split()))[:4]
    nomor, doubtful = read_plain(bare, scanned)
    if not YEAR.fullmatch(tahun):
        years = YEAR.findall(to_digits(nomor)) if nomor else []
        tahun = years[-1] if years else ""
    if inner and inner["second"] and nomor:
        nomor = f"{nomor} dan {inner['second']}"
    return Number(bare, nomor, tahun, doubtful, blank and not nomor)


def read_plain(bare: str, scanned: bool) -> tuple[str, bool]:
    """Return the number that a piece of text prints, and whether it is in doubt."""
    packed = bare.replace(" ", "")
    if ONLY_LOOKALIKES.fullmatch(packed):
        return to_digits(packed), is_uncertain(bare, packed, scanned)
    if packed.isdigit():
        return bare, False
    if PLAIN.fullmatch(bare):
        return (bare, False) if not scanned or is_sound(bare) else read_suffixed(bare)
    if CODED.fullmatch(bare):
        return bare, False
    return stray_mark(bare)


def is_uncertain(bare: str, packed: str, scanned: bool) -> bool:
    """Tell whether digits and their look-alikes need another witness.

    Letters alone may be a Roman number (II is 2 or 11); a scanned space may have been a digit,
    or the first digit a colon.
    """
    if packed.isdigit():
        return scanned and bare != packed
    letters_alone = len(packed) > 1 and not any(char.isdigit() for char in packed)
    return letters_alone or any(char in "|!i" for char in packed)


def is_sound(bare: str) -> bool:
    """Tell whether the letter of a scanned number is surely a letter."""
    return bare[-1].isdigit() or (bare[-1].isupper() and not LOOKALIKE_SUFFIX.fullmatch(bare))


def read_suffixed(bare: str) -> tuple[str, bool]:
    """Read a scanned number whose last character may be a digit or a letter."""
    digits = to_digits(bare)
    return (digits if digits.isdigit() else ""), True


def stray_mark(bare: str) -> tuple[str, bool]:
    """Read a number behind a mark that scans make of a colon (``1: 4``, ``f 8``); in doubt."""
    found = re.fullmatch(r"[^\s\d]{1,2}\s+(\d{1,3})|[1Il!|][\s:;.]{1,3}(\d{1,3})", bare)
    return ((found[1] or found[2]) if found else ""), bool(bare)


def agree(printed: str, nomor: str) -> bool:
    """Tell whether a damaged print may be a number: same length, and every clear digit the same.

    At least one character must speak for it.

    >>> agree("1©", "10"), agree("2g", "23"), agree("tf", "17"), agree("2g", "33")
    (True, True, False, False)
    """
    packed = re.sub(r"\s", "", printed)
    if len(packed) != len(nomor):
        return False
    seen = to_digits(packed)
    clear = [(a, b) for a, b in zip(seen, nomor, strict=True) if a.isdigit()]
    return bool(clear) and all(a == b for a, b in clear)
