"""Words by what a change of them means: of the norm, of who acts, of the punishment, or nothing."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


#: How a norm binds; words of one group may stand for each other without a conflict. *Wajib* and
#: *harus* on one act are drift, not contradiction (UU 12/2011 Lampiran II angka 268 and 269).
FORCES: dict[str, str] = {
    **dict.fromkeys(words("wajib diwajibkan berkewajiban harus diharuskan"), "duty"),
    **dict.fromkeys(words("dilarang terlarang"), "ban"),
    **dict.fromkeys(words("dapat boleh dibolehkan diperbolehkan diperkenankan diizinkan"), "leave"),
    "berhak": "right",
    "berwenang": "power",
}
#: The words that bind, as a sentence is cut behind them.
MODAL_WORDS = frozenset(FORCES)
NEGATIONS = words("tidak bukan tanpa belum tak")
#: What a negation makes of a force.
TURNED = {"leave": "ban", "ban": "leave", "duty": "leave"}
#: Words before somebody who receives.
RECIPIENTS = words("kepada bagi untuk melalui terhadap dari atas")
#: Words of grammar that bind words to each other, or single them out.
BINDING = words("hanya atau")

#: The heads of the names of organs and officials.
ORGANS = words(
    """presiden wakilpresiden menteri kementerian departemen gubernur bupati walikota camat lurah
    kepala sekretaris sekretariat direktur direktorat direksi dewan komisaris komisi komite
    badan mahkamah pemerintah dinas rektor senat dekan jaksa kejaksaan kepolisian polisi polri
    otoritas inspektur inspektorat ketua panitia majelis hakim pengadilan kantor balai biro upt
    uptd dprd dpr mpr kpu bawaslu bpk kpk notaris penyidik pejabat panglima syahbandar kurator
    bank satuan perangkat tim dispenda bappeda kapolri kapolda mendagri menkeu lembaga instansi
    perum persero perseroan rups pimpinan pengurus kades kelurahan kecamatan pusat asisten deputi
    bendahara sekda kapolres satpol kanwil kejati kejari bpbd bpkad dpmptsp inspektur"""
)

#: What a breach brings. A change between two of these is a change of the sanction.
SANCTIONS = words(
    """pidana penjara kurungan denda teguran peringatan pencabutan pembekuan penghentian penutupan
    pembongkaran penyitaan paksaan paksa lisan tertulis pemberhentian penundaan pembatasan
    pengumuman mati skorsing pembatalan pengurangan administratif administrasi"""
)
#: How hard a sanction is, and the two kinds of offence.
GRADES = words("sementara tetap permanen ringan sedang berat pelanggaran kejahatan penuh sebagian")
#: Words before what somebody is punished with.
IMPOSING = words("dikenai dijatuhi diberi diberikan")
#: Words of a clause that punishes.
PENAL = words(
    """dipidana pidana diancam dihukum sanksi denda kurungan penjara hukuman dipenjara didenda"""
)

#: Words whose coming or going changes nothing by itself: grammar, drafting, and the words of
#: bounds and periods, which are read with their numbers.
GRAMMAR = words(
    """yang itu ini tersebut dimaksud maka dan pun untuk dari dalam pada di ke oleh dengan akan
    telah sudah secara sebagai sebagaimana atas terhadap kepada bagi serta atau juga pula masih
    suatu sesuatu para setiap tiap tiaptiap masing masingmasing antara lain lainnya hal agar
    supaya apabila jika jikalau bila bilamana karena dikarenakan sehingga jangka waktu sejak
    terhitung setelah sesudah selama sampai hingga guna menurut berdasarkan sesuai mengenai
    tentang seperti yaitu yakni adalah ialah merupakan terdiri meliputi berupa berikut bersama
    maupun baik melalui mencakup demi per saja sebesar sebanyak sejumlah ketentuan diatur diatas
    dibawah tanggal nya sebuah seorang bahwa dimana kemudian lebih lanjut selanjutnya disebut
    disingkat paling kurang minimal maksimal minimum maksimum sekurangkurangnya
    selambatlambatnya sebanyakbanyaknya setinggitingginya selamalamanya sebesarbesarnya
    serendahrendahnya sesingkatsingkatnya sedikitnya sedikitdikitnya setidaktidaknya melebihi
    melampaui sd ayat pasal huruf angka undangundang nomor no bab hanya"""
)

#: Words that mean the same; a word not listed stands for itself.
SYNONYMS: dict[str, str] = {
    word: group.split()[0]
    for group in (
        "miliar milyar miliard",
        "triliun trilyun",
        "izin ijin",
        "wajib harus",
        "membuat menyusun",
        "melakukan melaksanakan menyelenggarakan",
        "dilakukan dilaksanakan diselenggarakan",
        "pelaksanaan penyelenggaraan",
        "memakai menggunakan",
        "pemakaian penggunaan",
        "dikenai dikenakan",
        "mendapat mendapatkan memperoleh",
        "administratif administrasi",
        "mengurus mengelola",
        "kebijakan kebijaksanaan",
        "peringatan teguran",
        "perorangan perseorangan",
        "selesai berakhir habis",
        "bulanan sebulan",
        "tahunan setahun",
        "provinsi propinsi",
        "direncanakan diperkirakan",
        "dipidana diancam dihukum",
        "besar besaran besarnya",
    )
    for word in group.split()
}

#: The names of the forms of law; the word after one says who makes it.
FORMS = words("peraturan keputusan instruksi")

#: Words that make a text say what something is.
DEFINING = words("adalah ialah")

#: The unit of how often something recurs, in days.
EVERY = "every"
#: Quantities of these units are periods.
TIMES = words("day workday month year hour clock date every")
#: Units that a text can be trusted to mean; another unit may be a misread word.
KNOWN_UNITS = TIMES | frozenset(
    ("rupiah", "percent", "meter", "square meter", "orang", "kali", "part", "count", "km/h")
)

MONTHS = words(
    """januari februari pebruari maret april mei juni juli agustus september oktober nopember
    november desember"""
)

#: Officials and those who act for them: what is forbidden to all is often their task.
OFFICIALS = ORGANS | words(
    "petugas aparat pegawai penegak satpol polisi tni anggota penilai pengawas wali juru surveyor"
)

#: Words of procedure, beside those that the check of overlaps knows, that prove no one matter.
PROCEDURAL = words(
    """berlaku periksa ajukan lama selesai sampaikan tetapkan lambat catat buat data informasi
    sidang angkat berhenti pilih sejak awal ulang teliti penelitian unit jarak luas ganti
    perbaikan secara serah penyerahan kasasi mahkamah agung panitera hakim ucap nyatakan lanjut
    telaah klarifikasi validasi konfirmasi undang panggil hadir jadwal paraf tandatangan naskah
    rancangan perintah wakil sekretaris pimpinan tempat guna sedia milik pakai"""
)

#: Words that widen no object: they name the charge or the act once more.
NEUTRAL = words(
    """retribusi pajak iuran pelayanan kegiatan usaha pelaksanaan penyelenggaraan pengelolaan
    besaran nilai jumlah pokok tarif biaya setiap masing pihak layanan jasa proses pengajuan
    penerbitan pemberian baru sah resmi tertulis benar lengkap daerah seluruh lokasi area bidang"""
)

#: Those in charge of a thing, whatever their title; a rule for one is mostly a rule for all.
KEEPERS = words(
    """pemilik pengelola penanggung penyelenggara pengusaha pelaku pengurus penyedia pelaksana
    pemegang"""
)

#: Words that cannot both be true of one case.
OPPOSITES = tuple(
    (words(one), words(other))
    for one, other in (
        ("sebelum", "setelah sesudah sejak"),
        ("luar", "dalam"),
        ("siang pagi", "malam sore"),
        ("pagi", "siang sore malam"),
        ("tanpa", "dengan"),
        ("atas", "bawah"),
        ("hulu", "hilir"),
        ("awal", "akhir"),
        ("negeri", "swasta"),
        ("darat", "laut"),
        ("baru", "lama perpanjangan"),
        ("jantan", "betina"),
        ("perempuan", "laki-laki"),
        ("anak", "dewasa"),
        ("telah sudah", "belum"),
    )
)

#: Whose a road, a port or a forest is; two levels are two things.
LEVELS = words("nasional provinsi kabupaten desa")

#: Acts that only fix or carry what the sentence says.
CARRYING = words(
    """tetapkan menetapkan kenakan mengenakan berikan memberikan laku lakukan laksanakan atur
    hitung pungut adalah jadi menjadi ada rupa"""
)

#: Those who are everybody.
EVERYBODY = words("orang usaha pelaku badan masyarakat pihak warga penduduk perseorangan")

#: Words for a part somebody plays; the name of what he plays it in tells who he is.
ROLES = words(
    """pemilik pengguna penyelenggara pengelola pemberi penerima pemohon pemegang pelaku petugas
    penyedia pelaksana penanggung peserta pengusaha pengurus wajib subjek usaha
    orang badan anggota kepala pejabat"""
)

#: Acts that come to the same; the first names the group.
ACT_GROUPS = tuple(
    words(group)
    for group in (
        "memasang menempatkan meletakkan mendirikan menaruh",
        "menjual memperjualbelikan memperdagangkan mengedarkan memasarkan",
        "memungut menarik menagih",
        "memakai menggunakan memanfaatkan",
        "membuang melimpahkan",
        "melaporkan menyampaikan",
        "memeriksa memverifikasi meneliti",
        "mengalihkan memindahkan memindahtangankan",
        "menerbitkan mengeluarkan",
        "mengangkut membawa",
        "memusnahkan menghancurkan",
    )
)

#: Every word whose change or absence of change is judged by a list above.
KNOWN = frozenset(FORCES) | NEGATIONS | ORGANS | SANCTIONS | PENAL | GRAMMAR | frozenset(SYNONYMS)
