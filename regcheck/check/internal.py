"""Provisions of one act that cannot both be followed (K-12)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from regcheck.check import scope
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.changes import is_closing
from regcheck.check.circles import pasal_of
from regcheck.check.clashes import Clash, Setting, measure_clash, modal_clash
from regcheck.check.conflict import short
from regcheck.check.statements import Statement, find_statements, is_definition
from regcheck.check.wording import quote_of
from regcheck.domain import Case, Finding, Passage
from regcheck.naming import cite_path

#: Share of their words that two statements of one act have in common before they are compared.
#: Within one act a general rule and its special cases stand side by side in nearly the same words.
SAME_WORDS = 0.7
#: Statements of fewer words are too short to tell what they speak of.
FEWEST_WORDS = 4
#: One act is one matter, and not above itself.
WITHIN = Setting(one_matter=True, national=False)
#: A pasal that is named by its number.
#:
#: takes    dalam Pasal 12      Pasal 3A
#: refuses  pada ayat (4)      Pasal ini
PASAL = re.compile(r"\bPasal\s+(\d+[A-Z]?)\b")
#: The kinds of norm that speak of older law.
OLDER_LAW = ("peralihan", "penutup")
DETAIL = (
    "{here}: {left}; {there}: {right}, untuk hal yang sama",
    "{here}: {left}; {there}: {right}, for the same thing",
)

AMENDED = (
    "{here} menurut rancangan: {left}; {there}, yang tidak diubah: {right}, untuk hal yang sama",
    "{here} by the draft: {left}; {there}, which is left unchanged: {right}, for the same thing",
)

Said = tuple[Passage, Statement]


def find_internal(case: Case) -> Iterator[Finding]:
    """Find pairs of pasal of the draft that contradict each other (K-12), one for two pasal.

    Only statements in nearly the same words are held against each other, and never two of one
    pasal, whose ayat are cases of one rule; transition rules are consistent by construction.
    """
    told = set()
    for (left, one), (right, other) in combinations(list_statements(case), 2):
        places = pasal_of(left.key), pasal_of(right.key)
        if places[0] == places[1] or places in told or not is_alike(one, other):
            continue
        if clash := clash_of(one, other):
            told.add(places)
            yield internal_finding(case, (left, right), clash)


def find_amended(case: Case) -> Iterator[Finding]:
    """Find what a draft would put into a regulation against what it leaves there (K-12)."""
    new = [one for one in case.passages.values() if one.regulation == case.draft.id and one.target]
    left_alone = [case.passages[key] for key in case.beside]
    told = set()
    for (left, one), (right, other) in product(said_by(case, new), said_by(case, left_alone)):
        places = pasal_of(left.target), pasal_of(right.key)
        together = left.target.partition("#")[0] == right.regulation and places[0] != places[1]
        if not together or places in told or not is_alike(one, other):
            continue
        if clash := clash_of(one, other):
            told.add(places)
            yield internal_finding(case, (left, right), clash)


def list_statements(case: Case) -> list[Said]:
    """Return what the pasal of the draft say that bounds or binds, with the passage of each."""
    own = (one for one in case.passages.values() if one.regulation == case.draft.id)
    return said_by(case, (one for one in own if not one.target and "#pasal" in one.key))


def said_by(case: Case, passages: Iterable[Passage]) -> list[Said]:
    """Return what some passages say that bounds or binds, with the passage of each."""
    found: list[Said] = []
    for passage in passages:
        if is_apart(passage):
            continue
        said = find_statements(passage, case.norms[passage.key])
        found += [(passage, one) for one in said if len(one.content) >= FEWEST_WORDS]
    return found


def is_apart(passage: Passage) -> bool:
    """Tell whether a passage defines, closes, or deals with older law."""
    return is_definition(passage) or is_closing(passage.text) or passage.norm_type in OLDER_LAW


def is_alike(one: Statement, other: Statement) -> bool:
    """Tell whether two statements are in nearly the same words.

    What *dimaksud pada ayat (4)* speaks of stands in the statement's own pasal, another for each.
    """
    if named_pasal(one) != named_pasal(other):
        return False
    common = len(one.content & other.content)
    return common >= SAME_WORDS * len(one.content | other.content)


def named_pasal(statement: Statement) -> frozenset[str]:
    """Return the pasal to which a statement points; of its own pasal, that statement's alone."""
    named = frozenset(PASAL.findall(statement.text))
    return named if named or not statement.points else frozenset((statement.text,))


def clash_of(one: Statement, other: Statement) -> Clash | None:
    """Return how two statements contradict each other, or nothing."""
    if not scope.same_act(one, other) or not scope.same_addressee(one, other):
        return None
    if scope.apart(one, other):
        return None
    return modal_clash(one, other) or measure_clash(one, other, WITHIN)


def internal_finding(case: Case, sides: tuple[Passage, Passage], clash: Clash) -> Finding:
    """Word one K-12."""
    english = case.lang == "en"
    here, there = (cite_path((one.target or one.key).partition("#")[2]) for one in sides)
    words = (AMENDED if sides[0].target else DETAIL)[english].format(
        here=here,
        there=there,
        left=short(clash, clash.left, english=english),
        right=short(clash, clash.right, english=english),
    )
    evidence = Evidence(quote_of(sides[0]), quote_of(sides[1]), clash.confidence, words)
    return make_finding("K-12", evidence, case.lang)
