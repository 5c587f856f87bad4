"""Terms, numbers, annexes and contents of a draft: what the manual and the statutes rule out."""

from __future__ import annotations

from hashlib import sha256

import pytest

from regcheck.check.content import find_excesses
from regcheck.check.definition_use import find_definition_faults
from regcheck.check.drafting import find_drafting_faults
from regcheck.domain import Case, Line, Source, SourceText
from regcheck.parse import find_passages, parse_document
from regcheck.parse.norms.norms import read_norm
from regcheck.settings import Settings

HEAD = """RANCANGAN
PERATURAN {jenis} PROVINSI SAGARA RAYA
NOMOR ... TAHUN ...
TENTANG
{title}
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR SAGARA RAYA,
Menimbang : a. bahwa pasar perlu ditata;
Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;
MEMUTUSKAN:
Menetapkan : PERATURAN {jenis} TENTANG {title}.
"""
TERMS = """BAB I
KETENTUAN UMUM
Pasal 1
Dalam Peraturan Daerah ini yang dimaksud dengan:
1. Pasar Rakyat adalah tempat jual beli yang dikelola pemerintah.
2. Juru Timbang adalah petugas yang memeriksa timbangan di Pasar Rakyat.
3. {term} adalah {meaning}.
BAB II
PENGELOLAAN
Pasal 2
(1) Pasar Rakyat buka setiap hari.
(2) Timbangan diperiksa oleh Juru Timbang.
Pasal 3
{body}
"""
PENALTY = (
    "Setiap Orang yang melanggar ketentuan Pasal 2 dipidana dengan pidana kurungan paling lama"
)


def make_case(text: str, lang: str = "id", confidence: float = 1.0) -> Case:
    """Read a text as a draft, without a corpus."""
    lines = tuple(Line(line, 1, confidence=confidence) for line in text.splitlines() if line)
    digest = sha256(text.encode()).hexdigest()
    (draft, *_) = parse_document(SourceText(lines, Source("rancangan.txt", digest, 1, "uji")))
    passages = {one.key: one for one in find_passages(draft)}
    norms = {key: read_norm(one.text, one.lead) for key, one in passages.items()}
    return Case(draft, passages, (), norms, {}, {}, {}, (), lang)


def checked(text: str, as_of: str = "2026-11-25", confidence: float = 1.0) -> list[str]:
    """Return what all checks of technique and content say of a text: code and reason."""
    case, settings = make_case(text, confidence=confidence), Settings()
    found = [*find_definition_faults(case, settings), *find_drafting_faults(case, settings)]
    found += find_excesses(case, as_of)
    return [f"{one.code} {one.reason}" for one in found]


def on_terms(term: str = "Kios", meaning: str = "bangunan", body: str = "Kios disewakan.") -> str:
    """Return a draft with one more term, and a pasal of one's own."""
    head = HEAD.format(jenis="DAERAH", title="PASAR RAKYAT")
    return head + TERMS.format(term=term, meaning=meaning, body=body)


def on_rules(*rules: str, jenis: str = "DAERAH", title: str = "PASAR RAKYAT") -> str:
    """Return a draft of some rules, a pasal each."""
    pasal = "\n".join(f"Pasal {n}\n{rule}" for n, rule in enumerate(rules, 1))
    return f"{HEAD.format(jenis=jenis, title=title)}{pasal}\n"


def test_terms_in_order_are_silent() -> None:
    """A text that uses what it defines, as it defines it, has no fault."""
    assert checked(on_terms()) == []


def test_a_term_without_use() -> None:
    """A term that stands nowhere but in its own definition."""
    (found,) = checked(on_terms(term="Bongkar Muat", meaning="kegiatan menurunkan barang"))

    assert found.startswith("M-23 ")
    assert "tidak dipakai" in found
    assert "“Bongkar Muat” (Pasal 1 angka 3)" in found


@pytest.mark.parametrize(
    ("term", "body"),
    [
        ("Penyewa", "Penyewaan kios diatur oleh kepala pasar."),
        ("Retribusi Pelayanan Pasar, yang selanjutnya disingkat RPP,", "RPP dipungut setiap hari."),
        ("Pemilik/Pengelola", "Kios dirawat oleh pengelola."),
        ("Tempat Bongkar Muat Barang", "Tempat Bongkar Muat dijaga."),
        ("Kios-Kios", "Setiap kios bernomor."),
        ("Unit Pasar (UP)", "Setiap Unit Pasar bernomor."),
        ("Peta Pasar", "Letak kios tercantum dalam Lampiran yang merupakan bagian dari ini."),
    ],
)
def test_a_term_in_another_form_is_used(term: str, body: str) -> None:
    """Affixes, short forms, alternatives and plurals are uses; so may be an annex not at hand."""
    assert not [one for one in checked(on_terms(term=term, body=body)) if "tidak dipakai" in one]


def test_a_term_used_in_another_definition_only() -> None:
    """Definitions may rest on each other."""
    text = on_terms(term="Kepala Pasar", meaning="pemimpin Pasar Rakyat", body="Pasal ini kosong.")
    text = text.replace("petugas yang", "petugas Kepala Pasar yang")

    assert not [one for one in checked(text) if "tidak dipakai" in one]


def test_a_term_defined_twice() -> None:
    """The same term in one list of definitions."""
    (found,) = checked(on_terms(term="Pasar rakyat", meaning="bangunan kios"))

    assert "lebih dari satu kali: “Pasar rakyat” (Pasal 1 angka 3)" in found


def test_a_defined_term_in_small_letters() -> None:
    """Terms of several words are written as they are defined; one slip is none."""
    twice = "(1) Kios di pasar rakyat disewakan.\n(2) Kebersihan pasar rakyat dijaga."
    (found,) = checked(on_terms(body=twice))

    assert "huruf kecil: “pasar rakyat” (Pasal 3 ayat (1) dan 1 tempat lain)" in found
    assert checked(on_terms(body="Kios di pasar rakyat disewakan.")) == []


def test_an_abbreviation_that_nothing_explains() -> None:
    """Known to all, explained in brackets, or part of a name in capitals: no fault."""
    rule = "(1) Kios diperiksa oleh BPTX.\n(2) Hasilnya disimpan BPTX."
    (found,) = checked(on_terms(body=rule))

    assert "“BPTX” (Pasal 3 ayat (1) dan 1 tempat lain)" in found
    for other in ("DPRD", "PT MAJU BPTX"):
        assert checked(on_terms(body=rule.replace("BPTX", other))) == []
    explained = rule.replace("oleh BPTX", "oleh Balai Pasar Tera (BPTX)")
    assert checked(on_terms(body=explained)) == []


def test_what_was_recognised_from_a_picture_proves_nothing() -> None:
    """A misread term looks like one without use."""
    text = on_terms(term="Bongkar Muat", meaning="kegiatan menurunkan barang")

    assert checked(text, confidence=0.9) == []


@pytest.mark.parametrize(
    ("code", "words", "rule"),
    [
        ("M-26", "30 (tiga puluh lima)", "Kios dibayar paling lama 30 (tiga puluh lima) hari."),
        ("M-26", "Rp5.000.000,00 (lima ratus ribu rupiah)",
         "Sewa kios sebesar Rp5.000.000,00 (lima ratus ribu rupiah) setahun."),
        ("M-26", "1,5% (satu koma dua lima persen)",
         "Denda sebesar 1,5% (satu koma dua lima persen) sebulan."),
        ("M-27", "Rp50.000,00", "Sewa kios sebesar Rp50.000,00 sebulan."),
        ("M-28", "antara lain", "Fasilitas pasar meliputi antara lain musala dan toilet."),
        ("M-28", "namun tidak terbatas pada", "Barang meliputi namun tidak terbatas pada ikan."),
        ("M-15", "Tanpa mengurangi ketentuan", "Tanpa mengurangi ketentuan Pasal 9, kios dibuka."),
        ("M-33", "tidak ada dalam berkas", "Denah kios tercantum dalam Lampiran Peraturan ini."),
    ],
)  # fmt: skip
def test_a_rule_against_the_manual(code: str, words: str, rule: str) -> None:
    """Each fault of technique is told with what is printed."""
    (found,) = checked(on_rules("Pasar buka setiap hari.", rule))

    assert found.startswith(code)
    assert words in found


@pytest.mark.parametrize(
    "rule",
    [
        "Kios dibayar paling lama 30 (tiga puluh) hari kerja.",
        "Kios dibersihkan dalam 2 (dua) minggu.",
        "Kios ditutup selama 90 (sembilan puluh) menit.",
        "Denda diberikan setiap 3 (tiga) triwulan.",
        "Sewa kios sebesar Rp1.500.000,00 (satu juta lima ratus ribu rupiah).",
        "Sewa kios sebesar Rp. 75.000,- (tujuh puluh lima ribu rupiah).",
        "Sewa kios paling banyak Rp5 juta setahun.",
        "Masa jabatan kepala pasar selama 2 (dua) tahun 6 (enam) bulan.",
        "Sewa kios Rp. 3.000,00 Lapak Ikan Timur (tiga ribu rupiah).",
        "Luas kios 1.000 (seribu) meter persegi atau 0,1 (nol koma satu) hektare.",
        "Denda sebesar 2,5% (dua koma lima persen).",
        "Pasar buka 2 x 24 (dua kali dua puluh empat) jam.",
        "Kios sebagaimana dimaksud dalam Pasal 5 ayat (1) dibagi tanpa mengurangi luasnya.",
        "Pola kios mengikuti Lampiran Undang-Undang Nomor 23 Tahun 2014.",
        "Nomor kios ada pada Lampiran 2 Peraturan Menteri Perdagangan Nomor 5 Tahun 2010.",
    ],
)
def test_a_rule_in_order_is_silent(rule: str) -> None:
    """Units within units, amounts with words, and other uses of the same words."""
    assert checked(on_rules("Pasar buka setiap hari.", rule)) == []


def test_figures_of_an_act_before_the_manual() -> None:
    """Acts older than the rule that demands words in brackets are left alone."""
    text = on_rules("Pasar buka setiap hari.", "Sewa kios sebesar Rp50.000,00 sebulan.")
    enacted = text.replace("RANCANGAN\n", "").replace("... TAHUN ...", "4 TAHUN 2015")

    assert checked(enacted) == []


def test_an_annex_that_nothing_names() -> None:
    """The other way round: an annex without a reference."""
    text = on_rules("Pasar buka setiap hari.", "Kios disewakan.")
    annex = "LAMPIRAN\nPERATURAN DAERAH PROVINSI SAGARA RAYA\nDAFTAR KIOS\nKios depan\n"

    assert [
        one for one in checked(text + annex) if one.startswith("M-33") and "tidak dirujuk" in one
    ]


@pytest.mark.parametrize(
    "rules",
    [
        ("Pasar buka setiap hari.", f"{PENALTY} 3 (tiga) bulan."),
        ("Pasar buka setiap hari.", "Pedagang yang menipu diancam pidana denda Rp1.000.000,00 "
         "(satu juta rupiah)."),
    ],
)  # fmt: skip
def test_a_pergub_that_punishes(rules: tuple[str, ...]) -> None:
    """Criminal law stands in statutes and Perda only."""
    (found,) = checked(on_rules(*rules, jenis="GUBERNUR"))

    assert found.startswith("K-10 ")
    assert "hanya boleh dimuat dalam undang-undang dan peraturan daerah" in found


def test_a_pergub_with_a_chapter_on_investigation() -> None:
    """The heading of the chapter is enough."""
    text = on_rules("Pasar buka.", jenis="GUBERNUR")
    text += "BAB II\nKETENTUAN PENYIDIKAN\nPasal 2\nPenyidik memeriksa pedagang.\n"

    (found,) = checked(text)

    assert "KETENTUAN PENYIDIKAN" in found


@pytest.mark.parametrize(
    "rule",
    [
        "Kepala pasar tidak pernah dipidana penjara karena kejahatan.",
        "Pedagang diberhentikan karena tindak pidana yang diancam dengan pidana penjara 5 (lima) "
        "tahun.",
        "Pelanggaran dipidana dengan pidana denda sesuai dengan ketentuan peraturan "
        "perundang-undangan.",
        "Pelanggar Pasal 4 Peraturan Daerah Nomor 5 Tahun 2017 dipidana dengan pidana denda.",
        "Pelanggar dikenai denda administratif paling banyak Rp500.000,00 (lima ratus ribu "
        "rupiah).",
    ],
)
def test_a_pergub_that_speaks_of_penalties(rule: str) -> None:
    """A condition, the penalty of another act, or an administrative one is no criminal law."""
    assert checked(on_rules("Pasar buka setiap hari.", rule, jenis="GUBERNUR")) == []


@pytest.mark.parametrize(
    ("as_of", "penalty", "words"),
    [
        ("2024-05-01", "3 (tiga) bulan.", ""),
        ("2024-05-01", "1 (satu) tahun.", "1 (satu) tahun, di atas batas umum"),
        ("2024-05-01", "3 (tiga) bulan atau pidana denda paling banyak Rp75.000.000,00 (tujuh "
         "puluh lima juta rupiah).", "di atas batas umum"),
        ("2026-05-01", "3 (tiga) bulan.", "sejak 2 Januari 2026 diganti"),
        ("2010-05-01", "1 (satu) tahun.", ""),
    ],
)  # fmt: skip
def test_the_ceiling_of_a_perda_has_a_date(as_of: str, penalty: str, words: str) -> None:
    """Six months or fifty million rupiah; from 2026 no custody at all."""
    found = checked(on_rules("Pasar buka.", f"{PENALTY} {penalty}"), as_of)

    assert len(found) == bool(words)
    assert all(words in one for one in found)


def test_prison_in_a_perda() -> None:
    """Never, unless a statute provides it, as those on taxes do."""
    rule = f"{PENALTY} 3 (tiga) bulan.".replace("kurungan", "penjara")

    (found,) = checked(on_rules("Pasar buka.", rule), "2024-05-01")
    assert "pidana penjara" in found
    assert checked(on_rules("Pasar buka.", rule, title="PAJAK DAERAH"), "2024-05-01") == []


def test_a_tax_above_its_cap() -> None:
    """UU 1/2022 caps the rates of provincial taxes."""
    rate = "Tarif Pajak Bahan Bakar Kendaraan Bermotor ditetapkan sebesar {} persen)."
    over, within = rate.format("12% (dua belas"), rate.format("7,5% (tujuh koma lima")

    (found,) = checked(on_rules("Pajak dipungut.", over, title="PAJAK DAERAH"))
    assert "tarif 12% (dua belas persen), di atas batas 10%" in found
    assert checked(on_rules("Pajak dipungut.", within, title="PAJAK DAERAH")) == []
    assert checked(on_rules("Pajak dipungut.", over, title="PAJAK DAERAH"), "2020-01-01") == []


def test_a_rule_for_the_past() -> None:
    """The closing clause says so; a rule that it must not hold for the past is none."""
    backward = "Peraturan Gubernur ini mulai berlaku surut sejak tanggal 1 Januari 2020."
    forward = "Peraturan Gubernur ini tidak berlaku surut."

    (found,) = checked(on_rules("Pasar buka.", backward, jenis="GUBERNUR"))
    assert found.startswith("K-13 ")
    assert checked(on_rules("Pasar buka.", forward, jenis="GUBERNUR")) == []


def test_the_rows_are_worded_in_english_too() -> None:
    """The same faults, the same fingerprints."""
    text = on_rules("Pasar buka.", f"{PENALTY} 3 (tiga) bulan.", "Sewa Rp5.000,00 sebulan.")
    ours, theirs = (
        [*find_drafting_faults(case, Settings()), *find_excesses(case, "2026-05-01")]
        for case in (make_case(text), make_case(text, lang="en"))
    )

    assert [one.fingerprint for one in ours] == [one.fingerprint for one in theirs]
    assert all(one.reason != two.reason for one, two in zip(ours, theirs, strict=True))


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("Tarif Pajak Air Permukaan ditetapkan sebesar 9% (sembilan persen).", True),
        ("Tarif Pajak Air Permukaan ditetapkan sebesar 9% (sembilan persen) sebagaimana diatur "
         "dalam Peraturan Daerah.", False),
        ("Tarif sewa kios ditetapkan sebesar 9% (sembilan persen) dari nilai tanah.", False),
        ("Denda sebesar 2% (dua persen) dari pajak terutang.", False),
    ],
)  # fmt: skip
def test_a_rate_that_a_pergub_sets(rule: str, found: bool) -> None:
    """Rates of taxes are the Perda's (UU 1/2022 Pasal 94)."""
    said = checked(on_rules("Pasar buka setiap hari.", rule, jenis="GUBERNUR"))

    assert any(one.startswith("K-10 ") and "tarif pajak" in one for one in said) == found


def test_a_pergub_on_those_who_were_punished() -> None:
    """Who was sent to prison by a court loses his post: that punishes nobody."""
    rule = "Anggota panitia diberhentikan karena: a. meninggal; atau b. dipidana penjara "
    rules = ("Pasar buka setiap hari.", f"{rule}berdasarkan putusan pengadilan.")

    assert checked(on_rules(*rules, jenis="GUBERNUR")) == []
