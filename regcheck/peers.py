"""Models from other regions: what they say as a draft does, and where the draft departs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from regcheck.check.changes import compare_clauses
from regcheck.domain import (
    CheckResult,
    Departure,
    Pair,
    Passage,
    Peer,
    Peers,
    PeerUnit,
    Regulation,
    RegulationId,
    Status,
)
from regcheck.glossaries import spell_draft
from regcheck.intake import parse_file
from regcheck.parse import find_passages
from regcheck.pipeline import LazyNorms, check_regulations, relate_all
from regcheck.regions import region_name
from regcheck.settings import Settings
from regcheck.shelf import Shelf, load_shelf
from regcheck.store import Corpus

#: Provisions of other regions with at least this cosine are counterparts.
COUNTERPART_SCORE = 0.5
#: The same over the words that few regulations use: what shows that both speak of one subject.
#: How many regulations use a wording does not count here: a good model is copied by many.
SUBJECT_SCORE = 0.3
#: A model says so large a share of what the draft says, in at least so many provisions: a common
#: clause or two, such as those on investigators, make no model.
MODEL_SHARE, MODEL_UNITS = 0.1, 2
#: So many models are shown, the best; the others are counted.
MOST_MODELS = 3
#: What every regulation has and no model is needed for; it is neither counted nor missed.
COMMONPLACE = {"definisi", "peralihan", "penutup"}
#: The law no longer says it.
GONE = {Status.DICABUT, Status.TIDAK_MENGIKAT}


def check_with_peers(
    path: Path, corpus: Corpus, settings: Settings, override_id: str = ""
) -> CheckResult:
    """Check one draft as ``check_file`` does, and add models from other regions.

    Raises:
        UnreadableFileError: The draft cannot be read.
        CorpusError: The corpus cannot be used.
    """
    regulations = parse_file(path, override_id, settings)
    shelf = load_shelf(corpus, settings)
    result = check_regulations(regulations, shelf, settings)
    return replace(result, peers=find_peers(regulations[0], shelf))


def find_peers(draft: Regulation, shelf: Shelf) -> Peers:
    """Return the regulations of other regions, not meeting the draft's, which resemble it most.

    Such regulations never overlap with the draft in force; they show how others have put it.
    Provisions that were amended or repealed are left out, and regulations that were repealed.
    """
    spelled = spell_draft(find_passages(draft), shelf.abbreviations)
    passages = {one.key: one for one in spelled}
    counted = [one for one in passages.values() if one.norm_type not in COMMONPLACE]
    matched = match_models(counted, draft, shelf)
    gone = [id_ for id_ in matched if shelf.heads[id_].standing.status in GONE]
    shown = {
        id_: [pair.rare for pair in pairs if pair.rare >= SUBJECT_SCORE]
        for id_, pairs in matched.items()
        if id_ not in gone
    }
    least = max(MODEL_UNITS, MODEL_SHARE * len(counted))
    enough = {id_: sum(scores) for id_, scores in shown.items() if len(scores) >= least}
    best = sorted(enough, key=lambda id_: (-enough[id_], id_))
    reader = Reader({**passages, **shelf.passages}, draft.identity.wilayah)
    models = tuple(
        describe(shelf, id_, units_of(shelf, id_, matched[id_], reader), len(counted))
        for id_ in best[:MOST_MODELS]
    )
    skipped = {
        "peers_gone": len(gone),
        "peers_slight": len(matched) - len(gone) - len(enough),
        "peers_further": len(best) - len(models),
    }
    return Peers(models, tuple((name, count) for name, count in skipped.items() if count))


def match_models(
    passages: Sequence[Passage], draft: Regulation, shelf: Shelf
) -> dict[str, tuple[Pair, ...]]:
    """Return the provisions and their counterparts, by regulation of another region."""
    relations = relate_all(draft, shelf)
    found: dict[str, list[Pair]] = defaultdict(list)
    for pair in shelf.index.find_pairs(passages, COUNTERPART_SCORE):
        theirs = shelf.passages[pair.right]
        law = pair.right not in shelf.superseded and theirs.norm_type not in COMMONPLACE
        if law and not relations[theirs.regulation].comparable:
            found[theirs.regulation].append(pair)
    return {id_: match(pairs) for id_, pairs in found.items()}


def match(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return the best pairs in which no provision of either side stands twice.

    >>> pairs = [Pair("a", "x", 0.9), Pair("a", "y", 0.8), Pair("b", "y", 0.7)]
    >>> [(pair.left, pair.right) for pair in match(pairs)]
    [('a', 'x'), ('b', 'y')]
    """
    taken: set[str] = set()
    chosen = []
    for pair in sorted(pairs, key=lambda one: (-one.score, one.left, one.right)):
        if not {pair.left, pair.right} & taken:
            taken |= {pair.left, pair.right}
            chosen.append(pair)
    return tuple(chosen)


@dataclass(frozen=True)
class Reader:
    """What is needed to compare wordings: all provisions by key, and the draft's region."""

    passages: Mapping[str, Passage]
    wilayah: str

    @cached_property
    def norms(self) -> LazyNorms:
        """The frames of the provisions, each read when it is asked for."""
        return LazyNorms(self.passages)

    def depart(self, ours: Passage, theirs: Passage) -> tuple[Departure, ...]:
        """Return what two provisions say differently; that each names its own region is none."""
        text = rename(theirs.text, RegulationId.from_str(theirs.regulation).wilayah, self.wilayah)
        norms = self.norms[ours.key], self.norms[theirs.key]
        changes = compare_clauses(ours.text, norms[0], text, norms[1]).changes
        return tuple(Departure(one.kind, one.left, one.right) for one in changes)


def rename(text: str, theirs: str, ours: str) -> str:
    """Return a text that names one region where it named another.

    >>> rename("Dinas Provinsi Bali dan Pemerintah BALI", "bali", "riau")
    'Dinas Provinsi Riau dan Pemerintah Riau'
    """
    if not theirs or not ours:
        return text
    there, here = (region_name(slug).partition(" ")[2] for slug in (theirs, ours))
    return re.sub(rf"\b{re.escape(there)}\b", here, text, flags=re.IGNORECASE)


def units_of(shelf: Shelf, id_: str, pairs: Sequence[Pair], reader: Reader) -> Iterator[PeerUnit]:
    """Yield the provisions of a model with their counterparts, and those the draft lacks."""
    found = {pair.right: pair for pair in pairs}
    for theirs in shelf.passages.values():
        if theirs.regulation != id_ or theirs.key in shelf.superseded:
            continue
        if pair := found.get(theirs.key):
            ours = reader.passages[pair.left]
            yield PeerUnit(ours, theirs, pair.score, reader.depart(ours, theirs))
        elif theirs.norm_type not in COMMONPLACE:
            yield PeerUnit(None, theirs)


def describe(shelf: Shelf, id_: str, units: Iterable[PeerUnit], size: int) -> Peer:
    """Return a model for a draft of so many provisions."""
    listed = tuple(units)
    head = shelf.heads[id_]
    return Peer(
        id=id_,
        tentang=head.identity.tentang,
        status=head.standing.status,
        share=sum(one.ours is not None for one in listed) / max(1, size),
        quality=head.quality,
        structure=head.structure,
        units=listed,
    )
