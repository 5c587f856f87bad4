"""The gazette that prints a regulation: Lembaran or Berita, Negara or Daerah, and supplements.

The number in a gazette is not the number of the act, though for many it is the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from regcheck.domain import Span
from regcheck.instruments import to_digits
from regcheck.parse.identity.witnesses import JUDUL, Witness
from regcheck.parse.structure.zones import Zones

#: How far behind the closing, and before the end of the gloss, the gazette line stands.
CLOSING_CHARS = 4_000
TAIL_CHARS = 1_500
TOP_CHARS = 1_200

#: A gazette with its number; year and series stand before or behind it, or not at all.
#:
#: takes    BERITA DAERAH PROVINSI BALI TAHUN 2018 NOMOR 15
#: takes    LEMBARAN DAERAH\nKABUPATEN KENARI\nNOMOR : 1 TAHUN : 1998 SERI : B
#: takes    BERITA NEGARA\nREPUBLIK INDONESIA\nNo.1375, 2020      TAMBAHAN LEMBARAN DAERAH NOMOR 12
#: refuses  penempatannya dalam Lembaran Daerah.      BERITA DAERAH
GAZETTE = re.compile(
    r"""
    (?P<extra> TAMBAHAN \s+ | Tambahan \s+ )?
    (?: (?P<book> [L1I][',.]?\s?EMBAR[A-Z]{1,3} | [L1I]embaran | BER[A-Z]{1,2}A | Berita ) ) \s+
    (?P<area> NEGARA | Negara | DAE[A-Z]{0,4} | Daerah )
    (?P<between> (?: (?! LEMBAR | BERITA | PERATURAN | MENIMBANG | Menimbang | Ditetapkan
        | Diundangkan | TAHUN | Tahun | NOMOR | Nomor | \bN[oO]\b | SERI ) [^.;()] ){0,140} )
    (?: \b (?: TAHUN | Tahun ) \s* [:.]? \s* (?P<year> [12][0-9OoIlL]{3} ) [\s,]* )?
    (?: (?: SERI | Seri ) \s* [:.]? \s* (?P<early> [A-H] ) [\s,]* )?
    (?: \b (?: NOMOR | Nomor | N[oO] \s? \.? ) ) \s* [:.]{0,2} \s* (?P<number> [0-9OoIlL]{1,5} )
    (?! [0-9] ) (?: \s* /\s* (?P<slash> [A-H] | [12]\d{3} ) )?
    (?: [\s,]* (?: (?: TAHUN | Tahun ) \s* [:.]? \s* )? (?P<late> (?: 19 | 20 ) \d\d ) (?! \d ) )?
    (?: [\s,]* (?: SERI | Seri ) \s* [:.]? \s* (?P<seri> [A-H] ) \b )?
    (?: \s* (?: (?: NOMOR | Nomor ) \s* [:.]? \s* \d+ \s* )?
        (?: [Tt]anggal | TANGGAL ) \s* [:.]? \s* \d{1,2} \s+ \w+ \s+
        (?P<dated> (?: 19 | 20 ) \d\d ) )?
    """,
    re.VERBOSE,
)

#: The head of every page of a national gazette: its year and number.
#:
#: takes    2014, No.123      2009, No. 5
#: refuses  Tahun 2014, No. 123
RUNNING_HEAD = re.compile(
    r"^[ \t]*(?P<year>(?:19|20)\d\d), ?No\. ?(?P<number>\d{1,4})[ \t]*$", re.MULTILINE
)

#: The number under which the ministry registered a Perda (UU 23/2014 Pasal 243); its first part
#: is mostly the Perda's own number.
#:
#: takes    NOREG PERATURAN DAERAH PROVINSI BALI: (7-280/2018)
#: takes    NOMOR REGISTRASI PERATURAN DAERAH KABUPATEN KENARI (NOMOR 5,19/2017)
#: refuses  NOMOR 5 TAHUN 2017
NOREG = re.compile(
    r"""
    (?: NO (?: MOR )? \s? \.? \s? REG (?: ISTRASI | ISTER )? ) \b [^()\d]{0,120} \(? \s*
    (?: NOMOR \s* )? [:.]? \s* (?P<nomor> \d{1,3} ) \s* [,/-] \s* (?P<register> \d{1,4} ) \s*
    / \s* (?P<year> 20\d\d )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Gazette:
    """Where an act is printed: ``LD 1998/1 seri B``, and its supplement ``TLD 12``.

    ``number`` and ``year`` are those of the gazette, ``noreg`` the act's own number in its
    registration; all may be empty.
    """

    lembaran: str = ""
    tambahan: str = ""
    number: str = ""
    year: str = ""
    noreg: str = ""


def read_gazette(text: str, zones: Zones, first: Witness) -> Gazette:
    """Read the gazette lines above the title, behind the closing, and at the end of the gloss.

    A line in brackets cites the gazette of another act, and so does one of the other level:
    a national act is not printed in a Lembaran Daerah.
    """
    book = first.title.kind.gazette
    limit = first.title.span.start if first.place == JUDUL else zones.judul.start
    top = Span(zones.judul.start, min(limit, zones.judul.start + TOP_CHARS))
    closing = Span(zones.penutup.start, min(zones.penutup.end, zones.penutup.start + CLOSING_CHARS))
    gloss = [span for word, span in zones.attachments if word == "penjelasan"]
    ends = [Span(max(span.start, span.end - TAIL_CHARS), span.end) for span in gloss]
    heads = [Span(span.start, min(span.end, span.start + TAIL_CHARS)) for span in gloss]
    found = [
        match
        for span in (closing, top, *ends, *heads)
        for match in GAZETTE.finditer(text, span.start, span.end)
        if not is_cited(text, match.start()) and book_of(match)[1:] == book[1:]
    ]
    main = next((match for match in found if not match["extra"]), None)
    extra = next((match for match in found if match["extra"]), None)
    noreg = NOREG.search(text, closing.start, closing.end)
    return Gazette(
        lembaran=name_gazette(main) if main else running_head(text, zones, book),
        tambahan=name_gazette(extra) if extra else "",
        number=to_digits(main["number"]).lstrip("0") if main else "",
        year=year_of(main) if main else "",
        noreg=noreg["nomor"] if noreg else "",
    )


def is_cited(text: str, start: int) -> bool:
    """Tell whether a gazette stands in brackets or a list, so that it is another act's."""
    return text[max(0, start - 3) : start].rstrip().endswith(("(", ",", ";"))


def name_gazette(match: re.Match[str]) -> str:
    """Write a gazette as ``LD 2016/4`` or ``TLD 3``; a series follows where one is printed."""
    number = to_digits(match["number"]).lstrip("0")
    slash = match["slash"] or ""
    seri = match["early"] or match["seri"] or ("" if slash.isdigit() else slash)
    year = "" if match["extra"] else year_of(match)
    name = f"{'T' if match['extra'] else ''}{book_of(match)} {f'{year}/' if year else ''}{number}"
    return f"{name} seri {seri}" if seri else name


def book_of(match: re.Match[str]) -> str:
    """Return the abbreviation of a gazette: LN, BN, LD or BD."""
    book = "B" if match["book"][0] == "B" else "L"
    return book + ("N" if match["area"][0].upper() == "N" else "D")


def year_of(match: re.Match[str]) -> str:
    """Return the year of a gazette; empty where none is printed."""
    slash = match["slash"] or ""
    printed = match["year"] or match["late"] or (slash if slash.isdigit() else "") or match["dated"]
    return to_digits(printed) if printed else ""


def running_head(text: str, zones: Zones, book: str) -> str:
    """Return the gazette of a national act from the heads of its pages; empty for none."""
    found = RUNNING_HEAD.search(text, zones.judul.start, zones.batang_tubuh.end)
    return f"{book} {found['year']}/{found['number']}" if found and book else ""
