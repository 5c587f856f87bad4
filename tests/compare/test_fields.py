"""A search weighs words, context, and how much of the question is held; nothing is cut before."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.compare import VectorIndex, list_contexts, place_contexts, rank_rows, score_fields
from regcheck.compare.fields import Fields, name_context
from regcheck.compare.index import to_text
from regcheck.compare.vectors import find_columns
from regcheck.compare.words import find_terms
from regcheck.domain import Kind, Passage

WORDS = ("pasar", "kios", "izin", "sampah", "sungai", "parkir", "denda", "tarif")


def clause(number: int, text: str, heading: str = "", act: int = 1) -> Passage:
    """Return a passage of an act."""
    return Passage(f"perda/x/20{act:02}/1#pasal-{number}", Kind.PASAL, text, 1, heading=heading)


def search(text: str, passages: list[Passage], titles: dict[str, str]) -> list[str]:
    """Return the keys of what is found, best first."""
    index = VectorIndex.build(passages)
    contexts = VectorIndex.build(list_contexts(passages, titles))
    fields = score_fields(text, index, contexts, place_contexts(index, contexts, passages))
    return [index.keys[row] for _, row in rank_rows(fields)]


def test_the_title_says_what_a_clause_is_about() -> None:
    """Of two clauses in the same words the one under the right title comes first."""
    fine = "Setiap orang yang melanggar dikenai denda administratif."
    passages = [clause(9, fine, "Sanksi", act) for act in (11, 12, 13)]
    titles = {"perda/x/2011/1": "Pajak Hotel", "perda/x/2012/1": "Sampah", "perda/x/2013/1": "Air"}

    assert search("denda sampah", passages, titles)[0] == passages[1].key
    assert search("denda pajak hotel", passages, titles)[0] == passages[0].key


def test_the_heading_counts_like_the_title() -> None:
    """Within one act the chapter tells two alike clauses apart."""
    passages = [
        clause(n, "Tarif ditetapkan sebesar 10 persen.", head)
        for n, head in ((3, "Pajak Hotel"), (8, "Pajak Parkir"))
    ]

    assert search("tarif parkir", passages, {})[0] == passages[1].key


def test_what_holds_the_whole_question_comes_before_what_repeats_a_part() -> None:
    """A short clause of one word asked for yields to a long one of all."""
    part = clause(1, "Reklame, reklame, reklame.")
    whole = clause(
        2, "Izin penyelenggaraan reklame di taman kota berlaku satu tahun sejak tanggal terbitnya."
    )
    others = [clause(n, f"Ketentuan {word}.") for n, word in enumerate(WORDS, 3)]

    assert search("izin penyelenggaraan reklame", [part, whole, *others], {})[0] == whole.key


def test_of_clauses_that_share_as_little_the_one_that_means_it_comes_first() -> None:
    """A license to sell is nearer to *perizinan berjualan* than what only shares a formula."""
    passages = [
        clause(1, "Pedagang wajib menyapu jalan setiap pagi."),
        clause(2, "Pedagang wajib memiliki izin usaha kios."),
    ]

    assert search("pedagang perizinan berjualan", passages, {})[0] == passages[1].key


def test_what_shares_no_word_is_not_listed() -> None:
    """A context alone brings nothing in; an empty corpus gives nothing."""
    passages = [clause(1, "Tarif ditetapkan.", "Parkir")]

    assert search("parkir", passages, {}) == []
    assert search("parkir", [], {}) == []


def test_what_was_removed_is_not_found() -> None:
    """Dead rows stay in the index but are never listed, and have no context to be missed."""
    passages = [clause(1, "Kios pasar.", "Pasar", 11), clause(1, "Kios ikan.", "Ikan", 12)]
    index = VectorIndex.build(passages).without([passages[0].regulation])
    contexts = VectorIndex.build(list_contexts(passages[1:], {}))
    places = place_contexts(index, contexts, passages[1:])
    fields = score_fields("kios pasar", index, contexts, places)

    assert [index.keys[row] for _, row in rank_rows(fields)] == [passages[1].key]


@st.composite
def corpora(draw: st.DrawFn) -> list[Passage]:
    """Draw passages of some acts under some headings."""
    texts = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
    rows = draw(st.lists(st.tuples(texts, texts, st.integers(11, 14)), max_size=8))
    return [clause(n, text, heading, act) for n, (text, heading, act) in enumerate(rows)]


@given(corpora(), st.lists(st.sampled_from((*WORDS, "zebra")), min_size=1, max_size=4))
def test_the_fields_are_what_a_slow_count_says(passages: list[Passage], asked: list[str]) -> None:
    """The share that is held is counted term by term, and a context's cosine is its own."""
    text = " ".join(asked)
    half = len(passages) // 2
    index = VectorIndex.build(passages[:half]).extend(passages[half:])
    contexts = VectorIndex.build(list_contexts(passages, {}))
    fields = score_fields(text, index, contexts, place_contexts(index, contexts, passages))
    near = dict(zip(contexts.keys, contexts.score_all(text), strict=True))
    weights = {term: weigh(index, term) for term in find_terms(text)}
    for row, passage in enumerate(passages):
        held = {*find_terms(to_text(passage)), *find_terms(passage.heading)} & weights.keys()
        expected = sum(weights[term] for term in held) / sum(weights.values())

        assert index.keys[row] == passage.key
        assert fields.held[row] == pytest.approx(expected)
        assert fields.context[row] == near[name_context(passage)]


def weigh(index: VectorIndex, term: str) -> float:
    """Return what a term weighs in an index."""
    columns = find_columns(index.vocabulary, [term])
    if columns[0] < 0:
        return index.vocabulary.unseen
    return float(index.vocabulary.weigh(columns)[0])


def test_a_score_is_a_mean_and_ties_stand_by_row() -> None:
    """Scores lie between 0 and 1, whatever the fields say."""
    ones = np.ones(3)
    found = list(rank_rows(Fields(ones, ones, ones, ones)))

    assert found == [(1.0, 0), (1.0, 1), (1.0, 2)]
    found = list(rank_rows(Fields(np.array([0.0, 0.5]), ones[:2], ones[:2], ones[:2])))
    assert [row for _, row in found] == [1]
