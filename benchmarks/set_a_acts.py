"""Set A's signs from whole acts: their age, how often they were amended, what else of them is near.

The words of a text tell about when it was written, and a pasal is changed some years after it was
made. When, is learned from the dates of the other acts.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge

from benchmarks.data import Parsed
from benchmarks.set_a_signs import Library, Likeness, Numbers, Scores

#: Parts of the acts; the age of a text is told by what the other parts teach.
PARTS = 4
#: Terms of fewer pasal (in a small corpus of fewer thousandths) tell nothing of an age; the penalty
#: on large factors.
LEAST, THOUSANDTHS, PENALTY = 5, 1_000, 3.0
#: Years that count as one step; pasal that speak for their act; pasal before and after.
DECADE, BEST, BESIDE = 10.0, 3, 3


class ActSigns(NamedTuple):
    """What speaks for a candidate by its act.

    How many decades the text seems younger than the act, how many older, and whether it is younger
    at all; how many other versions of the pasal are quoted, and by how many acts its act is amended
    (logs); its rank in its act by likeness of words (log); the mean likeness of the best of its
    act, and of what stands around it.
    """

    younger: float
    older: float
    is_younger: float
    versions: float
    amended: float
    rank: float
    best: float
    around: float


@dataclass(frozen=True)
class Ages:
    """What tells the year of a text: for each part of the acts, what the others teach.

    Where there are no others, it is the mean year.
    """

    vectorizer: TfidfVectorizer
    models: tuple[Ridge | None, ...]
    parts: Numbers
    mean: float

    def guess(self, words: list[str], act: int) -> float:
        """Return the year a text seems to be of; ``act`` is the one it stands in, -1 for none."""
        model = self.models[self.parts[act] if act >= 0 else 0]
        if model is None:
            return self.mean
        return float(model.predict(self.vectorizer.transform([words]))[0])


def terms_of(words: list[str]) -> list[str]:
    """Return words and their pairs of neighbours."""
    return words + [f"{first} {second}" for first, second in pairwise(words)]


def learn_ages(parsed: Sequence[Parsed], library: Library) -> Ages:
    """Learn when texts were written from the years of the acts they stand in."""
    parts = np.array([zlib.crc32(one.doc.encode()) % PARTS for one in parsed], dtype=np.int64)
    least = max(1, min(LEAST, len(library.words) // THOUSANDTHS))
    vectorizer = TfidfVectorizer(
        analyzer=terms_of, min_df=least, sublinear_tf=True, dtype=np.float32
    )
    rows = vectorizer.fit_transform(library.words)
    models: list[Ridge | None] = []
    for part in range(PARTS):
        others = parts[library.acts] != part
        model = Ridge(alpha=PENALTY, solver="lsqr", tol=1e-3) if others.any() else None
        models.append(model and model.fit(rows[others], library.years[library.acts[others]]))
    return Ages(vectorizer, tuple(models), parts, float(library.years.mean()))


def read_act_signs(
    year: float, likeness: Likeness, found: Numbers, library: Library, act: int
) -> Scores:
    """Return the signs of each candidate, a row each.

    Args:
        year: That the query seems to be of.
        likeness: Of the query.
        found: The places of the candidates.
        library: All pasal.
        act: The query's own, of which nothing is read; -1 if it is not among them.
    """
    acts, own = library.acts[found], likeness.own[found]
    ranks, best = stand_in_act(acts, own)
    rows = [
        ActSigns(
            younger=max(0.0, year - library.years[one]) / DECADE,
            older=max(0.0, library.years[one] - year) / DECADE,
            is_younger=float(year > library.years[one]),
            versions=np.log1p(sum(library.acts[v] != act for v in library.versions.get(place, ()))),
            amended=np.log1p(len(library.amended.get(one, frozenset()) - {act})),
            rank=np.log1p(ranks[number]),
            best=best[one],
            around=likeness_around(place, likeness.own, library.acts),
        )
        for number, (place, one) in enumerate(zip(found.tolist(), acts.tolist(), strict=True))
    ]
    return np.array(rows, dtype=np.float32).reshape(-1, len(ActSigns._fields))


def stand_in_act(acts: Numbers, own: Scores) -> tuple[Numbers, dict[int, float]]:
    """Return the rank of each candidate among those of its act, and the mean of each act's best."""
    ranks = np.zeros(len(acts), dtype=np.int64)
    likest: dict[int, list[float]] = {}
    for number in np.argsort(-own, kind="stable").tolist():
        before = likest.setdefault(int(acts[number]), [])
        ranks[number] = len(before)
        before.append(float(own[number]))
    return ranks, {act: float(np.mean(scores[:BEST])) for act, scores in likest.items()}


def likeness_around(place: int, own: Scores, acts: Numbers) -> float:
    """Return the mean likeness of the pasal before and after a pasal in its act."""
    span = range(max(0, place - BESIDE), min(len(acts), place + BESIDE + 1))
    beside = [own[one] for one in span if one != place and acts[one] == acts[place]]
    return float(np.mean(beside)) if beside else 0.0
