"""How far damaged print resembles the word and the number of a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from regcheck.parse.marks.numbering import LOOKALIKES


def similarity(word: str) -> float:
    """Return how much a word resembles *Pasal*, from 0 to 1.

    >>> similarity("P*sal") > similarity("Paragraf") > similarity("Bagian")
    True
    """
    bare = re.sub(r"[^a-z]", "", word.lower())
    return SequenceMatcher(None, bare, "pasal", autojunk=False).ratio()


def digits_of(raw: str) -> str:
    """Read what digits can be read; other characters are dropped.

    >>> digits_of("L06"), digits_of("2'7"), digits_of("15rC")
    ('106', '27', '15')
    """
    raw = f"1{raw[1:]}" if raw.startswith("r") else raw
    return "".join(char if char.isdigit() else LOOKALIKES.get(char, "")[:1] for char in raw)


def near_numbers(printed: str, missing: Sequence[int]) -> list[int]:
    """List the missing numbers that damaged digits may be."""
    return [number for number in missing if resembles(printed, str(number))]


def resembles(printed: str, number: str) -> bool:
    """Tell whether damaged digits may be a number: equal, or of three one wrong or missing.

    >>> resembles("27", "27"), resembles("15", "150"), resembles("28", "27")
    (True, True, False)
    """
    if printed == number:
        return True
    if len(number) < 3 or abs(len(printed) - len(number)) > 1 or len(printed) < 2:
        return False
    matcher = SequenceMatcher(None, printed, number, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) >= len(number) - 1
