"""The patterns of office files and web pages take and refuse what their comments name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from regcheck.read import web
from regcheck.read.word import cells, numbering, office

ENTRY = re.compile(r"#: (takes|refuses) {2,}(.*)")
NAME = re.compile(r"([A-Z_]+) = re\.compile\(")

#: How each pattern is applied where it is used.
METHODS = {
    "PLACE": "search",
    "PADDED": "match",
    "PREAMBLE_LABEL": "fullmatch",
    "LABEL_CELL": "fullmatch",
    "SIGNATURE": "match",
    "VERSION": "search",
    "UNSEEN": "search",
    "LIST_STYLE": "search",
    "CHARSET": "search",
    "LEGAL": "search",
}


def samples(module: ModuleType) -> Iterator[tuple[ModuleType, str, str, str]]:
    """Yield module, pattern, takes or refuses, and sample, for every sample a comment names."""
    waiting: list[tuple[str, str]] = []
    for line in Path(str(module.__file__)).read_text(encoding="utf-8").splitlines():
        if entry := ENTRY.match(line):
            waiting += [(entry[1], piece) for piece in re.split(r" {3,}", entry[2].strip())]
        elif name := NAME.match(line):
            yield from ((module, name[1], verdict, text) for verdict, text in waiting)
            waiting = []


SAMPLES = [one for module in (cells, numbering, office, web) for one in samples(module)]


@pytest.mark.parametrize(("module", "name", "verdict", "text"), SAMPLES)
def test_a_pattern_takes_what_its_comment_says(
    module: ModuleType, name: str, verdict: str, text: str
) -> None:
    """A sample listed under *takes* matches, one under *refuses* does not."""
    pattern = getattr(module, name)
    sample = text.encode() if isinstance(pattern.pattern, bytes) else text

    assert (getattr(pattern, METHODS[name])(sample) is not None) == (verdict == "takes")


def test_every_pattern_that_decides_has_samples() -> None:
    """The reader of the comments misses none."""
    assert {name for _, name, *_ in SAMPLES} == set(METHODS)
