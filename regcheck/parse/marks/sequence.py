"""The best reading of a run of numbered marks: the chain of labels with the most evidence.

A heading is believed because it stands alone on its line *and* because its number follows. Each
mark carries the strength of its place on the page; each step of the chain costs nothing when the
label follows (12, 12A, 13) and more the further it jumps. The chain with the highest sum wins, so
that a citation at a line start loses to the real heading and a misread digit is read by its
neighbours, while numbering that really jumps survives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regcheck.parse.marks.numbering import Reading

#: The first missing number costs more than a weak mark is worth, less than a heading alone.
GAP_COST = 3.0
GAP_STEP = 0.5
#: However far numbering jumps, two headings alone on their lines outweigh it.
GAP_LIMIT = 11.0
LETTER_GAP_COST = 2.0
#: 12 to 13A without a 13.
ORPHAN_LETTER_COST = 4.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where a numbered unit may begin: ``strength`` is the evidence of the place alone."""

    start: int
    strength: float
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A mark that the chain accepted, with the reading it was given."""

    mark: Mark
    reading: Reading

    @property
    def start(self) -> int:
        """The offset of the mark's first character."""
        return self.mark.start

    @property
    def end(self) -> int:
        """The offset after the number."""
        return self.reading.end

    @property
    def label(self) -> str:
        """The label as read."""
        return self.reading.label


@dataclass(frozen=True, slots=True)
class Tail:
    """The best chain that ends in one label: its score, its last step and the chain before."""

    score: float
    step: Step
    before: Tail | None


def gap_cost(before: tuple[int, str], after: tuple[int, str]) -> float:
    """Price the step from one label to the next.

    >>> gap_cost((12, ""), (13, "")), gap_cost((12, ""), (12, "A")), gap_cost((4, ""), (7, ""))
    (0.0, 0.0, 4.0)
    """
    missing = after[0] - before[0] - 1
    if missing < 0:
        return letter_cost(before[1], after[1])
    jump = min(GAP_COST + GAP_STEP * missing, GAP_LIMIT) if missing else 0.0
    return jump + (ORPHAN_LETTER_COST if after[1] else 0.0)


def letter_cost(before: str, after: str) -> float:
    """Price the step from 12 to 12A or from 12A to 12B."""
    if not after:
        return LETTER_GAP_COST
    first = ord(before) if len(before) == 1 else ord("A") - 1
    return 0.0 if ord(after[-1]) - first == 1 else LETTER_GAP_COST


def best_chain(marks: Sequence[Mark], origin: tuple[int, str] | None = (0, "")) -> tuple[Step, ...]:
    """Choose the marks, and a reading for each, that make the most convincing rising sequence.

    Args:
        marks: Candidates in document order.
        origin: The label before the first, ``(0, "")`` when numbering starts at 1; ``None``
            when it may start anywhere, as in a quotation.

    Returns:
        Steps with strictly rising labels in document order; empty when no mark convinces.
    """
    tails: dict[tuple[int, str], Tail] = {}
    for mark in marks:
        grown = [extend(tails, mark, reading, origin) for reading in mark.readings]
        for tail in grown:
            order = tail.step.reading.order
            if order not in tails or tail.score > tails[order].score:
                tails[order] = tail
    best = max(tails.values(), key=lambda tail: tail.score, default=None)
    if best is None or best.score <= 0:
        return ()
    return unroll(best)


def extend(
    tails: dict[tuple[int, str], Tail],
    mark: Mark,
    reading: Reading,
    origin: tuple[int, str] | None,
) -> Tail:
    """Put one reading of a mark behind the best chain that may stand before it.

    The chains that end last are the strongest as a rule; the others are then passed over.
    """
    order = reading.order
    best, before = -gap_cost(origin, order) if origin else 0.0, None
    for last, tail in reversed(tails.items()):
        if tail.score >= best and last < order:
            score = tail.score - gap_cost(last, order)
            if score > best or (score == best and before):
                best, before = score, tail
    return Tail(best + mark.strength - reading.cost, Step(mark, reading), before)


def unroll(tail: Tail | None) -> tuple[Step, ...]:
    """List the steps of a chain from first to last."""
    steps = []
    while tail is not None:
        steps.append(tail.step)
        tail = tail.before
    return tuple(reversed(steps))


def ends_of(starts: Sequence[int], end: int) -> list[int]:
    """Return where each of a run of units ends: at the start of the next, the last at ``end``.

    >>> ends_of([3, 7], 12), ends_of([], 12)
    ([7, 12], [])
    """
    return [*starts[1:], end] if starts else []
