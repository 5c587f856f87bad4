"""No pattern of the package runs away on a line without an end."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from benchmarks.hostile import Use, find_faults, find_uses

#: Wall-clock seconds for a pattern and all lines; a sound one takes a tenth of one.
LIMIT_S = 30
#: Characters of a line: enough for a pattern that runs away to run out of time.
LENGTH = 2_000
BY_MODULE: dict[str, list[Use]] = defaultdict(list)
for _use in find_uses():
    BY_MODULE[_use.name.rpartition(".")[0]].append(_use)


@pytest.mark.parametrize("module", BY_MODULE)
def test_patterns_come_to_an_end_on_hostile_lines(module: str) -> None:
    """Each pattern is done with every line before the limit."""
    endless = [
        (use.name, piece)
        for use in BY_MODULE[module]
        for piece, seconds in find_faults(use, LIMIT_S, LENGTH)
        if seconds == float("inf")
    ]

    assert not endless


def test_a_pattern_that_runs_away_is_found() -> None:
    """The watch itself works: nested repetition is ended at the limit and named."""
    bad = Use(re.compile(r"(?:a|aa)+b"), "bad", anchored=False)

    assert ("a", float("inf")) in list(find_faults(bad, 5))
