"""The fields by which a search weighs passages: words, context, how much is held, and meaning.

A clause on fines seldom says which tax it is about; its act's title and the heading above do. A
question of three words should be answered by what holds all three, and what says the same in other
words comes a little nearer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.index import VectorIndex
from regcheck.compare.meaning import compare_all
from regcheck.compare.pairs import DIGITS
from regcheck.compare.terms import count_terms
from regcheck.domain import Kind, Passage

Scores = NDArray[np.float64]
#: The row of the context of each row of an index.
Places = NDArray[np.int64]


class Fields(NamedTuple):
    """A figure in ``[0, 1]`` for each row of an index, by field.

    ``words`` is the cosine of the words and their pairs; ``context`` the cosine with title and
    heading; ``held`` the share of the weight of what is asked for that stands in one of the two;
    ``meaning`` the cosine of what the texts mean (``compare.meaning``).
    """

    words: Scores
    context: Scores
    held: Scores
    meaning: Scores


#: What each field is worth, in the order of ``Fields``; the sum is 1. Learned from glosses and the
#: pasal that they explain (``python -m benchmarks.search_glosses``).
WORTH = (0.41, 0.19, 0.32, 0.08)


def name_context(passage: Passage) -> str:
    """Return the name of what stands around a passage, the same for all under one heading.

    >>> name_context(Passage("perda/x/2020/1#pasal-2", Kind.PASAL, "a", 1, heading="Izin"))
    'perda/x/2020/1#Izin'
    """
    return f"{passage.regulation}#{passage.heading}"


def list_contexts(passages: Iterable[Passage], titles: Mapping[str, str]) -> tuple[Passage, ...]:
    """Return the contexts of passages, each once, as passages that can be indexed.

    Args:
        passages: Of a corpus.
        titles: What each regulation is about, by id.
    """
    first = {name_context(passage): passage for passage in passages}
    return tuple(
        Passage(name, Kind.BAB, one.heading, 1, lead=titles.get(one.regulation, ""))
        for name, one in first.items()
    )


def place_contexts(
    index: VectorIndex, contexts: VectorIndex, passages: Iterable[Passage]
) -> Places:
    """Return, for each row of the index of passages, the row of its context.

    Args:
        index: That of the passages.
        contexts: That of their contexts (``list_contexts``).
        passages: Those of the index.
    """
    rows = {name: row for row, name in enumerate(contexts.keys)}
    under = {one.key: rows[name_context(one)] for one in passages}
    # What the passages no longer hold is dead in the index, whatever context it is given.
    return np.array([under.get(key, 0) for key in index.keys], dtype=np.int64)


def score_fields(text: str, index: VectorIndex, contexts: VectorIndex, places: Places) -> Fields:
    """Return the figures of a text with every row: nothing is cut before it is weighed.

    ``places`` is what ``place_contexts`` returns for the two.
    """
    return Fields(
        words=index.score_all(text),
        context=contexts.score_all(text)[places],
        held=share_held(text, index, contexts, places),
        meaning=np.concatenate(
            [np.zeros(0), *(compare_all(text, part) for part in index.meanings)]
        ),
    )


def share_held(text: str, index: VectorIndex, contexts: VectorIndex, places: Places) -> Scores:
    """Return which share of the weight of a text's terms each row or its context holds."""
    counts = count_terms([text])
    weights = index.vocabulary.weigh_counts(counts, index.vocabulary.find_columns(counts.keys))
    held = np.zeros(len(places), dtype=np.float64)
    found = zip(index.find_holders(counts.keys), contexts.find_holders(counts.keys), strict=True)
    for weight, (rows, above) in zip(weights.tolist(), found, strict=True):
        marks = np.zeros(len(contexts.keys), dtype=np.bool_)
        marks[above] = True
        holds = marks[places]
        holds[rows] = True
        held += weight * holds
    return held / max(float(weights.sum()), 1e-9)


def rank_rows(
    fields: Fields, worth: tuple[float, ...] = WORTH, factors: Scores | float = 1.0
) -> Iterator[tuple[float, int]]:
    """Yield score and number of each row that shares a word with the text, best first.

    The score is the weighted mean of the fields, in ``[0, 1]``, times the row's factor; ties stand
    by row.
    """
    scores = np.array(worth) @ np.stack(fields) * factors
    rows = np.flatnonzero(fields.words)
    order = rows[np.lexsort((rows, -scores[rows]))]
    yield from ((round(float(scores[row]), DIGITS), row) for row in order.tolist())
