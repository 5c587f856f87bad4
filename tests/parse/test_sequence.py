"""The chain of labels with the most evidence wins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regcheck.parse.marks.numbering import Reading, order_of
from regcheck.parse.marks.sequence import Mark, best_chain, ends_of

STRONG, WEAK = 6.0, 1.5


def mark(start: int, *labels: str, strength: float = STRONG) -> Mark:
    """Make a mark whose first reading is plain and the others dearer."""
    readings = tuple(
        Reading(label, order_of(label), 0.5 * rank, start + 1) for rank, label in enumerate(labels)
    )
    return Mark(start, strength, readings)


def labels_of(marks: list[Mark]) -> list[str]:
    """Return the labels of the best chain."""
    return [step.label for step in best_chain(marks)]


def test_a_plain_run_is_taken_whole() -> None:
    """Labels that follow each other are all taken, inserted ones too."""
    marks = [mark(i, label) for i, label in enumerate(["1", "2", "2A", "2B", "3"])]

    assert labels_of(marks) == ["1", "2", "2A", "2B", "3"]


def test_a_citation_at_a_line_start_loses() -> None:
    """A far number among the headings is no heading, however strong its place."""
    marks = [mark(0, "1"), mark(1, "2"), mark(2, "42"), mark(3, "3"), mark(4, "4")]

    assert labels_of(marks) == ["1", "2", "3", "4"]


def test_a_misread_number_is_read_by_its_neighbours() -> None:
    """The dearer reading is chosen where the sequence asks for it."""
    marks = [mark(0, "11"), mark(1, "72", "12"), mark(2, "13")]

    assert [step.label for step in best_chain(marks, None)] == ["11", "12", "13"]


def test_a_real_jump_survives() -> None:
    """Numbering that leaves out two articles is kept as it is."""
    marks = [mark(i, str(label)) for i, label in enumerate([1, 2, 3, 4, 7, 8, 9])]

    assert labels_of(marks) == ["1", "2", "3", "4", "7", "8", "9"]


def test_a_weak_mark_alone_proves_nothing() -> None:
    """A lone weak mark far from 1 makes no chain."""
    assert labels_of([mark(0, "5", strength=WEAK)]) == []
    assert labels_of([]) == []


def test_runs_end_where_the_next_begins() -> None:
    """The last unit ends with the range."""
    assert ends_of([0, 4, 9], 12) == [4, 9, 12]


@given(st.lists(st.integers(1, 30), max_size=25))
def test_chains_rise_and_keep_document_order(numbers: list[int]) -> None:
    """Whatever the marks, the labels of the chain rise strictly, as do the offsets."""
    steps = best_chain([mark(i, str(number)) for i, number in enumerate(numbers)])
    orders = [step.reading.order for step in steps]
    starts = [step.start for step in steps]

    assert orders == sorted(set(orders))
    assert starts == sorted(starts)
