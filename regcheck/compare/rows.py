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

#: An outline is one line of the processor's cache. So many of its buckets are for the rare columns
#: that hold so large a share of all weight: a query's rest, being common, then meets little of it.
BUCKETS, RARE_BUCKETS, RARE_MASS = 64, 16, 0.4
#: Whoever changes these figures must touch ``kernels``, whose machine code is kept by its date.
#: A norm is kept as a whole number of these parts, rounded up, in one byte.
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
    ``rare`` marks the columns of terms that few regulations use. ``outlines``, of shape ``(rows,
    BUCKETS)``, holds the norm of what a row has in each bucket of columns, in the same parts and
    rounded up as well; ``buckets`` is the bucket of each column.
    """

    starts: Starts
    rows: Integers
    weights: Floats
    tails: NDArray[np.uint8]
    rare: Flags
    buckets: NDArray[np.uint8]
    outlines: NDArray[np.uint8]


def turn(matrix: Matrix, rare: Flags) -> Postings:
    """Return the postings of rows of length 1 at most."""
    tails = measure_tails(matrix)
    buckets = choose_buckets(matrix, len(rare))
    order = np.argsort((matrix.columns.astype(np.int64) << 8) | (255 - tails), kind="stable")
    counts = np.bincount(matrix.columns, minlength=len(rare))
    return Postings(
        freeze(np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)),
        freeze(matrix.row_numbers()[order].astype(np.int32)),
        freeze(matrix.weights[order]),
        freeze(tails[order]),
        freeze(rare),
        freeze(buckets),
        freeze(draw_outlines(matrix, buckets)),
    )


def choose_buckets(matrix: Matrix, width: int) -> NDArray[np.uint8]:
    """Return the bucket of each column: by chance, but rare columns and common ones apart."""
    squares = matrix.weights.astype(np.float64) ** 2
    mass = np.cumsum(np.bincount(matrix.columns, weights=squares, minlength=width))
    chance = (np.arange(width, dtype=np.uint64) * np.uint64(0x9E3779B1)) >> np.uint64(12)
    first, rest = np.uint64(RARE_BUCKETS), np.uint64(BUCKETS - RARE_BUCKETS)
    rare = mass < RARE_MASS * mass[-1:]
    return np.where(rare, chance % first, first + chance % rest).astype(np.uint8)


def draw_outlines(matrix: Matrix, buckets: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the outline of each row."""
    outlines = np.zeros((matrix.height, BUCKETS), dtype=np.uint8)
    step = CHUNK // BUCKETS
    for first in range(0, matrix.height, step):
        last = min(first + step, matrix.height)
        start, stop = matrix.starts[first], matrix.starts[last]
        lengths = np.diff(matrix.starts[first : last + 1])
        cells = np.repeat(np.arange(last - first) * BUCKETS, lengths)
        squares = np.bincount(
            cells + buckets[matrix.columns[start:stop]],
            weights=matrix.weights[start:stop].astype(np.float64) ** 2,
            minlength=(last - first) * BUCKETS,
        )
        norms = np.sqrt(squares) * (1 + ROUNDING) * TAIL_PARTS
        outlines[first:last] = np.ceil(norms).reshape(-1, BUCKETS)
    return outlines


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
    return frozen(Matrix(*kept))


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


def frozen(rows: Matrix) -> Matrix:
    """Return rows whose arrays cannot be written to."""
    starts, columns, weights, owners = rows
    return Matrix(freeze(starts), freeze(columns), freeze(weights), freeze(owners))


def freeze(array: Array) -> Array:
    """Return an array that cannot be written to, whether it lies in memory or in a file.

    The compiled loops are made for such arrays only, and so once.
    """
    plain = np.ascontiguousarray(array).view()
    plain.setflags(write=False)
    return plain  # type: ignore[return-value]
