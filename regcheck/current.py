"""The passages of a corpus as the law stands on a date: amended regulations consolidated."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from regcheck import __version__
from regcheck.compare.stamps import stamp_passages
from regcheck.consolidate import to_act
from regcheck.dated import dates_of, drafts_of, reliable_date
from regcheck.domain import Amendment, Identity, Kind, Link, Passage, Place
from regcheck.domain.consolidation import Changes, Consolidated, Ending, Rendition, StandingUnit
from regcheck.law import as_regulation, consolidate, find_endings, find_unread, forward
from regcheck.law.dates import is_after
from regcheck.parse import find_passages
from regcheck.parse.passages import table_of
from regcheck.standings import LawOfDay, annulled_parts
from regcheck.store import Corpus
from regcheck.store.renditions import keep_rendition, read_rendition

Item = TypeVar("Item")
#: Raised whenever renditions are made otherwise.
FORMAT = 4
#: How a wording ends that leaves nothing to compare.
GONE = ("delete", "repeal", "annul")


@dataclass(frozen=True)
class Current:
    """The passages of a corpus on a date, read when they are asked for: while it is open.

    ``renditions`` are the amended regulations, by id; their passages have the keys of the base, and
    those of amending acts that were applied are left out. ``later`` are the regulations that are
    not law yet on the date and are left out too. ``unconsolidated`` counts the amended regulations
    that are left as printed, because they amend others themselves and what was changed is their
    own; a change of what they gave to their base is applied there. ``unread`` counts the acts that
    amend by their title, but of which no instruction could be read. ``digest`` changes with any of
    it.
    """

    desk: Desk = field(repr=False, compare=False)
    renditions: Mapping[str, Rendition] = field(default_factory=dict)
    later: frozenset[str] = frozenset()
    digest: str = ""
    as_of: str = ""
    unconsolidated: int = 0
    unread: int = 0

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages."""
        return tuple(self.stream())

    def stream(self) -> Iterator[Passage]:
        """Yield the passages in the order of the corpus; memory holds one at a time."""
        return standing_passages(self.desk, self.renditions)

    @property
    def gone(self) -> int:
        """How many passages are no longer law."""
        return sum(one.gone for one in self.renditions.values())

    @property
    def unapplied(self) -> int:
        """How many operations of amending acts could not be applied."""
        return sum(one.unapplied for one in self.renditions.values())


@dataclass(frozen=True)
class Desk:
    """What of a corpus consolidation needs, read once."""

    corpus: Corpus
    as_of: str
    identities: Mapping[str, Identity]
    links: tuple[Link, ...]
    amendments: tuple[tuple[str, Amendment], ...]

    @cached_property
    def dates(self) -> Mapping[str, str]:
        """The day from which each regulation counts; of a misread one, its year."""
        found = dates_of(self.identities)
        return {id_: reliable_date(id_, date) for id_, date in found.items()}

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The regulations that are not law yet."""
        return drafts_of(self.identities)

    @cached_property
    def later(self) -> frozenset[str]:
        """The regulations that are surely younger than the date."""
        dated = self.dates.items() if self.as_of else ()
        return frozenset(id_ for id_, date in dated if is_after(date, self.as_of))

    @cached_property
    def acts(self) -> Mapping[str, tuple[str, ...]]:
        """The acts that amend each regulation to be consolidated, by its id.

        None amend one of which a court annulled a part. A regulation that itself amends another
        has no text of its own to be consolidated.
        """
        annulled = (base for base in self.law.told if annulled_parts(self.law, base))
        apart = self.amending | self.later
        bases = dict.fromkeys((*self.amended, *annulled))
        return {
            base: self.amended.get(base, ())
            for base in bases
            if base not in apart and base in self.identities
        }

    @cached_property
    def amending(self) -> frozenset[str]:
        """The acts that amend something."""
        return frozenset(by for by, _ in self.amendments)

    @cached_property
    def amended(self) -> Mapping[str, tuple[str, ...]]:
        """The acts that amend each regulation of the corpus, by its id, if both are law."""
        apart, known = self.drafts | self.later, self.identities.keys() - self.later
        found: dict[str, dict[str, None]] = {}
        for by, one in self.amendments:
            base = one.target.partition("#")[0]
            if by not in apart and base != by and base in known:
                found.setdefault(base, {})[by] = None
        return {base: tuple(acts) for base, acts in found.items()}

    @cached_property
    def stamps(self) -> Mapping[str, int]:
        """A hash of the printed passages of each regulation that amends or is amended."""
        involved = {id_ for base, acts in self.acts.items() for id_ in (base, *acts)}
        return stamp_passages(self.corpus.passages(involved))

    def changes(self, base: str) -> Changes:
        """Return what changed a regulation, its acts read from the corpus."""
        acts = (
            to_act(
                self.corpus.regulation(by), self.dates, [o for a, o in self.amendments if a == by]
            )
            for by in self.acts[base]
        )
        return Changes(tuple(acts), self.endings(base), unread=self.unread.get(base, ()))

    @cached_property
    def unread(self) -> Mapping[str, tuple[str, ...]]:
        """The acts of which no instruction could be read, by the regulation that they amend."""
        found = find_unread(self.links, self.amendments, self.drafts | self.later)
        return {base: acts for base, acts in found.items() if base in self.identities}

    @cached_property
    def law(self) -> LawOfDay:
        """What is in force on the date."""
        return LawOfDay(self.corpus, self.as_of)

    @cached_property
    def links_to(self) -> Mapping[str, tuple[Link, ...]]:
        """The links to each regulation and its units, by its id."""
        return group(self.links, lambda link: link.target.partition("#")[0])

    @cached_property
    def orders(self) -> Mapping[str, tuple[tuple[str, Amendment], ...]]:
        """The operations on each regulation, by its id, each with the act that orders it."""
        return group(self.amendments, lambda order: order[1].target.partition("#")[0])

    def endings(self, base: str) -> tuple[Ending, ...]:
        """Return which units of a regulation were repealed by other acts, or annulled by courts."""
        repeals = find_endings(self.links_to.get(base, ()), base, self.dates, self.drafts)
        return (*repeals, *annulled_parts(self.law, base))

    def stamp(self, base: str) -> str:
        """Return a hash of everything that a rendition depends on."""
        involved = (base, *self.acts[base])
        orders = self.orders.get(base, ())
        parts: list[object] = [FORMAT, __version__, self.as_of, list(orders)]
        parts += [(id_, self.dates.get(id_), self.stamps.get(id_)) for id_ in involved]
        parts += (*self.endings(base), *self.unread.get(base, ()))
        return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()


def group(items: Iterable[Item], name: Callable[[Item], str]) -> Mapping[str, tuple[Item, ...]]:
    """Put items with the same name together, in their order."""
    found: dict[str, list[Item]] = defaultdict(list)
    for one in items:
        found[name(one)].append(one)
    return {key: tuple(some) for key, some in found.items()}


def read_current(corpus: Corpus, as_of: str = "") -> Current:
    """Return the passages of a corpus on a date; only what was amended anew is consolidated.

    Args:
        corpus: An open corpus; what is worked out is kept beside its index.
        as_of: ISO date; empty for all that is known.
    """
    desk = Desk(
        corpus,
        as_of,
        corpus.identities(),
        corpus.links(),
        forward(corpus.amendments()),
    )
    stamps = {base: desk.stamp(base) for base in desk.acts}
    renditions = {base: find_rendition(desk, base, stamp) for base, stamp in stamps.items()}
    digest = corpus.digest()
    if stamps or desk.later:
        told = "\n".join((digest, *sorted(stamps.values()), *sorted(desk.later)))
        digest = hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()
    apart = len(desk.amended.keys() - desk.acts.keys())
    unread = len({act for acts in desk.unread.values() for act in acts})
    return Current(desk, renditions, desk.later, digest, as_of, apart, unread)


def find_rendition(desk: Desk, base: str, stamp: str) -> Rendition:
    """Return the rendition of a regulation that is kept, or make it and keep it."""
    folder = desk.corpus.index_folder
    found = read_rendition(folder, base, stamp)
    if found is None:
        regulation = desk.corpus.regulation(base)
        changed = consolidate(regulation, desk.changes(base), desk.as_of, desk.dates[base])
        found = render(changed)
        keep_rendition(folder, found, stamp)
    return found


def standing_passages(desk: Desk, renditions: Mapping[str, Rendition]) -> Iterator[Passage]:
    """Yield the passages in the order of the corpus, each base with those it has now."""
    used = {key for one in renditions.values() for key in one.used}
    done: set[str] = set()
    for passage in desk.corpus.stream_passages():
        base = passage.regulation
        if base in renditions and base not in done:
            yield from renditions[base].passages
        done.add(base)
        if base not in renditions and base not in desk.later and passage.key not in used:
            yield passage
    for base, one in renditions.items():
        if base not in done:
            yield from one.passages


def render(consolidated: Consolidated) -> Rendition:
    """Return the passages of a consolidated text, those left out that are no longer law."""
    rows = tuple(standing_rows(consolidated))
    found = find_passages(as_regulation(consolidated), {table_of(row.key) for row in rows})
    living = [one for one in found if not is_gone(consolidated, one.key)]
    passages = [replace(one, printed=places_of(consolidated, one.key)) for one in living]
    return Rendition(
        id=consolidated.id,
        passages=(*passages, *rows),
        used=tuple(used_keys(consolidated)),
        gone=len(found) - len(living),
        unapplied=sum(not remark.applied for remark in consolidated.remarks),
    )


def standing_rows(consolidated: Consolidated) -> Iterator[Passage]:
    """Yield the rows of the base's tariff tables that no act replaced, as they are printed."""
    base = consolidated.sources[consolidated.id]
    tables = any(unit.kind is Kind.TABEL for unit in base.units)
    for passage in find_passages(base) if tables else ():
        table = table_of(passage.key)
        row = passage.key.startswith(f"{table}/baris-")
        unit = consolidated.by_key.get(table) if row else None
        own = unit is not None and unit.wording.source.partition("#")[0] == consolidated.id
        if own and not is_gone(consolidated, table):
            yield passage


def is_gone(consolidated: Consolidated, key: str) -> bool:
    """Tell whether a unit, or one around it, was deleted, repealed or annulled."""
    unit = consolidated.by_key.get(key)
    while unit is not None:
        if unit.wording.op in GONE:
            return True
        unit = consolidated.by_key.get(unit.parent)
    return False


def places_of(consolidated: Consolidated, key: str) -> tuple[Place, ...]:
    """Return where amending acts print what stands in a unit; each act's outermost unit."""
    found: list[Place] = []
    for unit in consolidated.inside(key):
        place = place_of(unit, consolidated.id)
        if place and not is_inside(place, found):
            found.append(place)
    return tuple(found)


def place_of(unit: StandingUnit, base: str) -> Place | None:
    """Return where an amending act prints a unit, or only that it changed its words."""
    wording = unit.wording
    act = wording.source.partition("#")[0]
    if wording.op == "reword":
        return Place(wording.act, 0)
    return Place(wording.source, wording.page) if act and act != base else None


def is_inside(place: Place, found: Sequence[Place]) -> bool:
    """Tell whether a place lies in one of others, or is one of them."""
    return any(place.key == one.key or place.key.startswith(f"{one.key}/") for one in found)


def used_keys(consolidated: Consolidated) -> Iterator[str]:
    """Yield the keys of the units of amending acts whose words stand here, or stood here."""
    wordings = (*(unit.wording for unit in consolidated.units), *consolidated.earlier)
    keys = dict.fromkeys(key for one in wordings for key in (one.source, *one.reprints))
    return (key for key in keys if key and key.partition("#")[0] != consolidated.id)
