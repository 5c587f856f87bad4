"""The regulation that an amending act changes, as its title or its text names it."""

from __future__ import annotations

from regcheck.domain import Identity
from regcheck.parse.structure.bases import base_id

ACT = Identity(jenis="pp", nomor="12", tahun="2021", tentang="PERUBAHAN")
TITLE = "Perubahan atas Peraturan Pemerintah Nomor 14 Tahun 2076 tentang Rumah Susun"


def test_the_year_of_the_base_is_not_behind_that_of_the_act() -> None:
    """A year that is yet to come is misread; without another mention the base is unknown."""
    assert base_id(ACT, TITLE) == ""


def test_another_mention_of_the_base_gives_the_year() -> None:
    """The mention bears the same kind and number; a further regulation is not meant."""
    elsewhere = (
        f"{TITLE}; Peraturan Pemerintah Nomor 5 Tahun 2010; "
        "Peraturan Pemerintah Nomor 14 Tahun 2016 tentang Rumah Susun"
    )

    assert base_id(ACT, TITLE, elsewhere) == "pp/2016/14"
    assert base_id(ACT, TITLE, TITLE) == ""


def test_a_year_a_little_ahead_is_left_to_consolidation() -> None:
    """The year of the act itself may be the misread one."""
    assert base_id(ACT, "Peraturan Pemerintah Nomor 3 Tahun 2023") == "pp/2023/3"


def test_a_base_of_the_same_year_is_believed() -> None:
    """An act may be amended in its first year."""
    assert base_id(ACT, "Peraturan Pemerintah Nomor 3 Tahun 2021") == "pp/2021/3"
