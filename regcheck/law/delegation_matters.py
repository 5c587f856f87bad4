"""Whether the title of an act speaks of the matter that another was ordered to regulate."""

from __future__ import annotations

import re

from regcheck.law import titles
from regcheck.law.hierarchy import to_kind
from regcheck.regions import level_of

#: So much of the words of a matter must stand in a title for the title to speak of it.
SAID = 0.6
#: One common word says nothing unless it is all there is.
FEWEST_WORDS = 2
#: So much of the words of two titles must be common for both to regulate one matter.
ALIKE = 0.8
#: A word of a matter or title.
#:
#: takes    izin      retribusi      undang-undang
#: refuses  12      (1)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Words of a matter or title that say nothing of the subject.
IDLE = frozenset((
    "ketentuan", "lebih", "lanjut", "mengenai", "tentang", "tata", "cara", "pelaksanaan",
    "penyelenggaraan", "dan", "atau", "yang", "dengan", "untuk", "dalam", "pada", "serta",
    "oleh", "dari", "di", "ke", "atas", "bagi", "terhadap", "secara", "peraturan", "daerah",
    "gubernur", "bupati", "walikota", "kota", "kabupaten", "provinsi", "persyaratan", "syarat",
    "pedoman", "petunjuk", "teknis", "mekanisme", "prosedur", "bentuk", "jenis", "besaran",
    "kriteria", "standar", "pengaturan", "penetapan", "pemberian", "sebagaimana", "dimaksud",
    "ayat", "pasal", "huruf", "hal", "lain", "lainnya", "pengelolaan", "perubahan", "kedua",
    "ketiga", "nomor", "tahun", "sistem", "program", "kegiatan", "tersebut", "adalah",
    "sebagai", "masing", "setiap",
))  # fmt: skip


def is_other_level(id_: str, matter: str) -> bool:
    """Tell whether an act is of a region of the other level than the matter names.

    >>> is_other_level("perda/kab-sleman/2012/1", "Rencana tata ruang wilayah provinsi")
    True
    >>> is_other_level("perda/bali/2012/1", "Rencana tata ruang wilayah provinsi")
    False
    """
    level, words = level_of(to_kind(id_)[1]), matter.lower().replace("/", " ").split()
    lower, upper = "kabupaten" in words or "kota" in words, "provinsi" in words
    if not level or lower == upper:
        return False
    return (level == "provinsi") != upper


def carries_whole(title: str, parent: str, act: str) -> bool:
    """Tell whether a title announces the implementation of an act as a whole."""
    *_, year, number = ("", *act.split("/"))
    named = titles.names_number(title, number, year)
    return named or titles.subject(title).endswith(f"pelaksanaan {titles.subject(parent)}")


def speaks_of(title: str, matter: str, parent: str = "") -> bool:
    """Tell whether a title speaks of a matter; words of the ordering act's title count little.

    >>> speaks_of("Tata Cara Permohonan Bantuan Hukum", "tata cara permohonan Bantuan Hukum")
    True
    >>> speaks_of("Bantuan Hukum", "besaran biaya Bantuan Hukum nonlitigasi", "Bantuan Hukum")
    False
    """
    wanted, said = telling(matter), telling(titles.subject(title))
    own = wanted - telling(titles.subject(parent))
    if not wanted or not said or (len(wanted & said) < FEWEST_WORDS and wanted != said):
        return False
    if own and len(own & said) < SAID * len(own):
        return False
    return len(wanted & said) >= SAID * len(wanted)


def telling(text: str) -> frozenset[str]:
    """Return the words of a text that say what it is about, in lower case.

    >>> sorted(telling("tata cara pemberian Izin Lingkungan"))
    ['izin', 'lingkungan']
    """
    return frozenset(word for word in WORD.findall(text.lower()) if word not in IDLE)


def are_alike(one: str, other: str) -> bool:
    """Tell whether two titles name one subject.

    >>> are_alike("Tata Cara Pemberian Izin Lingkungan", "Izin Lingkungan")
    True
    >>> are_alike("Izin Lingkungan", "Izin Usaha")
    False
    """
    left, right = telling(one), telling(other)
    return bool(left and right) and len(left & right) >= ALIKE * len(left | right)


def is_within(one: str, other: str) -> bool:
    """Tell whether two matters speak of the same thing, the shorter inside the longer.

    >>> is_within("pengawasan reklame", "tata cara pengawasan reklame dan sanksinya")
    True
    """
    left, right = telling(one), telling(other)
    fewest = min(len(left), len(right))
    return fewest >= FEWEST_WORDS and len(left & right) >= ALIKE * fewest
