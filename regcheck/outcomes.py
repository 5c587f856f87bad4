"""What became of a file: what was read of it, and the row that says so."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from regcheck.domain import Anomaly, FileReading, FileRow, Passage, Regulation, SourceText
from regcheck.domain.state import READING_FORM
from regcheck.errors import RegcheckError
from regcheck.read.ocr.finder import find_ocr
from regcheck.report.reading import READ, UNREAD, describe_reading, mean_confidence
from regcheck.settings import Settings
from regcheck.store import Supplied
from regcheck.workers import DIED, SLOW, Lost

SCAN, FAILED, DUPLICATE, UNCHANGED = "scan", "failed", "duplicate", "unchanged"
#: A sentence in Indonesian and English.
Sentence = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its regulations, or a scan's note, or the reason it failed.

    ``said`` is what people said of the identities in it; ``how`` tells how it was read;
    ``passages`` are those of each regulation, where they were asked for.
    """

    path: Path
    source: SourceText | None
    regulations: tuple[Regulation, ...]
    problem: Anomaly | None = None
    said: tuple[Supplied, ...] = ()
    how: FileReading = field(default_factory=FileReading)
    passages: tuple[tuple[Passage, ...], ...] = ()


def scan_note(source: SourceText) -> Anomaly | None:
    """Return the note that says a document has no text to read, if it has none."""
    return next((note for note in source.notes if note.code == SCAN), None)


def reading_of(source: SourceText, settings: Settings) -> FileReading:
    """Sum up how a file was read."""
    read = [page for page in source.pages if page.origin in READ]
    return FileReading(
        ocr=ocr_mode(settings),
        track_changes=settings.track_changes,
        ocr_pages=sum(page.origin == "ocr" for page in read),
        unread_pages=sum(page.origin in UNREAD for page in source.pages),
        confidence=round(mean_confidence(read), 4),
        form=READING_FORM,
    )


@cache
def ocr_mode(settings: Settings) -> str:
    """Return how pictures of text are treated: ``never`` also where no recogniser is found."""
    if settings.ocr == "never" or isinstance(find_ocr(settings), Anomaly):
        return "never"
    return settings.ocr


def to_anomaly(error: RegcheckError) -> Anomaly:
    """Return an error as the reason a file failed."""
    return Anomaly(FAILED, error.say("id"), error.say("en"))


def to_problem(path: Path, lost: Lost, limit_s: float) -> Anomaly:
    """Say why a worker gave no result.

    A defect of ours must not cost a batch of hundreds of files: it becomes that file's row, with
    the error's name, and the exit code tells.
    """
    sentences = {
        SLOW: (
            f"dihentikan setelah {limit_s:.0f} detik. Periksa berkas ini, atau beri waktu lebih "
            "lama dengan max_seconds.",
            f"stopped after {limit_s:.0f} seconds. Look at this file, or give it more time with "
            "max_seconds.",
        ),
        DIED: (
            "proses pembacanya berhenti (mungkin kehabisan memori). Bacalah berkas ini "
            "tersendiri, atau bagi menjadi beberapa berkas.",
            "the process that read it ended (perhaps out of memory). Read this file alone, or "
            "split it into several.",
        ),
    }
    fault = (
        f"galat dalam regcheck ({lost.detail}). Laporkan berkas ini.",
        f"error inside regcheck ({lost.detail}). Please report this file.",
    )
    indonesian, english = sentences.get(lost.kind, fault)
    return Anomaly(FAILED, f"{path.name}: {indonesian}", f"{path.name}: {english}")


def problem_row(reading: Reading) -> FileRow:
    """Return the row of a file that gave no regulation."""
    problem = reading.problem or Anomaly(FAILED, "", "")
    source = reading.source.source if reading.source else None
    return FileRow(
        path=str(reading.path.resolve()),
        sha256=source.sha256 if source else file_digest(reading.path),
        outcome=SCAN if problem.code == SCAN else FAILED,
        ids=(),
        pages=source.pages if source else 0,
        message=problem.message,
        message_en=problem.message_en,
        reading=reading.how,
    )


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, or an empty text if it cannot be opened."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def row_of(reading: Reading, outcome: str, *remarks: Sentence | None) -> FileRow:
    """Return the row of a file that was read: how, and whatever else is to be said of it."""
    text = reading.regulations[0].source_text
    floor = Settings().reading_floor
    how = describe_reading(text, "id", floor), describe_reading(text, "en", floor)
    said = [remark for remark in (how, *remarks) if remark]
    return FileRow(
        path=str(reading.path.resolve()),
        sha256=text.source.sha256,
        outcome=outcome,
        ids=tuple(regulation.id for regulation in reading.regulations),
        pages=text.source.pages,
        message="; ".join(filter(None, (indonesian for indonesian, _ in said))),
        message_en="; ".join(filter(None, (english for _, english in said))),
        reading=reading.how,
    )


def renamed(printed: Sequence[Regulation], stored: Sequence[Regulation]) -> Sentence | None:
    """Say which ids had to be changed because other content has them already."""
    changed = [(a.id, b.id) for a, b in zip(printed, stored, strict=True) if a.id != b.id]
    listed = ", ".join(f"{before} → {after}" for before, after in changed)
    if not changed:
        return None
    return f"nomor sudah dipakai isi lain: {listed}", f"id already taken by other content: {listed}"


def kept_identity() -> Sentence:
    """Say that an identity somebody corrected was not read anew."""
    return "identitas yang diubah orang dipertahankan", "the identity that somebody edited was kept"
