"""A citation as it is read, before it is resolved, and the page that it is read from."""

from __future__ import annotations

from dataclasses import dataclass, field

from regcheck.domain import Kind
from regcheck.parse.citations.acts import Act, read_acts
from regcheck.parse.citations.aliases import Aliases
from regcheck.parse.citations.places import Place
from regcheck.parse.citations.resolve import Outline


@dataclass(frozen=True, slots=True)
class Page:
    """The text, as printed and as a view, with its outline."""

    text: str
    view: str
    outline: Outline
    aliases: Aliases = field(default_factory=lambda: Aliases({}, None))

    def acts_at(self, position: int, limit: int, *, placed: bool = False) -> tuple[Act, ...]:
        """Read the rules named at a position, by a short name or in full; empty for none.

        ``placed`` tells that a place in the rule stands before it.
        """
        acts = read_acts(self.view, position, limit)
        if acts and not acts[0].nickname:
            return acts
        return self.aliases.read(self.view, position, limit, placed=placed) or acts

    def zone(self, unit: int) -> Kind | None:
        """Return the part of the document a unit lies in; ``None`` outside all units."""
        return self.outline.zones[unit] if unit >= 0 else None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a citation may begin: ``floor`` to ``reach`` is a part of ``unit`` without children."""

    start: int
    unit: int
    floor: int
    reach: int


@dataclass(slots=True)
class Mention:
    """A citation as read, before it is resolved: places, rules, or places of a rule.

    ``unit`` is the number of the unit that holds it, -1 for none; ``reach`` the end of the text
    before the next unit. ``pointing`` is ``self``, ``back``, ``titled``, ``before`` or ``next``
    (the unit of a level before this one, or behind it), ``again`` (a place named before),
    ``treaty`` (places of what is no regulation), ``makerless`` or ``unnumbered`` (of a rule whose
    maker or number is not named) or nothing, and ``name`` the words that point. ``after`` tells
    that the places stand behind their rule.
    """

    start: int
    end: int
    unit: int
    reach: int
    places: tuple[Place, ...] = ()
    acts: tuple[Act, ...] = ()
    pointing: str = ""
    name: str = ""
    title: str = ""
    after: bool = False
