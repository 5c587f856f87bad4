"""The tree of a regulation as plain text."""

from __future__ import annotations

from dataclasses import replace

from regcheck.domain import Kind, Regulation, Span, Unit
from regcheck.report.look import Look
from regcheck.report.outline import render_outline


def test_units_are_indented_below_their_parent(draft: Regulation) -> None:
    """Each unit has a line of its own, with its first words and its page."""
    lines = render_outline(draft, Look()).splitlines()

    assert lines[3].split() == ["Pasal", "7", "hlm.", "3"]
    assert lines[4].startswith("  ayat (1)  Petugas mengangkat sampah")
    assert lines[5].endswith("hlm. 4")
    assert max(map(len, lines)) <= 80


def test_remarks_stand_with_their_unit(draft: Regulation) -> None:
    """What is said of a unit survives the cut of its words."""
    key = draft.units[1].key
    text = render_outline(draft, Look(), {"": "berlaku", key: "diganti"})

    assert "\nberlaku\n" in text
    assert "... [diganti]" in text


def test_counts_and_oddities_close_the_outline(draft: Regulation) -> None:
    """What was found, how good the reading is, and what was odd are all said."""
    text = render_outline(draft, Look())

    assert "3 unit, 3 rujukan, 1 definisi, 1 perubahan" in text
    assert "- hlm. 4: ayat (3) hilang" in text


def test_a_heading_stands_for_the_words(draft: Regulation) -> None:
    """A unit with a title is shown by it."""
    bab = Unit(f"{draft.id}#bab-I", Kind.BAB, "I", "KETENTUAN UMUM", Span(0, 1), "", 1)
    text = render_outline(replace(draft, units=(bab,)), Look())

    assert "BAB I  KETENTUAN UMUM" in text
