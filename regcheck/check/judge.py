"""The verdict: what is set aside as no fault, which finding stands, and in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from regcheck.check.formulae import formula_between
from regcheck.check.overlap import is_elsewhere
from regcheck.check.parentage import PARENT
from regcheck.check.siblings import holds_elsewhere, is_spent, sibling_code
from regcheck.domain import Case, Finding, Head, Pair, Relation, Status, Suppressed
from regcheck.naming import cite_unit
from regcheck.settings import Settings

#: Relations under which two texts are versions of one (N-07).
VERSIONS = frozenset(("sama", "versi", "mengubah", "diubah", "mencabut", "dicabut"))
#: Standings in which a counterpart is no longer law.
GONE = (Status.DICABUT, Status.TIDAK_MENGIKAT)
#: Codes of which one place can have one, whatever the counterpart.
OVERLAPS = frozenset(("T-01", "T-02", "T-03"))
#: Codes of one clause that stands in other cases than its like in several regulations.
OF_CASES = frozenset(("K-08", "K-11"))
#: The code that only says what could not be looked up, and the first letters of those on form.
NO_FAULT, FORM = "R-04", "M-"

ALSO = ("Lihat juga {others}.", "See also {others}.")


@dataclass(frozen=True, slots=True)
class Docket:
    """The pairs of a case after sorting: ``open`` to the checks, and set aside as no fault."""

    open: tuple[Pair, ...]
    aside: tuple[Suppressed, ...]


def sort_pairs(case: Case, settings: Settings) -> Docket:
    """Set aside the pairs that can hold no fault, whatever they say.

    Versions of one text, repealed or superseded texts (N-07), annual series (N-08), offices
    (N-09), formulae (N-03) and transition rules (N-06). Pairs with a parent stay open: a draft
    may contradict what it carries out.
    """
    kept, aside = [], []
    for pair in case.pairs:
        code = code_of(case, pair)
        if not code:
            kept.append(pair)
        elif pair.score >= settings.noteworthy_score:
            aside.append(Suppressed(code, pair.left, pair.right, pair.score))
    return Docket(tuple(kept), tuple(aside))


def code_of(case: Case, pair: Pair) -> str:
    """Return the N-code of a pair that can hold no fault, or an empty text."""
    regulation = case.passages[pair.right].regulation
    if code := relation_code(relation_to(case, pair), standing_of(case, regulation)):
        return code
    if pair.right in case.superseded:
        return "N-07"
    if (head := case.heads.get(regulation)) and (code := title_code(case, head)):
        return code
    left, right = case.passages[pair.left], case.passages[pair.right]
    if code := formula_between(left, right, titles_of(case, head)):
        return code
    return "N-03" if is_foreign_procedure(case, pair) else ""


def titles_of(case: Case, head: Head | None) -> dict[str, str]:
    """Return the titles of the draft and of a counterpart by their ids."""
    titles = {case.draft.id: case.draft.identity.tentang}
    return titles | ({head.id: head.identity.tentang} if head else {})


def title_code(case: Case, head: Head) -> str:
    """Return the N-code that the titles of draft and counterpart give to all their pairs.

    An act on an office may contradict the one it is made under, however alike they are.
    """
    mine, theirs, relation = case.draft.identity, head.identity, case.relations.get(head.id)
    year = int(mine.tahun) if mine.tahun.isdecimal() else 0
    if is_spent(theirs.tentang, year):
        return "N-08"
    if holds_elsewhere(mine, theirs):
        return "N-09"
    code = sibling_code(mine.tentang, theirs.tentang)
    return "" if code == "N-09" and relation and relation.kinds & PARENT else code


def is_foreign_procedure(case: Case, pair: Pair) -> bool:
    """Tell whether a pair is mere procedure of two regulations about different objects."""
    relation, right = relation_to(case, pair), case.passages[pair.right]
    head = case.heads.get(right.regulation)
    if head is None or (relation and relation.kinds & PARENT):
        return False
    return is_elsewhere(case.passages[pair.left], right, titles_of(case, head))


def add_ground(one: Suppressed, case: Case) -> Suppressed:
    """Return what was set aside with the act that shows its counterpart to be yesterday's law."""
    shown = {"N-07": case.replaced, "N-16": case.survivors}.get(one.code, {})
    return replace(one, by=shown.get(one.right.partition("#")[0], ""))


def relation_code(relation: Relation | None, status: Status) -> str:
    """Return the N-code that the relation of two regulations gives to all their pairs."""
    kinds = relation.kinds if relation else frozenset()
    if kinds & VERSIONS or status in GONE or (relation and not relation.comparable):
        return "N-07"
    return "N-08" if "tahunan" in kinds else "N-09" if "organisasi" in kinds else ""


def relation_to(case: Case, pair: Pair) -> Relation | None:
    """Return how the counterpart's regulation stands to the draft."""
    return case.relations.get(case.passages[pair.right].regulation)


def standing_of(case: Case, regulation: str) -> Status:
    """Return the status of a counterpart; one that nobody changed is in force."""
    head = case.heads.get(regulation)
    return head.standing.status if head else Status.BERLAKU


def settle(findings: Iterable[Finding], lang: str) -> tuple[Finding, ...]:
    """Keep one finding for one fault, in order of weight.

    A conflict beats an overlap with the same regulation; of several overlaps of one unit the
    strongest of each code stands and names the others.
    """
    ranked = sorted(findings, key=rank)
    clashes = {(one.left.key, counterpart(one)) for one in ranked if one.code.startswith("K")}
    kept: dict[tuple[str, ...], Finding] = {}
    others: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in ranked:
        if one.code in OVERLAPS and (one.left.key, counterpart(one)) in clashes:
            continue
        if place_of(one) not in kept:
            kept[place_of(one)] = one
        elif one.right:
            others[place_of(one)].append(cite_unit(one.right.key))
    return tuple(add_others(one, others[place], lang) for place, one in kept.items())


def place_of(finding: Finding) -> tuple[str, ...]:
    """Return what two findings share that say the same of one place."""
    if finding.code in OVERLAPS | OF_CASES:
        return (finding.left.key, finding.code)
    if finding.code.startswith("K"):
        return (finding.left.key, finding.code, counterpart(finding))
    return (finding.fingerprint,)


def add_others(finding: Finding, others: list[str], lang: str) -> Finding:
    """Name in a finding the further counterparts it stands for."""
    if not others:
        return finding
    sentence = ALSO[lang == "en"].format(others="; ".join(others))
    return replace(finding, reason=f"{finding.reason} {sentence}")


def rank(finding: Finding) -> tuple[float, int, float, str]:
    """Return the sort key: severe first, then substance before form, then sure.

    What the corpus lacks (R-04) is no fault and stands behind all others of its severity; the
    fingerprint makes the order stable.
    """
    place = 2 if finding.code == NO_FAULT else int(finding.code.startswith(FORM))
    return (-finding.severity, place, -finding.confidence, finding.fingerprint)


def counterpart(finding: Finding) -> str:
    """Return the regulation on the right, or an empty text."""
    return finding.right.key.partition("#")[0] if finding.right else ""
