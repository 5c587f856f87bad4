"""Rules whose parent was repealed and which no clause keeps alive (*yatim*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from regcheck.domain import Role, Standing, Status
from regcheck.domain.graph import Edge
from regcheck.law.hierarchy import outranks
from regcheck.law.status import may_be_draft


@dataclass(frozen=True, slots=True)
class Orphan:
    """A rule that carries out acts which are all repealed.

    ``bonds`` are the edges by which it says that it carries them out, ``repealers`` the acts that
    ended them. ``kept`` is the clause that keeps it alive, where there is one: then it is none.
    """

    id: str
    parents: tuple[str, ...]
    repealers: tuple[str, ...]
    bonds: tuple[Edge, ...]
    kept: Edge | None = None


def find_orphans(
    edges: Iterable[Edge],
    standings: Mapping[str, Standing],
    corpus: Collection[str],
    drafts: Collection[str] = frozenset(),
) -> tuple[Orphan, ...]:
    """List the rules of the corpus in force that carry out nothing but repealed acts.

    The repeal of a parent does not by itself end its children (UU 12/2011 Lampiran II no. 148);
    a clause that implementing rules stay in force keeps them (no. 282), and so does one that
    names the child. Such rules are listed with that clause.
    """
    edges = list(edges)
    bonds: dict[str, list[Edge]] = defaultdict(list)
    clauses: dict[tuple[str, str], Edge] = {}
    for edge in edges:
        if edge.role is Role.MELAKSANAKAN and outranks(edge.base, edge.source):
            bonds[edge.source].append(edge)
        elif edge.role is Role.TETAP_BERLAKU:
            clauses.setdefault((edge.source, edge.base), edge)
    found = []
    for child, given in bonds.items():
        parents = tuple(dict.fromkeys(edge.base for edge in given))
        alive = child in corpus and not is_gone(child, standings)
        if not alive or may_be_draft(child, {}, drafts):
            continue
        if all(is_gone(parent, standings) for parent in parents):
            ends = tuple(dict.fromkeys(by for one in parents for by in standings[one].by))
            kept = keeping(child, parents, ends, clauses)
            found.append(Orphan(child, parents, ends, tuple(given), kept))
    return tuple(found)


def is_gone(id_: str, standings: Mapping[str, Standing]) -> bool:
    """Tell whether an act is repealed."""
    standing = standings.get(id_)
    return standing is not None and standing.status is Status.DICABUT


def keeping(
    child: str,
    parents: Iterable[str],
    repealers: Iterable[str],
    clauses: Mapping[tuple[str, str], Edge],
) -> Edge | None:
    """Return the clause of a repealer that keeps the children of what it repealed."""
    for by in repealers:
        for base in (child, *parents):
            if (by, base) in clauses:
                return clauses[by, base]
    return None
