"""The words that carry a norm: what obliges, forbids, permits, exempts and punishes.

The groups follow UU 12/2011 Lampiran II angka 257-270; the variants are those of real texts.
"""

from __future__ import annotations

from regcheck.domain import Modality


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


def phrase_list(text: str) -> tuple[str, ...]:
    """Return the phrases of a text, which commas separate."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


#: Phrases by the force they give a norm. A longer phrase beats a shorter one inside it.
MODALITIES: dict[Modality, tuple[str, ...]] = {
    Modality.DILARANG: phrase_list(
        """dilarang, dilarang keras, terlarang, tidak boleh, tidak dibolehkan,
        tidak diperbolehkan, tidak diperkenankan, tidak dibenarkan, tidak diizinkan,
        tidak diijinkan, tidak berhak, tidak berwenang, tidak dapat"""
    ),
    Modality.WAJIB: phrase_list(
        """wajib, diwajibkan, berkewajiban, mempunyai kewajiban, memiliki kewajiban,
        bertanggung jawab, bertanggungjawab"""
    ),
    Modality.HARUS: phrase_list("harus, diharuskan, mesti"),
    Modality.TIDAK_WAJIB: phrase_list(
        """tidak wajib, tidak diwajibkan, tidak berkewajiban, tidak harus, tidak diharuskan,
        tidak perlu, dibebaskan dari kewajiban, dikecualikan dari kewajiban,
        bebas dari kewajiban"""
    ),
    Modality.DAPAT: phrase_list(
        """dapat, boleh, dibolehkan, diperbolehkan, diperkenankan, diizinkan, diijinkan,
        hanya dapat, hanya boleh"""
    ),
    Modality.BERHAK: phrase_list("berhak, berhak atas, mempunyai hak, memiliki hak"),
    Modality.BERWENANG: phrase_list(
        """berwenang, mempunyai kewenangan, memiliki kewenangan, mempunyai wewenang,
        memiliki wewenang, diberi wewenang, diberi kewenangan"""
    ),
}

#: Phrases in which a trigger word is part of a noun or an idiom, not a norm.
NOT_A_NORM = phrase_list(
    """wajib pajak, wajib retribusi, wajib belajar, wajib lapor, wajib militer, wajib bayar,
    wajib pungut, wajib daftar, wajib kerja, wajib iuran, wajib tanam, urusan wajib,
    pemerintahan wajib, kontribusi wajib, simpanan wajib, cadangan wajib, iuran wajib,
    asuransi wajib, pelayanan wajib, standar wajib, muatan wajib, pelajaran wajib,
    bersifat wajib, magang wajib, jaminan wajib, giro wajib, wajib dan pilihan,
    wajib dan urusan, sedapat mungkin, dapat tidaknya, yang berwenang, berwenang menurut,
    pejabat berwenang, instansi berwenang"""
)

#: Phrases that open an exception or make the norm depend on a licence or consent.
EXCEPTIONS = phrase_list(
    """kecuali, terkecuali, dikecualikan, pengecualian, selain, tanpa izin, tanpa ijin,
    tanpa seizin, tanpa memiliki izin, tanpa memperoleh izin, tanpa mendapat izin,
    tanpa mendapatkan izin, tanpa dilengkapi izin, tanpa persetujuan, tanpa rekomendasi,
    tanpa pertimbangan, tanpa hak, tanpa sepengetahuan, dengan izin, dengan seizin, atas izin,
    seizin, dengan persetujuan, atas persetujuan, dengan rekomendasi, atas rekomendasi,
    setelah mendapat izin, setelah memperoleh izin, setelah mendapatkan izin,
    setelah mendapat persetujuan, setelah memperoleh persetujuan,
    setelah mendapatkan persetujuan, sebelum memperoleh izin, sebelum memiliki izin,
    sebelum mendapat izin, tidak memiliki izin, tidak mempunyai izin, tidak berlaku bagi,
    tidak berlaku terhadap, tidak berlaku untuk"""
)

#: Phrases that announce a punishment.
SANCTIONS = phrase_list(
    """dikenai sanksi, dikenakan sanksi, diberi sanksi, diberikan sanksi, sanksi administratif,
    sanksi administrasi, dipidana, diancam, dihukum, pidana penjara, pidana kurungan,
    pidana denda, denda administratif, denda administrasi, teguran lisan, teguran tertulis,
    peringatan tertulis, uang paksa, paksaan pemerintah, paksaan pemerintahan, pencabutan izin,
    pembekuan izin, penghentian sementara, penghentian tetap"""
)

#: A trigger after one of these belongs to a side clause.
SUBORDINATORS = word_set("""yang agar supaya sehingga bahwa apakah""")

#: A clause that begins with one of these is a condition; the norm follows its comma.
CONDITIONS = word_set(
    """apabila jika bilamana bila dalam pada untuk setelah sebelum sejak selain terhadap bagi
    dengan guna sepanjang selama atas sebagai ketika berdasarkan kecuali di"""
)

#: Words that end the phrase of a subject or an object.
PHRASE_ENDS = word_set(
    """yang paling sejak terhitung dalam sebelum setelah sesudah apabila jika kecuali tanpa
    dengan untuk kepada oleh agar supaya sehingga sebesar sebanyak selama sebagaimana sesuai
    berdasarkan melalui terhadap di ke pada dari bagi karena ketika selain setiap adalah
    merupakan secara dan/atau sampai hingga guna menjadi lebih kurang minimal maksimal per
    berupa antara meliputi yaitu yakni wajib harus dapat dilarang tidak"""
)

#: Words without content, left out of subjects and objects.
EMPTY_WORDS = word_set(
    """dan atau serta setiap tiap para suatu sesuatu sebuah seorang ini itu tersebut dimaksud
    sebagaimana pun juga lain lainnya nya masing-masing semua seluruh segala yang di ke pada
    dari dalam oleh untuk dengan bagi kepada ayat pasal huruf angka hal harus wajib dapat
    boleh dilarang tidak berhak berwenang akan telah sudah sedang secara adalah satu dua tiga"""
)

#: Words that begin like a verb and are none.
NOT_VERBS = word_set(
    """menteri menit meter mesin merek merah meja media medis medik melalui menurut mengenai
    mengingat menimbang memutuskan mei memorandum menara menengah metode metro mekanisme
    menjadi merupakan meliputi berkas berita bersama berdasarkan berupa beban benda benih
    bensin berat berbagai besar besaran besi betina beton beberapa bendungan bendahara bengkel
    berikut berlaku berturut-turut bersangkutan dinas direksi direktur direktorat digital
    dinding diri diam dimaksud diktum divisi diesel diploma disabilitas disiplin diplomatik
    distribusi distrik dikti terhadap terhitung termasuk tersebut tertentu tertulis terakhir
    terbuka terdiri terlebih terkait terminal ternak tersendiri teritorial perlu memerlukan
    sementara semester merta membran mental meteran berhubung bersifat diantara dilarang
    diwajibkan dibolehkan diperbolehkan berhak berwenang berkewajiban dapat terang terbatas
    terpadu terus-menerus berkelanjutan berkala berencana berbahaya beracun bermotor"""
)

#: Verbs without a prefix that name an act of their own.
BARE_VERBS = word_set(
    """masuk keluar tinggal merokok ikut serta hadir tunduk naik turun minum makan tidur"""
)

#: Verbs that only carry the noun after them (*melakukan pembakaran*).
SUPPORT_VERBS = word_set(
    """melakukan dilakukan melaksanakan dilaksanakan menyelenggarakan diselenggarakan mengadakan
    diadakan melangsungkan mengupayakan"""
)

#: Passive verbs whose subject bears the consequence instead of being acted upon.
BEARER_VERBS = word_set(
    """dikenai dikenakan dipidana diancam dihukum dibebaskan didampingi diwajibkan diharuskan
    diberhentikan diangkat dicabut"""
)

#: Words that say what something is.
COPULAS = word_set("adalah ialah merupakan")
