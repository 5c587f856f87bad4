"""From an edge back to the sentence on the page."""

from __future__ import annotations

from dataclasses import replace

from regcheck.domain import (
    Citation,
    Identity,
    Kind,
    Line,
    Regulation,
    Role,
    Source,
    SourceText,
    Span,
    Unit,
)
from regcheck.domain.graph import Edge
from regcheck.law.proofs import prove

ID = "pergub/nusa-kencana/2021/7"
LINES = (
    ("Pasal 4", 3),
    ("(1) Wadah disediakan sesuai dengan Pasal 7 Peraturan", 3),
    ("Daerah Nomor 5 Tahun 2020.", 4),
)


def make(lines: tuple[tuple[str, int], ...] = LINES) -> tuple[Regulation, Edge]:
    """Return a regulation of one pasal, and the edge of what it cites."""
    source = SourceText(
        tuple(Line(text, page) for text, page in lines), Source("a.pdf", "0" * 64, 4, "test")
    )
    text = source.text
    start = text.index("Pasal 7")
    span = Span(start, text.index("2020") + 4)
    key = f"{ID}#pasal-4"
    unit = Unit(key, Kind.PASAL, "4", "", Span(0, len(text)), "")
    target = "perda/nusa-kencana/2020/5#pasal-7"
    citation = Citation(span, key, Role.MERUJUK, target)
    regulation = Regulation(ID, Identity(), source, (unit,), (citation,))
    return regulation, Edge(ID, key, target, Role.MERUJUK, 3, span)


def test_the_sentence_and_its_page() -> None:
    """The unit is quoted on one line, its label left out, with the page of the citation."""
    regulation, edge = make()
    proof = prove(regulation, edge)

    assert (proof.key, proof.page) == (f"{ID}#pasal-4", 3)
    assert proof.text == (
        "Wadah disediakan sesuai dengan Pasal 7 Peraturan Daerah Nomor 5 Tahun 2020."
    )


def test_an_edge_without_a_place_is_found_again() -> None:
    """A corpus of an older version kept no places."""
    regulation, edge = make()

    assert prove(regulation, replace(edge, page=0, span=Span(0, 0))) == prove(regulation, edge)


def test_of_a_long_unit_only_the_sentence_is_quoted() -> None:
    """The neighbours are left out, and a very long sentence is cut about the citation."""
    before = ("Kalimat lain tentang hal lain yang panjang sekali. " * 10, 2)
    regulation, edge = make((LINES[0], before, *LINES[1:], ("Kalimat sesudahnya. " * 10, 4)))
    assert prove(regulation, edge).text.startswith("Wadah disediakan")
    assert "sesudahnya" not in prove(regulation, edge).text

    endless = ("dan kata yang terus bersambung " * 40, 2)
    regulation, edge = make((LINES[0], endless, *LINES[1:]))
    text = prove(regulation, edge).text
    assert len(text) < 420
    assert text.startswith("… ")
    assert "Pasal 7 Peraturan Daerah Nomor 5 Tahun 2020" in text
