"""The identity of a regulation: kind, region, number, year, name and dates, from its title block."""

from __future__ import annotations

import re
from dataclasses import dataclass

from regcheck.domain import Identity, RegulationId, SourceText, Span
from regcheck.instruments import (
    Instrument,
    level_hint,
    normalise_nomor,
    split_instrument,
    to_digits,
)
from regcheck.parse.titles import (
    DATED,
    GLUED,
    MAKER,
    MENETAPKAN_NAME,
    MONTHS,
    SPACED,
    TITLE,
    TITLE_END,
)
from regcheck.parse.zones import Zones
from regcheck.regions import KAB, KOTA, PROVINSI, region_slug

OFFICE_LEVEL = {"gubernur": PROVINSI, "bupati": KAB, "walikota": KOTA, "walikotamadya": KOTA}
UNREADABLE = "tanpa-identitas"
YEAR = re.compile(r"(?:18|19|20)\d\d")
#: How far into a gloss or annex its own title is looked for.
HEAD_CHARS = 1_500


@dataclass(frozen=True, slots=True)
class Title:
    """A title block as read: the instrument and what is left of its name, number, year, name.

    ``draft`` tells whether it says RANCANGAN, ``blank`` whether dots stand for its number.
    """

    kind: Instrument
    rest: str
    nomor: str
    tahun: str
    tentang: str
    draft: bool
    blank: bool = False


def read_identity(text: str, zones: Zones) -> Identity:
    """Read the title block and the closing; fields that cannot be read stay empty.

    Where the title block is missing or unreadable, the title above the gloss or an annex stands
    in for it, and last the name in the decision formula, which has no number.
    """
    penetapan, pengundangan = read_dates(text, zones.penutup)
    title = find_title(text, zones)
    if title is None:
        return Identity(tanggal_penetapan=penetapan, tanggal_pengundangan=pengundangan)
    decision = text[zones.memutuskan.start : zones.memutuskan.start + 400]
    announced = title.draft or title.blank or "RANCANGAN" in decision
    return Identity(
        jenis=title.kind.slug,
        wilayah=read_wilayah(title, text, zones),
        nomor=title.nomor,
        tahun=title.tahun or (penetapan or pengundangan)[:4],
        tentang=title.tentang,
        tanggal_penetapan=penetapan,
        tanggal_pengundangan=pengundangan,
        draft=announced and not (title.nomor and penetapan),
    )


def find_title(text: str, zones: Zones) -> Title | None:
    """Read the title from the first place that prints one in full."""
    found = read_title(text[zones.judul.start : zones.judul.end])
    if found:
        return found
    for _, span in zones.attachments:
        found = read_title(text[span.start : min(span.end, span.start + HEAD_CHARS)])
        if found:
            return found
    return unnumbered(text[zones.memutuskan.start : zones.memutuskan.start + HEAD_CHARS])


def read_title(block: str) -> Title | None:
    """Read the title block that stands last in a text and names a known instrument.

    A title inside a title (``PERUBAHAN ATAS PERATURAN ...``) is the name of another regulation.
    """
    block = even(block)
    best: re.Match[str] | None = None
    for match in TITLE.finditer(block):
        if instrument_of(match["name"])[0] is None:
            continue
        nested = best is not None and not TITLE_END.search(block, best.end(), match.start())
        if best is None or not nested or read_number(best) == read_number(match):
            best = match
    if best is None:
        return None
    kind, rest = instrument_of(best["name"])
    nomor, tahun = read_number(best)
    tentang = read_tentang(block, best.end())
    blank = not nomor and bool(re.search(r"[.…_]{2}|…", best["nomor"]))
    return Title(kind, rest, nomor, tahun, tentang, bool(best["draft"]), blank) if kind else None


def unnumbered(decision: str) -> Title | None:
    """Read the instrument and name from the decision formula (*Menetapkan: PERATURAN ...*)."""
    found = MENETAPKAN_NAME.search(even(decision))
    kind, rest = instrument_of(found["name"]) if found else (None, "")
    if found is None or kind is None:
        return None
    name = " ".join(found["tentang"].split()).strip(" .,:;")
    return Title(kind, rest, "", "", name, bool(found["draft"]))


def even(block: str) -> str:
    """Close spaced capitals and part words that are printed together.

    >>> even("P E R A T U R A N  DAERAH"), even("PERATURANWALI KOTA")
    ('PERATURAN  DAERAH', 'PERATURAN WALI KOTA')
    """
    closed = SPACED.sub(lambda match: re.sub(r"[ \t]", "", match[0]), block)
    return GLUED.sub(r"\1 ", closed)


def instrument_of(name: str) -> tuple[Instrument | None, str]:
    """Read the instrument off a name, and the words left over."""
    return split_instrument(" ".join(name.split()))


def read_number(title: re.Match[str]) -> tuple[str, str]:
    """Return the full printed number and the year; either may be empty."""
    nomor = " ".join(title["nomor"].split()).strip(" .:;,…_-")
    tahun = to_digits("".join((title["tahun"] or "").split()))[:4]
    if not YEAR.fullmatch(tahun):
        years = YEAR.findall(to_digits(nomor)) if nomor else []
        tahun = years[-1] if years else ""
    return nomor, tahun


def read_wilayah(title: Title, text: str, zones: Zones) -> str:
    """Return the region's slug from the name of the instrument, else from its maker."""
    if not title.kind.regional:
        return ""
    if title.rest:
        return region_slug(title.rest, level_hint(title.kind.slug))
    maker = MAKER.search(text, zones.judul.start, zones.judul.end + 200)
    maker = maker or MAKER.search(text, zones.penutup.start, zones.penutup.end)
    if maker is None:
        return ""
    office = re.sub(r"\s", "", maker["office"]).lower()
    return region_slug(maker["name"], OFFICE_LEVEL.get(office, ""))


def read_tentang(block: str, start: int) -> str:
    """Return the regulation's name on one line."""
    stop = TITLE_END.search(block, start)
    return " ".join(block[start : stop.start() if stop else None].split()).strip(" .,:;")


def read_dates(text: str, closing: Span) -> tuple[str, str]:
    """Return the dates of enactment and promulgation as ISO dates; empty where not printed."""
    penetapan = pengundangan = ""
    for match in DATED.finditer(text, closing.start, closing.end):
        day = iso_date(match)
        if match["act"].lower().startswith("diund"):
            pengundangan = pengundangan or day
        else:
            penetapan = penetapan or day
    return penetapan, pengundangan


def iso_date(match: re.Match[str]) -> str:
    """Write a matched date as YYYY-MM-DD; empty when it is none."""
    month = match["month"].lower()
    number = month.zfill(2) if month.isdigit() else MONTHS.get(month[:3], "")
    year = to_digits("".join(match["year"].split()))[:4]
    day = int(to_digits(match["day"]) or 0)
    if not (number and 1 <= day <= 31 and YEAR.fullmatch(year)):
        return ""
    return f"{year}-{number}-{day:02}"


def regulation_id(identity: Identity, source: SourceText) -> str:
    """Return the id of a regulation.

    An act without a readable number keeps its kind, region and year, so that its rank is known:
    ``perda/bali/2026/rancangan-<sha256[:8]>`` for a draft, ``.../tanpa-nomor-<sha256[:8]>`` else.
    """
    if not identity.jenis:
        return f"{UNREADABLE}/{source.source.sha256[:12]}"
    nomor = normalise_nomor(identity.nomor) if identity.nomor else ""
    if not nomor:
        word = "rancangan" if identity.draft else "tanpa-nomor"
        nomor = f"{word}-{source.source.sha256[:8]}"
    tahun = identity.tahun or "tanpa-tahun"
    return str(RegulationId(identity.jenis, identity.wilayah, tahun, nomor))
