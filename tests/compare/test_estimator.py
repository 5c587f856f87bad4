"""The transformer keeps scikit-learn's conventions, and its products are means of the fields.

``check_estimator`` refuses estimators of text as a whole; run here are those of its checks that
make no numeric input of their own, and the rest of the conventions is tested on clauses.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import Normalizer
from sklearn.utils import estimator_checks as checks

from regcheck.compare.estimator import ClauseVectorizer

CLAUSES = [
    ("Setiap pedagang wajib memiliki surat izin kios pasar.", "Bab II Perizinan"),
    ("Pedagang yang berjualan harus mempunyai perizinan.", "Bab II Perizinan"),
    ("Setiap orang dilarang membuang sampah ke sungai.", "Bab V Larangan"),
    ("", ""),
]
CHECKS = [
    checks.check_estimator_cloneable,
    checks.check_estimator_tags_renamed,
    checks.check_valid_tag_types,
    checks.check_estimator_repr,
    checks.check_no_attributes_set_in_init,
    checks.check_parameters_default_constructible,
    checks.check_get_params_invariance,
    checks.check_set_params,
    checks.check_mixin_order,
    checks.check_do_not_raise_errors_in_init_or_set_params,
]


def dense(vectorizer: ClauseVectorizer, clauses: list[tuple[str, str]]) -> np.ndarray:
    """Return the rows as a plain array."""
    rows: np.ndarray = vectorizer.transform(clauses).toarray()
    return rows


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_scikit_learns_own_checks_pass(check: Callable[[str, ClauseVectorizer], None]) -> None:
    """The conventions of parameters, tags, cloning and printing hold."""
    check("ClauseVectorizer", ClauseVectorizer())


def test_fitting_twice_gives_the_same_rows() -> None:
    """A second fit forgets the first, and a clone does the same."""
    once = ClauseVectorizer(semantic=1.0, context=0.5).fit(CLAUSES)
    first = dense(once, CLAUSES)

    assert np.array_equal(first, dense(once.fit(CLAUSES[:1]).fit(CLAUSES), CLAUSES))
    assert np.array_equal(first, clone(once).fit_transform(CLAUSES).toarray())


def test_a_row_does_not_depend_on_its_neighbours() -> None:
    """Clauses transformed one by one, or in another order, have the same rows."""
    fitted = ClauseVectorizer(semantic=1.0, context=0.5).fit(CLAUSES)
    together = dense(fitted, CLAUSES)

    assert np.array_equal(together, np.vstack([dense(fitted, [one]) for one in CLAUSES]))
    assert np.array_equal(together[::-1], dense(fitted, CLAUSES[::-1]))


def test_it_takes_part_in_a_pipeline() -> None:
    """A pipeline fits and transforms; parameters are reached through it."""
    pipeline = make_pipeline(ClauseVectorizer(), Normalizer())
    rows = pipeline.set_params(clausevectorizer__semantic=2.0).fit_transform(CLAUSES)

    assert rows.shape[0] == len(CLAUSES)
    assert np.allclose(np.sqrt(rows.multiply(rows).sum(axis=1))[:3], 1)


def test_the_fields_are_weighed() -> None:
    """The product of two rows is the weighted mean of the likeness of their fields."""
    alone = [
        dense(ClauseVectorizer(words=a, semantic=b, context=c).fit(CLAUSES), CLAUSES)
        for a, b, c in ((1, 0, 0), (0, 1, 0), (0, 0, 1))
    ]
    mixed = dense(ClauseVectorizer(words=3, semantic=2, context=1).fit(CLAUSES), CLAUSES)
    expected = sum(w * rows @ rows.T for w, rows in zip((3, 2, 1), alone, strict=True)) / 6

    assert np.allclose(mixed @ mixed.T, expected, atol=1e-5)


def test_meaning_sees_what_words_do_not() -> None:
    """A rewritten duty is nearer to its source by meaning than by words."""
    words = dense(ClauseVectorizer().fit(CLAUSES), CLAUSES)
    meant = dense(ClauseVectorizer(words=0, semantic=1).fit(CLAUSES), CLAUSES)

    assert meant[0] @ meant[1] > words[0] @ words[1]
    assert meant[0] @ meant[1] > meant[0] @ meant[2]


def test_faults_of_the_caller_are_told() -> None:
    """One text, no texts at all, bad weights, and use before fitting are refused."""
    with pytest.raises(NotFittedError):
        ClauseVectorizer().transform(CLAUSES)
    with pytest.raises(ValueError, match="list of texts"):
        ClauseVectorizer().fit("Setiap orang")
    with pytest.raises(ValueError, match="each clause"):
        ClauseVectorizer().fit([3])
    with pytest.raises(ValueError, match="weights"):
        ClauseVectorizer(words=-1).fit(CLAUSES)
    with pytest.raises(ValueError, match="weights"):
        ClauseVectorizer(words=0).fit(CLAUSES)


def test_nothing_to_fit_is_fine() -> None:
    """An empty corpus gives rows without terms."""
    assert ClauseVectorizer().fit([]).transform(["izin usaha"]).nnz == 0
