"""What texts mean: the same wherever they stand, near for words that keep the same company."""

from __future__ import annotations

import numpy as np
import pytest

from regcheck.compare import meaning
from regcheck.compare.index import VectorIndex
from regcheck.compare.meaning import compare, embed_texts, load_meaning
from regcheck.compare.terms import key_of
from regcheck.compare.words import stem
from regcheck.domain import Passage

TEXTS = [
    "Setiap pedagang wajib memiliki surat izin kios pasar.",
    "",
    "Setiap orang dilarang membuang sampah ke sungai.",
    "xqzv",
]


def alike(left: str, right: str) -> float:
    """Return how alike two texts are in meaning."""
    rows = embed_texts([left, right])
    return float(compare(rows[:1], rows[1:])[0])


def test_texts_of_one_subject_are_near() -> None:
    """Other words for the same thing are nearer than the same frame about another thing."""
    fine = alike("diancam dengan pidana kurungan", "dihukum penjara")

    assert fine > alike("diancam dengan pidana kurungan", "diberikan tunjangan keluarga")
    assert alike(TEXTS[0], TEXTS[0]) == pytest.approx(1, abs=1e-9)


def test_a_text_without_known_words_means_nothing() -> None:
    """It is like no other text, itself included."""
    assert alike("", "") == alike("xqzv", "xqzv") == alike("", TEXTS[0]) == 0


@pytest.mark.parametrize("word", ["tidak", "dapat", "harus", "belum", "paling", "wajib"])
def test_words_that_bind_are_known(word: str) -> None:
    """What a general list calls stop words is learned like any other word."""
    assert key_of(stem(word)) in set(load_meaning().keys.tolist())


def test_a_meaning_does_not_depend_on_the_company(monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone, among others, and in small portions, a text has the same row."""
    together = embed_texts(TEXTS)
    alone = np.vstack([embed_texts([text]) for text in TEXTS])
    monkeypatch.setattr(meaning, "CHUNK", 3)

    assert np.array_equal(together, alone)
    assert np.array_equal(together, embed_texts(TEXTS))


def test_the_vectors_are_small_and_hashed() -> None:
    """The file stays below 8 MB and holds numbers only."""
    learned = load_meaning()

    assert learned.steps.dtype == np.int8
    assert learned.keys.nbytes + learned.steps.nbytes + learned.scales.nbytes < 8e6
    assert (np.diff(learned.keys.astype(object)) > 0).all()


def test_pairs_tell_how_alike_they_are_in_meaning(
    corpus: list[Passage], draft: list[Passage]
) -> None:
    """Each pair carries the cosine of the meanings of its two texts."""
    texts = {one.key: f"{one.lead} {one.text}" for one in (*corpus, *draft)}
    pairs = VectorIndex.build(corpus).find_pairs(draft, 0.1)

    assert pairs
    for pair in pairs:
        assert pair.semantic == pytest.approx(alike(texts[pair.left], texts[pair.right]), abs=1e-6)


def test_meanings_stay_with_their_passages(corpus: list[Passage], draft: list[Passage]) -> None:
    """An index that was extended, or has lost a regulation, compares the same meanings."""
    whole = {(p.left, p.right): p.semantic for p in VectorIndex.build(corpus).find_pairs(draft, 0)}
    grown = VectorIndex.build(corpus[:3]).extend(corpus[3:5]).extend(corpus[5:])
    gone = grown.without([corpus[0].regulation])

    for pair in (*grown.find_pairs(draft, 0), *gone.find_pairs(draft, 0)):
        assert pair.semantic == whole[pair.left, pair.right]
