"""A regulation as it stands on a date: its own text with all known amendments applied."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from regcheck.domain import Amendment, Link, Regulation, Role
from regcheck.domain.consolidation import (
    NO_CHANGES,
    Act,
    AppliedAct,
    Changes,
    Consolidated,
    Ending,
)
from regcheck.law import consolidation_edits as edits
from regcheck.law.consolidation_apply import apply_act
from regcheck.law.consolidation_edits import Edition
from regcheck.law.consolidation_job import base_of
from regcheck.law.consolidation_remarks import Said
from regcheck.law.consolidation_tree import Origin, build_tree, to_standing
from regcheck.law.dates import date_of, is_after
from regcheck.law.status import counts, why_ineffective


class Event(NamedTuple):
    """Something that changes the text, in the order of time; drafts come last."""

    draft: bool
    date: str
    by: str
    what: Act | Ending


def consolidate(
    base: Regulation, changes: Changes = NO_CHANGES, as_of: str = "", base_date: str = ""
) -> Consolidated:
    """Apply to a regulation every act that changed it, in the order of their dates.

    No wording is lost: every unit of the base, and every unit that an act quotes from it, is in
    ``units``, in ``earlier``, or named by a remark (see ``lost_units``).

    Args:
        base: The regulation as enacted.
        changes: What changed it; acts that do not concern the base change nothing.
        as_of: ISO date; later acts and endings are left out. Empty for no limit.
        base_date: When the base was promulgated; its year is used where this is empty.
    """
    dates = {act.regulation.id: act.date for act in changes.acts}
    dates[base.id] = base_date or date_of(base.id, {})
    edition = Edition(base.id, build_tree(base, dates[base.id]))
    events = list_events(base, changes)
    later = {event.by for event in events if as_of and is_after(event.date, as_of)}
    events = [event for event in events if event.draft or event.by not in later]
    applied = []
    for event in events:
        if isinstance(event.what, Ending):
            apply_ending(edition, event.what)
        elif is_effective(edition, event, dates):
            apply_act(edition, event.what)
            applied.append(applied_act(event, base))
    for act in changes.unread if not as_of else ():
        edition.say(Said("act-unread", act))
    acts = (*changes.acts, *changes.drafts)
    return Consolidated(
        id=base.id,
        identity=base.identity,
        as_of=as_of,
        acts=tuple(applied),
        units=to_standing(edition.tree),
        earlier=tuple(edition.earlier),
        remarks=tuple(edition.remarks),
        later=tuple(sorted(later)),
        sources={base.id: base, **{act.regulation.id: act.regulation for act in acts}},
    )


def list_events(base: Regulation, changes: Changes) -> list[Event]:
    """Return what changes a regulation, oldest first; an act takes part once, drafts come last."""
    own = {act.regulation.id: act for act in changes.acts if concerns(act, base)}
    events = [Event(False, act.date, id_, act) for id_, act in own.items()]
    events += [
        Event(False, one.date, one.by, one)
        for one in changes.endings
        if base_of(one.key) == base.id
    ]
    drafts = [
        Event(True, act.date, act.regulation.id, act)
        for act in changes.drafts
        if concerns(act, base)
    ]
    return [*sorted(events, key=event_order), *drafts]


def find_endings(
    links: Iterable[Link],
    base: str,
    dates: Mapping[str, str],
    drafts: Collection[str] = frozenset(),
) -> tuple[Ending, ...]:
    """Return what repeals did to a regulation, from the links between acts.

    A repeal of the whole has the id of the regulation as its key. Repeals that the law does not
    allow, and those of drafts, are left out.

    Args:
        links: What acts do to each other.
        base: The id of the regulation.
        dates: ISO date, or year, of acts.
        drafts: Acts that are not law yet.
    """
    repeals = (Role.MENCABUT, Role.MENCABUT_SEBAGIAN)
    found = {
        Ending(link.target, op_of(link), link.source, date_of(link.source, dates)): None
        for link in links
        if link.role in repeals and base_of(link.target) == base
        if counts(link, dates, "", drafts)
    }
    return tuple(found)


def find_unread(
    links: Iterable[Link],
    amendments: Iterable[tuple[str, Amendment]],
    drafts: Collection[str] = frozenset(),
) -> dict[str, tuple[str, ...]]:
    """Return by regulation the acts that amend it by their title, but order nothing of it.

    Their instructions could not be read, or stand in words that no rule knows.
    """
    ordered = {(by, base_of(one.target)) for by, one in amendments}
    found: dict[str, dict[str, None]] = {}
    for link in links:
        pair = link.source, base_of(link.target)
        titled = link.holder.partition("#")[2] in ("", "memutuskan")
        if link.role is not Role.MENGUBAH or not titled or pair in ordered:
            continue
        if link.source not in drafts and link.source != pair[1]:
            found.setdefault(pair[1], {})[link.source] = None
    return {base: tuple(acts) for base, acts in found.items()}


def op_of(link: Link) -> str:
    """Return how a repeal ends something; one that does not say which part ends none of them."""
    whole = "#" not in link.target
    return "repeal-part" if whole and link.role is Role.MENCABUT_SEBAGIAN else "repeal"


def event_order(event: Event) -> tuple[str, str, int]:
    """Return the order in time; an act amends before it, or one of the same day, repeals."""
    return event.date, event.by, int(isinstance(event.what, Ending))


def concerns(act: Act, base: Regulation) -> bool:
    """Tell whether an act orders something of a regulation."""
    return act.regulation.id != base.id and any(
        base_of(one.amendment.target) == base.id for one in act.operations
    )


def is_effective(edition: Edition, event: Event, dates: dict[str, str]) -> bool:
    """Tell whether the law lets an act change the base; if not, say so and keep what it quotes."""
    act = event.what
    assert isinstance(act, Act)
    link = Link(event.by, edition.base, Role.MENGUBAH)
    if event.draft or act.draft or not why_ineffective(link, dates):
        return True
    quoted = [u.key for u in act.regulation.units if base_of(u.target) == edition.base]
    edition.say(Said("ineffective", event.by, "", tuple(quoted)))
    return False


def applied_act(event: Event, base: Regulation) -> AppliedAct:
    """Describe an act that was applied."""
    act = event.what
    assert isinstance(act, Act)
    count = sum(base_of(one.amendment.target) == base.id for one in act.operations)
    tentang = act.regulation.identity.tentang
    return AppliedAct(event.by, event.date, count, tentang, event.draft or act.draft)


def apply_ending(edition: Edition, ending: Ending) -> None:
    """End a unit by repeal, leaving its number, or mark it as annulled, leaving its words."""
    path = ending.key.partition("#")[2]
    node = edition.tree.find(path) if path else None
    origin = Origin(ending.by, ending.date, ending.op)
    if node is None:
        whole = "partly-repealed" if ending.op == "repeal-part" else "repealed"
        edition.say(Said("ending-missing" if path else whole, ending.by, path))
    elif ending.op == "repeal":
        edits.delete(edition, node, origin)
    else:
        edits.annul(edition, node, origin)
