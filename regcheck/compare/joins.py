"""All pairs of an index: each segment with itself and with those before it, block by block."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from regcheck.compare.rows import Flags, select_rows
from regcheck.compare.search import Hits, find_hits
from regcheck.compare.segments import Segment

#: Called after each block of a long search with the number of rows it compared.
Progress = Callable[[int], None]


def join_all(
    segments: Sequence[Segment], threshold: float, progress: Progress | None = None
) -> Iterator[Hits]:
    """Yield every pair of rows of different regulations once, the higher row on the left.

    Rows are numbered through. Memory holds some blocks of the result for each thread.
    """
    starts = number_through(segments)
    for number, (start, segment) in enumerate(zip(starts, segments, strict=True)):
        spelled = segment.spelled()
        for begin, earlier in zip(starts[:number], segments[:number], strict=True):
            for hits in find_hits(earlier.translate(spelled), earlier, threshold):
                yield hits.moved(start, begin)
        own = find_hits(segment.matrix, segment, threshold, itself=True, progress=progress)
        for hits in own:
            yield hits.moved(start, start)


def join_some(
    segments: Sequence[Segment],
    wanted: Flags,
    threshold: float,
    progress: Progress | None = None,
) -> Iterator[Hits]:
    """Yield the pairs that have a row which is ``wanted``; otherwise as ``join_all``."""
    starts = number_through(segments)
    for start, segment in zip(starts, segments, strict=True):
        here = wanted[start : start + segment.matrix.height]
        rows, places = select_rows(segment.spelled(), here), np.flatnonzero(here) + start
        for begin, other in zip(starts, segments, strict=True):
            told = progress if begin == starts[-1] else None
            for found in find_hits(other.translate(rows), other, threshold, progress=told):
                hits = replace(found.moved(0, begin), left=places[found.left])
                # A pair of two wanted rows is found from either side.
                yield hits.where(~wanted[hits.right] | (hits.left > hits.right)).ordered()


def number_through(segments: Sequence[Segment]) -> list[int]:
    """Return the number of each segment's first row."""
    sizes = [segment.matrix.height for segment in segments]
    return [int(start) for start in np.cumsum([0, *sizes])[:-1]]
