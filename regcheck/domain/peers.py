"""Regulations of other regions as models for a draft, and where it departs from them."""

from __future__ import annotations

from dataclasses import dataclass

from regcheck.domain.comparison import Passage
from regcheck.domain.words import Status


@dataclass(frozen=True, slots=True)
class Departure:
    """What a draft words otherwise than its model: the kind, and the words of either side.

    ``kind`` is number, period, sanction, deontic, authority, definition, condition, or object for
    any other word of content; an empty side lacks the words of the other.
    """

    kind: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class PeerUnit:
    """A provision of a model and its counterpart in the draft; ``ours`` is ``None`` if missing.

    ``score`` is the cosine of the two, in ``[0, 1]``; without departures they say the same.
    """

    ours: Passage | None
    theirs: Passage
    score: float = 0.0
    departures: tuple[Departure, ...] = ()


@dataclass(frozen=True, slots=True)
class Peer:
    """A regulation of another region that says much of what a draft says.

    ``share`` of the draft's provisions, in ``[0, 1]``, have a counterpart there; ``quality`` and
    ``structure`` tell how far its text and its tree can be trusted. ``units`` come in the order of
    the model.
    """

    id: str
    tentang: str
    status: Status
    share: float
    quality: float
    structure: float
    units: tuple[PeerUnit, ...]


@dataclass(frozen=True, slots=True)
class Peers:
    """The models that are shown, best first, and the counts of what is not shown, by reason."""

    models: tuple[Peer, ...]
    skipped: tuple[tuple[str, int], ...] = ()
