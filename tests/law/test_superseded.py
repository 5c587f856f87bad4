"""Which wording is no longer the law, in the base and in the acts that amended it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import Amendment, Link, Role, Span, Superseded
from regcheck.law import SupersededTable, find_superseded, superseded_by

BASE, FIRST, SECOND, THIRD = (
    f"perda/nusa-kencana/{rest}" for rest in ("2014/2", "2018/4", "2021/8", "2023/1")
)


def change(by: str, op: str, path: str, *quoted: str) -> tuple[str, Amendment]:
    """Make an operation of an act on a unit of the base, with the units it quotes."""
    units = tuple(f"{by}#pasal-I/{one}" for one in quoted)
    label = path.partition("pasal-")[2].partition("/")[0]
    return by, Amendment(op, f"{BASE}#{path}" if path else BASE, label, units, Span(0, 1))


def found(
    *changes: tuple[str, Amendment], links: tuple[Link, ...] = ()
) -> Mapping[str, Superseded]:
    """Return what the operations supersede."""
    return find_superseded(changes, links, {})


AMENDED = (
    change(FIRST, "replace", "pasal-9", "pasal-9"),
    change(FIRST, "replace", "pasal-12/ayat-2", "pasal-12"),
    change(FIRST, "insert", "pasal-13A", "pasal-13A"),
    change(FIRST, "delete", "pasal-16"),
)


@pytest.mark.parametrize(
    ("path", "op"),
    [
        ("pasal-9", "replace"),
        ("pasal-9/ayat-1", "replace"),
        ("pasal-12/ayat-2", "replace"),
        ("pasal-12/ayat-1", "replace"),  # printed anew with its pasal
        ("pasal-16", "delete"),
        ("pasal-16/ayat-1/huruf-b", "delete"),
        ("pasal-8", ""),
        ("pasal-13A", ""),
        ("pasal-1", ""),
        ("pasal-161", ""),
    ],
)
def test_an_amendment_ends_the_wording_of_the_base(path: str, op: str) -> None:
    """A unit is superseded with everything inside it, and nothing beside it."""
    row = superseded_by(f"{BASE}#{path}", found(*AMENDED))

    assert (row.op if row else "") == op
    assert row is None or row.by == FIRST


def test_the_quoted_wording_of_an_amendment_is_the_law() -> None:
    """What the amending act itself prints stands."""
    table = found(*AMENDED)

    assert all(key.startswith(f"{BASE}#") for key in table)


def test_a_later_amendment_ends_the_wording_of_an_earlier_one() -> None:
    """The base and the first amendment both yield to the second, whatever the order given."""
    later = change(SECOND, "replace", "pasal-9", "pasal-9")

    for order in ((*AMENDED, later), (later, *AMENDED)):
        table = found(*order)
        assert table[f"{BASE}#pasal-9"].by == SECOND
        assert table[f"{FIRST}#pasal-I/pasal-9/ayat-1"].by == SECOND
        assert f"{SECOND}#pasal-I/pasal-9" not in table
        assert f"{FIRST}#pasal-I/pasal-12" not in table


def test_an_inserted_pasal_can_be_changed_and_deleted() -> None:
    """A unit that an amendment brought is superseded by the next one like any other."""
    table = found(
        *AMENDED,
        change(SECOND, "replace", "pasal-13A", "pasal-13A"),
        change(THIRD, "delete", "pasal-13A"),
    )

    for key in (
        f"{BASE}#pasal-13A",
        f"{FIRST}#pasal-I/pasal-13A",
        f"{SECOND}#pasal-I/pasal-13A",
    ):
        assert (table[key].op, table[key].by) == ("delete", THIRD)


def test_a_later_change_of_an_ayat_ends_that_ayat_of_an_earlier_quotation() -> None:
    """Only the ayat changed is ended where the later act does not print the pasal anew."""
    table = found(*AMENDED, change(SECOND, "delete", "pasal-12/ayat-2"))

    assert table[f"{FIRST}#pasal-I/pasal-12/ayat-2"].by == SECOND
    assert f"{FIRST}#pasal-I/pasal-12/ayat-1" not in table


def test_an_ayat_inserted_reprints_its_pasal() -> None:
    """Where the pasal is printed anew around the new ayat, the old print is superseded."""
    table = found(change(FIRST, "insert", "pasal-8/ayat-2a", "pasal-8"))

    assert table[f"{BASE}#pasal-8/ayat-1"].op == "replace"


@pytest.mark.parametrize(
    ("op", "path", "ended"),
    [
        ("reword", "pasal-5/ayat-1", "pasal-5/ayat-1"),
        ("lampiran", "lampiran-2", "lampiran-2"),
        ("gloss", "penjelasan/pasal-72", "penjelasan/pasal-72"),
        ("gloss", "pasal-72", ""),
        ("append", "pasal-14", ""),
        ("renumber", "pasal-5", ""),
        ("reword", "", ""),
    ],
)
def test_other_operations(op: str, path: str, ended: str) -> None:
    """Rewording ends a unit; glosses and annexes end only themselves; the rest ends nothing."""
    assert list(found(change(FIRST, op, path))) == ([f"{BASE}#{ended}"] if ended else [])


def test_a_partial_repeal_ends_the_units_it_names() -> None:
    """The act stands, the pasal named does not."""
    table = found(links=(Link(SECOND, f"{BASE}#pasal-7", Role.MENCABUT_SEBAGIAN),))

    assert (table[f"{BASE}#pasal-7/ayat-1"].op, table[f"{BASE}#pasal-7"].by) == ("repeal", SECOND)
    assert f"{BASE}#pasal-8" not in table


def test_the_repeal_of_the_base_ends_what_its_amendments_quote() -> None:
    """An amendment has no object left when its base is repealed."""
    table = found(*AMENDED, links=(Link(THIRD, BASE, Role.MENCABUT),))

    assert table[f"{FIRST}#pasal-I/pasal-13A"].op == "repeal"
    assert table[f"{FIRST}#pasal-I/pasal-9/ayat-1"].by == THIRD


def test_later_acts_drafts_and_unlawful_changes_do_not_count() -> None:
    """The table is that of a date, and of changes that the law allows."""
    dates = {FIRST: "2018-05-02"}
    pergub = change("pergub/nusa-kencana/2019/12", "delete", "pasal-9")
    unresolved = (FIRST, Amendment("delete", "#pasal-1", "1", (), Span(0, 1)))

    assert not find_superseded(AMENDED, (), dates, "2018-05-01")
    assert find_superseded(AMENDED, (), dates, "2018-05-02")
    assert not find_superseded(AMENDED, (), dates, drafts={FIRST})
    assert not find_superseded([pergub, unresolved], (), dates)


keys = st.lists(st.sampled_from(["pasal-1", "ayat-2", "huruf-a"]), min_size=1, max_size=4).map(
    lambda parts: f"{BASE}#{'/'.join(parts)}"
)


@given(st.sets(keys), keys)
def test_the_table_and_the_function_agree(marked: set[str], key: str) -> None:
    """Looking into the table and asking a plain mapping give the same, for every ancestor."""
    plain = {one: Superseded(one, "delete", FIRST) for one in marked}
    table = SupersededTable(plain)

    assert table.get(key) == superseded_by(key, plain) == superseded_by(key, table)
    assert (key in table) == any(key == one or key.startswith(one + "/") for one in marked)
    assert set(table) == marked
    assert len(table) == len(marked)
