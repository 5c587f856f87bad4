"""Vectors: the weights are scikit-learn's, and unknown words are not forgotten."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from regcheck.compare import terms
from regcheck.compare.rows import Matrix
from regcheck.compare.terms import count_terms, hash_terms
from regcheck.compare.vectors import Vocabulary, find_columns, fit_vectors, to_vectors
from regcheck.compare.words import find_terms, weigh_term

TEXTS = [
    "Setiap pedagang wajib memiliki surat izin kios, kios pasar.",
    "Surat izin kios pasar berlaku selama 3 (tiga) tahun.",
    "Setiap orang dilarang membuang sampah ke sungai.",
    "",
]


def fitted(texts: list[str]) -> tuple[Vocabulary, Matrix]:
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


def dense(rows: Matrix, vocabulary: Vocabulary) -> np.ndarray:
    """Return rows as a dense array, columns in the order of their hashes."""
    whole = np.zeros((rows.height, vocabulary.width), dtype=np.float32)
    whole[rows.row_numbers(), rows.columns] = rows.weights
    return whole[:, vocabulary.columns]


def square_sums(rows: Matrix) -> np.ndarray:
    """Return the squared length of each row."""
    squares = rows.weights.astype(float) ** 2
    return np.bincount(rows.row_numbers(), weights=squares, minlength=rows.height)


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

    np.testing.assert_allclose(square_sums(rows), [1, 1, 1, 0], atol=1e-6)


def test_an_unknown_word_counts_in_the_length() -> None:
    """A text that speaks of something else as well is less similar than one that does not."""
    vocabulary, _ = fitted(TEXTS)
    texts = ["surat izin kios", "surat izin kios terumbu karang"]
    plain, longer = square_sums(to_vectors(texts, vocabulary).rows)

    assert plain == pytest.approx(1)
    assert longer < 0.7


def test_a_term_is_rare_where_few_regulations_use_it() -> None:
    """Reach counts regulations, not passages."""
    texts = ["kios pasar"] * 40 + ["sampah sungai"] * 40
    owners = np.array([0] * 40 + list(range(1, 41)), dtype=np.int32)
    vocabulary, vectors = fit_vectors(texts, owners)
    kios, sampah = vocabulary.is_rare(find_columns(vocabulary, ["kios", "sampah"]))

    assert kios
    assert not sampah
    assert vectors.rare_lengths[0] == pytest.approx(1)
    assert vectors.rare_lengths[-1] == 0


def test_an_empty_corpus_knows_nothing() -> None:
    """No texts, or none with words, give an empty vocabulary that can still be used."""
    for texts in ([], ["", "()"]):
        vocabulary, rows = fitted(texts)

        assert vocabulary.width == 0
        assert rows.height == len(texts)
        assert to_vectors(["kios pasar"], vocabulary).rows.height == 1


def test_an_extended_vocabulary_keeps_its_columns() -> None:
    """New terms come last; the old keep their column and weight."""
    vocabulary, _ = fitted(TEXTS)
    new = ["terumbu", "karang", "terumbu karang"]
    larger = vocabulary.extended(hash_terms(new), np.array([1, 1, 0.5], dtype=np.float32))
    columns = find_columns(larger, new)

    assert columns.tolist() == [vocabulary.width + n for n in range(3)]
    np.testing.assert_allclose(larger.weigh(columns), larger.unseen * np.array([1, 1, 0.5]))
    assert larger.is_rare(columns).all()
    terms = find_terms(TEXTS[0])
    known = find_columns(vocabulary, terms)
    assert find_columns(larger, terms).tolist() == known.tolist()
    np.testing.assert_array_equal(larger.weigh(known), vocabulary.weigh(known))
    again = larger.extended(hash_terms(["ikan"]), np.ones(1, dtype=np.float32))
    assert find_columns(again, [*new, "ikan"]).tolist() == [*columns, vocabulary.width + 3]


def test_columns_go_from_rare_to_common() -> None:
    """What the search relies on for its speed."""
    vocabulary, rows = fitted(TEXTS)
    counts = np.bincount(rows.columns, minlength=vocabulary.width)

    assert (np.diff(counts) >= 0).all()


@pytest.mark.parametrize("chunk", [1, 2, 2_000])
def test_counts_are_those_of_the_spelled_terms(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    """Pairs that are never spelled out are counted, named and weighed like spelled ones."""
    monkeypatch.setattr(terms, "CHUNK", chunk)
    texts = [*TEXTS, "Tidak wajib, tidak wajib 30 hari sebagaimana dimaksud pada ayat (1)."]
    counts = count_terms(texts)
    for number, text in enumerate(texts):
        spelled = Counter(find_terms(text))
        here = slice(*counts.starts[number : number + 2])
        found = zip(counts.keys[here], counts.times[here], counts.factors[here], strict=True)

        assert {int(key): (int(times), float(factor)) for key, times, factor in found} == {
            int(hash_terms([term])[0]): (times, weigh_term(term)) for term, times in spelled.items()
        }


def test_a_row_may_be_very_long() -> None:
    """A lampiran of thousands of words is a row like any other."""
    letters = "abcdefghijklmnopqrst"
    long = " ".join(
        f"x{one}{two}{three}z" for one in letters for two in letters for three in letters
    )
    _, rows = fitted([long, "kios pasar"])

    assert rows.height == 2
    assert rows.starts[1] > 15_000
    np.testing.assert_allclose(square_sums(rows), [1, 1], atol=1e-4)
