"""Sparse rows in plain arrays, and the same entries by column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int32]
Floats = NDArray[np.float32]
Starts = NDArray[np.int64]
Flags = NDArray[np.bool_]
Array = TypeVar("Array", bound=NDArray[np.generic])

#: A tail norm is kept as a whole number of these parts, rounded up, in one byte.
TAIL_PARTS = 250
#: The owner of a row of no regulation of the corpus, and of a row that is not to be found.
NOBODY, DEAD = -1, -2
#: Entries whose tails are measured at once; bounds the rounding of their running sums.
CHUNK = 1 << 20
#: More than a running sum over ``CHUNK`` entries can lose.
ROUNDING = 1e-7


class Matrix(NamedTuple):
    """Sparse rows: ``columns`` (ascending) and ``weights`` (above 0) in ``starts[i:i + 2]``.

    ``owners`` is the number of the regulation of each row, ``NOBODY`` or ``DEAD``.
    """

    starts: Starts
    columns: Integers
    weights: Floats
    owners: Integers

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.starts) - 1

    def row_numbers(self) -> NDArray[np.int64]:
        """Return the row of every entry."""
        return np.repeat(np.arange(self.height), np.diff(self.starts))


class Postings(NamedTuple):
    """The entries of a matrix by column; in a column, those with the longest tails come first.

    A tail is the norm of what a row holds from that column on, in ``TAIL_PARTS``, rounded up.
    ``rare`` marks the columns of terms that few regulations use.
    """

    starts: Starts
    rows: Integers
    weights: Floats
    tails: NDArray[np.uint8]
    rare: Flags


def turn(matrix: Matrix, rare: Flags) -> Postings:
    """Return the postings of rows of length 1 at most."""
    tails = measure_tails(matrix)
    order = np.argsort((matrix.columns.astype(np.int64) << 8) | (255 - tails), kind="stable")
    counts = np.bincount(matrix.columns, minlength=len(rare))
    return Postings(
        freeze(np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)),
        freeze(matrix.row_numbers()[order].astype(np.int32)),
        freeze(matrix.weights[order]),
        freeze(tails[order]),
        freeze(rare),
    )


def measure_tails(matrix: Matrix) -> NDArray[np.uint8]:
    """Return, for every entry, the norm of its row from there on, in parts, rounded up."""
    tails = np.zeros(len(matrix.columns), dtype=np.uint8)
    first = 0
    while first < matrix.height:
        wanted = np.searchsorted(matrix.starts, matrix.starts[first] + CHUNK, side="right") - 1
        last = int(min(max(wanted, first + 1), matrix.height))
        start, stop = int(matrix.starts[first]), int(matrix.starts[last])
        sums = np.cumsum(matrix.weights[start:stop].astype(np.float64) ** 2)
        whole = np.concatenate([[0.0], sums])
        lengths = np.diff(matrix.starts[first : last + 1])
        ends = np.repeat(matrix.starts[first + 1 : last + 1] - start, lengths)
        squares = np.maximum(whole[ends] - whole[:-1], 0) + ROUNDING
        tails[start:stop] = np.ceil(np.sqrt(squares) * TAIL_PARTS)
        first = last
    return tails


def keep_entries(rows: Matrix, wanted: Flags) -> Matrix:
    """Return the rows with only the entries that are wanted."""
    counts = np.concatenate([[0], np.cumsum(wanted)]).astype(np.int64)
    kept = (counts[rows.starts], rows.columns[wanted], rows.weights[wanted], rows.owners)
    return Matrix(*map(freeze, kept))


def sort_columns(rows: Matrix) -> Matrix:
    """Return the rows with ascending columns."""
    order = np.argsort((rows.row_numbers() << 32) | rows.columns, kind="stable")
    return rows._replace(columns=freeze(rows.columns[order]), weights=freeze(rows.weights[order]))


def select_rows(rows: Matrix, wanted: Flags) -> Matrix:
    """Return only the rows that are wanted."""
    lengths = np.diff(rows.starts)
    entries = np.repeat(wanted, lengths)
    return Matrix(
        np.concatenate([[0], np.cumsum(lengths[wanted])]).astype(np.int64),
        rows.columns[entries],
        rows.weights[entries],
        rows.owners[wanted],
    )


def join_rows(parts: Sequence[Matrix]) -> Matrix:
    """Return rows with those of the later parts underneath, all in the same columns."""
    lengths = [np.diff(part.starts) for part in parts]
    return Matrix(
        np.concatenate([[0], *lengths]).cumsum().astype(np.int64),
        np.concatenate([part.columns for part in parts]),
        np.concatenate([part.weights for part in parts]),
        np.concatenate([part.owners for part in parts]),
    )


def freeze(array: Array) -> Array:
    """Return an array that cannot be written to, whether it lies in memory or in a file.

    The compiled loops are made for such arrays only, and so once.
    """
    plain = np.ascontiguousarray(array).view()
    plain.setflags(write=False)
    return plain  # type: ignore[return-value]
