"""The evaluation's documents: parsed once, whatever interrupts the run."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from benchmarks import data as module
from benchmarks.data import Data, Parsed, read_parsed
from regcheck.errors import UnreadableFileError


def test_documents_are_named_by_their_place(data: Data) -> None:
    """A text's id is its folder, year and number."""
    assert data.documents() == ("pp/2010/21", "uu/2001/3", "uu/2009/8")
    assert data.text("uu/2001/3").startswith("UNDANG-UNDANG REPUBLIK INDONESIA\n")


def test_segments_are_the_pasal_of_the_body(data: Data) -> None:
    """Own and quoted pasal give their text without the label; Pasal I gives none."""
    parsed = {one.doc: one for one in data.parsed(processes=1)}
    quoted = parsed["uu/2009/8"].segments

    assert [segment.label for segment in parsed["uu/2001/3"].segments] == ["1", "2", "3", "4"]
    assert parsed["uu/2001/3"].segments[2].text.startswith("Bupati menetapkan kawasan")
    assert [(one.label, one.target) for one in quoted] == [("2", "uu/2001/3#pasal-2")]
    assert "berbunyi" not in quoted[0].text


def test_an_archive_is_unpacked_once(evaluation: Path) -> None:
    """An archive of the texts serves as well as their folder."""
    archive = evaluation / "texts.tar.xz"
    with tarfile.open(archive, "w:xz") as file:
        file.add(evaluation / "texts", arcname=".")
    cache = evaluation / "other"
    found = [Data(archive, evaluation, cache, evaluation).documents() for _ in range(2)]

    assert found[0] == found[1] == ("pp/2010/21", "uu/2001/3", "uu/2009/8")


def test_an_interrupted_run_goes_on(
    evaluation: Path, data: Data, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was parsed is not parsed again, and a line cut short is."""
    whole = data.parsed(processes=1)
    (store,) = (evaluation / "cache").glob("parsed-*.jsonl")
    store.write_text(store.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    asked = []

    def parse_one(job: tuple[str, Path]) -> Parsed:
        asked.append(job[0])
        return original(job)

    original = module.parse_one
    monkeypatch.setattr(module, "parse_one", parse_one)
    again = Data(
        evaluation / "texts", evaluation / "pdf", evaluation / "cache", evaluation / "eval"
    ).parsed(processes=1)

    assert again == whole
    assert asked == ["uu/2009/8"]
    assert len(read_parsed(store)) == 3


def test_two_processes_give_the_same(evaluation: Path) -> None:
    """The number of processes does not show in the result."""
    for number in range(8):
        path = evaluation / "texts" / "uu" / "2015" / f"{number + 1}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes((evaluation / "texts" / "uu" / "2001" / "3.md").read_bytes())
    results = [
        Data(evaluation / "texts", evaluation, evaluation / f"cache-{number}", evaluation).parsed(
            processes=number
        )
        for number in (1, 2)
    ]

    assert results[0] == results[1]


def test_a_document_that_faults_is_told_and_passed_over(
    data: Data, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One damaged text does not cost the others."""

    def parse_document(*_: object) -> None:
        raise ValueError("no head")

    monkeypatch.setattr(module, "parse_document", parse_document)
    parsed = data.parsed(processes=1)

    assert [one.fault for one in parsed] == ["ValueError: no head"] * 3
    assert "uu/2001/3: not parsed" in capsys.readouterr().err


def test_a_pdf_is_found_beside_its_folder(data: Data) -> None:
    """A document that is no text is a path below the parent of the PDF folder."""
    with pytest.raises(UnreadableFileError):
        data.regulation("pdf/missing.pdf")
    assert data.regulation("uu/2001/3").id == "uu/2001/3"
