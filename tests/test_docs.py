"""The documentation keeps up with the program."""

from __future__ import annotations

import re
from pathlib import Path

from regcheck.check import RULES
from regcheck.report.terms import NON_FAULTS

ROOT = Path(__file__).resolve().parent.parent
CHECKS = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_code_has_a_section() -> None:
    """Each finding code has a heading of its own, and no heading names a code that is gone."""
    assert set(re.findall(r"^## ([TKRM]-\d\d)$", CHECKS, re.MULTILINE)) == set(RULES)


def test_every_non_fault_is_explained() -> None:
    """Each N-code has a row, and no row names one that is gone."""
    assert set(re.findall(r"^\| (N-\d\d) ", CHECKS, re.MULTILINE)) == set(NON_FAULTS)


def test_the_readme_lists_every_code() -> None:
    """The table of findings in the README is complete."""
    assert set(re.findall(r"^\| ([TKRM]-\d\d) ", README, re.MULTILINE)) == set(RULES)


def test_links_inside_the_project_lead_somewhere() -> None:
    """Relative links of README and docs name files that exist."""
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *ROOT.glob("*/README.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
