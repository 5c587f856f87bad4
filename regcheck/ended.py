"""The corridor to units that are no more at their number: deleted, repealed, or moved away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from regcheck.dated import dates_of, drafts_of
from regcheck.domain import Amendment, Regulation, Superseded
from regcheck.law import SupersededTable, find_superseded
from regcheck.law.status import counts
from regcheck.law.superseded import amending_link
from regcheck.parse import find_operations
from regcheck.store import Corpus

MOVE = "move"
Orders = Iterable[tuple[str, Amendment]]


def list_ended(corpus: Corpus, as_of: str = "") -> SupersededTable:
    """Return, by key, the units of a corpus whose printed text is no longer law, moves included.

    A unit that got another number is listed under its old one, with the key that it has now.
    """
    identities = corpus.identities()
    dates, drafts = dates_of(identities), drafts_of(identities)
    orders = corpus.amendments()
    table = find_superseded(orders, corpus.links(), dates, as_of, drafts)
    moved = find_moved(orders, corpus.regulation, dates, as_of, drafts)
    return SupersededTable({**{one.key: one for one in moved}, **table.rows})


def find_moved(
    orders: Orders,
    read: Callable[[str], Regulation],
    dates: Mapping[str, str],
    as_of: str = "",
    drafts: Collection[str] = frozenset(),
) -> Iterator[Superseded]:
    """List the units that an amending act gave another number, by the key they had.

    Args:
        orders: The operations of amending acts, each with the act's id.
        read: Gives an amending act; only those that renumber are asked for.
        dates: ISO date, or year, of acts.
        as_of: ISO date; acts dated later change nothing. Empty for no limit.
        drafts: Acts that are not law yet and change nothing.
    """
    renumbering = dict.fromkeys(
        by
        for by, one in orders
        if one.op == "renumber" and counts(amending_link(by, one), dates, as_of, drafts)
    )
    for by in renumbering:
        for operation in find_operations(read(by)):
            target = operation.amendment.target
            for old, new in operation.moves if target else ():
                around = target.removesuffix(old)
                if around != target and not target.startswith("#"):
                    yield Superseded(target, MOVE, by, to=f"{around}{new}")


def follow(key: str, table: Mapping[str, Superseded]) -> str:
    """Return the key that a unit has now, after all its moves; its own if it never moved.

    >>> rows = {"x#pasal-9": Superseded("x#pasal-9", "move", "y", to="x#pasal-10")}
    >>> follow("x#pasal-9/ayat-2", SupersededTable(rows))
    'x#pasal-10/ayat-2'
    """
    seen = set()
    while (row := table.get(key)) is not None and row.op == MOVE and key not in seen:
        seen.add(key)
        key = f"{row.to}{key.removeprefix(row.key)}"
    return key


def settled(table: SupersededTable) -> SupersededTable:
    """Return a table in which every move leads to the last number a unit got."""
    rows = {
        key: replace(row, to=follow(key, table)) if row.op == MOVE else row
        for key, row in table.rows.items()
    }
    return SupersededTable(rows)
