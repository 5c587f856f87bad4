"""The records that pass between the rooms; nothing here reads a file or decides anything."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Any

SCHEMA_VERSION = 1


class Kind(StrEnum):
    """The kind of a unit, by the word printed on the page."""

    BUKU = "buku"
    BAB = "bab"
    BAGIAN = "bagian"
    PARAGRAF = "paragraf"
    PASAL = "pasal"
    AYAT = "ayat"
    HURUF = "huruf"
    ANGKA = "angka"
    SUBHURUF = "subhuruf"
    SUBANGKA = "subangka"
    MENIMBANG = "menimbang"
    MENGINGAT = "mengingat"
    MEMUTUSKAN = "memutuskan"
    PENJELASAN = "penjelasan"
    LAMPIRAN = "lampiran"
    TABEL = "tabel"
    DIKTUM = "diktum"


class Role(StrEnum):
    """What a citation does to the regulation or unit it names."""

    DASAR_HUKUM = "dasar_hukum"
    MENGUBAH = "mengubah"
    MENCABUT = "mencabut"
    MENCABUT_SEBAGIAN = "mencabut_sebagian"
    MELAKSANAKAN = "melaksanakan"
    MENDELEGASIKAN = "mendelegasikan"
    MENETAPKAN = "menetapkan"
    TETAP_BERLAKU = "tetap_berlaku"
    MERUJUK = "merujuk"


class Modality(StrEnum):
    """The force of a norm (UU 12/2011 Lampiran II nos. 265-270)."""

    WAJIB = "wajib"
    HARUS = "harus"
    DILARANG = "dilarang"
    DAPAT = "dapat"
    BERHAK = "berhak"
    BERWENANG = "berwenang"
    TIDAK_WAJIB = "tidak_wajib"
    NONE = "none"


class Severity(IntEnum):
    """How much a finding matters; ``label`` is the word of the JSON contract."""

    INFORMASI = 0
    RENDAH = 1
    SEDANG = 2
    TINGGI = 3
    KRITIS = 4

    @property
    def label(self) -> str:
        """The lower-case Indonesian word, e.g. ``tinggi``."""
        return self.name.lower()


class Certainty(StrEnum):
    """Whether a rule proves the finding or similarity suggests it."""

    PASTI = "pasti"
    INDIKASI = "indikasi"


class Status(StrEnum):
    """The standing of a regulation on a date."""

    BERLAKU = "berlaku"
    DIUBAH = "diubah"
    DICABUT_SEBAGIAN = "dicabut_sebagian"
    DICABUT = "dicabut"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of characters of the cleaned text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; points, origin top left, page from 1.

    ``offset`` is the character offset of the line's first character in a text file, -1 for
    others; a text line is a verbatim slice of its file, so ``offset + i`` is exact.
    """

    text: str
    page: int
    x0: float = 0.0
    top: float = 0.0
    x1: float = 0.0
    bottom: float = 0.0
    confidence: float = 1.0
    offset: int = -1


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its page and its rows of cell texts."""

    page: int
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The file a text came from; ``reader`` is the extractor's name and version."""

    path: str
    sha256: str
    pages: int
    reader: str


@dataclass(frozen=True, slots=True)
class Anomaly:
    """An oddity of one document, as data; ``message`` is Indonesian, ``message_en`` English."""

    code: str
    message: str
    message_en: str
    page: int = 0
    unit: str = ""

    def say(self, lang: str) -> str:
        """Return the sentence in ``lang`` (``id`` or ``en``)."""
        return self.message_en if lang == "en" else self.message


@dataclass(frozen=True)
class SourceText:
    """The cleaned text of a document, and the way back from it to page and box.

    ``text`` is the lines joined by one newline each. ``quality`` is the reader's estimate in
    ``[0, 1]`` of how much of the text consists of plausible words.
    """

    lines: tuple[Line, ...]
    source: Source
    tables: tuple[Table, ...] = ()
    notes: tuple[Anomaly, ...] = ()
    quality: float = 1.0
    ocr_pages: int = 0

    @cached_property
    def text(self) -> str:
        """The lines, joined by newlines."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset in ``text`` of each line's first character."""
        starts, position = [], 0
        for line in self.lines:
            starts.append(position)
            position += len(line.text) + 1
        return tuple(starts)

    def line_index(self, position: int) -> int:
        """Return the number of the line that holds ``position``."""
        return max(0, bisect_right(self.starts, position) - 1)

    def locate(self, span: Span) -> tuple[Line, ...]:
        """Return the lines a span touches, in reading order; empty for an empty text."""
        if not self.lines:
            return ()
        first = self.line_index(span.start)
        last = self.line_index(max(span.start, span.end - 1))
        return self.lines[first : last + 1]

    def page_of(self, position: int) -> int:
        """Return the page, from 1, that prints the character at ``position``."""
        return self.lines[self.line_index(position)].page if self.lines else 1

    def file_offset(self, position: int) -> int | None:
        """Return the offset in the original text file, or ``None`` for other formats."""
        if not self.lines:
            return None
        index = self.line_index(position)
        line = self.lines[index]
        return None if line.offset < 0 else line.offset + position - self.starts[index]


@dataclass(frozen=True, slots=True)
class RegulationId:
    """The key of a regulation; prints as ``perda/sumatera-utara/2017/5``.

    ``wilayah`` is empty for national acts; ``nomor`` is the leading number in lower case.

    >>> str(RegulationId("perda", "kota-medan", "2021", "33"))
    'perda/kota-medan/2021/33'
    >>> RegulationId.from_str("uu/2011/12").wilayah
    ''
    """

    jenis: str
    wilayah: str
    tahun: str
    nomor: str

    def __str__(self) -> str:
        """Join the parts that are present with slashes."""
        return "/".join(filter(None, (self.jenis, self.wilayah, self.tahun, self.nomor)))

    @classmethod
    def from_str(cls, text: str) -> RegulationId:
        """Read an id back; the inverse of ``str``.

        Raises:
            ValueError: The text has fewer than two or more than four parts.
        """
        parts = text.split("/")
        if len(parts) == 4:
            return cls(*parts)
        if len(parts) == 3:
            return cls(parts[0], "", parts[1], parts[2])
        if len(parts) == 2:
            return cls(parts[0], "", "", parts[1])
        raise ValueError(f"not a regulation id: {text}")


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the regulation's tree.

    ``span`` covers the unit with its label and its children. ``target`` is the key, in the base
    regulation, of a unit quoted by an amending act.
    """

    key: str
    kind: Kind
    label: str
    heading: str
    span: Span
    parent: str
    page: int = 1
    target: str = ""

    @property
    def path(self) -> str:
        """The part of the key after ``#``."""
        return self.key.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference to one target: a regulation id, a unit key, or ``None`` when undecidable."""

    span: Span
    holder: str
    role: Role
    target: str | None
    candidates: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and where its meaning stands; ``unit`` is the key of the defining unit."""

    unit: str
    term: str
    abbreviation: str
    meaning: Span


@dataclass(frozen=True, slots=True)
class Amendment:
    """One operation of an amending act on its base.

    ``op`` is replace, insert, append, delete, renumber, reword, gloss or lampiran; ``target`` the
    key of the base unit (or the base id); ``label`` its pasal; ``units`` the keys of the quoted
    units; ``span`` the instruction.
    """

    op: str
    target: str
    label: str
    units: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Identity:
    """What the title block says; ``nomor`` is the full printed number."""

    jenis: str = ""
    wilayah: str = ""
    nomor: str = ""
    tahun: str = ""
    tentang: str = ""
    tanggal_penetapan: str = ""
    tanggal_pengundangan: str = ""
    draft: bool = False


@dataclass(frozen=True)
class Regulation:
    """One peraturan, parsed; a file may hold several, which then share ``source_text``.

    ``structure`` is the parser's own estimate in ``[0, 1]`` of how sure it is of the tree.
    """

    id: str
    identity: Identity
    source_text: SourceText
    units: tuple[Unit, ...]
    citations: tuple[Citation, ...] = ()
    definitions: tuple[Definition, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    structure: float = 1.0

    @property
    def text(self) -> str:
        """The cleaned text of the whole document."""
        return self.source_text.text

    @cached_property
    def by_key(self) -> Mapping[str, Unit]:
        """The units by key."""
        return {unit.key: unit for unit in self.units}

    @cached_property
    def children(self) -> Mapping[str, tuple[Unit, ...]]:
        """The units by the key of their parent, in document order."""
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.parent, []).append(unit)
        return {key: tuple(units) for key, units in found.items()}

    def slice(self, span: Span) -> str:
        """Return the printed characters of a span, line breaks kept."""
        return self.text[span.start : span.end]

    def own_text(self, unit: Unit) -> str:
        """Return the unit's text without its children's."""
        pieces, position = [], unit.span.start
        for child in self.children.get(unit.key, ()):
            pieces.append(self.text[position : child.span.start])
            position = max(position, child.span.end)
        pieces.append(self.text[position : unit.span.end])
        return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit as it is compared: an ayat, a pasal without ayat, or a definition, items joined.

    ``text`` is the quotation on one line, as printed, its label left out; ``lead`` the lead-in of
    the pasal that an ayat or item needs to be understood; ``kind`` of the unit; ``norm_type`` one
    of definisi, kewajiban, larangan, kebolehan, kewenangan, sanksi, prosedur, peralihan, penutup.
    """

    key: str
    kind: Kind
    text: str
    page: int
    lead: str = ""
    heading: str = ""
    norm_type: str = ""
    target: str = ""

    @property
    def regulation(self) -> str:
        """The id of the regulation that holds the passage."""
        return self.key.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its meaning, normalised.

    ``value`` in the base unit; ``unit`` rupiah, percent, day, workday, month, year, hour, meter,
    ... or a counted noun; ``bound`` ``le``, ``ge`` or ``eq``; ``span`` within the passage text.
    """

    value: float
    unit: str
    bound: str
    span: Span


@dataclass(frozen=True, slots=True)
class Norm:
    """The frame of a norm: who must, may or must not do what to what, and within which limits.

    ``act`` and ``object`` are stems; ``quantities`` in order of appearance; ``exception`` tells
    whether the clause opens one (*kecuali*, *tanpa izin*).
    """

    addressee: tuple[str, ...]
    modality: Modality
    act: str
    object: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    exception: bool = False
    sanction: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages, by key, that may speak of the same thing.

    ``score`` is the cosine of their word vectors in ``[0, 1]``. ``rare`` is the same cosine over
    the words that few regulations use, so that shared formulae do not count. ``spread`` is the
    number of other regulations whose wording matches the pair's: high for boilerplate.
    """

    left: str
    right: str
    score: float
    rare: float = 0.0
    spread: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of the citation graph: ``source`` does ``role`` to ``target``."""

    source: str
    target: str
    role: Role
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of one regulation on a date, and the acts that gave it that status."""

    id: str
    status: Status
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Superseded:
    """A unit whose text is no longer the law: ``op`` is replace, delete or repeal."""

    key: str
    op: str
    by: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How one regulation stands to another.

    ``kinds`` is a subset of sama, mengubah, diubah, mencabut, dicabut, melaksanakan,
    dilaksanakan, versi, tahunan, organisasi; ``level`` is ``lebih tinggi``, ``setingkat``,
    ``lebih rendah`` or ``tidak bertingkat``, said of the second as seen from the first;
    ``firm`` tells whether the law itself gives that rank; ``comparable`` whether their
    jurisdictions meet.
    """

    kinds: frozenset[str]
    level: str
    firm: bool
    comparable: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a regulation of the corpus without reading its text."""

    id: str
    identity: Identity
    path: str
    sha256: str
    pages: int
    passages: int
    quality: float
    structure: float
    standing: Standing


@dataclass(frozen=True, slots=True)
class FileRow:
    """The outcome of one file offered to the corpus.

    ``outcome`` is added, unchanged, replaced, duplicate, scan (no text layer), or failed;
    ``message`` and ``message_en`` say why and what to do.
    """

    path: str
    sha256: str
    outcome: str
    ids: tuple[str, ...]
    pages: int
    message: str = ""
    message_en: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """One side of a finding: the unit, its printed text, and its page."""

    key: str
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A result of a check, with what a lawyer needs to verify it."""

    fingerprint: str
    code: str
    severity: Severity
    certainty: Certainty
    confidence: float
    left: Quote
    right: Quote | None
    relation: str
    reason: str
    basis: str
    recommendation: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A pair or citation that was looked at and is no fault, with the N-code that says why."""

    code: str
    left: str
    right: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was compared, and what was not and why; counts by name."""

    compared: Mapping[str, int]
    skipped: Mapping[str, int]


@dataclass(frozen=True)
class Case:
    """Everything the checks may look at: one draft, its counterparts, and the state of the law.

    ``passages`` holds those of the draft and every counterpart in ``pairs``, by key; ``norms``
    their frames; ``heads``, ``relations`` (seen from the draft) and ``superseded`` concern the
    corpus; ``links`` are the edges of the citation graph, the draft's own included.
    """

    draft: Regulation
    passages: Mapping[str, Passage]
    pairs: tuple[Pair, ...]
    norms: Mapping[str, Norm]
    heads: Mapping[str, Head]
    relations: Mapping[str, Relation]
    superseded: Mapping[str, Superseded]
    links: tuple[Link, ...]
    lang: str = "id"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Everything one check of one draft says."""

    draft: Regulation
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    coverage: Coverage
    corpus: Mapping[str, Any]
    settings: Mapping[str, Any]
