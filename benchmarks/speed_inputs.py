"""The inputs of a speed run: documents found, sifted, and turned into passages and corpora."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed_job import Clock, Job, read_lines
from regcheck.domain import Kind, Passage
from regcheck.intake import add_files, read_file
from regcheck.parse import find_passages
from regcheck.pipeline import open_corpus
from regcheck.settings import Settings

#: The draft that is searched for has about so many passages, like the larger provincial drafts.
DRAFT_PASSAGES = 150


@dataclass(frozen=True, slots=True)
class Digested:
    """What one document gave: its passages as rows, or the reason there are none."""

    path: str
    pages: int
    rows: tuple[tuple[str, str, str, int, str], ...] = ()
    problem: str = ""


def digest(path: str) -> Digested:
    """Read and parse one document."""
    reading = read_file(Path(path))
    if reading.problem or reading.source is None:
        return Digested(path, 0, problem=reading.problem.code if reading.problem else "failed")
    rows = tuple(
        (one.key, one.kind.value, one.text, one.page, one.lead)
        for regulation in reading.regulations
        for one in find_passages(regulation)
    )
    return Digested(path, reading.source.source.pages, rows)


def digest_all(paths: Sequence[str]) -> Iterator[Digested]:
    """Read and parse documents, in order, on all processors."""
    if len(paths) < 4:
        yield from map(digest, paths)
        return
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(digest, paths, chunksize=4)


def write_passages(job: Job, clock: Clock) -> None:
    """Write the passages to index and to search for, and tell which documents have text.

    Facts: ``readable`` paths, in order; ``left_out`` a count; ``pages`` by path; ``passages`` and
    ``draft_passages`` counts; ``held_out`` the document that is searched for.
    """
    wanted = list(dict.fromkeys((*job.documents, *job.pdfs, *job.demo, job.draft)))
    digested = {one.path: one for one in digest_all(wanted)}
    readable = [path for path in wanted if not digested[path].problem]
    indexed = [path for path in job.documents if path in set(readable)]
    held_out = job.held_out or min(
        indexed, key=lambda path: abs(len(digested[path].rows) - DRAFT_PASSAGES)
    )
    corpus = [row for path in indexed if path != held_out for row in digested[path].rows]
    write_rows(job.passages, corpus)
    write_rows(job.draft_passages, digested[held_out].rows)
    clock.facts |= {
        "readable": readable,
        "left_out": len(wanted) - len(readable),
        "pages": {path: digested[path].pages for path in readable},
        "held_out": held_out,
        "passages": len(corpus),
        "draft_passages": len(digested[held_out].rows),
    }


def write_rows(path: Path, rows: Sequence[tuple[str, str, str, int, str]]) -> None:
    """Write passages as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row) + "\n")


def read_passages(path: Path) -> list[Passage]:
    """Read the passages that ``write_passages`` wrote."""
    return [Passage(key, Kind(kind), *rest) for key, kind, *rest in read_lines(path)]


def build_corpora(job: Job, clock: Clock) -> None:
    """Add the demo regulations and the PDFs to a corpus each, all processors at work.

    Facts: ``corpora``, the file and the index folder of each.
    """
    clock.facts["corpora"] = {}
    for name, files in (("demo", job.demo), ("pdf", job.pdfs)):
        if not files:
            continue
        settings = Settings(corpus=str(Path(job.folder) / f"{name}.sqlite"))
        with open_corpus(settings, create=True) as corpus:
            start = time.perf_counter()
            rows = list(add_files([Path(file) for file in files], corpus))
            clock.record(f"check.add.{name}", [time.perf_counter() - start])
            passages = sum(head.passages for head in corpus.heads())
            clock.notes[f"check.add.{name}"] = (
                f"{sum(bool(row.ids) for row in rows)} of {len(rows)} files, "
                f"{passages} passages, {os.cpu_count()} processes"
            )
            clock.facts["corpora"][name] = (settings.corpus, str(corpus.index_folder))


WORK = {"passages": write_passages, "corpora": build_corpora}
