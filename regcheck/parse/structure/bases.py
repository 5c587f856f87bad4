"""The regulation that an amending act changes, as its title or its amending pasal names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from regcheck.domain import Identity, RegulationId
from regcheck.instruments import level_hint, normalise_nomor, split_instrument, to_digits
from regcheck.regions import region_slug

#: A title that says the act amends another.
#:
#: takes    PERUBAHAN KEDUA ATAS PERATURAN DAERAH      Perubahan atas Undang-Undang
#: refuses  PERUBAHAN IKLIM      PERUBAHAN ANGGARAN PENDAPATAN
AMENDING_TITLE = re.compile(
    r"""
    ^\W* (?: PERUBAHAN | MENGUBAH | PENGUBAHAN | PEROBAHAN | PENYEMPURNAAN )
    (?: \s+ (?: PERTAMA | KE\w+ | KALI | YANG | DAN | ATAU | TAMBAHAN | PENAMBAHAN | BELAS | PULUH
      | \( \w+ \) ) )*
    \s+ (?: ATAS | TERHADAP | DARI | PADA | LAMPIRAN | KETENTUAN )? \s*
    (?: BEBERAPA \s+ KETENTUAN \s+ (?: DALAM \s+ )? | LAMPIRAN \s+ (?: [IVX]+ \s+ )?
      | PASAL \s+ \d+ \s+ )*
    (?: P\ ?E[RM][A-Z.,']{3,9}\b | UND[A-Z]{2,5} | KEPUTUSAN | QANUN | ORDONANSI | INSTRUKSI
      | ["“] )
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: A base so many years younger than the act that amends it has a misread year.
FAR_AHEAD = 10
#: What recognition makes of specks before a word.
SPECK = "^"
#: A regulation named in full: instrument, number, year.
#:
#: takes    Peraturan Daerah Kabupaten Sagara Nomor 4 Tahun 2012      Undang-Undang No. 5
#: refuses  Peraturan Daerah ini      nomor 4
NAMED = re.compile(
    r"""
    (?<![A-Za-z-]) (?P<name> (?: PERATURAN | UNDANG \s? - \s? UNDANG | KEPUTUSAN | QANUN
      | INSTRUKSI )
        (?: (?! \b (?: NOMOR | TENTANG | TAHUN ) \b | \bNO \s* [.:] ) [^:;()] ){0,160}? )
    \s* (?: NOMOR | NO ) (?![A-Za-z]) \s* [:.]{0,2} \s*
    (?P<nomor> [0-9IlO] [^\s,;]{0,40} (?: \s (?: PRP | DRT | [A-Z] )\b \.? )? )
    (?: \s* ,? \s* TAHUN \s* [:.]? \s* (?P<tahun> [12][0-9OIlLSZ]{3} ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_amending(tentang: str) -> bool:
    """Tell whether a title announces the amendment of another regulation.

    >>> is_amending("PERUBAHAN KEDUA ATAS PERATURAN DAERAH NOMOR 7 TAHUN 2011")
    True
    >>> is_amending("PERUBAHAN ANGGARAN PENDAPATAN DAN BELANJA DAERAH")
    False
    """
    return bool(AMENDING_TITLE.match(tentang))


def base_id(identity: Identity, text: str, elsewhere: str = "") -> str:
    """Return the id of the first regulation a text names in full; empty for none.

    A regional instrument without its region is one of the amending act's own region. A year
    behind that of the amending act is misread: what bears the same name and number with a
    possible year elsewhere is meant. Without that a year far ahead is refused; one that is near
    stays, for the act's own may be the misread one, and consolidation refuses it by name.
    """
    named = next(named_ids(identity, text), None)
    if named is None:
        return ""
    if not is_later(named, identity):
        return str(named)
    others = (one for one in named_ids(identity, elsewhere) if same_but_year(one, named))
    possible = next((str(one) for one in others if not is_later(one, identity)), "")
    near = int(named.tahun) - int(identity.tahun) < FAR_AHEAD
    return possible or (str(named) if near else "")


def named_ids(identity: Identity, text: str) -> Iterator[RegulationId]:
    """Yield the ids of the regulations that a text names with number and year."""
    for match in NAMED.finditer(text.replace(SPECK, "")):
        kind, rest = split_instrument(match["name"])
        tahun = to_digits(match["tahun"] or "") or tail_year(match["nomor"])
        nomor = normalise_nomor(match["nomor"])
        if kind is None or not tahun or not nomor:
            continue
        wilayah = ""
        if kind.regional:
            wilayah = region_slug(rest, level_hint(kind.slug)) if rest else identity.wilayah
        yield RegulationId(kind.slug, wilayah, tahun, nomor)


def is_later(named: RegulationId, identity: Identity) -> bool:
    """Tell whether a regulation bears a year behind that of the act which amends it.

    >>> is_later(RegulationId("pp", "", "2076", "14"), Identity("pp", "", "12", "2021"))
    True
    """
    return identity.tahun.isdigit() and named.tahun > identity.tahun


def same_but_year(one: RegulationId, other: RegulationId) -> bool:
    """Tell whether two ids differ in the year at most."""
    return replace(one, tahun=other.tahun) == other


def tail_year(nomor: str) -> str:
    """Return the year at the end of a number such as ``11/PMK.07/2010``."""
    found = re.search(r"(?:19|20)\d\d$", nomor)
    return found[0] if found else ""
