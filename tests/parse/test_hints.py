"""File names and catalogues are hints: a name questions, a catalogue row overrides, both aloud."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import Identity, SourceText
from regcheck.parse import parse_document
from regcheck.parse.identity.hinted import same_kind
from regcheck.parse.identity.hints import read_name

Source = Callable[..., SourceText]
TEXT = """\
PERATURAN BUPATI SLEMAN
NOMOR 16 TAHUN 2017
TENTANG
PASAR DESA
DENGAN RAHMAT TUHAN YANG MAHA ESA
BUPATI SLEMAN,
Menimbang : bahwa pasar perlu diatur;
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
MEMUTUSKAN:
Menetapkan : PERATURAN BUPATI TENTANG PASAR DESA.
Pasal 1
Pasar dibuka setiap hari.
Ditetapkan di Sleman
pada tanggal 5 Mei 2017
"""


@pytest.mark.parametrize(
    ("path", "jenis", "nomor", "tahun"),
    [
        ("PERGUB_NO_1_TAHUN_2017.pdf", "pergub", "1", "2017"),
        ("arsip/PERGUB 17_2018.pdf", "pergub", "17", "2018"),
        ("BD_PD-09-1993.pdf", "", "9", "1993"),
        ("pergub52-2015.pdf", "pergub", "52", "2015"),
        ("PD-4-06.pdf", "", "4", "2006"),
        ("PB-7-88.pdf", "", "7", "1988"),
        ("Perbup_Sagara_Elok_23_2017.pdf", "perbup", "23", "2017"),
        ("perpres-no-15-tahun-2024.pdf", "perpres", "15", "2024"),
        ("Permendagri-No.2-TH-2014.pdf", "permendagri", "2", "2014"),
        ("PERMENKES_2007_038.pdf", "permenkes", "38", "2007"),
        ("2018perda9999003.pdf", "perda", "3", "2018"),
        ("2021perbupsagara1.pdf", "", "1", "2021"),
        ("PERGUB NO 18.pdf", "pergub", "18", ""),
        ("pergub_25.pdf", "pergub", "25", ""),
        ("perda/2016/4.md", "perda", "4", "2016"),
        ("Peraturan_Pemerintah_Nomor_4_Tahun_2024_Tentang_Perubahan_Nomor_12_Tahun_2005.pdf",
         "pp", "4", "2024"),
        ("Dokumen-20260119094930.pdf", "", "", ""),
        ("RANCANGAN PERDA APBD 2016.pdf", "perda", "", ""),
        ("68a7d9c6c371c-1755830726.pdf", "", "", ""),
        ("7.pdf", "", "", ""),
    ],
)  # fmt: skip
def test_file_names_are_read(path: str, jenis: str, nomor: str, tahun: str) -> None:
    """The customary forms give kind, number and year; other names give nothing."""
    name = read_name(path)

    assert (name.jenis, name.nomor, name.tahun) == (jenis, nomor, tahun)


@given(st.text(max_size=80))
def test_any_file_name_is_read_without_fault(name: str) -> None:
    """A name is a hint or nothing; its number is a number."""
    hint = read_name(name)

    assert hint.nomor == "" or re.fullmatch(r"\d{1,3}", hint.nomor)
    assert hint.tahun == "" or re.fullmatch(r"(?:19|20)\d\d", hint.tahun)


def test_a_file_name_never_overrides_the_print(source: Source) -> None:
    """The document is followed, and the disagreement shown with both readings."""
    (regulation,) = parse_document(source(TEXT, "PERGUB_17_2018.pdf"))
    doubt = next(one for one in regulation.anomalies if one.code == "nama-berkas-berselisih")

    assert regulation.id == "perbup/kab-sleman/2017/16"
    for said in ("nomor 17 (naskah: 16)", "tahun 2018 (naskah: 2017)", "jenis pergub"):
        assert said in doubt.message
    assert "PERGUB_17_2018.pdf" in doubt.message_en


def test_supplied_values_win_over_the_print(source: Source) -> None:
    """A catalogue row is followed where it says something, in whatever spelling."""
    row = Identity(jenis="Peraturan Bupati", wilayah="Kabupaten Sleman", nomor="17")
    (regulation,) = parse_document(source(TEXT), hints=row)
    doubt = next(one for one in regulation.anomalies if one.code == "katalog-berselisih")

    assert regulation.id == "perbup/kab-sleman/2017/17"
    assert regulation.identity.tentang == "PASAR DESA"
    assert doubt.message == 'Katalog menyebut nomor "17" (naskah: "16"); dipakai nilai katalog.'


def test_supplied_values_that_agree_are_silent(source: Source) -> None:
    """Equal values, and a name that differs in letters only, are no disagreement."""
    row = Identity("perbup", "kab-sleman", "16", "2017", "Pasar Desa", "2017-05-05")
    (regulation,) = parse_document(source(TEXT), hints=row)

    assert not regulation.anomalies
    assert regulation.identity.tentang == "Pasar Desa"


def test_a_supplied_number_settles_an_unreadable_one(source: Source) -> None:
    """The complaint that a number is missing ends when a person gives it."""
    text = TEXT.replace("NOMOR 16", "NOMOR")
    (unknown,) = parse_document(source(text))
    (known,) = parse_document(source(text), hints=Identity(nomor="16"))

    assert [one.code for one in unknown.anomalies] == ["nomor-tidak-terbaca"]
    assert (known.id, known.anomalies) == ("perbup/kab-sleman/2017/16", ())


def test_a_supplied_number_ends_a_draft(source: Source) -> None:
    """An act that a person numbers is no draft."""
    text = TEXT.replace("NOMOR 16", "NOMOR ...").replace("5 Mei 2017", "...")
    (draft,) = parse_document(source(text))
    (known,) = parse_document(source(text), hints=Identity(nomor="16"))

    assert (draft.identity.draft, known.identity.draft) == (True, False)


def test_a_given_id_that_differs_is_reported(source: Source) -> None:
    """An id on the command line is used; that the print says otherwise is shown."""
    (same,) = parse_document(source(TEXT), "perbup/kab-sleman/2017/16")
    (other,) = parse_document(source(TEXT), "perbup/kab-sleman/2017/61")

    assert not same.anomalies
    assert other.id == "perbup/kab-sleman/2017/61"
    assert [one.code for one in other.anomalies] == ["katalog-berselisih"]


def test_hints_concern_the_first_regulation_of_a_file(source: Source) -> None:
    """A file with two acts has a name for at most one, so its name is not held against them."""
    second = TEXT.replace("NOMOR 16", "NOMOR 18")
    first, other = parse_document(
        source(TEXT + second, "perbup_19_2017.pdf"), hints=Identity(nomor="15")
    )

    assert (first.identity.nomor, other.identity.nomor) == ("15", "18")
    assert not other.anomalies


def test_families_stand_for_their_members() -> None:
    """A name that says only *Permen* does not contradict a Permendagri."""
    assert same_kind("permen", "permendagri")
    assert not same_kind("permenkes", "permendagri")
