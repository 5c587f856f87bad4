"""Rules whose parents were repealed, and those that a clause keeps alive."""

from __future__ import annotations

from regcheck.domain import Role, Standing, Status
from regcheck.domain.graph import Edge
from regcheck.law.orphans import find_orphans

PARENT, NEW, OTHER = (f"perda/nusa-kencana/{rest}" for rest in ("2012/3", "2020/5", "2013/6"))
CHILD, SECOND = "pergub/nusa-kencana/2013/8", "pergub/nusa-kencana/2014/1"
BOND = Edge(CHILD, f"{CHILD}#menimbang", f"{PARENT}#pasal-7", Role.MELAKSANAKAN, 1)
GONE = {
    PARENT: Standing(PARENT, Status.DICABUT, (NEW,)),
    CHILD: Standing(CHILD, Status.BERLAKU),
}


def ids(edges: tuple[Edge, ...], standings: dict[str, Standing] = GONE) -> list[tuple[str, bool]]:
    """Return the orphans with whether a clause keeps them."""
    found = find_orphans(edges, standings, {CHILD, SECOND, NEW})
    return [(one.id, bool(one.kept)) for one in found]


def test_the_child_of_a_repealed_parent_is_an_orphan() -> None:
    """It names its parent and the repealer."""
    (found,) = find_orphans((BOND,), GONE, {CHILD})

    assert (found.id, found.parents, found.repealers) == (CHILD, (PARENT,), (NEW,))


def test_one_parent_in_force_is_enough() -> None:
    """So is a parent that was only amended."""
    second = Edge(CHILD, f"{CHILD}#menimbang", OTHER, Role.MELAKSANAKAN, 1)

    assert ids((BOND, second)) == []
    assert ids((BOND,), {PARENT: Standing(PARENT, Status.DIUBAH, (NEW,))}) == []


def test_a_survival_clause_keeps_the_children() -> None:
    """Of the parent's rules in general (no. 282), or of the child by name."""
    for target in (PARENT, CHILD):
        clause = Edge(NEW, f"{NEW}#pasal-29", target, Role.TETAP_BERLAKU, 9)
        assert ids((BOND, clause)) == [(CHILD, True)]
    strange = Edge(OTHER, f"{OTHER}#pasal-29", PARENT, Role.TETAP_BERLAKU, 9)
    assert ids((BOND, strange)) == [(CHILD, False)]


def test_what_is_gone_or_absent_is_no_orphan() -> None:
    """Nor is an act of equal rank, or a legal basis that is not carried out."""
    assert ids((BOND,), {**GONE, CHILD: Standing(CHILD, Status.DICABUT, (NEW,))}) == []
    assert find_orphans((BOND,), GONE, {NEW}) == ()
    basis = Edge(CHILD, f"{CHILD}#mengingat/angka-1", PARENT, Role.DASAR_HUKUM, 1)
    equal = Edge(NEW, f"{NEW}#menimbang", PARENT, Role.MELAKSANAKAN, 1)
    assert ids((basis, equal)) == []
