"""Numbers in words and digits mean what a reader takes them to mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.parse.norms.numerals import NUMBER_WORDS, parse_digits, parse_words

DIGIT_NAMES = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
]


def say_small(number: int) -> str:
    """Spell a number below a thousand; nothing for zero."""
    hundreds, rest = divmod(number, 100)
    parts = []
    if hundreds:
        parts.append("seratus" if hundreds == 1 else f"{DIGIT_NAMES[hundreds]} ratus")
    if rest in {10, 11}:
        parts.append("sepuluh" if rest == 10 else "sebelas")
    elif 11 < rest < 20:
        parts.append(f"{DIGIT_NAMES[rest - 10]} belas")
    else:
        parts += [f"{DIGIT_NAMES[rest // 10]} puluh"] * (rest >= 20)
        parts += [DIGIT_NAMES[rest % 10]] * (rest % 10 > 0)
    return " ".join(parts)


def say(number: int) -> str:
    """Spell a number below a quadrillion as regulations do."""
    if number == 0:
        return "nol"
    parts = []
    for size, name in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu")):
        amount, number = divmod(number, size)
        if amount:
            one_thousand = name == "ribu" and amount == 1
            parts.append("seribu" if one_thousand else f"{say_small(amount)} {name}")
    return " ".join(filter(None, (*parts, say_small(number))))


def test_every_number_below_ten_thousand_is_read_back() -> None:
    """Words and numbers are inverse, from nol to sembilan ribu sembilan ratus ..."""
    assert [n for n in range(10_000) if parse_words(say(n)) != n] == []


@given(st.integers(0, 10**15 - 1))
def test_large_numbers_are_read_back(number: int) -> None:
    """The same holds up to a quadrillion."""
    assert parse_words(say(number)) == number


@given(st.integers(0, 10**9), st.sampled_from(["", "-", "- ", "\n", "  "]))
def test_blanks_and_hyphens_do_not_matter(number: int, joiner: str) -> None:
    """Words glued together, hyphenated or broken over lines spell the same number."""
    assert parse_words(say(number).replace(" ", joiner)) == number


@given(st.integers(0, 10**9))
def test_capitals_do_not_matter(number: int) -> None:
    """A heading in capitals spells the same number."""
    assert parse_words(say(number).upper()) == number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("satu koma dua", 1.2),
        ("nol koma nol lima", 0.05),
        ("dua belas koma tujuh lima", 12.75),
        ("sembilan puluh lima koma delapan puluh", 95.8),
        ("satu koma lima juta", 1_500_000),
        ("setengah", 0.5),
        ("dua setengah", 2.5),
        ("dua pertiga", 2 / 3),
        ("dua per tiga", 2 / 3),
        ("seperempat", 0.25),
        ("tiga perempat", 0.75),
        ("satu per seribu", 0.001),
        ("sejuta", 1_000_000),
        ("satu milyar", 10**9),
        ("dua trilyun", 2 * 10**12),
        ("seratus sebelas ribu seratus sebelas", 111_111),
        ("tiqa puluh", 30),
        ("dclapan", 8),
        ("1ima belas", 15),
        ("enarn", 6),
        ("saf u", 1),
    ],
)
def test_fractions_spellings_and_misreadings(words: str, value: float) -> None:
    """Decimals, parts, older spellings and the usual errors of optical reading are understood."""
    assert parse_words(words) == pytest.approx(value)


@pytest.mark.parametrize(
    "words",
    ["", "dua tiga", "juta", "puluh dua", "ribu juta", "dua puluh sebelas", "seratus seratus",
     "setiap orang", "dua koma", "satu per nol", "lima ratus belas"],
)  # fmt: skip
def test_what_spells_no_number(words: str) -> None:
    """An impossible order of words is no number rather than a wrong one."""
    assert parse_words(words) is None


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("1.250.000,00", 1_250_000),
        ("50.000.000,-", 50_000_000),
        ("1,2", 1.2),
        ("0,05", 0.05),
        ("0.5", 0.5),
        ("21.615", 21_615),
        ("12.50", 12.5),
        ("1.000.00O,0O", 1_000_000),
        ("l.5OO.000", 1_500_000),
        ("1 0.000.000,00", 10_000_000),
        ("2018", 2018),
    ],
)
def test_digits(digits: str, value: float) -> None:
    """A dot marks thousands, a comma decimals; blanks and look-alike letters are repaired."""
    assert parse_digits(digits) == value


@pytest.mark.parametrize("digits", ["", ",", "1a", "12/2011", "--"])
def test_what_is_no_number_in_digits(digits: str) -> None:
    """Anything else is no number."""
    assert parse_digits(digits) is None


@given(st.integers(0, 10**14))
def test_thousands_are_read_back(number: int) -> None:
    """Digits in groups of three are the number they group."""
    assert parse_digits(f"{number:,}".replace(",", ".")) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("paling lama tiga puluh hari", ["tiga puluh"]),
        ("Peraturan perizinan perumahan", []),
        ("persatuan dan kesatuan", []),
        ("ratusan juta rupiah", []),
        ("dua atau tiga", ["dua", "tiga"]),
    ],
)
def test_number_words_are_found_whole(text: str, found: list[str]) -> None:
    """Number words are found as one; parts of other words are not."""
    assert [match[0] for match in NUMBER_WORDS.finditer(text)] == found
