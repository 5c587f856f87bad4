"""The status of one regulation on a date, pasal by pasal, with the sentence each rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from regcheck.domain import Bygone, Link, Role, Status, Superseded
from regcheck.domain.graph import Edge, Force, Proof, Reason, UnitForce
from regcheck.law.commencement import Commencement, Start
from regcheck.law.dates import date_of, is_after
from regcheck.law.graph_paths import base_of, parents_of
from regcheck.law.status import GRAVITY, STATUS_OF, counts, is_draft

KIND_OF = {
    Status.DIUBAH: "amended", Status.DICABUT_SEBAGIAN: "partly_repealed",
    Status.DICABUT: "repealed",
}  # fmt: skip
UNIT_STATUS = {"replace": Status.DIUBAH, "delete": Status.DICABUT, "repeal": Status.DICABUT}


@dataclass(frozen=True)
class LawState:
    """What is known of the law around one regulation.

    ``starts`` has the commencement of it and of the acts that change it; ``annulled`` what courts
    did to it or its units, by key; ``superseded`` its units whose text another act replaced;
    ``hint`` what a catalogue says of it; ``known`` what the built-in register says.
    """

    edges: tuple[Edge, ...]
    dates: Mapping[str, str] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    starts: Mapping[str, Commencement] = field(default_factory=dict)
    annulled: tuple[tuple[str, Reason], ...] = ()
    superseded: Mapping[str, Superseded] = field(default_factory=dict)
    hint: str = ""
    known: Bygone | None = None

    def effective(self, id_: str) -> str:
        """Return the day from which what an act does counts, as far as it is known."""
        start = self.starts.get(id_)
        return (start.general.date if start else "") or date_of(id_, self.dates)


Prove = Callable[[Edge], Proof | None]


def find_force(id_: str, state: LawState, as_of: str, prove: Prove) -> Force:
    """Return the status of a regulation on a date, and of the units that have another.

    A repealed repealer revives nothing (UU 12/2011 Lampiran II no. 229), and what the law does not
    allow counts for nothing (see ``status.find_ineffective``). A catalogue's word never beats a
    repeal found in text; where it says more than the texts do, it is only shown. The built-in
    register speaks only where no text ends the regulation.

    Args:
        id_: The regulation.
        state: What is known of it and its changes.
        as_of: ISO date; what comes into force later changes nothing.
        prove: Gives the sentence of an edge.
    """
    found = [*own_reasons(id_, state, as_of), *changes(id_, state, as_of, prove)]
    found += [(key, Status.TIDAK_MENGIKAT, reason) for key, reason in state.annulled]
    found += known_end(id_, state)
    found = [one for one in found if not (as_of and is_after(one[2].date, as_of)) or is_start(one)]
    whole = [(status, reason) for key, status, reason in found if key == id_]
    status = max((one for one, _ in whole), key=GRAVITY.index, default=Status.BERLAKU)
    if status is Status.BERLAKU and any(key != id_ for key, _, _ in found):
        status = partial_status(found)
    start = state.starts.get(id_)
    return Force(
        id=id_,
        as_of=as_of,
        status=status if found or start else None,
        since=start.general.date if start else "",
        reasons=tuple(dict.fromkeys(reason for one, reason in whole if one is status)),
        units=tuple(unit_forces(id_, found)),
        hint=state.hint if differs(state.hint, status) or not (found or start) else "",
    )


Found = tuple[str, Status, Reason]


def is_start(found: Found) -> bool:
    """Tell whether something lies in the future because it has not begun."""
    return found[1] is Status.BELUM_BERLAKU


def partial_status(found: Iterable[Found]) -> Status:
    """Return the status of a regulation some of whose units have another one."""
    kinds = {status for _, status, _ in found}
    if kinds & {Status.DICABUT, Status.DICABUT_SEBAGIAN}:
        return Status.DICABUT_SEBAGIAN
    return Status.DIUBAH if Status.DIUBAH in kinds else Status.BERLAKU


def own_reasons(id_: str, state: LawState, as_of: str) -> Iterator[Found]:
    """List what a regulation says of itself: that it, or a part of it, has not begun."""
    if is_draft(id_, state.drafts):
        yield id_, Status.BELUM_BERLAKU, Reason("unpromulgated", id_, "")
    start = state.starts.get(id_)
    if start is None or not as_of:
        return
    for key, one in ((id_, start.general), *start.pasal.items()):
        # Whatever its clause says, an act is not in force before it is made.
        day = one.date or date_of(id_, state.dates)
        if is_after(day, as_of):
            yield key, Status.BELUM_BERLAKU, start_reason(id_, replace(one, date=day))


def start_reason(id_: str, start: Start) -> Reason:
    """Return a clause of commencement as a reason."""
    return Reason("commencement", id_, start.date, start.proof)


def changes(id_: str, state: LawState, as_of: str, prove: Prove) -> Iterator[Found]:
    """List what other acts did to a regulation and its units, as far as it counts on a date."""
    days = {**state.dates, **{one: state.effective(one) for one in state.starts if one != id_}}
    acts: dict[str, Edge] = {}
    told: set[tuple[str, str, Role]] = set()
    for edge in sorted(state.edges, key=is_told):
        place = (edge.source, edge.target, edge.role)
        if edge.base != id_ or edge.role not in STATUS_OF or place in told:
            continue
        told.add(place)
        link = Link(edge.source, edge.target, edge.role, edge.holder)
        if not counts(link, days, as_of, state.drafts):
            continue
        acts.setdefault(edge.source, edge)
        status = STATUS_OF[edge.role]
        if edge.target != id_ and status is Status.DICABUT_SEBAGIAN:
            status = Status.DICABUT
        reason = Reason(KIND_OF[status], edge.source, date_of(edge.source, days), prove(edge))
        yield edge.target, status, reason
        if edge.target != id_ and (edge.source, id_, edge.role) not in told:
            whole = to_whole(edge.role)
            yield id_, whole, replace(reason, kind=KIND_OF[whole])
            told.add((edge.source, id_, edge.role))
    yield from replaced(id_, state, acts, prove)


def known_end(id_: str, state: LawState) -> Iterator[Found]:
    """Say what the built-in register says, where no text tells of the end of the regulation.

    A text that ends it later than the date that is asked for speaks for that date too.
    """
    one = state.known
    if one and not any(ends(id_, edge, state) for edge in state.edges):
        kind = "annulled" if one.status is Status.TIDAK_MENGIKAT else "repealed"
        yield id_, one.status, Reason(kind, one.by, one.since, known=one)


def ends(id_: str, edge: Edge, state: LawState) -> bool:
    """Tell whether an edge is the repeal of a whole regulation, whenever it takes effect."""
    link = Link(edge.source, edge.target, edge.role, edge.holder)
    whole = edge.role is Role.MENCABUT and edge.target == id_
    return whole and counts(link, state.dates, drafts=state.drafts)


def is_told(edge: Edge) -> bool:
    """Tell whether an edge only tells of a change; the clause that makes it is the better proof."""
    return "#pasal" not in edge.holder and "#memutuskan" not in edge.holder


def to_whole(role: Role) -> Status:
    """Return what a change of a unit makes of its regulation."""
    return Status.DIUBAH if role is Role.MENGUBAH else Status.DICABUT_SEBAGIAN


def replaced(id_: str, state: LawState, acts: Mapping[str, Edge], prove: Prove) -> Iterator[Found]:
    """List the units whose text an amending act replaced or deleted."""
    for key, one in state.superseded.items():
        if base_of(key) == id_ and one.by in acts:
            status = UNIT_STATUS.get(one.op, Status.DIUBAH)
            date, proof = state.effective(one.by), prove(acts[one.by])
            yield key, status, Reason(KIND_OF[status], one.by, date, proof)


def unit_forces(id_: str, found: Iterable[Found]) -> Iterator[UnitForce]:
    """List the status of each unit that has one of its own, the gravest; inner ones follow."""
    by_key: dict[str, list[tuple[Status, Reason]]] = {}
    for key, status, reason in found:
        if key != id_:
            by_key.setdefault(key, []).append((status, reason))
    for key, given in by_key.items():
        status = max((one for one, _ in given), key=GRAVITY.index)
        if any(has_status(by_key.get(parent, ()), status) for parent in parents_of(key)):
            continue
        reasons = dict.fromkeys(reason for one, reason in given if one is status)
        yield UnitForce(key, status, tuple(reasons))


def has_status(given: Iterable[tuple[Status, Reason]], status: Status) -> bool:
    """Tell whether a status is among those given."""
    return any(one is status for one, _ in given)


def differs(hint: str, status: Status) -> bool:
    """Tell whether a catalogue says otherwise than the texts.

    >>> differs("tidak berlaku", Status.BERLAKU), differs("berlaku", Status.DIUBAH)
    (True, False)
    """
    gone = status in (Status.DICABUT, Status.TIDAK_MENGIKAT)
    return bool(hint) and says_gone(hint) != gone


def says_gone(hint: str) -> bool:
    """Tell whether a catalogue's word means that an act is no longer in force.

    >>> says_gone("Tidak Berlaku"), says_gone("Dicabut"), says_gone("Berlaku")
    (True, True, False)
    """
    return hint.lower().startswith("tidak") or "cabut" in hint.lower()
