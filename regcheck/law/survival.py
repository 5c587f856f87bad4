"""Clauses that keep older rules in force, by name or matter (UU 12/2011 Lampiran II no. 282)."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A clause that keeps rules, with what it says of their matter.
#:
#: takes    segala peraturan perundang-undangan di bidang Paten yang telah ada tetap berlaku
#: takes    peraturan pelaksanaan dari Peraturan Daerah Nomor 3 Tahun 2012 dinyatakan tetap berlaku
#: refuses  Paten yang diberikan berdasarkan Undang-Undang Nomor 14 Tahun 2001 tetap berlaku
CLAUSE = re.compile(
    r"""
    \b (?: ketentuan \s+ )? peraturan (?: [\s-]+ peraturan )?
    (?: [\s-]+ (?: perundang [\s-]* undangan | pelaksana\w* ) )+
    (?P<matter> [^.;]{0,420}? ) \b (?: dinyatakan \s+ )? (?: masih | tetap )
    (?: \s+ (?: dinyatakan | tetap | masih ) )* \s+ berlaku \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: An act that a clause names.
#:
#: takes    Nomor 3 Tahun 2012
#: refuses  Tahun 2012
NAMED = re.compile(r"\bNo(?:mor|\.)\s*(?P<number>\w+)\s+Tahun\s+(?P<year>\d{4})\b", re.IGNORECASE)
#: Words of a clause that say nothing of a matter.
IDLE = frozenset({
    "yang", "telah", "ada", "sudah", "pada", "saat", "tanggal", "undang", "undangan", "perundang",
    "ini", "itu", "tersebut", "berlakunya", "berlaku", "sebelum", "sejak", "mulai", "diundangkan",
    "diundangkannya", "ditetapkan", "ditetapkannya", "mengatur", "diatur", "mengenai", "tentang",
    "bidang", "sepanjang", "selama", "tidak", "belum", "bertentangan", "diganti", "dengan", "dan",
    "atau", "dari", "dalam", "untuk", "oleh", "berkaitan", "berhubungan", "menyangkut",
    "penyelenggaraan", "secara", "langsung", "dinyatakan", "masih", "tetap", "peraturan",
    "ketentuan", "pelaksana", "pelaksanaan", "pelaksanaannya", "daerah", "negara", "republik",
    "indonesia", "merupakan", "sebagai", "berdasarkan", "semua", "segala", "seluruh", "hal",
    "dikeluarkan", "provinsi", "kabupaten", "kota", "pemerintah", "presiden", "menteri", "gubernur",
})  # fmt: skip
#: Of the words of a repealed act's title so many must be those of the clause.
SHARE = 0.5


def keeps_rules(text: str, title: str, nomor: str, tahun: str) -> bool:
    """Tell whether a passage keeps the rules that carry out a repealed act in force.

    It names the act or, where it names none, speaks of the act's matter or of all rules.

    Args:
        text: A passage of the repealing act.
        title: The title of the repealed act.
        nomor: Its number.
        tahun: Its year.

    >>> clause = "Segala peraturan perundang-undangan di bidang Paten yang ada tetap berlaku"
    >>> keeps_rules(clause, "Paten", "6", "1989"), keeps_rules(clause, "Merek", "19", "1992")
    (True, False)
    """
    return any(speaks_of(matter, title, nomor, tahun) for matter in matters(text))


def matters(text: str) -> Iterator[str]:
    """List what the clauses of a passage say of the rules that they keep."""
    for match in CLAUSE.finditer(text):
        yield match["matter"]


def speaks_of(matter: str, title: str, nomor: str, tahun: str) -> bool:
    """Tell whether the words of a clause mean the rules under an act."""
    said, wanted = words_of(matter), words_of(title)
    about = bool(wanted) and len(said & wanted) >= SHARE * len(wanted)
    named = [(one["number"].lower(), one["year"]) for one in NAMED.finditer(matter)]
    if named:  # a misread number beside the right year and title is the act all the same
        return (nomor, tahun) in named or (about and tahun in {year for _, year in named})
    return about or not said


def words_of(text: str) -> set[str]:
    """Return the words of a text that name a matter.

    >>> sorted(words_of("di bidang Hak Cipta yang telah ada"))
    ['cipta', 'hak']
    """
    return set(re.findall(r"[a-z]{3,}", text.lower())) - IDLE
