"""Lost headings that leave no gap in the numbers: what stands around them tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regcheck.domain import Regulation
from regcheck.parse.lost_headings import CLOSING

Parse = Callable[[str], Regulation]


def codes(regulation: Regulation) -> list[tuple[str, str]]:
    """List the codes of what is said against a text, with the unit named."""
    return [(one.code, one.unit.partition("#")[2]) for one in regulation.anomalies]


def test_a_bab_without_pasal_has_lost_its_heading(act: Parse) -> None:
    """Every other bab holds pasal, and this one holds a sentence."""
    regulation = act(
        "BAB I\nKETENTUAN UMUM\nPasal 1\nDermaga dikelola.\nBAB II\nKETENTUAN LAIN-LAIN\n"
        "(1) Kapal tua dilarang sandar.\n(2) Larangan ditetapkan Gubernur.\n"
        "BAB III\nKETENTUAN SANDAR\nPasal 2\nKapal melapor.\n"
    )

    assert ("pasal-hilang", "bab-II") in codes(regulation)
    assert "di bawah BAB II" in next(
        one.message for one in regulation.anomalies if one.code == "pasal-hilang"
    )


@pytest.mark.parametrize("rest", ["Dihapus.\n", ""])
def test_a_bab_that_is_empty_by_right_is_silent(act: Parse, rest: str) -> None:
    """A bab may be deleted, and its title alone tells of no pasal."""
    regulation = act(
        f"BAB I\nKETENTUAN UMUM\nPasal 1\nDermaga dikelola.\nBAB II\nKETENTUAN LAIN\n{rest}"
        "BAB III\nKETENTUAN SANDAR\nPasal 2\nKapal melapor.\n"
    )

    assert "pasal-hilang" not in dict(codes(regulation))


def test_the_closing_clause_in_another_pasal_shows_a_lost_heading(act: Parse) -> None:
    """The commencement has a pasal of its own."""
    body = (
        "Pasal 1\nDermaga dikelola.\nPasal 2\nKapal tua dilarang sandar di dermaga kota dan di "
        "sungai. Peraturan Gubernur ini berlaku surut sampai tanggal 2 Mei 2018.\n"
    )

    assert codes(act(body)) == [("pasal-hilang", "pasal-2")]


@pytest.mark.parametrize(
    "last",
    [
        "Pasal 2\nPeraturan Gubernur ini mulai berlaku pada tanggal diundangkan.\n",
        'Pasal 2\nPeraturan Gubernur ini dapat disebut "Peraturan tentang Dermaga Kota". '
        "Peraturan Gubernur ini mulai berlaku pada tanggal diundangkan.\n",
        "Pasal 2\n(1) Kapal lama melapor.\n"
        "(2) Peraturan Gubernur ini mulai berlaku pada tanggal diundangkan.\n",
    ],
)
def test_a_closing_clause_in_its_place_is_silent(act: Parse, last: str) -> None:
    """It has a pasal or an ayat of its own."""
    assert codes(act(f"Pasal 1\nDermaga dikelola.\n{last}")) == []


def test_a_clause_on_the_time_before_is_no_closing_clause() -> None:
    """What was done before the act came into force is told inside a sentence."""
    assert not CLOSING.search("izin sebelum Peraturan Gubernur ini mulai berlaku pada 2018.")


@pytest.mark.parametrize(
    ("body", "unit"),
    [
        ("Kapal dilarang:\na. berlabuh menyala terang dan membuang sauh.", "pasal-1/huruf-a"),
        (
            'Yang dimaksud dengan:\na. "Kapal" ialah kapal laut;\nb. "Dermaga" ialah dermaga kota '
            '"Syahbandar" ialah kepala dermaga.',
            "pasal-1/huruf-b",
        ),
        ("Kapal menuju:\na. ke laut;\nb. ke sungai; atau\nke luar daerah.", "pasal-1/huruf-b"),
        ("Panitia terdiri atas:\na. ketua;\nb. wakil; dan\n1 (satu) orang.", "pasal-1/huruf-b"),
    ],
)
def test_an_item_that_holds_another_has_lost_a_mark(act: Parse, body: str, unit: str) -> None:
    """A list of one item, two definitions in one, and *ke* or a number behind a semicolon."""
    assert ("huruf-hilang", unit) in codes(act(f"Pasal 1\n{body}\nPasal 2\nCukup.\n"))


@pytest.mark.parametrize(
    "second",
    [
        "Laporan dibuat. Tarif sebagaimana dimaksud pada ayat (1) dibayar.",
        "Laporan dibuat. Tarif tersebut dalam ayat 2 di atas dibayar.",
        "Laporan dibuat;\nSyahbandar menerima laporan itu setiap hari.",
    ],
)
def test_a_second_sentence_that_cites_an_ayat_is_a_further_one(act: Parse, second: str) -> None:
    """An ayat holds one sentence, which refers to others."""
    body = f"Pasal 1\n(1) Kapal melapor.\n(2) {second}\nPasal 2\nCukup.\n"

    assert ("ayat-hilang", "pasal-1/ayat-2") in codes(act(body))


@pytest.mark.parametrize(
    "second",
    [
        "Laporan sebagaimana dimaksud pada ayat (1) dibuat. Ia ditulis.",
        "Laporan memuat:\na. nama; dan\nb. muatan sebagaimana dimaksud pada ayat (1).",
        "Laporan dibuat. Tarif tersebut dalam ayat (1) Pasal 3 dibayar.",
    ],
)
def test_a_citation_in_the_first_sentence_is_silent(act: Parse, second: str) -> None:
    """Neither the first sentence, an item, nor a citation of another pasal tells of a loss."""
    body = f"Pasal 1\n(1) Kapal melapor.\n(2) {second}\nPasal 2\nCukup.\nPasal 3\nCukup.\n"

    assert codes(act(body)) == []


@pytest.mark.parametrize(
    "body",
    [
        "Kapal melapor. Laporan sebagaimana dimaksud pada ayat (1) ditulis.\n(1) (2t (3)\n",
        "Kapal melapor. Laporan sebagaimana dimaksud pada ayat (1) ditulis.\n",
    ],
)
def test_ayat_whose_numbers_stand_apart_are_told_and_not_made_units(act: Parse, body: str) -> None:
    """A scanner may gather the numbers of a column behind the text, or lose them all."""
    regulation = act(f"Pasal 1\n{body}Pasal 2\nCukup.\n")

    assert codes(regulation) == [("ayat-hilang", "pasal-1")]
    assert not [unit for unit in regulation.units if "/ayat" in unit.path]
