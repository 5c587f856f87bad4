"""A user's own sentence-embedding model, from a folder on this machine; the door of model2vec.

Nothing is fetched: a folder that is not there is a fault, never a name to look up.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.pairs import DIGITS
from regcheck.errors import RegcheckError

#: Texts to vectors, a row each.
Encoder = Callable[[Sequence[str]], NDArray[np.float32]]
#: What a model2vec folder holds.
FILES = ("config.json", "model.safetensors", "tokenizer.json")
#: The share of the user's model in a score; the rest is that of the words.
SHARE = 0.5


def load_encoder(folder: Path) -> Encoder:
    """Return the model kept in a folder, as model2vec writes it.

    Raises:
        RegcheckError: There is no such folder, it holds no such model, or model2vec is not
            installed.
    """
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise RegcheckError(
            id=f"{folder}: bukan folder model2vec; tidak ada {', '.join(missing)}.",
            en=f"{folder}: no model2vec folder; {', '.join(missing)} missing.",
        )
    if find_spec("model2vec") is None:
        raise RegcheckError(
            id="--model memerlukan model2vec: pip install 'regcheck[semantic]'.",
            en="--model needs model2vec: pip install 'regcheck[semantic]'.",
        )
    os.environ["HF_HUB_OFFLINE"] = "1"
    from model2vec import StaticModel

    model = StaticModel.from_pretrained(folder)
    return lambda texts: np.asarray(model.encode(list(texts)), dtype=np.float32)


def score_again(
    text: str, scores: Sequence[float], texts: Sequence[str], encoder: Encoder
) -> tuple[float, ...]:
    """Return, for each text found, the mean of its score and the model's cosine with a text.

    Args:
        text: What was searched for.
        scores: In ``[0, 1]``, of what was found.
        texts: What was found.
        encoder: The user's model.
    """
    vectors = encoder([text, *texts]).astype(np.float64)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    near = np.clip(vectors[1:] @ vectors[0], 0, 1)
    mixed = (1 - SHARE) * np.array(scores, dtype=np.float64) + SHARE * near
    return tuple(mixed.round(DIGITS).tolist())
