"""Marks whose loss leaves no gap in the numbers: the text around them tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regcheck.domain import Regulation

Parse = Callable[[str], Regulation]


def codes(regulation: Regulation) -> list[tuple[str, str]]:
    """List the codes of what is said against a text, with the unit named."""
    return [(one.code, one.unit.partition("#")[2]) for one in regulation.anomalies]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kapal dilarang:\na. berlabuh; dan\nmembuang sauh.", ("huruf-hilang", "pasal-1/huruf-a")),
        (
            "Kapal dilarang:\na. berlabuh;\nb. menyala; dan/atau\nmembuang sauh.",
            ("huruf-hilang", "pasal-1/huruf-b"),
        ),
        (
            "(1) Kapal melapor. Laporan sebagaimana dimaksud pada ayat (1) tertulis.",
            ("ayat-hilang", "pasal-1/ayat-1"),
        ),
        (
            "(1) Kapal melapor.\n(2) Laporan tertulis.\nKepala Dinas memeriksa laporan kapal.",
            ("ayat-hilang", "pasal-1/ayat-2"),
        ),
        ("(1) Kapal melapor kepada syahbandar.", ("ayat-hilang", "pasal-1/ayat-1")),
    ],
)
def test_a_lost_last_mark_is_reported(act: Parse, body: str, expected: tuple[str, str]) -> None:
    """A list that goes on behind its *dan*, and an ayat that cites itself, show a lost mark."""
    assert codes(act(f"Pasal 1\n{body}\nPasal 2\nCukup.\n")) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "Kapal dilarang:\na. berlabuh; dan\nb. membuang sauh.",
        "Kapal dilarang: a. berlabuh; dan/atau b. membuang sauh.",
        "Kapal dilarang:\na. berlabuh dan menyala; atau\nb. membuang:\n1. sauh; dan\n2. sampah.",
        "(1) Kapal melapor.\n(2) Laporan sebagaimana dimaksud pada ayat (1) tertulis.",
        "(1) Kapal melapor.\n(2) Laporan tertulis. Laporan dibuat oleh nakhoda kapal.",
        'Aturan dermaga diubah sehingga berbunyi sebagai berikut: "(1) Kapal wajib melapor".',
    ],
)
def test_a_whole_list_is_silent(act: Parse, body: str) -> None:
    """Nothing is said of lists and ayat that are complete."""
    assert codes(act(f"Pasal 1\n{body}\nPasal 2\nCukup.\n")) == []


def test_a_list_whose_first_mark_is_lost_begins_with_the_second(act: Parse) -> None:
    """It is kept as a list, and said to begin with b."""
    regulation = act("Pasal 1\nKapal dilarang:\nberlabuh;\nb. menyala; dan\nc. membuang sauh.\n")

    assert [u.path for u in regulation.units if u.path.startswith("pasal-1/")] == [
        "pasal-1/huruf-b",
        "pasal-1/huruf-c",
    ]
    assert codes(regulation) == [("huruf-lompat", "pasal-1/huruf-b")]


def test_the_last_bab_is_found_by_its_title(act: Parse) -> None:
    """A title of a last bab in capitals, behind a sentence, stands for the lost heading."""
    regulation = act(
        "BAB I\nKETENTUAN UMUM\nPasal 1\nDermaga dikelola.\nKETENTUAN PENUTUP\nPasal 2\nCukup.\n"
    )

    assert [u.path for u in regulation.units if u.kind.value == "bab"] == ["bab-I", "bab-II"]
    assert codes(regulation) == [("judul-dipulihkan", "bab-II")]


def test_the_title_of_a_bagian_without_its_number_is_reported(act: Parse) -> None:
    """A title behind the last sentence of a pasal names the bab that it divides."""
    regulation = act(
        "BAB I\nKETENTUAN UMUM\nBagian Kesatu\nTujuan\nPasal 1\nDermaga dikelola.\n"
        "Tata Cara Sandar dan Muat\nPasal 2\nCukup.\n"
    )

    assert codes(regulation) == [("judul-hilang", "bab-I/bagian-1")]
    assert '"Tata Cara Sandar dan Muat" sebelum Pasal 2' in regulation.anomalies[0].message


def test_a_gloss_on_a_further_ayat_shows_that_it_is_lost(parse: Parse, act: Parse) -> None:
    """The official gloss is a witness of its own for the ayat of a pasal."""
    body = "Pasal 1\n(1) Kapal melapor.\n(2) Laporan tertulis.\nPasal 2\nCukup.\n"
    gloss = (
        "PENJELASAN\nATAS\nPERATURAN GUBERNUR TELUK KENARI\nNOMOR 7 TAHUN 2018\nTENTANG\n"
        "DERMAGA\nI. UMUM\nDermaga perlu diatur.\nII. PASAL DEMI PASAL\nPasal 1\n{parts}"
        "Pasal 2\nCukup jelas.\n"
    )
    parts = [f"Ayat ({n})\nCukup jelas.\n" for n in (1, 2, 3)]
    text = act(body).text

    assert codes(parse(text + "\n" + gloss.format(parts="".join(parts[:2])))) == []
    assert codes(parse(text + "\n" + gloss.format(parts="".join(parts)))) == [
        ("ayat-hilang", "pasal-1/ayat-2")
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kapal dilarang:\na. berlabuh;\nmembuang sauh.", ("huruf-hilang", "pasal-1/huruf-a")),
        ("Kapal dilarang: a. berlabuh; membuang sauh.", ("huruf-hilang", "pasal-1/huruf-a")),
        (
            "Kapal dilarang:\na. berlabuh;\nb. menyala; atau",
            ("huruf-hilang", "pasal-1/huruf-b"),
        ),
        (
            "(1) Kapal melapor.\n(2) Laporan memuat:\na. nama; dan\nb. muatan kapal.\n"
            "Tata cara pelaporan diatur dengan Keputusan Kepala Dinas.",
            ("ayat-hilang", "pasal-1/ayat-2"),
        ),
    ],
)
def test_text_behind_the_last_item_shows_a_lost_mark(
    act: Parse, body: str, expected: tuple[str, str]
) -> None:
    """A list that ends open, has one item, or is followed by a sentence has lost a mark."""
    assert expected in codes(act(f"Pasal 1\n{body}\nPasal 2\nCukup.\n"))


def test_a_list_inside_another_may_end_with_dan(act: Parse) -> None:
    """The *dan* behind its last item announces the next item of the outer list."""
    body = "Kapal dilarang:\na. membuang:\n1. sauh;\n2. sampah; dan\nb. menyala.\n"

    assert codes(act(f"Pasal 1\n{body}Pasal 2\nCukup.\n")) == []


def test_titles_without_numbers_are_a_custom_of_old_acts(act: Parse) -> None:
    """One of them is a lost heading; a title above most pasal is none."""
    body = "".join(
        f"Pasal {number}\nDermaga dikelola menurut aturan {number}.\nHal Sandar\n"
        for number in range(1, 6)
    )

    assert codes(act(f"{body}Pasal 6\nCukup.\n")) == []
