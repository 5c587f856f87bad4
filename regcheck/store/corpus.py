"""The corpus: everything that was read, in one file that survives a crash at any moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from regcheck.domain import (
    Amendment,
    Anomaly,
    FileRow,
    Head,
    Identity,
    Link,
    Passage,
    Regulation,
)
from regcheck.domain.graph import Edge
from regcheck.errors import RegcheckError
from regcheck.store import audit, faults, records, rows, schema, supplied
from regcheck.store.memory import Memory, State, remembered, state_of
from regcheck.store.supplied import Supplied


class Corpus:
    """A corpus file, open; use it in a ``with`` block or call ``close``.

    Each write is one transaction. Reads see what was written last by any process.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, timeout_s: float) -> None:
        self.connection = connection
        self.path = path
        self.timeout_s = timeout_s
        self.memory = Memory()

    @classmethod
    def open(cls, path: Path, *, create: bool = False, timeout_s: float = 5.0) -> Self:
        """Open a corpus; a file that is not one is never modified.

        A file or folder without write permission is opened for reading.

        Args:
            path: The corpus file.
            create: Make an empty corpus, with its folder, if there is none.
            timeout_s: How long to wait for another process that is writing.

        Raises:
            CorpusError: It is missing, no corpus, damaged, locked, or of a newer regcheck.
        """
        return cls(schema.open_file(path, timeout_s, create=create), path, timeout_s)

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def index_folder(self) -> Path:
        """The folder beside the file that is kept for the vector index."""
        return self.path.with_name(f"{self.path.name}.index")

    @property
    def version(self) -> Mapping[str, str]:
        """The schema's version and the version of the program that made it."""
        with faults.explained(self.path, self.timeout_s):
            number = schema.schema_version(self.connection)
        return {"schema": str(number), **dict(self._select("SELECT name, value FROM meta"))}

    def add(
        self,
        row: FileRow,
        regulations: Sequence[Regulation],
        passages: Sequence[Passage],
        said: Sequence[Supplied] = (),
    ) -> None:
        """Store what one file gave, in place of what an earlier reading of that path gave.

        All or nothing. A passage belongs to the regulation that its key names; ``said`` is all
        that people have said of the identities in the file.

        Raises:
            CorpusError: The corpus is locked, read-only, damaged, or the disk is full.
            RegcheckError: Another file already holds one of the ids (see ``free_id``).
            UnreadableFileError: The text holds characters that are not valid Unicode.
            ValueError: A passage belongs to none of the regulations, or a key occurs twice.
        """
        owned = rows.group_passages(regulations, passages)
        texts = {id(one.source_text): one.source_text for one in regulations}
        try:
            with self._transaction():
                rows.drop_path(self.connection, row.path)
                self._require_free(regulations)
                rows.put_file(self.connection, row)
                rows.follow_twins(self.connection, row)
                supplied.put(self.connection, row.path, row.sha256, said)
                sources = {
                    number: rows.put_source(self.connection, text) for number, text in texts.items()
                }
                for one in regulations:
                    source = sources[id(one.source_text)]
                    rows.put_regulation(self.connection, one, row, source, owned[one.id])
        except UnicodeEncodeError as error:
            raise faults.not_text(row.path) from error

    def record_file(self, row: FileRow, said: Sequence[Supplied] = ()) -> None:
        """Store the outcome of a file that gave no regulation, such as a scan or a failure.

        What people have ``said`` of it is kept for the day it can be read.
        """
        with self._transaction():
            rows.put_file(self.connection, row)
            if said:
                supplied.put(self.connection, row.path, row.sha256, said)

    def remove(self, regulation_id: str) -> None:
        """Delete one regulation, and forget the files that held nothing else.

        Raises:
            CorpusError: The corpus is locked or read-only.
            RegcheckError: There is no such regulation.
        """
        with self._transaction():
            if not rows.drop_regulation(self.connection, regulation_id):
                raise faults.unknown(regulation_id)
            supplied.drop_orphans(self.connection)

    def file_by_sha(self, sha256: str) -> FileRow | None:
        """Return the outcome of the file with this content, one that was stored if there is."""
        with faults.explained(self.path, self.timeout_s):
            found = rows.select_files(self.connection, "WHERE sha256 = ?", (sha256,))
        return min(found, key=rows.outcome_rank, default=None)

    def files(self) -> tuple[FileRow, ...]:
        """Return the outcome of every file ever offered, in the order they were first offered."""
        with faults.explained(self.path, self.timeout_s):
            return rows.select_files(self.connection)

    def file_by_path(self, path: str) -> FileRow | None:
        """Return the outcome of the file last read from a path."""
        with faults.explained(self.path, self.timeout_s):
            found = rows.select_files(self.connection, "WHERE path = ?", (records.to_path(path),))
        return found[0] if found else None

    def supplied(self, path: str, sha256: str) -> tuple[Supplied, ...]:
        """Return what people said of the identities in a file, oldest first."""
        with faults.explained(self.path, self.timeout_s):
            return supplied.select(self.connection, path, sha256)

    def has(self, regulation_id: str) -> bool:
        """Tell whether a regulation is in the corpus."""
        return bool(self._select("SELECT 1 FROM regulation WHERE id = ?", regulation_id))

    def free_id(self, regulation_id: str) -> str:
        """Return the id itself if nothing has it, else the first free of ``…~2``, ``…~3``."""
        if not self.has(regulation_id):
            return regulation_id
        candidates = (f"{regulation_id}~{number}" for number in count(2))
        return next(candidate for candidate in candidates if not self.has(candidate))

    def heads(self) -> tuple[Head, ...]:
        """Return what is known of each regulation, in the order they were added.

        Every standing is *berlaku* here; the state of the law is worked out elsewhere.
        """
        found = self._select(
            f"SELECT id, path, sha256, pages, passages, quality, structure, {rows.IDENTITY} "
            "FROM regulation ORDER BY number"
        )
        return tuple(map(records.to_head, found))

    @remembered
    def identities(self) -> Mapping[str, Identity]:
        """Return the identity of each regulation by its id, in the order they were added."""
        found = self._select(f"SELECT id, {rows.IDENTITY} FROM regulation ORDER BY number")
        return {row[0]: records.to_identity(row[1:]) for row in found}

    def path_of(self, regulation_id: str) -> str:
        """Return the path of the file that a regulation was read from.

        Raises:
            RegcheckError: There is no such regulation.
        """
        found = self._select("SELECT path FROM regulation WHERE id = ?", regulation_id)
        if not found:
            raise faults.unknown(regulation_id)
        return str(found[0][0])

    def ids_of_file(self, regulation_id: str) -> tuple[str, ...]:
        """Return the ids of all regulations of the file that holds this one, in its order."""
        path = self.path_of(regulation_id)
        found = self._select("SELECT id FROM regulation WHERE path = ? ORDER BY number", path)
        return tuple(id_ for (id_,) in found)

    def regulation(self, regulation_id: str) -> Regulation:
        """Return a regulation complete, with its text, lines, boxes, tables and notes.

        Raises:
            CorpusError: Its record is damaged.
            RegcheckError: There is no such regulation.
        """
        found = self._select(
            "SELECT regulation.content, source.content FROM regulation "
            "JOIN source ON source.number = regulation.source WHERE id = ?",
            regulation_id,
        )
        if not found:
            raise faults.unknown(regulation_id)
        try:
            return records.unpack_regulation(*found[0])
        except ValueError as error:
            raise faults.damaged(self.path, f"{regulation_id}: {error}") from error

    def unit_keys(self, regulation_id: str) -> frozenset[str]:
        """Return the keys of all units of a regulation.

        Raises:
            CorpusError: Its record is damaged.
            RegcheckError: There is no such regulation.
        """
        return frozenset(self.regulation(regulation_id).by_key)

    def passages(self, ids: Iterable[str] | None = None) -> tuple[Passage, ...]:
        """Return all passages, or those of some regulations or keys, in the order added.

        Args:
            ids: Ids of regulations, keys of passages, or both; unknown ones give nothing.
        """
        if ids is None:
            return tuple(self.stream_passages())
        names = records.to_json(ids)
        found = self._select(
            f"SELECT {rows.PASSAGE} FROM passage WHERE key IN (SELECT value FROM json_each(?)) OR "
            "regulation IN (SELECT number FROM regulation WHERE id IN "
            "(SELECT value FROM json_each(?))) ORDER BY number",
            names,
            names,
        )
        return tuple(map(records.to_passage, found))

    def stream_passages(self) -> Iterator[Passage]:
        """Yield all passages in the order added; memory holds one at a time."""
        query = f"SELECT {rows.PASSAGE} FROM passage ORDER BY number"
        with faults.explained(self.path, self.timeout_s):
            yield from map(records.to_passage, self.connection.execute(query))

    @remembered
    def links(self) -> tuple[Link, ...]:
        """Return the citations between regulations, each target once per citing unit.

        A regulation's citations of itself are left out, as are undecidable ones.
        """
        query = rows.LINKS.format(columns="", condition="WHERE NOT own")
        return tuple(map(records.to_link, self._select(query)))

    def edges(self) -> tuple[Edge, ...]:
        """Return the citations of all regulations, those of their own parts too, with the places.

        Edges stored by regcheck before it kept places have page 0, and own parts are missing.
        """
        query = rows.LINKS.format(columns=", page, start, stop", condition="")
        return tuple(map(records.to_edge, self._select(query)))

    @remembered
    def amendments(self) -> tuple[tuple[str, Amendment], ...]:
        """Return each operation of each amending act, with the id of that act.

        Raises:
            CorpusError: A record is damaged.
        """
        found = self._select(
            "SELECT id, amendment.content FROM amendment "
            "JOIN regulation ON regulation.number = amendment.regulation ORDER BY amendment.number"
        )
        try:
            return tuple((id_, records.unpack(content, Amendment)) for id_, content in found)
        except ValueError as error:
            raise faults.damaged(self.path, str(error)) from error

    def digest(self) -> str:
        """Return a hash that changes if and only if a passage or an identity does."""
        found = self._select(f"SELECT id, digest, {rows.IDENTITY} FROM regulation ORDER BY id")
        return records.combine(map(records.to_text, found))

    def stats(self) -> Mapping[str, int | float]:
        """Return counts by name: totals, and ``jenis/…``, ``tahun/…``, ``wilayah/…``, ``files/…``.

        ``quality`` and ``structure`` are means in ``[0, 1]``.
        """
        with faults.explained(self.path, self.timeout_s):
            return audit.count_all(self.connection)

    def older_files(self) -> int:
        """Return how many files an older regcheck read; their regulations lack what is kept now."""
        with faults.explained(self.path, self.timeout_s):
            return audit.count_older(self.connection)

    def verify(self) -> tuple[Anomaly, ...]:
        """Return everything that is wrong with the corpus, or changed since it was read."""
        with faults.explained(self.path, self.timeout_s):
            return audit.verify(self.connection)

    def state(self) -> State:
        """Return what changes with every write to the file, by any process."""
        with faults.explained(self.path, self.timeout_s):
            return state_of(self.connection)

    def _select(self, query: str, *values: Any) -> list[Any]:
        """Return the rows of a query."""
        with faults.explained(self.path, self.timeout_s):
            return self.connection.execute(query, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Write everything inside or nothing."""
        with faults.explained(self.path, self.timeout_s), schema.transaction(self.connection):
            yield

    def _require_free(self, regulations: Iterable[Regulation]) -> None:
        """Refuse ids that another file's regulations have.

        Raises:
            RegcheckError: An id is taken.
        """
        for regulation in regulations:
            if self.has(regulation.id):
                raise RegcheckError(
                    id=f"{regulation.id}: sudah ada di korpus dari berkas lain. Beri id lain "
                    "dengan --id, atau hapus dulu yang lama.",
                    en=f"{regulation.id}: already in the corpus from another file. Give another "
                    "id with --id, or remove the old one first.",
                )
