"""How two provisions agree, as numbers: what the model of substance looks at."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from regcheck.check.formulae import field_of
from regcheck.check.overlap import (
    Likeness,
    Matter,
    compare_content,
    compare_order,
    differs_in_measure,
)
from regcheck.check.procedure import PROCEDURE_KEYS
from regcheck.check.words import Weights, content_keys
from regcheck.domain import Norm, Pair, Passage, Relation

#: Words beside procedure, and years between two acts, beyond which more tell nothing.
MANY_WORDS, MANY_YEARS = 12, 30
#: Regulations that use a wording, beyond which more tell nothing.
MANY_ACTS = 10
#: A year in an id.
#:
#: takes    2011
#: refuses  12
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Meeting:
    """Two provisions with what was read of them.

    ``subjects`` are the keys of the words by which the title of each act, or of the act that it
    amends, names its field; empty where no title could be read.
    """

    pair: Pair
    left: Passage
    right: Passage
    norms: tuple[Norm, Norm]
    subjects: tuple[frozenset[str], frozenset[str]]
    likeness: Likeness
    relation: Relation
    weights: Weights

    @property
    def common(self) -> frozenset[str]:
        """The keys of subject that both titles have."""
        return self.subjects[0] & self.subjects[1]


def meet(pair: Pair, matter: Matter, relation: Relation) -> Meeting:
    """Read what is needed of a pair, once; ``relation`` is how the right act stands to the left."""
    left, right = matter.passages[pair.left], matter.passages[pair.right]
    likeness = compare_content(left.text, right.text, matter.weights)
    likeness = compare_order(left.text, right.text, likeness, matter.weights)
    return Meeting(
        pair,
        left,
        right,
        (matter.norms[pair.left], matter.norms[pair.right]),
        (
            field_of(matter.titles.get(left.regulation, "")),
            field_of(matter.titles.get(right.regulation, "")),
        ),
        likeness,
        relation,
        matter.weights,
    )


def spread(meeting: Meeting) -> float:
    """Return how many regulations use the wording, on a scale of logarithms."""
    return min(1.0, math.log1p(meeting.pair.spread) / math.log1p(MANY_ACTS))


def specific(meeting: Meeting) -> float:
    """Return how many words of meaning beside the procedure both texts have."""
    return min(MANY_WORDS, len(set(meeting.likeness.shared) - PROCEDURE_KEYS)) / MANY_WORDS


def shared_titles(meeting: Meeting) -> float:
    """Return the share, by weight, of the subject that the shorter title names in both titles."""
    weigh = meeting.weights.total
    shorter = min(map(weigh, meeting.subjects))
    return min(1.0, weigh(meeting.common) / shorter) if shorter else 0.0


def one_sided(meeting: Meeting) -> float:
    """Return the share of title words in the texts that only one side has; of both the larger."""
    shares = []
    sides = (meeting.left, meeting.right)
    for mine, theirs, subject in zip(sides, sides[::-1], meeting.subjects, strict=True):
        used = subject & set(content_keys(mine.text))
        shares.append(len(used - set(content_keys(theirs.text))) / len(used) if used else 0.0)
    return max(shares)


def untitled(meeting: Meeting) -> float:
    """Tell whether the title of either act could not be read: nobody knows what it is about."""
    return float(not all(meeting.subjects))


def apart(meeting: Meeting) -> float:
    """Return how alike texts of acts of one rank are whose titles differ: one pattern, two objects.

    An act below the other carries it out, whatever its title.
    """
    if meeting.relation.level != "setingkat":
        return 0.0
    return meeting.likeness.union * (1 - shared_titles(meeting))


def age(meeting: Meeting) -> float:
    """Return how recent the older act is: 0 for 1945 or before, 1 from 2025 on."""
    return min(1.0, max(0, min(map(year_of, (meeting.left, meeting.right))) - 1945) / 80)


def years_between(meeting: Meeting) -> float:
    """Return how many years lie between the two acts."""
    return min(MANY_YEARS, abs(year_of(meeting.left) - year_of(meeting.right))) / MANY_YEARS


def year_of(passage: Passage) -> int:
    """Return the year of the act that holds a passage, 2000 where its id has none.

    >>> from regcheck.domain import Kind
    >>> year_of(Passage("perda/bali/2011/5#pasal-1", Kind.PASAL, "", 1))
    2011
    """
    years = [int(part) for part in passage.regulation.split("/") if YEAR.fullmatch(part)]
    return years[0] if years else 2000


Feature = Callable[[Meeting], float]
#: The features by name, in the order of the model; all lie in ``[0, 1]``.
FEATURES: dict[str, Feature] = {
    "spread": spread,
    "cosine": lambda one: one.pair.score,
    "shorter": lambda one: one.likeness.shorter,
    "order": lambda one: one.likeness.order,
    "exchanged": lambda one: one.likeness.exchanged,
    "specific": specific,
    "titles": shared_titles,
    "one_sided": one_sided,
    "untitled": untitled,
    "apart": apart,
    "age": age,
    # Members of a series are often of one year; a regime replaced is of another.
    "same_year": lambda one: float(year_of(one.left) == year_of(one.right)),
    "replaced": lambda one: shared_titles(one) * years_between(one),
    "other_measure": lambda one: float(differs_in_measure(*one.norms)),
}


def describe(meeting: Meeting) -> tuple[float, ...]:
    """Return the features of two provisions, in the order of ``FEATURES``; each in ``[0, 1]``."""
    return tuple(feature(meeting) for feature in FEATURES.values())
