"""Set A's signs from the parts of provisions: what they cite, their ayat, and their neighbours.

A text may be wholly new matter put in the place of old. Then its words say little; but it stands
beside what it belongs to, and cites provisions that stand in the same act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from benchmarks.set_a_signs import (
    Library,
    Likeness,
    Numbers,
    Query,
    Scale,
    Scores,
    Signs,
    Weigher,
    best_by_act,
    read_signs,
)
from regcheck.compare.words import stem

#: The most pasal that a range names, and how far after the last one cited still counts as near.
LONGEST_RANGE, NEAR = 12, 4
#: An ayat shorter than this is a mark that stands alone.
SHORTEST_AYAT = 15

#: A pasal that is cited as one of the same act.
_CITED = re.compile(
    r"""
    \b[Pp]asa[l1I] \s+ (\d{1,3}) ([A-Z]?) (?!\w)
    (?! [^.;]{0,40}? (?: Undang-[Uu]ndang | Peraturan\ Pemerintah ) \s+ No )
    """,
    re.VERBOSE,
)
_RANGE = re.compile(r"[Pp]asa[l1]\s+(\d{1,3})[A-Z]?\s+sampai\s+dengan\s+\W?[Pp]asa[l1]\s+(\d{1,3})")
_LABEL = re.compile(r"#(\d+)([A-Z]*)")
_AYAT = re.compile(r"(?:(?<=\s)|^|(?<=[\"“]))\W?\(\d{1,2}\)\s+(?=[A-Z])")
_PLAIN_WORD = re.compile(r"[a-z]{3,}")

Label = tuple[int, str]
#: The words of each ayat of a text, and what they weigh.
Ayat = list[tuple[set[str], float]]


class PartSigns(NamedTuple):
    """What speaks for a candidate by its place and its parts.

    How far its number comes after the last pasal cited (log); whether before it, at it, right after
    it, or soon after; which share of the query's words stands in the pasal that its act has under
    the numbers cited, and which share of those it lacks; the likeness of the best pair of ayat, and
    of all ayat of the query with the nearest ones; and the best likeness of a neighbour.
    """

    ahead: float
    before: float
    same: float
    following: float
    soon: float
    cited_held: float
    cited_missing: float
    best_ayat: float
    all_ayat: float
    neighbour: float


class Asked(NamedTuple):
    """A query's parts: the pasal it cites, its words, and its ayat."""

    cited: set[Label]
    words: set[str]
    ayat: Ayat


class Shelves:
    """The pasal of all acts by act and label, and their ayat, read once."""

    def __init__(self, library: Library, weigh: Weigher) -> None:
        self.library, self.weigh = library, weigh
        self._ayat: dict[int, Ayat] = {}
        found = (_LABEL.search(id_) for id_ in library.ids)
        self.labels: list[Label] = [(int(one[1]), one[2]) if one else (0, "") for one in found]
        keys = zip(library.acts.tolist(), self.labels, strict=True)
        self.places = {key: place for place, key in reversed(list(enumerate(keys)))}

    def ayat(self, place: int) -> Ayat:
        """Return the ayat of a pasal."""
        if place not in self._ayat:
            self._ayat[place] = read_ayat(self.library.texts[place], self.weigh)
        return self._ayat[place]

    def cited(self, act: int, asked: Asked) -> tuple[float, float]:
        """Return ``cited_held`` and ``cited_missing`` of an act."""
        places = [self.places.get((act, label)) for label in asked.cited]
        whole = self.weigh(asked.words) or 1.0
        shares = [
            self.weigh(asked.words & set(self.library.words[place])) / whole
            for place in places
            if place is not None
        ]
        missing = places.count(None) / len(places) if places else 0.0
        return (sum(shares) / len(shares) if shares else 0.0), missing

    def neighbour(self, place: int, own: Scores) -> float:
        """Return the best likeness of the pasal before and after, in the same act."""
        acts = self.library.acts
        beside = [one for one in (place - 1, place + 1) if 0 <= one < len(acts)]
        return max((float(own[one]) for one in beside if acts[one] == acts[place]), default=0.0)


def find_cited(text: str) -> set[Label]:
    """Return the pasal that a text cites as its own act's.

    >>> sorted(find_cited("dimaksud dalam Pasal 7A dan Pasal 9 sampai dengan Pasal 11"))
    [(7, 'A'), (9, ''), (10, ''), (11, '')]
    >>> find_cited("Pasal 8 Undang-Undang Nomor 5 Tahun 1999")
    set()
    """
    found = {(int(number), letter) for number, letter in _CITED.findall(text)}
    for first, last in ((int(one), int(other)) for one, other in _RANGE.findall(text)):
        if first < last < first + LONGEST_RANGE:
            found |= {(number, "") for number in range(first, last + 1)}
    return found


def read_ayat(text: str, weigh: Weigher) -> Ayat:
    """Return the ayat of a text, or the whole of it."""
    starts = [0, *(mark.start() for mark in _AYAT.finditer(text)), len(text)]
    parts = [text[first:last] for first, last in pairwise(starts)]
    long = [part for part in parts if len(part.strip()) > SHORTEST_AYAT] or [text]
    words = ({stem(word) for word in _PLAIN_WORD.findall(part.lower())} for part in long)
    return [(one, weigh(one)) for one in words if one]


def read_asked(query: Query, weigh: Weigher) -> Asked:
    """Read the parts of a query."""
    return Asked(find_cited(query.text), set(query.words), read_ayat(query.text, weigh))


def read_part_signs(
    asked: Asked, place: int, shelves: Shelves, cited: tuple[float, float], neighbour: float
) -> PartSigns:
    """Read the signs of a candidate that come from its parts."""
    last = max((number for number, _ in asked.cited), default=None)
    step = shelves.labels[place][0] - last if last is not None else None
    ayat = shelves.ayat(place)
    best = [
        (max((alike(one, other, shelves.weigh) for other in ayat), default=0.0), one[1])
        for one in asked.ayat
    ]
    return PartSigns(
        ahead=float(np.log1p(max(0, step))) if step is not None else 0.0,
        before=float(step is not None and step < 0),
        same=float(step == 0),
        following=float(step == 1),
        soon=float(step is not None and 1 < step <= NEAR),
        cited_held=cited[0],
        cited_missing=cited[1],
        best_ayat=max((likeness for likeness, _ in best), default=0.0),
        all_ayat=sum(likeness * weight for likeness, weight in best)
        / max(1e-6, sum(weight for _, weight in best)),
        neighbour=neighbour,
    )


def alike(one: tuple[set[str], float], other: tuple[set[str], float], weigh: Weigher) -> float:
    """Return twice what two ayat share by what both weigh."""
    return 2 * weigh(one[0] & other[0]) / (one[1] + other[1] + 1e-6)


def read_table(
    query: Query, likeness: Likeness, found: Numbers, shelves: Shelves, own: Iterable[bool]
) -> Scores:
    """Return all signs of each candidate, a row each; ``own`` marks its own act's."""
    library, weigh = shelves.library, shelves.weigh
    marks = np.asarray(own, dtype=np.bool_)
    scale = Scale(weigh, best_by_act(likeness, library, found), marks)
    asked = read_asked(query, weigh)
    cited = {act: shelves.cited(act, asked) for act in set(library.acts[found].tolist())}
    rows = [
        (
            *read_signs(query, likeness, library, place, scale),
            *read_part_signs(
                asked,
                place,
                shelves,
                cited[int(library.acts[place])],
                shelves.neighbour(place, likeness.own),
            ),
        )
        for place in found.tolist()
    ]
    width = len(Signs._fields) + len(PartSigns._fields)
    return np.array(rows, dtype=np.float32).reshape(-1, width)
