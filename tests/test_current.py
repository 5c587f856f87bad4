"""What a corpus is compared with: the law as it stands, each unit in the words it has now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regcheck.consolidate import consolidate_id
from regcheck.current import read_current
from regcheck.intake import add_files
from regcheck.pipeline import check_file
from regcheck.settings import Settings
from regcheck.store import Corpus
from tests.consolidation.conftest import AMENDING, foot, head
from tests.consolidation.conftest import BASE as BASE_ID

BASE = """Pasal 1
Kapal wajib melapor kepada Syahbandar paling lama 30 (tiga puluh) hari.
Pasal 2
Nakhoda membayar sewa tambatan setiap bulan.
Pasal 3
Setiap orang dilarang membuang jangkar di alur pelayaran.
"""
ACT = """Pasal I
Beberapa ketentuan dalam Peraturan Daerah Nomor 2 Tahun 2014 tentang Dermaga diubah sebagai berikut:
1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:
Pasal 1
Kapal wajib melapor kepada Syahbandar paling lama 14 (empat belas) hari.
2. Pasal 2 dihapus.
3. Di antara Pasal 2 dan Pasal 3 disisipkan 1 (satu) pasal, yakni Pasal 2A sehingga berbunyi:
Pasal 2A
Nakhoda dibebaskan dari sewa tambatan selama badai.
4. Ketentuan Pasal 9 ayat (2) diubah sehingga berbunyi sebagai berikut:
Pasal 9
(2) Izin sandar berlaku selama 1 (satu) tahun.
Pasal II
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
"""
ACT_ID = "perda/teluk-kenari/2018/4"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Return a corpus of a base and an act that amends it."""
    texts = {
        "dasar": head(2, 2014, "DERMAGA") + BASE + foot(2014),
        "ubah": head(4, 2018, AMENDING) + ACT + foot(2018),
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with Corpus.open(tmp_path / "korpus.sqlite", create=True) as opened:
        list(add_files(sorted(tmp_path.glob("*.txt")), opened))
        yield opened


def test_a_replaced_pasal_is_compared_in_its_new_words(corpus: Corpus) -> None:
    """It has the key of the base, and tells which act prints it."""
    found = {one.key: one for one in read_current(corpus).passages}

    one = found[f"{BASE_ID}#pasal-1"]
    assert "14 (empat belas)" in one.text
    assert [place.key for place in one.printed] == [f"{ACT_ID}#pasal-I/pasal-1"]
    assert f"{ACT_ID}#pasal-I/pasal-1" not in found
    assert found[f"{BASE_ID}#pasal-3"].printed == ()


def test_deleted_units_are_not_compared_and_are_counted(corpus: Corpus) -> None:
    """An inserted pasal is there in their place."""
    current = read_current(corpus)
    keys = {one.key for one in current.passages}

    assert f"{BASE_ID}#pasal-2" not in keys
    assert f"{BASE_ID}#pasal-2A" in keys
    assert current.gone == 1


def test_what_cannot_be_applied_stays_as_printed(corpus: Corpus) -> None:
    """An ayat for a pasal that the base lacks is compared in the amending act, and counted."""
    current = read_current(corpus)

    assert current.unapplied == 1
    assert any(
        one.key.startswith(f"{ACT_ID}#") and "Izin sandar" in one.text for one in current.passages
    )


def test_before_the_amendment_the_old_words_stand(corpus: Corpus) -> None:
    """On an earlier date the amending act is not there at all."""
    current = read_current(corpus, "2016-01-01")
    found = {one.key: one.text for one in current.passages}

    assert "30 (tiga puluh)" in found[f"{BASE_ID}#pasal-1"]
    assert current.later == {ACT_ID}
    assert not any(key.startswith(ACT_ID) for key in found)
    assert current.digest != read_current(corpus).digest


def test_what_was_kept_is_what_is_made(corpus: Corpus) -> None:
    """A rendition read back from disk is the one that was made; a damaged one is made anew."""
    first = read_current(corpus)
    again = read_current(corpus)
    for path in (corpus.index_folder / "renditions").iterdir():
        path.write_bytes(b"rusak")

    assert again == first == read_current(corpus)


def test_what_a_court_annulled_is_not_compared(corpus: Corpus, tmp_path: Path) -> None:
    """A text of the corpus tells of the ruling on one pasal; the pasal keeps its words."""
    told = (
        "bahwa berdasarkan Putusan Mahkamah Agung Nomor 91 P/HUM/2018, Pasal 3 Peraturan Daerah "
        "Nomor 2 Tahun 2014 tentang Dermaga dinyatakan tidak mempunyai kekuatan hukum mengikat"
    )
    text = head(6, 2019, "ALUR PELAYARAN").replace("bahwa dermaga perlu diatur", told)
    path = tmp_path / "alur.txt"
    path.write_text(text + "Pasal 1\nAlur ditandai pelampung.\n" + foot(2019), "utf-8")
    list(add_files([path], corpus))
    annulled = f"{BASE_ID}#pasal-3"
    consolidated = consolidate_id(corpus, BASE_ID)

    assert annulled not in {one.key for one in read_current(corpus).passages}
    assert annulled in {one.key for one in read_current(corpus, "2017-12-31").passages}
    assert consolidated.by_key[annulled].wording.op == "annul"
    assert "membuang jangkar" in consolidated.text_of(annulled)


AGAIN = "PERUBAHAN ATAS PERATURAN DAERAH NOMOR 4 TAHUN 2018 TENTANG PERUBAHAN DERMAGA"
SECOND = """Pasal I
Beberapa ketentuan dalam Peraturan Daerah Nomor 4 Tahun 2018 diubah sebagai berikut:
1. Ketentuan {pasal} diubah sehingga berbunyi sebagai berikut:
{pasal}
Nakhoda dibebaskan dari sewa tambatan selama perang.
Pasal II
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
"""


def add_second(corpus: Corpus, folder: Path, pasal: str) -> None:
    """Add an act that amends the amending act."""
    path = folder / "ubah-lagi.txt"
    text = head(7, 2020, AGAIN) + SECOND.format(pasal=pasal)
    path.write_text(text + foot(2020), encoding="utf-8")
    list(add_files([path], corpus))


def test_an_amended_amendment_is_applied_to_the_base(corpus: Corpus, tmp_path: Path) -> None:
    """What the first act put into the base is changed there by the second, in lineage."""
    add_second(corpus, tmp_path, "Pasal 2A")
    found = {one.key: one.text for one in read_current(corpus).passages}
    consolidated = consolidate_id(corpus, BASE_ID)
    unit = consolidated.by_key[f"{BASE_ID}#pasal-2A"]

    assert "selama perang" in found[f"{BASE_ID}#pasal-2A"]
    assert not any("selama badai" in text for text in found.values())
    assert unit.wording.act == "perda/teluk-kenari/2020/7"
    assert [one.act for one in consolidated.former[unit.key]] == [ACT_ID]
    assert read_current(corpus).unconsolidated == 0


def test_what_is_an_amending_acts_own_stays_printed(corpus: Corpus, tmp_path: Path) -> None:
    """A pasal that the first act did not give to the base is not looked for there; it counts."""
    add_second(corpus, tmp_path, "Pasal 8")
    current = read_current(corpus)

    assert current.unconsolidated == 1
    assert any("selama perang" in one.text for one in current.passages)
    assert consolidate_id(corpus, BASE_ID).acts[-1].id == ACT_ID


def test_an_act_whose_instructions_cannot_be_read_is_told(corpus: Corpus, tmp_path: Path) -> None:
    """Its title says that it amends; the text as it stands and the count say that it was not."""
    path = tmp_path / "sulit.txt"
    text = head(9, 2021, AMENDING)
    body = "Pasal 1\nSewa tambatan yang semula sebulan menjadi dua bulan.\n"
    path.write_text(text + body + foot(2021), encoding="utf-8")
    list(add_files([path], corpus))
    remarks = {one.code: one for one in consolidate_id(corpus, BASE_ID).remarks}

    assert read_current(corpus).unread == 1
    assert remarks["act-unread"].act == "perda/teluk-kenari/2021/9"
    assert "Nomor 9 Tahun 2021" in remarks["act-unread"].say("id")


CITING = """Pasal 1
Tata cara pembebasan sebagaimana dimaksud dalam {cited} Peraturan Daerah Nomor 2 Tahun 2014
tentang Dermaga diatur oleh Syahbandar.
"""


@pytest.mark.parametrize(("cited", "told"), [("Pasal 2A", False), ("Pasal 2", True)])
def test_references_lead_into_the_text_as_it_stands(
    corpus: Corpus, tmp_path: Path, cited: str, *, told: bool
) -> None:
    """What exists only by amendment is found; what an amendment deleted is known as deleted."""
    draft = tmp_path / "rancangan.md"
    text = head(3, 2024, "PEMBEBASAN SEWA")
    draft.write_text(text + CITING.format(cited=cited) + foot(2024), "utf-8")
    settings = Settings(corpus=str(corpus.path))
    found = [one for one in check_file(draft, corpus, settings).findings if one.code == "R-05"]

    assert bool(found) == told
    assert all("Nomor 4 Tahun 2018" in one.reason for one in found)
