"""The demo: the whole program in one command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import regcheck.cli.demo


def test_the_demo_works(run: Callable[..., Result]) -> None:
    """Three drafts are checked against the PDFs, printed, and written as pages; the code is 0."""
    done = run("demo", "-o", "contoh", corpus=False)

    assert done.exit_code == 0, done.stderr
    assert done.stdout.count("Yang diperiksa") == 3
    assert "18 peraturan fiktif" in done.stdout
    assert len(list(Path("contoh").glob("*.html"))) == 3
    assert str(Path("contoh").resolve()) in done.stdout


def test_the_demo_says_when_its_examples_are_missing(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A package without its examples is explained."""
    monkeypatch.setattr(regcheck.cli.demo, "PLACES", (tmp_path,))
    done = run("demo", corpus=False)

    assert done.exit_code == 2
    assert "pasang ulang" in done.stderr
