"""The status of a regulation on a date, pasal by pasal, with the sentence that proves it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regcheck.domain import Role, Status, Superseded
from regcheck.domain.graph import Edge, Proof, Reason
from regcheck.law.commencement import Commencement, Start
from regcheck.law.force import LawState, find_force
from regcheck.law.rulings import read_ruling

BASE, AMENDER, REPEALER, THIRD = (
    f"perda/nusa-kencana/{rest}" for rest in ("2014/2", "2018/4", "2020/5", "2023/1")
)
LOWER = "pergub/nusa-kencana/2019/8"
AMENDS = Edge(AMENDER, f"{AMENDER}#memutuskan", BASE, Role.MENGUBAH, 1)
REPEALS = Edge(REPEALER, f"{REPEALER}#pasal-30", BASE, Role.MENCABUT, 9)
DATES = {AMENDER: "2018-05-02", REPEALER: "2020-03-02"}


def prove(edge: Edge) -> Proof:
    """Return a sentence for an edge."""
    return Proof(edge.holder, edge.page, "kalimat")


def force(state: LawState, as_of: str = "2026-01-31") -> tuple[Status | None, tuple[str, ...]]:
    """Return the status of the base, and by whom."""
    found = find_force(BASE, state, as_of, prove)
    return found.status, tuple(reason.by for reason in found.reasons)


def test_the_gravest_change_gives_the_status_with_its_sentence() -> None:
    """A repealed act is repealed, whoever amended it before."""
    found = find_force(BASE, LawState((AMENDS, REPEALS), DATES), "2026-01-31", prove)

    assert found.status is Status.DICABUT
    assert found.reasons == (
        Reason("repealed", REPEALER, "2020-03-02", Proof(f"{REPEALER}#pasal-30", 9, "kalimat")),
    )


def test_a_status_is_that_of_a_date() -> None:
    """Before the repealer is in force, its base is only amended; before the amender, neither."""
    state = LawState((AMENDS, REPEALS), DATES, starts={BASE: Commencement(Start("2014-06-01"))})

    assert force(state, "2019-12-31") == (Status.DIUBAH, (AMENDER,))
    assert force(state, "2016-01-01") == (Status.BERLAKU, ())
    assert force(state, "2014-05-31") == (Status.BELUM_BERLAKU, (BASE,))


def test_an_act_is_not_in_force_before_it_is_made() -> None:
    """Also where its own clause names a day that could not be read."""
    unread = LawState((), {BASE: "2014-06-01"}, starts={BASE: Commencement(Start(""))})

    assert force(unread, "2013-12-31") == (Status.BELUM_BERLAKU, (BASE,))
    assert force(unread, "2014-06-01") == (Status.BERLAKU, ())


def test_a_repeal_counts_from_the_day_its_act_begins() -> None:
    """Not from the day that act was promulgated."""
    starts = {REPEALER: Commencement(Start("2021-01-01"), printed=True)}
    state = LawState((REPEALS,), DATES, starts=starts)

    assert force(state, "2020-12-31")[0] is not Status.DICABUT
    assert force(state, "2021-01-01")[0] is Status.DICABUT


def test_the_repeal_of_a_repealer_revives_nothing() -> None:
    """UU 12/2011 Lampiran II no. 229."""
    again = Edge(THIRD, f"{THIRD}#pasal-9", REPEALER, Role.MENCABUT, 3)

    assert force(LawState((REPEALS, again), DATES))[0] is Status.DICABUT


def test_what_the_law_does_not_allow_counts_for_nothing() -> None:
    """A Pergub cannot repeal a Perda, and a draft changes nothing."""
    lower = replace(REPEALS, source=LOWER, holder=f"{LOWER}#pasal-9")

    assert (
        force(LawState((lower,), starts={BASE: Commencement(Start("2014"))}))[0] is Status.BERLAKU
    )
    assert force(LawState((REPEALS,), DATES, frozenset({REPEALER}))) == (None, ())


def test_single_pasal_have_their_own_status() -> None:
    """Repealed, replaced and deleted provisions are listed; inner ones follow the outer."""
    parts = (
        replace(REPEALS, target=f"{BASE}#pasal-7"),
        replace(REPEALS, target=f"{BASE}#pasal-9", role=Role.MENCABUT_SEBAGIAN),
        AMENDS,
    )
    superseded = {
        key: Superseded(key, op, AMENDER)
        for key, op in (
            (f"{BASE}#pasal-3", "replace"),
            (f"{BASE}#pasal-3/ayat-1", "replace"),
            (f"{BASE}#pasal-4", "delete"),
        )
    }
    found = find_force(BASE, LawState(parts, DATES, superseded=superseded), "2026-01-31", prove)

    assert found.status is Status.DICABUT_SEBAGIAN
    assert {unit.key.partition("#")[2]: unit.status for unit in found.units} == {
        "pasal-7": Status.DICABUT,
        "pasal-9": Status.DICABUT,
        "pasal-3": Status.DIUBAH,
        "pasal-4": Status.DICABUT,
    }


def test_a_court_voids_a_pasal_or_the_whole() -> None:
    """With the ruling as the reason; other parts stay in force."""
    reason = Reason("annulled", "Putusan Mahkamah Agung Nomor 57 P/HUM/2017", "2017")
    state = LawState((), annulled=((f"{BASE}#pasal-5/ayat-2", reason),))
    found = find_force(BASE, state, "2026-01-31", prove)

    assert [(unit.key, unit.status) for unit in found.units] == [
        (f"{BASE}#pasal-5/ayat-2", Status.TIDAK_MENGIKAT)
    ]
    assert find_force(BASE, state, "2016-12-31", prove).units == ()
    whole = find_force(BASE, LawState((), annulled=((BASE, reason),)), "2026-01-31", prove)
    assert (whole.status, whole.reasons) == (Status.TIDAK_MENGIKAT, (reason,))


def test_a_pasal_may_begin_later() -> None:
    """Staged commencement: the act is in force, one pasal is not yet."""
    later = Start("2027-01-01", Proof(f"{BASE}#pasal-40", 12, "kalimat"))
    starts = {BASE: Commencement(Start("2014-06-01"), pasal={f"{BASE}#pasal-8": later})}
    found = find_force(BASE, LawState((), starts=starts), "2026-01-31", prove)

    assert (found.status, found.since) == (Status.BERLAKU, "2014-06-01")
    assert [(unit.key, unit.status) for unit in found.units] == [
        (f"{BASE}#pasal-8", Status.BELUM_BERLAKU)
    ]


def test_a_catalogue_is_a_hint() -> None:
    """It never beats a repeal found in text; where it differs it is shown, else not."""
    state = LawState((REPEALS,), DATES, hint="Berlaku")
    found = find_force(BASE, state, "2026-01-31", prove)
    assert (found.status, found.hint) == (Status.DICABUT, "Berlaku")

    agreeing = find_force(BASE, replace(state, hint="Tidak Berlaku"), "2026-01-31", prove)
    assert agreeing.hint == ""
    alone = find_force(BASE, LawState((), hint="Tidak Berlaku"), "2026-01-31", prove)
    assert (alone.status, alone.hint) == (None, "Tidak Berlaku")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "bahwa berdasarkan Putusan Mahkamah Konstitusi Nomor 12/PUU-XIV/2016, Pasal 5 tidak "
            "lagi memiliki kekuatan hukum yang mengikat;",
            "Putusan Mahkamah Konstitusi Nomor 12/PUU-XIV/2016",
        ),
        ("Putusan MA No. 3 P/HUM/2019 ... tidak berkekuatan hukum mengikat",
         "Putusan Mahkamah Agung Nomor 3 P/HUM/2019"),
        ("Putusan Mahkamah Agung Nomor 3 P/HUM/2019 menolak permohonan", ""),
        ("Pasal 5 tidak mempunyai kekuatan hukum mengikat", ""),
    ],
)  # fmt: skip
def test_rulings_are_read(text: str, name: str) -> None:
    """Only a ruling that says that something is void has a name here."""
    assert read_ruling(text) == name
