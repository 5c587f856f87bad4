"""Abbreviations that a regulation defines are spelled out in what is compared, nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck.compare import VectorIndex
from regcheck.domain import Kind, Passage
from regcheck.glossaries import define, spell_corpus, spell_draft, spell_query
from regcheck.indexing import load_index
from regcheck.intake import add_files
from regcheck.store import Corpus

LEAD = "Dalam Peraturan Daerah ini yang dimaksud dengan:"
BUMD = "Badan Usaha Milik Daerah yang selanjutnya disingkat BUMD adalah badan usaha milik provinsi."
RULE = "Direksi BUMD dilarang merangkap jabatan di perusahaan swasta."
IN_FULL = "Direksi Badan Usaha Milik Daerah dilarang merangkap jabatan di perusahaan swasta."


def definition(
    text: str, id_: str = "perda/x/2020/1", number: int = 1, lead: str = LEAD
) -> Passage:
    """Return a definition of the first pasal."""
    return Passage(f"{id_}#pasal-1/angka-{number}", Kind.ANGKA, text, 1, lead, "KETENTUAN UMUM")


def ayat(text: str, id_: str = "perda/x/2020/1", pasal: str = "5", target: str = "") -> Passage:
    """Return the first ayat of a pasal."""
    key = f"{id_}#pasal-{pasal}/ayat-1"
    return Passage(key, Kind.AYAT, text, 1, heading="DIREKSI", target=target)


def last(passages: tuple[Passage, ...]) -> str:
    """Return what is compared of the last passage."""
    return passages[-1].spelled or passages[-1].text


def test_an_abbreviation_is_spelled_out_and_the_printed_text_stays() -> None:
    """What is quoted is as printed; what is compared has the term."""
    found = spell_corpus([definition(BUMD), ayat(RULE)])

    assert found[-1].text == RULE
    assert found[-1].spelled == IN_FULL
    assert found[0].spelled == ""


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (
            "Dewan Perwakilan Rakyat Daerah Kota Palu yang selanjutnya disingkat DPRD",
            "Rapat Dewan Perwakilan Rakyat Daerah terbuka.",
        ),
        (
            "Dewan Perwakilan Rakyat Daerah atau sebutan lain, selanjutnya disebut DPRD,",
            "Rapat Dewan Perwakilan Rakyat Daerah terbuka.",
        ),
        ("Dewan Perwakilan Rakyat Daerah yang selanjutnya disebut Dewan", "Rapat DPRD terbuka."),
    ],
    ids=["the region is left out", "other names are left out", "a short name is no abbreviation"],
)
def test_what_an_abbreviation_stands_for(term: str, expected: str) -> None:
    """A term is taken without its region and other names; *Dewan* is left as it is."""
    passages = [
        definition(f"{term} adalah lembaga perwakilan rakyat."),
        ayat("Rapat DPRD terbuka."),
    ]

    assert last(spell_corpus(passages)) == expected


def test_words_that_only_begin_like_an_abbreviation_stay() -> None:
    """*BUMDes* and *BUMD-X* are no *BUMD*, and a term in full is not taken apart."""
    text = "BUMDes dan BUMD-X bukan badan usaha milik daerah."

    assert last(spell_corpus([definition(BUMD), ayat(text)])) == text


@pytest.mark.parametrize(
    ("lead", "pasal", "spelled"),
    [
        ("Dalam Pasal ini yang dimaksud dengan:", "5", False),
        ("Dalam Pasal ini yang dimaksud dengan:", "1", True),
        ("Dalam Bab ini yang dimaksud dengan:", "5", False),
        (LEAD, "5", True),
    ],
)
def test_a_list_of_terms_is_for_the_part_that_it_names(
    lead: str, pasal: str, spelled: bool
) -> None:
    """*Dalam Pasal ini* defines nothing for another pasal, *dalam Bab ini* nothing beyond it."""
    found = spell_corpus([definition(BUMD, lead=lead), ayat(RULE, pasal=pasal)])

    assert last(found) == (IN_FULL if spelled else RULE)


def test_a_regulation_defines_nothing_for_another() -> None:
    """Each goes by its own definitions."""
    found = spell_corpus([definition(BUMD), ayat(RULE, id_="perda/x/2021/7")])

    assert last(found) == RULE


def test_a_draft_that_amends_inherits_the_definitions_of_its_base() -> None:
    """The new text of a pasal goes by the terms of the regulation that it becomes part of."""
    known = define([definition(BUMD)])
    other = "Bank Umum Milik Dunia yang selanjutnya disingkat BUMD adalah bank."
    known = {**known, **define([definition(other, id_="perda/y/2019/3")])}
    new = ayat(RULE, id_="perda/x/2024/2", target="perda/x/2020/1#pasal-5/ayat-1")

    assert last(spell_draft([new], known)) == IN_FULL


def test_an_undefined_abbreviation_gets_the_usual_meaning_beside_it() -> None:
    """A draft that forgot to define it meets rules that do, and those that write it alone."""
    rules = [definition(BUMD), definition(BUMD, id_="perda/y/2019/3")]
    found = spell_draft([ayat(RULE, id_="perda/x/2024/2")], define(rules))

    assert last(found) == RULE.replace("BUMD", "BUMD Badan Usaha Milik Daerah")


def test_an_abbreviation_of_two_meanings_is_left_alone() -> None:
    """Where regulations disagree, nothing is guessed."""
    other = "Bank Umum Milik Dunia yang selanjutnya disingkat BUMD adalah bank."
    known = define([definition(BUMD), definition(other, id_="perda/y/2019/3")])

    assert last(spell_draft([ayat(RULE, id_="perda/x/2024/2")], known)) == RULE
    assert (
        spell_query("direksi BUMD", [definition(BUMD)]) == "direksi BUMD Badan Usaha Milik Daerah"
    )
    assert spell_query("direksi perusahaan", [definition(BUMD)]) == "direksi perusahaan"


def test_the_two_ways_of_writing_meet_in_the_index() -> None:
    """A draft that abbreviates scores as one that does not, in either direction."""
    corpus = [
        *spell_corpus([definition(BUMD), ayat(RULE)]),
        ayat("Pengelola kios wajib membayar retribusi setiap bulan.", pasal="6"),
    ]
    index = VectorIndex.build(corpus)
    plain = ayat(IN_FULL, id_="perda/x/2024/2")
    draft = [definition(BUMD, id_="perda/x/2024/3"), ayat(RULE, id_="perda/x/2024/3")]

    for passages in ([plain], spell_draft(draft, {})):
        pairs = index.find_pairs(passages, 0.99)
        assert "perda/x/2020/1#pasal-5/ayat-1" in {pair.right for pair in pairs}


def test_an_index_of_an_earlier_version_is_brought_up_to_date(tmp_path: Path) -> None:
    """A corpus indexed as printed is found by the terms in full, without being read again."""
    text = (
        "PERATURAN DAERAH PROVINSI SULAWESI UTARA\nNOMOR 5 TAHUN 2019\nTENTANG\nDIREKSI\n\n"
        "BAB I\nKETENTUAN UMUM\nPasal 1\nDalam Peraturan Daerah ini yang dimaksud dengan:\n"
        f"1. {BUMD}\n2. Direksi adalah pengurus.\nBAB II\nLARANGAN\nPasal 2\n{RULE}\n"
    )
    (tmp_path / "perda.txt").write_text(text, encoding="utf-8")
    with Corpus.open(tmp_path / "korpus.sqlite", create=True) as corpus:
        list(add_files([tmp_path / "perda.txt"], corpus))
        VectorIndex.build(corpus.passages()).save(corpus.index_folder, corpus.digest())

        index = load_index(corpus)

    assert index.nearest(IN_FULL, 1)[0][1] > 0.99
    assert [one.text for one in corpus_passages(tmp_path) if one.spelled] == []


def corpus_passages(folder: Path) -> tuple[Passage, ...]:
    """Return what is stored."""
    with Corpus.open(folder / "korpus.sqlite") as corpus:
        return corpus.passages()
