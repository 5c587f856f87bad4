"""Texts as sparse vectors: the TF-IDF weights of their words and pairs of words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.meaning import Meanings, load_meaning
from regcheck.compare.rows import (
    NOBODY,
    Flags,
    Floats,
    Integers,
    Matrix,
    freeze,
    keep_entries,
    sort_columns,
)
from regcheck.compare.terms import Counts, Keys, count_terms, hash_terms

#: A term is rare where few regulations use it: at most this many, or this share of all.
RARE_COUNT = 5
RARE_SHARE = 0.02


@dataclass(frozen=True)
class Vocabulary:
    """The known terms and their weights.

    ``hashes`` are the keys of the terms, ascending, and ``columns`` their column numbers; columns
    go from rare terms to common ones. ``idf`` is the weight and ``reach`` the number of regulations
    (or families of them) that use the term, both by column. ``texts`` and ``regulations`` are what
    was counted. Terms that came later have the columns behind; ``new_hashes``, ``new_columns`` and
    ``new_idf`` are theirs, and they count as used by no regulation.
    """

    hashes: Keys
    columns: Integers
    idf: Floats
    reach: Integers
    texts: int
    regulations: int
    new_hashes: Keys = field(default_factory=lambda: np.zeros(0, dtype=np.uint64))
    new_columns: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    new_idf: Floats = field(default_factory=lambda: np.zeros(0, dtype=np.float32))
    saved_as: str = ""

    @property
    def width(self) -> int:
        """The number of terms."""
        return len(self.idf) + len(self.new_idf)

    @property
    def unseen(self) -> float:
        """The weight of a term that no text of the corpus holds."""
        return float(np.log(1 + self.texts)) + 1

    def fit(self) -> str:
        """Return a name for these weights, whatever terms came later."""
        content = hashlib.blake2b(self.hashes.tobytes(), digest_size=8)
        content.update(self.idf.tobytes())
        return content.hexdigest()

    def is_rare(self, columns: Integers) -> Flags:
        """Tell of each column whether few regulations use the term; -1 is used by none."""
        most = max(RARE_COUNT, round(self.regulations * RARE_SHARE))
        rare = np.ones(len(columns), dtype=np.bool_)
        old = (columns >= 0) & (columns < len(self.reach))
        rare[old] = self.reach[columns[old]] <= most
        return rare

    def find_columns(self, keys: Keys) -> Integers:
        """Return the column of each term, -1 for an unknown one."""
        known = look_up(keys, self.hashes, self.columns)
        return np.where(known < 0, look_up(keys, self.new_hashes, self.new_columns), known)

    def weigh(self, columns: Integers) -> NDArray[np.float64]:
        """Return the weight of each column; there must be such a term."""
        weights = np.empty(len(columns), dtype=np.float64)
        old = columns < len(self.idf)
        weights[old] = self.idf[columns[old]]
        weights[~old] = self.new_idf[columns[~old] - len(self.idf)]
        return weights

    def weigh_counts(self, counts: Counts, columns: Integers) -> NDArray[np.float64]:
        """Return what each counted term weighs once, those of unknown columns too."""
        weights = counts.factors.astype(np.float64) * self.unseen
        weights[columns >= 0] = self.weigh(columns[columns >= 0])
        return weights

    def extended(self, keys: Keys, factors: Floats) -> Vocabulary:
        """Return a vocabulary that also knows the terms ``keys``, each new and once.

        Args:
            keys: Of the new terms.
            factors: What each weighs for being the term it is (``weigh_term``).
        """
        hashes = np.concatenate([self.new_hashes, keys])
        columns = np.arange(len(keys), dtype=np.int32) + self.width
        order = np.argsort(hashes, kind="stable")
        return replace(
            self,
            new_hashes=hashes[order],
            new_columns=np.concatenate([self.new_columns, columns]).astype(np.int32)[order],
            new_idf=np.concatenate([self.new_idf, factors * self.unseen]).astype(np.float32),
        )


@dataclass(frozen=True)
class Vectors:
    """Rows of length 1, the length of their rare part, and what the texts mean.

    An unknown term has no column but counts in both lengths: a text that speaks of something
    else is not made similar by what little it shares.
    """

    rows: Matrix
    rare_lengths: Floats
    meanings: Meanings


def look_up(wanted: Keys, hashes: Keys, values: Integers) -> Integers:
    """Return the value of each key, -1 for one that is not among ``hashes`` (ascending)."""
    if not len(hashes):
        return np.full(len(wanted), -1, dtype=np.int32)
    places = np.minimum(np.searchsorted(hashes, wanted), len(hashes) - 1)
    return np.where(hashes[places] == wanted, values[places], -1).astype(np.int32)


def find_columns(vocabulary: Vocabulary, terms: Sequence[str]) -> Integers:
    """Return the column of each spelled-out term, -1 for an unknown one."""
    return vocabulary.find_columns(hash_terms(terms))


def fit_vectors(texts: Sequence[str], owners: Integers) -> tuple[Vocabulary, Vectors]:
    """Weigh the terms of a corpus and return its vectors, as scikit-learn's vectoriser would.

    Term frequencies are dampened (1 + ln); the inverse document frequency counts texts, and a
    term that carries no subject weighs less (``weigh_term``).

    Args:
        texts: The passages.
        owners: Shape ``(len(texts),)``, the number of the regulation family of each passage.
    """
    counts = count_terms(texts)
    hashes, first, numbers, frequency = np.unique(
        counts.keys, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.argsort(frequency, kind="stable")
    columns = np.empty(len(hashes), dtype=np.int32)
    columns[order] = np.arange(len(hashes), dtype=np.int32)
    idf = (np.log((1 + len(texts)) / (1 + frequency)) + 1) * counts.factors[first]
    entries = columns[numbers]
    vocabulary = Vocabulary(
        hashes=freeze(hashes),
        columns=freeze(columns),
        idf=freeze(idf[order].astype(np.float32)),
        reach=freeze(_count_reach(entries, np.repeat(owners, np.diff(counts.starts)), len(hashes))),
        texts=len(texts),
        regulations=len(np.unique(owners)),
    )
    return vocabulary, _to_vectors(counts, entries, vocabulary)


def _count_reach(entries: Integers, owners: Integers, width: int) -> Integers:
    """Count, by column, the owners that use a term."""
    if not len(entries):
        return np.zeros(width, dtype=np.int32)
    many = int(owners.max()) + 1
    columns = np.unique(entries.astype(np.int64) * many + owners) // many
    return np.bincount(columns, minlength=width).astype(np.int32)


def to_vectors(texts: Sequence[str], vocabulary: Vocabulary) -> Vectors:
    """Return the vectors of texts that were not in the corpus, with the corpus's weights.

    The rows equal those of ``fit_vectors`` for a text without unknown terms.
    """
    return counts_to_vectors(count_terms(texts), vocabulary)


def counts_to_vectors(counts: Counts, vocabulary: Vocabulary) -> Vectors:
    """Return the vectors of counted terms."""
    return _to_vectors(counts, vocabulary.find_columns(counts.keys), vocabulary)


def _to_vectors(counts: Counts, columns: Integers, vocabulary: Vocabulary) -> Vectors:
    """Return the vectors of counted terms whose columns, -1 for an unknown term, are known."""
    known = columns >= 0
    weights = vocabulary.weigh_counts(counts, columns) * (1 + np.log(counts.times))
    squares = weights**2
    texts = np.repeat(np.arange(len(counts)), np.diff(counts.starts))
    lengths = np.sqrt(np.bincount(texts, weights=squares, minlength=len(counts)))
    shares = np.sqrt(
        np.bincount(texts, weights=squares * vocabulary.is_rare(columns), minlength=len(counts))
    )
    weights /= lengths[texts]
    rows = Matrix(
        counts.starts,
        columns,
        weights.astype(np.float32),
        np.full(len(counts), NOBODY, dtype=np.int32),
    )
    kept = sort_columns(keep_entries(rows, known))
    whole = np.where(lengths > 0, lengths, 1)
    rare_lengths = freeze((shares / whole).astype(np.float32))
    return Vectors(kept, rare_lengths, freeze(load_meaning().embed(counts)))
