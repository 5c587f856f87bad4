"""What a draft may say although another act says it too: no overlap that a lawyer asks about."""

from __future__ import annotations

from regcheck.check.families import is_office
from regcheck.check.formulae import LEVY
from regcheck.check.overlap import ALIGNED, Matter, Overlap, compare_content, compare_order
from regcheck.check.procedure import subject_keys
from regcheck.domain import Pair
from regcheck.instruments import instrument

#: Codes of a norm that stands there in other words.
REWORDED = frozenset(("T-02", "T-03"))


def lawful_code(overlap: Overlap, pair: Pair, matter: Matter) -> str:
    """Return the N-code of an overlap that the law allows, or an empty text.

    An act on the make-up of an office names the tasks that other acts give it (N-09). What is made
    below the national ladder elaborates it in its own words, linked to it or not (N-04); a copy is
    a repetition all the same. How levies are paid is one text for all of them (N-03).
    """
    left, right = (matter.passages[key].regulation for key in (pair.left, pair.right))
    if overlap.code in REWORDED:
        if is_office(matter.titles.get(left, "")) != is_office(matter.titles.get(right, "")):
            return "N-09"
        if elaborates(left, right):
            return "N-04"
    return "N-03" if is_levy_rule(overlap, pair, matter) else ""


def elaborates(left: str, right: str) -> bool:
    """Tell whether one act is by its kind made to work out the other, by their ids.

    A region's act works out national law (UU 12/2011 Pasal 14, UU 23/2014 Pasal 236), and that of a
    minister or an agency what UU 12/2011 Pasal 7(1) lists (Pasal 8(2)).

    >>> elaborates("perda/bali/2011/5", "pp/2011/5"), elaborates("permenkes/2020/3", "uu/2009/36")
    (True, True)
    >>> elaborates("pergub/bali/2012/1", "perda/bali/2011/5"), elaborates("pp/2011/5", "uu/2009/36")
    (False, False)
    """
    mine, theirs = (instrument(one.partition("/")[0]) for one in (left, right))
    if mine is None or theirs is None or theirs.regional:
        return False
    return mine.regional or (theirs.ladder and not mine.ladder)


def is_levy_rule(overlap: Overlap, pair: Pair, matter: Matter) -> bool:
    """Tell whether one text follows the other in two acts that each raise a levy of their own.

    How a levy is paid and disputed is one text for all of them; so it is if what the texts share is
    named in neither title.
    """
    one, other = matter.passages[pair.left], matter.passages[pair.right]
    mine, theirs = (subject_keys(matter.titles.get(act.regulation, "")) for act in (one, other))
    if not mine & LEVY or not theirs & LEVY or not mine - LEVY or not theirs - LEVY:
        return False
    if (mine & theirs) - LEVY or ((mine | theirs) - LEVY) & set(overlap.shared):
        return False
    likeness = compare_content(one.text, other.text, matter.weights)
    return compare_order(one.text, other.text, likeness, matter.weights).order >= ALIGNED
