"""The graph of provisions: edges with their proof, paths, statuses with reasons, delegations."""

from __future__ import annotations

from dataclasses import dataclass

from regcheck.domain.state import Bygone
from regcheck.domain.text import Span
from regcheck.domain.words import Role, Status

#: The place of what was stored without one.
NO_PLACE = Span(0, 0)
#: What an edge rests on where the citing act's text does not print it: an abstract, or a title.
FROM_CATALOGUE = "katalog"
#: Kinds of reasons that a regulation has in itself.
OWN_REASONS = ("commencement", "unpromulgated")


@dataclass(frozen=True, slots=True)
class Edge:
    """A citation as an edge between provisions: a unit of ``source`` does ``role`` to ``target``.

    ``holder`` is the key of the citing unit; ``target`` an id or a unit key. ``page`` and ``span``
    say where in the text of ``source`` it is printed first; the page is 0 where that is unknown.
    ``origin`` is empty for an edge that the text itself prints, ``katalog`` for one that only a
    catalogue tells of.
    """

    source: str
    holder: str
    target: str
    role: Role
    page: int = 0
    span: Span = NO_PLACE
    origin: str = ""

    @property
    def own(self) -> bool:
        """Whether a regulation cites a part of itself."""
        return self.target.partition("#")[0] == self.source

    @property
    def base(self) -> str:
        """The id of the regulation that is cited, or a part of it."""
        return self.target.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Proof:
    """The sentence that proves something: the unit that prints it, its page, and its words."""

    key: str
    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain of provisions.

    ``forward`` tells that the chain goes the way of the edge, from the citing to the cited.
    """

    edge: Edge
    forward: bool
    proof: Proof


@dataclass(frozen=True, slots=True)
class Standpoint:
    """How much a regulation is relied on.

    ``cited_by`` and ``cites`` count other regulations; ``roles`` those that cite it in each role
    (a regulation in several roles counts in each). ``weight`` is its share of all reliance, where
    being relied on by what is itself relied on counts more (PageRank; all shares sum to 1).
    ``group`` is the number of its community, from 1.
    """

    id: str
    title: str
    in_corpus: bool
    status: str
    cited_by: int
    cites: int
    roles: dict[str, int]
    weight: float
    group: int


@dataclass(frozen=True, slots=True)
class Community:
    """Regulations that cite each other more than others: the most relied on first.

    ``words`` are those of their titles that tell them from other communities.
    """

    number: int
    members: tuple[Standpoint, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a regulation, or a unit of it, has a status on a date: which act, which sentence.

    ``kind`` is ``amended``, ``repealed``, ``partly_repealed``, ``annulled``, ``commencement``,
    ``unpromulgated`` or ``catalogue``; ``by`` the id of the act, or the name of the ruling;
    ``date`` from when, ISO or a year, empty where it is not known. ``known`` is the entry of the
    built-in register where that says so, not a text.
    """

    kind: str
    by: str
    date: str
    proof: Proof | None = None
    known: Bygone | None = None


@dataclass(frozen=True, slots=True)
class UnitForce:
    """The status of one unit that differs from that of its regulation."""

    key: str
    status: Status
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Force:
    """The status of a regulation on a date, with what it rests on.

    ``status`` is ``None`` for a regulation whose text is not in the corpus, and of which no text
    there says that it was changed. ``since`` is the date from which it is in force, as far as
    known. ``hint`` is what a catalogue says, where that differs.
    """

    id: str
    as_of: str
    status: Status | None
    since: str = ""
    reasons: tuple[Reason, ...] = ()
    units: tuple[UnitForce, ...] = ()
    hint: str = ""

    @property
    def by(self) -> tuple[str, ...]:
        """The acts, or the names of the rulings, that gave the status, oldest first."""
        told = self.reasons or tuple(
            reason for unit in self.units if unit.status is self.status for reason in unit.reasons
        )
        return tuple(dict.fromkeys(one.by for one in told if one.kind not in OWN_REASONS))

    @property
    def known(self) -> Bygone | None:
        """The entry of the built-in register that gave the status, if no text did."""
        return next((one.known for one in self.reasons if one.known), None)


@dataclass(frozen=True, slots=True)
class Delegation:
    """A clause that leaves a matter to another instrument.

    ``key`` is the unit that prints it; ``home`` the unit of the law that it is, which for a clause
    quoted by an amending act is one of the base. ``printed`` is the instrument as printed and
    ``ordered`` its kinds (slugs), ``officer`` for a rule or decision of the head of an office.
    ``matter`` is what is to be laid down, empty where the clause names nothing. ``passable`` tells
    that the matter may be passed on (*dengan atau berdasarkan*, or words that do not forbid it),
    ``blanket`` that the clause covers
    whatever is not regulated. The time allowed is ``count`` of ``unit`` (hari, bulan, tahun) from
    promulgation; 0 for none. ``loose`` is a clause that is no plain order: *dapat diatur*,
    or a rule for each case.
    """

    key: str
    home: str
    page: int
    text: str
    printed: str
    ordered: tuple[str, ...]
    matter: str
    passable: bool = False
    blanket: bool = False
    loose: bool = False
    count: int = 0
    unit: str = ""

    @property
    def act(self) -> str:
        """The id of the regulation that orders."""
        return self.home.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """An act of the corpus that carries out a delegation.

    ``how`` is ``pasal`` (it says which provision it carries out), ``act`` (it carries out the
    regulation, and its title speaks of the matter or of the whole) or ``basis`` (it rests on the
    regulation, and its title speaks of the matter). ``edge`` proves the tie.
    """

    id: str
    how: str
    edge: Edge


@dataclass(frozen=True, slots=True)
class DelegationState:
    """A delegation and what became of it.

    ``states`` is a subset of fulfilled, likely (by title and basis only), unfulfilled, overdue,
    wrong_instrument, double, subdelegated, blanket, lapsed (the order is no longer law); ``wrong``
    are acts of another kind than ordered that carry it out,
    ``passed_on`` the clauses by which those that fulfil it leave the matter to others, ``rivals``
    the pairs of acts that claim it for one matter; ``due`` is the ISO date by which it was to be
    carried out.
    """

    delegation: Delegation
    states: tuple[str, ...]
    fulfilments: tuple[Fulfilment, ...] = ()
    wrong: tuple[Fulfilment, ...] = ()
    passed_on: tuple[Delegation, ...] = ()
    rivals: tuple[frozenset[str], ...] = ()
    due: str = ""
