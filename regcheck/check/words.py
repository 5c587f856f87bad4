"""The words of a provision that carry its meaning, in a form in which inflections are equal."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from regcheck.domain import Passage

#: A reference to another unit, with its list of labels.
#:
#: takes    sebagaimana dimaksud dalam Pasal 3 ayat (1)      sebagaimana dimaksud pada ayat (2)
#: refuses  sebagaimana mestinya
REFERENCE = re.compile(
    r"""
    \b sebagaimana \s+ (?: telah \s+ )? (?: dimaksud | diatur | ditetapkan ) \w*
    (?: \s+ (?: dalam | pada | di ) )?
    (?: [\s,]* \b (?: pasal | ayat | huruf | angka | dan | atau | dan/atau | sampai | dengan
        | \d+[a-z]? | [a-z] \b )
      | [\s,]* \( \d+[a-z]? \) )*
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: The tail that refers to legislation in general (Lampiran II no. 281).
#:
#: takes    sesuai dengan ketentuan peraturan perundang-undangan
#: refuses  peraturan daerah ini
LEGISLATION = re.compile(
    r"""
    (?: \b (?: sesuai \s+ dengan | berdasarkan | menurut | dengan ) \s+ )?
    (?: ketentuan \s+ )?
    \b peraturan \s+ perundang \s? -? \s? undangan \b
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: A number spelled out behind its figures.
#:
#: takes    (tujuh puluh lima)      (dua ratus ribu rupiah)
#: refuses  (persero)      (1)
SPELLED = re.compile(
    r"""
    \( \s* (?: (?: se | satu | dua | tiga | empat | lima | enam | tujuh | delapan | sembilan
        | sepuluh | sebelas | seratus | seribu | puluh | belas | ratus | ribu | juta | miliar
        | triliun | koma | nol | per | rupiah | persen ) [\s-]* )+ \)
    """,
    re.VERBOSE | re.IGNORECASE,
)

WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*")

#: Prefixes, longest first, with the least length of what may remain.
NASAL = {"meny": 3, "meng": 3, "peny": 3, "peng": 3, "men": 3, "mem": 3, "pen": 3, "pem": 3}
OTHER = {"ber": 4, "ter": 4, "per": 4, "me": 4, "pe": 4, "di": 3, "ke": 4}
#: What ``me-`` and ``pe-`` swallow or nearly so; dropped in the key of every word.
SWALLOWED = "kstpmn"
VOWELS = "aiueo"
MIN_ROOT = 4

#: Words of grammar and measure, parts of a text, and the organs that every rule names: in this
#: form they say nothing of the matter.
GRAMMAR = """
ada adalah agar akan akibat antara antar apabila atas atau bagi bahwa baik beberapa belum
berdasarkan berikut berlaku berupa bila dalam dan dapat dari demi dengan di dilakukan hal hanya
hingga ialah ini itu jika juga karena ke kecuali kemudian ketika kepada lain lainnya lebih maka
maupun melakukan melalui mengenai menjadi menurut merupakan meliputi mempunyai memiliki oleh pada
para per pula saat sampai sebagai sebagaimana sebelum secara sedangkan sehingga sejak selain
selama seluruh semua sendiri serta sesuai sesudah setelah suatu sudah tanpa telah tentang terdiri
terhadap terhitung termasuk tersebut tetapi tidak tiap setiap untuk yaitu yakni yang masing
tertentu bersangkutan dimaksud paling sedikit banyak lama lambat singkat cepat tinggi rendah besar
kecil dekat jauh kurang jumlah sebesar hari bulan tahun minggu jam kali rp rupiah persen meter
waktu jangka tanggal bab bagian paragraf pasal ayat huruf angka lampiran undang-undang
perundang-undangan orang pihak pemerintah pemerintahan daerah provinsi gubernur bupati wali
walikota kota kabupaten dinas menteri presiden negara republik indonesia kepala badan perangkat
pejabat tata cara lanjut selanjutnya demikian sedemikian rupa selambat-lambatnya
selama-lamanya sekurang-kurangnya sebanyak-banyaknya setinggi-tingginya
"""
#: Words of duty and drafting, plain in all their forms.
DRAFTING = """
wajib harus dilarang boleh berhak berwenang kewajiban kewenangan ketentuan peraturan diatur
dilaksanakan ditetapkan diselenggarakan diberikan dikenai dikenakan sanksi administratif
administrasi
"""
#: Words that drafters use for one another, by line; the first stands for all.
SYNONYMS = """
sedia siap
pilah pisah
gedung bangunan
fasilitas sarana prasarana
usia umur
pegawai karyawan pekerja
siswa murid pelajar
berkas dokumen
pelanggan pengunjung pembeli
tunanetra netra
tunarungu rungu
periksa inspeksi
jual dagang
biaya ongkos
gaji upah
gratis cuma-cuma
letak taruh
sembelih potong
izin ijin
risiko resiko
objek obyek
subjek subyek
halang rintang
bayar lunas
"""
#: Marks a key whose word says nothing of the matter.
PLAIN = "_"


@lru_cache(maxsize=200_000)
def key_of(word: str) -> str:
    """Return the form in which the inflections of a word are equal; a key, not a root.

    >>> {key_of(word) for word in ("menempatkan", "ditempatkan", "penempatan", "tempat")}
    {'empat'}
    >>> {key_of(word) for word in ("menyediakan", "penyedia", "disediakan", "sedia")}
    {'edia'}
    >>> key_of("umbul-umbul") == key_of("umbul")
    True
    """
    word = word.lower()
    first, _, rest = word.partition("-")
    if rest and first.endswith(rest[-3:]):
        word = first
    if word.endswith("nya") and len(word) > MIN_ROOT + 1:
        word = word[:-3]
    prefix = prefix_of(word)
    root = without_suffix(word[len(prefix) :], prefix)
    if prefix == "ke" and root == word[2:]:
        root = word
    root = root[len(prefix_of(root, OTHER)) :] if not root.startswith("ke") else root
    if len(root) > MIN_ROOT and root[0] in SWALLOWED and root[1] in VOWELS:
        return root[1:]
    return root


def prefix_of(word: str, known: Mapping[str, int] = NASAL | OTHER) -> str:
    """Return the prefix that can be taken off a word, or an empty text."""
    for prefix, least in known.items():
        if word.startswith(prefix) and len(word) - len(prefix) >= least:
            follows = word[len(prefix)]
            if prefix in {"meny", "peny"} and follows not in VOWELS:
                continue
            if prefix in {"me", "pe"} and follows in VOWELS:
                continue
            return prefix
    return ""


def without_suffix(word: str, prefix: str) -> str:
    """Take off ``-kan`` or ``-i`` of a verb, or ``-an`` of a noun, where a root remains.

    A root does not end in two consonants (but *ng*), which keeps *simpan* and *ganti* whole.
    """
    verb = prefix[:1] in {"m", "d", "t"}
    for suffix in ("kan", "i") if verb else ("an",):
        root = word.removesuffix(suffix)
        if root == word or len(root) < MIN_ROOT:
            continue
        if root.endswith("ng") or root[-1] in VOWELS or root[-2] in VOWELS:
            return word if suffix == "i" and root[-1] in VOWELS else root
    return word


GRAMMAR_WORDS = frozenset(GRAMMAR.split())
DRAFTING_KEYS = frozenset(key_of(word) for word in DRAFTING.split())
SYNONYM_KEYS = {
    key_of(word): key_of(line.split()[0])
    for line in SYNONYMS.strip().splitlines()
    for word in line.split()[1:]
}


@lru_cache(maxsize=200_000)
def marked_key(word: str) -> str:
    """Return the key of a word or of its synonym, marked if it says nothing of the matter.

    >>> marked_key("Agar"), marked_key("pagar"), marked_key("Pasal")
    ('_agar', 'agar', '_asal')
    """
    key = key_of(word)
    key = SYNONYM_KEYS.get(key, key)
    plain = word.lower() in GRAMMAR_WORDS or key in DRAFTING_KEYS
    return f"{PLAIN}{key}" if plain else key


def strip_formulae(text: str) -> str:
    """Take out references, the legislation tail and numbers in words (Lampiran II no. 281).

    >>> strip_formulae("izin sebagaimana dimaksud pada ayat (1) berlaku 3 (tiga) tahun").split()
    ['izin', 'berlaku', '3', 'tahun']
    """
    for pattern in (REFERENCE, LEGISLATION, SPELLED):
        text = pattern.sub(" ", text)
    return text


@lru_cache(maxsize=20_000)
def word_keys(text: str) -> tuple[str, ...]:
    """Return the keys of all words in order, those that say nothing of the matter marked."""
    return tuple(map(marked_key, WORD.findall(strip_formulae(text))))


@lru_cache(maxsize=20_000)
def content_keys(text: str) -> tuple[str, ...]:
    """Return the keys of the words that carry meaning, in order, repeats kept.

    >>> content_keys("Setiap orang dilarang memasang Reklame di dalam hutan kota.")
    ('asang', 'reklame', 'hutan')
    """
    return tuple(key for key in word_keys(text) if not key.startswith(PLAIN))


@dataclass(frozen=True)
class Weights:
    """How much a key tells: the fewer regulations use it, the more, at least 1."""

    regulations: int
    counts: Mapping[str, int]

    def of(self, key: str) -> float:
        """Return the smoothed inverse document frequency of one key."""
        return 1 + math.log((1 + self.regulations) / (1 + self.counts.get(key, 0)))

    def total(self, keys: Iterable[str]) -> float:
        """Return the sum over distinct keys; to the last bit whatever their order."""
        return math.fsum(map(self.of, set(keys)))


def weigh(passages: Iterable[Passage]) -> Weights:
    """Count in how many regulations each key occurs."""
    vocabulary: dict[str, set[str]] = {}
    for passage in passages:
        vocabulary.setdefault(passage.regulation, set()).update(content_keys(passage.text))
    counts = Counter(key for keys in vocabulary.values() for key in keys)
    return Weights(len(vocabulary), counts)
