"""The consolidation benchmark on a made-up set: what is equal, at fault, and not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.consolidation import NO_UNIT, NOT_READ, main
from benchmarks.spans import EQUAL, MID_SENTENCE, OURS_OTHER, RUNS_ON, TIDY, words_of

BASE = """\
UNDANG-UNDANG REPUBLIK INDONESIA
NOMOR 1 TAHUN 2004
TENTANG
DERMAGA
Menimbang : bahwa dermaga perlu diatur;
MEMUTUSKAN:
Menetapkan : UNDANG-UNDANG TENTANG DERMAGA.
Pasal 1
Kapal sandar.
Pasal 2
Kapal melapor kepada petugas pada waktu sandar.
Pasal 3
Kapal membayar.
"""
ACT = """\
UNDANG-UNDANG REPUBLIK INDONESIA
NOMOR 5 TAHUN 2009
TENTANG
PERUBAHAN ATAS UNDANG-UNDANG NOMOR 1 TAHUN 2004 TENTANG DERMAGA
Menimbang : bahwa dermaga perlu diubah;
MEMUTUSKAN:
Menetapkan : UNDANG-UNDANG TENTANG PERUBAHAN ATAS UNDANG-UNDANG NOMOR 1 TAHUN 2004.
Pasal I
Beberapa ketentuan dalam Undang-Undang Nomor 1 Tahun 2004 tentang Dermaga diubah sebagai berikut:
1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:
Pasal 2
Kapal melapor kepada petugas sebelum sandar.
2. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:
Pasal 3
Kapal membayar retribusi.
Pasal II
Undang-Undang ini mulai berlaku pada tanggal diundangkan.
"""
#: The words of a row's span, its target, and what becomes of it.
ROWS = [
    ("\nKapal melapor kepada petugas sebelum sandar", "2", EQUAL),
    ("\nKapal melapor kepada petugas sebelum sandar.\n2.", "2", TIDY),
    ("\nKapal melapor kepada petugas ", "2", MID_SENTENCE),
    ("\nKapal membayar retribusi.\nPasal II", "3", RUNS_ON),
    ("\nKapal melapor kepada petugas sebelum sandar", "3", OURS_OTHER),
    ("\nKapal membayar retribusi", "9", NO_UNIT),
    ("\nKapal membayar retribusi", "1", NOT_READ),
]


@pytest.mark.parametrize(("words", "target", "cause"), ROWS)
def test_each_row_is_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, target: str, cause: str
) -> None:
    """The span of a row is compared with the unit, and where they differ the cause is named."""
    for doc, text in (("uu/2004/1", BASE), ("uu/2009/5", ACT)):
        path = tmp_path / "teks" / f"{doc}.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    start = ACT.index(words)
    row = {
        "id": "A1",
        "query_doc": "uu/2009/5",
        "query_span": [start, start + len(words)],
        "target": f"uu/2004/1#{target}",
    }
    (tmp_path / "A_retrieval.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    folders = ("--eval", tmp_path, "--texts", tmp_path / "teks", "--out", tmp_path / "hasil")

    assert main([str(one) for one in folders]) == 0
    printed = capsys.readouterr().out
    assert "pairs 1," in printed
    assert "units lost 0" in printed
    assert f"1 {cause}\n" in printed


def test_rows_without_their_documents_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pair counts only if base and act are both present."""
    (tmp_path / "teks").mkdir()
    row = {"id": "A1", "query_doc": "uu/2009/5", "query_span": [0, 9], "target": "uu/2004/1#2"}
    (tmp_path / "A_retrieval.jsonl").write_text(json.dumps(row), encoding="utf-8")
    folders = ("--eval", tmp_path, "--texts", tmp_path / "teks", "--out", tmp_path / "hasil")

    main([str(one) for one in folders])
    assert "pairs 0," in capsys.readouterr().out


def test_headings_and_edges_do_not_count() -> None:
    """Two prints of a pasal differ only in their words."""
    assert words_of("“Pasal 7\nKapal  sandar.”") == words_of("Kapal\nsandar") == "Kapal sandar"
