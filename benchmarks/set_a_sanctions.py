"""Set A's signs of sanctions: what tells them apart is weighed by itself.

A provision that threatens a fine says little of its subject: it names other provisions, and amounts
that a hundred acts name. So its act, and what stands around it, tell more than its own words.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import numpy as np

from benchmarks.set_a_acts import ActSigns
from benchmarks.set_a_language import LanguageSigns
from benchmarks.set_a_parts import PartSigns
from benchmarks.set_a_signs import Library, Numbers, Query, Scores, Signs
from regcheck.compare.words import stem

#: What a candidate's row holds before the signs of sanctions, in order.
PLAIN = (Signs, PartSigns, ActSigns, LanguageSigns)

_FINE = stem("denda")
_PUNISHED = frozenset(stem(word) for word in ("dipidana", "dihukum", "kurungan"))


class SanctionSigns(NamedTuple):
    """What speaks for a candidate, or against it, where the query is a sanction; else nought.

    Five signs of these names again; whether the candidate is a sanction as well; and whether it is
    one where the query is none.
    """

    raw: float
    act: float
    around: float
    version_raw: float
    likelier_in_act: float
    both: float
    candidate_only: float


_NAMES = [name for one in PLAIN for name in one._fields]
_AGAIN = [_NAMES.index(name) for name in SanctionSigns._fields if name in _NAMES]


def is_sanction(words: Collection[str]) -> bool:
    """Tell whether a provision threatens a fine as a punishment.

    >>> (
    ...     is_sanction(["pidana", "denda", "paling", "banyak"]),
    ...     is_sanction(["denda", "administratif"]),
    ... )
    (True, False)
    """
    return _FINE in words and not _PUNISHED.isdisjoint(words)


def mark_sanctions(library: Library) -> Scores:
    """Return 1 for each pasal that is a sanction, else 0."""
    return np.array([is_sanction(words) for words in library.words], dtype=np.float32)


def read_sanction_signs(query: Query, found: Numbers, plain: Scores, marks: Scores) -> Scores:
    """Return the signs of each candidate, a row each.

    Args:
        query: What is asked.
        found: The places of the candidates.
        plain: All other signs of each.
        marks: Of all pasal (``mark_sanctions``).
    """
    asked, ones = float(is_sanction(query.words)), marks[found]
    columns = [asked * plain[:, _AGAIN], (asked * ones)[:, None], ((1 - asked) * ones)[:, None]]
    return np.concatenate(columns, axis=1).astype(np.float32)
