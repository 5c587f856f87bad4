"""The accuracy runner: predictions for every set found, computed once."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import set_a, set_b
from benchmarks.accuracy import main
from benchmarks.data import Data
from regcheck.errors import RegcheckError


def run(evaluation: Path, *more: str) -> int:
    """Run the command on our evaluation."""
    return main(
        [
            *("--eval", str(evaluation / "eval" / "open")),
            *("--texts", str(evaluation / "texts")),
            *("--pdf", str(evaluation / "pdf")),
            *("--out", str(evaluation / "out")),
            *more,
        ]
    )


def predictions(evaluation: Path, name: str) -> list[dict[str, Any]]:
    """Read a prediction file."""
    text = (evaluation / "out" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_each_set_gets_a_file_of_its_name(evaluation: Path) -> None:
    """The old pasal and the old act are ranked first; the query's own are not ranked."""
    assert run(evaluation) == 0

    (pasal,) = predictions(evaluation, "A_retrieval.jsonl")
    (act,) = predictions(evaluation, "B_repeal.jsonl")
    assert pasal["id"] == "A1"
    assert pasal["ranked"][0] == "uu/2001/3#2"
    assert set(pasal["ranked"]) == {f"uu/2001/3#{n}" for n in (1, 2, 3, 4)} | {
        "pp/2010/21#1",
        "pp/2010/21#2",
    }
    assert act == {"id": "B1", "ranked": ["uu/2001/3", "pp/2010/21"]}


def test_only_the_sets_asked_for_are_predicted(evaluation: Path) -> None:
    """Letters choose the sets."""
    assert run(evaluation, "--only", "b") == 0

    assert not (evaluation / "out" / "A_retrieval.jsonl").exists()
    assert (evaluation / "out" / "B_repeal.jsonl").exists()


def test_a_finished_set_is_not_computed_again(
    evaluation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unchanged inputs cost nothing; a changed set or text is predicted anew."""
    run(evaluation)
    before = (evaluation / "out" / "A_retrieval.jsonl").stat().st_mtime_ns
    capsys.readouterr()
    run(evaluation)
    assert capsys.readouterr().err.count("up to date") == 2
    assert (evaluation / "out" / "A_retrieval.jsonl").stat().st_mtime_ns == before

    path = evaluation / "eval" / "open" / "B_repeal.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("B1", "B2"), encoding="utf-8")
    run(evaluation)
    assert predictions(evaluation, "B_repeal.jsonl")[0]["id"] == "B2"
    assert capsys.readouterr().err.count("up to date") == 1


def test_a_row_that_faults_does_not_cost_the_next(
    evaluation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row about a missing text is given up, told, and remembered as unfinished."""
    path = evaluation / "eval" / "open" / "B_repeal.jsonl"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("uu/2009/8", "uu/1999/99") + good, encoding="utf-8")

    assert run(evaluation, "--only", "B") == 1
    assert [one["id"] for one in predictions(evaluation, "B_repeal.jsonl")] == ["B1"]
    assert "given up" in capsys.readouterr().err
    assert run(evaluation, "--only", "B") == 1


def test_a_set_that_cannot_be_loaded_costs_only_itself(
    evaluation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A module that does not import gives up its set; the others are predicted."""
    monkeypatch.setitem(sys.modules, "benchmarks.set_a", None)

    assert run(evaluation) == 1
    assert "set A given up" in capsys.readouterr().err
    assert len(predictions(evaluation, "B_repeal.jsonl")) == 1


def test_an_unknown_file_is_named(evaluation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A set this version does not know is left out, and said to be."""
    (evaluation / "eval" / "open" / "Z_other.jsonl").write_text("{}\n", encoding="utf-8")

    assert run(evaluation, "--only", "B") == 0
    assert "Z_other.jsonl: not a known set" in capsys.readouterr().err


def test_no_set_at_all_is_an_error(evaluation: Path) -> None:
    """A folder without sets is a mistake of the caller."""
    with pytest.raises(RegcheckError, match="no set found"):
        run(evaluation, "--only", "D")


def test_scores_are_printed(evaluation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The scorer beside the sets is run on request."""
    scorer = "import sys; print('scored', len(sys.argv))\n"
    (evaluation / "eval" / "score_retrieval.py").write_text(scorer, encoding="utf-8")
    run(evaluation, "--score")

    assert capsys.readouterr().out.count("scored 3") == 2


def test_the_ranking_of_pasal_reads_only_the_span(data: Data, evaluation: Path) -> None:
    """What else a row says, and who the query is, makes no difference."""
    path = evaluation / "eval" / "open" / "A_retrieval.jsonl"
    row = json.loads(path.read_text(encoding="utf-8"))
    bare = {name: row[name] for name in ("id", "query_doc", "query_span")}

    assert list(set_a.predict([row], data)) == list(set_a.predict([bare], data))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("UNDANG-UNDANG\nTENTANG\nTERUMBU KARANG\nDENGAN RAHMAT TUHAN", "TERUMBU KARANG"),
        ("T E N T A N G PASAR DESA Menimbang : a. bahwa", "PASAR DESA"),
        ("Menetapkan : PERATURAN PEMERINTAH TENTANG PASAR DESA. BAB I", "PASAR DESA"),
        ("a. bahwa perlu menetapkan Peraturan Pemerintah tentang Pasar Desa;", "Pasar Desa"),
        (
            "TENTANG PERUBAHAN ATAS UNDANG-UNDANG NOMOR TAHUN TENTANG PASAR DESA DENGAN RAHMAT",
            "PASAR DESA",
        ),
        ("Pasal 1 Cukup jelas.", ""),
    ],
)
def test_an_act_prints_its_title(text: str, title: str) -> None:
    """The subject is read from the head, the diktum or the konsiderans."""
    assert set_b.find_title(text) == title


def test_without_the_masking_no_act_is_ranked(evaluation: Path) -> None:
    """The answer could be read off an unmasked text, so the set is refused."""
    (evaluation / "eval" / "mask.py").unlink()
    data = Data(evaluation / "texts", evaluation, evaluation / "cache", evaluation / "eval")

    with pytest.raises(RegcheckError, match=r"mask\.py"):
        next(set_b.predict([{"id": "B1", "query_doc": "uu/2009/8"}], data))
