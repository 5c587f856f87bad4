"""The command line in a clean place: no settings but the test's own, and the demo as corpus."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from regcheck.cli import main

ROOT = Path(__file__).resolve().parents[2]
REGULATIONS = ROOT / "corpus" / "regulations"
DRAFTS = ROOT / "corpus" / "drafts"


@pytest.fixture(autouse=True)
def clean_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run in an empty folder without the settings of the machine."""
    for name in [*os.environ]:
        if name.startswith("REGCHECK_"):
            monkeypatch.delenv(name)
    folder = tmp_path / "kerja"
    folder.mkdir()
    monkeypatch.chdir(folder)


@pytest.fixture(scope="session")
def corpus_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of the demo regulations, made by the command itself."""
    path = tmp_path_factory.mktemp("korpus") / "demo.sqlite"
    done = CliRunner().invoke(
        main, ["corpus", "add", str(REGULATIONS), "--corpus", str(path), "--workers", "1"]
    )
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture
def run(corpus_file: Path) -> Callable[..., Result]:
    """Run a command on the demo corpus; the arguments are texts or paths."""

    def call(*arguments: str | Path, corpus: bool = True) -> Result:
        given = ["--corpus", str(corpus_file)] if corpus else []
        return CliRunner().invoke(main, [*given, *map(str, arguments)])

    return call


@pytest.fixture
def run_json(run: Callable[..., Result]) -> Callable[..., Any]:
    """Run a command with ``--json`` and check what it prints against a schema."""

    def call(schema: str, *arguments: str | Path) -> Any:
        done = run(*arguments, "--json")
        assert done.exit_code in {0, 1}, done.output
        record = json.loads(done.stdout)
        path = ROOT / "docs" / "schema" / f"{schema}.json"
        jsonschema.validate(record, json.loads(path.read_text(encoding="utf-8")))
        return record

    return call


@pytest.fixture
def draft() -> Path:
    """The demo draft on legal aid."""
    return DRAFTS / "ranpergub-tata-cara-bantuan-hukum.txt"


@pytest.fixture
def harmless(tmp_path: Path) -> Path:
    """A draft that speaks of something the corpus does not know."""
    path = tmp_path / "ranpergub-arsip.txt"
    path.write_text(
        "RANCANGAN PERATURAN GUBERNUR NUSA KENCANA\n"
        "NOMOR ... TAHUN ...\n\nTENTANG\n\nWARNA SAMPUL ARSIP\n\n"
        "GUBERNUR NUSA KENCANA,\n\n"
        "Menimbang : bahwa sampul arsip perlu diseragamkan;\n\n"
        "MEMUTUSKAN:\n\n"
        "Menetapkan : PERATURAN GUBERNUR TENTANG WARNA SAMPUL ARSIP.\n\n"
        "Pasal 1\nSampul arsip dinamis berwarna kuning gading.\n\n"
        "Pasal 2\nSampul arsip statis berwarna hijau lumut.\n",
        encoding="utf-8",
    )
    return path
