"""What is drawn on a page: how its text is inked, turned, clipped and covered, and its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from regcheck.read.pdf.ink import (
    PLAIN,
    WHITE,
    Marks,
    Matrix,
    PageInk,
    Shapes,
    chain,
    chain_boxes,
    quarter_turns,
)
from regcheck.read.pdf.pdfium import (
    FILL_MODES,
    FORM,
    HIDDEN_MODES,
    IMAGE,
    PATH,
    TEXT,
    Flags,
    list_inner,
    list_objects,
    read_bounds,
    read_clips,
    read_draw_modes,
    read_fills,
    read_kinds,
    read_layered,
    read_matrices,
    read_modes,
)

#: Form XObjects nested deeper than this are not looked into; pdfium stops sooner.
MAX_NESTING = 50
#: Nor are more forms than this, each of which may draw itself many times over.
MAX_FORMS = 5_000
#: A page with a map may hold hundreds of thousands of lines; no table has so many.
MAX_SHAPES = 10_000
#: Nor has any page of text so many objects; what lies behind them is not looked at.
MAX_OBJECTS = 1_000_000
#: A filled area that hides text is wider and higher than this, in points; others are lines.
MIN_COVER_PT = 3.0
OPAQUE = 255


@dataclass
class Drawn:
    """The objects of a page in painting order, forms replaced by what they draw.

    ``places`` number, for each object, the matrix in ``matrices`` that its form is set by.
    """

    items: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    matrices: list[Matrix] = field(default_factory=lambda: [PLAIN])

    def add(self, items: Sequence[int], place: int, depth: int) -> None:
        """Take in the objects of a page or form that is set by the matrix ``place``."""
        kinds = read_kinds(items)
        start = 0
        while FORM in kinds[start:] and depth < MAX_NESTING and not self.is_full:
            end = kinds.index(FORM, start)
            self.extend(items[start:end], kinds[start:end], place)
            inner: Matrix = tuple(read_matrices([items[end]])[0].tolist())
            self.matrices.append(chain(inner, self.matrices[place]))
            self.add(list_inner(items[end]), len(self.matrices) - 1, depth + 1)
            start = end + 1
        self.extend(items[start:], kinds[start:], place)

    @property
    def is_full(self) -> bool:
        """Whether no further form is looked into."""
        return len(self.items) >= MAX_OBJECTS or len(self.matrices) >= MAX_FORMS

    def extend(self, items: Sequence[int], kinds: Sequence[int], place: int) -> None:
        """Append objects of one place."""
        self.items += items
        self.kinds += kinds
        self.places += [place] * len(items)


def survey(page: Any) -> PageInk:
    """Look at what is drawn on an open page."""
    drawn = Drawn()
    drawn.add(list_objects(page), 0, 0)
    kinds = np.array(drawn.kinds, np.intp)
    texts = np.flatnonzero(kinds == TEXT)
    shapes = np.flatnonzero((kinds == IMAGE) | (kinds == PATH))[:MAX_SHAPES]
    before = np.cumsum(kinds == TEXT)[shapes]
    return PageInk(
        page.get_bbox(),
        page.get_rotation() // 90,
        read_marks(drawn, texts.tolist()),
        read_shapes(drawn, shapes.tolist(), before),
        crowded=len(shapes) >= MAX_SHAPES,
    )


def read_marks(drawn: Drawn, numbers: list[int]) -> Marks:
    """Return how the text objects with these numbers are inked, turned and clipped."""
    items = [drawn.items[i] for i in numbers]
    places = [drawn.places[i] for i in numbers]
    fills, modes = read_fills(items), read_modes(items)
    white = is_one_of(modes, FILL_MODES) & (fills[:, :3].min(axis=1) >= WHITE)
    baseline = read_matrices(items)[:, :2]
    clips = read_clips(items)
    if any(places):
        outer = np.array([drawn.matrices[place] for place in places], np.float32)
        baseline = np.einsum("ni,nij->nj", baseline, outer[:, :4].reshape(-1, 2, 2))
        clips = chain_boxes(clips, outer)
    return Marks(
        addresses=np.array(items, np.uint64),
        hidden=is_one_of(modes, HIDDEN_MODES) | (fills[:, 3] == 0),
        doubtful=white | read_layered(items),
        turns=quarter_turns(baseline[:, 0], baseline[:, 1]),
        clips=clips,
    )


def read_shapes(drawn: Drawn, numbers: list[int], before: NDArray[np.intp]) -> Shapes:
    """Return the boxes of pictures and paths, and how they are painted.

    Args:
        drawn: The objects of the page.
        numbers: Those that are pictures and paths.
        before: How many text objects are painted before each of them.
    """
    items = [drawn.items[i] for i in numbers]
    places = [drawn.places[i] for i in numbers]
    boxes = read_bounds(items)
    if any(places):
        outer = np.array([drawn.matrices[place] for place in places], np.float32)
        boxes = chain_boxes(boxes, outer)
    picture = np.array([drawn.kinds[i] == IMAGE for i in numbers], np.bool_)
    filled, stroked = paint_modes(items, picture)
    fills = read_fills(items)
    white = filled & (fills[:, :3].min(axis=1) >= WHITE)
    wide = (boxes[:, 2:] - boxes[:, :2] > MIN_COVER_PT).all(axis=1)
    hides = wide & (picture | (filled & (fills[:, 3] == OPAQUE)))
    drawn_lines = ~picture & (stroked | (filled & ~white))
    return Shapes(boxes, picture, drawn_lines, np.where(hides, before, 0))


def paint_modes(items: list[int], picture: Flags) -> tuple[Flags, Flags]:
    """Tell which objects are filled and which are stroked; pictures are neither."""
    filled, stroked = np.zeros_like(picture), np.zeros_like(picture)
    paths = np.flatnonzero(~picture)
    filled[paths], stroked[paths] = read_draw_modes([items[i] for i in paths.tolist()])
    return filled, stroked


def is_one_of(modes: NDArray[np.intc], wanted: tuple[int, int]) -> Flags:
    """Tell which modes are one of two."""
    found: Flags = (modes == wanted[0]) | (modes == wanted[1])
    return found
