"""The gazettes that a text prints behind the name of an act, and those that a catalogue gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

#: A gazette as legal bases print it, with its number; the year may be missing.
#:
#: takes    Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244
#: takes    Tambahan Lembaran Daerah Provinsi Bali Nomor 5      Berita Daerah Tahun 2018 Nomor 15
#: refuses  Lembaran Negara Tahun 2O14 Nomor 244      dalam Lembaran Daerah
PRINTED = re.compile(
    r"""
    \b (?P<extra> Tambahan \s+ )? (?P<book> Lembaran | Berita ) \s+ (?P<area> Negara | Daerah ) \b
    (?: (?! \b (?: Tambahan | Lembaran | Nomor | Tahun | No ) \b ) [^();\d] ){0,80}
    (?: \b Tahun \s+ (?P<year> (?: 19 | 20 ) \d\d ) ,? \s+ )?
    \b (?: Nomor | No\.? ) \s+ (?P<number> \d{1,5} ) \b (?! \s* [/-] \s* \d | [^\s);,.] | \s+ \d )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A gazette in the short form of catalogues.
#:
#: takes    LN 2014/244      TLN 5587      LD Tahun 2012 Nomor 3      LN.2014/NO.244
#: takes    LD 2012 (3)
#: refuses  LL SETNEG 212 HLM
SHORT = re.compile(
    r"""
    \b (?P<series> T? [LB] [ND] ) \b [\s.]* (?: tahun \s* )?
    (?: (?P<year> (?: 19 | 20 ) \d\d ) \b [\s,/(]* )?
    (?: no (?: mor )? \b [\s.:]* )? (?P<number> \d{1,5} ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Gazette(NamedTuple):
    """A number in a gazette, and its year where there is one."""

    year: str
    number: str


def read_printed(text: str) -> Mapping[str, Gazette]:
    """Return the gazettes in a text by their series (LN, TLN, BN, LD, TLD, BD), the first of each.

    >>> read_printed(
    ...     "(Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran "
    ...     "Negara Republik Indonesia Nomor 5587)"
    ... )
    {'LN': Gazette(year='2014', number='244'), 'TLN': Gazette(year='', number='5587')}
    """
    found: dict[str, Gazette] = {}
    for match in PRINTED.finditer(text):
        series = f"{'T' if match['extra'] else ''}{match['book'][0]}{match['area'][0]}".upper()
        found.setdefault(series, Gazette(match["year"] or "", match["number"].lstrip("0")))
    return found


def read_short(text: str) -> Mapping[str, Gazette]:
    """Return the gazettes in the short form of a catalogue, by their series.

    >>> read_short("LN.2014/NO.244, TLN NO.5587, LL SETNEG: 212 HLM")
    {'LN': Gazette(year='2014', number='244'), 'TLN': Gazette(year='', number='5587')}
    """
    found: dict[str, Gazette] = {}
    for match in SHORT.finditer(text):
        gazette = Gazette(match["year"] or "", match["number"].lstrip("0"))
        found.setdefault(match["series"].upper(), gazette)
    return found


def behind(text: str) -> str:
    """Return the first brackets behind the name of an act, before its amendments are named.

    >>> behind(" tentang Sampah (LN 2008), sebagaimana telah diubah (LN 2009)"), behind("; 2. (LN)")
    ('(LN 2008)', '')
    """
    start = text.find("(")
    end = text.find(")", start)
    between = text[: max(0, start)]
    if start < 0 or end < 0 or ";" in between or "sebagaimana" in between.lower():
        return ""
    return text[start : end + 1]


def differ(one: Gazette, other: Gazette) -> bool:
    """Tell whether two gazettes cannot be the same; a year that is missing tells nothing.

    >>> differ(Gazette("2014", "244"), Gazette("", "244"))
    False
    >>> differ(Gazette("2004", "244"), Gazette("2014", "244"))
    True
    """
    years = one.year and other.year and one.year != other.year
    return one.number != other.number or bool(years)


def name_gazette(series: str, gazette: Gazette) -> str:
    """Write a gazette as it is cited in short.

    >>> name_gazette("LN", Gazette("2014", "244")), name_gazette("TLN", Gazette("", "5587"))
    ('LN Tahun 2014 Nomor 244', 'TLN Nomor 5587')
    """
    year = f" Tahun {gazette.year}" if gazette.year else ""
    return f"{series}{year} Nomor {gazette.number}"
