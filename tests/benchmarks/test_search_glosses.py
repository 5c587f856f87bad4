"""Glosses become questions, and the fields are weighed on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.search_glosses import ask, main
from regcheck.parse import parse_document
from regcheck.pipeline import add_files, open_corpus
from regcheck.read import read_document
from regcheck.settings import Settings

SUBJECTS = ("kios", "perahu", "madu", "tenun", "garam", "rotan")


def write_act(folder: Path, number: int, subject: str) -> Path:
    """Write an act of two pasal, of which the second is explained."""
    path = folder / f"perda-{number}.txt"
    path.write_text(
        f"""PERATURAN DAERAH KABUPATEN MUARA LAUT
NOMOR {number} TAHUN 2019
TENTANG
USAHA {subject.upper()}
DENGAN RAHMAT TUHAN YANG MAHA ESA
BUPATI MUARA LAUT,
Menimbang : a. bahwa perlu pengaturan;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG USAHA {subject.upper()}.
BAB I
KETENTUAN
Pasal 1
Setiap pengusaha {subject} wajib mendaftarkan usahanya kepada Bupati.
Pasal 2
Pengusaha {subject} yang tidak mendaftarkan usahanya dikenai teguran tertulis.
Ditetapkan di Muara Laut
pada tanggal 2 Mei 2019
BUPATI MUARA LAUT,
PENJELASAN
ATAS
PERATURAN DAERAH KABUPATEN MUARA LAUT
NOMOR {number} TAHUN 2019
TENTANG
USAHA {subject.upper()}
I. UMUM
Usaha perlu ditata.
II. PASAL DEMI PASAL
Pasal 1
Cukup jelas.
Pasal 2
Teguran tertulis diberikan kepada pengusaha {subject} yang belum mendaftarkan usahanya.
""",
        encoding="utf-8",
    )
    return path


def test_only_glosses_that_say_something_are_asked(tmp_path: Path) -> None:
    """A gloss that calls its pasal clear is no question; the label is no part of one."""
    path = write_act(tmp_path, 4, "kios")
    (question,) = ask(parse_document(read_document(path))[0], most=3)

    assert question.pasal.endswith("#pasal-2")
    assert question.text.startswith("Teguran tertulis diberikan")


def test_the_figures_of_all_mixtures_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where subjects differ, every mixture finds what is explained."""
    corpus = tmp_path / "acts.sqlite"
    paths = [write_act(tmp_path, n, subject) for n, subject in enumerate(SUBJECTS, 1)]
    with open_corpus(Settings(corpus=str(corpus)), create=True) as made:
        assert [row.outcome for row in add_files(paths, made)] == ["added"] * len(paths)

    assert main([str(corpus), "--share", "1"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "6 questions"
    assert "R@1 1.000" in next(line for line in printed if line.startswith("as in the product"))
    assert any(line.startswith("learned: words, context, held, meaning") for line in printed)
