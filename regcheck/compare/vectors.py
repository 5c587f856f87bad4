"""Texts as sparse vectors: the TF-IDF weights of their words and pairs of words."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.words import find_terms, weigh_term

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]

#: A term is rare where few regulations use it: at most this many, or this share of all.
RARE_COUNT = 5
RARE_SHARE = 0.02


@dataclass(frozen=True)
class Rows:
    """A sparse matrix, row by row: row ``i`` is ``indices`` and ``data`` in ``starts[i:i + 2]``.

    ``data`` float32, ``indices`` int32 column numbers, ``starts`` int64 of length rows + 1.
    """

    data: Floats
    indices: Integers
    starts: NDArray[np.int64]
    width: int

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.starts) - 1

    def row_numbers(self) -> NDArray[np.int64]:
        """Return the row number of every entry."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def square_sums(self) -> NDArray[np.float64]:
        """Return the squared length of every row."""
        squares = np.asarray(self.data, dtype=np.float64) ** 2
        sums: NDArray[np.float64] = np.bincount(
            self.row_numbers(), weights=squares, minlength=len(self)
        ).astype(np.float64)
        return sums

    def scaled(self, lengths: NDArray[np.float64]) -> Rows:
        """Return the rows divided by ``lengths``; a row of length 0 stays empty."""
        factors = 1 / np.where(lengths > 0, lengths, 1)
        data = (self.data * factors[self.row_numbers()]).astype(np.float32)
        return Rows(data, self.indices, self.starts, self.width)

    def joined(self, below: Rows) -> Rows:
        """Return these rows with those of ``below`` underneath, as wide as the wider."""
        return Rows(
            np.concatenate([self.data, below.data]),
            np.concatenate([self.indices, below.indices]),
            np.concatenate([self.starts, below.starts[1:] + self.starts[-1]]),
            max(self.width, below.width),
        )


@dataclass(frozen=True)
class Vocabulary:
    """The known terms and their weights.

    ``hashes`` are the terms' 64-bit hashes, ascending, and ``columns`` their column numbers.
    ``idf`` is the weight and ``reach`` the number of regulations (or families of them) that use
    the term, both by column. ``texts`` and ``regulations`` are what was counted.
    """

    hashes: NDArray[np.uint64]
    columns: Integers
    idf: Floats
    reach: Integers
    texts: int
    regulations: int

    @property
    def width(self) -> int:
        """The number of terms."""
        return len(self.idf)

    @property
    def unseen(self) -> float:
        """The weight of a term that no text of the corpus holds."""
        return float(np.log(1 + self.texts)) + 1

    def is_rare(self) -> NDArray[np.bool_]:
        """Tell, by column, which terms few regulations use."""
        return self.reach <= max(RARE_COUNT, round(self.regulations * RARE_SHARE))

    def find_columns(self, terms: Sequence[str]) -> Integers:
        """Return the column of each term, -1 for an unknown one."""
        if not len(self.hashes) or not terms:
            return np.full(len(terms), -1, dtype=np.int32)
        wanted = hash_terms(terms)
        places = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
        return np.where(self.hashes[places] == wanted, self.columns[places], -1).astype(np.int32)

    def extended(self, terms: Sequence[str]) -> Vocabulary:
        """Return a vocabulary that also knows ``terms``, each new, as used by no regulation."""
        hashes = np.concatenate([self.hashes, hash_terms(terms)])
        columns = np.concatenate([self.columns, np.arange(len(terms), dtype=np.int32) + self.width])
        order = np.argsort(hashes, kind="stable")
        idf = np.array([self.unseen * weigh_term(term) for term in terms], dtype=np.float32)
        return Vocabulary(
            hashes[order],
            columns[order].astype(np.int32),
            np.concatenate([self.idf, idf]),
            np.concatenate([self.reach, np.zeros(len(terms), dtype=np.int32)]),
            self.texts,
            self.regulations,
        )


@dataclass(frozen=True)
class Vectors:
    """Rows of length 1, and the length of their rare part.

    An unknown term has no column but counts in both lengths: a text that speaks of something
    else is not made similar by what little it shares.
    """

    rows: Rows
    rare_lengths: Floats


def hash_terms(terms: Sequence[str]) -> NDArray[np.uint64]:
    """Return a stable 64-bit hash of each term; terms are millions, so collisions are unlikely.

    >>> int(hash_terms(["izin"])[0]) == int(hash_terms(["izin"])[0])
    True
    """
    digests = b"".join(hashlib.blake2b(term.encode(), digest_size=8).digest() for term in terms)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)


def empty_vocabulary() -> Vocabulary:
    """Return the vocabulary of a corpus without words."""
    nothing = np.zeros(0, dtype=np.int32)
    return Vocabulary(
        np.zeros(0, dtype=np.uint64), nothing, np.zeros(0, dtype=np.float32), nothing, 0, 0
    )


def fit_vectors(texts: Sequence[str], owners: Integers) -> tuple[Vocabulary, Vectors]:
    """Weigh the terms of a corpus and return its vectors.

    Term frequencies are dampened (1 + ln); the inverse document frequency counts texts, and a
    term that carries no subject weighs less (``weigh_term``).

    Args:
        texts: The passages.
        owners: Shape ``(len(texts),)``, the number of the regulation family of each passage.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    tokenised = [find_terms(text) for text in texts]
    if not any(tokenised):
        return empty_vocabulary(), to_vectors(texts, empty_vocabulary())
    vectorizer = TfidfVectorizer(analyzer=_as_is, sublinear_tf=True, norm=None, dtype=np.float32)
    matrix = vectorizer.fit_transform(tokenised)
    matrix.sort_indices()
    terms = vectorizer.get_feature_names_out().tolist()
    weights = np.array([weigh_term(term) for term in terms], dtype=np.float32)
    rows = Rows(
        matrix.data * weights[matrix.indices],
        matrix.indices.astype(np.int32),
        matrix.indptr.astype(np.int64),
        len(terms),
    )
    hashes = hash_terms(terms)
    order = np.argsort(hashes, kind="stable")
    vocabulary = Vocabulary(
        hashes=hashes[order],
        columns=order.astype(np.int32),
        idf=(vectorizer.idf_ * weights).astype(np.float32),
        reach=_count_reach(rows, owners),
        texts=len(texts),
        regulations=len(np.unique(owners)),
    )
    lengths = np.sqrt(rows.square_sums())
    return vocabulary, Vectors(rows.scaled(lengths), _rare_lengths(rows, vocabulary, lengths))


def _as_is(terms: list[str]) -> list[str]:
    """Hand terms through the vectoriser unchanged."""
    return terms


def _count_reach(rows: Rows, owners: Integers) -> Integers:
    """Count, by column, the owners that use a term."""
    pairs = rows.indices.astype(np.int64) * (int(owners.max()) + 1) + owners[rows.row_numbers()]
    columns = np.unique(pairs) // (int(owners.max()) + 1)
    return np.bincount(columns, minlength=rows.width).astype(np.int32)


def _rare_lengths(rows: Rows, vocabulary: Vocabulary, lengths: NDArray[np.float64]) -> Floats:
    """Return the length of each row's rare part, as a share of ``lengths``."""
    rare = keep_columns(rows, vocabulary.is_rare())
    return (np.sqrt(rare.square_sums()) / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def keep_columns(rows: Rows, wanted: NDArray[np.bool_]) -> Rows:
    """Return the rows with only the entries of the wanted columns."""
    kept = wanted[rows.indices]
    counts = np.concatenate([[0], np.cumsum(kept)])
    return Rows(rows.data[kept], rows.indices[kept], counts[rows.starts], rows.width)


def count_terms(texts: Sequence[str]) -> list[Mapping[str, int]]:
    """Count the terms of each text."""
    return [Counter(find_terms(text)) for text in texts]


def to_vectors(texts: Sequence[str], vocabulary: Vocabulary) -> Vectors:
    """Return the vectors of texts that were not in the corpus, with the corpus's weights.

    The rows equal those of ``fit_vectors`` for a text without unknown terms.
    """
    return counts_to_vectors(count_terms(texts), vocabulary)


def counts_to_vectors(counts: Sequence[Mapping[str, int]], vocabulary: Vocabulary) -> Vectors:
    """Return the vectors of counted terms; the fast path needs no scikit-learn."""
    terms = [term for count in counts for term in count]
    columns = vocabulary.find_columns(terms)
    known = columns >= 0
    weights = np.where(known, vocabulary.idf[columns] if vocabulary.width else 0, vocabulary.unseen)
    for place in np.flatnonzero(~known):
        weights[place] *= weigh_term(terms[place])
    times = np.fromiter((n for count in counts for n in count.values()), float, len(terms))
    rows = Rows(
        ((1 + np.log(times)) * weights).astype(np.float32),
        np.where(known, columns, vocabulary.width).astype(np.int32),
        np.cumsum([0, *map(len, counts)], dtype=np.int64),
        vocabulary.width + 1,
    )
    lengths = np.sqrt(rows.square_sums())
    rare = np.append(vocabulary.is_rare(), True)
    shares = np.sqrt(keep_columns(rows, rare).square_sums()) / np.where(lengths > 0, lengths, 1)
    inside = keep_columns(rows.scaled(lengths), np.append(np.full(vocabulary.width, True), False))
    sorted_rows = _sort_columns(inside, vocabulary.width)
    return Vectors(sorted_rows, shares.astype(np.float32))


def _sort_columns(rows: Rows, width: int) -> Rows:
    """Return the rows with ascending column numbers."""
    order = np.lexsort((rows.indices, rows.row_numbers()))
    return Rows(rows.data[order], rows.indices[order], rows.starts, width)
