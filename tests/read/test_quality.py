"""The quality of a text tells bad OCR from good print."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.read.layout.rows import Row
from regcheck.read.quality import (
    LOW_QUALITY,
    USABLE,
    USABLE_SCAN,
    is_better,
    is_plausible,
    is_usable,
    page_score,
    text_quality,
)

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


def page(lines: tuple[str, ...] | list[str], step: float = 14.0, height: float = 10.0) -> list[Row]:
    """Print lines one under the other."""
    return [
        Row(line, 70.0, 70 + step * i, 70 + 5.0 * len(line), 70 + step * i + height)
        for i, line in enumerate(lines)
    ]


def shift(line: str, by: int) -> str:
    """Move every letter on in the alphabet, as a font with a wrong table does."""

    def moved(letter: str) -> str:
        base = ord("A") if letter.isupper() else ord("a")
        return chr((ord(letter) - base + by) % 26 + base) if letter.isascii() else letter

    return "".join(moved(letter) if letter.isalpha() else letter for letter in line)


PRINTED = {
    "prose": CLEAN,
    "figures": ("No. Uraian Jumlah", "1. Belanja 1.250.000,00 14% > 10", "2. Modal 3,00 s/d 4,00"),
    "only figures": ("2015 2016 2017", "1.000 2.000 3.000", "12,5 14,5 (3,0)"),
    "names": ("Kecamatan Lohbener Desa Wanasari, Panjalu", "Tirtajaya Kwadungan Mbulungan Ngrayun"),
    "English": (
        "The Parties shall cooperate in the field of maritime safety and exchange information on",
        "any change of their national laws which may affect the implementation of this Agreement.",
    ),
    "old spelling": ("jang berlaku di daerah tingkat ke-II, Gubernur", "djumlah padjak daerah"),
    "form": ("Nama : ......................", "NIP : .....................", "(..............)"),
    "chart": ("KEPALA DINAS", "SEKRETARIAT", "SUBBAG", "BIDANG", "SEKSI", "UPTD", "KJF"),
    "Javanese": (
        "Hamemayu Hayuning Bawana, sangkan paraning dumadi, golong gilig, sawiji greget, manunggal",
        "saking kawula dumugi Gusti, tansah njagi karaharjaning praja lan tentreming para kawula",
    ),
    "units": ("tinggi 4 m, luas 12 m², 30 km/jam, ± 2°, 1x24 jam, a.n. Gubernur, Yth. Menteri",),
}  # fmt: skip


@pytest.mark.parametrize("kind", PRINTED)
def test_print_is_never_refused(kind: str) -> None:
    """Tables, names, forms, charts and other languages do not make a layer unusable."""
    assert is_usable(page_score(page(PRINTED[kind])), scanned=False)


def test_clean_print_is_good_enough_for_a_scan() -> None:
    """A faultless layer is kept even on a scan."""
    assert is_usable(page_score(page(CLEAN * 4)), scanned=True)
    assert USABLE < USABLE_SCAN


@pytest.mark.parametrize("by", [1, 3, 13])
def test_a_shifted_alphabet_is_refused(by: int) -> None:
    """A font whose letters stand for others gives no words."""
    assert not is_usable(page_score(page([shift(line, by) for line in CLEAN])), scanned=False)


@pytest.mark.parametrize(
    "line",
    [
        "(cid:12)(cid:3) (cid:44)(cid:45)(cid:9) (cid:1)",
        "\ue012\ue033\ue041 \ue010\ue022 \ue011",
        "\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd \x03\x04\x05",
        "Ð¿Ñ€ÐµÐ·Ð Ð¿ÑÐ´Ðµ â€œÑâ€ ÂÃ©Ã¨",
        "Жцукенг фывапр олджэ",
        "#$%&' ()*+ ,-./ !\"#$ ;<=>?@ |{}~",
    ],
)
def test_fonts_without_mapping_are_refused(line: str) -> None:
    """Codes, private characters, mojibake and other scripts are not the text of the page."""
    assert not is_usable(page_score(page([line] * 20)), scanned=False)


def test_the_layer_of_a_bad_recogniser_is_refused_on_a_scan() -> None:
    """A few misread words on a page are enough where OCR can read it again."""
    misread = [line.replace("Daerah", "Dacrah").replace("2008", "2OO8") for line in CLEAN]

    assert not is_usable(page_score(page(misread)), scanned=True)
    assert is_usable(page_score(page(misread)), scanned=False)
    assert not is_usable(page_score(page(BAD)), scanned=False)


def test_rows_over_each_other_and_lone_letters_are_no_print() -> None:
    """Geometry counts too: text printed twice, and letters without words."""
    straight, piled = page(CLEAN * 3), page(CLEAN * 3, step=2.0)
    letters = page([" ".join("PERATURAN")] * 12)
    heights = [Row(r.text, r.x0, r.top, r.x1, r.top + 9 * (1 + 9 * (i % 5 == 0)))
               for i, r in enumerate(page(CLEAN * 3, step=300.0))]  # fmt: skip

    assert page_score(straight) > 0.98
    assert page_score(piled) < 0.5
    assert page_score(letters) < 0.5
    assert page_score(heights) < page_score(straight) - 0.05


def test_another_reading_must_be_better_and_whole() -> None:
    """A reading that lost half the page is no better, however clean."""
    misread = [line.replace("Daerah", "Dacrah").replace("u", "ii") for line in CLEAN]

    assert is_better(page(CLEAN), page(misread))
    assert not is_better(page(misread), page(CLEAN))
    assert not is_better(page(CLEAN[:2]), page(misread))
    assert not is_better(page(CLEAN), page(CLEAN))


@given(st.lists(st.text(max_size=30), max_size=8))
def test_any_page_has_a_score(lines: list[str]) -> None:
    """The score lies between 0 and 1 whatever a file holds."""
    assert 0 <= page_score(page(lines)) <= 1
    assert 0 <= text_quality(lines) <= 1


def test_a_page_is_judged_in_no_time() -> None:
    """A page of long tokens costs as little as another."""
    rows = page(["a.b" * 2000, "1O" * 3000, "(cid:" * 1000, "<" * 5000, "/" * 5000, "a/" * 3000])
    start = time.perf_counter()
    page_score(rows)

    assert time.perf_counter() - start < 1
