"""Sets A and B by plain TF-IDF of words and pairs of words: the line that ours is held against.

    python -m benchmarks.baseline_a --eval DIR --texts DIR --pdf DIR --out DIR

Sublinear term frequencies, terms of two texts at least, cosine; the same texts, the same pasal and
the same masking of set B as in ``set_a`` and ``set_b``. The scorer's figures are printed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.accuracy import find_sets, letter_of, parse_arguments, print_score, read_rows
from benchmarks.data import Data
from benchmarks.set_b import load_mask

#: Ranked ids of a query, and queries scored at once.
RANKED = 100
BLOCK = 64


def rank(
    queries: Sequence[str], texts: Sequence[str], ids: Sequence[str], own: Sequence[str]
) -> Iterator[list[str]]:
    """Yield, for each query, the ids of the texts most like it; those of its own act are left out.

    Args:
        queries: What is looked for.
        texts: What is searched.
        ids: Of the texts; what stands before ``#`` is the act.
        own: The act of each query.
    """
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, dtype=np.float32)
    turned = vectorizer.fit_transform(texts).T.tocsc()
    acts = np.array([one.partition("#")[0] for one in ids])
    for start in range(0, len(queries), BLOCK):
        scores = (vectorizer.transform(queries[start : start + BLOCK]) @ turned).toarray()
        for row, act in zip(scores, own[start : start + BLOCK], strict=True):
            row[acts == act] = -1
            order = np.argsort(-row, kind="stable")[: 2 * RANKED]
            yield list(dict.fromkeys(ids[place] for place in order))[:RANKED]


def predict(letter: str, rows: list[dict[str, Any]], data: Data) -> Iterator[dict[str, Any]]:
    """Yield the predictions of set A or B."""
    own = [row["query_doc"] for row in rows]
    if letter == "A":
        found = [(one.doc, part) for one in data.parsed() for part in one.segments]
        ids, texts = (
            [f"{doc}#{part.label}" for doc, part in found],
            [part.text for _, part in found],
        )
        asked = [data.text(row["query_doc"])[slice(*row["query_span"])] for row in rows]
    else:
        mask = load_mask(data)
        ids = list(data.documents())
        texts = [data.text(doc) for doc in ids]
        asked = [mask(data.text(doc)) for doc in own]
    for row, ranked in zip(rows, rank(asked, texts, ids, own), strict=True):
        yield {"id": row["id"], "ranked": ranked}


def main(arguments: Sequence[str] | None = None) -> int:
    """Predict both sets and print their scores."""
    options = parse_arguments(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    data = Data(options.texts, options.pdf, options.out / "cache", options.eval.resolve().parent)
    for path in find_sets(options.eval, options.only or "AB"):
        target = options.out / f"baseline-{path.name}"
        with target.open("w", encoding="utf-8") as file:
            for prediction in predict(letter_of(path), read_rows(path), data):
                file.write(json.dumps(prediction) + "\n")
        print_score(path, target, data.scorers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
