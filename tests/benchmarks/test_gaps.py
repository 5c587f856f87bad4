"""The gaps benchmark takes labels out of sound texts and finds the remarks on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import gaps
from regcheck.domain import Line, Source, SourceText

REGULATIONS = Path(__file__).parents[2] / "corpus" / "regulations"


def test_every_gap_of_the_demo_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """No label is missed, be it the last of its run or not, and the untouched texts are silent."""
    gaps.main(["--texts", str(REGULATIONS), "--each", "1", "--limit", "4", "--seed", "3"])
    rows = capsys.readouterr().out.splitlines()

    assert rows[-1].endswith(": no remarks")
    assert all("100.0 %" in row for row in rows[:-1])
    assert {"all others", "all last"} <= {row[:20].strip() for row in rows}


def test_only_last_units_may_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """The row of the others is left out then."""
    gaps.main(["--texts", str(REGULATIONS), "--each", "1", "--limit", "2", "--last"])
    rows = capsys.readouterr().out.splitlines()

    assert all("last" in row for row in rows[:-1])


def test_a_label_is_taken_out_of_its_line_only() -> None:
    """The other lines stay; a line that held nothing else goes."""
    source = SourceText(
        (Line("Pasal 1", 1), Line("(1) Kapal melapor.", 1)), Source("a.txt", "0" * 64, 1, "uji")
    )

    assert gaps.without(source, 0, 7).text == "(1) Kapal melapor."
    assert gaps.without(source, 8, 3).text == "Pasal 1\nKapal melapor."
