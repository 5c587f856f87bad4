"""Set A's factors are learned from the signs, and what a text cites is read."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.set_a_acts import likeness_around, stand_in_act
from benchmarks.set_a_fit import ALL_SIGNS, Case, cross_validate, learn, rank
from benchmarks.set_a_parts import find_cited, read_ayat
from benchmarks.set_a_worth import WORTH


def make_cases(count: int) -> list[Case]:
    """Return cases in which the second of three signs tells the right candidate."""
    noise = np.random.default_rng(7)
    cases = []
    for number in range(count):
        signs = noise.normal(size=(6, 3)).astype(np.float32)
        right = number % 6
        signs[right, 1] += 6
        ids = [f"uu/2000/{number}#{label}" for label in range(6)]
        row = {"target": ids[right], "band": "edited"}
        cases.append(Case(row, ids, signs, np.array([right])))
    return cases


def test_the_sign_that_tells_is_worth_most() -> None:
    """What is learned on some laws ranks the right pasal of others first."""
    cases = make_cases(60)

    factors = np.abs(learn(cases))

    assert factors.argmax() == 1
    assert (cross_validate(cases, 0) == 1).mean() > 0.9


def test_a_case_without_the_right_candidate_is_missed() -> None:
    """Its rank is past all candidates; nothing is learned from it."""
    case = make_cases(1)[0]
    lost = Case({"target": "uu/1999/1#1"}, case.ids, case.signs, np.zeros(0, dtype=np.int64))

    assert rank(lost, np.ones(3)) == 7


def test_every_sign_has_its_worth() -> None:
    """The factors stand in the order of the signs."""
    assert len(WORTH) == sum(len(one._fields) for one in ALL_SIGNS)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("sebagaimana dimaksud dalam Pasal 12 ayat (3)", {(12, "")}),
        ("melanggar Pasal 76A", {(76, "A")}),
        ("Pasal 5 Undang-Undang Nomor 8 Tahun 1981", set()),
        ("Pasal 2 sampai dengan Pasal 40", {(2, ""), (40, "")}),
    ],
)
def test_pasal_of_the_same_act_are_read(text: str, cited: set[tuple[int, str]]) -> None:
    """Those of other acts are left out, and a range too long is its ends alone."""
    assert find_cited(text) == cited


def test_ayat_are_read_apart() -> None:
    """A text without ayat is one part; marks that stand alone are none."""
    two = "(1) Pemilik kios wajib membayar retribusi. (2) Retribusi dibayar setiap bulan."

    assert len(read_ayat(two, len)) == 2
    assert len(read_ayat("Pemilik kios wajib membayar retribusi.", len)) == 1
    assert read_ayat("(2)", len) == []


def test_candidates_stand_in_their_act() -> None:
    """Each has its rank among those of its act, and the act the mean of its best."""
    own = np.array([0.2, 0.9, 0.4, 0.1, 0.3], dtype=np.float32)
    ranks, best = stand_in_act(np.array([5, 7, 5, 5, 5]), own)

    assert ranks.tolist() == [2, 0, 0, 3, 1]
    assert best == pytest.approx({5: 0.3, 7: 0.9})


def test_what_stands_around_ends_with_the_act() -> None:
    """Pasal of another act do not count, nor does the pasal itself."""
    own = np.array([0.8, 0.2, 0.4, 0.6], dtype=np.float32)
    acts = np.array([1, 2, 2, 2])

    assert likeness_around(1, own, acts) == pytest.approx(0.5)
    assert likeness_around(0, own, acts) == 0
