"""Whatever goes wrong with a corpus is noticed by verifying it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from regcheck.store import Corpus, records

Maker = Callable[..., Any]
PERDA = "perda/nusa-kencana/2020/5"


@pytest.fixture
def document(corpus: Corpus, tmp_path: Path, make: Maker) -> Path:
    """Add a real file to the corpus."""
    path = tmp_path / "perda.txt"
    path.write_text("Pasal 1", encoding="utf-8")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    corpus.add(*make(path=str(path), sha256=sha256))
    return path


def codes(corpus: Corpus) -> list[str]:
    """Return the codes of everything found."""
    return [one.code for one in corpus.verify()]


def test_a_sound_corpus_is_silent(corpus: Corpus, document: Path) -> None:
    """Nothing is reported while file, records and documents agree."""
    assert document.exists()
    assert codes(corpus) == []


def test_a_changed_or_lost_document_is_reported(corpus: Corpus, document: Path) -> None:
    """The corpus says that a document is no longer what was read."""
    document.write_text("Pasal 2", encoding="utf-8")
    assert codes(corpus) == ["file-changed"]

    document.unlink()
    (anomaly,) = corpus.verify()

    assert anomaly.code == "file-missing"
    assert str(document) in anomaly.say("id")
    assert str(document) in anomaly.say("en")


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE regulation SET content = X'00'", "corpus-record"),
        ("UPDATE source SET content = X'789C4B04000062006200'", "corpus-record"),
        ("DELETE FROM passage WHERE number = 1", "corpus-passages"),
        ("UPDATE passage SET text = 'lain' WHERE number = 1", "corpus-passages"),
        ("UPDATE passage SET kind = 'gambar' WHERE number = 1", "corpus-passages"),
        ("UPDATE passage SET regulation = 99 WHERE number = 1", "corpus-foreign-key"),
        ("UPDATE regulation SET id = 'perda/nusa-kencana/2020/6'", "corpus-key"),
    ],
)
def test_tampering_is_reported(corpus: Corpus, document: Path, statement: str, code: str) -> None:
    """Damage to a record, a passage or a reference is found whatever caused it."""
    assert document.exists()
    corpus.connection.execute("PRAGMA foreign_keys = OFF")
    corpus.connection.execute(statement)

    assert code in codes(corpus)


def test_a_key_used_twice_is_reported(corpus: Corpus, document: Path) -> None:
    """Two units with one key cannot be told apart and are named."""
    regulation = corpus.regulation(PERDA)
    twice = replace(regulation, units=(*regulation.units, regulation.units[0]))
    corpus.connection.execute(
        "UPDATE regulation SET content = ?", (records.pack_regulation(twice),)
    )

    (anomaly,) = corpus.verify()

    assert document.exists()
    assert (anomaly.code, anomaly.unit) == ("corpus-key", f"{PERDA}#pasal-1")
