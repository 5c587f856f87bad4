"""What titles give away, and what they must not be taken for."""

from __future__ import annotations

import time

import pytest

from regcheck.law import titles


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        (
            "Perubahan Kedua atas Peraturan Daerah Provinsi Nusa Kencana Nomor 2 Tahun 2014 "
            "tentang Retribusi Jasa Usaha",
            "retribusi jasa usaha",
        ),
        (
            "Perubahan atas Peraturan Daerah Nomor 4 Tahun 2018 tentang Perubahan atas Peraturan "
            "Daerah Nomor 2 Tahun 2014 tentang Retribusi",
            "retribusi",
        ),
        ("Pencabutan Peraturan Gubernur Nomor 8 Tahun 2013 tentang Parkir", "parkir"),
        ("Perubahan atas Peraturan Gubernur Nomor 21 Tahun 2014", None),
        ("Perubahan Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2018", None),
        ("Pengelolaan Sampah", None),
        ("", None),
    ],
)
def test_subjects(title: str, subject: str | None) -> None:
    """The subject of an amending or repealing act is that of the act it names."""
    assert titles.subject(title) == (titles.plain(title) if subject is None else subject)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Susunan Organisasi dan Tata Kerja Sekretariat Daerah", True),
        ("Pembentukan dan Susunan Perangkat Daerah", True),
        ("Tugas Pokok dan Fungsi Dinas Kehutanan", True),
        ("Perubahan atas Peraturan Gubernur Nomor 5 Tahun 2016 tentang Uraian Tugas Badan", True),
        ("Pemberdayaan Organisasi Kemasyarakatan", False),
        ("Tugas Belajar dan Izin Belajar", False),
    ],
)
def test_offices(title: str, expected: bool) -> None:
    """Titles that set up an office are told from others with the same words."""
    assert titles.is_office(title) is expected


def test_a_title_with_the_number_of_an_act_is_no_series() -> None:
    """The year in a number is not the year of a budget."""
    assert titles.series("Pelaksanaan Peraturan Daerah Nomor 5 Tahun 2019") == ("", ())
    assert titles.series("Rencana Pembangunan Jangka Menengah Daerah Tahun 2019-2023")[1] == (
        "2019",
        "2023",
    )


def test_a_budget_change_is_no_amending_act() -> None:
    """*Perubahan APBD* names no act, so it changes none."""
    assert titles.changed_act("Perubahan APBD Tahun Anggaran 2018") == ("", "", "")


@pytest.mark.parametrize("word", ["perubahan ", "nomor ", "tahun 2018 ", "atas nomor 2 "])
def test_long_titles_take_no_long(word: str) -> None:
    """A megabyte of title words is read in well under a second."""
    text = "perubahan " + word * (1_000_000 // len(word))

    start = time.process_time()
    titles.subject(text)
    titles.is_office(text)
    titles.series(text)

    assert time.process_time() - start < 2
