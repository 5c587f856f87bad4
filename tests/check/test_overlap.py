"""Overlap of single provisions: what is one norm stated twice, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.check.overlap import (
    Matter,
    Overlap,
    compare_content,
    compare_order,
    find_overlap,
)
from regcheck.check.words import Weights, content_keys, key_of, weigh
from regcheck.domain import Kind, Modality, Norm, Pair, Passage
from regcheck.settings import Settings

LEFT, RIGHT = "perda/sagara-raya/2026/9#pasal-4", "perda/sagara-raya/2019/2#pasal-8"
PLAIN = Norm((), Modality.NONE, "", (), ())
EVEN = Weights(1, {})


def decide(
    left: str,
    right: str,
    norms: tuple[Norm, Norm] = (PLAIN, PLAIN),
    *,
    pair: Pair | None = None,
    norm_type: str = "",
    title: str = "Pasar",
) -> Overlap | None:
    """Decide on two texts of two regulations, the left one on terminals."""
    passages = {
        key: Passage(key, Kind.PASAL, text, 1, norm_type=norm_type)
        for key, text in ((LEFT, left), (RIGHT, right))
    }
    frames = dict(zip((LEFT, RIGHT), norms, strict=True))
    titles = {LEFT.partition("#")[0]: "Terminal", RIGHT.partition("#")[0]: title}
    matter = Matter(passages, frames, titles, weigh(passages.values()))
    return find_overlap(pair or Pair(LEFT, RIGHT, 0.9, 0.9), matter, Settings())


def code(*args: Any, **options: Any) -> str:
    """Return the code of the decision, or an empty text."""
    overlap = decide(*args, **options)
    return overlap.code if overlap else ""


LIFT = "Pengelola terminal wajib menyediakan ruang tunggu khusus ibu menyusui di dekat peron."


@pytest.mark.parametrize(
    "other",
    [
        LIFT,
        "Pengelola terminal harus menyediakan ruang tunggu khusus ibu menyusui di dekat peron.",
        LIFT.replace(".", " sebagaimana dimaksud dalam Pasal 3 ayat (1)."),
        LIFT.replace("wajib", "wajib selalu"),
    ],
)
def test_a_copied_duty_is_a_duplicate(other: str) -> None:
    """The same words, but for references and small changes, are T-01."""
    assert code(LIFT, other) == "T-01"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Pengemudi angkutan barang harus menutup muatan pasir dan tanah dengan terpal yang "
            "kedap air.",
            "Muatan tanah atau pasir pada angkutan barang ditutup oleh pengemudinya memakai terpal "
            "kedap air sebelum berangkat.",
        ),
        (
            "Pemilik hewan peliharaan wajib memberi vaksin rabies pada anjing dan kucing.",
            "Anjing serta kucing divaksin rabies oleh pemilik hewan peliharaan setiap tahun.",
        ),
    ],
)
def test_the_same_norm_in_other_words_is_a_paraphrase(left: str, right: str) -> None:
    """Addressee, act and object in another order and form are T-02."""
    assert code(left, right) == "T-02"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Dinas menerbitkan izin trayek paling lama 10 (sepuluh) hari sejak berkas lengkap.",
            "Dinas menerbitkan izin tambang pasir paling lama 10 (sepuluh) hari sejak berkas "
            "lengkap.",
        ),
        (
            "Setiap orang dilarang merusak rambu di dalam kawasan pelabuhan perikanan.",
            "Setiap orang dilarang merusak terumbu di dalam kawasan konservasi perikanan.",
        ),
        (
            "Kabupaten Sagara Utara berhak atas dana alokasi khusus prasarana jalan desa.",
            "Kabupaten Lembah Selatan berhak atas dana alokasi khusus prasarana jalan desa.",
        ),
    ],
)
def test_one_sentence_pattern_about_two_objects_is_silent(left: str, right: str) -> None:
    """Words exchanged in their place change the object: a template, no overlap."""
    assert code(left, right) == ""


def test_another_force_or_measure_is_no_overlap(duty: Callable[..., Norm]) -> None:
    """A ban beside a permission, or another limit, is a conflict or nothing, never one norm."""
    ban, leave = duty(Modality.DILARANG), duty(Modality.DAPAT)
    five, ten = duty(Modality.WAJIB, (5.0, "day")), duty(Modality.WAJIB, (10.0, "day"))

    assert code(LIFT, LIFT, (ban, leave)) == ""
    assert code(LIFT, LIFT, (five, ten)) == ""
    assert code(LIFT, LIFT, (five, five)) == "T-01"
    assert code(LIFT, LIFT, (duty(Modality.HARUS), duty(Modality.WAJIB))) == "T-01"


def test_wording_that_many_regulations_share_is_a_formula() -> None:
    """A high spread silences even a perfect copy."""
    common = Pair(LEFT, RIGHT, 1.0, 1.0, spread=Settings().formula_spread)

    assert code(LIFT, LIFT, pair=common) == ""


def test_mere_procedure_is_about_the_title() -> None:
    """*The licence is issued within 7 days* overlaps only where the licence is the same."""
    clause = "Dinas memberitahukan alasan penolakan permohonan izin secara tertulis kepada pemohon."

    assert code(clause, clause, title="Pasar") == ""
    assert code(clause, clause, title="Penyelenggaraan Terminal") == "T-01"


def test_definitions_are_no_norms() -> None:
    """Equal definitions are what the drafting manual asks for."""
    term = "Ruang menyusui adalah ruang tertutup di dekat peron bagi ibu dan bayi."

    assert code(term, term, norm_type="definisi") == ""
    assert code(LIFT, LIFT, norm_type="definisi") == "T-01"


def test_who_is_taxed_is_a_rule_though_it_says_adalah() -> None:
    """A sentence on subject, term or condition rules; it defines nothing."""
    rule = "Subjek Pajak Reklame adalah orang pribadi yang memesan pemasangan papan reklame."

    assert code(rule, rule, norm_type="definisi", title="Pajak Reklame") == "T-01"


def test_words_exchanged_within_one_matter_are_no_other_object() -> None:
    """Under one title *pengumpulan* for *pengambilan* is the same norm; else it may be another."""
    left = (
        "Pengelola dermaga mengatur pengumpulan limbah minyak kapal nelayan di tempat penampungan "
        "dekat pangkalan bahan bakar sebelum kapal berlayar menuju laut lepas."
    )
    right = left.replace("pengumpulan", "pengambilan")

    assert code(left, right, title="Pengelolaan Terminal") != ""
    assert code(left, right, title="Perikanan") == ""


@pytest.mark.parametrize(
    "formula",
    [
        "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.",
        "Pendanaan terminal dibebankan pada anggaran pendapatan dan belanja Daerah.",
        "Ketentuan lebih lanjut mengenai tata tertib terminal diatur dengan Peraturan Gubernur.",
        "Izin trayek yang telah terbit dinyatakan tetap berlaku sampai habis masa berlakunya.",
        "Gubernur melakukan pembinaan dan pengawasan terhadap penyelenggaraan terminal angkutan.",
        "Setiap Orang yang melanggar Pasal 4 dikenai sanksi administratif berupa teguran tertulis.",
    ],
)
def test_formulae_are_silent(formula: str) -> None:
    """What every regulation must say in the same words is no overlap."""
    assert code(formula, formula) == ""


WORDS = ("terminal", "peron", "kios", "tiket", "bus", "pagar", "kabel", "lampu", "ramp", "tangga")
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@given(sentences, sentences)
def test_likeness_is_symmetric_and_bounded(left: str, right: str) -> None:
    """Shares lie in the unit interval and do not depend on which text comes first."""
    here, there = compare_content(left, right, EVEN), compare_content(right, left, EVEN)
    ordered = compare_order(left, right, here, EVEN)

    assert (here.shorter, here.union) == pytest.approx((there.shorter, there.union))
    assert 0 <= here.union <= here.shorter <= 1 + 1e-9
    assert 0 <= ordered.order <= 1
    assert 0 <= ordered.exchanged <= 1


@given(sentences)
def test_a_text_is_wholly_like_itself(text: str) -> None:
    """A text shares everything with itself, in order, with nothing exchanged."""
    content = compare_content(text, text, EVEN)
    ordered = compare_order(text, text, content, EVEN)

    assert (content.union, ordered.order, ordered.exchanged) == pytest.approx((1, 1, 0))


@pytest.mark.parametrize(
    "forms",
    [
        "memasang pemasangan terpasang dipasang",
        "mengelola pengelolaan dikelola pengelola kelola",
        "menyimpan penyimpanan disimpan simpan",
        "mengganti penggantian diganti ganti",
        "memiliki pemilik dimiliki milik",
        "menerima diterima penerima penerimaan terima",
        "memenuhi pemenuhan dipenuhi penuh",
    ],
)
def test_inflections_have_one_key(forms: str) -> None:
    """Prefixes that swallow a letter lead to the same key."""
    assert len({key_of(word) for word in forms.split()}) == 1


def test_different_words_have_different_keys() -> None:
    """Words of different meaning are kept apart."""
    words = "pengolahan, pengelolaan, pengangkatan, pengangkutan, perkara, permohonan, pagar"

    assert len(set(content_keys(words))) == 7
    assert content_keys("Setiap orang wajib sebagaimana dimaksud dalam Pasal 5 ayat (2).") == ()


def test_a_norm_for_somebody_lies_within_one_for_everybody() -> None:
    """The same act, forbidden to all and to some: T-03, not a mere paraphrase."""
    narrow = "Pegawai dilarang merokok di kantor, terminal, halte, dan taman milik pemerintah."
    wide = "Setiap orang dilarang merokok di taman, halte, kantor, serta terminal pemerintah kota."
    frames = [
        Norm((who,), Modality.DILARANG, "rokok", ("kantor",), ()) for who in ("gawa", "orang")
    ]

    assert code(narrow, wide, (frames[0], frames[1]), title="Terminal") == "T-03"
    assert code(narrow, wide, (frames[0], frames[0]), title="Terminal") == "T-02"
