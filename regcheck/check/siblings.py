"""Regulations that are alike by design, and so no overlap: twins, series, acts for elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache

from regcheck.check.families import (
    BASE,
    family_of,
    is_one_body,
    name_keys,
    names_base,
    title_of_base,
)
from regcheck.check.procedure import compare_subjects, subject_keys
from regcheck.domain import Identity
from regcheck.regions import PROVINSI, all_regions, province_of, region_name

#: A year in a title: the act is made for a period.
#:
#: takes    tahun anggaran 2024      tahun 2020-2025      tahun anggaran 20 1 7
#: refuses  pengelolaan sampah
YEAR = re.compile(r"(?<!\d) (?: 1 \s? 9 | 2 \s? 0 ) (?: \s? \d ){2} (?!\d)", re.VERBOSE)

#: The words behind which a title says for whom, or for which of several things, an act is made.
#:
#: takes    tunjangan jabatan bagi hakim      kendaraan bermotor yang dikenai pajak selain truk
#: refuses  pembagian hasil
SHARE = re.compile(r"\b(?:bagi|kepada|untuk|berupa|selain)\b", re.VERBOSE)

#: Share of the words behind those from which two acts are made for the same.
SAME_SHARE = 0.5

#: Share of subject words that two acts for a period have in common if they are of one series.
SAME_SERIES = 0.25


def sibling_code(left: str, right: str) -> str:
    """Return the N-code that makes likeness of two regulations harmless, by their titles.

    Acts for a period, and acts that repeat a decision, are alike even under one title; acts that
    found a body only if the bodies differ, and acts for places only if the places do. Acts that
    amend go by the title of their base, and are one text with it.

    >>> sibling_code("Penyertaan Modal pada PT Bank", "Penyertaan Modal pada PT Bank")
    'N-08'
    >>> sibling_code("Alokasi Definitif Dana Desa Tahun 2024", "Alokasi Dana Desa Tahun 2025")
    'N-08'
    >>> sibling_code("Perusahaan Umum Daerah Pasar", "Pendirian PERUSAHAAN UMUM DAERAH PASAR")
    ''
    >>> sibling_code("Pelabuhan Bebas Sabang", "Pelabuhan Bebas Batam")
    'N-09'
    """
    amends, series = names_base(left) or names_base(right), is_series(left, right)
    left, right = title_of_base(left), title_of_base(right)
    if amends and left == right:
        return ""
    if series:
        return "N-08"
    if apart_by_place(left, right) or apart_by_share(left, right):
        return "N-09"
    if not family_of(left) or not family_of(right):
        return ""
    same = family_of(left) != "N-08" and is_one_body(left, right)
    return "" if same else family_of(left)


def apart_by_place(left: str, right: str) -> bool:
    """Tell whether two titles are one but for the regions that they name.

    What each rules holds in its own place, so the two never meet.
    """
    here, there = places_of(left), places_of(right)
    if not here or not there or here & there:
        return False
    return name_keys(without_places(left)) == name_keys(without_places(right))


def apart_by_share(left: str, right: str) -> bool:
    """Tell whether two titles are one but for the persons or things that an act is made for.

    >>> apart_by_share("tunjangan jabatan bagi hakim", "tunjangan jabatan bagi jaksa")
    True
    >>> apart_by_share("tunjangan jabatan bagi hakim", "tunjangan jabatan hakim")
    False
    """
    (one, mine), (other, theirs) = (split_share(title) for title in (left, right))
    if not mine or not theirs or name_keys(one) != name_keys(other):
        return False
    near = compare_subjects(name_keys(mine), name_keys(theirs)) >= SAME_SHARE
    return not near or is_other_than(left, right)


def split_share(title: str) -> tuple[str, str]:
    """Return a title up to the words that say for whom or what it is made, and those words."""
    found = SHARE.search(title)
    return (title[: found.start()], title[found.end() :]) if found else (title, "")


def is_other_than(left: str, right: str) -> bool:
    """Tell whether one of two titles excludes what the other is about (*selain*)."""
    return ("selain" in left.lower().split()) != ("selain" in right.lower().split())


def holds_elsewhere(left: Identity, right: Identity) -> bool:
    """Tell whether one act is national, and made for provinces that the other's region is not in.

    The statute on the government of Aceh says nothing to a regency of Yogyakarta.

    >>> aceh = Identity(jenis="uu", tentang="PEMERINTAHAN ACEH")
    >>> holds_elsewhere(aceh, Identity(jenis="perda", wilayah="bali", tentang="Kecamatan"))
    True
    """
    for one, other in ((left, right), (right, left)):
        if one.wilayah or not other.wilayah:
            continue
        named = places_of(title_of_base(one.tentang)) & provinces()
        if named and region_name(province_of(other.wilayah)).lower() not in named:
            return True
    return False


@lru_cache(maxsize=1)
def provinces() -> frozenset[str]:
    """Return the names of all provinces in lower case."""
    return frozenset(one.name.lower() for one in all_regions() if one.level == PROVINSI)


def places_of(title: str) -> frozenset[str]:
    """Return the regions that a title names."""
    return frozenset(place_names().findall(title.lower()))


def without_places(title: str) -> str:
    """Return a title in lower case without the regions that it names."""
    return place_names().sub(" ", title.lower())


@lru_cache(maxsize=1)
def place_names() -> re.Pattern[str]:
    """Return the pattern of the names of all regions, the longest first."""
    names = {re.escape(region.name.lower()) for region in all_regions()}
    return re.compile(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})\b")


def is_series(left: str, right: str) -> bool:
    """Tell whether two acts are made for periods and their subjects are near."""
    near = compare_subjects(subject_keys(left), subject_keys(right)) >= SAME_SERIES
    return is_periodic(left) and is_periodic(right) and near


def is_periodic(title: str) -> bool:
    """Tell whether a title names the years for which the act is made."""
    return last_year(title) > 0


def is_spent(title: str, year: int) -> bool:
    """Tell whether the period that a title names was over before a year began.

    Nobody has to obey the budget or the share-out of a year that is past, so nothing that it says
    overlaps with what was made later (N-08).

    >>> is_spent("Alokasi Dana Desa Tahun Anggaran 2015", 2017), is_spent("Jalan", 2017)
    (True, False)
    >>> is_spent("Rencana Tata Ruang Wilayah Tahun 2012-2032", 2026)
    False
    """
    return 0 < last_year(title) < year


@lru_cache(maxsize=20_000)
def last_year(title: str) -> int:
    """Return the last year for which an act is made by its title; 0 for an act without end."""
    years = YEAR.findall(BASE.sub(" ", title.lower()))
    return max((int("".join(year.split())) for year in years), default=0)
