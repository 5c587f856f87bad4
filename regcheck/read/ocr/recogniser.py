"""Pictures of pages to rows of text, with Tesseract: page by page, or many at once."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from typing import Protocol

from regcheck.domain import Anomaly
from regcheck.read.layout.leaves import Fold, Leaf, Sheet
from regcheck.read.ocr.again import look_again
from regcheck.read.ocr.images import Picture, quarter_turn
from regcheck.read.ocr.noise import clean_rows
from regcheck.read.ocr.scans import Box, Scan, densest_strip, lies_sideways, prepare
from regcheck.read.ocr.words import (
    Words,
    merge_rows,
    read_table,
    regroup,
    shift,
    sureness,
    to_row,
)

#: Tesseract's page segmentation that takes a picture for one block of text: the default one loses
#: the reading order. Columns are parted before.
ONE_BLOCK = 6
#: The most seconds that the recognition of one page may take.
PAGE_SECONDS = 60.0
#: Points in an inch.
POINTS = 72.0
#: A page read less surely than this may be upside down: it is, if it reads so much surer that way.
DOUBTFUL, SURER = 0.6, 0.15
#: Pictures waiting for a thread, beyond those at work.
WAITING = 1


class Engine(Protocol):
    """Tesseract with one language, for one thread at a time."""

    def read_table(self, pixels: Picture, dpi: int, mode: int, seconds: float) -> str | None:
        """Return Tesseract's table of words; ``None`` where it fails or takes too long."""


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The rows of a recognised page, in points of the upright page.

    ``confidence``, in ``[0, 1]``, is the mean over its characters, 1 where nothing is printed.
    ``turns`` are the quarters, clockwise, by which the picture was turned to stand upright, and
    ``skew`` the degrees by which its rows rose. ``dropped`` counts rows that were noise;
    ``failed`` tells that the engine gave up on some of the page, or took too long.
    """

    page: int
    sheet: Sheet
    confidence: float
    turns: int = 0
    skew: float = 0.0
    dropped: int = 0
    doubts: int = 0
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """The two engines of a thread: for the text and, where there is one, for the second look."""

    first: Engine
    second: Engine | None


@dataclass
class Block:
    """What has been read of one leaf, block by block."""

    rows: list[Words]
    dropped: int = 0
    doubts: int = 0
    failed: bool = False


class Ocr:
    """The recogniser; it may serve many threads at a time.

    ``name`` says engine, version and language; ``notes`` say what is amiss with it, such as a
    language that is not installed. ``build`` makes the engines of one thread; they are used again.
    """

    def __init__(
        self, name: str, build: Callable[[], Pair], notes: tuple[Anomaly, ...] = ()
    ) -> None:
        self.name, self.notes = name, notes
        self._build = build
        self._idle: queue.LifoQueue[Pair] = queue.LifoQueue()

    @contextmanager
    def borrow(self) -> Iterator[Pair]:
        """Lend engines to one thread, and take them back."""
        try:
            pair = self._idle.get_nowait()
        except queue.Empty:
            pair = self._build()
        try:
            yield pair
        finally:
            self._idle.put(pair)

    def recognise(self, pixels: Picture, page: int, dpi: int) -> RecognisedPage:
        """Read a picture of grey values, shape ``(height, width)``, with so many points an inch.

        A picture that the engine fails on gives a page that is ``failed``, without the rows that
        it failed on.
        """
        with self.borrow() as pair:
            turns = find_turns(pair.first, pixels, dpi)
            read = recognise_upright(pair, prepare(pixels, dpi, turns), page, dpi)
            doubtful = read.confidence < DOUBTFUL and not read.failed
            if doubtful and is_upside_down(pair.first, pixels, dpi, turns):
                return recognise_upright(pair, prepare(pixels, dpi, turns + 2), page, dpi)
            return read


def recognise_pages(
    ocr: Ocr, pictures: Iterable[tuple[int, Picture, int]], threads: int
) -> Iterator[RecognisedPage]:
    """Recognise pages in ``threads`` threads; yield them in the order of the pictures.

    A picture comes with the number of its page and its resolution.

    The pictures are drawn one by one in the calling thread, and at most ``threads`` and one of
    them wait or are at work at a time.
    """
    with ThreadPoolExecutor(threads, thread_name_prefix="ocr") as pool:
        under_way: deque[Future[RecognisedPage]] = deque()
        try:
            for page, pixels, dpi in pictures:
                under_way.append(pool.submit(ocr.recognise, pixels, page, dpi))
                if len(under_way) >= threads + WAITING:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        finally:
            for future in under_way:
                future.cancel()


def find_turns(engine: Engine, pixels: Picture, dpi: int) -> int:
    """Tell by how many quarters, clockwise, a picture is to be turned so that rows lie flat."""
    if not lies_sideways(pixels, dpi):
        return 0
    right, left = (read_sample(engine, quarter_turn(pixels, turns), dpi) for turns in (1, 3))
    return 1 if right >= left else 3


def is_upside_down(engine: Engine, pixels: Picture, dpi: int, turns: int) -> bool:
    """Tell whether a picture reads clearly better the other way up."""
    upright, turned = (
        read_sample(engine, quarter_turn(pixels, way), dpi) for way in (turns, turns + 2)
    )
    return turned > upright + SURER


def read_sample(engine: Engine, pixels: Picture, dpi: int) -> float:
    """Return how surely the densest rows of a picture are read."""
    table = engine.read_table(densest_strip(pixels, dpi), dpi, ONE_BLOCK, PAGE_SECONDS)
    return sureness(tuple(chain.from_iterable(read_table(table or ""))))


def recognise_upright(pair: Pair, scan: Scan, page: int, dpi: int) -> RecognisedPage:
    """Read the blocks of a prepared page, leaf by leaf."""
    leaves, sides = [], []
    height, width = (POINTS / dpi * size for size in scan.pixels.shape)
    for boxes, frames in zip(scan.blocks, scan.frames, strict=True):
        side = Block([])
        for box in boxes:
            read_block(pair, scan, box, dpi, side)
        rows = tuple(to_row(words, POINTS / dpi) for words in side.rows)
        drawn = tuple((POINTS / dpi * top, POINTS / dpi * bottom) for top, bottom in frames)
        leaves.append(Leaf(page, width, height, rows, drawn))
        sides.append(side)
    return RecognisedPage(
        page=page,
        sheet=to_sheet(scan.fold, leaves),
        confidence=round(confidence_of(sides), 3),
        turns=scan.turns % 4,
        skew=scan.skew,
        dropped=sum(side.dropped for side in sides),
        doubts=sum(side.doubts for side in sides),
        failed=any(side.failed for side in sides),
    )


def read_block(pair: Pair, scan: Scan, box: Box, dpi: int, side: Block) -> None:
    """Read one block of a page and add its rows to those of its leaf."""
    left, top, right, bottom = box
    pixels, ink = scan.pixels[top:bottom, left:right], scan.ink[top:bottom, left:right]
    table = None
    if not scan.is_crowded:
        table = pair.first.read_table(pixels, dpi, ONE_BLOCK, PAGE_SECONDS)
    rows, dropped = clean_rows(regroup(read_table(table or "")))
    if pair.second is not None and table is not None:
        rows, doubts = look_again(rows, pixels, ink, dpi, looker(pair.second, dpi))
        side.doubts += doubts
    side.rows += [shift(words, left, top) for words in rows]
    side.dropped += dropped
    side.failed |= table is None


def looker(engine: Engine, dpi: int) -> Callable[[Picture], list[Words]]:
    """Return a function that reads a picture with an engine; nothing where it fails."""

    def look(pixels: Picture) -> list[Words]:
        return read_table(engine.read_table(pixels, dpi, ONE_BLOCK, PAGE_SECONDS) or "")

    return look


def confidence_of(sides: list[Block]) -> float:
    """Return how sure a page is: the mean over its characters, 1 where it has none."""
    words = [word for side in sides for row in side.rows for word in row]
    return sureness(tuple(words)) if words else 1.0


def to_sheet(fold: Fold, leaves: list[Leaf]) -> Sheet:
    """Put the leaves of a sheet together; of a doubtful one, as one leaf and as two."""
    if fold is Fold.WHOLE:
        return Sheet(fold, tuple(leaves), ())
    left, right = leaves
    whole: tuple[Leaf, ...] = ()
    if fold is Fold.UNSURE:
        rows = tuple(merge_rows(left.rows, right.rows))
        whole = (replace(left, rows=rows, frames=(*left.frames, *right.frames)),)
    return Sheet(fold, whole, (left, right))
