"""A person's correction of an identity reaches every key, is recorded, and is not undone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from regcheck import pipeline
from regcheck.domain import FileRow
from regcheck.edits import Change, edit_identity
from regcheck.errors import RegcheckError
from regcheck.indexing import load_index
from regcheck.intake import Batch, add_files
from regcheck.settings import Settings
from regcheck.store import Corpus

DEMO = Path(__file__).resolve().parent.parent / "corpus" / "regulations"
KTR, KTR_ID = "perda-2013-7.txt", "perda/nusa-kencana/2013/7"
IRIGASI, IRIGASI_ID = "perda-2016-1.txt", "perda/nusa-kencana/2016/1"
#: Amends KTR, and cites it by its number.
TITLE = "KAWASAN TANPA ROKOK"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return a folder with two regulations, the number of one unreadable."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    shutil.copy(DEMO / IRIGASI, folder)
    text = (DEMO / KTR).read_text(encoding="utf-8")
    head, mark, rest = text.partition("NOMOR 7 TAHUN 2013")
    assert mark
    (folder / KTR).write_text(f"{head}NOMOR    TAHUN 2013{rest}", encoding="utf-8")
    return folder


@pytest.fixture
def corpus(tmp_path: Path, inbox: Path) -> Iterator[Corpus]:
    """Return a corpus of the two."""
    with Corpus.open(tmp_path / "korpus.sqlite", create=True) as opened:
        assert {row.outcome for row in add(opened, inbox)} == {"added"}
        yield opened


def add(corpus: Corpus, inbox: Path, **options: object) -> list[FileRow]:
    """Offer all files of the folder."""
    batch = replace(Batch(workers=1), **options)  # type: ignore[arg-type]
    return list(add_files(sorted(inbox.iterdir()), corpus, batch))


def unnumbered(corpus: Corpus) -> str:
    """Return the id of the regulation whose number could not be read."""
    return next(head.id for head in corpus.heads() if "tanpa-nomor" in head.id)


def number(corpus: Corpus) -> Change:
    """Supply the number that could not be read."""
    return edit_identity(unnumbered(corpus), {"nomor": "7"}, corpus, by="ani", at="2026-11-25")


def test_the_id_and_every_key_follow(corpus: Corpus) -> None:
    """Units, citations, definitions and passages move to the new id, and the file's row knows."""
    before = unnumbered(corpus)
    change = number(corpus)

    assert (change.before, change.after) == (before, KTR_ID)
    regulation = corpus.regulation(KTR_ID)
    assert regulation.identity.nomor == "7"
    keys = [unit.key for unit in regulation.units]
    keys += [one.holder for one in regulation.citations]
    keys += [one.unit for one in regulation.definitions]
    keys += [one.key for one in corpus.passages([KTR_ID])]
    assert {key.partition("#")[0] for key in keys} == {KTR_ID}
    assert not corpus.has(before)
    assert [row.ids for row in corpus.files() if row.path.endswith(KTR)] == [(KTR_ID,)]
    assert corpus.verify() == ()


def test_it_is_recorded_with_the_old_values(corpus: Corpus) -> None:
    """Who, when, and what stood there is a remark of the regulation, in both languages."""
    number(corpus)
    edit_identity(KTR_ID, {"tentang": "Udara Bersih"}, corpus, by="budi", at="2026-11-26")

    notes = [one for one in corpus.regulation(KTR_ID).anomalies if one.code == "edited"]
    assert [one.message for one in notes] == [
        "Identitas diubah oleh ani pada 2026-11-25: nomor (kosong) → 7.",
        f"Identitas diubah oleh budi pada 2026-11-26: judul {TITLE} → Udara Bersih.",
    ]
    assert "number (empty) → 7" in notes[0].message_en


def test_other_regulations_find_it_now(corpus: Corpus, inbox: Path) -> None:
    """An act that amends it by its right number did so in vain before, and does so now."""
    amending = inbox / "perubahan.txt"
    amending.write_text(
        "PERATURAN DAERAH PROVINSI NUSA KENCANA\nNOMOR 9 TAHUN 2015\nTENTANG\n"
        "PERUBAHAN ATAS PERATURAN DAERAH NOMOR 7 TAHUN 2013 TENTANG KAWASAN TANPA ROKOK\n\n"
        "MEMUTUSKAN:\nMenetapkan : PERATURAN DAERAH TENTANG PERUBAHAN ATAS PERATURAN DAERAH "
        "NOMOR 7 TAHUN 2013 TENTANG KAWASAN TANPA ROKOK.\n\nPasal I\nKetentuan Pasal 2 Peraturan "
        "Daerah Nomor 7 Tahun 2013 tentang Kawasan Tanpa Rokok diubah sehingga berbunyi sebagai "
        "berikut:\nPasal 2\nUdara bersih adalah hak setiap orang.\n\n"
        "Pasal II\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n",
        encoding="utf-8",
    )
    add(corpus, inbox)
    status = {head.id: head.standing.status for head in pipeline.list_heads(corpus)}
    assert status[unnumbered(corpus)] == "berlaku"

    number(corpus)

    status = {head.id: head.standing.status for head in pipeline.list_heads(corpus)}
    assert status[KTR_ID] == "diubah"


@pytest.mark.parametrize("refresh", [False, True])
def test_adding_the_file_again_does_not_undo_it(corpus: Corpus, inbox: Path, refresh: bool) -> None:
    """The file still says nothing; what the person said stands."""
    number(corpus)
    rows = {Path(row.path).name: row for row in add(corpus, inbox, refresh=refresh)}

    assert rows[KTR].outcome == ("replaced" if refresh else "unchanged")
    assert ("dipertahankan" in rows[KTR].message) is refresh
    assert corpus.has(KTR_ID)
    assert "dipertahankan" not in rows[IRIGASI].message


def test_a_changed_or_moved_file_keeps_it(corpus: Corpus, inbox: Path) -> None:
    """A better scan of the same act, or another name for it, does not lose the work."""
    number(corpus)
    path = inbox / KTR
    path.write_text(path.read_text(encoding="utf-8").replace("rokok", "cerutu"), encoding="utf-8")
    assert [row.ids for row in add(corpus, inbox) if row.path.endswith(KTR)] == [(KTR_ID,)]

    path.rename(inbox / "lain.txt")
    add(corpus, inbox, refresh=True)

    assert [head.id for head in corpus.heads()].count(KTR_ID) == 1
    assert "cerutu" in corpus.regulation(KTR_ID).text


def test_removing_forgets_it(corpus: Corpus, inbox: Path) -> None:
    """A regulation that is removed and added again is as its file says."""
    number(corpus)
    corpus.remove(KTR_ID)
    add(corpus, inbox)

    assert not corpus.has(KTR_ID)
    assert unnumbered(corpus)


def test_an_id_in_use_is_refused_and_nothing_changes(corpus: Corpus) -> None:
    """The message names the file that has it."""
    before, digest = unnumbered(corpus), corpus.digest()

    with pytest.raises(RegcheckError) as caught:
        edit_identity(before, {"tahun": "2016", "nomor": "1"}, corpus)

    assert IRIGASI in caught.value.say("id")
    assert corpus.digest() == digest
    assert corpus.has(before)


def test_saying_the_same_is_refused(corpus: Corpus) -> None:
    """An edit without effect is no edit; nor is one of a regulation that is not there."""
    with pytest.raises(RegcheckError, match="nothing to change"):
        edit_identity(IRIGASI_ID, {"nomor": "1", "id": IRIGASI_ID}, corpus)
    with pytest.raises(RegcheckError, match="not in the corpus"):
        edit_identity("perda/bali/1900/1", {"nomor": "1"}, corpus)


def test_an_id_can_be_given_and_a_value_removed(corpus: Corpus) -> None:
    """An id that was given stays whatever else changes; an empty value empties."""
    edit_identity(IRIGASI_ID, {"id": "perda/nusa-kencana/2016/1a"}, corpus)
    change = edit_identity("perda/nusa-kencana/2016/1a", {"tanggal_penetapan": ""}, corpus)

    assert change.after == "perda/nusa-kencana/2016/1a"
    assert corpus.regulation(change.after).identity.tanggal_penetapan == ""


def test_one_act_of_several_in_a_file(tmp_path: Path) -> None:
    """The other acts of the file stay as they are, also when it is read again."""
    both = tmp_path / "dua.txt"
    texts = [(DEMO / name).read_text(encoding="utf-8") for name in (IRIGASI, KTR)]
    both.write_text("\n\n".join(texts), encoding="utf-8")
    with Corpus.open(tmp_path / "dua.sqlite", create=True) as corpus:
        (row,) = add_files([both], corpus)
        assert row.ids == (IRIGASI_ID, KTR_ID)

        new = edit_identity(KTR_ID, {"nomor": "70"}, corpus).after
        (again,) = add_files([both], corpus, refresh=True)

        assert again.ids == (IRIGASI_ID, new)
        assert not [one for one in corpus.regulation(IRIGASI_ID).anomalies if one.code == "edited"]
        assert [one for one in corpus.regulation(new).anomalies if one.code == "edited"]
        assert corpus.verify() == ()


def test_a_copy_of_the_file_follows(corpus: Corpus, inbox: Path) -> None:
    """The row of a file with the same content names the new id."""
    shutil.copy(inbox / KTR, inbox / "salinan.txt")
    add(corpus, inbox)
    number(corpus)

    assert {row.ids for row in corpus.files() if IRIGASI not in row.path} == {(KTR_ID,)}


def test_the_index_and_reports_know(corpus: Corpus, inbox: Path) -> None:
    """A new title changes no passage, but the digest that index and reports are kept under."""
    settings = Settings(corpus=str(corpus.path))
    load_index(corpus)
    digest, stamp = corpus.digest(), pipeline.scan_stamp([inbox / KTR], corpus, settings)

    edit_identity(IRIGASI_ID, {"tentang": "Tata Air"}, corpus)

    assert corpus.digest() != digest
    assert pipeline.scan_stamp([inbox / KTR], corpus, settings) != stamp
    assert load_index(corpus) is not None
