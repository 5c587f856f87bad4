"""A regulation as it stands on a date: its own text with all known amendments applied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from regcheck.domain import Link, Regulation, Role
from regcheck.domain.consolidation import Act, AppliedAct, Consolidated, Ending
from regcheck.law import consolidation_edits as edits
from regcheck.law.consolidation_apply import apply_act, base_of
from regcheck.law.consolidation_edits import Edition
from regcheck.law.consolidation_tree import Origin, build_tree, to_standing
from regcheck.law.dates import date_of, is_after
from regcheck.law.status import why_ineffective


class Event(NamedTuple):
    """Something that changes the text, in the order of time; drafts come last."""

    draft: bool
    date: str
    by: str
    what: Act | Ending


def consolidate(
    base: Regulation,
    acts: Sequence[Act] = (),
    endings: Sequence[Ending] = (),
    as_of: str = "",
    drafts: Sequence[Act] = (),
    base_date: str = "",
) -> Consolidated:
    """Apply to a regulation every act that changed it, in the order of their dates.

    No wording is lost: every unit of the base, and every unit that an act quotes from it, is in
    ``units``, in ``earlier``, or named by a remark.

    Args:
        base: The regulation as enacted.
        acts: Amending acts in any order; those that do not concern the base change nothing.
        endings: Partial repeals and annulments, each of one unit.
        as_of: ISO date; later acts and endings are left out. Empty for no limit.
        drafts: Acts to apply after all others as if they were law, whatever their date.
        base_date: When the base was promulgated; its year is used where this is empty.
    """
    dates = {act.regulation.id: act.date for act in acts}
    date = base_date or date_of(base.id, {})
    edition = Edition(base.id, build_tree(base, date))
    events = list_events(base, acts, endings)
    later = dict.fromkeys(event.by for event in events if as_of and is_after(event.date, as_of))
    known = [event for event in events if event.by not in later]
    known += [
        Event(True, act.date, act.regulation.id, act) for act in drafts if concerns(act, base)
    ]
    applied = []
    for event in known:
        if isinstance(event.what, Ending):
            apply_ending(edition, event.what)
        elif is_effective(edition, event, {**dates, base.id: date}):
            apply_act(edition, event.what)
            applied.append(applied_act(event, base))
    return Consolidated(
        base.id,
        base.identity,
        as_of,
        tuple(applied),
        to_standing(edition.tree),
        tuple(edition.earlier),
        tuple(edition.remarks),
        tuple(later),
        {base.id: base, **{one.regulation.id: one.regulation for one in (*acts, *drafts)}},
    )


def list_events(base: Regulation, acts: Iterable[Act], endings: Iterable[Ending]) -> list[Event]:
    """Return what changes a regulation, oldest first; an act takes part once."""
    own = {act.regulation.id: act for act in acts if concerns(act, base)}
    events = [Event(False, act.date, id_, act) for id_, act in own.items()]
    events += [
        Event(False, one.date, one.by, one) for one in endings if base_of(one.key) == base.id
    ]
    return sorted(events, key=event_order)


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
    edition.say("ineffective", event.by, "", quoted)
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
        edition.say("ending-missing" if path else "repealed", ending.by, path)
    elif ending.op == "repeal":
        edits.delete(edition, node, origin)
    else:
        edits.annul(edition, node, origin)
