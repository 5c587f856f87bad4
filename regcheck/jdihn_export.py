"""The corridor out to the national feed of legal documentation: a corpus as a JDIHN feed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from regcheck.domain import Head, Status
from regcheck.domain.catalogue import CatalogueEntry
from regcheck.instruments import instrument
from regcheck.jdihn import FIELDS
from regcheck.naming import short_name, title_text
from regcheck.regions import region_name

#: Fields that follow the texts, whatever a catalogue had said.
FROM_TEXT = ("status", "tahun_pengundangan", "noPeraturan", "judul", "jenis", "fileDownload")
#: Statuses under which a catalogue says *Tidak Berlaku*.
GONE = (Status.DICABUT, Status.TIDAK_MENGIKAT)


def to_feed(heads: Iterable[Head], catalogue: Mapping[str, CatalogueEntry]) -> list[dict[str, Any]]:
    """Describe the regulations of a corpus as documents of a feed; drafts are left out.

    What a catalogue had said stays, but for the status and the identity: those follow the texts.
    """
    return [to_document(head, catalogue.get(head.id)) for head in heads if not head.identity.draft]


def to_document(head: Head, entry: CatalogueEntry | None) -> dict[str, Any]:
    """Describe one regulation, every field of the feed in its order."""
    identity = head.identity
    known = instrument(identity.jenis)
    place = region_name(identity.wilayah)
    name = known.name if known else identity.jenis
    own = {
        "idData": head.id,
        "tahun_pengundangan": (identity.tanggal_pengundangan or identity.tahun)[:4],
        "tanggal_penetapan": identity.tanggal_penetapan,
        "tanggal_pengundangan": identity.tanggal_pengundangan,
        "jenis": f"{name} {place}".strip(),
        "noPeraturan": identity.nomor,
        "judul": full_title(head, f"{name} {place}".strip()),
        "singkatanJenis": short_name(identity.jenis).upper(),
        "deskripsiFisik": f"{head.pages} hlm." if head.pages else "",
        "sumber": identity.lembaran,
        "status": "Tidak Berlaku" if head.standing.status in GONE else "Berlaku",
        "bahasa": "Indonesia",
        "teuBadan": f"Indonesia. {place}" if place else "Indonesia",
        "fileDownload": PurePath(head.path).name,
        "operasi": "4",
        "display": "1",
    }
    before = {name: text for name, text in (entry.fields if entry else {}).items() if text}
    kept = {name: before[name] for name in FIELDS if name in before and name not in FROM_TEXT}
    return {name: kept.get(name, own.get(name, "")) for name in FIELDS}


def full_title(head: Head, name: str) -> str:
    """Write the title in full, as the feed has it."""
    identity = head.identity
    number = f"Nomor {identity.nomor} Tahun {identity.tahun}" if identity.nomor else ""
    about = f"tentang {title_text(identity.tentang)}" if identity.tentang else ""
    return " ".join(filter(None, (name, number, about)))
