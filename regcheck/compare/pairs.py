"""Hits become pairs: what the shared words are worth, and how common the wording is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.meaning import Meanings, compare
from regcheck.compare.rows import Floats, Integers
from regcheck.compare.search import Hits, join_hits
from regcheck.domain import Pair

#: Another regulation's wording matches a pair's when it scores at least this share of its score.
NEARLY = 0.9
#: Figures are given to so many digits.
DIGITS = 6
#: Hits whose meanings are compared at once, and hits whose spread is counted at once.
PAIRS, CHUNK = 1 << 15, 1 << 16
#: Places of hits, in 32 bits where there are no more than ``MOST``.
Places = NDArray[np.signedinteger[Any]]
MOST = np.iinfo(np.int32).max


@dataclass(frozen=True)
class Side:
    """One side of a comparison.

    Of each row its key, the number of its regulation, the length of its rare part, and what it
    means; the meanings lie in parts, one below the other.
    """

    keys: Sequence[str]
    owners: Integers
    rare_lengths: Floats
    meanings: tuple[Meanings, ...]

    def meanings_of(self, rows: Integers) -> Meanings:
        """Return the meanings of some rows."""
        ends = np.cumsum([len(part) for part in self.meanings])
        size = max((part.shape[1] for part in self.meanings), default=0)
        found = np.zeros((len(rows), size), dtype=np.int8)
        for part, end in zip(self.meanings, ends.tolist(), strict=True):
            here = (rows < end) & (rows >= end - len(part))
            found[here] = part[rows[here] - (end - len(part))]
        return found


def to_pairs(hits: Hits, spread: Integers, left: Side, right: Side) -> list[Pair]:
    """Return hits as pairs.

    Args:
        hits: Row numbers on both sides, with scores.
        spread: Of each hit (``count_spread``).
        left: What the left row numbers point to.
        right: What the right row numbers point to.
    """
    rare = compare_rare(hits, left, right)
    semantic = compare_meanings(hits, left, right)
    return [
        Pair(left.keys[one], right.keys[other], score, rarity, count, alike)
        for one, other, score, rarity, count, alike in zip(
            hits.left.tolist(),
            hits.right.tolist(),
            hits.scores.round(DIGITS).tolist(),
            rare.round(DIGITS).tolist(),
            spread.tolist(),
            semantic.round(DIGITS).tolist(),
            strict=True,
        )
    ]


def compare_rare(hits: Hits, left: Side, right: Side) -> NDArray[np.float64]:
    """Return the cosine of each hit over the terms few regulations use; 0 where a side has none."""
    lengths = left.rare_lengths[hits.left].astype(np.float64) * right.rare_lengths[hits.right]
    shares = np.divide(hits.rare, lengths, out=np.zeros(len(hits)), where=lengths > 0)
    return np.clip(shares, 0, 1)


def compare_meanings(hits: Hits, left: Side, right: Side) -> NDArray[np.float64]:
    """Return, for each hit, the cosine in ``[0, 1]`` of what the two texts mean."""
    found = np.zeros(len(hits))
    for start in range(0, len(hits), PAIRS):
        part = slice(start, start + PAIRS)
        rows = hits.left[part], hits.right[part]
        found[part] = compare(left.meanings_of(rows[0]), right.meanings_of(rows[1]))
    return found


def count_spread(hits: Hits, owners: Integers) -> Integers:
    """Count, for each hit, the other regulations whose wording matches the left text as well.

    Args:
        hits: All hits of each left row that are of interest.
        owners: Regulation number of every right row.

    Returns:
        Shape ``(len(hits),)``; the regulation of the hit itself is not counted.
    """
    count = len(hits)
    if not count:
        return np.zeros(0, dtype=np.int32)
    rows, best = find_best_of_owners(hits, owners[hits.right])
    # Hits and best scores in one line, by left row and score; what is equal stands behind the hit.
    lefts = np.concatenate([hits.left, rows])
    order = np.lexsort((np.concatenate([hits.scores * NEARLY, best]), lefts))
    behind = np.append(np.cumsum((order >= count)[::-1])[::-1], 0)
    ends = np.append(np.flatnonzero(np.diff(lefts[order])) + 1, len(order))
    near = np.empty(len(order), dtype=np.int32)
    near[order] = behind[:-1] - np.repeat(behind[ends], np.diff(ends, prepend=0))
    # The hit's own regulation is among them: its best score is at least the hit's.
    return near[:count] - 1


def find_best_of_owners(hits: Hits, owners: Integers) -> tuple[Integers, NDArray[np.float64]]:
    """Return the best score of each regulation for each left row, with the row."""
    codes = (hits.left.astype(np.int64) << 32) | owners
    order = np.argsort(codes, kind="stable")
    firsts = np.flatnonzero(np.diff(codes[order], prepend=-1))
    return hits.left[order[firsts]], np.maximum.reduceat(hits.scores[order], firsts)


def count_widest(hits: Hits, owners: Integers) -> Integers:
    """Return, for each pair of rows of one corpus, the larger spread of its two sides.

    Memory holds little more than a few numbers for each hit: it is counted for some rows at a time.

    Args:
        hits: All hits of these rows, each pair once.
        owners: Regulation number of every row.
    """
    widest = np.zeros(len(hits), dtype=np.int32)
    sides = [sort_side(side, len(owners)) for side in (hits.left, hits.right)]
    ends = sides[0][1] + sides[1][1]
    first = 0
    while first < len(owners):
        wanted = int(np.searchsorted(ends, ends[first] + CHUNK, side="right")) - 1
        last = min(max(wanted, first + 1), len(owners))
        left, right = (order[starts[first] : starts[last]] for order, starts in sides)
        spread = count_spread(join_hits([hits.where(left), hits.where(right).turned()]), owners)
        widest[left] = np.maximum(widest[left], spread[: len(left)])
        widest[right] = np.maximum(widest[right], spread[len(left) :])
        first = last
    return widest


def sort_side(side: Integers, rows: int) -> tuple[Places, NDArray[np.int64]]:
    """Return the places of hits in the order of one side, and where each row's begin."""
    counts = np.bincount(side, minlength=rows)
    order = narrow(np.argsort(side, kind="stable"), len(side))
    return order, np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def narrow(places: NDArray[np.int64], count: int) -> Places:
    """Return places among ``count`` hits in 32 bits, if they fit."""
    return places.astype(np.int32 if count <= MOST else np.int64)


def sort_pairs(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Order pairs by score, best first, and ties by keys."""
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right)))
