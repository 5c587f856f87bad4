"""Words: two clauses that say the same give the same words, however they are printed."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.compare.words import find_family, find_terms, find_words, simplify, weigh_term


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Pemilik kios wajib lapor sebagaimana dimaksud pada ayat (1).",
            "Pemilik kios wajib lapor sebagaimana dimaksud dalam Pasal 9 ayat (2) huruf c.",
        ),
        (
            "Izin kios berlaku 30 (tiga puluh) hari.",
            "Izin kios berlaku 30 hari.",
        ),
        (
            "Denda sebesar Rp5.000.000,00 (lima juta rupiah).",
            "denda sebesar Rp5.000.000,- (lima juta rupiah)",
        ),
        (
            "Kios ditata sesuai dengan ketentuan peraturan perundang-undangan.",
            "Kios ditata.",
        ),
        (
            "Ketentuan dalam Peraturan Daerah ini berlaku bagi kios.",
            "Ketentuan dalam Peraturan Gubernur ini berlaku bagi kios.",
        ),
        ("Pedagang-pedagang pasar ditata.", "Pedagang pasar ditata."),
        ("Penyusunan ^ren- cana _pasar_", "Penyusunan rencana pasar"),
        ("Pen5rusunan rencana 5rang baru", "Penyusunan rencana yang baru"),
        ("berlaku sejak tahun 2O19", "berlaku sejak tahun 2019"),
        ("Undang-Undang ini mengatur pasar", "Undang- Undang ini mengatur pasar"),
    ],
)
def test_formulae_and_misprints_make_no_difference(first: str, second: str) -> None:
    """References, numbers in words, tails, plurals and OCR marks are no subject."""
    assert find_words(first) == find_words(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pedagang wajib melapor.", "Pedagang dilarang melapor."),
        ("Pedagang dapat melapor.", "Pedagang tidak dapat melapor."),
        ("berlaku 30 (tiga puluh) hari", "berlaku 60 (enam puluh) hari"),
        ("tarif 1,5% (satu koma lima persen)", "tarif 15% (lima belas persen)"),
    ],
)
def test_what_a_conflict_may_hang_on_is_kept(first: str, second: str) -> None:
    """Deontic words and numbers are never dropped."""
    assert find_words(first) != find_words(second)


def test_a_bracket_that_is_no_number_is_kept() -> None:
    """Only the repetition of a figure in words goes."""
    assert "instansi" in find_words("dinas (instansi teknis) menata 5 (lima) pasar")
    assert "lima" not in find_words("dinas (instansi teknis) menata 5 (lima) pasar")


@pytest.mark.parametrize("term", ["wajib", "dapat", "30", "30 hari", "<rujukan> pasar"])
def test_words_without_subject_weigh_less(term: str) -> None:
    """Deontic words, numbers and marks count for less than what a clause is about."""
    assert weigh_term(term) < weigh_term("pasar")


def test_versions_of_a_title_are_one_family() -> None:
    """An amended or yearly act belongs to the family of its subject."""
    first = "Perubahan Ketiga atas Peraturan Daerah Nomor 4 Tahun 2016 tentang Retribusi Pasar"

    assert find_family(first) == find_family("Retribusi Pasar")
    assert find_family("Retribusi Pasar") != find_family("Retribusi Terminal")


@given(st.text(alphabet="ab1 (),.-^_\nPasalyt"))
def test_any_text_has_words(text: str) -> None:
    """Words are lower case and without spaces; pairs are of neighbours."""
    found = find_words(text)

    assert all(word == word.lower() and " " not in word for word in found)
    assert len(find_terms(text)) == max(0, 2 * len(found) - 1)


@pytest.mark.parametrize(
    "piece",
    ["pasal 5, ", "ayat (1) dan ", "sebagaimana ", "undang-undang-", "1.", "(a ", "a-a-", "5 (a"],
)
def test_long_lines_are_read_in_linear_time(piece: str) -> None:
    """No pattern backtracks without end on a long line of its own words."""
    text = piece * (200_000 // len(piece))
    start = time.perf_counter()
    simplify(text)

    assert time.perf_counter() - start < 5


MISREADINGS = (
    ("m", "rn"), ("e", "c"), ("n", "rr"), ("y", "5r"), ("d", "cl"), ("l", "1"), ("u", "ii"),
    ("k", "lr"), ("h", "tr"), ("w", "vv"),
)  # fmt: skip
CLAUSES = (
    "Pengelola pasar wajib menyediakan tempat pembuangan sampah yang terpisah menurut jenisnya.",
    "Gubernur melakukan pembinaan dan pengawasan terhadap penyelenggaraan angkutan penyeberangan.",
    "Masyarakat berhak memperoleh informasi mengenai rencana kegiatan dan dampak lingkungannya.",
    "Pelanggaran terhadap ketentuan dikenai sanksi administratif berupa pencabutan izin usaha.",
)


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_misread_clause_is_near_its_clean_twin(clause: str) -> None:
    """Of words misread once, nearly all are the words they were; the clean clause stays."""
    chance = random.Random(5)
    misread = []
    for word in clause.split():
        fitting = [(right, wrong) for right, wrong in MISREADINGS if right in word[1:]]
        right, wrong = chance.choice(fitting) if fitting and len(word) > 6 else ("", "")
        misread.append(word[0] + word[1:].replace(right, wrong, 1))
    clean, dirty = find_words(clause), find_words(" ".join(misread))

    assert " ".join(misread) != clause
    assert len(set(clean) & set(dirty)) >= 0.85 * len(set(clean))
