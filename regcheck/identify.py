"""Identities that people supply: what they say stands over what a file says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from regcheck.domain import Anomaly, Identity, Regulation, SourceText
from regcheck.parse import parse_document
from regcheck.parse.identity.identity import regulation_id
from regcheck.rekey import rekey
from regcheck.report.terms import IDENTITY, name_of
from regcheck.report.words import say
from regcheck.store import Supplied

#: What people say comes from a table for many files, or from the correction of one regulation.
META, EDIT = "meta", "edit"
ID = "id"
#: The fields of an identity that its id is made of.
KEY_FIELDS = ("jenis", "wilayah", "tahun", "nomor")
IDENTITY_FIELDS = tuple(field.name for field in fields(Identity) if field.name != "draft")
#: The code of the remark that a person changed an identity.
EDITED = "edited"


def parse_known(source: SourceText, said: Sequence[Supplied]) -> tuple[Regulation, ...]:
    """Parse a text, knowing what people said of the identities in it.

    What is said of the first act helps to read it, so that citations of its own region find their
    targets.
    """
    values = merged(said, 0)
    hints = Identity(**fields_in(values))
    found = parse_document(source, values.get(ID, ""), hints if values else None)
    return tuple(identify(one, said, place) for place, one in enumerate(found))


def fields_in(values: Mapping[str, str]) -> dict[str, Any]:
    """Return the values that are fields of an identity."""
    return {name: values[name] for name in IDENTITY_FIELDS if name in values}


def merged(said: Iterable[Supplied], place: int) -> dict[str, str]:
    """Return the values that hold for one act, edits above tables, later above earlier."""
    entries = [one for one in said if one.place == place]
    values: dict[str, str] = {}
    for entry in sorted(entries, key=lambda one: one.kind == EDIT):
        values.update(entry.values)
    return values


def identify(regulation: Regulation, said: Sequence[Supplied], place: int = 0) -> Regulation:
    """Give a regulation the identity that people supplied, and the id that follows from it."""
    values, read = merged(said, place), regulation.identity
    if not values:
        return regulation
    identity = replace(read, **fields_in(values))
    if identity.nomor and identity.tanggal_penetapan:
        identity = replace(identity, draft=False)
    notes = tuple(map(edit_note, (one for one in said if (one.place, one.kind) == (place, EDIT))))
    changed = replace(regulation, identity=identity, anomalies=(*regulation.anomalies, *notes))
    if any(getattr(read, name) != getattr(identity, name) for name in KEY_FIELDS):
        changed = rekey(changed, regulation_id(identity, regulation.source_text))
    return rekey(changed, values.get(ID) or changed.id)


def edit_note(entry: Supplied) -> Anomaly:
    """Say who changed an identity, when, and what stood there.

    >>> edit_note(Supplied(0, "edit", {"nomor": "5"}, {"nomor": ""}, "ani", "2026-11-25")).message
    'Identitas diubah oleh ani pada 2026-11-25: nomor (kosong) → 5.'
    """
    return Anomaly(
        EDITED,
        f"Identitas diubah{signed(entry, ' oleh ', ' pada ')}: {changes_text(entry, 'id')}.",
        f"Identity changed{signed(entry, ' by ', ' on ')}: {changes_text(entry, 'en')}.",
    )


def signed(entry: Supplied, by: str, at: str) -> str:
    """Say who and when, as far as that is known."""
    return (by + entry.by if entry.by else "") + (at + entry.at if entry.at else "")


def changes_text(entry: Supplied, lang: str) -> str:
    """Write the old and the new values of an edit."""
    empty = say("empty_value", lang)
    return "; ".join(
        f"{name_of(IDENTITY, name, lang)} {entry.before.get(name) or empty} → {value or empty}"
        for name, value in entry.values.items()
    )


def with_table(said: Sequence[Supplied], values: Mapping[str, str]) -> tuple[Supplied, ...]:
    """Add what a table says of a file's first act; what it said before is replaced."""
    if not values:
        return tuple(said)
    kept = (one for one in said if (one.place, one.kind) != (0, META))
    return (Supplied(0, META, dict(values)), *kept)
