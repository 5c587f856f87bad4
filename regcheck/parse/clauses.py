"""The sentence around a citation: the words before it and the verb that governs it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from regcheck.domain import Kind
from regcheck.parse.role_patterns import AFTER, SENTENCE_END, VERB
from regcheck.parse.scan import Mention, Page

#: How far back a sentence is followed, and how much of it decides about prepositions.
LONGEST_SENTENCE, NEAR = 700, 120
#: How much of the words that open and close a list is read.
LEAD, TAIL = 400, 250
LISTED = (Kind.HURUF, Kind.ANGKA, Kind.SUBHURUF, Kind.SUBANGKA)
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


@dataclass(frozen=True)
class Clauses:
    """Finds the clause of a mention; verbs and full stops are looked for once in a document."""

    page: Page

    @cached_property
    def verbs(self) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Where the verbs stand that do something to a rule, and their kinds."""
        found = [(match.start(), match.lastgroup or "") for match in VERB.finditer(self.page.view)]
        return tuple(start for start, _ in found), tuple(kind for _, kind in found)

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """Where sentences end, in the text as printed."""
        return tuple(match.start() for match in SENTENCE_END.finditer(self.page.text))

    def clause_of(self, mention: Mention) -> Clause:
        """Return the clause of a mention."""
        start = self.sentence_start(mention)
        return Clause(self.page.view[start : mention.start], self.governing_verb(mention, start))

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

    def kinds(self, start: int, end: int) -> tuple[str, ...]:
        """List the kinds of the verbs in a range of the text."""
        starts, kinds = self.verbs
        return kinds[bisect_left(starts, start) : bisect_right(starts, end - 1)]

    def governing_verb(self, mention: Mention, start: int) -> str:
        """Return the kind of verb that governs a mention; nothing without one.

        The first verb after the rule counts, then the last one before it, then the list's.
        """
        after = self.kinds(mention.end, self.sentence_end(mention))
        if after:
            if after[0] == "partly":
                return "partly" if after[1:2] == ("repeal",) else ""
            return after[0]
        before = self.kinds(start, mention.start)
        return before[-1] if before else self.list_verb(mention)

    def list_verb(self, mention: Mention) -> str:
        """Return the kind of verb in the words that open or close the list of an item."""
        outline = self.page.outline
        parent = outline.parents[mention.unit]
        if parent < 0 or outline.units[mention.unit].kind not in LISTED:
            return ""
        outer, first = outline.units[parent].span, outline.units[parent + 1].span.start
        lead = self.kinds(max(outer.start, first - LEAD), first)
        if lead:
            return lead[-1]
        ending = self.page.view[max(mention.end, mention.reach - 40) : mention.reach].rstrip()
        if not ending.endswith(GOES_ON):
            return ""
        tail = self.kinds(max(mention.reach, outer.end - TAIL), outer.end)
        return tail[0] if tail else ""
