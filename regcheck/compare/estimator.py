"""The vectors as a scikit-learn transformer, for notebooks and pipelines; nothing else imports it.

The check itself searches with :class:`regcheck.compare.VectorIndex`, which holds the same rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils import Tags
from sklearn.utils.validation import check_is_fitted

from regcheck.compare.meaning import load_meaning
from regcheck.compare.terms import count_terms
from regcheck.compare.vectors import Vectors, fit_vectors, to_vectors


class ClauseVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Turn clauses into rows whose products are weighted means of the likeness of their fields.

    Fields: the words, stemmed and normalised, and their pairs by TF-IDF; what the text means; and
    the context, that is, heading, chapter and title, by TF-IDF of its own. A clause is a text, or
    a pair of text and context. Each field has length 1, or 0 where it is empty, and enters with
    the root of its share of all weights, so that the product of two rows is at most 1.

    Args:
        words: Weight of the words; at least 0, like the others.
        semantic: Weight of the meaning.
        context: Weight of the context.

    >>> rows = ClauseVectorizer(semantic=1.0).fit_transform(["Izin usaha.", "Perizinan usaha."])
    >>> bool((rows @ rows.T)[0, 1] > 0.5)
    True
    """

    def __init__(self, *, words: float = 1.0, semantic: float = 0.0, context: float = 0.0) -> None:
        self.words = words
        self.semantic = semantic
        self.context = context

    def fit(self, X: Iterable[Any], y: object = None) -> Self:  # noqa: N803, ARG002
        """Learn the terms of clauses and their weights.

        Raises:
            ValueError: ``X`` is one text instead of many, or a weight is below 0, or all are 0.
        """
        texts, contexts = split_fields(X)
        self._shares()
        self.vocabulary_, _ = fit_vectors(texts, np.arange(len(texts), dtype=np.int32))
        self.context_vocabulary_, _ = fit_vectors(contexts, np.arange(len(texts), dtype=np.int32))
        return self

    def transform(self, X: Iterable[Any]) -> sparse.csr_array:  # noqa: N803
        """Return the rows of clauses, shape ``(clauses, terms + size of the meaning + terms)``.

        Raises:
            NotFittedError: ``fit`` has not been called.
            ValueError: As for ``fit``.
        """
        check_is_fitted(self)
        texts, contexts = split_fields(X)
        counts = count_terms(texts)
        meanings = load_meaning().embed(counts).astype(np.float32)
        lengths = np.maximum(np.linalg.norm(meanings, axis=1, keepdims=True), 1e-9)
        fields = (
            to_sparse(to_vectors(texts, self.vocabulary_), self.vocabulary_.width),
            sparse.csr_array(meanings / lengths),
            to_sparse(to_vectors(contexts, self.context_vocabulary_), self._context_width),
        )
        parts = [field * share for field, share in zip(fields, self._shares(), strict=True)]
        rows = sparse.csr_array(sparse.hstack(parts, format="csr", dtype=np.float32))
        rows.eliminate_zeros()
        return rows

    @property
    def _context_width(self) -> int:
        return self.context_vocabulary_.width

    def _shares(self) -> NDArray[np.float32]:
        """Return the factor of each field."""
        weights = np.array([self.words, self.semantic, self.context], dtype=np.float64)
        if (weights < 0).any() or not weights.any():
            raise ValueError("the weights must be 0 or more, and not all 0")
        shares: NDArray[np.float32] = np.sqrt(weights / weights.sum()).astype(np.float32)
        return shares

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.input_tags.sparse = False
        return tags

    def __sklearn_is_fitted__(self) -> bool:
        return hasattr(self, "vocabulary_")


def split_fields(clauses: Iterable[Any]) -> tuple[list[str], list[str]]:
    """Return the texts of clauses and their contexts, empty where none is given.

    Raises:
        ValueError: One text was given instead of many, or something that is no text.

    >>> split_fields(["a", ("b", "Bab I")])
    (['a', 'b'], ['', 'Bab I'])
    """
    if isinstance(clauses, str):
        raise ValueError("a list of texts was expected, not one text")
    pairs = [one if isinstance(one, tuple) else (one, "") for one in clauses]
    if not all(len(pair) == 2 and all(map(isinstance, pair, repeat(str))) for pair in pairs):
        raise ValueError("each clause must be a text, or a pair of text and context")
    return [text for text, _ in pairs], [context for _, context in pairs]


def to_sparse(vectors: Vectors, width: int) -> sparse.csr_array:
    """Return rows as scikit-learn takes them."""
    rows = vectors.rows
    shape = (rows.height, width)
    return sparse.csr_array((rows.weights, rows.columns, rows.starts), shape=shape)
