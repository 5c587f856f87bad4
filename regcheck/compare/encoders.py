"""A user's own sentence-embedding model, from a folder on this machine.

A folder of model2vec, of a network in ONNX form (``networks``) or of sentence-transformers will do.
Nothing is fetched: a folder that is not there is a fault, never a name to look up. Nothing of it is
run but its numbers: pickled weights and layers of its own are refused.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.networks import find_network, load_network, read_modules
from regcheck.compare.pairs import DIGITS
from regcheck.errors import RegcheckError

#: Texts to vectors, a row each.
Encoder = Callable[[Sequence[str]], NDArray[np.float32]]
#: What a model2vec folder holds, and the table of its vectors among the weights.
FILES = ("config.json", "model.safetensors", "tokenizer.json")
TABLE = "embeddings"
#: The share of the user's model in a score; the rest is that of the words.
SHARE = 0.5
#: The extra that each form of folder needs, and the libraries it brings.
EXTRAS = {
    "semantic": ("model2vec",),
    "onnx": ("onnxruntime", "tokenizers"),
    "sentences": ("sentence_transformers",),
}
#: The longest list of contents at the head of a file of weights that is read.
LONGEST_HEAD = 1 << 24


def load_encoder(folder: Path) -> Encoder:
    """Return the model kept in a folder.

    A folder of several forms is read in the one that needs least: model2vec before ONNX before
    sentence-transformers, of those whose extra is installed.

    Raises:
        RegcheckError: There is no such folder, it holds no such model, the extra that it needs is
            not installed, or its files are damaged.
    """
    held = find_forms(folder)
    if not held:
        raise RegcheckError(
            id=f"{folder}: bukan folder model; diperlukan {', '.join(FILES)} (model2vec), "
            "model.onnx dan tokenizer.json (ONNX), atau modules.json (sentence-transformers).",
            en=f"{folder}: no folder of a model; it needs {', '.join(FILES)} (model2vec), "
            "model.onnx and tokenizer.json (ONNX), or modules.json (sentence-transformers).",
        )
    usable = [form for form in held if all(map(find_spec, EXTRAS[form]))]
    if not usable:
        commands = [f"pip install 'regcheck[{form}]'" for form in held]
        raise RegcheckError(
            id=f"Model di {folder} memerlukan: {' atau '.join(commands)}.",
            en=f"The model in {folder} needs: {' or '.join(commands)}.",
        )
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    network = find_network(folder)
    if usable[0] == "onnx" and network:
        return load_network(folder, network)
    return load_static(folder) if usable[0] == "semantic" else load_sentences(folder)


def find_forms(folder: Path) -> tuple[str, ...]:
    """Return the extras of which each can read a folder, the lightest first.

    >>> find_forms(Path("no such folder"))
    ()
    """
    forms = {
        "semantic": all((folder / name).is_file() for name in FILES) and has_table(folder),
        "onnx": find_network(folder) is not None,
        "sentences": (folder / "modules.json").is_file(),
    }
    return tuple(form for form, found in forms.items() if found)


def has_table(folder: Path) -> bool:
    """Tell whether the weights are a table of words' vectors, as model2vec writes them.

    A file of weights starts with the length of its list of contents, and that list, in JSON.
    """
    with (folder / "model.safetensors").open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        head = file.read(length) if length <= LONGEST_HEAD else b""
    try:
        contents = json.loads(head)
    except ValueError:
        return False
    return isinstance(contents, dict) and TABLE in contents


def load_static(folder: Path) -> Encoder:
    """Return a model of model2vec."""
    from model2vec import StaticModel

    model = StaticModel.from_pretrained(folder)
    return lambda texts: np.asarray(model.encode(list(texts)), dtype=np.float32)


def load_sentences(folder: Path) -> Encoder:
    """Return a model of sentence-transformers, on the processor.

    Raises:
        RegcheckError: It has layers of its own or pickled weights: to load it is to run it.
    """
    foreign = [
        str(one.get("type"))
        for one in read_modules(folder)
        if not str(one.get("type")).startswith("sentence_transformers.")
    ]
    pickled = [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*.bin"))
        if not (path.parent / "model.safetensors").is_file()
    ]
    if foreign or pickled:
        named = ", ".join(foreign + pickled)
        raise RegcheckError(
            id=f"{folder}: {named} berisi kode, bukan hanya angka; simpan ulang sebagai "
            "safetensors dengan lapisan sentence-transformers saja.",
            en=f"{folder}: {named} may hold code, not numbers alone; save it again as safetensors "
            "with layers of sentence-transformers only.",
        )
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    return lambda texts: np.asarray(
        model.encode(list(texts), show_progress_bar=False), dtype=np.float32
    )


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
