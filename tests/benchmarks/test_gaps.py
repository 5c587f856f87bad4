"""The gaps benchmark takes labels out of sound texts and finds the remarks on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import gaps
from regcheck.domain import Line, Source, SourceText

REGULATIONS = Path(__file__).parents[2] / "corpus" / "regulations"


def test_every_gap_between_two_numbers_of_the_demo_is_reported(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Labels with a next one are missed nowhere, and the untouched texts are silent."""
    gaps.main(["--texts", str(REGULATIONS), "--each", "1", "--limit", "4", "--seed", "3"])
    rows = [line for line in capsys.readouterr().out.splitlines() if "(last)" not in line]

    assert rows[-1].startswith("false alarms: 0 ")
    assert all("100.0 %" in row for row in rows[:-1])
    assert len(rows) > 3


def test_a_label_is_taken_out_of_its_line_only() -> None:
    """The other lines stay; a line that held nothing else goes."""
    source = SourceText(
        (Line("Pasal 1", 1), Line("(1) Kapal melapor.", 1)), Source("a.txt", "0" * 64, 1, "uji")
    )

    assert gaps.without(source, 0, 7).text == "(1) Kapal melapor."
    assert gaps.without(source, 8, 3).text == "Pasal 1\nKapal melapor."
