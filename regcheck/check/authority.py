"""One power in two hands: the same act by authorities of different levels (K-01)."""

from __future__ import annotations

import re

from regcheck.check.clashes import Clash
from regcheck.check.statements import Statement
from regcheck.check.vocabulary import words
from regcheck.check.words import content_keys

#: An act and the authority that does it, by the level of its government.
#:
#: takes    diterbitkan oleh Bupati      ditetapkan oleh Gubernur      dilakukan oleh Menteri
#: takes    Gubernur berwenang menerbitkan      Bupati menerbitkan
#: refuses  diterbitkan oleh Kepala Dinas
ACTOR = re.compile(
    r"\b(?P<verb>di[a-z]{4,})\s+oleh\s+(?P<head>menteri|gubernur|bupati|wali\s?kota)\b"
    r"|^\W*(?P<active>menteri|gubernur|bupati|wali\s?kota)\s+(?:berwenang\s+)?(?P<act>me[a-z]{4,})\b",
    re.IGNORECASE,
)
#: A power that is shared, or passed on: no two hands that exclude each other.
#:
#: takes    Gubernur atau Bupati      sesuai dengan kewenangannya      atas nama Gubernur
#: refuses  diterbitkan oleh Gubernur
SHARED = re.compile(
    r"\b(?:menteri|gubernur|bupati|wali\s?kota)\b[\s,/]*(?:dan|atau|dan/atau|,|/)[\s,]*(?:menteri|"
    r"gubernur|bupati|wali\s?kota)\b|\bkewenangan\w*|\batas\s+nama\b|\bpelimpahan\b|\btugas\s+"
    r"pembantuan\b|\bmelalui\b|\brekomendasi\b",
    re.IGNORECASE,
)
#: Words for how far a thing reaches, by which a power is divided.
EXTENT = words(
    """satu beberapa lintas antar antarkabupaten antarprovinsi dalam luar lokal regional nasional
    kecil menengah besar mikro provinsi kabupaten desa"""
)
LEVELS = {
    "menteri": "pusat",
    "gubernur": "provinsi",
    "bupati": "kabupaten",
    "walikota": "kabupaten",
}
#: Share of their words that two clauses have in common, the authority left out, if they are one.
SAME_ACT = 0.75
#: A clause of fewer words is too short to tell what the power is.
FEWEST_WORDS = 3


def authority_clash(left: Statement, right: Statement) -> Clash | None:
    """Return the conflict of two authorities that do the same thing, or nothing (K-01).

    Only heads of different levels of government count (UU 23/2014 Pasal 9 to 14): within one
    government a power may be passed on. Shared powers and mandates are no conflict.
    """
    if any(SHARED.search(one.text) for one in (left, right)):
        return None
    one, two = ACTOR.search(left.text), ACTOR.search(right.text)
    if one is None or two is None or level_of(one) == level_of(two):
        return None
    rests = without(left.text, one), without(right.text, two)
    if extent_of(rests[0]) != extent_of(rests[1]):
        return None
    share = share_of_words(*rests)
    if share < SAME_ACT:
        return None
    return Clash("K-01", 0.5 + 0.4 * share, name_of(one), name_of(two))


def name_of(found: re.Match[str]) -> str:
    """Return the authority as printed."""
    return " ".join((found["head"] or found["active"]).split())


def level_of(found: re.Match[str]) -> str:
    """Return the level of government of an authority."""
    return LEVELS[re.sub(r"\s", "", name_of(found).lower())]


def without(text: str, found: re.Match[str]) -> str:
    """Return a text without the authority that was found in it."""
    group = "head" if found["head"] else "active"
    return f"{text[: found.start(group)]} {text[found.end(group) :]}"


def extent_of(text: str) -> frozenset[str]:
    """Return the words of a text that say how far a thing reaches.

    >>> extent_of("koperasi yang anggotanya berada di beberapa kabupaten") == {
    ...     "beberapa",
    ...     "kabupaten",
    ... }
    True
    """
    return EXTENT & set(re.findall(r"[a-z]+", text.lower()))


def share_of_words(left: str, right: str) -> float:
    """Return the share of their words that two clauses have in common; 0 for short ones."""
    one, two = set(content_keys(left)), set(content_keys(right))
    if min(len(one), len(two)) < FEWEST_WORDS:
        return 0.0
    return len(one & two) / len(one | two)
