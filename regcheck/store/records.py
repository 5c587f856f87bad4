"""Records to bytes and rows, and back; the one place that knows how they are written."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any, TypeVar

import msgspec

from regcheck.domain import (
    Amendment,
    Anomaly,
    Citation,
    Definition,
    FileReading,
    FileRow,
    Head,
    Identity,
    Kind,
    Line,
    Link,
    PageReading,
    Passage,
    Regulation,
    Role,
    Source,
    SourceText,
    Span,
    Standing,
    Status,
    Table,
    Unit,
)
from regcheck.domain.graph import Edge, Proof

#: The words of a unit that may tell of a court's ruling on a rule; whether it does is read later.
RULING_WORDS = ("putusan", "mengikat")
KINDS = {kind.value: kind for kind in Kind}
ROLES = {role.value: role for role in Role}
#: What is worked out of a passage when it is compared: the places of amending acts, the words in
#: full. What is stored is the passage as it is printed.
WORKED_OUT = ("printed", "spelled")
PASSAGE_COLUMNS = tuple(one.name for one in fields(Passage) if one.name not in WORKED_OUT)
IDENTITY_COLUMNS = tuple(field.name for field in fields(Identity))
FILE_COLUMNS = tuple(field.name for field in fields(FileRow))

passage_values = attrgetter(*PASSAGE_COLUMNS)
identity_values = attrgetter(*IDENTITY_COLUMNS)

Record = TypeVar("Record")


class StoredText(msgspec.Struct, frozen=True):
    """A ``SourceText`` without what is computed from its lines."""

    lines: tuple[Line, ...]
    source: Source
    tables: tuple[Table, ...]
    notes: tuple[Anomaly, ...]
    quality: float
    ocr_pages: int
    pages: tuple[PageReading, ...] = ()


class StoredRegulation(msgspec.Struct, frozen=True):
    """A ``Regulation`` without its source text, which several may share."""

    id: str
    identity: Identity
    units: tuple[Unit, ...]
    citations: tuple[Citation, ...]
    definitions: tuple[Definition, ...]
    amendments: tuple[Amendment, ...]
    anomalies: tuple[Anomaly, ...]
    structure: float


def pack(record: Any) -> bytes:
    """Write a record as compressed JSON."""
    return zlib.compress(msgspec.json.encode(record))


def unpack(content: bytes, kind: type[Record]) -> Record:
    """Read a record back; the inverse of ``pack``.

    Raises:
        ValueError: The bytes are no such record.
    """
    try:
        return msgspec.json.decode(zlib.decompress(content), type=kind)
    except (zlib.error, msgspec.DecodeError) as error:
        raise ValueError(str(error)) from error


def pack_text(source_text: SourceText) -> bytes:
    """Write a source text with its lines, boxes, tables and notes."""
    values = {name: getattr(source_text, name) for name in StoredText.__struct_fields__}
    values["source"] = replace(source_text.source, path=to_path(source_text.source.path))
    return pack(StoredText(**values))


def pack_regulation(regulation: Regulation) -> bytes:
    """Write a regulation without its source text."""
    values = {name: getattr(regulation, name) for name in StoredRegulation.__struct_fields__}
    return pack(StoredRegulation(**values))


def unpack_regulation(content: bytes, text: bytes) -> Regulation:
    """Put a regulation and its source text together again.

    Raises:
        ValueError: One of the two cannot be read.
    """
    source_text = SourceText(**msgspec.structs.asdict(unpack(text, StoredText)))
    stored = unpack(content, StoredRegulation)
    return Regulation(source_text=source_text, **msgspec.structs.asdict(stored))


def to_passage(row: Sequence[Any]) -> Passage:
    """Read a passage from its columns."""
    return Passage(row[0], KINDS[row[1]], *row[2:])


def to_link(row: Sequence[Any]) -> Link:
    """Read a link from source, target, role and holder."""
    return Link(row[0], row[1], ROLES[row[2]], to_key(row[0], row[3]))


def to_edge(row: Sequence[Any]) -> Edge:
    """Read an edge from source, target, role, holder, page, and both ends of its span."""
    source, target, role, holder, page, *ends = row
    key, holder = to_key(source, target), to_key(source, holder)
    return Edge(source, holder, key, ROLES[role], page, Span(*ends))


def edge_values(edge: Edge) -> tuple[Any, ...]:
    """Return the columns of an edge after that of its source; own keys lose the id."""
    ends = (edge.span.start, edge.span.end)
    target = edge.target.removeprefix(edge.source) if edge.own else edge.target
    holder = edge.holder.removeprefix(edge.source)
    return (target, edge.role, holder, edge.own, edge.page, *ends)


def to_key(source: str, stored: str) -> str:
    """Return a key as it was before the id of its own act was taken off.

    >>> to_key("uu/2011/12", "#pasal-7"), to_key("uu/2011/12", "uu/2004/10#pasal-7")
    ('uu/2011/12#pasal-7', 'uu/2004/10#pasal-7')
    """
    return source + stored if stored[:1] in ("", "#") else stored


def to_identity(row: Sequence[Any]) -> Identity:
    """Read an identity from its columns."""
    *texts, draft = row
    return Identity(*(*texts, bool(draft)))


def to_head(row: Sequence[Any]) -> Head:
    """Read a head from id, path, hash, pages, passages, two estimates, and the identity."""
    id_, path, sha256, pages, passages, quality, structure, *identity = row
    standing = Standing(id_, Status.BERLAKU)
    return Head(
        id_, to_identity(identity), path, sha256, pages, passages, quality, structure, standing
    )


def to_file(row: Sequence[Any]) -> FileRow:
    """Read a file's outcome from its columns."""
    path, sha256, outcome, ids, pages, message, message_en, reading = row
    return FileRow(
        path=path,
        sha256=sha256,
        outcome=outcome,
        ids=from_text(ids, tuple[str, ...]),
        pages=pages,
        message=message,
        message_en=message_en,
        reading=from_text(reading, FileReading),
    )


def file_values(row: FileRow) -> tuple[Any, ...]:
    """Return the columns of a file's outcome."""
    return (
        to_path(row.path),
        row.sha256,
        row.outcome,
        to_text(row.ids),
        row.pages,
        to_path(row.message),
        to_path(row.message_en),
        to_text(row.reading),
    )


def to_path(text: str) -> str:
    r"""Return a path that can be written as UTF-8, odd bytes of its name spelt out.

    >>> to_path("a\udcffb.pdf")
    'a\\udcffb.pdf'
    """
    return text.encode("utf-8", "backslashreplace").decode()


def to_json(values: Iterable[str]) -> str:
    """Write texts as a JSON list, as a query takes them."""
    return to_text(list(values))


def to_text(record: Any) -> str:
    """Write a small record as JSON that can be read in the file."""
    return msgspec.json.encode(record).decode()


def from_text(text: str, kind: type[Record]) -> Record:
    """Read a small record back; the inverse of ``to_text``.

    Raises:
        ValueError: The text is no such record.
    """
    return msgspec.json.decode(text, type=kind)


def digest(rows: Iterable[Sequence[Any]]) -> str:
    """Return a hash of the columns of passages, whatever their order; empty for none."""
    lines = sorted(msgspec.json.encode(essentials(row)) for row in rows)
    return hashlib.sha256(b"\n".join(lines)).hexdigest() if lines else ""


def essentials(row: Sequence[Any]) -> tuple[Any, ...]:
    """Leave out a full confidence, so that a corpus from before there was one keeps its hashes.

    >>> essentials(("a", 1.0)), essentials(("a", 0.5))
    (('a',), ('a', 0.5))
    """
    return tuple(row[:-1]) if row[-1] == 1.0 else tuple(row)


def find_links(regulation: Regulation) -> tuple[Link, ...]:
    """List what a regulation does to others, each once, in order; its own parts left out."""
    found = {
        Link(regulation.id, citation.target, citation.role, citation.holder): None
        for citation in regulation.citations
        if citation.target and citation.target.partition("#")[0] != regulation.id
    }
    return tuple(found)


def find_edges(regulation: Regulation) -> tuple[Edge, ...]:
    """List a regulation's citations, of its own parts too, each once, proved by its first place."""
    found: dict[tuple[str, str, Role], Citation] = {}
    for one in regulation.citations:
        if one.target:
            found.setdefault((one.holder, one.target, one.role), one)
    page_of = regulation.source_text.page_of
    return tuple(
        Edge(regulation.id, holder, target, role, page_of(one.span.start), one.span)
        for (holder, target, role), one in found.items()
    )


def find_clauses(regulation: Regulation) -> tuple[Proof, ...]:
    """List the units of a regulation that cite something and may tell of a court's ruling on it."""
    if not may_tell(regulation.text):
        return ()
    found: dict[str, Proof] = {}
    for citation in regulation.citations:
        unit = regulation.by_key.get(citation.holder)
        if unit and unit.key not in found and may_tell(text := regulation.slice(unit.span)):
            found[unit.key] = Proof(unit.key, unit.page, " ".join(text.split()))
    return tuple(found.values())


def may_tell(text: str) -> bool:
    """Tell whether a text has the words of a ruling.

    >>> may_tell("Putusan itu menyatakan Pasal 5 tidak mempunyai kekuatan hukum mengikat")
    True
    """
    plain = text.casefold()
    return all(word in plain for word in RULING_WORDS)


def combine(digests: Iterable[str]) -> str:
    """Return one hash for several, in the order given."""
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()
