"""A user's own sentence-embedding network in ONNX form; the door of onnxruntime and tokenizers."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from regcheck.errors import RegcheckError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

#: Where exporters put the network, below the folder.
PLACES = ("model.onnx", "onnx/model.onnx")
#: Texts read at a time, and words' pieces of a text where the folder does not say how many.
BATCH, MOST_PIECES = 16, 512
#: The name under which some exports give the vector of the whole text.
WHOLE = "sentence_embedding"
#: What fills short texts up, by the names that tokenizers give it.
PADDING = ("[PAD]", "<pad>")
#: How vectors of pieces become one: the settings that sentence-transformers writes.
WAYS = {
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_cls_token": "cls",
    "pooling_mode_max_tokens": "max",
}

Array = NDArray[np.float32]


def find_network(folder: Path) -> Path | None:
    """Return the network of a folder; ``None`` if there is none, or more than it makes the vector.

    An export holds the network only: a folder whose vectors pass further trained layers
    (``modules.json`` tells) gives others than its author meant.
    """
    found = next((folder / place for place in PLACES if (folder / place).is_file()), None)
    if found is None or not (folder / "tokenizer.json").is_file():
        return None
    kinds = {str(one.get("type", "")).rpartition(".")[2] for one in read_modules(folder)}
    return found if kinds <= {"Transformer", "Pooling", "Normalize"} else None


def read_modules(folder: Path) -> list[dict[str, Any]]:
    """Return the layers of a sentence-transformers folder; none if it does not list them.

    Raises:
        RegcheckError: The list cannot be read.
    """
    layers = read_json(folder / "modules.json", [])
    return [one for one in layers if isinstance(one, dict)] if isinstance(layers, list) else []


def read_json(path: Path, default: object) -> Any:
    """Return what a JSON file holds, or ``default`` where there is none.

    Raises:
        RegcheckError: It is no JSON.
    """
    if not path.is_file():
        return default
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise RegcheckError(
            id=f"{path}: bukan JSON yang utuh; salin lagi folder modelnya.",
            en=f"{path}: no sound JSON; copy the model's folder again.",
        ) from error


def load_network(folder: Path, network: Path) -> Callable[[Sequence[str]], Array]:
    """Return what turns texts into vectors, a row each.

    Raises:
        RegcheckError: The network or the tokenizer cannot be read, or the way to pool is unknown.
    """
    way = find_way(folder)
    tokenizer = load_tokenizer(folder)
    session = open_session(network)
    names = {one.name for one in session.get_inputs()}
    if not names <= {"input_ids", "attention_mask", "token_type_ids"}:
        raise RegcheckError(
            id=f"{network}: masukan {', '.join(sorted(names))} bukan milik model kalimat.",
            en=f"{network}: inputs {', '.join(sorted(names))} are not those of a sentence model.",
        )

    def encode(texts: Sequence[str]) -> Array:
        parts = [list(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]
        return np.concatenate([run(session, tokenizer.encode_batch(part), way) for part in parts])

    return encode


def find_way(folder: Path) -> str:
    """Return how the vectors of pieces become one: ``mean`` where the folder does not say.

    Raises:
        RegcheckError: In a way that is not known here, or in several.
    """
    settings = read_json(folder / "1_Pooling" / "config.json", {})
    chosen = [key for key, value in settings.items() if key.startswith("pooling_mode_") and value]
    ways = [settings["pooling_mode"]] if "pooling_mode" in settings else [*map(WAYS.get, chosen)]
    if not ways:
        return "mean"
    if len(ways) > 1 or ways[0] not in WAYS.values():
        raise RegcheckError(
            id=f"{folder}: pooling {', '.join(chosen)} tidak didukung; hanya mean, cls, dan max.",
            en=f"{folder}: pooling {', '.join(chosen)} is not supported; only mean, cls and max.",
        )
    return str(ways[0])


def load_tokenizer(folder: Path) -> Tokenizer:
    """Return the folder's tokenizer, set to cut long texts and to fill short ones up."""
    from tokenizers import Tokenizer

    path = folder / "tokenizer.json"
    read_json(path, {})
    settings = read_json(folder / "sentence_bert_config.json", {})
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(int(settings.get("max_seq_length") or MOST_PIECES))
    known = [(tokenizer.token_to_id(name), name) for name in PADDING]
    number, name = next((one for one in known if one[0] is not None), (0, PADDING[0]))
    tokenizer.enable_padding(pad_id=number, pad_token=name)
    return tokenizer


def open_session(network: Path) -> InferenceSession:
    """Return the network, ready to run on the processor.

    Raises:
        RegcheckError: It cannot be read.
    """
    from onnxruntime import InferenceSession
    from onnxruntime.capi import onnxruntime_pybind11_state as states

    faults = (states.Fail, states.InvalidProtobuf, states.InvalidGraph, states.InvalidArgument)
    try:
        return InferenceSession(str(network), providers=["CPUExecutionProvider"])
    except (*faults, states.NotImplemented, states.NoSuchFile) as error:
        raise RegcheckError(
            id=f"{network}: jaringan ONNX tidak terbaca; ekspor atau salin lagi.",
            en=f"{network}: the ONNX network cannot be read; export or copy it again.",
        ) from error


def run(session: InferenceSession, encodings: Sequence[Encoding], way: str) -> Array:
    """Return the vectors of some texts, whole ones as the network gives them or pooled."""
    given = {
        "input_ids": np.array([one.ids for one in encodings], dtype=np.int64),
        "attention_mask": np.array([one.attention_mask for one in encodings], dtype=np.int64),
        "token_type_ids": np.array([one.type_ids for one in encodings], dtype=np.int64),
    }
    wanted = {one.name: given[one.name] for one in session.get_inputs()}
    names = [one.name for one in session.get_outputs()]
    outputs = dict(zip(names, session.run(None, wanted), strict=True))
    vectors = np.asarray(next(outputs[name] for name in chain((WHOLE,), names) if name in outputs))
    pooled = vectors if vectors.ndim == 2 else pool(vectors, given["attention_mask"], way)
    return pooled.astype(np.float32)


def pool(vectors: Array, mask: NDArray[np.int64], way: str) -> Array:
    """Return one vector of each text's pieces, what only fills up left aside.

    >>> pieces = np.array([[[1.0], [3.0], [9.0]]], dtype=np.float32)
    >>> [pool(pieces, np.array([[1, 1, 0]]), way).item() for way in ("mean", "cls", "max")]
    [2.0, 1.0, 3.0]
    """
    real = mask[:, :, None].astype(bool)
    if way == "cls":
        return vectors[:, 0]
    if way == "max":
        lowest = np.where(real, vectors, -np.inf).max(axis=1)
        return np.where(np.isfinite(lowest), lowest, 0).astype(np.float32)
    sums = (vectors * real).sum(axis=1)
    means: Array = (sums / np.maximum(real.sum(axis=1), 1)).astype(np.float32)
    return means
