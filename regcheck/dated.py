"""From when the regulations of a set count, by what their title blocks say."""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.domain import Identity


def dates_of(identities: Mapping[str, Identity]) -> dict[str, str]:
    """Return the ISO date from which each regulation counts: promulgation, else enactment."""
    return {
        id_: identity.tanggal_pengundangan or identity.tanggal_penetapan or identity.tahun
        for id_, identity in identities.items()
    }


def drafts_of(identities: Mapping[str, Identity]) -> frozenset[str]:
    """Return the regulations that are not law yet."""
    return frozenset(id_ for id_, identity in identities.items() if identity.draft)


def reliable_date(regulation_id: str, date: str) -> str:
    """Return a date if it falls into the year of the number, or the next; else that year.

    An act may be promulgated in January after the year it was made in; any other date is misread.

    >>> reliable_date("perda/bali/2011/5", "2012-01-03"), reliable_date("uu/2011/12", "1911-08-12")
    ('2012-01-03', '2011')
    """
    year = next(
        (part for part in regulation_id.split("/") if len(part) == 4 and part.isdigit()), ""
    )
    if not year or not date or int(year) <= int(date[:4]) <= int(year) + 1:
        return date
    return year
