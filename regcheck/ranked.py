"""The overlaps of a corpus in the order in which a lawyer would want to read them."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from regcheck.check.bases import year_of
from regcheck.check.lawful import lawful_code
from regcheck.check.overlap import Matter, as_compared, compare_content
from regcheck.check.overlap import Overlap as Alike
from regcheck.check.parentage import CHILD, PARENT, add_basis, find_bases
from regcheck.check.regimes import amending_acts, is_same_matter
from regcheck.check.repetition import MIN_REPEATED, parent_code
from regcheck.check.replaced import REPLACED
from regcheck.check.siblings import holds_elsewhere
from regcheck.check.substance import LIKELY, TOLD, Opinion, acts_code, explain, judge, pair_code
from regcheck.check.survivors import SURVIVING
from regcheck.check.words import weigh
from regcheck.domain import Head, Link, Pair, Relation, Status
from regcheck.former import Former, find_former
from regcheck.glossaries import define, spell_known
from regcheck.law import Register
from regcheck.library import Library
from regcheck.overlaps import Overlaps
from regcheck.pipeline import LazyNorms
from regcheck.shelf import list_heads, read_current
from regcheck.store import Corpus

#: Provisions are consecutive if no more than this many places lie between them.
GAP = 2
#: The wording of many regulations, an act made for another region, one matter regulated twice.
FORMULA, ELSEWHERE, AGAIN = "N-03", "N-09", "T-06"
Sides = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive provisions of one regulation that meet consecutive ones of another.

    ``pairs`` in the order of the left text; ``best`` is the likeliest of them, ``opinion`` what
    the model says of it.
    """

    pairs: tuple[Pair, ...]
    best: Pair
    opinion: Opinion


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two regulations that overlap; ``left`` was added later.

    ``weight``, in ``[0, 1]``, orders the list: the probability of the likeliest pair, lowered
    where one act carries out the other. ``runs`` come likeliest first. ``code`` is the N-code of a
    group that was set aside, or T-06 where both regulate one matter and neither repeals the other.
    ``ground`` tells why a group was set aside where that is inferred: the regulation, and the act
    that replaced it or that it carries out.
    """

    left: str
    right: str
    weight: float
    runs: tuple[Run, ...]
    relation: Relation
    code: str = ""
    ground: Sides = ("", "")

    @property
    def likely(self) -> int:
        """The number of runs that are likely overlaps."""
        return sum(run.opinion.probability >= LIKELY for run in self.runs)


@dataclass(frozen=True)
class Ranked:
    """The judged overlaps of a corpus.

    ``opinions`` are of the pairs that no N-code sets aside, ``aside`` the N-codes of the others
    that few regulations share; ``again`` are the regulations of one matter, ``former`` those of
    yesterday. ``library`` has the passages of these pairs; those of formulae it takes from the
    corpus, which must be open, when they are asked for.
    """

    found: Overlaps
    matter: Matter
    relations: Mapping[Sides, Relation]
    opinions: Mapping[Pair, Opinion]
    aside: Mapping[Pair, str]
    again: Set[Sides]
    former: Former
    library: Library

    @cached_property
    def groups(self) -> tuple[Overlap, ...]:
        """All pairs of regulations that are listed, the weightiest first."""
        made = (self.to_group(sides, pairs) for sides, pairs in group(self.opinions).items())
        told = (one for one in made if one.runs)
        return tuple(sorted(told, key=lambda one: (-one.weight, -one.likely, one.left, one.right)))

    @property
    def untold(self) -> int:
        """The number of pairs of provisions in no run that is listed, too unlikely to be told."""
        return len(self.opinions) - sum(len(run.pairs) for one in self.groups for run in one.runs)

    @property
    def likely(self) -> int:
        """The number of pairs of regulations with a likely overlap."""
        return sum(one.likely > 0 for one in self.groups)

    @cached_property
    def hidden(self) -> Counter[str]:
        """The pairs of provisions that were set aside, counted by N-code."""
        counts = Counter(self.aside.values())
        counts[FORMULA] += self.found.formulae
        return +counts

    def suppressed(self, limit: int | None = None) -> Iterator[Overlap]:
        """Yield what was set aside, so many pairs of regulations of each code; formulae last."""
        codes: dict[str, list[Pair]] = defaultdict(list)
        for pair, code in self.aside.items():
            codes[code].append(pair)
        for code in sorted(codes):
            for sides, pairs in islice(sorted(group(codes[code]).items()), limit):
                yield self.to_aside(sides, pairs, code)
        yield from self.common(limit)

    def common(self, limit: int | None) -> Iterator[Overlap]:
        """Yield the wordings that many regulations share, by pair of regulations."""
        groups = tuple(islice(self.found.common_groups(), limit))
        keys = {key for one in groups for pair in one.pairs for key in (pair.left, pair.right)}
        if missing := keys - self.library.texts.keys():
            deque(self.library.take(missing), maxlen=0)
        for one in groups:
            yield self.to_aside((one.left, one.right), one.pairs, FORMULA)

    def to_aside(self, sides: Sides, pairs: Sequence[Pair], code: str) -> Overlap:
        """Return a group that was set aside."""
        runs = self.to_runs(pairs, dict.fromkeys(pairs, Opinion(code, 0.0)).__getitem__)
        return Overlap(*sides, 0.0, runs, self.relation(sides), code, self.ground(sides, code))

    def ground(self, sides: Sides, code: str) -> Sides:
        """Return the regulation of yesterday that a code is due to, and what shows it as such."""
        table = {REPLACED: self.former.replaced, SURVIVING: self.former.survivors}.get(code, {})
        return next(((one, table[one]) for one in sides if one in table), ("", ""))

    def to_group(self, sides: Sides, pairs: Sequence[Pair]) -> Overlap:
        """Return a group that is listed."""
        runs = self.to_runs(pairs, self.opinions.__getitem__)
        runs = tuple(run for run in runs if run.opinion.probability >= TOLD)
        weight = max((run.opinion.weight for run in runs), default=0.0)
        code = AGAIN if sides in self.again else ""
        return Overlap(*sides, round(weight, 6), runs, self.relation(sides), code)

    def relation(self, sides: Sides) -> Relation:
        """Return how the right regulation stands to the left."""
        beside = Relation(frozenset(), "", firm=False, comparable=True)
        return self.relations.get(sides, beside)

    def to_runs(self, pairs: Sequence[Pair], opinion: Callable[[Pair], Opinion]) -> tuple[Run, ...]:
        """Return pairs as runs of consecutive provisions, the likeliest first."""
        ordered = sorted(pairs, key=lambda pair: (self.place(pair.left), self.place(pair.right)))
        chains: list[list[Pair]] = []
        for pair in ordered:
            chain = next((one for one in reversed(chains) if self.follows(one[-1], pair)), None)
            if chain:
                chain.append(pair)
            else:
                chains.append([pair])
        runs = []
        for chain in chains:
            best = min(chain, key=lambda pair: (-opinion(pair).probability, -pair.score, pair.left))
            runs.append(Run(tuple(chain), best, opinion(best)))
        return tuple(sorted(runs, key=lambda run: (-run.opinion.probability, run.best.left)))

    def place(self, key: str) -> int:
        """Return where a provision stands in the corpus."""
        return self.library.places.get(key, -1)

    def follows(self, first: Pair, second: Pair) -> bool:
        """Tell whether one pair continues another on both sides."""
        left = self.place(second.left) - self.place(first.left)
        right = self.place(second.right) - self.place(first.right)
        return 0 <= left <= GAP and abs(right) <= GAP

    def reason(self, one: Overlap, run: Run, lang: str) -> str:
        """Say in one line why a run is listed."""
        return explain(run.best, self.matter, one.relation, lang)


def group(pairs: Iterable[Pair]) -> dict[Sides, list[Pair]]:
    """Return pairs of provisions by their regulations."""
    groups: dict[Sides, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[owners_of(pair)].append(pair)
    return groups


def owners_of(pair: Pair) -> Sides:
    """Return the ids of the regulations of a pair."""
    return pair.left.partition("#")[0], pair.right.partition("#")[0]


def rank_overlaps(corpus: Corpus, found: Overlaps) -> Ranked:
    """Judge the similar provisions of a corpus: set aside what is no fault, order the rest.

    Set aside and counted are formulae (N-03), what a lower act elaborates (N-04), versions and
    repealed acts (N-07), annual series (N-08), acts on offices (N-09), transition rules (N-06),
    definitions (N-01, N-10), what an act repeats of its basis to lead in its details (N-02, N-05),
    and rules that outlive the acts they carry out (N-16). The others get the probability
    of ``check.substance``.
    """
    pairs = found.own_pairs()
    met = dict.fromkeys(key for pair in pairs for key in (pair.left, pair.right))
    library = Library(read_current(corpus))
    known = define(library.take(met.keys()))
    passages = as_compared(spell_known((library.texts[key] for key in met), known))
    heads = {head.id: head for head in list_heads(corpus)}
    titles = {id_: head.identity.tentang for id_, head in heads.items()}
    matter = Matter(passages, LazyNorms(passages), titles, weigh(passages.values()))
    relations = relate(pairs, heads, corpus)
    year, former = newest_year(heads.values()), find_former(corpus, heads)
    same = find_again(relations, heads, relations, corpus.links())
    codes = {
        sides: code_of(sides, heads, relation, year)
        or ("" if sides in same else former_code(sides, former))
        for sides, relation in relations.items()
    }
    aside = {
        pair: code
        for pair in pairs
        if (code := codes[owners_of(pair)] or pair_code(pair, matter, relations[owners_of(pair)]))
    }
    opinions = {
        pair: judge(pair, matter, relations[owners_of(pair)]) for pair in pairs if pair not in aside
    }
    lawful = find_lawful(opinions, matter, relations) | find_allowed(opinions, matter, relations)
    aside |= lawful
    opinions = {pair: opinion for pair, opinion in opinions.items() if pair not in lawful}
    return Ranked(found, matter, relations, opinions, aside, same, former, library)


def former_code(sides: Sides, former: Former) -> str:
    """Return the N-code of two regulations of which one is the law of yesterday, or nothing.

    What outlives its parent is replaced by later law alone (N-16).
    """
    if former.replaced.keys() & sides:
        return REPLACED
    left, right = sides
    for one, other in ((left, right), (right, left)):
        if one in former.survivors and (other in former.survivors or is_later(other, one)):
            return SURVIVING
    return ""


def is_later(id_: str, other: str) -> bool:
    """Tell whether a regulation is of a later year than another, or of an unknown one."""
    mine, theirs = year_of(id_), year_of(other)
    return not (mine.isdecimal() and theirs.isdecimal()) or mine > theirs


def find_again(
    sides: Iterable[Sides],
    heads: Mapping[str, Head],
    relations: Mapping[Sides, Relation],
    links: Sequence[Link],
) -> Set[Sides]:
    """Return the pairs of regulations that regulate one matter twice (T-06)."""
    amending = amending_acts(links)
    return {
        (left, right)
        for left, right in sides
        if is_same_matter(heads[left], heads[right], relations[left, right], amending)
    }


def find_lawful(
    opinions: Mapping[Pair, Opinion], matter: Matter, relations: Mapping[Sides, Relation]
) -> dict[Pair, str]:
    """Return the N-codes of what an act may repeat of the act that it is made under.

    Lampiran II no. 216 allows what leads in the details; what copies more than that stays (T-04).
    """
    lawful: dict[Pair, str] = {}
    for sides, pairs in group(opinions).items():
        kinds = relations[sides].kinds
        if not kinds & PARENT:
            continue
        child = 0 if kinds & CHILD else 1
        copies = {pair for pair in pairs if opinions[pair].copied}
        many = len({(pair.left, pair.right)[child] for pair in copies}) >= MIN_REPEATED
        for pair in pairs:
            if not (many and pair in copies):
                keys = (pair.left, pair.right)
                own, other = (matter.passages[keys[side]] for side in (child, 1 - child))
                lawful[pair] = parent_code(own, other)
    return lawful


def find_allowed(
    opinions: Mapping[Pair, Opinion], matter: Matter, relations: Mapping[Sides, Relation]
) -> dict[Pair, str]:
    """Return the N-codes of what two acts may both say though neither is made under the other."""
    allowed: dict[Pair, str] = {}
    for pair, opinion in opinions.items():
        if relations[owners_of(pair)].kinds & PARENT:
            continue
        one, other = matter.passages[pair.left], matter.passages[pair.right]
        shared = compare_content(one.text, other.text, matter.weights).shared
        alike = Alike(opinion.code, opinion.probability, shared)
        if code := lawful_code(alike, pair, matter):
            allowed[pair] = code
    return allowed


def relate(
    pairs: Iterable[Pair], heads: Mapping[str, Head], corpus: Corpus
) -> dict[Sides, Relation]:
    """Say of each pair of regulations how the right one stands to the left."""
    counterparts: dict[str, set[str]] = defaultdict(set)
    for left, right in map(owners_of, pairs):
        counterparts[left].add(right)
    register = Register({id_: head.identity for id_, head in heads.items()}, corpus.links())
    bases = find_bases(corpus.links())
    return {
        (left, right): add_basis(relation, left, right, bases)
        for left, others in counterparts.items()
        for right, relation in register.relate(
            left, heads[left].identity, among=sorted(others)
        ).items()
    }


def newest_year(heads: Iterable[Head]) -> int:
    """Return the year of the newest act; 0 if no year is known."""
    years = (head.identity.tahun for head in heads)
    return max((int(year) for year in years if year.isdecimal()), default=0)


def code_of(sides: Sides, heads: Mapping[str, Head], relation: Relation, year: int) -> str:
    """Return the N-code of two regulations as the law stands in a year, or an empty text."""
    left, right = (heads[id_] for id_ in sides)
    if holds_elsewhere(left.identity, right.identity):
        return ELSEWHERE
    statuses: tuple[Status, ...] = (left.standing.status, right.standing.status)
    return acts_code(relation, (left.identity.tentang, right.identity.tentang), statuses, year)
