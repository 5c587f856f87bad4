"""The stage ``index``: passages to vectors and back to pairs, against plain scikit-learn.

scikit-learn is imported before the clock starts, on both sides. Its vectors weigh words and pairs
of words as a script would; ours also stem and normalise, so the pairs found differ.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.speed_inputs import read_passages
from benchmarks.speed_job import Clock, Job, spread
from regcheck.compare import VectorIndex
from regcheck.compare.index import to_text
from regcheck.settings import Settings

#: The index belongs to no corpus file here; any name for its content will do.
DIGEST = "speed"
#: The second threshold at which a draft is searched; the first is the settings' candidate score.
HIGH = 0.5
#: Single sentences that are searched for, and how many passages are wanted for each.
SENTENCES, NEAREST = 20, 10
QUERY_RUNS = 5


def time_build(job: Job, clock: Clock) -> None:
    """Build the index and keep it for the worker ``index.search``."""
    import sklearn.feature_extraction.text  # noqa: F401 - not part of the figure

    passages = read_passages(job.passages)
    index = clock.time("index.build", lambda: VectorIndex.build(passages), len(passages))
    index.save(job.index, DIGEST)
    size = sum(path.stat().st_size for path in job.index.rglob("*") if path.is_file())
    clock.notes["index.build"] = (
        f"{len(passages)} passages, {index.vocabulary.width} terms, {size / 1e6:.1f} MB on disk"
    )


def time_search(job: Job, clock: Clock) -> None:
    """Load the index; search for a draft at two thresholds and for single sentences."""
    index = clock.time("index.load", lambda: load(job), runs=QUERY_RUNS)
    draft = read_passages(job.draft_passages)
    search_twice("regcheck", lambda score: index.find_pairs(draft, score), clock)
    texts = spread([to_text(passage) for passage in draft], SENTENCES)
    clock.time(
        "index.nearest.regcheck",
        lambda: [index.nearest(text, NEAREST) for text in texts],
        len(texts),
        QUERY_RUNS,
    )


def load(job: Job) -> VectorIndex:
    """Map the index that ``time_build`` kept.

    Raises:
        ValueError: It is not there or damaged.
    """
    index = VectorIndex.load(job.index, DIGEST)
    if index is None:
        raise ValueError(f"no index in {job.index}")
    return index


def search_twice(who: str, search: Callable[[float], Any], clock: Clock) -> None:
    """Time a draft's search at both thresholds, warm, and note the number of pairs."""
    search(HIGH)
    for name, score in (("low", Settings().candidate_score), ("high", HIGH)):
        label = f"index.{name}.{who}"
        pairs = clock.time(label, lambda: search(score), runs=QUERY_RUNS)  # noqa: B023
        clock.notes[label] = f"{len(pairs)} pairs"


def time_sklearn(job: Job, clock: Clock) -> None:
    """Do the same with ``TfidfVectorizer`` and ``linear_kernel``: fit, draft, single sentences."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics.pairwise import linear_kernel

    texts = [to_text(passage) for passage in read_passages(job.passages)]
    wanted = [to_text(passage) for passage in read_passages(job.draft_passages)]
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, dtype=np.float32)
    corpus = clock.time("index.fit", lambda: vectorizer.fit_transform(texts), len(texts))
    clock.notes["index.fit"] = f"{corpus.shape[1]} terms"

    def search(score: float) -> list[tuple[int, int, float]]:
        product = linear_kernel(vectorizer.transform(wanted), corpus, dense_output=False).tocoo()
        kept = product.data >= score
        columns = (product.row[kept], product.col[kept], product.data[kept])
        return list(zip(*(column.tolist() for column in columns), strict=True))

    def nearest(text: str) -> list[int]:
        scores = linear_kernel(vectorizer.transform([text]), corpus).ravel()
        order: list[int] = np.argsort(-scores, kind="stable")[:NEAREST].tolist()
        return order

    search_twice("sklearn", search, clock)
    sentences = spread(wanted, SENTENCES)
    clock.time(
        "index.nearest.sklearn",
        lambda: [nearest(text) for text in sentences],
        len(sentences),
        QUERY_RUNS,
    )


WORK = {"build": time_build, "search": time_search, "sklearn": time_sklearn}
