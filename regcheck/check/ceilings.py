"""How far an instrument may go by its date: penalties of a Perda, rates of provincial taxes."""

from __future__ import annotations

import re
from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Penalty:
    """The ceiling for the penalties of a Perda from one day to another, ISO dates, both included.

    ``days`` of *kurungan* at most, none at all where 0; ``rupiah`` of *denda* at most.
    """

    since: str
    until: str
    days: int
    rupiah: float
    basis: Pair


#: UU 12/2011 Pasal 15 ayat (2) and UU 23/2014 Pasal 238 ayat (2); from 2 January 2026 the Code of
#: Criminal Law (UU 1/2023 Pasal 615) puts fines in the place of *kurungan*.
PENALTIES = (
    Penalty(
        "2011-08-12",
        "2026-01-01",
        184,
        50_000_000,
        ("UU 12/2011 Pasal 15 ayat (2) dan ayat (3)", "UU 12/2011 Article 15(2) and (3)"),
    ),
    Penalty(
        "2026-01-02",
        "9999-12-31",
        0,
        50_000_000,
        (
            "UU 1/2023 (KUHP) Pasal 615; UU 12/2011 Pasal 15 ayat (2) dan ayat (3)",
            "UU 1/2023 (Criminal Code) Article 615; UU 12/2011 Article 15(2) and (3)",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class TaxCap:
    """The highest rate of a tax, in percent, and who says so."""

    tax: re.Pattern[str]
    percent: float
    basis: Pair


def cap(tax: str, percent: float, place: Pair) -> TaxCap:
    """Describe the cap of a tax by UU 1/2022."""
    basis = f"UU 1/2022 Pasal {place[0]}", f"UU 1/2022 Article {place[1]}"
    return TaxCap(re.compile(tax, re.IGNORECASE), percent, basis)


#: Provincial taxes from 5 January 2022. Provinces without autonomous kabupaten have higher caps.
TAX_CAPS = (
    cap(r"\b(?:PBBKB|pajak\s+bahan\s+bakar\s+kendaraan\s+bermotor)\b", 10, ("26", "26")),
    cap(r"\b(?:BBNKB|bea\s+balik\s+nama\s+kendaraan\s+bermotor)\b", 12, ("15", "15")),
    cap(r"\b(?:PAP|pajak\s+air\s+permukaan)\b", 10, ("31", "31")),
    cap(r"\b(?:PAB|pajak\s+alat\s+berat)\b", 0.2, ("20", "20")),
    cap(r"\b(?:PKB|pajak\s+kendaraan\s+bermotor)\b", 6, ("10", "10")),
)
TAXES_SINCE = "2022-01-05"
#: The province whose kabupaten have no autonomy of their own.
UNDIVIDED = ("dki-jakarta", "jakarta")


def ceiling_on(day: str) -> Penalty | None:
    """Return the ceiling for penalties on a day; none before the first that is known.

    >>> ceiling_on("2024-05-01").days, ceiling_on("2026-05-01").days, ceiling_on("2009-01-01")
    (184, 0, None)
    """
    return next((one for one in PENALTIES if one.since <= day <= one.until), None)
