"""Norms of a higher act printed anew in the act made under it (T-04)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.overlap import Matter, Overlap, find_overlap, is_definition
from regcheck.check.parentage import CHILD
from regcheck.check.wording import name_counterpart, quote_of
from regcheck.check.words import content_keys
from regcheck.domain import Case, Finding, Pair, Passage
from regcheck.naming import cite_path
from regcheck.settings import Settings

#: Fewer copied provisions are a lead-in, which Lampiran II no. 216 allows (N-02).
MIN_REPEATED = 4
COPIED = "T-01"

DETAIL = (
    "antara lain {counterpart}; {count} ketentuan rancangan menyalin ketentuan peraturan itu, "
    "yaitu dalam {units}",
    "such as {counterpart}; {count} provisions of the draft copy those of that regulation, in "
    "{units}",
)


def parent_code(left: Passage, right: Passage) -> str:
    """Return why likeness to the parent is no fault: definition, lead-in or delegated detail.

    ``left`` is of the act made under the other.
    """
    if is_definition(left) and is_definition(right):
        return "N-01"
    return "N-02" if set(content_keys(right.text)) <= set(content_keys(left.text)) else "N-05"


def find_repetitions(
    case: Case, matter: Matter, settings: Settings
) -> tuple[tuple[Finding, ...], frozenset[Pair]]:
    """Find the acts whose norms a draft copies although it only carries them out (T-04).

    One finding for each act; Lampiran II nos. 215 and 216 ask for a reference, and allow no more
    than a lead-in. Returned as well are the pairs that the findings stand for.
    """
    findings: list[Finding] = []
    told: set[Pair] = set()
    for pairs in group_copies(case, matter, settings).values():
        if len({pair.left for pair in pairs}) >= MIN_REPEATED:
            findings.append(to_finding(case, pairs))
            told.update(pairs)
    return tuple(findings), frozenset(told)


def group_copies(
    case: Case, matter: Matter, settings: Settings
) -> Mapping[str, dict[Pair, Overlap]]:
    """Return the copied provisions by the act that the draft carries out."""
    groups: dict[str, dict[Pair, Overlap]] = defaultdict(dict)
    for pair in case.pairs:
        relation = case.relations.get(case.passages[pair.right].regulation)
        if relation is None or not relation.kinds & CHILD:
            continue
        overlap = find_overlap(pair, matter, settings)
        if overlap and overlap.code == COPIED:
            groups[case.passages[pair.right].regulation][pair] = overlap
    return groups


def to_finding(case: Case, copies: Mapping[Pair, Overlap]) -> Finding:
    """Word one T-04; the surest copy is quoted."""
    best = max(copies, key=lambda pair: (copies[pair].confidence, pair.score, pair.left))
    left, right = case.passages[best.left], case.passages[best.right]
    units = in_order(case, {pair.left for pair in copies})
    pasal = dict.fromkeys(
        cite_path(unit.partition("#")[2].partition("/ayat-")[0]) for unit in units
    )
    detail = DETAIL[case.lang == "en"].format(
        counterpart=name_counterpart(case, right),
        count=len(units),
        units="; ".join(pasal),
    )
    evidence = Evidence(
        left=quote_of(left),
        right=quote_of(right),
        confidence=copies[best].confidence,
        detail=detail,
        relation=case.relations[right.regulation],
        score=best.score,
    )
    return make_finding("T-04", evidence, case.lang)


def in_order(case: Case, units: Iterable[str]) -> Sequence[str]:
    """Return units in the order of the draft."""
    wanted = set(units)
    return [key for key in case.passages if key in wanted]
