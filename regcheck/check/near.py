"""Two clauses of one region and matter that are one but for a single change of what they order."""

from __future__ import annotations

import re

from regcheck.check.changes import Change, Verdict, compare_clauses
from regcheck.check.clashes import Clash, contradict
from regcheck.check.clashes import code_of as measure_code
from regcheck.check.definitions import DEFINITION, STANDARD_TERM
from regcheck.check.statements import is_definition
from regcheck.check.stretches import EXCEPTING
from regcheck.check.vocabulary import FORCES
from regcheck.check.words import content_keys
from regcheck.domain import Norm, Passage

#: The code of each kind of change.
CODES = {
    "authority": "K-01",
    "deontic": "K-02",
    "number": "K-03",
    "period": "K-04",
    "sanction": "K-05",
    "definition": "K-06",
    "condition": "K-08",
}
#: Of an exception that only one side makes.
EXCEPTION = "K-11"
#: Words of content that both clauses must have, at least.
FEWEST_COMMON = 2
#: Share of the longer clause's words of content, those of the change apart, that both must have.
SAME_WORDS = 0.75
#: How sure such a conflict is.
SURE = 0.8
#: A power that is shared, or passed on: no two hands that exclude each other.
#:
#: takes    sesuai dengan kewenangannya      atas nama Gubernur      masing-masing menetapkan
#: refuses  diterbitkan oleh Gubernur
SHARED = re.compile(
    r"\bkewenangan\w*|\batas\s+nama\b|\bpelimpahan\b|\btugas\s+pembantuan\b|\bmasing-masing\b",
    re.IGNORECASE,
)

#: A word that turns a force around.
#:
#: takes    tidak wajib
#: refuses  wajib
NEGATED = re.compile(r"\b(?:tidak|bukan|tanpa|belum|tak)\b", re.IGNORECASE)

#: A force and whether it is turned; and whether the side without a force is.
DRIFTS = ((({"duty"}, False), False), (({"ban"}, False), True))

Side = tuple[Passage, Norm]


def near_clash(left: Side, right: Side) -> Clash | None:
    """Return the one change that sets two otherwise equal clauses against each other, or nothing.

    Both must be of one region and of regulations on one matter, which the caller knows: a national
    rule is put into the words of a region by changing who acts, and one clause serves the sister
    offices of a region. Any further word of content that differs makes the clauses two.
    """
    ours, theirs = left[0], right[0]
    changes = compare_clauses(ours.text, left[1], theirs.text, right[1]).changes
    verdict = Verdict(tuple(one for one in changes if not is_drift(one)))
    change = verdict.conflict
    if change is None or not is_single(verdict, change) or is_shared(change, ours, theirs):
        return None
    if change.kind == "definition" and not (is_definition(ours) and is_own_term(ours)):
        return None
    if change.quantities and not contradict(*change.quantities):
        return None
    if not is_one_clause(ours, theirs, change):
        return None
    return Clash(code_of(change, ours.text), SURE, change.left, change.right)


def is_one_clause(ours: Passage, theirs: Passage, change: Change) -> bool:
    """Tell whether two clauses share their words of content, those of the change apart."""
    one = set(content_keys(f"{ours.lead} {ours.text}")) - set(content_keys(change.left))
    two = set(content_keys(f"{theirs.lead} {theirs.text}")) - set(content_keys(change.right))
    common = one & two
    return len(common) >= max(FEWEST_COMMON, SAME_WORDS * max(len(one), len(two)))


def is_single(verdict: Verdict, change: Change) -> bool:
    """Tell whether nothing else of content differs than what one change says."""
    return all(one is change or one.kind == change.kind for one in verdict.changes)


def is_drift(change: Change) -> bool:
    """Tell whether two forces are one: a duty that is only said, a ban that is.

    *Melapor* and *wajib melapor*, *tidak membuang* and *dilarang membuang*.
    """
    if change.kind != "deontic":
        return False
    sides = (change.left, change.right)
    forces = [{FORCES[word] for word in side.lower().split() if word in FORCES} for side in sides]
    turned = [NEGATED.search(side) is not None for side in sides]
    said = [(force, turn) for force, turn in zip(forces, turned, strict=True) if force]
    if len(said) != 1:
        return False
    unsaid = turned[0] if forces[1] else turned[1]
    return (said[0], unsaid) in DRIFTS


def is_shared(change: Change, ours: Passage, theirs: Passage) -> bool:
    """Tell whether a change of who acts is between hands that share the power, or pass it on."""
    return change.kind == "authority" and any(SHARED.search(one.text) for one in (ours, theirs))


def is_own_term(passage: Passage) -> bool:
    """Tell whether a definition is of a term that not every act of a region has (N-03)."""
    match = DEFINITION.match(passage.text)
    return match is not None and not STANDARD_TERM.match(match["term"])


def code_of(change: Change, text: str) -> str:
    """Return the code of a change that begins in a text."""
    if change.kind == "period" and change.quantities:
        return measure_code(change, text)
    words = f"{change.left} {change.right}".lower().split()
    excepting = change.kind == "condition" and EXCEPTING in words
    return EXCEPTION if excepting else CODES[change.kind]
