"""Misreadings are undone, clean text is left alone, and every offset leads back."""

from __future__ import annotations

import random
import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from regcheck.instruments import to_digits
from regcheck.lexicon import is_known
from regcheck.repair import mend_word, repair
from regcheck.repair.confusables import CONFUSIONS

CLEAN = """BAB II
KETENTUAN PERIZINAN
Pasal 12A
(1) Setiap orang yang menyelenggarakan usaha wisata air wajib memiliki izin dari Bupati.
(2) Izin sebagaimana dimaksud pada ayat (1) huruf a dan/atau huruf b berlaku 21 (dua puluh satu)
hari sejak 1 Januari 2019 (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 101, Tambahan
Lembaran Negara Republik Indonesia Nomor 5234), sesuai dengan Pasal 5 ayat (11) dan Pasal I.
(3) Pelanggaran didenda Rp1.000.000,00 (satu juta rupiah) atau 10% (sepuluh persen) dari nilainya.
a. Kepala SKPD, DPRD, APBDes, SiLPA, BUMDes; b. Desa Wanasari, Lohbener, Panjalu; I.10; 1x; m2.
"""
PIECES = (
    "Pasa1 2l", "ayat (21", "(l)", "danlatau", "^jelas", "pen5rusunan", "l,embaran", "2OL9",
    "Nomor L2", "Rp1.00O,0O", "Hurufa", "PasalT2", "ralryat", "Pasal 12", "ayat (2)", "yang",
    "mbaran", "atau", "Daerah", "\n", ".", ", ", " ", "(", ")", "I", "l", "O", "dan", "^", "1",
    "Indonesia Nomor 52341;",
)  # fmt: skip
LONG_WORDS = """
penyelenggaraan pemerintahan ketentuan peraturan sebagaimana melaksanakan masyarakat kesehatan
pendidikan pengawasan perizinan pembangunan lingkungan kewenangan pelayanan
"""
LOOK_ALIKE = "0123456789OoQDIlLiJ|!SBZz"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("kmbaran Negara", "Lembaran Negara"),
        ("l,embaran Negara", "Lembaran Negara"),
        ("Lrmbaran Negara", "Lembaran Negara"),
        ("lcmbaran Negara", "Lembaran Negara"),
        ("Tahun 2OII", "Tahun 2011"),
        ("Tahun 20ll", "Tahun 2011"),
        ("pada 2OI9 dan 2O2l", "pada 2019 dan 2021"),
        ("Nomor L2 Tahun L945", "Nomor 12 Tahun 1945"),
        ("Nomor ll Tahun", "Nomor 11 Tahun"),
        ("ayat (21, ayat (2l, ayat (l)", "ayat (2), ayat (2), ayat (1)"),
        ("ayat (I) dan", "ayat (1) dan"),
        ("(21 Bupati menetapkan", "(2) Bupati menetapkan"),
        ("Pasa1 5, PasaI 6, PasaJ 7", "Pasal 5, Pasal 6, Pasal 7"),
        ("Pasd 9 dan Pasal 2l", "Pasal 9 dan Pasal 21"),
        ("PasalT2", "Pasal 72"),
        ("pen5rusunan penJrusunan men)rusun", "penyusunan penyusunan menyusun"),
        ("ralryat masyaral<at", "rakyat masyarakat"),
        ("angl<a ang)<a", "angka angka"),
        ("Hurufa", "Huruf a"),
        ("danf atau, danlatau, dan latau", "dan/atau, dan/atau, dan/atau"),
        ("Cukup ^jelas.", "Cukup jelas."),
        ("Indonesia Nomor 52341;", "Indonesia Nomor 5234);"),
        ("Rp1.000.00O,0O", "Rp1.000.000,00"),
        ("3O (tiga puluh) hari", "30 (tiga puluh) hari"),
        ("KENDARl, lndonesia", "KENDARI, Indonesia"),
        ("scbagaimana dimalsud", "sebagaimana dimaksud"),
        ("ketentrran unhrk", "ketentuan untuk"),
    ],
)
def test_misreadings_seen_in_gazettes_are_undone(printed: str, meant: str) -> None:
    """Anchors, citations, numbers and words are read as they were meant."""
    assert repair(printed).text == meant


def test_clean_text_is_left_alone() -> None:
    """Names, abbreviations, old labels and figures are no misreadings."""
    mended = repair(CLEAN)

    assert mended.text == CLEAN
    assert mended.passes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nagasari Trayu Temon Sermo Maria Dirjen Monev Utusan",
        "clan fiskal tarif serigala irama street matra",
        "Rp 1 0.000.000,00",
        "ayat (a) dan Pasal 12I",
        "20,07o",
        "135/830/I.01/TB/2006",
    ],
)
def test_what_may_be_right_is_left_alone(text: str) -> None:
    """Rare words and names are never made into other words, nor are figures joined."""
    assert repair(text).text == text


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    """The repaired text is clean."""
    once = repair(text).text

    assert repair(once).text == once


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_what_stands_elsewhere_makes_no_difference(text: str) -> None:
    """A passage is repaired as if it stood alone."""
    assert repair(f"{text}\n\nralryat").text == f"{repair(text).text}\n\nrakyat"


@given(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join), st.data())
def test_every_range_leads_back_to_print(text: str, data: st.DataObject) -> None:
    """Offsets rise, stay inside the text, and unchanged stretches are found again exactly."""
    mended = repair(text)
    offsets = [mended.back(i) for i in range(len(mended.text) + 1)]
    start = data.draw(st.integers(0, len(mended.text)))
    end = data.draw(st.integers(start, len(mended.text)))
    span = mended.span(start, end)

    assert offsets == sorted(offsets)
    assert mended.span(0, len(mended.text)).end == len(text)
    assert 0 <= span.start <= span.end <= len(text)
    assert start == end or repair(text[span.start : span.end]) is not None


def test_a_range_of_a_repaired_word_covers_the_printed_one() -> None:
    """A match in the repaired text is shown as it is printed."""
    printed = "Cukup ^jelas. Dalam pen5rusunan Pasal2l danlatau Hurufb"
    mended = repair(printed)

    def shown(words: str) -> str:
        start = mended.text.index(words)
        span = mended.span(start, start + len(words))
        return printed[span.start : span.end]

    assert shown("penyusunan") == "pen5rusunan"
    assert shown("Pasal 21") == "Pasal2l"
    assert shown("dan/atau") == "danlatau"
    assert shown("Dalam") == "Dalam"
    assert shown("Huruf b") == "Hurufb"


@given(st.text(alphabet=f"{LOOK_ALIKE}., Rp()%", max_size=40))
@example("11SL1L")
@example("III6R")
def test_figures_change_only_where_letters_stand_for_digits(text: str) -> None:
    """Digits, separators and their number stay, but in what is a word misread (11SL1L, USUL)."""
    mended = repair(f"denda {text} rupiah").text
    words = {word for word in re.findall(r"[^\W\d_]{3,}", mended) if is_known(word.lower())}
    if any(word not in f"denda {text} rupiah" for word in words):
        assert any(2 * sum(map(str.isalpha, token)) >= len(token) for token in text.split())
        return
    digits = re.sub(r"[^0-9]", "", to_digits(mended))

    assert digits == re.sub(r"[^0-9]", "", to_digits(f"denda {text} rupiah")) or ")" in mended


def test_noise_of_the_table_is_mostly_undone() -> None:
    """Of long words misread once, most are found again, and few are made into others."""
    chance = random.Random(3)
    words = sorted(set(re.findall(r"[a-z]{8,}", CLEAN + LONG_WORDS)))
    undone = wrong = total = 0
    for word in words:
        for seen, meant, price in CONFUSIONS:
            if meant and meant in word and price == 1 and chance.random() < 0.5:
                found = mend_word(word.replace(meant, seen, 1))
                total += 1
                undone += found == word
                wrong += found not in (word, word.replace(meant, seen, 1))

    assert undone > 0.75 * total
    assert wrong < 0.02 * total


def test_long_texts_are_read_in_linear_time() -> None:
    """No rule backtracks without end."""
    for piece in ("l", "O1", "(2", "Pasal ", "dan ", "1.000", "^", "Indonesia Nomor ", "a)r", "I<"):
        text = piece * (100_000 // len(piece))
        start = time.perf_counter()
        repair(text)
        repair(" ".join(text))

        assert time.perf_counter() - start < 3
