"""The patterns that read and compare clauses take and refuse the lines their comments name."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import regcheck

FOLDER = Path(regcheck.__file__).parent
MODULES = (
    *(f"check.{name}" for name in ("reading", "statements", "scope", "conflict", "clashes")),
    *(f"parse.{name}" for name in ("quantities", "measures", "norms")),
)
PIECES = (
    *("sebagaimana dimaksud dalam pasal 3 ayat (1), ", "a. ", ". . ", "(1 ", "se-", "tahun 20"),
    *("paling lama 3 (tiga) hari ", "1.", "Rp1", "30 (", "1 x ", "tanggal 1 ("),
)
ENTRY = re.compile(r"#: (takes|refuses) {2,}(.*)")
NAME = re.compile(r"([A-Z_]+) = re\.compile\(")


def samples() -> Iterator[tuple[str, str, str, str]]:
    """Yield module, pattern, takes or refuses, and line, for every line a comment names."""
    for module in MODULES:
        path = FOLDER / f"{module.replace('.', '/')}.py"
        waiting: list[tuple[str, str]] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if entry := ENTRY.match(line):
                pieces = re.split(r" {3,}", entry[2].strip())
                waiting += [(entry[1], piece.replace(" | ", " ")) for piece in pieces]
            elif name := NAME.match(line):
                yield from ((module, name[1], verdict, text) for verdict, text in waiting)
                waiting = []


SAMPLES = list(samples())


@pytest.mark.parametrize(("module", "name", "verdict", "text"), SAMPLES)
def test_pattern_takes_what_its_comment_says(
    module: str, name: str, verdict: str, text: str
) -> None:
    """A line listed under *takes* matches, one under *refuses* does not."""
    pattern = getattr(import_module(f"regcheck.{module}"), name)

    assert bool(pattern.search(text)) == (verdict == "takes")


def test_every_module_has_samples() -> None:
    """The reader of the comments misses no module."""
    assert {module for module, *_ in SAMPLES} == set(MODULES)


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("piece", PIECES)
def test_patterns_are_quick_on_a_long_line(module: str, piece: str) -> None:
    """No pattern runs away on a long line of its own words."""
    long = piece * (100_000 // len(piece))
    started = time.perf_counter()
    for name, pattern in vars(import_module(f"regcheck.{module}")).items():
        if isinstance(pattern, re.Pattern) and name.isupper():
            for _ in pattern.finditer(long):
                pass

    assert time.perf_counter() - started < 5
