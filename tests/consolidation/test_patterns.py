"""The patterns of amendments take and refuse what their comments name, and never run away."""

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
    *(f"parse.{name}" for name in ("operations", "unnumbered", "instructions", "quotes")),
    *(f"law.consolidation_{name}" for name in ("quotes", "edits", "tree")),
)
#: Patterns that must take a text as a whole, or from its beginning.
WHOLE = {"DELETED", "LABEL", "LETTERS", "ROMAN"}
START = {"HEADING", "TITLE_LABEL"}
PIECES = (
    *("Ketentuan Pasal 5 diubah menjadi Pasal 6, ", "frasa “a” ", "Pasal 3 dan ", '" ', "? "),
    *("di antara ayat (1) dan ", "sehingga Pasal 4 ", "a. ", "1.", "._^ ", "Bagian Kedua pada "),
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
                waiting += [(entry[1], piece.replace(r"\n", "\n")) for piece in pieces]
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
    way = pattern.fullmatch if name in WHOLE else pattern.match if name in START else pattern.search

    assert bool(way(text)) == (verdict == "takes")


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("piece", PIECES)
def test_patterns_are_quick_on_a_long_line(module: str, piece: str) -> None:
    """No pattern runs away on a long line of its own words."""
    long = piece * (50_000 // len(piece))
    started = time.perf_counter()
    for name, pattern in vars(import_module(f"regcheck.{module}")).items():
        if isinstance(pattern, re.Pattern) and name.isupper():
            for _ in pattern.finditer(long):
                pass

    assert time.perf_counter() - started < 3
