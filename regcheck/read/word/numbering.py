"""Automatic numbers as Word prints them: levels, formats, and the counters that run through a text.

The rules are those of ECMA-376 part 1, 17.9, with Word's departures from them as Microsoft states
them in [MS-OI29500] 2.1.27x-2.1.28x.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

#: A list has so many levels, and a label so many characters; Word ignores longer ones.
LEVELS, MAX_LABEL = 9, 31
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
#: What is put between label and text; a tab is a gap of whatever width.
SUFFIXES = {"tab": " ", "space": " ", "nothing": ""}

#: A level's number in the pattern of a label.
#:
#: takes    %1      %9
#: refuses  %0      1      %a
PLACE = re.compile(r"%([1-9])")

#: The pattern of a custom format that pads with zeros; its first number has the width.
#:
#: takes    001, 002, 003, ...      0001, 0002
#: refuses  1, 2, 3, ...      a, b
PADDED = re.compile(r"(0+1),")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list as it is defined; ``pattern`` is what is printed, ``%1`` the number.

    ``restart`` is the level, counted from 1, whose use sets this one back: 0 for none, ``None``
    for any higher one. ``style`` is the id of the paragraph style that stands for the level.
    """

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    suffix: str = " "
    restart: int | None = None
    legal: bool = False
    style: str = ""
    indent_pt: float | None = None
    caps: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class List:
    """One numbering instance: the counter it shares, its levels, and the starts it sets anew."""

    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def start_of(self, index: int) -> int:
        """Return the first number of a level."""
        return self.starts.get(index, self.level(index).start)

    def level(self, index: int) -> Level:
        """Return a level's definition; one that is not defined prints nothing."""
        return self.levels.get(index, NO_LEVEL)

    def level_of(self, style: str) -> int | None:
        """Return the level a paragraph style stands for, or ``None``."""
        return next((index for index, one in self.levels.items() if one.style == style), None)


NO_LEVEL = Level(form="none")


@dataclass
class Counters:
    """The numbers of every list so far; instances of one definition count together.

    >>> pasal = List("0", {0: Level(pattern="Pasal %1"), 1: Level(pattern="(%2)")})
    >>> counters = Counters()
    >>> [counters.next_label("1", pasal, level) for level in (0, 1, 1, 0, 1)]
    ['Pasal 1', '(1)', '(2)', 'Pasal 2', '(1)']
    """

    numbers: dict[str, dict[int, int]] = field(default_factory=dict)
    used: set[tuple[str, int]] = field(default_factory=set)

    def next_label(self, instance: str, numbered: List, index: int) -> str:
        """Count one paragraph on a level, and return its label without what follows it."""
        numbers = self.numbers.setdefault(numbered.counter, {})
        if index in numbered.starts and (instance, index) not in self.used:
            numbers.pop(index, None)
        self.used.add((instance, index))
        for above in range(index):
            # A level that was skipped counts as begun, in Word and in LibreOffice alike.
            numbers.setdefault(above, numbered.start_of(above))
        numbers[index] = numbers.get(index, numbered.start_of(index) - 1) + 1
        for below in range(index + 1, LEVELS):
            if restarts(numbered.level(below), below, index):
                numbers.pop(below, None)
        return to_label(numbered, index, numbers)


def restarts(level: Level, index: int, used: int) -> bool:
    """Tell whether the use of the higher level ``used`` sets the level ``index`` back."""
    if level.restart is None or level.restart > index:
        return True
    return used < level.restart


def to_label(numbered: List, index: int, numbers: Mapping[int, int]) -> str:
    """Print the label of a level from the numbers of all levels, capitals applied.

    A pattern that names a lower level, or prints too long, prints nothing: so does Word.
    """
    level = numbered.level(index)
    if level.hidden or not level.pattern:
        return ""
    if any(int(place) - 1 > index for place in PLACE.findall(level.pattern)):
        return ""

    def number_at(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        return say_number(numbers[place], numbered.level(place).form, legal=level.legal)

    label = PLACE.sub(number_at, level.pattern)
    if len(label) > MAX_LABEL:
        return ""
    return label.upper() if level.caps else label


def say_number(number: int, form: str, *, legal: bool = False) -> str:
    """Print a number in one of Word's formats; an unknown format prints figures.

    >>> [say_number(27, form) for form in ("lowerLetter", "upperRoman", "decimalZero", "none")]
    ['aa', 'XXVII', '27', '']
    >>> say_number(4, "upperRoman", legal=True)
    '4'
    """
    if form in ("none", "bullet"):
        return ""
    if legal:
        return str(number)
    if padded := PADDED.match(form):
        return f"{number:0{len(padded[1])}}"
    return FORMS.get(form, str)(number)


def is_known(form: str) -> bool:
    """Tell whether a number format is printed as Word prints it."""
    return form in FORMS or form in ("none", "bullet") or PADDED.match(form) is not None


def to_letters(number: int) -> str:
    """Print a number as letters; after ``z`` Word doubles them: ``aa``, ``bb``.

    >>> [to_letters(number) for number in (1, 26, 27, 28, 53)]
    ['a', 'z', 'aa', 'bb', 'aaa']
    """
    if number < 1:
        return str(number)
    rounds, letter = divmod(number - 1, len(ALPHABET))
    return ALPHABET[letter] * (rounds + 1)


def to_small_roman(number: int) -> str:
    """Print a number in small Roman figures.

    >>> [to_small_roman(number) for number in (4, 19, 1990)]
    ['iv', 'xix', 'mcmxc']
    """
    if number < 1:
        return str(number)
    printed = ""
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        printed += sign * count
    return printed


FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": to_letters,
    "upperLetter": lambda number: to_letters(number).upper(),
    "lowerRoman": to_small_roman,
    "upperRoman": lambda number: to_small_roman(number).upper(),
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedParen": lambda number: f"({number})",
}
