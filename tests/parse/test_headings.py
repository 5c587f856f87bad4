"""Headings of bab and bagian: printed twice, counted in old ways, or without a number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regcheck.domain import Kind, Regulation, SourceText
from regcheck.parse import parse_document

Source = Callable[..., SourceText]

TITLE = """\
PERATURAN PEMERINTAH REPUBLIK INDONESIA
NOMOR 7 TAHUN 2018
TENTANG
PERUSAHAAN UMUM DERMAGA
"""
PREAMBLE = """\
Menimbang : bahwa perusahaan dermaga perlu diatur;
Mengingat : Pasal 5 ayat (2) Undang-Undang Dasar 1945;
MEMUTUSKAN:
Menetapkan : PERATURAN PEMERINTAH TENTANG PERUSAHAAN UMUM DERMAGA.
"""
CLOSING = """\
Ditetapkan di Jakarta
pada tanggal 5 Mei 2018
PRESIDEN REPUBLIK INDONESIA,
"""


def parse(source: Source, body: str, rest: str = "") -> Regulation:
    """Parse a document that holds one act with a body."""
    (regulation,) = parse_document(source(TITLE + PREAMBLE + body + CLOSING + rest))
    return regulation


def paths(regulation: Regulation, kind: Kind) -> list[str]:
    """Return the paths of the units of a kind."""
    return [unit.path for unit in regulation.units if unit.kind is kind]


@pytest.mark.parametrize(
    "second",
    ["Bagian\nBagian Kedua\nModal", "Bagian Bagian Kedua\nModal", "Bagian Kedua\nModal"],
)
def test_the_catchword_of_a_page_before_a_heading_is_passed_over(
    source: Source, second: str
) -> None:
    """The word of the heading at a page's end is printed again on the next."""
    body = f"BAB I\nUMUM\nBagian Kesatu\nNama\nPasal 1\nNamanya Dermaga.\n{second}\nPasal 2\nAda.\n"

    assert paths(parse(source, body), Kind.BAGIAN) == ["bab-I/bagian-1", "bab-I/bagian-2"]


def test_ordinals_of_more_than_twenty_may_be_glued(source: Source) -> None:
    """*Keduapuluh Satu* is the twenty-first."""
    names = ["Keduapuluh", "Keduapuluh Satu", "Kedua Puluh Dua"]
    parts = (f"Bagian {name}\nHal\nPasal {n}\nAda.\n" for n, name in enumerate(names, 1))

    found = parse(source, "BAB I\nUMUM\n" + "".join(parts))

    assert [unit.label for unit in found.units if unit.kind is Kind.BAGIAN] == ["20", "21", "22"]


@pytest.mark.parametrize(
    ("between", "behind", "told"),
    [
        ("Modal dan Kekayaan\n", "", []),
        ("PENGURUSAN PERUSAHAAN\n", "", []),
        ("", "PEMBUBARAN PERUSAHAAN\n", ["judul-hilang"]),
    ],
)
def test_titles_without_numbers_are_a_custom_where_none_of_their_rank_has_one(
    source: Source, between: str, behind: str, told: list[str]
) -> None:
    """A bab whose next number follows has lost nothing; behind the last one may be one more."""
    body = (
        f"BAB I\nUMUM\nPasal 1\nNamanya Dermaga.\n{between}Pasal 2\nModalnya milik negara.\n"
        f"BAB II\nLAIN-LAIN\nPasal 3\nIa dipimpin direksi.\n{behind}Pasal 4\nBerlaku.\n"
    )

    assert [remark.code for remark in parse(source, body).anomalies] == told


@pytest.mark.parametrize("word", ["PENJELASAN\nATAS\n", "PENJELASAN ", "MEMORI PENJELASAN ATAS "])
def test_a_gloss_that_quotes_a_decision_is_no_further_act(source: Source, word: str) -> None:
    """The title above a gloss is that of its own act, whatever form the gloss prints."""
    gloss = (
        f"{word}PERATURAN PEMERINTAH NO. 7 TAHUN 2018 TENTANG PERUSAHAAN UMUM DERMAGA\n"
        "UMUM\nTelah diketahui, bahwa dermaga penting.\nMEMUTUSKAN:\nMenyatakan cukup.\n"
        "PASAL DEMI PASAL\nPasal 1\nCukup jelas.\n"
    )

    found = parse(source, "Pasal 1\nNamanya Dermaga.\nPasal 2\nBerlaku.\n", gloss)

    assert found.id == "pp/2018/7"
    assert "pp/2018/7#penjelasan/pasal-1" in found.by_key


def test_the_heading_of_an_annex_is_no_part_of_its_title(source: Source) -> None:
    """A file that holds an annex alone takes its name from the title above it."""
    annex = (
        "LAMPIRAN I\nPERATURAN DAERAH KABUPATEN SAGARA\nNOMOR 9 TAHUN 2019\nTENTANG\n"
        "SUSUNAN PERANGKAT DAERAH\nBAGAN STRUKTUR ORGANISASI DINAS PASAR\nKEPALA\nSEKRETARIAT\n"
    )
    (regulation,) = parse_document(source(annex))

    assert regulation.identity.tentang == "SUSUNAN PERANGKAT DAERAH"
