"""The patterns of structure take and refuse the lines that their comments name."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import regcheck.parse

FOLDER = Path(regcheck.parse.__file__).parent
MODULES = (
    "marks.patterns",
    "marks.lost_patterns",
    "structure.cuts",
    "structure.roman",
    "structure.openings",
    "structure.titles",
    "definitions",
    "structure.quotes",
    "identity.gazette",
)
OTHERS = (
    "structure.bases",
    "structure.instructions",
    "identity.hints",
    "identity.dates",
    "identity.numbers",
)
ENTRY = re.compile(r"#: (takes|refuses) {2,}(.*)")
NAME = re.compile(r"([A-Z_]+) = re\.compile\(")
#: Patterns of a whole line or place: the sample stands at the start.
ANCHORED = {"CITED_AFTER", "CITED_CLOSELY", "AYAT_OPENING", "DEFINITION"}


def samples() -> Iterator[tuple[str, str, str, str]]:
    """Yield module, pattern, takes or refuses, and line, for every line a comment names."""
    for module in MODULES:
        waiting: list[tuple[str, str]] = []
        for line in (
            (FOLDER / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8").splitlines()
        ):
            if entry := ENTRY.match(line):
                pieces = re.split(r" {3,}", entry[2].strip())
                waiting += [(entry[1], piece.replace("\\n", "\n")) for piece in pieces]
            elif name := NAME.match(line):
                yield from ((module, name[1], verdict, text) for verdict, text in waiting)
                waiting = []
            elif not line.startswith("#:"):
                waiting = []


SAMPLES = list(samples())


@pytest.mark.parametrize(("module", "name", "verdict", "text"), SAMPLES)
def test_pattern_takes_what_its_comment_says(
    module: str, name: str, verdict: str, text: str
) -> None:
    """A line listed under *takes* matches, one under *refuses* does not."""
    pattern = getattr(import_module(f"regcheck.parse.{module}"), name)
    places = (f"\n{text}\n", f"\n{text} Setiap\n")
    found = pattern.match(text) if name in ANCHORED else any(map(pattern.search, places))

    assert bool(found) == (verdict == "takes")


def test_every_module_has_samples() -> None:
    """The reader of the comments misses no module."""
    assert {module for module, *_ in SAMPLES} == set(MODULES)


@pytest.mark.parametrize("module", MODULES + OTHERS)
def test_patterns_are_quick_on_a_long_line(module: str) -> None:
    """No pattern runs away on hundreds of thousands of characters without a break."""
    lines = (
        "sebagaimana dimaksud dalam Pasal 3 ayat (1), dan PERATURAN DAERAH ini, a. semua; " * 2000,
        "PERATURAN DAERAH PROVINSI " * 8_000,
        "Ketentuan Pasal 5 diubah " * 8_000,
        "( 1 (" * 40_000,
    )
    started = time.perf_counter()
    for name, pattern in vars(import_module(f"regcheck.parse.{module}")).items():
        if isinstance(pattern, re.Pattern) and name.isupper():
            for line in lines:
                if name in ANCHORED:
                    pattern.match(line)
                else:
                    sum(1 for _ in zip(pattern.finditer(line), range(1000), strict=False))

    assert time.perf_counter() - started < 30
