"""The places of a document that name it: title, cover, decision, gloss and annexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from regcheck.domain import Span
from regcheck.instruments import to_digits
from regcheck.parse.identity.spelling import printed
from regcheck.parse.identity.titles import (
    HEAD_CHARS,
    Title,
    annex_title,
    instrument_of,
    listed_title,
    read_title,
    title_of,
    unnumbered,
    with_capitals,
)
from regcheck.parse.structure.titles import LAMPIRAN_HEAD, NAMING, TITLE
from regcheck.parse.structure.zones import Zones

#: How much the name on a cover must resemble the name in the title, from 0 to 1.
SAME_NAME = 0.8
#: Annexes repeat the act's title; more of them say nothing new.
MAX_ANNEXES = 8
#: A regulation as long as this has its cover on the first pages, if at all.
JUDUL, SAMPUL, PENJELASAN, LAMPIRAN = "judul", "sampul", "penjelasan", "lampiran"


@dataclass(frozen=True, slots=True)
class Witness:
    """A place, by its Indonesian name, and the title it prints."""

    place: str
    title: Title


def find_title(text: str, zones: Zones, scanned: bool = False) -> Witness | None:
    """Read the title from the first place that prints one in full.

    Where the title block is missing or unreadable, the title above the gloss or an annex stands
    in for it, or the line of a catalogue, and last the name in the decision formula, which has no
    number.
    """
    found = read_title(text, zones.judul, scanned) or untitled(text, zones, scanned)
    if found:
        return Witness(JUDUL, found)
    for place, span in zones.attachments:
        head = Span(span.start, min(span.end, span.start + HEAD_CHARS))
        found = read_title(text, head, scanned)
        if found:
            return Witness(place, with_capitals(found))
    if listed := listed_title(text, zones.judul.start):
        return Witness(JUDUL, listed)
    decided = unnumbered(text, zones.memutuskan.start)
    return Witness("diktum", decided) if decided else None


def untitled(text: str, zones: Zones, scanned: bool) -> Title | None:
    """Read a title block that has lost its TENTANG; the decision formula gives the name."""
    found = annex_title(text, zones.judul, scanned)
    decided = unnumbered(text, zones.memutuskan.start) if found else None
    if found is None or NAMING.search(text, zones.judul.start, found.span.start):
        return None
    return replace(found, tentang=decided.tentang) if decided else found


def find_witnesses(
    text: str, zones: Zones, first: Witness, scanned: bool = False
) -> tuple[Witness, ...]:
    """List the other places that print the title of the same instrument.

    An annex that prints the number of a regulation named in the act's own name is that
    regulation's: an amending act replaces the annexes of its base.
    """
    named = first.title.tentang
    found = [*covers(text, zones, first.title), *attached(text, zones, scanned)]
    return tuple(
        witness
        for witness in found
        if witness.title.kind.slug == first.title.kind.slug
        and witness.title.span.start != first.title.span.start
        and not is_named(witness.title, named)
    )


def covers(text: str, zones: Zones, title: Title) -> Iterator[Witness]:
    """Yield the titles before the title block that bear its name: a cover, or a letter."""
    for match in TITLE.finditer(text, zones.judul.start, max(title.span.start, zones.judul.start)):
        if instrument_of(match["name"])[0] is None:
            continue
        whole = printed(text)
        found = title_of(match, whole, whole, 0, False)
        length = min(len(title.tentang), len(found.tentang)) if found else 0
        if found and length and alike(found.tentang[:length], title.tentang[:length]):
            yield Witness(SAMPUL, found)


def alike(one: str, other: str) -> bool:
    """Tell whether two names are one, apart from misreadings."""
    return SequenceMatcher(None, one.upper(), other.upper()).ratio() >= SAME_NAME


def attached(text: str, zones: Zones, scanned: bool) -> Iterator[Witness]:
    """Yield the titles above the gloss and the annexes after the closing."""
    for place, span in zones.attachments:
        if place == PENJELASAN and (found := annex_title(text, span, scanned)):
            yield Witness(PENJELASAN, found)
            break
    end = max([zones.penutup.end, *(span.end for _, span in zones.attachments)])
    heads = LAMPIRAN_HEAD.finditer(text, zones.penutup.start, end)
    for head, _ in zip(heads, range(MAX_ANNEXES), strict=False):
        found = annex_title(text, Span(head.end(), min(end, head.end() + HEAD_CHARS)), scanned)
        if found:
            yield Witness(LAMPIRAN, found)


def is_named(title: Title, name: str) -> bool:
    """Tell whether a name holds the number and year of a title.

    Both are looked for as neighbours: the words between them may be misread.
    """
    words = [to_digits(word) for word in name.replace(",", " ").split()]
    nomor, tahun = title.number.nomor, title.number.tahun
    return any(word == nomor and tahun in words[i : i + 3] for i, word in enumerate(words))
