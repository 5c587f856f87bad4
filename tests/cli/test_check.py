"""Parsing, checking and comparing from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

from regcheck.report.terms import COVERAGE

ROOT = Path(__file__).resolve().parents[2] / "corpus"


def test_a_check_on_the_screen(run: Callable[..., Result], draft: Path) -> None:
    """The headline, a finding with both sides, and the coverage are printed."""
    done = run("check", draft)

    assert done.exit_code == 1
    assert "temuan: " in done.stdout
    assert "Rekomendasi" in done.stdout
    assert "Yang diperiksa" in done.stdout
    assert done.stderr == ""


def test_a_check_as_json(run_json: Callable[..., Any], draft: Path) -> None:
    """The record follows the contract, and names corpus and settings."""
    record = run_json("check", "check", draft)

    assert record["corpus"]["regulations"] == 18
    assert record["findings"]
    assert isinstance(record["suppressed"], dict)


def test_every_count_of_the_coverage_has_a_name(run_json: Callable[..., Any], draft: Path) -> None:
    """A reader never sees the bare key of a count."""
    coverage = run_json("check", "check", draft)["coverage"]
    kinds = {key.partition(":")[0] for key in (*coverage["compared"], *coverage["skipped"])}

    assert kinds <= set(COVERAGE)


def test_suppressed_pairs_are_listed_on_request(run_json: Callable[..., Any], draft: Path) -> None:
    """The entries take the place of the counts."""
    counted = run_json("check", "check", draft)["suppressed"]
    listed = run_json("check", "check", draft, "--show-suppressed")["suppressed"]

    assert len(listed) == sum(counted.values())


def test_models_are_added_on_request(
    run_json: Callable[..., Any], run: Callable[..., Result], draft: Path
) -> None:
    """The record has its key, and the screen says that the corpus has no other region."""
    assert run_json("check", "check", draft, "--peers")["peers"] == {"models": [], "skipped": {}}
    assert "cukup mirip" in run("check", draft, "--peers").stdout


def test_every_counterpart_comes_with_its_quality(
    run_json: Callable[..., Any], draft: Path
) -> None:
    """A reader of the record can tell how far each text can be trusted."""
    record = run_json("check", "check", draft)
    others = {one["right"]["key"].partition("#")[0] for one in record["findings"] if one["right"]}
    known = record["corpus"]["counterparts"]

    assert known
    assert known.keys() <= others
    assert all(0 < one["quality"]["structure"] <= 1 for one in known.values())


def test_a_check_in_english(run: Callable[..., Result], draft: Path) -> None:
    """The whole report is English."""
    done = run("check", draft, "--lang", "en")

    assert "Recommendation" in done.stdout
    assert "Uraian" not in done.stdout


def test_the_state_of_the_law_on_a_date_is_reported(
    run_json: Callable[..., Any], draft: Path
) -> None:
    """The settings in the record carry the date."""
    record = run_json("check", "check", draft, "--as-of", "2018-01-01")

    assert record["settings"]["as_of"] == "2018-01-01"


def test_a_file_is_parsed(run: Callable[..., Result], run_json: Callable[..., Any]) -> None:
    """The tree on the screen, the whole record in JSON."""
    path = ROOT / "regulations" / "perda-2020-5.txt"
    record = run_json("parse", "parse", path)

    assert record["regulations"][0]["id"] == "perda/nusa-kencana/2020/5"
    assert "Pasal 1" in run("parse", path).stdout


def test_the_id_can_be_given(run_json: Callable[..., Any]) -> None:
    """``--id`` overrides what is printed, in every key."""
    path = ROOT / "regulations" / "perda-2020-5.txt"
    [regulation] = run_json("parse", "parse", path, "--id", "perda/bali/2001/1")["regulations"]

    assert regulation["id"] == "perda/bali/2001/1"
    assert regulation["units"][0]["key"].startswith("perda/bali/2001/1#")


def test_two_texts_are_compared(run_json: Callable[..., Any], draft: Path) -> None:
    """A file and an id of the corpus, or two files, give a check of the first."""
    with_id = run_json("check", "compare", draft, "perda/nusa-kencana/2019/5")
    with_file = run_json("check", "compare", draft, ROOT / "regulations" / "perda-2019-5.txt")

    assert with_id["findings"] == with_file["findings"]
    assert with_id["draft"]["path"].endswith(draft.name)


def test_a_name_that_is_neither_file_nor_id_is_wrong_use(
    run: Callable[..., Result], draft: Path
) -> None:
    """The message says where to look."""
    done = run("compare", draft, "entah")

    assert done.exit_code == 2
    assert "corpus list" in done.stderr
