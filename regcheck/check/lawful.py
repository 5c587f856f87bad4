"""What a draft may say although another act says it too: no overlap that a lawyer asks about."""

from __future__ import annotations

from regcheck.check.overlap import Matter, Overlap
from regcheck.check.siblings import is_office
from regcheck.domain import Pair
from regcheck.instruments import instrument

#: Codes of a norm that stands there in other words.
REWORDED = frozenset(("T-02", "T-03"))


def lawful_code(overlap: Overlap, pair: Pair, matter: Matter) -> str:
    """Return the N-code of an overlap that the law allows, or an empty text.

    A region's act elaborates national ones in its own words, linked to them or not (N-04; UU
    12/2011 Pasal 14, UU 23/2014 Pasal 236); a copy of a national norm is a repetition all the same.
    An act on the make-up of an office names the tasks that other acts give it (N-09).
    """
    left, right = (matter.passages[key].regulation for key in (pair.left, pair.right))
    if is_office(matter.titles.get(left, "")) != is_office(matter.titles.get(right, "")):
        return "N-09"
    elaborates = is_regional(left) and not is_regional(right)
    return "N-04" if elaborates and overlap.code in REWORDED else ""


def is_regional(regulation: str) -> bool:
    """Tell whether an act is one of a region, by its id.

    >>> is_regional("perda/bali/2011/5"), is_regional("pp/2011/5")
    (True, False)
    """
    kind = instrument(regulation.partition("/")[0])
    return kind is not None and kind.regional
