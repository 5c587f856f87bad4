"""The writes of the corpus, one table after the other, inside a transaction of the caller."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from regcheck.domain import FileRow, Passage, Regulation, SourceText
from regcheck.store import records
from regcheck.store.named import find_named

#: Outcomes of files whose content stands in the corpus; the plainest word for it first.
STORED = ("added", "replaced", "unchanged", "duplicate")

FILE = ", ".join(records.FILE_COLUMNS)
PASSAGE = ", ".join(records.PASSAGE_COLUMNS)
IDENTITY = ", ".join(records.IDENTITY_COLUMNS)
LINKS = (
    "SELECT id, target, role, holder{columns} FROM link "
    "JOIN regulation ON regulation.number = link.regulation {condition} ORDER BY link.number"
)


def marks(count: int) -> str:
    """Return that many question marks for a query.

    >>> marks(3)
    '?, ?, ?'
    """
    return ", ".join("?" * count)


def outcome_rank(row: FileRow) -> int:
    """Return 0 for a file that was stored itself, more for one less so."""
    return STORED.index(row.outcome) if row.outcome in STORED else len(STORED)


def put_file(connection: sqlite3.Connection, row: FileRow) -> None:
    """Write the outcome of a file over an earlier one of the same path."""
    changes = ", ".join(f"{name} = excluded.{name}" for name in records.FILE_COLUMNS[1:])
    connection.execute(
        f"INSERT INTO file ({FILE}) VALUES ({marks(len(records.FILE_COLUMNS))}) "
        f"ON CONFLICT (path) DO UPDATE SET {changes}",
        records.file_values(row),
    )


def follow_twins(connection: sqlite3.Connection, row: FileRow) -> None:
    """Give the files with the same content the ids that this one has now."""
    connection.execute(
        "UPDATE file SET ids = ? WHERE sha256 = ? AND outcome = 'duplicate'",
        (records.to_json(row.ids), row.sha256),
    )


def put_source(connection: sqlite3.Connection, source_text: SourceText) -> int:
    """Write a source text and return its number."""
    cursor = connection.execute(
        "INSERT INTO source (content) VALUES (?)", (records.pack_text(source_text),)
    )
    return int(cursor.lastrowid or 0)


def put_regulation(
    connection: sqlite3.Connection,
    regulation: Regulation,
    row: FileRow,
    source: int,
    passages: Sequence[Passage],
) -> None:
    """Write a regulation with its passages, links and amendments."""
    values: dict[str, Any] = {
        "id": regulation.id,
        "path": records.to_path(row.path),
        "sha256": row.sha256,
        "source": source,
        **dict(
            zip(
                records.IDENTITY_COLUMNS,
                records.identity_values(regulation.identity),
                strict=True,
            )
        ),
        "pages": row.pages,
        "units": len(regulation.units),
        "passages": len(passages),
        "citations": len(regulation.citations),
        "anomalies": len(regulation.anomalies) + len(regulation.source_text.notes),
        "quality": regulation.source_text.quality,
        "structure": regulation.structure,
        "digest": records.digest(map(records.passage_values, passages)),
        "content": records.pack_regulation(regulation),
    }
    cursor = connection.execute(
        f"INSERT INTO regulation ({', '.join(values)}) VALUES ({marks(len(values))})",
        tuple(values.values()),
    )
    put_parts(connection, int(cursor.lastrowid or 0), regulation, passages)


def put_parts(
    connection: sqlite3.Connection,
    number: int,
    regulation: Regulation,
    passages: Iterable[Passage],
) -> None:
    """Write what other regulations need to know of this one, in rows of its own."""
    connection.executemany(
        f"INSERT INTO passage (regulation, {PASSAGE}) "
        f"VALUES ({marks(1 + len(records.PASSAGE_COLUMNS))})",
        ((number, *records.passage_values(passage)) for passage in passages),
    )
    connection.executemany(
        "INSERT INTO link (regulation, target, role, holder, own, page, start, stop) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((number, *values) for values in map(records.edge_values, records.find_edges(regulation))),
    )
    connection.executemany(
        "INSERT INTO amendment (regulation, content) VALUES (?, ?)",
        ((number, records.pack(amendment)) for amendment in regulation.amendments),
    )
    connection.executemany(
        "INSERT INTO clause (regulation, key, page, text) VALUES (?, ?, ?, ?)",
        ((number, one.key, one.page, one.text) for one in records.find_clauses(regulation)),
    )
    connection.executemany(
        "INSERT INTO named (regulation, target, title) VALUES (?, ?, ?)",
        ((number, *named) for named in dict.fromkeys(find_named(regulation))),
    )


def drop_path(connection: sqlite3.Connection, path: str) -> None:
    """Delete the regulations that an earlier reading of a file gave."""
    connection.execute("DELETE FROM regulation WHERE path = ?", (records.to_path(path),))
    drop_orphans(connection)


def drop_regulation(connection: sqlite3.Connection, regulation_id: str) -> bool:
    """Delete one regulation, and forget the files that held nothing else; tell if it was there."""
    found = connection.execute(
        "SELECT sha256 FROM regulation WHERE id = ?", (regulation_id,)
    ).fetchone()
    if found is None:
        return False
    connection.execute("DELETE FROM regulation WHERE id = ?", (regulation_id,))
    drop_orphans(connection)
    for row in select_files(connection, "WHERE sha256 = ?", found):
        ids = tuple(id_ for id_ in row.ids if id_ != regulation_id)
        if ids or row.outcome not in STORED:
            connection.execute(
                "UPDATE file SET ids = ? WHERE path = ?", (records.to_json(ids), row.path)
            )
        else:
            connection.execute("DELETE FROM file WHERE path = ?", (row.path,))
    return True


def drop_orphans(connection: sqlite3.Connection) -> None:
    """Delete the source texts that no regulation uses any more."""
    connection.execute(
        "DELETE FROM source WHERE number NOT IN (SELECT source FROM regulation)",
    )


def select_files(
    connection: sqlite3.Connection, condition: str = "", values: Sequence[Any] = ()
) -> tuple[FileRow, ...]:
    """Return the outcomes of files that meet a condition, in the order they were first offered."""
    rows = connection.execute(f"SELECT {FILE} FROM file {condition} ORDER BY number", values)
    return tuple(map(records.to_file, rows.fetchall()))


def group_passages(
    regulations: Iterable[Regulation], passages: Iterable[Passage]
) -> Mapping[str, tuple[Passage, ...]]:
    """Return the passages of each regulation, in order.

    Raises:
        ValueError: A passage belongs to none of the regulations, or a key occurs twice.
    """
    owned: dict[str, list[Passage]] = {regulation.id: [] for regulation in regulations}
    seen: set[str] = set()
    for regulation_id, group in groupby(passages, key=lambda passage: passage.regulation):
        if regulation_id not in owned:
            raise ValueError(f"passages of {regulation_id}, which is not being added")
        owned[regulation_id].extend(group)
    for passage in (one for group in owned.values() for one in group):
        if passage.key in seen:
            raise ValueError(f"two passages with the key {passage.key}")
        seen.add(passage.key)
    return {regulation_id: tuple(group) for regulation_id, group in owned.items()}
