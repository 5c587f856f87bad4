"""Automatic numbers are counted and printed as Word counts and prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.read.word.numbering import (
    LEVELS,
    Counters,
    Level,
    List,
    is_known,
    say_number,
    to_letters,
    to_small_roman,
)

Steps = list[tuple[str, int]]


def labels(steps: Steps, **lists: List) -> list[str]:
    """Return the labels of paragraphs, each given by its list and level."""
    counters = Counters()
    return [counters.next_label(name, lists[name], index) for name, index in steps]


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 54, "bbb"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 14, "XIV"),
        ("upperRoman", 0, "0"),
        ("lowerLetter", 0, "0"),
        ("001, 002, 003, ...", 5, "005"),
        ("numberInDash", 3, "- 3 -"),
        ("none", 3, ""),
        ("bullet", 3, ""),
        ("chicago", 3, "3"),
    ],
)
def test_a_number_is_printed_in_its_format(form: str, number: int, printed: str) -> None:
    """Each format has its own signs; one that is not known prints figures."""
    assert say_number(number, form) == printed


def test_formats_that_print_as_plain_figures_are_told_apart() -> None:
    """A note can name the formats whose print may differ from Word's."""
    assert is_known("upperRoman")
    assert is_known("0001, 0002")
    assert not is_known("ordinalText")


@given(st.integers(1, 3999))
def test_roman_numbers_read_back(number: int) -> None:
    """No two numbers have the same Roman figures."""
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    figures = [values[sign] for sign in to_small_roman(number)]
    following = [*figures[1:], 0]
    total = sum(-a if a < b else a for a, b in zip(figures, following, strict=True))

    assert total == number


@given(st.integers(1, 400))
def test_letters_repeat_after_z(number: int) -> None:
    """A label of letters is one letter, as often as the alphabet has been used."""
    printed = to_letters(number)

    assert len(set(printed)) == 1
    assert (len(printed) - 1) * 26 + ord(printed[0]) - 96 == number


def test_pasal_run_through_the_bab() -> None:
    """A level that never restarts counts on under the next higher one; ayat begin anew."""
    regulation = List(
        "0",
        {
            0: Level(form="upperRoman", pattern="BAB %1"),
            1: Level(pattern="Pasal %2", restart=0),
            2: Level(pattern="(%3)"),
        },
    )
    steps = [("a", index) for index in (0, 1, 2, 2, 1, 0, 1, 2)]

    assert labels(steps, a=regulation) == [
        "BAB I",
        "Pasal 1",
        "(1)",
        "(2)",
        "Pasal 2",
        "BAB II",
        "Pasal 3",
        "(1)",
    ]


def test_a_level_restarts_after_the_one_it_names() -> None:
    """``restart=1`` waits for the first level, and passes over the second."""
    levels = {index: Level(pattern=f"%{index + 1}") for index in range(3)}
    levels[2] = Level(pattern="%3", restart=1)
    steps = [("a", index) for index in (0, 1, 2, 1, 2, 0, 2)]

    assert labels(steps, a=List("0", levels))[2::2] == ["1", "2", "1"]


def test_lists_of_one_definition_count_together() -> None:
    """A second instance goes on counting; one with a start of its own begins there, once."""
    levels = {0: Level(pattern="%1.")}
    first, second = List("0", levels), List("0", levels)
    third = List("0", levels, {0: 1})
    steps = [("a", 0), ("b", 0), ("c", 0), ("c", 0), ("a", 0)]

    assert labels(steps, a=first, b=second, c=third) == ["1.", "2.", "1.", "2.", "3."]


def test_a_skipped_level_counts_as_begun() -> None:
    """A lower level before any higher one prints the higher one's start, which is then used."""
    levels = {0: Level(pattern="%1"), 1: Level(pattern="%1.%2")}

    assert labels([("a", 1), ("a", 0)], a=List("0", levels)) == ["1.1", "2"]


def test_legal_numbers_are_figures_on_all_levels() -> None:
    """A legal level prints Roman numbers of higher levels as figures."""
    levels = {
        0: Level(form="upperRoman", pattern="BAB %1"),
        1: Level(pattern="%1.%2", legal=True),
    }

    assert labels([("a", 0), ("a", 0), ("a", 1)], a=List("0", levels))[-1] == "2.1"


@pytest.mark.parametrize(
    "level",
    [
        Level(pattern="%2."),
        Level(pattern="x" * 40 + "%1"),
        Level(pattern="%1", hidden=True),
        Level(pattern=""),
    ],
)
def test_what_word_does_not_print_is_not_printed(level: Level) -> None:
    """A pattern that names a lower level, is too long, hidden or empty gives no label."""
    assert labels([("a", 0)], a=List("0", {0: level})) == [""]


def test_capitals_are_applied_to_the_label() -> None:
    """A level set in capitals prints its words so."""
    level = Level(pattern="Bab %1", form="upperRoman", caps=True)

    assert labels([("a", 0)], a=List("0", {0: level})) == ["BAB I"]


@given(st.lists(st.integers(0, LEVELS - 1), max_size=60))
def test_numbers_of_a_level_rise_by_one_or_begin_anew(indexes: list[int]) -> None:
    """Whatever the order of levels, a number is its level's start or one more than the last."""
    numbered = List("0", {index: Level(pattern=f"%{index + 1}") for index in range(LEVELS)})
    last: dict[int, int] = {}

    for index, label in zip(indexes, labels([("a", i) for i in indexes], a=numbered), strict=True):
        begins_anew = index not in last
        assert int(label) == 1 if begins_anew and index else int(label) >= 1
        if not begins_anew:
            assert int(label) == last[index] + 1
        last[index] = int(label)
        for above in range(index):
            last.setdefault(above, 1)
        last = {level: number for level, number in last.items() if level <= index}
