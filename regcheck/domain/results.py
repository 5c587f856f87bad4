"""What a check sees, and what it says: case, findings, suppressed entries, coverage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from regcheck.domain.comparison import Norm, Pair, Passage, Place
from regcheck.domain.graph import DelegationState, Reason
from regcheck.domain.peers import Peers
from regcheck.domain.regulation import Regulation
from regcheck.domain.state import Bygone, Head, Link, Relation, Superseded
from regcheck.domain.words import Certainty, Severity


@dataclass(frozen=True, slots=True)
class Quote:
    """One side of a finding: the unit, its text, and its page.

    ``printed`` are the places in amending acts that print the words, where the unit's own act does
    not; the page is that of the first words.
    """

    key: str
    text: str
    page: int
    printed: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A result of a check, with what a lawyer needs to verify it."""

    fingerprint: str
    code: str
    severity: Severity
    certainty: Certainty
    confidence: float
    left: Quote
    right: Quote | None
    relation: str
    reason: str
    basis: str
    recommendation: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A pair or citation that was looked at and is no fault, with the N-code that says why.

    ``by`` is the act or clause by which the counterpart is taken for the law of yesterday, where
    that is inferred.
    """

    code: str
    left: str
    right: str
    score: float = 0.0
    by: str = ""


@dataclass(frozen=True, slots=True)
class Misprint:
    """A gazette that a draft prints otherwise than the register: both as they are cited in short.

    ``catalogued`` tells that the register is a catalogue; else it is what the act itself and
    others print.
    """

    act: str
    printed: str
    registered: str
    catalogued: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was compared, and what was not and why; counts by name."""

    compared: Mapping[str, int]
    skipped: Mapping[str, int]


@dataclass(frozen=True)
class Case:
    """Everything the checks may look at: one draft, its counterparts, and the state of the law.

    ``passages`` holds those of the draft and every counterpart in ``pairs``, by key; ``norms``
    their frames; ``heads``, ``relations`` (seen from the draft) and ``superseded`` concern the
    corpus; ``links`` are the edges of the citation graph, the draft's own included;
    ``delegations`` those that the draft prints, and those of others that it carries out;
    ``pending`` why acts of the corpus that the draft cites are not in force yet; ``library`` the
    passages of the corpus, by key; ``misprints`` the legal bases cited with another gazette than
    the register has, by act; ``annulled`` what courts did to regulations of the corpus and their
    units, by id or key; ``ended`` the units of the corpus that are no more at their number, those
    of consolidated texts included, by key; ``beside`` the keys of what a draft that amends would
    leave as it is in the regulations that it amends; ``bygones`` what only the built-in register
    says to be no longer in force, by id; ``replaced`` the acts that a later one of the same title,
    or a day set by statute, took out of force, each with that act or clause; ``survivors`` the
    rules that carry out nothing but acts that are gone, each with the first of these.
    """

    draft: Regulation
    passages: Mapping[str, Passage]
    pairs: tuple[Pair, ...]
    norms: Mapping[str, Norm]
    heads: Mapping[str, Head]
    relations: Mapping[str, Relation]
    superseded: Mapping[str, Superseded]
    links: tuple[Link, ...]
    lang: str = "id"
    delegations: tuple[DelegationState, ...] = ()
    pending: Mapping[str, Reason] = field(default_factory=dict)
    library: Mapping[str, Passage] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    misprints: Mapping[str, Misprint] = field(default_factory=dict)
    annulled: Mapping[str, Reason] = field(default_factory=dict)
    ended: Mapping[str, Superseded] = field(default_factory=dict)
    bygones: Mapping[str, Bygone] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)
    survivors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a draft another regulation rules too.

    ``units`` are the keys of the draft's provisions that overlap with those of ``regulation``, in
    the draft's order; ``total`` the number of its provisions that are norms of their own, and
    neither definitions nor formulae.
    """

    regulation: str
    units: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Everything one check of one draft says; ``peers`` only if models were asked for.

    ``shares`` tell which part of the draft is already regulated, and where, the largest first.
    """

    draft: Regulation
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    coverage: Coverage
    corpus: Mapping[str, Any]
    settings: Mapping[str, Any]
    peers: Peers | None = None
    shares: tuple[Share, ...] = ()
