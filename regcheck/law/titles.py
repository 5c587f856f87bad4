"""What the titles of regulations give away: their subject, their base, their kind of series."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

#: A year as titles print it.
#:
#: takes    2018      1999
#: refuses  12018      2018a
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

#: The opening of the title of an act that changes or repeals another, up to that other's title.
#:
#: takes    perubahan atas peraturan daerah nomor 2 tahun 2014 tentang
#: takes    perubahan kedua atas peraturan gubernur bali nomor 21 tahun 2014 tentang
#: takes    pencabutan peraturan menteri keuangan nomor 11 pmk 07 2010 tentang
#: takes    mengubah peraturan pemerintah no 7 tahun 1954 tentang
#: refuses  perubahan anggaran pendapatan dan belanja daerah tahun anggaran 2018
CHANGES_ACT = re.compile(
    r"""
    ^ (?: (?P<amends> perubahan | pengubahan | mengubah | merubah ) | pencabutan | mencabut ) \s
    (?: \w+ \s ){0,15}?                                   # kedua atas peraturan gubernur bali
    no (?: mor )? \s (?P<nomor> \w+ ) \s
    (?: (?!tentang) \w+ \s ){0,4}? (?P<tahun> (?:19|20)\d\d )
    (?: \s tentang \b )? \s*
    """,
    re.VERBOSE,
)

#: A number and year printed inside a title.
#:
#: takes    nomor 5 tahun 2019
#: refuses  tahun 2019
NUMBERED = re.compile(r"\bno(?:mor)? (\w+) tahun ((?:19|20)\d\d)\b")

#: Words before *perubahan* budgets and plans: they change a year's figures, not an act's text.
#:
#: takes    perubahan kedua atas      perubahan
#: refuses  berubah
CHANGE = re.compile(r"\bperubahan(?: (?:ke(?:satu|dua|tiga|empat|lima)|pertama))?(?: atas)?\b")

#: The opening of a title that announces the carrying out of another act.
#:
#: takes    tata cara pemungutan retribusi      petunjuk teknis      peraturan pelaksanaan perda
#: refuses  pengelolaan sampah      pelaksanaan anggaran
CARRIES_OUT = re.compile(
    r"""
    ^ (?: peraturan \s pelaksana(?:an)?
        | pelaksanaan \s (?: peraturan | perda | undang | qanun | beberapa | ketentuan | pasal )
        | (?: petunjuk | pedoman | tata \s (?: cara | laksana ) | syarat | persyaratan
            | mekanisme | prosedur | ketentuan ) \b
        | penjabaran \b
      )
    """,
    re.VERBOSE,
)

#: The title of a rule that sets up an office (N-09).
#:
#: takes    kedudukan susunan organisasi tugas dan fungsi dinas perpustakaan
#: takes    organisasi dan tata kerja badan kepegawaian      uraian tugas pejabat
#: refuses  penyelenggaraan organisasi kemasyarakatan      tugas belajar pegawai
OFFICE = re.compile(
    r"""
    \b (?: (?: susunan | struktur ) \s (?: dan \s )? (?: organisasi | perangkat \s daerah )
         | organisasi \s (?: dan \s )? tata \s kerja
         | organisasi \s perangkat \s daerah
         | pembentukan \s dan \s susunan
         | (?: uraian | rincian | penjabaran ) \s (?: tugas | fungsi )
         | tugas \s (?: pokok \s )? (?: dan \s )? fungsi
       ) \b
    """,
    re.VERBOSE,
)

#: Two titles this alike are one title read twice.
SAME_TITLE = 0.9
#: A subject of fewer words says too little to recognise it in another title.
MIN_SUBJECT_WORDS = 2


@cache
def plain(title: str) -> str:
    """Return the words of a title in lower case.

    >>> plain("KEDUDUKAN, SUSUNAN ORGANISASI, TUGAS, DAN FUNGSI")
    'kedudukan susunan organisasi tugas dan fungsi'
    """
    return " ".join(re.findall(r"\w+", title.lower()))


@cache
def subject(title: str) -> str:
    """Return what a title is about: the title of its base for an amending act.

    >>> subject("Perubahan atas Peraturan Daerah Nomor 2 Tahun 2014 tentang Retribusi")
    'retribusi'
    """
    text = plain(title)
    while (opening := CHANGES_ACT.match(text)) and opening.end() < len(text):
        text = text[opening.end() :]
    return text


@cache
def changed_act(title: str) -> tuple[str, str, str]:
    """Return what a title says is done to another act, and that act's number and year.

    The deed is *perubahan* or *pencabutan*. Three empty texts stand for a title of another kind.

    >>> changed_act("Perubahan Kedua atas Peraturan Gubernur Nomor 21 Tahun 2014 tentang X")
    ('perubahan', '21', '2014')
    """
    found = CHANGES_ACT.match(plain(title))
    if found is None:
        return "", "", ""
    deed = "perubahan" if found["amends"] else "pencabutan"
    return deed, found["nomor"], found["tahun"]


@cache
def series(title: str) -> tuple[str, tuple[str, ...]]:
    """Return the title of an annual series with its years taken out, and the years.

    A title without a year, or with the number of another act, belongs to no series.

    >>> series("Perubahan Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2018")
    ('anggaran pendapatan dan belanja daerah tahun anggaran #', ('2018',))
    """
    text = subject(title)
    years = tuple(YEAR.findall(text))
    name = " ".join(CHANGE.sub(" ", YEAR.sub("#", text)).split())
    return (name, years) if years and not NUMBERED.search(text) else ("", ())


@cache
def is_office(title: str) -> bool:
    """Tell whether a title sets up an office.

    >>> is_office("Kedudukan, Susunan Organisasi, Tugas, dan Fungsi Dinas Kehutanan")
    True
    """
    return OFFICE.search(subject(title)) is not None


def is_procedure(title: str) -> bool:
    """Tell whether a title announces the carrying out of something laid down elsewhere.

    >>> is_procedure("Tata Cara Permohonan Bantuan Hukum"), is_procedure("Bantuan Hukum")
    (True, False)
    """
    return CARRIES_OUT.match(subject(title)) is not None


def names_number(title: str, nomor: str, tahun: str) -> bool:
    """Tell whether a title names the act with a number and year.

    >>> names_number("Peraturan Pelaksanaan Perda Nomor 5 Tahun 2019 tentang X", "5", "2019")
    True
    """
    return (nomor, tahun) in NUMBERED.findall(plain(title))


def mentions(title: str, other: str) -> bool:
    """Tell whether the subject of one title stands, word for word, in another."""
    wanted = subject(other)
    return wanted.count(" ") + 1 >= MIN_SUBJECT_WORDS and f" {wanted} " in f" {subject(title)} "


def are_same(title: str, other: str) -> bool:
    """Tell whether two titles are one, misreadings allowed; an unread title may be any.

    >>> are_same("Pengelolaan Sampah", "PENGELOLAAN SAMPAN"), are_same("Irigasi", "")
    (True, True)
    """
    left, right = plain(title), plain(other)
    if not left or not right or left == right:
        return True
    return SequenceMatcher(None, left, right).ratio() >= SAME_TITLE
