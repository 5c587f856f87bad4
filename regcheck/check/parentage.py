"""Which of two regulations is made under the other: the one it carries out, or names as its basis.

A rule repeated from there is no second rule: Lampiran II no. 216 allows what leads in the details
(N-02, N-05), and asks for a reference instead of more (no. 215: T-04).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from regcheck.domain import Case, Link, Relation, Role

#: The first is made under the second, and the other way round.
CHILD = frozenset(("melaksanakan", "berdasarkan"))
SOURCE = frozenset(("dilaksanakan", "mendasari"))
PARENT = CHILD | SOURCE
ABOVE, BELOW = "lebih tinggi", "lebih rendah"

#: The acts that each act names in its *Mengingat*, by id.
Bases = Mapping[str, frozenset[str]]


def find_bases(links: Iterable[Link]) -> Bases:
    """Return the acts that each act names as its legal basis."""
    bases: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.role is Role.DASAR_HUKUM:
            bases[link.source].add(link.target.partition("#")[0])
    return {source: frozenset(targets) for source, targets in bases.items()}


def add_basis(relation: Relation, left: str, right: str, bases: Bases) -> Relation:
    """Say in a relation, too, that the lower act names the higher one as its legal basis.

    The *Mengingat* holds what gives the power and what orders the act (Lampiran II no. 28), so
    norms of a higher act named there are the basis of the lower act's own.

    >>> above = Relation(frozenset(), "lebih tinggi", firm=True, comparable=True)
    >>> bases = {"pergub/bali/2020/1": frozenset({"perda/bali/2018/4"})}
    >>> sorted(add_basis(above, "pergub/bali/2020/1", "perda/bali/2018/4", bases).kinds)
    ['berdasarkan']
    """
    if relation.kinds & PARENT:
        return relation
    if relation.level == ABOVE and right in bases.get(left, ()):
        return replace(relation, kinds=relation.kinds | {"berdasarkan"})
    if relation.level == BELOW and left in bases.get(right, ()):
        return replace(relation, kinds=relation.kinds | {"mendasari"})
    return relation


def add_bases(case: Case) -> Case:
    """Return a case whose relations tell of legal bases, too."""
    draft, bases = case.draft.id, find_bases(case.links)
    relations = {
        id_: add_basis(relation, draft, id_, bases) for id_, relation in case.relations.items()
    }
    return replace(case, relations=relations)
