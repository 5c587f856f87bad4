"""Every citation of a regulation: what is cited, by which unit, and to what effect."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from regcheck.domain import Citation, Identity, Kind, Role, SourceText, Span, Unit
from regcheck.instruments import split_instrument
from regcheck.parse.citations.act_ids import is_ahead, to_id, why_unknown
from regcheck.parse.citations.acts import Act
from regcheck.parse.citations.aliases import find_aliases
from regcheck.parse.citations.bases import UNKNOWN, Bases
from regcheck.parse.citations.binding import lend_rules
from regcheck.parse.citations.clauses import Clauses
from regcheck.parse.citations.delegations import find_delegations
from regcheck.parse.citations.keys import Keys
from regcheck.parse.citations.mending import mend
from regcheck.parse.citations.mentions import Mention, Page
from regcheck.parse.citations.name_patterns import TITLE
from regcheck.parse.citations.patterns import to_view
from regcheck.parse.citations.places import Place, Step
from regcheck.parse.citations.ranges import expand_range, overlaps, without
from regcheck.parse.citations.reasons import (
    MAKERLESS,
    POINTING,
    TREATY,
    UNBOUND,
    UNNAMED,
    Reason,
)
from regcheck.parse.citations.resolve import (
    Outline,
)
from regcheck.parse.citations.roles import Part, Roles
from regcheck.parse.citations.scan import scan

#: Places of what no id stands for.
FOREIGN: dict[str, Reason] = {"treaty": TREATY, "makerless": MAKERLESS, "unnumbered": UNNAMED}
CONSIDERING = (Kind.MENGINGAT, Kind.MENIMBANG)

Entry = tuple[str, Place, Place]


def find_citations(
    source: SourceText, units: tuple[Unit, ...], identity: Identity, regulation_id: str
) -> tuple[Citation, ...]:
    """List every citation in document order, one target each.

    Lists and ranges give one entry for each place; a range over units of the document itself
    includes those inserted between. Inside units quoted by an amending act bare places are read
    against the amended act (``Unit.target``). A rule without region is the citing region's own.
    References to legislation in general, and of a regulation to itself as a whole, are no
    citations. A delegation to an instrument not made yet has no target, and its kind as candidate.

    Args:
        source: The cleaned text; spans are offsets into ``source.text``.
        units: The units of the regulation in document order.
        identity: Its identity, for the region and date that names leave out.
        regulation_id: Its id, under which its own units have their keys.
    """
    mended = mend(source.text, units)
    outline = Outline(mended.move_units(units), regulation_id)
    view = to_view(mended.text)
    page = Page(mended.text, view, outline, find_aliases(view))
    bases = Bases(page)
    mentions = tuple(scan(page))
    lend_rules(page, mentions)
    reading = Reading(
        page,
        identity,
        Roles(page, Clauses(page)),
        bases,
        Keys(page, bases),
        read_elsewhere(mentions, identity),
    )
    found = [citation for mention in mentions for citation in reading.read(mention)]
    found += find_delegations(page, identity)
    return tuple(sorted(mended.print_citations(found), key=lambda one: one.span))


@dataclass(slots=True)
class Reading:
    """The state of reading a regulation from front to back: what was named so far.

    ``bases`` are the rules that an amending act changes; ``elsewhere`` holds the rule of each
    instrument and number, where the whole text prints it with one year only; ``named`` holds the
    last rule of each instrument, ``numbers`` that of each instrument and number, ``titles`` the
    rules with their titles, and ``paths`` the rule in which a place was last named, and where.
    """

    page: Page
    identity: Identity
    roles: Roles
    bases: Bases
    keys: Keys
    elsewhere: Mapping[tuple[str, str], str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    numbers: dict[tuple[str, str], str] = field(default_factory=dict)
    titles: list[tuple[str, str, str]] = field(default_factory=list)
    paths: dict[tuple[Step, ...], tuple[str, int]] = field(default_factory=dict)

    @property
    def own_id(self) -> str:
        """The id of the regulation being read."""
        return self.page.outline.regulation_id

    def read(self, mention: Mention) -> Iterator[Citation]:
        """Yield the citations of a mention, the next in document order."""
        if mention.acts:
            yield from self.read_rules(mention)
        elif mention.pointing in ("back", "titled"):
            yield from self.read_pointing(mention)
        elif mention.pointing in ("before", "next"):
            yield from self.read_neighbour(mention)
        elif mention.pointing in FOREIGN:
            span = Span(mention.start, mention.places[-1].end)
            why = FOREIGN[mention.pointing]
            yield Citation(span, self.holder(mention), Role.MERUJUK, None, (), *why)
        elif mention.pointing == "again" and (known := self.named_before(mention)):
            yield from self.place_citations(mention, known, Role.MERUJUK)
        else:
            yield from self.place_citations(mention, "", Role.MERUJUK)

    def read_rules(self, mention: Mention) -> Iterator[Citation]:
        """Yield the citations of one or more rules named by number."""
        targets = [self.target_of(act) for act in mention.acts]
        if targets[0] == self.own_id and self.page.zone(mention.unit) in (None, Kind.PENJELASAN):
            return
        part = self.roles.part_of(mention)
        bare = tuple(place for place in mention.places if not place.rooted)
        for number, (act, target) in enumerate(zip(mention.acts, targets, strict=True)):
            self.remember(mention, act, target, part)
            if part.own:
                continue
            role = Role.MERUJUK if target == self.own_id else part.role
            if number == 0 and target and target != self.own_id:
                self.paths.update((one.path, (target, mention.unit)) for one in mention.places)
            if number == 0 and len(bare) < len(mention.places) and target:
                yield from self.place_citations(mention, target, role)
                continue
            if number == 0 and bare:
                inner = Mention(mention.start, bare[-1].end, mention.unit, mention.reach, bare)
                found = list(self.place_citations(inner, "", role))
                if target and all((one.target or "").startswith(f"{target}#") for one in found):
                    yield from found
                    continue
                yield from (replace(one, role=Role.MERUJUK) for one in found)
            yield from self.rule_citation(mention, act, target, role)

    def target_of(self, act: Act) -> str | None:
        """Return the id of a rule; where its year is missing or misread, that of its number."""
        known = self.numbers.get((act.slug, act.nomor))
        if act.misread or is_ahead(act, self.identity):
            known = known or self.elsewhere.get((act.slug, act.nomor))
            return known or to_id(act, self.identity)
        return to_id(act, self.identity) or known

    def remember(self, mention: Mention, act: Act, target: str | None, part: Part) -> None:
        """Keep what a rule named now means for what follows."""
        if target is None or target == self.own_id:
            return
        self.numbers[act.slug, act.nomor] = target
        if not part.nested:
            if not (part.amender and act.slug in self.named):
                self.named[act.slug] = target
            title = TITLE.match(self.page.view, mention.end, mention.reach)
            if title:
                self.titles.append((act.slug, plain_words(title["title"]), target))
        if part.role is Role.MENGUBAH and not act.fixed:
            self.bases.remember(mention, target)

    def rule_citation(
        self, mention: Mention, act: Act, target: str | None, role: Role
    ) -> Iterator[Citation]:
        """Yield the citation of a rule as a whole, unless it is the citing one."""
        span, holder = Span(act.start, act.end), self.holder(mention)
        if target is None:
            why, known = why_unknown(act)
            yield Citation(span, holder, role, None, (known,), *why)
        elif target != self.own_id:
            yield Citation(span, holder, role, target)

    def read_pointing(self, mention: Mention) -> Iterator[Citation]:
        """Yield the citations of a rule pointed back to, or named by its title alone."""
        found, _ = split_instrument(mention.name)
        slug = found.slug if found else ""
        back = mention.pointing == "back"
        target = self.named.get(slug, "") if back else self.titled(slug, mention.title)
        if back and mention.name.startswith(("ordonansi", "reglemen")):
            target = target or self.named.get("stb", "")
        span, holder = Span(mention.start, mention.end), self.holder(mention)
        role = Role.MERUJUK if back else self.roles.titled_role(mention)
        if role is Role.MENGUBAH and target:
            self.bases.remember(mention, target)
        if target and mention.places:
            yield from self.place_citations(mention, target, Role.MERUJUK)
        elif target and target != self.own_id:
            yield Citation(span, holder, role, target)
        elif mention.places:
            yield Citation(span, holder, Role.MERUJUK, None, (), *(POINTING if back else UNNAMED))

    def read_neighbour(self, mention: Mention) -> Iterator[Citation]:
        """Yield the citation of the ayat, pasal or huruf before the one that speaks, or behind."""
        outline = self.page.outline
        around = outline.nearest(mention.unit, Kind(mention.name))
        unit = outline.units[outline.by_key[around]] if around else None
        siblings = outline.siblings.get(f"{around.rpartition('-')[0]}", ()) if unit else ()
        known = unit is not None and unit.label in siblings and not unit.target
        step = 1 if mention.pointing == "next" else -1
        index = siblings.index(unit.label) + step if unit and known else -1
        if 0 <= index < len(siblings):
            key = f"{around.rpartition('-')[0]}-{siblings[index]}"
            span = Span(mention.start, mention.end)
            yield Citation(span, self.holder(mention), Role.MERUJUK, key)

    def named_before(self, mention: Mention) -> str:
        """Return the rule in which places of this name were cited before, near by; else nothing."""
        rule, unit = self.paths.get(mention.places[0].path, ("", -1))
        preamble = self.page.zone(mention.unit) in (*CONSIDERING, None)
        near = self.page.zone(unit) is self.page.zone(mention.unit) if preamble else False
        return rule if rule and (near or unit == mention.unit) else ""

    def titled(self, slug: str, title: str) -> str:
        """Return the rule of an instrument that was named before with this title."""
        words = plain_words(title.removeprefix("tentang")) + " "
        own = plain_words(self.identity.tentang.lower())
        if slug == self.identity.jenis and len(own) > 3 and words.startswith(f"{own} "):
            return self.own_id
        for known_slug, known, target in self.titles:
            if known_slug == slug and len(known) > 3 and words.startswith(f"{known} "):
                return target
        return ""

    def holder(self, mention: Mention) -> str:
        """Return the key of the innermost unit around a mention; the regulation's id outside."""
        return self.page.outline.units[mention.unit].key if mention.unit >= 0 else self.own_id

    def place_citations(self, mention: Mention, rule: str, role: Role) -> Iterator[Citation]:
        """Yield the citations of places, in a named rule or, with none, seen from the unit."""
        entries: list[Entry] = []
        for place in mention.places:
            key = self.keys.find(mention, place, rule if place.rooted else "")
            if place.excluded and any(overlaps(entry[0], key) for entry in entries):
                entries = self.take_out(entries, key)
            elif place.ranged and entries and key and entries[-1][0]:
                first = entries.pop()
                keys = expand_range(self.page.outline, first[0], key)
                entries += [(one, first[1], place) for one in keys]
            else:
                entries.append((key, place, place))
        for key, opening, closing in entries:
            span = Span(opening.start, closing.end)
            if len(mention.places) == 1 and rule and not mention.after:
                span = Span(mention.start, mention.acts[0].end if mention.acts else mention.end)
            yield self.place_citation(mention, key, span, role)

    def take_out(self, entries: list[Entry], excluded: str) -> list[Entry]:
        """Take an exception out of the places before it."""
        kept = []
        for key, opening, closing in entries:
            parts = without(self.page.outline, [key], excluded)
            kept += [(one, opening, closing) for one in parts]
        return kept

    def place_citation(self, mention: Mention, key: str, span: Span, role: Role) -> Citation:
        """Make the citation of one place."""
        if key.startswith(UNKNOWN):
            return Citation(span, self.holder(mention), role, None, (), *UNNAMED)
        if not key:
            return Citation(span, self.holder(mention), role, None, (), *UNBOUND)
        return Citation(span, self.holder(mention), role, key)


def read_elsewhere(
    mentions: Iterable[Mention], identity: Identity
) -> Mapping[tuple[str, str], str]:
    """Return the id of each rule whose number a text prints with one year, past and well read."""
    acts = [act for mention in mentions for act in mention.acts if act.tahun and act.nomor]
    if not any(act.misread or is_ahead(act, identity) for act in acts):
        return {}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for act in acts:
        target = to_id(act, identity)
        if target and not act.misread and not is_ahead(act, identity):
            found[act.slug, act.nomor].add(target)
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}


def plain_words(text: str) -> str:
    """Return the words of a title without what follows or punctuates it.

    >>> plain_words("kehutanan sebagaimana telah diubah")
    'kehutanan'
    """
    head = re.split(r"sebagaimana|,|\.\s|yang telah|\bjo\b", text, maxsplit=1)[0]
    return " ".join(re.findall(r"[a-z0-9]+", head))
