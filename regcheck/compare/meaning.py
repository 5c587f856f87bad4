"""What texts mean, as short vectors: words that keep the same company count as alike.

The words' vectors were learned from legislation (``models/semantic`` says how, and how well they
do) and are kept under hashes. They do not depend on the corpus: a text has the same vector in every
index.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.terms import Counts, Keys, count_terms

#: A number between -1 and 1 is kept as a whole number of so many steps.
STEPS = 127
#: Words whose vectors are added at once; they fit the processor's cache.
CHUNK = 1 << 14
FILE = "data/meaning.npz"

#: Of each text a row, of length ``STEPS``; all 0 where no word is known.
Meanings = NDArray[np.int8]
NO_MEANINGS: Meanings = np.zeros((0, 0), dtype=np.int8)


@dataclass(frozen=True)
class Meaning:
    """The vectors of words: ``steps[i]`` times ``scales[i]`` is that of the word ``keys[i]``.

    ``keys`` ascend (``terms.key_of``). The scale holds what a word weighs: common ones little.
    """

    keys: Keys
    steps: Meanings
    scales: NDArray[np.float32]

    @property
    def size(self) -> int:
        """The length of a vector."""
        return int(self.steps.shape[1])

    def embed(self, counts: Counts) -> Meanings:
        """Return the meaning of each text: the dampened sum of its words' vectors, to length 1.

        Returns:
            Shape ``(len(counts), size)``, in ``STEPS``.
        """
        places = np.minimum(np.searchsorted(self.keys, counts.keys), len(self.keys) - 1)
        known = self.keys[places] == counts.keys
        words = places[known]
        weights = self.scales[words] * (1 + np.log(counts.times[known])).astype(np.float32)
        starts = np.concatenate([[0], np.cumsum(known)])[counts.starts]
        meanings = np.zeros((len(counts), self.size), dtype=np.int8)
        for first, last in pairwise(find_cuts(starts)):
            begin, end = int(starts[first]), int(starts[last])
            vectors = self.steps[words[begin:end]] * weights[begin:end, None]
            filled = first + np.flatnonzero(np.diff(starts[first : last + 1]))
            if len(filled):
                sums = np.add.reduceat(vectors, starts[filled] - begin, axis=0)
                meanings[filled] = to_steps(sums)
        return meanings


@cache
def load_meaning() -> Meaning:
    """Read the shipped vectors, once."""
    with files("regcheck").joinpath(FILE).open("rb") as file:
        return read_meaning(cast(BinaryIO, file))


def read_meaning(file: BinaryIO) -> Meaning:
    """Read vectors as ``models/semantic/train.py`` writes them."""
    with np.load(file, allow_pickle=False) as arrays:
        return Meaning(arrays["keys"], arrays["steps"], arrays["scales"])


def embed_texts(texts: list[str]) -> Meanings:
    """Return the meanings of texts.

    >>> first, second, third = embed_texts(["izin usaha pasar", "perizinan pasar", ""])
    >>> compare(first[None], second[None])[0] > 0.5, bool(third.any())
    (np.True_, False)
    """
    return load_meaning().embed(count_terms(texts))


def find_cuts(starts: NDArray[np.int64]) -> list[int]:
    """Return the rows at which to cut into parts of about ``CHUNK`` entries, both ends included."""
    wanted = np.arange(0, int(starts[-1]) + CHUNK, CHUNK)
    cuts = np.searchsorted(starts, wanted, side="left")
    return sorted({0, len(starts) - 1, *np.minimum(cuts, len(starts) - 1).tolist()})


def to_steps(vectors: NDArray[np.float32]) -> Meanings:
    """Return vectors at length 1, in ``STEPS``."""
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    steps: Meanings = np.round(vectors / lengths * STEPS).astype(np.int8)
    return steps


def compare(left: Meanings, right: Meanings) -> NDArray[np.float64]:
    """Return the cosine, in ``[0, 1]``, of each row with the row opposite; 0 without a meaning.

    >>> compare(np.array([[127, 0]], dtype=np.int8), np.array([[0, 127]], dtype=np.int8)).tolist()
    [0.0]
    """
    one, other = left.astype(np.int32), right.astype(np.int32)
    products = np.einsum("ij,ij->i", one, other)
    squares = [np.einsum("ij,ij->i", side, side).astype(np.float64) for side in (one, other)]
    cosines: NDArray[np.float64] = products / np.sqrt(np.maximum(squares[0] * squares[1], 1))
    return np.clip(cosines, 0, 1)


def compare_all(text: str, meanings: Meanings) -> NDArray[np.float64]:
    """Return the cosine, in ``[0, 1]``, of a text with each row; 0 without a meaning.

    >>> compare_all("izin usaha", embed_texts(["perizinan usaha", ""])).round(1).tolist()[1]
    0.0
    """
    (asked,) = embed_texts([text])
    wanted = asked.astype(np.float32) / max(float(np.linalg.norm(asked.astype(np.float32))), 1e-9)
    cosines = np.zeros(len(meanings), dtype=np.float64)
    # Whole numbers are turned into others a part at a time: all at once they take much memory.
    for start in range(0, len(meanings), CHUNK):
        cosines[start : start + CHUNK] = meanings[start : start + CHUNK] @ wanted / STEPS
    return np.clip(cosines, 0, 1)
