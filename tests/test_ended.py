"""Citations of units that were deleted, moved or annulled, checked against a corpus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from regcheck import pipeline
from regcheck.domain import Finding
from regcheck.settings import Settings
from regcheck.shelf import load_shelf

PERDA = "Peraturan Daerah Provinsi Bali"
UUD = "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"
BASE = """\
Pasal 1
Dermaga dikelola Dinas.
Pasal 2
Kapal wisata membayar sewa dermaga.
Pasal 3
Kapal nelayan ditambatkan pada sisi timur.
Pasal 4
Muatan ditimbang oleh juru timbang.
Pasal 5
Tali tambat disediakan juru mudi sebelum kapal merapat.
Pasal 7
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan."""
CHANGE = """\
Pasal I
Beberapa ketentuan dalam Peraturan Daerah Provinsi Bali Nomor 3 Tahun 2012 tentang Dermaga diubah
sebagai berikut:
1. Pasal 3 dihapus.
2. Ketentuan Pasal 4 diubah menjadi Pasal 6.
3. Ketentuan Pasal 5 diubah menjadi Pasal 8.
Pasal II
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan."""
REUSE = """\
Pasal I
Beberapa ketentuan dalam Peraturan Daerah Provinsi Bali Nomor 3 Tahun 2012 tentang Dermaga diubah
sebagai berikut:
1. Di antara Pasal 3 dan Pasal 6 disisipkan 1 (satu) pasal, yakni Pasal 5 sehingga berbunyi sebagai
berikut:
Pasal 5
Muara dikeruk setiap musim kemarau.
Pasal II
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan."""
TOLD = """\
Pasal 1
Lampu suar dipelihara Dinas.
Pasal 2
Pasal 2 Peraturan Daerah Provinsi Bali Nomor 3 Tahun 2012 tentang Dermaga tidak mempunyai kekuatan
hukum mengikat berdasarkan Putusan Mahkamah Agung Nomor 57 P/HUM/2017.
Pasal 3
Peraturan Daerah Provinsi Bali Nomor 8 Tahun 2010 tentang Perahu dinyatakan tidak mempunyai kekuatan
hukum mengikat dengan Putusan Mahkamah Agung Nomor 9 P/HUM/2018.
Pasal 4
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan."""
CHANGES = "PERUBAHAN ATAS PERATURAN DAERAH PROVINSI BALI NOMOR 3 TAHUN 2012 TENTANG DERMAGA"
CITED = f"{PERDA} Nomor 3 Tahun 2012 tentang Dermaga"
ACTS = (
    (3, 2012, "DERMAGA", UUD, BASE),
    (4, 2018, CHANGES, CITED, CHANGE),
    (5, 2020, CHANGES.replace("PERUBAHAN", "PERUBAHAN KEDUA"), CITED, REUSE),
    (6, 2019, "LAMPU SUAR", UUD, TOLD),
)
Check = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory, perda: Callable[..., str]) -> Settings:
    """Return settings that name a corpus of this province."""
    folder = tmp_path_factory.mktemp("dermaga")
    paths = []
    for number, year, title, basis, body in ACTS:
        path = folder / f"{number}.txt"
        path.write_text(
            perda(number=number, year=year, title=title, basis=basis, body=body),
            encoding="utf-8",
        )
        paths.append(path)
    found = Settings(corpus=str(folder / "korpus.sqlite"), as_of="2026-06-01")
    with pipeline.open_corpus(found, create=True) as corpus:
        assert [row.outcome for row in pipeline.add_files(paths, corpus, workers=1)] == [
            "added"
        ] * len(ACTS)
    return found


@pytest.fixture
def check(settings: Settings, tmp_path: Path, perda: Callable[..., str]) -> Check:
    """Return a check of a draft with these words in its first pasal, or this legal basis."""

    def run(*codes: str, words: str = "Sampah diangkut.", basis: str = UUD) -> list[Finding]:
        path = tmp_path / "draf.txt"
        last = "Pasal 2\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan."
        body = f"Pasal 1\n{words}\n{last}"
        text = perda(number="...", year=2026, title="PASAR IKAN", basis=basis, body=body)
        path.write_text(f"RANCANGAN\n{text}", encoding="utf-8")
        with pipeline.open_corpus(settings) as corpus:
            shelf = load_shelf(corpus, settings)
        result = pipeline.check_regulations(pipeline.parse_file(path), shelf, settings)
        return [one for one in result.findings if one.code in codes]

    return run


def cite(pasal: int) -> str:
    """Return a sentence that rests on a pasal of the first regulation."""
    return f"Ikan didaratkan menurut Pasal {pasal} {PERDA} Nomor 3 Tahun 2012 tentang Dermaga."


def test_a_deleted_pasal_of_a_consolidated_regulation(check: Check) -> None:
    """R-05 names the amendment; a pasal that stands is no fault."""
    (found,) = check("R-05", words=cite(3))

    assert "Perda Provinsi Bali Nomor 4 Tahun 2018" in found.reason
    assert check("R-05", words=cite(1)) == []


def test_a_pasal_that_got_another_number(check: Check) -> None:
    """R-05 tells the new number and quotes what stands there now."""
    (found,) = check("R-05", words=cite(4))

    assert "telah menjadi Pasal 6" in found.reason
    assert found.right is not None
    assert found.right.key == "perda/bali/2012/3#pasal-6"
    assert "juru timbang" in found.right.text
    assert check("R-05", words=cite(6)) == []


def test_a_number_that_was_given_to_another_text(check: Check) -> None:
    """R-05 only where the sentence speaks of what was moved away, not of what stands there now."""
    moved = f"Tali tambat kapal wisata diperiksa menurut Pasal 5 {CITED}."
    (found,) = check("R-05", words=moved)

    assert "telah menjadi Pasal 8" in found.reason
    assert check("R-05", words=f"Muara dikeruk menurut Pasal 5 {CITED}.") == []
    assert check("R-05", words=cite(5)) == []


def test_a_pasal_that_a_court_annulled(check: Check) -> None:
    """R-05 names the ruling and quotes the text that tells of it."""
    (found,) = check("R-05", words=cite(2))

    assert "Putusan Mahkamah Agung Nomor 57 P/HUM/2017" in found.reason
    assert found.right is not None
    assert found.right.key.startswith("perda/bali/2019/6#pasal-2")


def test_a_basis_that_a_court_annulled(check: Check) -> None:
    """R-01, for a regulation as a whole, among the legal bases."""
    (found,) = check("R-01", basis=f"{PERDA} Nomor 8 Tahun 2010 tentang Perahu")

    assert "Nomor 9 P/HUM/2018" in found.reason
    assert check("R-01", basis=f"{PERDA} Nomor 3 Tahun 2012 tentang Dermaga") == []
