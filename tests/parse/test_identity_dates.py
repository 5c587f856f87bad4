"""Dates of the closing, as printed, misread or left to be written by hand."""

from __future__ import annotations

import pytest

from regcheck.domain import Span
from regcheck.parse.identity.dates import annex_date, read_dates


def dates(closing: str) -> dict[str, tuple[str, str]]:
    """Return day and year of each date in a closing."""
    found = read_dates(closing, Span(0, len(closing)))
    return {one.act: (one.day, one.year) for one in found}


@pytest.mark.parametrize(
    ("printed", "day", "year"),
    [
        ("pada tanggal 5 Pebruari 2014", "2014-02-05", "2014"),
        ("pada tanggal 05-02-2014", "2014-02-05", "2014"),
        ("Pada tanggal : 23 Juni 1997", "1997-06-23", "1997"),
        ("pada tanggal I4 Nopember 2014", "2014-11-14", "2014"),
        ("padatanggal 4 0Ktomer 2018", "2018-10-04", "2018"),
        ("pada tanggaJ 2 Agxstus 2018", "2018-08-02", "2018"),
        ("pada tanggal      Mei 2014", "", "2014"),
        ("pada tanggal 39 Juli 2018", "", "2018"),
        ("pada tanggal 12 Tescmber 2018", "", "2018"),
        ("pada tanggal 12 Mei 2(S16", "", ""),
        ("pada tanggal ...", "", ""),
    ],
)
def test_a_date_is_read_whole_or_not_at_all(printed: str, day: str, year: str) -> None:
    """A day that is missing or misread leaves the date empty; the year may still be known."""
    found = dates(f"Ditetapkan di Kenari\n{printed}\nGUBERNUR TELUK KENARI,\n")

    assert found.get("penetapan", ("", "")) == (day, year)


def test_enactment_and_promulgation_are_told_apart() -> None:
    """The date of one act is never taken for the other's, also where one is missing."""
    later = "\nDiundangkan di Kenari\npada tanggal 6 Mei 2016"
    both = f"Ditetapkan di Kenari\npada tanggal 5 Mei 2016{later}"
    one = f"Ditetapkan di Kenari\npada tanggal ....{later}"

    assert dates(both) == {
        "penetapan": ("2016-05-05", "2016"),
        "pengundangan": ("2016-05-06", "2016"),
    }
    assert dates(one) == {"pengundangan": ("2016-05-06", "2016")}


def test_an_old_act_closes_with_place_and_day() -> None:
    """Place and day alone on a line are the day of enactment."""
    assert dates("Kenari, 13 Oktober 1986\nDEWAN PERWAKILAN RAKYAT DAERAH\n") == {
        "penetapan": ("1986-10-13", "1986")
    }


def test_an_annex_tells_the_day_of_enactment() -> None:
    """Where the closing is unreadable, the date under an annex's number stands in."""
    text = "LAMPIRAN PERATURAN BUPATI SLEMAN\nNOMOR 4 TAHUN 2019\nTANGGAL : 30 Januari 2019\n"
    (found,) = annex_date(text, [0, text.index("\nTANGGAL")])

    assert found.day == "2019-01-30"
    assert annex_date(text, [0]) == ()
