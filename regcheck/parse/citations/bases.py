"""The rule that an amending act changes, against which its bare places are read.

UU 12/2011 Lampiran II nos. 233-236: the articles quoted and the instructions name their base once;
every place after it lies in the base, not in the amending act.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from regcheck.domain import Kind
from regcheck.parse.citations.mentions import Mention, Page

#: A rule with this wording in its title changes an instrument that has no number.
#:
#: takes    diubah sebagai berikut      diubah dan ditambah lagi, sebagai berikut
#: refuses  berubah sebagai berikut      diubah dengan
CHANGE_OPENS = re.compile(
    r"(?<![a-z])di(?:u|ru)bah(?:\s+dan\s+ditambah)?(?:\s+(?:lagi|lebih\s+lanjut))?(?:\s+dan\s+ditambah)?,?\s+sebagai\s+berikut"
)
#: The base of an amendment that names it without a number.
UNKNOWN = "?"
#: Stands for the preamble where pasal have their numbers.
FRONT = -1


@dataclass(slots=True)
class Bases:
    """The amended rules found so far: in the title, and in each pasal.

    ``openings`` tells where a pasal, or the preamble, begins to amend.
    """

    page: Page
    found: dict[int, str] = field(default_factory=dict)
    openings: dict[int, int] = field(default_factory=dict)
    title: str = ""

    @property
    def sole(self) -> str:
        """The one rule that the act changes: the title's, or that of all its pasal; else none."""
        named = {*self.found.values()} - {UNKNOWN}
        return self.title or ("".join(named) if len(named) == 1 else "")

    def remember(self, mention: Mention, target: str) -> None:
        """Keep a rule that is named as the one changed; the first one named stands."""
        if self.page.zone(mention.unit) is Kind.PASAL:
            self.found.setdefault(self.outer_pasal(mention.unit), target)
        else:
            self.title = self.title or target

    def outer_pasal(self, unit: int) -> int:
        """Return the number of the outermost pasal around a unit, -1 outside the body."""
        outline = self.page.outline
        pasal = [i for i in outline.chain(unit) if outline.units[i].kind is Kind.PASAL]
        return pasal[-1] if pasal else -1

    def context(self, mention: Mention) -> tuple[str, str]:
        """Return the key against which a mention's bare places are read, and its regulation."""
        unit = mention.unit
        if unit < 0:
            return "", self.page.outline.regulation_id
        context = self.page.outline.contexts[unit]
        base = context.partition("#")[0]
        zone = self.page.zone(unit)
        if base != self.page.outline.regulation_id or zone in (Kind.PENJELASAN, Kind.LAMPIRAN):
            return context, base
        amended = self.amended(mention) if zone is Kind.PASAL else self.lost_base(mention)
        if not amended:
            return context, base
        inner = re.search(r"/(pasal-[^/]+.*)$", context.partition("#")[2])
        return (f"{amended}#{inner[1]}" if inner else ""), amended

    def lost_base(self, mention: Mention) -> str:
        """Return the rule amended in words that the page left among the preamble; else nothing."""
        if not self.title:
            return ""
        if FRONT not in self.openings:
            opening = CHANGE_OPENS.search(self.page.view)
            self.openings[FRONT] = opening.start() if opening else len(self.page.view)
        return self.title if self.openings[FRONT] < mention.start else ""

    def amended(self, mention: Mention) -> str:
        """Return the rule that the pasal around a mention amends; nothing where it amends none."""
        pasal = self.outer_pasal(mention.unit)
        if pasal < 0:
            return ""
        unit = self.page.outline.units[pasal]
        known = self.found.get(pasal, "")
        if known or (self.title and unit.label == "I"):
            return known or self.title
        if pasal not in self.openings:
            opening = CHANGE_OPENS.search(self.page.view, unit.span.start, unit.span.end)
            self.openings[pasal] = opening.start() if opening else unit.span.end
        opened = self.openings[pasal] < mention.start
        return (self.title or UNKNOWN) if opened else ""
