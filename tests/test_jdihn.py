"""The national feed: read, matched with files, taken in, and written out again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from regcheck import pipeline
from regcheck.catalogues import export_feed, plan_import
from regcheck.domain import Role
from regcheck.drawings import draw
from regcheck.errors import RegcheckError
from regcheck.graphs import open_atlas
from regcheck.intake import Batch
from regcheck.jdihn import read_entry, read_feed
from regcheck.jdihn_files import match_files
from regcheck.settings import Settings
from regcheck.store.catalogue import read_catalogue
from regcheck.values import BadValueError

DOCUMENT: dict[str, Any] = {
    "idData": 17,
    "tahun_pengundangan": "2012",
    "tanggal_penetapan": "2012-05-14",
    "tanggal_pengundangan": "0000-00-00",
    "jenis": "Peraturan Daerah Provinsi",
    "noPeraturan": "3",
    "judul": "Peraturan Daerah Provinsi Bali Nomor 3 Tahun 2012 tentang Pengelolaan Sampah",
    "singkatanJenis": "PERDA",
    "subjek": "SAMPAH - LINGKUNGAN HIDUP",
    "status": "BERLAKU",
    "teuBadan": "Indonesia. Provinsi Bali",
    "fileDownload": "Perda No 3 (2012).PDF",
    "abstrak": "abstrak-3-2012.pdf",
    "isbn": None,
}
ABSTRACT = (
    "ABSTRAK: - bahwa sampah perlu dikelola. - Dasar Hukum Peraturan Daerah ini adalah: Pasal 18 "
    "ayat (6) UUD 1945; UU No. 18 Tahun 2008; PP No. 81 Tahun 2012. - Dalam Peraturan Daerah ini "
    "diatur tentang pengelolaan sampah menurut UU No. 32 Tahun 2009. CATATAN: - Mencabut Perda No. "
    "1 Tahun 2001. - Mulai berlaku pada tanggal diundangkan."
)
PERDA = """PERATURAN DAERAH PROVINSI BALI
NOMOR {number} TAHUN {year}
TENTANG
PENGELOLAAN SAMPAH
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR BALI,
Menimbang : bahwa sampah perlu dikelola;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG PENGELOLAAN SAMPAH.
Pasal 1
Setiap orang wajib memilah sampah.
Pasal 2
{clause}
Ditetapkan di Denpasar
pada tanggal 14 Mei {year}
"""
REPEAL = (
    "Pada saat Peraturan Daerah ini mulai berlaku, Peraturan Daerah Provinsi Bali Nomor 3 Tahun "
    "2012 tentang Pengelolaan Sampah dicabut dan dinyatakan tidak berlaku."
)


def entry(**changes: Any) -> Any:
    """Return the entry of the document with some fields changed."""
    texts = {name: str(value) for name, value in {**DOCUMENT, **changes}.items() if value}
    return read_entry(texts)


def test_a_document_is_identified() -> None:
    """From the fields of the feed, whatever is missing or odd in it."""
    found = entry()

    assert found.id == "perda/bali/2012/3"
    assert found.identity.tentang == "Pengelolaan Sampah"
    assert (found.identity.tanggal_penetapan, found.identity.tanggal_pengundangan) == (
        "2012-05-14",
        "",
    )
    assert (found.status, found.subjects) == ("Berlaku", ("SAMPAH", "LINGKUNGAN HIDUP"))
    assert (found.abstract, found.ties) == ("", ())


@pytest.mark.parametrize(
    ("changes", "id_"),
    [
        ({"jenis": "", "singkatanJenis": "perda"}, "perda/bali/2012/3"),
        ({"jenis": "Peraturan Daerah Kabupaten Kulon Progo", "teuBadan": ""},
         "perda/kab-kulon-progo/2012/3"),
        ({"jenis": "PERBUP", "teuBadan": "PEMERINTAH KABUPATEN SLEMAN BAGIAN HUKUM", "judul": "X"},
         "perbup/kab-sleman/2012/3"),
        ({"jenis": "Peraturan Gubernur", "teuBadan": "Bali", "judul": "Reklame"},
         "pergub/bali/2012/3"),
        ({"tahun_pengundangan": "", "noPeraturan": "03"}, "perda/bali/2012/3"),
        ({"jenis": "Peraturan Menteri Dalam Negeri", "teuBadan": ""}, "permendagri/2012/3"),
    ],
)  # fmt: skip
def test_kinds_and_regions_are_found_where_they_stand(changes: dict[str, Any], id_: str) -> None:
    """In the kind, the heading of the body, or the title; national acts have no region."""
    assert entry(**changes).id == id_


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"jenis": "Monografi", "singkatanJenis": "", "judul": "Buku"}, "jenis tidak dikenal"),
        ({"jenis": "PERDA", "teuBadan": "", "judul": "Sampah"}, "wilayah"),
        ({"noPeraturan": ""}, "nomor"),
        ({"tahun_pengundangan": "", "tanggal_penetapan": ""}, "tahun"),
    ],
)
def test_what_cannot_be_identified_is_told(changes: dict[str, Any], words: str) -> None:
    """The reason names the field."""
    with pytest.raises(BadValueError) as caught:
        entry(**changes)

    assert words in caught.value.say("id")


def test_an_abstract_names_bases_and_repeals() -> None:
    """In its abbreviated forms; what is merely mentioned is none."""
    assert entry(abstrak=ABSTRACT).ties == (
        (Role.DASAR_HUKUM, "uud/1945"),
        (Role.DASAR_HUKUM, "uu/2008/18"),
        (Role.DASAR_HUKUM, "pp/2012/81"),
        (Role.MENCABUT, "perda/bali/2001/1"),
    )


@pytest.mark.parametrize("wrap", [lambda docs: docs, lambda docs: {"data": docs}])
def test_a_feed_names_what_it_skips(wrap: Callable[[Any], Any], tmp_path: Path) -> None:
    """Documents in a list, bare or under a key; repeated and unreadable ones are counted."""
    path = tmp_path / "document.json"
    documents = [DOCUMENT, {**DOCUMENT, "noPeraturan": "-"}, {**DOCUMENT, "status": "Dicabut"}]
    path.write_text(json.dumps(wrap(documents)), encoding="utf-8")
    feed = read_feed(path)

    assert [(one.id, one.status) for one in feed.entries] == [
        ("perda/bali/2012/3", "Tidak Berlaku")
    ]
    assert (feed.repeated, [one.number for one in feed.skipped]) == (1, [2])


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"data": 5}', "<html>"])
def test_what_is_no_feed_is_refused(content: str, tmp_path: Path) -> None:
    """With the fields that are expected."""
    path = tmp_path / "document.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(RegcheckError) as caught:
        read_feed(path)
    assert "noPeraturan" in caught.value.say("id")
    with pytest.raises(RegcheckError):
        read_feed(tmp_path / "none.json")


def test_files_are_matched_by_name() -> None:
    """Capitals, blanks and brackets do not matter; a doubtful name matches nothing."""
    one, other = entry(), entry(noPeraturan="4", fileDownload="x.pdf")
    files = [Path("/a/perda_no_3_2012.pdf"), Path("/a/x.pdf"), Path("/b/x.pdf")]
    found = match_files([one, other], files)

    assert found.files == {one.id: files[0]}
    assert (found.missing, found.spare) == ((other.id,), tuple(files[1:]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a feed of three documents and the files of two."""
    files = tmp_path / "unduhan"
    files.mkdir()
    plain = "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan."
    (files / "perda_no_3_2012.txt").write_text(
        PERDA.format(number="3", year="2012", clause=plain), encoding="utf-8"
    )
    (files / "perda-5.txt").write_text(
        PERDA.format(number="5", year="2020", clause=REPEAL), encoding="utf-8"
    )
    documents = [
        {**DOCUMENT, "fileDownload": "Perda No 3 (2012).txt", "bidangHukum": "Lingkungan"},
        {**DOCUMENT, "noPeraturan": "5", "tahun_pengundangan": "2020", "status": "Tidak Berlaku",
         "fileDownload": "perda-5.txt"},
        {**DOCUMENT, "noPeraturan": "9", "fileDownload": "hilang.pdf", "abstrak": ABSTRACT},
    ]  # fmt: skip
    (tmp_path / "document.json").write_text(json.dumps(documents), encoding="utf-8")
    return tmp_path


def test_a_feed_enters_the_corpus(folder: Path) -> None:
    """Files are added, all documents recorded, and the texts beat the catalogue."""
    settings = Settings(corpus=str(folder / "korpus.sqlite"))
    plan = plan_import(folder / "document.json", folder / "unduhan", settings)
    with pipeline.open_corpus(settings, create=True) as corpus:
        rows = list(plan.run(corpus, Batch(settings, plan.given, workers=1)))
        assert [row.outcome for row in rows] == ["added", "added"]
        assert set(read_catalogue(corpus)) == {
            f"perda/bali/{x}" for x in ("2012/3", "2020/5", "2012/9")
        }
        assert {id_: status.value for id_, status in plan.disputed.items()} == {
            "perda/bali/2012/3": "dicabut",
            "perda/bali/2020/5": "berlaku",
        }
        atlas = open_atlas(corpus, "2026-01-31")
        old = atlas.force("perda/bali/2012/3")
        assert (old.status and old.status.value, old.hint) == ("dicabut", "Berlaku")
        feed = {one["noPeraturan"]: one for one in export_feed(corpus)}

    assert (feed["3"]["status"], feed["5"]["status"]) == ("Tidak Berlaku", "Berlaku")
    assert feed["3"]["bidangHukum"] == "Lingkungan"
    assert feed["3"]["judul"] == (
        "Peraturan Daerah Provinsi Bali Nomor 3 Tahun 2012 tentang Pengelolaan Sampah"
    )
    assert set(feed) == {"3", "5"}


def test_a_table_is_read_like_a_feed(tmp_path: Path) -> None:
    """Its columns are the fields, or have the names that clerks give them."""
    path = tmp_path / "katalog.csv"
    path.write_text(
        "Jenis;Nomor;Tahun;Tentang;Wilayah;Status;Abstrak\n"
        f'Peraturan Daerah;3;2012;Pengelolaan Sampah;Bali;Berlaku;"{ABSTRACT}"\n'
        "Peraturan Gubernur;;2013;Tarif;Bali;;\n",
        encoding="utf-8",
    )
    feed = read_feed(path)

    assert [one.id for one in feed.entries] == ["perda/bali/2012/3"]
    assert (Role.MENCABUT, "perda/bali/2001/1") in feed.entries[0].ties
    assert [one.number for one in feed.skipped] == [2]
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(RegcheckError):
        read_feed(path)


@pytest.mark.parametrize(
    ("words", "ties"),
    [
        ("Perda ini mengubah Perda No. 1 Tahun 2001.", [(Role.MENGUBAH, "perda/bali/2001/1")]),
        ("Perda ini telah diubah dengan Perda No. 7 Tahun 2015.", []),
        ("Perda ini dicabut dengan Perda No. 7 Tahun 2015.", []),
        ("Perda No. 1 Tahun 2001 dicabut dan dinyatakan tidak berlaku.",
         [(Role.MENCABUT, "perda/bali/2001/1")]),
    ],
)  # fmt: skip
def test_notes_of_an_abstract_say_who_did_what(words: str, ties: list[Any]) -> None:
    """What an act does, not what was done to it."""
    assert list(entry(abstrak=f"CATATAN: - {words}").ties) == ties


def test_a_title_names_what_is_amended() -> None:
    """Without any abstract."""
    title = "Perubahan atas Peraturan Daerah Nomor 8 Tahun 2009 tentang Pengelolaan Sampah"

    assert entry(judul=title).ties == ((Role.MENGUBAH, "perda/bali/2009/8"),)


def test_abstracts_become_edges_that_never_beat_a_text(folder: Path) -> None:
    """Marked as the catalogue's word, with its sentence; the status stays that of the texts."""
    (folder / "unduhan" / "abstrak-3.txt").write_text(
        "ABSTRAK: - Dasar Hukum Peraturan Daerah ini adalah: UU No. 18 Tahun 2008. "
        "CATATAN: - Mencabut Perda No. 5 Tahun 2020.",
        encoding="utf-8",
    )
    feed = json.loads((folder / "document.json").read_text(encoding="utf-8"))
    feed[0]["abstrak"] = "abstrak-3.txt"
    (folder / "document.json").write_text(json.dumps(feed), encoding="utf-8")
    settings = Settings(corpus=str(folder / "korpus.sqlite"))
    plan = plan_import(folder / "document.json", folder / "unduhan", settings)
    with pipeline.open_corpus(settings, create=True) as corpus:
        list(plan.run(corpus, Batch(settings, plan.given, workers=1)))
        atlas = open_atlas(corpus, "2026-01-31")
        told = {(one.base, one.role) for one in atlas.edges if one.origin}
        (step,) = atlas.chain("perda/bali/2012/3", "perda/bali/2020/5")[:1]
        back = {one.edge.source for one in atlas.neighbours("perda/bali/2001/1")}
        status = atlas.force("perda/bali/2020/5")
        drawn = {(tie.source, tie.target, tie.role): tie for tie in draw(atlas).ties}

    assert (plan.abstracts, plan.unread, len(plan.match.spare)) == (1, (), 0)
    assert (("uu/2008/18", Role.DASAR_HUKUM) in told, back) == (True, {"perda/bali/2012/9"})
    assert (step.edge.origin, step.proof.page) == ("katalog", 0)
    assert step.proof.text.endswith("Mencabut Perda No. 5 Tahun 2020")
    assert drawn["perda/bali/2012/3", "perda/bali/2020/5", "mencabut"].catalogued
    assert drawn["perda/bali/2012/3", "perda/bali/2020/5", "mencabut"].proof == step.proof
    assert status.status is not None
    assert status.status.value == "berlaku"
    assert status.hint == "Tidak Berlaku (Perda Provinsi Bali Nomor 3 Tahun 2012)"


def test_what_is_exported_can_be_read_again(folder: Path, tmp_path: Path) -> None:
    """The ids are the same."""
    settings = Settings(corpus=str(folder / "korpus.sqlite"))
    with pipeline.open_corpus(settings, create=True) as corpus:
        list(pipeline.add_files(sorted((folder / "unduhan").iterdir()), corpus, workers=1))
        documents = export_feed(corpus)
    (tmp_path / "keluar.json").write_text(json.dumps(documents), encoding="utf-8")
    feed = read_feed(tmp_path / "keluar.json")

    assert sorted(one.id for one in feed.entries) == ["perda/bali/2012/3", "perda/bali/2020/5"]
    assert feed.skipped == ()
