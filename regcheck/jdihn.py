"""The corridor to the national feed of legal documentation (JDIHN): reading and matching it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from regcheck.domain import Identity, Line, RegulationId, Role, Source, SourceText
from regcheck.domain.catalogue import CatalogueEntry
from regcheck.errors import RegcheckError
from regcheck.instruments import instrument, level_hint, normalise_nomor, split_instrument
from regcheck.parse import parse_document
from regcheck.regions import find_region, region_slug
from regcheck.values import BadValueError, to_date

#: The keys under which a feed may keep its list of documents.
LISTS = ("data", "documents", "document", "items", "result", "results")
#: The title of an act, after the words that only repeat its kind, region, number and year.
#:
#: takes    Peraturan Daerah Provinsi Bali Nomor 5 Tahun 2011 tentang Pengelolaan Sampah
#: refuses  Pengelolaan Sampah
FULL_TITLE = re.compile(
    r"\A\s*(?:peraturan|undang|keputusan|instruksi|surat|qanun|perda|pergub|rancangan)\b"
    r".{0,160}?\btentang\s+(?P<tentang>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
#: A region named with its level, inside the name of an office or heading.
#:
#: takes    Indonesia. Provinsi Bali      PEMERINTAH KABUPATEN KULON PROGO      Pemprov Riau
#: refuses  Bagian Hukum
PLACE = re.compile(
    r"\b(?P<level>provinsi|propinsi|pemprov|kabupaten|kab\.?|pemkab|kota|pemkot)\s+"
    r"(?P<name>[A-Za-z][A-Za-z' -]+)",
    re.IGNORECASE,
)
LEVELS = {"pro": "provinsi", "pemp": "provinsi", "pemka": "kab", "pemko": "kota", "kab": "kab",
          "kot": "kota"}  # fmt: skip
#: Where the legal bases of an abstract begin, and where they end.
#:
#: takes    Dasar Hukum Peraturan Daerah ini adalah:      DASAR HUKUM :
#: refuses  dasar pertimbangan
BASES = re.compile(r"dasar\s+hukum\b[^:;]{0,80}(?:adalah|:)", re.IGNORECASE)
#: takes    Dalam Peraturan Daerah ini diatur tentang      CATATAN:
#: refuses  dalam rangka
BASES_END = re.compile(
    r"\b(?:dalam\s+(?:peraturan|undang|keputusan|qanun)[^.;]{0,60}\bdiatur|materi\s+pokok|catatan\s*:)",
    re.IGNORECASE,
)
#: A sentence by which an act repeals others, as an abstract tells it.
#:
#: takes    mencabut Pergub Riau No. 7 Tahun 2010      dicabut dan dinyatakan tidak berlaku
#: refuses  pencabutan izin
REPEALS = re.compile(r"\b(?:mencabut|dicabut|dinyatakan\s+tidak\s+berlaku)\b", re.IGNORECASE)
DATES = ("tanggal_penetapan", "tanggal_pengundangan")
#: How the names of gazettes begin.
GAZETTES = ("LN", "BN", "LD", "BD")
#: A word for the status that says that an act is no longer in force.
GONE = "Tidak Berlaku"
IN_FORCE = "Berlaku"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document of a feed that could not be used: its place in the feed, from 1, and why."""

    number: int
    title: str
    why: str
    why_en: str


@dataclass(frozen=True)
class Feed:
    """A feed as it was read; ``repeated`` counts documents whose id came before."""

    entries: tuple[CatalogueEntry, ...]
    skipped: tuple[Skipped, ...] = ()
    repeated: int = 0


def read_feed(path: Path) -> Feed:
    """Read a feed from a file; documents that cannot be identified are named, not dropped.

    Raises:
        RegcheckError: The file cannot be opened, or holds no list of documents.
    """
    entries: dict[str, CatalogueEntry] = {}
    skipped: list[Skipped] = []
    repeated = 0
    for number, fields in enumerate(load_documents(path), start=1):
        try:
            entry = read_entry(fields)
        except BadValueError as error:
            title = fields.get("judul", "")
            skipped.append(Skipped(number, title, error.say("id"), error.say("en")))
            continue
        repeated += entry.id in entries
        entries[entry.id] = entry
    return Feed(tuple(entries.values()), tuple(skipped), repeated)


def load_documents(path: Path) -> list[dict[str, str]]:
    """Return the documents of a feed, each as texts by name.

    Raises:
        RegcheckError: The file cannot be opened, or holds no list of documents.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise RegcheckError(
            id=f"{path}: tidak dapat dibuka ({error.strerror}).",
            en=f"{path}: cannot be opened ({error.strerror}).",
        ) from None
    except ValueError:
        raise no_feed(path) from None
    if isinstance(data, dict):
        data = next((data[key] for key in LISTS if isinstance(data.get(key), list)), None)
    if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
        raise no_feed(path)
    return [to_texts(one) for one in data]


def no_feed(path: Path) -> RegcheckError:
    """A file is no feed."""
    return RegcheckError(
        id=f"{path}: bukan umpan JDIHN. Yang diharapkan: JSON berisi daftar dokumen dengan kolom "
        "seperti jenis, noPeraturan, tahun_pengundangan, judul.",
        en=f"{path}: not a JDIHN feed. Expected: JSON with a list of documents that have fields "
        "such as jenis, noPeraturan, tahun_pengundangan, judul.",
    )


def to_texts(document: Mapping[str, Any]) -> dict[str, str]:
    """Return a document's fields as texts on one line; what is null or nested says nothing."""
    return {
        str(name): " ".join(str(value).split())
        for name, value in document.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool)
    }


def read_entry(fields: Mapping[str, str]) -> CatalogueEntry:
    """Read one document of a feed.

    Raises:
        BadValueError: Its kind, region, number or year is missing.
    """
    identity = read_identity(fields)
    id_ = str(
        RegulationId(
            identity.jenis, identity.wilayah, identity.tahun, normalise_nomor(identity.nomor)
        )
    )
    abstract = fields.get("abstrak", "")
    if is_file_name(abstract):
        abstract = ""
    return CatalogueEntry(
        id=id_,
        identity=identity,
        status=read_status(fields.get("status", "")),
        subjects=tuple(
            filter(None, map(str.strip, re.split(r"[;,]| - ", fields.get("subjek", ""))))
        ),
        abstract=abstract,
        ties=read_abstract(abstract, id_, identity),
        file=PurePosixPath(fields.get("fileDownload", "").replace("\\", "/")).name,
        url=fields.get("urlDownload", ""),
        fields=dict(fields),
    )


def read_identity(fields: Mapping[str, str]) -> Identity:
    """Read the identity of a document.

    Raises:
        BadValueError: Its kind, region, number or year is missing.
    """
    known, rest = read_kind(fields)
    if known is None:
        kind = fields.get("singkatanJenis") or fields.get("jenis") or "-"
        raise BadValueError(id=f"jenis tidak dikenal: {kind}", en=f"unknown kind: {kind}")
    wilayah = read_place(fields, rest, level_hint(known)) if is_regional(known) else ""
    if is_regional(known) and not wilayah:
        raise BadValueError(id="wilayah tidak diketahui", en="the region is unknown")
    nomor = fields.get("noPeraturan", "")
    if not any(sign.isdigit() for sign in nomor):
        raise BadValueError(id=f"nomor tanpa angka: {nomor or '-'}", en="a number without a digit")
    enacted, promulgated = (read_date(fields.get(name, "")) for name in DATES)
    years = (fields.get("tahun_pengundangan", ""), enacted[:4], promulgated[:4])
    tahun = next((year for year in years if re.fullmatch(r"(?:18|19|20)\d\d", year)), "")
    if not tahun:
        raise BadValueError(id="tahun tidak diketahui", en="the year is unknown")
    title = FULL_TITLE.match(fields.get("judul", ""))
    return Identity(
        jenis=known,
        wilayah=wilayah,
        nomor=nomor,
        tahun=tahun,
        tentang=title["tentang"].strip() if title else fields.get("judul", ""),
        lembaran=fields.get("sumber", "") if fields.get("sumber", "")[:2] in GAZETTES else "",
        tanggal_penetapan=enacted,
        tanggal_pengundangan=promulgated,
    )


def read_kind(fields: Mapping[str, str]) -> tuple[str | None, str]:
    """Return the kind of a document, and the words left over, which may name its region.

    The long name says more than the short one: *Peraturan Daerah Kabupaten* and *PERDA*.
    """
    found: tuple[str | None, str] = (None, "")
    for name in ("jenis", "singkatanJenis", "judul"):
        known, rest = split_instrument(fields.get(name, ""))
        if known is not None and found[0] is None:
            found = (known.slug, rest)
    return found


def is_regional(kind: str) -> bool:
    """Tell whether a kind of act belongs to a region."""
    known = instrument(kind)
    return known is not None and known.regional


def read_place(fields: Mapping[str, str], rest: str, level: str) -> str:
    """Return the region of a document, from wherever the feed names it; or nothing."""
    texts = (rest, *(fields.get(name, "") for name in ("teuBadan", "judul", "penerbit", "sumber")))
    for text in texts:
        if found := PLACE.search(text):
            kind = found["level"].lower()
            named = next(value for start, value in LEVELS.items() if kind.startswith(start))
            slug = longest_region(found["name"], named)
            if slug:
                return slug
    return longest_region(rest, level) or longest_region(fields.get("teuBadan", ""), level)


def longest_region(name: str, level: str) -> str:
    """Return the known region that the most of the first words of a text name, or nothing.

    >>> longest_region("Kulon Progo Bagian Hukum", "kab"), longest_region("Bagian Hukum", "")
    ('kab-kulon-progo', '')
    """
    words = name.split()
    for count in range(len(words), 0, -1):
        slug = region_slug(" ".join(words[:count]), level)
        if find_region(slug) is not None:
            return slug
    return ""


def read_date(text: str) -> str:
    """Read a date, empty for one that is none (feeds have ``0000-00-00``)."""
    try:
        return to_date(text)
    except BadValueError:
        return ""


def read_status(text: str) -> str:
    """Return the catalogue's word for the status, in one spelling.

    >>> read_status("TIDAK BERLAKU"), read_status("Dicabut"), read_status("1"), read_status("")
    ('Tidak Berlaku', 'Tidak Berlaku', '', '')
    """
    words = text.lower()
    if "tidak" in words or "cabut" in words:
        return GONE
    return IN_FORCE if "berlaku" in words else ""


def is_file_name(text: str) -> bool:
    """Tell whether a field that should hold an abstract only names its file.

    >>> is_file_name("abstrak-5-2011.pdf"), is_file_name("bahwa untuk melaksanakan ...")
    (True, False)
    """
    return bool(re.fullmatch(r"\S+\.\w{2,4}", text))


def read_abstract(abstract: str, id_: str, identity: Identity) -> tuple[tuple[Role, str], ...]:
    """Return the acts that an abstract names as legal bases or as repealed.

    An abstract is a source of its own: it may tell what the text, unread or absent, does not.
    """
    if not abstract:
        return ()
    source = SourceText((Line(abstract, 1),), Source("", "0" * 64, 1, ""))
    found: dict[tuple[Role, str], None] = {}
    for regulation in parse_document(source, id_, identity):
        for citation in regulation.citations:
            act = (citation.target or "").partition("#")[0]
            role = role_in(abstract, citation.span.start)
            if act and act != id_ and role is not None:
                found[role, act] = None
    return tuple(found)


def role_in(abstract: str, position: int) -> Role | None:
    """Return what an abstract says of an act named at a position; ``None`` for a mere mention."""
    opened = list(BASES.finditer(abstract, 0, position))
    if opened and not BASES_END.search(abstract, opened[-1].end(), position):
        return Role.DASAR_HUKUM
    start = max(abstract.rfind(mark, 0, position) for mark in (". ", "; ", ": "))
    clause = re.split(r"\.\s", abstract[start + 1 : position + 400])[0]
    return Role.MENCABUT if REPEALS.search(clause) else None


def identity_values(entry: CatalogueEntry) -> dict[str, str]:
    """Return what an entry says of a file's identity, as a table of identities would."""
    names = ("jenis", "wilayah", "nomor", "tahun", "tentang", *DATES)
    return {name: value for name in names if (value := getattr(entry.identity, name))}
