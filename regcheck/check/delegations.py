"""Delegations of a draft, and those it carries out: blanket, passed on, misplaced, double, open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from regcheck.check.bases import is_perda
from regcheck.check.basis import is_under_manual
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.domain import Case, Finding, Quote, Status
from regcheck.domain.graph import Delegation, DelegationState, Fulfilment
from regcheck.naming import cite_path, cite_regulation, cite_unit
from regcheck.naming import date as in_words
from regcheck.settings import Settings

#: A delegation without a time is not called open before so many years have passed.
PATIENCE_YEARS = 5
#: So many later rules of the ordered kind and region make a corpus that can be asked for one.
ENOUGH_RULES = 5
#: Places that one row lists.
LISTED = 5
MORE = (" dan {n} delegasi lain", " and {n} more delegations")
OPEN = ("{place} ({matter}) kepada {ordered}", "{place} ({matter}) to {ordered}")
DUE = (", tenggat {due}", ", due {due}")
NO_MATTER = ("materi tidak disebut", "no matter named")
ALSO = ("; demikian pula {places}", "; so do {places}")
PASSED = ("{place}, kepada {ordered}", "{place}, to {ordered}")
FORM = (
    "{place} memerintahkan {ordered}, naskah ini {form}",
    "{place} orders {ordered}, this text is {form}",
)
SAME = ("{other}: {place}", "{other}: {place}")


def find_delegation_faults(case: Case, settings: Settings) -> tuple[Finding, ...]:
    """Find what is wrong with the delegations of a draft, and with those that it carries out.

    R-14 and R-13 concern its own clauses, R-17 and R-18 the order that it carries out, R-09 and
    R-10, one row each, what an act in force leaves open as far as the corpus shows.
    """
    own = [one for one in case.delegations if one.delegation.act == case.draft.id]
    carried = [one for one in case.delegations if one.delegation.act != case.draft.id]
    return (
        *find_blanket(case, own),
        *find_passed_on(case, carried),
        *find_wrong_form(case, carried),
        *find_rivals(case, carried),
        *find_open(case, own, settings.as_of),
    )


def quote(one: Delegation) -> Quote:
    """Return the clause of a delegation as one side of a finding."""
    return Quote(one.key, one.text, one.page)


def find_blanket(case: Case, own: list[DelegationState]) -> Iterator[Finding]:
    """Find clauses that delegate whatever is not regulated (R-14)."""
    for state in own:
        if state.delegation.blanket and is_under_manual(case.draft):
            clause = state.delegation
            evidence = Evidence(quote(clause), None, 0.95, clause.printed)
            yield make_finding("R-14", evidence, case.lang)


def find_passed_on(case: Case, carried: list[DelegationState]) -> Iterator[Finding]:
    """Find clauses by which a draft passes on what it is to regulate itself (R-13), by order.

    Not in a Perda, which may leave details to the head of the region (see ``is_perda``).
    """
    seen: set[str] = set()
    if is_perda(case.draft.identity.jenis, case.draft.identity.wilayah):
        return
    for state in carried:
        clauses = [
            one for one in state.passed_on if one.act == case.draft.id and one.key not in seen
        ]
        if not clauses:
            continue
        seen.update(one.key for one in clauses)
        evidence = Evidence(
            left=quote(clauses[0]),
            right=quote(state.delegation),
            confidence=0.7,
            detail=passed_words(state.delegation, clauses, english=case.lang == "en"),
            relation=case.relations.get(state.delegation.act),
        )
        yield make_finding("R-13", evidence, case.lang)


def passed_words(order: Delegation, clauses: list[Delegation], *, english: bool) -> str:
    """Say which order is passed on, to whom, and where else the text does so."""
    words = PASSED[english].format(place=cite_unit(order.home), ordered=clauses[0].printed)
    others = [cite_path(one.key.partition("#")[2]) for one in clauses[1:]]
    if not others:
        return words
    rest = MORE[english].format(n=len(others) - LISTED) if len(others) > LISTED else ""
    return words + ALSO[english].format(places="; ".join(others[:LISTED])) + rest


def find_wrong_form(case: Case, carried: list[DelegationState]) -> Iterator[Finding]:
    """Find the orders that a draft carries out in another form (R-17)."""
    for state in carried:
        tie = tie_of(case, state.wrong)
        if tie is None or "wrong_instrument" not in state.states:
            continue
        words = FORM[case.lang == "en"].format(
            place=cite_unit(state.delegation.home),
            ordered=state.delegation.printed,
            form=cite_regulation(case.draft.id),
        )
        evidence = Evidence(
            left=tie_quote(case, tie),
            right=quote(state.delegation),
            confidence=0.75,
            detail=words,
            relation=case.relations.get(state.delegation.act),
        )
        yield make_finding("R-17", evidence, case.lang)


def find_rivals(case: Case, carried: list[DelegationState]) -> Iterator[Finding]:
    """Find other rules in force that carry out the same delegation (R-18), one for each."""
    seen = set()
    for state in carried:
        tie = tie_of(case, state.fulfilments)
        if tie is None or "double" not in state.states:
            continue
        for other in state.rivals:
            if case.draft.id not in other or other in seen:
                continue
            seen.add(other)
            yield rival_finding(case, state.delegation, tie, next(iter(other - {case.draft.id})))


def rival_finding(case: Case, clause: Delegation, tie: Fulfilment, other: str) -> Finding:
    """Word one R-18."""
    head = case.heads.get(other)
    words = SAME[case.lang == "en"].format(
        other=cite_regulation(other), place=cite_unit(clause.home)
    )
    title = head.identity.tentang if head else ""
    evidence = Evidence(
        left=tie_quote(case, tie),
        right=Quote(other, title or cite_regulation(other), 1),
        confidence=0.75,
        detail=words,
        relation=case.relations.get(other),
        about=clause.home,
    )
    return make_finding("R-18", evidence, case.lang)


def tie_of(case: Case, given: tuple[Fulfilment, ...]) -> Fulfilment | None:
    """Return how the draft itself carries out a delegation."""
    return next((one for one in given if one.id == case.draft.id), None)


def tie_quote(case: Case, tie: Fulfilment) -> Quote:
    """Return the words by which the draft says what it carries out."""
    unit = case.draft.by_key.get(tie.edge.holder)
    if unit is None:
        return Quote(case.draft.id, case.draft.identity.tentang, 1)
    return Quote(unit.key, " ".join(case.draft.slice(unit.span).split()), unit.page)


def find_open(case: Case, own: list[DelegationState], as_of: str) -> Iterator[Finding]:
    """Find what an act in force orders and the corpus does not show as done (R-09, R-10).

    Silent for drafts, young acts and repealed ones, and where the corpus holds hardly any later
    rule of the ordered kind and region: then it would speak of the corpus, not of the law.
    """
    head = case.heads.get(case.draft.id)
    if case.draft.identity.draft or (head and head.standing.status is Status.DICABUT):
        return
    due = (one for one in own if "unfulfilled" in one.states and not one.delegation.loose)
    waiting = [one for one in due if is_covered(case, one)]
    late = [one for one in waiting if "overdue" in one.states]
    old = [one for one in waiting if one not in late and is_old(case, as_of)]
    for code, group in (("R-10", late), ("R-09", old)):
        if group:
            clause = group[0].delegation
            words = listed(group, case.lang == "en")
            evidence = Evidence(quote(clause), None, 0.5, words, about=code)
            yield make_finding(code, evidence, case.lang)


def is_covered(case: Case, state: DelegationState) -> bool:
    """Tell whether the corpus holds enough rules of an ordered kind and region after the act."""
    own = case.draft.identity
    later = sum(
        head.identity.jenis in state.delegation.ordered
        and head.identity.wilayah in ("", own.wilayah)
        and head.identity.tahun > own.tahun
        for head in case.heads.values()
    )
    return later >= ENOUGH_RULES


def is_old(case: Case, as_of: str) -> bool:
    """Tell whether enough years have passed since an act was made."""
    year = case.draft.identity.tahun
    today = int((as_of or date.today().isoformat())[:4])
    return bool(re.fullmatch(r"\d{4}", year)) and today - int(year) >= PATIENCE_YEARS


def listed(group: list[DelegationState], english: bool) -> str:
    """Name the first open delegations, and count the others."""
    words = []
    for state in group[:LISTED]:
        clause = state.delegation
        text = OPEN[english].format(
            place=cite_path(clause.home.partition("#")[2]),
            matter=clause.matter or NO_MATTER[english],
            ordered=clause.printed,
        )
        due = in_words(state.due, "en" if english else "id")
        words.append(text + (DUE[english].format(due=due) if due else ""))
    rest = len(group) - LISTED
    return "; ".join(words) + (MORE[english].format(n=rest) if rest > 0 else "")
