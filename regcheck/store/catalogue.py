"""What catalogues say of regulations, kept beside the corpus and never mixed with its texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from regcheck.domain.catalogue import CatalogueEntry
from regcheck.store import faults, records, schema
from regcheck.store.corpus import Corpus


def read_catalogue(corpus: Corpus) -> Mapping[str, CatalogueEntry]:
    """Return what catalogues say, by id of the regulation, whether or not its text is here.

    Raises:
        CorpusError: A record is damaged, or the corpus cannot be read.
    """
    with faults.explained(corpus.path, corpus.timeout_s):
        found = corpus.connection.execute("SELECT id, content FROM catalogue ORDER BY id")
        rows = found.fetchall()
    try:
        return {id_: records.from_text(content, CatalogueEntry) for id_, content in rows}
    except ValueError as error:
        raise faults.damaged(corpus.path, str(error)) from error


def write_catalogue(
    corpus: Corpus, entries: Iterable[CatalogueEntry], paths: Mapping[str, str]
) -> None:
    """Write entries over earlier ones of the same id; all or nothing.

    Args:
        corpus: An open corpus.
        entries: What a catalogue says.
        paths: The file of the document, by id, where one was found.

    Raises:
        CorpusError: The corpus is locked, read-only, or the disk is full.
    """
    with faults.explained(corpus.path, corpus.timeout_s), schema.transaction(corpus.connection):
        corpus.connection.executemany(
            "INSERT OR REPLACE INTO catalogue (id, path, content) VALUES (?, ?, ?)",
            (
                (one.id, records.to_path(paths.get(one.id, "")), records.to_text(one))
                for one in entries
            ),
        )
