"""What can be wrong with a corpus file, as sentences with the next step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from regcheck.errors import CorpusError, RegcheckError, UnreadableFileError


def missing(path: Path) -> CorpusError:
    """There is no file at the path."""
    return CorpusError(
        id=f"{path}: korpus tidak ada. Buat dengan `regcheck corpus add FOLDER --corpus {path}`, "
        "atau periksa letaknya.",
        en=f"{path}: no such corpus. Create it with `regcheck corpus add FOLDER --corpus {path}`, "
        "or check the path.",
    )


def not_a_corpus(path: Path) -> CorpusError:
    """Something else lies at the path; it is left as it is."""
    return CorpusError(
        id=f"{path}: bukan korpus regcheck; berkas ini dibiarkan apa adanya. Pilih berkas lain "
        "dengan --corpus.",
        en=f"{path}: not a regcheck corpus; the file was left as it is. Choose another one with "
        "--corpus.",
    )


def damaged(path: Path, detail: str) -> CorpusError:
    """The file is a corpus, and parts of it cannot be read."""
    return CorpusError(
        id=f"{path}: korpus rusak ({detail}). Pulihkan dari cadangan, atau buat lagi dengan "
        "`regcheck corpus add` ke berkas baru.",
        en=f"{path}: the corpus is damaged ({detail}). Restore a backup, or build it again with "
        "`regcheck corpus add` into a new file.",
    )


def newer(path: Path, found: int, known: int) -> CorpusError:
    """A later release wrote the file."""
    return CorpusError(
        id=f"{path}: ditulis oleh regcheck yang lebih baru (skema {found}; yang dikenal sampai "
        f"{known}). Mutakhirkan regcheck.",
        en=f"{path}: written by a newer regcheck (schema {found}; this one knows up to {known}). "
        "Update regcheck.",
    )


def outdated(path: Path, found: int, known: int) -> CorpusError:
    """An earlier release wrote the file, and it cannot be brought up to date here."""
    return CorpusError(
        id=f"{path}: skema {found} perlu dimutakhirkan ke {known}, tetapi berkas ini hanya dapat "
        "dibaca. Buka sekali di tempat yang dapat ditulisi, atau salin.",
        en=f"{path}: schema {found} must be brought up to {known}, but the file is read-only. "
        "Open it once where it can be written, or copy it.",
    )


def locked(path: Path, waited_s: float) -> CorpusError:
    """Another process is writing."""
    return CorpusError(
        id=f"{path}: sedang dipakai proses lain (ditunggu {waited_s:g} detik). Coba lagi setelah "
        "selesai, atau pakai salinannya.",
        en=f"{path}: in use by another process (waited {waited_s:g} s). Try again when it has "
        "finished, or work on a copy.",
    )


def read_only(path: Path) -> CorpusError:
    """The file, or its folder, cannot be written."""
    return CorpusError(
        id=f"{path}: tidak dapat ditulisi. Periksa izin berkas dan foldernya, atau pakai salinan.",
        en=f"{path}: cannot be written. Check the permissions of the file and its folder, or work "
        "on a copy.",
    )


def unreachable(path: Path, detail: str) -> CorpusError:
    """The operating system refused to open, read or write the file."""
    return CorpusError(
        id=f"{path}: tidak dapat dibuka atau ditulis ({detail}). Periksa izin, ruang cakram, dan "
        "letaknya.",
        en=f"{path}: cannot be opened or written ({detail}). Check permissions, disk space and "
        "the path.",
    )


def pending(path: Path) -> CorpusError:
    """A read-only folder holds changes that were not yet merged into the file."""
    return CorpusError(
        id=f"{path}: ada perubahan yang belum digabungkan ({path.name}-wal) dan folder ini hanya "
        "dapat dibaca. Buka sekali di tempat yang dapat ditulisi, atau salin kedua berkas.",
        en=f"{path}: has changes not yet merged ({path.name}-wal) and the folder is read-only. "
        "Open it once where it can be written, or copy both files.",
    )


def unknown(regulation_id: str) -> RegcheckError:
    """The corpus has no such regulation."""
    return RegcheckError(
        id=f"{regulation_id}: tidak ada di korpus. Lihat `regcheck corpus list`.",
        en=f"{regulation_id}: not in the corpus. See `regcheck corpus list`.",
    )


def not_text(path: str) -> UnreadableFileError:
    """A document's text cannot be written as Unicode."""
    return UnreadableFileError(
        id=f"{path}: teks memuat karakter yang bukan Unicode yang sah. Simpan ulang dokumennya, "
        "atau pindai dengan OCR.",
        en=f"{path}: the text holds characters that are not valid Unicode. Save the document "
        "again, or run OCR on it.",
    )


@contextmanager
def explained(path: Path, timeout_s: float) -> Iterator[None]:
    """Turn SQLite's errors about the file into sentences; errors of the program pass through.

    Raises:
        CorpusError: The file is locked, damaged, read-only, or out of reach.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        if (explanation := explain(error, path, timeout_s)) is None:
            raise
        raise explanation from error


def explain(error: sqlite3.DatabaseError, path: Path, timeout_s: float) -> CorpusError | None:
    """Return the sentence for one of SQLite's errors, ``None`` for a fault of the program."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary code
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return locked(path, timeout_s)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, str(error))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return read_only(path)
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL):
        return unreachable(path, str(error))
    return None
