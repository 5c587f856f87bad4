"""The corridor to the national feed of legal documentation (JDIHN): reading and matching it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from regcheck.domain import Identity, RegulationId
from regcheck.domain.catalogue import CatalogueEntry
from regcheck.errors import RegcheckError
from regcheck.instruments import instrument, level_hint, normalise_nomor, split_instrument
from regcheck.jdihn_abstracts import read_ties
from regcheck.metadata import decode, split_cells
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
DATES = ("tanggal_penetapan", "tanggal_pengundangan")
#: The fields of the feed, in its order.
FIELDS = (
    "idData", "tahun_pengundangan", "tanggal_penetapan", "tanggal_pengundangan", "jenis",
    "noPeraturan", "judul", "noPanggil", "singkatanJenis", "tempatTerbit", "penerbit",
    "deskripsiFisik", "sumber", "subjek", "isbn", "status", "bahasa", "bidangHukum", "teuBadan",
    "nomorIndukBuku", "fileDownload", "urlDownload", "abstrak", "urlabstrak", "urlDetailPeraturan",
    "operasi", "display",
)  # fmt: skip
#: The fields by their plain letters, and the other names that the columns of a table may have.
FIELD_NAMES = {"".join(filter(str.isalnum, name.lower())): name for name in FIELDS}
COLUMNS = {
    "nomor": "noPeraturan", "number": "noPeraturan", "tahun": "tahun_pengundangan",
    "year": "tahun_pengundangan", "tentang": "judul", "title": "judul", "berkas": "fileDownload",
    "file": "fileDownload", "wilayah": "teuBadan", "region": "teuBadan", "lembaran": "sumber",
    "abstract": "abstrak", "subject": "subjek", "kind": "jenis", "ditetapkan": "tanggal_penetapan",
    "diundangkan": "tanggal_pengundangan",
}  # fmt: skip
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
    if path.suffix.lower() == ".csv":
        return load_table(path)
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


def load_table(path: Path) -> list[dict[str, str]]:
    """Return the documents of a table whose columns are the fields of a feed, or named like them.

    Raises:
        RegcheckError: The file cannot be opened, is no text, or has no column for the number.
    """
    lines = [cells for _, cells in split_cells(decode(path))]
    names = [field_name(cell) for cell in lines[0]] if lines else []
    if "noPeraturan" not in names:
        raise no_feed(path)
    return [
        {name: " ".join(cell.split()) for name, cell in zip(names, cells, strict=False) if name}
        for cells in lines[1:]
    ]


def field_name(column: str) -> str:
    """Return the field of a feed that a column stands for, whatever its capitals and blanks.

    >>> field_name("Nomor"), field_name("no_peraturan"), field_name("Bidang Hukum")
    ('noPeraturan', 'noPeraturan', 'bidangHukum')
    """
    plain = "".join(sign for sign in column.lower() if sign.isalnum())
    return COLUMNS.get(plain, "") or FIELD_NAMES.get(plain, column.strip())


def no_feed(path: Path) -> RegcheckError:
    """A file is no feed."""
    return RegcheckError(
        id=f"{path}: bukan umpan JDIHN. Yang diharapkan: JSON berisi daftar dokumen, atau tabel "
        "CSV, dengan kolom seperti jenis, noPeraturan, tahun_pengundangan, judul.",
        en=f"{path}: not a JDIHN feed. Expected: JSON with a list of documents, or a CSV table, "
        "with fields such as jenis, noPeraturan, tahun_pengundangan, judul.",
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
    abstract, named = fields.get("abstrak", ""), ""
    if is_file_name(abstract):
        abstract, named = "", base_name(abstract)
    return CatalogueEntry(
        id=id_,
        identity=identity,
        status=read_status(fields.get("status", "")),
        subjects=tuple(
            filter(None, map(str.strip, re.split(r"[;,]| - ", fields.get("subjek", ""))))
        ),
        abstract=abstract,
        ties=read_ties(abstract, id_, identity),
        file=base_name(fields.get("fileDownload", "")),
        abstract_file=named or base_name(fields.get("urlabstrak", "")),
        url=fields.get("urlDownload", ""),
        fields=dict(fields),
    )


def base_name(path: str) -> str:
    r"""Return the name of a file, without the folders or the address before it.

    >>> base_name(r"unduhan\perda-5.pdf"), base_name("abstrak/perda-5.pdf")
    ('perda-5.pdf', 'perda-5.pdf')
    """
    return PurePosixPath(path.replace("\\", "/")).name


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


def identity_values(entry: CatalogueEntry) -> dict[str, str]:
    """Return what an entry says of a file's identity, as a table of identities would."""
    names = ("jenis", "wilayah", "nomor", "tahun", "tentang", *DATES)
    return {name: value for name in names if (value := getattr(entry.identity, name))}
