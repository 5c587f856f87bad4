"""What became of delegations, as far as a library shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regcheck.domain import Identity, Kind, Passage, RegulationId, Role, Superseded
from regcheck.domain.graph import DelegationState, Edge
from regcheck.law.delegation_ledger import Library, find_state, find_states
from regcheck.law.delegations import find_delegations

PERDA = "perda/nusa-kencana/2020/5"
FIRST, SECOND, DECISION = (
    "pergub/nusa-kencana/2021/7", "pergub/nusa-kencana/2022/3", "kepgub/nusa-kencana/2021/90",
)  # fmt: skip
KEY = f"{PERDA}#pasal-9/ayat-3"
ORDER = (
    "Ketentuan lebih lanjut mengenai tata cara permohonan Bantuan Hukum {how} Peraturan Gubernur"
)
TITLE = "Tata Cara Permohonan Bantuan Hukum"


def order(text: str = ORDER, how: str = "diatur dengan", end: str = ".") -> Passage:
    """Return the ordering clause."""
    return Passage(KEY, Kind.AYAT, text.format(how=how) + end, 4)


def library(*acts: tuple[str, str], edges: tuple[Edge, ...] = (), **values: object) -> Library:
    """Return a library with the ordering act and others, each with its title."""
    titles = {PERDA: "Bantuan Hukum", **dict(acts)}
    identities = {}
    for id_, title in titles.items():
        parts = RegulationId.from_str(id_)
        identities[id_] = Identity(parts.jenis, parts.wilayah, parts.nomor, parts.tahun, title)
    made = Library(identities, edges, {PERDA: "2020-03-02"})
    return replace(made, **values)  # type: ignore[arg-type]


def tie(source: str, target: str = KEY, role: Role = Role.MELAKSANAKAN) -> Edge:
    """Return the edge by which an act carries out another."""
    return Edge(source, f"{source}#menimbang", target, role, 1)


def state(
    shelf: Library, passage: Passage | None = None, as_of: str = "2026-01-31"
) -> DelegationState:
    """Return what became of the one delegation of a passage."""
    (found,) = find_states(find_delegations([passage or order()]), shelf, as_of)
    return found


@pytest.mark.parametrize(
    ("edge", "title", "how"),
    [
        (tie(FIRST), "Layanan", "pasal"),
        (tie(FIRST, f"{PERDA}#pasal-9"), "Layanan", "pasal"),
        (tie(FIRST, PERDA), TITLE, "act"),
        (tie(FIRST, PERDA), "Peraturan Pelaksanaan Peraturan Daerah Nomor 5 Tahun 2020 tentang "
         "Bantuan Hukum", "act"),
        (tie(FIRST, PERDA, Role.DASAR_HUKUM), TITLE, "basis"),
    ],
)  # fmt: skip
def test_a_delegation_is_carried_out(edge: Edge, title: str, how: str) -> None:
    """By an act that names the provision; perhaps by one that only rests on the act."""
    found = state(library((FIRST, title), edges=(edge,)))

    assert found.states == ("likely" if how == "basis" else "fulfilled",)
    assert [(one.id, one.how) for one in found.fulfilments] == [(FIRST, how)]


@pytest.mark.parametrize(
    ("id_", "edge", "title"),
    [
        (FIRST, tie(FIRST, f"{PERDA}#pasal-8"), TITLE),
        (FIRST, tie(FIRST, PERDA, Role.DASAR_HUKUM), "Bantuan Hukum bagi Nelayan"),
        ("pergub/nusa-kencana/2019/1", tie("pergub/nusa-kencana/2019/1"), TITLE),
        ("pergub/sagara/2021/7", tie("pergub/sagara/2021/7"), TITLE),
    ],
)
def test_a_delegation_is_not_carried_out(id_: str, edge: Edge, title: str) -> None:
    """By an act of another provision, matter or region, or one that is older."""
    assert state(library((id_, title), edges=(edge,))).states == ("unfulfilled",)


def test_what_is_repealed_carries_out_nothing() -> None:
    """Nor does a draft, or what comes after the day."""
    shelf = library((FIRST, TITLE), edges=(tie(FIRST),))

    assert state(replace(shelf, gone=frozenset({FIRST}))).states == ("unfulfilled",)
    assert state(replace(shelf, drafts=frozenset({FIRST}))).states == ("unfulfilled",)
    assert state(shelf, as_of="2020-12-31").states == ("unfulfilled",)


def test_an_order_that_is_no_longer_law_is_lapsed() -> None:
    """Its act was repealed, or the provision replaced by a later act."""
    passage = order(end=" paling lama 1 (satu) tahun sejak Peraturan Daerah ini diundangkan.")
    replaced = {f"{PERDA}#pasal-9": Superseded(f"{PERDA}#pasal-9", "replace", FIRST)}

    assert state(library(gone=frozenset({PERDA})), passage).states == ("lapsed",)
    assert state(library(ended=replaced), passage).states == ("lapsed",)


def test_what_every_region_is_ordered_to_make_is_never_late() -> None:
    """A national act that orders a Perda speaks to all regions, of which a corpus has some."""
    text = (
        "Ketentuan lebih lanjut mengenai tata cara permohonan Bantuan Hukum diatur dengan "
        "Peraturan Daerah paling lama 1 (satu) tahun sejak Undang-Undang ini diundangkan."
    )
    passage = Passage("uu/2011/16#pasal-19", Kind.PASAL, text, 4)

    found = state(Library({}, (), {"uu/2011/16": "2011-11-02"}), passage)

    assert (found.states, found.due) == (("unfulfilled",), "2012-11-02")


def test_the_head_of_a_national_agency_makes_its_rule() -> None:
    """An agency's rule carries out what *Peraturan Kepala Lembaga* was ordered for."""
    text = "Ketentuan mengenai sandi diatur dengan peraturan kepala lembaga."
    order_ = Passage("pp/2019/71#pasal-24", Kind.PASAL, text, 4)
    rule = "perbssn/2020/8"
    edge = Edge(rule, f"{rule}#menimbang", "pp/2019/71#pasal-24", Role.MELAKSANAKAN, 1)
    identity = Identity("perbssn", "", "8", "2020", "Sandi")

    assert state(Library({rule: identity}, (edge,)), order_).states == ("fulfilled",)


def test_a_deadline_passes() -> None:
    """Counted from promulgation; kept where the rule was made."""
    passage = order(end=" paling lama 1 (satu) tahun sejak Peraturan Daerah ini diundangkan.")

    late = state(library(), passage)
    assert (late.states, late.due) == (("unfulfilled", "overdue"), "2021-03-02")
    assert state(library(), passage, "2021-03-02").states == ("unfulfilled",)
    done = state(library((FIRST, TITLE), edges=(tie(FIRST),)), passage)
    assert done.states == ("fulfilled",)


def test_another_form_than_ordered() -> None:
    """A decision that carries out what a rule was to lay down."""
    shelf = library((DECISION, TITLE), edges=(tie(DECISION),))
    found = state(shelf)

    assert found.states == ("unfulfilled", "wrong_instrument")
    assert [one.id for one in found.wrong] == [DECISION]


def test_a_provision_that_orders_a_decision_too() -> None:
    """Then the decision may carry out that."""
    both = [order(), Passage(f"{PERDA}#pasal-9/ayat-4", Kind.AYAT, "Besaran bantuan diatur dengan "
                             "Keputusan Gubernur.", 4)]  # fmt: skip
    orders = find_delegations(both)
    edge = tie(DECISION, f"{PERDA}#pasal-9")
    shelf = library((DECISION, TITLE), edges=(edge,), delegations=orders)

    assert find_state(orders[0], shelf, "2026-01-31").states == ("unfulfilled",)


def test_two_rules_for_one_delegation() -> None:
    """Unless one changes or replaces the other, or they regulate different things."""
    edges = (tie(FIRST), tie(SECOND))
    shelf = library((FIRST, TITLE), (SECOND, TITLE), edges=edges)
    assert state(shelf).states == ("fulfilled", "double")

    repeal = Edge(SECOND, "", FIRST, Role.MENGUBAH)
    assert state(replace(shelf, edges=(*edges, repeal))).states == ("fulfilled",)
    other = library((FIRST, TITLE), (SECOND, "Honorarium Advokat"), edges=edges)
    assert state(other).states == ("fulfilled",)


@pytest.mark.parametrize(
    ("how", "states"),
    [
        ("diatur dengan", ("fulfilled", "subdelegated")),
        ("diatur dengan atau berdasarkan", ("fulfilled",)),
    ],
)
def test_a_matter_is_passed_on(how: str, states: tuple[str, ...]) -> None:
    """*Diatur dengan* allows no further delegation, *dengan atau berdasarkan* does."""
    further = Passage(f"{FIRST}#pasal-7", Kind.PASAL, "Bentuk formulir diatur lebih lanjut dengan "
                      "Keputusan Kepala Biro Hukum.", 3)  # fmt: skip
    orders = find_delegations([order(how=how), further])
    shelf = library((FIRST, TITLE), edges=(tie(FIRST),), delegations=orders)
    found = find_state(orders[0], shelf, "2026-01-31")

    assert found.states == states
    assert bool(found.passed_on) == ("subdelegated" in states)


def test_a_blanket_clause_is_only_marked() -> None:
    """Nothing can be looked for."""
    blanket = (
        "Hal-hal yang belum diatur dalam Peraturan Daerah ini diatur dengan Peraturan Gubernur."
    )

    assert state(library(), order(blanket)).states == ("blanket",)


def test_a_loose_order_is_never_late() -> None:
    """A rule for each case has no time that could pass."""
    casewise = order(
        "Pembentukan kecamatan ditetapkan dengan Peraturan Gubernur paling lama 1 (satu) tahun "
        "sejak Peraturan Daerah ini diundangkan"
    )

    assert state(library(), casewise).states == ("unfulfilled",)


def test_a_perda_may_leave_details_to_the_head_of_its_region() -> None:
    """It makes law in its own right: that is no passing on."""
    parent, perda = "uu/2007/26", "perda/nusa-kencana/2012/1"
    clause = Passage(f"{parent}#pasal-5", Kind.PASAL, "Rencana tata ruang wilayah provinsi diatur "
                     "dengan Peraturan Daerah.", 1)  # fmt: skip
    further = Passage(f"{perda}#pasal-7", Kind.PASAL, "Ketentuan lebih lanjut mengenai izin diatur "
                      "dengan Peraturan Gubernur.", 3)  # fmt: skip
    orders = find_delegations([clause, further])
    edge = tie(perda, f"{parent}#pasal-5")
    shelf = library((parent, "Penataan Ruang"), (perda, "Rencana Tata Ruang"), edges=(edge,))
    found = find_state(orders[0], replace(shelf, delegations=orders), "2026-01-31")

    assert found.states == ("fulfilled",)


@pytest.mark.parametrize(
    ("region", "states"),
    [("nusa-kencana", ("fulfilled",)), ("kab-sleman", ("unfulfilled",))],
)
def test_a_matter_of_the_province_is_none_of_a_regency(
    region: str, states: tuple[str, ...]
) -> None:
    """The plan of a regency does not carry out the order to plan a province."""
    parent, perda = "uu/2007/26", f"perda/{region}/2012/1"
    clause = Passage(f"{parent}#pasal-5", Kind.PASAL, "Rencana tata ruang wilayah provinsi diatur "
                     "dengan Peraturan Daerah.", 1)  # fmt: skip
    edge = tie(perda, f"{parent}#pasal-5")
    shelf = library((parent, "Penataan Ruang"), (perda, "Rencana Tata Ruang"), edges=(edge,))

    assert state(shelf, clause).states == states
