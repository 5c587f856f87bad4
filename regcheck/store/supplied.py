"""What people say of a regulation's identity, kept beside what its file says."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from regcheck.store import records


@dataclass(frozen=True, slots=True)
class Supplied:
    """What one person said of the identity of one act in a file.

    ``place`` is that of the act in its file, from 0; ``kind`` is ``meta`` (from a table, for what
    the file does not say) or ``edit`` (a correction, which stands over what the file says).
    ``values`` are fields of an identity, or ``id``, by name; ``before`` what stood there; ``by``
    and ``at`` say who and when.
    """

    place: int
    kind: str
    values: Mapping[str, str]
    before: Mapping[str, str] = field(default_factory=dict)
    by: str = ""
    at: str = ""


def select(connection: sqlite3.Connection, path: str, sha256: str) -> tuple[Supplied, ...]:
    """Return what was said of a file, known by its place or by its content, oldest first."""
    found = connection.execute(
        "SELECT content FROM supplied WHERE path = ? OR sha256 = ? ORDER BY number",
        (records.to_path(path), sha256),
    )
    return tuple(records.from_text(content, Supplied) for (content,) in found)


def put(
    connection: sqlite3.Connection, path: str, sha256: str, entries: Sequence[Supplied]
) -> None:
    """Write all that was said of a file in place of what stands there."""
    connection.execute(
        "DELETE FROM supplied WHERE path = ? OR sha256 = ?", (records.to_path(path), sha256)
    )
    connection.executemany(
        "INSERT INTO supplied (path, sha256, content) VALUES (?, ?, ?)",
        ((records.to_path(path), sha256, records.to_text(entry)) for entry in entries),
    )


def drop_orphans(connection: sqlite3.Connection) -> None:
    """Forget what was said of files that the corpus knows no longer."""
    connection.execute("DELETE FROM supplied WHERE path NOT IN (SELECT path FROM file)")
