"""The corridor to what is in force: the clauses of a corpus become a status for each regulation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from regcheck.dated import dates_of, drafts_of, reliable_date
from regcheck.domain import (
    Bygone,
    Head,
    Identity,
    Passage,
    Regulation,
    Role,
    Standing,
    Status,
    Superseded,
)
from regcheck.domain.consolidation import Ending
from regcheck.domain.graph import Edge, Force, Proof, Reason
from regcheck.law import find_superseded
from regcheck.law.bygones import load_bygones
from regcheck.law.commencement import Commencement, Start, find_commencement
from regcheck.law.dates import is_after
from regcheck.law.force import LawState, find_force, says_gone
from regcheck.law.rulings import annulled_keys, find_verdicts, read_ruling, ruling_date
from regcheck.settings import Settings
from regcheck.store import Corpus
from regcheck.store.catalogue import read_catalogue
from regcheck.store.clauses import (
    CHANGING,
    changing_edges,
    cited_acts,
    ruling_clauses,
    starting_passages,
)

#: A day of commencement further off than so many years is misread rather than meant.
LONGEST_WAIT = 6
#: Roles in which an act that tells of a ruling names what the ruling is about.
TELLING = frozenset(Role) - {Role.DASAR_HUKUM, Role.MENGUBAH}


def no_proof(edge: Edge) -> None:
    """Give no sentence for an edge: where only the status is asked for."""
    del edge


@dataclass(frozen=True)
class LawOfDay:
    """What a corpus says of the state of the law on a date; each part is read when first needed.

    Of acts that no text of the corpus ends, ``register`` says which are no longer in force.
    """

    corpus: Corpus
    as_of: str = ""
    register: Mapping[str, Bygone] = field(default_factory=load_bygones)

    @property
    def day(self) -> str:
        """The date of which the status is; today where none is given."""
        return self.as_of or date.today().isoformat()

    @cached_property
    def identities(self) -> Mapping[str, Identity]:
        """The title blocks, by id."""
        return self.corpus.identities()

    @cached_property
    def dates(self) -> Mapping[str, str]:
        """The day from which each regulation counts; of a misread one, its year."""
        found = dates_of(self.identities)
        return {id_: reliable_date(id_, day) for id_, day in found.items()}

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The regulations that are not law yet."""
        return drafts_of(self.identities)

    @cached_property
    def edges(self) -> Mapping[str, tuple[Edge, ...]]:
        """What other acts do to each regulation, or tell of it, by its id."""
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in changing_edges(self.corpus):
            found[edge.base].append(edge)
        return {base: tuple(edges) for base, edges in found.items()}

    @cached_property
    def known(self) -> Mapping[str, Bygone]:
        """What the register says, but of acts that a catalogue of the user says are in force."""
        kept = {
            id_
            for id_, entry in read_catalogue(self.corpus).items()
            if entry.status and not says_gone(entry.status)
        }
        return {id_: one for id_, one in self.register.items() if id_ not in kept}

    @cached_property
    def starts(self) -> Mapping[str, Commencement]:
        """From when each regulation is in force, by its own clause or else its promulgation."""
        clauses: dict[str, list[Passage]] = defaultdict(list)
        for passage in starting_passages(self.corpus):
            clauses[passage.regulation].append(passage)
        return {id_: begin(clauses[id_], self.dates[id_]) for id_ in self.identities}

    @cached_property
    def annulled(self) -> Mapping[str, Mapping[str, Reason]]:
        """What courts annulled, as texts of the corpus tell: by regulation, then by id or key."""
        told: dict[str, list[Proof]] = defaultdict(list)
        for clause in ruling_clauses(self.corpus):
            if read_ruling(clause.text):
                told[clause.key.partition("#")[0]].append(clause)
        edges: dict[str, list[Edge]] = defaultdict(list)
        for edge in (one for some in self.edges.values() for one in some):
            if edge.source in told and edge.role in TELLING:
                edges[edge.source].append(edge)
        found: dict[str, dict[str, Reason]] = defaultdict(dict)
        for source, clauses in told.items():
            for key, reason in read_annulments(
                self.corpus.regulation(source), clauses, edges[source]
            ):
                found[key.partition("#")[0]].setdefault(key, reason)
        return found

    @property
    def told(self) -> tuple[str, ...]:
        """The regulations of which a text of the corpus says that a court annulled them in part."""
        return tuple(self.annulled)

    @cached_property
    def superseded(self) -> Mapping[str, Mapping[str, Superseded]]:
        """The units whose text another act replaced or deleted, by regulation and key."""
        links = self.corpus.links()
        rows = find_superseded(
            self.corpus.amendments(), links, self.dates, self.day, self.drafts
        ).rows
        found: dict[str, dict[str, Superseded]] = defaultdict(dict)
        for key, row in rows.items():
            found[key.partition("#")[0]][key] = row
        return found

    def force(
        self, id_: str, prove: Callable[[Edge], Proof | None] = no_proof, hint: str = ""
    ) -> Force:
        """Return the status of a regulation and its units on the date, with the reasons.

        Args:
            id_: The regulation, in the corpus or only cited there.
            prove: Gives the sentence of an edge.
            hint: What a catalogue says.
        """
        state = replace(self.state(id_), superseded=self.superseded.get(id_, {}), hint=hint)
        return find_force(id_, state, self.day, prove)

    def state(self, id_: str) -> LawState:
        """Return what is known of a regulation as a whole."""
        edges = tuple(edge for edge in self.edges.get(id_, ()) if edge.role in CHANGING)
        acts = {edge.source for edge in edges} | {id_}
        return LawState(
            edges=edges,
            dates=self.dates,
            drafts=self.drafts,
            starts={one: self.starts[one] for one in acts if one in self.starts},
            annulled=tuple(self.annulments(id_)),
            known=self.known.get(id_),
        )

    def annulments(self, id_: str) -> Iterator[tuple[str, Reason]]:
        """List what courts did to a regulation: to the parts that are named, else to the whole."""
        yield from self.annulled.get(id_, {}).items()

    def standings(self) -> Mapping[str, Standing]:
        """Return the status of each regulation, absent ones that another changed included.

        Of absent ones that are only cited those are included that the register has.
        """
        return self.table

    @cached_property
    def table(self) -> Mapping[str, Standing]:
        """The statuses, worked out once."""
        cited = sorted(cited_acts(self.corpus) & self.known.keys())
        ids = dict.fromkeys((*self.identities, *self.edges, *cited))
        forces = (find_force(id_, self.state(id_), self.day, no_proof) for id_ in ids)
        return {
            one.id: Standing(one.id, one.status, one.by, one.known) for one in forces if one.status
        }

    def bygones(self) -> Iterator[Bygone]:
        """List the entries of the register that give an act its status on the date."""
        for id_, one in self.known.items():
            if find_force(id_, self.state(id_), self.day, no_proof).known:
                yield one


def read_annulments(
    regulation: Regulation, clauses: Iterable[Proof], edges: Collection[Edge]
) -> Iterator[tuple[str, Reason]]:
    """List what a regulation tells to have been annulled, each with the sentence that says so."""
    text = regulation.text
    for clause in clauses:
        unit = regulation.by_key.get(clause.key)
        for verdict in find_verdicts(text, unit.span) if unit else ():
            sentence = " ".join(text[verdict.sentence.start : verdict.sentence.end].split())
            page = regulation.source_text.page_of(verdict.sentence.start)
            proof = Proof(clause.key, page, sentence)
            reason = Reason("annulled", verdict.ruling, ruling_date(verdict.ruling), proof)
            for key in annulled_keys(text, verdict, edges):
                yield key, reason


def begin(clauses: Iterable[Passage], promulgated: str) -> Commencement:
    """Return from when a regulation is in force; a day that is far off is taken for misread."""
    found = find_commencement(clauses, promulgated)
    days = (found.general, *found.pasal.values())
    if all(is_near(one.date, promulgated) for one in days):
        return found
    pasal = {key: one for key, one in found.pasal.items() if is_near(one.date, promulgated)}
    general = found.general if is_near(found.general.date, promulgated) else Start(promulgated)
    return Commencement(general, found.printed and general is found.general, pasal)


def is_near(start: str, promulgated: str) -> bool:
    """Tell whether a day of commencement, if known, lies within some years of the promulgation.

    >>> is_near("2026-01-02", "2023-01-02"), is_near("2108-01-01", "2018"), is_near("", "2018")
    (True, False, True)
    """
    if not (start and promulgated):
        return True
    return int(start[:4]) - int(promulgated[:4]) <= LONGEST_WAIT


def open_corpus(settings: Settings, *, create: bool = False) -> Corpus:
    """Open the corpus the settings name.

    Raises:
        CorpusError: It is missing (and ``create`` is not set), locked, damaged, newer or none.
    """
    return Corpus.open(settings.corpus_path, create=create)


def law_of(corpus: Corpus, as_of: str = "") -> LawOfDay:
    """Return the state of the law on a date (default: today); read until the corpus changes."""
    day = as_of or date.today().isoformat()
    law: LawOfDay = corpus.memory.answer(
        corpus.state(), f"law {day}", lambda: LawOfDay(corpus, as_of)
    )
    return law


def list_heads(corpus: Corpus, as_of: str = "") -> tuple[Head, ...]:
    """Return what is known of every regulation, with its standing on a date (default: today)."""
    known = find_standings(corpus, as_of)
    return tuple(replace(head, standing=known[head.id]) for head in corpus.heads())


def find_standings(corpus: Corpus, as_of: str = "") -> Mapping[str, Standing]:
    """Return the status of each regulation of a corpus on a date, by default today."""
    return law_of(corpus, as_of).standings()


def find_annulled(corpus: Corpus, as_of: str = "") -> Mapping[str, Reason]:
    """Return what courts did to regulations and their units on a date, by id or key."""
    law = law_of(corpus, as_of)
    known = {
        one.id: Reason("annulled", one.by, one.since, known=one)
        for one in law.bygones()
        if one.status is Status.TIDAK_MENGIKAT
    }
    return known | {
        key: reason
        for id_ in law.told
        for key, reason in law.annulments(id_)
        if not is_after(reason.date, law.day)
    }


def find_bygones(corpus: Corpus, as_of: str = "") -> Mapping[str, Bygone]:
    """Return the entries of the register that count on a date, where no text ends the act."""
    return {one.id: one for one in law_of(corpus, as_of).bygones()}


def annulled_parts(law: LawOfDay, id_: str) -> tuple[Ending, ...]:
    """Return the units of a regulation that courts annulled, to be marked in its text.

    The annulment of the whole is its status, not an ending of units.
    """
    return tuple(
        Ending(key, "annul", reason.by, reason.date)
        for key, reason in law.annulments(id_)
        if "#" in key
    )
