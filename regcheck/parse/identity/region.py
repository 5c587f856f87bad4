"""The region of a regional act, from its title, its maker and its gazette."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from regcheck.domain import Span
from regcheck.instruments import level_hint
from regcheck.parse.identity.titles import Title
from regcheck.parse.structure.titles import MAKER, PUBLISHED, REGION_TAIL
from regcheck.parse.structure.zones import Zones
from regcheck.regions import (
    FILLERS,
    KAB,
    KOTA,
    LEVEL_WORDS,
    PROVINSI,
    all_regions,
    find_region,
    fold,
    level_of,
    region_slug,
)

OFFICE_LEVEL = {"gubernur": PROVINSI, "bupati": KAB, "walikota": KOTA, "walikotamadya": KOTA}
#: How much a misread region must resemble a known one, from 0 to 1.
LIKE_REGION = 0.8
LIKE_MAKER = 0.7


def read_wilayah(title: Title, text: str, zones: Zones, scanned: bool = False) -> str:
    """Return the region's slug from the name of the instrument, else from its maker or gazette.

    A misread region is read as the known region that the maker or the gazette prints, or, in a
    recognised text, as the known region it resembles most.
    """
    if not title.kind.regional:
        return ""
    level = level_hint(title.kind.slug)
    printed = region_slug(region_words(title.rest), level) if title.rest else ""
    if printed and find_region(printed):
        return printed
    others = list(makers(text, zones))
    if not printed:
        return others[0] if others else ""
    known = [slug for slug in others if find_region(slug) and fits(level, slug)]
    near = [slug for slug in known if likeness(printed, slug) >= LIKE_MAKER]
    if near:
        return near[0]
    return nearest(printed) if scanned else printed


def region_words(rest: str) -> str:
    """Return the words of a region behind those of an office.

    >>> region_words("PENDIDIKAN KABUPATEN SAGARA"), region_words("TELUK KENARI")
    ('KABUPATEN SAGARA', 'TELUK KENARI')
    """
    first = rest.split(maxsplit=1)[0].lower()
    found = None if first in LEVEL_WORDS or first in FILLERS else REGION_TAIL.search(rest)
    return found[0] if found else rest


def makers(text: str, zones: Zones) -> Iterator[str]:
    """Yield the regions of the makers in title and closing, and of the gazette in the closing."""
    spans = (Span(zones.judul.start, zones.judul.end + 200), zones.penutup)
    for span in spans:
        for found in MAKER.finditer(text, span.start, span.end):
            office = re.sub(r"\s", "", found["office"]).lower()
            yield region_slug(found["name"], OFFICE_LEVEL.get(office, ""))
    for found in PUBLISHED.finditer(text, zones.penutup.start, zones.penutup.end):
        yield region_slug(" ".join(found["name"].split()))


def fits(level: str, slug: str) -> bool:
    """Tell whether a region is of the level an instrument belongs to."""
    return not level or level_of(slug) == level


def likeness(one: str, other: str) -> float:
    """Return how much two slugs resemble each other, from 0 to 1."""
    return SequenceMatcher(None, fold(one), fold(other)).ratio()


def nearest(printed: str) -> str:
    """Return the known region of the same level that a misread one resembles most, or itself."""
    level = level_of(printed)
    rated = [
        (likeness(printed, region.slug), region.slug)
        for region in all_regions()
        if region.level == level
    ]
    best, slug = max(rated)
    return slug if best >= LIKE_REGION else printed
