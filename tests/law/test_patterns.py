"""The patterns of the law take and refuse the lines that their comments name."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import regcheck.law

FOLDER = Path(regcheck.law.__file__).parent
MODULES = ("commencement", "delegation_patterns", "force", "proofs", "titles")
PIECES = (
    "mulai berlaku pada tanggal ", "Pasal 5 sampai dengan ", "diatur lebih lanjut ", "diatur ",
    "dengan Peraturan Gubernur ", "paling lama 6 (enam) bulan ", "peraturan pelaksanaan ",
    "sebagaimana dimaksud pada ayat (1) ", "putusan mahkamah agung ", "Hal-hal yang ", "a b ", ". ",
    "1 (", "kepala dinas ", "tidak mempunyai kekuatan ", "         ", "\n",
)  # fmt: skip
ENTRY = re.compile(r"#: (takes|refuses) {2,}(.*)")
NAME = re.compile(r"([A-Z_]+) = re\.compile\(")


def samples() -> Iterator[tuple[str, str, str, str]]:
    """Yield module, pattern, takes or refuses, and line, for every line a comment names."""
    for module in MODULES:
        waiting: list[tuple[str, str]] = []
        for line in (FOLDER / f"{module}.py").read_text(encoding="utf-8").splitlines():
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
    pattern = getattr(import_module(f"regcheck.law.{module}"), name)

    assert bool(pattern.search(text.replace("\\n", "\n"))) == (verdict == "takes")


def test_every_module_has_samples() -> None:
    """The reader of the comments misses no module."""
    assert {module for module, *_ in SAMPLES} == set(MODULES)


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("piece", PIECES)
def test_patterns_are_quick_on_a_long_line(module: str, piece: str) -> None:
    """No pattern runs away on a long line of its own words."""
    long = piece * (100_000 // len(piece))
    started = time.perf_counter()
    for name, pattern in vars(import_module(f"regcheck.law.{module}")).items():
        if isinstance(pattern, re.Pattern) and name.isupper():
            for _ in pattern.finditer(long):
                pass

    assert time.perf_counter() - started < 5
