"""``regcheck corpus overlaps``: as text, as JSON and as a table, in both languages."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

Run = Callable[..., Result]


def test_the_list_says_what_was_found_and_shown(run: Run) -> None:
    """The head counts all; the body shows the likely pairs, or all if they are asked for."""
    few = run("corpus", "overlaps", "--threshold", "0.2", "--lang", "en")
    assert "0 shown" in few.stdout
    assert "are unlikely overlaps" in few.stdout

    done = run("corpus", "overlaps", "--threshold", "0.2", "--limit", "0", "--lang", "en")

    assert done.exit_code == 0, done.output
    assert "pairs of regulations with" in done.stdout
    (shown,) = map(int, re.findall(r"(\d+) shown", done.stdout))
    numbers = [int(found) for found in re.findall(r"^(\d+)\. ", done.stdout, re.MULTILINE)]
    assert numbers == list(range(1, shown + 1)) != []
    assert "\n1. " not in few.stdout


def test_a_second_run_has_nothing_new(run: Run) -> None:
    """What was compared before is not new."""
    run("corpus", "overlaps")
    done = run("corpus", "overlaps", "--new-only", "--lang", "id")

    assert done.exit_code == 0, done.output
    assert "Hanya yang baru atau berubah: 0 peraturan." in done.stdout


def test_the_record_fits_its_schema(run_json: Callable[..., Any]) -> None:
    """All pairs are listed, the weightiest groups first, each run with its reason."""
    record = run_json("corpus-overlaps", "corpus", "overlaps", "--threshold", "0.2", "--limit", "0")
    weights = [one["weight"] for one in record["overlaps"]]
    runs = [run for one in record["overlaps"] for run in one["runs"]]

    assert len(weights) == record["counts"]["groups"] > 0
    assert weights == sorted(weights, reverse=True)
    assert sum(len(run["pairs"]) for run in runs) == record["counts"]["pairs"]
    assert all(pair["score"] >= 0.2 for run in runs for pair in run["pairs"])
    assert all(run["why"] and run["code"].startswith("T-") for run in runs)
    assert "suppressed" not in record


def test_what_was_set_aside_is_counted_and_shown(run_json: Callable[..., Any]) -> None:
    """Nothing is silent: the counts by N-code are those of the list."""
    record = run_json("corpus-overlaps", "corpus", "overlaps", "--show-suppressed", "--limit", "0")
    shown: Counter[str] = Counter()
    for one in record["suppressed"]:
        for part in one["runs"]:
            shown[part["code"]] += len(part["pairs"])

    assert shown == record["hidden"] != {}


def test_the_table_has_a_line_for_each_pair(run: Run, tmp_path: Path) -> None:
    """A spreadsheet shows both texts side by side."""
    path = tmp_path / "tumpang-tindih.csv"
    done = run(
        "corpus", "overlaps", "--threshold", "0.2", "--limit", "0", "-o", path, "--lang", "en"
    )
    lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))

    assert done.exit_code == 0, done.output
    assert lines[0][:2] == ["weight", "probability"]
    assert len(lines) > 1
    assert all(len(line) == len(lines[0]) for line in lines)
    sides = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    assert all(row["left page"].isdecimal() and row["right title"] for row in sides)
    assert all(row["left text"] and row["right text"] for row in sides)


def test_a_higher_threshold_finds_less(run_json: Callable[..., Any]) -> None:
    """The threshold is the user's."""
    low, high = (
        run_json("corpus-overlaps", "corpus", "overlaps", "--threshold", score)["counts"]["pairs"]
        for score in ("0.3", "0.9")
    )

    assert high < low
