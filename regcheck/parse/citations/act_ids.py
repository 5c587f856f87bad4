"""The ids of rules as citations mean them: whose region, and what a short name stood for."""

from __future__ import annotations

import re
from functools import lru_cache

from regcheck.domain import Identity, RegulationId
from regcheck.instruments import instrument, level_hint, nicknames, normalise_nomor
from regcheck.parse.citations.acts import MEMBER_STATE, Act
from regcheck.parse.citations.reasons import NUMBERLESS, REGIONLESS, YEARLESS, Reason
from regcheck.regions import find_region, level_of, province_of, region_slug

#: Decisions of a region's offices, whose names are no region's.
OFFICES = ("kepkadis", "kepsekda")
#: Provincial instruments that a kabupaten or kota cites without naming its province.
PROVINCIAL = "provinsi"


def to_id(act: Act, identity: Identity) -> str | None:
    """Return the id of a rule as the citing document means it, or ``None``.

    A regional rule named without its region is the citing region's own, or its province's for
    instruments only a province has.

    >>> to_id(Act(0, 9, "perda", "", "1", "2006"), Identity("perda", "kota-medan", "5", "2010"))
    'perda/kota-medan/2006/1'
    """
    if act.fixed:
        return act.fixed
    if act.nickname:
        return nickname_id(act.nickname, identity)
    nomor = normalise_nomor(act.nomor) if act.nomor else ""
    if not act.tahun or not nomor or act.region == MEMBER_STATE:
        return None
    row = instrument(act.slug)
    if row is None or not row.regional:
        return str(RegulationId(act.slug, "", act.tahun, nomor))
    wilayah = own_region(act, identity)
    return str(RegulationId(act.slug, wilayah, act.tahun, nomor)) if wilayah else None


def own_region(act: Act, identity: Identity) -> str:
    """Return the region of a regional rule: the one printed, else the citing document's."""
    if act.region:
        slug = region_slug(act.region, level_hint(act.slug))
        if act.slug in OFFICES and not find_region(slug):
            return identity.wilayah
        return slug if act.slug != "se" or find_region(slug) else ""
    level = level_hint(act.slug)
    if level == PROVINCIAL:
        return province_of(identity.wilayah)
    return identity.wilayah if level in ("", level_of(identity.wilayah)) else ""


@lru_cache(maxsize=1)
def nickname_table() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the short names of statutes by their letters alone."""
    return {re.sub(r"\W", "", name.lower()): rows for name, rows in nicknames().items()}


def nickname_id(name: str, identity: Identity) -> str | None:
    """Return the statute that a short name meant when the citing document was made."""
    rows = nickname_table()[re.sub(r"\W", "", name)]
    day = identity.tanggal_penetapan or (f"{identity.tahun}-12-31" if identity.tahun else "9999")
    past = [target for since, target in rows if since <= day]
    return past[-1] if past else rows[0][1]


def why_unknown(act: Act) -> tuple[Reason, str]:
    """Say why a rule has no id, and what is known of it."""
    if not act.nomor or not any(sign.isdigit() for sign in act.nomor):
        return NUMBERLESS, act.slug
    if not act.tahun:
        return YEARLESS, f"{act.slug} nomor {act.nomor}"
    return REGIONLESS, f"{act.slug}/{act.tahun}/{normalise_nomor(act.nomor)}"


def is_ahead(act: Act, identity: Identity) -> bool:
    """Tell whether the year of a rule lies behind that of the citing one: then it is misread.

    >>> is_ahead(Act(0, 9, "pp", "", "14", "2076"), Identity("pp", "", "12", "2021"))
    True
    """
    return identity.tahun.isdigit() and act.tahun > identity.tahun
