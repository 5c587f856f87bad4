"""Legal bases printed with another gazette than the register has, checked against a corpus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from regcheck import pipeline
from regcheck.catalogues import plan_import
from regcheck.domain import Misprint
from regcheck.gazettes import find_misprints
from regcheck.intake import Batch
from regcheck.settings import Settings
from regcheck.shelf import load_shelf

BODY = """\
Pasal 1
Kapal ditambatkan pada sisi timur.
Pasal 2
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan."""
PROMULGATED = """\
Diundangkan di Denpasar
pada tanggal 3 Maret {year}
LEMBARAN DAERAH PROVINSI BALI TAHUN {year} NOMOR {number}
"""
UUD = "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"
ACT = "perda/bali/2012/3"
CITED = (
    "Peraturan Daerah Provinsi Bali Nomor 3 Tahun 2012 tentang Dermaga "
    "(Lembaran Daerah Provinsi Bali Tahun {year} Nomor {number})"
)
Find = Callable[..., dict[str, Misprint]]


@pytest.fixture
def find(tmp_path: Path, perda: Callable[..., str]) -> Find:
    """Return a check of a draft's bases against an act and so many others that cite it."""

    def write(number: int, year: int, title: str, basis: str) -> Path:
        path = tmp_path / f"{number}-{year}.txt"
        text = perda(number=number, year=year, title=title, basis=basis, body=BODY)
        path.write_text(text + PROMULGATED.format(number=number, year=year), encoding="utf-8")
        return path

    def run(printed: str, citing: tuple[str, ...] = (), catalogue: str = "") -> dict[str, Misprint]:
        paths = [write(3, 2012, "DERMAGA", UUD)]
        for number, basis in enumerate(citing, start=11):
            paths.append(write(number, 2015, f"KAPAL {number}", basis))
        settings = Settings(corpus=str(tmp_path / "korpus.sqlite"))
        with pipeline.open_corpus(settings, create=True) as corpus:
            assert all(row.outcome == "added" for row in pipeline.add_files(paths, corpus))
            if catalogue:
                table = tmp_path / "katalog.csv"
                table.write_text(
                    f"jenis,nomor,tahun,wilayah,judul,sumber\nperda,3,2012,bali,Dermaga,{catalogue}\n",
                    encoding="utf-8",
                )
                plan = plan_import(table, None, settings)
                list(plan.run(corpus, Batch(settings, plan.given, workers=1)))
            shelf = load_shelf(corpus, settings)
        draft = write(9, 2020, "SEWA TAMBAT", printed)
        return find_misprints(pipeline.parse_file(draft)[0], shelf)

    return run


RIGHT, WRONG = CITED.format(year=2012, number=3), CITED.format(year=2012, number=13)


def test_the_act_and_those_that_cite_it_outvote_a_draft(find: Find) -> None:
    """Its own text and two others print one number, the draft alone another."""
    (fault,) = find(WRONG, (RIGHT, RIGHT)).values()

    assert (fault.act, fault.printed, fault.registered, fault.catalogued) == (
        ACT, "LD Tahun 2012 Nomor 13", "LD Tahun 2012 Nomor 3", False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "citing"),
    [
        (RIGHT, (RIGHT, RIGHT)),
        (WRONG, (RIGHT,)),
        (WRONG, (RIGHT, RIGHT, WRONG)),
        (CITED.format(year=2012, number="l3"), (RIGHT, RIGHT)),
    ],
    ids=["agrees", "too few witnesses", "another prints the same", "misread"],
)
def test_what_proves_nothing_is_no_fault(find: Find, printed: str, citing: tuple[str, ...]) -> None:
    """Agreement, a single witness, a number that others print too, and a misread number."""
    assert find(printed, citing) == {}


def test_a_catalogue_needs_no_witness(find: Find) -> None:
    """Where a catalogue gives the gazette, it is the register."""
    (fault,) = find(WRONG, catalogue="LD 2012/3").values()

    assert (fault.registered, fault.catalogued) == ("LD Tahun 2012 Nomor 3", True)
