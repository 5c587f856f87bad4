"""Hits become pairs: what the shared words are worth, and how common the wording is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from regcheck.compare.products import Hits, multiply_pairs
from regcheck.compare.vectors import Floats, Integers, Vectors, Vocabulary, keep_columns
from regcheck.domain import Pair

#: Another regulation's wording matches a pair's when it scores at least this share of its score.
NEARLY = 0.9
#: More digits than single precision keeps would differ from machine to machine.
DIGITS = 6


@dataclass(frozen=True)
class Side:
    """One side of a comparison: vectors, and the key and regulation number of each row.

    A regulation that the other side does not have has the number -1.
    """

    vectors: Vectors
    keys: Sequence[str]
    owners: Integers


def to_pairs(
    hits: Hits, left: Side, right: Side, vocabulary: Vocabulary, threshold: float
) -> list[Pair]:
    """Return the hits that reach ``threshold`` as pairs, with ``rare`` and ``spread``.

    Args:
        hits: Every hit of its left rows down to ``NEARLY * threshold``, none of which joins a
            regulation to itself.
        left: What the left row numbers point to.
        right: What the right row numbers point to; where it is ``left``, each pair is found twice
            and returned once.
        vocabulary: Tells which terms are rare.
        threshold: Cosine in ``[0, 1]``, inclusive.
    """
    spread = count_spread(hits, right.owners)
    reached = hits.reaches(threshold)
    if left is right:
        reached &= hits.left < hits.right
    hits = hits.where(reached)
    rare = compare_rare(hits, left.vectors, right.vectors, vocabulary)
    return [
        Pair(left.keys[one], right.keys[other], score, rarity, count)
        for one, other, score, rarity, count in zip(
            hits.left.tolist(),
            hits.right.tolist(),
            hits.scores.astype(float).round(DIGITS).tolist(),
            rare.astype(float).round(DIGITS).tolist(),
            spread[reached].tolist(),
            strict=True,
        )
    ]


def count_spread(hits: Hits, owners: Integers) -> Integers:
    """Count, for each hit, the other regulations whose wording matches the left text as well.

    Args:
        hits: All hits of each left row that are of interest.
        owners: Regulation number of every right row.

    Returns:
        Shape ``(len(hits),)``; the regulation of the hit itself is not counted.
    """
    spread = np.zeros(len(hits), dtype=np.int32)
    order = np.argsort(hits.left, kind="stable")
    starts = np.flatnonzero(np.diff(hits.left[order], prepend=-1))
    for places in np.split(order, starts[1:]) if len(order) else ():
        scores = hits.scores[places]
        best = _best_scores(scores, owners[hits.right[places]])
        # The hit's own regulation is among them: its best score is at least the hit's.
        spread[places] = len(best) - np.searchsorted(best, scores * np.float32(NEARLY)) - 1
    return spread


def _best_scores(scores: Floats, owners: Integers) -> Floats:
    """Return the best score of each regulation, ascending."""
    order = np.lexsort((scores, owners))
    last = np.flatnonzero(np.diff(owners[order], append=-2))
    best: Floats = np.sort(scores[order[last]])
    return best


def compare_rare(hits: Hits, left: Vectors, right: Vectors, vocabulary: Vocabulary) -> Floats:
    """Return the cosine of each hit over the terms few regulations use; 0 where a side has none."""
    rare = vocabulary.is_rare()
    products = multiply_pairs(
        keep_columns(left.rows, rare), keep_columns(right.rows, rare), (hits.left, hits.right)
    )
    lengths = left.rare_lengths[hits.left] * right.rare_lengths[hits.right]
    shares = np.divide(products, lengths, out=np.zeros_like(products), where=lengths > 0)
    cosines: Floats = np.clip(shares, 0, 1)
    return cosines


def sort_pairs(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Order pairs by score, best first, and ties by keys."""
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right)))
