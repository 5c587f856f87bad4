"""The corridor to the law of yesterday: acts that no clause ends, rules whose ground is gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from regcheck.check.lapses import find_lapsed
from regcheck.check.replaced import find_replaced
from regcheck.check.survivors import GONE, find_survivors
from regcheck.domain import Head, RegulationId, Role, Status
from regcheck.domain.state import Named
from regcheck.instruments import normalise_nomor
from regcheck.law.titles import changed_act
from regcheck.standings import LawOfDay
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
    law, links, named = LawOfDay(corpus, as_of), corpus.links(), named_acts(corpus)
    void = {one.id for one in law.known.values() if one.status is Status.TIDAK_MENGIKAT}
    void |= {id_ for id_, head in heads.items() if head.standing.status is Status.TIDAK_MENGIKAT}
    replaced = find_replaced(heads, named, int(law.day[:4]), void)
    replaced |= find_lapsed(heads, links, law.day)
    bases = {
        link.target.partition("#")[0]
        for link in links
        if link.role in (Role.DASAR_HUKUM, Role.MELAKSANAKAN)
    }
    gone = {one for one in bases if one in replaced or law.force(one).status in GONE}
    gone |= gone_changes(named, gone)
    titles = {one.target: one.title for one in named}
    titles |= {id_: head.identity.tentang for id_, head in heads.items()}
    return Former(replaced, find_survivors(heads, links, gone, titles))


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
