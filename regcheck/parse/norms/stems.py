"""Word stems: the Snowball rules for Indonesian, with the first letter a prefix swallowed."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

from regcheck.parse.norms.lexicon import word_set

#: Roots with k that *meng-* and *peng-* swallow; before a vowel most roots have none.
K_ROOTS = word_set(
    """kelola kumpul kirim kena kendali kembali kembang kurang kaji kait kelompok ketahui keluar
    kutip kuasa kunjung kosong kubur kemas kering kecuali kukuh kunci kendara keras kuat
    kurung kerja koordinasi klasifikasi konsumsi konfirmasi koleksi kerah kerucut kikis kepul
    kuras kenal kenang kandung kawal kirim kemudi kabul kibar kategori komersial korban
    kampanye"""
)
#: Roots with m or n, which no prefix swallows.
M_ROOTS = word_set(
    """milik mohon masuk muat mulai minta musnah makan main mati mudah mukim mogok muka"""
)
N_ROOTS = word_set("""nilai nikah nikmat nyata nyala nama nanti naik nasihat""")
#: Stems that the rules cut too short or too long.
REPAIRS = {
    "nila": "nilai", "tila": "nilai", "paka": "pakai", "mula": "mulai", "pula": "mulai",
    "capa": "capai", "ura": "urai", "awasi": "awas", "atasi": "atas", "batasi": "batas",
    "dio": "olah", "mengo": "olah",
}  # fmt: skip
#: Words whose beginning only looks like a prefix, or whose end like a suffix.
WHOLE_WORDS = word_set(
    """perkara disabilitas media direksi direktur distribusi dinas pelaku perak terminal ternak
    sekolah kepala keluarga kecamatan kelurahan perlu merek pemerintah jerami bumi saksi sanksi
    administrasi lokasi irigasi instansi provinsi pribadi medis teknis diri koperasi"""
)


@lru_cache(maxsize=1)
def snowball() -> snowballstemmer.stemmer:
    """Return the Indonesian Snowball stemmer; built once."""
    return snowballstemmer.stemmer("indonesian")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of one word in lower case.

    >>> [stem(word) for word in ("menerbitkan", "diterbitkan", "penerbitan")]
    ['terbit', 'terbit', 'terbit']
    >>> stem("mengelola"), stem("memiliki"), stem("pengangkutan"), stem("penilaian")
    ('kelola', 'milik', 'angkut', 'nilai')
    """
    lower = word.lower()
    if lower in WHOLE_WORDS:
        return lower
    found: str = snowball().stemWord(lower)
    restored = restore(lower, found)
    return REPAIRS.get(restored, restored)


def restore(word: str, found: str) -> str:
    """Give a stem back the first letter that *meN-* or *peN-* swallowed."""
    nasal = re.match(r"(?:me|pe)(ng|ny|n|m)[aeiou]", word)
    if not nasal:
        return found
    letter, tail = nasal[1], found if found[0] in "aeiou" else found[1:]
    if letter in {"m", "n"}:
        native = letter + tail
        if native in (M_ROOTS if letter == "m" else N_ROOTS):
            return native
        return f"t{tail}" if letter == "n" and found[0] in "aeiou" else found
    if letter == "ny" and f"ny{found[1:]}" in N_ROOTS:
        return f"ny{found[1:]}"
    return f"k{tail}" if letter == "ng" and f"k{tail}" in K_ROOTS else found
