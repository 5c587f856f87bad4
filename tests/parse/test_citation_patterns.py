"""The citation patterns: the examples in their comments are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regcheck.parse.citations import aliases, mending, name_patterns, role_patterns
from regcheck.parse.citations import patterns as citation_patterns
from regcheck.parse.citations.patterns import to_view

MODULES = (citation_patterns, name_patterns, role_patterns, aliases, mending)
EXAMPLE = re.compile(r"#: (takes|refuses) {2,}(.*)")
NAME = re.compile(r"([A-Z_]+) = ")


def examples() -> list[tuple[str, object, str, str]]:
    """Read ``takes`` and ``refuses`` lines with the pattern they stand above."""
    found = []
    for module in MODULES:
        pending: list[tuple[str, str]] = []
        for line in Path(str(module.__file__)).read_text(encoding="utf-8").splitlines():
            example = EXAMPLE.match(line)
            if example:
                words = [word for word in re.split(r" {4,}", example[2].strip()) if word]
                pending += [(example[1], word.encode().decode("unicode_escape")) for word in words]
            elif (name := NAME.match(line)) and pending:
                pattern = getattr(module, name[1])
                found += [(name[1], pattern, verdict, word) for verdict, word in pending]
                pending = []
    return found


@pytest.mark.parametrize(
    ("name", "pattern", "verdict", "words"), examples(), ids=lambda value: str(value)[:40]
)
def test_the_comment_of_a_pattern_is_true(
    name: str, pattern: object, verdict: str, words: str
) -> None:
    """What a pattern is said to take it matches; some search, some read the text as printed."""
    compiled = pattern if isinstance(pattern, re.Pattern) else re.compile(str(pattern), re.VERBOSE)
    printed = name == "FURNITURE" or compiled in vars(mending).values()
    searches = printed or name in ("TERM", "CALLED") or hasattr(role_patterns, name)
    read = compiled.search if searches else compiled.match
    view = words if printed else to_view(words)

    assert bool(read(view)) is (verdict == "takes")


def test_there_are_examples() -> None:
    """The reader of comments finds them."""
    assert len(examples()) > 150


@pytest.mark.parametrize(
    "text", ["", "İSTANBUL Pasal 5", "Pasal 5\n- 3 -\nPasal 6", "a\n: 1.\nb\u00ad"]
)
def test_the_view_has_the_length_of_the_text(text: str) -> None:
    """Offsets in the view are offsets in the text, whatever letters it has."""
    assert len(to_view(text)) == len(text)
