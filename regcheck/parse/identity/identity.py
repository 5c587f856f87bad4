"""The identity of a regulation: kind, region, number, year, name, dates and gazette.

The document itself is read; a file name and a catalogue are hints. Where places disagree, the
choice is reported, never silent.
"""

from __future__ import annotations

from dataclasses import replace

from regcheck.domain import Anomaly, Identity, RegulationId, SourceText, Span
from regcheck.instruments import normalise_nomor
from regcheck.parse.identity.dates import PENETAPAN, PENGUNDANGAN, annex_date, read_dates
from regcheck.parse.identity.doubts import unread_region
from regcheck.parse.identity.gazette import read_gazette
from regcheck.parse.identity.hinted import apply_hints, check_name
from regcheck.parse.identity.hints import NameHint
from regcheck.parse.identity.names import read_tentang
from regcheck.parse.identity.region import read_wilayah
from regcheck.parse.identity.settle import (
    Print,
    date_doubts,
    settle_kind,
    settle_number,
    settle_year,
)
from regcheck.parse.identity.witnesses import LAMPIRAN, find_title, find_witnesses
from regcheck.parse.structure.zones import Zones

UNREADABLE = "tanpa-identitas"
#: Lines of a title block; one of them recognised from a picture makes it a scan's.
TITLE_LINES = 12
#: How much of the decision formula may say RANCANGAN.
DECISION_CHARS = 400


def identify(
    source: SourceText, zones: Zones, name: NameHint, hints: Identity | None = None
) -> tuple[Identity, tuple[Anomaly, ...]]:
    """Read the identity of one regulation, and what is doubtful about it.

    Fields that cannot be read stay empty. Values in ``hints`` win over what was read; ``name``
    only confirms or questions it.
    """
    seen = read_print(source, zones)
    identity, doubts = settle(seen, name) if seen else unnamed(source, zones)
    doubts += check_name(identity, name)
    if hints is None:
        return identity, doubts
    merged, differing = apply_hints(identity, hints)
    supplied = ("nomor", hints.nomor), ("wilayah", hints.wilayah)
    settled = tuple(f"{field}-" for field, value in supplied if value)
    kept = tuple(one for one in doubts if not (settled and one.code.startswith(settled)))
    return merged, (*kept, *differing)


def read_print(source: SourceText, zones: Zones) -> Print | None:
    """Gather all that a document prints of its identity; ``None`` if no instrument is named."""
    text, scanned = source.text, is_scanned(source, zones.judul)
    first = find_title(text, zones, scanned)
    if first is None:
        return None
    others = find_witnesses(text, zones, first, scanned)
    dates = read_dates(text, zones.penutup)
    if not any(one.day for one in dates if one.act == PENETAPAN):
        ends = (one.title.span.end for one in (first, *others) if one.place == LAMPIRAN)
        dates = annex_date(text, ends) + dates
    return Print(
        source=source,
        zones=zones,
        first=first,
        others=others,
        dates=dates,
        gazette=read_gazette(text, zones, first),
        scanned=scanned,
    )


def is_scanned(source: SourceText, judul: Span) -> bool:
    """Tell whether a title block was recognised from a picture, by us or the file's maker."""
    lines = source.locate(judul)[-TITLE_LINES:]
    return any(line.confidence < 1.0 for line in lines)


def settle(seen: Print, name: NameHint) -> tuple[Identity, tuple[Anomaly, ...]]:
    """Make one identity of what the places of a document print."""
    title, text, zones = seen.first.title, seen.source.text, seen.zones
    kind, kind_doubts = settle_kind(seen)
    year, year_doubts = settle_year(seen, name)
    draft = is_draft(seen)
    nomor, number_doubts = (
        ("", ()) if draft and not title.number.nomor else settle_number(seen, name)
    )
    wilayah = read_wilayah(replace(title, kind=kind), text, zones, seen.scanned)
    enacted, promulgated = seen.date(PENETAPAN), seen.date(PENGUNDANGAN)
    identity = Identity(
        jenis=kind.slug,
        wilayah=wilayah,
        nomor=nomor,
        tahun=year,
        tentang=read_tentang(seen),
        tanggal_penetapan=enacted.day if enacted else "",
        tanggal_pengundangan=promulgated.day if promulgated else "",
        lembaran=seen.gazette.lembaran,
        tambahan=seen.gazette.tambahan,
        draft=draft,
    )
    region_doubts = (unread_region(1),) if kind.regional and not wilayah else ()
    return identity, (
        *kind_doubts,
        *number_doubts,
        *year_doubts,
        *region_doubts,
        *date_doubts(seen),
    )


def is_draft(seen: Print) -> bool:
    """Tell whether an act is announced as a draft and not dated and numbered after all.

    Dots alone for the number make a draft only of an act that has no date.
    """
    title, start = seen.first.title, seen.zones.memutuskan.start
    enacted = seen.date(PENETAPAN)
    day = enacted.day if enacted else ""
    if title.draft or "RANCANGAN" in seen.source.text[start : start + DECISION_CHARS]:
        return not (title.number.nomor and day)
    return title.number.blank and not day


def unnamed(source: SourceText, zones: Zones) -> tuple[Identity, tuple[Anomaly, ...]]:
    """Return the dates of a document that names no instrument."""
    found = {one.act: one.day for one in read_dates(source.text, zones.penutup)}
    identity = Identity(
        tanggal_penetapan=found.get(PENETAPAN, ""),
        tanggal_pengundangan=found.get(PENGUNDANGAN, ""),
    )
    return identity, ()


def regulation_id(identity: Identity, source: SourceText) -> str:
    """Return the id of a regulation.

    An act without a readable number keeps its kind, region and year, so that its rank is known:
    ``perda/bali/2026/rancangan-<sha256[:8]>`` for a draft, ``.../tanpa-nomor-<sha256[:8]>`` else.
    """
    if not identity.jenis:
        return f"{UNREADABLE}/{source.source.sha256[:12]}"
    nomor = normalise_nomor(identity.nomor) if identity.nomor else ""
    if not nomor:
        word = "rancangan" if identity.draft else "tanpa-nomor"
        nomor = f"{word}-{source.source.sha256[:8]}"
    tahun = identity.tahun or "tanpa-tahun"
    return str(RegulationId(identity.jenis, identity.wilayah, tahun, nomor))
