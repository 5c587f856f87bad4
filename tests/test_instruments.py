"""Instruments: names and abbreviations, ranks, and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import RegulationId
from regcheck.instruments import (
    find_instrument,
    instrument,
    is_firm,
    is_regulation,
    level_hint,
    nicknames,
    normalise_nomor,
    rank,
    split_instrument,
    tables,
    to_digits,
)

SLUGS = sorted(tables().instruments)
DEPARTMENTS = [(name, code) for name, code in sorted(tables().departments.items())]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_spelling_of_an_instrument_names_it(slug: str) -> None:
    """Full, other and short names, in any case, give the instrument; the slug gives it back."""
    row = instrument(slug)
    assert row is not None

    for name in (row.name, *row.other, *row.short):
        for spelling in (name, name.upper(), name.replace("-", "- "), name.replace("-", " ")):
            found = find_instrument(spelling)
            assert found is not None
            assert found.slug == slug


@pytest.mark.parametrize(
    ("family", "words"), [("permen", "Peraturan Menteri"), ("kepmen", "Keputusan Menteri")]
)
def test_every_department_has_its_regulations(family: str, words: str) -> None:
    """The names of a department, past ones too, give one slug."""
    for code in set(tables().departments.values()):
        title = tables().titles[code]
        found = find_instrument(f"{words} {title}")
        assert found is not None
        assert found.slug == family + code
        assert instrument(family + code) == found


@pytest.mark.parametrize(
    ("printed", "slug", "rest"),
    [
        ("PERATURAN DAERAH KABUPATEN KULON PROGO", "perda", "KABUPATEN KULON PROGO"),
        ("Peraturan Daerah Istimewa Yogyakarta", "perda", "Daerah Istimewa Yogyakarta"),
        (
            "Peraturan Daerah Istimewa Daerah Istimewa Yogyakarta",
            "perdais",
            "Daerah Istimewa Yogyakarta",
        ),
        ("Peraturan Daerah Khusus Ibukota Jakarta", "perda", "Daerah Khusus Ibukota Jakarta"),
        ("Peraturan Daerah Khusus Provinsi Papua", "perdasus", "Provinsi Papua"),
        ("PERDAPROV RIAU", "perda", "PROV RIAU"),
        ("Peraturan Gubernur Kepala Daerah Istimewa Yogyakarta", "pergub", "Istimewa Yogyakarta"),
        ("Peraturan Wali Kota Medan", "perwal", "Medan"),
        ("Peraturan Walikota Medan", "perwal", "Medan"),
        ("PermenPANRB", "permenpanrb", ""),
        ("PERMENPAN", "permenpan", ""),
        ("KEPMENHUB", "kepmenhub", ""),
        ("Permen LHK", "permenlhk", ""),
        ("Peraturan Menteri Negara Pendayagunaan Aparatur Negara", "permenpan", ""),
        ("Peraturan Menteri Tata Angkasa", "permentataangkasa", ""),
        ("Perka BKN", "perkabkn", ""),
        ("Peraturan Kepala Badan Kepegawaian Negara", "perkabkn", ""),
        ("Peraturan Badan Kepegawaian Negara", "perbkn", ""),
        ("PMK", "permenkeu", ""),
        ("Peraturan Pernerintah", "pp", ""),
    ],
)
def test_names_are_split_from_their_region(printed: str, slug: str, rest: str) -> None:
    """What is left over after the instrument is the region."""
    found, left = split_instrument(printed)

    assert found is not None
    assert (found.slug, left) == (slug, rest)


@pytest.mark.parametrize(
    "words",
    ["Peraturan ini", "peraturan perundang-undangan", "Keputusan rapat", "", "Kata Pengantar"],
)
def test_other_words_are_no_instruments(words: str) -> None:
    """Generic words name nothing."""
    assert find_instrument(words) is None


def test_the_ladder_of_the_law_is_the_order_of_ranks() -> None:
    """UU 12/2011 Pasal 7(1): UUD, TAP, UU and Perpu, PP, Perpres, Perda."""
    ladder = [rank(slug) for slug in ("uud", "tapmpr", "uu", "perpu", "pp", "perpres")]
    regional = [
        rank("perda", "bali"),
        rank("pergub", "bali"),
        rank("perda", "kab-badung"),
        rank("perbup", "kab-badung"),
    ]

    assert ladder == [10, 20, 30, 30, 40, 50]
    assert regional == [60, 65, 70, 75]
    assert rank("permendagri") == 55
    assert [rank(slug) for slug in ("kepgub", "keppres", "se", "ingub", "tak-dikenal")] == [
        None
    ] * 5


def test_decisions_orders_and_circulars_are_no_regulations() -> None:
    """What ranks nowhere, except a council's rules of procedure, lays down no rules."""
    for slug in SLUGS:
        if instrument(slug) and not is_regulation(slug):
            assert rank(slug) is None
    assert is_regulation("permenkes")
    assert not is_regulation("kepmenkes")


@pytest.mark.parametrize(
    ("left", "right", "firm"),
    [
        ("uu/2014/23", "perda/bali/2015/1", True),
        ("perda/bali/2015/1", "pergub/bali/2016/1", True),
        ("pp/2016/18", "pergub/bali/2016/1", True),
        ("permendagri/2015/80", "uu/2014/23", True),
        ("permendagri/2015/80", "pergub/bali/2016/1", False),
        ("permendagri/2015/80", "perda/bali/2016/1", False),
        ("pergub/bali/2016/1", "perda/kab-badung/2016/1", False),
        ("perda/bali/2015/1", "perda/kab-badung/2016/1", True),
        ("kepgub/bali/2016/1", "perda/bali/2016/1", False),
    ],
)
def test_only_the_law_s_own_ranks_are_firm(left: str, right: str, firm: bool) -> None:
    """A starred rank decides nothing alone, save below UU, PP, Perpres and the own Perda."""
    one, other = RegulationId.from_str(left), RegulationId.from_str(right)

    assert is_firm(one, other) is is_firm(other, one) is firm


@pytest.mark.parametrize(
    ("printed", "nomor"),
    [
        ("11/PMK.07/2010", "11"),
        ("07", "7"),
        ("22A", "22a"),
        ("22 a", "22a"),
        ("1 Drt", "1"),
        ("47 Prp", "47"),
        ("P.10/MENLHK/2018", "10"),
        ("53/Permentan/KB.110/10/2015", "53"),
        ("188.34-9060", "188.34-9060"),
        ("188.44/0401/KUM/2016", "188.44-0401"),
        ("378/KPTS/1987", "378"),
        ("57 P/HUM/2017", "57"),
        ("57 p/hum/2017", "57"),
        ("137/PUU-XIII/2015", "137"),
        ("XI/MPR/1998", "xi"),
        ("1l", "11"),
        ("M.HH-01.PP.04.02", "m.hh-01.pp.04.02"),
    ],
)
def test_the_leading_number_goes_into_the_id(printed: str, nomor: str) -> None:
    """Codes, zeros and letters after the number."""
    assert normalise_nomor(printed) == nomor


@given(st.integers(1, 9999), st.sampled_from(["", "A", "b"]))
def test_plain_numbers_stay(number: int, letter: str) -> None:
    """A number and its letter are kept, whatever zeros stand before."""
    assert normalise_nomor(f"00{number}{letter}") == f"{number}{letter.lower()}"


@given(st.text(max_size=30))
def test_any_text_is_read_without_error(text: str) -> None:
    """Strange numbers and names give something or nothing, never an error or a slash."""
    assert "/" not in normalise_nomor(text)
    split_instrument(text)


def test_look_alikes_are_read_as_digits() -> None:
    """Letters that scans print for digits."""
    assert to_digits("2OL9") == "2019"


def test_nicknames_point_to_statutes_in_order_of_time() -> None:
    """Each short name has its ids with rising days, and KUHP changes hands in 2026."""
    for rows in nicknames().values():
        days = [day for day, _ in rows]
        assert days == sorted(days)
        assert all(RegulationId.from_str(target).jenis in ("uu", "stb") for _, target in rows)
    assert nicknames()["KUHP"][-1] == ("2026-01-02", "uu/2023/1")


def test_hints_of_levels() -> None:
    """Some instruments belong to one level of region."""
    assert [level_hint(slug) for slug in ("pergub", "perbup", "perwal", "perda", "uu")] == [
        "provinsi", "kab", "kota", "", "",
    ]  # fmt: skip
