"""Perda on taxes and levies lapse on the day that the next law on taxes sets."""

from __future__ import annotations

from typing import Any

import pytest

from regcheck.check.lapses import find_lapsed
from regcheck.domain import Link, Role

PERDA = "perda/sagara-raya/2012/3"


def lapsed(builder: Any, title: str, day: str, *bases: str) -> str:
    """Return by which clause a Perda with a title and legal bases lapsed before a day."""
    builder.register(PERDA, title)
    links = [Link(PERDA, base, Role.DASAR_HUKUM) for base in bases]
    return find_lapsed(builder.heads, links, day).get(PERDA, "")


@pytest.mark.parametrize(
    ("title", "day", "bases", "clause"),
    [
        ("Retribusi Terminal", "2024-06-01", ["uu/2009/28"], "uu/2022/1#pasal-187/huruf-b"),
        ("Retribusi Terminal", "2023-06-01", ["uu/2009/28"], ""),
        ("Pajak Kendaraan Bermotor", "2024-06-01", ["uu/2009/28"], ""),
        (
            "Pajak Kendaraan Bermotor",
            "2025-06-01",
            ["uu/2009/28"],
            "uu/2022/1#pasal-187/huruf-c",
        ),
        ("Pajak Hotel", "2024-06-01", ["uu/2000/34", "uu/1997/18"], "uu/2009/28#pasal-180"),
        ("Pajak Hotel", "2024-06-01", ["uu/2009/28", "uu/2022/1"], ""),
        ("Izin Gangguan", "2024-06-01", ["uu/2009/28"], ""),
        ("Retribusi Terminal", "2024-06-01", ["uu/2004/32"], ""),
        (
            "Perubahan atas Peraturan Daerah Nomor 4 Tahun 2010 tentang Retribusi Terminal",
            "2024-06-01",
            ["uu/2009/28"],
            "uu/2022/1#pasal-187/huruf-b",
        ),
    ],
)
def test_a_levy_ends_with_its_law(
    title: str, day: str, bases: list[str], clause: str, builder: Any
) -> None:
    """The newest law that the Perda names counts, and only if its title is on a tax or levy."""
    assert lapsed(builder, title, day, *bases) == clause


def test_rules_of_a_governor_are_no_perda(builder: Any) -> None:
    """What carries out a Perda ends with that, not with the statute."""
    rule = "pergub/sagara-raya/2013/2"
    builder.register(rule, "Retribusi Terminal")

    assert rule not in find_lapsed(
        builder.heads, [Link(rule, "uu/2009/28", Role.DASAR_HUKUM)], "2024-06-01"
    )
