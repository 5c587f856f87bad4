"""Help is fast, bilingual, and complete; so is the manual."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import Field, fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from regcheck.cli import main
from regcheck.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "docs" / "cli.md"
HEAVY = {
    "numpy", "scipy", "sklearn", "spacy", "networkx", "pandas", "matplotlib", "rich", "jinja2",
    "rapidfuzz", "pdfplumber", "pypdfium2", "msgspec", "sqlite3", "regcheck.pipeline", "numba",
    "lxml", "tesserocr",
}  # fmt: skip


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """List the commands below a group, each with the words that call it."""
    context = click.Context(group)
    for name in sorted(group.list_commands(context)):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


COMMANDS = dict(commands(main, "regcheck"))


def modules_after(code: str) -> set[str]:
    """Return the names of all modules a fresh interpreter has loaded after some code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print('\\n'.join(['LOADED', *sys.modules]))"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
    )
    return set(done.stdout.partition("LOADED\n")[2].split())


@pytest.mark.parametrize(
    "code",
    [
        "import regcheck",
        "from regcheck.cli import main\nmain(['--help'], standalone_mode=False)",
        "from regcheck.cli import main\nmain(['corpus', 'add', '--help'], standalone_mode=False)",
    ],
)
def test_nothing_heavy_is_loaded_for_help(code: str) -> None:
    """Neither the package nor its help loads a library that takes long."""
    assert modules_after(code) & HEAVY == set()


def test_the_first_help_loads_no_command() -> None:
    """The list of commands is printed without the records and settings that commands need."""
    loaded = modules_after("from regcheck.cli import main\nmain(['--help'], standalone_mode=False)")

    assert {"regcheck.domain", "regcheck.settings", "regcheck.cli.options"} & loaded == set()


@pytest.mark.parametrize("path", COMMANDS)
def test_help_speaks_both_languages_and_gives_examples(path: str) -> None:
    """Each command says in two languages what it does, and shows a call that is valid."""
    done = CliRunner().invoke(main, [*path.split()[1:], "--help"])
    paragraphs = (COMMANDS[path].help or "").split("\n\n")

    assert done.exit_code == 0
    assert len(paragraphs) >= 2
    assert f"  {path}" in done.output.partition("Contoh / Examples:")[2]


@pytest.mark.parametrize("path", COMMANDS)
def test_the_manual_has_each_command_with_each_option(path: str) -> None:
    """A section is headed by the command, shows a call, and names every option."""
    manual = MANUAL.read_text(encoding="utf-8")
    section = manual.partition(f"\n## {path}\n")[2].partition("\n## ")[0]
    common = manual.partition("\n## Common options\n")[2].partition("\n## ")[0]

    assert f"\n    {path}" in section or f"\n{path}" in section
    for option in COMMANDS[path].params:
        if isinstance(option, click.Option):
            assert f"`{option.opts[-1]}" in section + common, option.opts


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_the_manual_has_each_setting(field: Field[object]) -> None:
    """What can stand in ``regcheck.toml`` is named in the manual."""
    manual = MANUAL.read_text(encoding="utf-8")

    assert f"`{field.name}`" in manual or f"\n    {field.name} = " in manual


def test_the_manual_has_no_command_that_is_gone() -> None:
    """Every section about a command is about one that exists."""
    lines = MANUAL.read_text(encoding="utf-8").splitlines()
    headed = {line[3:] for line in lines if line.startswith("## regcheck ")}

    assert headed == set(COMMANDS)


def test_the_version_is_printed() -> None:
    """``--version`` names the program and its version."""
    done = CliRunner().invoke(main, ["--version"])

    assert done.output.startswith("regcheck, version ")
