"""How two provisions agree, as numbers: what the model of substance looks at."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from regcheck.check.overlap import (
    Likeness,
    Matter,
    compare_content,
    compare_order,
    count_concepts,
    differs_in_measure,
    force_of,
    sets_same_measure,
)
from regcheck.check.parentage import PARENT
from regcheck.check.procedure import PROCEDURE_KEYS, compare_subjects, subject_keys
from regcheck.check.words import content_keys
from regcheck.domain import Norm, Pair, Passage, Relation

#: Words and concepts beyond which more make a pair no surer.
MANY_WORDS, MANY_CONCEPTS = 40, 12
#: A year in an id.
#:
#: takes    2011
#: refuses  12
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Meeting:
    """Two provisions with what was read of them."""

    pair: Pair
    left: Passage
    right: Passage
    norms: tuple[Norm, Norm]
    titles: tuple[str, str]
    likeness: Likeness
    rarity: float
    relation: Relation


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
        (matter.titles.get(left.regulation, ""), matter.titles.get(right.regulation, "")),
        likeness,
        rarity_of(likeness.shared, matter),
        relation,
    )


def rarity_of(shared: Iterable[str], matter: Matter) -> float:
    """Return the weight of the three rarest shared words beside the procedure, each in [0, 1]."""
    rarest = sorted((matter.weights.of(key) for key in set(shared) - PROCEDURE_KEYS), reverse=True)
    most = 1 + math.log(1 + matter.weights.regulations)
    return sum(rarest[:3]) / (3 * most)


def share(left: Iterable[str], right: Iterable[str]) -> float:
    """Return the share of members that two collections have in common, 0 if one is empty."""
    mine, theirs = set(left), set(right)
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def longer_share(meeting: Meeting) -> float:
    """Return the share of the longer text's words of content that the shorter has too."""
    counts = [len(set(content_keys(one.text))) for one in (meeting.left, meeting.right)]
    return len(meeting.likeness.shared) / max(1, *counts)


def length_of(meeting: Meeting) -> float:
    """Return how long the shorter text is, in [0, 1]."""
    counts = [len(set(content_keys(one.text))) for one in (meeting.left, meeting.right)]
    return min(MANY_WORDS, *counts) / MANY_WORDS


def title_words(meeting: Meeting) -> float:
    """Return the share of the shorter title's subject that both titles have."""
    return share(*map(subject_keys, meeting.titles))


def untitled(meeting: Meeting) -> float:
    """Tell whether the title of either act could not be read: nobody knows what it is about."""
    return float(not all(meeting.titles))


def siblings(meeting: Meeting) -> float:
    """Return how far two titles agree where each names something of its own besides.

    *Pembentukan Kabupaten A* and *Pembentukan Kabupaten B* are siblings; *Jalan* and *Jalan Tol*
    are not.
    """
    left, right = map(subject_keys, meeting.titles)
    return compare_subjects(left, right) if left - right and right - left else 0.0


def one_sided(meeting: Meeting) -> float:
    """Return the share of title words in the texts that only one side has; of both the larger."""
    shares = []
    sides = (meeting.left, meeting.right)
    for mine, theirs, title in zip(sides, sides[::-1], meeting.titles, strict=True):
        used = subject_keys(title) & set(content_keys(mine.text))
        shares.append(len(used - set(content_keys(theirs.text))) / len(used) if used else 0.0)
    return max(shares)


def age(meeting: Meeting) -> float:
    """Return how recent the older act is: 0 for 1945 or before, 1 from 2025 on."""
    return min(1.0, max(0, min(map(year_of, (meeting.left, meeting.right))) - 1945) / 80)


def same_year(meeting: Meeting) -> float:
    """Tell whether both acts are of one year, as the members of a series often are."""
    return float(year_of(meeting.left) == year_of(meeting.right))


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
    "cosine": lambda one: one.pair.score,
    "rare": lambda one: one.pair.rare,
    "spread": lambda one: min(1.0, math.log1p(one.pair.spread) / math.log(11)),
    "union": lambda one: one.likeness.union,
    "shorter": lambda one: one.likeness.shorter,
    "longer": longer_share,
    "order": lambda one: one.likeness.order,
    "exchanged": lambda one: one.likeness.exchanged,
    "rarity": lambda one: one.rarity,
    "concepts": lambda one: (
        min(MANY_CONCEPTS, count_concepts(one.left.text, one.right.text, one.likeness))
        / MANY_CONCEPTS
    ),
    "length": length_of,
    "titles": lambda one: compare_subjects(*map(subject_keys, one.titles)),
    "title_words": title_words,
    "untitled": untitled,
    "siblings": siblings,
    "one_sided": one_sided,
    "age": age,
    "same_year": same_year,
    "parent": lambda one: float(bool(one.relation.kinds & PARENT)),
    "same_rank": lambda one: float(one.relation.level == "setingkat"),
    "headings": lambda one: compare_subjects(
        content_keys(one.left.heading), content_keys(one.right.heading)
    ),
    "same_act": lambda one: float(one.norms[0].act == one.norms[1].act != ""),
    "object": lambda one: share(one.norms[0].object, one.norms[1].object),
    "force": lambda one: float(
        force_of(one.norms[0].modality) == force_of(one.norms[1].modality) != ""
    ),
    "measures": lambda one: float(sets_same_measure(*one.norms)),
    "other_measure": lambda one: float(differs_in_measure(*one.norms)),
}


def describe(pair: Pair, matter: Matter, relation: Relation) -> tuple[float, ...]:
    """Return the features of a pair, in the order of ``FEATURES``; each in ``[0, 1]``."""
    meeting = meet(pair, matter, relation)
    return tuple(feature(meeting) for feature in FEATURES.values())
