"""Ranks, firmness and jurisdictions, as UU 12/2011 and UU 23/2014 give them."""

from __future__ import annotations

import itertools

import pytest

from regcheck.law import comparable, level_between
from regcheck.law.hierarchy import EQUAL, HIGHER, LOWER, UNRANKED

PERDA, PERGUB = "perda/nusa-kencana/2020/5", "pergub/nusa-kencana/2021/7"
PERDA_KAB, PERBUP = "perda/kab-muara-intan/2019/2", "perbup/kab-muara-intan/2020/9"
KEPGUB, PERMEN = "kepgub/nusa-kencana/2020/44", "permendagri/2015/80"
UU, PP, PERPRES = "uu/2014/23", "pp/2018/12", "perpres/2014/87"

ALL = (PERDA, PERGUB, PERDA_KAB, PERBUP, KEPGUB, PERMEN, UU, PP, PERPRES)


@pytest.mark.parametrize(
    ("first", "second", "level", "firm"),
    [
        (PERGUB, PERDA, HIGHER, True),  # UU 23/2014 Pasal 246(1)
        (PERDA, PERGUB, LOWER, True),
        (PERGUB, UU, HIGHER, True),  # UU 23/2014 Pasal 250
        (PERGUB, PERPRES, HIGHER, True),
        (PERMEN, PP, HIGHER, True),
        (PERDA, UU, HIGHER, True),  # UU 12/2011 Pasal 7(1)
        (PERDA_KAB, PERDA, HIGHER, True),
        (PERBUP, PERDA_KAB, HIGHER, True),
        (PERDA, PERMEN, HIGHER, False),
        (PERGUB, PERMEN, HIGHER, False),
        (PERDA_KAB, PERGUB, HIGHER, False),
        (PERGUB, PERDA_KAB, LOWER, False),
        (PERGUB, "perda/tanjung-perca/2020/1", HIGHER, False),
        (PERGUB, "pergub/nusa-kencana/2014/21", EQUAL, True),
        (PERDA, "perda/nusa-kencana/2012/3", EQUAL, True),
        (UU, "perpu/2022/2", EQUAL, True),
        (PERMEN, "permenkes/2019/1", EQUAL, False),
        (PERDA, KEPGUB, UNRANKED, False),
        (KEPGUB, KEPGUB, UNRANKED, False),
        (PERDA, "tanpa-identitas/0123456789ab", UNRANKED, False),
        (PERDA, "bukan id", UNRANKED, False),
    ],
)
def test_levels(first: str, second: str, level: str, firm: bool) -> None:
    """The level is that of the second as seen from the first."""
    assert level_between(first, second) == (level, firm)


def test_levels_seen_from_the_other_side_are_mirrored() -> None:
    """Turning a pair round turns higher into lower and keeps firmness."""
    mirror = {HIGHER: LOWER, LOWER: HIGHER, EQUAL: EQUAL, UNRANKED: UNRANKED}
    for first, second in itertools.product(ALL, repeat=2):
        level, firm = level_between(first, second)
        assert level_between(second, first) == (mirror[level], firm)


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [
        (PERDA, PERGUB, True),
        (PERDA, UU, True),
        (PERDA, "perda/tanjung-perca/2020/1", False),
        ("perda/bali/2011/5", "perda/kab-badung/2013/1", True),
        ("perda/kab-badung/2013/1", "perda/kota-denpasar/2013/1", False),
        ("perda/kab-badung/2013/1", "pergub/riau/2013/1", False),
    ],
)
def test_jurisdictions(first: str, second: str, meet: bool) -> None:
    """Rules meet inside one region, across one that contains the other, and with national ones."""
    assert comparable(first, second) is meet
    assert comparable(second, first) is meet
