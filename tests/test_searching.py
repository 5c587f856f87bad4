"""A user's own model puts the results of a search in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from regcheck import pipeline, searching
from regcheck.settings import Settings

DEMO = Path(__file__).resolve().parent.parent / "corpus" / "regulations"
QUERY = "setiap orang wajib memiliki izin"


def dislikes_duties(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return vectors that set duties apart from all else; the query counts as else."""
    apart = ["wajib" in text and text != QUERY for text in texts]
    return np.array([(one, not one) for one in apart], dtype=np.float32)


def test_the_model_orders_what_the_words_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the model holds for unlike falls behind, and the limit holds."""
    monkeypatch.setattr(searching, "load_encoder", lambda _: dislikes_duties)
    settings = Settings(corpus=str(tmp_path / "demo.sqlite"))
    with pipeline.open_corpus(settings, create=True) as corpus:
        assert all(
            row.outcome == "added"
            for row in pipeline.add_files(sorted(DEMO.glob("*.txt"))[:4], corpus)
        )
        plain = pipeline.search_text(QUERY, corpus, 30)
        found = searching.search_with_model(QUERY, corpus, 5, "", Path("model"))

    assert any("wajib" in passage.text for _, passage, _ in plain)
    assert len(found) == 5
    assert not any("wajib" in passage.text for _, passage, _ in found)
    assert [score for score, _, _ in found] == sorted((one[0] for one in found), reverse=True)
