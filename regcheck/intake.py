"""The near half of the corridor: files become regulations, and regulations enter the corpus."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from regcheck.domain import FileRow, Passage, Regulation
from regcheck.errors import CorpusError, RegcheckError, UnreadableFileError
from regcheck.identify import EDIT, parse_known, with_table
from regcheck.outcomes import (
    DUPLICATE,
    FAILED,
    SCAN,
    UNCHANGED,
    Reading,
    file_digest,
    kept_identity,
    ocr_mode,
    problem_row,
    reading_of,
    renamed,
    row_of,
    scan_note,
    to_anomaly,
    to_problem,
)
from regcheck.parse import find_passages, parse_document
from regcheck.read import read_document
from regcheck.read.files import WORD_SUFFIXES
from regcheck.rekey import distinct
from regcheck.settings import Settings
from regcheck.store import Corpus, Supplied
from regcheck.workers import Crew, Lost

#: Told from time to time which files are being read, and for how many seconds.
Watch = Callable[[Sequence[tuple[Path, float]]], None]


@dataclass(frozen=True, slots=True)
class Batch:
    """How files are added.

    ``given`` are fields of identities, or ``id``, that people supply, by file; ``refresh`` reads
    files again even if their content is known; ``workers`` processes read, 0 means one for each
    processor; ``watch`` is told which files are being read.
    """

    settings: Settings = field(default_factory=Settings)
    given: Mapping[Path, Mapping[str, str]] = field(default_factory=dict)
    refresh: bool = False
    workers: int = 0
    watch: Watch | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read, and what is known of it already; ``cut`` asks for its passages too."""

    path: Path
    settings: Settings
    said: tuple[Supplied, ...] = ()
    cut: bool = False


def parse_file(
    path: Path, override_id: str = "", settings: Settings | None = None
) -> tuple[Regulation, ...]:
    """Read and parse one file that must have text; all processors take part.

    Raises:
        UnreadableFileError: The file is missing, empty, encrypted, of no known format, or a scan.
    """
    source = read_document(path, settings or Settings(), processors())
    if note := scan_note(source):
        raise UnreadableFileError(
            id=f"{path}: {note.say('id')}",
            en=f"{path}: {note.say('en')}",
        )
    return parse_document(source, override_id)


def read_file(path: Path, settings: Settings | None = None) -> Reading:
    """Read and parse one file; a bad file is described, not raised."""
    return read_job(Job(path, settings or Settings()))


def processors() -> int:
    """Return how many processors there are."""
    return os.cpu_count() or 1


def read_job(job: Job, threads: int = 1) -> Reading:
    """Read and parse one file of a batch; a bad file is described, not raised."""
    try:
        source = read_document(job.path, job.settings, threads)
    except RegcheckError as error:
        return Reading(job.path, None, (), to_anomaly(error), job.said)
    reading = reading_of(source, job.settings)
    if note := scan_note(source):
        return Reading(job.path, source, (), note, job.said, reading)
    found = parse_known(source, job.said)
    passages = tuple(map(find_passages, found)) if job.cut else ()
    return Reading(job.path, source, found, None, job.said, reading, passages)


def read_files(jobs: Sequence[Job], batch: Batch) -> Iterator[Reading]:
    """Read and parse files, in order; several are read by worker processes.

    A file that takes too long, or that ends its process, is described like any bad file.
    """
    if len(jobs) == 1:
        yield read_job(jobs[0], processors())
        return
    watch = batch.watch
    crew = Crew(
        read_job,
        batch.workers or processors(),
        batch.settings.max_seconds,
        batch.settings.max_memory_mb,
        watch and (lambda busy: watch([(job.path, seconds) for job, seconds in busy])),
    )
    for job, result in zip(jobs, crew.run(jobs), strict=True):
        if isinstance(result, Lost):
            problem = to_problem(job.path, result, batch.settings.max_seconds)
            yield Reading(job.path, None, (), problem, job.said)
        else:
            yield result


def add_files(
    paths: Sequence[Path],
    corpus: Corpus,
    batch: Batch | None = None,
    *,
    refresh: bool = False,
    workers: int = 0,
) -> Iterator[FileRow]:
    """Add files to the corpus, yielding one row each in the order given.

    Every row is stored before it is yielded, so an interrupted batch goes on where it stopped. A
    file whose content the corpus knows is read again only if ``refresh`` is set, or if what could
    not be read the last time can be read now. What people said of its identity is kept.

    Args:
        paths: The files.
        corpus: An open corpus.
        batch: How to add them.
        refresh: As in ``batch``.
        workers: As in ``batch``.
    """
    batch = batch or Batch(refresh=refresh, workers=workers)
    known = {} if batch.refresh else {path: known_row(path, corpus, batch) for path in paths}
    fresh = [path for path in paths if known.get(path) is None]
    readings = read_files([make_job(path, corpus, batch) for path in fresh], batch)
    for path in paths:
        row = known.get(path)
        if row is None:
            yield store_reading(next(readings), corpus, refresh=batch.refresh)
        else:
            yield name_again(path, row, corpus, batch) or row


def make_job(path: Path, corpus: Corpus, batch: Batch) -> Job:
    """Return what a worker must know to read a file."""
    said = corpus.supplied(str(path.resolve()), file_digest(path))
    return Job(path, batch.settings, with_table(said, batch.given.get(path, {})), cut=True)


def known_row(path: Path, corpus: Corpus, batch: Batch) -> FileRow | None:
    """Return the row of a file whose content is in the corpus, read as well as it can be."""
    digest, own = file_digest(path), str(path.resolve())
    row = corpus.file_by_sha(digest) if digest else None
    if row is None or row.outcome == FAILED:
        return None
    if (row.path == own or not row.ids) and is_outdated(row, batch.settings):
        return None
    if Path(row.path) == path.resolve() or row.outcome == SCAN:
        return replace(row, path=str(path), outcome=SCAN if row.outcome == SCAN else UNCHANGED)
    return record_twin(row, own, corpus)


def is_outdated(row: FileRow, settings: Settings) -> bool:
    """Tell whether a file can be read otherwise, or better, than it was the last time."""
    was = row.reading
    if Path(row.path).suffix.lower() in WORD_SUFFIXES:
        return was.track_changes not in {"", settings.track_changes}
    mode = ocr_mode(settings)
    if mode == "always":
        return was.ocr != mode
    poor = row.outcome == SCAN or was.unread_pages > 0 or was.confidence < 1
    return poor and mode == "auto" and was.ocr in {"", "never"}


def name_again(path: Path, row: FileRow, corpus: Corpus, batch: Batch) -> FileRow | None:
    """Give a known file the identity that people supply now; ``None`` if that changes nothing."""
    given = batch.given.get(path)
    if not given or not row.ids:
        return None
    before = corpus.supplied(row.path, row.sha256)
    said = with_table(before, given)
    if said == before:
        return None
    source = corpus.regulation(row.ids[0]).source_text
    reading = Reading(path, source, parse_known(source, said), None, said, row.reading)
    return store_reading(reading, corpus, refresh=True)


def record_twin(row: FileRow, path: str, corpus: Corpus) -> FileRow:
    """Record that a file has the content of another one, whose row is given."""
    forget_earlier(path, corpus)
    twin = replace(
        row,
        path=path,
        outcome=DUPLICATE,
        message=f"isi sama dengan {row.path}",
        message_en=f"same content as {row.path}",
    )
    corpus.record_file(twin)
    return twin


def forget_earlier(path: str, corpus: Corpus) -> None:
    """Remove what an earlier content of this path gave; its file has another content now."""
    before = corpus.file_by_path(path)
    if before and before.outcome != DUPLICATE:
        for id_ in before.ids:
            corpus.remove(id_)


def store_reading(reading: Reading, corpus: Corpus, *, refresh: bool = False) -> FileRow:
    """Store what a file gave and return its row."""
    if reading.problem or reading.source is None:
        row = problem_row(reading)
        corpus.record_file(row, reading.said)
        return row
    sha256, path = reading.source.source.sha256, str(reading.path.resolve())
    twin = corpus.file_by_sha(sha256)
    if twin and twin.ids and twin.path != path and not refresh:
        return record_twin(twin, path, corpus)
    before = corpus.file_by_path(path)
    earlier = set(before.ids) if before and before.outcome != DUPLICATE else set()
    regulations = distinct(reading.regulations, lambda id_: id_ not in earlier and corpus.has(id_))
    row = row_of(
        replace(reading, regulations=regulations),
        "replaced" if earlier else "added",
        renamed(reading.regulations, regulations),
        kept_identity() if any(one.kind == EDIT for one in reading.said) else None,
    )
    return put(row, regulations, reading, corpus)


def put(
    row: FileRow, regulations: Sequence[Regulation], reading: Reading, corpus: Corpus
) -> FileRow:
    """Write regulations into the corpus; what cannot be written is recorded as failed."""
    try:
        corpus.add(row, regulations, list_passages(regulations, reading), reading.said)
    except CorpusError:
        raise
    except RegcheckError as error:
        row = problem_row(replace(reading, problem=to_anomaly(error)))
        corpus.record_file(row)
    return row


def list_passages(regulations: Sequence[Regulation], reading: Reading) -> list[Passage]:
    """Return the passages of what a file gave; cut anew only where none were, or an id changed."""
    cut = reading.passages or [()] * len(regulations)
    given = zip(regulations, reading.regulations, cut, strict=True)
    return [
        passage
        for one, read, known in given
        for passage in (known if known and one is read else find_passages(one))
    ]
