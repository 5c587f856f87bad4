"""The overlaps of one draft: which to list, which to fold into a re-regulated matter (T-06)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from regcheck.check.catalogue import NO_RELATION, Evidence, make_finding
from regcheck.check.doubled import find_double_regimes
from regcheck.check.lawful import lawful_code
from regcheck.check.overlap import (
    Matter,
    Overlap,
    as_compared,
    changes_object,
    compare_content,
    compare_order,
    differs_in_force,
    find_overlap,
    is_definition,
    is_other_step,
)
from regcheck.check.parentage import PARENT, add_bases
from regcheck.check.reach import PATTERN, is_of_one_region, reach_code
from regcheck.check.regimes import Common, find_regimes
from regcheck.check.repetition import find_repetitions, parent_code
from regcheck.check.replaced import REPLACED
from regcheck.check.shares import find_shares, list_norms
from regcheck.check.substance import find_substantive, judge
from regcheck.check.survivors import SURVIVING
from regcheck.check.wording import name_counterpart, quote_of
from regcheck.check.words import WORD, content_keys, marked_key, weigh
from regcheck.domain import Case, Finding, Pair, Passage, Relation, Role, Share, Suppressed
from regcheck.naming import cite_path
from regcheck.settings import Settings

#: Units copied from one counterpart beyond which one finding stands for them all.
MAX_LISTED = 5
#: Shared words named in a reason; enough to see what the two texts are about.
MAX_WORDS = 8
#: Between acts of different regions or ranks a pair less likely than this, by the model, is taken
#: for a pattern: of 40 such pairs read on real drafts two were overlaps.
LIKELY_ENOUGH = 0.25

#: The number of a pasal in a path.
#:
#: takes    pasal-12/ayat-2      pasal-I/pasal-7A
#: refuses  pasal-I
PASAL = re.compile(r"\bpasal-(\d+)")

COPIED = ("; bunyinya sama atau hampir sama", "; the wording is the same, or nearly so")
SHARED = ("; kata pokok yang sama: {words}", "; shared words: {words}")
FOLDED = (
    "{count} ketentuan rancangan sama dengan ketentuan peraturan itu: {units}",
    "{count} provisions of the draft agree with provisions of that regulation: {units}",
)
TWINS = ("{mine} dengan {theirs}", "{mine} with {theirs}")


class Overlaps(NamedTuple):
    """What a draft says that others say too: findings, what is no fault, and the shares of it."""

    findings: tuple[Finding, ...]
    aside: tuple[Suppressed, ...]
    shares: tuple[Share, ...]


def find_overlaps(case: Case, settings: Settings) -> Overlaps:
    """Find duplicates, paraphrases, repeated parents and re-regulated matters (T-01 … T-06)."""
    case = add_bases(case)
    matter = to_matter(case)
    repetitions, repeated = find_repetitions(case, matter, settings)
    found, aside = sort_overlaps(case, matter, repeated, settings)
    regimes = find_regimes(nameable(case, settings.as_of), count_common(case, found))
    surest = sorted(found, key=lambda pair: -found[pair].confidence)
    groups = group_by_counterpart(case, surest)
    rivals = {finding.right.key: finding for finding in regimes if finding.right}
    findings = [add_units(one, groups.get(key, ()), case) for key, one in rivals.items()]
    for counterpart, pairs in groups.items():
        findings += list_overlaps(case, pairs, found, folded=counterpart in rivals)
    return Overlaps(
        (*findings, *repetitions, *find_double_regimes(case)),
        tuple(aside),
        find_shares(case, group_by_counterpart(case, (*found, *repeated))),
    )


def nameable(case: Case, as_of: str) -> Case:
    """Return a case with those acts only that a draft of a day can repeal.

    Their number and year are known, and they are not of the years after the day.
    """
    heads = {
        id_: head
        for id_, head in case.heads.items()
        if head.identity.nomor and "" < head.identity.tahun <= (as_of[:4] or head.identity.tahun)
    }
    return replace(case, heads=heads)


def sort_overlaps(
    case: Case, matter: Matter, repeated: Container[Pair], settings: Settings
) -> tuple[dict[Pair, Overlap], list[Suppressed]]:
    """Return the overlaps of a case beside those ``repeated``, and the pairs that are no fault."""
    found: dict[Pair, Overlap] = {}
    aside: list[Suppressed] = []
    for pair in (one for one in case.pairs if one not in repeated):
        relation = case.relations.get(case.passages[pair.right].regulation)
        code = ""
        if relation and relation.kinds & PARENT:
            if pair.score >= settings.noteworthy_score:
                code = parent_code(case.passages[pair.left], case.passages[pair.right])
        elif overlap := find_told(pair, matter, relation, settings):
            code = harmless_code(case, pair, overlap, matter)
            found |= {} if code else {pair: overlap}
        elif is_same_definition(case, pair):
            code = "N-03"
        if code:
            aside.append(Suppressed(code, pair.left, pair.right, pair.score))
    return found, aside


def find_told(
    pair: Pair, matter: Matter, relation: Relation | None, settings: Settings
) -> Overlap | None:
    """Return the overlap of two provisions by the rules, or a copy that only the model sees.

    A copy counts unless force, measure, step or object differ. Of paraphrases that the model alone
    sees, a list of a whole corpus may tell; as faults of a draft they were mostly wrong.
    """
    if overlap := find_overlap(pair, matter, settings):
        return overlap
    copy = find_substantive(pair, matter, relation, settings)
    if copy is None or copy.code != "T-01":
        return None
    left, right = (matter.passages[key] for key in (pair.left, pair.right))
    norms = matter.norms[pair.left], matter.norms[pair.right]
    likeness = compare_content(left.text, right.text, matter.weights)
    likeness = compare_order(left.text, right.text, likeness, matter.weights)
    titles = (matter.titles.get(one.regulation, "") for one in (left, right))
    other = differs_in_force(*norms) or is_other_step(*norms) or changes_object(likeness, *titles)
    return None if other else copy


def harmless_code(case: Case, pair: Pair, overlap: Overlap, matter: Matter) -> str:
    """Return the N-code of an overlap that a lawyer asks nothing about, or an empty text."""
    left, right = matter.passages[pair.left], matter.passages[pair.right]
    if right.regulation in case.replaced:
        return REPLACED
    if right.regulation in case.survivors:
        return SURVIVING
    titles = matter.titles.get(left.regulation, ""), matter.titles.get(right.regulation, "")
    relation = case.relations.get(right.regulation, NO_RELATION)
    code = lawful_code(overlap, pair, matter) or reach_code(left, right, titles, relation)
    if code or is_of_one_region(left, right):
        return code
    return "" if judge(pair, matter, relation).probability >= LIKELY_ENOUGH else PATTERN


def to_matter(case: Case) -> Matter:
    """Return what the decisions on a case's pairs may look at."""
    titles = {id_: head.identity.tentang for id_, head in case.heads.items()}
    titles[case.draft.id] = case.draft.identity.tentang
    passages = as_compared(case.passages.values())
    return Matter(passages, case.norms, titles, weigh(passages.values()))


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
    return Common({id_: len(units) for id_, units in norms.items()}, len(list_norms(case)))


def group_by_counterpart(case: Case, pairs: Iterable[Pair]) -> dict[str, tuple[Pair, ...]]:
    """Return pairs in their order by counterpart; an amending act counts with its base."""
    base = {link.source: link.target for link in case.links if link.role is Role.MENGUBAH}
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        regulation = case.passages[pair.right].regulation
        groups[base.get(regulation, regulation).partition("#")[0]].append(pair)
    return {owner: tuple(group) for owner, group in groups.items()}


def is_many(pairs: Iterable[Pair]) -> bool:
    """Tell whether so many units of the draft are copied that they are one fault."""
    return len({pair.left for pair in pairs}) > MAX_LISTED


def list_overlaps(
    case: Case, pairs: Sequence[Pair], found: Mapping[Pair, Overlap], *, folded: bool
) -> list[Finding]:
    """Return the findings on one counterpart.

    Those of one code between one run of pasal and another are one fault, and so are many: the
    surest names the others, or the T-06 that they are ``folded`` into does.
    """
    if not is_many(pairs):
        codes = dict.fromkeys(found[pair].code for pair in pairs)
        runs = [
            run
            for code in codes
            for run in group_runs([pair for pair in pairs if found[pair].code == code])
        ]
        return [name_units(overlap_finding(case, run[0], found[run[0]]), run, case) for run in runs]
    if folded:
        return []
    return [add_units(overlap_finding(case, pairs[0], found[pairs[0]]), pairs, case)]


def group_runs(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return pairs by the run of pasal that they stand in, both in the order in which they came.

    A run goes on with the same or the next pasal of the draft, and with the same pasal of the
    counterpart or one beside it.

    >>> keys = [("x/1#pasal-4", "y/2#pasal-9"), ("x/1#pasal-8", "y/2#pasal-1")]
    >>> keys += [("x/1#pasal-5/ayat-1", "y/2#pasal-10")]
    >>> [[one.left for one in run] for run in group_runs([Pair(*key, 0.9, 0.9) for key in keys])]
    [['x/1#pasal-4', 'x/1#pasal-5/ayat-1'], ['x/1#pasal-8']]
    """
    order = {pair: number for number, pair in enumerate(pairs)}
    runs: list[list[Pair]] = []
    for pair in sorted(pairs, key=lambda one: (*place_of(one), order[one])):
        if runs and continues(runs[-1][-1], pair):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return sorted(
        (sorted(run, key=order.__getitem__) for run in runs), key=lambda run: order[run[0]]
    )


def place_of(pair: Pair) -> tuple[str, int, int]:
    """Return the counterpart of a pair, and the numbers of its pasal in the draft and there."""
    return pair.right.partition("#")[0], pasal_number(pair.left), pasal_number(pair.right)


def continues(before: Pair, pair: Pair) -> bool:
    """Tell whether a pair goes on where another stands."""
    (act, mine, theirs), (other, ours, yours) = place_of(before), place_of(pair)
    return act == other and ours - mine in (0, 1) and abs(yours - theirs) <= 1


def pasal_number(key: str) -> int:
    """Return the number of the innermost pasal of a unit, 0 where it has none.

    >>> pasal_number("perda/bali/2011/5#pasal-I/pasal-3A/ayat-2"), pasal_number("x/1#lampiran")
    (3, 0)
    """
    numbers = PASAL.findall(key.partition("#")[2])
    return int(numbers[-1]) if numbers else 0


def add_units(finding: Finding, pairs: Sequence[Pair], case: Case) -> Finding:
    """Name in a finding the units whose overlaps it stands for, if they are many."""
    return name_units(finding, pairs, case) if is_many(pairs) else finding


def name_units(finding: Finding, pairs: Sequence[Pair], case: Case) -> Finding:
    """Name in a finding the units it stands for, each with its counterpart, if there are several.

    Of a unit's counterparts the first is named.
    """
    first = {pair.left: pair.right for pair in reversed(pairs)}
    if len(first) < 2:
        return finding
    listed = "; ".join(
        TWINS[case.lang == "en"].format(
            mine=cite_path(unit.partition("#")[2]), theirs=cite_path(first[unit].partition("#")[2])
        )
        for unit in sorted(first, key=list(case.passages).index)
    )
    sentence = FOLDED[case.lang == "en"].format(count=len(first), units=listed)
    return replace(finding, reason=f"{finding.reason} {sentence}.")


def overlap_finding(case: Case, pair: Pair, overlap: Overlap) -> Finding:
    """Word one T-01, T-02 or T-03."""
    left, right = case.passages[pair.left], case.passages[pair.right]
    evidence = Evidence(
        left=quote_of(left),
        right=quote_of(right),
        confidence=overlap.confidence,
        detail=name_counterpart(case, right) + name_shared(left, overlap, case.lang),
        relation=case.relations.get(right.regulation),
        score=pair.score,
    )
    return make_finding(overlap.code, evidence, case.lang)


def name_shared(left: Passage, overlap: Overlap, lang: str) -> str:
    """Say that a copy is one, and name the words that others share as the draft prints them."""
    if overlap.code == "T-01":
        return COPIED[lang == "en"]
    printed: dict[str, str] = {}
    for word in WORD.findall(left.text):
        printed.setdefault(marked_key(word), word.lower())
    words = [printed[key] for key in overlap.shared if key in printed][:MAX_WORDS]
    return SHARED[lang == "en"].format(words=", ".join(words))
