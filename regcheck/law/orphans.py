"""Rules whose parent was repealed and which no clause keeps alive (*yatim*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from regcheck import instruments
from regcheck.domain import Role, Standing, Status
from regcheck.domain.graph import Edge
from regcheck.law.hierarchy import outranks, to_kind
from regcheck.law.status import may_be_draft


@dataclass(frozen=True, slots=True)
class Orphan:
    """A rule that carries out acts which are all repealed.

    ``bonds`` are the edges by which it says that it carries them out, ``repealers`` the acts that
    ended them. ``kept`` are the clauses that name it, or a parent, as staying in force: where one
    of them speaks of rules, it is no orphan.
    """

    id: str
    parents: tuple[str, ...]
    repealers: tuple[str, ...]
    bonds: tuple[Edge, ...]
    kept: tuple[Edge, ...] = ()


def find_orphans(
    edges: Iterable[Edge],
    standings: Mapping[str, Standing],
    corpus: Collection[str],
    drafts: Collection[str] = frozenset(),
) -> tuple[Orphan, ...]:
    """List the rules of the corpus in force that carry out nothing but repealed acts.

    The repeal of a parent does not by itself end its children (UU 12/2011 Lampiran II no. 148);
    a clause that implementing rules stay in force keeps them (no. 282), and so does one that
    names the child. Such rules are listed with that clause. A Perda makes law in its own right
    (UU 23/2014 Pasal 236): it does not lose its ground with a statute.
    """
    bonds: dict[str, list[Edge]] = defaultdict(list)
    clauses: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    amended: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.role is Role.MELAKSANAKAN and outranks(edge.base, edge.source):
            bonds[edge.source].append(edge)
        elif edge.role is Role.TETAP_BERLAKU:
            clauses[edge.source, edge.base].append(edge)
        elif edge.role is Role.MENGUBAH:
            amended[edge.source].add(edge.base)
    found = []
    for child, given in bonds.items():
        parents = tuple(dict.fromkeys(edge.base for edge in given))
        alive = child in corpus and not is_gone(child, standings)
        if not alive or makes_own_law(child) or may_be_draft(child, {}, drafts):
            continue
        if all(is_gone(parent, standings) for parent in parents):
            ends = tuple(dict.fromkeys(by for one in parents for by in standings[one].by))
            bases = {*parents, *(base for parent in parents for base in amended[parent])}
            kept = [one for by in ends for base in (child, *sorted(bases))
                    for one in clauses.get((by, base), ())]  # fmt: skip
            found.append(Orphan(child, parents, ends, tuple(given), tuple(kept)))
    return tuple(found)


def is_gone(id_: str, standings: Mapping[str, Standing]) -> bool:
    """Tell whether an act is repealed."""
    standing = standings.get(id_)
    return standing is not None and standing.status is Status.DICABUT


def makes_own_law(id_: str) -> bool:
    """Tell whether a rule is a Perda, whatever it is called in its region.

    >>> makes_own_law("perda/bali/2011/5"), makes_own_law("pergub/bali/2012/1")
    (True, False)
    """
    ranks = instruments.rank("perda", "bali"), instruments.rank("perda", "kab-badung")
    return instruments.rank(*to_kind(id_)) in ranks
