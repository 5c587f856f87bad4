"""The days on which a regulation was enacted and promulgated, as its closing prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from regcheck.domain import Span
from regcheck.instruments import to_digits
from regcheck.parse.structure.titles import ANNEX_DATED, DATED, MONTHS, PLACE_DATED

#: How much a scanned month must resemble its name, from 0 to 1, and how far from the next.
LIKE_MONTH = 0.65
MARGIN = 0.1
#: Letters of the shortest abbreviation: *Jan*, *Peb*.
SHORTEST_MONTH = 3
#: A year a regulation can have.
#:
#: takes    1945      2019
#: refuses  1745
YEAR = re.compile(r"(?:18|19|20)\d\d")
PENETAPAN, PENGUNDANGAN = "penetapan", "pengundangan"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the closing: ``act`` is penetapan or pengundangan.

    ``day`` is an ISO date, empty unless day, month and year are all readable; ``year`` may be
    readable alone. ``start`` and ``end`` are offsets in the text.
    """

    act: str
    day: str
    year: str
    start: int
    end: int


def read_dates(text: str, closing: Span) -> tuple[Dated, ...]:
    """Return the first date of enactment and of promulgation in a closing, if printed."""
    found: dict[str, Dated] = {}
    for match in DATED.finditer(text, closing.start, closing.end):
        act = PENGUNDANGAN if match["act"].lower().startswith("diund") else PENETAPAN
        found.setdefault(act, dated(act, match))
    if PENETAPAN not in found:
        match_ = PLACE_DATED.search(text, closing.start, closing.end)
        if match_:
            found[PENETAPAN] = dated(PENETAPAN, match_)
    return tuple(found.values())


def annex_date(text: str, ends: Iterable[int]) -> tuple[Dated, ...]:
    """Return the day of enactment under the first number above an annex that has one.

    ``ends`` are the offsets behind those numbers.
    """
    for end in ends:
        found = ANNEX_DATED.match(text, end)
        if found and dated(PENETAPAN, found).day:
            return (dated(PENETAPAN, found),)
    return ()


def dated(act: str, match: re.Match[str]) -> Dated:
    """Make the record of one date."""
    year = to_digits(match["year"])
    year = year if YEAR.fullmatch(year) else ""
    return Dated(act, iso_date(match["day"], match["month"], year), year, *match.span())


def iso_date(day: str | None, month: str | None, year: str) -> str:
    """Write a date as YYYY-MM-DD; empty when it is none.

    >>> iso_date("5", "Pebruari", "2014"), iso_date("I4", "02", "2014"), iso_date("39", "Juli", "1")
    ('2014-02-05', '2014-02-14', '')
    """
    number = month_number(month or "")
    printed = to_digits(day or "")
    if not (year and number and printed.isdigit() and 1 <= int(printed) <= 31):
        return ""
    return f"{year}-{number:02}-{int(printed):02}"


def month_number(month: str) -> int:
    """Return the number of a month, also if its name is misread; 0 when in doubt.

    >>> [month_number(name) for name in ("Mei", "0Ktomer", "Febuari", "Tanah", "12", "13")]
    [5, 10, 2, 0, 12, 0]
    """
    if month.isdigit():
        return int(month) if 1 <= int(month) <= 12 else 0
    name = month.lower().replace("0", "o")
    begun = {number for spelling, number in MONTHS.items() if spelling.startswith(name)}
    if len(begun) == 1 and len(name) >= SHORTEST_MONTH:
        return begun.pop()
    likeness: dict[int, float] = {}
    for spelling, number in MONTHS.items():
        ratio = SequenceMatcher(None, name, spelling).ratio()
        likeness[number] = max(ratio, likeness.get(number, 0.0))
    (best, number), (second, _) = sorted(((r, n) for n, r in likeness.items()), reverse=True)[:2]
    return number if best >= LIKE_MONTH and best - second >= MARGIN else 0
