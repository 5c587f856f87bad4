"""Every failure is one line with the next step, and the exit code of the contract."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from regcheck import pipeline
from regcheck.cli import main


def test_a_missing_draft_exits_with_3(run: Callable[..., Result]) -> None:
    """An input that is not there cannot be read; stdout stays empty."""
    done = run("check", "tidak-ada.pdf")

    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.startswith("regcheck: ")
    assert done.stderr.count("\n") == 1
    assert "tidak-ada.pdf" in done.stderr


def test_a_missing_folder_exits_with_3(run: Callable[..., Result], tmp_path: Path) -> None:
    """A folder that is not there cannot be scanned."""
    assert run("scan", "tidak-ada", "-o", tmp_path / "hasil").exit_code == 3


def test_a_missing_corpus_exits_with_4(draft: Path) -> None:
    """The message tells how to make a corpus."""
    done = CliRunner().invoke(main, ["--corpus", "tidak-ada.sqlite", "check", str(draft)])

    assert done.exit_code == 4
    assert "regcheck corpus add" in done.stderr


def test_a_file_that_is_no_corpus_exits_with_4(draft: Path) -> None:
    """Something else is never taken for a corpus, nor changed."""
    Path("bukan.sqlite").write_bytes(b"bukan korpus" * 100)
    done = CliRunner().invoke(main, ["check", str(draft), "--corpus", "bukan.sqlite"])

    assert done.exit_code == 4
    assert Path("bukan.sqlite").read_bytes() == b"bukan korpus" * 100


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "x.pdf", "--fail-on", "parah"],
        ["check", "x.pdf", "--format", "docx"],
        ["check", "x.pdf", "--as-of", "31-01-2026"],
        ["parse", "x.pdf", "--id", "bukan-id"],
        ["tidak-ada"],
    ],
)
def test_wrong_use_exits_with_2(arguments: list[str]) -> None:
    """A missing argument, an unknown choice, a date or id that is none."""
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_an_unknown_id_is_wrong_use(run: Callable[..., Result]) -> None:
    """The message leads to the list of what there is."""
    done = run("corpus", "show", "perda/bali/1900/1")

    assert done.exit_code == 2
    assert "corpus list" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "en", "check", "none.pdf"],
        ["check", "none.pdf", "--lang", "en"],
        ["parse", "none.pdf", "--id", "no-id", "--lang", "en"],
    ],
)
def test_errors_follow_the_language(run: Callable[..., Result], arguments: list[str]) -> None:
    """English is spoken wherever ``--lang en`` stands, also of a wrong option."""
    stderr = run(*arguments).stderr

    assert "tidak" not in stderr
    assert "bukan" not in stderr


def test_the_language_of_the_environment_counts(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """``REGCHECK_LANG`` and a file of settings choose the language too."""
    monkeypatch.setenv("REGCHECK_LANG", "en")
    assert "not a regulation id" in run("parse", "none.pdf", "--id", "no-id").stderr

    monkeypatch.delenv("REGCHECK_LANG")
    Path("regcheck.toml").write_text('lang = "en"\n', encoding="utf-8")
    assert "not a regulation id" in run("parse", "none.pdf", "--id", "no-id").stderr


def test_fail_on_chooses_the_exit_code(run: Callable[..., Result], draft: Path) -> None:
    """Findings from the chosen severity on give 1, others 0."""
    codes = [run("check", draft, "--fail-on", level).exit_code for level in ("kritis", "rendah")]

    assert codes == [0, 1]


def test_fail_on_may_stand_in_the_settings(run: Callable[..., Result], draft: Path) -> None:
    """The severity can be set once for a project."""
    Path("regcheck.toml").write_text('fail_on = "kritis"\n', encoding="utf-8")

    assert run("check", draft).exit_code == 0


def test_a_silent_check_exits_with_0(run: Callable[..., Result], harmless: Path) -> None:
    """Where nothing is wrong, the sentence says so and the code is 0."""
    done = run("check", harmless)

    assert done.exit_code == 0


def test_ctrl_c_says_that_finished_work_is_kept(
    run: Callable[..., Result], draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopping is no crash: one sentence, and the code that shells use for it."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check_file", stop)
    done = run("check", draft)

    assert done.exit_code == 130
    assert "sudah tersimpan tidak dikerjakan lagi" in done.stderr
