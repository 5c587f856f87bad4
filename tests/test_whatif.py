"""A draft that amends is checked as if it were law: with the corpus, and with what it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regcheck import pipeline
from regcheck.domain import CheckResult
from regcheck.intake import add_files, parse_file
from regcheck.report.look import Look
from regcheck.report.terminal import render_result
from regcheck.settings import Settings
from regcheck.store import Corpus
from regcheck.whatif import Bench, Preview, preview
from tests.consolidation.conftest import AMENDING, foot, head
from tests.consolidation.conftest import BASE as BASE_ID

BASE = """Pasal 1
Nakhoda kapal wajib melapor kepada Syahbandar sebelum kapal sandar di dermaga.
Pasal 2
Permohonan izin sandar kapal diajukan secara tertulis kepada Kepala Dinas paling lama 5 (lima) hari
sebelum kapal sandar.
Pasal 3
(1) Retribusi tambatan dibayar setiap bulan oleh pemilik kapal.
(2) Pemilik kapal menyimpan tanda bukti pembayaran retribusi tambatan.
Pasal 4
Setiap orang dilarang membuang jangkar di alur pelayaran.
Pasal 5
Pemilik kapal menyerahkan jaminan kebersihan.
Pasal 6
Jaminan sebagaimana dimaksud dalam Pasal 5 dikembalikan sesudah kapal berangkat.
"""
AMENDS = """Pasal I
Beberapa ketentuan dalam Peraturan Daerah Nomor 2 Tahun 2014 tentang Dermaga diubah sebagai berikut:
1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:
Pasal 3
(1) Retribusi tambatan dibayar setiap tahun oleh pemilik kapal.
(2) Pemilik kapal menyimpan tanda bukti pembayaran retribusi tambatan.
2. Frasa “Syahbandar” dalam Pasal 1 diubah menjadi “Kepala Pelabuhan”.
3. Di antara Pasal 3 dan Pasal 4 disisipkan 1 (satu) pasal, yakni Pasal 3A sehingga berbunyi:
Pasal 3A
Permohonan izin sandar kapal diajukan secara tertulis kepada Kepala Dinas paling lama 14 (empat
belas) hari sebelum kapal sandar.
4. Frasa “Bupati” dalam Pasal 4 diubah menjadi “Gubernur”.
5. Ketentuan Pasal 9 ayat (2) diubah sehingga berbunyi sebagai berikut:
Pasal 9
(2) Izin sandar berlaku selama 1 (satu) tahun.
6. Pasal 5 dihapus.
Pasal II
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a base, and a draft that amends it."""
    path = tmp_path_factory.mktemp("whatif")
    base = head(2, 2014, "DERMAGA") + BASE + foot(2014)
    draft = "RANCANGAN " + head("...", "...", AMENDING) + AMENDS
    (path / "dasar.txt").write_text(base, encoding="utf-8")
    (path / "rancangan.txt").write_text(draft, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Iterator[Corpus]:
    """Return a corpus of the base alone."""
    with Corpus.open(folder / "korpus.sqlite", create=True) as opened:
        list(add_files([folder / "dasar.txt"], opened))
        yield opened


@pytest.fixture(scope="module")
def ahead(folder: Path, corpus: Corpus) -> Preview:
    """Return what the draft would make of the base."""
    return preview(parse_file(folder / "rancangan.txt")[0], Bench(corpus))


@pytest.fixture(scope="module")
def result(folder: Path, corpus: Corpus) -> CheckResult:
    """Return the check of the draft."""
    return pipeline.check_file(folder / "rancangan.txt", corpus, Settings())


def test_only_what_changes_is_the_drafts(ahead: Preview) -> None:
    """An ayat printed again word for word stays with the base, and is counted."""
    found = {one.target.partition("#")[2]: one for one in ahead.passages if one.target}

    assert set(found) >= {"pasal-3/ayat-1", "pasal-3A", "pasal-1"}
    assert "pasal-3/ayat-2" not in found
    assert f"{BASE_ID}#pasal-3/ayat-2" in {one.key for one in ahead.beside}
    assert found["pasal-3/ayat-1"].key.endswith("#pasal-I/pasal-3/ayat-1")
    assert ahead.counts["units_reprinted"] == 1


def test_a_new_phrase_gives_the_whole_provision(ahead: Preview) -> None:
    """The draft prints only the phrase; compared is the pasal that holds it."""
    one = next(one for one in ahead.passages if one.target == f"{BASE_ID}#pasal-1")

    assert "melapor kepada Kepala Pelabuhan sebelum kapal sandar" in one.text
    assert one.key == f"{ahead.draft.id}#pasal-I/pasal-1"
    assert f"{BASE_ID}#pasal-1" not in {other.key for other in ahead.beside}


def test_what_cannot_be_applied_is_told_with_its_page(ahead: Preview) -> None:
    """A phrase that the pasal lacks, and an ayat of a pasal that the base lacks."""
    told = [one for one in ahead.draft.anomalies if one.code.startswith("unapplied-")]

    assert any("“Bupati”" in one.message and one.page == 1 for one in told)
    assert any("Pasal 9" in one.message for one in told)
    assert ahead.counts["instructions_unapplied"] == len(told)


def test_references_to_what_is_deleted_are_told(ahead: Preview) -> None:
    """A pasal that stays refers to one that goes; whatever the draft deletes is no passage."""
    told = [one for one in ahead.draft.anomalies if one.code == "reference-cut"]

    assert [one.unit for one in told] == [f"{BASE_ID}#pasal-6"]
    assert "merujuk Pasal 5, yang dihapus rancangan" in told[0].message
    assert told[0].page == 1
    assert f"{BASE_ID}#pasal-5" not in {one.key for one in ahead.beside}


def test_new_words_are_held_against_what_stays(result: CheckResult) -> None:
    """An inserted pasal contradicts an unchanged one: an act against itself (K-12)."""
    found = [one for one in result.findings if one.code == "K-12"]

    assert len(found) == 1
    assert found[0].left.key.endswith("pasal-I/pasal-3A")
    assert found[0].right is not None
    assert found[0].right.key == f"{BASE_ID}#pasal-2"
    assert "yang tidak diubah" in found[0].reason


def test_the_report_shows_what_was_applied_and_what_not(result: CheckResult) -> None:
    """Counts stand in the coverage, sentences among the notes."""
    shown = " ".join(render_result(result, Look("id", width=100)).split())

    assert result.coverage.compared["bases_amended"] == 1
    assert result.coverage.skipped["instructions_unapplied"] == 2
    assert "perintah perubahan rancangan yang tidak dapat diterapkan" in shown
    assert "“Bupati”" in shown


def test_an_enacted_act_is_applied_to_its_base_as_it_was(folder: Path, tmp_path: Path) -> None:
    """Its own copy in the corpus, and younger acts, change nothing of the base it met."""
    act = head(4, 2018, AMENDING) + AMENDS
    path = tmp_path / "perubahan.txt"
    path.write_text(act + foot(2018), encoding="utf-8")
    with Corpus.open(tmp_path / "korpus.sqlite", create=True) as opened:
        list(add_files([folder / "dasar.txt", path], opened))
        checked = pipeline.check_file(path, opened, Settings())

    assert checked.coverage.compared["bases_amended"] == 1
    assert checked.coverage.skipped["instructions_unapplied"] == 2
    assert [one.code for one in checked.findings if one.code.startswith("K")] == ["K-12"]


def test_a_base_that_is_not_there_is_counted(folder: Path, tmp_path: Path) -> None:
    """What the draft quotes is then compared as it is printed."""
    with Corpus.open(tmp_path / "kosong.sqlite", create=True) as opened:
        found = preview(parse_file(folder / "rancangan.txt")[0], Bench(opened))

    assert found.counts["bases_absent"] == 1
    assert any(one.key.endswith("#pasal-I/pasal-3A") for one in found.passages)
    assert found.beside == ()
