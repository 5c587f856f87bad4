"""Which units are no longer the law, although the act that printed them still is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from regcheck.domain import Amendment, Link, Role, Superseded
from regcheck.law.dates import date_of
from regcheck.law.forwarding import forward
from regcheck.law.status import counts

REPLACE, DELETE, REPEAL = "replace", "delete", "repeal"
#: Operations after which the earlier wording of their target is no longer the law.
WORDING = {"replace": REPLACE, "reword": REPLACE, "delete": DELETE}
#: Operations that concern a part beside the body, and the path that part begins with.
ANNEXES = {"gloss": "penjelasan", "lampiran": "lampiran"}


@dataclass(frozen=True, slots=True)
class Event:
    """One operation on a base: ``keys`` are the base units whose earlier wording it ends.

    ``reprints`` maps a base unit to the unit of the amending act that prints it now.
    """

    date: str
    by: str
    op: str
    keys: tuple[str, ...]
    reprints: Mapping[str, str]


class SupersededTable(Mapping[str, Superseded]):
    """Superseded units by key; looking up a unit also finds what befell a unit around it.

    >>> row = Superseded("perda/bali/2011/5#pasal-9", "delete", "perda/bali/2018/4")
    >>> SupersededTable({row.key: row})["perda/bali/2011/5#pasal-9/ayat-2"].op
    'delete'
    """

    def __init__(self, rows: Mapping[str, Superseded]) -> None:
        self.rows = dict(rows)

    def __getitem__(self, key: str) -> Superseded:
        """Return what befell the unit, or the nearest unit around it."""
        found = superseded_by(key, self.rows)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def superseded_by(key: str, table: Mapping[str, Superseded]) -> Superseded | None:
    """Return what ended a unit's wording, or that of a unit around it; ``None`` if it stands."""
    around = (key, *ancestors(key))
    return next((table[one] for one in around if one in table), None)


def ancestors(key: str) -> Iterator[str]:
    """List the keys of the units around a unit, the nearest first.

    >>> list(ancestors("perda/bali/2011/5#pasal-9/ayat-2/huruf-a"))
    ['perda/bali/2011/5#pasal-9/ayat-2', 'perda/bali/2011/5#pasal-9']
    """
    base, _, path = key.partition("#")
    while "/" in path:
        path = path.rpartition("/")[0]
        yield f"{base}#{path}"


def find_superseded(
    amendments: Iterable[tuple[str, Amendment]],
    links: Iterable[Link],
    dates: Mapping[str, str],
    as_of: str = "",
    drafts: Collection[str] = frozenset(),
) -> SupersededTable:
    """Return the units that an amendment replaced or deleted, or a partial repeal ended.

    This covers units of the base and, where a later amendment changed the same unit again or the
    base was repealed, the wording quoted by earlier amending acts. A whole act that was repealed
    is not listed: its standing says so.

    Args:
        amendments: The operations of amending acts, each with the act's id.
        links: What acts do to each other.
        dates: ISO date, or year, of acts.
        as_of: ISO date; acts dated later change nothing. Empty for no limit.
        drafts: Acts that are not law yet and change nothing.
    """
    links = tuple(links)
    effective = [
        (date_of(by, dates), by, amendment)
        for by, amendment in forward(amendments)
        if is_resolved(amendment) and counts(amending_link(by, amendment), dates, as_of, drafts)
    ]
    events = [to_event(*one) for one in sorted(effective, key=lambda one: one[:2])]
    rows = apply_events(events)
    repeals = [link for link in links if is_repeal(link) and counts(link, dates, as_of, drafts)]
    for link in repeals:
        if "#" in link.target:
            rows[link.target] = Superseded(link.target, REPEAL, link.source)
    rows |= repealed_quotations(events, repeals)
    return SupersededTable(rows)


def is_repeal(link: Link) -> bool:
    """Tell whether a link ends an act or a part of one."""
    return link.role in (Role.MENCABUT, Role.MENCABUT_SEBAGIAN)


def is_resolved(amendment: Amendment) -> bool:
    """Tell whether the act that an operation changes is known."""
    return not amendment.target.startswith("#") and bool(amendment.target)


def amending_link(by: str, amendment: Amendment) -> Link:
    """Return an operation as a link between two acts."""
    return Link(by, amendment.target, Role.MENGUBAH)


def to_event(date: str, by: str, amendment: Amendment) -> Event:
    """Work out which base units an operation touches, and where their new wording stands."""
    base, _, path = amendment.target.partition("#")
    quoted = {base_key(base, unit): unit for unit in amendment.units}
    reprints = {key: unit for key, unit in quoted.items() if key}
    op = WORDING.get(amendment.op, "")
    if amendment.op in ANNEXES and path.startswith(ANNEXES[amendment.op]):
        op = REPLACE
    keys = [amendment.target] if op and path else []
    if op != DELETE:
        # A pasal is printed anew as a whole when one of its ayat is changed or inserted.
        keys += [key for key in reprints if op or key in ancestors(amendment.target)]
    return Event(date, by, op or REPLACE, tuple(dict.fromkeys(keys)), reprints)


def base_key(base: str, unit: str) -> str:
    """Return the key in the base of a unit quoted by an amending act, empty if it has none.

    >>> base_key("perda/bali/2011/5", "perda/bali/2018/4#pasal-I/pasal-9/ayat-2")
    'perda/bali/2011/5#pasal-9/ayat-2'
    """
    _, inside, tail = unit.partition("#")[2].rpartition("/pasal-")
    return f"{base}#pasal-{tail}" if inside else ""


def apply_events(events: Iterable[Event]) -> dict[str, Superseded]:
    """Go through the operations from the oldest to the newest."""
    rows: dict[str, Superseded] = {}
    printed: dict[str, dict[str, str]] = {}
    for event in events:
        for key in event.keys:
            rows[key] = Superseded(key, event.op, event.by)
            for quotation, by in earlier_quotations(key, printed).items():
                if by != event.by:
                    rows[quotation] = Superseded(quotation, event.op, event.by)
        for key, quotation in event.reprints.items():
            printed.setdefault(key, {})[quotation] = event.by
    return rows


def earlier_quotations(key: str, printed: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the quotations, with their acts, of a base unit or of the same part of a larger one.

    When an earlier act printed the whole pasal and a later one changes an ayat, that ayat of the
    earlier quotation is ended.
    """
    found = dict(printed.get(key, {}))
    for ancestor in ancestors(key):
        rest = key.removeprefix(ancestor)
        found |= {quoted + rest: by for quoted, by in printed.get(ancestor, {}).items()}
    return found


def repealed_quotations(events: Iterable[Event], repeals: Iterable[Link]) -> dict[str, Superseded]:
    """Return the wording quoted by amending acts whose base has been repealed."""
    gone = {link.target: link.source for link in repeals if link.role is Role.MENCABUT}
    found = {}
    for event in events:
        for key, quotation in event.reprints.items():
            repealer = gone.get(key.partition("#")[0]) or gone.get(key)
            if repealer:
                found[quotation] = Superseded(quotation, REPEAL, repealer)
    return found
