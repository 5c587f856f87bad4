"""The parts of a regulation are found though their opening words are damaged or out of place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regcheck.domain import Regulation, SourceText
from regcheck.parse import parse_document
from regcheck.parse.structure.openings import PENUTUP, find_closing

Parse = Callable[[str], Regulation]
Maker = Callable[[str], SourceText]

HEAD = """PERATURAN GUBERNUR TELUK KENARI
NOMOR 7 TAHUN 2018
TENTANG
DERMAGA
GUBERNUR TELUK KENARI,
Menimbang : a. bahwa dermaga perlu dikelola;
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
"""
BODY = "Pasal 1\nDermaga dikelola oleh Dinas.\nPasal 2\nKapal wajib melapor.\n"


def paths(regulation: Regulation) -> list[str]:
    """List the paths of all units."""
    return [unit.path for unit in regulation.units]


@pytest.mark.parametrize("word", ["MEMUTUSI(AN:", "MEMUT1JSKAN:", "MEMUTUST(AN:", "MEMUTLISKAN:"])
def test_a_damaged_decision_opens_the_body(parse: Parse, word: str) -> None:
    """The body begins behind the decision formula, however the scanner spells it."""
    regulation = parse(f"{HEAD}{word}\nPERATURAN GUBERNUR TENTANG DERMAGA.\n{BODY}Menetapkan\n")

    assert {"memutuskan", "pasal-1", "pasal-2"} <= set(paths(regulation))


def test_a_first_pasal_bound_before_the_decision_is_found(parse: Parse) -> None:
    """The body begins with it; the decision formula then stands inside."""
    regulation = parse(
        f"{HEAD}BAB I\nKETENTUAN UMUM\nPasal 1\n"
        "Dalam Peraturan Gubernur ini yang dimaksud dengan:\n1. Dermaga adalah tempat sandar.\n"
        "MEMUTUSKAN:\nMenetapkan : PERATURAN GUBERNUR.\n"
        "2. Dinas adalah Dinas Perhubungan.\nPasal 2\nKapal wajib melapor.\n"
    )

    assert {"pasal-1/angka-1", "pasal-1/angka-2", "pasal-2"} <= set(paths(regulation))


@pytest.mark.parametrize("parts", ["II. PASAL DEMI PASAL", "PASAL DE}ytI PASAL", "PASALDEMIPASAL"])
def test_a_gloss_without_closing_is_no_body(parse: Parse, parts: str) -> None:
    """Pasal of the gloss are its own, even where neither closing nor heading can be read."""
    regulation = parse(
        f"{HEAD}MEMUTUSKAN:\nMenetapkan : PERATURAN GUBERNUR.\n{BODY}I. UMUM\nDermaga penting.\n"
        f"{parts}\nPasal 1\nCukup jelas.\nPasal 2\nCukup jelas.\nPasal 3\nCukup jelas.\n"
    )
    own = [path for path in paths(regulation) if path.startswith("pasal-")]

    assert own == ["pasal-1", "pasal-2"]
    assert {"penjelasan/umum", "penjelasan/pasal-3"} <= set(paths(regulation))


def test_footnotes_behind_an_open_end_belong_to_no_pasal(source: Maker) -> None:
    """A draft from a word processor has no closing; its footnotes are none of the last pasal."""
    text = (
        f"{HEAD}MEMUTUSKAN:\nMenetapkan : PERATURAN GUBERNUR.\n{BODY}"
        "¹ Lihat naskah akademik.\n² Usul Dinas.\n"
    )
    (regulation,) = parse_document(source(text))
    last = next(unit for unit in regulation.units if unit.path == "pasal-2")
    closing = next(unit for unit in regulation.units if unit.path == "penutup")

    assert "¹" not in regulation.slice(last.span)
    assert regulation.slice(closing.span).startswith("¹ Lihat")


def test_an_annex_is_divided_by_bab_or_by_roman_numbers(act: Parse) -> None:
    """Either way its parts have keys of their own below the annex."""
    regulation = act(
        BODY
        + "Ditetapkan di Kenari\nLAMPIRAN I PERATURAN GUBERNUR TELUK KENARI\nBAB I\nUMUM\nSatu."
        "\nBAB II\nPENUTUP\nDua.\nLAMPIRAN II PERATURAN GUBERNUR TELUK KENARI\nI. UMUM\nTiga.\n"
        "II. TATA CARA\nEmpat.\n"
    )

    assert [path for path in paths(regulation) if path.startswith("lampiran")] == [
        "lampiran-1",
        "lampiran-1/bab-I",
        "lampiran-1/bab-II",
        "lampiran-2",
        "lampiran-2/romawi-I",
        "lampiran-2/romawi-II",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Satu.\n  Agar setiap orang mengetahuinya, memerintahkan pengundangan.\n",
        'Satu. "Ditetapkan di Kenari\npada tanggal 3 Mei 2018',
        "Satu;\nKenari, 3 Mei 2018\nGUBERNUR",
        "yang ditetapkan di daerah; DISAHKAN DI Kenari; Supaya setiap orang mengetahui",
        "Agar setiap orang tahu. Diundang",
    ],
)
def test_the_closing_is_found_as_its_pattern_would(text: str) -> None:
    """Looking only where its words stand changes nothing."""
    slow = PENUTUP.search(text)
    quick = find_closing(text, 0, len(text))

    assert (quick and quick.span()) == (slow and slow.span())
