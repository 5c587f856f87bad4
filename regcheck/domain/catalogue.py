"""What a catalogue of legal documentation (JDIH) says of a regulation, beside its own text."""

from __future__ import annotations

from dataclasses import dataclass, field

from regcheck.domain.regulation import Identity
from regcheck.domain.words import Role


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One document of a catalogue.

    ``id`` is the id that follows from ``identity``; ``status`` the catalogue's word for it
    (*Berlaku*, *Tidak Berlaku*), which is only a hint; ``abstract`` the text of the abstract and
    ``ties`` the acts that it names, each with the role they play. ``file`` is the name of the
    document's file, ``abstract_file`` that of its abstract where the feed does not print it, and
    ``url`` where the catalogue keeps it. ``fields`` are the feed's own, as given.
    """

    id: str
    identity: Identity
    status: str = ""
    subjects: tuple[str, ...] = ()
    abstract: str = ""
    ties: tuple[tuple[Role, str], ...] = ()
    file: str = ""
    abstract_file: str = ""
    url: str = ""
    fields: dict[str, str] = field(default_factory=dict)
