"""Two statements of one clause: what changes its meaning, and what only changes its look."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.check.abbreviations import is_abbreviation
from regcheck.check.changes import Verdict, compare_clauses
from regcheck.parse.norms.norms import read_norm

CLAUSES = (
    "Kepala pasar wajib menyampaikan laporan keuangan pasar sebagaimana dimaksud dalam Pasal 12 "
    "ayat (3) kepada Gubernur paling lambat 30 (tiga puluh) hari setelah tahun anggaran berakhir.",
    "Setiap Orang yang menyewakan kios kepada pihak lain dipidana dengan pidana kurungan paling "
    "lama 3 (tiga) bulan atau denda paling banyak Rp50.000.000,00 (lima puluh juta rupiah).",
    "Pasar Rakyat adalah tempat usaha yang dikelola oleh Pemerintah Daerah untuk kegiatan jual "
    "beli barang.",
    "Pedagang berhak memperoleh: a. tempat berjualan; b. jaminan keamanan; dan c. penyuluhan.",
)


def compare(left: str, right: str) -> Verdict:
    """Compare two clauses as the check does."""
    return compare_clauses(left, read_norm(left), right, read_norm(right))


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("number", "Luas kios paling sedikit 6 (enam) m2.", "Luas kios paling sedikit 9 m2."),
        (
            "number",
            "Sewa kios sebesar Rp90.000,00 (sembilan puluh ribu rupiah).",
            "Sewa kios sebesar Rp 95.000,-.",
        ),
        ("period", "Izin berlaku 2 (dua) tahun.", "Izin berlaku 3 (tiga) tahun."),
        ("period", "Diperiksa dalam 14 hari kerja.", "Diperiksa dalam 14 hari."),
        ("period", "Diperiksa paling lama 14 hari.", "Diperiksa paling singkat 14 hari."),
        ("deontic", "Kepala pasar dapat menutup kios.", "Kepala pasar wajib menutup kios."),
        ("deontic", "Pedagang berhak pindah.", "Pedagang tidak berhak pindah."),
        ("deontic", "Pedagang dapat berjualan malam.", "Pedagang dilarang berjualan malam."),
        (
            "authority",
            "Izin kios diterbitkan oleh Gubernur.",
            "Izin kios diterbitkan oleh Bupati.",
        ),
        (
            "authority",
            "Laporan disampaikan kepada Kepala Dinas Perdagangan.",
            "Laporan disampaikan kepada Kepala Dinas Perhubungan.",
        ),
        (
            "sanction",
            "Pelanggar dipidana dengan pidana penjara paling lama 2 (dua) bulan.",
            "Pelanggar dipidana dengan pidana kurungan paling lama 2 (dua) bulan.",
        ),
        (
            "sanction",
            "Pelanggar dipidana kurungan 1 (satu) bulan atau denda Rp5.000.000,00.",
            "Pelanggar dipidana kurungan 1 (satu) bulan dan denda Rp5.000.000,00.",
        ),
        (
            "sanction",
            "Pelanggar dikenai sanksi administratif berupa teguran tertulis.",
            "Pelanggar dikenai sanksi administratif berupa pencabutan izin.",
        ),
        (
            "definition",
            "Kios adalah bangunan tetap untuk berjualan.",
            "Kios adalah gerobak untuk berjualan.",
        ),
    ],
)
def test_changes_of_meaning(kind: str, left: str, right: str) -> None:
    """A change of number, time, force, organ, punishment or concept is found and named."""
    assert compare(left, right).kind == kind
    assert compare(right, left).kind == kind


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # format
        ("Sewa sebesar Rp90.000,00 (sembilan puluh ribu rupiah).", "Sewa sebesar Rp90.000."),
        ("Diperiksa paling lama 30 (tiga puluh) hari.", "Diperiksa selama-lamanya 30 hari."),
        ("Diperiksa dalam tiga puluh hari.", "Diperiksa dalam 30 (tiga puluh) hari."),
        ("Izin berlaku 24 (dua puluh empat) bulan.", "Izin berlaku 2 (dua) tahun."),
        ("Luas kios 9 m2(sembilan meter persegi).", "Luas kios 9 m2 (sembilan meter persegi)."),
        # synonyms and abbreviations
        ("Dalam hal kios rusak, pedagang pindah.", "Apabila kios rusak, pedagang pindah."),
        ("Pedagang wajib memiliki izin.", "Pedagang harus memiliki ijin."),
        ("Anggaran dibahas Dewan Perwakilan Rakyat Daerah.", "Anggaran dibahas DPRD."),
        ("Diatur dalam Peraturan Gubernur.", "Diatur dalam Pergub."),
        ("Persetujuan Bupati/Wali Kota diperlukan.", "Persetujuan bupati/walikota diperlukan."),
        # cross-references
        ("Izin sebagaimana dimaksud pada ayat (1) dicabut.", "Izin dicabut."),
        ("Kios dalam Pasal 7 ayat (2) ditutup.", "Kios dalam Pasal 9 ayat (1) huruf b ditutup."),
        # optical reading
        ("Pedagang wajib melayani pembeli.", "Pcdagang waj1b mclayani pembe^li."),
        ("Pasar dikelola Gubernur menurut rencana umum.",
         "Pasar PRESIDEN REPUBLIK INDONESIA -12- dikelola Gubernr-rr menurut rer1cana umr-rm."),
        ("Laporan disampaikan kepada kepala dinas.",
         "Laporan disampaikan kepada . . . - 9 - kepada kepala dinas."),
        ("Kios dan los dikelola bersama.", "Kios dan los dike- lola bersama. SK No 012345 A"),
        # order of items
        ("Pedagang membawa: a. karcis; b. timbangan; dan c. sapu.",
         "Pedagang membawa: a. timbangan; b. sapu; dan c. karcis."),
        # closing clauses
        ("Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.",
         "Peraturan Gubernur ini mulai berlaku pada tanggal ditetapkan."),
        # another object: the pattern is the same, the thing is not
        ("Pedagang ikan wajib membersihkan lapak.", "Pedagang buah wajib membersihkan lapak."),
    ],
)  # fmt: skip
def test_changes_of_form(left: str, right: str) -> None:
    """Format, synonym, abbreviation, misreading, order and cross-reference change nothing."""
    assert compare(left, right).kind == ""
    assert compare(right, left).kind == ""


def read_clauses(title: str) -> list[tuple[str, str]]:
    """Return the pairs of clauses of one part of the data file, before and after the change."""
    text = (Path(__file__).parent / "clauses.txt").read_text(encoding="utf-8")
    part = text.partition(f"# {title}\n")[2].partition("\n# ")[0]
    pairs = []
    for line in filter(None, part.splitlines()):
        clauses = line.partition(" | ")[2]
        before, bar, after = clauses.partition(" || ")
        if not bar:
            before, after = (re.sub(r"\{(.*?)>>(.*?)\}", side, clauses) for side in (r"\1", r"\2"))
        pairs.append((before, after))
    return pairs


@pytest.mark.parametrize(("before", "after"), read_clauses("faults"))
def test_a_change_of_the_law_is_seen(before: str, after: str) -> None:
    """Number, period, amount, share, force, organ, sanction, concept or case: each is told."""
    assert compare(before, after).kind
    assert compare(after, before).kind


@pytest.mark.parametrize(("before", "after"), read_clauses("look-alikes"))
def test_a_change_of_words_alone_is_silent(before: str, after: str) -> None:
    """Format, spelling, synonym, short form, order, voice, misreading and references are none."""
    assert not compare(before, after).kind
    assert not compare(after, before).kind


def confuse(text: str, seed: int) -> str:
    """Misread letters of some words as scanners do."""
    pairs = (("e", "c"), ("l", "1"), ("n", "r1"), ("m", "rn"), ("u", "r-r"), ("g", "q"))
    words = text.split(" ")
    for place in range(seed % 5, len(words), 5):
        wrong, right = pairs[(seed + place) % len(pairs)]
        if words[place].isalpha() and len(words[place]) > 4:
            words[place] = words[place].replace(wrong, right, 1)
    return " ".join(words)


@given(st.sampled_from(CLAUSES), st.integers(0, 200))
def test_misread_letters_change_nothing(clause: str, seed: int) -> None:
    """Whatever words a scanner misreads, the clause still says the same."""
    assert compare(clause, confuse(clause, seed)).kind == ""


@given(st.sampled_from(CLAUSES), st.data())
def test_a_line_break_in_a_word_changes_nothing(clause: str, data: st.DataObject) -> None:
    """A word divided at the end of a line is still the word."""
    long = list(re.finditer(r"[a-z]{7,}", clause))
    place = data.draw(st.sampled_from(long)).start() + data.draw(st.integers(3, 4))

    assert compare(clause, f"{clause[:place]}- {clause[place:]}").kind == ""


@given(st.sampled_from(CLAUSES))
def test_capitals_and_blanks_change_nothing(clause: str) -> None:
    """A clause in capitals, in lower case or on many lines is the same clause."""
    for other in (clause.upper(), clause.lower(), clause.replace(" ", " \n ")):
        assert compare(clause, other).kind == ""


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(left: str, right: str) -> None:
    """Noise gives a verdict, never an error; a text never contradicts itself."""
    compare(left, right)

    assert compare(left, left).changes == ()


def test_the_verdict_quotes_what_differs() -> None:
    """The change names both sides as printed, and both quantities."""
    change = compare("Izin berlaku 2 (dua) tahun.", "Izin berlaku 3 (tiga) tahun.").conflict

    assert change is not None
    assert (change.left, change.right) == ("2 (dua) tahun", "3 (tiga) tahun")
    assert change.quantities is not None
    assert [one.value for one in change.quantities] == [2, 3]


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("apbd", "anggaran pendapatan dan belanja daerah", True),
        ("pergub", "peraturan gubernur", True),
        ("polri", "kepolisian negara republik indonesia", True),
        ("uu", "undang-undang", True),
        ("bumd", "badan usaha milik daerah", True),
        ("kios", "kepala dinas", False),
        ("dapat", "dinas pasar", False),
        ("pasar", "pedagang", False),
    ],
)
def test_abbreviations(short: str, long: str, *, expected: bool) -> None:
    """A word is short for several when it is made of their beginnings in order."""
    assert is_abbreviation([short], long.split()) is expected
