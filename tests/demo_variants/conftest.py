"""A world of texts, drafts and expectations that a test may change before it is judged."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from regcheck import pipeline
from regcheck.domain import CheckResult, Finding
from regcheck.settings import Settings
from regcheck.shelf import Shelf

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
WITH_T06 = "ikut pada T-06"


@dataclass
class World:
    """Texts by file stem, and the rows that say what a check must and must not find in them."""

    regulations: dict[str, str]
    drafts: dict[str, str]
    expected: list[dict[str, Any]]
    lookalike: list[dict[str, Any]] = field(default_factory=list)

    def rewrite(self, change: Callable[[str], str], where: str = "all") -> World:
        """Return the world with every text changed: ``drafts``, ``regulations`` or ``all``."""
        return World(
            {k: change(v) if where != "drafts" else v for k, v in self.regulations.items()},
            {k: change(v) if where != "regulations" else v for k, v in self.drafts.items()},
            self.expected,
            self.lookalike,
        )

    def with_rows(self, change: Callable[[dict[str, Any]], dict[str, Any]]) -> World:
        """Return the world with every row changed."""
        return World(
            self.regulations,
            self.drafts,
            [change(row) for row in self.expected],
            [change(row) for row in self.lookalike],
        )


@dataclass(frozen=True)
class Judgement:
    """What one check of a world got wrong, in lines to read."""

    missed: tuple[str, ...]
    accused: tuple[str, ...]
    extra: tuple[str, ...]
    results: Mapping[str, CheckResult]

    @property
    def faults(self) -> str:
        """Everything that is wrong, one line each."""
        lines = [f"MISSED {line}" for line in self.missed]
        lines += [f"ACCUSED {line}" for line in self.accused]
        return "\n".join([*lines, *(f"EXTRA {line}" for line in self.extra)])


def demo_world() -> World:
    """Read the demo corpus; only rows about the drafts are kept."""
    rows = tomllib.loads((CORPUS / "expected.toml").read_text(encoding="utf-8"))
    texts = {
        folder: {
            path.stem: path.read_text(encoding="utf-8")
            for path in sorted((CORPUS / folder).glob("*.txt"))
        }
        for folder in ("regulations", "drafts")
    }
    drafts = texts["drafts"]
    return World(
        texts["regulations"],
        drafts,
        rows["expected"],
        [row for row in rows["lookalike"] if row["draft"] in drafts],
    )


def touches(one: str, other: str) -> bool:
    """Tell whether two paths or keys name one unit, or one names a unit around the other."""
    return one == other or bool(
        one and other and (one.startswith(f"{other}/") or other.startswith(f"{one}/"))
    )


def sides(finding: Finding) -> tuple[str, str]:
    """Return the path on the left and the key on the right."""
    return finding.left.key.partition("#")[2], finding.right.key if finding.right else ""


def matches(finding: Finding, row: Mapping[str, Any]) -> bool:
    """Tell whether a finding says what a row expects."""
    left, right = sides(finding)
    wanted = str(row["right"])
    return (
        finding.code in {row["code"], *row.get("also", ())}
        and touches(left, row["left"])
        and (touches(right, wanted) if "#" in wanted else right == wanted)
    )


def accuses(finding: Finding, row: Mapping[str, Any]) -> bool:
    """Tell whether a finding accuses the pair of a look-alike row, or its one unit."""
    left, right = sides(finding)
    other = str(row["right"])
    if not touches(left, row["left"]):
        return False
    if not other:
        return finding.code.startswith("R-") and bool(left)
    if other.startswith("#"):
        return right == finding.left.key.partition("#")[0] + other
    return touches(right, other) if "#" in other else right.partition("#")[0] == other


def is_technique(finding: Finding) -> bool:
    """Tell whether a finding is one of drafting technique, which the rows do not list.

    So are the mechanical checks (M-), and R-16, which is one of them under its own name (M-12):
    the order of pasal that a variant changes is just what it looks at.
    """
    return finding.code.startswith("M-") or finding.code == "R-16"


def say(draft: str, finding: Finding) -> str:
    """Put a finding into one line."""
    left, right = sides(finding)
    return f"{draft}: {finding.code} {left} / {right}: {finding.reason}"


def judge_world(world: World, court: Court) -> Judgement:
    """Check the drafts of a world, and compare the findings with its rows."""
    results = court.check(world)
    missed: list[str] = []
    accused: list[str] = []
    extra: list[str] = []
    for draft, result in results.items():
        findings = [one for one in result.findings if not is_technique(one)]
        rows = [row for row in world.expected if row["draft"] == draft]
        alike = [row for row in world.lookalike if row["draft"] == draft]
        missed += [
            f"{draft}: {row['code']} {row['left']} / {row['right']}"
            for row in rows
            if not any(matches(one, row) for one in findings)
        ]
        for one in findings:
            hits = [row for row in alike if accuses(one, row)]
            known = any(matches(one, row) for row in rows)
            if not known and not any(WITH_T06 in row["note"] for row in hits):
                (accused if hits else extra).append(say(draft, one))
    return Judgement(tuple(missed), tuple(accused), tuple(extra), results)


class Court:
    """Checks worlds; worlds with the same regulations share one corpus."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shelves: dict[tuple[str, ...], Shelf] = {}

    def check(self, world: World) -> dict[str, CheckResult]:
        """Fill a corpus with a world's regulations and check its drafts against it."""
        shelf = self.shelf_of(world.regulations)
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        results = {}
        for path in write_texts(world.drafts, folder):
            regulations = pipeline.parse_file(path)
            results[path.stem] = pipeline.check_regulations(regulations, shelf, Settings())
        return results

    def shelf_of(self, texts: Mapping[str, str]) -> Shelf:
        """Return the corpus of these texts, made ready for checking."""
        key = tuple(texts.values())
        if key not in self.shelves:
            folder = Path(tempfile.mkdtemp(dir=self.folder))
            settings = Settings(corpus=str(folder / "korpus.sqlite"))
            with pipeline.open_corpus(settings, create=True) as corpus:
                rows = list(pipeline.add_files(write_texts(texts, folder), corpus, workers=1))
                assert {row.outcome for row in rows} == {"added"}, rows
                self.shelves[key] = pipeline.load_shelf(corpus, settings)
        return self.shelves[key]


def write_texts(texts: Mapping[str, str], folder: Path) -> list[Path]:
    """Write texts to files with their line ends as they are."""
    paths = []
    for stem, text in texts.items():
        paths.append(folder / f"{stem}.txt")
        paths[-1].write_text(text, encoding="utf-8", newline="")
    return paths


@pytest.fixture(scope="session")
def court(tmp_path_factory: pytest.TempPathFactory) -> Court:
    """Return the court of the session."""
    return Court(tmp_path_factory.mktemp("court"))


@pytest.fixture
def demo() -> World:
    """Return the demo corpus as a world."""
    return demo_world()


@pytest.fixture
def judge(court: Court) -> Callable[[World], Judgement]:
    """Return a function that checks a world and says what went wrong."""
    return lambda world: judge_world(world, court)


@pytest.fixture(scope="session")
def world_of() -> Callable[[dict[str, str], dict[str, str]], World]:
    """Return a function that puts regulations beside those of the demo corpus."""

    def make(regulations: dict[str, str], drafts: dict[str, str]) -> World:
        return World({**demo_world().regulations, **regulations}, drafts, [])

    return make
