"""Set A's factors are learned from the signs, and the signs are read from the texts."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.data import Parsed, Segment
from benchmarks.set_a_acts import likeness_around, stand_in_act
from benchmarks.set_a_fit import ALL_SIGNS, Case, cross_validate, learn, rank
from benchmarks.set_a_language import Language, LanguageSigns
from benchmarks.set_a_parts import find_cited, read_ayat
from benchmarks.set_a_sanctions import PLAIN, mark_sanctions, read_sanction_signs
from benchmarks.set_a_signs import Library, read_library, read_query
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


def make_library(*acts: tuple[str, ...]) -> Library:
    """Return the pasal of some acts, as they are read for the ranking."""
    parsed = [
        Parsed(
            f"uu/{2010 + number}/1",
            "Retribusi",
            tuple(Segment(str(place + 1), "", text) for place, text in enumerate(texts)),
        )
        for number, texts in enumerate(acts)
    ]
    return read_library(parsed)


def read_language(library: Library, text: str) -> list[dict[str, float]]:
    """Return the signs of language of every pasal, by name."""
    found = np.arange(len(library.ids))
    rows = Language(library).read(read_query(text, library.kinds), found, -1)
    return [dict(zip(LanguageSigns._fields, row, strict=True)) for row in rows.tolist()]


def test_a_pasal_is_likelier_where_its_act_speaks_so() -> None:
    """Of two pasal that share no word with a text, that of the act with its words is likelier."""
    library = make_library(
        ("Pemilik kios membayar retribusi.", "Kepala pasar mencatat pembayaran."),
        ("Nakhoda kapal melapor kepada syahbandar.", "Petugas mencatat pembayaran."),
    )

    signs = read_language(library, "Retribusi kios dipungut setiap bulan.")

    assert signs[1]["covered"] == signs[3]["covered"] == 0
    assert signs[1]["likelier"] > signs[3]["likelier"]
    assert signs[1]["likelier_in_act"] == signs[0]["likelier_in_act"]
    assert signs[0]["likelier"] > signs[1]["likelier"]


def test_a_budget_is_told_by_its_year() -> None:
    """The pasal of the year that a text names agrees, that of another year does not."""
    library = make_library(
        ("Pendapatan Tahun Anggaran 2011 direncanakan.",),
        ("Pendapatan Tahun Anggaran 2012 direncanakan.",),
        ("Pendapatan pasar disetor.",),
    )

    signs = read_language(library, "Pendapatan Tahun Anggaran 2O12 diperkirakan.")

    assert [one["same_budget"] for one in signs] == [0, 1, 0]
    assert [one["other_budget"] for one in signs] == [1, 0, 0]
    assert [one["other_year"] for one in signs] == [1, 0, 0]


def test_pasal_cited_alike_speak_for_a_candidate() -> None:
    """What cites the same ayat is alike more closely than what cites the same pasal."""
    library = make_library(
        ("Pemungutan menurut Pasal 6 ayat (2) dilaporkan.",),
        ("Pemungutan menurut Pasal 6 ayat (3) dilaporkan.",),
        ("Pemungutan dilaporkan.",),
    )

    signs = read_language(library, "Pemungutan menurut Pasal 6 ayat (2) dicatat.")

    assert [one["cited_alike"] for one in signs] == [1, 1, 0]
    assert [one["cited_closely"] for one in signs] == [1, 0, 0]


def test_a_query_of_unknown_words_has_no_signs_of_language() -> None:
    """Nothing is divided by nought."""
    (signs,) = read_language(make_library(("Kios pasar.",)), "Nakhoda melapor.")

    assert set(signs.values()) == {0}


def test_signs_of_sanctions_are_nought_for_what_is_none() -> None:
    """For a sanction the signs are repeated; for other texts only sanctions are marked."""
    library = make_library(("Pelanggar dipidana dengan denda.",), ("Retribusi dipungut.",))
    plain = np.ones((2, sum(len(one._fields) for one in PLAIN)), dtype=np.float32)
    found, marks = np.arange(2), mark_sanctions(library)

    asked = read_query("Penjual dipidana dengan denda.", library.kinds)
    sanction = read_sanction_signs(asked, found, plain, marks)
    other = read_sanction_signs(read_query("Retribusi.", library.kinds), found, plain, marks)

    assert sanction[:, :-2].min() == 1
    assert sanction[:, -2:].tolist() == [[1, 0], [0, 0]]
    assert not other[:, :-2].any()
    assert other[:, -2:].tolist() == [[0, 1], [0, 0]]
