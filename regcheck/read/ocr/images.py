"""The door to scipy and Pillow: what makes the picture of a page easier to read.

A picture is an array of grey values, shape ``(height, width)``, 0 black to 255 white; *ink* is a
picture's dark points, of the same shape. Lengths are in inches, so that they hold at any
resolution.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Ink = NDArray[np.bool_]
Numbers = NDArray[np.float64]

WHITE = 255
#: Otsu's threshold of an all but blank or even page is meaningless; keep it within these.
DARKEST_PAPER, PALEST_INK = 210, 90
#: A slant is sought up to so many degrees, in steps, on so many points at most.
MAX_SKEW, COARSE, FINE, MAX_POINTS = 5.0, 0.5, 0.05, 60_000
#: The direction of print is told in strips and bands of this size.
STRIP_IN, BAND_IN = 1.5, 0.04
#: The light of a page is measured in squares of this size; it is uneven where the paper of so
#: many squares is darker than this share of the page's paper.
SQUARE_IN, UNEVEN, UNEVEN_SHARE = 0.25, 0.85, 0.06
#: Drawn lines are longer than any stroke of a letter, and at most this thick.
RULE_IN, RULE_THICK_IN = 0.45, 0.04
#: A blot (a punch hole, a seal) is filled to this share and this large.
BLOT_FILL, BLOT_IN, MAX_BLOT_IN = 0.65, 0.12, 0.6
#: Around it, so far, stands hardly anything else: it makes up most of the print there.
BLOT_FREE_IN, BLOT_ALONE = 0.12, 1.1
#: A speck is smaller than the dot of an i, and nothing larger is so near: thin type breaks up.
SPECK_IN, SPECK_FREE_IN = 0.0125, 0.015
#: The dark edge of a scan, which reaches in from the rim of the picture.
EDGE_IN = 0.04


def find_ink(pixels: Picture) -> Ink:
    """Return the dark points of a picture, by Otsu's threshold of its grey values."""
    counts = np.bincount(pixels.ravel(), minlength=256).astype(np.float64)
    levels = np.arange(256)
    below, total = np.cumsum(counts), counts.sum()
    mass = np.cumsum(counts * levels)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = (mass[-1] * below / total - mass) ** 2 / (below * (total - below))
    threshold = int(np.nanargmax(np.where(np.isfinite(spread), spread, -1.0)))
    ink: Ink = pixels <= min(max(threshold, PALEST_INK), DARKEST_PAPER)
    return ink


def find_skew(ink: Ink) -> float:
    """Return by how many degrees the rows of print rise to the right; 0 where none are seen.

    The rows stand out most sharply in the profile of the page's height when it is taken along
    their slant.
    """
    points = np.argwhere(ink)
    if not len(points):
        return 0.0
    y, x = points[:: max(1, len(points) // MAX_POINTS)].astype(np.float64).T
    coarse = np.arange(-MAX_SKEW, MAX_SKEW + COARSE / 2, COARSE)
    best = sharpest(y, x, coarse)
    return sharpest(y, x, np.arange(best - COARSE, best + COARSE + FINE / 2, FINE))


def sharpest(y: Numbers, x: Numbers, angles: Numbers) -> float:
    """Return the angle along which the profile of points varies most."""
    slopes = np.tan(np.radians(angles))
    scores = []
    for slope in slopes:
        height = y + x * slope
        profile = np.bincount((height - height.min()).astype(np.intp)).astype(np.float64)
        scores.append(float((np.diff(profile) ** 2).sum()))
    return round(float(angles[int(np.argmax(scores))]), 3) + 0.0  # never -0.0


def is_sideways(ink: Ink, dpi: int) -> bool:
    """Tell whether rows of print run up or down the page.

    Rows make a profile across them jump at each row; along them it stays level.
    """
    return band_contrast(ink.T, dpi) > band_contrast(ink, dpi)


def band_contrast(ink: Ink, dpi: int) -> float:
    """Return how sharply a picture's profile from top to bottom jumps, in strips and bands.

    Strips are so narrow that a slant does not blur it, and bands so high that letters do not show.
    """
    band = max(1, round(BAND_IN * dpi))
    count = ink.shape[0] // band
    jumps = 0.0
    for strip in np.array_split(ink, max(1, round(ink.shape[1] / (STRIP_IN * dpi))), axis=1):
        rows = strip[: count * band].sum(axis=1, dtype=np.int64)
        jumps += float((np.diff(rows.reshape(count, band).sum(axis=1)) ** 2).sum())
    return jumps


def quarter_turn(pixels: Picture, turns: int) -> Picture:
    """Return a picture turned clockwise by so many quarters.

    >>> quarter_turn(np.array([[1, 2], [3, 4]], np.uint8), 1).tolist()
    [[3, 1], [4, 2]]
    """
    return np.ascontiguousarray(np.rot90(pixels, -turns))


def straighten(pixels: Picture, skew: float) -> Picture:
    """Return a picture of the same size turned so that rows that rise by ``skew`` lie flat."""
    from PIL import Image

    image = Image.fromarray(pixels)
    turned = image.rotate(-skew, resample=Image.Resampling.BILINEAR, fillcolor=WHITE)
    return np.asarray(turned, np.uint8)


def enlarge(pixels: Picture, factor: float) -> Picture:
    """Return a picture drawn larger, its grey values blended."""
    from PIL import Image

    height, width = pixels.shape
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BICUBIC), np.uint8)


def even_light(pixels: Picture, dpi: int) -> Picture:
    """Return a picture with the shadows of its paper lifted; an evenly lit one as it is."""
    from scipy import ndimage

    side = max(1, round(SQUARE_IN * dpi))
    rows, columns = (max(1, size // side) for size in pixels.shape)
    squares = pixels[: rows * side, : columns * side]
    if squares.shape != (rows * side, columns * side):
        return pixels  # smaller than one square
    blocks = squares.reshape(rows, side, columns, side).swapaxes(1, 2).reshape(rows, columns, -1)
    paper = np.percentile(blocks, 90, axis=2)
    if float((paper < UNEVEN * np.median(paper)).mean()) < UNEVEN_SHARE:
        return pixels
    smooth = ndimage.gaussian_filter(ndimage.grey_closing(paper, size=3), 1)
    zoomed = enlarge(np.clip(smooth, 1, WHITE).astype(np.uint8), side)
    pad = [(0, max(0, want - have)) for want, have in zip(pixels.shape, zoomed.shape, strict=True)]
    light = np.pad(zoomed, pad, mode="edge")[: pixels.shape[0], : pixels.shape[1]]
    lifted = pixels.astype(np.float32) * WHITE / np.maximum(light, 1)
    return np.clip(lifted, 0, WHITE).astype(np.uint8)


def find_rules(ink: Ink, dpi: int) -> tuple[Ink, Ink]:
    """Return the points of drawn lines that lie flat, and of those that stand upright."""
    return long_strokes(ink, dpi), long_strokes(ink.T, dpi).T


def long_strokes(ink: Ink, dpi: int) -> Ink:
    """Return the points that belong to a long thin flat stroke."""
    length, thick = round(RULE_IN * dpi), max(1, round(RULE_THICK_IN * dpi))
    padded = np.pad(ink, ((0, 0), (1, 1)))
    steps = np.diff(padded.astype(np.int8), axis=1)
    rows, starts = np.nonzero(steps == 1)
    ends = np.nonzero(steps == -1)[1]
    long = ends - starts >= length
    found = np.zeros((ink.shape[0], ink.shape[1] + 1), np.int16)
    np.add.at(found, (rows[long], starts[long]), 1)
    np.add.at(found, (rows[long], ends[long]), -1)
    strokes: Ink = np.cumsum(found, axis=1)[:, :-1] > 0
    return strokes & ~fat(strokes, thick)


def fat(strokes: Ink, thick: int) -> Ink:
    """Return the points of strokes that are too high for a line: of a black bar."""
    from scipy import ndimage

    core = ndimage.minimum_filter1d(strokes.astype(np.uint8), thick + 1, axis=0)
    grown: Ink = ndimage.maximum_filter1d(core, thick + 1, axis=0).astype(np.bool_)
    return grown


def find_blots(ink: Ink, dpi: int) -> Ink:
    """Return the points of punch holes and staples, and of dark edges that reach in."""
    from scipy import ndimage

    labels, _ = ndimage.label(ink[::2, ::2])
    sizes = np.bincount(labels.ravel())
    edge = max(1, round(EDGE_IN * dpi / 2))
    rim = np.ones(labels.shape, np.bool_)
    rim[edge:-edge, edge:-edge] = False
    at_rim = set(np.unique(labels[rim]).tolist())
    chosen = np.zeros(len(sizes), np.bool_)
    for label, box in enumerate(ndimage.find_objects(labels), start=1):
        chosen[label] = label in at_rim or is_blot(labels, box, int(sizes[label]), dpi / 2)
    blots = chosen[labels].repeat(2, axis=0).repeat(2, axis=1)
    whole = np.zeros(ink.shape, np.bool_)
    height, width = (min(pair) for pair in zip(ink.shape, blots.shape, strict=True))
    whole[:height, :width] = blots[:height, :width]
    return whole


def is_blot(labels: NDArray[np.int32], box: tuple[slice, slice], size: int, dpi: float) -> bool:
    """Tell whether a patch is round, filled and alone: bold letters have others beside them."""
    height, width = (part.stop - part.start for part in box)
    if not BLOT_IN * dpi <= min(height, width) <= max(height, width) <= MAX_BLOT_IN * dpi:
        return False
    if size < BLOT_FILL * height * width:
        return False
    free = round(BLOT_FREE_IN * dpi)
    rows, columns = (slice(max(0, part.start - free), part.stop + free) for part in box)
    return int((labels[rows, columns] > 0).sum()) <= BLOT_ALONE * size


def find_specks(ink: Ink, dpi: int) -> tuple[Ink, int]:
    """Return the points of specks, and how many larger marks there are.

    Specks are smaller than the dot of an i and stand alone.
    """
    from scipy import ndimage

    labels, _ = ndimage.label(ink, structure=np.ones((3, 3), np.int8))
    small = np.bincount(labels.ravel()) <= (SPECK_IN * dpi) ** 2
    small[0] = False
    specks: Ink = small[labels]
    larger = len(small) - 1 - int(small.sum())
    return specks & ~grow(ink & ~specks, round(SPECK_FREE_IN * dpi)), larger


def grow(points: Ink, steps: int) -> Ink:
    """Return points and those around them, up to so many steps away."""
    from scipy import ndimage

    grown: Ink = ndimage.maximum_filter(points.astype(np.uint8), 2 * steps + 1).astype(np.bool_)
    return grown


def erase(pixels: Picture, points: Ink) -> Picture:
    """Return a picture with the given points white."""
    return np.where(points, np.uint8(WHITE), pixels)
