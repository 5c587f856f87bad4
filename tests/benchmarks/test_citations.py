"""Citations compared with a reader's own answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.citations import main

TEXT = """\
PERATURAN PEMERINTAH REPUBLIK INDONESIA
NOMOR 7 TAHUN 2015
TENTANG
DANAU
Menimbang : bahwa danau dijaga;
Mengingat : Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara;
MEMUTUSKAN:
Menetapkan : PERATURAN PEMERINTAH TENTANG DANAU.
Pasal 1
Danau dijaga.
Pasal 2
Izin sebagaimana dimaksud dalam Pasal 1 diberikan menurut Pasal 5 sampai dengan Pasal 7
Undang-Undang Nomor 5 Tahun 1960.
"""


def test_answers_of_a_reader_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Targets are compared exactly, ranges written out; what differs is listed."""
    text = tmp_path / "texts" / "pp" / "2015" / "7.md"
    text.parent.mkdir(parents=True)
    text.write_text(TEXT, encoding="utf-8")
    cited = [{"target": "pp/2015/7#1"}, "uu/1960/5#5..7", "uu/2003/17"]
    row = {"id": "a", "doc": "pp/2015/7", "span": [TEXT.index("Izin"), len(TEXT)]}
    answers = tmp_path / "answers.jsonl"
    answers.write_text(json.dumps(row | {"citations": cited}), encoding="utf-8")

    main(["--texts", str(tmp_path / "texts"), "--answers", str(answers)])

    first, last = capsys.readouterr().out.splitlines()
    assert first == "a pp/2015/7: missed ['uu/2003/17'], wrong []"
    told = "all 5 targets: recall 0.800, precision 1.000, F1 0.8889"
    assert " ".join(last.split()) == told


def test_relations_of_whole_acts_are_compared_by_stratum(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Mengingat, mengubah and mencabut each get a line; a missing basis is listed."""
    text = tmp_path / "texts" / "pp" / "2015" / "7.md"
    text.parent.mkdir(parents=True)
    text.write_text(TEXT, encoding="utf-8")
    row = {"doc": "pp/2015/7", "stratum": "nat", "mengingat": ["uu/2003/17", "uu/2003/18"]}
    answers = tmp_path / "answers.jsonl"
    answers.write_text(json.dumps(row), encoding="utf-8")

    main(["--texts", str(tmp_path / "texts"), "--answers", str(answers)])

    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first == "pp/2015/7 mengingat: missed ['uu/2003/18'], wrong []"
    assert second.split()[:5] == ["nat", "mengingat", "2", "targets:", "recall"]


def test_only_the_relations_that_a_reader_gives_are_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row without *mengingat* asks nothing of it; an empty list says there is none."""
    text = tmp_path / "texts" / "pp" / "2015" / "7.md"
    text.parent.mkdir(parents=True)
    text.write_text(TEXT, encoding="utf-8")
    answers = tmp_path / "answers.jsonl"
    for given, printed in (("", False), (', "mengingat": []', True)):
        answers.write_text(f'{{"doc": "pp/2015/7", "mencabut": []{given}}}', encoding="utf-8")
        main(["--texts", str(tmp_path / "texts"), "--answers", str(answers)])

        assert ("mengingat: missed [], wrong ['uu/2003/17']" in capsys.readouterr().out) is printed
