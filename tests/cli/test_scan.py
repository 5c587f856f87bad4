"""Scanning a folder: a report each, a summary, and no work done twice."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import Result

from regcheck import pipeline
from regcheck.cli.scan import place_reports

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path, harmless: Path) -> Path:
    """A folder with two drafts, one of them below another folder."""
    path = tmp_path / "rancangan"
    (path / "lain").mkdir(parents=True)
    shutil.copy(ROOT / "corpus" / "drafts" / "ranpergub-tata-cara-bantuan-hukum.txt", path)
    shutil.move(harmless, path / "lain")
    return path


def outcomes(done: Result) -> list[str]:
    """Return the outcome of each draft of a scan that printed JSON."""
    record = json.loads(done.stdout)
    schema = (ROOT / "docs" / "schema" / "scan.json").read_text(encoding="utf-8")
    jsonschema.validate(record, json.loads(schema))
    return [draft["outcome"] for draft in record["drafts"]]


def test_each_draft_gets_its_reports(run: Callable[..., Result], folder: Path) -> None:
    """There are a page and a record for each draft, two tables, and a page that leads to all."""
    done = run("scan", folder, "-o", "hasil")

    assert done.exit_code == 1
    assert sorted(path.name for path in Path("hasil").iterdir()) == [
        "lain-ranpergub-arsip.html", "lain-ranpergub-arsip.json",
        "ranpergub-tata-cara-bantuan-hukum.html", "ranpergub-tata-cara-bantuan-hukum.json",
        "ringkasan.csv", "ringkasan.html", "temuan.csv",
    ]  # fmt: skip
    summary = Path("hasil/ringkasan.html").read_text(encoding="utf-8")
    assert 'href="lain-ranpergub-arsip.html"' in summary
    assert "ringkasan.html" in done.stdout


def test_the_records_follow_the_contract(run: Callable[..., Result], folder: Path) -> None:
    """Each JSON report is a check with a stamp."""
    run("scan", folder, "-o", "hasil")
    schema = json.loads((ROOT / "docs" / "schema" / "check.json").read_text(encoding="utf-8"))

    for path in Path("hasil").glob("*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.validate(record, schema)
        assert record["stamp"]


def test_the_tables_count_the_findings(run: Callable[..., Result], folder: Path) -> None:
    """The summary and the matrix agree with the records."""
    run("scan", folder, "-o", "hasil")
    found = sum(
        len(json.loads(path.read_text(encoding="utf-8"))["findings"])
        for path in Path("hasil").glob("*.json")
    )
    summary, matrix = (
        list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))
        for path in (Path("hasil/ringkasan.csv"), Path("hasil/temuan.csv"))
    )

    assert sum(int(row["Jumlah temuan"]) for row in summary) == len(matrix) == found > 0


def test_a_repeated_scan_redoes_nothing(run: Callable[..., Result], folder: Path) -> None:
    """Reports that are up to date stay, and still count."""
    first = run("scan", folder, "-o", "hasil")
    before = {path: path.stat().st_mtime_ns for path in Path("hasil").glob("*ran*.html")}
    second = run("scan", folder, "-o", "hasil", "--json")

    assert outcomes(second) == ["unchanged", "unchanged"]
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert first.exit_code == second.exit_code == 1


def test_a_missing_report_is_made_again(run: Callable[..., Result], folder: Path) -> None:
    """Only the draft whose page is gone is checked again."""
    run("scan", folder, "-o", "hasil")
    Path("hasil/lain-ranpergub-arsip.html").unlink()

    assert outcomes(run("scan", folder, "-o", "hasil", "--json")) == ["checked", "unchanged"]


def test_other_settings_make_every_report_anew(run: Callable[..., Result], folder: Path) -> None:
    """A report in another language is another report."""
    run("scan", folder, "-o", "hasil")
    done = run("scan", folder, "-o", "hasil", "--json", "--lang", "en")

    assert outcomes(done) == ["checked", "checked"]


def test_a_changed_draft_makes_every_report_anew(run: Callable[..., Result], folder: Path) -> None:
    """Drafts are compared with each other, so one that changed concerns all."""
    run("scan", folder, "-o", "hasil")
    with (folder / "lain" / "ranpergub-arsip.txt").open("a", encoding="utf-8") as file:
        file.write("\nPasal 3\nSampul dibuat dari kertas daur ulang.\n")

    assert outcomes(run("scan", folder, "-o", "hasil", "--json")) == ["checked", "checked"]


def test_an_interrupted_scan_goes_on(
    run: Callable[..., Result], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reports that were finished before Ctrl+C are not made again."""
    whole = pipeline.scan_folder

    def stop_after_one(*arguments: object) -> object:
        yield next(iter(whole(*arguments)))  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "scan_folder", stop_after_one)
        stopped = run("scan", folder, "-o", "hasil")
    done = run("scan", folder, "-o", "hasil", "--json")

    assert stopped.exit_code == 130
    assert sorted(outcomes(done)) == ["checked", "unchanged"]


def test_a_failed_file_beats_findings(run: Callable[..., Result], folder: Path) -> None:
    """The others are checked, the failed one is listed, and the code is 5."""
    (folder / "rusak.pdf").write_bytes(b"bukan PDF")
    done = run("scan", folder, "-o", "hasil")

    assert done.exit_code == 5
    assert "rusak.pdf: gagal" in done.stdout
    assert "rusak.pdf" in Path("hasil/ringkasan.html").read_text(encoding="utf-8")


def test_a_folder_may_be_named_from_here(run: Callable[..., Result], folder: Path) -> None:
    """A relative path gives the same reports, also beside a file that cannot be read."""
    shutil.copytree(folder, "rancangan")
    Path("rancangan/rusak.pdf").write_bytes(b"bukan PDF")
    first = run("scan", "rancangan", "-o", "hasil")
    second = run("scan", "rancangan", "-o", "hasil", "--json")

    assert first.exit_code == second.exit_code == 5
    assert outcomes(second) == ["unchanged", "unchanged", "failed"]


def test_two_drafts_of_the_same_content_both_get_reports(
    run: Callable[..., Result], folder: Path
) -> None:
    """A copy is checked like any other; if its report is lost, it is made again."""
    shutil.copy(folder / "lain" / "ranpergub-arsip.txt", folder / "salinan.txt")
    run("scan", folder, "-o", "hasil")
    Path("hasil/salinan.json").unlink()
    run("scan", folder, "-o", "hasil")

    assert Path("hasil/salinan.json").exists()


def test_report_names_are_unique() -> None:
    """Drafts of the same name, and one named like the summary, get names of their own."""
    paths = [Path("d") / name for name in ("a.pdf", "a.txt", "A.md", "ringkasan.pdf")]
    places = place_reports(paths, Path("d"), Path("o"))

    assert [place.html.name for place in places.values()] == [
        "a.html", "a-2.html", "A-3.html", "ringkasan-2.html",
    ]  # fmt: skip
