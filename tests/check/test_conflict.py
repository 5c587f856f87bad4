"""Conflicts of modality, amount and time limit: found on one thing, silent on two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from regcheck.check.conflict import find_conflicts
from regcheck.domain import Finding
from regcheck.parse.norms import read_norm
from regcheck.settings import Settings

if TYPE_CHECKING:
    from conftest import CaseBuilder as Builder

DRAFT = "perda/sagara-raya/2026/9"
OTHER = "perda/sagara-raya/2018/3"
NATIONAL = "pp/2015/40"

CONFLICTS = [
    (
        "K-02",
        "Pengelola terminal dapat memungut biaya parkir dari pengemudi angkutan desa.",
        "Pengelola terminal dilarang memungut biaya parkir dari pengemudi angkutan desa.",
    ),
    (
        "K-02",
        "Pedagang kaki lima dapat mendirikan tenda di atas trotoar pada sore hari.",
        "Setiap Orang dilarang mendirikan tenda, kios, atau lapak di atas trotoar.",
    ),
    (
        "K-02",
        "Nelayan boleh menangkap ikan dengan pukat hela di perairan teluk.",
        "Setiap orang tidak boleh menangkap ikan dengan pukat hela di perairan teluk.",
    ),
    (
        "K-02",
        "Pelaku Usaha wajib memasang papan nama di pagar sekolah.",
        "Setiap Orang dilarang: a. menebang pohon peneduh; b. memasang papan nama di pagar "
        "sekolah; dan c. mengecat trotoar.",
    ),
    (
        "K-02",
        "Bahan peledak dapat digunakan untuk penangkapan ikan karang.",
        "Setiap orang dilarang menggunakan bahan peledak untuk penangkapan ikan karang.",
    ),
    (
        "K-02",
        "Pemilik kapal tidak wajib mendaftarkan alat tangkap kepada pelabuhan perikanan.",
        "Pemilik kapal wajib mendaftarkan alat tangkap kepada pelabuhan perikanan.",
    ),
    (
        "K-02",
        "Peternak dapat melepaskan ternak di jalur hijau.",
        "Setiap Orang dilarang melepaskan ternak di jalur hijau, lapangan, atau taman.",
    ),
    (
        "K-03",
        "Kandang ayam dibangun paling dekat 100 (seratus) meter dari permukiman.",
        "Kandang ayam dibangun paling dekat 500 (lima ratus) meter dari permukiman.",
    ),
    (
        "K-03",
        "Tarif parkir bus pariwisata ditetapkan sebesar Rp25.000,00 (dua puluh lima ribu rupiah).",
        "Tarif retribusi parkir bus pariwisata sebesar Rp15.000,00 (lima belas ribu rupiah).",
    ),
    (
        "K-03",
        "Tarif pajak sarang walet sebesar 12% (dua belas persen).",
        "Tarif pajak sarang walet ditetapkan paling tinggi 10% (sepuluh persen).",
    ),
    (
        "K-03",
        "Bantuan perahu diberikan paling banyak 2 (dua) unit untuk setiap kelompok nelayan.",
        "Bantuan perahu diberikan paling banyak 5 (lima) unit untuk setiap kelompok nelayan.",
    ),
    (
        "K-03",
        "Kepala desa adat berusia paling rendah 25 (dua puluh lima) tahun.",
        "Kepala desa adat berusia paling rendah 30 (tiga puluh) tahun.",
    ),
    (
        "K-04",
        "Izin usaha tambak diterbitkan oleh Dinas paling lama 20 (dua puluh) hari.",
        "Dinas menerbitkan izin usaha tambak paling lama 10 (sepuluh) hari kerja.",
    ),
    (
        "K-04",
        "Pengelola pasar mengangkut sampah sayuran paling lambat 2 x 24 jam.",
        "Pengelola pasar mengangkut sampah sayuran paling lambat 12 (dua belas) jam.",
    ),
    (
        "K-04",
        "Hak guna lapak berlaku selama 3 (tiga) tahun.",
        "Hak guna lapak berlaku selama 5 (lima) tahun.",
    ),
    (
        "K-04",
        "Rumah sakit menyimpan rekam medis paling singkat sepuluh tahun.",
        "Rumah Sakit menyimpan rekam medis paling singkat 25 (dua puluh lima) tahun.",
    ),
]

SILENT = [
    # The same pattern about another object.
    (
        "Dinas menerbitkan izin tambak paling lama 14 (empat belas) hari kerja.",
        "Dinas menerbitkan izin perahu wisata paling lama 7 (tujuh) hari kerja.",
    ),
    (
        "Tarif sewa kios pasar sebesar Rp50.000,00 (lima puluh ribu rupiah).",
        "Tarif sewa gedung olahraga sebesar Rp900.000,00 (sembilan ratus ribu rupiah).",
    ),
    (
        "Kandang ayam dibangun paling dekat 100 (seratus) meter dari permukiman.",
        "Kandang babi dibangun paling dekat 500 (lima ratus) meter dari permukiman.",
    ),
    (
        "Pemilik kapal mendaftarkan alat tangkap paling lama 30 (tiga puluh) hari.",
        "Pemilik becak mendaftarkan kendaraan paling lama 10 (sepuluh) hari.",
    ),
    (
        "Permohonan diperiksa paling lama 5 (lima) hari kerja sejak diterima.",
        "Permohonan diperiksa paling lama 3 (tiga) hari kerja sejak diterima.",
    ),
    (
        "Permohonan sebagaimana dimaksud pada ayat (1) diperiksa paling lama 5 (lima) hari.",
        "Permohonan sebagaimana dimaksud pada ayat (2) diperiksa paling lama 3 (tiga) hari.",
    ),
    # A narrower case, another place, a measure.
    (
        "Tarif parkir bus pariwisata antarprovinsi sebesar Rp25.000,00.",
        "Tarif parkir bus pariwisata sebesar Rp15.000,00.",
    ),
    (
        "Pedagang dapat mendirikan tenda di lapangan kecamatan.",
        "Setiap Orang dilarang mendirikan tenda di atas trotoar.",
    ),
    (
        "Setiap Orang dapat memasang spanduk di jalan provinsi.",
        "Setiap Orang dilarang memasang spanduk di jalan provinsi dalam jarak kurang dari "
        "50 (lima puluh) meter dari persimpangan.",
    ),
    # Ban and licence, exception, officials at work.
    (
        "Nelayan dapat menangkap ikan di zona inti dengan izin Gubernur.",
        "Setiap Orang dilarang menangkap ikan di zona inti.",
    ),
    (
        "Nelayan dapat menangkap ikan di zona inti.",
        "Setiap Orang dilarang menangkap ikan di zona inti tanpa izin Gubernur.",
    ),
    (
        "Pedagang dapat berjualan di taman kota pada hari libur.",
        "Setiap Orang dilarang berjualan di taman kota, kecuali pada hari libur.",
    ),
    (
        "Petugas dapat memasuki gudang bahan bakar.",
        "Setiap Orang dilarang memasuki gudang bahan bakar.",
    ),
    # No contradiction: drift, form, room between two limits.
    (
        "Pemilik kapal wajib mendaftarkan alat tangkap kepada pelabuhan perikanan.",
        "Pemilik kapal harus mendaftarkan alat tangkap kepada pelabuhan perikanan.",
    ),
    (
        "Kepala pelabuhan memeriksa alat tangkap paling lama tiga puluh hari.",
        "Kepala pelabuhan memeriksa alat tangkap paling lambat 30 (tiga puluh) hari.",
    ),
    (
        "Hak guna lapak berlaku selama 24 (dua puluh empat) bulan.",
        "Hak guna lapak berlaku selama 2 (dua) tahun.",
    ),
    (
        "Kelompok nelayan beranggotakan paling sedikit 10 (sepuluh) orang.",
        "Kelompok nelayan beranggotakan paling banyak 25 (dua puluh lima) orang.",
    ),
    (
        "Pajak sarang walet ditetapkan sebesar 8% (delapan persen).",
        "Pajak sarang walet ditetapkan paling tinggi 10% (sepuluh persen).",
    ),
    # A description of what is not done is a ban as well.
    (
        "Perusahaan tidak membentuk cadangan rahasia.",
        "Perusahaan dilarang membentuk cadangan rahasia.",
    ),
]


def conflicts(builder: Builder, left: str, right: str, id_: str = OTHER) -> tuple[Finding, ...]:
    """Return the conflicts of a draft provision with one provision of another regulation."""
    for key, text in ((f"{DRAFT}#pasal-4", left), (f"{id_}#pasal-9", right)):
        builder.add(key, text, read_norm(text))
    return find_conflicts(builder.build(), Settings())


@pytest.mark.parametrize(("code", "left", "right"), CONFLICTS)
def test_two_norms_on_one_thing_that_cannot_both_be_followed(
    builder: Builder, code: str, left: str, right: str
) -> None:
    """A contradiction is found under its code, whichever side is the draft."""
    assert [finding.code for finding in conflicts(builder, left, right)] == [code]
    assert [finding.code for finding in conflicts(builder, right, left)] == [code]


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_two_norms_that_only_look_alike(builder: Builder, left: str, right: str) -> None:
    """Another object, a narrower case, a licence, an exception or another form is no conflict."""
    assert conflicts(builder, left, right) == ()
    assert conflicts(builder, right, left) == ()
