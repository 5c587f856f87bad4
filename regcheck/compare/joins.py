"""All pairs of an index: each segment with itself and with those before it, block by block.

The walk over the blocks and what one block yields are written here once, for this machine and for
the workers of a cluster.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import numpy as np

from regcheck.compare.rows import Flags, Matrix, frozen, select_rows
from regcheck.compare.search import (
    BLOCK,
    LEAST_BLOCK,
    ROUNDING,
    THREADS,
    Hits,
    choose_way,
    compiled_close,
    to_hits,
    work,
)
from regcheck.compare.segments import Segment

#: Called after each block of a long search with the number of rows it compared.
Progress = Callable[[int], None]


class Block(NamedTuple):
    """Rows ``start`` to ``stop`` of the segment ``left``, against the segment ``right``.

    After the ``last`` block of these rows they have been compared with everything.
    """

    left: int
    right: int
    start: int
    stop: int
    last: bool


def join(
    segments: Sequence[Segment],
    threshold: float,
    wanted: Flags | None = None,
    progress: Progress | None = None,
) -> Iterator[Hits]:
    """Yield every pair of rows of different regulations once, the higher row on the left.

    Rows are numbered through. Memory holds some blocks of the result for each thread.

    Args:
        segments: Of one index.
        threshold: Cosine in ``[0, 1]``, inclusive but for rounding.
        wanted: Only pairs with one of these rows; by default all pairs.
        progress: Told, after the last block of some rows, how many they were.
    """
    load_compiled(segments)
    tallest = max((one.matrix.height for one in segments), default=0)
    size = max(LEAST_BLOCK, min(BLOCK, -(-tallest // THREADS)))
    blocks = list(plan_blocks(segments, wanted, size))
    tasks = [partial(join_block, segments, wanted, threshold, block) for block in blocks]
    for block, hits in zip(blocks, work(tasks), strict=True):
        yield hits
        if progress and block.last:
            progress(block.stop - block.start)


def load_compiled(segments: Sequence[Segment]) -> None:
    """Load the compiled search where all blocks together are worth it, though none alone is."""
    if any(choose_way(one.matrix, one) is compiled_close for one in segments):
        from regcheck.compare import kernels  # noqa: F401


def plan_blocks(segments: Sequence[Segment], wanted: Flags | None, size: int) -> Iterator[Block]:
    """Yield the blocks by segment, by what it is compared with, and by row, ``size`` rows each.

    All of a segment is compared with itself and the segments before it; where only some rows are
    wanted, those are compared with all segments.
    """
    starts, count = number_through(segments), len(segments)
    for left, segment in enumerate(segments):
        last = left if wanted is None else count - 1
        for right in range(last + 1):
            for start in range(0, segment.matrix.height, size):
                stop = min(start + size, segment.matrix.height)
                first = starts[left]
                if wanted is None or wanted[first + start : first + stop].any():
                    yield Block(left, right, start, stop, right == last)


def join_block(
    segments: Sequence[Segment], wanted: Flags | None, threshold: float, block: Block
) -> Hits:
    """Find the pairs of one block."""
    segment, other = segments[block.left], segments[block.right]
    starts = number_through(segments)
    first, begin = starts[block.left], starts[block.right]
    floor = threshold - ROUNDING
    rows = take_rows(segment, block)
    if wanted is None and block.left == block.right:
        close = choose_way(rows, other)
        span = (block.start, block.stop, True)
        return to_hits(close(segment.matrix, other, span, floor)).moved(first, first)
    places = np.arange(first + block.start, first + block.stop, dtype=np.int32)
    if wanted is not None:
        rows, places = select_rows(rows, wanted[places]), places[wanted[places]]
    queries = other.translate(spell(rows, segment))
    found = to_hits(choose_way(queries, other)(queries, other, (0, len(places), False), floor))
    hits = replace(found.moved(0, begin), left=places[found.left])
    if wanted is None:
        return hits
    # A pair of two wanted rows is found from either side.
    return hits.where(~wanted[hits.right] | (hits.left > hits.right)).ordered()


def take_rows(segment: Segment, block: Block) -> Matrix:
    """Return the rows of a block; nothing else of the segment is read."""
    starts, columns, weights, owners = segment.matrix
    first, last = int(starts[block.start]), int(starts[block.stop])
    here = slice(block.start, block.stop)
    begins = starts[block.start : block.stop + 1] - first
    return frozen(Matrix(begins, columns[first:last], weights[first:last], owners[here]))


def spell(rows: Matrix, segment: Segment) -> Matrix:
    """Return rows of a segment in the vocabulary's columns."""
    return rows._replace(columns=segment.terms[rows.columns])


def number_through(segments: Sequence[Segment]) -> list[int]:
    """Return the number of each segment's first row."""
    sizes = [segment.matrix.height for segment in segments]
    return [int(start) for start in np.cumsum([0, *sizes])[:-1]]
