"""A user's own model: from a local folder only, and it orders what was found."""

from __future__ import annotations

import json
import os
import struct
from pathlib import Path

import numpy as np
import pytest

from regcheck.compare import encoders
from regcheck.compare.encoders import find_forms, load_encoder, score_again
from regcheck.errors import RegcheckError

WORDS = {"[UNK]": 0, "izin": 1, "perizinan": 2, "sampah": 3, "[PAD]": 4}
VECTORS = np.array([[0, 0], [1, 0], [0.9, 0.1], [0, 1], [7, 7]], dtype=np.float32)


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the environment back as it was."""
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        monkeypatch.setitem(os.environ, name, "1")


def make_tokenizer(path: Path) -> None:
    """Write a tokenizer that knows the words."""
    tokenizers = pytest.importorskip("tokenizers", reason="the extra 'onnx' is not installed")
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(WORDS, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.save(str(path))


def field(number: int, value: bytes | int | str) -> bytes:
    """Return a field of a protocol buffer, the form that networks are kept in."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    content = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(content)) + content


def varint(value: int) -> bytes:
    """Return a whole number in groups of seven bits."""
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + varint(rest) if rest else bytes([low])


def value_info(name: str, kind: int, *axes: str) -> bytes:
    """Return the description of an input or output."""
    shape = b"".join(field(1, field(2, axis)) for axis in axes)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))


def make_network(path: Path, extra: str = "") -> None:
    """Write a network that looks each piece's vector up."""
    table = field(1, VECTORS.shape[0]) + field(1, VECTORS.shape[1]) + field(2, 1)
    table += field(8, "table") + field(9, struct.pack("<10f", *VECTORS.ravel()))
    node = field(1, "table") + field(1, "input_ids") + field(2, "pieces") + field(4, "Gather")
    graph = field(1, node) + field(2, "graph") + field(5, table)
    for name in ("input_ids", "attention_mask", *filter(None, [extra])):
        graph += field(11, value_info(name, 7, "texts", "length"))
    graph += field(12, value_info("pieces", 1, "texts", "length", "size"))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13)))


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """Return a tiny model2vec folder in which *izin* and *perizinan* are nearly the same."""
    model2vec = pytest.importorskip("model2vec", reason="the extra 'semantic' is not installed")
    tokenizers = pytest.importorskip("tokenizers")
    make_tokenizer(tmp_path / "made.json")
    tokenizer = tokenizers.Tokenizer.from_file(str(tmp_path / "made.json"))
    model2vec.StaticModel(vectors=VECTORS, tokenizer=tokenizer).save_pretrained(tmp_path)
    return tmp_path


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """Return the same as an ONNX folder."""
    pytest.importorskip("onnxruntime", reason="the extra 'onnx' is not installed")
    make_tokenizer(tmp_path / "tokenizer.json")
    make_network(tmp_path / "onnx" / "model.onnx")
    return tmp_path


@pytest.fixture
def sentences(tmp_path: Path) -> Path:
    """Return the same as a folder of sentence-transformers."""
    library = pytest.importorskip(
        "sentence_transformers", reason="the extra 'sentences' is not installed"
    )
    modules = pytest.importorskip("sentence_transformers.models")
    tokenizers = pytest.importorskip("tokenizers")
    make_tokenizer(tmp_path / "made.json")
    tokenizer = tokenizers.Tokenizer.from_file(str(tmp_path / "made.json"))
    layer = modules.StaticEmbedding(tokenizer, embedding_weights=VECTORS)
    library.SentenceTransformer(modules=[layer], device="cpu").save_pretrained(str(tmp_path / "st"))
    return tmp_path / "st"


@pytest.mark.parametrize("form", ["static", "network", "sentences"])
def test_a_local_model_scores_what_was_found(form: str, request: pytest.FixtureRequest) -> None:
    """What the model holds for near is lifted, what it holds for far lowered, in every form."""
    encoder = load_encoder(request.getfixturevalue(form))

    near, far = score_again("izin", (0.2, 0.4), ("perizinan", "sampah"), encoder)

    assert near == pytest.approx(0.1 + 0.5 * 0.9939, abs=1e-3)
    assert far == pytest.approx(0.2, abs=1e-3)


@pytest.mark.parametrize("form", ["static", "network"])
def test_nothing_found_stays_nothing(form: str, request: pytest.FixtureRequest) -> None:
    """No results, and a text the model knows nothing of, are no fault."""
    encoder = load_encoder(request.getfixturevalue(form))

    assert score_again("izin", (), (), encoder) == ()
    assert score_again("xqzv", (0.4,), ("izin",), encoder) == (0.2,)


def test_what_fills_a_short_text_up_does_not_count(network: Path) -> None:
    """A text has the same vector alone and beside a longer one, over many texts too."""
    encoder = load_encoder(network)
    many = ["izin", "izin sampah perizinan"] * 20

    assert encoder(many)[::2] == pytest.approx(np.repeat(encoder(["izin"]), 20, axis=0))
    assert encoder(["izin sampah"])[0] == pytest.approx([0.5, 0.5])


@pytest.mark.parametrize(
    ("settings", "vector"),
    [
        ({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}, [0, 1]),
        ({"pooling_mode_max_tokens": True}, [1, 1]),
        ({"pooling_mode": "mean"}, [0.5, 0.5]),
    ],
)
def test_pieces_become_one_vector_as_the_folder_says(
    network: Path, settings: dict[str, object], vector: list[float]
) -> None:
    """The first piece, the greatest or the mean, in either spelling of the setting."""
    (network / "1_Pooling").mkdir()
    (network / "1_Pooling" / "config.json").write_text(json.dumps(settings), encoding="utf-8")

    assert load_encoder(network)(["sampah izin"])[0] == pytest.approx(vector)


def test_an_unknown_way_to_pool_is_told(network: Path) -> None:
    """No vector is made in another way than the folder's author meant."""
    (network / "1_Pooling").mkdir()
    (network / "1_Pooling" / "config.json").write_text('{"pooling_mode_lasttoken": true}')

    with pytest.raises(RegcheckError, match="lasttoken"):
        load_encoder(network)


def test_a_network_is_not_used_without_the_layers_after_it(network: Path) -> None:
    """An export of the first layer alone is no model where trained layers follow."""
    kinds = ("Transformer", "Pooling", "Dense")
    layers = [{"type": f"sentence_transformers.models.{kind}"} for kind in kinds]
    (network / "modules.json").write_text(json.dumps(layers), encoding="utf-8")

    assert find_forms(network) == ("sentences",)


def test_a_damaged_network_is_told(network: Path) -> None:
    """A file that is no network, and one with other inputs, are named."""
    (network / "onnx" / "model.onnx").write_bytes(b"no network")
    with pytest.raises(RegcheckError, match=r"model\.onnx"):
        load_encoder(network)

    make_network(network / "onnx" / "model.onnx", extra="pixels")
    with pytest.raises(RegcheckError, match="pixels"):
        load_encoder(network)

    (network / "tokenizer.json").write_text("{", encoding="utf-8")
    with pytest.raises(RegcheckError, match=r"tokenizer\.json"):
        load_encoder(network)


@pytest.mark.parametrize(
    ("kind", "weights"),
    [
        ("custom.Layer", "model.safetensors"),
        ("sentence_transformers.models.Dense", "pytorch_model.bin"),
    ],
)
def test_what_may_hold_code_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, weights: str
) -> None:
    """Layers of the folder's own and pickled weights are never loaded."""
    monkeypatch.setattr(encoders, "find_spec", lambda _: True)
    (tmp_path / "modules.json").write_text(json.dumps([{"type": kind}]), encoding="utf-8")
    (tmp_path / weights).touch()

    with pytest.raises(RegcheckError, match="may hold code"):
        load_encoder(tmp_path)


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    """What is needed is named; no name is ever looked up elsewhere."""
    with pytest.raises(RegcheckError, match=r"tokenizer\.json"):
        load_encoder(tmp_path / "minishlab" / "potion")


def test_weights_that_are_no_table_are_no_static_model(tmp_path: Path) -> None:
    """A transformer's folder, or an empty file, is not taken for model2vec."""
    for name in ("config.json", "model.safetensors", "tokenizer.json"):
        (tmp_path / name).touch()
    assert find_forms(tmp_path) == ()

    head = json.dumps({"embeddings": {}}).encode()
    (tmp_path / "model.safetensors").write_bytes(len(head).to_bytes(8, "little") + head)
    assert find_forms(tmp_path) == ("semantic",)


def test_without_the_extra_the_user_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to install is said, for every form that the folder has."""
    (tmp_path / "modules.json").write_text("[]", encoding="utf-8")
    (tmp_path / "tokenizer.json").touch()
    (tmp_path / "model.onnx").touch()
    monkeypatch.setattr(encoders, "find_spec", lambda _: None)

    with pytest.raises(RegcheckError, match=r"regcheck\[onnx\].* or .*regcheck\[sentences\]"):
        load_encoder(tmp_path)
