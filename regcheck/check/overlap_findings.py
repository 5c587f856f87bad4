"""The overlaps of one draft: which to list, which to fold into a re-regulated matter (T-06)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from regcheck.check.catalogue import NO_RELATION, Evidence, make_finding
from regcheck.check.doubled import find_double_regimes
from regcheck.check.lawful import lawful_code
from regcheck.check.overlap import Matter, Overlap, as_compared, is_definition
from regcheck.check.parentage import PARENT, add_bases
from regcheck.check.reach import reach_code
from regcheck.check.regimes import Common, find_regimes
from regcheck.check.repetition import find_repetitions, parent_code
from regcheck.check.shares import find_shares, list_norms
from regcheck.check.substance import find_substantive, judge
from regcheck.check.survivors import SURVIVING
from regcheck.check.wording import quote_of
from regcheck.check.words import WORD, content_keys, marked_key, weigh
from regcheck.domain import Case, Finding, Pair, Passage, Relation, Role, Share, Suppressed
from regcheck.naming import cite_path, cite_unit
from regcheck.settings import Settings

#: Units copied from one counterpart beyond which one finding stands for them all.
MAX_LISTED = 5
#: Shared words named in a reason; enough to see what the two texts are about.
MAX_WORDS = 8
#: A pair less likely than this, by the model, is no finding: of those read on real drafts next to
#: none was one.
LIKELY = 0.35

SHARED = ("{counterpart}; kata pokok yang sama: {words}", "{counterpart}; shared words: {words}")
FOLDED = (
    "{count} ketentuan rancangan mengulang ketentuan peraturan itu: {units}",
    "{count} provisions of the draft repeat those of that regulation: {units}",
)


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
    regimes = find_regimes(case, count_common(case, found))
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


def sort_overlaps(
    case: Case, matter: Matter, repeated: Container[Pair], settings: Settings
) -> tuple[dict[Pair, Overlap], list[Suppressed]]:
    """Return the overlaps of a case beside those ``repeated``, and the pairs that are no fault."""
    found: dict[Pair, Overlap] = {}
    aside: list[Suppressed] = []
    for pair in case.pairs:
        if pair in repeated:
            continue
        relation = case.relations.get(case.passages[pair.right].regulation)
        code = ""
        if relation and relation.kinds & PARENT:
            if pair.score >= settings.noteworthy_score:
                code = parent_code(case.passages[pair.left], case.passages[pair.right])
        elif overlap := find_substantive(pair, matter, relation, settings):
            code = harmless_code(case, pair, overlap, matter)
            if not code and is_likely(pair, matter, relation):
                found[pair] = overlap
        elif is_same_definition(case, pair):
            code = "N-03"
        if code:
            aside.append(Suppressed(code, pair.left, pair.right, pair.score))
    return found, aside


def harmless_code(case: Case, pair: Pair, overlap: Overlap, matter: Matter) -> str:
    """Return the N-code of an overlap that a lawyer asks nothing about, or an empty text."""
    left, right = matter.passages[pair.left], matter.passages[pair.right]
    if right.regulation in case.survivors:
        return SURVIVING
    titles = matter.titles.get(left.regulation, ""), matter.titles.get(right.regulation, "")
    relation = case.relations.get(right.regulation)
    return lawful_code(overlap, pair, matter) or reach_code(left, right, titles, relation)


def is_likely(pair: Pair, matter: Matter, relation: Relation | None) -> bool:
    """Tell whether the model thinks a pair likely enough to be told as a fault of a draft."""
    return judge(pair, matter, relation or NO_RELATION).probability >= LIKELY


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

    Those between one pasal and another are one fault, and so are many: the surest names the
    others, or the T-06 that they are ``folded`` into does.
    """
    if not is_many(pairs):
        groups = group_by_pasal(pairs)
        return [
            name_units(overlap_finding(case, one[0], found[one[0]]), one, case) for one in groups
        ]
    if folded:
        return []
    return [add_units(overlap_finding(case, pairs[0], found[pairs[0]]), pairs, case)]


def group_by_pasal(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return pairs by the pasal on both sides, in the order of the first of each."""
    groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pasal_of(pair.left), pasal_of(pair.right)].append(pair)
    return list(groups.values())


def pasal_of(key: str) -> str:
    """Return the key of the pasal that holds a unit, or of the unit itself.

    >>> pasal_of("perda/bali/2011/5#pasal-3/ayat-2"), pasal_of("perda/bali/2011/5#pasal-3")
    ('perda/bali/2011/5#pasal-3', 'perda/bali/2011/5#pasal-3')
    """
    return key.partition("/ayat-")[0]


def add_units(finding: Finding, pairs: Sequence[Pair], case: Case) -> Finding:
    """Name in a finding the units of the draft whose overlaps it stands for, if they are many."""
    return name_units(finding, pairs, case) if is_many(pairs) else finding


def name_units(finding: Finding, pairs: Sequence[Pair], case: Case) -> Finding:
    """Name in a finding the units of the draft it stands for, if there is more than one."""
    units = sorted({pair.left for pair in pairs}, key=list(case.passages).index)
    if len(units) < 2:
        return finding
    paths = [cite_path(unit.partition("#")[2]) for unit in units]
    listed = ("; " if any("," in path for path in paths) else ", ").join(paths)
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
