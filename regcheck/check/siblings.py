"""Regulations that are alike by design: one for each company, district, or grant of capital."""

from __future__ import annotations

import re
from functools import lru_cache

from regcheck.check.procedure import compare_subjects, subject_keys
from regcheck.check.words import word_keys
from regcheck.domain import Identity
from regcheck.regions import PROVINSI, all_regions, province_of, region_name

#: Acts that repeat a decision for another sum, year or office.
#:
#: takes    penambahan penyertaan modal daerah pada perseroan terbatas bank sagara
#: takes    penjualan saham milik daerah pada pt pelabuhan
#: takes    perubahan anggaran pendapatan dan belanja daerah
#: takes    penyesuaian pensiun pokok janda guru
#: takes    pendirian perusahaan penerbit surat berharga
#: takes    penundaan kelima berlakunya peraturan pemerintah nomor 39 tahun 1998
#: takes    perubahan struktur kepemilikan saham negara
#: refuses  pengelolaan barang milik daerah
#: refuses  tata cara pelaksanaan anggaran pendapatan dan belanja daerah
SERIAL = re.compile(
    r"""
      \b (?: penyertaan \s+ modal | penjualan \s+ saham ) \b
    | (?: ^ | \b tentang \s+ ) (?: perhitungan \s+ | perubahan \s+ | penjabaran \s+
        | pertanggungjawaban \s+ (?: atas \s+ )? pelaksanaan \s+ ){0,2}
      anggaran \s+ (?: pendapatan \s+ dan \s+ belanja \s+ )? (?: negara | daerah ) \b
    | \b (?: penetapan | penyesuaian ) \s+ pensiun \s+ pokok \b
    | ^ pendirian \s+ perusahaan \s+ (?: penerbit | patungan ) \b
    | ^ (?: penundaan | penangguhan ) \s .{0,40} \b berlaku
    | ^ perubahan \s+ struktur \s+ kepemilikan \s+ saham \b
    """,
    re.VERBOSE,
)

#: Acts on one body, office, place or treaty: their text is the same but for its name.
#:
#: takes    perusahaan umum daerah air minum tirta sagara
#: takes    pembentukan kabupaten sagara utara
#: takes    penetapan universitas sagara sebagai badan hukum
#: takes    perguruan tinggi negeri badan hukum universitas sagara
#: takes    peradilan agama
#: takes    kementerian perhubungan
#: takes    pembentukan 3 (tiga) kecamatan di wilayah kabupaten sagara
#: takes    pembentukan daerah otonom kabupaten dalam lingkungan daerah sagara
#: takes    pemindahan ibu kota kabupaten sagara
#: takes    pembentukan daerah-daerah tingkat ii di sagara      pembentukan kotamadya sagara
#: takes    pengesahan perjanjian antara negara sagara dan negara kencana
#: takes    kawasan ekonomi khusus teluk sagara
#: takes    nasionalisasi perusahaan sagara
#: takes    jenis dan tarif atas jenis penerimaan negara bukan pajak
#: refuses  pembentukan produk hukum daerah
#: refuses  penyelenggaraan kawasan ekonomi khusus
#: refuses  pengesahan badan hukum koperasi
#: refuses  pengelolaan perusahaan air
ENTITY = re.compile(
    r"""
      \b perusahaan \s+ (?: umum | negara | jawatan | perseroan | daerah ) \b
    | \b (?: perum | perumda | perseroda | perjan | statuta ) \b
    | \b perseroan \s+ (?: terbatas | daerah ) \b
    | \b (?: pendirian | pembubaran | penggabungan | peleburan ) \s+ \w+
    | \b (?: perubahan | pengalihan | penyesuaian ) \s+ bentuk \b
    | \b penetapan \s+ (?: universitas | institut | perguruan | politeknik | perusahaan ) \b
    | ^ pengesahan \s+ (?: _? \W? ) (?: \w+ \s+ ){0,3}?
      (?: perjanjian | persetujuan | konvensi | protokol | convention | protocol | agreement
        | treaty | traktat | memorandum | piagam | statuta | amandemen ) \b
    | ^ kawasan \s+ ekonomi \s+ khusus \s+ \w+
    | \b pemindahan \s+ (?: ibu \s* kota | pusat \s+ pemerintahan ) \b
    | ^ nasionalisasi \b
    | \b pembentukan (?: \s+ dan \s+ susunan )? (?: \s+ \d+ (?: \s+ \( \w+ \) )? )?
      (?: \s+ daerah \s+ otonom )? \s+
      (?: provinsi | propinsi | kabupaten | kota (?: madya | praja )? | kecamatan | kelurahan
        | desa | daerah (?: - \s? daerah )? \s+ (?: tingkat | swatantra ) | dinas | badan | lembaga
        | perusahaan | pengadilan | kantor | unit | organisasi | perangkat | komisi ) \b
    | \b perguruan \s+ tinggi \s+ negeri \s+ badan \s+ hukum \b
    | ^ kementerian \s+ \w+
    | \b tarif \s+ atas \s+ jenis \s+ penerimaan \b
    | ^ peradilan \s+ (?: umum | agama | militer | tata \s+ usaha \s+ negara ) $
    """,
    re.VERBOSE,
)

#: Acts on how an office is made up and what it does.
#:
#: takes    pembentukan unit pelaksana teknis pada dinas perhubungan
#: takes    organisasi dan tata kerja balai perikanan
#: takes    rincian tugas dan fungsi dinas perikanan
#: takes    kelembagaan pemerintah daerah
#: takes    organisasi perangkat daerah
#: refuses  organisasi kemasyarakatan
#: refuses  pengelolaan perangkat lunak daerah
OFFICE = re.compile(
    r"""
      \b unit \s+ pelaksana \s+ teknis \b
    | \b organisasi ,? \s+ (?: dan \s+ )? tata \s+ kerja \b
    | \b (?: susunan | struktur | kelembagaan ) ,? \s+ (?: dan \s+ )?
      (?: organisasi | perangkat | pemerintah ) \b
    | \b (?: uraian | rincian | penjabaran ) \s+ tugas \b
    | \b tugas ,? \s+ (?: pokok ,? \s+ )? (?: dan \s+ )? fungsi \b
    | (?: ^ | \b organisasi \s+ ) perangkat \s+ daerah \b
    """,
    re.VERBOSE,
)


#: Words by which the title of an act on a body tells what is laid down of it.
SHAPING = frozenset(
    word_keys(
        "kedudukan susunan struktur kelembagaan organisasi tugas pokok dan serta fungsi tata kerja "
        "rincian uraian penjabaran pembentukan pada perubahan atas tentang"
    )
)

#: What titles of acts on one body put before and behind its name.
#:
#: takes    jenis dan tarif atas jenis penerimaan negara bukan pajak yang berlaku pada departemen
#: takes    pendirian perusahaan umum (perum)
#: takes    sebagai badan hukum milik negara
#: refuses  pengelolaan perusahaan air minum
FORMULA = re.compile(
    r"""
      (?: \b jenis \s+ dan \s+ )? \b tarif \s+ atas \s+ jenis \s+ penerimaan \s+ negara \s+
      bukan \s+ pajak (?: \s+ yang \s+ berlaku )? (?: \s+ (?: pada | di (?: \s+ lingkungan )? ) )?
      (?: \s+ (?: departemen | kementerian ) \b )?
    | (?: \b pendirian \s+ )? \b perusahaan \s+ umum \b (?: \s+ \(? perum \b \)? )?
    | \b (?: statuta | penetapan ) \b
    | \b sebagai \s+ badan \s+ hukum \b (?: \s+ milik \s+ negara \b )?
    """,
    re.VERBOSE,
)

#: The base that an amending act's title names; its year says nothing of a period.
#:
#: takes    peraturan daerah nomor 2 tahun 2014
#: refuses  anggaran pendapatan dan belanja daerah tahun anggaran 2014
BASE = re.compile(r"\b nomor \s+ \S+ \s+ tahun \s+ \d{4} \b", re.VERBOSE)

#: The frame by which an amending act names its base; what follows is the title of the base.
#:
#: takes    perubahan kedua atas undang-undang nomor 7 tahun 1989 tentang peradilan agama
#: refuses  perubahan anggaran pendapatan dan belanja daerah
FRAME = re.compile(
    r"^ perubahan (?: \s+ \w+ )? \s+ atas \s .{1,80}? \b nomor \s .{1,40}? \b tentang \s+",
    re.VERBOSE,
)

#: A year in a title: the act is made for a period.
#:
#: takes    tahun anggaran 2024      tahun 2020-2025      tahun anggaran 20 1 7
#: refuses  pengelolaan sampah
YEAR = re.compile(r"(?<!\d) (?: 1 \s? 9 | 2 \s? 0 ) (?: \s? \d ){2} (?!\d)", re.VERBOSE)

#: The words behind which a title says for whom, or for which of several things, an act is made.
#:
#: takes    tunjangan jabatan bagi hakim      kendaraan bermotor yang dikenai pajak selain truk
#: refuses  pembagian hasil
SHARE = re.compile(r"\b(?:bagi|kepada|untuk|berupa|selain)\b", re.VERBOSE)

#: Share of the words behind those from which two acts are made for the same.
SAME_SHARE = 0.5

#: Share of subject words that two acts for a period have in common if they are of one series.
SAME_SERIES = 0.25


@lru_cache(maxsize=20_000)
def family_of(title: str) -> str:
    """Return the N-code of the family of a title, or an empty text.

    >>> family_of("PERUSAHAAN UMUM DAERAH AIR MINUM"), family_of("Pengelolaan Sampah")
    ('N-09', '')
    """
    text = " ".join(title.lower().split())
    if SERIAL.search(text):
        return "N-08"
    return "N-09" if ENTITY.search(text) or OFFICE.search(text) else ""


def is_office(title: str) -> bool:
    """Tell whether an act lays down how an office is made up and what it does.

    >>> is_office("Kedudukan, Susunan Organisasi, Tugas dan Fungsi Dinas"), is_office("Jalan")
    (True, False)
    """
    return OFFICE.search(title_of_base(title)) is not None


def sibling_code(left: str, right: str) -> str:
    """Return the N-code that makes likeness of two regulations harmless, by their titles.

    Acts for a period, and acts that repeat a decision, are alike even under one title; acts that
    found a body only if the bodies differ, and acts for places only if the places do. Acts that
    amend go by the title of their base.

    >>> sibling_code("Penyertaan Modal pada PT Bank", "Penyertaan Modal pada PT Bank")
    'N-08'
    >>> sibling_code("Alokasi Definitif Dana Desa Tahun 2024", "Alokasi Dana Desa Tahun 2025")
    'N-08'
    >>> sibling_code("Perusahaan Umum Daerah Pasar", "Pendirian PERUSAHAAN UMUM DAERAH PASAR")
    ''
    >>> sibling_code("Pelabuhan Bebas Sabang", "Pelabuhan Bebas Batam")
    'N-09'
    """
    if is_series(left, right):
        return "N-08"
    left, right = title_of_base(left), title_of_base(right)
    if apart_by_place(left, right) or apart_by_share(left, right):
        return "N-09"
    if not family_of(left) or not family_of(right):
        return ""
    same = name_keys(left) == name_keys(right) != ()
    return "" if same and family_of(left) != "N-08" else family_of(left)


@lru_cache(maxsize=20_000)
def name_keys(title: str) -> tuple[str, ...]:
    """Return the keys of the words by which a title names its body, in the alphabet's order.

    >>> one = "Kedudukan, Susunan Organisasi, Tugas dan Fungsi Dinas Perikanan"
    >>> name_keys(one) == name_keys("Organisasi dan Tata Kerja Dinas Perikanan")
    True
    """
    name = FORMULA.sub(" ", title.lower())
    return tuple(sorted(key for key in word_keys(name) if key not in SHAPING))


@lru_cache(maxsize=20_000)
def title_of_base(title: str) -> str:
    """Return the title that an amending act's title quotes, in lower case, or the title itself.

    >>> title_of_base("Perubahan Kedua atas Undang-Undang Nomor 7 Tahun 1989 tentang Jalan")
    'jalan'
    """
    return FRAME.sub("", " ".join(title.lower().split()))


def apart_by_place(left: str, right: str) -> bool:
    """Tell whether two titles are one but for the regions that they name.

    What each rules holds in its own place, so the two never meet.
    """
    here, there = places_of(left), places_of(right)
    if not here or not there or here & there:
        return False
    return name_keys(without_places(left)) == name_keys(without_places(right))


def apart_by_share(left: str, right: str) -> bool:
    """Tell whether two titles are one but for the persons or things that an act is made for.

    >>> apart_by_share("tunjangan jabatan bagi hakim", "tunjangan jabatan bagi jaksa")
    True
    >>> apart_by_share("tunjangan jabatan bagi hakim", "tunjangan jabatan hakim")
    False
    """
    (one, mine), (other, theirs) = (split_share(title) for title in (left, right))
    if not mine or not theirs or name_keys(one) != name_keys(other):
        return False
    near = compare_subjects(name_keys(mine), name_keys(theirs)) >= SAME_SHARE
    return not near or is_other_than(left, right)


def split_share(title: str) -> tuple[str, str]:
    """Return a title up to the words that say for whom or what it is made, and those words."""
    found = SHARE.search(title)
    return (title[: found.start()], title[found.end() :]) if found else (title, "")


def is_other_than(left: str, right: str) -> bool:
    """Tell whether one of two titles excludes what the other is about (*selain*)."""
    return ("selain" in left.lower().split()) != ("selain" in right.lower().split())


def holds_elsewhere(left: Identity, right: Identity) -> bool:
    """Tell whether one act is national, and made for provinces that the other's region is not in.

    The statute on the government of Aceh says nothing to a regency of Yogyakarta.

    >>> aceh = Identity(jenis="uu", tentang="PEMERINTAHAN ACEH")
    >>> holds_elsewhere(aceh, Identity(jenis="perda", wilayah="bali", tentang="Kecamatan"))
    True
    """
    for one, other in ((left, right), (right, left)):
        if one.wilayah or not other.wilayah:
            continue
        named = places_of(title_of_base(one.tentang)) & provinces()
        if named and region_name(province_of(other.wilayah)).lower() not in named:
            return True
    return False


@lru_cache(maxsize=1)
def provinces() -> frozenset[str]:
    """Return the names of all provinces in lower case."""
    return frozenset(one.name.lower() for one in all_regions() if one.level == PROVINSI)


def places_of(title: str) -> frozenset[str]:
    """Return the regions that a title names."""
    return frozenset(place_names().findall(title.lower()))


def without_places(title: str) -> str:
    """Return a title in lower case without the regions that it names."""
    return place_names().sub(" ", title.lower())


@lru_cache(maxsize=1)
def place_names() -> re.Pattern[str]:
    """Return the pattern of the names of all regions, the longest first."""
    names = {re.escape(region.name.lower()) for region in all_regions()}
    return re.compile(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})\b")


def is_series(left: str, right: str) -> bool:
    """Tell whether two acts are made for periods and their subjects are near."""
    near = compare_subjects(subject_keys(left), subject_keys(right)) >= SAME_SERIES
    return is_periodic(left) and is_periodic(right) and near


def is_periodic(title: str) -> bool:
    """Tell whether a title names the years for which the act is made."""
    return last_year(title) > 0


def is_spent(title: str, year: int) -> bool:
    """Tell whether the period that a title names was over before a year began.

    Nobody has to obey the budget or the share-out of a year that is past, so nothing that it says
    overlaps with what was made later (N-08).

    >>> is_spent("Alokasi Dana Desa Tahun Anggaran 2015", 2017), is_spent("Jalan", 2017)
    (True, False)
    >>> is_spent("Rencana Tata Ruang Wilayah Tahun 2012-2032", 2026)
    False
    """
    return 0 < last_year(title) < year


@lru_cache(maxsize=20_000)
def last_year(title: str) -> int:
    """Return the last year for which an act is made by its title; 0 for an act without end."""
    years = YEAR.findall(BASE.sub(" ", title.lower()))
    return max((int("".join(year.split())) for year in years), default=0)
