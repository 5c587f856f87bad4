"""A search whose results a user's own embedding model puts in order."""

from __future__ import annotations

from pathlib import Path

from regcheck.compare.encoders import load_encoder, score_again
from regcheck.compare.index import to_text
from regcheck.domain import Head, Passage
from regcheck.pipeline import search_text
from regcheck.store import Corpus

#: Passages that the search by words brings in; the model orders these.
CANDIDATES = 200


def search_with_model(
    text: str, corpus: Corpus, limit: int, as_of: str, folder: Path
) -> tuple[tuple[float, Passage, Head], ...]:
    """Return what ``search_text`` returns, ordered anew by a model from a local folder.

    The score is the mean of the cosine of words and that of the model.

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
