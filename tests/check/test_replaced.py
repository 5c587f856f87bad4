"""Acts of whose title there is a later one are the law of yesterday, if they rule a matter."""

from __future__ import annotations

from typing import Any

import pytest

from regcheck.check.replaced import find_replaced
from regcheck.domain.state import Named

OLD, NEW = "perda/sagara-raya/2008/3", "perda/sagara-raya/2019/7"


def name(act: str, title: str, *sources: str) -> list[Named]:
    """Let some acts name another in their legal bases."""
    return [Named(source, act, title) for source in sources]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Pengelolaan Terminal", "PENGELOLAAN TERMINAL"),
        ("Pengelolaan Terminal", "PENGELOLAAN TERM1NAL"),
        ("Keuangan dan Kedudukan Dewan", "Kedudukan dan Keuangan Dewan"),
        ("Pengadjaran", "Pengajaran"),
    ],
)
def test_the_later_act_of_a_title_replaces(old: str, new: str, builder: Any) -> None:
    """However the title was spelled or read."""
    builder.register(OLD, old)
    builder.register(NEW, new)

    assert find_replaced(builder.heads, []) == {OLD: NEW}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Pengelolaan Terminal", "Pengelolaan Terminal Barang"),
        ("Pembentukan Desa Sagara", "Pembentukan Desa Sagara"),
        ("Penentuan Kebun yang Dikenakan Nasionalisasi",) * 2,
        ("Persetujuan Perjanjian Persahabatan",) * 2,
        ("Anggaran Pendapatan dan Belanja Daerah Tahun 2019",) * 2,
        ("Perubahan atas Peraturan Daerah Nomor 2 Tahun 2001 tentang Terminal",) * 2,
        ("", ""),
    ],
)
def test_decisions_of_one_case_replace_nothing(old: str, new: str, builder: Any) -> None:
    """The next of that title decides another case; another title is another matter."""
    builder.register(OLD, old)
    builder.register(NEW, new)

    assert find_replaced(builder.heads, []) == {}


@pytest.mark.parametrize("other", ["perda/kencana/2019/7", "pergub/sagara-raya/2019/7"])
def test_another_region_or_kind_replaces_nothing(other: str, builder: Any) -> None:
    """Only an act of the same legislator takes the place of another."""
    builder.register(OLD, "Pengelolaan Terminal")
    builder.register(other, "Pengelolaan Terminal")

    assert find_replaced(builder.heads, []) == {}


def test_legal_bases_tell_of_an_act_that_is_not_there(builder: Any) -> None:
    """Two acts must name it so: one may have been misread."""
    builder.register(OLD, "Pengelolaan Terminal")
    once = name(NEW, "Pengelolaan Terminal", "pergub/sagara-raya/2020/1")
    twice = [*once, *name(NEW, "Pengelolaan Terminal", "pergub/sagara-raya/2021/4")]

    assert find_replaced(builder.heads, once) == {}
    assert find_replaced(builder.heads, twice) == {OLD: NEW}


def test_what_is_void_or_later_than_the_day_replaces_nothing(builder: Any) -> None:
    """The older act is law again, or still."""
    builder.register(OLD, "Pengelolaan Terminal")
    builder.register(NEW, "Pengelolaan Terminal")

    assert find_replaced(builder.heads, [], void={NEW}) == {}
    assert find_replaced(builder.heads, [], until=2018) == {}


def test_one_number_in_two_years_may_be_misread(builder: Any) -> None:
    """A year that was misread makes two acts of one."""
    builder.register(OLD, "Pengelolaan Terminal")
    builder.register("perda/sagara-raya/2009/3", "Pengelolaan Terminal")

    assert find_replaced(builder.heads, []) == {}
