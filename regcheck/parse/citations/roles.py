"""What a citation does to the rule it names, told from the words around it and its place."""

from __future__ import annotations

from dataclasses import dataclass

from regcheck.domain import Kind, Role
from regcheck.parse.citations.acts import Act
from regcheck.parse.citations.clauses import LISTED, Clause, Clauses
from regcheck.parse.citations.mentions import Mention, Page
from regcheck.parse.citations.repeals import (
    ONE_RULE,
    amends_only,
    formula_role,
    goes_on_in_part,
    stands_alone,
    takes_part,
)
from regcheck.parse.citations.role_patterns import (
    ALL_OF,
    AMENDER_BEFORE,
    BEFORE,
    CARRIES_OUT,
    COMING_INTO_FORCE,
    DELEGATED,
    EXEMPTS,
    IMPLEMENTING,
    JOINED,
    NEXT_ITEM,
    OBLIQUE,
    OWN_TITLE,
    PREAMBLE_HEAD,
    STRAY_BASIS,
    TARIFF,
    TITLE_CARRIES_OUT,
    TITLE_CHANGES,
    TITLE_ENACTS,
    TITLE_ENDS,
    TITLE_OF,
    TITLE_REPEALS,
    UNDER,
    WITHIN,
)

#: Rules further apart than this are not in one title.
LONGEST_TITLE = 600
#: The label of an item with the blanks around it is no longer.
LONGEST_LABEL = 8
#: How far back the headings of the preamble are looked for.
LONGEST_PREAMBLE = 3000
#: Parts in which naming a rule does nothing to it.
NEUTRAL = (Kind.MENGINGAT, Kind.PENJELASAN, Kind.LAMPIRAN)
ENACTED = ("perpu", "uudrt")
#: The path of the unit behind the body: signatures, promulgation, and what was approved with it.
CLOSING = "penutup"


@dataclass(frozen=True, slots=True)
class Part:
    """The part a mention plays: its role, and whether it is an amender or inside a title.

    ``own`` tells that it is part of the regulation's own name.
    """

    role: Role
    amender: bool = False
    nested: bool = False
    own: bool = False


@dataclass(slots=True)
class Roles:
    """Reads the roles of mentions in document order; keeps the last rule, and the last main one."""

    page: Page
    clauses: Clauses
    previous: Mention | None = None
    part: Part = Part(Role.MERUJUK)
    amending: Mention | None = None
    head: Mention | None = None
    head_role: Role = Role.MERUJUK
    subject: bool = True

    def part_of(self, mention: Mention) -> Part:
        """Return the part a mention of a rule plays; call it once for each, in order."""
        amender, nested = self.is_amender(mention), self.is_nested(mention)
        if not amender and not nested:
            amender = self.joins_amender(mention)
        part = self.place_part(mention, amender=amender, nested=nested)
        self.previous, self.part = mention, part
        if not nested:
            self.amending = mention if amender else None
        if not amender and not nested:
            self.head, self.head_role = mention, part.role
        return part

    def joins_amender(self, mention: Mention) -> bool:
        """Tell whether a rule goes on a list of amenders, in one unit or item by item."""
        last = self.amending
        if last is None or not (last.unit == mention.unit or self.are_items(last, mention)):
            return False
        before = self.before(mention)
        return bool(JOINED.search(before) or NEXT_ITEM.search(before))

    def are_items(self, one: Mention, other: Mention) -> bool:
        """Tell whether two rules each begin an item of one list."""
        outline = self.page.outline
        if one.unit < 0 or other.unit < 0:
            return False
        if outline.parents[one.unit] != outline.parents[other.unit]:
            return False
        return all(
            outline.units[rule.unit].kind in LISTED
            and rule.start - outline.units[rule.unit].span.start <= LONGEST_LABEL
            for rule in (one, other)
        )

    def before(self, mention: Mention) -> str:
        """Return the words before a mention, not reaching back over the rule before."""
        floor = self.previous.end if self.previous else 0
        return self.page.view[max(floor, mention.start - BEFORE) : mention.start]

    def is_amender(self, mention: Mention) -> bool:
        """Tell whether a rule is named as one that changed another."""
        return bool(AMENDER_BEFORE.search(self.before(mention)))

    def is_nested(self, mention: Mention) -> bool:
        """Tell whether a rule is named only inside the title of the one before."""
        if self.previous is None or self.previous.unit != mention.unit:
            return False
        if mention.start - self.previous.end > LONGEST_TITLE:
            return False
        between = self.page.view[self.previous.end : mention.start]
        return in_title(between, open_title=self.part.nested)

    def place_part(self, mention: Mention, *, amender: bool, nested: bool) -> Part:
        """Return the part, by where in the act the mention stands."""
        zone = self.lost_zone(mention) or self.page.zone(mention.unit)
        before = self.before(mention)
        considering = zone in (Kind.MENIMBANG, Kind.MEMUTUSKAN)
        own = considering and bool(OWN_TITLE.search(before))
        formula = zone is Kind.MEMUTUSKAN and not amender
        decided = formula_role(self.clauses, mention, before) if formula else None
        if nested:
            role = Role.MERUJUK
        elif decided:
            role = decided
        elif zone is Kind.PASAL or self.is_strayed_closing(mention, amender=amender):
            role = self.body_role(mention, amender=amender)
        elif self.is_basis(mention, zone, before, amender=amender):
            role = Role.DASAR_HUKUM
        elif own or amender or zone in NEUTRAL:
            role = Role.MERUJUK
        else:
            role = self.front_role(mention, zone)
        return Part(role, amender, nested, own)

    def lost_zone(self, mention: Mention) -> Kind | None:
        """Return the part of the preamble of a text whose body has no beginning; else ``None``.

        Where pages are missing between the bases and the body, no unit opens the parts before.
        """
        outline = self.page.outline
        kinds = {outline.units[index].kind for index in outline.chain(mention.unit)}
        if self.page.zone(mention.unit) is not Kind.PASAL or Kind.PASAL in kinds:
            return None
        start = max(0, mention.start - LONGEST_PREAMBLE)
        heads = list(PREAMBLE_HEAD.finditer(self.page.view, start, mention.start))
        if not heads or not heads[-1]["basis"]:
            return None
        opened = any(
            unit.kind is Kind.PASAL and heads[-1].start() < unit.span.start < mention.start
            for unit in outline.units
        )
        return None if opened else Kind.MENGINGAT

    def is_basis(self, mention: Mention, zone: Kind | None, before: str, *, amender: bool) -> bool:
        """Tell whether a rule is a legal basis, also one that stands among the considerations."""
        if zone is Kind.MENGINGAT:
            return not self.is_noted(mention) and (amender or not WITHIN.search(before))
        if zone not in (Kind.MENIMBANG, Kind.MEMUTUSKAN) or self.goes_on(Role.MENCABUT, mention):
            return False
        return bool(STRAY_BASIS.search(before)) or self.goes_on(Role.DASAR_HUKUM, mention)

    def is_noted(self, mention: Mention) -> bool:
        """Tell whether a rule stands under *Memperhatikan* or the like, not *Mengingat*."""
        outline = self.page.outline
        *_, outermost = outline.chain(mention.unit)
        start = max(outline.units[outermost].span.start, mention.start - LONGEST_PREAMBLE)
        heads = list(PREAMBLE_HEAD.finditer(self.page.view, start, mention.start))
        return bool(heads) and not heads[-1]["basis"]

    def is_strayed_closing(self, mention: Mention, *, amender: bool) -> bool:
        """Tell whether a repeal in the words of the closing article stands outside the body.

        Where a scan lost headings or mixed its pages, closing articles lie in other parts.
        """
        if mention.unit < 0 or self.page.zone(mention.unit) is Kind.MENIMBANG:
            return False
        if amender:
            return self.goes_on(Role.MENCABUT, mention)
        opens = COMING_INTO_FORCE.search(self.clauses.words_before(mention))
        return bool(opens) and self.clauses.governing_verb(mention) == "repeal"

    def goes_on(self, role: Role, mention: Mention) -> bool:
        """Tell whether the main rule before it in the unit has a role that a mention shares."""
        near = self.head is not None and self.head.unit == mention.unit
        return near and self.head_role is role

    def front_role(self, mention: Mention, zone: Kind | None) -> Role:
        """Return the role of a rule named in the title, the considerations or the enactment."""
        before = self.before(mention)
        units = self.page.outline.units
        if zone is None and units and mention.start > units[0].span.start:
            return Role.MERUJUK
        if mention.unit >= 0 and units[mention.unit].path == CLOSING:
            return Role.MERUJUK  # the joint approval lists the titles of drafts
        near = self.head is not None and self.page.zone(self.head.unit) is zone
        if near and JOINED.search(before):
            return self.head_role
        if zone is Kind.MENIMBANG or mention.places:
            return consideration_role(before, mention)
        return title_role(before, mention.acts[0])

    def titled_role(self, mention: Mention) -> Role:
        """Return the role of a rule named by its title: the act's own title may change it."""
        titles = self.page.zone(mention.unit) in (None, Kind.MEMUTUSKAN)
        changed = titles and TITLE_CHANGES.search(self.before(mention))
        return Role.MENGUBAH if changed else Role.MERUJUK

    def body_role(self, mention: Mention, *, amender: bool) -> Role:
        """Return the role of a rule named in the batang tubuh."""
        if mention.acts[0].fixed:  # only the MPR changes a constitution
            return Role.MERUJUK
        if amender:
            return self.amender_role(mention)
        clause = self.clauses.clause_of(mention)
        near = self.head is not None and self.head.unit == mention.unit
        if not (near and self.is_joined(mention, clause)):
            self.subject = not OBLIQUE.search(clause.near)
        elif not self.subject and clause.verb == "repeal":
            self.subject = stands_alone(self.clauses, mention)
        role = clause_role(clause, mention, subject=self.subject)
        return Role.MENCABUT_SEBAGIAN if self.is_partial(role, mention, clause) else role

    def amender_role(self, mention: Mention) -> Role:
        """Return what becomes of an amender of a rule: it falls with a rule that is repealed."""
        if not self.goes_on(Role.MENCABUT, mention) or self.amends_inner(mention):
            return Role.MERUJUK
        whole = amends_only(self.page.view, mention) or not self.is_amender(mention)
        return Role.MENCABUT if whole else Role.MENCABUT_SEBAGIAN

    def is_partial(self, role: Role, mention: Mention, clause: Clause) -> bool:
        """Tell whether a repeal takes only a part of a rule that seems to be repealed."""
        if role is not Role.MENCABUT:
            return False
        head = self.head
        if head is not None and head.unit == mention.unit:
            between = self.page.view[head.end : mention.start]
            joined = self.is_joined(mention, clause) or bool(ONE_RULE.search(between))
            if joined and goes_on_in_part(self.head_role, head, between):
                return True
        return takes_part(self.clauses, mention, self.previous.end if self.previous else 0)

    def amends_inner(self, mention: Mention) -> bool:
        """Tell whether an amender changed a rule that is named only inside a title."""
        if self.previous is None or not self.part.nested:
            return False
        return "(" not in self.page.view[self.previous.end : mention.start]

    def is_joined(self, mention: Mention, clause: Clause) -> bool:
        """Tell whether a rule goes on a list that the main rule before it began."""
        begun = self.head is not None and self.head.start >= mention.start - len(clause.before)
        return begun and bool(JOINED.search(clause.near))


def in_title(between: str, *, open_title: bool) -> bool:
    """Tell whether the words between two rules leave the second inside the first one's name.

    >>> in_title(" tentang perubahan kedua atas ", open_title=False)
    True
    >>> in_title(" tentang hutan (lembaran negara ...), ", open_title=False)
    False
    """
    if TITLE_ENDS.search(between):
        return False
    if "tentang" in between:
        return bool(TITLE_OF.search(between)) and not JOINED.search(between)
    return open_title and bool(JOINED.search(between)) and len(between) < 12


def title_role(before: str, act: Act) -> Role:
    """Return what a title does to a rule it names.

    >>> title_role("perubahan kedua atas ", Act(0, 1, "pp")).value
    'mengubah'
    """
    if TITLE_CHANGES.search(before):
        return Role.MENGUBAH
    if TITLE_REPEALS.search(before):
        return Role.MENCABUT
    if TITLE_ENACTS.search(before) and act.slug in ENACTED:
        return Role.MENETAPKAN
    return Role.MELAKSANAKAN if TITLE_CARRIES_OUT.search(before) else Role.MERUJUK


def consideration_role(before: str, mention: Mention) -> Role:
    """Return what the considerations say of a rule."""
    found = CARRIES_OUT.search(before)
    if not found:
        return Role.MERUJUK
    constitution = mention.acts[0].fixed
    if found[0].lstrip().startswith("berdasarkan") and (constitution or not mention.places):
        return Role.MERUJUK
    return Role.MELAKSANAKAN


def clause_role(clause: Clause, mention: Mention, *, subject: bool) -> Role:
    """Return what a clause does to a rule; ``subject`` tells that its verb speaks of the rule."""
    if DELEGATED.search(clause.near):
        return Role.MENDELEGASIKAN
    implementing = bool(IMPLEMENTING.search(clause.near))
    if clause.verb == "keep" and (subject or implementing):
        return Role.TETAP_BERLAKU
    if clause.verb == "enact" and subject:
        return Role.MENETAPKAN
    if clause.verb == "change" and (subject or clause.is_within):
        return Role.MENGUBAH
    if clause.verb in ("repeal", "partly") and not implementing:
        return repeal_role(clause, mention, subject=subject)
    return Role.MERUJUK


def repeal_role(clause: Clause, mention: Mention, *, subject: bool) -> Role:
    """Return how much of a rule a repeal takes."""
    if UNDER.search(clause.before) or EXEMPTS.search(clause.before):
        return Role.MERUJUK
    if clause.is_within:
        return Role.MENCABUT if ALL_OF.search(clause.before) else Role.MENCABUT_SEBAGIAN
    if not subject:
        in_annex = bool(mention.places) and mention.places[0].path[0][0] == Kind.LAMPIRAN
        part = in_annex and TARIFF.search(clause.before)
        return Role.MENCABUT_SEBAGIAN if part else Role.MERUJUK
    partial = clause.verb == "partly" or mention.places
    return Role.MENCABUT_SEBAGIAN if partial else Role.MENCABUT
