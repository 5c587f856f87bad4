"""The names of the contract's values and codes, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.report.words import pick

SEVERITIES: Mapping[str, tuple[str, str]] = {
    "kritis": ("kritis", "critical"),
    "tinggi": ("tinggi", "high"),
    "sedang": ("sedang", "medium"),
    "rendah": ("rendah", "low"),
    "informasi": ("informasi", "information"),
}

CERTAINTIES: Mapping[str, tuple[str, str]] = {
    "pasti": ("pasti", "certain"),
    "indikasi": ("indikasi", "indication"),
}

STATUSES: Mapping[str, tuple[str, str]] = {
    "berlaku": ("berlaku", "in force"),
    "diubah": ("diubah", "amended"),
    "dicabut_sebagian": ("dicabut sebagian", "partly repealed"),
    "belum_berlaku": ("belum berlaku", "not yet in force"),
    "tidak_mempunyai_kekuatan_hukum_mengikat": (
        "tidak mempunyai kekuatan hukum mengikat",
        "without binding force",
    ),
    "dicabut": ("dicabut", "repealed"),
}

ROLES: Mapping[str, tuple[str, str]] = {
    "dasar_hukum": ("dasar hukum", "legal basis"),
    "mengubah": ("mengubah", "amends"),
    "mencabut": ("mencabut", "repeals"),
    "mencabut_sebagian": ("mencabut sebagian", "repeals in part"),
    "melaksanakan": ("melaksanakan", "implements"),
    "mendelegasikan": ("mendelegasikan", "delegates to"),
    "menetapkan": ("menetapkan", "enacts"),
    "tetap_berlaku": ("dinyatakan tetap berlaku", "kept in force"),
    "merujuk": ("merujuk", "refers to"),
}

OUTCOMES: Mapping[str, tuple[str, str]] = {
    "added": ("ditambahkan", "added"),
    "unchanged": ("tidak berubah", "unchanged"),
    "replaced": ("diganti", "replaced"),
    "duplicate": ("isi kembar", "duplicate"),
    "scan": ("hasil pindai tanpa teks", "scan without text"),
    "failed": ("gagal", "failed"),
    "checked": ("diperiksa", "checked"),
}

#: The names of the finding codes; a test holds them against the codes of the checks.
CODES: Mapping[str, tuple[str, str]] = {
    "T-01": ("Duplikasi", "Duplication"),
    "T-02": ("Parafrasa", "Paraphrase"),
    "T-03": ("Cakupan", "Scope within scope"),
    "T-04": ("Pengulangan norma yang lebih tinggi", "Repetition of a higher norm"),
    "T-05": ("Rezim ganda", "Double regime"),
    "T-06": ("Pengaturan kembali tanpa pencabutan", "Regulated again without repeal"),
    "K-01": ("Pertentangan kewenangan", "Conflict of powers"),
    "K-02": ("Pertentangan modalitas", "Conflict of modality"),
    "K-03": ("Pertentangan besaran", "Conflict of amount"),
    "K-04": ("Pertentangan jangka waktu", "Conflict of time limit"),
    "K-05": ("Pertentangan sanksi", "Conflict of sanctions"),
    "K-06": ("Pertentangan definisi", "Conflict of definitions"),
    "K-08": ("Pertentangan syarat atau prosedur", "Conflict of conditions"),
    "K-09": ("Hak dikurangi", "Right reduced"),
    "K-10": ("Melampaui materi muatan", "Beyond what the instrument may contain"),
    "K-11": ("Pengecualian bertabrakan", "Conflict of exceptions"),
    "K-12": ("Pertentangan internal", "Internal conflict"),
    "K-13": ("Berlaku surut", "Holding for the past"),
    "R-01": ("Rujukan dicabut", "Cited regulation repealed"),
    "R-02": ("Rantai perubahan tidak mutakhir", "Chain of amendments out of date"),
    "R-03": ("Rujukan internal tidak ada", "Internal reference to nothing"),
    "R-04": ("Rujukan tidak ditemukan di korpus", "Cited regulation not found in the corpus"),
    "R-05": ("Rujukan ke ketentuan yang dihapus", "Reference to a deleted provision"),
    "R-06": ("Rujukan melingkar", "Circular reference"),
    "R-07": ("Dasar hukum salah tingkat", "Legal basis of lower rank"),
    "R-08": ("Pengacuan ke yang lebih rendah", "Reference to a lower regulation"),
    "R-09": ("Delegasi belum ditindaklanjuti", "Delegation not carried out"),
    "R-10": ("Delegasi lewat tenggat", "Delegation overdue"),
    "R-11": ("Peraturan pelaksana yatim", "Implementing rule without its parent"),
    "R-12": ("Pencabutan cacat", "Defective repeal"),
    "R-13": ("Subdelegasi", "Further delegation"),
    "R-14": ("Delegasi blangko", "Blanket delegation"),
    "R-15": ("Salah identitas peraturan", "Wrong identity of a regulation"),
    "R-16": ("Rujukan maju", "Forward reference"),
    "R-17": ("Delegasi salah alamat", "Delegation in another form than ordered"),
    "R-18": ("Sumber ganda", "Two rules for one delegation"),
    "M-06": ("Dasar hukum belum berlaku", "Legal basis not yet in force"),
    "M-07": ("Urutan dasar hukum", "Order of the legal bases"),
    "M-08": ("Dasar hukum wajib Perda", "Required bases of a Perda"),
    "M-09": ("Dasar hukum tanpa Lembaran", "Legal basis without its gazette"),
    "M-14": ("Pengacuan tanpa nomor", "Reference without number"),
    "M-15": ("Hubungan antarketentuan tidak tegas", "Unclear relation of provisions"),
    "M-17": ("Delegasi tanpa materi", "Delegation without a matter"),
    "M-23": ("Pemakaian istilah", "Use of terms"),
    "M-26": ("Angka dan huruf berbeda", "Figures and words disagree"),
    "M-27": ("Jumlah uang tanpa huruf", "Amount without words"),
    "M-28": ("Cakupan terbuka", "Open-ended scope"),
    "M-29": ("Rincian tanpa kata penghubung", "List without a connective"),
    "M-31": ("Delegasi dalam penjelasan", "Delegation in the elucidation"),
    "M-33": ("Lampiran dan rujukannya", "Annex and its reference"),
    "M-34": ("Perubahan lebih dari separuh", "Amendment of more than half"),
    "M-35": ("Pidana tanpa pasal yang dilanggar", "Penalty without the article breached"),
    "M-36": ("Singkatan dalam judul", "Abbreviation in the title"),
}

#: The situations that look like a fault and are none; a test finds each the checks can give.
NON_FAULTS: Mapping[str, tuple[str, str]] = {
    "N-01": ("definisi sama dengan peraturan induk", "definition identical to the parent's"),
    "N-02": ("pengulangan norma induk sebagai pengantar", "parent's norm repeated as lead-in"),
    "N-03": ("klausul baku", "boilerplate"),
    "N-04": ("penjabaran peraturan yang lebih tinggi", "a higher rule elaborated"),
    "N-05": ("rincian yang didelegasikan", "detail that the parent delegated"),
    "N-06": (
        "larangan dengan izin, pengecualian, atau aturan peralihan",
        "prohibition with licence, exception, or transition rule",
    ),
    "N-07": ("versi: teks yang diubah, dicabut, atau diganti", "versions of one text"),
    "N-08": ("peraturan tahunan", "annual series"),
    "N-09": ("organisasi perangkat daerah", "organisation of regional offices"),
    "N-10": ("definisi lain untuk bidang lain", "another definition for another field"),
    "N-12": (
        "rujukan ke peraturan yang dicabut menurut fungsinya",
        "reference to a repealed regulation as its function demands",
    ),
    "N-15": ("rujukan umum ke peraturan perundang-undangan", "general reference to legislation"),
    "N-16": (
        "peraturan pelaksana yang induknya telah dicabut",
        "rule that outlives the act it carries out",
    ),
}

#: What a check looked at and left out, by the names of its coverage; ``{n}`` is the count.
COVERAGE: Mapping[str, tuple[str, str]] = {
    "regulations": ("peraturan di korpus", "regulations of the corpus"),
    "corpus_passages": ("ketentuan di korpus", "provisions of the corpus"),
    "draft_passages": ("ketentuan rancangan", "provisions of the draft"),
    "pairs": ("pasangan ketentuan yang mirip", "pairs of similar provisions"),
    "pairs_of_other_regions": (
        "pasangan dengan peraturan daerah lain",
        "pairs with regulations of other regions",
    ),
    "consolidated": (
        "peraturan yang dibandingkan dalam susunan setelah perubahan",
        "regulations compared as amended",
    ),
    "bygones": (
        "peraturan korpus yang tidak berlaku lagi menurut daftar bawaan, bukan naskah korpus",
        "regulations of the corpus no longer in force by the built-in register, not by a text",
    ),
    "provisions_gone": (
        "ketentuan yang sudah dihapus atau dicabut",
        "provisions that were deleted or repealed",
    ),
    "operations_unapplied": (
        "perintah perubahan yang tidak dapat diterapkan (dibandingkan sebagaimana dicetak)",
        "amending instructions that could not be applied (compared as printed)",
    ),
    "regulations_later": (
        "peraturan yang lebih muda daripada tanggal pemeriksaan",
        "regulations younger than the date of the check",
    ),
    "bases_amended": (
        "peraturan yang diubah rancangan, dibandingkan seolah-olah sudah diubah",
        "regulations that the draft amends, compared as if amended",
    ),
    "bases_absent": (
        "peraturan yang diubah rancangan tetapi tidak ada di korpus",
        "regulations that the draft amends but the corpus lacks",
    ),
    "bases_amending": (
        "peraturan perubahan yang diubah rancangan (dibandingkan sebagaimana dicetak)",
        "amending acts that the draft amends (compared as printed)",
    ),
    "unconsolidated": (
        "peraturan perubahan yang diubah lagi (dibandingkan sebagaimana dicetak)",
        "amending acts that were amended again (compared as printed)",
    ),
    "files_older": (
        "berkas korpus yang dibaca regcheck yang lebih lama (`corpus add --refresh`)",
        "files of the corpus read by an older regcheck (`corpus add --refresh`)",
    ),
    "acts_unread": (
        "peraturan perubahan yang perintahnya tidak terbaca (perubahannya tidak diterapkan)",
        "amending acts whose instructions could not be read (not applied)",
    ),
    "units_reprinted": (
        "ketentuan yang dicetak ulang rancangan tanpa perubahan",
        "provisions that the draft prints again unchanged",
    ),
    "instructions_unapplied": (
        "perintah perubahan rancangan yang tidak dapat diterapkan (lihat catatan)",
        "amending instructions of the draft that could not be applied (see notes)",
    ),
    "regulations_of_other_regions": (
        "peraturan daerah lain (wilayahnya tidak bertemu)",
        "regulations of other regions",
    ),
    "peers_gone": ("peraturan yang sudah tidak berlaku", "regulations no longer in force"),
    "peers_slight": (
        "peraturan daerah lain dengan sedikit persamaan",
        "regulations of other regions with little in common",
    ),
    "peers_further": ("model lain, kurang mirip", "further models, less alike"),
    "further_acts_in_file": (
        "peraturan lain dalam berkas yang sama",
        "further acts in the same file",
    ),
    "note": ("catatan pembacaan", "reading note"),
    "anomaly": ("kejanggalan naskah", "oddity of the document"),
}

#: The settings by their name in ``regcheck.toml``.
SETTINGS: Mapping[str, tuple[str, str]] = {
    "candidate_score": ("Skor terendah pasangan calon", "Lowest score of a candidate pair"),
    "duplicate_score": ("Skor terendah duplikasi", "Lowest score of a duplicate"),
    "noteworthy_score": ("Skor terendah yang dicatat", "Lowest score that is noted"),
    "overlap_share": ("Bagian kata yang sama terkecil", "Smallest share of common words"),
    "formula_spread": ("Sebaran klausul baku", "Spread of boilerplate"),
    "structure_floor": ("Mutu struktur terendah", "Lowest quality of the tree"),
    "reading_floor": (
        "Keyakinan pembacaan terendah untuk “pasti”",
        "Lowest confidence of reading for “certain”",
    ),
    "ocr": ("OCR", "OCR"),
    "track_changes": ("Perubahan terlacak di Word", "Tracked changes in Word"),
    "tessdata": ("Folder data Tesseract", "Folder of Tesseract's data"),
    "soffice": ("Program LibreOffice", "LibreOffice program"),
    "max_pages": ("Halaman yang dibaca, paling banyak", "Pages read, at most"),
    "max_ocr_pages": ("Halaman dengan OCR, paling banyak", "Pages by OCR, at most"),
    "max_unpacked_mb": ("Isi berkas kemasan, MB paling banyak", "Unpacked MB, at most"),
    "max_memory_mb": ("Memori untuk satu berkas, paling banyak (MB)", "Memory for one file, MB"),
    "max_seconds": ("Detik untuk satu berkas, paling lama", "Seconds for one file, at most"),
    "fail_on": ("Tingkat yang mengubah kode keluar", "Severity that changes the exit code"),
    "as_of": ("Keadaan hukum per tanggal", "State of the law on"),
}

#: The fields of an identity that people may supply.
IDENTITY: Mapping[str, tuple[str, str]] = {
    "jenis": ("jenis", "kind"),
    "wilayah": ("wilayah", "region"),
    "nomor": ("nomor", "number"),
    "tahun": ("tahun", "year"),
    "tentang": ("judul", "title"),
    "tanggal_penetapan": ("tanggal penetapan", "enacted"),
    "tanggal_pengundangan": ("tanggal pengundangan", "promulgated"),
    "id": ("id", "id"),
}

#: The counts of a corpus.
STATS: Mapping[str, tuple[str, str]] = {
    "regulations": ("peraturan", "regulations"),
    "pages": ("halaman", "pages"),
    "units": ("unit", "units"),
    "passages": ("ketentuan", "provisions"),
    "citations": ("rujukan", "citations"),
    "anomalies": ("kejanggalan naskah", "oddities of documents"),
    "quality": ("mutu teks, rata-rata", "text quality, mean"),
    "structure": ("struktur, rata-rata", "structure, mean"),
    "files": ("berkas", "files"),
    "files_older": (
        "berkas dibaca regcheck yang lebih lama (`corpus add --refresh`)",
        "files read by an older regcheck (`corpus add --refresh`)",
    ),
    "jenis": ("jenis", "kind"),
    "tahun": ("tahun", "year"),
    "wilayah": ("wilayah", "region"),
}


def name_of(table: Mapping[str, tuple[str, str]], key: str, lang: str) -> str:
    """Return the name of ``key`` in a table of pairs, or the key itself where it has none.

    >>> name_of(STATUSES, "dicabut_sebagian", "id"), name_of(CODES, "X-99", "id")
    ('dicabut sebagian', 'X-99')
    """
    return pick(table[key], lang) if key in table else key


def coverage_name(key: str, lang: str) -> str:
    """Name a count of the coverage; a name like ``anomaly:gap`` keeps its second part.

    >>> coverage_name("anomaly:nomor_ganda", "id")
    'kejanggalan naskah: nomor ganda'
    """
    kind, _, detail = key.partition(":")
    words = [name_of(COVERAGE, kind, lang), detail]
    return ": ".join(word.replace("_", " ") for word in words if word)


def count_name(key: str, lang: str) -> str:
    """Name a count of a corpus; ``tahun/2020`` keeps its second part.

    >>> count_name("tahun/2020", "en"), count_name("files/failed", "id")
    ('year: 2020', 'berkas: gagal')
    """
    kind, _, detail = key.partition("/")
    words = [name_of(STATS, kind, lang), name_of(OUTCOMES, detail, lang)]
    return ": ".join(filter(None, words))
