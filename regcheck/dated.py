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
