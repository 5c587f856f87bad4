"""Which acts are in force on a date, worked out from what other acts do to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from regcheck import instruments
from regcheck.domain import Link, Role, Standing, Status
from regcheck.law.dates import date_of, is_after, year_of
from regcheck.law.hierarchy import comparable, outranks, to_kind

#: How the ids of drafts begin where an act has its number, and those of acts without any.
DRAFT_NUMBER = "rancangan"
NO_IDENTITY = "tanpa-identitas"
#: From then on a decision can no longer lay down rules (UU 12/2011 Pasal 100 with Pasal 103).
LAST_REGULATING_DECISION = "2011"

STATUS_OF = {
    Role.MENGUBAH: Status.DIUBAH,
    Role.MENCABUT_SEBAGIAN: Status.DICABUT_SEBAGIAN,
    Role.MENCABUT: Status.DICABUT,
}
#: The graver status hides the lighter.
GRAVITY = list(Status)


class Change(NamedTuple):
    """What one act did to another: the status it gave, with the date."""

    date: str
    by: str
    base: str
    status: Status


def find_standings(
    ids: Iterable[str],
    links: Iterable[Link],
    dates: Mapping[str, str],
    as_of: str = "",
    drafts: Collection[str] = frozenset(),
) -> Mapping[str, Standing]:
    """Return the standing of every act on a date, absent acts that another one changed included.

    A draft changes nothing, nor does an act that may be one. A repealed repealer does not revive
    what it repealed (UU 12/2011 Lampiran II no. 229). Changes that the law does not allow count
    for nothing (see ``find_ineffective``).

    Args:
        ids: The acts of the corpus; each gets a standing.
        links: What acts do to each other.
        dates: ISO date, or year, of acts; the year in the id is used where there is none.
        as_of: ISO date; acts dated later change nothing. Empty for no limit.
        drafts: Acts that are not law yet and change nothing.
    """
    found = {id_: Standing(id_, Status.BERLAKU) for id_ in ids}
    changes = sorted(set(find_changes(links, dates, as_of, drafts)))
    for change in changes:
        known = found.get(change.base) or Standing(change.base, Status.BERLAKU)
        found[change.base] = add_change(known, change)
    return found


def add_change(standing: Standing, change: Change) -> Standing:
    """Return a standing after one more change."""
    before, now = GRAVITY.index(standing.status), GRAVITY.index(change.status)
    if now < before:
        return standing
    earlier = standing.by if now == before else ()
    by = earlier if change.by in earlier else (*earlier, change.by)
    return Standing(standing.id, change.status, by)


def find_changes(
    links: Iterable[Link],
    dates: Mapping[str, str],
    as_of: str = "",
    drafts: Collection[str] = frozenset(),
) -> Iterable[Change]:
    """List the changes of acts that count on a date."""
    for link in links:
        if link.role in STATUS_OF and counts(link, dates, as_of, drafts):
            base, _, path = link.target.partition("#")
            status = STATUS_OF[link.role]
            if path and status is Status.DICABUT:
                status = Status.DICABUT_SEBAGIAN
            yield Change(date_of(link.source, dates), link.source, base, status)


def counts(
    link: Link, dates: Mapping[str, str], as_of: str = "", drafts: Collection[str] = frozenset()
) -> bool:
    """Tell whether an act's change of another has effect on a date."""
    return (
        not may_be_draft(link.source, dates, drafts)
        and not (as_of and is_after(date_of(link.source, dates), as_of))
        and why_ineffective(link, dates) == ""
    )


def may_be_draft(regulation_id: str, dates: Mapping[str, str], drafts: Collection[str]) -> bool:
    """Tell whether an act is a draft, or has neither an identity nor a date to show otherwise.

    >>> may_be_draft("perda/bali/2026/rancangan-0123abcd", {}, ())
    True
    """
    unknown = regulation_id.startswith(f"{NO_IDENTITY}/") and not dates.get(regulation_id)
    return unknown or is_draft(regulation_id, drafts)


def is_draft(regulation_id: str, drafts: Collection[str]) -> bool:
    """Tell whether an act is known to be a draft.

    >>> is_draft("perda/bali/2026/rancangan-0123abcd", ()), is_draft("tanpa-identitas/0123", ())
    (True, False)
    """
    number = regulation_id.rpartition("/")[2]
    return regulation_id in drafts or number.startswith(DRAFT_NUMBER)


def find_ineffective(
    links: Iterable[Link], dates: Mapping[str, str]
) -> tuple[tuple[Link, str], ...]:
    """List the amendments and repeals that count for nothing, each with its reason.

    The reason is ``rank`` (a lower act cannot change a higher one: UU 12/2011 Lampiran II nos.
    158 and 223), ``decision`` (a decision cannot change a regulation), ``region`` (another
    region's act), ``date`` (the act is older than what it changes) or ``self``.

    >>> link = Link("pergub/bali/2019/2", "perda/bali/2012/3", Role.MENCABUT)
    >>> [reason for _, reason in find_ineffective([link], {})]
    ['rank']
    """
    return tuple(
        (link, reason)
        for link in links
        if link.role in STATUS_OF and (reason := why_ineffective(link, dates))
    )


def why_ineffective(link: Link, dates: Mapping[str, str]) -> str:
    """Return why a change counts for nothing; empty if it does count."""
    source, base = link.source, link.target.partition("#")[0]
    if source == base:
        return "self"
    if is_later_decision(source) and instruments.is_regulation(to_kind(base)[0]):
        return "decision"
    if outranks(base, source):
        return "rank"
    if not comparable(source, base):
        return "region"
    return "date" if is_older(source, base, dates) else ""


def is_older(first: str, second: str, dates: Mapping[str, str]) -> bool:
    """Tell whether the first act is surely older than the second.

    The years in the ids decide where there are two: a misread date is commoner than a misread
    number of an act.
    """
    years = year_of(first), year_of(second)
    if all(years):
        return years[0] < years[1]
    return is_after(date_of(second, dates), date_of(first, dates))


def is_later_decision(regulation_id: str) -> bool:
    """Tell whether an act is a decision made when decisions no longer laid down rules."""
    jenis, _ = to_kind(regulation_id)
    known = instruments.instrument(jenis) is not None
    decision = known and not instruments.is_regulation(jenis)
    return decision and year_of(regulation_id) > LAST_REGULATING_DECISION
