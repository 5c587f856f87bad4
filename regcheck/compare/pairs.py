"""Hits become pairs: what the shared words are worth, and how common the wording is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.meaning import Meanings, compare
from regcheck.compare.rows import Floats, Integers
from regcheck.compare.search import Hits
from regcheck.domain import Pair

#: Another regulation's wording matches a pair's when it scores at least this share of its score.
NEARLY = 0.9
#: Figures are given to so many digits.
DIGITS = 6
#: Hits whose meanings are compared at once.
PAIRS = 1 << 15


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

    def meanings_of(self, rows: NDArray[np.int64]) -> Meanings:
        """Return the meanings of some rows."""
        ends = np.cumsum([len(part) for part in self.meanings])
        size = max((part.shape[1] for part in self.meanings), default=0)
        found = np.zeros((len(rows), size), dtype=np.int8)
        for part, end in zip(self.meanings, ends.tolist(), strict=True):
            here = (rows < end) & (rows >= end - len(part))
            found[here] = part[rows[here] - (end - len(part))]
        return found


def to_pairs(hits: Hits, spread: NDArray[np.int64], left: Side, right: Side) -> list[Pair]:
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


def count_spread(hits: Hits, owners: Integers) -> NDArray[np.int64]:
    """Count, for each hit, the other regulations whose wording matches the left text as well.

    Args:
        hits: All hits of each left row that are of interest.
        owners: Regulation number of every right row.

    Returns:
        Shape ``(len(hits),)``; the regulation of the hit itself is not counted.
    """
    best = find_best_of_owners(hits, owners[hits.right])
    # Hits and best scores in one line, by left row and score; what is equal stands behind the hit.
    lefts = np.concatenate([hits.left, hits.left[best]])
    scores = np.concatenate([hits.scores * NEARLY, hits.scores[best]])
    is_best = np.arange(len(lefts)) >= len(hits)
    order = np.lexsort((is_best, scores, lefts))
    behind = np.cumsum(is_best[order][::-1])[::-1]
    last = np.searchsorted(lefts[order], lefts[order], side="right")
    later = np.append(behind, 0)[last]
    near = np.empty(len(lefts), dtype=np.int64)
    near[order] = behind - later
    # The hit's own regulation is among them: its best score is at least the hit's.
    return near[: len(hits)] - 1


def find_best_of_owners(hits: Hits, owners: Integers) -> NDArray[np.int64]:
    """Return the places of the best hit of each regulation for each left row."""
    order = np.lexsort((hits.scores, owners, hits.left))
    last = np.ones(len(order), dtype=np.bool_)
    last[:-1] = (np.diff(hits.left[order]) != 0) | (np.diff(owners[order]) != 0)
    return order[last]


def sort_pairs(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Order pairs by score, best first, and ties by keys."""
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right)))
