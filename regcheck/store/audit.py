"""Counts over the corpus, and the search for anything wrong with it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from regcheck.domain import Anomaly, Regulation
from regcheck.domain.state import READING_FORM
from regcheck.store import records

TOTALS = ("units", "passages", "citations", "anomalies")
GROUPS = ("jenis", "tahun", "wilayah")


def count_all(connection: sqlite3.Connection) -> Mapping[str, int | float]:
    """Return counts by name; an empty value is counted under ``-``."""
    sums = ", ".join(f"total({name})" for name in TOTALS)
    regulations, quality, structure, *totals = connection.execute(
        f"SELECT count(*), avg(quality), avg(structure), {sums} FROM regulation"
    ).fetchone()
    counts: dict[str, int | float] = {"regulations": regulations}
    counts |= {name: int(total) for name, total in zip(TOTALS, totals, strict=True)}
    counts |= {"quality": quality or 0.0, "structure": structure or 0.0}
    (pages,) = connection.execute(
        "SELECT total(pages) FROM (SELECT max(pages) AS pages FROM regulation GROUP BY path)"
    ).fetchone()
    counts["pages"] = int(pages)
    counts["files"] = connection.execute("SELECT count(*) FROM file").fetchone()[0]
    if older := count_older(connection):
        counts["files_older"] = older
    for name in GROUPS:
        counts |= count_by(connection, "regulation", name, name)
    return counts | count_by(connection, "file", "outcome", "files")


def count_by(
    connection: sqlite3.Connection, table: str, column: str, prefix: str
) -> dict[str, int]:
    """Count the rows of a table by the values of a column."""
    found = connection.execute(
        f"SELECT {column}, count(*) FROM {table} GROUP BY {column} ORDER BY {column}"
    )
    return {f"{prefix}/{value or '-'}": number for value, number in found}


def count_older(connection: sqlite3.Connection) -> int:
    """Count the files that an older regcheck read, whose regulations lack what is kept today."""
    (count,) = connection.execute(
        "SELECT count(*) FROM file WHERE path IN (SELECT path FROM regulation) "
        "AND coalesce(json_extract(reading, '$.form'), 0) < ?",
        (READING_FORM,),
    ).fetchone()
    return int(count)


def verify(connection: sqlite3.Connection) -> tuple[Anomaly, ...]:
    """List everything wrong with the file, its records, and the documents it came from."""
    return (
        *check_pages(connection),
        *check_foreign_keys(connection),
        *check_regulations(connection),
        *check_passages(connection),
        *check_documents(connection),
        *check_age(connection),
    )


def check_pages(connection: sqlite3.Connection) -> Iterator[Anomaly]:
    """Report what SQLite's own examination of the file finds."""
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Anomaly("corpus-integrity", f"berkas rusak: {message}", f"damaged: {message}")


def check_foreign_keys(connection: sqlite3.Connection) -> Iterator[Anomaly]:
    """Report rows that belong to nothing."""
    broken = Counter(row[0] for row in connection.execute("PRAGMA foreign_key_check"))
    for table, number in broken.items():
        yield Anomaly(
            "corpus-foreign-key",
            f"{number} baris di tabel {table} kehilangan induknya",
            f"{number} rows of table {table} have lost their parent",
        )


def check_regulations(connection: sqlite3.Connection) -> Iterator[Anomaly]:
    """Report records that cannot be read back, and units that share a key."""
    found = connection.execute(
        "SELECT id, regulation.content, source.content FROM regulation "
        "JOIN source ON source.number = regulation.source ORDER BY regulation.number"
    )
    for regulation_id, content, text in found:
        try:
            regulation = records.unpack_regulation(content, text)
        except ValueError as error:
            yield Anomaly(
                "corpus-record",
                f"rekaman tidak terbaca: {error}",
                f"record cannot be read: {error}",
                unit=regulation_id,
            )
        else:
            yield from check_keys(regulation_id, regulation)


def check_keys(regulation_id: str, regulation: Regulation) -> Iterator[Anomaly]:
    """Report keys that occur twice, or name another regulation."""
    counts = Counter(unit.key for unit in regulation.units)
    for key, number in counts.items():
        if number > 1:
            yield Anomaly(
                "corpus-key",
                f"kunci ketentuan dipakai {number} kali",
                f"key used by {number} units",
                unit=key,
            )
    strays = sum(key.partition("#")[0] != regulation_id for key in counts)
    if strays or regulation.id != regulation_id:
        yield Anomaly(
            "corpus-key",
            f"{strays} kunci bukan milik peraturan ini",
            f"{strays} keys do not belong to this regulation",
            unit=regulation_id,
        )


def check_passages(connection: sqlite3.Connection) -> Iterator[Anomaly]:
    """Report regulations whose passages are not those that were stored."""
    columns = ", ".join(f"passage.{name}" for name in records.PASSAGE_COLUMNS)
    expected = connection.execute("SELECT number, id, passages, digest FROM regulation ORDER BY 1")
    for number, regulation_id, count, digest in expected.fetchall():
        query = f"SELECT {columns} FROM passage WHERE regulation = ?"
        rows = connection.execute(query, (number,)).fetchall()
        if len(rows) != count or records.digest(rows) != digest:
            yield Anomaly(
                "corpus-passages",
                f"{len(rows)} ketentuan tersimpan tidak sama dengan {count} yang dicatat",
                f"the {len(rows)} stored passages are not the {count} that were recorded",
                unit=regulation_id,
            )


def check_documents(connection: sqlite3.Connection) -> Iterator[Anomaly]:
    """Report documents that are gone or changed since they were read; the corpus still works."""
    found = connection.execute("SELECT DISTINCT path, sha256 FROM regulation ORDER BY path")
    for path, sha256 in found:
        try:
            with Path(path).open("rb") as stream:
                now = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            yield Anomaly(
                "file-missing",
                f"{path}: berkas tidak ada lagi atau tidak terbaca",
                f"{path}: the file is gone or unreadable",
            )
            continue
        if now != sha256:
            yield Anomaly(
                "file-changed",
                f"{path}: isi berubah sejak dibaca; jalankan `regcheck corpus add` lagi",
                f"{path}: changed since it was read; run `regcheck corpus add` again",
            )


def check_age(connection: sqlite3.Connection) -> Iterator[Anomaly]:
    """Report that files were read by an older regcheck; the corpus works with what it has."""
    if older := count_older(connection):
        yield Anomaly(
            "file-older",
            f"{older} berkas dibaca oleh regcheck yang lebih lama; jalankan `regcheck corpus add "
            "--refresh` untuk berkas itu",
            f"{older} files were read by an older regcheck; run `regcheck corpus add --refresh` "
            "for them",
        )
