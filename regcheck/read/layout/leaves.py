"""Pages to leaves: a sheet that prints two small pages side by side is read one after the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from regcheck.read.layout.columns import find_blocks, longest, print_over
from regcheck.read.layout.rows import Row, Run, find_rows, find_runs
from regcheck.read.pdf.glyphs import PageGlyphs

#: A sheet this much wider than high may hold two leaves.
WIDE = 1.2
#: The gutter lies this near the middle, as shares of the width, and is at least this wide.
GUTTER_FROM, GUTTER_TO = 0.43, 0.57
MIN_GUTTER_PT = 12.0
#: This share of the runs of a sheet may stray into its gutter.
STRAYS = 0.04
#: Each leaf of a booklet has this many parts of rows that are this long, of the sheet's width.
PROSE_RUNS, PROSE_WIDTH = 4, 0.2
#: Upright lines of this height, in points, up to this share of the page, frame a table; a row
#: between so many of them stands in it.
MIN_FRAME_PT, MAX_FRAME, MIN_FRAMES = 6.0, 0.95, 2
#: So few lines may run through a gutter: a crest or an underlined heading.
MAX_CROSSING = 2


class Fold(Enum):
    """Whether a sheet holds two leaves."""

    WHOLE = "whole"
    TWO_UP = "two-up"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A printed page: its rows in reading order. ``page`` is that of the file, from 1.

    ``frames`` are the heights, from and to, of the frames and upright lines drawn on it.
    """

    page: int
    width: float
    height: float
    rows: tuple[Row, ...]
    frames: tuple[tuple[float, float], ...] = ()

    def is_framed(self, row: Row) -> bool:
        """Tell whether a row stands between the lines of a table."""
        middle = (row.top + row.bottom) / 2
        return sum(top <= middle <= bottom for top, bottom in self.frames) >= MIN_FRAMES


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the file, read as one leaf and, where it may hold two, as two."""

    fold: Fold
    whole: tuple[Leaf, ...]
    halves: tuple[Leaf, ...]

    @property
    def is_wide(self) -> bool:
        """Whether the sheet is so much wider than high that it may hold two leaves."""
        return self.fold is not Fold.WHOLE or any(
            leaf.width > WIDE * leaf.height for leaf in self.whole
        )


def lay_out(glyphs: PageGlyphs) -> Sheet:
    """Build the rows of a page, and of its halves where a gutter parts them."""
    runs = find_runs(glyphs)
    fold, gutter = find_fold(glyphs, runs)
    whole: tuple[Leaf, ...] = ()
    halves: tuple[Leaf, ...] = ()
    if fold is not Fold.TWO_UP:
        whole = (build_leaf(glyphs, *find_blocks(runs, glyphs.rules)),)
    if fold is not Fold.WHOLE:
        left = [run for run in runs if run.x0 < gutter]
        right = [run for run in runs if run.x0 >= gutter]
        halves = (build_leaf(glyphs, left), build_leaf(glyphs, right))
    return Sheet(fold, whole, halves)


def build_leaf(glyphs: PageGlyphs, *blocks: list[Run]) -> Leaf:
    """Build a leaf from the runs that stand on it, block by block."""
    rules = glyphs.rules
    tall = rules[:, 3] - rules[:, 1] >= MIN_FRAME_PT
    inside = rules[:, 3] - rules[:, 1] < MAX_FRAME * glyphs.height
    frames = tuple(map(tuple, rules[tall & inside][:, (1, 3)].tolist()))
    rows = tuple(row for block in blocks for row in find_rows(glyphs, block))
    return Leaf(glyphs.page, glyphs.width, glyphs.height, rows, frames)


def choose_leaves(sheets: list[Sheet]) -> list[Leaf]:
    """Fold each sheet as it shows, and the doubtful ones as most of the document.

    Upright sheets have no say in it: a booklet may lie beside an upright annex.
    """
    votes = Counter(sheet.fold for sheet in sheets if sheet.is_wide)
    booklet = votes[Fold.TWO_UP] > 0 and votes[Fold.TWO_UP] >= votes[Fold.WHOLE]
    leaves: list[Leaf] = []
    for sheet in sheets:
        two_up = sheet.fold is Fold.TWO_UP or (sheet.fold is Fold.UNSURE and booklet)
        leaves += sheet.halves if two_up else sheet.whole
    return leaves


def find_fold(glyphs: PageGlyphs, runs: list[Run]) -> tuple[Fold, float]:
    """Tell whether a gutter free of print parts the sheet, and where its middle lies."""
    if not runs or glyphs.width < WIDE * glyphs.height:
        return Fold.WHOLE, 0.0
    x0, x1 = find_gutter(glyphs.width, runs)
    if x1 - x0 < MIN_GUTTER_PT or is_crossed(glyphs, x0, x1):
        return Fold.WHOLE, 0.0
    middle = (x0 + x1) / 2
    long = [run for run in runs if run.x1 - run.x0 >= PROSE_WIDTH * glyphs.width]
    left = sum(run.x1 <= middle for run in long)
    right = sum(run.x0 >= middle for run in long)
    if min(left, right) >= PROSE_RUNS:
        return Fold.TWO_UP, middle
    return Fold.UNSURE, middle


def find_gutter(width: float, runs: list[Run]) -> tuple[float, float]:
    """Return the widest band without print in the middle of the sheet.

    Where none is wide enough, a few strays may stand in it: a heading over both leaves, a stamp,
    the specks that a recogniser takes for letters.
    """
    start = float(int(GUTTER_FROM * width))
    counts = print_over(runs, start, GUTTER_TO * width)
    x0, x1 = longest(counts == 0)
    if x1 - x0 < MIN_GUTTER_PT:
        x0, x1 = longest(counts <= STRAYS * len(runs))
    return start + x0, start + x1


def is_crossed(glyphs: PageGlyphs, x0: float, x1: float) -> bool:
    """Tell whether drawn lines run through the band: then it parts the columns of a table."""
    rules = glyphs.rules
    through = (rules[:, 0] < x0) & (rules[:, 2] > x1)
    inside = (rules[:, 3] > 0.0) & (rules[:, 1] < glyphs.height)
    return int((through & inside).sum()) > MAX_CROSSING
