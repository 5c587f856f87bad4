"""Instruments: the kinds of legal instrument, their names, makers, and places on the ladder."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from regcheck.domain import RegulationId
from regcheck.regions import KAB, KOTA, PROVINSI, fold, level_of

#: UU 12/2011 Pasal 7(1)g: a kabupaten's or kota's Perda stands below a province's.
KAB_STEP = 10
#: Nothing regional stands against a rule up to here (UU 23/2014 Pasal 250, UU 12/2011 Pasal 8).
PERPRES_RANK = 50
#: Longest instrument name in words, the department's included.
MAX_WORDS = 14
AGENCY_WORDS = {"badan", "lembaga", "komisi", "dewan", "kepala", "komite", "otorita"}
DEPARTMENT_FAMILIES = ("permen", "kepmen", "inmen", "semen")
AGENCY_FAMILIES = ("perka", "kepka", "perban", "kepban")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A kind of instrument.

    ``slug`` opens its ids; ``rank`` grows downwards and is ``None`` where the law gives none;
    ``ladder`` tells whether UU 12/2011 Pasal 7(1) itself lists it; ``level`` is pusat, provinsi,
    kab, kota, desa, or daerah for any region; ``regulation`` is false for decisions, orders and
    circulars.
    """

    slug: str
    name: str
    other: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    rank: int | None = None
    ladder: bool = False
    level: str = "pusat"
    regulation: bool = True
    maker: str = ""
    gazette: str = ""

    @property
    def regional(self) -> bool:
        """Whether ids of this instrument carry a region."""
        return self.level != "pusat"

    @property
    def abbreviation(self) -> str:
        """The customary short form, or the name where there is none."""
        return self.short[0] if self.short else self.name


@dataclass(frozen=True)
class Tables:
    """The instruments by slug and folded name, departments and agencies by folded name."""

    instruments: dict[str, Instrument]
    families: dict[str, Instrument]
    names: dict[str, str]
    departments: dict[str, str]
    agencies: dict[str, str]
    titles: dict[str, str]
    codes: dict[str, str]
    nicknames: dict[str, tuple[tuple[str, str], ...]]


@cache
def tables() -> Tables:
    """Read the table of instruments once."""
    text = files("regcheck").joinpath("data/instruments.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    instruments = read_rows(data["instruments"])
    departments, agencies = read_makers(data["departments"]), read_makers(data["agencies"])
    titles = {slug: names[0] for slug, names in (data["departments"] | data["agencies"]).items()}
    told = data["nicknames"].items()
    nicknames = {name: tuple((day, act) for day, act in rows) for name, rows in told}
    return Tables(
        instruments, read_rows(data["families"]), read_names(instruments), departments, agencies,
        titles, data["codes"], nicknames,
    )  # fmt: skip


def read_rows(rows: dict[str, dict[str, Any]]) -> dict[str, Instrument]:
    """Turn a section of the table into records."""
    read = {}
    for slug, row in rows.items():
        lists = {field: tuple(row.get(field, ())) for field in ("other", "short")}
        read[slug] = Instrument(slug=slug, **(row | lists))
    return read


def read_names(instruments: dict[str, Instrument]) -> dict[str, str]:
    """Index the instruments by every spelling, folded."""
    return {
        fold(name): slug
        for slug, row in instruments.items()
        for name in (row.name, *row.other, *row.short, slug)
    }


def read_makers(rows: dict[str, list[str]]) -> dict[str, str]:
    """Index departments or agencies by every name and by their code, folded."""
    return {fold(name): slug for slug, names in rows.items() for name in (*names, slug)}


def words_of(text: str) -> list[str]:
    """Return the words of a name as printed; hyphens and slashes separate."""
    return re.findall(r"[A-Za-z0-9]+(?:\.[A-Za-z]\.?)*", text)


def longest(words: list[str], names: dict[str, str]) -> tuple[str, int]:
    """Return what the longest run of first words names, and its length; 0 for nothing."""
    key, best = "", ("", 0)
    for count, word in enumerate(words[:MAX_WORDS], start=1):
        key += fold(word)
        if key in names:
            best = (names[key], count)
    return best


@lru_cache(maxsize=1 << 16)
def split_instrument(text: str) -> tuple[Instrument | None, str]:
    """Read an instrument's name off the front of a text; return it and the words left over.

    >>> split_instrument("PERATURAN DAERAH KABUPATEN KULON PROGO")[1]
    'KABUPATEN KULON PROGO'
    >>> split_instrument("Peraturan Menteri Dalam Negeri")[0].slug
    'permendagri'
    """
    words = words_of(untangle(text))
    if words and (slug := code_slug(words[0])):
        return instrument(slug), " ".join(words[1:])
    slug, count = longest(words, tables().names)
    if count and (slug, *map(str.lower, words[count : count + 1])) != ("se", "menteri"):
        found = tables().instruments[slug]
        return found, " ".join(drop_country(words[count:]))
    return split_family(words)


def untangle(text: str) -> str:
    """Part what is run together: ``PERDAPROV``, or Daerah written once for twice."""
    text = re.sub(r"(?i)^\s*perda(?=prov|kab|kota)", "Perda ", text)
    once = r"(?i)^\s*(peraturan|perda)(?:\s+daerah)?(?=\s+(?:istimewa\s+yog|khusus\s+(?:ibu|jak)))"
    return re.sub(once, "Peraturan Daerah Daerah", text)


def drop_country(words: list[str]) -> list[str]:
    """Drop *Republik Indonesia* or *Kepala Daerah* after the name of an instrument."""
    for idle in (["republik", "indonesia"], ["ri"], ["negara"], ["kepala", "daerah"]):
        if [word.lower() for word in words[: len(idle)]] == idle:
            return words[len(idle) :]
    return words


def split_family(words: list[str]) -> tuple[Instrument | None, str]:
    """Read the instrument of a minister or an agency, known or not."""
    for family, first in family_openings(words):
        rest = drop_country(first)
        makers = tables().departments if family in DEPARTMENT_FAMILIES else tables().agencies
        code, count = longest(rest, makers)
        if not count and family in AGENCY_FAMILIES and not is_agency(rest):
            continue
        if not count:
            code, count = "".join(word.lower() for word in rest), len(rest)
        return make_instrument(family, code), " ".join(drop_country(rest[count:]))
    return None, " ".join(words)


def is_agency(words: list[str]) -> bool:
    """Tell whether the words can open the name of an agency missing from the table."""
    return len(words) > 1 and words[0].lower() in AGENCY_WORDS


def family_openings(words: list[str]) -> list[tuple[str, list[str]]]:
    """List the families a name may belong to, with the words that name the maker."""
    found = []
    for family in (*DEPARTMENT_FAMILIES, *AGENCY_FAMILIES):
        row = tables().families[family]
        names = {fold(name): family for name in (row.name, *row.other, *row.short)}
        _, count = longest(words, names)
        if count:
            found.append((family, words[count:]))
        elif words and row.short and words[0].lower().startswith(family):
            found.append((family, [words[0][len(family) :], *words[1:]]))
    return found


def make_instrument(family: str, code: str) -> Instrument:
    """Build the instrument of a department or agency from its family."""
    row = tables().families[family]
    slug = (family.removesuffix("ban") if family.endswith("ban") else family) + code
    title = tables().titles.get(code, code)
    short = (row.short[0].title() + code,) if row.short and code else ()
    return replace(row, slug=slug, name=f"{row.name} {title}".strip(), other=(), short=short)


def find_instrument(name: str) -> Instrument | None:
    """Return the instrument a name or abbreviation stands for, or ``None``.

    >>> [find_instrument(x).slug for x in ("UU", "Perda Prov", "PERMENPANRB", "Kepres")]
    ['uu', 'perda', 'permenpanrb', 'keppres']
    >>> find_instrument("Kata Pengantar")
    """
    return split_instrument(name)[0]


@cache
def instrument(slug: str) -> Instrument | None:
    """Return the instrument with this slug, departments' included, or ``None``.

    >>> instrument("permenkes").name, instrument("pergub").gazette
    ('Peraturan Menteri Kesehatan', 'BD')
    """
    if slug in tables().instruments:
        return tables().instruments[slug]
    for family in (*DEPARTMENT_FAMILIES, "perka", "kepka"):
        if slug.startswith(family):
            return make_instrument(family, slug.removeprefix(family))
    for prefix, family in (("per", "perban"), ("kep", "kepban")):
        if slug.removeprefix(prefix) in tables().agencies.values() and slug.startswith(prefix):
            return make_instrument(family, slug.removeprefix(prefix))
    return None


def rank(slug: str, wilayah: str = "") -> int | None:
    """Return the rank of an instrument, 10 (UUD) downwards; ``None`` for what is no regulation.

    A Perda of a kabupaten or kota stands below a province's (UU 12/2011 Pasal 7(1)f-g).

    >>> rank("uu"), rank("perda", "bali"), rank("perda", "kab-badung"), rank("kepgub")
    (30, 60, 70, None)
    """
    found = instrument(slug)
    if found is None or found.rank is None:
        return None
    lower = found.level == "daerah" and level_of(wilayah) in (KAB, KOTA)
    return found.rank + (KAB_STEP if lower else 0)


def is_firm(left: RegulationId, right: RegulationId) -> bool:
    """Tell whether the law itself, not convenience, gives the ranks of two instruments.

    Firm are pairs on the ladder of UU 12/2011 Pasal 7(1), anything against UU, PP or Perpres
    (UU 12/2011 Pasal 8(2), UU 23/2014 Pasal 250), and a head of region's rule against a Perda of
    the same region (UU 23/2014 Pasal 246(1)).

    >>> perda = RegulationId("perda", "bali", "2011", "5")
    >>> pergub = RegulationId("pergub", "bali", "2012", "1")
    >>> is_firm(perda, pergub), is_firm(pergub, RegulationId("permendagri", "", "2015", "80"))
    (True, False)
    """
    rows = [instrument(side.jenis) for side in (left, right)]
    ranks = [rank(side.jenis, side.wilayah) for side in (left, right)]
    if any(row is None for row in rows) or None in ranks:
        return False
    if all(row.ladder for row in rows if row) or min(r for r in ranks if r) <= PERPRES_RANK:
        return True
    return left.wilayah == right.wilayah and any(row.ladder for row in rows if row)


def is_regulation(slug: str) -> bool:
    """Tell whether an instrument lays down rules, as against a decision, order or circular."""
    found = instrument(slug)
    return found is not None and found.regulation


def level_hint(slug: str) -> str:
    """Return the level of region an instrument belongs to, for names without the word.

    >>> level_hint("perwal"), level_hint("perda")
    ('kota', '')
    """
    found = instrument(slug)
    return found.level if found and found.level in (PROVINSI, KAB, KOTA) else ""


#: Letters that OCR prints for digits; only used where a digit must stand.
DIGITS = str.maketrans("OoQDIlLi|!JSsBZz", "0000111111155822")
#: A number, after at most a short code, with the letter of one issued later: ``P.10``, ``22A``.
#:
#: takes    P.10      22A      12
#: refuses  duabelas
PLAIN_NOMOR = re.compile(
    r"""
    (?: [A-Za-z]{1,5} \s? [.-] \s? )?
    ( [0-9OoIlL]* [0-9] [0-9OoIlL]* ) (?![0-9.])
    (?: \s? ( [A-Za-z] ) (?! [A-Za-z0-9] | /HUM ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: A number behind the subject code under which regional decisions are filed; 188 is legislation.
#:
#: takes    188/12      050-12/2014      061/2911/sj      100-440
#: refuses  12/2014
FILED_NOMOR = re.compile(
    r"(?i)(188|[1-9]00(?=-\d)|0\d\d(?=-)|\d{3}(?:\.\d+)+|\d{3}(?=/\d{1,5}/(?!(?:19|20)\d\d\b)))"
    r"\s?[-/]\s?(?:Kep[-.]?)?(\d+)"
)


def to_digits(text: str) -> str:
    """Read a number of digits and their look-alikes.

    >>> to_digits("2OL9"), to_digits("l2")
    ('2019', '12')
    """
    return text.translate(DIGITS)


@lru_cache(maxsize=1 << 16)
def normalise_nomor(nomor: str) -> str:
    """Return the leading number of a printed number, as ids carry it.

    >>> [normalise_nomor(x) for x in ("11/PMK.07/2010", "07", "22A", "1 Drt", "P.10/MENLHK/2018")]
    ['11', '7', '22a', '1', '10']
    >>> [normalise_nomor(x) for x in ("188.34-9060", "188.44/0401/KUM/2016", "050-5889")]
    ['188.34-9060', '188.44-0401', '050-5889']
    >>> [normalise_nomor(x) for x in ("188/ 11 /KEP/429/2020", "188/PMK.07/2020", "061/2911/SJ")]
    ['188-11', '188', '061-2911']
    """
    text = re.sub(r"\s+", " ", nomor).strip(" .:")
    if filed := FILED_NOMOR.match(text):  # a subject code, then the number proper
        return f"{filed[1]}-{filed[2]}"
    if plain := PLAIN_NOMOR.match(text):
        return (to_digits(plain[1]).lstrip("0") or "0") + (plain[2] or "").lower()
    leading = re.match(r"[^/\s]+", text)
    return leading[0].lower() if leading else ""


def nicknames() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the short names of statutes, each with the ids it stood for and since when."""
    return tables().nicknames


def code_slug(code: str) -> str:
    """Return the instrument that a code inside a number names, or nothing.

    >>> code_slug("PMK"), code_slug("XYZ")
    ('permenkeu', '')
    """
    return tables().codes.get(code.lower(), "")
