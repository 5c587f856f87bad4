"""Files enter the corpus once, in order, each with a row that says what became of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from regcheck.errors import UnreadableFileError
from regcheck.intake import add_files, parse_file
from regcheck.store import Corpus

DEMO = Path(__file__).resolve().parent.parent / "corpus" / "regulations"
KTR = DEMO / "perda-2013-7.txt"
KTR_ID = "perda/nusa-kencana/2013/7"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Return an empty corpus."""
    with Corpus.open(tmp_path / "corpus.sqlite", create=True) as opened:
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return an empty folder for documents."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def outcomes(corpus: Corpus, *paths: Path, refresh: bool = False) -> list[str]:
    """Add files with one worker and return their outcomes."""
    return [row.outcome for row in add_files(paths, corpus, workers=1, refresh=refresh)]


def test_a_known_file_is_not_read_again(corpus: Corpus, inbox: Path) -> None:
    """The second offer of the same content changes nothing; a refresh reads it again."""
    path = Path(shutil.copy(KTR, inbox / "a.txt"))

    assert outcomes(corpus, path) == ["added"]
    assert outcomes(corpus, path) == ["unchanged"]
    assert outcomes(corpus, path, refresh=True) == ["replaced"]
    assert [head.id for head in corpus.heads()] == [KTR_ID]


def test_the_same_content_elsewhere_is_a_duplicate(corpus: Corpus, inbox: Path) -> None:
    """Two files with one content give one regulation, also within one batch."""
    first = Path(shutil.copy(KTR, inbox / "a.txt"))
    second = Path(shutil.copy(KTR, inbox / "b.txt"))

    assert outcomes(corpus, first, second) == ["added", "duplicate"]
    assert outcomes(corpus, first, second) == ["unchanged", "duplicate"]
    assert len(corpus.heads()) == 1


def test_other_content_with_the_same_number_is_kept(corpus: Corpus, inbox: Path) -> None:
    """A second text of one number gets its own id, with all its keys, and the row says so."""
    first = Path(shutil.copy(KTR, inbox / "a.txt"))
    second = inbox / "b.txt"
    second.write_text(KTR.read_text(encoding="utf-8").replace("rokok", "cerutu"), "utf-8")

    rows = list(add_files([first, second], corpus, workers=1))

    assert rows[1].ids == (f"{KTR_ID}~2",)
    assert f"{KTR_ID}~2" in rows[1].message
    twin = corpus.regulation(f"{KTR_ID}~2")
    assert {unit.key.partition("#")[0] for unit in twin.units} == {twin.id}
    assert {one.holder.partition("#")[0] for one in twin.citations} == {twin.id}
    own = [one.target for one in twin.citations if one.target and "7#pasal" in one.target]
    assert own == []


def test_a_changed_file_replaces_what_it_gave_before(corpus: Corpus, inbox: Path) -> None:
    """The path keeps its id, and the old text is gone."""
    path = Path(shutil.copy(KTR, inbox / "a.txt"))
    assert outcomes(corpus, path) == ["added"]

    path.write_text(path.read_text(encoding="utf-8").replace("rokok", "cerutu"), "utf-8")

    assert outcomes(corpus, path) == ["replaced"]
    assert [head.id for head in corpus.heads()] == [KTR_ID]
    assert "cerutu" in corpus.regulation(KTR_ID).text


def test_a_bad_file_is_a_row_and_the_batch_goes_on(corpus: Corpus, inbox: Path) -> None:
    """An empty file and a web page named PDF fail with a sentence; the next file is added."""
    empty, page = inbox / "empty.pdf", inbox / "page.pdf"
    empty.touch()
    page.write_text("<!DOCTYPE html><html><body>404</body></html>", encoding="utf-8")
    good = Path(shutil.copy(KTR, inbox / "good.txt"))

    rows = list(add_files([empty, page, good], corpus, workers=2))

    assert [row.outcome for row in rows] == ["failed", "failed", "added"]
    assert all(row.message and row.message_en for row in rows[:2])
    assert [Path(row.path).name for row in corpus.files()] == ["empty.pdf", "page.pdf", "good.txt"]


def test_an_interrupted_batch_goes_on(corpus: Corpus) -> None:
    """What was yielded is stored; the next run reads only the rest."""
    paths = sorted(DEMO.glob("*.txt"))[:4]
    batch = add_files(paths, corpus, workers=1)
    assert [next(batch).outcome, next(batch).outcome] == ["added", "added"]
    batch.close()  # type: ignore[attr-defined]

    assert outcomes(corpus, *paths) == ["unchanged", "unchanged", "added", "added"]


def test_an_id_can_be_given(corpus: Corpus) -> None:
    """The override reaches the regulation and all its keys."""
    rows = list(add_files([KTR], corpus, override_id="perda/lain/2000/1", workers=1))

    assert rows[0].ids == ("perda/lain/2000/1",)
    assert all(passage.regulation == "perda/lain/2000/1" for passage in corpus.passages())


def test_a_single_bad_file_raises(tmp_path: Path) -> None:
    """Outside a batch a bad file is an error with its own sentence."""
    with pytest.raises(UnreadableFileError):
        parse_file(tmp_path / "absent.pdf")
