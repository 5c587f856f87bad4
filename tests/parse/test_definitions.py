"""What a regulation defines: term, short form, meaning, and the part in which it holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import Definition, Regulation, SourceText
from regcheck.parse import parse_document

Source = Callable[..., SourceText]

HEAD = """\
PERATURAN DAERAH KABUPATEN SAGARA
NOMOR 9 TAHUN 2019
TENTANG
PENAMBATAN KAPAL
Menimbang : bahwa penambatan kapal perlu diatur;
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG PENAMBATAN KAPAL.
"""
BODY = """\
BAB I
KETENTUAN UMUM
Pasal 1
Dalam Peraturan Daerah ini yang dimaksud dengan:
1. Daerah adalah Kabupaten Sagara.
2. Syahbandar Daerah yang selanjutnya disingkat SD adalah pejabat pelabuhan.
BAB II
SEWA
Pasal 2
Dalam Bab ini yang dimaksud dengan:
a. Tambat adalah menahan kapal di dermaga.
b. Labuh adalah menahan kapal di kolam.
Pasal 3
(1) Setiap orang yang memiliki kapal, yang selanjutnya disebut Pemilik, wajib membayar sewa.
(2) Kapal yang panjangnya kurang dari 7 (tujuh) meter, yang selanjutnya dalam Pasal ini disebut
Perahu, dibebaskan dari sewa.
BAB III
PENUTUP
Pasal 4
Dalam Pasal ini yang dimaksud dengan:
a. Hari adalah hari kerja.
b. Bulan adalah bulan takwim.
Pasal 5
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
Ditetapkan di Sagara
pada tanggal 5 Mei 2019
BUPATI SAGARA,
"""


@pytest.fixture
def regulation(source: Source) -> Regulation:
    """A regulation that defines terms for the act, a bab, a pasal, and in passing."""
    (parsed,) = parse_document(source(HEAD + BODY))
    return parsed


def named(regulation: Regulation) -> dict[str, Definition]:
    """Return the definitions by their term."""
    return {one.term: one for one in regulation.definitions}


def scope(regulation: Regulation, term: str) -> str:
    """Return the path of the part in which a term holds; empty for the whole act."""
    return named(regulation)[term].scope.partition("#")[2]


def test_terms_of_the_first_chapter_hold_in_the_whole_act(regulation: Regulation) -> None:
    """A list that names the regulation confines its terms to nothing."""
    short = named(regulation)["Syahbandar Daerah"]

    assert scope(regulation, "Daerah") == ""
    assert (short.abbreviation, regulation.slice(short.meaning)) == ("SD", "pejabat pelabuhan.")


@pytest.mark.parametrize(("term", "part"), [("Labuh", "bab-II"), ("Hari", "pasal-4")])
def test_a_list_may_be_for_one_part(regulation: Regulation, term: str, part: str) -> None:
    """*Dalam Bab ini* and *Dalam Pasal ini* give the key of that bab or pasal."""
    assert scope(regulation, term) == part


def test_a_rule_introduces_a_short_form(regulation: Regulation) -> None:
    """What stands before *yang selanjutnya disebut* is its meaning, in the ayat that says so."""
    one = named(regulation)["Pemilik"]

    assert regulation.slice(one.meaning) == "Setiap orang yang memiliki kapal"
    assert one.unit.endswith("#pasal-3/ayat-1")
    assert one.scope == ""


def test_a_short_form_may_be_for_one_pasal(regulation: Regulation) -> None:
    """*yang selanjutnya dalam Pasal ini disebut* confines it."""
    one = named(regulation)["Perahu"]

    assert regulation.slice(one.meaning).startswith("Kapal yang panjangnya")
    assert scope(regulation, "Perahu") == "pasal-3"


WORDS = ("selanjutnya", "disebut", "disingkat", "Pemilik", "yang", "dalam", "Bab ini", "(2)", ";",
         "adalah", "\nPasal 3\n", "\na. ", "kapal", '"', ",")  # fmt: skip


@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
def test_every_definition_stands_in_its_unit(source: Source, words: list[str]) -> None:
    """Whatever the words, a meaning is a part of its unit, and a scope is a unit around it."""
    for parsed in parse_document(source(f"{HEAD}Pasal 1\n{' '.join(words)}\nPasal 2\nCukup.\n")):
        for one in parsed.definitions:
            unit = parsed.by_key[one.unit]
            assert unit.span.start <= one.meaning.start <= one.meaning.end <= unit.span.end
            if one.scope:
                around = parsed.by_key[one.scope].span
                assert around.start <= unit.span.start
                assert unit.span.end <= around.end
