"""The sentence around a citation: the words before it and the verb that governs it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from regcheck.domain import Kind
from regcheck.parse.citations.mentions import Mention, Page
from regcheck.parse.citations.role_patterns import (
    AFTER,
    COMING_INTO_FORCE,
    PROVISIONS,
    SENTENCE_END,
    VERB,
    WITHIN,
)

#: How far back a sentence is followed, and how much of it decides about prepositions.
LONGEST_SENTENCE, NEAR = 700, 120
#: How much of the words that open and close a list is read.
LEAD, TAIL = 400, 250
LISTED = (Kind.HURUF, Kind.ANGKA, Kind.SUBHURUF, Kind.SUBANGKA)
#: Kinds of verbs that stand before what they change.
ACTIVE = ("repeals", "changes")
#: What an item ends with whose list goes on.
GOES_ON = (";", ",", " dan", " atau", ")")


@dataclass(frozen=True, slots=True)
class Clause:
    """The words before a mention in its sentence, and the kind of verb that governs it.

    ``verb`` is keep, partly, repeal, change, enact or nothing.
    """

    before: str
    verb: str

    @property
    def near(self) -> str:
        """The last words before the mention."""
        return self.before[-NEAR:]

    @property
    def is_within(self) -> bool:
        """Whether the clause speaks of provisions in the rule."""
        return bool(WITHIN.search(self.near) and PROVISIONS.search(self.before))


@dataclass(frozen=True)
class Clauses:
    """Finds the clause of a mention; the verbs of a pasal are looked for once, when needed."""

    page: Page
    verbs: dict[int, tuple[list[int], list[str]]] = field(default_factory=dict)

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """Where sentences end, in the text as printed."""
        return tuple(match.start() for match in SENTENCE_END.finditer(self.page.text))

    def clause_of(self, mention: Mention) -> Clause:
        """Return the clause of a mention."""
        return Clause(self.words_before(mention), self.governing_verb(mention))

    def words_before(self, mention: Mention) -> str:
        """Return the words of a sentence before a mention."""
        return self.page.view[self.sentence_start(mention) : mention.start]

    def sentence_start(self, mention: Mention) -> int:
        """Return where the sentence of a mention begins, inside its unit."""
        unit = self.page.outline.units[mention.unit]
        floor = max(unit.span.start, mention.start - LONGEST_SENTENCE)
        index = bisect_left(self.stops, mention.start)
        return max(floor, self.stops[index - 1] + 1) if index else floor

    def sentence_end(self, mention: Mention) -> int:
        """Return where the sentence of a mention ends, before the next unit."""
        end = min(mention.reach, mention.end + AFTER)
        index = bisect_left(self.stops, mention.end)
        return min(end, self.stops[index]) if index < len(self.stops) else end

    def kinds(self, mention: Mention, start: int, end: int) -> list[str]:
        """List the kinds of the verbs in a range of the pasal, or part, around a mention."""
        outline = self.page.outline
        around = list(outline.chain(mention.unit))
        pasal = [index for index in around if outline.units[index].kind is Kind.PASAL]
        outer = pasal[-1] if pasal else around[-1]
        if outer not in self.verbs:
            span = outline.units[outer].span
            found = list(VERB.finditer(self.page.view, span.start, span.end))
            kinds = [match.lastgroup or "" for match in found]
            self.verbs[outer] = [match.start() for match in found], kinds
        starts, kinds = self.verbs[outer]
        return kinds[bisect_left(starts, start) : bisect_left(starts, end)]

    def governing_verb(self, mention: Mention) -> str:
        """Return the kind of verb that governs a mention; nothing without one.

        The first verb after the rule counts, then the last one before it, then the list's.
        """
        after = self.kinds(mention, mention.end, self.sentence_end(mention))
        after = [kind for kind in after if kind not in ACTIVE]
        if after:
            if after[0] == "partly":
                return "partly" if after[1:2] == ["repeal"] else ""
            return after[0]
        before = self.kinds(mention, self.sentence_start(mention), mention.start)
        return last_verb(before) if before else self.list_verb(mention)

    def list_verb(self, mention: Mention) -> str:
        """Return the kind of verb in the words that open or close the list of an item."""
        outline = self.page.outline
        parent = outline.parents[mention.unit]
        if parent < 0 or outline.units[mention.unit].kind not in LISTED:
            return ""
        outer, first = outline.units[parent].span, outline.units[parent + 1].span.start
        lead = self.kinds(mention, max(outer.start, first - LEAD), first)
        if lead:
            return last_verb(lead)
        ending = self.page.view[max(mention.end, mention.reach - 40) : mention.reach].rstrip()
        opening = self.page.view[max(outer.start, first - LEAD) : first]
        if not ending.endswith(GOES_ON) and not COMING_INTO_FORCE.search(opening):
            return ""
        tail = self.kinds(mention, max(mention.reach, outer.end - TAIL), outer.end)
        tail = [kind for kind in tail if kind not in ACTIVE]
        return "repeal" if "repeal" in tail else "".join(tail[:1])


def last_verb(kinds: list[str]) -> str:
    """Return the last of the verbs before a rule that can govern it, without its voice.

    What is *diubah* stands before the verb; what follows it is the new text.

    >>> last_verb(["repeals"]), last_verb(["change"])
    ('repeal', '')
    """
    return kinds[-1].removesuffix("s") if kinds[-1] != "change" else ""
