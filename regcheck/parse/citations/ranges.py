"""Ranges and exceptions over units: what lies from one to another, and what one leaves of another.

UU 12/2011 Lampiran II nos. 273 and 274: *sampai dengan* names both ends; *kecuali* takes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from regcheck.parse.citations.resolve import Outline, context_pasal
from regcheck.parse.marks.numbering import from_letters, from_roman, to_roman

#: A range longer than this is a misreading, and only its ends are kept.
LONGEST_RANGE = 400


def expand_range(outline: Outline, first: str, last: str) -> list[str]:
    """List the keys from one to another, both included, in document order.

    Inserted units count where the document has them; elsewhere the numbers between are taken. The
    ends may lie on different levels (``Pasal 3 ayat (2) sampai dengan Pasal 5``).
    """
    head, kind, start = split_key(first)
    last_head, last_kind, stop = split_key(last)
    if (head, kind) == (last_head, last_kind):
        labels = labels_between(outline.siblings.get(f"{head}{kind}", ()), start, stop)
        return [f"{head}{kind}-{label}" for label in labels]
    whole, _, _ = first.partition("/ayat-")
    if whole != first and context_pasal(first) and context_pasal(last):
        return [first, *expand_range(outline, context_pasal(first), last)[1:]]
    return [first, last]


def split_key(key: str) -> tuple[str, str, str]:
    """Part a key into what stands before its last step, that step's level, and its label.

    >>> split_key("uu/2011/12#pasal-5/ayat-1")
    ('uu/2011/12#pasal-5/', 'ayat', '1')
    """
    found = re.match(r"(.*[#/])([a-z]+)-([^/#]+)$", key)
    return (found[1], found[2], found[3]) if found else (key, "", "")


def labels_between(known: Sequence[str], start: str, stop: str) -> list[str]:
    """List the labels from one to another, from the document's own where it has both.

    >>> labels_between(["4", "4A", "5", "6"], "4", "5"), labels_between([], "a", "c")
    (['4', '4A', '5'], ['a', 'b', 'c'])
    >>> labels_between([], "II", "IV")
    ['II', 'III', 'IV']
    """
    if start in known and stop in known:
        low, high = known.index(start), known.index(stop)
        if low <= high:
            return list(dict.fromkeys(known[low : high + 1]))
    first, last = counted(start), counted(stop)
    if not first or not last or not first < last <= first + LONGEST_RANGE:
        return list(dict.fromkeys([start, stop]))
    if start[0].isdigit():
        middle = [str(number) for number in range(first + 1, last)]
    elif start.isupper():
        middle = [to_roman(number) for number in range(first + 1, last)]
    else:
        middle = [to_letters(number) for number in range(first + 1, last)]
    return [start, *middle, stop]


def counted(label: str) -> int:
    """Return the place of a label in its row; 0 for one that cannot be counted."""
    digits = re.match(r"\d+", label)
    if digits:
        return int(digits[0])
    if label.isupper():
        return from_roman(label)
    return from_letters(label) if label.isalpha() and len(label) <= 2 else 0


def to_letters(number: int) -> str:
    """Write a place in the row as a list letter; the inverse of ``from_letters``.

    >>> to_letters(3), to_letters(27)
    ('c', 'aa')
    """
    round_, letter = divmod(number - 1, 26)
    return ("", "a", "b")[min(round_, 2)] + chr(ord("a") + letter)


def overlaps(key: str, other: str) -> bool:
    """Tell whether one unit is the other, or lies in it.

    >>> (
    ...     overlaps("pp/2001/1#pasal-7", "pp/2001/1#pasal-7/ayat-1"),
    ...     overlaps("a#pasal-1", "a#pasal-12"),
    ... )
    (True, False)
    """
    return f"{key}/".startswith(f"{other}/") or f"{other}/".startswith(f"{key}/")


def without(outline: Outline, keys: list[str], excluded: str) -> list[str]:
    """Take a unit out of a list of keys; out of a listed whole it leaves the other parts."""
    kept = []
    for key in keys:
        if key == excluded or key.startswith(f"{excluded}/"):
            continue
        if excluded.startswith(f"{key}/"):
            kept += other_parts(outline, key, excluded)
        else:
            kept.append(key)
    return kept


def other_parts(outline: Outline, whole: str, excluded: str) -> list[str]:
    """Return the parts of a unit without one of them; the whole where its parts are unknown."""
    step = excluded[len(whole) + 1 :].partition("/")[0]
    kind, _, label = step.partition("-")
    labels = outline.siblings.get(f"{whole}/{kind}", ())
    others = [f"{whole}/{kind}-{other}" for other in labels if other != label]
    return others or [whole]
