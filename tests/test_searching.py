"""A search knows title, heading and standing; a user's own model may put its results in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from regcheck import pipeline, searching
from regcheck.compare import VectorIndex
from regcheck.domain import Head, Identity, Kind, Passage, Standing, Status
from regcheck.indexing import CONTEXTS, load_contexts
from regcheck.settings import Settings
from regcheck.shelf import read_current
from regcheck.store import Corpus

DEMO = Path(__file__).resolve().parent.parent / "corpus" / "regulations"
QUERY = "setiap orang wajib memiliki izin"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Yield a corpus of four regulations."""
    settings = Settings(corpus=str(tmp_path / "demo.sqlite"))
    with pipeline.open_corpus(settings, create=True) as made:
        rows = list(pipeline.add_files(sorted(DEMO.glob("*.txt"))[:4], made))
        assert [row.outcome for row in rows] == ["added"] * 4
        yield made


def dislikes_duties(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return vectors that set duties apart from all else; the query counts as else."""
    apart = ["wajib" in text and text != QUERY for text in texts]
    return np.array([(one, not one) for one in apart], dtype=np.float32)


def test_the_model_orders_what_the_words_found(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the model holds for unlike falls behind, and the limit holds."""
    monkeypatch.setattr(searching, "load_encoder", lambda _: dislikes_duties)
    plain = pipeline.search_text(QUERY, corpus, 30)
    found = searching.search_with_model(QUERY, corpus, 5, "", Path("model"))

    assert any("wajib" in passage.text for _, passage, _ in plain)
    assert len(found) == 5
    assert not any("wajib" in passage.text for _, passage, _ in found)
    assert [score for score, _, _ in found] == sorted((one[0] for one in found), reverse=True)


def test_the_title_finds_what_the_clauses_do_not_say(corpus: Corpus) -> None:
    """Each title, searched for together with a formula, brings up its own regulation."""
    for id_, identity in corpus.identities().items():
        found = pipeline.search_text(f"ketentuan pidana {identity.tentang}", corpus, 3)

        assert id_ in {passage.regulation for _, passage, _ in found}


def test_contexts_are_kept_and_follow_a_title_that_is_edited(corpus: Corpus) -> None:
    """The index of contexts is read again as it was, until a title changes."""
    current = read_current(corpus)
    made = load_contexts(corpus, current)
    folder = corpus.index_folder / CONTEXTS
    kept = (folder / "manifest.json").read_text(encoding="utf-8")
    again = load_contexts(corpus, current)

    assert list(again.keys) == list(made.keys)
    assert (folder / "manifest.json").read_text(encoding="utf-8") == kept

    (id_, *_) = corpus.identities()
    pipeline.edit_identity(id_, {"tentang": "Zebra Cokelat"}, corpus)
    edited = load_contexts(corpus, read_current(corpus))

    assert {key.partition("#")[0] for key, _ in edited.nearest("zebra cokelat", 99)} == {id_}


def test_what_is_no_longer_law_counts_less() -> None:
    """Of two equal clauses the one of the act in force comes first, whatever the order."""
    passages = [
        Passage(f"perda/x/20{n}/1#pasal-2", Kind.PASAL, "Setiap pedagang wajib lapor.", 1)
        for n in (11, 12, 13)
    ]
    standing = (Status.DICABUT, Status.TIDAK_MENGIKAT, Status.DIUBAH)
    heads = {
        one.regulation: Head(
            one.regulation, Identity(), "", "", 1, 1, 1.0, 1.0, Standing(one.regulation, status)
        )
        for one, status in zip(passages, standing, strict=True)
    }
    index = VectorIndex.build(passages).without([passages[0].regulation])
    factors = searching.weigh_standing(index, heads).tolist()

    assert factors[1:] == [searching.ENDED_FACTOR, 1.0]
