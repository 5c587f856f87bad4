"""Gutters and columns: where a page leaves a band free of print between two columns of text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from regcheck.read.layout.rows import Run
from regcheck.read.pdf.glyphs import Boxes

#: The gap between two columns lies this near the middle of the print, as shares of its width,
#: and is at least this wide, in points.
GAP_FROM, GAP_TO, MIN_GAP_PT = 0.4, 0.6, 9.0
#: Each column has so many rows, most of which fill it to this share.
COLUMN_ROWS, FILLED, MOST = 8, 0.7, 0.6
#: Headings and page numbers, at most this share of the runs, may stand over the gap.
OVER_GAP = 0.2
#: So few lines may be drawn across it: more are those of a table.
MAX_LINES_ACROSS = 2


def find_blocks(runs: list[Run], rules: Boxes) -> list[list[Run]]:
    """Part the print of a page into blocks in reading order.

    A page of two columns is read down the left one, then down the right one, from one heading
    over both to the next. Any other page is one block; so is a table, ruled or not.
    """
    gap = find_gap(runs)
    if gap is None or is_ruled_across(rules, gap):
        return [runs]
    middle = (gap[0] + gap[1]) / 2
    left = [run for run in runs if run.x1 <= middle]
    right = [run for run in runs if run.x0 >= middle]
    over = len(runs) - len(left) - len(right)
    if over > OVER_GAP * len(runs) or not (is_column(left) and is_column(right)):
        return [runs]
    ordered = sorted(runs, key=lambda run: run.top + run.bottom)
    blocks: list[list[Run]] = []
    for crosses, group in groupby(ordered, key=lambda run: run.x0 < middle < run.x1):
        part = list(group)
        sides = [part] if crosses else [
            [run for run in part if run.x1 <= middle],
            [run for run in part if run.x0 >= middle],
        ]  # fmt: skip
        blocks += [side for side in sides if side]
    return blocks


def find_gap(runs: Sequence[Run]) -> tuple[float, float] | None:
    """Return the widest band in the middle of the print over which few runs stand."""
    if len(runs) < 2 * COLUMN_ROWS:
        return None
    left, right = min(run.x0 for run in runs), max(run.x1 for run in runs)
    start, end = left + GAP_FROM * (right - left), left + GAP_TO * (right - left)
    if sum(run.x0 <= start and run.x1 >= end for run in runs) > OVER_GAP * len(runs):
        return None  # what most pages come to, at little cost
    x0, x1 = longest(print_over(runs, start, end) <= OVER_GAP * len(runs))
    return (start + x0, start + x1) if x1 - x0 >= MIN_GAP_PT else None


def is_ruled_across(rules: Boxes, gap: tuple[float, float]) -> bool:
    """Tell whether drawn lines run through a gap."""
    across = (rules[:, 0] < gap[0]) & (rules[:, 2] > gap[1])
    return int(across.sum()) > MAX_LINES_ACROSS


def is_column(runs: Sequence[Run]) -> bool:
    """Tell whether runs are the rows of a column of text: most of them fill it."""
    if len(runs) < COLUMN_ROWS:
        return False
    width = max(run.x1 for run in runs) - min(run.x0 for run in runs)
    filled = sum(run.x1 - run.x0 >= FILLED * width for run in runs)
    return filled >= max(COLUMN_ROWS, MOST * len(runs))


def print_over(runs: Sequence[Run], start: float, end: float) -> NDArray[np.intp]:
    """Count the runs that stand over each point between two places of a page's width."""
    size = int(end - start) + 1
    steps = np.zeros(size + 1, np.intp)
    edges = np.array([(run.x0, run.x1) for run in runs]) - start
    first, last = np.clip(edges, (0, -1), (size, size - 1)).astype(np.intp).T
    np.add.at(steps, first, 1)
    np.add.at(steps, last + 1, -1)
    return np.cumsum(steps)[:-1]


def longest(free: NDArray[np.bool_]) -> tuple[int, int]:
    """Return where the longest stretch of true values begins and ends.

    >>> longest(np.array([True, False, True, True, False]))
    (2, 4)
    >>> longest(np.array([False]))
    (0, 0)
    """
    edges = np.flatnonzero(np.diff(free.astype(np.int8), prepend=0, append=0))
    if not edges.size:
        return 0, 0
    best = int(np.argmax(edges[1::2] - edges[::2]))
    return int(edges[2 * best]), int(edges[2 * best + 1])
