"""A user's own model: from a local folder only, and it orders what was found."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from regcheck.compare import encoders
from regcheck.compare.encoders import FILES, load_encoder, score_again
from regcheck.errors import RegcheckError

WORDS = {"[UNK]": 0, "izin": 1, "perizinan": 2, "sampah": 3}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a tiny model in which *izin* and *perizinan* are nearly the same."""
    model2vec = pytest.importorskip("model2vec", reason="the extra 'semantic' is not installed")
    tokenizers = pytest.importorskip("tokenizers")
    monkeypatch.setitem(os.environ, "HF_HUB_OFFLINE", "1")
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(WORDS, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    vectors = np.array([[0, 0], [1, 0], [0.9, 0.1], [0, 1]], dtype=np.float32)
    model2vec.StaticModel(vectors=vectors, tokenizer=tokenizer).save_pretrained(tmp_path)
    return tmp_path


def test_a_local_model_scores_what_was_found(folder: Path) -> None:
    """What the model holds for near is lifted, what it holds for far lowered."""
    near, far = score_again("izin", (0.2, 0.4), ("perizinan", "sampah"), load_encoder(folder))

    assert near == pytest.approx(0.1 + 0.5 * 0.9939, abs=1e-3)
    assert far == pytest.approx(0.2, abs=1e-3)


def test_nothing_found_stays_nothing(folder: Path) -> None:
    """No results, and a text the model knows nothing of, are no fault."""
    encoder = load_encoder(folder)

    assert score_again("izin", (), (), encoder) == ()
    assert score_again("xqzv", (0.4,), ("izin",), encoder) == (0.2,)


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    """A missing file is named; no name is ever looked up elsewhere."""
    with pytest.raises(RegcheckError, match=r"tokenizer\.json"):
        load_encoder(tmp_path / "minishlab" / "potion")


def test_without_the_extra_the_user_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to install is said."""
    for name in FILES:
        (tmp_path / name).touch()
    monkeypatch.setattr(encoders, "find_spec", lambda _: None)

    with pytest.raises(RegcheckError, match=r"regcheck\[semantic\]"):
        load_encoder(tmp_path)
