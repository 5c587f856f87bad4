"""The quality of a text tells bad OCR from good print."""

from __future__ import annotations

import random

import pytest

from regcheck.read.quality import LOW_QUALITY, is_plausible, text_quality

CLEAN = (
    "Menimbang : a. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu",
    "menetapkan Peraturan Daerah tentang Pengelolaan Sampah Rumah Tangga;",
    "Mengingat : 1. Undang-Undang Nomor 18 Tahun 2008 tentang Pengelolaan Sampah (Lembaran Negara",
    "Republik Indonesia Tahun 2008 Nomor 69, Tambahan Lembaran Negara Republik Indonesia Nomor",
    "4851); 2. Peraturan Pemerintah Nomor 81 Tahun 2012; Rp5.000.000,00 (lima juta rupiah).",
    "Kepala SKPD, DPRD, APBDes, PPh, SiLPA, BUMD dan/atau instansi terkait dapat melakukan",
    "kerja sama dengan masyarakat, akhlak mulia, transparansi, strategi, kesejahteraan.",
)
BAD = (
    "KEBUAKAN WALl KOTA KENCANAl NOMOR 1© TAHUN 2O16 BAB Vlll ^jelas",
    "Mcnimbang bahv/a pcnyclcnggaraan pen5rusunan rnelaksanakan kctentrran",
    "tcrhadap masyarakat bervvenang ~1J0M|OR 8siang tida.k Di^RAH PAR^",
)
MISREADINGS = (("e", "c"), ("m", "rn"), ("l", "|"), ("a", "^"), ("ny", "n5r"), ("i", "!"))


def test_clean_text_is_of_full_quality() -> None:
    """Print that a lawyer would call clean has no implausible word."""
    assert text_quality(CLEAN) == 1.0


def test_bad_ocr_is_far_below_the_threshold() -> None:
    """Letter soup is told at once."""
    assert text_quality(BAD) < LOW_QUALITY / 2


def test_a_text_without_words_has_no_quality() -> None:
    """Nothing, or only figures, is no text."""
    assert text_quality([]) == 0.0
    assert text_quality(["1.000 2.000", "(3)"]) == 0.0


def test_a_list_of_names_is_not_bad_text() -> None:
    """Places, persons and abbreviations are judged by their spelling, not by a dictionary."""
    names = (
        "Kencana Wanasari Tirtajaya Gunungsari Panjalu Lohbener Kwadungan Ngrayun Mbulungan Rejang"
    )

    assert text_quality([names]) == 1.0


@pytest.mark.parametrize("share", [0.05, 0.2, 0.5])
def test_more_misreadings_mean_less_quality(share: float) -> None:
    """The quality falls as OCR gets worse, and what is low is found low."""
    chance = random.Random(7)
    words = [f"{word}" for line in CLEAN * 3 for word in line.split()]

    def misread(word: str) -> str:
        for right, wrong in chance.sample(MISREADINGS, len(MISREADINGS)):
            if right in word:
                return word.replace(right, wrong, 1)
        return word

    dirty = [misread(word) if chance.random() < share else word for word in words]
    quality = text_quality([" ".join(dirty)])

    assert quality < 1 - share
    assert share < 0.2 or quality < LOW_QUALITY


@pytest.mark.parametrize(
    "word",
    ["......", "(……………)", ":", "-", "ooo000ooo", "https://jdih.example.go.id/a?b=1", "m²", "III.A"],
)
def test_what_is_no_word_is_no_fault(word: str) -> None:
    """Leader dots, ornaments and addresses do not count against a text."""
    assert is_plausible(word)
