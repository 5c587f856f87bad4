"""The key of a place as it is meant where it is printed: in its own rule, or in the amended one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from regcheck.domain import Kind
from regcheck.parse.citations.bases import Bases
from regcheck.parse.citations.mentions import Mention, Page
from regcheck.parse.citations.patterns import ABOVE
from regcheck.parse.citations.places import Place
from regcheck.parse.citations.resolve import bare_key, division_key, key_above, rooted_key

#: How far before an angka the words that speak of instructions are looked for.
LONGEST_LEAD = 60
#: A word that tells a list letter from the letter of an inserted pasal.
#:
#: takes    huruf      sub
#: refuses  pasal
HURUF_WORD = re.compile(r"huruf|sub|butir")
#: Words that speak of the instructions of an amending act, behind the text that it quotes.
#:
#: takes    ; 3. ketentuan sebagaimana dimaksud pada      diganti sebagaimana dimaksud dalam
#: refuses  izin sebagaimana dimaksud pada
OF_INSTRUCTION = re.compile(
    r"(?:ketentuan(?:\spasal\s\w+)?|diubah|diganti)\ssebagaimana\sdimaksud\s(?:pada|dalam)\s*$"
)
GLOSS = re.compile(r"penjelasan\s+$")
#: Capital letters that figures of a pasal are misread as.
FIGURES = str.maketrans("SGBZT", "59827")
CONSIDERING = (Kind.MENGINGAT, Kind.MENIMBANG)


@dataclass(slots=True)
class Keys:
    """Finds the key of each place; ``last`` holds the last one found in each unit."""

    page: Page
    bases: Bases
    last: dict[int, str] = field(default_factory=dict)

    @property
    def own_id(self) -> str:
        """The id of the regulation being read."""
        return self.page.outline.regulation_id

    def find(self, mention: Mention, place: Place, rule: str) -> str:
        """Return the key of one place; nothing where it cannot be told."""
        if rule:
            key = rooted_key(rule, self.inserted(place))
            if self.bases.context(mention) == ("", rule):
                self.last[mention.unit] = key
            return key
        outline = self.page.outline
        context, base = self.bases.context(mention)
        place = self.inserted(place)
        kind = place.path[0][0]
        if kind in ("bagian", "paragraf"):
            key = division_key(outline, mention.unit, base, place)
        elif place.rooted:
            key = self.own_key(mention, base, place)
        else:
            near = context or self.last.get(mention.unit) or self.named_after(mention, base)
            key = self.instruction(mention, base, place) or bare_key(outline, near, place)
            if key not in outline.by_key and ABOVE.match(self.page.view, mention.end):
                key = key_above(outline, mention.unit, place) or key
        if GLOSS.search(self.page.view, max(0, mention.start - 14), mention.start):
            key = key.replace("#pasal-", "#penjelasan/pasal-", 1)
        if base != self.own_id and not context:
            self.last[mention.unit] = key
        return key

    def inserted(self, place: Place) -> Place:
        """Return a place with the small letter of an inserted pasal, if it is one: Pasal 107 a."""
        labels = self.page.outline.lettered
        if not labels or [kind for kind, _ in place.path[:2]] != ["pasal", "huruf"]:
            return place
        label = f"{place.path[0][1]}{place.path[1][1].upper()}"
        if label not in labels or HURUF_WORD.search(self.page.view, place.start, place.end):
            return place
        return replace(place, path=(("pasal", label), *place.path[2:]))

    def instruction(self, mention: Mention, base: str, place: Place) -> str:
        """Return the instruction of an amending act that an angka means, behind what it quotes."""
        if mention.unit < 0 or place.path[0][0] != "angka" or len(place.path) > 1:
            return ""
        before = self.page.view[max(0, mention.start - LONGEST_LEAD) : mention.start]
        if base == self.own_id or not OF_INSTRUCTION.search(before):
            return ""
        *_, outermost = self.page.outline.chain(mention.unit)
        key = f"{self.page.outline.units[outermost].key}/angka-{place.path[0][1]}"
        return key if key in self.page.outline.by_key else ""

    def named_after(self, mention: Mention, base: str) -> str:
        """Return the first pasal that an instruction names behind bare places; else nothing."""
        rooted = (place for place in mention.places if place.path[0][0] == "pasal")
        first = next(rooted, None)
        return rooted_key(base, first) if first and base != self.own_id else ""

    def own_key(self, mention: Mention, base: str, place: Place) -> str:
        """Return the key of a place that names its pasal, in this regulation or its base."""
        kind, label = place.path[0]
        zone = self.page.zone(mention.unit)
        if kind == "pasal" and base == self.own_id and zone in (*CONSIDERING, None):
            return ""
        if kind == "pasal" and label.isalpha():
            if f"{self.own_id}#pasal-{label}" in self.page.outline.by_key:
                base = self.own_id
            elif set(label) == {"I"} and base == self.own_id:
                digits = "1" * len(label)
                if label == "I" or f"{base}#pasal-{digits}" in self.page.outline.by_key:
                    place = replace(place, path=(("pasal", digits), *place.path[1:]))
        elif kind == "pasal" and base == self.own_id:
            base, place = self.found_in(mention, place)
        return rooted_key(base, place)

    def found_in(self, mention: Mention, place: Place) -> tuple[str, Place]:
        """Return the rule that has a pasal named without one, and the pasal as it is written there.

        A pasal that the regulation lacks is one of its own with figures misread as letters, or, in
        the gloss of an amending act or behind its closing, one of the base.
        """
        known, label = self.page.outline.by_key, place.path[0][1]
        if f"{self.own_id}#pasal-{label}" in known:
            return self.own_id, place
        digits = label.translate(FIGURES)
        if digits != label and f"{self.own_id}#pasal-{digits}" in known:
            return self.own_id, replace(place, path=(("pasal", digits), *place.path[1:]))
        glossed = self.page.zone(mention.unit) in (Kind.PENJELASAN, Kind.MEMUTUSKAN)
        return (self.bases.sole or self.own_id) if glossed else self.own_id, place
