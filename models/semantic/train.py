"""Learn the word vectors of ``regcheck.compare.meaning`` from national regulations.

    python models/semantic/train.py TEXTS            write regcheck/data/meaning.npz
    python models/semantic/train.py TEXTS --half     learn from half of the acts, for measuring
                                                     on the other half; write ./meaning-half.npz

``TEXTS`` is a folder ``kind/year/number.md``. Words that stand near each other are counted, the
counts become positive pointwise mutual information (PPMI), and its strongest directions are kept
(a truncated singular value decomposition). The same texts give the same words and, on one machine,
the same numbers.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from multiprocessing import Pool
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

from regcheck.compare import meaning
from regcheck.compare.terms import key_of
from regcheck.compare.words import find_words

TARGET = Path(meaning.__file__).parent.parent / "data" / "meaning.npz"
HALF = Path("meaning-half.npz")
#: A word that stands so often is learned, of those the most frequent.
LEAST_TIMES, MOST_WORDS = 15, 24_000
#: Words at most so far apart are neighbours; the nearer, the more the meeting counts.
WINDOW = 6
#: The length of a vector, and the exponent that lifts rare neighbours.
SIZE, SMOOTHING = 128, 0.75
#: A word counts ``SIF / (SIF + its share of all words)``: common words say little.
SIF = 1e-3
#: Pairs that are counted at once.
CHUNK = 4_000_000
SEED = 20261125
#: Where a paragraph or an item ends.
PARAGRAPH = re.compile(r"\n\s*\n|(?<=[.;:])\s*\n")

Words = NDArray[np.int64]


def read_words(path: Path) -> tuple[str, list[list[str]]]:
    """Return the id of a text and the words of its paragraphs, numbers and marks left out."""
    text = path.read_text(encoding="utf-8", errors="replace")
    found = [
        [word for word in find_words(part) if word[0].isalpha()] for part in PARAGRAPH.split(text)
    ]
    return "/".join(path.with_suffix("").parts[-3:]), [words for words in found if words]


def is_learned(doc: str) -> bool:
    """Tell whether a text belongs to the half that ``--half`` learns from."""
    return crc32(doc.encode()) % 2 == 0


def choose_words(paragraphs: Iterable[list[str]]) -> Counter[str]:
    """Return the words that are learned, with their counts, the most frequent first."""
    counts = Counter(word for words in paragraphs for word in words)
    kept = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS]
    return Counter({word: times for word, times in kept if times >= LEAST_TIMES})


def pair_up(paragraphs: Iterable[Words], size: int) -> Iterator[tuple[Words, NDArray[np.float64]]]:
    """Yield neighbours, each pair of words as one number, with what their meeting counts."""
    for words in paragraphs:
        for distance in range(1, min(WINDOW, len(words) - 1) + 1):
            pairs = words[:-distance] * size + words[distance:]
            yield pairs, np.full(len(pairs), 1 / distance)


def add_up(parts: list[tuple[Words, NDArray[np.float64]]], size: int) -> sparse.csr_matrix:
    """Return the counts of some neighbours as a matrix."""
    keys, places = np.unique(np.concatenate([one for one, _ in parts]), return_inverse=True)
    weights = np.bincount(places, weights=np.concatenate([one for _, one in parts]))
    cells = (keys // size, keys % size)
    return sparse.csr_matrix((weights.astype(np.float32), cells), shape=(size, size))


def count_neighbours(paragraphs: Iterable[Words], size: int) -> sparse.csr_matrix:
    """Return how often, by weight, each word stands near each other one."""
    total, parts, waiting = sparse.csr_matrix((size, size), dtype=np.float32), [], 0
    for part in pair_up(paragraphs, size):
        parts.append(part)
        waiting += len(part[0])
        if waiting > CHUNK:
            total, parts, waiting = total + add_up(parts, size), [], 0
    if parts:
        total = total + add_up(parts, size)
    return total + total.T


def to_ppmi(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return how much oftener than by chance words meet, as logarithms, at least 0."""
    sums = np.asarray(counts.sum(axis=1)).ravel()
    smooth = sums**SMOOTHING / (sums**SMOOTHING).sum()
    cells = counts.tocoo()
    chance = sums[cells.row] * smooth[cells.col]
    values = np.maximum(np.log(cells.data / chance), 0).astype(np.float32)
    ppmi = sparse.csr_matrix((values, (cells.row, cells.col)), shape=counts.shape)
    ppmi.eliminate_zeros()
    return ppmi


def learn(ppmi: sparse.csr_matrix, times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the vector of each word, its weight in a text included.

    What all texts have in common, the direction of their weighted mean, is taken out.
    """
    left, strengths, _ = randomized_svd(ppmi, SIZE, n_iter=4, random_state=SEED)
    vectors = left * np.sqrt(strengths)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    shares = times / times.sum()
    vectors *= (SIF / (SIF + shares))[:, None]
    common = shares @ vectors
    common /= np.linalg.norm(common)
    return np.asarray(vectors - np.outer(vectors @ common, common))


def save(words: Iterable[str], vectors: NDArray[np.float64], target: Path) -> None:
    """Write words, as hashes in ascending order, and their vectors in single bytes."""
    keys = np.array([key_of(word) for word in words], dtype=np.uint64)
    order = np.argsort(keys)
    lengths = np.abs(vectors).max(axis=1, keepdims=True)
    steps = np.round(vectors / np.maximum(lengths, 1e-9) * meaning.STEPS).astype(np.int8)
    scales = (lengths.ravel() / meaning.STEPS).astype(np.float32)
    np.savez(target, keys=keys[order], steps=steps[order], scales=scales[order])


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--half", action="store_true")
    options = parser.parse_args()
    paths = sorted(options.texts.glob("*/*/*.md"))
    with Pool(2) as pool:
        texts = list(pool.imap(read_words, paths, chunksize=20))
    paragraphs = [
        words for doc, found in texts if not options.half or is_learned(doc) for words in found
    ]
    counts = choose_words(paragraphs)
    numbers = {word: number for number, word in enumerate(counts)}
    known = [
        np.array([numbers[word] for word in words if word in numbers], dtype=np.int64)
        for words in paragraphs
    ]
    ppmi = to_ppmi(count_neighbours(known, len(numbers)))
    times = np.array(list(counts.values()), dtype=np.float64)
    save(counts, learn(ppmi, times), HALF if options.half else TARGET)
    print(f"{len(paragraphs)} paragraphs, {len(counts)} words, {ppmi.nnz} neighbours")


if __name__ == "__main__":
    main()
