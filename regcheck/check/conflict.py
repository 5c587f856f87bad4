"""Conflicts between two norms on one thing: power, modality, measure, penalty (K-01 to K-05)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from regcheck.check import reach, scope
from regcheck.check.authority import authority_clash
from regcheck.check.boilerplate import INVESTIGATION
from regcheck.check.catalogue import NO_RELATION, Evidence, make_finding
from regcheck.check.changes import is_closing
from regcheck.check.clashes import (
    Clash,
    Setting,
    entitlement_clash,
    listed,
    measure_clash,
    modal_clash,
)
from regcheck.check.near import near_clash
from regcheck.check.parentage import BELOW, PARENT, add_bases
from regcheck.check.procedure import specific_keys
from regcheck.check.sanctions import sanction_clash
from regcheck.check.statements import Statement, find_statements, is_definition
from regcheck.check.wording import quote_of
from regcheck.domain import (
    Case,
    Finding,
    Identity,
    Modality,
    Pair,
    Passage,
    Severity,
    Suppressed,
)
from regcheck.naming import cite_regulation, cite_unit
from regcheck.settings import Settings

#: A number in words behind its figures.
#:
#: takes    (empat belas)      (satu juta rupiah)
#: refuses  (1)
SPELT = re.compile(r"(?:(?<!\s)\s+)?\([^()\d]*\)")

MEASURED = (
    "{counterpart}: {left} di rancangan, {right} di pembanding",
    "{counterpart}: {left} in the draft, {right} in the other provision",
)
BINDING = (
    "{counterpart}: {left} di rancangan, {right} di pembanding, untuk perbuatan yang sama{about}",
    "{counterpart}: {left} in the draft, {right} in the other provision, for the same act{about}",
)
FORCE_NAMES = {
    Modality.NONE: ("dilakukan", "done as a matter of course"),
    Modality.TIDAK_WAJIB: ("tidak wajib", "tidak wajib (not required)"),
    Modality.WAJIB: ("wajib", "wajib (required)"),
    Modality.HARUS: ("harus", "harus (required)"),
    Modality.DILARANG: ("dilarang", "dilarang (forbidden)"),
    Modality.DAPAT: ("dapat", "dapat (permitted)"),
    Modality.BERHAK: ("berhak", "berhak (entitled)"),
    Modality.BERWENANG: ("berwenang", "berwenang (empowered)"),
}
#: What another case or an exception brings.
OF_CASES = ("K-08", "K-11")
#: Words for things, beside those of procedure, by which two clauses name one matter.
MATTER_WORDS = 3
#: What is said in the same words everywhere.
FORMULA = "N-03"
FORCES = frozenset(one.value for one in Modality)
STALE = (
    "; pembanding melaksanakan {parent}, yang telah dicabut",
    "; the other provision carries out {parent}, which has been repealed",
)
#: One side lacks the words that set both apart.
WITHOUT = ("tanpa kata-kata itu", "without these words")


def find_conflicts(case: Case, settings: Settings) -> tuple[Finding, ...]:
    """Find the pairs whose norms cannot both be followed, in the order of the pairs.

    A pair conflicts only where both sides speak of the same act and the same object, the
    addressees are compatible, and neither opens an exception; a ban with a licence and a licence
    are consistent (N-06). *Wajib* against *harus* is drift and no conflict.
    """
    found = []
    case = add_bases(case)
    for pair in case.pairs:
        if pair.score < settings.candidate_score or is_no_rival(case, pair):
            continue
        clash = find_clash(case, pair)
        if clash:
            found.append(clash_finding(case, pair, clash))
    return tuple(found)


def is_no_rival(case: Case, pair: Pair) -> bool:
    """Tell whether a draft cannot be wrong against a clause, whatever both say.

    A lower act gives way, and is adapted (UU 12/2011 Pasal 7(2)); those of one region are brought
    into line together. Of national acts neither of which
    is made under the other, the clauses must name one matter: a term of office, or the course of an
    appeal, is laid down for each body in one pattern.
    """
    left, right = case.passages[pair.left], case.passages[pair.right]
    relation = case.relations.get(right.regulation, NO_RELATION)
    head = case.heads.get(right.regulation)
    mine, theirs = case.draft.identity, head.identity if head else Identity()
    if relation.level == BELOW and not reach.is_of_one_region(left, right):
        return True
    if mine.wilayah or theirs.wilayah or relation.kinds & PARENT:
        return False
    return not reach.names_matter(left, right, (mine.tentang, theirs.tentang))


def find_clash(case: Case, pair: Pair) -> Clash | None:
    """Return the surest conflict between the statements of two passages, or nothing."""
    left, right = case.passages[pair.left], case.passages[pair.right]
    if any(is_closing(one.text) for one in (left, right)):
        return None
    if is_definition(left) or is_definition(right):
        return find_near(case, pair) if is_definition(left) and is_definition(right) else None
    mine = find_statements(left, case.norms[pair.left])
    theirs = find_statements(right, case.norms[pair.right])
    setting = read_setting(case, right.regulation)
    clashes = [
        clash
        for one, other in comparable(mine, theirs)
        for clash in (
            modal_clash(one, other),
            None if is_met(one, other, theirs) else measure_clash(one, other, setting),
        )
        if clash
    ]
    if not clashes:
        plain = (authority_clash, sanction_clash, entitlement_clash)
        clashes = [
            clash
            for one, other in product(mine, theirs)
            for check in plain
            if (clash := check(one, other))
        ]
    surest = max(clashes, key=lambda clash: clash.confidence, default=None)
    return surest or find_near(case, pair)


def comparable(
    mine: Iterable[Statement], theirs: Iterable[Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """Yield the statements of both sides that may speak of one act of one person in one case."""
    for one, other in product(mine, theirs):
        together = scope.same_act(one, other) and scope.same_addressee(one, other)
        if together and not scope.apart(one, other):
            yield one, other


def find_formula_conflicts(case: Case, aside: Iterable[Suppressed]) -> Iterator[Finding]:
    """Find what two regulations of one region and matter order otherwise in a formula (N-03).

    Who supervises, or what a breach brings, is said in the same words everywhere; between rules on
    one matter it must be the same thing. What investigators may do is the law of procedure.
    """
    for one in aside:
        pair = Pair(one.left, one.right, one.score)
        if one.code != FORMULA or not one.right or is_no_rival(case, pair):
            continue
        text = case.passages[one.right].text
        if is_closing(text) or INVESTIGATION.search(text.lower()):
            continue
        if clash := find_penalty(case, pair) or find_limit(case, pair) or find_near(case, pair):
            yield clash_finding(case, pair, clash)


def find_penalty(case: Case, pair: Pair) -> Clash | None:
    """Return the conflict of what one breach brings, or nothing (K-05)."""
    sides = (
        find_statements(case.passages[key], case.norms[key]) for key in (pair.left, pair.right)
    )
    found = (sanction_clash(one, other) for one, other in product(*sides))
    return next(filter(None, found), None)


def find_limit(case: Case, pair: Pair) -> Clash | None:
    """Return the conflict of two limits in a formula of one region and matter (K-03, K-04)."""
    left, right = case.passages[pair.left], case.passages[pair.right]
    setting = read_setting(case, right.regulation)
    if not (setting.one_region and setting.one_matter):
        return None
    mine = find_statements(left, case.norms[pair.left])
    theirs = find_statements(right, case.norms[pair.right])
    found = (
        measure_clash(one, other, setting)
        for one, other in comparable(mine, theirs)
        if not is_met(one, other, theirs)
    )
    return next(filter(None, found), None)


def find_near(case: Case, pair: Pair) -> Clash | None:
    """Return the conflict of two clauses on one matter of one region that one change sets apart.

    Where the titles do not name one matter, the clauses must, and only another case or an
    exception counts: numbers, forces and penalties have checks of their own.
    """
    left, right = case.passages[pair.left], case.passages[pair.right]
    setting = read_setting(case, right.regulation)
    if not setting.one_region or not (setting.one_matter or names_matter(left, right)):
        return None
    sides = ((one, case.norms[one.key]) for one in (left, right))
    clash = near_clash(*sides)
    return clash if clash and (setting.one_matter or clash.code in OF_CASES) else None


def names_matter(left: Passage, right: Passage) -> bool:
    """Tell whether two clauses name their matter by themselves, whatever the titles say.

    A term has its meaning from the regulation that defines it.
    """
    if is_definition(left) or is_definition(right):
        return False
    common = set(specific_keys(left.text)) & set(specific_keys(right.text))
    return len(common) >= MATTER_WORDS


def is_met(one: Statement, other: Statement, theirs: Iterable[Statement]) -> bool:
    """Tell whether another statement of the counterpart sets the very same measures for as much.

    In two lists that agree, the chair's share is met by the chair's, not by the vice-chair's.
    """
    return any(
        listed(one.norm.quantities) == listed(third.norm.quantities)
        and len(one.content & third.content) >= len(one.content & other.content)
        for third in theirs
    )


def read_setting(case: Case, regulation: str) -> Setting:
    """Read how a counterpart's regulation stands to the draft."""
    head, relation = case.heads.get(regulation), case.relations.get(regulation)
    mine, theirs = case.draft.identity, head.identity if head else Identity()
    places = f"{mine.wilayah} {theirs.wilayah}".replace("-", " ")
    return Setting(
        one_matter=scope.one_matter(mine.tentang, theirs.tentang, places),
        national=len(regulation.split("/")) < 4
        and relation is not None
        and relation.level == "lebih tinggi",
        one_region=bool(mine.wilayah) and mine.wilayah == theirs.wilayah,
    )


def clash_finding(case: Case, pair: Pair, clash: Clash) -> Finding:
    """Word one conflict."""
    left, right = case.passages[pair.left], case.passages[pair.right]
    english = case.lang == "en"
    template = BINDING if clash.code == "K-02" else MEASURED
    detail = template[english].format(
        counterpart=cite_unit(right.key),
        left=short(clash, clash.left, english=english),
        right=short(clash, clash.right, english=english),
        about=f": {clash.about}" if clash.about else "",
    )
    parent = case.survivors.get(right.regulation, "")
    if parent:
        detail += STALE[english].format(parent=cite_regulation(parent))
    evidence = Evidence(
        left=quote_of(left),
        right=quote_of(right),
        confidence=clash.confidence / 2 if parent else clash.confidence,
        detail=detail,
        relation=case.relations.get(right.regulation),
        score=pair.score,
        severity=Severity.RENDAH if parent else None,
    )
    return make_finding(clash.code, evidence, case.lang)


def short(clash: Clash, side: str, *, english: bool) -> str:
    """Return one side as a reader needs it: the word that binds, or the number in figures."""
    if clash.code == "K-02" and side in FORCES:
        return FORCE_NAMES[Modality(side)][english]
    return " ".join(SPELT.sub("", side).split()) or WITHOUT[english]
