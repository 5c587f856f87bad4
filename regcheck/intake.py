"""The near half of the corridor: files become regulations, and regulations enter the corpus."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from regcheck.domain import Anomaly, FileRow, Regulation, SourceText
from regcheck.errors import CorpusError, RegcheckError, UnreadableFileError
from regcheck.parse import find_passages, parse_document
from regcheck.read import read_document
from regcheck.store import Corpus

SCAN = "scan"
#: Files handed to the workers ahead of the one being stored; bounds the memory of a batch.
AHEAD = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its regulations, or a scan's note, or the reason it failed."""

    path: Path
    source: SourceText | None
    regulations: tuple[Regulation, ...]
    problem: Anomaly | None = None


def parse_file(path: Path, override_id: str = "") -> tuple[Regulation, ...]:
    """Read and parse one file that must have text.

    Raises:
        UnreadableFileError: The file is missing, empty, encrypted, of no known format, or a scan.
    """
    source = read_document(path)
    if note := scan_note(source):
        raise UnreadableFileError(
            id=f"{path}: {note.say('id')}",
            en=f"{path}: {note.say('en')}",
        )
    return parse_document(source, override_id)


def scan_note(source: SourceText) -> Anomaly | None:
    """Return the note that says a document has no text to read, if it has none."""
    return next((note for note in source.notes if note.code == SCAN), None)


def read_file(path: Path, override_id: str = "") -> Reading:
    """Read and parse one file of a batch; a bad file is described, not raised."""
    try:
        source = read_document(path)
    except RegcheckError as error:
        return Reading(path, None, (), to_anomaly(error))
    if note := scan_note(source):
        return Reading(path, source, (), note)
    return Reading(path, source, parse_document(source, override_id))


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, or an empty text if it cannot be opened."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def add_files(
    paths: Sequence[Path],
    corpus: Corpus,
    *,
    override_id: str = "",
    refresh: bool = False,
    workers: int = 0,
) -> Iterator[FileRow]:
    """Add files to the corpus, yielding one row each in the order given.

    Every row is stored before it is yielded, so an interrupted batch goes on where it stopped. A
    file whose content the corpus knows is not read again unless ``refresh`` is set.

    Args:
        paths: The files.
        corpus: An open corpus.
        override_id: The id to give to the (single) regulation of a single file.
        refresh: Read files again even if their content is known.
        workers: Processes that read and parse; 0 means one for each processor.
    """
    known = {} if refresh else {path: known_row(path, corpus) for path in paths}
    fresh = [path for path in paths if known.get(path) is None]
    readings = read_files(fresh, override_id, workers or os.cpu_count() or 1)
    for path in paths:
        yield known.get(path) or store_reading(next(readings), corpus, refresh=refresh)


def known_row(path: Path, corpus: Corpus) -> FileRow | None:
    """Return the row of a file whose content is already in the corpus, if it is."""
    digest = file_digest(path)
    row = corpus.file_by_sha(digest) if digest else None
    if row is None or row.outcome == "failed":
        return None
    if Path(row.path) == path.resolve() or row.outcome == SCAN:
        return replace(row, path=str(path), outcome=SCAN if row.outcome == SCAN else "unchanged")
    return record_twin(row, str(path.resolve()), corpus)


def record_twin(row: FileRow, path: str, corpus: Corpus) -> FileRow:
    """Record that a file has the content of another one, whose row is given."""
    forget_earlier(path, corpus)
    twin = replace(
        row,
        path=path,
        outcome="duplicate",
        message=f"isi sama dengan {row.path}",
        message_en=f"same content as {row.path}",
    )
    corpus.record_file(twin)
    return twin


def forget_earlier(path: str, corpus: Corpus) -> None:
    """Remove what an earlier content of this path gave; its file has another content now."""
    before = corpus.file_by_path(path)
    if before and before.outcome != "duplicate":
        for id_ in before.ids:
            corpus.remove(id_)


def read_files(paths: Sequence[Path], override_id: str, workers: int) -> Iterator[Reading]:
    """Read and parse files, in order, a bounded number ahead of the reader of the results."""
    if len(paths) == 1 or workers == 1:
        yield from (read_file(path, override_id) for path in paths)
        return
    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[tuple[Path, Future[Reading]]] = deque()
        for path in paths:
            waiting.append((path, submit(pool, path)))
            if len(waiting) > AHEAD:
                yield result_of(*waiting.popleft())
        while waiting:
            yield result_of(*waiting.popleft())


def submit(pool: ProcessPoolExecutor, path: Path) -> Future[Reading]:
    """Hand a file to the pool; a broken pool gives a future that says so."""
    try:
        return pool.submit(read_file, path)
    except BrokenProcessPool as error:
        broken: Future[Reading] = Future()
        broken.set_exception(error)
        return broken


def result_of(path: Path, future: Future[Reading]) -> Reading:
    """Return what a worker read; if a worker process died, read the file in one of its own.

    A defect of ours must not cost a batch of hundreds of files: it becomes that file's row, with
    the exception's name, and the exit code tells.
    """
    error = future.exception()
    if isinstance(error, BrokenProcessPool):
        with ProcessPoolExecutor(1) as alone:
            retry = alone.submit(read_file, path)
            error = retry.exception()
            future = retry
    if error is None:
        return future.result()
    name = type(error).__name__
    return Reading(
        path,
        None,
        (),
        Anomaly(
            "failed",
            f"{path.name}: galat dalam regcheck ({name}: {error}). Laporkan berkas ini.",
            f"{path.name}: error inside regcheck ({name}: {error}). Please report this file.",
        ),
    )


def store_reading(reading: Reading, corpus: Corpus, *, refresh: bool = False) -> FileRow:
    """Store what a file gave and return its row."""
    if reading.problem or reading.source is None:
        row = problem_row(reading)
        corpus.record_file(row)
        return row
    source, path = reading.source, str(reading.path.resolve())
    twin = corpus.file_by_sha(source.source.sha256)
    if twin and twin.ids and twin.path != path and not refresh:
        return record_twin(twin, path, corpus)
    before = corpus.file_by_path(path)
    earlier = set(before.ids) if before and before.outcome != "duplicate" else set()
    regulations = distinct(reading.regulations, corpus, earlier)
    row = FileRow(
        path=path,
        sha256=source.source.sha256,
        outcome="replaced" if earlier else "added",
        ids=tuple(regulation.id for regulation in regulations),
        pages=source.source.pages,
        **message_of(reading.regulations, regulations),
    )
    passages = [passage for regulation in regulations for passage in find_passages(regulation)]
    try:
        corpus.add(row, regulations, passages)
    except CorpusError:
        raise
    except RegcheckError as error:
        row = problem_row(replace(reading, problem=to_anomaly(error)))
        corpus.record_file(row)
    return row


def to_anomaly(error: RegcheckError) -> Anomaly:
    """Return an error as the reason a file failed."""
    return Anomaly("failed", error.say("id"), error.say("en"))


def problem_row(reading: Reading) -> FileRow:
    """Return the row of a file that gave no regulation."""
    problem = reading.problem or Anomaly("failed", "", "")
    source = reading.source.source if reading.source else None
    return FileRow(
        path=str(reading.path.resolve()),
        sha256=source.sha256 if source else file_digest(reading.path),
        outcome=SCAN if problem.code == SCAN else "failed",
        ids=(),
        pages=source.pages if source else 0,
        message=problem.message,
        message_en=problem.message_en,
    )


def distinct(
    regulations: Iterable[Regulation], corpus: Corpus, earlier: set[str]
) -> list[Regulation]:
    """Give each regulation an id that no other content in the corpus has (``…~2``)."""
    taken: set[str] = set()
    result = []
    for regulation in regulations:
        id_, count = regulation.id, 2
        while id_ in taken or (corpus.has(id_) and id_ not in earlier):
            id_ = f"{regulation.id}~{count}"
            count += 1
        taken.add(id_)
        result.append(rekey(regulation, id_))
    return result


def message_of(printed: Sequence[Regulation], stored: Sequence[Regulation]) -> dict[str, str]:
    """Say which ids had to be changed because other content has them already."""
    changed = [(a.id, b.id) for a, b in zip(printed, stored, strict=True) if a.id != b.id]
    listed = ", ".join(f"{before} → {after}" for before, after in changed)
    return {
        "message": f"nomor sudah dipakai isi lain: {listed}" if changed else "",
        "message_en": f"id already taken by other content: {listed}" if changed else "",
    }


def rekey(regulation: Regulation, new_id: str) -> Regulation:
    """Return the regulation under another id, with every key of its own changed alike."""
    if regulation.id == new_id:
        return regulation
    old = f"{regulation.id}#"

    def moved(key: str) -> str:
        return f"{new_id}#{key.removeprefix(old)}" if key.startswith(old) else key

    return replace(
        regulation,
        id=new_id,
        units=tuple(
            replace(unit, key=moved(unit.key), parent=moved(unit.parent))
            for unit in regulation.units
        ),
        citations=tuple(
            replace(
                citation,
                holder=moved(citation.holder),
                target=citation.target and moved(citation.target),
                candidates=tuple(map(moved, citation.candidates)),
            )
            for citation in regulation.citations
        ),
        definitions=tuple(
            replace(definition, unit=moved(definition.unit))
            for definition in regulation.definitions
        ),
        amendments=tuple(
            replace(amendment, units=tuple(map(moved, amendment.units)))
            for amendment in regulation.amendments
        ),
        anomalies=tuple(
            replace(anomaly, unit=moved(anomaly.unit)) for anomaly in regulation.anomalies
        ),
    )
