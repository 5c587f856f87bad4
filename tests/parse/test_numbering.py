"""Numbers are read as printed, and as they must have been printed."""

from __future__ import annotations

import pytest

from regcheck.parse.marks.numbering import (
    ORDINALS,
    digit_readings,
    from_letters,
    from_ordinal,
    from_roman,
    order_of,
    to_roman,
)
from regcheck.parse.structure.headings import division_number


def test_roman_numbers_come_back() -> None:
    """Every number from 1 to 399 survives being written and read, and no two look alike."""
    written = {to_roman(number): number for number in range(1, 400)}

    assert len(written) == 399
    assert {text: from_roman(text) for text in written} == written


@pytest.mark.parametrize("text", ["IIX", "VV", "IC", "", "ABC", "IVA"])
def test_malformed_roman_numbers_are_none(text: str) -> None:
    """What no one would write as a Roman number is 0."""
    assert from_roman(text) == 0


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Kesatu", 1),
        ("Pertama", 1),
        ("KESEBELAS", 11),
        ("Kedua Belas", 12),
        ("keduabelas", 12),
        ("Kedua Puluh", 20),
        ("Ketiga Puluh Empat", 34),
        ("Umum", 0),
        ("Kedua Kali", 0),
        ("", 0),
    ],
)
def test_ordinals_are_read(words: str, number: int) -> None:
    """Ordinals in words give their number; other words give 0."""
    assert from_ordinal(words) == number


def test_every_simple_ordinal_has_a_number() -> None:
    """The table runs from 1 to 11 without a gap."""
    assert set(ORDINALS.values()) == set(range(1, 12))


@pytest.mark.parametrize(
    ("raw", "best"),
    [("12", 12), ("2l", 21), ("1O", 10), ("lO4", 104), ("48O", 480), ("T2", 72), ("B3", 83)],
)
def test_damaged_digits_are_read(raw: str, best: int) -> None:
    """The cheapest reading comes first and takes each letter for the digit it resembles."""
    readings = digit_readings(raw)

    assert readings[0][0] == best
    assert [cost for _, cost in readings] == sorted(cost for _, cost in readings)


def test_a_leading_zero_is_no_pasal() -> None:
    """No pasal or ayat is numbered 0 or 01."""
    assert digit_readings("O") == []
    assert digit_readings("01") == []


def test_labels_sort_in_document_order() -> None:
    """Inserted pasal stand between their neighbours, and Roman bab sort by value."""
    assert sorted(["13", "12B", "12", "12A"], key=order_of) == ["12", "12A", "12B", "13"]
    assert sorted(["X", "IX", "IXA", "II"], key=order_of) == ["II", "IX", "IXA", "X"]


def test_list_letters_go_on_after_z() -> None:
    """After z come aa and ab."""
    assert [from_letters(text) for text in ("a", "z", "aa", "ab", "xyz")] == [1, 26, 27, 28, 0]


@pytest.mark.parametrize(("raw", "number"), [("Ketiga", 3), ("4", 4), ("IV", 4), ("l", 1)])
def test_divisions_count_in_words_digits_or_roman(raw: str, number: int) -> None:
    """Bagian and paragraf are numbered in three ways."""
    assert division_number(raw) == number
