"""Patterns take and refuse the lines that the comments above them name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import regcheck
from regcheck.parse.citations.patterns import to_view

FOLDER = Path(regcheck.__file__).parent
ENTRY = re.compile(r"#: (takes|refuses) {2,}(.*)")
NAME = re.compile(r"(_?[A-Z][A-Z_\d]*)(?:: [^=]+)? = ")
MADE = re.compile(r"^(_?[A-Z][A-Z_\d]*)(?:: [^=]+)? = re\.compile\(", re.MULTILINE)
#: Characters of a pattern that is taken in at a glance.
GLANCE = 60
ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(n))")

Sample = tuple[str, str, str, str]


def find_samples(path: Path) -> Iterator[Sample]:
    """Yield module, pattern, takes or refuses, and text, for every text a comment names."""
    module = ".".join(path.relative_to(FOLDER).with_suffix("").parts)
    waiting: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if entry := ENTRY.match(line):
            waiting += [(entry[1], plain(one)) for one in re.split(r" {3,}", entry[2].strip())]
        elif not line.startswith("#:"):
            if name := NAME.match(line):
                yield from ((module, name[1], verdict, text) for verdict, text in waiting)
            waiting = []


def plain(sample: str) -> str:
    """Return a sample as printed: escapes stand for characters that a comment cannot show."""
    return ESCAPE.sub(lambda m: "\n" if m[3] else chr(int(m[1] or m[2], 16)), sample)


SAMPLES = [one for path in sorted(FOLDER.rglob("*.py")) for one in find_samples(path)]
#: Patterns that are not searched for: the sample stands for the whole of what they are given ...
WHOLE = {
    "law.consolidation_edits": "DELETED",
    "parse.citations.patterns": "BARE BESIDE NEIGHBOUR",
    "parse.tariffs": "BARE_SUM",
    "read.ocr.patterns": "DAMAGED_LABEL HEADING LABEL LIKE_HEADING LIKE_NUMBER MEANT NOISE",
    "read.patterns": "DECORATION FIGURE LABELLED_NUMBER LONE_LABEL LONE_MARK MARKED_NUMBER "
    "MARKED_ROMAN SPACED_LETTERS",
    "read.quality": "BAD_NUMBER TABLE_MARK",
    "read.word.cells": "LABEL_CELL PREAMBLE_LABEL",
    "repair.text": "QUIET",
    "values": "",
}
#: ... or for its beginning.
START = {
    "law.consolidation_edits": "TITLE_LABEL",
    "parse.citations.aliases": "ALONE",
    "parse.citations.patterns": "NAMED_BEFORE",
    "parse.marks.patterns": "AYAT_OPENING CITED_AFTER CITED_CLOSELY",
    "read.patterns": "ADDRESS AMOUNT ITEM_LABEL STRUCTURE",
}


def applies(table: dict[str, str], module: str, name: str) -> bool:
    """Tell whether a table names the pattern; a module without names stands for all it has."""
    return module in table and (not table[module] or name in table[module].split())


def takes(module: str, name: str, text: str) -> bool:
    """Apply a pattern the way it is applied where it is used."""
    pattern = getattr(import_module(f"regcheck.{module}"), name)
    if isinstance(pattern, frozenset):
        return text.lower() in pattern
    if not isinstance(pattern, re.Pattern):
        pattern = re.compile(str(pattern), re.VERBOSE)
    if isinstance(pattern.pattern, bytes):
        return bool(pattern.search(text.encode()))
    if applies(WHOLE, module, name):
        return bool(pattern.fullmatch(text))
    if applies(START, module, name):
        return bool(pattern.match(text))
    return any(map(pattern.search, readings(module, text)))


def readings(module: str, text: str) -> tuple[str, ...]:
    """Return a sample as its patterns meet it: in small letters, in a view, or on a line."""
    if module.startswith("check."):
        return (text, text.lower())
    if module.startswith("parse.citations."):
        return (text, to_view(text))
    if module.startswith(("parse.identity", "parse.marks", "parse.structure")):
        return (text, f"\n{text}\n", f"\n{text} Setiap\n")
    return (text,)


@pytest.mark.parametrize(("module", "name", "verdict", "text"), SAMPLES)
def test_pattern_takes_what_its_comment_says(
    module: str, name: str, verdict: str, text: str
) -> None:
    """A line listed under *takes* matches, one under *refuses* does not."""
    assert takes(module, name, text) == (verdict == "takes")


def find_patterns(path: Path) -> Iterator[tuple[str, str]]:
    """Yield module and name of every pattern that a module makes."""
    module = ".".join(path.relative_to(FOLDER).with_suffix("").parts)
    for name in MADE.findall(path.read_text(encoding="utf-8")):
        yield module, name


def test_every_pattern_of_some_length_has_samples() -> None:
    """A pattern that a reader cannot take in at a glance is explained by what it takes."""
    explained = {(module, name) for module, name, *_ in SAMPLES}
    bare = [
        f"{module}.{name}"
        for path in sorted(FOLDER.rglob("*.py"))
        for module, name in find_patterns(path)
        if len(getattr(import_module(f"regcheck.{module}"), name).pattern) > GLANCE
        if (module, name) not in explained
    ]

    assert not bare
