"""What a file name says of a regulation: a hint, never the identity itself.

File names lie: a name only confirms or questions what the document prints.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from regcheck.instruments import find_instrument, normalise_nomor

#: A year of two digits above this is one of the last century.
LAST_SHORT_YEAR = 40
#: Short words that name an instrument; longer ones are looked up in the table of instruments.
SHORT_KINDS = {"uu", "pp"}
SHORTEST_KIND = 5

#: Number and year in a file name, in the order in which the patterns are tried. Names are first
#: written in small letters, with a space for each other sign and between letters and digits.
#:
#: takes    pergub no 5 tahun 2017      ld pd 9 1993      perda kenari 6 2003
NUMBER_YEAR = re.compile(
    r"(?<![a-z])[a-z]{2,}+ (?:no |nomor |nmr )?(?P<nomor>\d{1,3})(?: [a-d])? "
    r"(?:tahun |thn |th )?(?P<tahun>(?:19|20)\d\d)\b"
)
#: The national form of the JDIHN: year, kind, code of the region if any, number.
#:
#: takes    2024 perwal 9999005      2024 perbupsagara 5
#: refuses  2024 perwal 20240105
JDIHN = re.compile(r"^(?P<tahun>(?:19|20)\d\d) [a-z]+ (?:\d{4}(?=\d{3}$))?(?P<nomor>\d{1,3})$")
#: Year before number.
#:
#: takes    permenkes 2007 038
#: refuses  rancangan apbd 2016
YEAR_NUMBER = re.compile(r"^[a-z][a-z ]* (?P<tahun>(?:19|20)\d\d) (?P<nomor>\d{1,3})$")
#: A number with a year of two digits.
#:
#: takes    pd 12 09      perda 4 06
#: refuses  lampiran 1 2
SHORT_YEAR = re.compile(
    r"^(?:ld |bd )?(?:pd|pb|perda|perbup|perwal|pergub) (?P<nomor>\d{1,3}) (?P<short>\d\d)$"
)
#: A number alone, after its word or the kind.
#:
#: takes    pergub no 18      pergub 25      perda nomor 3 doc
#: refuses  lampiran 3
NUMBER = re.compile(
    r"\b(?:no|nomor|nmr) (?P<nomor>\d{1,3})\b(?! \d)"
    r"|^(?:perda|pergub|perbup|perwal) (?P<alone>\d{1,3})$"
)
#: A file named by its number in a folder named by its year.
#:
#: takes    perda/2016/4
#: refuses  perda/baru/4
FOLDERS = re.compile(r"(?:^|/)(?P<jenis>[A-Za-z]+)/(?P<tahun>(?:19|20)\d\d)/(?P<nomor>\d{1,3})$")


@dataclass(frozen=True, slots=True)
class NameHint:
    """What a file name says; every field may be empty. ``file`` is the name itself."""

    file: str = ""
    jenis: str = ""
    nomor: str = ""
    tahun: str = ""


def read_name(path: str) -> NameHint:
    """Read kind, number and year off a file name.

    >>> read_name("arsip/PERGUB_NO_5_TAHUN_2017.pdf")
    NameHint(file='PERGUB_NO_5_TAHUN_2017.pdf', jenis='pergub', nomor='5', tahun='2017')
    >>> read_name("pindai-0017.pdf").nomor
    ''
    """
    pure = PurePath(path)
    folders = FOLDERS.search("/".join([*pure.parts[-3:-1], pure.stem]))
    if folders:
        return NameHint(
            pure.name,
            kind_in(folders["jenis"].lower()),
            normalise_nomor(folders["nomor"]),
            folders["tahun"],
        )
    words = spaced(pure.stem)
    nomor, tahun = number_in(words)
    return NameHint(pure.name, kind_in(words), normalise_nomor(nomor) if nomor else "", tahun)


def spaced(stem: str) -> str:
    """Write a name in small letters with a space between words and numbers.

    >>> spaced("PERGUB_No.52-2015")
    'pergub no 52 2015'
    """
    plain = re.sub(r"[^a-z0-9]+", " ", stem.lower())
    return re.sub(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])", " ", plain).strip()


def number_in(words: str) -> tuple[str, str]:
    """Return the number and year in the words of a name; either may be empty."""
    for pattern in (JDIHN, NUMBER_YEAR, YEAR_NUMBER):
        if found := pattern.search(words):
            return found["nomor"], found["tahun"]
    if found := SHORT_YEAR.search(words):
        century = "20" if int(found["short"]) <= LAST_SHORT_YEAR else "19"
        return found["nomor"], century + found["short"]
    found = NUMBER.search(words)
    return ((found["nomor"] or found["alone"]) if found else ""), ""


def kind_in(words: str) -> str:
    """Return the slug of the first instrument named in a file name; empty for none."""
    for index, word in enumerate(parts := words.split()):
        if word == "peraturan":
            found = find_instrument(" ".join(parts[index:]))
        elif word in SHORT_KINDS or len(word) >= SHORTEST_KIND:
            found = find_instrument(word)
        else:
            found = None
        if found:
            return found.slug
    return ""
