"""An act and its legal basis: what it may repeat, and what a period that is over still says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from regcheck.check.judge import sort_pairs
from regcheck.check.overlap_findings import find_overlaps
from regcheck.check.parentage import add_basis, find_bases
from regcheck.domain import Link, Relation, Role
from regcheck.settings import Settings

DRAFT, BASIS = "perda/sagara-raya/2026/9", "perda/sagara-raya/2019/2"
DUTIES = (
    "Pengelola terminal wajib menyediakan ruang tunggu khusus ibu menyusui di dekat peron.",
    "Pengemudi bus dilarang menaikkan penumpang di luar halte yang ditunjuk.",
    "Pedagang asongan dilarang berjualan di jalur keberangkatan bus antarkota.",
    "Petugas peron memeriksa kelayakan rem setiap bus sebelum keberangkatan.",
)


def fill(builder: Any, count: int, level: str = "lebih tinggi") -> None:
    """Let the draft copy so many duties of an act that its *Mengingat* names."""
    for number, duty in enumerate(DUTIES[:count], 1):
        builder.add(f"{DRAFT}#pasal-{number}", duty)
        builder.add(f"{BASIS}#pasal-{number + 3}", duty)
    builder.relate(BASIS, level=level)
    builder.links.append(Link(DRAFT, BASIS, Role.DASAR_HUKUM))


def codes(builder: Any) -> list[str]:
    """Return the codes of the overlaps found."""
    return sorted({one.code for one in find_overlaps(builder.build(), Settings())[0]})


def test_few_norms_of_the_basis_are_a_lead_in(builder: Any) -> None:
    """A higher act in the Mengingat is the basis, whatever its title."""
    fill(builder, 2)
    assert codes(builder) == []


def test_many_norms_of_the_basis_are_a_repetition(builder: Any) -> None:
    """Four copied norms ask for a reference."""
    fill(builder, 4)
    assert codes(builder) == ["T-04"]


def test_an_act_of_the_same_rank_is_no_basis(builder: Any) -> None:
    """What stands beside the draft is regulated twice, cited or not."""
    fill(builder, 1, level="setingkat")
    assert codes(builder) == ["T-01"]


def test_the_basis_is_seen_from_both_sides() -> None:
    """The relation tells which of the two was made under the other."""
    bases = find_bases([Link(DRAFT, BASIS, Role.DASAR_HUKUM)])
    below = Relation(frozenset(), "lebih rendah", firm=True, comparable=True)

    assert add_basis(below, BASIS, DRAFT, bases).kinds == {"mendasari"}
    assert add_basis(below, DRAFT, BASIS, {}).kinds == frozenset()


def test_an_act_whose_period_is_over_binds_nobody(builder: Any) -> None:
    """The share-out of a past year is set aside as N-08."""
    identity = replace(builder.draft.identity, tahun="2026")
    builder.draft = replace(builder.draft, identity=identity)
    builder.add(f"{DRAFT}#pasal-1", DUTIES[0])
    builder.register(BASIS, "Pembagian Dana Terminal Tahun Anggaran 2019")
    builder.add(f"{BASIS}#pasal-4", DUTIES[0])
    docket = sort_pairs(builder.build(), Settings())

    assert docket.open == ()
    assert {one.code for one in docket.aside} == {"N-08"}
