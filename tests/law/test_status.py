"""What is in force on a date, from what acts do to each other."""

from __future__ import annotations

import pytest

from regcheck.domain import Link, Role, Status
from regcheck.law import find_ineffective, find_standings

OLD, NEW, NEXT = (f"perda/nusa-kencana/{rest}" for rest in ("2012/3", "2020/5", "2026/1"))
PERGUB, ABSENT = "pergub/nusa-kencana/2021/7", "pergub/nusa-kencana/2013/8"
BASE, FIRST, SECOND = (f"perda/nusa-kencana/{rest}" for rest in ("2014/2", "2018/4", "2019/9"))
IDS = (OLD, NEW, BASE, FIRST, SECOND, PERGUB)
REPEAL = Link(NEW, OLD, Role.MENCABUT)


def test_without_changes_everything_is_in_force() -> None:
    """Citations of other kinds change no standing."""
    links = [Link(NEW, OLD, Role.MERUJUK), Link(PERGUB, NEW, Role.DASAR_HUKUM)]

    standings = find_standings(IDS, links, {})

    assert set(standings) == set(IDS)
    assert {one.status for one in standings.values()} == {Status.BERLAKU}


def test_a_repealed_act_is_repealed_present_or_absent() -> None:
    """The repealer is named, also for an act whose text is not in the corpus."""
    links = [REPEAL, Link(NEW, ABSENT, Role.MENCABUT)]

    standings = find_standings(IDS, links, {})

    assert (standings[OLD].status, standings[OLD].by) == (Status.DICABUT, (NEW,))
    assert (standings[ABSENT].status, standings[ABSENT].by) == (Status.DICABUT, (NEW,))
    assert standings[NEW].status is Status.BERLAKU


def test_amendments_are_listed_by_date() -> None:
    """All amenders are named, the earliest first, each once."""
    links = [
        Link(SECOND, BASE, Role.MENGUBAH),
        Link(FIRST, f"{BASE}#pasal-9", Role.MENGUBAH),
        Link(FIRST, BASE, Role.MENGUBAH),
    ]

    standing = find_standings(IDS, links, {FIRST: "2018-05-02", SECOND: "2019"})[BASE]

    assert (standing.status, standing.by) == (Status.DIUBAH, (FIRST, SECOND))


@pytest.mark.parametrize("role", [Role.MENCABUT_SEBAGIAN, Role.MENCABUT])
def test_the_repeal_of_a_pasal_leaves_the_act_partly_in_force(role: Role) -> None:
    """A repeal that names a unit ends that unit only, and outweighs an amendment."""
    links = [Link(NEW, f"{BASE}#pasal-7", role), Link(SECOND, BASE, Role.MENGUBAH)]

    standing = find_standings(IDS, links, {})[BASE]

    assert (standing.status, standing.by) == (Status.DICABUT_SEBAGIAN, (NEW,))


def test_the_gravest_change_wins_whatever_the_order() -> None:
    """An amended act that is repealed is repealed, even by an earlier act of the list."""
    links = [Link(NEW, BASE, Role.MENCABUT), Link(FIRST, BASE, Role.MENGUBAH)]

    for order in (links, links[::-1]):
        standing = find_standings(IDS, order, {})[BASE]
        assert (standing.status, standing.by) == (Status.DICABUT, (NEW,))


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("", Status.DICABUT),
        ("2020-03-01", Status.DICABUT),
        ("2020-02-29", Status.BERLAKU),
        ("2019-12-31", Status.BERLAKU),
    ],
)
def test_a_standing_is_that_of_a_date(as_of: str, status: Status) -> None:
    """A repeal counts from its own date on."""
    standings = find_standings(IDS, [REPEAL], {NEW: "2020-03-01"}, as_of)

    assert standings[OLD].status is status


def test_an_act_without_a_date_counts_from_its_year() -> None:
    """Where only the year is known, the whole year counts."""
    assert find_standings(IDS, [REPEAL], {}, "2020-01-01")[OLD].status is Status.DICABUT
    assert find_standings(IDS, [REPEAL], {}, "2019-12-31")[OLD].status is Status.BERLAKU


def test_the_repeal_of_a_repealer_revives_nothing() -> None:
    """UU 12/2011 Lampiran II no. 229."""
    standings = find_standings(IDS, [REPEAL, Link(NEXT, NEW, Role.MENCABUT)], {})

    assert standings[OLD].status is Status.DICABUT
    assert standings[NEW].status is Status.DICABUT


@pytest.mark.parametrize(
    "source", ["perda/nusa-kencana/2026/rancangan-0123abcd", "tanpa-identitas/0123456789ab", NEXT]
)
def test_drafts_change_nothing(source: str) -> None:
    """Neither a draft, by its id or by declaration, nor an act of no known identity repeals."""
    link = Link(source, OLD, Role.MENCABUT)

    assert find_standings(IDS, [link], {}, drafts={NEXT})[OLD].status is Status.BERLAKU


def test_an_enacted_act_without_a_number_counts() -> None:
    """A date of enactment shows that an act of unreadable identity is no draft."""
    source = "tanpa-identitas/0123456789ab"
    link = Link(source, OLD, Role.MENCABUT)

    assert find_standings(IDS, [link], {source: "2020-03-01"})[OLD].status is Status.DICABUT


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        (PERGUB, OLD, "rank"),
        (PERGUB, "uu/2008/18", "rank"),
        ("kepgub/nusa-kencana/2020/44", OLD, "decision"),
        ("perda/tanjung-perca/2020/1", OLD, "region"),
        (OLD, NEW, "date"),
        (OLD, OLD, "self"),
    ],
)
def test_a_change_that_the_law_does_not_allow_counts_for_nothing(
    source: str, target: str, reason: str
) -> None:
    """Such a change leaves the standing as it is and is listed with its reason."""
    link = Link(source, target, Role.MENCABUT)

    assert target not in find_standings((), [link], {})
    assert find_ineffective([link, REPEAL], {}) == ((link, reason),)


def test_without_years_the_dates_tell_which_act_is_older() -> None:
    """An act of unknown number, enacted before what it seems to repeal, repeals nothing."""
    source = "perda/nusa-kencana/tanpa-tahun/tanpa-nomor-0123abcd"
    link = Link(source, OLD, Role.MENCABUT)

    assert find_ineffective([link], {source: "2010-01-05"}) == ((link, "date"),)
    assert find_ineffective([link], {source: "2014-01-05"}) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (NEW, ABSENT),  # a higher act may repeal a lower one: L.II 159
        ("kepgub/nusa-kencana/2020/44", "kepgub/nusa-kencana/2015/3"),
        ("kepgub/nusa-kencana/2009/44", "pergub/nusa-kencana/2005/3"),  # UU 12/2011 Pasal 100
        ("pergub/nusa-kencana/2020/1", "kepgub/nusa-kencana/2009/44"),
        ("uu/2014/23", "uu/2004/32"),
    ],
)
def test_a_change_that_the_law_allows_counts(source: str, target: str) -> None:
    """Equal and lower acts can be repealed, and old decisions that lay down rules."""
    link = Link(source, target, Role.MENCABUT)

    assert find_standings((), [link], {})[target].status is Status.DICABUT
    assert find_ineffective([link], {}) == ()
