"""Two quotations side by side: which words stand on one side only, and how to shorten both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

#: Below this share of common words two texts are different altogether, and marking says nothing.
MARK_FLOOR = 0.25
#: Words kept on each side of a difference when a quotation is shortened.
AROUND = 6
#: A word, or a figure with the words that regulations repeat it in: ``7 (tujuh)``.
#:
#: takes    7 (tujuh) hari      hari
WORD = re.compile(
    r"""
      (?<! \S ) (?: Rp [.]? [ ]? )? \d [\d.,]* %? [ ] \( [^()]{1,80} \) \S*
    | \S+
    """,
    re.VERBOSE,
)
PUNCTUATION = ".,;:()\"'“”"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; the pieces of a quotation, joined by blanks, are the quotation.

    ``only`` tells whether it stands on this side only; ``cut`` counts words left out here.
    """

    text: str
    only: bool = False
    cut: int = 0


def compare_words(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Split two texts into runs of words, and mark what stands on one side only.

    Words count as the same whatever their case and the punctuation around them. Texts with
    almost nothing in common are not marked at all.

    >>> left, right = compare_words("paling lama 7 hari", "paling lama 14 hari.")
    >>> [(piece.text, piece.only) for piece in right]
    [('paling lama', False), ('14', True), ('hari.', False)]
    """
    ours, theirs = split_words(left), split_words(right)
    keys = [fold(word) for word in ours], [fold(word) for word in theirs]
    if Indel.normalized_similarity(*keys) < MARK_FLOOR:
        return plain(left), plain(right)
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for step in Indel.opcodes(*keys):
        only = step.tag != "equal"
        add_run(sides[0], ours[step.src_start : step.src_end], only=only)
        add_run(sides[1], theirs[step.dest_start : step.dest_end], only=only)
    return tuple(sides[0]), tuple(sides[1])


def split_words(text: str) -> list[str]:
    """Split a text at its blanks, but keep a figure and its words together.

    >>> split_words("paling lama 7  (tujuh) hari")
    ['paling', 'lama', '7 (tujuh)', 'hari']
    """
    return WORD.findall(" ".join(text.split()))


def plain(text: str) -> tuple[Piece, ...]:
    """Return a text as one unmarked piece, its white space made single.

    >>> plain("Pasal  1")
    (Piece(text='Pasal 1', only=False, cut=0),)
    """
    words = " ".join(text.split())
    return (Piece(words),) if words else ()


def fold(word: str) -> str:
    """Return what makes a word the same word; punctuation alone stays."""
    return word.casefold().strip(PUNCTUATION) or word


def add_run(pieces: list[Piece], words: Sequence[str], *, only: bool) -> None:
    """Append a run of words, joined to the last piece if that has the same mark."""
    if not words:
        return
    text = " ".join(words)
    if pieces and pieces[-1].only == only:
        pieces[-1] = replace(pieces[-1], text=f"{pieces[-1].text} {text}")
    else:
        pieces.append(Piece(text, only))


def shorten(pieces: Sequence[Piece], limit: int) -> tuple[Piece, ...]:
    """Shorten a quotation to about ``limit`` words, keeping the differences and their surroundings.

    What is left out is counted in an empty piece that stands in its place.

    >>> [(piece.text, piece.cut) for piece in shorten([Piece("a b c d")], 2)]
    [('a b', 0), ('', 2)]
    """
    if count_words(pieces) <= limit:
        return tuple(pieces)
    kept: list[Piece] = []
    for number, piece in enumerate(pieces):
        kept += [piece] if piece.only else thin(piece, number, len(pieces))
    return head(kept, limit)


def thin(piece: Piece, number: int, total: int) -> list[Piece]:
    """Cut the middle of a common run, keeping what touches a difference, and the opening words."""
    words = piece.text.split()
    if total == 1:
        return [piece]
    before = 0 if number == total - 1 else AROUND
    after = AROUND
    cut = len(words) - before - after
    if cut <= 1:
        return [piece]
    parts = [Piece(" ".join(words[:after])), Piece("", cut=cut)]
    return [*parts, Piece(" ".join(words[len(words) - before :]))] if before else parts


def head(pieces: Sequence[Piece], limit: int) -> tuple[Piece, ...]:
    """Keep the first ``limit`` words and count the rest."""
    kept: list[Piece] = []
    left, cut = limit, 0
    for piece in pieces:
        words = piece.text.split()
        if left and words:
            kept.append(replace(piece, text=" ".join(words[:left])))
            cut += len(words) - left if len(words) > left else 0
            left -= min(left, len(words))
        elif left:
            kept.append(piece)
        else:
            cut += len(words) + piece.cut
    return (*kept, Piece("", cut=cut)) if cut else tuple(kept)


def count_words(pieces: Sequence[Piece]) -> int:
    """Count the words of a quotation."""
    return sum(len(piece.text.split()) for piece in pieces)
