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
