"""Families of acts that are alike by design, and the bodies they are about, by their titles."""

from __future__ import annotations

import re
from functools import lru_cache

from regcheck.check.words import word_keys

#: Acts that repeat a decision for another sum, year or office.
#:
#: takes    penambahan penyertaan modal daerah pada perseroan terbatas bank sagara
#: takes    penjualan saham milik daerah pada pt pelabuhan
#: takes    perubahan anggaran pendapatan dan belanja daerah
#: takes    penyesuaian pensiun pokok janda guru
#: takes    pendirian perusahaan penerbit surat berharga
#: takes    penundaan kelima berlakunya peraturan pemerintah nomor 39 tahun 1998
#: takes    perubahan struktur kepemilikan saham negara
#: takes    pemberian penghasilan ketiga belas kepada pegawai      tunjangan hari raya
#: takes    penetapan peraturan pemerintah pengganti undang-undang nomor 2 tahun 2008
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
    | \b ketiga \s? belas \b | \b tunjangan \s+ hari \s+ raya \b
    | ^ penetapan \s+ peraturan \s+ pemerintah \s+ pengganti \b
    """,
    re.VERBOSE,
)

#: Acts on one body, office, place or treaty: their text is the same but for its name.
#:
#: takes    perusahaan umum daerah air minum tirta sagara
#: takes    pembentukan kabupaten sagara utara
#: takes    penetapan universitas sagara sebagai badan hukum
#: takes    pendirian badan usaha milik daerah pt sagara
#: takes    perguruan tinggi negeri badan hukum universitas sagara
#: takes    badan hukum pendidikan pemerintah universitas sagara
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
#: refuses  pendirian, pengurusan, pengawasan, dan pembubaran badan usaha milik negara
ENTITY = re.compile(
    r"""
      \b perusahaan \s+ (?: umum | negara | jawatan | perseroan | daerah ) \b
    | \b (?: perum | perumda | perseroda | perjan | statuta ) \b
    | \b perseroan \s+ (?: terbatas | daerah ) \b
    | \b (?: pendirian | pembubaran | penggabungan | peleburan ) \s+
      (?! badan \s+ usaha \s+ milik \s+ \w+ \s* $ ) \w+
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
    | ^ badan \s+ hukum \s+ pendidikan \b
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

#: Acts on the fees of one agency.
TARIFF = re.compile(r"\b tarif \s+ atas \s+ jenis \s+ penerimaan \b", re.VERBOSE)

#: Words that name an agency, at least; a title that was cut off has fewer.
MIN_NAME = 2

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
#: takes    perubahan peraturan pemerintah nomor 17 tahun 1985 tentang pensiun pokok
#: takes    perubahan dan tambahan atas peraturan pemerintah no. 14 tahun 1964 tentang pensiun
#: refuses  perubahan anggaran pendapatan dan belanja daerah
FRAME = re.compile(
    r"""
    ^ (?: perubahan | pengubahan ) (?: \s+ \w+ )? (?: \s+ dan (?: \s+ atau )? \s+ tambahan )?
    (?: \s+ (?: atas | terhadap ) )? \s+ (?: undang | peraturan | keputusan ) .{1,80}?
    \b (?: nomor | no\. ) \s .{1,40}? \b tentang \s+
    """,
    re.VERBOSE,
)


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


def is_one_body(left: str, right: str) -> bool:
    """Tell whether two titles of a family name one body.

    Agencies that take fees are merged and named anew, so what one of their names adds to the other
    tells none apart.

    >>> agency = "Tarif atas Jenis Penerimaan Negara Bukan Pajak yang Berlaku pada Badan {}".format
    >>> is_one_body(agency("Cuaca Laut"), agency("Cuaca Laut dan Gempa"))
    True
    >>> is_one_body("Universitas Sagara", "Universitas Sagara Kencana")
    False
    """
    mine, theirs = sorted((set(name_keys(left)), set(name_keys(right))), key=len)
    if mine == theirs:
        return mine != set()
    fees = all(TARIFF.search(title.lower()) for title in (left, right))
    return fees and len(mine) >= MIN_NAME and mine <= theirs


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


def names_base(title: str) -> bool:
    """Tell whether a title is that of an act that amends another, by its frame.

    >>> names_base("Perubahan atas Peraturan Pemerintah Nomor 7 Tahun 1989 tentang Jalan")
    True
    """
    return FRAME.search(" ".join(title.lower().split())) is not None
