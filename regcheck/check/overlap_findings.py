"""The overlaps of one draft: which to list, which to fold into a re-regulated matter (T-06)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from regcheck.check.boilerplate import formula_code
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.overlap import Overlap, find_overlap, is_definition
from regcheck.check.regimes import Common, find_regimes
from regcheck.check.wording import cite_path, cite_unit, quote_of
from regcheck.check.words import WORD, content_keys, marked_key, weigh
from regcheck.domain import Case, Finding, Pair, Passage, Role, Suppressed
from regcheck.settings import Settings

#: The draft carries out the counterpart, or the counterpart the draft.
PARENT = frozenset(("melaksanakan", "dilaksanakan"))
#: Copied norms of one re-regulated counterpart beyond which the T-06 stands for them all.
MAX_LISTED = 5
#: Shared words named in a reason; enough to see what the two texts are about.
MAX_WORDS = 8

SHARED = ("{counterpart}; kata pokok yang sama: {words}", "{counterpart}; shared words: {words}")
FOLDED = (
    "{count} ketentuan rancangan mengulang ketentuannya: {units}",
    "{count} provisions of the draft repeat its provisions: {units}",
)


def find_overlaps(
    case: Case, settings: Settings
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Find duplicates, paraphrases and re-regulated matters (T-01, T-02, T-06)."""
    weights = weigh(case.passages.values())
    found: dict[Pair, Overlap] = {}
    aside: list[Suppressed] = []
    for pair in case.pairs:
        relation = case.relations.get(case.passages[pair.right].regulation)
        if relation and relation.kinds & PARENT:
            if pair.score >= settings.noteworthy_score:
                code = parent_code(case.passages[pair.left], case.passages[pair.right])
                aside.append(Suppressed(code, pair.left, pair.right, pair.score))
        elif overlap := find_overlap(pair, case.passages, case.norms, weights, settings):
            found[pair] = overlap
        elif is_same_definition(case, pair):
            aside.append(Suppressed("N-03", pair.left, pair.right, pair.score))
    regimes = find_regimes(case, count_common(case, found))
    rivals = {finding.right.key for finding in regimes if finding.right}
    listed, folded = fold(case, found, rivals)
    findings = [overlap_finding(case, pair, overlap) for pair, overlap in listed.items()]
    return (*findings, *(add_folded(case, one, folded) for one in regimes)), tuple(aside)


def parent_code(left: Passage, right: Passage) -> str:
    """Return why likeness to the parent is no fault: definition, lead-in or delegated detail."""
    if is_definition(left) and is_definition(right):
        return "N-01"
    return "N-02" if set(content_keys(right.text)) <= set(content_keys(left.text)) else "N-05"


def is_same_definition(case: Case, pair: Pair) -> bool:
    """Tell whether a pair is one definition in two regulations."""
    left, right = case.passages[pair.left], case.passages[pair.right]
    both = is_definition(left) and is_definition(right)
    return both and content_keys(left.text) == content_keys(right.text)


def count_common(case: Case, found: Mapping[Pair, Overlap]) -> Common:
    """Count for each counterpart the norms of the draft that it states too."""
    norms: dict[str, set[str]] = defaultdict(set)
    for pair in found:
        norms[case.passages[pair.right].regulation].add(pair.left)
    own = [
        passage
        for passage in case.passages.values()
        if passage.regulation == case.draft.id
        and not is_definition(passage)
        and not formula_code(passage)
    ]
    return Common({id_: len(units) for id_, units in norms.items()}, len(own))


def fold(
    case: Case, found: Mapping[Pair, Overlap], rivals: set[str]
) -> tuple[dict[Pair, Overlap], dict[str, list[str]]]:
    """Take out the copies that a T-06 explains, where they are too many to list.

    Amending acts count with their base. Returns the overlaps to list, and the folded units of
    the draft by counterpart.
    """
    base = {link.source: link.target for link in case.links if link.role is Role.MENGUBAH}
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in found:
        regulation = case.passages[pair.right].regulation
        owner = base.get(regulation, regulation).partition("#")[0]
        if owner in rivals:
            groups[owner].append(pair)
    many = {owner: pairs for owner, pairs in groups.items() if len(pairs) > MAX_LISTED}
    gone = {pair for pairs in many.values() for pair in pairs}
    units = {owner: [pair.left for pair in pairs] for owner, pairs in many.items()}
    return {pair: overlap for pair, overlap in found.items() if pair not in gone}, units


def add_folded(case: Case, finding: Finding, folded: Mapping[str, list[str]]) -> Finding:
    """Name in a T-06 the units whose copies it stands for."""
    units = list(dict.fromkeys(folded.get(finding.right.key, ()))) if finding.right else []
    if not units:
        return finding
    listed = ", ".join(cite_path(unit.partition("#")[2]) for unit in units)
    sentence = FOLDED[case.lang == "en"].format(count=len(units), units=listed)
    return replace(finding, reason=f"{finding.reason} {sentence}.")


def overlap_finding(case: Case, pair: Pair, overlap: Overlap) -> Finding:
    """Word one T-01 or T-02."""
    left, right = case.passages[pair.left], case.passages[pair.right]
    evidence = Evidence(
        left=quote_of(left),
        right=quote_of(right),
        confidence=overlap.confidence,
        detail=name_shared(left, right, overlap, case.lang),
        relation=case.relations.get(right.regulation),
        score=pair.score,
    )
    return make_finding(overlap.code, evidence, case.lang)


def name_shared(left: Passage, right: Passage, overlap: Overlap, lang: str) -> str:
    """Name the counterpart and, for a paraphrase, the words they share as the draft prints them."""
    if overlap.code == "T-01":
        return cite_unit(right.key)
    printed: dict[str, str] = {}
    for word in WORD.findall(left.text):
        printed.setdefault(marked_key(word), word.lower())
    words = [printed[key] for key in overlap.shared if key in printed][:MAX_WORDS]
    return SHARED[lang == "en"].format(counterpart=cite_unit(right.key), words=", ".join(words))
