"""The patterns take and refuse what their comments name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from regcheck.read import patterns

ENTRY = re.compile(r"#: (takes|refuses) {2,}(.*)")
NAME = re.compile(r"([A-Z_]+) = re\.compile\(")

#: How each pattern is applied where it is used.
METHODS = {
    "LABELLED_NUMBER": "fullmatch",
    "MARKED_NUMBER": "fullmatch",
    "MARKED_ROMAN": "fullmatch",
    "WORD": "search",
    "STRUCTURE": "match",
    "STAMP": "search",
    "SIGNATURE": "search",
    "LONE_LABEL": "fullmatch",
    "ITEM_LABEL": "match",
    "AMOUNT": "match",
    "DOTS": "search",
    "FIGURE": "fullmatch",
    "ADDRESS": "match",
    "DECORATION": "fullmatch",
    "LONE_MARK": "fullmatch",
    "ODD_SIGNS": "search",
    "HARD_TO_SPEAK": "search",
    "SPACED_LETTERS": "fullmatch",
    "PAGE_BREAK": "search",
}


def samples() -> Iterator[tuple[str, str, str]]:
    """Yield pattern, takes or refuses, and sample, for every sample a comment names."""
    waiting: list[tuple[str, str]] = []
    for line in Path(patterns.__file__).read_text(encoding="utf-8").splitlines():
        if entry := ENTRY.match(line):
            waiting += [(entry[1], piece) for piece in re.split(r" {3,}", entry[2].strip())]
        elif name := NAME.match(line):
            yield from ((name[1], verdict, text) for verdict, text in waiting)
            waiting = []


SAMPLES = list(samples())


@pytest.mark.parametrize(("name", "verdict", "text"), SAMPLES)
def test_a_pattern_takes_what_its_comment_says(name: str, verdict: str, text: str) -> None:
    """A sample listed under *takes* matches, one under *refuses* does not."""
    apply = getattr(getattr(patterns, name), METHODS[name])

    assert (apply(text) is not None) == (verdict == "takes")


def test_every_pattern_that_decides_has_samples() -> None:
    """The reader of the comments misses none."""
    assert {name for name, *_ in SAMPLES} == set(METHODS)
