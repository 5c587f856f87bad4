"""The identity is read from the title block, whatever stands around or in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regcheck.domain import Regulation, SourceText
from regcheck.parse import parse_document
from regcheck.parse.structure.bases import is_amending

Parse = Callable[[str], Regulation]

PREAMBLE = """
DENGAN RAHMAT TUHAN YANG MAHA ESA
{maker},
Menimbang : bahwa perlu diatur;
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
MEMUTUSKAN:
Menetapkan : PERATURAN TENTANG PASAR.
Pasal 1
Pasar dibuka setiap hari.
Pasal 2
Peraturan ini mulai berlaku pada tanggal diundangkan.
{closing}
"""
CLOSING = (
    "Ditetapkan di Kenari\npada tanggal 5 Mei 2016\nDiundangkan di Kenari\npada tanggal 6 Mei 2016"
)


def document(title: str, closing: str = CLOSING, maker: str = "GUBERNUR TELUK KENARI") -> str:
    """Put a title block in front of a short regulation."""
    return title + PREAMBLE.format(maker=maker, closing=closing)


TITLES = [
    (
        "PERATURAN DAERAH PROVINSI TELUK KENARI\nNOMOR 3 TAHUN 2016\nTENTANG\nPASAR RAKYAT",
        "perda/teluk-kenari/2016/3",
    ),
    (
        "PERATURAN DAERAH KABUPATEN RAWA ELOK\nNOMOR : 12 TAHUN 2016\nTENTANG\nPASAR",
        "perda/kab-rawa-elok/2016/12",
    ),
    ("PERATURAN DAERAH\nNOMOR 3 TAHUN 2016\nTENTANG\nPASAR", "perda/teluk-kenari/2016/3"),
    (
        "PERATURAN BUPATI RAWA ELOK\nNOMOR 07 TAHUN 2016\nTENTANG\nPASAR",
        "perbup/kab-rawa-elok/2016/7",
    ),
    (
        "PERATURAN WALI KOTA BUKIT DUA\nNOMOR 22A TAHUN 2016\nTENTANG\nPASAR",
        "perwal/kota-bukit-dua/2016/22a",
    ),
    (
        "PERATURAN MENTERI KEUANGAN REPUBLIK INDONESIA\nNOMOR 11/PMK.07/2010\nTENTANG\nPASAR",
        "permenkeu/2010/11",
    ),
    ("UNDANG-UNDANG REPUBLIK INDONESIA\nNOMOR 12 TAHUN 2011\nTENTANG\nPASAR", "uu/2011/12"),
    ("PERATURAN GUBERNUR BALI\nNOMOR I TAHUN 2021\nTENTANG\nPASAR", "pergub/bali/2021/1"),
    ("PERATURAN GUBERNUR BALI\nNOMOR 1O TAHUN 2OL9\nTENTANG\nPASAR", "pergub/bali/2019/10"),
    ("PERATURAN GUBERNUR BALI\nNOMOR 5 TAHUN2016\nT E N T A N G\nPASAR", "pergub/bali/2016/5"),
    ("P E R A T U R A N\nGUBERNUR BALI\nNOMOR 5 TAHUN 2016\nTENTANG\nPASAR", "pergub/bali/2016/5"),
    (
        "PERATURANWALI KOTA BUKIT DUA\nNOMOR 5 TAHUN 2016\nTENTANG\nPASAR",
        "perwal/kota-bukit-dua/2016/5",
    ),
    ("PERATURAN PEMERII.ITAH\nNOMOR 40 TAHUN 2017\nTENTANG\nPASAR", "pp/2017/40"),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_title_blocks_give_ids(parse: Parse, title: str, expected: str) -> None:
    """Each spelling of a title gives the id that citations of it give."""
    assert parse(document(title)).id == expected


def test_the_title_inside_a_title_is_another_regulation(parse: Parse) -> None:
    """An amending act has its own number, also where its kind is printed badly."""
    nested = "PERUBAHAN ATAS PERATURAN PEMERINTAH NOMOR 48 TAHUN 2007\nTENTANG PASAR"
    for kind in ("PERATURAN PEMERINTAH", "PERATURAN PEMERII.ITAH"):
        regulation = parse(document(f"{kind}\nNOMOR 40 TAHUN 2017\nTENTANG\n{nested}"))

        assert regulation.id == "pp/2017/40"
        assert regulation.identity.tentang == " ".join(nested.split())


def test_a_letter_before_the_act_is_passed_over(parse: Parse) -> None:
    """A covering letter cites regulations without being one."""
    letter = (
        "Kepada Yth. Kepala Biro Hukum\nBersama ini disampaikan Peraturan Gubernur tentang Pasar\n"
        "sesuai Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015 tentang Produk Hukum.\n"
        "LEMBARAN DAERAH\nNOMOR 9 TAHUN 2016 SERI B\n"
    )
    regulation = parse(document(letter + TITLES[0][0]))

    assert regulation.id == "perda/teluk-kenari/2016/3"


def test_the_name_and_the_dates_are_read(parse: Parse) -> None:
    """The name is on one line; dates are ISO dates."""
    title = "PERATURAN GUBERNUR BALI\nNOMOR 5 TAHUN 2016\nTENTANG\nPASAR RAKYAT\nDAN TOKO"
    identity = parse(document(title)).identity

    assert identity.tentang == "PASAR RAKYAT DAN TOKO"
    assert identity.tanggal_penetapan == "2016-05-05"
    assert identity.tanggal_pengundangan == "2016-05-06"
    assert not identity.draft


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "RANCANGAN PERATURAN GUBERNUR BALI\nNOMOR … TAHUN …",
            "pergub/bali/tanpa-tahun/rancangan-",
        ),
        ("RANCANGAN PERATURAN GUBERNUR BALI\nNOMOR ... TAHUN 2026", "pergub/bali/2026/rancangan-"),
        ("PERATURAN GUBERNUR BALI\nNOMOR ...... TAHUN 2026", "pergub/bali/2026/rancangan-"),
    ],
)
def test_a_draft_keeps_kind_and_region(parse: Parse, title: str, expected: str) -> None:
    """Dots for the number make a draft, whose id still has a rank and a region."""
    regulation = parse(document(f"{title}\nTENTANG\nPASAR", "Ditetapkan di Kenari\npada tanggal …"))

    assert regulation.identity.draft
    assert regulation.id.startswith(expected)


def test_a_dated_act_headed_rancangan_is_no_draft(parse: Parse) -> None:
    """The word left over from the draft does not undo number and date."""
    title = "RANCANGAN PERATURAN GUBERNUR BALI\nNOMOR 5 TAHUN 2016\nTENTANG\nPASAR"
    regulation = parse(document(title))

    assert (regulation.id, regulation.identity.draft) == ("pergub/bali/2016/5", False)


def test_a_number_written_by_hand_is_missing(parse: Parse) -> None:
    """An enacted act without a readable number keeps its kind, region and year."""
    regulation = parse(document("PERATURAN GUBERNUR BALI\nNOMOR TAHUN 2016\nTENTANG\nPASAR"))

    assert regulation.id.startswith("pergub/bali/2016/tanpa-nomor-")
    assert not regulation.identity.draft


def test_an_annex_alone_has_the_identity_of_its_act(parse: Parse) -> None:
    """A file with nothing but an annex is identified by the annex's head."""
    regulation = parse(
        "LAMPIRAN II\nPERATURAN GUBERNUR BALI\nNOMOR 4 TAHUN 2021\nTENTANG\nKELAS JABATAN\n"
        "Daftar jabatan\n1 Arsiparis 6\n"
    )

    assert regulation.id == "pergub/bali/2021/4"
    assert regulation.identity.tentang == "KELAS JABATAN"
    assert [unit.path for unit in regulation.units] == ["lampiran-2"]


def test_an_override_wins(source: Callable[[str], SourceText]) -> None:
    """The id given by the user is used for the regulation and its units."""
    (regulation,) = parse_document(source(document(TITLES[0][0])), "uu/2001/1")

    assert regulation.id == "uu/2001/1"
    assert all(unit.key.startswith("uu/2001/1#") for unit in regulation.units)


@pytest.mark.parametrize(
    ("tentang", "expected"),
    [
        ("PERUBAHAN ATAS PERATURAN DAERAH NOMOR 7 TAHUN 2011", True),
        ("PERUBAHAN KEDUA ATAS PERATURAN GUBERNUR NOMOR 7 TAHUN 2011", True),
        ("PERUBAHAN ATAS LAMPIRAN PERATURAN GUBERNUR NOMOR 7 TAHUN 2011", True),
        ("PERUBAHAN ANGGARAN PENDAPATAN DAN BELANJA DAERAH", False),
        ("PERUBAHAN BATAS WILAYAH KOTA", False),
        ("PENCABUTAN PERATURAN DAERAH NOMOR 7 TAHUN 2011", False),
    ],
)
def test_only_changes_to_a_regulation_amend(tentang: str, expected: bool) -> None:
    """A changed budget or boundary is no amending act."""
    assert is_amending(tentang) == expected


def test_a_name_may_hold_the_word_umum(parse: Parse) -> None:
    """UMUM ends a name only as the heading of a gloss, not as a word of the name."""
    head = "PERATURAN DAERAH KABUPATEN SAGARA\nNOMOR 4 TAHUN 2015\nTENTANG\n"
    tail = "\nDENGAN RAHMAT TUHAN YANG MAHA ESA\nBUPATI SAGARA,\nMenimbang : a. bahwa perlu;\n"
    for name in ("RETRIBUSI JASA UMUM", "KETERTIBAN UMUM DAN KETENTERAMAN", "KETERTIBAN\nUMUM"):
        identity = parse(head + name + tail).identity

        assert identity.tentang == " ".join(name.split())


def test_the_line_of_a_catalogue_stands_in_for_a_title(source: Callable[..., SourceText]) -> None:
    """Old texts begin with kind, year and number as a catalogue lists them."""
    text = (
        "Peraturan Pemerintah 1950 No. 34 DERMAGA. Peraturan tentang dermaga.\n"
        "Menimbang : bahwa dermaga perlu diatur;\nMEMUTUSKAN:\nPasal 1\nDermaga milik negara.\n"
    )
    (regulation,) = parse_document(source(text))

    assert regulation.id == "pp/1950/34"
