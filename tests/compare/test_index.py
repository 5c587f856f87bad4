"""The index: exhaustive, ordered, and able to tell a subject from a formula."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.compare import VectorIndex
from regcheck.compare.index import to_text
from regcheck.compare.words import find_terms, weigh_term
from regcheck.domain import Kind, Passage

MARKET = "perda/kab-muara-laut/2018/4"
WORDS = ("pasar", "kios", "izin", "sampah", "sungai", "parkir", "wajib", "tarif", "30", "hari")


def slow_cosines(draft: list[Passage], corpus: list[Passage]) -> dict[tuple[str, str], float]:
    """Compare each with each, word by word: the obvious way, and the oracle of the index."""
    frequency = Counter(term for one in corpus for term in set(find_terms(to_text(one))))

    def weigh(passage: Passage) -> dict[str, float]:
        counts = Counter(find_terms(to_text(passage)))
        return {
            term: (1 + math.log(count))
            * (math.log((1 + len(corpus)) / (1 + frequency[term])) + 1)
            * weigh_term(term)
            for term, count in counts.items()
        }

    cosines = {}
    for left in draft:
        for right in corpus:
            first, second = weigh(left), weigh(right)
            product = sum(weight * second.get(term, 0) for term, weight in first.items())
            lengths = math.hypot(*first.values()) * math.hypot(*second.values())
            cosines[left.key, right.key] = product / lengths if lengths else 0.0
    return cosines


def check_against_oracle(draft: list[Passage], corpus: list[Passage], threshold: float) -> None:
    """Assert that the index finds exactly what the slow way finds."""
    pairs = VectorIndex.build(corpus).find_pairs(draft, threshold)
    found = {(pair.left, pair.right): pair.score for pair in pairs}
    expected = {
        keys: cosine
        for keys, cosine in slow_cosines(draft, corpus).items()
        if cosine >= threshold and keys[0].split("#")[0] != keys[1].split("#")[0]
    }

    assert len(found) == len(pairs)
    assert found.keys() == expected.keys()
    for keys, score in found.items():
        assert score == pytest.approx(expected[keys], abs=1e-5)


@pytest.mark.parametrize("threshold", [0.05, 0.3, 0.7])
def test_find_pairs_is_exhaustive(
    draft: list[Passage], corpus: list[Passage], threshold: float
) -> None:
    """Every pair at or above the threshold is found, and none below."""
    check_against_oracle(draft, corpus, threshold)


@st.composite
def passages(draw: st.DrawFn) -> list[Passage]:
    """Draw passages of up to four regulations from a few words."""
    texts = draw(st.lists(st.lists(st.sampled_from(WORDS), max_size=6), max_size=8))
    owners = draw(st.lists(st.integers(1, 4), min_size=len(texts), max_size=len(texts)))
    return [
        Passage(f"perda/x/2020/{owner}#pasal-{n}", Kind.PASAL, " ".join(text), 1)
        for n, (text, owner) in enumerate(zip(texts, owners, strict=True))
    ]


@given(passages(), passages(), st.sampled_from([0.111, 0.307, 0.613]))
def test_the_index_agrees_with_the_slow_way(
    draft: list[Passage], corpus: list[Passage], threshold: float
) -> None:
    """On any corpus, empty ones and duplicates included, the pairs are the same."""
    draft = [Passage(one.key.replace("perda", "raperda"), one.kind, one.text, 1) for one in draft]
    check_against_oracle(draft, corpus, threshold)


@given(passages())
def test_all_pairs_are_found_once(corpus: list[Passage]) -> None:
    """Each pair of passages of different regulations is listed once, in the corpus's order."""
    pairs = VectorIndex.build(corpus).all_pairs(0.307)
    order = {one.key: place for place, one in enumerate(corpus)}
    expected = {
        keys
        for keys, cosine in slow_cosines(corpus, corpus).items()
        if cosine >= 0.307
        and keys[0].split("#")[0] != keys[1].split("#")[0]
        and order[keys[0]] < order[keys[1]]
    }

    assert {(pair.left, pair.right) for pair in pairs} == expected
    assert len(pairs) == len(expected)


def test_pairs_come_best_first(draft: list[Passage], corpus: list[Passage]) -> None:
    """Scores fall, and the clause that is repeated leads."""
    pairs = VectorIndex.build(corpus).find_pairs(draft, 0.1)

    assert [pair.score for pair in pairs] == sorted((one.score for one in pairs), reverse=True)
    assert pairs[0].left.endswith("2024/2#pasal-5")
    assert pairs[0].right == f"{MARKET}#pasal-3/ayat-1"


def test_a_shared_formula_has_no_rare_words_and_a_wide_spread() -> None:
    """What every regulation says about its implementing rules counts as common."""
    formula = "Ketentuan lebih lanjut mengenai {} diatur dengan Peraturan Bupati."
    subjects = [f"urusan {'abcdefghijkl'[n]}{'abcdefghijkl'[n]}" for n in range(12)]
    corpus = [
        Passage(f"perda/x/20{n + 10}/1#pasal-9", Kind.PASAL, formula.format(subject), 1)
        for n, subject in enumerate(subjects)
    ]
    duty = "Nelayan wajib memakai jaring bermata lebar di terumbu karang."
    corpus.append(Passage("perda/x/2030/1#pasal-2", Kind.PASAL, duty, 1))
    draft = [
        Passage("perda/x/2031/1#pasal-3", Kind.PASAL, formula.format("terumbu karang"), 1),
        Passage("perda/x/2031/1#pasal-4", Kind.PASAL, duty.replace("lebar", "besar"), 1),
    ]
    pairs = VectorIndex.build(corpus).find_pairs(draft, 0.3)
    formulae = [one for one in pairs if one.left.endswith("pasal-3")]
    duties = [one for one in pairs if one.left.endswith("pasal-4")]

    assert len(formulae) == 12
    assert all(one.rare == 0 and one.spread == 11 for one in formulae)
    assert [(one.right, one.spread) for one in duties] == [("perda/x/2030/1#pasal-2", 0)]
    assert duties[0].rare > 0.7


def test_a_family_of_titles_counts_as_one_regulation() -> None:
    """What only the yearly versions of one act say stays rare."""
    text = "Anggaran subsidi pupuk ditetapkan."
    ids = [f"perda/x/{year}/1" for year in range(2001, 2031)]
    corpus = [Passage(f"{id_}#pasal-2", Kind.PASAL, text, 1) for id_ in ids]
    draft = [Passage("perda/x/2031/9#pasal-2", Kind.PASAL, text, 1)]
    alone = VectorIndex.build(corpus).find_pairs(draft, 0.9)
    family = VectorIndex.build(corpus, dict.fromkeys(ids, "apbd")).find_pairs(draft, 0.9)

    assert {one.rare for one in alone} == {0.0}
    assert [one.rare for one in family] == pytest.approx([1.0] * len(ids))


def test_a_draft_that_is_in_the_corpus_is_not_compared_with_itself(corpus: list[Passage]) -> None:
    """Pairs within one regulation are not listed, nor counted as spread."""
    pairs = VectorIndex.build(corpus).find_pairs(corpus[:3], 0.01)

    assert pairs
    assert all(MARKET not in pair.right for pair in pairs)


def test_the_same_passage_scores_one(corpus: list[Passage]) -> None:
    """A threshold of 1 still finds the identical clause."""
    copy = Passage("perda/x/2031/1#pasal-1", Kind.PASAL, corpus[0].text, 1)

    (pair,) = VectorIndex.build(corpus).find_pairs([copy], 1.0)
    assert (pair.left, pair.right, pair.spread) == (copy.key, corpus[0].key, 0)
    assert pair.score == pair.rare == pytest.approx(1)


def test_the_lead_in_is_compared_too() -> None:
    """An ayat is understood with the words that lead to it."""
    ayat = Passage("perda/x/2020/1#pasal-2/ayat-1", Kind.AYAT, "izin usaha", 1, "Bupati mencabut")

    assert to_text(ayat) == "Bupati mencabut izin usaha"


def test_an_empty_corpus_has_no_pairs(draft: list[Passage]) -> None:
    """Nothing to compare with is no error."""
    index = VectorIndex.build([])

    assert index.find_pairs(draft, 0.1) == ()
    assert index.all_pairs(0.1) == ()
    assert index.nearest("kios pasar", 3) == ()


def test_an_empty_draft_has_no_pairs(corpus: list[Passage]) -> None:
    """Nothing to compare is no error."""
    assert VectorIndex.build(corpus).find_pairs([], 0.1) == ()


def test_nearest_finds_the_subject(corpus: list[Passage]) -> None:
    """A search in plain words finds the clause; the limit cuts, and nothing else does."""
    index = VectorIndex.build(corpus)
    found = index.nearest("larangan membuang sampah di sungai", 2)

    assert found[0][0].endswith("2019/7#pasal-2")
    assert len(found) == 2
    assert found[0][1] > found[1][1]
    assert index.nearest("zzz", 2) == ()


def test_an_extended_index_finds_old_and_new(draft: list[Passage], corpus: list[Passage]) -> None:
    """Drafts put beside the corpus are found, by words the corpus did not have."""
    index = VectorIndex.build(corpus).extend(draft)
    other = [Passage("perda/x/2031/1#pasal-1", Kind.PASAL, "Ikan hias di terumbu karang.", 1)]
    pairs = index.find_pairs([*other, *draft], 0.3)

    assert [pair.right for pair in pairs if pair.left == other[0].key] == [draft[1].key]
    assert {pair.right for pair in pairs if pair.left.endswith("2024/2#pasal-5")} == {
        f"{MARKET}#pasal-3/ayat-1",
        f"{MARKET}#pasal-3/ayat-2",
    }


def test_extending_changes_no_score_of_known_words(
    draft: list[Passage], corpus: list[Passage]
) -> None:
    """The corpus's weights stay when drafts are put beside it."""
    index = VectorIndex.build(corpus)
    before = {(one.left, one.right): one.score for one in index.find_pairs(draft, 0.1)}
    after = {(one.left, one.right): one.score for one in index.extend(draft).find_pairs(draft, 0.1)}

    assert after.keys() == before.keys()
    np.testing.assert_allclose([after[keys] for keys in before], list(before.values()), atol=1e-5)


def test_an_empty_index_can_be_extended(draft: list[Passage]) -> None:
    """The first drafts of an empty corpus are compared with each other."""
    copy = Passage("perda/x/2031/1#pasal-1", Kind.PASAL, draft[0].text, 1)

    (pair,) = VectorIndex.build([]).extend(draft).find_pairs([copy], 0.9)
    assert pair.right == draft[0].key
