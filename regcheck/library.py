"""The passages that a list quotes, taken from a corpus in one go: memory holds no others."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from regcheck.current import Current
from regcheck.domain import Passage


@dataclass(frozen=True)
class Library:
    """The passages that were taken so far, by key and as printed, and where each stands."""

    current: Current
    texts: dict[str, Passage] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)

    def take(self, keys: Set[str]) -> Iterator[Passage]:
        """Yield all passages of the corpus in their order; those of some keys are kept."""
        for place, passage in enumerate(self.current.stream()):
            if passage.key in keys:
                self.texts[passage.key], self.places[passage.key] = passage, place
            yield passage
