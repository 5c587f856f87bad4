"""Sets of directed edges between acts, readable in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from regcheck.domain import Link, Role
from regcheck.law.hierarchy import outranks


class Edges:
    """Which acts do one thing to which others."""

    def __init__(self) -> None:
        self.forward: dict[str, set[str]] = defaultdict(set)
        self.backward: dict[str, set[str]] = defaultdict(set)

    def add(self, source: str, target: str) -> None:
        """Enter one edge; an act does nothing to itself."""
        if source != target:
            self.forward[source].add(target)
            self.backward[target].add(source)

    def of(self, id_: str) -> set[str]:
        """Return what an act does it to."""
        return self.forward.get(id_, set())

    def to(self, id_: str) -> set[str]:
        """Return the acts that do it to this one."""
        return self.backward.get(id_, set())

    def after(self, starts: Iterable[str]) -> set[str]:
        """Return the starts and everything reached from them along the edges."""
        return reach(self.forward, starts)

    def before(self, starts: Iterable[str]) -> set[str]:
        """Return the starts and everything from which they are reached."""
        return reach(self.backward, starts)


def reach(edges: dict[str, set[str]], starts: Iterable[str]) -> set[str]:
    """Return the starts and everything reached from them; circles end by themselves."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        fresh = edges.get(waiting.pop(), set()) - found
        found |= fresh
        waiting.extend(fresh)
    return found


class Deeds:
    """What acts do to each other, one set of edges for each thing that relates them.

    ``places`` gives an id that shows kind and region, for acts whose own id does not.
    """

    def __init__(self, links: Iterable[Link], places: Mapping[str, str]) -> None:
        self.amends, self.repeals, self.enacts = Edges(), Edges(), Edges()
        self.carries_out, self.rests_on = Edges(), Edges()
        by_role = {
            Role.MENGUBAH: self.amends,
            Role.MENCABUT: self.repeals,
            Role.MENETAPKAN: self.enacts,
            Role.MELAKSANAKAN: self.carries_out,
            Role.DASAR_HUKUM: self.rests_on,
        }
        for link in links:
            target, _, path = link.target.partition("#")
            if link.role is Role.MENDELEGASIKAN:
                self.carries_out.add(target, link.source)
            elif link.role in by_role and not (path and link.role is Role.MENCABUT):
                by_role[link.role].add(link.source, target)
            place = places.get(link.source, link.source)
            if is_consideration(link) and outranks(target, place):
                self.carries_out.add(link.source, target)


def is_consideration(link: Link) -> bool:
    """Tell whether an act names another in *Menimbang* as its reason.

    UU 12/2011 Lampiran II nos. 19 and 27: the considerations say what a rule carries out.
    """
    return "#menimbang" in link.holder and link.role in (Role.MERUJUK, Role.MELAKSANAKAN)
