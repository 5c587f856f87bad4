"""Rules that outlive the acts they carry out say nothing twice; what they contradict is told."""

from __future__ import annotations

from typing import Any

import pytest

from regcheck.check.overlap_findings import find_overlaps
from regcheck.check.survivors import find_survivors
from regcheck.domain import Link, Role, Status
from regcheck.settings import Settings

DRAFT, RULE = "perda/sagara-raya/2026/9", "pergub/sagara-raya/2012/4"
OLD, OTHER = "perda/sagara-raya/2010/3", "perda/sagara-raya/2011/6"
DUTY = "Pengelola terminal wajib menyediakan ruang tunggu khusus ibu menyusui di dekat peron."


def repeat(builder: Any, old: Status) -> Any:
    """Let a draft say what a rule says that carries out an older act."""
    builder.add(f"{DRAFT}#pasal-2", DUTY)
    builder.add(f"{RULE}#pasal-5", DUTY)
    builder.register(OLD, status=old)
    builder.links.append(Link(RULE, f"{OLD}#pasal-9", Role.MELAKSANAKAN))
    return builder


@pytest.mark.parametrize(
    ("old", "found", "aside"),
    [(Status.DICABUT, [], ["N-16"]), (Status.BERLAKU, ["T-01"], [])],
)
def test_what_outlives_its_parent_is_no_second_rule(
    old: Status, found: list[str], aside: list[str], builder: Any
) -> None:
    """The draft replaces it; while the parent is law, the same words are a duplicate."""
    overlaps = find_overlaps(repeat(builder, old).build(), Settings())

    assert [one.code for one in overlaps.findings] == found
    assert [one.code for one in overlaps.aside] == aside


def test_one_parent_in_force_is_enough(builder: Any) -> None:
    """A rule that carries out another act as well rests on that."""
    repeat(builder, Status.DICABUT).register(OTHER)
    assert find_survivors(builder.heads, builder.links) == {RULE: OLD}

    builder.links.append(Link(RULE, OTHER, Role.MELAKSANAKAN))
    assert find_survivors(builder.heads, builder.links) == {}


def test_a_perda_rests_on_autonomy(builder: Any) -> None:
    """It makes law in its own right, whatever statute it named."""
    builder.register(OLD)
    builder.register("uu/2004/32", status=Status.DICABUT)
    builder.links.append(Link(OLD, "uu/2004/32", Role.MELAKSANAKAN))

    assert find_survivors(builder.heads, builder.links) == {}


def test_legal_bases_tell_what_a_rule_carries_out(builder: Any) -> None:
    """All of them, where the rule does not say; constitutions are everybody's basis."""
    builder.links += [
        Link(RULE, "uud/1945", Role.DASAR_HUKUM),
        Link(RULE, OLD, Role.DASAR_HUKUM),
        Link(RULE, OTHER, Role.DASAR_HUKUM),
    ]

    assert find_survivors(builder.heads, builder.links, gone={OLD}) == {}
    assert find_survivors(builder.heads, builder.links, gone={OLD, OTHER}) == {RULE: OLD}


@pytest.mark.parametrize(
    ("rule", "act", "lost"),
    [
        ("Tata Cara Pengelolaan Terminal", "Terminal", True),
        ("Angkutan Terminal", "Terminal", False),
        ("Tata Cara", "Terminal", False),
    ],
)
def test_the_act_on_the_same_matter_decides(rule: str, act: str, lost: bool, builder: Any) -> None:
    """A rule whose own statute is gone does not live on by the others that it names."""
    builder.links += [Link(RULE, OLD, Role.DASAR_HUKUM), Link(RULE, OTHER, Role.DASAR_HUKUM)]
    titles = {RULE: rule, OLD: act, OTHER: "Pemerintahan"}

    found = find_survivors(builder.heads, builder.links, {OLD}, titles)

    assert (RULE in found) is lost


def test_a_law_that_another_renewed_still_carries_its_rules(builder: Any) -> None:
    """The law on job creation was laid down again as it was."""
    builder.links.append(Link("pp/2021/5", "uu/2020/11", Role.MELAKSANAKAN))

    assert find_survivors(builder.heads, builder.links, gone={"uu/2020/11"}) == {}
