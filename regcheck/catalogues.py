"""The corridor by which a catalogue enters the corpus: its entries, and the files it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from regcheck.domain import FileRow, Status
from regcheck.domain.catalogue import CatalogueEntry
from regcheck.errors import UnreadableFileError
from regcheck.intake import Batch, add_files
from regcheck.jdihn import Feed, identity_values, read_feed
from regcheck.jdihn_abstracts import read_ties
from regcheck.jdihn_export import to_feed
from regcheck.jdihn_files import Match, match_abstracts, match_files
from regcheck.law.force import differs
from regcheck.read import find_documents, read_document
from regcheck.settings import Settings
from regcheck.shelf import list_heads
from regcheck.store import Corpus
from regcheck.store.catalogue import read_catalogue, write_catalogue

__all__ = ["Import", "export_feed", "plan_import"]


@dataclass
class Import:
    """A feed on its way into a corpus: what it says, which files it brings, what became of them.

    ``abstracts`` counts those read from files of their own, ``unread`` names such files that could
    not be read.
    Files are added one by one with ``run``; the entries are written at the end.
    """

    feed: Feed
    match: Match
    settings: Settings
    abstracts: int = 0
    unread: tuple[str, ...] = ()
    rows: dict[str, FileRow] = field(default_factory=dict)
    disputed: dict[str, Status] = field(default_factory=dict)

    def run(self, corpus: Corpus, batch: Batch) -> Iterator[FileRow]:
        """Add the files, yielding a row each, then write what the feed says of all documents."""
        ids = {path: id_ for id_, path in self.match.files.items()}
        paths = list(ids)
        for path, row in zip(paths, add_files(paths, corpus, batch), strict=True):
            self.rows[ids[path]] = row
            yield row
        places = {id_: str(path.resolve()) for id_, path in self.match.files.items()}
        write_catalogue(corpus, self.feed.entries, places)
        self.disputed = dict(find_disputed(corpus, self.feed.entries, self.settings.as_of))

    @property
    def given(self) -> dict[Path, Mapping[str, str]]:
        """What the feed says of the identity of each file, for what the file does not say."""
        entries = {entry.id: entry for entry in self.feed.entries}
        return {path: identity_values(entries[id_]) for id_, path in self.match.files.items()}

    @property
    def moved(self) -> dict[str, tuple[str, ...]]:
        """The documents whose files say another identity than the feed: their ids in the corpus."""
        return {
            id_: row.ids
            for id_, row in self.rows.items()
            if row.ids and id_ not in {one.partition("~")[0] for one in row.ids}
        }


def plan_import(path: Path, folder: Path | None, settings: Settings) -> Import:
    """Read a feed, and find the files that it names.

    Raises:
        RegcheckError: The file is no feed.
        UnreadableFileError: The folder is missing or holds no document.
    """
    feed = read_feed(path)
    files = find_documents(folder) if folder else ()
    named = match_abstracts(feed.entries, files)
    texts, unread = read_abstracts(named)
    entries = tuple(with_abstract(entry, texts.get(entry.id, "")) for entry in feed.entries)
    documents = [file for file in files if file not in set(named.values())]
    match = match_files(entries, documents)
    return Import(replace(feed, entries=entries), match, settings, len(texts), unread)


def read_abstracts(named: Mapping[str, Path]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return the texts of abstracts by id of the document, and the files that have none."""
    texts, unread = {}, []
    for id_, path in named.items():
        try:
            text = " ".join(read_document(path).text.split())
        except UnreadableFileError:
            text = ""
        if text:
            texts[id_] = text
        else:
            unread.append(str(path))
    return texts, tuple(unread)


def with_abstract(entry: CatalogueEntry, abstract: str) -> CatalogueEntry:
    """Return an entry with the abstract that was read from a file of its own, if there is one."""
    if not abstract or entry.abstract:
        return entry
    ties = read_ties(abstract, entry.id, entry.identity)
    return replace(entry, abstract=abstract, ties=ties)


def find_disputed(
    corpus: Corpus, entries: Sequence[CatalogueEntry], as_of: str
) -> Iterator[tuple[str, Status]]:
    """List the regulations of which the texts say otherwise than the catalogue, with the status."""
    standings = {head.id: head.standing.status for head in list_heads(corpus, as_of)}
    for entry in entries:
        status = standings.get(entry.id)
        if status is not None and differs(entry.status, status):
            yield entry.id, status


def export_feed(corpus: Corpus, as_of: str = "") -> list[dict[str, str]]:
    """Return the regulations of a corpus as documents of a feed."""
    return to_feed(list_heads(corpus, as_of), read_catalogue(corpus))
