"""The corpus commands, on the demo corpus and on small ones of their own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from regcheck.cli import main
from regcheck.store import Corpus

PERDA = "perda/nusa-kencana/2020/5"
AMENDED = "perda/nusa-kencana/2014/2"
ROOT = Path(__file__).resolve().parents[2] / "corpus"


def add(*arguments: str | Path) -> Result:
    """Add to a corpus in the present folder."""
    given = ["corpus", "add", *map(str, arguments), "--corpus", "k.sqlite", "--workers", "1"]
    return CliRunner().invoke(main, given)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two regulations and a broken file."""
    path = tmp_path / "peraturan"
    path.mkdir()
    for name in ("perda-2020-5.txt", "perda-2012-3.txt"):
        shutil.copy(ROOT / "regulations" / name, path)
    (path / "rusak.pdf").write_bytes(b"bukan PDF")
    return path


def test_a_batch_with_a_failed_file_exits_with_5(folder: Path) -> None:
    """The good files are in, the bad one has its line, and the code tells."""
    done = add(folder)

    assert done.exit_code == 5
    assert "3 berkas: " in done.stdout
    assert "rusak.pdf: gagal" in done.stdout
    assert "2 peraturan" in done.stdout


def test_adding_again_changes_nothing(folder: Path) -> None:
    """A repeated batch knows its files."""
    (folder / "rusak.pdf").unlink()
    add(folder)
    done = add(folder)

    assert done.exit_code == 0
    assert "2 berkas: 2 tidak berubah" in done.stdout


def test_a_single_unreadable_file_exits_with_3(folder: Path) -> None:
    """One file that cannot be read is an error, not a batch."""
    done = add(folder / "rusak.pdf")

    assert (done.exit_code, done.stdout) == (3, "")
    assert "rusak.pdf" in done.stderr


def test_a_missing_path_among_others_is_a_failed_row(folder: Path) -> None:
    """What is there is added; what is not is listed."""
    done = add(folder / "perda-2020-5.txt", folder / "tidak-ada.pdf")

    assert done.exit_code == 5
    assert "tidak-ada.pdf: gagal" in done.stdout
    assert "1 peraturan" in done.stdout


def test_a_missing_path_alone_makes_no_corpus() -> None:
    """A mistyped folder leaves nothing behind."""
    assert add("tidak-ada").exit_code == 3
    assert not Path("k.sqlite").exists()


def test_an_id_is_given_to_one_file_only(folder: Path) -> None:
    """``--id`` overrides what is printed, and is refused for a folder."""
    assert add(folder, "--id", "perda/bali/2001/1").exit_code == 2
    assert add(folder / "perda-2012-3.txt", "--id", "perda/bali/2001/1").exit_code == 0
    listed = CliRunner().invoke(main, ["corpus", "list", "--corpus", "k.sqlite"])

    assert "perda/bali/2001/1" in listed.stdout


def test_the_account_as_json(folder: Path) -> None:
    """Every file has a row with its outcome."""
    done = add(folder, "--json")
    record = json.loads(done.stdout)

    assert done.exit_code == 5
    assert sorted(row["outcome"] for row in record["files"]) == ["added", "added", "failed"]


def test_the_list_shows_title_and_status(run: Callable[..., Result]) -> None:
    """A repealed regulation is listed as such; lines fit a screen."""
    done = run("corpus", "list")
    line = next(
        line for line in done.stdout.splitlines() if line.startswith("perda/nusa-kencana/2012/3")
    )

    assert done.exit_code == 0
    assert "dicabut" in line
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_list_as_json(run_json: Callable[..., Any]) -> None:
    """Regulations and files have their rows."""
    record = run_json("corpus-list", "corpus", "list")

    assert len(record["regulations"]) == len(record["files"]) == 18


def test_the_list_marks_and_counts_what_the_register_says(tmp_path: Path) -> None:
    """A national act that no text here ends has its status from the built-in register."""
    act = tmp_path / "pp.txt"
    act.write_text(
        "PERATURAN PEMERINTAH REPUBLIK INDONESIA\nNOMOR 105 TAHUN 2000\nTENTANG\nKAS DAERAH\n"
        "DENGAN RAHMAT TUHAN YANG MAHA ESA\nPRESIDEN REPUBLIK INDONESIA,\n"
        "Menimbang : bahwa kas perlu diatur;\nMEMUTUSKAN:\n"
        "Menetapkan : PERATURAN PEMERINTAH TENTANG KAS DAERAH.\n"
        "Pasal 1\nBendahara wajib mencatat kas.\nPasal 2\n"
        "Peraturan Pemerintah ini mulai berlaku pada tanggal diundangkan.\n"
        "Ditetapkan di Jakarta\npada tanggal 10 November 2000\n",
        encoding="utf-8",
    )
    add(act)

    listed = CliRunner().invoke(main, ["--corpus", "k.sqlite", "corpus", "list"])
    record = CliRunner().invoke(main, ["--corpus", "k.sqlite", "corpus", "list", "--json"])

    assert "dicabut*" in listed.stdout
    assert "1 status (*) menurut daftar bawaan regcheck" in " ".join(listed.stdout.split())
    assert json.loads(record.stdout)["regulations"][0]["register"]["by"] == "pp/2005/58"


def test_an_empty_corpus_says_what_to_do(folder: Path) -> None:
    """The list of nothing is a sentence."""
    add(folder / "perda-2012-3.txt")
    common = ["--corpus", "k.sqlite"]
    CliRunner().invoke(main, ["corpus", "remove", "perda/nusa-kencana/2012/3", *common])
    listed = CliRunner().invoke(main, ["corpus", "list", *common])

    assert "Korpus kosong" in listed.stdout


def test_one_regulation_is_shown_with_its_standing(run: Callable[..., Result]) -> None:
    """The tree comes with the status, and with the act that gave it."""
    done = run("corpus", "show", "perda/nusa-kencana/2012/3")

    assert "dicabut oleh Perda Provinsi Nusa Kencana Nomor 5 Tahun 2020" in done.stdout
    assert "Pasal 1" in done.stdout


def test_the_standing_depends_on_the_date(run: Callable[..., Result]) -> None:
    """Before the repeal the regulation was in force."""
    done = run("corpus", "show", "perda/nusa-kencana/2012/3", "--as-of", "2015-01-01")

    assert "\nberlaku\n" in done.stdout


def test_with_a_date_the_text_is_shown_as_it_stood(run: Callable[..., Result]) -> None:
    """An amended regulation is consolidated: new words, marks, acts; before, the old words."""
    after = run("corpus", "show", AMENDED, "--as-of", "2020-01-01").stdout
    before = run("corpus", "show", AMENDED, "--as-of", "2016-01-01").stdout

    assert "+ Pasal 13A" in after
    assert "[1] Perda Provinsi Nusa Kencana Nomor 4 Tahun 2018" in after
    assert "diubah oleh Perda Provinsi Nusa Kencana Nomor 4 Tahun 2018" in after
    assert "13A" not in before
    assert "Belum berlaku pada tanggal itu: Perda Provinsi Nusa Kencana Nomor 4" in before


def test_without_a_date_the_text_is_shown_as_printed(run: Callable[..., Result]) -> None:
    """The old words stand, and it is said that they were amended."""
    done = run("corpus", "show", AMENDED).stdout

    assert "13A" not in done
    assert "diubah oleh" in done
    assert "[dihapus dengan Perda" in done


def test_an_amending_act_has_no_text_of_its_own_to_consolidate(run: Callable[..., Result]) -> None:
    """It is shown as printed, whatever the date."""
    done = run("corpus", "show", "perda/nusa-kencana/2018/4", "--as-of", "2020-01-01")

    assert done.exit_code == 0
    assert "Pasal I" in done.stdout


def test_the_text_of_a_date_as_json(run_json: Callable[..., Any]) -> None:
    """The record of `consolidate` stands beside what is printed."""
    record = run_json("corpus-show", "corpus", "show", AMENDED, "--as-of", "2020-01-01")
    states = {unit["state"] for unit in record["consolidated"]["units"]}

    assert states >= {"base", "insert", "delete"}
    assert record["regulation"]["status"] == "diubah"


def test_one_regulation_as_json(run_json: Callable[..., Any]) -> None:
    """The record of the parser, with the standing added."""
    record = run_json("corpus-show", "corpus", "show", PERDA)

    assert record["regulation"]["id"] == PERDA
    assert record["regulation"]["status"] == "berlaku"


def test_regulations_are_removed(folder: Path) -> None:
    """What was removed is gone; its file is not touched."""
    add(folder / "perda-2020-5.txt")
    done = CliRunner().invoke(main, ["corpus", "remove", PERDA, "--corpus", "k.sqlite"])

    assert (done.exit_code, done.stdout) == (0, f"{PERDA}: dihapus dari korpus.\n")
    assert (folder / "perda-2020-5.txt").exists()


def test_counts(run: Callable[..., Result], run_json: Callable[..., Any]) -> None:
    """Counts have names on the screen, and keys in JSON."""
    done = run("corpus", "stats")

    assert "peraturan" in done.stdout
    assert "tahun: 2020" in done.stdout
    assert run_json("corpus-stats", "corpus", "stats")["stats"]["regulations"] == 18


def test_a_sound_corpus_is_verified(
    run: Callable[..., Result], run_json: Callable[..., Any]
) -> None:
    """Nothing wrong is a sentence, and an empty list."""
    assert "tidak ada masalah" in run("corpus", "verify").stdout
    assert run_json("corpus-verify", "corpus", "verify")["problems"] == []


def test_a_moved_document_is_listed_but_no_damage(folder: Path) -> None:
    """A file that is gone is worth a line; the corpus still works, so the code is 0."""
    add(folder / "perda-2020-5.txt")
    (folder / "perda-2020-5.txt").unlink()
    done = CliRunner().invoke(main, ["corpus", "verify", "--corpus", "k.sqlite"])

    assert done.exit_code == 0
    assert "1 masalah:" in done.stdout


def test_the_suffix_chooses_the_graph_format(run: Callable[..., Result], tmp_path: Path) -> None:
    """A .dot file gets dot."""
    run("graph", "export", "-o", tmp_path / "peta.dot")

    assert (tmp_path / "peta.dot").read_text(encoding="utf-8").startswith("digraph")


def test_search_finds_the_provision(
    run: Callable[..., Result], run_json: Callable[..., Any]
) -> None:
    """The words of a provision find it first."""
    words = ("dilarang", "membakar", "jerami", "dan", "sisa", "panen")
    record = run_json("search", "search", *words, "--limit", "3")

    assert record["results"][0]["key"].startswith("perda/nusa-kencana/2017/8#pasal-6")
    assert len(record["results"]) <= 3
    assert "Pasal 6" in run("search", *words).stdout


@pytest.fixture
def unnumbered(tmp_path: Path) -> Path:
    """A folder with a regulation whose number is not printed, as where it was written by hand."""
    path = tmp_path / "arsip"
    path.mkdir()
    text = (ROOT / "regulations" / "perda-2020-5.txt").read_text(encoding="utf-8")
    assert "NOMOR 5 TAHUN 2020" in text
    (path / "pindai.txt").write_text(
        text.replace("NOMOR 5 TAHUN 2020", "NOMOR   TAHUN 2020"), "utf-8"
    )
    shutil.copy(ROOT / "regulations" / "perda-2012-3.txt", path)
    return path


def ask(*arguments: str) -> Result:
    """Ask about the corpus in the present folder."""
    return CliRunner().invoke(main, ["corpus", *arguments, "--corpus", "k.sqlite"])


def test_a_clerk_fills_in_what_cannot_be_read(unnumbered: Path) -> None:
    """From the list of what is missing, over a spreadsheet, into the corpus."""
    add(unnumbered)
    assert "tanpa-nomor" in ask("list", "--incomplete", "--json").stdout
    assert ask("list", "--incomplete", "-o", "identitas.csv").exit_code == 0
    table = Path("identitas.csv").read_text(encoding="utf-8-sig")
    assert table.count("\n") == 2

    Path("identitas.csv").write_text(table.replace(";;2020;", ";5;2020;"), encoding="cp1252")
    done = add(unnumbered, "--meta", "identitas.csv")

    assert done.exit_code == 0
    assert "1 diganti" in done.stdout
    assert "semua peraturan" in ask("list", "--incomplete").stdout.lower()
    assert ask("show", PERDA).exit_code == 0


def test_a_wrong_table_changes_nothing(unnumbered: Path) -> None:
    """It is wrong use, told line by line, before anything is read."""
    Path("t.csv").write_text("berkas;tahun\npindai.txt;20\nlain.txt;2020\n", encoding="utf-8")
    done = add(unnumbered, "--meta", "t.csv")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "baris 2: bukan tahun: 20" in done.stderr
    assert not Path("k.sqlite").exists()


def test_the_csv_has_a_line_for_each_file(run: Callable[..., Result]) -> None:
    """English headings for English offices; the id is left to follow from the rest."""
    done = run("corpus", "list", "--format", "csv", "--lang", "en")
    head, *lines = done.stdout.splitlines()

    assert head.removeprefix("\ufeff").startswith("file,kind,region,number,year,title,enacted")
    assert len(lines) == 18


def test_an_identity_is_corrected(unnumbered: Path) -> None:
    """Old and new values are printed, and stand with the regulation from then on."""
    add(unnumbered)
    before = json.loads(ask("list", "--json").stdout)["regulations"]
    wrong = next(row["id"] for row in before if row["nomor"] == "")
    done = ask("edit", wrong, "--nomor", "5", "--tanggal-penetapan", "31/12/2020", "--by", "Ani")

    assert done.exit_code == 0
    assert "  nomor: (kosong) → 5" in done.stdout
    assert f"  id: {wrong} → {PERDA}" in done.stdout
    shown = ask("show", PERDA).stdout
    assert "Identitas diubah oleh Ani pada 20" in shown
    assert ask("verify").exit_code == 0
    assert "2 tidak berubah" in add(unnumbered).stdout


def test_an_edit_as_json(run_json: Callable[..., Any], corpus_file: Path, tmp_path: Path) -> None:
    """The ids before and after, and each field that changed."""
    copy = shutil.copy(corpus_file, tmp_path / "salinan.sqlite")
    common = ("--corpus", copy)
    record = run_json("corpus-edit", "corpus", "edit", PERDA, "--nomor", "55", *common)

    assert (record["before"], record["after"]) == (PERDA, "perda/nusa-kencana/2020/55")
    assert record["changes"] == [{"field": "nomor", "old": "5", "new": "55"}]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([PERDA], "--nomor"),
        ([PERDA, "--nomor", "lima"], "lima"),
        ([PERDA, "--tanggal-penetapan", "kemarin"], "kemarin"),
        ([PERDA, "--jenis", "perdana"], "perdana"),
        ([PERDA, "--id", "perda 5"], "perda 5"),
        ([PERDA, "--nomor", "3", "--tahun", "2012"], "sudah ada"),
        (["perda/bali/1900/1", "--nomor", "3"], "corpus list"),
    ],
)
def test_an_impossible_edit_is_wrong_use(
    run: Callable[..., Result], arguments: list[str], word: str
) -> None:
    """Each is a sentence; the corpus stays as it is."""
    done = run("corpus", "edit", *arguments)

    assert done.exit_code == 2
    assert word in done.stderr


def test_the_options_of_reading_reach_the_files(folder: Path) -> None:
    """Every file's row says how it was to be read."""
    (folder / "rusak.pdf").unlink()
    done = add(folder, "--ocr", "never", "--track-changes", "original", "--json")
    readings = [row["reading"] for row in json.loads(done.stdout)["files"]]

    assert {(one["ocr"], one["track_changes"]) for one in readings} == {("never", "original")}


def test_a_corpus_of_an_older_regcheck_says_so(
    run: Callable[..., Result], corpus_file: Path, tmp_path: Path
) -> None:
    """Wherever its state is told: what is kept since then is missing until it is read again."""
    copy = tmp_path / "lama.sqlite"
    copy.write_bytes(corpus_file.read_bytes())
    with Corpus.open(copy) as corpus:
        assert corpus.older_files() == 0
        corpus.connection.execute("UPDATE file SET reading = '{}' WHERE number <= 3")

    for command in (("corpus", "list"), ("graph", "orphans"), ("corpus", "show", PERDA)):
        assert "3 berkas" in run(*command, "--corpus", copy).stderr
    assert "3 berkas" in run("corpus", "verify", "--corpus", copy).stdout
    assert "--refresh" in run("corpus", "stats", "--corpus", copy).stdout
    assert "--refresh" not in run("corpus", "stats").stdout
