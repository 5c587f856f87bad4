"""One case, all checks: from the pairs of a draft to its findings, in order of weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from regcheck.check.annulled import find_annulled
from regcheck.check.basis import find_basis_faults
from regcheck.check.circles import find_circles
from regcheck.check.conflict import find_conflicts, find_formula_conflicts
from regcheck.check.content import find_excesses
from regcheck.check.definition_use import find_definition_faults
from regcheck.check.definitions import find_definition_clashes
from regcheck.check.delegations import find_delegation_faults
from regcheck.check.deleted import find_deleted
from regcheck.check.drafting import find_drafting_faults
from regcheck.check.form import find_form_faults
from regcheck.check.internal import find_amended, find_internal
from regcheck.check.judge import add_ground, settle, sort_pairs
from regcheck.check.legibility import weigh
from regcheck.check.misnamed import find_misnamed
from regcheck.check.orphaned import find_orphaned
from regcheck.check.overlap_findings import find_overlaps
from regcheck.check.pointing import find_pointing_faults
from regcheck.check.references import find_reference_faults
from regcheck.check.repeals import find_bad_repeals
from regcheck.check.unwritten import find_unwritten
from regcheck.domain import Case, Finding, Share, Suppressed
from regcheck.settings import Settings


class Verdict(NamedTuple):
    """What the checks say of a draft.

    The findings, gravest first, one for one fault and as sure as both sides could be read; what
    looked like a fault and is none, with the N-code that says why; and which share of the draft
    others rule already.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    shares: tuple[Share, ...]


def check_case(case: Case, settings: Settings) -> Verdict:
    """Check one draft against its counterparts and the state of the law."""
    docket = sort_pairs(case, settings)
    case = replace(case, pairs=docket.open)
    conflicts = (*find_conflicts(case, settings), *find_formula_conflicts(case, docket.aside))
    overlaps, copies, shares = find_overlaps(without_conflicts(case, conflicts), settings)
    references, harmless = find_reference_faults(case, settings)
    orders = find_delegation_faults(case, settings)
    form = (*find_basis_faults(case), *find_pointing_faults(case))
    technique = (
        *find_definition_faults(case, settings),
        *find_drafting_faults(case, settings),
        *find_form_faults(case, settings),
    )
    others = find_other_faults(case, settings, overlaps)
    found = weigh(
        (*conflicts, *overlaps, *references, *orders, *form, *technique, *others), case, settings
    )
    aside = tuple(add_ground(one, case) for one in (*docket.aside, *copies, *harmless))
    return Verdict(settle(found, case.lang), aside, shares)


def without_conflicts(case: Case, conflicts: Iterable[Finding]) -> Case:
    """Return a case without the pairs of a unit and a counterpart that contradict each other.

    What conflicts with an act is no copy of it, and stands in no run of copies.
    """
    told = {(one.left.key, act_of(one.right.key)) for one in conflicts if one.right}
    pairs = (one for one in case.pairs if (one.left, act_of(one.right)) not in told)
    return replace(case, pairs=tuple(pairs))


def act_of(key: str) -> str:
    """Return the id of the act that holds a unit."""
    return key.partition("#")[0]


def find_other_faults(
    case: Case, settings: Settings, overlaps: Iterable[Finding]
) -> Iterator[Finding]:
    """Find K-06, K-10, K-12, K-13, R-05, R-06, R-11, R-12 and R-15.

    A repeal that is left out is told once: as T-06 where the matter is seen to be the same.
    """
    told = {one.right.key for one in overlaps if one.code == "T-06" and one.right}
    yield from find_definition_clashes(case)
    yield from find_internal(case)
    yield from find_amended(case)
    yield from find_deleted(case)
    yield from find_unwritten(case)
    yield from find_annulled(case)
    yield from find_circles(case)
    yield from find_orphaned(case, settings.as_of)
    yield from (
        one for one in find_bad_repeals(case) if one.right is None or one.right.key not in told
    )
    yield from find_misnamed(case)
    yield from find_excesses(case, settings.as_of)
