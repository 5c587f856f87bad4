"""The built-in register of acts no longer in force: its table, and what it does to a status."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from regcheck.domain import Bygone, RegulationId, Role, Status
from regcheck.domain.graph import Edge, Reason
from regcheck.law.bygones import load_bygones, read_rows, write_row
from regcheck.law.force import LawState, find_force
from regcheck.naming import name_register

TABLE = load_bygones()
ACTS = [one for one in TABLE.values() if one.status is Status.DICABUT]
KINDS = {"uu", "perpu", "uudrt", "pp", "perpres", "keppres"}

OLD, NEW, LATER = "pp/1991/4", "pp/2001/6", "pp/2012/8"
KNOWN = Bygone(OLD, Status.DICABUT, NEW, "2001-03-02", "7")


def year_of(id_: str) -> int:
    """Return the year in the id of a national act."""
    return int(RegulationId.from_str(id_).tahun)


def test_every_id_is_canonical_and_national() -> None:
    """An act stands in the table under the id that its citations have."""
    for one in TABLE.values():
        parts = RegulationId.from_str(one.id)
        assert str(parts) == one.id
        assert parts.jenis in KINDS
        assert parts.wilayah == ""
        assert re.fullmatch(r"\d+", parts.nomor)


def test_an_act_is_ended_by_a_younger_one() -> None:
    """Never by itself, nor by an older one; the day of effect is a date or a year."""
    for one in ACTS:
        assert RegulationId.from_str(one.by).jenis in KINDS
        assert one.id != one.by
        assert year_of(one.id) <= year_of(one.by), one
    assert all(re.fullmatch(r"\d{4}(-\d\d-\d\d)?", one.since) for one in TABLE.values())
    assert all(re.fullmatch(r"(\d+[A-Z]?)?", one.pasal) for one in TABLE.values())


def test_no_chain_of_ends_comes_back() -> None:
    """Following what ended what reaches an act that the register does not end."""
    for one in ACTS:
        seen, act = set(), one.id
        while act in TABLE:
            assert act not in seen
            seen.add(act)
            act = TABLE[act].by


def test_a_ruling_is_named_as_it_is_cited() -> None:
    """What is not repealed was annulled by a court."""
    for one in TABLE.values():
        if one.status is not Status.DICABUT:
            assert one.status is Status.TIDAK_MENGIKAT
            assert re.fullmatch(r"Putusan Mahkamah (Konstitusi|Agung) Nomor \S+( \S+)?", one.by)


@pytest.mark.parametrize(
    ("act", "by"),
    [
        ("uu/1999/22", "uu/2004/32"),
        ("uu/2004/32", "uu/2014/23"),
        ("pp/2000/105", "pp/2005/58"),
        ("pp/2005/58", "pp/2019/12"),
        ("uu/1992/5", "uu/2010/11"),
        ("uu/1985/15", "uu/2009/30"),
        ("uu/2014/5", "uu/2023/20"),
    ],
)
def test_facts_that_every_drafter_knows(act: str, by: str) -> None:
    """Repeals of acts that regional regulations often rest on."""
    assert TABLE[act].by == by


def test_acts_in_force_are_not_in_the_register() -> None:
    """Nor one that came back when a court annulled the act that had repealed it."""
    in_force = {"uu/2014/23", "uu/2022/1", "uu/1992/25", "uu/2011/12", "pp/2019/12", "uu/2009/32"}

    assert not in_force & TABLE.keys()


def test_a_row_is_written_as_it_is_read() -> None:
    """The table can be made anew from what it says."""
    assert list(read_rows(write_row(one) for one in TABLE.values())) == list(TABLE.values())


@pytest.mark.parametrize("line", ["uu/1999/22\tdicabut\tuu/2004/32", "a\thilang\tb\t\t2004\t"])
def test_a_row_of_another_form_is_refused(line: str) -> None:
    """A cell too few, or another word for how an act ended."""
    with pytest.raises(ValueError, match=r".+"):
        list(read_rows([line]))


def status(state: LawState, as_of: str = "2026-01-31") -> tuple[Status | None, tuple[str, ...]]:
    """Return the status of the old act, and by whom."""
    found = find_force(OLD, state, as_of, lambda _: None)
    return found.status, found.by


def test_the_register_ends_what_no_text_ends() -> None:
    """The reason carries the entry, so that whoever shows it can say where it is from."""
    found = find_force(OLD, LawState((), known=KNOWN), "2026-01-31", lambda _: None)

    assert found.status is Status.DICABUT
    assert found.reasons == (Reason("repealed", NEW, "2001-03-02", known=KNOWN),)
    assert found.known is KNOWN


def test_before_the_day_of_effect_the_act_is_in_force() -> None:
    """The register follows the date that is asked for; nothing else being known, it is silent."""
    assert status(LawState((), known=KNOWN), "2001-03-01") == (None, ())
    assert status(LawState((), known=KNOWN), "2001-03-02") == (Status.DICABUT, (NEW,))


def test_a_text_that_ends_the_act_wins() -> None:
    """It names another act, and a later day: before that day the register does not speak."""
    edge = Edge(LATER, f"{LATER}#pasal-9", OLD, Role.MENCABUT, 3)
    state = LawState((edge,), {LATER: "2012-05-01"}, known=KNOWN)

    assert status(state) == (Status.DICABUT, (LATER,))
    assert status(state, "2011-01-01")[0] is not Status.DICABUT


def test_a_text_that_changes_the_act_does_not_contradict() -> None:
    """An amended act may have been repealed since by one that the corpus lacks."""
    edge = Edge("pp/1995/3", "pp/1995/3#pasal-I", OLD, Role.MENGUBAH, 1)

    assert status(LawState((edge,), known=KNOWN)) == (Status.DICABUT, (NEW,))


def test_a_draft_that_would_repeal_the_act_says_nothing_of_it() -> None:
    """It is not law, so the register still speaks."""
    edge = Edge(LATER, f"{LATER}#pasal-9", OLD, Role.MENCABUT, 3)
    state = LawState((edge,), drafts=frozenset((LATER,)), known=KNOWN)

    assert status(state) == (Status.DICABUT, (NEW,))


def test_the_source_is_named() -> None:
    """Read in the repealing act, in another text, on a page, or not compared yet."""
    sources = ("naskah", "pp/2006/2", "jdih.example/1", "")
    said = [name_register(replace(KNOWN, source=source), "id") for source in sources]

    assert said[0].endswith("dari PP Nomor 6 Tahun 2001")
    assert said[1].endswith("dari PP Nomor 2 Tahun 2006")
    assert said[2].endswith("dari jdih.example/1")
    assert said[3].endswith("belum diverifikasi")
