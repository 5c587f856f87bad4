"""The patterns of the checks take and refuse the lines that their comments name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import regcheck.check

FOLDER = Path(regcheck.check.__file__).parent
MODULES = (
    *("boilerplate", "words", "siblings", "repealed", "references", "basis", "pointing"),
    *(
        "bases",
        "stale",
        "deleted",
        "circles",
        "orphaned",
        "repeals",
        "misnamed",
        "definitions",
        "authority",
        "sanctions",
    ),
)
ENTRY = re.compile(r"#: (takes|refuses) {2,}(.*)")
NAME = re.compile(r"([A-Z_]+) = re\.compile\(")


def samples() -> Iterator[tuple[str, str, str, str]]:
    """Yield module, pattern, takes or refuses, and line, for every line a comment names."""
    for module in MODULES:
        waiting: list[tuple[str, str]] = []
        for line in (FOLDER / f"{module}.py").read_text(encoding="utf-8").splitlines():
            if entry := ENTRY.match(line):
                pieces = re.split(r" {3,}", entry[2].strip())
                waiting += [(entry[1], piece) for piece in pieces]
            elif name := NAME.match(line):
                yield from ((module, name[1], verdict, text) for verdict, text in waiting)
                waiting = []


SAMPLES = list(samples())


@pytest.mark.parametrize(("module", "name", "verdict", "text"), SAMPLES)
def test_pattern_takes_what_its_comment_says(
    module: str, name: str, verdict: str, text: str
) -> None:
    """A line listed under *takes* matches, one under *refuses* does not."""
    pattern = getattr(import_module(f"regcheck.check.{module}"), name)

    assert bool(pattern.search(text.lower())) == (verdict == "takes")


def test_every_module_has_samples() -> None:
    """The reader of the comments misses no module."""
    assert {module for module, *_ in SAMPLES} == set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_patterns_are_quick_on_a_long_line(module: str) -> None:
    """No pattern runs away on a long line of its own words."""
    long = "sebagaimana dimaksud dalam pasal 3 ayat (1), dan peraturan daerah ini semua " * 3000
    for name, pattern in vars(import_module(f"regcheck.check.{module}")).items():
        if isinstance(pattern, re.Pattern) and name.isupper():
            pattern.search(long)
