"""The identity as read against what a file name, a catalogue or a given id says.

Values that a person supplied win over the print; a file name never does. Every disagreement is
reported.
"""

from __future__ import annotations

from dataclasses import fields, replace
from difflib import SequenceMatcher

from regcheck.domain import Anomaly, Identity
from regcheck.instruments import find_instrument, instrument, level_hint, normalise_nomor
from regcheck.parse.identity.doubts import catalogue_differs, name_differs
from regcheck.parse.identity.hints import NameHint
from regcheck.regions import find_region, region_slug

#: Names of a regulation are the same if they resemble each other so much, from 0 to 1.
SAME_NAME = 0.8


def check_name(identity: Identity, name: NameHint) -> tuple[Anomaly, ...]:
    """Report where a file name says otherwise than the document."""
    differing = []
    if name.nomor and identity.nomor and name.nomor not in numbers_of(identity.nomor):
        differing.append(("nomor", name.nomor, normalise_nomor(identity.nomor)))
    if name.tahun and identity.tahun and name.tahun != identity.tahun:
        differing.append(("tahun", name.tahun, identity.tahun))
    if name.jenis and identity.jenis and not same_kind(name.jenis, identity.jenis):
        differing.append(("jenis", name.jenis, identity.jenis))
    return (name_differs(name.file, differing),) if differing else ()


def check_id(read: str, given: str) -> tuple[Anomaly, ...]:
    """Report an id given by a person that is not the one the document prints."""
    return (catalogue_differs([("id", given, read)]),) if given and given != read else ()


def numbers_of(nomor: str) -> set[str]:
    """Return the leading numbers of a printed number; a joint regulation has two.

    >>> sorted(numbers_of("14 dan 26")), numbers_of("11/PMK.07/2010")
    (['14', '26'], {'11'})
    """
    return {normalise_nomor(part) for part in nomor.split(" dan ")}


def same_kind(one: str, other: str) -> bool:
    """Tell whether two slugs can name one instrument; a family stands for its members.

    A joint regulation of ministers may be filed under one of them.

    >>> same_kind("permen", "permendagri"), same_kind("perda", "pergub")
    (True, False)
    >>> same_kind("perber", "permenkes")
    True
    """
    if one.startswith(other) or other.startswith(one):
        return True
    joint = {"perber": "permen", "skb": "kepmen"}
    return any(
        joint.get(first, "-") == second[:6] or {first, second} == {"perban", "perka"}
        for first, second in ((one, other), (other, one))
    )


def apply_hints(identity: Identity, hints: Identity) -> tuple[Identity, tuple[Anomaly, ...]]:
    """Put the values a person supplied in place of those read, and report disagreements."""
    given = normalised(hints)
    values = {
        field.name: value
        for field in fields(Identity)
        if field.name != "draft" and (value := getattr(given, field.name))
    }
    differing = [
        (name, str(value), str(getattr(identity, name)))
        for name, value in values.items()
        if getattr(identity, name) and not same_value(name, str(value), getattr(identity, name))
    ]
    draft = identity.draft and not given.nomor
    merged = replace(identity, **values, draft=draft)
    return merged, (catalogue_differs(differing),) if differing else ()


def normalised(hints: Identity) -> Identity:
    """Write the kind and region of a catalogue row as ids do.

    >>> normalised(Identity(jenis="Peraturan Bupati", wilayah="Sleman")).wilayah
    'kab-sleman'
    """
    kind = instrument(hints.jenis.lower()) or find_instrument(hints.jenis)
    jenis = kind.slug if kind else hints.jenis
    wilayah = hints.wilayah
    if wilayah and find_region(wilayah) is None:
        wilayah = region_slug(wilayah.replace("-", " "), level_hint(jenis))
    return replace(hints, jenis=jenis, wilayah=wilayah)


def same_value(name: str, given: str, read: str) -> bool:
    """Tell whether a supplied value is the one that was read."""
    if name == "nomor":
        return normalise_nomor(given) in numbers_of(read)
    if name == "tentang":
        return SequenceMatcher(None, given.upper(), read.upper()).ratio() >= SAME_NAME
    return given.upper() == read.upper()
