"""What acts leave to other rules: matter, instrument, time."""

from __future__ import annotations

from typing import Any

import pytest

from regcheck.domain import Kind, Passage
from regcheck.domain.graph import Delegation
from regcheck.law.delegations import find_delegations

ACT = "perda/nusa-kencana/2020/5"


def read(text: str, key: str = f"{ACT}#pasal-9/ayat-3", **values: Any) -> tuple[Delegation, ...]:
    """Return the delegations of one passage."""
    return find_delegations([Passage(key, Kind.AYAT, text, 4, **values)])


@pytest.mark.parametrize(
    ("text", "ordered", "matter", "passable"),
    [
        ("Ketentuan lebih lanjut mengenai tata cara permohonan izin sebagaimana dimaksud pada ayat "
         "(1) diatur dengan Peraturan Gubernur.", ("pergub",), "tata cara permohonan izin", False),
        ("Ketentuan mengenai tarif diatur dengan atau berdasarkan Peraturan Pemerintah.",
         ("pp",), "tarif", True),
        ("Tata cara penagihan ditetapkan lebih lanjut dengan Peraturan Kepala Daerah.",
         ("pergub",), "Tata cara penagihan", False),
        ("Uraian tugas masing-masing bidang diatur oleh Gubernur.",
         ("pergub",), "Uraian tugas masing-masing bidang", False),
        ("Formula tarif diatur dengan Keputusan Menteri yang bertanggung jawab di bidang energi.",
         ("kepmen",), "Formula tarif", False),
        ("Ketentuan lebih lanjut mengenai bentuk lencana diatur dengan Keputusan Kepala Dinas.",
         ("officer",), "bentuk lencana", False),
        ("Pembentukan kecamatan diatur dengan Peraturan Daerah tersendiri.",
         ("perda",), "Pembentukan kecamatan", False),
        ("Ketentuan lebih lanjut mengenai standar dan kriteria diatur dengan Peraturan Gubernur "
         "atau Peraturan Menteri Kesehatan.", ("pergub", "permenkes"), "standar dan kriteria",
         False),
        ("Ketentuan lebih lanjut diatur dengan Peraturan Gubernur.", ("pergub",), "", False),
        ("Tata kerja diatur dalam Peraturan Gubernur.", ("pergub",), "Tata kerja", True),
        ("Pelaksanaan pengalihan dimaksud dalam ayat (2) pasal ini, diatur oleh Menteri Keuangan "
         "dan Menteri Perhubungan.", ("permen",), "Pelaksanaan pengalihan", False),
        ("Segala akibat pembentukan kecamatan diatur oleh Gubernur Kepala Daerah Tingkat I Jambi "
         "dengan memperhitungkan kemampuan daerah.", ("pergub",),
         "Segala akibat pembentukan kecamatan", False),
        ("(1 1) Ketentuan lebih lanjut __ mengenai __ dermaga diatur dengan Peraturan Gubernur.",
         ("pergub",), "dermaga", False),
    ],
)  # fmt: skip
def test_a_delegation_is_read(
    text: str, ordered: tuple[str, ...], matter: str, passable: bool
) -> None:
    """Who, what, and whether it may be passed on."""
    (found,) = read(text)

    assert (found.ordered, found.matter, found.passable) == (ordered, matter, passable)
    assert (found.key, found.home, found.page) == (f"{ACT}#pasal-9/ayat-3",) * 2 + (4,)


@pytest.mark.parametrize(
    "text",
    [
        "Izin diberikan sebagaimana diatur dalam Peraturan Gubernur.",
        "Hal yang diatur dengan Peraturan Gubernur tetap berlaku.",
        "Tarif diatur dengan Peraturan Gubernur ini.",
        "Tarif diatur dengan Peraturan Gubernur Nomor 5 Tahun 2017.",
        "Tata cara dilaksanakan sesuai dengan ketentuan peraturan perundang-undangan.",
        "Pengawasan diatur dengan peraturan perundang-undangan.",
        "Tim sebagaimana dimaksud pada ayat (1) ditetapkan dengan Keputusan Gubernur.",
        "Besarnya uang jaminan ditetapkan oleh Gubernur.",
        "Pengurangan diberitahukan sebelum ditetapkan dengan Peraturan Gubernur.",
        "Lokasi diatur dalam jarak paling dekat 5 (lima) meter.",
        "Bank membantu belanja negara yang pengeluarannya diatur dengan Undang-Undang.",
    ],
)
def test_what_is_no_delegation(text: str) -> None:
    """References to rules that exist, and orders of single decisions."""
    assert read(text) == ()


def test_a_definition_gives_no_orders() -> None:
    """A term may be defined by what another rule lays down."""
    text = "Masa pajak adalah jangka waktu lain yang diatur dengan Peraturan Gubernur."

    assert read(f"{text} Hal itu diatur dengan Peraturan Gubernur.", norm_type="definisi") == ()


def test_a_blanket_clause() -> None:
    """UU 12/2011 Lampiran II no. 210; the same words elsewhere in a sentence are none."""
    (found,) = read(
        "Hal-hal yang belum diatur dalam Peraturan Daerah ini, sepanjang mengenai pelaksanaannya, "
        "diatur dengan Peraturan Gubernur."
    )
    assert (found.blanket, found.matter) == (True, "")

    (other,) = read("Tata cara penilaian atas hal lain diatur dengan Peraturan Gubernur.")
    assert not other.blanket


def test_a_clause_quoted_from_the_base_is_the_bases() -> None:
    """An amending act prints it, the base orders."""
    (found,) = read(
        "Ketentuan lebih lanjut mengenai izin diatur dengan Peraturan Gubernur.",
        "perda/nusa-kencana/2022/1#pasal-I/pasal-9",
        target=f"{ACT}#pasal-9",
    )

    assert (found.act, found.home) == (ACT, f"{ACT}#pasal-9")


def test_times() -> None:
    """A time in the clause counts for it; one given to all rules counts for the others."""
    own = "diatur dengan Peraturan Gubernur paling lama 6 (enam) bulan sejak diundangkan."
    passages = [
        Passage(f"{ACT}#pasal-9", Kind.PASAL, f"Ketentuan mengenai izin {own}", 4),
        Passage(f"{ACT}#pasal-10", Kind.PASAL, "Tarif diatur dengan Peraturan Gubernur.", 4),
        Passage(
            f"{ACT}#pasal-40",
            Kind.PASAL,
            "Peraturan pelaksanaan dari Peraturan Daerah ini harus ditetapkan paling lama 1 (satu) "
            "tahun terhitung sejak Peraturan Daerah ini diundangkan.",
            9,
        ),
    ]

    assert [(one.count, one.unit) for one in find_delegations(passages)] == [
        (6, "bulan"),
        (1, "tahun"),
    ]


def test_a_time_given_to_one_kind_of_rule_counts_for_that_kind() -> None:
    """*Peraturan Gubernur sebagai pelaksanaan Perda ini* says nothing of a minister's rules."""
    passages = [
        Passage(f"{ACT}#pasal-9", Kind.PASAL, "Tarif diatur dengan Peraturan Gubernur.", 4),
        Passage(f"{ACT}#pasal-10", Kind.PASAL, "Gizi diatur dengan Peraturan Daerah.", 4),
        Passage(
            f"{ACT}#pasal-40",
            Kind.PASAL,
            "Peraturan Gubernur sebagai pelaksanaan Peraturan Daerah ini ditetapkan paling lama 6 "
            "(enam) bulan terhitung sejak Peraturan Daerah ini diundangkan.",
            9,
        ),
    ]

    assert [(one.ordered, one.count) for one in find_delegations(passages)] == [
        (("pergub",), 6),
        (("perda",), 0),
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Pangkat diatur oleh Menteri Pertahanan dan Keamanan.", "Menteri Pertahanan dan Keamanan"),
        (
            "Tarif diatur oleh Menteri Keuangan dan Menteri Dalam Negeri.",
            "Menteri Keuangan dan Menteri Dalam Negeri",
        ),
    ],
)
def test_makers_are_named_whole(text: str, printed: str) -> None:
    """A name with *dan* is one minister; two ministers are named as printed."""
    (found,) = read(text)

    assert found.printed == printed


def test_a_time_for_something_else_is_no_deadline() -> None:
    """The time of a procedure does not bind the maker of the rule."""
    (found,) = read(
        "Tata cara pengajuan paling lama 7 (tujuh) hari sejak permohonan diterima diatur dengan "
        "Peraturan Gubernur."
    )

    assert found.count == 0


def test_a_closing_clause_gives_the_rules_of_its_places_their_time() -> None:
    """Only the orders in the places that it names; the others have the time given for all."""
    home = f"{ACT}#pasal-"
    texts = {
        "5/ayat-2": "Ketentuan mengenai dermaga diatur dengan Peraturan Gubernur.",
        "6": "Ketentuan mengenai perahu diatur dengan Peraturan Gubernur.",
        "9": "Peraturan Gubernur mengenai dermaga sebagaimana dimaksud dalam Pasal 5 ayat (2) "
        "harus ditetapkan paling lambat 2 (dua) tahun sejak Peraturan Daerah ini diundangkan.",
    }
    found = find_delegations(
        [Passage(f"{home}{path}", Kind.AYAT, text, 1) for path, text in texts.items()]
    )

    assert [(one.matter, one.count, one.unit) for one in found] == [
        ("dermaga", 2, "tahun"),
        ("perahu", 0, ""),
    ]


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("Pembentukan kecamatan ditetapkan dengan Peraturan Daerah.", True),
        ("Pelayanan lain dapat diatur dengan Peraturan Gubernur.", True),
        ("Tata cara pembentukan kecamatan ditetapkan dengan Peraturan Daerah.", False),
        ("Pembentukan kecamatan diatur dengan Peraturan Daerah.", False),
    ],
)
def test_a_rule_for_each_case_is_no_plain_order(text: str, loose: bool) -> None:
    """Neither is one that may be made."""
    (found,) = read(text)

    assert found.loose is loose
