"""Page numbers: those set off by marks or words, and those that count up with the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from regcheck.read.patterns import DIGITS, LABELLED_NUMBER, MARKED_NUMBER, MARKED_ROMAN

#: So many page numbers count up with the leaves; so many heads made of several numbers.
MIN_NUMBERS, MIN_HEADS = 2, 3
#: A head made of numbers has from two to so many.
MAX_FIGURES = 4
#: Signs that a recogniser takes for figures, and the other way round.
FIGURES = str.maketrans("IlOotSZ", "1100152")

#: The Roman numbers of the pages of an annex; a recogniser takes I for l.
TENS, ONES = ("", "X", "XX", "XXX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMANS = {tens + ones: 10 * i + j for i, tens in enumerate(TENS) for j, ones in enumerate(ONES)}

Place = tuple[int, int]  # leaf and row


def find_numbers(rows: Iterable[tuple[Place, str]]) -> set[Place]:
    """Find page numbers among rows near the edges of leaves.

    A number that no mark or word sets off on both sides is one if it counts up: its distance to
    the leaf's own number is shared by others. The same holds for a head that is made of numbers
    (``2011, 132 7``), of which one counts up and the others stay.
    """
    rows = list(rows)
    found = {place for place, text in rows if LABELLED_NUMBER.fullmatch(text)}
    values = {place: value for place, text in rows if (value := read_number(text)) is not None}
    steps = Counter(value - place[0] for place, value in values.items())
    found |= {place for place, value in values.items() if steps[value - place[0]] >= MIN_NUMBERS}
    heads = {place: set(read_head(place[0], text)) for place, text in rows}
    shared = Counter(key for keys in heads.values() for key in keys)
    return found | {
        place for place, keys in heads.items() if any(shared[key] >= MIN_HEADS for key in keys)
    }


def read_number(text: str) -> int | None:
    """Return the number that a row consists of, but for the marks around it.

    >>> [read_number(text) for text in ("- 12", "l2-", "Page 3 of 4", "iv", "Vlll", "3.", "MIX")]
    [12, 12, 3, 4, 8, None, None]
    """
    if match := MARKED_NUMBER.fullmatch(text):
        return int(match[1].translate(FIGURES))
    if LABELLED_NUMBER.fullmatch(text) and (digits := DIGITS.search(text)):
        return int(digits[0])
    if match := MARKED_ROMAN.fullmatch(text):
        return ROMANS.get(match[1].upper().replace("L", "I"))
    return None


def read_head(leaf: int, text: str) -> Iterator[Hashable]:
    """Yield, for each number of a row without letters, what it shares if that number counts up.

    >>> set(read_head(4, "2011, 132 5")) & set(read_head(7, "8 2011,132"))
    {((132, 2011), 1)}
    >>> set(read_head(1, "1 2 3")) & set(read_head(2, "1 2 3"))
    set()
    """
    if any(map(str.isalpha, text)):
        return
    numbers = [int(digits) for digits in DIGITS.findall(text)]
    if 1 < len(numbers) <= MAX_FIGURES:
        for i, number in enumerate(numbers):
            yield tuple(sorted(numbers[:i] + numbers[i + 1 :])), number - leaf
