"""Legal bases that are not the law of the day: amended since (R-02), or not yet in force (M-06)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from regcheck.check.bases import Basis, printed, quote, year_of
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.repealed import link_end
from regcheck.domain import Case, Finding, Head, Quote, Regulation, RegulationId, Role, Status
from regcheck.instruments import rank
from regcheck.naming import cite_regulation

#: The words of an amendment beside a basis.
#:
#: takes    sebagaimana telah diubah      telah beberapa kali diubah      juncto
#: refuses  perubahan iklim
AMENDED = re.compile(r"\bdi(?:u|ru)bah|\bjo\b|\bjuncto\b|\bperubahan\s+(?:ke\w+\s+)?atas\b", re.I)

R02 = (
    "{cited} telah diubah, terakhir dengan {by} di korpus; perubahan itu tidak disebut",
    "{cited} was amended, last by {by} in the corpus, which is not named",
)
FUTURE = (
    "{cited} baru mulai berlaku pada {date}",
    "{cited} comes into force only on {date}",
)


def find_stale(case: Case, bases: Iterable[Basis]) -> Iterator[Finding]:
    """Find bases cited without an amendment that the corpus holds (R-02).

    Silent where the item speaks of amendments and names a later one than the corpus has, and for
    the very act that the draft amends: its chain stands in the title.
    """
    amended = {(c.target or "").partition("#")[0] for c in case.draft.citations
               if c.role is Role.MENGUBAH}  # fmt: skip
    rewritten = {(key.partition("#")[0], row.by) for key, row in case.superseded.items()}
    amenders = defaultdict[str, set[str]](set)
    for link in case.links:
        if link.role is Role.MENGUBAH:
            amenders[link.target.partition("#")[0]].add(link.source)
    for basis in bases:
        found = amenders.get(basis.act, set())
        by = latest_amender(case, basis.act, found, rewritten)
        if not by or basis.act in amended or names_later(case.draft, basis, by):
            continue
        words = R02[case.lang == "en"].format(
            cited=cite_regulation(basis.act), by=cite_regulation(by)
        )
        head = case.heads[by]
        evidence = Evidence(
            left=quote(case.draft, basis),
            right=Quote(by, head.identity.tentang or cite_regulation(by), 1),
            confidence=0.9,
            detail=words,
            relation=case.relations.get(by),
        )
        yield make_finding("R-02", evidence, case.lang)


def latest_amender(
    case: Case, act: str, amenders: Iterable[str], rewritten: set[tuple[str, str]]
) -> str:
    """Return the last act of the corpus that amended an act before the draft was made, or nothing.

    An act that is not in the corpus may have been amended by others too; what is known counts.
    ``amenders`` are the acts that say they amend it, ``rewritten`` the pairs of an act and another
    that gave one of its units new words.
    """
    head = case.heads.get(act)
    if act in case.bygones or (head is not None and head.standing.status is Status.DICABUT):
        return ""
    limit = case.draft.identity.tahun if not case.draft.identity.draft else "9999"
    found = {
        by
        for by in amenders
        if may_amend(case, by, act)
        and (names_base(case.heads[by], act) or (act, by) in rewritten)
        and year_of(by) < (limit or "9999")
    }
    return max(found, key=order_in_time, default="")


def may_amend(case: Case, by: str, act: str) -> bool:
    """Tell whether an act of the corpus may amend another: law already, and of the same kind."""
    head = case.heads.get(by)
    if head is None or head.identity.draft or by == case.draft.id:
        return False
    ranks = rank(*link_end(by)), rank(*link_end(act))
    return ranks[0] is not None and ranks[0] == ranks[1] and year_of(by) >= year_of(act)


def names_base(head: Head, act: str) -> bool:
    """Tell whether the title of an amending act names its base, by number and year."""
    try:
        base = RegulationId.from_str(act)
    except ValueError:
        return False
    title = head.identity.tentang.lower()
    named = rf"\b0*{re.escape(base.nomor)}\b\D{{0,20}}\b{re.escape(base.tahun)}\b"
    return "perubahan" in title and bool(re.search(named, title))


def order_in_time(id_: str) -> tuple[str, int, str]:
    """Return the sort key of an act in time: its year, number, and id."""
    number = re.match(r"\d+", RegulationId.from_str(id_).nomor)
    return year_of(id_), int(number[0]) if number else 0, id_


def names_later(draft: Regulation, basis: Basis, by: str) -> bool:
    """Tell whether an item names an amendment, or an act of its time or later, beside the basis."""
    beside = {
        (one.target or "").partition("#")[0]
        for one in draft.citations
        if one.holder == basis.unit.key and one.target
    } - {basis.act}
    if by in beside or any(year_of(one) >= year_of(by) for one in beside):
        return True
    # An amendment that could not be read is not held against the drafter.
    undecided = any(one.holder == basis.unit.key and not one.target for one in draft.citations)
    return undecided or bool(AMENDED.search(printed(draft, basis)) and not beside)


def find_early(case: Case, bases: Iterable[Basis]) -> Iterator[Finding]:
    """Find bases that are not in force yet by their own closing clause (M-06; no. 42)."""
    for basis in bases:
        reason = case.pending.get(basis.act)
        if reason is None or reason.proof is None:
            continue
        words = FUTURE[case.lang == "en"].format(cited=cite_regulation(basis.act), date=reason.date)
        evidence = Evidence(
            left=quote(case.draft, basis),
            right=Quote(reason.proof.key, reason.proof.text, reason.proof.page),
            confidence=0.9,
            detail=words,
            relation=case.relations.get(basis.act),
        )
        yield make_finding("M-06", evidence, case.lang)
