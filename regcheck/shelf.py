"""The middle of the corridor: regulations made ready for checking a draft against them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from regcheck.compare import VectorIndex
from regcheck.current import Current, read_current
from regcheck.dated import dates_of, drafts_of
from regcheck.domain import (
    Bygone,
    Head,
    Link,
    Passage,
    Regulation,
    Standing,
    Status,
    Superseded,
)
from regcheck.domain.graph import Reason
from regcheck.ended import list_ended, settled
from regcheck.former import Former, find_former
from regcheck.glossaries import Entries, define, spell_corpus, spell_draft
from regcheck.indexing import families_of, load_index
from regcheck.law import Register, SupersededTable, find_standings, find_superseded
from regcheck.parse import find_passages
from regcheck.settings import Settings
from regcheck.standings import find_annulled, find_bygones, list_heads
from regcheck.store import Corpus, find_links

__all__ = [
    "Shelf",
    "dates_of",
    "drafts_of",
    "head_of",
    "list_heads",
    "list_superseded",
    "load_shelf",
    "read_current",
    "shelve",
    "with_drafts",
]


@dataclass(frozen=True)
class Shelf:
    """A corpus, or a set of parsed files, made ready for checking drafts against it.

    The passages of an amended regulation are those of its consolidated text on the date ``as_of``;
    ``counts`` says how much of that was done, and what was left out. ``corpus`` is the corpus file
    that they come from, if any; ``annulled`` what courts did to regulations and their units,
    ``ended`` the units that are no more at their number, ``bygones`` the acts that only the
    built-in register says to be no longer in force, ``former`` those that are the law of yesterday
    though nothing says so.
    """

    heads: Mapping[str, Head]
    links: tuple[Link, ...]
    superseded: Mapping[str, Superseded]
    passages: Mapping[str, Passage]
    index: VectorIndex
    digest: str = ""
    name: str = ""
    drafts: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    corpus: Path | None = None
    as_of: str = ""
    annulled: Mapping[str, Reason] = field(default_factory=dict)
    ended: Mapping[str, Superseded] = field(default_factory=dict)
    bygones: Mapping[str, Bygone] = field(default_factory=dict)
    former: Former = field(default_factory=Former)

    @cached_property
    def register(self) -> Register:
        """The regulations on the shelf, made ready to relate drafts to them."""
        identities = {id_: head.identity for id_, head in self.heads.items()}
        return Register(identities, self.links)

    @cached_property
    def abbreviations(self) -> Entries:
        """What the regulations on the shelf abbreviate, by regulation."""
        return define(self.passages.values())


def load_shelf(corpus: Corpus, settings: Settings) -> Shelf:
    """Make a corpus ready for checking, as the law stands on the date of the settings."""
    current = read_current(corpus, settings.as_of)
    superseded = list_superseded(corpus, settings.as_of)
    heads = {head.id: head for head in list_heads(corpus, settings.as_of)}
    return Shelf(
        heads=heads,
        links=corpus.links(),
        superseded=SupersededTable(
            {
                key: one
                for key, one in superseded.items()
                if key.partition("#")[0] not in current.renditions
            }
        ),
        passages={passage.key: passage for passage in current.passages},
        index=load_index(corpus, current),
        digest=corpus.digest(),
        name=str(settings.corpus_path),
        counts={
            **count_current(current),
            "files_older": corpus.older_files(),
            "bygones": sum(head.standing.known is not None for head in heads.values()),
        },
        corpus=corpus.path,
        as_of=settings.as_of,
        annulled=find_annulled(corpus, settings.as_of),
        ended=settled(list_ended(corpus, settings.as_of)),
        bygones=find_bygones(corpus, settings.as_of),
        former=find_former(corpus, heads, settings.as_of),
    )


def count_current(current: Current) -> dict[str, int]:
    """Count what consolidating did, by the names of the coverage."""
    return {
        "consolidated": len(current.renditions),
        "provisions_gone": current.gone,
        "operations_unapplied": current.unapplied,
        "regulations_later": len(current.later),
        "unconsolidated": current.unconsolidated,
        "acts_unread": current.unread,
    }


def list_superseded(corpus: Corpus, as_of: str = "") -> Mapping[str, Superseded]:
    """Return, by key, the units whose printed text is no longer the law on a date."""
    identities = corpus.identities()
    return find_superseded(
        corpus.amendments(),
        corpus.links(),
        dates_of(identities),
        as_of,
        drafts_of(identities),
    )


def shelve(regulations: Sequence[Regulation], name: str) -> Shelf:
    """Make parsed regulations ready for checking, without a corpus file."""
    links = tuple(link for regulation in regulations for link in find_links(regulation))
    passages = [passage for regulation in regulations for passage in find_passages(regulation)]
    identities = {regulation.id: regulation.identity for regulation in regulations}
    known = find_standings(list(identities), links, dates_of(identities))
    counts = Counter(passage.regulation for passage in passages)
    amendments = [
        (regulation.id, one) for regulation in regulations for one in regulation.amendments
    ]
    return Shelf(
        heads={
            regulation.id: head_of(regulation, counts[regulation.id], known[regulation.id])
            for regulation in regulations
        },
        links=links,
        superseded=(superseded := find_superseded(amendments, links, dates_of(identities))),
        ended=superseded,
        passages={passage.key: passage for passage in passages},
        index=VectorIndex.build(spell_corpus(passages), families_of(identities)),
        name=name,
    )


def head_of(regulation: Regulation, passages: int, standing: Standing) -> Head:
    """Return the head of a regulation that is not in a corpus."""
    source = regulation.source_text
    return Head(
        id=regulation.id,
        identity=regulation.identity,
        path=source.source.path,
        sha256=source.source.sha256,
        pages=source.source.pages,
        passages=passages,
        quality=source.quality,
        structure=regulation.structure,
        standing=standing,
    )


def status_of(regulation: Regulation) -> Status:
    """Return the status of a regulation that nothing changed: a draft is not in force."""
    return Status.BELUM_BERLAKU if regulation.identity.draft else Status.BERLAKU


def with_drafts(shelf: Shelf, drafts: Sequence[Regulation]) -> Shelf:
    """Put drafts beside the corpus, so that each is compared with the others.

    A draft changes no regulation's standing: it is not law yet, and is said to be a draft. An
    enacted act among them counts as law.
    """
    new = {draft.id: draft for draft in drafts if draft.id not in shelf.heads}
    passages = {one.key: one for draft in new.values() for one in find_passages(draft)}
    counts = Counter(passage.regulation for passage in passages.values())
    heads = {
        id_: head_of(draft, counts[id_], Standing(id_, status_of(draft)))
        for id_, draft in new.items()
    }
    return replace(
        shelf,
        drafts=len(new),
        heads={**shelf.heads, **heads},
        passages={**shelf.passages, **passages},
        index=shelf.index.extend(spell_draft(list(passages.values()), shelf.abbreviations)),
    )
