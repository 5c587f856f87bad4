"""A regulation as it was parsed: identity, tree of units, citations, definitions, amendments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from regcheck.domain.text import Anomaly, SourceText, Span
from regcheck.domain.words import Kind, Role


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
    """One reference to one target: a regulation id, a unit key, or ``None`` when undecidable.

    ``why`` says why it is undecidable, in Indonesian, and ``why_en`` in English.
    """

    span: Span
    holder: str
    role: Role
    target: str | None
    candidates: tuple[str, ...] = ()
    why: str = ""
    why_en: str = ""

    def say(self, lang: str) -> str:
        """Return why it is undecidable, in ``lang`` (``id`` or ``en``)."""
        return self.why_en if lang == "en" else self.why


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and where its meaning stands; ``unit`` is the key of the defining unit.

    ``scope`` is the key of the unit in which alone it holds (*Dalam Bab ini yang dimaksud dengan*);
    empty when it holds in the whole act.
    """

    unit: str
    term: str
    abbreviation: str
    meaning: Span
    scope: str = ""


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
    """What the document says of itself; ``nomor`` is the full printed number.

    ``lembaran`` is the gazette that prints it (``LD 2016/4``; LN, BN, LD or BD, year and number),
    ``tambahan`` the supplement with its penjelasan (``TLD 3``).
    """

    jenis: str = ""
    wilayah: str = ""
    nomor: str = ""
    tahun: str = ""
    tentang: str = ""
    tanggal_penetapan: str = ""
    tanggal_pengundangan: str = ""
    lembaran: str = ""
    tambahan: str = ""
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
