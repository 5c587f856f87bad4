"""The search: exact to the last bit, whatever the data, the way, the segments and the threads."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import product

import numba
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.compare import kernels, search
from regcheck.compare.rows import DEAD, Matrix, freeze, turn
from regcheck.compare.search import (
    compiled_best,
    compiled_close,
    find_best,
    find_hits,
    plain_best,
    plain_close,
)
from regcheck.compare.segments import Keys, Segment

WIDTH = 12
Row = dict[int, float]
Pairs = dict[tuple[int, int], tuple[float, float]]
RARE = np.arange(WIDTH) < 5


def scaled(row: Row) -> Row:
    """Return a row of length 1."""
    length = math.sqrt(sum(weight**2 for weight in row.values()))
    return {column: weight / length for column, weight in row.items()}


def matrix_of(rows: list[Row], owners: list[int]) -> Matrix:
    """Return rows as arrays."""
    entries = [sorted(row.items()) for row in rows]
    flat = [entry for row in entries for entry in row]
    return Matrix(
        freeze(np.cumsum([0, *map(len, rows)], dtype=np.int64)),
        freeze(np.array([column for column, _ in flat], dtype=np.int32)),
        freeze(np.array([weight for _, weight in flat], dtype=np.float32)),
        freeze(np.array(owners, dtype=np.int32)),
    )


def segment_of(rows: list[Row], owners: list[int], rare: np.ndarray = RARE) -> Segment:
    """Return rows as a segment that has every column."""
    matrix = matrix_of(rows, owners)
    lengths = np.ones(len(rows), dtype=np.float32)
    terms = np.arange(len(rare), dtype=np.int32)
    names = Keys.pack(f"x/1#{n}" for n in range(len(rows)))
    return Segment(terms, matrix, turn(matrix, rare), lengths, names)


def slow_score(left: Row, right: Row, rare: np.ndarray = RARE) -> tuple[float, float]:
    """Add up the products of common weights in the order of the columns: the oracle."""
    score = part = 0.0
    for column in sorted(left.keys() & right.keys()):
        value = float(np.float32(left[column])) * float(np.float32(right[column]))
        score += value
        part += value if rare[column] else 0.0
    return score, part


def slow_close(queries: list[Row], owners: list[int], corpus: Segment, rows: list[Row]) -> Pairs:
    """Score each query with each row that may be found."""
    others = corpus.matrix.owners.tolist()
    return {
        (i, j): slow_score(left, right)
        for (i, left), (j, right) in product(enumerate(queries), enumerate(rows))
        if DEAD not in (owners[i], others[j]) and not 0 <= owners[i] == others[j]
    }


def as_pairs(found: np.ndarray) -> Pairs:
    """Return what a search found by pair, and see that each is there once."""
    pairs = {(int(i), int(j)): (score, part) for i, j, score, part in found.T.tolist()}
    assert len(pairs) == found.shape[1]
    return pairs


@st.composite
def matrices(draw: st.DrawFn, most: int = 14) -> tuple[list[Row], list[int]]:
    """Draw rows of few columns and few weights: empty, equal and nearly equal rows are common."""
    weight = st.sampled_from([1.0, 1.0, 0.5, 2.0, 0.1, 1 / 3])
    rows = draw(
        st.lists(st.dictionaries(st.integers(0, WIDTH - 1), weight, max_size=6), max_size=most)
    )
    owners = draw(st.lists(st.integers(0, 5), min_size=len(rows), max_size=len(rows)))
    kinds = draw(
        st.lists(st.sampled_from([0, 0, 0, 0, DEAD, -1]), min_size=len(rows), max_size=len(rows))
    )
    owners = [kind or owner for owner, kind in zip(owners, kinds, strict=True)]
    return [scaled(row) for row in rows], owners


@given(matrices(), matrices(), st.sampled_from([-1e-6, 0.1, 0.3, 0.5, 0.7, 1 - 1e-6]))
def test_both_ways_find_what_the_slow_way_finds(
    drawn: tuple[list[Row], list[int]], other: tuple[list[Row], list[int]], floor: float
) -> None:
    """The same pairs with the same scores, bit for bit."""
    (queries, owners), (rows, others) = drawn, other
    corpus, left = segment_of(rows, others), matrix_of(queries, owners)
    scores = slow_close(queries, owners, corpus, rows)
    expected = {pair: value for pair, value in scores.items() if value[0] >= floor and value[0] > 0}
    span = (0, len(queries), False)

    assert as_pairs(plain_close(left, corpus, span, floor)) == expected
    assert as_pairs(compiled_close(left, corpus, span, floor)) == expected


@given(matrices(), st.data())
def test_a_score_at_the_floor_is_found(
    drawn: tuple[list[Row], list[int]], data: st.DataObject
) -> None:
    """The floor is inclusive to the last bit, and what is one bit below it is not found."""
    rows, owners = drawn
    corpus = segment_of(rows, owners)
    scores = slow_close(rows, owners, corpus, rows)
    present = sorted({score for score, _ in scores.values() if score > 0})
    floor = data.draw(st.sampled_from(present or [0.5]))
    for at in (floor, math.nextafter(floor, 2)):
        expected = {
            pair: value for pair, value in scores.items() if value[0] >= at and pair[0] > pair[1]
        }
        span = (0, len(rows), True)

        assert as_pairs(plain_close(corpus.matrix, corpus, span, at)) == expected
        assert as_pairs(compiled_close(corpus.matrix, corpus, span, at)) == expected


@given(matrices(), matrices(most=3), st.integers(1, 20))
def test_the_best_rows_are_found(
    drawn: tuple[list[Row], list[int]], other: tuple[list[Row], list[int]], limit: int
) -> None:
    """Both ways agree with sorting all scores; ties stand by row, and more than all is all."""
    (rows, owners), (queries, _) = drawn, other
    corpus = segment_of(rows, owners)
    left = matrix_of(queries, [-1] * len(queries))
    ways = [
        list(find_best(left, corpus, limit)),
        *(
            [way(left, number, corpus, limit) for number in range(len(queries))]
            for way in (plain_best, compiled_best)
        ),
    ]
    for number, query in enumerate(queries):
        scores = {j: slow_score(query, row)[0] for j, row in enumerate(rows) if owners[j] != DEAD}
        ranked = sorted((-score, j) for j, score in scores.items() if score > 0)
        expected = [(min(-score, 1.0), j) for score, j in ranked[:limit]]

        assert [way[number] for way in ways] == [expected] * 3


def random_rows(count: int, width: int, most: int) -> list[Row]:
    """Return rows whose columns are rare and common, like those of a language."""
    chance = np.random.default_rng(6)
    rows = []
    for _ in range(count):
        columns = width - 1 - (chance.pareto(0.7, chance.integers(1, most)) * 3).astype(int)
        kept = np.unique(columns[columns >= 0])
        rows.append(
            scaled(dict(zip(kept.tolist(), (chance.random(len(kept)) + 0.1).tolist(), strict=True)))
        )
    return [row for row in rows if row]


@pytest.fixture(scope="module")
def large() -> Segment:
    """Return a segment large enough to be pruned, with identical and with similar rows."""
    rows = random_rows(600, 3_000, 30)
    rows += [rows[n] for n in range(0, 300, 3)]
    rows += [scaled({**rows[n], 7: 0.2}) for n in range(0, 300, 7)]
    return segment_of(rows, [n // 3 for n in range(len(rows))], np.arange(3_000) < 2_000)


@pytest.mark.parametrize("floor", [0.2, 0.5, 0.9])
def test_pruning_loses_nothing(large: Segment, floor: float) -> None:
    """On a matrix of thousands of columns both ways agree, bit for bit."""
    span = (0, large.matrix.height, True)
    plain = as_pairs(plain_close(large.matrix, large, span, floor))

    assert as_pairs(compiled_close(large.matrix, large, span, floor)) == plain
    assert len(plain) > 80


@pytest.mark.parametrize("limit", [1, 10, 257, 10_000])
def test_any_number_of_best_rows(large: Segment, limit: int) -> None:
    """Also more than a byte can count, and more than there are."""
    for row in range(0, 90, 10):
        scores, _ = search.plain_scores(large.matrix, row, large)
        order = np.lexsort((np.arange(len(scores)), -scores))
        expected = [(scores[n], n) for n in order[:limit] if scores[n] > 0]
        query = (large.matrix, row)
        found = kernels.find_nearest(query, large.matrix, large.postings, limit, 0.0)

        assert [(score, -n) for score, n in sorted(found, reverse=True)] == expected


def test_a_row_of_very_many_terms() -> None:
    """A lampiran of 70,000 terms meets its copy, a part of it, and nothing else."""
    long = scaled(dict.fromkeys(range(70_000), 1.0))
    part = scaled(dict.fromkeys(range(40_000, 70_000), 1.0))
    few = scaled({69_999: 1.0, 70_001: 1.0})
    corpus = segment_of([long, part, few, long], [0, 1, 2, 3], np.zeros(70_002, dtype=np.bool_))
    span = (0, 4, True)
    plain = as_pairs(plain_close(corpus.matrix, corpus, span, 0.5))

    assert plain.keys() == {(1, 0), (3, 0), (3, 1)}
    assert as_pairs(compiled_close(corpus.matrix, corpus, span, 0.5)) == plain


def test_threads_and_blocks_do_not_show(large: Segment, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hits, their order and their scores are the same on any number of threads."""

    def listed(matrix: Matrix) -> Iterator[list[float]]:
        for hits in find_hits(matrix, large, 0.4, itself=True):
            yield from np.stack([hits.left, hits.right, hits.scores, hits.rare]).T.tolist()

    results = []
    for threads, block in ((1, 10_000), (2, 50), (5, 16)):
        monkeypatch.setattr(search, "THREADS", threads)
        monkeypatch.setattr(search, "BLOCK", block)
        results.append(list(listed(large.matrix)))

    assert results[0] == results[1] == results[2]
    assert results[0] == sorted(results[0], key=lambda hit: hit[:2])


def test_what_is_searched_often_is_searched_by_the_compiled_way(
    large: Segment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plain way is for what is done sooner than the other is loaded."""
    small = segment_of([{0: 1.0}], [0])
    assert search.choose_way(small.matrix, small) is plain_close

    monkeypatch.setattr(search, "SMALL_EFFORT", 1_000)
    assert search.choose_way(large.matrix, large) is compiled_close


def test_the_loops_mean_the_same_uncompiled(
    large: Segment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is compiled is plain Python: run as such, it finds the same."""
    span, query = (0, 120, True), (large.matrix, 30)
    compiled = compiled_close(large.matrix, large, span, 0.3)
    best = kernels.find_nearest(query, large.matrix, large.postings, 9, 0.0)
    for name in [name for name, one in vars(kernels).items() if hasattr(one, "py_func")]:
        monkeypatch.setattr(kernels, name, getattr(kernels, name).py_func)
    monkeypatch.setattr(kernels, "ROOM", 1)

    assert as_pairs(compiled_close(large.matrix, large, span, 0.3)) == as_pairs(compiled)
    again = kernels.find_nearest(query, large.matrix, large.postings, 9, 0.0)
    assert sorted(again) == sorted(best)


def test_without_a_place_for_machine_code_it_is_made_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A home that cannot be written to is no reason to refuse."""
    calls: list[dict[str, bool]] = []

    def refuse_to_cache(**options: bool) -> Callable[[object], object]:
        calls.append(options)
        if options.get("cache"):
            raise RuntimeError("no locator available")
        return lambda function: function

    monkeypatch.setattr(numba, "njit", refuse_to_cache)

    assert kernels.compiled(len) is len
    assert calls == [{"cache": True, "nogil": True}, {"nogil": True}]
