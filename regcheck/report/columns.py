"""The columns of the tables that people open in a spreadsheet, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping

#: The columns of the table that clerks fill in, as ``regcheck corpus add --meta`` reads it.
IDENTITY_COLUMNS: Mapping[str, tuple[str, str]] = {
    "berkas": ("berkas", "file"),
    "jenis": ("jenis", "kind"),
    "wilayah": ("wilayah", "region"),
    "nomor": ("nomor", "number"),
    "tahun": ("tahun", "year"),
    "tentang": ("tentang", "title"),
    "tanggal_penetapan": ("tanggal_penetapan", "enacted"),
    "tanggal_pengundangan": ("tanggal_pengundangan", "promulgated"),
    "id": ("id", "id"),
    "keterangan": ("keterangan", "remark"),
}

#: The columns of the summary of a scan.
SUMMARY_COLUMNS: Mapping[str, tuple[str, str]] = {
    "file": ("Berkas", "File"),
    "id": ("Id", "Id"),
    "title": ("Judul", "Title"),
    "outcome": ("Hasil", "Outcome"),
    "pages": ("Halaman", "Pages"),
    "total": ("Jumlah temuan", "Findings"),
    "report": ("Laporan", "Report"),
    "message": ("Keterangan", "Remark"),
}

#: The columns of the matrix of findings, in the order of the reports that analysts write.
MATRIX_COLUMNS: tuple[tuple[str, str], ...] = (
    ("No", "No"),
    ("Rancangan / Peraturan", "Draft / Regulation"),
    ("Ketentuan", "Provision"),
    ("Bunyi Ketentuan", "Text"),
    ("Halaman", "Page"),
    ("Peraturan Pembanding", "Other Regulation"),
    ("Ketentuan Pembanding", "Other Provision"),
    ("Bunyi Ketentuan Pembanding", "Other Text"),
    ("Halaman Pembanding", "Other Page"),
    ("Status Pembanding", "Status of the Other"),
    ("Hubungan", "Relation"),
    ("Jenis Temuan", "Kind of Finding"),
    ("Uraian / Analisis", "Analysis"),
    ("Dasar Penilaian", "Basis"),
    ("Tingkat", "Severity"),
    ("Pasti / Indikasi", "Certain / Indication"),
    ("Keyakinan", "Confidence"),
    ("Rekomendasi", "Recommendation"),
    ("Catatan Penelaah", "Reviewer's Note"),
    ("Status Tindak Lanjut", "Follow-up"),
    ("Sidik Temuan", "Fingerprint"),
)
FOLLOW_UP = ("Baru", "New")
