"""The corridor to the register of gazettes: numbers that a draft prints otherwise than others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from regcheck.domain import Citation, Identity, Misprint, Regulation, Role
from regcheck.law.gazettes import Gazette, behind, differ, name_gazette, read_printed, read_short
from regcheck.shelf import Shelf
from regcheck.store import Corpus
from regcheck.store.catalogue import read_catalogue

#: So many characters behind the number of an act hold its title and its gazette.
NAME = 420
#: Acts that are asked how they print a gazette, and how many witnesses must agree.
ASKED, AGREEING = 6, 3
NO_IDENTITY = Identity()


@dataclass(frozen=True)
class Printed:
    """A gazette that a draft prints behind a legal basis."""

    act: str
    series: str
    gazette: Gazette


def find_misprints(draft: Regulation, shelf: Shelf) -> dict[str, Misprint]:
    """Return the legal bases whose gazette a draft prints otherwise than the register, by act.

    The register is a catalogue or, without one, what the act itself and other acts of the corpus
    print: ``AGREEING`` of these must agree, and none print what the draft does. A number that one
    text alone prints, or one scan misread, proves nothing.
    """
    printed = list(list_printed(draft))
    if shelf.corpus is None or not printed:
        return {}
    found: dict[str, Misprint] = {}
    with Corpus.open(shelf.corpus) as corpus:
        told = {
            id_: entry.fields.get("sumber", "") for id_, entry in read_catalogue(corpus).items()
        }
        for one in printed:
            catalogued = read_short(told.get(one.act, "")).get(one.series)
            register = catalogued or agreed(one, draft.id, shelf, corpus)
            if register and differ(one.gazette, register):
                printed_as = name_gazette(one.series, one.gazette)
                meant = name_gazette(one.series, register)
                found.setdefault(one.act, Misprint(one.act, printed_as, meant, bool(catalogued)))
    return found


def list_printed(regulation: Regulation) -> Iterator[Printed]:
    """List the gazettes behind the legal bases of a regulation."""
    for citation in regulation.citations:
        act = citation.target or ""
        if citation.role is Role.DASAR_HUKUM and act and "#" not in act:
            for series, gazette in gazettes_behind(regulation, citation).items():
                yield Printed(act, series, gazette)


def gazettes_behind(regulation: Regulation, citation: Citation) -> Mapping[str, Gazette]:
    """Return the gazettes in the brackets behind a citation."""
    end = citation.span.end
    return read_printed(" ".join(behind(regulation.text[end : end + NAME]).split()))


def agreed(one: Printed, draft: str, shelf: Shelf, corpus: Corpus) -> Gazette | None:
    """Return the gazette on which an act itself and others agree against a draft.

    Nothing where the act's own text prints the draft's number, or none at all.
    """
    head = shelf.heads.get(one.act)
    identity = head.identity if head else NO_IDENTITY
    own = read_short(f"{identity.lembaran}, {identity.tambahan}").get(one.series)
    if own is None or not differ(one.gazette, own):
        return None
    votes = Counter([own.number])
    known = {own.number: own}
    for source in sorted(citing(one.act, draft, shelf))[:ASKED]:
        for other in list_printed(corpus.regulation(source)):
            if (other.act, other.series) == (one.act, one.series):
                votes[other.gazette.number] += 1
                known.setdefault(other.gazette.number, other.gazette)
                if not differ(one.gazette, other.gazette):
                    return None
    number, count = votes.most_common(1)[0]
    return known[number] if count >= AGREEING else None


def citing(act: str, draft: str, shelf: Shelf) -> set[str]:
    """Return the acts of the corpus that have an act as a legal basis."""
    return {
        link.source
        for link in shelf.links
        if link.target == act and link.role is Role.DASAR_HUKUM and link.source != draft
    }
