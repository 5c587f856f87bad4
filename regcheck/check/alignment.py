"""The door to rapidfuzz: which words of two texts stand opposite each other."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein

__all__ = ["Block", "changed_blocks", "edit_distance"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch where two sequences differ: ``left[start:end]`` against ``right[from_:to]``."""

    start: int
    end: int
    from_: int
    to: int


def changed_blocks(left: Sequence[Hashable], right: Sequence[Hashable]) -> Iterator[Block]:
    """Yield the stretches in which two sequences differ, with everything between them equal.

    >>> list(changed_blocks("paling lama 3 hari".split(), "paling lama 7 hari kerja".split()))
    [Block(start=2, end=3, from_=2, to=3), Block(start=4, end=4, from_=4, to=5)]
    """
    start = from_ = 0
    for code in Indel.opcodes(left, right):
        if code.tag != "equal":
            continue
        if code.src_start > start or code.dest_start > from_:
            yield Block(start, code.src_start, from_, code.dest_start)
        start, from_ = code.src_end, code.dest_end
    if start < len(left) or from_ < len(right):
        yield Block(start, len(left), from_, len(right))


def edit_distance(left: str, right: str, limit: int) -> int:
    """Return the number of letters to change between two words; ``limit + 1`` stands for more.

    >>> edit_distance("tujuh", "tuiuh", 2), edit_distance("tujuh", "empat", 2)
    (1, 3)
    """
    return Levenshtein.distance(left, right, score_cutoff=limit)
