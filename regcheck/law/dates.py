"""When acts count: their dates as far as known, and whether one precedes another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from regcheck.domain import RegulationId

#: The months as acts print them, with the spelling before 1972.
MONTHS: Mapping[str, int] = {
    "januari": 1, "februari": 2, "pebruari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6,
    "juli": 7, "agustus": 8, "september": 9, "oktober": 10, "nopember": 11, "november": 11,
    "desember": 12,
}  # fmt: skip


def date_of(regulation_id: str, dates: Mapping[str, str]) -> str:
    """Return the ISO date of an act, or its year if that is all that is known, or nothing.

    >>> date_of("perda/bali/2011/5", {}), date_of("perda/bali/2011/5", {"perda/bali/2011/5": ""})
    ('2011', '2011')
    """
    return dates.get(regulation_id) or year_of(regulation_id)


def year_of(regulation_id: str) -> str:
    """Return the year in an id, or nothing.

    >>> year_of("uu/2011/12"), year_of("tanpa-identitas/0123456789ab")
    ('2011', '')
    """
    try:
        tahun = RegulationId.from_str(regulation_id).tahun
    except ValueError:
        return ""
    return tahun if tahun.isdigit() and len(tahun) == 4 else ""


def is_after(date: str, other: str) -> bool:
    """Tell whether a date is surely later than another; a bare year may be any of its days.

    >>> is_after("2018-03-01", "2018"), is_after("2019", "2018-12-31"), is_after("", "2018")
    (False, True, False)
    """
    length = min(len(date), len(other))
    return date[:length] > other[:length]


def to_date(day: str, month: str, year: str) -> str:
    """Return the ISO date of a day printed in words, or nothing where there is no such day.

    >>> to_date("1", "Januari", "2018"), to_date("31", "Februari", "2018")
    ('2018-01-01', '')
    """
    number = MONTHS.get(month.lower(), 0)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""


def is_full(text: str) -> bool:
    """Tell whether a date names a day, not only a year.

    >>> is_full("2018-01-01"), is_full("2018")
    (True, False)
    """
    return len(text) == 10
