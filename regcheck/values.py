"""The fields of an identity as people write them, brought into the form that records have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from regcheck.errors import RegcheckError
from regcheck.instruments import find_instrument, instrument, level_hint
from regcheck.naming import MONTHS
from regcheck.regions import region_slug

#: A date as a record has it.
#:
#: takes    2016-01-31      2016-01-31 00:00:00
#: refuses  31-01-2016
ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
#: A date with the day first, as Indonesian spreadsheets write it.
#:
#: takes    31/01/2016      1-2-2016      31.1.2016
#: refuses  31/01/16
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
#: A date in words.
#:
#: takes    31 Januari 2016      1 May 2016
#: refuses  Januari 2016
IN_WORDS = re.compile(r"(\d{1,2}) ([A-Za-z]+) (\d{4})")
#: A year that a regulation can have.
#:
#: takes    1948      2016
#: refuses  16      216
YEAR = re.compile(r"(?:18|19|20)\d\d")
#: An id: kind, perhaps region, year and number.
#:
#: takes    perda/sulawesi-utara/2016/4      uu/1999/22      pergub/bali/2020/12a~2
#: refuses  perda sulut 4/2016      perda/bali//4
ID = re.compile(r"[a-z0-9]+(?:/[a-z0-9-]+)?/[a-z0-9-]+/[a-z0-9.-]+(?:~\d+)?")
#: Written where an act has no region.
NATIONAL = {"-", "pusat", "nasional", "national"}
MONTH_NUMBERS = {
    name.lower(): number for number, names in enumerate(MONTHS, 1) for name in names
}  # fmt: skip


class BadValueError(RegcheckError):
    """A value that cannot be what it is said to be."""


def read_values(written: Mapping[str, str], kind: str = "") -> dict[str, str]:
    """Bring fields of an identity, by name, into the form of records; an empty one stays empty.

    ``kind`` is that of the regulation where no other is written.

    >>> read_values({"jenis": "Perda", "wilayah": "Kab. Sleman", "nomor": "5"})
    {'jenis': 'perda', 'wilayah': 'kab-sleman', 'nomor': '5'}
    >>> read_values({"tanggal_penetapan": "31/1/2016"})
    {'tanggal_penetapan': '2016-01-31'}

    Raises:
        BadValueError: A value is none of its kind.
    """
    values = {name: READERS[name](" ".join(text.split())) for name, text in written.items()}
    if "wilayah" in values:
        values["wilayah"] = to_region(values["wilayah"], values.get("jenis", kind))
    return values


def to_kind(text: str) -> str:
    """Read a kind of regulation: its slug, its name, or a customary abbreviation.

    >>> to_kind("Peraturan Gubernur"), to_kind("perwal")
    ('pergub', 'perwal')
    """
    known = instrument(text.lower()) or find_instrument(text)
    if text and known is None:
        raise BadValueError(id=f"jenis tidak dikenal: {text}", en=f"unknown kind: {text}")
    return known.slug if known else ""


def to_region(text: str, kind: str) -> str:
    """Read a region; the kind tells which level a bare name has.

    >>> to_region("Sleman", "perbup"), to_region("DIY", "perda"), to_region("-", "uu")
    ('kab-sleman', 'daerah-istimewa-yogyakarta', '')
    """
    if not text or text.lower() in NATIONAL:
        return ""
    return region_slug(text.replace("-", " "), level_hint(kind))


def to_number(text: str) -> str:
    """Read a number, which has a digit somewhere.

    >>> to_number("11/PMK.07/2010")
    '11/PMK.07/2010'
    """
    if text and not any(sign.isdigit() for sign in text):
        raise BadValueError(id=f"nomor tanpa angka: {text}", en=f"a number without a digit: {text}")
    return text


def to_year(text: str) -> str:
    """Read a year of four digits."""
    if text and not YEAR.fullmatch(text):
        raise BadValueError(id=f"bukan tahun: {text}", en=f"not a year: {text}")
    return text


def to_date(text: str) -> str:
    """Read a date, the day first unless the year is.

    >>> to_date("31-12-2016"), to_date("1 Mei 2016"), to_date("2016-05-01")
    ('2016-12-31', '2016-05-01', '2016-05-01')
    """
    if not text:
        return ""
    if match := ISO_DATE.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := IN_WORDS.fullmatch(text):
        day, year = int(match[1]), int(match[3])
        month = MONTH_NUMBERS.get(match[2].lower(), 0)
    else:
        day = month = year = 0
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise BadValueError(
            id=f"bukan tanggal: {text} (tulis 2016-01-31 atau 31/01/2016)",
            en=f"not a date: {text} (write 2016-01-31 or 31/01/2016)",
        ) from None


def to_id(text: str) -> str:
    """Read the id of a regulation."""
    if text and not ID.fullmatch(text):
        raise BadValueError(
            id=f"bukan id peraturan: {text} (contoh: perda/nusa-kencana/2020/5)",
            en=f"not a regulation id: {text} (example: perda/nusa-kencana/2020/5)",
        )
    return text


READERS: Mapping[str, Callable[[str], str]] = {
    "jenis": to_kind,
    "wilayah": str,
    "nomor": to_number,
    "tahun": to_year,
    "tentang": str,
    "tanggal_penetapan": to_date,
    "tanggal_pengundangan": to_date,
    "id": to_id,
}
