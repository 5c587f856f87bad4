"""When a formula is one between two acts: what acts of one subject share is their common rule."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from regcheck.check.boilerplate import formula_code
from regcheck.check.families import title_of_base
from regcheck.check.procedure import subject_keys
from regcheck.check.words import word_keys
from regcheck.domain import Passage

#: Share of the words of subject of the shorter title that both titles have, from which two acts
#: are of one field: *Narkotika* and *Pelaksanaan Undang-Undang tentang Narkotika*.
ONE_FIELD = 0.3
#: Words of a title that say by what means an act raises money, not on what.
LEVY = subject_keys("Pajak dan Retribusinya, Retribusi")


def formula_between(left: Passage, right: Passage, titles: Mapping[str, str]) -> str:
    """Return the N-code of two provisions of which one is a formula, or an empty text.

    ``titles`` are those of the regulations. Investigation, the procedure of taxes and principles
    are formulae between two fields; within one, the same rule stands in two places.
    """
    alike = is_one_field(*(titles.get(one.regulation, "") for one in (left, right)))
    return formula_code(left, alike=alike) or formula_code(right, alike=alike)


def is_one_field(left: str, right: str) -> bool:
    """Tell whether the titles of two acts say that they are of one field.

    That both raise a levy makes no field, unless a title says no more.

    >>> is_one_field("Narkotika", "Pelaksanaan Undang-Undang tentang Narkotika")
    True
    >>> is_one_field("Retribusi Pasar", "Retribusi Terminal"), is_one_field("Jalan", "Terminal")
    (False, False)
    """
    mine, theirs = (field_of(title) - LEVY or field_of(title) for title in (left, right))
    shorter = min(len(mine), len(theirs))
    return shorter > 0 and len(mine & theirs) >= ONE_FIELD * shorter


@lru_cache(maxsize=20_000)
def field_of(title: str) -> frozenset[str]:
    """Return the keys of the words by which a title, or that of the amended act, names its field.

    A title of words that say nothing elsewhere (*Pemerintahan Daerah*) has nothing but them.

    >>> field_of("Perubahan atas Undang-Undang Nomor 3 Tahun 2001 tentang Jalan") == field_of(
    ...     "JALAN"
    ... )
    True
    >>> len(field_of("Pemerintahan Daerah")), len(field_of(""))
    (2, 0)
    """
    base = title_of_base(title)
    return subject_keys(base) or frozenset(word_keys(base))
