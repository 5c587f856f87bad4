"""What is wrong with delegations: blanket, passed on, misplaced, double, open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from regcheck.check.delegations import find_delegation_faults
from regcheck.domain import Finding, Identity, Role, Standing, Status
from regcheck.domain.graph import Delegation, DelegationState, Edge, Fulfilment
from regcheck.settings import Settings

DRAFT, PARENT = "perda/sagara-raya/2026/9", "perda/sagara-raya/2020/5"
OTHER = "pergub/sagara-raya/2021/7"
CLAUSE = Delegation(
    key=f"{PARENT}#pasal-9/ayat-3",
    home=f"{PARENT}#pasal-9/ayat-3",
    page=4,
    text="Ketentuan lebih lanjut mengenai tata cara diatur dengan Peraturan Gubernur.",
    printed="Peraturan Gubernur",
    ordered=("pergub",),
    matter="tata cara",
)
OWN = replace(CLAUSE, key=f"{DRAFT}#pasal-9", home=f"{DRAFT}#pasal-9")
EDGE = Edge(DRAFT, f"{DRAFT}#menimbang", CLAUSE.home, Role.MELAKSANAKAN)
TIE = Fulfilment(DRAFT, "pasal", EDGE)


@pytest.fixture
def check(builder: Any) -> Any:
    """Return a check of a draft with delegations."""

    def run(*states: DelegationState, made: Identity | None = None) -> list[Finding]:
        case = builder.build()
        draft = replace(case.draft, identity=made) if made else case.draft
        case = replace(case, draft=draft, delegations=states)
        return list(find_delegation_faults(case, Settings(as_of="2026-01-31")))

    return run


def test_a_blanket_clause(check: Any) -> None:
    """Of the draft itself; another act's is not the draft's fault."""
    blanket = replace(OWN, blanket=True, matter="")
    (found,) = check(DelegationState(blanket, ("blanket",)))
    assert (found.code, found.left.key) == ("R-14", OWN.key)

    assert check(DelegationState(replace(CLAUSE, blanket=True), ("blanket",))) == []
    assert check(DelegationState(OWN, ("unfulfilled",))) == []


def test_a_matter_is_passed_on(check: Any) -> None:
    """The draft's clause stands beside the one that gave it the matter; a Perda may pass it on."""
    further = replace(OWN, printed="Keputusan Kepala Dinas", ordered=("officer",))
    state = DelegationState(CLAUSE, ("fulfilled", "subdelegated"), (TIE,), passed_on=(further,))
    assert check(state) == []
    (found,) = check(state, made=Identity("pergub", "sagara-raya", draft=True))

    assert (found.code, found.left.key) == ("R-13", OWN.key)
    assert found.right is not None
    assert found.right.key == CLAUSE.key
    elsewhere = replace(further, key=f"{OTHER}#pasal-3", home=f"{OTHER}#pasal-3")
    assert check(replace(state, passed_on=(elsewhere,))) == []


def test_a_matter_passed_on_in_many_places_is_one_row(check: Any) -> None:
    """The first clause is quoted, the others are named."""
    places = [replace(OWN, key=f"{DRAFT}#pasal-{number}") for number in range(11, 19)]
    state = DelegationState(CLAUSE, ("fulfilled", "subdelegated"), (TIE,), passed_on=tuple(places))
    (found,) = check(state, made=Identity("pergub", "sagara-raya", draft=True))

    assert found.left.key == f"{DRAFT}#pasal-11"
    assert "Pasal 12" in found.reason
    assert "dan 2 delegasi lain" in found.reason


def test_a_loose_order_is_not_called_open(check: Any, builder: Any) -> None:
    """What may be regulated, or is settled case by case, leaves nothing open."""
    made = Identity("perda", "sagara-raya", "9", "2016", "Terminal")
    for number in range(5):
        builder.register(f"pergub/sagara-raya/2018/{number}")

    assert check(DelegationState(replace(OWN, loose=True), ("unfulfilled",)), made=made) == []


def test_another_form_than_ordered(check: Any) -> None:
    """Both the order and the words by which the draft carries it out are quoted."""
    state = DelegationState(CLAUSE, ("unfulfilled", "wrong_instrument"), wrong=(TIE,))
    (found,) = check(state)

    assert found.code == "R-17"
    assert "Peraturan Gubernur" in found.reason
    assert check(replace(state, states=("fulfilled",))) == []


def test_two_rules_for_one_delegation(check: Any, builder: Any) -> None:
    """The other rule is named; rivals that do not concern the draft are not."""
    builder.register(OTHER, "Tata Cara")
    other = Fulfilment(OTHER, "pasal", replace(EDGE, source=OTHER))
    pair = frozenset((DRAFT, OTHER))
    state = DelegationState(CLAUSE, ("fulfilled", "double"), (TIE, other), rivals=(pair,))
    (found,) = check(state)

    assert found.code == "R-18"
    assert found.right is not None
    assert found.right.key == OTHER
    foreign = frozenset((OTHER, "pergub/sagara-raya/2022/1"))
    assert check(replace(state, rivals=(foreign,))) == []


@pytest.mark.parametrize(
    ("states", "code"),
    [(("unfulfilled",), "R-09"), (("unfulfilled", "overdue"), "R-10")],
)
def test_what_an_act_leaves_open(
    check: Any, builder: Any, states: tuple[str, ...], code: str
) -> None:
    """One row for an act in force, where the corpus could show the rule."""
    made = Identity("perda", "sagara-raya", "9", "2016", "Terminal")
    open_ = DelegationState(OWN, states, due="2017-03-01" if "overdue" in states else "")
    assert check(open_, made=made) == []

    for number in range(5):
        builder.register(f"pergub/sagara-raya/2018/{number}")
    (found,) = check(open_, open_, made=made)
    assert found.code == code
    assert "korpus" in found.reason
    assert "tidak ada" not in found.reason
    assert check(open_, made=replace(made, draft=True)) == []


def test_a_repealed_or_young_act_leaves_nothing_open(check: Any, builder: Any) -> None:
    """Nobody need carry out what is repealed; a young act has time."""
    for number in range(5):
        builder.register(f"pergub/sagara-raya/2025/{number}")
    young = Identity("perda", "sagara-raya", "9", "2024", "Terminal")
    assert check(DelegationState(OWN, ("unfulfilled",)), made=young) == []

    builder.register(DRAFT)
    head = builder.heads[DRAFT]
    builder.heads[DRAFT] = replace(head, standing=Standing(DRAFT, Status.DICABUT, (PARENT,)))
    old = replace(young, tahun="2010")
    assert check(DelegationState(OWN, ("unfulfilled",)), made=old) == []
