"""Numbers as regulations print them, and as scanners misread them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from regcheck.parse.norms.numerals import UNITS

ROMAN_DIGITS = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)

ORDINALS = {
    "kesatu": 1,
    "pertama": 1,
    "kedua": 2,
    "ketiga": 3,
    "keempat": 4,
    "kelima": 5,
    "keenam": 6,
    "ketujuh": 7,
    "kedelapan": 8,
    "kesembilan": 9,
    "kesepuluh": 10,
    "kesebelas": 11,
}
#: The second word of an ordinal, printed without the space before it.
#:
#: takes    keduabelas      keduapuluh satu
#: refuses  kesepuluh      kesebelas      kedua belas
GLUED = re.compile(r"(?<=[a-z])(?<!\bkese)(belas|puluh)\b")
#: Letters that scanners put in the place of a digit, likeliest digit first. Seen in the
#: national gazette texts of 2016-2022 (``2OL9``, ``Pasal 2l``, ``PasalT2``).
LOOKALIKES = {
    "O": "0",
    "o": "0",
    "Q": "0",
    "D": "0",
    "l": "1",
    "I": "1",
    "i": "1",
    "|": "1",
    "!": "1",
    "]": "1",
    "J": "1",
    "L": "1",
    "t": "1",
    "T": "71",
    "Z": "2",
    "z": "2",
    "S": "5",
    "s": "5",
    "G": "6",
    "b": "6",
    "B": "8",
    "g": "98",
    "q": "9",
    "a": "4",
}

#: The price of reading a letter as a digit, against 6 for a heading alone on its line.
LETTER_COST = 0.4
SECOND_CHOICE_COST = 1.0
#: The price of joining digits that the text layer has torn apart (``Pasal I 1`` for 11).
JOIN_COST = 1.5


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a printed number: ``order`` sorts labels, ``cost`` grows with doubt.

    ``end`` is the offset after the number; ``roman`` tells Pasal I from Pasal 1.
    """

    label: str
    order: tuple[int, str]
    cost: float
    end: int
    roman: bool = False


def to_roman(number: int) -> str:
    """Write ``number`` (1-399) in Roman digits.

    >>> to_roman(14), to_roman(49)
    ('XIV', 'XLIX')
    """
    text = ""
    for value, digits in ROMAN_DIGITS:
        while number >= value:
            text += digits
            number -= value
    return text


@lru_cache(maxsize=1024)
def from_roman(text: str) -> int:
    """Read Roman digits; 0 when the text is no well-formed Roman number.

    >>> from_roman("XIV"), from_roman("IIX")
    (14, 0)
    """
    total, rest = 0, text
    for value, digits in ROMAN_DIGITS:
        while rest.startswith(digits):
            total += value
            rest = rest[len(digits) :]
    return total if not rest and total and to_roman(total) == text else 0


def from_ordinal(words: str) -> int:
    """Read an ordinal in words, as Bagian and Diktum carry it; 0 when it is none.

    >>> from_ordinal("Kesatu"), from_ordinal("KEDUA BELAS"), from_ordinal("Kedua Puluh Tiga")
    (1, 12, 23)
    >>> from_ordinal("Keduapuluh Satu"), from_ordinal("Kelimabelas"), from_ordinal("Kesepuluh")
    (21, 15, 10)
    >>> from_ordinal("Umum")
    0
    """
    parts = GLUED.sub(r" \1", words.lower()).split()
    if len(parts) == 1:
        return ORDINALS.get(parts[0], 0)
    first = ORDINALS.get(parts[0], 0) if parts else 0
    if not first or len(parts) > 3:
        return 0
    if parts[1] == "belas":
        return 10 + first
    if parts[1] == "puluh":
        return 10 * first + (UNITS.get(parts[2], 0) if len(parts) == 3 else 0)
    return 0


def from_letters(text: str) -> int:
    """Count a list letter: a is 1, z 26, aa 27; 0 for mixed letters.

    Behind z some go on with aa, ab, ac, others with aa, bb, cc; a doubled letter counts as in the
    second row, for no list has 54 items.

    >>> from_letters("c"), from_letters("aa"), from_letters("ab"), from_letters("cc")
    (3, 27, 28, 29)
    """
    if len(text) == 1:
        return ord(text) - ord("a") + 1
    if len(text) == 2 and text[0] == text[1]:
        return 26 + ord(text[0]) - ord("a") + 1
    if len(text) == 2 and text[0] in "ab":
        return 26 * (ord(text[0]) - ord("a") + 1) + ord(text[1]) - ord("a") + 1
    return 0


def order_of(label: str) -> tuple[int, str]:
    """Return the sort key of a label: 12 < 12A < 12B < 13, and IV like 4.

    >>> sorted(["13", "12B", "12", "12A"], key=order_of)
    ['12', '12A', '12B', '13']
    """
    digits = re.match(r"\d+", label)
    if digits:
        return int(digits[0]), label[digits.end() :].upper()
    roman = re.match(r"[IVXLC]+(?=[A-Z]?$)", label)
    if roman and from_roman(roman[0]):
        return from_roman(roman[0]), label[roman.end() :]
    return from_letters(label.lower()), ""


def digit_readings(raw: str) -> list[tuple[int, float]]:
    """Read a run of digits and look-alike letters; each value comes with its cost.

    >>> digit_readings("2l")
    [(21, 0.4)]
    >>> digit_readings("T2")
    [(72, 0.4), (12, 1.4)]
    """
    options = [("", 0.0)]
    for char in raw:
        if char.isdigit():
            options = [(text + char, cost) for text, cost in options]
            continue
        digits = LOOKALIKES.get(char, "")
        options = [
            (text + digit, cost + LETTER_COST + SECOND_CHOICE_COST * rank)
            for text, cost in options
            for rank, digit in enumerate(digits)
        ]
    return [(int(text), cost) for text, cost in options if text and not text.startswith("0")]
