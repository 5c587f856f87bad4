"""Which rows are alike: exact searches of one segment, by plain arrays or by compiled loops.

Both ways give the same pairs and the same scores to the last bit (see ``kernels``). The plain way
reads every posting of the query's terms; the compiled one reads few, but takes half a second to be
loaded, which a small search has no use for.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.rows import DEAD, Integers, Matrix
from regcheck.compare.segments import Segment

#: Products and sums from which a search loads the compiled way.
LARGE_EFFORT = 60_000_000
#: The same where it has been loaded already.
SMALL_EFFORT = 100_000
#: Queries that are searched for at once; a result of so many bounds the memory.
BLOCK = 1_024
#: A search by several threads has at least so many queries in each block.
LEAST_BLOCK = 16
#: A score that falls short of a threshold by no more counts as reaching it: rows are kept in
#: single precision, and the score of a row with itself must reach 1.
ROUNDING = 1e-6
#: How many threads search at a time; results do not depend on it.
THREADS = os.cpu_count() or 1
KERNELS = "regcheck.compare.kernels"
Result = TypeVar("Result")
#: Scores and row numbers.
Best = list[tuple[float, int]]


@dataclass(frozen=True)
class Hits:
    """Row ``left[i]`` and row ``right[i]`` have the cosine ``scores[i]``.

    ``rare[i]`` is the part of it that comes from terms few regulations use.
    """

    left: Integers
    right: Integers
    scores: NDArray[np.float64]
    rare: NDArray[np.float64]

    def __len__(self) -> int:
        """Return the number of hits."""
        return len(self.left)

    def reaches(self, threshold: float) -> NDArray[np.bool_]:
        """Tell which hits reach a threshold, rounding forgiven."""
        reached: NDArray[np.bool_] = self.scores >= threshold - ROUNDING
        return reached

    def where(self, wanted: NDArray[np.bool_] | NDArray[np.signedinteger[Any]]) -> Hits:
        """Return the hits that are wanted, given as flags or as places."""
        return Hits(self.left[wanted], self.right[wanted], self.scores[wanted], self.rare[wanted])

    def moved(self, left: int, right: int) -> Hits:
        """Return the hits with so much added to the row numbers."""
        return Hits(self.left + left, self.right + right, self.scores, self.rare)

    def ordered(self) -> Hits:
        """Return the hits with the higher row on the left."""
        left, right = np.maximum(self.left, self.right), np.minimum(self.left, self.right)
        return Hits(left, right, self.scores, self.rare)

    def turned(self) -> Hits:
        """Return the hits with the sides exchanged."""
        return Hits(self.right, self.left, self.scores, self.rare)


def join_hits(parts: list[Hits]) -> Hits:
    """Return all hits of some parts, in order."""
    nothing = np.zeros(0, dtype=np.int32)
    start = Hits(nothing, nothing, np.zeros(0), np.zeros(0))
    names = ("left", "right", "scores", "rare")
    parts = [start, *parts]
    return Hits(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def to_hits(pairs: NDArray[np.float64]) -> Hits:
    """Return what a search found, as ``find_close`` lays it out, by left row and then by right."""
    order = np.lexsort((pairs[1], pairs[0]))
    left, right = pairs[:2, order].astype(np.int32)
    return Hits(left, right, np.minimum(pairs[2, order], 1), pairs[3, order])


def find_hits(
    queries: Matrix,
    segment: Segment,
    threshold: float,
    *,
    itself: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Hits]:
    """Yield every pair of rows whose cosine reaches ``threshold``, a block of queries at a time.

    Rows that share no term, or belong to one regulation, are never listed.

    Args:
        queries: Rows in the segment's columns (``Segment.translate``).
        segment: What is searched.
        threshold: Cosine in ``[0, 1]``, inclusive but for rounding.
        itself: The queries are the segment's own rows; each pair is found once, the higher row on
            the left.
        progress: Told, after each block, how many queries it had.
    """
    close, size = choose_way(queries, segment), segment.matrix.height
    step = max(LEAST_BLOCK, min(BLOCK, -(-queries.height // THREADS)))
    spans = [
        (start, min(start + step, queries.height), itself)
        for start in range(0, queries.height if size else 0, step)
    ]
    tasks = [partial(close, queries, segment, span, threshold - ROUNDING) for span in spans]
    for span, pairs in zip(spans, work(tasks), strict=True):
        yield to_hits(pairs)
        if progress:
            progress(span[1] - span[0])


def work(tasks: Sequence[Callable[[], Result]]) -> Iterator[Result]:
    """Do tasks, ``THREADS`` at a time, and yield what each gives, in order."""
    if len(tasks) < 2 or THREADS < 2:
        yield from (task() for task in tasks)
        return
    with ThreadPoolExecutor(THREADS) as pool:
        waiting: deque[Future[Result]] = deque()
        for task in tasks:
            waiting.append(pool.submit(task))
            if len(waiting) > THREADS:
                yield waiting.popleft().result()
        yield from (one.result() for one in waiting)


Close = Callable[[Matrix, Segment, tuple[int, int, bool], float], NDArray[np.float64]]


def choose_way(queries: Matrix, segment: Segment) -> Close:
    """Return the quicker of the two ways to search."""
    counts = np.diff(segment.postings.starts)
    # The plain way goes over all rows for each query as well.
    effort = int(counts[queries.columns].sum()) + queries.height * segment.matrix.height
    enough = SMALL_EFFORT if KERNELS in sys.modules else LARGE_EFFORT
    return compiled_close if effort > enough else plain_close


def compiled_close(
    queries: Matrix, segment: Segment, span: tuple[int, int, bool], floor: float
) -> NDArray[np.float64]:
    """Find pairs by the compiled loops; see ``kernels.find_close``."""
    from regcheck.compare import kernels

    return kernels.find_close(queries, segment.matrix, segment.postings, span, floor)


def plain_close(
    queries: Matrix, segment: Segment, span: tuple[int, int, bool], floor: float
) -> NDArray[np.float64]:
    """Find the same pairs by reading every posting of every term."""
    owners = segment.matrix.owners
    found = [np.zeros((4, 0))]
    for row in range(span[0], span[1]):
        owner = int(queries.owners[row])
        if owner == DEAD:
            continue
        scores, rare = plain_scores(queries, row, segment)
        wanted = (scores >= floor) & (scores > 0) & (owners != DEAD)
        if owner >= 0:
            wanted &= owners != owner
        if span[2]:
            wanted[row:] = False
        others = np.flatnonzero(wanted)
        rows = np.full(len(others), float(row))
        found.append(np.stack([rows, others.astype(float), scores[others], rare[others]]))
    return np.concatenate(found, axis=1)


def plain_scores(
    queries: Matrix, row: int, segment: Segment
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the score of a query with every row, and the part of it from rare terms.

    The products are added in the order of the terms, as everywhere.
    """
    columns, weights, lengths, places = find_places(queries, row, segment)
    postings, size = segment.postings, segment.matrix.height
    products = np.repeat(weights, lengths) * postings.weights[places]
    rows = postings.rows[places]
    marks = np.repeat(postings.rare[columns], lengths)
    return (
        np.bincount(rows, weights=products, minlength=size).astype(np.float64),
        np.bincount(rows[marks], weights=products[marks], minlength=size).astype(np.float64),
    )


def find_places(
    queries: Matrix, row: int, segment: Segment
) -> tuple[Integers, NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the terms of a query, their weights, how many postings each has, and where."""
    first, last = queries.starts[row : row + 2].tolist()
    columns, weights = queries.columns[first:last], queries.weights[first:last]
    starts = segment.postings.starts[columns]
    lengths = segment.postings.starts[columns + 1] - starts
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    places = np.arange(offsets[-1]) + np.repeat(starts - offsets[:-1], lengths)
    return columns, weights.astype(np.float64), lengths, places


def find_best(queries: Matrix, segment: Segment, limit: int) -> Iterator[Best]:
    """Yield, for each query, the scores and numbers of its ``limit`` best rows, best first.

    Ties stand by row; rows that share no term with a query are not listed.
    """
    best = compiled_best if choose_way(queries, segment) is compiled_close else plain_best
    yield from work([partial(best, queries, row, segment, limit) for row in range(queries.height)])


def compiled_best(queries: Matrix, row: int, segment: Segment, limit: int) -> Best:
    """Find the best rows by the compiled loops; see ``kernels.find_nearest``."""
    from regcheck.compare import kernels

    found = kernels.find_nearest((queries, row), segment.matrix, segment.postings, limit, 0.0)
    return [(min(value, 1.0), -number) for value, number in sorted(found, reverse=True)]


def plain_best(queries: Matrix, row: int, segment: Segment, limit: int) -> Best:
    """Find the same rows by reading every posting of every term."""
    scores, _ = plain_scores(queries, row, segment)
    scores[segment.matrix.owners == DEAD] = 0
    rows = np.flatnonzero(scores)
    order = rows[np.lexsort((rows, -scores[rows]))][:limit]
    best = np.minimum(scores[order], 1).tolist()
    return list(zip(best, order.tolist(), strict=True))
