"""Passages as an immutable piece of the index: their rows, the entries by term, their keys."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from typing import overload

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.meaning import NO_MEANINGS, Meanings
from regcheck.compare.rows import (
    DEAD,
    Floats,
    Integers,
    Matrix,
    Postings,
    Starts,
    freeze,
    frozen,
    keep_entries,
    select_rows,
    turn,
)
from regcheck.compare.vectors import Vectors, Vocabulary


class Names(Sequence[str]):
    """Names that are unpacked one at a time."""

    @abstractmethod
    def unpack(self, place: int) -> str:
        """Return the name at a place from 0 up."""

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        """Unpack one name, or some."""
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        return self.unpack(place)


class Keys(Names):
    """Names that stay packed in two arrays until one is asked for."""

    def __init__(self, letters: NDArray[np.uint8], starts: Starts) -> None:
        self.letters, self.starts = letters, starts

    @classmethod
    def pack(cls, names: Iterable[str]) -> Keys:
        """Pack names."""
        packed = [name.encode() for name in names]
        starts = np.cumsum([0, *map(len, packed)], dtype=np.int64)
        return cls(np.frombuffer(b"".join(packed), dtype=np.uint8), starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def unpack(self, place: int) -> str:
        """Read one name."""
        return self.letters[self.starts[place] : self.starts[place + 1]].tobytes().decode()

    def __iter__(self) -> Iterator[str]:
        """Unpack all names."""
        whole, ends = self.letters.tobytes(), self.starts.tolist()
        return (whole[a:b].decode() for a, b in pairwise(ends))


@dataclass(frozen=True)
class JoinedKeys(Names):
    """The names of several parts in a row."""

    parts: tuple[Keys, ...]
    starts: tuple[int, ...]

    def __len__(self) -> int:
        return self.starts[-1]

    def unpack(self, place: int) -> str:
        """Find the part that holds the name, and read it there."""
        part = bisect_right(self.starts, place) - 1
        return self.parts[part][place - self.starts[part]]

    def __iter__(self) -> Iterator[str]:
        """Unpack all names."""
        return chain.from_iterable(self.parts)


@dataclass(frozen=True)
class Segment:
    """The passages of one or more regulations, never changed but for the owners of dead rows.

    ``terms`` are the vocabulary's columns that occur here, ascending; the matrix and the postings
    number them through. ``rare_lengths`` is the length of each row's rare part, ``meanings`` what
    it means (``meaning.Meaning.embed``), if that is known.
    """

    terms: Integers
    matrix: Matrix
    postings: Postings
    rare_lengths: Floats
    keys: Keys
    saved_as: str = ""
    meanings: Meanings = field(default_factory=lambda: NO_MEANINGS)

    def without(self, owners: Integers) -> Segment:
        """Return the segment with the rows of some regulations dead."""
        gone = np.isin(self.matrix.owners, owners)
        if not gone.any():
            return self
        kept = np.where(gone, np.int32(DEAD), self.matrix.owners)
        return replace(self, matrix=self.matrix._replace(owners=freeze(kept)))

    def translate(self, rows: Matrix) -> Matrix:
        """Return rows in the vocabulary's columns as rows in this segment's, unknown ones gone."""
        if not len(self.terms):
            known = np.zeros(len(rows.columns), dtype=np.bool_)
            return keep_entries(rows, known)
        places = np.minimum(np.searchsorted(self.terms, rows.columns), len(self.terms) - 1)
        known = self.terms[places] == rows.columns
        return keep_entries(rows._replace(columns=places.astype(np.int32)), known)

    def find_holders(self, column: int) -> NDArray[np.int64]:
        """Return the rows that hold a term, given by its column in the vocabulary."""
        place = int(np.searchsorted(self.terms, column))
        if place == len(self.terms) or self.terms[place] != column:
            return np.zeros(0, dtype=np.int64)
        first, last = self.postings.starts[place : place + 2].tolist()
        return self.postings.rows[first:last].astype(np.int64)

    def living(self) -> tuple[Vectors, list[str]]:
        """Return the vectors, in the vocabulary's columns, and the keys of the rows not dead."""
        alive = self.matrix.owners != DEAD
        rows = select_rows(self.spelled(), alive)
        keys = [self.keys[row] for row in np.flatnonzero(alive).tolist()]
        return Vectors(rows, self.rare_lengths[alive], self.meanings[alive]), keys

    def spelled(self) -> Matrix:
        """Return this segment's rows in the vocabulary's columns."""
        return self.matrix._replace(columns=freeze(self.terms[self.matrix.columns]))


def make_segment(vectors: Vectors, vocabulary: Vocabulary, keys: Iterable[str]) -> Segment:
    """Make a segment of vectors with the vocabulary's columns; ``keys`` name the rows."""
    rows = vectors.rows
    seen = np.zeros(vocabulary.width, dtype=np.bool_)
    seen[rows.columns] = True
    terms = np.flatnonzero(seen).astype(np.int32)
    local = (np.cumsum(seen, dtype=np.int32) - 1)[rows.columns].astype(np.int32)
    matrix = frozen(rows._replace(columns=local))
    return Segment(
        freeze(terms),
        matrix,
        turn(matrix, vocabulary.is_rare(terms)),
        freeze(vectors.rare_lengths),
        keys if isinstance(keys, Keys) else Keys.pack(keys),
        meanings=freeze(vectors.meanings),
    )
