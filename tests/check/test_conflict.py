"""Conflicts of modality, amount and time limit: found on one thing, silent on two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from regcheck.check.conflict import find_conflicts, find_formula_conflicts
from regcheck.domain import Finding, Suppressed
from regcheck.parse.norms.norms import read_norm
from regcheck.settings import Settings

if TYPE_CHECKING:
    from tests.check.conftest import CaseBuilder as Builder

DRAFT = "perda/sagara-raya/2026/9"
OTHER = "perda/sagara-raya/2018/3"
NATIONAL = "pp/2015/40"

CONFLICTS = [
    (
        "K-03",
        "Pengurus pasar diberi tunjangan: a. ketua sebesar 5 % (lima per seratus) dari tunjangan "
        "pokok; b. juru tagih sebesar 7,5 % (tujuh koma lima per seratus) dari tunjangan pokok.",
        "Pengurus pasar diberi tunjangan: a. ketua sebesar 7,5 % (tujuh koma lima per seratus) "
        "dari tunjangan pokok; b. juru tagih sebesar 5 % (lima per seratus) dari tunjangan pokok.",
    ),
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

CONFLICTS += [
    (
        "K-02",
        "Jalan provinsi dapat digunakan sebagai tempat penjemuran hasil panen.",
        "Selain untuk lalu lintas, jalan provinsi dilarang digunakan untuk kegiatan apa pun, "
        "termasuk penjemuran hasil panen.",
    ),
]

SILENT = [
    # A right under a condition that is no want of means, a right of others.
    (
        "Penyandang disabilitas dapat memperoleh alat bantu dengar jika terdaftar di kelurahan.",
        "Penyandang disabilitas berhak memperoleh alat bantu dengar.",
    ),
    (
        "Penyandang disabilitas dapat memperoleh kursi roda jika anggaran tersedia.",
        "Lanjut usia berhak memperoleh alat bantu dengar.",
    ),
    # Whose road it is, and what is allowed beside what is forbidden.
    (
        "Jalan desa dapat digunakan untuk menjemur hasil panen.",
        "Jalan provinsi dilarang digunakan untuk menjemur hasil panen.",
    ),
    (
        "Jalan provinsi dapat digunakan untuk lalu lintas ternak.",
        "Selain untuk lalu lintas ternak, jalan provinsi dilarang digunakan oleh peternak.",
    ),
    (
        "Air limbah yang telah memenuhi baku mutu dapat dialirkan ke sungai.",
        "Pabrik dilarang mengalirkan air limbah yang belum memenuhi baku mutu ke sungai.",
    ),
    # Two lists that agree, item by item.
    (
        "Pengurus yang duduk dalam panitia pasar diberikan tunjangan sebagai berikut : a. Ketua "
        "sebesar 7,5 % (tujuh koma lima per seratus) dari tunjangan jabatan Ketua Dewan; b. Wakil "
        "Ketua sebesar 5 % (lima per seratus) dari tunjangan jabatan Ketua Dewan.",
        "Pengurus yang duduk dalam panitia pasar diberikan tunjangan sebagai berikut : a. Ketua "
        "sebesar 7,5% (tujuh setengah perseratus) dari tunjangan jabatan Ketua Dewan; b. Wakil "
        "Ketua sebesar 5% (lima perseratus) dari tunjangan jabatan Ketua Dewan.",
    ),
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
    # One offence by neglect, another on purpose.
    (
        "Setiap orang yang karena kelalaiannya merusak rambu pelayaran dipidana dengan kurungan "
        "paling lama 1 (satu) bulan.",
        "Setiap orang yang dengan sengaja merusak rambu pelayaran dipidana dengan kurungan "
        "paling lama 6 (enam) bulan.",
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


def test_the_reason_names_what_differs(builder: Builder) -> None:
    """A lawyer reads the other provision and both numbers, in figures, in one sentence."""
    (finding,) = conflicts(
        builder,
        "Dinas menerbitkan izin tambak paling lama 14 (empat belas) hari kerja.",
        "Dinas menerbitkan izin tambak paling lama 7 (tujuh) hari kerja.",
    )

    assert finding.reason == (
        "Berpotensi bertentangan dengan Pasal 9 Perda Provinsi Sagara Raya Nomor 3 Tahun 2018: "
        "14 hari kerja di rancangan, 7 hari kerja di pembanding."
    )


def test_the_reason_names_the_act(builder: Builder) -> None:
    """For a conflict of modality both words and the act are quoted."""
    (finding,) = conflicts(
        builder,
        "Peternak dapat melepaskan ternak di jalur hijau.",
        "Setiap Orang dilarang melepaskan ternak di jalur hijau.",
    )

    assert finding.reason.endswith(
        "dapat di rancangan, dilarang di pembanding, untuk perbuatan yang sama: melepaskan ternak."
    )


def test_the_reason_in_english(builder: Builder) -> None:
    """With ``--lang en`` the sentence is English; quotations stay as printed."""
    for key, years in ((f"{DRAFT}#pasal-4", "3 (tiga)"), (f"{OTHER}#pasal-9", "5 (lima)")):
        text = f"Hak guna lapak berlaku selama {years} tahun."
        builder.add(key, text, read_norm(text))

    (finding,) = find_conflicts(replace(builder.build(), lang="en"), Settings())

    assert finding.reason.endswith("3 tahun in the draft, 5 tahun in the other provision.")


@pytest.mark.parametrize(
    ("own", "national", "found"),
    [
        ("paling tinggi 8% (delapan persen)", "paling tinggi 10% (sepuluh persen)", 0),
        ("paling tinggi 12% (dua belas persen)", "paling tinggi 10% (sepuluh persen)", 1),
        ("paling rendah 5% (lima persen)", "paling rendah 3% (tiga persen)", 0),
        ("paling rendah 2% (dua persen)", "paling rendah 3% (tiga persen)", 1),
    ],
)
def test_a_region_may_be_stricter_than_a_national_rule(
    builder: Builder, own: str, national: str, found: int
) -> None:
    """Within a national ceiling or above a national floor there is room (N-04)."""
    texts = [f"Tarif pajak sarang walet ditetapkan {limit}." for limit in (own, national)]
    builder.add(f"{NATIONAL}#pasal-9", texts[1], read_norm(texts[1]))
    builder.relate(NATIONAL, level="lebih tinggi")

    builder.add(f"{DRAFT}#pasal-4", texts[0], read_norm(texts[0]))

    assert len(find_conflicts(builder.build(), Settings())) == found


def test_pointing_statements_count_within_one_matter(builder: Builder) -> None:
    """*Izin sebagaimana dimaksud* is comparable only between regulations on one matter."""
    left = "Izin sebagaimana dimaksud pada ayat (1) berlaku selama 3 (tiga) tahun."
    right = "Izin sebagaimana dimaksud pada ayat (1) berlaku selama 5 (lima) tahun."

    assert conflicts(builder, left, right) == ()

    builder.register(OTHER, "Terminal Barang")
    found = conflicts(builder, left, right)

    assert [finding.code for finding in found] == ["K-04"]
    assert found[0].confidence < 0.8


PERIOD = "Nakhoda wajib menyerahkan buku pelaut paling lama {} hari setelah berlabuh."


@pytest.mark.parametrize(
    ("level", "title", "count"),
    [
        ("setingkat", "Kapal Nelayan", 0),
        ("setingkat", "Buku Pelaut", 1),
        ("lebih tinggi", "Kapal Nelayan", 0),
        ("lebih rendah", "Buku Pelaut", 0),
    ],
)
def test_national_acts_meet_where_the_matter_is_named(
    builder: Builder, level: str, title: str, count: int
) -> None:
    """The course of a procedure is one pattern for many bodies; a lower act gives way."""
    draft, other = "pp/2026/4", "pp/2012/8"
    identity = replace(builder.draft.identity, jenis="pp", wilayah="", tentang="Juru Sita")
    builder.draft = replace(builder.draft, id=draft, identity=identity)
    for key, days in ((f"{draft}#pasal-4", "7 (tujuh)"), (f"{other}#pasal-9", "30 (tiga puluh)")):
        builder.add(key, PERIOD.format(days), read_norm(PERIOD.format(days)))
    builder.register(other, title)
    builder.relate(other, level=level)

    assert len(find_conflicts(builder.build(), Settings())) == count


def test_limits_in_a_formula_of_one_matter_are_compared(builder: Builder) -> None:
    """When a levy is due is said in a formula; two acts on one levy must name one day."""
    due = "Retribusi kios dibayar paling lambat {} hari sejak surat ketetapan diterima."
    identity = replace(builder.draft.identity, tentang="Retribusi Kios")
    builder.draft = replace(builder.draft, identity=identity)
    for key, days in ((f"{DRAFT}#pasal-4", "7 (tujuh)"), (f"{OTHER}#pasal-9", "15 (lima belas)")):
        builder.add(key, due.format(days), read_norm(due.format(days)))
    aside = (Suppressed("N-03", f"{DRAFT}#pasal-4", f"{OTHER}#pasal-9", 0.9),)

    builder.register(OTHER, "Tata Cara Retribusi Kios")
    found = list(find_formula_conflicts(builder.build(), aside))
    assert [one.code for one in found] == ["K-04"]

    builder.register(OTHER, "Retribusi Terminal")
    assert list(find_formula_conflicts(builder.build(), aside)) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Penyandang disabilitas dapat memperoleh alat bantu dengar jika anggaran tersedia.",
            "Penyandang disabilitas berhak memperoleh alat bantu dengar.",
        ),
        (
            "Sesuai dengan kemampuan keuangan daerah, lanjut usia dapat menerima makanan gratis.",
            "Lanjut usia berhak menerima makanan gratis.",
        ),
    ],
)
def test_a_right_that_the_draft_makes_depend_on_means(
    builder: Builder, left: str, right: str
) -> None:
    """What another rule gives as a right; a draft that gives more reduces nothing."""
    assert [one.code for one in conflicts(builder, left, right)] == ["K-09"]
    assert conflicts(builder, right, left) == ()
