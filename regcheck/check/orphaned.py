"""Implementing rules whose parent is gone (R-11), seen from the child and from the repealer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from regcheck.check.bases import is_perda
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.repealed import find_repealers, link_end, lost_parents, name_repealer
from regcheck.check.wording import quote_citation
from regcheck.domain import Case, Citation, Finding, Quote, Role, Severity, Status
from regcheck.instruments import rank
from regcheck.naming import cite_regulation, cite_unit

#: A clause on the fate of the rules that carry out a repealed act (Lampiran II nos. 148 and 282).
#:
#: takes    peraturan pelaksanaan dari Peraturan Daerah Nomor 3 Tahun 2012 dinyatakan tetap berlaku
#: takes    peraturan pelaksanaannya dicabut dan dinyatakan tidak berlaku
#: refuses  peraturan pelaksanaan ditetapkan paling lama 1 (satu) tahun
FATE = re.compile(
    r"\b(?:peraturan|ketentuan)\s+pelaksana\w*\b.{0,400}?\b(?:tetap\s+(?:ber)?laku|dicabut|tidak\s+"
    r"(?:ber)?laku)\b",
    re.IGNORECASE | re.DOTALL,
)
#: A clause that keeps older rules in force (no. 282).
#:
#: takes    peraturan pelaksanaan dari Undang-Undang Nomor 32 Tahun 2004 dinyatakan tetap berlaku
#: takes    peraturan perundang-undangan yang ada masih tetap berlaku sepanjang tidak bertentangan
#: refuses  izin yang telah diterbitkan tetap berlaku
SURVIVAL = re.compile(
    r"\bperaturan\b.{0,400}?\b(?:tetap|masih)\s+(?:ber)?laku\b", re.IGNORECASE | re.DOTALL
)
#: Children that one row lists.
LISTED = 5
MORE = (" dan {n} lainnya", " and {n} more")
CHILD = (
    "yang dilaksanakan naskah ini, {parents}, telah dicabut dengan {by}",
    "what this text carries out, {parents}, was repealed by {by}",
)
KEPT = ("; naskah ini tetap berlaku menurut {clause}", "; {clause} keeps this text in force")
PARENT = (
    "{act} dicabut tanpa menyebut nasib {children}, yang melaksanakannya",
    "{act} is repealed without a word on {children}, which carry it out",
)


def find_orphaned(case: Case, as_of: str) -> Iterator[Finding]:
    """Find orphans (R-11): the text itself, or the rules that its repeals leave without a parent.

    The repeal of a parent does not end its children (Lampiran II no. 148); a clause that keeps
    them (no. 282) makes it a thing to know rather than a fault.
    """
    repealers = find_repealers(case, as_of)
    yield from find_self(case, repealers)
    yield from find_children(case, repealers)


def find_self(case: Case, repealers: Mapping[str, str]) -> Iterator[Finding]:
    """Find that a rule in force carries out nothing but what was repealed after it."""
    lost = lost_parents(case.draft, repealers)
    if not lost:
        return
    english, parent = case.lang == "en", next(iter(lost))
    citation = lost[parent]
    clause = keeping_clause(case, {repealers[act] for act in lost})
    words = CHILD[english].format(
        parents=", ".join(map(cite_regulation, lost)),
        by=name_repealer(case, parent, repealers[parent]),
    )
    words += KEPT[english].format(clause=cite_unit(clause)) if clause else ""
    head = case.heads.get(parent)
    title = head.identity.tentang if head else ""
    evidence = Evidence(
        left=quote_citation(case.draft, citation),
        right=Quote(parent, title or cite_regulation(parent), 1),
        confidence=0.85,
        detail=words,
        relation=case.relations.get(parent),
        severity=Severity.RENDAH if clause else None,
    )
    yield make_finding("R-11", evidence, case.lang)


def keeping_clause(case: Case, repealers: set[str]) -> str:
    """Return the key of the clause by which a repealer keeps older rules, or nothing.

    It may name the repealed act, or speak of implementing rules or of legislation at large.
    """
    found = (
        key
        for key, passage in case.library.items()
        if passage.regulation in repealers and SURVIVAL.search(passage.text)
    )
    named = (
        link.holder
        for link in case.links
        if link.role is Role.TETAP_BERLAKU and link.source in repealers and "#" in link.holder
    )
    return next(found, "") or next(named, "")


def find_children(case: Case, repealers: Mapping[str, str]) -> Iterator[Finding]:
    """Find rules of the corpus that lose their only parent by a repeal of the draft (M-21)."""
    repeals = {
        one.target: one
        for one in case.draft.citations
        if one.role is Role.MENCABUT and one.target and "#" not in one.target
        if "#pasal" in one.holder and one.target in case.heads
    }
    if not repeals or speaks_of_children(case):
        return
    gone = {*repealers, *repeals}
    for act, citation in repeals.items():
        if children := children_of(case, act, gone):
            yield children_finding(case, citation, act, children)


def speaks_of_children(case: Case) -> bool:
    """Tell whether the draft says what becomes of implementing rules."""
    return any(
        one.regulation == case.draft.id and FATE.search(one.text) for one in case.passages.values()
    )


def children_of(case: Case, act: str, gone: set[str]) -> list[str]:
    """Return the rules in force that carry out an act, and no other that is left."""
    parents: dict[str, set[str]] = defaultdict(set)
    for link in case.links:
        base = link.target.partition("#")[0]
        if link.role is Role.MELAKSANAKAN and is_above(base, link.source):
            parents[link.source].add(base)
    spoken_of = {(one.target or "").partition("#")[0] for one in case.draft.citations}
    return sorted(
        child
        for child, above in parents.items()
        if act in above and above <= gone and child not in gone | spoken_of | {case.draft.id}
        if is_alive(case, child) and not is_perda(*link_end(child))
    )


def is_alive(case: Case, child: str) -> bool:
    """Tell whether a rule of the corpus is law."""
    head = case.heads.get(child)
    return head is not None and not head.identity.draft and head.standing.status != Status.DICABUT


def is_above(parent: str, child: str) -> bool:
    """Tell whether an act ranks above another.

    >>> is_above("perda/bali/2012/3", "pergub/bali/2014/7")
    True
    """
    upper, lower = rank(*link_end(parent)), rank(*link_end(child))
    return upper is not None and lower is not None and upper < lower


def children_finding(case: Case, citation: Citation, act: str, children: list[str]) -> Finding:
    """Word one R-11 of a draft that leaves rules without their parent."""
    english = case.lang == "en"
    names = ", ".join(map(cite_regulation, children[:LISTED]))
    rest = len(children) - LISTED
    names += MORE[english].format(n=rest) if rest > 0 else ""
    first = children[0]
    evidence = Evidence(
        left=quote_citation(case.draft, citation),
        right=Quote(first, case.heads[first].identity.tentang or cite_regulation(first), 1),
        confidence=0.8,
        detail=PARENT[english].format(act=cite_regulation(act), children=names),
        relation=case.relations.get(first),
        severity=Severity.SEDANG,
        basis="M-21",
        about=act,
    )
    return make_finding("R-11", evidence, case.lang)
