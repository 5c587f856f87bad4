"""The corridor to the law of yesterday: acts that no clause ends, rules whose ground is gone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from regcheck.check.lapses import find_lapsed
from regcheck.check.replaced import find_replaced
from regcheck.check.survivors import GONE, find_survivors
from regcheck.domain import Head, RegulationId, Status
from regcheck.domain.state import Named
from regcheck.instruments import normalise_nomor
from regcheck.law.titles import changed_act
from regcheck.standings import law_of
from regcheck.store import Corpus
from regcheck.store.clauses import named_acts


@dataclass(frozen=True)
class Former:
    """What a corpus shows to be the law of yesterday, though nothing repeals it there.

    ``replaced`` are acts that a later one of the same title, or a day set by statute, took out of
    force, each with that act or clause; ``survivors`` the rules that carry out nothing but acts
    that are gone, each with the first of these.
    """

    replaced: Mapping[str, str] = field(default_factory=dict)
    survivors: Mapping[str, str] = field(default_factory=dict)


def find_former(corpus: Corpus, heads: Mapping[str, Head], as_of: str = "") -> Former:
    """Return what is the law of yesterday on a date (default: today)."""
    law, links, named = law_of(corpus, as_of), corpus.links(), named_acts(corpus)
    known = law.standings()
    void = {id_ for id_, one in known.items() if one.status is Status.TIDAK_MENGIKAT}
    replaced = find_replaced(heads, named, int(law.day[:4]), void)
    replaced |= find_lapsed(heads, links, law.day)
    ended = {id_ for id_, one in known.items() if one.status in GONE}
    gone = ended | replaced.keys()
    gone |= gone_changes(named, gone)
    titles = {id_: head.identity.tentang for id_, head in heads.items()} | usual_titles(named)
    survivors = find_survivors(heads, links, gone, titles)
    return Former(leave_out(replaced, ended), leave_out(survivors, ended))


def leave_out(found: Mapping[str, str], ended: Container[str]) -> dict[str, str]:
    """Return what was inferred of acts of which the end is not known anyway."""
    return {act: by for act, by in found.items() if act not in ended}


def usual_titles(named: Iterable[Named]) -> dict[str, str]:
    """Return the title by which most legal bases name an act, by id."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for one in named:
        told[one.target][one.title] += 1
    return {act: titles.most_common(1)[0][0] for act, titles in told.items()}


def gone_changes(named: Iterable[Named], gone: set[str]) -> set[str]:
    """Return the acts that by their titles change nothing but acts that are gone."""
    changed: dict[str, set[str]] = defaultdict(set)
    for one in named:
        deed, nomor, tahun = changed_act(one.title)
        if deed == "perubahan" and one.target.count("/") > 1:
            act = RegulationId.from_str(one.target)
            base = RegulationId(act.jenis, act.wilayah, tahun, normalise_nomor(nomor))
            changed[one.target].add(str(base))
    return {one for one, bases in changed.items() if bases <= gone}
