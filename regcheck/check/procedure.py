"""Provisions of mere procedure: what they are about stands in the title of their regulation."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from regcheck.check.words import PLAIN, content_keys, marked_key

#: Words of any licence, levy, application, meeting or report. A provision made of them alone
#: (*the licence is issued within 7 days*) speaks of the object of its own regulation.
PROCEDURE = """
pengaduan aduan usul saran masukan izin perizinan rekomendasi permohonan pemohon pemegang
persetujuan pengesahan pendaftaran daftar pajak perpajakan retribusi pungutan keberatan banding
gugatan surat keputusan ketetapan tagihan penagihan teguran peringatan tertulis lisan kelebihan
kekurangan pembayaran pengembalian bayar lunas disetor terutang utang piutang bunga denda tarif
struktur prinsip sasaran objek subjek golongan tingkat masa kas umum insentif pemungutan kinerja
anggaran pendapatan belanja penerimaan keuangan keringanan pengurangan pembebasan penghapusan
pembatalan pembetulan kedaluwarsa kadaluwarsa perhitungan dasar pokok besarnya pengenaan terbit
menerbitkan memeriksa verifikasi formulir persyaratan syarat lengkap benar sah berkas dokumen
lampiran salinan identitas tanda tangan kuasa ditunjuk alasan ditolak dikabulkan dijawab
diputuskan tenggang melampaui lewat berturut diterima diajukan disampaikan beritahu pemberitahuan
panjang perpanjangan dicabut dibekukan habis akhir mulai laporan melaporkan hasil evaluasi
pembinaan pengawasan petugas tim anggota ketua rapat sekretariat program kegiatan rencana calon
nama diumumkan pengumuman terbuka masyarakat instansi opd skpd bidang urusan fungsi tugas wewenang
pidana pelanggaran melanggar tindak bentuk jenis cara lain berhak adil layak penilaian nilai
pertimbangan memperhatikan sejenis sebab anggap dianggap biaya penyelenggara penyelenggaraan
pelaksana koordinasi kerja sama pihak ketiga skrd skrdlb skrdkb strd skpdlb skpdkb skpdkbt skpdn
sptpd stpd sspd bahasa indonesia jelas angsuran penundaan fotokopi asli setuju loket rusak baca
hilang sengketa pengadilan integrasi sinkronisasi simplifikasi indeks perkembangan perekonomian
ekonomi keuntungan peninjauan tinjau waktu sementara hari segera tambahan pembaharuan perubahan
blangko dinyatakan nyata penolakan pengisian beritahukan memberitahukan disertai mengisi bukti
susunan cukup resmi sekali jatuh tempo angsur dibetulkan membetulkan kesalahan tulis dikeluarkan
menerapkan diterapkan merupakan dihitung mengalikan memperoleh tujuan pengajuan pengiriman spdord
kemampuan aspek pengendalian kenaikan jabatan audit ditindaklanjuti
"""
PROCEDURE_KEYS = frozenset(marked_key(word).lstrip(PLAIN) for word in PROCEDURE.split())

#: A norm of its own names at least so many things beside the procedure.
MIN_SPECIFIC = 2
#: Share of subject words from which two titles are about one object.
SAME_OBJECT = 0.5

#: Words that open a title and say nothing of its subject.
OPENINGS = """
pengelolaan penyelenggaraan pelaksanaan pengaturan penataan pembinaan penetapan pemberian pedoman
petunjuk teknis tata cara ketentuan peraturan perubahan kedua ketiga keempat kelima pencabutan
"""
OPENING_KEYS = frozenset(marked_key(word).lstrip(PLAIN) for word in OPENINGS.split())


def shares_only_procedure(left: str, right: str) -> bool:
    """Tell whether two texts have nothing in common beside words of procedure.

    >>> shares_only_procedure(
    ...     "Izin diberikan paling lama 7 (tujuh) hari sejak permohonan diterima lengkap.",
    ...     "Izin diberikan paling lama 30 (tiga puluh) hari sejak permohonan diterima lengkap.",
    ... )
    True
    >>> shares_only_procedure("Setiap orang dilarang membakar jerami.", "Membakar jerami dilarang.")
    False
    """
    return len(set(specific_keys(left)) & set(specific_keys(right))) < MIN_SPECIFIC


@lru_cache(maxsize=20_000)
def specific_keys(text: str) -> tuple[str, ...]:
    """Return the keys of the words that name a thing beside the procedure."""
    return tuple(key for key in content_keys(text) if key not in PROCEDURE_KEYS)


def has_same_object(left: str, right: str) -> bool:
    """Tell whether two titles are about one object.

    >>> has_same_object("Retribusi Izin Gangguan", "Retribusi Izin Mendirikan Bangunan")
    False
    >>> has_same_object("Penyelenggaraan Reklame", "REKLAME DI JALAN")
    True
    """
    return compare_subjects(subject_keys(left), subject_keys(right)) >= SAME_OBJECT


@lru_cache(maxsize=20_000)
def subject_keys(title: str) -> frozenset[str]:
    """Return the keys of the words of a title that name its subject."""
    return frozenset(content_keys(title)) - OPENING_KEYS


def compare_subjects(left: Iterable[str], right: Iterable[str]) -> float:
    """Return the share of keys two subjects have in common, in ``[0, 1]``."""
    mine, theirs = set(left), set(right)
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0
