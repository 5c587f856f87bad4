"""The identity of a regulation: kind, region, number, year, name and dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches

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
    NAMING,
    SPACED,
    TITLE,
    TITLE_END,
    TITLE_WORD,
    VOCABULARY,
)
from regcheck.parse.zones import Zones
from regcheck.regions import KAB, KOTA, PROVINSI, region_slug

OFFICE_LEVEL = {"gubernur": PROVINSI, "bupati": KAB, "walikota": KOTA, "walikotamadya": KOTA}
UNREADABLE = "tanpa-identitas"
#: How much a scanned word must resemble a title word, from 0 to 1.
LIKE_WORD = 0.8
#: A number of nothing but digits and letters that look like them.
ONLY_LOOKALIKES = re.compile(r"[0-9OoQIlLi|]{1,4}")
YEAR = re.compile(r"(?:18|19|20)\d\d")
#: How far into a gloss or annex its own title is looked for.
HEAD_CHARS = 1_500
NAME_LIMIT = 600


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
            return replace(found, tentang=capitals(found.tentang))
    return unnumbered(text[zones.memutuskan.start : zones.memutuskan.start + HEAD_CHARS])


def capitals(name: str) -> str:
    """Cut a name at the first word in small letters: the text of a gloss or annex follows it.

    >>> capitals("RETRIBUSI JASA UMUM Contoh surat permohonan")
    'RETRIBUSI JASA UMUM'
    """
    words = name[:NAME_LIMIT].split()
    kept = next((i for i, word in enumerate(words) if word[1:] != word[1:].upper()), len(words))
    return " ".join(words[:kept])


def read_title(block: str) -> Title | None:
    """Read the title block that stands last in a text and names a known instrument.

    Damaged words are corrected only where the text as printed shows no title.
    """
    block = even(block)
    if found := last_title(block):
        return title_of(found, block, int)
    spelt, back = respell(block)
    found = last_title(spelt) if spelt != block else None
    return title_of(found, block, back) if found else None


def last_title(block: str) -> re.Match[str] | None:
    """Return the last title block of a known instrument.

    A title inside a title (``PERUBAHAN ATAS PERATURAN ...``) is the name of another regulation.
    """
    best: re.Match[str] | None = None
    for match in TITLE.finditer(block):
        if instrument_of(match["name"])[0] is None or NAMING.search(block, 0, match.start()):
            continue
        nested = best is not None and not TITLE_END.search(block, best.end(), match.start())
        if best is None or not nested or read_number(best) == read_number(match):
            best = match
    return best


def title_of(found: re.Match[str], block: str, back: Callable[[int], int]) -> Title | None:
    """Read the parts of a title block; the name is sliced from the block as printed."""
    kind, rest = instrument_of(found["name"])
    nomor, tahun = read_number(found)
    stop = TITLE_END.search(found.string, found.end())
    name = block[back(found.end()) : back(stop.start()) if stop else None]
    tentang = " ".join(name.split()).strip(" .,:;-–")
    blank = not nomor and bool(re.search(r"[.…_]{2}|…", found["nomor"]))
    return Title(kind, rest, nomor, tahun, tentang, bool(found["draft"]), blank) if kind else None


def respell(block: str) -> tuple[str, Callable[[int], int]]:
    """Correct scanned title words, and return the way back to offsets of the block.

    >>> text, back = respell("PERATURAN PEMERII.ITAH NOMOR 4")
    >>> text, back(text.index("NOMOR"))
    ('PERATURAN PEMERINTAH NOMOR 4', 23)
    """
    pieces, starts, origins = [], [0], [0]
    position = 0
    for match in TITLE_WORD.finditer(block):
        close = get_close_matches(match[0], VOCABULARY, n=1, cutoff=LIKE_WORD)
        if close and close[0] != match[0]:
            pieces += [block[position : match.start()], close[0]]
            position = match.end()
            starts.append(sum(map(len, pieces)))
            origins.append(position)
    pieces.append(block[position:])

    def back(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        return origins[index] + offset - starts[index]

    return "".join(pieces), back


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
    bare = nomor.replace(" ", "").strip("^'_")
    nomor = to_digits(bare) if ONLY_LOOKALIKES.fullmatch(bare) else nomor
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
