"""The corridor to the graph: a corpus becomes edges, chains, statuses, ledgers and a drawing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from regcheck.domain import Identity, Regulation, RegulationId, Role, Standing, Status
from regcheck.domain.catalogue import CatalogueEntry
from regcheck.domain.graph import (
    Delegation,
    DelegationState,
    Edge,
    Force,
    Proof,
    Step,
    UnitForce,
)
from regcheck.errors import RegcheckError
from regcheck.jdihn import GONE
from regcheck.jdihn_abstracts import find_edges, quote_tie
from regcheck.law import graph as graphs
from regcheck.law.dates import year_of
from regcheck.law.delegation_ledger import Library, find_states
from regcheck.law.delegations import find_delegations
from regcheck.law.graph_paths import base_of
from regcheck.law.orphans import Orphan, find_orphans
from regcheck.law.proofs import cited_title, prove
from regcheck.law.survival import keeps_rules, matters
from regcheck.naming import cite_regulation
from regcheck.shelf import dates_of, drafts_of
from regcheck.standings import LawOfDay
from regcheck.store import Corpus
from regcheck.store.catalogue import read_catalogue
from regcheck.store.clauses import surviving_passages

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Atlas", "Circle", "Delegation", "DelegationState", "Force", "UnitForce", "open_atlas"]

#: The roles in which a circle of regulations is an oddity; that two cite each other is none.
CIRCLE_ROLES = (
    Role.DASAR_HUKUM, Role.MELAKSANAKAN, Role.MENGUBAH, Role.MENCABUT, Role.MENDELEGASIKAN,
)  # fmt: skip
#: Longer circles than these are not sought: they are many and say little.
LONGEST_CIRCLE = 6
#: How many citing acts are asked for a title, and how long it may be.
ASKED, LONGEST_TITLE = 5, 300
#: How many circles are listed.
MAX_CIRCLES = 200


@dataclass(frozen=True, slots=True)
class Circle:
    """Regulations, or units of one, each of which points to the next and the last to the first."""

    members: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass
class Atlas:
    """The citation graph of a corpus on a date, with the ways back to its pages."""

    corpus: Corpus
    as_of: str = ""
    regulations: dict[str, Regulation] = field(default_factory=dict)

    @cached_property
    def identities(self) -> Mapping[str, Identity]:
        """The identities of the corpus, by id."""
        return self.corpus.identities()

    @cached_property
    def printed(self) -> tuple[Edge, ...]:
        """Every citation that a text prints, those of own parts included."""
        return self.corpus.edges()

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every citation, and what only catalogues tell of the ties of regulations."""
        return (*self.printed, *find_edges(self.catalogue.values(), self.printed))

    @cached_property
    def dates(self) -> Mapping[str, str]:
        """The date from which each regulation counts."""
        return dates_of(self.identities)

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The regulations that are not law yet."""
        return drafts_of(self.identities)

    @cached_property
    def law(self) -> LawOfDay:
        """What is in force on the date; today where none is given."""
        return LawOfDay(self.corpus, self.as_of)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """The standing of every regulation, absent ones that another changed included."""
        return self.law.standings()

    @cached_property
    def catalogue(self) -> Mapping[str, CatalogueEntry]:
        """What catalogues say, by id."""
        return read_catalogue(self.corpus)

    @cached_property
    def delegations(self) -> tuple[Delegation, ...]:
        """The delegations of every regulation of the corpus."""
        return find_delegations(self.corpus.passages())

    @property
    def unplaced(self) -> int:
        """How many regulations were stored before citations were kept with their places."""
        return len({edge.source for edge in self.printed if not edge.page})

    def regulation(self, id_: str) -> Regulation:
        """Return a regulation, read from the corpus once."""
        if id_ not in self.regulations:
            self.regulations[id_] = self.corpus.regulation(id_)
        return self.regulations[id_]

    def prove(self, edge: Edge) -> Proof:
        """Return the sentence of an edge, from the text or, without a page, from a catalogue."""
        if edge.origin:
            words = quote_tie(self.catalogue[edge.source], edge.role, edge.base)
            return Proof(edge.source, 0, words)
        return prove(self.regulation(edge.source), edge)

    def require(self, key: str) -> None:
        """Refuse what is no node.

        Raises:
            RegcheckError: Nothing in the corpus has this id or key, or cites it.
        """
        id_ = base_of(key)
        if id_ in self.identities:
            if key == id_ or key in self.regulation(id_).by_key:
                return
            raise RegcheckError(
                id=f"{key}: {id_} tidak memuat ketentuan itu. Lihat `regcheck corpus show {id_}`.",
                en=f"{key}: {id_} has no such provision. See `regcheck corpus show {id_}`.",
            )
        if not any(id_ in (edge.base, edge.source) for edge in self.edges):
            raise RegcheckError(
                id=f"{key}: tidak ada di korpus, dan tidak dirujuk di dalamnya. Lihat `regcheck "
                "corpus list`.",
                en=f"{key}: not in the corpus, and not cited in it. See `regcheck corpus list`.",
            )

    def nodes(self) -> dict[str, graphs.Node]:
        """Return what is known of each regulation that is a node, by id."""
        cited = {id_ for edge in self.edges for id_ in (edge.source, edge.base)}
        weights = graphs.rank_nodes(self.edges)
        groups = {
            id_: number
            for number, members in enumerate(graphs.find_communities(self.edges), start=1)
            for id_ in members
        }
        return {
            id_: graphs.Node(
                title=self.title(id_),
                in_corpus=id_ in self.identities,
                status=self.status(id_),
                weight=round(weights.get(id_, 0.0), 8),
                group=groups.get(id_, 0),
            )
            for id_ in (*self.identities, *sorted(cited - set(self.identities)))
        }

    def title(self, id_: str) -> str:
        """Return the title of a regulation, from its text or from a catalogue; or nothing."""
        known = self.identities.get(id_)
        if known is None and id_ in self.catalogue:
            known = self.catalogue[id_].identity
        return known.tentang if known else ""

    @cached_property
    def printed_at(self) -> Mapping[str, tuple[Edge, ...]]:
        """For each regulation outside the corpus a few places that cite it as a whole."""
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.printed:
            wanted = edge.base not in self.identities and edge.page and "#" not in edge.target
            if wanted and len(found[edge.base]) < ASKED:
                found[edge.base].append(edge)
        return {base: tuple(edges) for base, edges in found.items()}

    def cited_title(self, id_: str) -> str:
        """Return the title of a regulation or, where its text is absent, as others print it.

        Of several the shortest: the others go on into the sentence.
        """
        if known := self.title(id_):
            return known
        found = []
        for edge in self.printed_at.get(id_, ()):
            text = self.regulation(edge.source).text
            found.append(cited_title(text[edge.span.end : edge.span.end + LONGEST_TITLE]))
        return min(filter(None, found), key=len, default="")

    def status(self, id_: str) -> str:
        """Return the status of a regulation; empty for an absent one that nobody changed."""
        standing = self.standings.get(id_)
        return standing.status.value if standing else ""

    def graph(self, around: str = "", depth: int = 1, *, units: bool = True) -> nx.MultiDiGraph:
        """Return the graph of provisions, or of regulations alone.

        Args:
            around: Only what lies within ``depth`` steps of this regulation or provision.
            depth: How many steps.
            units: Whether provisions are nodes.

        Raises:
            RegcheckError: ``around`` is no node.
        """
        nodes = self.nodes()
        if not around:
            return graphs.build_graph(nodes, self.edges, units=units)
        self.require(around)
        edges = graphs.find_neighbours(self.edges, around, depth)
        near = {base_of(around), *(id_ for edge in edges for id_ in (edge.source, edge.base))}
        inside = {id_: node for id_, node in nodes.items() if id_ in near}
        return graphs.build_graph(inside, edges, units=units)

    def chain(self, start: str, end: str) -> tuple[Step, ...]:
        """Return the chain of provisions from one to the other, each with its sentence.

        Raises:
            RegcheckError: One of the two is no node.
        """
        self.require(start)
        self.require(end)
        found = graphs.find_chain(self.edges, start, end)
        return tuple(Step(edge, forward, self.prove(edge)) for edge, forward in found)

    def neighbours(self, key: str, roles: Collection[str] = ()) -> tuple[Step, ...]:
        """Return every citation that begins or ends at, or in, a provision or regulation.

        What it cites comes first, in printed order, then what cites it, the newest first; a
        citation of a part of its own regulation is left out where the regulation is asked for.

        Raises:
            RegcheckError: It is no node.
        """
        self.require(key)
        near = graphs.find_neighbours(self.edges, key)
        near = tuple(one for one in near if not roles or one.role.value in roles)
        if "#" not in key:
            near = tuple(one for one in near if not one.own)
        out = [one for one in near if graphs.is_inside(one.holder or one.source, key)]
        back = [one for one in near if one not in set(out)]
        back.sort(key=lambda one: (year_of(one.source), one.source), reverse=True)
        steps = [(one, True) for one in out] + [(one, False) for one in back]
        return tuple(Step(one, forward, self.prove(one)) for one, forward in steps)

    def force(self, id_: str) -> Force:
        """Return the status of a regulation with its reasons.

        Raises:
            RegcheckError: It is neither in the corpus nor cited there.
        """
        self.require(id_)
        return self.law.force(id_, self.prove, self.hint(id_))

    def hint(self, id_: str) -> str:
        """Return what catalogues say of a regulation: its own status, or another's abstract."""
        by = [one.id for one in self.catalogue.values() if (Role.MENCABUT, id_) in one.ties]
        known = self.catalogue[id_].status if id_ in self.catalogue else ""
        return f"{GONE} ({', '.join(map(cite_regulation, by))})" if by else known

    def ledger(self, ids: Sequence[str] = ()) -> tuple[DelegationState, ...]:
        """Return every delegation, or those of some regulations, and what became of it."""
        wanted = [one for one in self.delegations if not ids or one.act in ids]
        return find_states(wanted, self.library(), self.as_of)

    def library(self) -> Library:
        """Return the acts among which fulfilments are sought."""
        gone = {id_ for id_, one in self.standings.items() if one.status is Status.DICABUT}
        ended = {key: one for rows in self.law.superseded.values() for key, one in rows.items()}
        return Library(
            self.identities,
            self.printed,
            self.dates,
            self.drafts,
            frozenset(gone),
            self.delegations,
            ended=ended,
        )

    def orphans(self) -> tuple[tuple[Orphan, Proof | None], ...]:
        """Return the rules whose parents are all repealed, with the clause that keeps them."""
        found = self.lone_rules()
        return tuple((one, self.keeping_clause(one)) for one in found)

    def keeping_clause(self, orphan: Orphan) -> Proof | None:
        """Return the clause of a repealing act that keeps a rule, by name or by its matter."""
        for edge in orphan.kept:
            proof = self.prove(edge)
            if edge.base == orphan.id or any(matters(proof.text)):
                return proof
        acts = [RegulationId.from_str(one) for one in orphan.parents]
        for passage in surviving_passages(self.corpus, orphan.repealers):
            for act in acts:
                title = self.cited_title(str(act))
                if keeps_rules(passage.text, title, act.nomor, act.tahun):
                    return Proof(passage.key, passage.page, passage.text)
        return None

    def lone_rules(self) -> tuple[Orphan, ...]:
        """Return the rules whose parents are all repealed."""
        return find_orphans(self.printed, self.standings, self.identities.keys(), self.drafts)

    def circles(self, *, units: bool = False) -> tuple[tuple[Circle, ...], int]:
        """Return the circles of regulations, or of pasal that cite each other, and their number.

        Only so many are listed; the number counts all.
        """
        arrows: dict[tuple[str, str], Edge] = {}
        for edge in self.printed:
            if units and edge.own:
                arrows.setdefault((edge.holder, edge.target), edge)
            elif not units and not edge.own and edge.role in CIRCLE_ROLES:
                arrows.setdefault((edge.source, edge.base), edge)
        ends: dict[str, list[str]] = {}
        for source, target in arrows:
            ends.setdefault(source, []).append(target)
        found = graphs.find_circles(ends, LONGEST_CIRCLE)
        listed = [self.circle(one, arrows) for one in found[:MAX_CIRCLES]]
        return tuple(listed), len(found)

    def circle(self, members: Sequence[str], arrows: Mapping[tuple[str, str], Edge]) -> Circle:
        """Return a circle with the sentence of each of its steps."""
        pairs = zip(members, (*members[1:], members[0]), strict=True)
        edges = [arrows[pair] for pair in pairs]
        return Circle(tuple(members), tuple(Step(one, True, self.prove(one)) for one in edges))


def open_atlas(corpus: Corpus, as_of: str = "") -> Atlas:
    """Return the graph of a corpus on a date; empty for all that is known."""
    return Atlas(corpus, as_of)
