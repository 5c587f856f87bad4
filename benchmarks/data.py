"""The evaluation's documents: their texts, parsed once and kept on disk, and the PDFs."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import re
import sys
import tarfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from regcheck.domain import Kind, Regulation, Unit
from regcheck.errors import RegcheckError
from regcheck.parse import parse_document
from regcheck.read import read_document

#: What a fault in one document may raise; the run goes on, and says so.
FAULTS = (RegcheckError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
#: Seconds between two lines of progress.
PROGRESS_S = 10.0
#: Pages of a scan that are recognised at a time.
THREADS = 2

_PASAL_LABEL = re.compile(r"^\W*pasal\s*\S+", re.IGNORECASE)
_CODE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Segment:
    """The text of one pasal; ``target`` is the key of the pasal it replaces, if it is quoted."""

    label: str
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the rankings need of one document; ``fault`` says why there is nothing."""

    doc: str
    title: str
    segments: tuple[Segment, ...]
    fault: str = ""


class Data:
    """The texts by document id, such as ``uu/2004/32``, and the PDFs by path.

    Args:
        texts: A folder of texts, or an archive of one.
        pdf_root: The folder of PDFs; their paths are relative to its parent.
        cache: A folder for what is parsed; created if absent.
        scorers: The folder of the scorers and of ``mask.py``.
    """

    def __init__(self, texts: Path, pdf_root: Path, cache: Path, scorers: Path) -> None:
        cache.mkdir(parents=True, exist_ok=True)
        self.pdf_root = pdf_root
        self.scorers = scorers
        self._cache = cache
        self._paths = find_texts(texts if texts.is_dir() else unpack(texts, cache))
        self._parsed: list[Parsed] = []

    def documents(self) -> tuple[str, ...]:
        """Return the ids of all texts, in order."""
        return tuple(self._paths)

    def text(self, doc: str) -> str:
        """Return the text of a document as it stands in its file; offsets count its characters."""
        return self._paths[doc].read_bytes().decode("utf-8", errors="replace")

    @lru_cache(maxsize=64)  # noqa: B019 - one Data lives as long as the run
    def regulation(self, doc: str) -> Regulation:
        """Return a document as ``regcheck parse`` reads it.

        A text goes under the evaluation's id, a PDF, named by its path, under its own.

        Raises:
            UnreadableFileError: There is no such file, or it cannot be read.
        """
        if doc in self._paths:
            return parse_document(read_document(self._paths[doc]), doc)[0]
        return parse_document(read_document(self.pdf_root.parent / doc, threads=THREADS))[0]

    def parsed(self, processes: int = 2) -> list[Parsed]:
        """Parse all documents, or read what an earlier run with the same code has parsed.

        Each document is written as soon as it is parsed, so that an interrupted run goes on.
        """
        if not self._parsed:
            store = self._cache / f"parsed-{digest_code('regcheck/read', 'regcheck/parse')}.jsonl"
            done = read_parsed(store)
            missing = [doc for doc in self._paths if doc not in done]
            with store.open("a", encoding="utf-8") as file:
                for one in parse_all(self._paths, missing, processes):
                    done[one.doc] = one
                    # A process killed while writing may have left half a line.
                    file.write("\n" + json.dumps(asdict(one), ensure_ascii=False))
                    progress(f"parsed {len(done)} of {len(self._paths)}")
            self._parsed = [done[doc] for doc in self._paths]
            for one in self._parsed:
                if one.fault:
                    print(f"{one.doc}: not parsed: {one.fault}", file=sys.stderr)
        return self._parsed


def find_texts(folder: Path) -> dict[str, Path]:
    """Return the text files below a folder by document id, in the order of the ids."""
    found = {"/".join(path.with_suffix("").parts[-3:]): path for path in folder.rglob("*.md")}
    return dict(sorted(found.items()))


def unpack(archive: Path, cache: Path) -> Path:
    """Unpack an archive into the cache, once, and return the folder.

    Raises:
        OSError: The archive cannot be read.
    """
    stat = archive.stat()
    folder = cache / f"texts-{digest(archive.name, str(stat.st_size), str(stat.st_mtime_ns))}"
    if not folder.exists():
        part = folder.with_suffix(".part")
        with tarfile.open(archive) as file:
            file.extractall(part, filter="data")
        part.rename(folder)
    return folder


def parse_all(paths: dict[str, Path], docs: list[str], processes: int) -> Iterator[Parsed]:
    """Parse documents in several processes; their order is not kept."""
    jobs = [(doc, paths[doc]) for doc in docs]
    if len(jobs) < 8 or processes < 2:
        yield from map(parse_one, jobs)
        return
    with multiprocessing.Pool(processes) as pool:
        yield from pool.imap_unordered(parse_one, jobs, chunksize=8)


def parse_one(job: tuple[str, Path]) -> Parsed:
    """Parse one document; a fault in it is told, not raised."""
    doc, path = job
    try:
        regulation = parse_document(read_document(path), doc)[0]
        return Parsed(doc, regulation.identity.tentang, tuple(find_segments(regulation)))
    except FAULTS as error:
        return Parsed(doc, "", (), f"{type(error).__name__}: {error}")


def find_segments(regulation: Regulation) -> Iterator[Segment]:
    """Yield the pasal of the body, quoted ones included, in document order.

    A pasal that quotes others gives only its own words; Roman ones of an amending act give none.
    """
    pasal = [unit for unit in regulation.units if is_body_pasal(unit)]
    quoted: dict[str, list[Unit]] = {}
    for unit in pasal:
        if "/" in unit.path:
            quoted.setdefault(unit.key.rpartition("/pasal-")[0], []).append(unit)
    for unit in pasal:
        text = _PASAL_LABEL.sub("", without(regulation, unit, quoted.get(unit.key, [])))
        if unit.label[:1].isdigit() and text.strip():
            yield Segment(unit.label, unit.target, " ".join(text.split()))


def is_body_pasal(unit: Unit) -> bool:
    """Tell whether a unit is a pasal of the body."""
    return unit.kind is Kind.PASAL and not unit.path.startswith(("penjelasan", "lampiran"))


def without(regulation: Regulation, unit: Unit, holes: list[Unit]) -> str:
    """Return the text of a unit without that of the units it quotes."""
    pieces, position = [], unit.span.start
    for hole in holes:
        pieces.append(regulation.text[position : hole.span.start])
        position = max(position, hole.span.end)
    return " ".join([*pieces, regulation.text[position : unit.span.end]])


def read_parsed(store: Path) -> dict[str, Parsed]:
    """Return what a store holds, by id; a line cut short by a killed process is passed over."""
    found = {}
    for line in store.read_text(encoding="utf-8").split("\n") if store.exists() else ():
        try:
            values = json.loads(line)
        except ValueError:
            continue
        segments = tuple(Segment(**segment) for segment in values.pop("segments"))
        found[values["doc"]] = Parsed(segments=segments, **values)
    return found


def digest(*parts: str) -> str:
    """Return a short digest of texts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def digest_code(*folders: str) -> str:
    """Return a digest of the Python files in folders of the repository."""
    files = sorted(path for name in folders for path in (_CODE / name).rglob("*.py"))
    return digest(*(path.read_text(encoding="utf-8") for path in files))


_said = [0.0]


def progress(text: str) -> None:
    """Print a line of progress to stderr, unless one was printed a moment ago."""
    now = time.monotonic()
    if now - _said[0] > PROGRESS_S:
        _said[0] = now
        print(text, file=sys.stderr, flush=True)
