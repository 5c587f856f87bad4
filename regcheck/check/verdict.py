"""One case, all checks: from the pairs of a draft to its findings, in order of weight."""

from __future__ import annotations

from dataclasses import replace

from regcheck.check.conflict import find_conflicts
from regcheck.check.delegations import find_delegation_faults
from regcheck.check.judge import settle, sort_pairs
from regcheck.check.legibility import weigh
from regcheck.check.overlap_findings import find_overlaps
from regcheck.check.references import find_reference_faults
from regcheck.domain import Case, Finding, Suppressed
from regcheck.settings import Settings


def check_case(
    case: Case, settings: Settings
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Check one draft against its counterparts and the state of the law.

    Returns the findings, gravest first, one for one fault and as sure as both sides could be
    read, and what looked like a fault and is none, with the N-code that says why.
    """
    docket = sort_pairs(case, settings)
    case = replace(case, pairs=docket.open)
    conflicts = find_conflicts(case, settings)
    overlaps, copies = find_overlaps(case, settings)
    references, harmless = find_reference_faults(case, settings)
    orders = find_delegation_faults(case, settings)
    found = weigh((*conflicts, *overlaps, *references, *orders), case, settings)
    return settle(found, case.lang), (*docket.aside, *copies, *harmless)
