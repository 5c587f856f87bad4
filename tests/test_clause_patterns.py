"""Patterns of clauses, law and amendments take and refuse the lines that their comments name."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import regcheck

FOLDER = Path(regcheck.__file__).parent
CLAUSES = (
    *(f"check.{name}" for name in ("reading", "statements", "scope", "conflict", "clashes")),
    *(f"parse.norms.{name}" for name in ("quantities", "measures", "norms")),
)
LAW = ("commencement", "delegation_patterns", "force", "proofs", "titles")
AMENDMENTS = (
    "parse.operations",
    *(f"parse.structure.{name}" for name in ("unnumbered", "instructions", "quotes")),
    *(f"law.consolidation_{name}" for name in ("quotes", "edits", "tree")),
)
#: Modules and the pieces of which long lines for them are made.
GROUPS = (
    (CLAUSES, (
        "sebagaimana dimaksud dalam pasal 3 ayat (1), ", "a. ", ". . ", "(1 ", "se-", "tahun 20",
        "paling lama 3 (tiga) hari ", "1.", "Rp1", "30 (", "1 x ", "tanggal 1 (",
    )),
    (tuple(f"law.{name}" for name in LAW), (
        "mulai berlaku pada tanggal ", "Pasal 5 sampai dengan ", "diatur lebih lanjut ", "diatur ",
        "dengan Peraturan Gubernur ", "paling lama 6 (enam) bulan ", "peraturan pelaksanaan ",
        "sebagaimana dimaksud pada ayat (1) ", "putusan mahkamah agung ", "Hal-hal yang ", "a b ",
        ". ", "1 (", "kepala dinas ", "tidak mempunyai kekuatan ", "         ", "\n",
    )),
    (AMENDMENTS, (
        "Ketentuan Pasal 5 diubah menjadi Pasal 6, ", "frasa “a” ", "Pasal 3 dan ", '" ', "? ",
        "di antara ayat (1) dan ", "sehingga Pasal 4 ", "a. ", "1.", "._^ ", "Bagian Kedua pada ",
    )),
)  # fmt: skip
MODULES = tuple(module for modules, _ in GROUPS for module in modules)
LONG_LINES = [
    (module, piece) for modules, pieces in GROUPS for module in modules for piece in pieces
]
#: Patterns of amendments that must take a text as a whole, or from its beginning.
WHOLE = {"DELETED", "LABEL", "LETTERS", "ROMAN"}
START = {"HEADING", "TITLE_LABEL"}
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
                waiting += [(entry[1], plain(piece)) for piece in pieces]
            elif name := NAME.match(line):
                yield from ((module, name[1], verdict, text) for verdict, text in waiting)
                waiting = []


def plain(sample: str) -> str:
    """Return a sample as printed: a bar parts what a comment line cannot, and a line may end."""
    return sample.replace(" | ", " ").replace("\\n", "\n")


SAMPLES = list(samples())


@pytest.mark.parametrize(("module", "name", "verdict", "text"), SAMPLES)
def test_pattern_takes_what_its_comment_says(
    module: str, name: str, verdict: str, text: str
) -> None:
    """A line listed under *takes* matches, one under *refuses* does not."""
    pattern = getattr(import_module(f"regcheck.{module}"), name)
    way = pattern.search
    if module in AMENDMENTS and name in WHOLE | START:
        way = pattern.fullmatch if name in WHOLE else pattern.match

    assert bool(way(text)) == (verdict == "takes")


def test_every_module_has_samples() -> None:
    """The reader of the comments misses no module."""
    assert {module for module, *_ in SAMPLES} == set(MODULES)


@pytest.mark.parametrize(("module", "piece"), LONG_LINES)
def test_patterns_are_quick_on_a_long_line(module: str, piece: str) -> None:
    """No pattern runs away on a long line of its own words."""
    long = piece * (100_000 // len(piece))
    started = time.perf_counter()
    for name, pattern in vars(import_module(f"regcheck.{module}")).items():
        if isinstance(pattern, re.Pattern) and name.isupper():
            for _ in pattern.finditer(long):
                pass

    assert time.perf_counter() - started < 5
