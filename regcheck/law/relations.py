"""How one regulation stands to every other: versions, repeals, delegations, series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regcheck import instruments
from regcheck.domain import Identity, Link, RegulationId, Relation
from regcheck.law import hierarchy, titles
from regcheck.law.edges import Deeds

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Side:
    """A regulation as it is related.

    ``place`` is an id that shows its kind and region; ``number`` is the id without the mark of a
    repeat, empty where the identity is unknown; ``series`` and ``years`` are of an annual title.
    """

    id: str
    place: str
    number: str
    title: str
    series: str
    years: tuple[str, ...]
    office: bool


def relate(
    draft: str,
    identity: Identity,
    draft_links: Iterable[Link],
    identities: Mapping[str, Identity],
    links: Iterable[Link],
) -> dict[str, Relation]:
    """Say how a draft stands to each of the ``identities``, by id; see ``Register.relate``."""
    return Register(identities, links).relate(draft, identity, draft_links)


class Register:
    """A set of regulations and their links, made ready to relate many drafts to them."""

    def __init__(self, identities: Mapping[str, Identity], links: Iterable[Link]) -> None:
        self.sides = {id_: to_side(id_, identity) for id_, identity in identities.items()}
        self.deeds = Deeds(links, {id_: side.place for id_, side in self.sides.items()})
        for side in self.sides.values():
            add_title(self.deeds, side)

    def relate(
        self,
        draft: str,
        identity: Identity,
        draft_links: Iterable[Link] = (),
        among: Iterable[str] | None = None,
    ) -> dict[str, Relation]:
        """Say how a draft stands to each regulation of the register, by id.

        The kinds are those of ``Relation``. Direct amendment makes two acts versions of one text,
        as do two amendments of one base, and an enacted emergency rule and its statute. A repeal
        reaches what the repealed act had itself repealed, and the amendments of it.

        Args:
            draft: The id of the draft; it may itself be in the register.
            identity: Its title block; kind and region count even where the number is missing.
            draft_links: What it does to others.
            among: Only these are related; all, if it is not given.
        """
        side = to_side(draft, identity)
        own = Deeds(draft_links, {draft: side.place})
        add_title(own, side)
        kinds: dict[str, set[str]] = defaultdict(set)
        for kind, ids in self.find_groups(side, own).items():
            for id_ in ids:
                kinds[id_].add(kind)
        return {
            id_: to_relation(
                side, self.sides[id_], kinds.get(id_, set()) | title_kinds(side, self.sides[id_])
            )
            for id_ in (self.sides if among is None else among)
        }

    def find_groups(self, side: Side, own: Deeds) -> dict[str, set[str]]:
        """Return the regulations of each kind of relation that rests on what acts do."""
        deeds, id_ = self.deeds, side.id
        amended = own.amends.of(id_) | deeds.amends.of(id_)
        family = deeds.amends.before(deeds.amends.after({id_} | amended))
        repealed = deeds.repeals.after(own.repeals.of(id_) | deeds.repeals.of(id_))
        amendments = {one for act in repealed for one in deeds.amends.to(act)}
        return {
            "mengubah": amended,
            "diubah": deeds.amends.to(id_) | own.amends.to(id_),
            "versi": family - {id_} | enacted(id_, own) | enacted(id_, deeds),
            "mencabut": repealed
            | {one for one in amendments if deeds.amends.of(one) <= repealed and one != id_},
            "dicabut": deeds.repeals.before(deeds.repeals.to(id_)),
            "melaksanakan": own.carries_out.of(id_)
            | deeds.carries_out.of(id_)
            | self.find_carried(side, own.rests_on.of(id_) | deeds.rests_on.of(id_)),
            "dilaksanakan": own.carries_out.to(id_)
            | deeds.carries_out.to(id_)
            | self.find_carrying(side, deeds.rests_on.to(id_)),
        }

    def find_carried(self, side: Side, bases: Iterable[str]) -> set[str]:
        """Return those legal bases that a regulation carries out by its title."""
        return {id_ for id_ in bases if id_ in self.sides and carries_out(side, self.sides[id_])}

    def find_carrying(self, side: Side, users: Iterable[str]) -> set[str]:
        """Return those regulations resting on this one that carry it out by their titles."""
        return {id_ for id_ in users if id_ in self.sides and carries_out(self.sides[id_], side)}


def enacted(id_: str, deeds: Deeds) -> set[str]:
    """Return the emergency rules that a statute made permanent, or the statute that did."""
    return deeds.enacts.of(id_) | deeds.enacts.to(id_)


def to_side(id_: str, identity: Identity) -> Side:
    """Collect what the relations need to know of a regulation."""
    title = identity.tentang
    name, years = titles.series(title)
    known = instruments.instrument(hierarchy.to_kind(id_)[0]) is not None
    number = id_.partition("~")[0] if known else ""
    place = id_ if known or not identity.jenis else place_of(identity)
    return Side(id_, place, number, title, name, years, titles.is_office(title))


def place_of(identity: Identity) -> str:
    """Return an id that shows the kind and region of a regulation without a number.

    >>> place_of(Identity("pergub", "bali", tentang="Reklame", draft=True))
    'pergub/bali/-/-'
    """
    return str(
        RegulationId(identity.jenis, identity.wilayah, identity.tahun or "-", identity.nomor or "-")
    )


def add_title(deeds: Deeds, side: Side) -> None:
    """Enter the act that a title says is changed or repealed; it is of the same kind and region.

    UU 12/2011 Lampiran II nos. 7-9 give the titles of amending and repealing acts.
    """
    verb, nomor, tahun = titles.changed_act(side.title)
    if verb:
        jenis, wilayah = hierarchy.to_kind(side.place)
        nomor = instruments.normalise_nomor(nomor)
        base = str(RegulationId(jenis, wilayah, tahun, nomor))
        (deeds.amends if verb == "perubahan" else deeds.repeals).add(side.id, base)


def carries_out(side: Side, base: Side) -> bool:
    """Tell whether a regulation carries out one of its legal bases, judging by the titles.

    A rule of a head of region is made to carry out a Perda of that region (UU 23/2014 Pasal
    246(1)); any other must say in its title that it lays down procedure.
    """
    level, firm = hierarchy.level_between(side.place, base.place)
    if level != hierarchy.HIGHER:
        return False
    act = RegulationId.from_str(base.place)
    procedure = titles.is_procedure(side.title)
    if procedure and titles.names_number(side.title, act.nomor, act.tahun):
        return True
    own = firm and act.wilayah != "" and act.wilayah == hierarchy.to_kind(side.place)[1]
    return (procedure or own) and titles.mentions(side.title, base.title)


def title_kinds(side: Side, other: Side) -> set[str]:
    """Return the kinds of relation that two regulations have by number and title alone."""
    kinds = set()
    if side.id == other.id or is_same(side, other):
        kinds.add("sama")
    if hierarchy.to_kind(side.place) != hierarchy.to_kind(other.place):
        return kinds
    if side.series and side.series == other.series:
        # The change of a year's budget prints that year's figures anew.
        kinds.add("tahunan" if side.years != other.years else "versi")
    if side.office and other.office and not is_one_office(side, other):
        kinds.add("organisasi")
    return kinds


def is_same(side: Side, other: Side) -> bool:
    """Tell whether two regulations have one number and one title, such as two copies of an act."""
    return (
        side.number != ""
        and side.number == other.number
        and titles.are_same(side.title, other.title)
    )


def is_one_office(side: Side, other: Side) -> bool:
    """Tell whether two titles set up the same office, so that the later should repeal the other."""
    return titles.subject(side.title) == titles.subject(other.title)


def to_relation(side: Side, other: Side, kinds: set[str]) -> Relation:
    """Put a relation together."""
    level, firm = hierarchy.level_between(side.place, other.place)
    return Relation(
        kinds=frozenset(kinds) if kinds else NOTHING,
        level=level,
        firm=firm,
        comparable=hierarchy.comparable(side.place, other.place),
    )
