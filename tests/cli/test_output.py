"""Results reach screens, pipes and files whole, whatever the code page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from regcheck.cli.output import write_file
from regcheck.cli.streams import write_plainly
from regcheck.errors import RegcheckError

ROOT = Path(__file__).resolve().parents[2]


def start(encoding: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in its own process, its streams in some encoding."""
    return subprocess.run(
        [sys.executable, "-m", "regcheck", *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A text with letters that cp1252 lacks."""
    path = tmp_path / "naskah-→.txt"
    path.write_text(
        "PERATURAN GUBERNUR NUSA KENCANA\nNOMOR 1 TAHUN 2020\nTENTANG\nUJI ≥ 5 → “LULUS” 漢\n\n"
        "Pasal 1\nNilai ≥ 5 → lulus • “baik” … 漢字.\n",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_no_code_page_breaks_a_command(odd: Path, encoding: str) -> None:
    """Letters a terminal lacks are written plainly instead of ending the program."""
    done = start(encoding, "parse", str(odd))

    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert "≥ 5 → lulus".encode() in done.stdout or b">= 5 -> lulus" in done.stdout


def test_an_error_can_name_an_odd_file(tmp_path: Path) -> None:
    """The message about a file whose name a terminal cannot show is still printed."""
    done = start("cp1252", "parse", str(tmp_path / "tidak-ada-漢.pdf"))

    assert done.returncode == 3
    assert done.stderr.startswith(b"regcheck: ")


def test_json_is_utf8_in_every_pipe(odd: Path) -> None:
    """Programs get UTF-8, whatever the code page of the terminal."""
    done = start("cp1252", "parse", str(odd), "--json")
    record = json.loads(done.stdout.decode("utf-8"))

    assert "漢" in json.dumps(record, ensure_ascii=False)


def test_letters_without_a_plain_form_become_question_marks() -> None:
    """Each unknown letter is shown as one question mark."""
    error = UnicodeEncodeError("cp1252", "a→漢b", 1, 3, "")

    assert write_plainly(error) == ("->?", 3)


def test_decoding_errors_are_not_hidden() -> None:
    """The handler is for writing only."""
    with pytest.raises(UnicodeDecodeError):
        write_plainly(UnicodeDecodeError("utf-8", b"\xff", 0, 1, ""))


def test_the_suffix_of_the_output_file_chooses_the_format(
    run: Callable[..., Result], draft: Path, tmp_path: Path
) -> None:
    """An .html file gets a page, a .json file a record; the screen only where they are."""
    page, record = tmp_path / "a" / "laporan.html", tmp_path / "laporan.json"
    first = run("check", draft, "-o", page)
    second = run("check", draft, "-o", record)

    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(record.read_text(encoding="utf-8"))["schema_version"] == 1
    assert (first.stdout, second.stdout) == ("", "")
    assert str(page) in first.stderr


@pytest.mark.parametrize("name", ["laporan.docx", "laporan.xlsx", "laporan.pdf"])
def test_a_format_that_is_not_written_is_refused(
    name: str, run: Callable[..., Result], draft: Path, tmp_path: Path
) -> None:
    """No text goes into a file that Word or Excel could not open; the error names the formats."""
    result = run("check", draft, "-o", tmp_path / name)

    assert result.exit_code == 2
    assert ".html" in result.stderr
    assert not (tmp_path / name).exists()


def test_a_format_named_by_option_goes_into_any_file(
    run: Callable[..., Result], draft: Path, tmp_path: Path
) -> None:
    """A person who names the format is believed."""
    run("check", draft, "--json", "-o", tmp_path / "hasil.dat")

    assert json.loads((tmp_path / "hasil.dat").read_text(encoding="utf-8"))["findings"]


def test_a_file_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    """The error names the file and the way out, and leaves nothing behind."""
    (tmp_path / "laporan.html").mkdir()

    with pytest.raises(RegcheckError, match=r"cannot be written .* -o"):
        write_file(tmp_path / "laporan.html", "x")
    assert [path.name for path in tmp_path.glob("*laporan*")] == ["laporan.html"]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """An older report gives way, and no other file appears."""
    path = tmp_path / "laporan.html"
    write_file(path, "lama")
    write_file(path, "baru \udcff")

    assert path.read_text(encoding="utf-8") == "baru ?"
    assert list(tmp_path.glob("*laporan*")) == [path]
