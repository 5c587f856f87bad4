"""How regulations and their units are named to a reader: as a lawyer cites them, not as keys."""

from __future__ import annotations

from regcheck.domain import Bygone, Identity, Regulation, RegulationId
from regcheck.instruments import instrument
from regcheck.regions import region_name

#: What stands in an id in place of a number, before some digits of the file's digest.
DRAFT_NUMBER, NO_NUMBER = "rancangan-", "tanpa-nomor-"
STEPS = {
    "ayat": "ayat ({label})",
    "huruf": "huruf {label}",
    "angka": "angka {label}",
    "subhuruf": "huruf {label})",
    "subangka": "angka {label})",
    "bab": "BAB {label}",
    "tabel": "tabel {label}",
    "baris": "baris {label}",
}
#: Steps that a lower-ranking one completes without a comma: ``Pasal 7 ayat (2)``.
LOW_STEPS = {"ayat", "huruf", "angka", "subhuruf", "subangka"}
#: How abbreviations begin that are read as words: *Perda*, *Keppres*, *Inpres*, *Qanun*.
WORDS_LIKE = ("PER", "KEP", "INP", "ING", "INM", "QANUN")
#: The constitutions, which have no number.
CONSTITUTIONS = {"uud": "UUD", "uuds": "UUDS", "kris": "Konstitusi RIS"}
#: The source of an entry of the built-in register that was read in the repealing act.
FROM_TEXT = "naskah"
#: How a status is marked that rests on the register: its name, read where, or not yet compared.
REGISTER_WORDS = (
    ("menurut daftar bawaan regcheck", "dari", "belum diverifikasi"),
    ("by regcheck's built-in register", "read in", "not verified yet"),
)
#: Words that keep their small letter inside a title.
SMALL_WORDS = {
    "atas", "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "guna", "ke", "kepada", "oleh",
    "pada", "sampai", "secara", "serta", "tentang", "terhadap", "untuk", "yang",
}  # fmt: skip
#: The months, Indonesian and English.
MONTHS: tuple[tuple[str, str], ...] = (
    ("Januari", "January"),
    ("Februari", "February"),
    ("Maret", "March"),
    ("April", "April"),
    ("Mei", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("Agustus", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Desember", "December"),
)


def cite_unit(key: str) -> str:
    """Write a unit key the way a lawyer cites it; a bare id gives the regulation.

    >>> cite_unit("pergub/nusa-kencana/2014/21#pasal-6/ayat-2")
    'Pasal 6 ayat (2) Pergub Nusa Kencana Nomor 21 Tahun 2014'
    >>> cite_unit("uu/2008/18")
    'UU Nomor 18 Tahun 2008'
    """
    regulation, _, path = key.partition("#")
    return " ".join(filter(None, (cite_path(path), cite_regulation(regulation))))


def cite_path(path: str) -> str:
    """Write the part of a key after ``#``.

    >>> cite_path("pasal-1/angka-7"), cite_path("mengingat/angka-2"), cite_path("kesatu")
    ('Pasal 1 angka 7', 'Mengingat angka 2', 'Kesatu')
    >>> cite_path("pasal-I/pasal-7A/ayat-1"), cite_path("penjelasan/pasal-12")
    ('Pasal I, Pasal 7A ayat (1)', 'Penjelasan Pasal 12')
    """
    text, before = "", ""
    for step in filter(None, path.split("/")):
        name, _, repeat = step.partition("~")
        kind, _, label = name.partition("-")
        words = STEPS.get(kind, f"{kind.capitalize()} {{label}}").format(label=label).strip()
        words += f" (ke-{repeat})" if repeat else ""
        joint = " " if kind in LOW_STEPS or before == "penjelasan" else ", "
        text, before = (f"{text}{joint}{words}" if text else words), kind
    return text


def cite_regulation(regulation_id: str) -> str:
    """Write a regulation id in the short form used after the first full citation.

    >>> cite_regulation("perda/nusa-kencana/2020/5")
    'Perda Provinsi Nusa Kencana Nomor 5 Tahun 2020'
    >>> cite_regulation("perbup/kab-kulon-progo/2015/8")
    'Perbup Kabupaten Kulon Progo Nomor 8 Tahun 2015'
    >>> cite_regulation("tanpa-identitas/0123456789ab")
    'naskah tanpa identitas 0123456789ab'
    >>> cite_regulation("uuds/1950"), cite_regulation("stb/1847/23")
    ('UUDS 1950', 'Staatsblad 1847 Nomor 23')
    >>> cite_regulation("perda/nusa-kencana/tanpa-tahun/rancangan-0123abcd")
    'Rancangan Perda Provinsi Nusa Kencana (0123abcd)'
    """
    bare, _, repeat = regulation_id.partition("~")
    jenis, _, rest = bare.partition("/")
    if jenis == "tanpa-identitas":
        return f"naskah tanpa identitas {rest}"
    try:
        parts = RegulationId.from_str(bare)
    except ValueError:
        return regulation_id
    if jenis in CONSTITUTIONS:
        return f"{CONSTITUTIONS[jenis]} {parts.tahun or parts.nomor}"
    if jenis == "stb":
        return f"Staatsblad {parts.tahun} Nomor {parts.nomor.upper()}"
    words = [short_name(jenis), cite_wilayah(jenis, parts.wilayah), *cite_number(parts)]
    if parts.nomor.startswith(DRAFT_NUMBER):
        words.insert(0, "Rancangan")
    return " ".join(filter(None, (*words, f"({repeat})" if repeat else "")))


def cite_number(parts: RegulationId) -> tuple[str, str]:
    """Write number and year; of one that has no number, the mark that tells it from others."""
    kind, _, mark = parts.nomor.rpartition("-")
    year = f"Tahun {parts.tahun}" if parts.tahun[:1].isdigit() else ""
    if f"{kind}-" in (DRAFT_NUMBER, NO_NUMBER):
        return year, f"({mark})"
    return f"Nomor {parts.nomor.upper()}" if parts.nomor else "", year


def cite_wilayah(jenis: str, wilayah: str) -> str:
    """Write a region; a province is named as such only in a Perda, as on its title page.

    >>> cite_wilayah("perda", "kota-medan"), cite_wilayah("pergub", "nusa-kencana")
    ('Kota Medan', 'Nusa Kencana')
    """
    name = region_name(wilayah)
    return name if jenis == "perda" else name.removeprefix("Provinsi ")


def short_name(jenis: str) -> str:
    """Return the customary short name of a kind of instrument; one read as a word is no acronym.

    >>> short_name("uu"), short_name("pergub"), short_name("permendagri"), short_name("entah")
    ('UU', 'Pergub', 'Permendagri', 'Entah')
    """
    known = instrument(jenis)
    name = known.abbreviation if known else jenis
    return name.capitalize() if not known or name.startswith(WORDS_LIKE) else name


def name_draft(regulation: Regulation) -> str:
    """Name a regulation under review in full: kind, region, number if it has one, and subject."""
    identity = regulation.identity
    if not identity.jenis:
        return cite_regulation(regulation.id)
    words = [kind_of(identity), cite_wilayah(identity.jenis, identity.wilayah)]
    if identity.nomor and not identity.draft:
        words.append(f"Nomor {identity.nomor} Tahun {identity.tahun}")
    if identity.tentang:
        words += ["tentang", title_text(identity.tentang)]
    return " ".join(filter(None, words))


def kind_of(identity: Identity) -> str:
    """Return the full name of the kind; a draft is called *Rancangan*.

    >>> kind_of(Identity(jenis="pergub", draft=True))
    'Rancangan Peraturan Gubernur'
    """
    known = instrument(identity.jenis)
    name = known.name if known else identity.jenis.capitalize()
    return f"Rancangan {name}" if identity.draft else name


def title_text(tentang: str) -> str:
    """Write a title printed in capitals the way running text does; leave any other as it is.

    >>> title_text("PENGELOLAAN SAMPAH DAN AIR LIMBAH")
    'Pengelolaan Sampah dan Air Limbah'
    """
    words = tentang.split()
    if not tentang.isupper():
        return " ".join(words)
    return " ".join(
        word.lower() if number and word.lower() in SMALL_WORDS else word.capitalize()
        for number, word in enumerate(words)
    )


def date(iso: str, lang: str) -> str:
    """Write an ISO date in words; any other text stays as it is.

    >>> date("2011-08-12", "id"), date("2011", "id")
    ('12 Agustus 2011', '2011')
    """
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return iso
    year, month, day = map(int, parts)
    return f"{day} {MONTHS[month - 1][lang == 'en']} {year}" if 1 <= month <= 12 else iso


def name_register(known: Bygone, lang: str) -> str:
    """Say that a status rests on the built-in register, and where the register has it from.

    >>> from dataclasses import replace
    >>> from regcheck.domain import Status
    >>> known = Bygone("uu/1999/22", Status.DICABUT, "uu/2004/32", "2004", source="pp/2005/72")
    >>> name_register(known, "id")
    'menurut daftar bawaan regcheck, dari PP Nomor 72 Tahun 2005'
    >>> name_register(replace(known, source=""), "en")
    "by regcheck's built-in register, not verified yet"
    """
    words, read, doubtful = REGISTER_WORDS[lang == "en"]
    if not known.verified:
        return f"{words}, {doubtful}"
    source = known.by if known.source == FROM_TEXT else known.source
    named = source if "." in source or " " in source else cite_regulation(source)
    return f"{words}, {read} {named}"
