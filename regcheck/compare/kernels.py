"""The compiled loops of the search; nothing else imports numba.

The machine code is kept in the user's cache folder, so that only the first search after an
installation waits for the compiler (some seconds). Every kernel releases the interpreter's lock.

The score of two rows is the sum of the products of their common weights in double precision, in
ascending order of their columns. A product of two single-precision weights is exact there, so the
sum has the same bits on every machine, in every segment, and on any number of threads.
"""

from __future__ import annotations

import heapq
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
import numpy as np
import platformdirs
from numpy.typing import NDArray

from regcheck.compare.rows import BUCKETS, DEAD, TAIL_PARTS, Matrix, Postings

#: Bounds in double precision are forgiven so much, so that rounding prunes nothing that counts.
SLACK = 1e-9
#: The relative error of one addition in single precision.
SINGLE = 1.2e-7
#: Pairs for which there is room from the start.
ROOM = 1_024
#: The columns of a row in the slots of a table, -1 in an empty one; of each its weight, and the
#: weight again if the column is rare.
Table = tuple[NDArray[np.int32], NDArray[np.float64]]
F = TypeVar("F", bound=Callable[..., object])


def compiled(function: F) -> F:
    """Compile a function when it is first called, and keep the machine code for the user."""
    own = {}
    if not os.environ.get("NUMBA_CACHE_DIR"):
        own["CACHE_DIR"] = str(
            Path(platformdirs.user_cache_dir("regcheck", appauthor=False)) / "numba"
        )
    config = vars(numba.config)
    before = {name: config[name] for name in own}
    config.update(own)
    try:
        made: Any = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:
        # There is no folder to keep machine code in: it is made anew each time.
        made = numba.njit(nogil=True)(function)
    finally:
        config.update(before)
    return cast(F, made)


@compiled
def measure_rest(matrix: Matrix, row: int) -> NDArray[np.float64]:
    """Return the norm of what is left of a row from each entry on, rounded up; 0 at the end."""
    first = matrix.starts[row]
    rest = np.zeros(matrix.starts[row + 1] - first + 1)
    square = 0.0
    for place in range(len(rest) - 2, -1, -1):
        weight = np.float64(matrix.weights[first + place])
        square += weight * weight
        rest[place] = np.sqrt(square) * (1 + SLACK)
    return rest


@compiled
def make_table(matrix: Matrix, row: int, rare: NDArray[np.bool_]) -> Table:
    """Return a table of a row's weights by column, with open addresses."""
    first, last = matrix.starts[row], matrix.starts[row + 1]
    size = 8
    while size < 3 * (last - first):
        size *= 2
    columns = np.full(size, -1, dtype=np.int32)
    weights = np.empty((size, 2), dtype=np.float64)
    for place in range(first, last):
        column = matrix.columns[place]
        slot = column & (size - 1)
        while columns[slot] >= 0:
            slot = (slot + 1) & (size - 1)
        columns[slot] = column
        weights[slot, 0] = matrix.weights[place]
        weights[slot, 1] = matrix.weights[place] if rare[column] else 0.0
    return columns, weights


@compiled
def score(table: Table, matrix: Matrix, row: int) -> tuple[float, float]:
    """Return the score of the row in a table with a row of a matrix.

    The second figure is the part of it that comes from rare columns.
    """
    columns, weights = table
    mask = len(columns) - 1
    total, part = 0.0, 0.0
    for place in range(matrix.starts[row], matrix.starts[row + 1]):
        column = matrix.columns[place]
        slot = column & mask
        while columns[slot] >= 0:
            if columns[slot] == column:
                weight = np.float64(matrix.weights[place])
                total += weights[slot, 0] * weight
                part += weights[slot, 1] * weight
                break
            slot = (slot + 1) & mask
    return total, part


@compiled
def outline(matrix: Matrix, row: int, buckets: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the outline of what is left of a row from each entry on; of nothing at the end."""
    first = matrix.starts[row]
    size = matrix.starts[row + 1] - first
    outlines = np.zeros((size + 1, BUCKETS), dtype=np.uint8)
    squares = np.zeros(BUCKETS)
    for place in range(size - 1, -1, -1):
        bucket = buckets[matrix.columns[first + place]]
        weight = np.float64(matrix.weights[first + place])
        squares[bucket] += weight * weight
        outlines[place] = outlines[place + 1]
        outlines[place, bucket] = int(np.ceil(np.sqrt(squares[bucket]) * (1 + SLACK) * TAIL_PARTS))
    return outlines


@compiled
def reach(left: NDArray[np.uint8], right: NDArray[np.uint8]) -> float:
    """Return what two rows with these outlines can score at most."""
    total = 0
    for bucket in range(BUCKETS):
        total += int(left[bucket]) * int(right[bucket])
    return float(total) / (TAIL_PARTS * TAIL_PARTS)


@compiled
def admit(
    query: tuple[Matrix, int],
    postings: Postings,
    limits: tuple[float, int],
    sums: NDArray[np.float32],
    seen: NDArray[np.int32],
) -> int:
    """Collect the rows that may reach a floor with a query, and return how many there are.

    The query's terms are read from rare to common, and of each term the postings with long tails
    only: a row first met at a term shares nothing rarer, so what it can reach is the rest of the
    query times its own tail. Once missed, a row is missed at every later term too; what ``sums``
    holds of a row is therefore its score up to the last term it was met at.

    Args:
        query: A row of a matrix.
        postings: Of the corpus.
        limits: The floor, and the number of the row from which on rows are not wanted.
        sums: Shape ``(rows, 2)``, all 0; of each row, the score so far and the place of that term.
        seen: Room for all rows; the numbers of those that were collected.
    """
    matrix, row = query
    floor, below = limits
    rest = measure_rest(matrix, row)
    count = 0
    for term in range(len(rest) - 1):
        least = floor * TAIL_PARTS * (1 - SLACK) / rest[term]
        if least > TAIL_PARTS + 1:
            break
        column = matrix.columns[matrix.starts[row] + term]
        weight = matrix.weights[matrix.starts[row] + term]
        for place in range(postings.starts[column], postings.starts[column + 1]):
            if postings.tails[place] < least:
                break
            other = postings.rows[place]
            if other >= below:
                continue
            known = sums[other, 0]
            if known == 0:
                seen[count] = other
                count += 1
            sums[other, 0] = max(known + weight * postings.weights[place], np.float32(1e-30))
            sums[other, 1] = term
    return count


@compiled
def grow(array: NDArray[np.float64], room: int) -> NDArray[np.float64]:
    """Return an array with more room, what it holds in front."""
    larger = np.empty((len(array), room), dtype=np.float64)
    larger[:, : array.shape[1]] = array
    return larger


@compiled
def verify(
    query: tuple[Matrix, int],
    target: tuple[Matrix, Postings],
    seen: tuple[NDArray[np.int32], NDArray[np.float32]],
    floor: float,
    found: tuple[NDArray[np.float64], int],
) -> int:
    """Score the rows that were collected, and return how many pairs there are now.

    A row is read only if its score so far and what its outline allows for the rest may reach the
    floor.

    Args:
        query: A row of a matrix.
        target: The corpus and its postings.
        seen: The rows that were collected, and what ``admit`` noted of each; cleared here.
        floor: The least score.
        found: Where pairs are put, and how many there are.
    """
    (matrix, row), (corpus, postings) = query, target
    (pairs, count), (rows, sums) = found, seen
    table = make_table(matrix, row, postings.rare)
    outlines = outline(matrix, row, postings.buckets)
    # What single precision may have lost in sums of so many terms.
    least = floor * (1 - SLACK) / (1 + SINGLE * (len(outlines) + 1))
    mine = matrix.owners[row]
    for other in rows:
        known, after = sums[other, 0], int(sums[other, 1]) + 1
        sums[other, 0] = 0
        owner = corpus.owners[other]
        if owner == DEAD or (owner == mine and owner >= 0):
            continue
        if known + reach(outlines[after], postings.outlines[other]) < least:
            continue
        value, part = score(table, corpus, other)
        if value >= floor and value > 0:
            pairs[0, count], pairs[1, count] = row, other
            pairs[2, count], pairs[3, count] = value, part
            count += 1
    return count


@compiled
def find_close(
    queries: Matrix,
    corpus: Matrix,
    postings: Postings,
    span: tuple[int, int, bool],
    floor: float,
) -> NDArray[np.float64]:
    """Return every pair of some queries and the corpus whose score reaches ``floor``.

    Rows of one regulation are not paired, nor rows that share no column.

    Args:
        queries: Rows of length 1 at most, in the corpus's columns.
        corpus: Rows of length 1 at most.
        postings: Of the corpus.
        span: The first query, the one after the last, and whether the queries are the corpus:
            then each is paired with the rows before it only.
        floor: The least score.

    Returns:
        Shape ``(4, pairs)``: the number of the query, that of the row, the score, and the part of
        the score that comes from rare columns.
    """
    size = len(corpus.owners)
    sums = np.zeros((size, 2), dtype=np.float32)
    seen = np.empty(size, dtype=np.int32)
    found, pairs = 0, np.empty((4, ROOM), dtype=np.float64)
    for row in range(span[0], span[1]):
        if queries.owners[row] == DEAD:
            continue
        query = (queries, row)
        count = admit(query, postings, (floor, row if span[2] else size), sums, seen)
        if found + count > pairs.shape[1]:
            pairs = grow(pairs, 2 * (found + count))
        if count:
            target = (corpus, postings)
            found = verify(query, target, (seen[:count], sums), floor, (pairs, found))
    return pairs[:, :found].copy()


@compiled
def find_nearest(
    query: tuple[Matrix, int],
    corpus: Matrix,
    postings: Postings,
    limit: int,
    floor: float,
) -> list[tuple[float, int]]:
    """Return the scores and the negative numbers of the ``limit`` best rows for one query.

    A row is scored when it is first met; rows that can no longer be among the best are left
    unread. Ties go to the row that comes first; rows that share no column are not listed.
    """
    matrix, row = query
    rest = measure_rest(matrix, row)
    table = make_table(matrix, row, postings.rare)
    outlines = outline(matrix, row, postings.buckets)
    known = np.zeros(len(corpus.owners), dtype=np.bool_)
    best = [(0.0, 0) for _ in range(0)]
    for term in range(len(rest) - 1):
        column = matrix.columns[matrix.starts[row] + term]
        for place in range(postings.starts[column], postings.starts[column + 1]):
            bound = rest[term] * (1 + SLACK) * postings.tails[place] / TAIL_PARTS
            if bound < floor or (len(best) == limit and bound < best[0][0]):
                break
            other = postings.rows[place]
            if known[other] or corpus.owners[other] == DEAD:
                continue
            known[other] = True
            bound = reach(outlines[term], postings.outlines[other]) * (1 + SLACK)
            if bound < floor or (len(best) == limit and bound < best[0][0]):
                continue
            value, _ = score(table, corpus, other)
            if value >= floor and value > 0:
                heapq.heappush(best, (value, -int(other)))
                if len(best) > limit:
                    heapq.heappop(best)
    return best
