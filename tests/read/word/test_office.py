"""Old Word, RTF and OpenDocument files are read through LibreOffice, or refused with a way out."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from regcheck.errors import UnreadableFileError
from regcheck.read import read_document
from regcheck.read.word import office
from regcheck.read.word.office import find_soffice
from regcheck.settings import Settings

TEXTS = Path(__file__).resolve().parents[3] / "corpus" / "drafts"
WHO = 'w:id="1" w:author="Biro" w:date="2024-05-01T00:00:00Z"'
RTF = b"{\\rtf1 Pasal 1\\par Cukup jelas.\\par}"


def refuse(path: Path, settings: Settings) -> str:
    """Read a file that cannot be read, and return the sentence."""
    with pytest.raises(UnreadableFileError) as caught:
        read_document(path, settings)
    assert str(path) in caught.value.say("id") or "soffice" in caught.value.say("id")
    return caught.value.say("en")


@pytest.fixture
def rtf(tmp_path: Path) -> Path:
    """Return a small RTF file."""
    path = tmp_path / "naskah.rtf"
    path.write_bytes(RTF)
    return path


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], Settings]:
    """Return what makes a program that stands in for LibreOffice."""
    if sys.platform == "win32":
        pytest.skip("the program is a shell script")

    def make(script: str) -> Settings:
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return Settings(soffice=str(path))

    return make


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of temporary files, empty at first."""
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_other_formats_read_as_the_word_file_does(
    copyist: Callable[[str], Any],
    convert: Callable[..., dict[Path, Path]],
    tmp_path: Path,
    temporary: Path,
) -> None:
    """Numbers, tables, tracked changes and footnotes survive the way through LibreOffice."""
    text = (TEXTS / "ranperda-pengelolaan-sampah.txt").read_text(encoding="utf-8")
    draft = copyist(text).draft
    draft.raw(
        f'<w:r><w:t xml:space="preserve">Tarif </w:t></w:r><w:del {WHO}><w:r><w:delText>naik'
        f"</w:delText></w:r></w:del><w:ins {WHO}><w:r><w:t>tetap</w:t></w:r></w:ins>"
    )
    word = draft.save(tmp_path / "naskah.docx")

    for kind, state in (("doc", "final"), ("odt", "original")):
        other = convert([word], kind)[word]
        settings = Settings(track_changes=state)
        ours, theirs = read_document(word, settings), read_document(other, settings)

        assert theirs.text == ours.text
        assert theirs.source.path == str(other)
        assert theirs.source.reader.startswith("LibreOffice ")
        assert theirs.source.reader.endswith(" → docx")
        assert {note.code for note in theirs.notes} == {"tracked-changes", "numbering-through"}
    assert list(temporary.iterdir()) == []


def test_footnotes_survive(soffice: str, tmp_path: Path) -> None:
    """A footnote of an OpenDocument or RTF file stands at the end, its mark left out."""
    path = tmp_path / "catatan.rtf"
    path.write_bytes(b"{\\rtf1 dalam Pasal 5{\\super\\chftn}{\\footnote\\chftn  Lihat.} ini\\par}")

    source = read_document(path, Settings(soffice=soffice))

    assert source.text == "dalam Pasal 5 ini\n¹ Lihat."


def test_without_libreoffice_both_ways_out_are_named(
    rtf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Install LibreOffice, or save as DOCX."""
    monkeypatch.setattr(office, "PROGRAMS", ())
    monkeypatch.setattr(office, "USUAL_PLACES", ())

    said = refuse(rtf, Settings())

    assert ".rtf" in said
    assert "Install LibreOffice" in said
    assert "save it as DOCX" in said


def test_a_wrong_setting_is_named(rtf: Path) -> None:
    """A program that is set and not there is no reason to take another."""
    assert "no such program" in refuse(rtf, Settings(soffice="tidak-ada"))


def test_libreoffice_is_looked_for_in_its_usual_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is not on the path, the places of each system are tried, versions too."""
    (tmp_path / "libreoffice7.4").mkdir()
    program = tmp_path / "libreoffice7.4" / "soffice"
    program.touch()
    monkeypatch.setattr(office, "PROGRAMS", ())
    monkeypatch.setattr(office, "USUAL_PLACES", (f"{tmp_path.as_posix()}/libreoffice*/soffice",))

    assert find_soffice(Settings()) == str(program)


def test_a_failure_is_told_in_its_own_words(
    rtf: Path, program: Callable[[str], Settings], temporary: Path
) -> None:
    """Nothing came out, or the program cannot run: one sentence, nothing left behind."""
    assert "source file could not be loaded" in refuse(
        rtf, program("echo Error: source file could not be loaded")
    )
    broken = program("true")
    Path(broken.soffice).write_bytes(b"\x7fELF")
    assert "cannot open this file" in refuse(rtf, broken)
    assert list(temporary.iterdir()) == []


def test_a_program_that_hangs_is_ended_with_all_it_started(
    rtf: Path,
    program: Callable[[str], Settings],
    temporary: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After the time allowed nothing runs on and nothing is left behind."""
    monkeypatch.setattr(office, "TIMEOUT_S", 0.3)
    child = tmp_path / "anak"

    said = refuse(rtf, program(f"sleep 60 & echo $! > {child}; wait"))

    assert "was stopped" in said
    assert list(temporary.iterdir()) == []
    assert not is_running(int(child.read_text(encoding="utf-8")))


def is_running(number: int) -> bool:
    """Tell whether a process still runs; one that is only not yet taken down does not."""
    for _ in range(40):
        try:
            if psutil.Process(number).status() == psutil.STATUS_ZOMBIE:
                return False
        except psutil.NoSuchProcess:
            return False
        time.sleep(0.05)
    return True


def test_what_comes_out_is_read_like_any_word_file(
    rtf: Path, draft: Any, program: Callable[[str], Settings], tmp_path: Path
) -> None:
    """The name of the original does not matter to the program; its version may be unknown."""
    draft.type("Pasal 1")
    word = draft.save(tmp_path / "jadi.docx")
    odd = rtf.rename(tmp_path / "-naskah; rm -rf.rtf")

    source = read_document(odd, program(f'while [ "$1" != --outdir ]; do shift; done; mkdir "$2"; '
                                        f'cp {word} "$2/naskah.docx"'))  # fmt: skip

    assert source.text == "Pasal 1"
    assert source.source.reader == "LibreOffice → docx"
