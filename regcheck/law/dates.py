"""When acts count: their dates as far as known, and whether one precedes another."""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.domain import RegulationId


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
