"""Provisions found by a sentence; a user's own embedding model may put them in order."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from regcheck.compare import VectorIndex, place_contexts, rank_rows, score_fields
from regcheck.compare.encoders import load_encoder, score_again
from regcheck.compare.index import to_text
from regcheck.domain import Head, Passage, Status
from regcheck.glossaries import spell_query
from regcheck.indexing import load_contexts, load_index
from regcheck.shelf import list_heads, read_current
from regcheck.store import Corpus

#: Passages that the search by words brings in; the model orders these.
CANDIDATES = 200

#: What is no longer law is found, but counts less than law that is as near.
ENDED = (Status.DICABUT, Status.TIDAK_MENGIKAT)
ENDED_FACTOR = 0.85

#: Score, passage, and the head of its regulation.
Found = tuple[float, Passage, Head]


def search_text(text: str, corpus: Corpus, limit: int = 10, as_of: str = "") -> tuple[Found, ...]:
    """Return the passages nearest to a sentence, best first, with their scores in ``[0, 1]``.

    They are those of the law as it stands on a date; without one, of all that is known. The score
    weighs the passage's words, how much of the sentence it holds, and its title and heading
    (``compare.fields``), and takes something off where its act is no longer law; what shares no
    word with the sentence is not listed.
    """
    current = read_current(corpus, as_of)
    index, contexts = load_index(corpus, current), load_contexts(corpus, current)
    query = spell_query(text, current.passages)
    places = place_contexts(index, contexts, current.passages)
    fields = score_fields(query, index, contexts, places)
    heads = {head.id: head for head in list_heads(corpus, as_of)}
    ranked = rank_rows(fields, factors=weigh_standing(index, heads))
    found = [(score, index.keys[row]) for score, row in islice(ranked, limit)]
    wanted = {key for _, key in found}
    passages = {one.key: one for one in current.passages if one.key in wanted}
    return tuple((score, passages[key], heads[passages[key].regulation]) for score, key in found)


def weigh_standing(index: VectorIndex, heads: Mapping[str, Head]) -> NDArray[np.float64]:
    """Return a factor for each row: less than 1 where its regulation is no longer law."""
    ended = [id_ in heads and heads[id_].standing.status in ENDED for id_ in index.regulations]
    # A dead row has no regulation; whatever it gets, it is not found.
    factors = np.array([*(ENDED_FACTOR if one else 1.0 for one in ended), 1.0])
    return factors[np.maximum(index.owners, -1)]


def search_with_model(
    text: str, corpus: Corpus, limit: int, as_of: str, folder: Path
) -> tuple[Found, ...]:
    """Return what ``search_text`` returns, ordered anew by a model from a local folder.

    The score is the mean of that of the search and the cosine of the model.

    Raises:
        RegcheckError: The model cannot be used (see ``load_encoder``).
    """
    encoder = load_encoder(folder)
    found = search_text(text, corpus, max(limit, CANDIDATES), as_of)
    texts = [to_text(passage) for _, passage, _ in found]
    scores = score_again(text, [score for score, _, _ in found], texts, encoder)
    ranked = [
        (score, passage, head) for score, (_, passage, head) in zip(scores, found, strict=True)
    ]
    return tuple(sorted(ranked, key=lambda one: -one[0])[:limit])
