"""``regcheck consolidate`` on the demo corpus: text, JSON, HTML, dates, drafts, and its errors."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from regcheck.cli import main

Run = Callable[..., Result]
BASE, ACT = "perda/nusa-kencana/2014/2", "perda/nusa-kencana/2018/4"
DRAFT = """\
RANCANGAN PERATURAN DAERAH PROVINSI NUSA KENCANA
NOMOR ... TAHUN ...
TENTANG
PERUBAHAN KEDUA ATAS PERATURAN DAERAH NOMOR 2 TAHUN 2014 TENTANG RETRIBUSI JASA USAHA
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR NUSA KENCANA,
Menimbang : bahwa tarif perlu diubah;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG PERUBAHAN KEDUA ATAS PERATURAN DAERAH NOMOR 2 TAHUN 2014.
Pasal I
Beberapa ketentuan dalam Peraturan Daerah Nomor 2 Tahun 2014 tentang Retribusi Jasa Usaha diubah
sebagai berikut:
1. Ketentuan Pasal 14 diubah sehingga berbunyi sebagai berikut:
Pasal 14
Gubernur memberikan keringanan Retribusi kepada panti asuhan.
2. Pasal 15 dihapus.
Pasal II
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
"""


@pytest.fixture
def draft_file(tmp_path: Path) -> Path:
    """A draft that amends the base a second time."""
    path = tmp_path / "ranperda-perubahan-kedua.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def record_of(done: Result) -> Any:
    """Return what a command printed as JSON."""
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def units_of(record: Any) -> dict[str, Any]:
    """Return the units of a record by their paths."""
    return {unit["key"].partition("#")[2]: unit for unit in record["units"]}


def test_changed_units_carry_marks_and_footnotes(run: Run) -> None:
    """Changed, inserted and deleted units differ at the margin; the act stands below."""
    done = run("consolidate", BASE)
    lines = done.stdout.splitlines()

    assert done.exit_code == 0
    assert any(line.startswith("~   (1) Tarif Retribusi pemakaian kamar wisma") for line in lines)
    assert any(line.startswith("+ Pasal 13A") for line in lines)
    assert any(line.startswith("- Pasal 16") for line in lines)
    assert any(
        line.startswith("[1] Perda Provinsi Nusa Kencana Nomor 4 Tahun 2018") for line in lines
    )
    assert max(map(len, lines)) <= 80


def test_json_tells_the_lineage_of_each_unit(run_json: Callable[..., Any]) -> None:
    """Which act set it, since when, and what it said before."""
    units = units_of(run_json("consolidate", "consolidate", BASE))

    assert units["pasal-9/ayat-1"]["act"] == ACT
    assert units["pasal-9/ayat-1"]["earlier"][0]["act"] == BASE
    assert units["pasal-9/ayat-1"]["earlier"][0]["ended_by"] == ACT
    assert units["pasal-13A"]["state"] == "insert"
    assert units["pasal-16"]["state"] == "delete"
    assert units["pasal-8/ayat-1"]["state"] == "base"


def test_a_date_before_the_amendment_shows_the_base(run: Run) -> None:
    """The later act is named, not applied."""
    record = record_of(run("consolidate", BASE, "--as-of", "2016-01-01", "--json"))

    assert {unit["state"] for unit in record["units"]} == {"base"}
    assert record["later"] == [ACT]


def test_a_page_stands_alone(run: Run, tmp_path: Path) -> None:
    """HTML by the suffix of the output: every changed unit links to its act."""
    path = tmp_path / "perda.html"
    done = run("consolidate", BASE, "-o", path, "--lang", "en")
    page = path.read_text(encoding="utf-8")

    assert done.exit_code == 0
    assert 'href="#note-1"' in page
    assert 'id="note-1"' in page
    assert "Earlier wordings" in page


def test_a_draft_is_applied_as_if_it_were_law(run: Run, draft_file: Path) -> None:
    """``--with`` shows what the base would say."""
    record = record_of(run("consolidate", BASE, "--with", draft_file, "--json"))
    units = units_of(record)

    assert "panti asuhan" in units["pasal-14"]["text"]
    assert units["pasal-15"]["state"] == "delete"
    assert [act["draft"] for act in record["acts"]] == [False, True]


ERRORS = [
    (ACT, f"regcheck consolidate {BASE}"),
    ("perda/nusa-kencana/1999/1", "tidak ada di korpus"),
    ("pergub/nusa-kencana/2014/21", ""),
]


@pytest.mark.parametrize(("regulation_id", "words"), ERRORS)
def test_ids_without_a_text_to_consolidate(run: Run, regulation_id: str, words: str) -> None:
    """An amending act leads to its base; an unknown id is said to be unknown."""
    done = run("consolidate", regulation_id)

    assert (done.exit_code != 0) == bool(words)
    assert words in done.stderr


def test_a_missing_base_is_named_with_its_amendments(tmp_path: Path) -> None:
    """The message says what is there and what to add."""
    act = tmp_path / "perubahan.txt"
    text = DRAFT.replace("RANCANGAN ", "").replace("NOMOR ... TAHUN ...", "NOMOR 3 TAHUN 2020")
    act.write_text(text, encoding="utf-8")
    corpus = str(tmp_path / "k.sqlite")
    added = CliRunner().invoke(main, ["corpus", "add", str(act), "--corpus", corpus])
    done = CliRunner().invoke(main, ["consolidate", BASE, "--corpus", corpus])
    other = CliRunner().invoke(
        main, ["consolidate", "perda/nusa-kencana/2020/3", "--corpus", corpus]
    )

    assert added.exit_code == 0, added.output
    assert "perda/nusa-kencana/2020/3" in done.stderr
    assert "naskah dasarnya tidak ada" in done.stderr
    assert "tidak ada di korpus" in other.stderr


def test_a_draft_of_another_base_is_refused(run: Run, draft_file: Path) -> None:
    """It would change nothing, so it is said."""
    done = run("consolidate", "perda/nusa-kencana/2012/3", "--with", draft_file)

    assert done.exit_code == 2
    assert "tidak mengubah" in done.stderr
