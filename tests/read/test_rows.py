"""Characters become words and rows as they stand on the paper."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.read.layout.rows import Row, find_rows, find_runs
from regcheck.read.pdf.glyphs import NO_BOXES, PageGlyphs

HEIGHT, WIDTH = 12.0, 6.0


def typeset(*parts: tuple[str, float, float]) -> PageGlyphs:
    """Set texts at a place, every letter six points wide; a space is a gap, and in the file."""
    chars, boxes, spaced = "", [], []
    for text, x, top in parts:
        after = False
        for number, letter in enumerate(text):
            if letter != " ":
                x0 = x + WIDTH * number
                chars += letter
                boxes.append((x0, top, x0 + WIDTH, top + HEIGHT))
                spaced.append(after)
            after = letter == " "
    table = np.array(boxes, np.float32).reshape(-1, 4)
    return PageGlyphs(1, 612.0, 936.0, chars, table, np.array(spaced, np.bool_), NO_BOXES)


def rows_of(glyphs: PageGlyphs) -> list[Row]:
    """Return the rows of a page."""
    return find_rows(glyphs, find_runs(glyphs))


def texts(*parts: tuple[str, float, float]) -> list[str]:
    """Return the texts of the rows."""
    return [row.text for row in rows_of(typeset(*parts))]


@pytest.mark.parametrize("label", ["(2)", "12.", "m.", "(3b)", "IV.", "a)"])
def test_a_label_that_nearly_touches_its_text_is_parted(label: str) -> None:
    """Half a point of white parts the label of a list from its text."""
    start = 100 + WIDTH * len(label) + 0.6

    assert texts((label, 100, 100), ("Kepala Dinas", start, 100)) == [f"{label} Kepala Dinas"]


@pytest.mark.parametrize("left", ["S.H.", "No.", "12.500."])
def test_a_short_form_stays_whole(left: str) -> None:
    """What is no label is not parted from the letters that nearly touch it."""
    start = 100 + WIDTH * len(left) + 0.6

    assert texts((left, 100, 100), ("Kepala", start, 100)) == [f"{left}Kepala"]


def test_ligatures_and_bullets_read_as_plain_signs() -> None:
    """What fonts draw as one sign is spelt out."""
    assert texts(("efﬁsien \uf0b7 undang\x02", 100, 100)) == ["effisien • undang-"]


def test_raised_figures_stay_on_their_row() -> None:
    """A small figure set higher belongs to the row it stands on."""
    glyphs = typeset(("luas 200 m", 100, 100), ("2", 160, 98))
    boxes = glyphs.boxes.copy()
    boxes[-1] = (160, 98, 163, 105)

    assert [row.text for row in rows_of(replace(glyphs, boxes=boxes))] == ["luas 200 m2"]


def test_a_page_without_characters_has_no_rows() -> None:
    """Nothing gives nothing."""
    assert rows_of(typeset()) == []


WORD = st.text("abcdefghij", min_size=2, max_size=6)
PAGE = st.lists(st.lists(WORD, min_size=1, max_size=6), min_size=1, max_size=6)


@given(PAGE, st.randoms(use_true_random=False))
def test_rows_read_alike_in_whatever_order_they_were_set(
    page: list[list[str]], random: Random
) -> None:
    """The order in which a file sets its rows, or the words of one, does not matter."""
    parts = []
    for number, words in enumerate(page):
        x = 60.0
        for word in words:
            parts.append((word, x, 100.0 + 18 * number))
            x += WIDTH * (len(word) + 1)
    random.shuffle(parts)

    rows = rows_of(typeset(*parts))

    assert [row.text for row in rows] == [" ".join(words) for words in page]
    assert [row.top for row in rows] == sorted(row.top for row in rows)
    assert all(row.x0 == 60.0 and row.bottom - row.top == HEIGHT for row in rows)
