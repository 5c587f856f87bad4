"""The built-in register beside the texts of a corpus and a catalogue of the user."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from regcheck.domain import Bygone, Identity, Status
from regcheck.domain.catalogue import CatalogueEntry
from regcheck.graphs import open_atlas
from regcheck.intake import add_files
from regcheck.pipeline import check_file
from regcheck.settings import Settings
from regcheck.standings import LawOfDay, find_annulled, find_bygones, find_standings
from regcheck.store import Corpus
from regcheck.store.catalogue import write_catalogue

DOCK, REEF = "perda/teluk-kenari/2012/1", "perda/teluk-kenari/2016/3"
ELECTRIC, REGIONS = "uu/2002/20", "uu/1999/22"
TEXT = """PERATURAN DAERAH PROVINSI TELUK KENARI
NOMOR {number} TAHUN {year}
TENTANG
{title}
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR TELUK KENARI,
Menimbang : bahwa laut perlu diatur;
Mengingat : 1. {basis};
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG {title}.
Pasal 1
Nakhoda wajib melapor kepada Syahbandar.
Pasal 2
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
Ditetapkan di Kenari
pada tanggal 3 Mei {year}
Diundangkan di Kenari
pada tanggal 5 Mei {year}
"""
BASES = {
    REGIONS: "Undang-Undang Nomor 22 Tahun 1999 tentang Pemerintahan Daerah",
    ELECTRIC: "Undang-Undang Nomor 20 Tahun 2002 tentang Ketenagalistrikan",
    "pp/2024/77": "Peraturan Pemerintah Nomor 77 Tahun 2024 tentang Dermaga",
}
#: Entries of our own, so that no fact of the shipped table is needed.
OWN = Bygone(DOCK, Status.DICABUT, REEF, "2016-05-05", "9", "naskah")


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Return a corpus of two Perda, of which one rests on an old statute."""
    texts = (
        TEXT.format(number=1, year=2012, title="DERMAGA", basis=BASES[REGIONS]),
        TEXT.format(number=3, year=2016, title="TERUMBU KARANG", basis=BASES[ELECTRIC]),
    )
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    with Corpus.open(tmp_path / "korpus.sqlite", create=True) as opened:
        list(add_files(sorted(tmp_path.glob("*.txt")), opened))
        yield opened


def test_an_act_of_the_corpus_gets_its_status_from_the_register(corpus: Corpus) -> None:
    """From the day of effect on, and not before; without an entry it is in force."""
    law = LawOfDay(corpus, "2017-01-01", {DOCK: OWN})

    assert law.standings()[DOCK].status is Status.DICABUT
    assert law.standings()[DOCK].known is OWN
    assert LawOfDay(corpus, "2015-01-01", {DOCK: OWN}).standings()[DOCK].known is None
    assert LawOfDay(corpus, "2017-01-01", {}).standings()[DOCK].status is Status.BERLAKU


def test_an_act_that_is_only_cited_gets_one_too(corpus: Corpus) -> None:
    """Others of the register stay out of the standings of the corpus."""
    found = find_standings(corpus)

    assert found[REGIONS].status is Status.DICABUT
    assert found[ELECTRIC].status is Status.TIDAK_MENGIKAT
    assert "uu/1974/5" not in found
    assert "uu/1974/5" in find_bygones(corpus)


def test_what_a_court_annulled_is_told_with_the_ruling(corpus: Corpus) -> None:
    """The register feeds the annulments as texts of the corpus do."""
    reason = find_annulled(corpus)[ELECTRIC]

    assert "Mahkamah Konstitusi" in reason.by
    assert reason.known is not None
    assert ELECTRIC not in find_annulled(corpus, "2003-01-01")


def test_a_catalogue_of_the_user_beats_the_register(corpus: Corpus) -> None:
    """What the user's own catalogue calls in force is in force; what it calls gone is gone."""
    entry = CatalogueEntry(REGIONS, Identity("uu", "", "22", "1999"), status="Berlaku")
    write_catalogue(corpus, [entry], {})

    assert REGIONS not in find_bygones(corpus)

    write_catalogue(corpus, [replace(entry, status="Tidak Berlaku")], {})

    assert REGIONS in find_bygones(corpus)


def test_the_single_status_says_that_the_register_is_its_source(corpus: Corpus) -> None:
    """The reason has no sentence of the corpus, but the entry."""
    force = open_atlas(corpus).force(REGIONS)

    assert force.status is Status.DICABUT
    assert force.reasons[0].proof is None
    assert force.known is force.reasons[0].known is not None


def check(corpus: Corpus, tmp_path: Path, basis: str, year: int = 2025) -> list[tuple[str, str]]:
    """Return code and reason of the findings on a draft that rests on one act."""
    draft = tmp_path / "rancangan.txt"
    draft.write_text(
        TEXT.format(number=9, year=year, title="PELAMPUNG", basis=BASES[basis]), encoding="utf-8"
    )
    result = check_file(draft, corpus, Settings(corpus=str(corpus.path)))
    return [(one.code, one.reason) for one in result.findings if one.code in {"R-01", "R-02"}]


def test_a_repealed_basis_is_found_and_its_source_named(corpus: Corpus, tmp_path: Path) -> None:
    """R-01, with the act in force now; the sentence says that no text of the corpus tells it."""
    ((code, reason),) = check(corpus, tmp_path, REGIONS)

    assert code == "R-01"
    assert "UU Nomor 32 Tahun 2004" in reason
    assert "menurut daftar bawaan regcheck" in reason
    assert "UU Nomor 23 Tahun 2014" in reason


def test_an_annulled_basis_is_found_and_its_source_named(corpus: Corpus, tmp_path: Path) -> None:
    """R-01 with the ruling; not verified, so it is only an indication."""
    ((code, reason),) = check(corpus, tmp_path, ELECTRIC)

    assert code == "R-01"
    assert "Putusan Mahkamah Konstitusi" in reason
    assert "belum diverifikasi" in reason


def test_an_act_that_the_register_does_not_have_is_no_fault(corpus: Corpus, tmp_path: Path) -> None:
    """Silence where nothing is known."""
    assert check(corpus, tmp_path, "pp/2024/77") == []
