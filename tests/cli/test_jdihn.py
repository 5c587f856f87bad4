"""The commands of the national feed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from regcheck.cli import main


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """Write a feed of one good document and one without a number."""
    document = {
        "jenis": "Peraturan Daerah Provinsi",
        "singkatanJenis": "PERDA",
        "noPeraturan": "3",
        "tahun_pengundangan": "2012",
        "judul": "Peraturan Daerah Provinsi Bali Nomor 3 Tahun 2012 tentang Sampah",
        "teuBadan": "Provinsi Bali",
        "status": "Tidak Berlaku",
    }
    path = tmp_path / "document.json"
    path.write_text(json.dumps([document, {**document, "noPeraturan": ""}]), encoding="utf-8")
    return path


def call(*arguments: str | Path) -> Result:
    """Run a command on a corpus of its own."""
    return CliRunner().invoke(main, ["--corpus", "jdihn.sqlite", *map(str, arguments)])


def test_an_import_says_what_it_did(feed: Path) -> None:
    """Counts, and each document that could not be used with its reason."""
    done = call("corpus", "import-jdihn", feed)
    assert done.exit_code == 0
    assert "1 dokumen dicatat" in done.stdout
    assert "nomor tanpa angka" in done.stdout

    english = call("--lang", "en", "corpus", "import-jdihn", feed)
    assert "1 documents could not be identified" in english.stdout


def test_an_import_as_json(feed: Path, run_json: Callable[..., Any]) -> None:
    """In the shape of its schema."""
    record = run_json(
        "corpus-import-jdihn", "corpus", "import-jdihn", feed, "--corpus", "jdihn.sqlite"
    )

    assert [one["id"] for one in record["documents"]] == ["perda/bali/2012/3"]
    assert [one["number"] for one in record["skipped"]] == [2]


def test_what_is_no_feed_ends_with_wrong_use(tmp_path: Path) -> None:
    """And nothing is written."""
    path = tmp_path / "bukan.json"
    path.write_text("[]x", encoding="utf-8")

    done = call("corpus", "import-jdihn", path)
    assert done.exit_code == 2
    assert not Path("jdihn.sqlite").exists()


def test_an_export_has_every_regulation(run: Callable[..., Result]) -> None:
    """With the status that the texts show."""
    documents = json.loads(run("corpus", "export-jdihn").stdout)
    status = {(one["singkatanJenis"], one["noPeraturan"], one["tahun_pengundangan"]): one["status"]
              for one in documents}  # fmt: skip

    assert status["PERDA", "3", "2012"] == "Tidak Berlaku"
    assert status["PERDA", "5", "2020"] == "Berlaku"
