"""Regions: provinces, kabupaten and kota, how an id writes them, and which contains which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

PROVINSI, KAB, KOTA = "provinsi", "kab", "kota"

LEVEL_WORDS = {
    "provinsi": PROVINSI, "propinsi": PROVINSI, "prov": PROVINSI, "prop": PROVINSI,
    "provincie": PROVINSI,
    "kabupaten": KAB, "kab": KAB, "kabupatan": KAB,
    "kota": KOTA, "kotamadya": KOTA, "kotamadia": KOTA, "kodya": KOTA, "kotapraja": KOTA,
    "kotapradja": KOTA,
}  # fmt: skip
#: Words between the level and the name: ``Daerah Tingkat II``, ``Daerah Swatantra Tingkat ke I``.
FILLERS = {
    "pemerintah", "pemerintahan", "daerah", "tingkat", "swatantra", "swapraja", "dati", "tk",
    "ke", "besar", "kecil", "administrasi", "administratif",
}  # fmt: skip
TINGKAT = {"i": PROVINSI, "1": PROVINSI, "l": PROVINSI, "ii": KAB, "2": KAB, "ll": KAB, "il": KAB}
#: First words of a name that look like fillers: ``Daerah Istimewa``, ``Daerah Khusus``.
NAMED_DAERAH = {"istimewa", "khusus"}
#: Letters that scans mistake for each other become one.
LOOK_ALIKES = str.maketrans("l1j0", "iiio")
PREFIX = {PROVINSI: "", KAB: "kab-", KOTA: "kota-"}
PRINTED = {PROVINSI: "Provinsi", KAB: "Kabupaten", KOTA: "Kota"}


@dataclass(frozen=True, slots=True)
class Region:
    """A region; ``level`` is provinsi, kab or kota, ``province`` the slug of its province."""

    slug: str
    name: str
    level: str
    province: str


@dataclass(frozen=True)
class Gazetteer:
    """All regions by slug, and the slugs by level and folded name."""

    regions: dict[str, Region]
    names: dict[tuple[str, str], str]


def slugify(name: str) -> str:
    """Write a name in lower case with hyphens.

    >>> slugify("Nusa  Kencana")
    'nusa-kencana'
    """
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))


def fold(name: str) -> str:
    """Drop what does not distinguish regions: spaces, old spelling, look-alike letters of OCR.

    >>> fold("SuIawesi  Utara") == fold("Sulawesi-Utara")
    True
    """
    return "".join(fold_word(word) for word in re.findall(r"[a-z0-9]+", name.lower()))


def fold_word(word: str) -> str:
    """Fold one word; letters of two words never join."""
    for old, new in (("dj", "j"), ("tj", "c"), ("rn", "m"), ("sumatra", "sumatera")):
        word = word.replace(old, new)
    return word.translate(LOOK_ALIKES)


@cache
def gazetteer() -> Gazetteer:
    """Read the table of regions once."""
    table = files("regcheck").joinpath("data/wilayah.txt").read_text(encoding="utf-8")
    book = Gazetteer({}, {})
    for line in table.splitlines():
        if line and not line.startswith("#"):
            add_province(book, *(part.strip() for part in line.split("|")))
    return book


def add_province(book: Gazetteer, province: str, kabupaten: str, kota: str) -> None:
    """Enter one line of the table."""
    name, _, others = province.partition("=")
    spellings = [name.strip(), *filter(None, (part.strip() for part in others.split(";")))]
    slug = slugify(name)
    add_region(book, Region(slug, spellings[0], PROVINSI, slug), spellings)
    for level, entries in ((KAB, kabupaten), (KOTA, kota)):
        for entry in filter(None, (part.strip() for part in entries.split(","))):
            own, _, others = entry.rstrip(")").partition(" (")
            region = Region(PREFIX[level] + slugify(own), own, level, slug)
            add_region(book, region, [own, *filter(None, map(str.strip, others.split(";")))])


def add_region(book: Gazetteer, region: Region, spellings: list[str]) -> None:
    """Enter a region under each of its spellings; a current name beats another's earlier one."""
    book.regions[region.slug] = region
    for number, spelling in enumerate(spellings):
        key = (region.level, fold(spelling))
        if number == 0 or key not in book.names:
            book.names[key] = region.slug


def split_level(words: list[str], level: str) -> tuple[str, str]:
    """Take the words that name a level off the front; return the level and the rest."""
    index = 0
    while index < len(words) - 1:
        word = words[index]
        if word == "daerah" and words[index + 1] in NAMED_DAERAH:
            break
        if word in TINGKAT and index and words[index - 1] in FILLERS:
            level = level or TINGKAT[word]
        elif word in LEVEL_WORDS:
            level = LEVEL_WORDS[word]
        elif word not in FILLERS:
            break
        index += 1
    return level, " ".join(words[index:])


@lru_cache(maxsize=1 << 16)
def region_slug(name: str, level: str = "") -> str:
    """Write a region as an id does: a province by its name, ``kab-x``, ``kota-x``.

    ``level`` (provinsi, kab, kota) settles names without the word, as in *Bupati Sleman*. An
    unknown region is written the same way; a bare name that both a kabupaten and a kota bear
    keeps no level, and so belongs to neither.

    >>> region_slug("Provinsi Sulawesi Utara"), region_slug("KABUPATEN KULONPROGO")
    ('sulawesi-utara', 'kab-kulon-progo')
    >>> region_slug("Kotamadya Daerah Tingkat II Medan"), region_slug("DIY")
    ('kota-medan', 'daerah-istimewa-yogyakarta')
    >>> region_slug("Provinsi Nusa Kencana"), region_slug("Sleman", "kab")
    ('nusa-kencana', 'kab-sleman')
    >>> region_slug("Kabupaten Kota Baru"), region_slug("Kabupaten Sangihe Talaud")
    ('kab-kotabaru', 'kab-kepulauan-sangihe')
    """
    words = re.findall(r"[a-z0-9]+", name.lower())
    names = gazetteer().names
    level, rest = split_level(words, level)
    if level == KOTA and (whole := names.get((KAB, fold(f"kota {rest}")))) and "kota" in words[1:]:
        return whole
    key = fold(rest)
    if level:
        return names.get((level, key), PREFIX[level] + slugify(rest))
    found = [slug for place in PREFIX if (slug := names.get((place, key)))]
    if found and (len(found) == 1 or not found[0].startswith(("kab-", "kota-"))):
        return found[0]
    return slugify(rest)


def find_region(slug: str) -> Region | None:
    """Return the region with this slug, or ``None`` for a region not in the table.

    >>> find_region("kota-bitung").province
    'sulawesi-utara'
    """
    return gazetteer().regions.get(slug)


def all_regions() -> tuple[Region, ...]:
    """List all provinces, kabupaten and kota."""
    return tuple(gazetteer().regions.values())


def level_of(slug: str) -> str:
    """Say what a slug names: provinsi, kab, kota, or nothing for the whole country.

    >>> level_of("kab-sleman"), level_of("nusa-kencana"), level_of("")
    ('kab', 'provinsi', '')
    """
    if not slug:
        return ""
    return next((level for level in (KAB, KOTA) if slug.startswith(PREFIX[level])), PROVINSI)


def region_name(slug: str) -> str:
    """Write a slug as a reader expects it.

    >>> region_name("kab-kulon-progo"), region_name("nusa-kencana"), region_name("")
    ('Kabupaten Kulon Progo', 'Provinsi Nusa Kencana', '')
    """
    if not slug:
        return ""
    level = level_of(slug)
    known = find_region(slug)
    bare = slug.removeprefix(PREFIX[level])
    name = known.name if known else bare.replace("-", " ").title()
    return name if name.startswith("Daerah ") else f"{PRINTED[level]} {name}"


def province_of(slug: str) -> str:
    """Return the province of a region: itself for a province, nothing where it is not known.

    >>> province_of("kab-kulon-progo"), province_of("bali"), province_of("kab-entah")
    ('daerah-istimewa-yogyakarta', 'bali', '')
    """
    known = find_region(slug)
    if known:
        return known.province
    return slug if level_of(slug) == PROVINSI else ""


def contains(outer: str, inner: str) -> bool:
    """Tell whether ``inner`` lies inside ``outer`` and is not the same; nothing is the country.

    >>> contains("bali", "kota-denpasar"), contains("", "bali"), contains("bali", "bali")
    (True, True, False)
    """
    if outer == inner:
        return False
    return not outer or (level_of(outer) == PROVINSI and province_of(inner) == outer)


def comparable(left: str, right: str) -> bool:
    """Tell whether the rules of two regions can meet: equal, or one inside the other.

    >>> comparable("bali", "bali"), comparable("kab-badung", ""), comparable("bali", "riau")
    (True, True, False)
    """
    return left == right or contains(left, right) or contains(right, left)
