"""Operations against answers, on a made-up act: what is right, missing, surplus and miscounted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.operations import main
from benchmarks.unwritten import main as unwritten
from benchmarks.whatif import main as whatif
from regcheck.intake import add_files
from regcheck.store import Corpus
from tests.consolidation.conftest import AMENDING, foot, head

ITEMS = (
    "1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:\nPasal 2\n"
    "(1) Kapal melapor.\n(2) Kapal berlabuh.\n2. Pasal 3 ayat (1) dihapus.\n"
)
WRONG = (
    "3. Ketentuan Pasal 9 ayat (2) diubah sehingga berbunyi sebagai berikut:\nPasal 9\n"
    "(2) Izin berlaku.\n"
)
ACT = (
    head(4, 2018, AMENDING)
    + "Pasal I\nBeberapa ketentuan dalam Peraturan Daerah Nomor 2 Tahun 2014 tentang Dermaga "
    f"diubah sebagai berikut:\n{ITEMS}{WRONG}Pasal II\n"
    "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n" + foot(2018)
)
BASE = (
    head(2, 2014, "DERMAGA")
    + "Pasal 1\nUmum.\nPasal 2\nKapal melapor.\nPasal 3\n(1) Kapal membayar.\n(2) Tunai.\n"
    "Pasal 4\nKapal berlabuh.\nPasal 5\nPeraturan Daerah ini mulai berlaku pada tanggal "
    "diundangkan.\n" + foot(2014)
)
CITING = (
    head(8, 2021, "PELABUHAN")
    + "Pasal 1\nKapal melapor sesuai Pasal 3 ayat (2) Peraturan Daerah Nomor 2 Tahun 2014.\n"
    "Pasal 2\nKapal berlabuh sesuai Pasal 6 Peraturan Daerah Nomor 2 Tahun 2014.\n" + foot(2021)
)
ANSWERS = [
    {"op": "insert", "also": ["replace"], "target": "pasal-2", "ayat": 3},
    {"op": "delete", "target": "pasal-3"},
]


def make_corpus(folder: Path, act: str) -> Path:
    """Return a corpus of a base, an act that amends it, and one that cites it."""
    for name, text in (("a", BASE), ("b", act), ("c", CITING)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Corpus.open(folder / "korpus.sqlite", create=True) as opened:
        list(add_files(sorted(folder.glob("*.txt")), opened))
    return folder / "korpus.sqlite"


def test_operations_are_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A kind may be one of several; the part of a pasal is not the pasal."""
    (tmp_path / "ubah.txt").write_text(ACT, encoding="utf-8")
    answers = tmp_path / "jawaban.jsonl"
    answers.write_text(json.dumps({"document": "ubah.txt", "operations": ANSWERS}), "utf-8")

    assert main([f"--answers={answers}", f"--texts={tmp_path}", f"--pdf={tmp_path}"]) == 0
    printed = capsys.readouterr().out
    assert "missing delete pasal-3\n" in printed
    assert "surplus delete pasal-3/ayat-1\n" in printed
    assert "pasal-2: 2 ayat, 3 printed" in printed
    assert "all: acts 1, operations 2, precision 1/3, recall 1/2" in printed


def test_remarks_are_counted_and_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The base lacks a pasal that the act changes; the same is said of the text parsed again."""
    corpus = make_corpus(tmp_path, ACT)
    for more in ([], ["--anew"]):
        assert whatif([f"--corpus={corpus}", "--read=1", *more]) == 0
        printed = capsys.readouterr().out
        assert "acts 1, with remarks 1, remarks 1," in printed
        assert "1 unapplied-part-missing" in printed
        assert "perda/teluk-kenari/2014/2#pasal-9" in printed


@pytest.mark.parametrize(("act", "wrong"), [(ACT.replace(WRONG, ""), 1), (ACT, 0)])
def test_a_reference_beyond_the_last_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], act: str, wrong: int
) -> None:
    """It is printed to be read, and planted ones are found; not where an amendment names more."""
    assert unwritten([f"--corpus={make_corpus(tmp_path, act)}"]) == 0
    printed = capsys.readouterr().out
    assert f"said to be wrong {wrong}\n" in printed
    assert ("Pasal 6 does not exist" in printed) == bool(wrong)
    assert f"planted ayat beyond the last: found {wrong} of {wrong}" in printed
