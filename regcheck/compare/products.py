"""Which rows are alike: exhaustive products of sparse rows, a block at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.vectors import Floats, Rows

if TYPE_CHECKING:
    from scipy import sparse

#: Cells of a product that are held at once; about 100 MB.
BLOCK_CELLS = 8_000_000
#: Pairs whose rare words are compared at once.
BLOCK_PAIRS = 50_000
#: Rounding of float32 sums must not lose a pair at the threshold.
ROUNDING = 1e-6


@dataclass(frozen=True)
class Hits:
    """Row ``left[i]`` of one matrix and row ``right[i]`` of the other have cosine ``scores[i]``."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    scores: Floats

    def __len__(self) -> int:
        """Return the number of hits."""
        return len(self.left)

    def reaches(self, threshold: float) -> NDArray[np.bool_]:
        """Tell which hits reach a threshold, rounding forgiven."""
        reached: NDArray[np.bool_] = self.scores >= threshold - ROUNDING
        return reached

    def where(self, wanted: NDArray[np.bool_]) -> Hits:
        """Return the hits that are wanted."""
        return Hits(self.left[wanted], self.right[wanted], self.scores[wanted])


def transpose(rows: Rows) -> Rows:
    """Return the postings of rows: row ``t`` lists the rows that hold term ``t``."""
    turned = to_matrix(rows).T.tocsr()
    turned.sort_indices()
    return Rows(
        turned.data.astype(np.float32),
        turned.indices.astype(np.int32),
        turned.indptr.astype(np.int64),
        len(rows),
    )


def to_matrix(rows: Rows) -> sparse.csr_array:
    """Return rows as scipy's matrix, without copying the entries."""
    from scipy import sparse

    return sparse.csr_array(
        (
            rows.data,
            rows.indices,
            rows.starts.astype(np.int32 if rows.starts[-1] < 2**31 else np.int64),
        ),
        shape=(len(rows), rows.width),
    )


def find_hits(left: Rows, postings: Rows, threshold: float) -> Iterator[Hits]:
    """Yield every pair of rows whose cosine reaches ``threshold``, a block of left rows at a time.

    Exhaustive: no cap on neighbours. Costs one multiplication for each term two rows share;
    holds at most ``BLOCK_CELLS`` cells. Rows that share no term are never listed.

    Args:
        left: Rows of length 1.
        postings: The transposed right rows, of length 1.
        threshold: Cosine in ``[0, 1]``, inclusive.
    """
    matrix, turned = to_matrix(left), to_matrix(postings)
    step = max(1, BLOCK_CELLS // max(1, postings.width))
    for start in range(0, len(left), step):
        product = (matrix[start : start + step] @ turned).tocoo()
        reached = product.data >= threshold - ROUNDING
        yield Hits(
            product.row[reached].astype(np.int64) + start,
            product.col[reached].astype(np.int64),
            np.minimum(product.data[reached], 1).astype(np.float32),
        )


def multiply_pairs(
    left: Rows, right: Rows, pairs: tuple[NDArray[np.int64], NDArray[np.int64]]
) -> Floats:
    """Return the inner products of chosen pairs of rows.

    Args:
        left: The rows the first numbers point to.
        right: The rows the second numbers point to.
        pairs: Two arrays of row numbers of equal length.
    """
    first, second = to_matrix(left), to_matrix(right)
    sums = [
        first[pairs[0][start : start + BLOCK_PAIRS]]
        .multiply(second[pairs[1][start : start + BLOCK_PAIRS]])
        .sum(axis=1)
        for start in range(0, len(pairs[0]), BLOCK_PAIRS)
    ]
    return np.concatenate([np.zeros(0), *sums]).astype(np.float32)
