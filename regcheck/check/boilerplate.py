"""Formulae that every regulation repeats and that are therefore no overlap (N-03, N-06)."""

from __future__ import annotations

import re
from functools import lru_cache

from regcheck.check.words import content_keys, strip_formulae
from regcheck.domain import Passage

#: Formulae of one or two sentences; anything much longer says something of its own.
MAX_FORMULA_WORDS = 60
#: A provision with fewer words of its own (references and formulae taken out) states no matter.
MIN_CONTENT_WORDS = 2

#: Commencement (Lampiran II nos. 150-157).
#:
#: takes    Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
#: takes    Peraturan Gubernur ini mulai berlaku setelah 6 (enam) bulan sejak diundangkan.
#: takes    Ketentuan sebagaimana dimaksud dalam Pasal 3 mulai berlaku pada tanggal 1 Januari.
#: refuses  Izin berlaku sejak tanggal diterbitkan.
COMMENCEMENT = re.compile(r"\b mulai \s+ berlaku \b (?! \s+ dan \s+ wajib )", re.VERBOSE)

#: Promulgation order.
#:
#: takes    Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini.
#: refuses  Setiap orang wajib mengetahui rambu.
PROMULGATION = re.compile(r"\b agar \s+ (?: supaya \s+ )? setiap \s+ orang \b", re.VERBOSE)

#: Repeal and survival of older rules (Lampiran II nos. 143-148, 282).
#:
#: takes    Peraturan Daerah Nomor 3 Tahun 2010 dicabut dan dinyatakan tidak berlaku.
#: takes    Peraturan pelaksanaan Peraturan Daerah ini ditetapkan paling lama 1 (satu) tahun.
#: refuses  Izin dicabut apabila pemegang izin tidak membayar retribusi.
REPEAL = re.compile(
    r"""
      \b dinyatakan \s+ (?: dicabut | tidak \s+ berlaku )
    | \b (?: semua | segala ) \s+ (?: peraturan | ketentuan ) \b .{0,160} \b berlaku \b
    | ^ (?: semua \s+ | segala \s+ )? peraturan \s+ pelaksana(?: an )? \b
    """,
    re.VERBOSE,
)

#: Transition (Lampiran II nos. 127-134): a rule for old cases does not contradict the new one.
#:
#: takes    Izin yang terbit sebelum Peraturan Daerah ini berlaku dinyatakan tetap berlaku.
#: takes    Pada saat Peraturan Gubernur ini mulai berlaku, perjanjian yang ada tetap sah.
#: refuses  Izin berlaku selama 3 (tiga) tahun.
TRANSITION = re.compile(
    r"""
      \b (?: masih \s+ )? tetap \s+ berlaku \b
    | \b (?: pada \s+ saat | sebelum | dengan \s+ berlakunya | sejak ) \s+
      (?: peraturan \s+ \w+ | undang-undang | qanun ) (?: \s+ \w+ )? \s+ ini \s+
      (?: mulai \s+ )? (?: berlaku | diundangkan | ditetapkan ) \b
    """,
    re.VERBOSE,
)

#: Where the money comes from.
#:
#: takes    Pendanaan pelaksanaan Peraturan Daerah ini dibebankan pada anggaran pendapatan.
#: takes    Biaya penyelenggaraan perpustakaan bersumber dari APBD.
#: refuses  Biaya perawatan dibebankan kepada pemilik kendaraan.
FINANCING = re.compile(
    r"""
    \b (?: dibebankan | bersumber | berasal | dibiayai ) \s+
    (?: pada | kepada | dari | melalui | atas )? \s* :? \s* (?: a\. \s* )?
    (?: beban \s+ )? (?: anggaran \b | apb[dn]\w* )
    """,
    re.VERBOSE,
)

#: Coaching and supervision.
#:
#: takes    Gubernur melakukan pembinaan dan pengawasan terhadap pelaksanaan Peraturan ini.
#: takes    Pembinaan terhadap penyelenggaraan pasar dilaksanakan oleh Dinas.
#: refuses  Petugas memeriksa tangki bahan bakar setiap bulan.
SUPERVISION = re.compile(
    r"""
      \b (?: melakukan | melaksanakan | menyelenggarakan | mengadakan ) \s+
      (?: pembinaan | pengawasan | pengendalian | evaluasi ) \b
    | ^ (?: pembinaan | pengawasan ) \b .{0,120} \b
      (?: dilakukan | dilaksanakan | diselenggarakan ) \b
    """,
    re.VERBOSE,
)

#: Openings of definitions, purposes and scope (Lampiran II nos. 97-98).
#:
#: takes    Dalam Peraturan Daerah ini yang dimaksud dengan:
#: takes    Ruang lingkup Peraturan Gubernur ini meliputi:
#: takes    Pengelolaan perpustakaan bertujuan untuk:
#: takes    Penyelenggaraan terminal dilaksanakan berdasarkan asas keselamatan.
#: refuses  Setiap pengunjung terminal membayar retribusi.
OPENING = re.compile(
    r"""
      ^ dalam \s+ (?: peraturan | undang-undang | qanun ) \b .{0,60} \b yang \s+ dimaksud \b
    | ^ (?: ruang \s+ lingkup | maksud | tujuan | asas ) \b
    | ^ (?: peraturan \s+ \w+ | undang-undang | qanun ) (?: \s+ \w+ )? \s+ ini \s+
      (?: mengatur | bertujuan | meliputi | dimaksudkan | disusun )
    | ^ .{0,120} \b (?: bertujuan | dimaksudkan \s+ untuk )
    | \b (?: berdasarkan | dengan | berasaskan | menganut ) (?: \s+ pada )? \s+ asas (?: -asas )? \b
    """,
    re.VERBOSE,
)

#: Definitions that are the same in every regulation of a region.
#:
#: takes    Setiap Orang adalah orang perseorangan atau badan usaha.
#: takes    Gubernur adalah Gubernur Sagara Raya.
#: takes    Anggaran Pendapatan dan Belanja Daerah yang selanjutnya disingkat APBD adalah rencana.
#: refuses  Reklame adalah benda atau alat untuk memperkenalkan barang.
STANDARD_DEFINITION = re.compile(
    r"""
    ^ (?: pemerintah (?: an )? (?: \s+ pusat | \s+ daerah )?
        (?: \s+ (?: provinsi | kabupaten | kota ) )?
      | (?: kepala \s+ )? daerah (?: \s+ otonom )? | provinsi | kabupaten (?: /kota )? | kota
      | (?: wakil \s+ )? gubernur | bupati | wali \s? kota | menteri | presiden
      | dewan \s+ perwakilan \s+ rakyat (?: \s+ daerah )? | dprd | sekretaris \s+ daerah
      | (?: satuan \s+ kerja \s+ | organisasi \s+ )? perangkat \s+ daerah (?: \s+ \w+ )?
      | (?: kepala \s+ )? (?: dinas | badan | biro | bagian ) | unit \s+ kerja | setiap \s+ orang
      | badan (?: \s+ usaha | \s+ hukum )? | orang | pelaku \s+ usaha | masyarakat | hari
      | anggaran \s+ pendapatan \s+ dan \s+ belanja \s+ (?: daerah | negara ) | apb[dn]
      | desa | kelurahan | kecamatan | camat | lurah | kas \s+ (?: umum \s+ )? daerah
      | peraturan \s+ (?: daerah | gubernur | kepala \s+ daerah ) | keputusan \s+ gubernur
      | penyidik (?: an )? (?: \s+ \w+ ){0,4}
    )
    (?: [ ,\w/.-]{0,80} \b selanjutnya \b [^.]{0,80}? )? ,? \s+ (?: adalah | ialah | yaitu ) \b
    """,
    re.VERBOSE,
)

#: Delegation and blanket clauses (Lampiran II nos. 198-210); a relative clause delegates nothing.
#:
#: takes    Ketentuan lebih lanjut mengenai tata cara perizinan diatur dengan Peraturan Gubernur.
#: takes    Hal-hal yang belum diatur dalam Peraturan Daerah ini diatur dengan Peraturan Gubernur.
#: takes    Bentuk formulir diatur lebih lanjut dengan Keputusan Kepala Dinas.
#: refuses  Tarif ditetapkan sebesar Rp10.000,00 (sepuluh ribu rupiah).
#: refuses  Izin berlaku di kawasan lain yang ditetapkan dengan Peraturan Gubernur.
DELEGATION = re.compile(
    r"""
      ^ hal (?: -hal )? \s+ (?: lain \s+ )? yang \s+ belum \b
    | ^ ketentuan \s+ (?: lebih \s+ lanjut | mengenai | tentang | teknis ) \b
    | (?<! \byang\s ) \b (?: diatur | ditetapkan ) \s+ (?: lebih \s+ lanjut \s+ | tersendiri \s+ )?
      (?: dengan | dalam | oleh | berdasarkan ) \s+ (?: atau \s+ berdasarkan \s+ )?
      (?: peraturan | keputusan | undang-undang ) \b
    | \b diatur \s+ (?: lebih \s+ lanjut | tersendiri ) \b
    """,
    re.VERBOSE,
)

#: Investigators and their powers: one text in every Perda with criminal provisions.
#:
#: takes    Penyidik pegawai negeri sipil berwenang memanggil saksi.
#: takes    Pejabat Pegawai Negeri Sipil tertentu diberi wewenang khusus sebagai penyidik.
#: takes    Dalam hal tindak pidana dilakukan oleh korporasi, pidana dijatuhkan kepada pengurusnya.
#: refuses  Petugas berwenang memasuki gudang.
INVESTIGATION = re.compile(
    r"""
      \b penyidik (?: an )? \b | \b hukum \s+ acara \s+ pidana \b
    | \b tindak \s+ pidana \b .{0,160} \b (?: korporasi | badan \s+ hukum | badan \s+ usaha ) \b
    """,
    re.VERBOSE,
)

#: The words of an oath, which every act on an office prints anew.
#:
#: takes    sumpah/janji berbunyi sebagai berikut: saya bersumpah bahwa saya akan setia
#: refuses  anggota mengucapkan sumpah di hadapan ketua pengadilan
OATH = re.compile(r"\b(?:saya|kami)\s+(?:bersumpah|berjanji|mengucapkan)\b")

#: Sanction clauses: the wording is the same, the breach lies in the articles referred to.
#:
#: takes    Setiap orang yang melanggar Pasal 4 dikenai sanksi administratif berupa teguran.
#: takes    Sanksi administratif sebagaimana dimaksud pada ayat (1) berupa: a. teguran lisan
#: refuses  Peserta yang terlambat membayar denda keterlambatan.
SANCTION = re.compile(
    r"""
      \b (?: dikenai | dikenakan | dijatuhi | diancam ) \s+ (?: dengan \s+ )?
      (?: sanksi | hukuman | pidana | teguran | peringatan ) \b
    | \b dipidana \b
    | ^ sanksi \s+ administrati\w+ \b
    """,
    re.VERBOSE,
)

#: The procedure of taxes and levies, which one statute prescribes for all of them.
#:
#: takes    Pemeriksaan dilakukan untuk menguji kepatuhan pemenuhan kewajiban pajak.
#: takes    Wajib Retribusi dapat mengajukan keberatan atas Surat Ketetapan Retribusi Daerah.
#: takes    Pemungutan pajak dilarang diborongkan.
#: refuses  Pemohon informasi dapat mengajukan keberatan kepada atasan petugas.
#: refuses  Tarif Retribusi pemakaian lahan ditetapkan menurut luas.
TAX_PROCEDURE = re.compile(
    r"""
    ^ (?= .* \b (?: pajak | retribusi | perpajakan ) \b ) .* \b
    (?: menguji \s+ kepatuhan | diborongkan | keberatan | kedaluwarsa | kadaluwarsa
      | surat \s+ (?: ketetapan | tagihan | paksa | teguran ) | (?: s[kt]p|skr|str ) d \w*
      | insentif | jatuh \s+ tempo | mengangsur | angsuran | menunda | penundaan
      | banding
      | peninjauan \s+ tarif | ditinjau \s+ kembali | kelebihan \s+ pembayaran
      | penghapusan \s+ piutang
      | pengurangan , \s+ keringanan | keringanan , \s+ pengurangan )
    \b
    """,
    re.VERBOSE,
)

#: Who helps to enforce a regulation.
#:
#: takes    Penegakan Peraturan Daerah ini dilakukan oleh Satuan Polisi Pamong Praja.
#: refuses  Satuan Polisi Pamong Praja menjaga pintu masuk stadion.
ENFORCEMENT = re.compile(
    r"""
    \b (?: pelaksanaan | penegakan ) \b .{0,80} \b peraturan \s+ \w+ (?: \s+ \w+ )? \s+ ini \b
    .{0,80} \b (?: satuan \s+ polisi \s+ pamong \s+ praja | satpol \s+ pp )
    """,
    re.VERBOSE,
)

#: The inner order of an office: who stands under whom, groups of functional posts, working order,
#: and what the law of the civil service says of those who serve there.
#:
#: takes    Sekretaris berada di bawah dan bertanggung jawab kepada Kepala Dinas.
#: takes    Kelompok jabatan fungsional terdiri atas sejumlah tenaga sesuai dengan keahliannya.
#: takes    Setiap pimpinan wajib menerapkan prinsip koordinasi, integrasi, dan sinkronisasi.
#: takes    Setiap pimpinan wajib mengawasi pelaksanaan tugas bawahan masing-masing.
#: takes    Pegawai yang diangkat sebagai anggota dinaikkan pangkatnya setiap kali setingkat.
#: takes    Pegawai diberhentikan pada usia pensiun dan diberikan hak kepegawaiannya.
#: refuses  Pengelola terminal bertanggung jawab kepada pengguna jasa atas barang yang hilang.
OFFICE_ORDER = re.compile(
    r"""
      \b (?: berada | berkedudukan ) \s+ di \s? bawah \s+ dan \s+ bertanggung \s? jawab
    | \b (?: kelompok | jenjang | jenis \s+ dan \s+ jenjang | pembinaan | jumlah ) \s+
      (?: tenaga \s+ )? jabatan \s+ fungsional \b
    | \b prinsip (?: -prinsip )? \s+ koordinasi , \s+ integrasi
    | \b diangkat \s+ dan \s+ (?: dapat \s+ )? diberhentikan \s+ oleh \b
    | \b dinaikkan \s+ pangkatnya \b | \b pensiun \b .{0,60} \b hak (?: -hak )? \s+ kepegawaian
    | \b mengikuti \s+ dan \s+ mematuhi \s+ petunjuk \b | \b tugas \s+ bawahan \b
    """,
    re.VERBOSE,
)

#: Pointers to an annex, and glosses without content.
#:
#: takes    Struktur tarif tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan.
#: takes    Cukup jelas.
#: refuses  Lampiran permohonan memuat denah lokasi.
POINTER = re.compile(
    r"\b (?: tercantum | termuat ) \s+ dalam \s+ lampiran \b | ^ cukup \s+ jelas \b", re.VERBOSE
)

#: Formulae whatever they measure, and those that are none once they set a measure of their own.
FORMULAE = (
    *(COMMENCEMENT, PROMULGATION, REPEAL, STANDARD_DEFINITION, SANCTION, POINTER),
    OFFICE_ORDER,
)
MEASURELESS = (FINANCING, SUPERVISION, DELEGATION, ENFORCEMENT)
DIGIT = re.compile(r"\d")


@lru_cache(maxsize=50_000)
def formula_code(passage: Passage, *, alike: bool = False) -> str:
    """Return the N-code of a provision that is a formula by its wording, or an empty text.

    The wording decides, not the type a classifier guessed. Beside an ``alike`` act, one of the same
    field, what the acts of a field have in common is no formula.

    N-06 for transition rules, N-03 for everything that every regulation repeats: Lampiran II
    prescribes the wording, so equality is no fault.
    """
    if TRANSITION.search(lower(passage.text)):
        return "N-06"
    return "N-03" if is_formula(passage.text, alike=alike) else ""


def is_formula(text: str, *, alike: bool = False) -> bool:
    """Tell whether a text is one of the formulae, or says nothing beside references.

    >>> is_formula("Pendanaan program ini bersumber dari anggaran pendapatan dan belanja Daerah.")
    True
    >>> is_formula("Dinas melakukan pengawasan paling sedikit 2 (dua) kali dalam 1 (satu) tahun.")
    False
    >>> powers = "Penyidik pegawai negeri sipil berwenang memanggil saksi."
    >>> is_formula(powers), is_formula(powers, alike=True)
    (True, False)
    """
    words = lower(text)
    if OATH.search(words) or (INVESTIGATION.search(words) and not alike):
        return True
    if len(words.split()) > MAX_FORMULA_WORDS:
        return False
    if any(pattern.search(words) for pattern in FORMULAE):
        return True
    if TAX_PROCEDURE.search(words) and not alike:
        return True
    if DIGIT.search(strip_formulae(words)):
        return False
    empty = len(set(content_keys(text))) < MIN_CONTENT_WORDS
    patterns = MEASURELESS if alike else (OPENING, *MEASURELESS)
    return empty or any(pattern.search(words) for pattern in patterns)


def lower(text: str) -> str:
    """Return a text in lower case with single blanks, as the patterns expect it."""
    return " ".join(text.lower().split())
