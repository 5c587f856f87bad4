"""Vectors: the weights are scikit-learn's, and unknown words are not forgotten."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from regcheck.compare.products import to_matrix
from regcheck.compare.vectors import (
    Rows,
    Vocabulary,
    fit_vectors,
    hash_terms,
    keep_columns,
    to_vectors,
)
from regcheck.compare.words import find_terms, weigh_term

TEXTS = [
    "Setiap pedagang wajib memiliki surat izin kios, kios pasar.",
    "Surat izin kios pasar berlaku selama 3 (tiga) tahun.",
    "Setiap orang dilarang membuang sampah ke sungai.",
    "",
]


def fitted(texts: list[str]) -> tuple[Vocabulary, Rows]:
    """Return the vocabulary and rows of texts, each of its own regulation."""
    vocabulary, vectors = fit_vectors(texts, np.arange(len(texts), dtype=np.int32))
    return vocabulary, vectors.rows


def oracle(texts: list[str], others: list[str]) -> np.ndarray:
    """Return the dense rows of ``others`` under scikit-learn's weights of ``texts``."""
    vectorizer = TfidfVectorizer(analyzer=find_terms, sublinear_tf=True)
    vectorizer.fit(texts)
    names = vectorizer.get_feature_names_out()
    vectorizer.idf_ = vectorizer.idf_ * [weigh_term(name) for name in names]
    dense: np.ndarray = vectorizer.transform(others).toarray()
    order = np.argsort(hash_terms(names.tolist()))
    return dense[:, order]


def dense(rows: Rows, vocabulary: Vocabulary) -> np.ndarray:
    """Return rows as a dense array, columns in the order of their hashes."""
    whole: np.ndarray = to_matrix(rows).toarray()[:, vocabulary.columns]
    return whole


def test_fitted_rows_are_those_of_scikit_learn() -> None:
    """Our weights are its weights, with light words made lighter."""
    vocabulary, rows = fitted(TEXTS)

    np.testing.assert_allclose(dense(rows, vocabulary), oracle(TEXTS, TEXTS), atol=1e-6)


def test_the_fast_path_gives_the_fitted_rows_again() -> None:
    """A text of the corpus has the same vector with and without scikit-learn."""
    vocabulary, rows = fitted(TEXTS)
    again = to_vectors(TEXTS, vocabulary).rows

    np.testing.assert_allclose(dense(again, vocabulary), dense(rows, vocabulary), atol=1e-6)


def test_rows_have_length_one() -> None:
    """Every text with words has a vector of length 1, an empty one of length 0."""
    _, rows = fitted(TEXTS)

    np.testing.assert_allclose(rows.square_sums(), [1, 1, 1, 0], atol=1e-6)


def test_an_unknown_word_counts_in_the_length() -> None:
    """A text that speaks of something else as well is less similar than one that does not."""
    vocabulary, _ = fitted(TEXTS)
    plain, longer = to_vectors(
        ["surat izin kios", "surat izin kios terumbu karang"], vocabulary
    ).rows.square_sums()

    assert plain == pytest.approx(1)
    assert longer < 0.7


def test_a_term_is_rare_where_few_regulations_use_it() -> None:
    """Reach counts regulations, not passages."""
    texts = ["kios pasar"] * 40 + ["sampah sungai"] * 40
    owners = np.array([0] * 40 + list(range(1, 41)), dtype=np.int32)
    vocabulary, vectors = fit_vectors(texts, owners)
    rare = vocabulary.is_rare()
    kios, sampah = vocabulary.find_columns(find_terms("kios") + find_terms("sampah"))

    assert rare[kios]
    assert not rare[sampah]
    assert vectors.rare_lengths[0] == pytest.approx(1)
    assert vectors.rare_lengths[-1] == 0
    assert keep_columns(vectors.rows, rare).square_sums()[-1] == 0


def test_an_empty_corpus_knows_nothing() -> None:
    """No texts, or none with words, give an empty vocabulary that can still be used."""
    for texts in ([], ["", "()"]):
        vocabulary, rows = fitted(texts)

        assert vocabulary.width == 0
        assert len(rows) == len(texts)
        assert len(to_vectors(["kios pasar"], vocabulary).rows) == 1


def test_an_extended_vocabulary_keeps_its_columns() -> None:
    """New terms come last; the old keep their column and weight."""
    vocabulary, _ = fitted(TEXTS)
    larger = vocabulary.extended(["terumbu", "karang"])

    assert larger.find_columns(["terumbu", "karang"]).tolist() == [
        vocabulary.width,
        vocabulary.width + 1,
    ]
    terms = find_terms(TEXTS[0])
    assert larger.find_columns(terms).tolist() == vocabulary.find_columns(terms).tolist()
    assert larger.reach[-1] == 0


def test_a_row_may_be_very_long() -> None:
    """A lampiran of thousands of words is a row like any other."""
    letters = "abcdefghijklmnopqrst"
    long = " ".join(
        f"x{one}{two}{three}z" for one in letters for two in letters for three in letters
    )
    _, rows = fitted([long, "kios pasar"])

    assert len(rows) == 2
    assert rows.starts[1] > 15_000
    np.testing.assert_allclose(rows.square_sums(), [1, 1], atol=1e-4)
