"""Words as they are compared: what a clause talks about, without the formulae around it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

import snowballstemmer

from regcheck.repair import repair

#: Stands for any reference to another unit, whatever its number.
REFERENCE = "<rujukan>"
#: Stands for the regulation speaking of itself.
ITSELF = "<ini>"
#: How much a number or a deontic word weighs against a word that carries the subject.
LIGHT = 0.5

#: Marks that OCR and converters leave in a text, and the division of a word at a line's end.
#:
#: takes    ^ayat      _cool_      keten- tuan
#: refuses  rata - rata      dan/atau
_NOISE = re.compile(r"[\^_*\u00ad]+|(?<=[a-z])-[ ](?=[a-z])")

_PLACE = r"""
    (?: pasa[l1jd] | ayat | huruf | angka | bab | butir ) [ ]? \(? [ ]?
    (?: \d [0-9a-z]{0,3} | [ivxl]{1,6} | [a-z] ) \b \)?
"""

#: Units named by their numbers, with the words that lead to them; on lower-case text with single
#: spaces. Possessive quantifiers keep it linear in the length of the text.
#:
#: takes    sebagaimana dimaksud pada ayat (1)      tersebut dalam pasal 3
#: takes    sebagaimana dimaksud dalam pasal 5 ayat (2) huruf a dan huruf b
#: takes    ayat (1), ayat (2), dan ayat (3)      pasal 5 sampai dengan pasal 9
#: refuses  sebagaimana mestinya      angka kemiskinan      dimaksudkan untuk
_UNITS = re.compile(
    rf"""
    (?: (?: (?:sebagaimana|seperti)[ ] (?:yang[ ])? (?:telah[ ])? )?+
        (?: dimaksud(?:kan)? | termaksud | tersebut | diatur | ditetapkan )[ ]
        (?: dalam | pada | di | oleh )[ ] (?:ketentuan[ ])?+ )?+
    \b {_PLACE}
    (?: [ ,;]*+ (?: (?:dan/atau|dan|atau|sampai[ ]dengan|s\.?d\.?|jo\.?|juncto|serta) [ ,]*+ )?+
        {_PLACE} )*+
    """,
    re.VERBOSE,
)

#: The tail that any clause may carry: in accordance with the laws and regulations.
#:
#: takes    sesuai dengan ketentuan peraturan perundang-undangan
#: takes    berdasarkan peraturan perundang-undangan yang berlaku
#: refuses  ketentuan peraturan daerah
_LAWFULLY = re.compile(
    r"""
    (?: (?: sesuai (?:[ ]dengan)? | menurut | berdasarkan )[ ]
      | (?:sebagaimana[ ])? (?: diatur | ditetapkan | ditentukan )[ ] (?: dalam | dengan | oleh )[ ]
    )?+
    (?: ketentuan[ ] (?:dalam[ ])? )?+
    peraturan[ ]perundang[ -]{0,2}undangan (?:[ ]yang[ ]berlaku)?+
    """,
    re.VERBOSE,
)

#: The regulation naming itself by its kind.
#:
#: takes    peraturan daerah ini      undang-undang ini      peraturan gubernur ini
#: refuses  peraturan daerah lain
_ITSELF = re.compile(
    r"""
    (?: undang (?:[ -]{1,2}undang)?
      | (?:peraturan|keputusan)
        (?: [ ](?:pemerintah|presiden|menteri|daerah|gubernur|bupati|wali[ ]?kota
                 |provinsi|kabupaten|kota) )*+
    )[ ]ini\b
    """,
    re.VERBOSE,
)

#: A number said again in words.
#:
#: takes    30 (tiga puluh)      10% (sepuluh persen)      rp5.000,- (lima ribu rupiah)
#: refuses  ayat (1)      dinas (instansi teknis)
_IN_WORDS = re.compile(r"(?<=[\d%-]) ?\([^()\d]{3,200}\)")

#: A doubled noun is a plural: the same word.
#:
#: takes    barang-barang      syarat- syarat
#: refuses  rata-ratanya
_DOUBLED = re.compile(r"\b(\w{3,})- ?\1\b")

#: A word of two letters or more, a number, or a typed token.
#:
#: takes    <angka>      5.000      pasar
#: refuses  a      -
_TOKEN = re.compile(r"<[a-z]+>|\d[\doil.,]*+|[^\W\d_]{2,}+")
#: The marks inside a number that are not part of it: of thousands, and of whole cents.
#:
#: takes    5.000      5,0
#: refuses  5.25
_SEPARATOR = re.compile(r"[.,](?=\d{3}(?!\d))|[.,]0{0,2}$")
_CONFUSED = str.maketrans("oil", "011")
_LONGEST_STEM = 60

_STEMMER = snowballstemmer.stemmer("indonesian")

#: The words of a title that tell its versions apart, not its subject.
#:
#: takes    perubahan ketiga atas      tahun anggaran 2019      perubahan anggaran
_VERSION = re.compile(r"perubahan (?:ke\w+ )?(?:atas )?|(?:tahun )?(?:anggaran )?\d+")

#: What stands before the subject in the title of an act that changes or revokes another.
#:
#: takes    perubahan atas peraturan daerah nomor 4 tahun 2016 tentang
_OTHER_ACT = re.compile(r"^.*(?:perubahan|pencabutan).*\btentang\b")


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """Return the stem of a lower-case word; words of three letters and long noise stay.

    >>> stem("pengelolaan"), stem("dilarang"), stem("air")
    ('elola', 'larang', 'air')
    """
    if not 3 < len(word) <= _LONGEST_STEM:
        return word
    return str(_STEMMER.stemWord(word))


#: Words that say how a clause binds, never what it is about. They are kept, for a conflict may
#: hang on them, but weigh little.
_DEONTIC = frozenset(
    stem(word)
    for word in (
        *("wajib", "harus", "dilarang", "dapat", "boleh", "berhak", "berwenang"),
        *("tidak", "bukan", "tanpa"),
    )
)


def simplify(text: str) -> str:
    """Return a text in lower case on one line, its references and formulae made alike.

    Misreadings of OCR are undone. References to units become one mark, as does the regulation's
    name for itself; the tail about the laws and regulations and numbers in words go (DOMAIN: they
    are no subject).

    >>> simplify("Izin sebagaimana dimaksud pada ayat (1) berlaku 30 (tiga puluh) hari.")
    'izin <rujukan> berlaku 30 hari.'
    >>> simplify("Barang-barang diurus sesuai dengan ketentuan peraturan perundang-undangan.")
    'barang diurus .'
    """
    line = _DOUBLED.sub(r"\1", " ".join(repair(text).text.lower().split()))
    line = _NOISE.sub("", line)
    line = _IN_WORDS.sub("", line)
    line = _UNITS.sub(REFERENCE, line)
    line = _LAWFULLY.sub("", line)
    return _ITSELF.sub(ITSELF, line)


def find_words(text: str) -> list[str]:
    """List the comparison words of a text in order: stems, bare numbers and marks.

    Single letters are labels and are left out; OCR's ``l`` and ``O`` inside numbers are mended.

    >>> find_words("Setiap orang dilarang membuang sampah ke 2 (dua) sungai.")
    ['setiap', 'orang', 'larang', 'buang', 'sampah', 'ke', '2', 'sunga']
    >>> find_words("denda Rp5.000.000,00 (lima juta rupiah), tahun 2O19")
    ['denda', 'rp', '5000000', 'tahun', '2019']
    """
    found = []
    for token in _TOKEN.findall(simplify(text)):
        if token[0] == "<":
            found.append(token)
        elif token[0].isdigit():
            found.append(_SEPARATOR.sub("", token.translate(_CONFUSED).rstrip(".,")))
        else:
            found.append(stem(token))
    return found


def find_terms(text: str) -> list[str]:
    """List the words of a text and then its pairs of neighbouring words, with repetitions.

    >>> find_terms("Izin usaha dicabut.")
    ['izin', 'usaha', 'cabut', 'izin usaha', 'usaha cabut']
    """
    words = find_words(text)
    return words + [f"{first} {second}" for first, second in pairwise(words)]


def weigh_term(term: str) -> float:
    """Return the factor of a term's weight: less than 1 where it says nothing of the subject.

    >>> weigh_term("wajib"), weigh_term("30 hari"), weigh_term("retribusi parkir")
    (0.5, 0.5, 1.0)
    """
    light = term in _DEONTIC or any(word[0].isdigit() or word[0] == "<" for word in term.split(" "))
    return LIGHT if light else 1.0


def find_family(tentang: str) -> str:
    """Return what a title has in common with its versions: no numbers, years or *perubahan*.

    >>> find_family("Perubahan Kedua atas Peraturan Daerah Nomor 4 Tahun 2016 tentang Retribusi")
    'retribusi'
    >>> find_family("APBD Tahun Anggaran 2019") == find_family("APBD Tahun Anggaran 2020")
    True
    """
    subject = _OTHER_ACT.sub("", " ".join(tentang.lower().split()))
    return " ".join(_VERSION.sub(" ", subject).split())
