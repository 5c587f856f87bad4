"""Units of measure and bounds, as regulations print them, and the names we give them."""

from __future__ import annotations

import re

from regcheck.parse.norms.lexicon import word_set

#: Printed unit, our name, and how many of ours it holds; the longest match wins.
MEASURES: tuple[tuple[str, str, float], ...] = (
    (r"har[il1]\s+k[ec]rja", "workday", 1),
    (r"har[il1]\s+kalender|har[il1]", "day", 1),
    (r"minggu|pekan", "day", 7),
    (r"bulan", "month", 1),
    (r"triwulan", "month", 3),
    (r"semester", "month", 6),
    (r"tahun", "year", 1),
    (r"menit", "hour", 1 / 60),
    (r"jam", "hour", 1),
    (r"rupiah", "rupiah", 1),
    (r"persen|per\s?seratus|perseratus|prosen|%", "percent", 1),
    (r"per\s?mil|permil|per\s?seribu|‰", "percent", 0.1),
    (r"(?:kilo\s?meter|km)\s*(?:/|per)\s*jam", "km/h", 1),
    (r"meter\s+persegi|m2|m²", "square meter", 1),
    (r"kilo\s?meter\s+persegi|km2|km²", "square meter", 1_000_000),
    (r"hektare?|hektar|ha", "square meter", 10_000),
    (r"meter\s+kubik|m3|m³", "cubic meter", 1),
    (r"kilo\s?meter|km", "meter", 1000),
    (r"senti\s?meter|cm", "meter", 0.01),
    (r"mili\s?meter|mm", "meter", 0.001),
    (r"meter|m", "meter", 1),
    (r"ton", "kilogram", 1000),
    (r"kilogram|kg", "kilogram", 1),
    (r"gram", "kilogram", 0.001),
    (r"liter", "liter", 1),
    (r"desibel|db", "decibel", 1),
    (r"derajat(?:\s+celsius)?|°\s?c", "degree", 1),
    (r"kilo\s?watt|kw", "watt", 1000),
    (r"watt", "watt", 1),
)

#: Nouns that regulations count even without the number in words.
COUNTED = (
    "orang|kali|anggota|unit|buah|lembar|rangkap|eksemplar|helai|ekor|batang|kendaraan|kursi|"
    "suara|calon|nama|jenis|tahap|lantai|titik|kamar|ruang|petak|bidang|lokasi|peserta|saksi|"
    "desa|kelurahan|kecamatan|rit|roda|sumbu|kepala keluarga|bentuk|bagian|poin|butir|periode"
)

#: Words that never name what is counted, though a number precedes them.
NOT_COUNTED = word_set(
    """yang dan atau serta dari di ke pada dalam dengan untuk oleh kepada bagi sejak setelah
    sebelum sampai hingga per untuk setiap tiap adalah merupakan tersebut ini itu di atas bawah
    tidak wajib harus dapat dilarang berhak ditambah dikurangi dikali dibagi dikalikan sebagai
    sebagaimana terhadap antara maka jika apabila kecuali selain huruf ayat pasal angka nomor
    undang-undang peraturan bab lampiran dihitung terhitung ditetapkan dikenakan diberikan
    dibayar disetor yaitu yakni meliputi terdiri berupa juga secara menjadi akan telah sudah
    dimaksud agar supaya namun tetapi sedangkan lebih kurang paling selama atas tentang"""
)

#: What bounds a number: our sign, and the words before it; the longest match wins. *Paling
#: dekat* and *paling cepat* are lower bounds, *paling jauh* and *paling lambat* upper ones
#: (UU 12/2011 Lampiran II angka 255 and 256).
BOUNDS: tuple[tuple[str, str], ...] = (
    (
        "le",
        r"tidak\s+(?:boleh\s+)?(?:lebih(?:\s+lama|\s+tinggi|\s+besar|\s+banyak)?\s+dari|"
        r"melebihi|melampaui)",
    ),
    ("ge", r"tidak\s+(?:boleh\s+)?kurang\s+dari"),
    (
        "ge",
        r"(?:lebih(?:\s+lama|\s+tinggi|\s+besar|\s+banyak)?\s+dari|melebihi|melampaui|"
        r"di\s*atas)",
    ),
    ("le", r"(?:kurang\s+dari|di\s*bawah)"),
    ("le", r"paling\s+(?:lama|lambat|banyak|tinggi|besar|jauh|panjang|luas|lebar|tua|berat)"),
    (
        "ge",
        r"paling\s+(?:sedikit|singkat|rendah|kurang|kecil|dekat|cepat|pendek|sempit|muda|"
        r"ringan|awal)",
    ),
    (
        "le",
        r"se\s?-?(?:lambat|lama|banyak|tinggi|besar|jauh|luas)\s?-\s?(?:lambat|lama|banyak|"
        r"tinggi|besar|jauh|luas)nya",
    ),
    (
        "ge",
        r"se\s?-?(?:kurang|rendah|singkat|sedikit|tidak|kecil|dekat|cepat|pendek)\s?-\s?"
        r"(?:kurang|rendah|singkat|sedikit|tidak|kecil|dekat|cepat|pendek)nya",
    ),
    ("ge", r"(?:sedikitnya|setidaknya|sekurangnya)"),
    ("le", r"(?:maksimal|maksimum|selambatnya)"),
    ("ge", r"(?:minimal|minimum)"),
)

#: Words that may stand between a bound and its number.
FILLERS = (
    "sebesar|sebanyak|selama|seluas|setinggi|sejauh|sejumlah|berjumlah|senilai|sepanjang|dari|"
    "dalam|waktu|jangka|berusia|berumur|dengan|telah|adalah|yaitu|yakni|untuk|nya|satu kali"
)

#: The bound before a number, with its fillers, at the end of the text before it.
#:
#: takes    paling lama dalam waktu      sekurang-kurangnya      tidak boleh lebih dari
#: refuses  paling lama diberikan kepada      sebesar
BOUND_BEFORE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<b{n}_{sign}>{words})" for n, (sign, words) in enumerate(BOUNDS))
    + rf")(?:\s+(?:{FILLERS}))*\s*\Z",
    re.IGNORECASE,
)

#: Letters that every bound has; looked for first, because most numbers have no bound.
#:
#: takes    paling lama      sekurang-kurangnya
#: refuses  wajib
BOUND_HINT = re.compile(r"paling|nya|dari|lebih|lampau|maksim|minim|atas|bawah", re.IGNORECASE)

#: The unit right after a number or its words in brackets.
#:
#: takes    hari kerja      hari kcrja      harl      bulan      %      meter persegi      m²
#: refuses  harian      bulanan      tahun 2017
UNIT_AFTER = re.compile(
    r"\s*+(?:"
    + "|".join(f"(?P<m{n}>{words})" for n, (words, _, _) in enumerate(MEASURES))
    + r")(?![\w²³-])(?!\s+(?:anggaran\s+)?(?:19|20)\d\d\b)",
    re.IGNORECASE,
)

#: The counted noun after a bare number.
#:
#: takes    5 orang
#: refuses  5 wajib
COUNTED_AFTER = re.compile(rf"\s++(?P<noun>{COUNTED})\b", re.IGNORECASE)

#: The noun after a number that is spelt out in brackets.
#:
#: takes    5 orang      5 anak-anak
#: refuses  5 m2
NOUN_AFTER = re.compile(r"\s++(?P<noun>[^\W\d_]{3,}(?:-[^\W\d_]+)?)\b")


def read_bound(before: str, after: str = "") -> str:
    """Return ``le``, ``ge`` or ``eq``, as the words around a number say.

    >>> read_bound("diselesaikan paling lama "), read_bound("tidak kurang dari ")
    ('le', 'ge')
    >>> read_bound("sebesar "), read_bound("", " atau lebih")
    ('eq', 'ge')
    """
    window = before[-60:]
    match = BOUND_BEFORE.search(window) if BOUND_HINT.search(window) else None
    if match and match.lastgroup:
        return match.lastgroup.rpartition("_")[2]
    if re.match(r"\s*atau\s+lebih\b", after, re.IGNORECASE):
        return "ge"
    return "le" if re.match(r"\s*atau\s+kurang\b", after, re.IGNORECASE) else "eq"


def read_unit(after: str) -> tuple[str, float, int] | None:
    """Return the unit that begins a text: our name, its size, and the characters it takes.

    >>> read_unit(" hari kerja sejak"), read_unit(" minggu")
    (('workday', 1, 11), ('day', 7, 7))
    >>> read_unit(" Tahun 2017") is None
    True
    """
    match = UNIT_AFTER.match(after)
    if not match or not match.lastgroup:
        return None
    _, name, size = MEASURES[int(match.lastgroup[1:])]
    return name, size, match.end()


def read_noun(after: str, *, spelt: bool) -> tuple[str, int] | None:
    """Return the counted noun that begins a text and the characters it takes.

    After a number that is spelt out any noun may follow; after a bare one only those that
    regulations are known to count.

    >>> read_noun(" orang anggota", spelt=False), read_noun(" dan", spelt=True)
    (('orang', 6), None)
    """
    match = NOUN_AFTER.match(after) if spelt else COUNTED_AFTER.match(after)
    if not match or match["noun"].lower() in NOT_COUNTED:
        return None
    return match["noun"].lower(), match.end()
