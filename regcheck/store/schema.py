"""The tables of the corpus, how they came to be, and the only way to open the file."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import metadata
from pathlib import Path

from regcheck.store import faults

#: Marks a SQLite file as ours (offset 68 of the file); spells ``rgck``.
APPLICATION_ID = 0x7267636B
MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 72

#: Each entry takes the schema from its position to the next version; entries are never edited
#: once released, only added.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        """
        CREATE TABLE file (
            number INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            sha256 TEXT NOT NULL,
            outcome TEXT NOT NULL,
            ids TEXT NOT NULL,
            pages INTEGER NOT NULL,
            message TEXT NOT NULL,
            message_en TEXT NOT NULL
        )
        """,
        "CREATE INDEX file_sha256 ON file (sha256)",
        """
        CREATE TABLE source (
            number INTEGER PRIMARY KEY,
            content BLOB NOT NULL
        )
        """,
        """
        CREATE TABLE regulation (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            path TEXT NOT NULL REFERENCES file (path),
            sha256 TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number),
            jenis TEXT NOT NULL,
            wilayah TEXT NOT NULL,
            nomor TEXT NOT NULL,
            tahun TEXT NOT NULL,
            tentang TEXT NOT NULL,
            tanggal_penetapan TEXT NOT NULL,
            tanggal_pengundangan TEXT NOT NULL,
            draft INTEGER NOT NULL,
            pages INTEGER NOT NULL,
            units INTEGER NOT NULL,
            passages INTEGER NOT NULL,
            citations INTEGER NOT NULL,
            anomalies INTEGER NOT NULL,
            quality REAL NOT NULL,
            structure REAL NOT NULL,
            digest TEXT NOT NULL,
            content BLOB NOT NULL
        )
        """,
        "CREATE INDEX regulation_path ON regulation (path)",
        "CREATE INDEX regulation_source ON regulation (source)",
        """
        CREATE TABLE passage (
            number INTEGER PRIMARY KEY,
            regulation INTEGER NOT NULL REFERENCES regulation (number) ON DELETE CASCADE,
            key TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            page INTEGER NOT NULL,
            lead TEXT NOT NULL,
            heading TEXT NOT NULL,
            norm_type TEXT NOT NULL,
            target TEXT NOT NULL
        )
        """,
        "CREATE INDEX passage_regulation ON passage (regulation)",
        """
        CREATE TABLE link (
            number INTEGER PRIMARY KEY,
            regulation INTEGER NOT NULL REFERENCES regulation (number) ON DELETE CASCADE,
            target TEXT NOT NULL,
            role TEXT NOT NULL,
            holder TEXT NOT NULL
        )
        """,
        "CREATE INDEX link_regulation ON link (regulation)",
        """
        CREATE TABLE amendment (
            number INTEGER PRIMARY KEY,
            regulation INTEGER NOT NULL REFERENCES regulation (number) ON DELETE CASCADE,
            content BLOB NOT NULL
        )
        """,
        "CREATE INDEX amendment_regulation ON amendment (regulation)",
    ),
    (
        "ALTER TABLE regulation ADD COLUMN lembaran TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE regulation ADD COLUMN tambahan TEXT NOT NULL DEFAULT ''",
    ),
    (
        "ALTER TABLE passage ADD COLUMN confidence REAL NOT NULL DEFAULT 1.0",
        "ALTER TABLE file ADD COLUMN reading TEXT NOT NULL DEFAULT '{}'",
        """
        CREATE TABLE supplied (
            number INTEGER PRIMARY KEY,
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            content TEXT NOT NULL
        )
        """,
        "CREATE INDEX supplied_path ON supplied (path)",
        "CREATE INDEX supplied_sha256 ON supplied (sha256)",
    ),
    (
        "ALTER TABLE link ADD COLUMN own INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE link ADD COLUMN page INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE link ADD COLUMN start INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE link ADD COLUMN stop INTEGER NOT NULL DEFAULT 0",
        """
        CREATE TABLE catalogue (
            id TEXT PRIMARY KEY,
            path TEXT NOT NULL,
            content TEXT NOT NULL
        ) WITHOUT ROWID
        """,
    ),
    (
        """
        CREATE TABLE clause (
            number INTEGER PRIMARY KEY,
            regulation INTEGER NOT NULL REFERENCES regulation (number) ON DELETE CASCADE,
            key TEXT NOT NULL,
            page INTEGER NOT NULL,
            text TEXT NOT NULL
        )
        """,
        "CREATE INDEX clause_regulation ON clause (regulation)",
    ),
    (
        """
        CREATE TABLE named (
            number INTEGER PRIMARY KEY,
            regulation INTEGER NOT NULL REFERENCES regulation (number) ON DELETE CASCADE,
            target TEXT NOT NULL,
            title TEXT NOT NULL
        )
        """,
        "CREATE INDEX named_regulation ON named (regulation)",
    ),
)


def open_file(path: Path, timeout_s: float, *, create: bool = False) -> sqlite3.Connection:
    """Open a corpus at the current schema; anything that is not a corpus is left untouched.

    A file or folder without write permission is opened for reading only.

    Raises:
        CorpusError: The file is missing, no corpus, damaged, locked, or of a newer schema.
    """
    if create and not path.exists():
        create_file(path)
    require_corpus(path)
    with faults.explained(path, timeout_s):
        connection = connect(path, timeout_s, writable=is_writable(path))
        try:
            bring_up_to_date(connection, path)
            require_tables(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def create_file(path: Path) -> None:
    """Put an empty corpus at ``path``, complete or not at all; a file already there stays.

    Raises:
        CorpusError: The folder cannot be made or written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
        draft = Path(name)
        try:
            fill_file(draft)
            place_file(draft, path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise faults.unreachable(path, error.strerror or str(error)) from error


def fill_file(path: Path) -> None:
    """Write the empty tables into a new file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        migrate(connection)


def place_file(draft: Path, path: Path) -> None:
    """Give ``draft`` its final name unless another process was faster."""
    draft.chmod(0o666 & ~current_umask())  # mkstemp made it private
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            draft.replace(path)


def current_umask() -> int:
    """Return the mask of permissions that new files must not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def require_corpus(path: Path) -> None:
    """Look at the file's header without opening it as a database.

    Raises:
        CorpusError: The file is missing, unreadable, or not one of ours.
    """
    if not path.exists():
        raise faults.missing(path)
    if not path.is_file():
        raise faults.not_a_corpus(path)
    try:
        with path.open("rb") as stream:
            header = stream.read(HEADER_BYTES)
    except OSError as error:
        raise faults.unreachable(path, error.strerror or str(error)) from error
    ours = int.from_bytes(header[68:72], "big") == APPLICATION_ID
    if not (header.startswith(MAGIC) and ours):
        raise faults.not_a_corpus(path)


def is_writable(path: Path) -> bool:
    """Tell whether the file and its folder may be written, as write-ahead logging needs."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def connect(path: Path, timeout_s: float, *, writable: bool) -> sqlite3.Connection:
    """Open the database file; transactions are begun and ended by hand.

    Raises:
        CorpusError: A read-only folder holds changes that only a writer can merge.
    """
    address = path.resolve().as_uri()
    if writable:
        return prepare(address + "?mode=rw", timeout_s)
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        connection = prepare(address + "?mode=ro", timeout_s)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema")
        except sqlite3.OperationalError as error:
            connection.close()
            raise faults.pending(path) from error
        return connection
    # Without a log there is nothing to merge, and nobody can write here: SQLite may then read
    # the file without the lock and log files it would otherwise create beside it.
    return prepare(address + "?mode=ro&immutable=1", timeout_s)


def prepare(address: str, timeout_s: float) -> sqlite3.Connection:
    """Connect with the settings every connection has."""
    connection = sqlite3.connect(address, timeout=timeout_s, isolation_level=None, uri=True)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Apply the migrations that the file still lacks.

    Raises:
        CorpusError: The schema is newer than this program, or old and read-only.
    """
    version, latest = schema_version(connection), len(MIGRATIONS)
    if version > latest:
        raise faults.newer(path, version, latest)
    if version < latest:
        if not is_writable(path):
            raise faults.outdated(path, version, latest)
        migrate(connection)


def schema_version(connection: sqlite3.Connection) -> int:
    """Return how many migrations the file has had."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Apply all missing migrations in one transaction, with the record of it."""
    with transaction(connection):
        for statements in MIGRATIONS[schema_version(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('regcheck', ?)", (release(),))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write everything inside or nothing; the only way to write."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def require_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose tables are not all there.

    Raises:
        CorpusError: A table is missing.
    """
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    needed = {"meta", "file", "source", "regulation", "passage", "link", "amendment"}
    needed |= {"supplied", "catalogue", "clause", "named"}
    if lost := sorted(needed - found):
        raise faults.damaged(path, f"tabel/table: {', '.join(lost)}")


def release() -> str:
    """Return the version of the installed program, empty when it runs uninstalled."""
    try:
        return metadata.version("regcheck")
    except metadata.PackageNotFoundError:
        return ""
