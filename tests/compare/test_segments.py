"""The index in segments: what is added, removed and joined is found as in one made at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.compare import Change, VectorIndex, index, stamps
from regcheck.compare.rows import DEAD
from regcheck.compare.search import join_hits
from regcheck.domain import Kind, Pair, Passage

WORDS = ("pasar", "kios", "izin", "sampah", "sungai", "parkir", "wajib", "tarif", "30", "hari")
Figures = dict[tuple[str, str], tuple[float, float, int]]


@st.composite
def regulations(draw: st.DrawFn) -> list[list[Passage]]:
    """Draw up to six regulations of a few short passages."""
    text = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
    found = draw(st.lists(st.lists(text, min_size=1, max_size=3), min_size=1, max_size=6))
    return [
        [
            Passage(f"perda/x/20{number + 10}/1#pasal-{n}", Kind.PASAL, text, 1)
            for n, text in enumerate(texts, 1)
        ]
        for number, texts in enumerate(found)
    ]


def flat(parts: list[list[Passage]]) -> list[Passage]:
    """Return the passages of some regulations."""
    return [one for part in parts for one in part]


def figures(pairs: tuple[Pair, ...]) -> Figures:
    """Return the figures of pairs, whichever side stands on the left; spread is of the left."""
    return {
        (min(one.left, one.right), max(one.left, one.right)): (one.score, one.rare, 0)
        for one in pairs
    }


@given(regulations(), st.data())
def test_segments_and_tombstones_do_not_show(
    parts: list[list[Passage]], data: st.DataObject
) -> None:
    """With the weights fixed, an index in segments finds what the same rows find in one piece."""
    gone = data.draw(st.sets(st.sampled_from(range(len(parts)))))
    fitted = VectorIndex.build(flat(parts))
    # The same weights, the rows in one segment each; then some regulations are removed.
    bare = VectorIndex(fitted.vocabulary, (), (), np.zeros(0, dtype=np.uint64))
    pieces = bare
    for part in parts:
        pieces = pieces.extend(part)
    ids = [parts[number][0].regulation for number in gone]
    pieces = pieces.without(ids)
    kept = [part for number, part in enumerate(parts) if number not in gone]
    whole = bare.extend(flat(kept))
    query = [Passage("perda/y/2040/1#pasal-1", Kind.PASAL, "izin kios pasar wajib", 1)]

    assert figures(pieces.all_pairs(0.3)) == figures(whole.all_pairs(0.3))
    assert pieces.find_pairs(query, 0.2) == whole.find_pairs(query, 0.2)
    assert dict(pieces.nearest("izin kios", 99)) == dict(whole.nearest("izin kios", 99))


@given(regulations(), st.data())
def test_the_pairs_of_what_changed_are_all_its_pairs(
    parts: list[list[Passage]], data: st.DataObject
) -> None:
    """Comparing only some regulations with the others gives the pairs these have, each once."""
    chosen = {
        parts[n][0].regulation for n in data.draw(st.sets(st.sampled_from(range(len(parts)))))
    }
    half = len(parts) // 2
    made = VectorIndex.build(flat(parts[:half])).extend(flat(parts[half:]))
    everything = join_hits(list(made.stream_hits(0.3)))
    some = join_hits(list(made.stream_hits(0.3, chosen)))
    wanted = {
        (left, right, score)
        for left, right, score in zip(
            everything.left.tolist(), everything.right.tolist(), everything.scores, strict=True
        )
        if chosen & {made.keys[left].split("#")[0], made.keys[right].split("#")[0]}
    }
    found = list(zip(some.left.tolist(), some.right.tolist(), some.scores, strict=True))

    assert set(found) == wanted
    assert len(found) == len(wanted)
    assert all(left > right for left, right, _ in found)


def test_progress_counts_every_row_once(corpus: list[Passage]) -> None:
    """Whoever waits is told of all rows."""
    told: list[int] = []
    made = VectorIndex.build(corpus[:4]).extend(corpus[4:])
    list(made.stream_hits(0.5, None, told.append))

    assert sum(told) == len(corpus)


def test_many_small_segments_become_one(
    corpus: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was added is joined now and then; its dead rows are dropped, the first stays."""
    monkeypatch.setattr(index, "MOST_SEGMENTS", 2)
    made = VectorIndex.build(corpus[:3])
    first = made.segments[0]
    gone = corpus[3].regulation
    made = made.extend(corpus[3:5]).without([gone]).extend(corpus[5:])

    assert len(made.segments) == 2
    assert made.segments[0] is first
    assert made.keys[:] == tuple(one.key for one in (*corpus[:3], *corpus[5:]))
    assert made.keys[-1] == corpus[-1].key
    with pytest.raises(IndexError):
        made.keys[len(made.keys)]


def refreshed(
    monkeypatch: pytest.MonkeyPatch, before: list[Passage], now: list[Passage], share: float
) -> tuple[VectorIndex, Change]:
    """Bring an index up to date that is not small and may be so much out of date."""
    monkeypatch.setattr(index, "SMALL", 0)
    monkeypatch.setattr(index, "REFIT_SHARE", share)
    return VectorIndex.build(before).refresh(now)


def test_what_did_not_change_is_left_alone(
    corpus: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same passages need no work."""
    _, change = refreshed(monkeypatch, corpus, corpus, 0.0)

    assert change == Change()


def test_added_removed_and_changed_regulations_are_told_apart(
    corpus: list[Passage], draft: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed regulation is removed and added; the rest keeps its rows."""
    market, waste, parking = corpus[:3], corpus[3:5], corpus[5:]
    changed = [Passage(waste[0].key, Kind.AYAT, "Sampah dipilah.", 1), waste[1]]
    now = [*market, *changed, *draft]
    made, change = refreshed(monkeypatch, corpus, now, 0.9)

    assert change.added == tuple(sorted((waste[0].regulation, draft[0].regulation)))
    assert set(change.removed) == {waste[0].regulation, parking[0].regulation}
    assert not change.refitted
    assert 0.5 < change.share < 0.9
    assert made.living() == stamps.stamp_passages(now)
    found = [made.keys[row] for row in np.flatnonzero(made.owners != DEAD).tolist()]
    assert sorted(found) == sorted(one.key for one in now)
    assert made.nearest("sampah dipilah", 1)[0][0] == waste[0].key
    again, change = made.refresh(now)
    assert again is made
    assert change.added == change.removed == ()


def test_an_index_of_which_much_is_new_is_made_anew(
    corpus: list[Passage], draft: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Weights counted from too little of the corpus are counted again."""
    made, change = refreshed(monkeypatch, corpus, [*corpus, *draft], 0.1)

    assert change.refitted
    assert change.share == made.unfitted == 0
    assert made.vocabulary.fit() == VectorIndex.build([*corpus, *draft]).vocabulary.fit()


def test_a_small_index_is_always_made_anew(corpus: list[Passage], draft: list[Passage]) -> None:
    """Where it costs nothing, the result does not depend on what came first."""
    _, change = VectorIndex.build(corpus * 1).refresh([*corpus, draft[0]])

    assert change.refitted
    assert VectorIndex.build([]).refresh([])[1] == Change()


def test_the_weights_stay_up_to_a_tenth(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exactly a tenth that is new is added; one passage more and all is made anew."""
    monkeypatch.setattr(index, "SMALL", 0)
    old = [Passage(f"perda/x/2001/{n}#pasal-1", Kind.PASAL, WORDS[n % 9], 1) for n in range(90)]
    new = [Passage(f"perda/x/2002/{n}#pasal-1", Kind.PASAL, WORDS[n % 9], 1) for n in range(11)]
    made = VectorIndex.build(old)
    at, change = made.refresh([*old, *new[:10]])
    over, refit = made.refresh([*old, *new])

    assert (change.share, change.refitted, len(at.segments)) == (0.1, False, 2)
    assert (refit.share, refit.refitted, len(over.segments)) == (0.0, True, 1)
    gone, change = made.refresh(old[:-9])
    assert (change.share, change.refitted, len(gone.keys)) == (0.1, False, 90)


def test_an_index_of_which_all_is_gone_finds_nothing(corpus: list[Passage]) -> None:
    """Rows that are all dead are like none, and what is added beside them is found."""
    ids = list(dict.fromkeys(one.regulation for one in corpus))
    made = VectorIndex.build(corpus).without(ids)

    assert made.nearest("kios", 3) == ()
    assert made.find_pairs(corpus, 0.1) == ()
    assert len(join_hits(list(made.stream_hits(0.1)))) == 0
    assert made.living() == {}
    assert made.extend(corpus).nearest("kios", 1)[0][1] > 0
