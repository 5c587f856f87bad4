"""What became of delegations: which acts of a corpus carry them out, and what is amiss."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from regcheck import instruments
from regcheck.domain import Identity, Role, Superseded
from regcheck.domain.graph import Delegation, DelegationState, Edge, Fulfilment
from regcheck.law import titles
from regcheck.law.commencement import add
from regcheck.law.dates import date_of, is_after, is_full
from regcheck.law.delegation_matters import (
    are_alike,
    carries_whole,
    is_other_level,
    is_within,
    speaks_of,
)
from regcheck.law.delegations import OFFICER
from regcheck.law.graph_paths import base_of, overlaps
from regcheck.law.hierarchy import comparable, to_kind
from regcheck.law.status import may_be_draft
from regcheck.law.superseded import superseded_by

#: The kinds that may stand for another: ministers' rules for a bare *Peraturan Menteri*, a Qanun
#: and the special Perda of Papua and Yogyakarta for a Perda.
STANDS_FOR: Mapping[str, tuple[str, ...]] = {
    "permen": ("permen",), "kepmen": ("kepmen",),
    "perda": ("qanun", "perdais", "perdasus", "perdasi"),
}  # fmt: skip
#: A Perda makes law in its own right, and may leave details to the head of the region.
PERDA = ("perda", *STANDS_FOR["perda"])
#: A decision before this year may be what was then ordered as a rule (UU 12/2011 Pasal 100).
DECISIONS_RULED_UNTIL = "2011"


@dataclass(frozen=True)
class Library:
    """The acts among which fulfilments are sought, and their citations.

    ``gone`` are the acts no longer in force, ``ended`` the units whose wording another act replaced
    or deleted; ``delegations`` all that acts of the library order; ``made`` is a draft that counts
    as made.
    """

    identities: Mapping[str, Identity]
    edges: Sequence[Edge]
    dates: Mapping[str, str] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    delegations: Sequence[Delegation] = ()
    made: str = ""
    ended: Mapping[str, Superseded] = field(default_factory=dict)

    @cached_property
    def ties(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges by which acts of the library carry out, or rest on, each act."""
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            bond = edge.role in (Role.MELAKSANAKAN, Role.DASAR_HUKUM)
            if bond and not edge.own and edge.source in self.identities:
                found[edge.base].append(edge)
        return {id_: tuple(edges) for id_, edges in found.items()}

    @cached_property
    def joined(self) -> frozenset[tuple[str, str]]:
        """The pairs of acts of which one changes, repeals or replaces the other."""
        deeds = (Role.MENGUBAH, Role.MENCABUT, Role.MENCABUT_SEBAGIAN)
        return frozenset((one.source, one.base) for one in self.edges if one.role in deeds)

    @cached_property
    def orders(self) -> Mapping[str, tuple[Delegation, ...]]:
        """The delegations that each act prints."""
        found: dict[str, list[Delegation]] = defaultdict(list)
        for one in self.delegations:
            found[base_of(one.key)].append(one)
        return {id_: tuple(given) for id_, given in found.items()}


def find_states(
    delegations: Iterable[Delegation], library: Library, as_of: str
) -> tuple[DelegationState, ...]:
    """Say of each delegation what became of it on a date, as far as the library shows.

    What is not found in the library may exist all the same. A blanket clause orders nothing that
    could be looked for: it is only marked.
    """
    return tuple(find_state(one, library, as_of) for one in delegations)


def find_state(delegation: Delegation, library: Library, as_of: str) -> DelegationState:
    """Say of one delegation what became of it on a date.

    An order of an act, or a provision, that is no longer law is lapsed, whatever was made of it.
    What only rests on the act, by a title that speaks of the matter, is likely to carry it out.
    """
    due = due_date(delegation, library.dates)
    if delegation.blanket:
        return DelegationState(delegation, ("blanket",), due=due)
    found = find_fulfilments(delegation, library, as_of)
    right = tuple(one for one in found if is_ordered(one.id, delegation.ordered))
    if delegation.act in library.gone or superseded_by(delegation.key, library.ended):
        return DelegationState(delegation, ("lapsed",), right, due=due)
    wrong = tuple(one for one in found if one not in right and is_wrong(one, delegation, library))
    passed = () if delegation.passable else passed_on(delegation, right, library)
    open_ = not (right or delegation.loose or is_for_many(delegation))
    pairs = rivals(right, library)
    sure = any(one.how != "basis" for one in right)
    states = {
        "fulfilled": sure,
        "likely": bool(right) and not sure,
        "unfulfilled": not right,
        "overdue": open_ and is_full(due) and is_after(as_of, due),
        "wrong_instrument": bool(wrong) and not right,
        "double": bool(pairs),
        "subdelegated": bool(passed),
    }
    named = tuple(name for name, holds in states.items() if holds)
    return DelegationState(delegation, named, right, wrong, passed, pairs, due)


def is_for_many(delegation: Delegation) -> bool:
    """Tell whether an act of the whole country orders a rule of every region.

    Then what one region has, or lacks, says nothing of the others.
    """
    known = [instruments.instrument(slug) for slug in delegation.ordered]
    regional = any(one is not None and one.regional for one in known)
    return regional and not to_kind(delegation.key)[1]


def due_date(delegation: Delegation, dates: Mapping[str, str]) -> str:
    """Return the day by which a delegation was to be carried out, empty where none is set."""
    if not delegation.count:
        return ""
    return add(date_of(base_of(delegation.key), dates), delegation.count, delegation.unit)


def find_fulfilments(
    delegation: Delegation, library: Library, as_of: str = ""
) -> tuple[Fulfilment, ...]:
    """List the acts in force that carry out a delegation, each with the surest sign of it."""
    found: dict[str, Fulfilment] = {}
    for edge in library.ties.get(delegation.act, ()):
        if not may_carry_out(edge.source, delegation, library, as_of):
            continue
        how = sign_of(edge, delegation, library)
        known = found.get(edge.source)
        if how and (known is None or SURE.index(how) < SURE.index(known.how)):
            found[edge.source] = Fulfilment(edge.source, how, edge)
    return tuple(found.values())


#: The signs that an act carries out a delegation, the surest first.
SURE = ("pasal", "act", "basis")


def may_carry_out(id_: str, delegation: Delegation, library: Library, as_of: str) -> bool:
    """Tell whether an act in force could carry out a delegation: of its region, and not older."""
    if id_ in library.gone or id_ in library.drafts or id_ == delegation.act:
        return False
    draft = id_ != library.made and may_be_draft(id_, library.dates, library.drafts)
    if draft or not comparable(id_, delegation.act) or is_other_level(id_, delegation.matter):
        return False
    date = date_of(id_, library.dates)
    older = is_after(date_of(delegation.act, library.dates), date)
    return not older and not (as_of and is_after(date, as_of))


def sign_of(edge: Edge, delegation: Delegation, library: Library) -> str:
    """Return by what sign an act that is tied to the ordering one carries out the delegation."""
    title = library.identities[edge.source].tentang
    parent = library.identities.get(delegation.act, Identity()).tentang
    if edge.role is Role.MELAKSANAKAN and edge.target != edge.base:
        return "pasal" if overlaps(edge.target, delegation.home) else ""
    if titles.changed_act(title)[0]:
        return ""
    if speaks_of(title, delegation.matter, parent):
        return "act" if edge.role is Role.MELAKSANAKAN else "basis"
    whole = titles.is_procedure(title) and carries_whole(title, parent, delegation.act)
    return "act" if whole else ""


def is_ordered(id_: str, ordered: Iterable[str]) -> bool:
    """Tell whether an act is of a kind that was ordered.

    >>> is_ordered("permenkes/2019/4", ("permen",)), is_ordered("kepgub/bali/2020/7", ("pergub",))
    (True, False)
    >>> is_ordered("perbssn/2020/8", (OFFICER,))
    True
    """
    kind = to_kind(id_)[0]
    if OFFICER in ordered and is_of_agency(kind):
        return True
    return any(kind == slug or kind.startswith(STANDS_FOR.get(slug, ("//",))) for slug in ordered)


def is_of_agency(kind: str) -> bool:
    """Tell whether a kind is the rule of a national agency, or of its head.

    >>> is_of_agency("perbssn"), is_of_agency("perkabkn"), is_of_agency("pergub")
    (True, True, False)
    """
    code = kind.removeprefix("per").removeprefix("ka")
    return kind.startswith("per") and code in instruments.tables().agencies.values()


def is_wrong(one: Fulfilment, delegation: Delegation, library: Library) -> bool:
    """Tell whether an act carries out a delegation in a form that was not ordered.

    It must say that it carries out the very provision, and that provision order no other rule. A
    rule of higher rank may always take a matter to itself.
    """
    if one.how != "pasal" or OFFICER in delegation.ordered:
        return False
    kind, place = to_kind(one.id)
    orders = [
        d for d in library.orders.get(delegation.act, ()) if overlaps(d.home, one.edge.target)
    ]
    if any(is_ordered(one.id, other.ordered) for other in orders):
        return False
    wanted = [instruments.rank(slug, place) for slug in delegation.ordered]
    rank = instruments.rank(kind, place)
    if rank is None:
        return is_later_decision(one.id, library)
    return all(other is not None and rank > other for other in wanted)


def is_later_decision(id_: str, library: Library) -> bool:
    """Tell whether an act is a decision of a time when decisions laid down no rules."""
    known = instruments.instrument(to_kind(id_)[0])
    year = date_of(id_, library.dates)[:4]
    return known is not None and not known.regulation and year > DECISIONS_RULED_UNTIL


def rivals(right: Sequence[Fulfilment], library: Library) -> tuple[frozenset[str], ...]:
    """Return the pairs of acts that claim one delegation for one matter side by side."""
    sure = [one.id for one in right if one.how == "pasal"]
    pairs = combinations(sure, 2)
    return tuple(frozenset(pair) for pair in pairs if are_rivals(*pair, library))


def are_rivals(one: str, other: str, library: Library) -> bool:
    """Tell whether two acts regulate one matter, and neither changes or replaces the other."""
    joined = library.joined & {(one, other), (other, one)}
    first, second = (library.identities[id_].tentang for id_ in (one, other))
    if joined or titles.changed_act(first)[0] or titles.changed_act(second)[0]:
        return False
    if titles.series(first)[0] or titles.series(second)[0]:
        return False
    return are_alike(first, second)


def passed_on(
    delegation: Delegation, right: Iterable[Fulfilment], library: Library
) -> tuple[Delegation, ...]:
    """Return the clauses by which acts leave a matter that they were to regulate to others.

    UU 12/2011 Lampiran II nos. 201 and 203: *diatur dengan* allows no further delegation. All of
    an act that carries out one provision is its matter; of one that carries out several, only the
    clauses that speak of the same thing are meant.
    """
    return tuple(
        order
        for one in right
        if one.how == "pasal"
        for order in library.orders.get(one.id, ())
        if is_passing_on(order)
        and (
            claims(one.id, delegation.act, library) == 1
            or is_within(order.matter, delegation.matter)
        )
    )


def claims(id_: str, parent: str, library: Library) -> int:
    """Return how many provisions of an act another says that it carries out."""
    ties = library.ties.get(parent, ())
    bonds = [tie for tie in ties if tie.source == id_ and tie.role is Role.MELAKSANAKAN]
    return len({tie.target for tie in bonds})


def is_passing_on(order: Delegation) -> bool:
    """Tell whether a clause leaves a matter to a lower maker than the one of its act.

    A rule for each case lays down nothing of the matter itself.
    """
    place = to_kind(order.key)
    own = instruments.rank(*place)
    if own is None or order.blanket or order.loose or place[0] in PERDA:
        return False
    for slug in order.ordered:
        rank = instruments.rank(slug, place[1])
        if slug == OFFICER or (rank is not None and rank > own):
            return True
    return False
