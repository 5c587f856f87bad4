"""A hand-made result of a check, with one finding of each shape, for the reports to lay out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regcheck.domain import (
    Amendment,
    Anomaly,
    Certainty,
    CheckResult,
    Citation,
    Coverage,
    Definition,
    Finding,
    Identity,
    Kind,
    Line,
    Quote,
    Regulation,
    Role,
    Severity,
    Source,
    SourceText,
    Span,
    Suppressed,
    Unit,
)

DRAFT = "tanpa-identitas/0f1e2d3c4b5a"
IRIGASI = "perda/nusa-kencana/2016/1"
PRINTED = (
    ("Pasal 7", 3),
    ("(1) Petugas mengangkat sampah yang tersangkut di pintu air paling", 3),
    ("lama 7 (tujuh) hari sejak laporan diterima.", 3),
    ("(2) Ketentuan sebagaimana dimaksud dalam Pasal 41 ayat (4) berlaku.", 4),
)


def make_source(name: str = "ranperda-sampah.pdf") -> SourceText:
    """Return the text of the draft."""
    return SourceText(
        lines=tuple(Line(text, page) for text, page in PRINTED),
        source=Source(f"rancangan/{name}", "ab" * 32, 6, "pdf 1.0"),
        notes=(Anomaly("furniture", "2 baris kop halaman dibuang", "2 page heads dropped"),),
        quality=0.98,
    )


def make_draft(source: SourceText) -> Regulation:
    """Return the draft: one pasal of two ayat, a citation of each kind, a definition."""
    text = source.text
    end, second = len(text), text.index("(2)")
    keys = [f"{DRAFT}#pasal-7", f"{DRAFT}#pasal-7/ayat-1", f"{DRAFT}#pasal-7/ayat-2"]
    cited = Span(text.index("Pasal 41"), text.index(" berlaku"))
    return Regulation(
        id=DRAFT,
        identity=Identity(
            jenis="perda", wilayah="nusa-kencana", tentang="PENGELOLAAN SAMPAH", draft=True
        ),
        source_text=source,
        units=(
            Unit(keys[0], Kind.PASAL, "7", "", Span(0, end), "", 3),
            Unit(keys[1], Kind.AYAT, "1", "", Span(8, second), keys[0], 3),
            Unit(keys[2], Kind.AYAT, "2", "", Span(second, end), keys[0], 4),
        ),
        citations=(
            Citation(cited, keys[2], Role.MERUJUK, f"{DRAFT}#pasal-41/ayat-4"),
            Citation(cited, keys[2], Role.DASAR_HUKUM, "uu/2011/12"),
            Citation(cited, keys[2], Role.MERUJUK, None, (IRIGASI, "uu/2011/12"), "dua calon"),
        ),
        definitions=(Definition(keys[1], "Petugas", "", Span(12, 19)),),
        amendments=(Amendment("replace", f"{IRIGASI}#pasal-6", "6", (keys[1],), Span(0, 7)),),
        anomalies=(Anomaly("ayat-gap", "ayat (3) hilang", "ayat (3) is missing", 4, keys[0]),),
        structure=0.9,
    )


def make_findings() -> tuple[Finding, ...]:
    """Return a conflict, a duplicate that is long, a dead reference and a whole-draft finding."""
    long = "Setiap penyelenggara acara wajib menyediakan tempat sampah terpilah di lokasi acara "
    return (
        Finding(
            "1111111111111111", "T-01", Severity.SEDANG, Certainty.INDIKASI, 0.97,
            Quote(f"{DRAFT}#pasal-9", long * 10 + "dan melapor.", 5),
            Quote("pergub/nusa-kencana/2021/3#pasal-8/ayat-1", long * 10 + "dan bersih.", 1),
            "setingkat", "Terindikasi duplikasi pengaturan.", "Lampiran II angka 215",
            "Hapus dan rujuk ketentuan pembanding", 0.99,
        ),
        Finding(
            "2222222222222222", "K-04", Severity.TINGGI, Certainty.INDIKASI, 0.82,
            Quote(
                f"{DRAFT}#pasal-7/ayat-1",
                "Petugas mengangkat sampah yang tersangkut di pintu air paling lama 7 (tujuh) hari "
                "sejak laporan diterima.",
                3,
            ),
            Quote(
                f"{IRIGASI}#pasal-6",
                "Sampah yang tersangkut di pintu air harus diangkat paling lama 3 (tiga) hari "
                "sejak laporan diterima oleh petugas.",
                2,
            ),
            "setingkat",
            "Berpotensi bertentangan dengan Pasal 6: 7 hari di sini, 3 hari di sana.",
            "UU 12/2011 Lampiran II angka 256",
            "Ubah: sesuaikan dengan ketentuan pembanding", 0.77,
        ),
        Finding(
            "3333333333333333", "R-03", Severity.TINGGI, Certainty.PASTI, 1.0,
            Quote(f"{DRAFT}#pasal-7/ayat-2", "Ketentuan Pasal 41 ayat (4) <b>berlaku</b>.", 4),
            None, "", "Ketentuan yang dirujuk tidak ditemukan: Pasal 41 ayat (4).",
            "Lampiran II angka 270", "Betulkan nomor yang dirujuk",
        ),
        Finding(
            "4444444444444444", "T-06", Severity.SEDANG, Certainty.INDIKASI, 0.7,
            Quote(DRAFT, "PENGELOLAAN SAMPAH", 1), Quote("perda/nusa-kencana/2012/3", "", 0),
            "setingkat", "Terindikasi mengatur kembali tanpa pencabutan.",
            "Lampiran II angka 143", "Tambahkan pencabutan",
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def draft() -> Regulation:
    """The draft under review."""
    return make_draft(make_source())


@pytest.fixture(scope="session")
def result(draft: Regulation) -> CheckResult:
    """A check with findings of every shape."""
    return CheckResult(
        draft=draft,
        findings=make_findings(),
        suppressed=(
            Suppressed("N-03", f"{DRAFT}#pasal-17", f"{IRIGASI}#pasal-20", 1.0),
            Suppressed("N-03", f"{DRAFT}#pasal-16", f"{IRIGASI}#pasal-19", 0.91),
            Suppressed("N-01", f"{DRAFT}#pasal-1/angka-2", f"{IRIGASI}#pasal-1/angka-2", 1.0),
        ),
        coverage=Coverage(
            {"regulations": 17, "draft_passages": 24, "corpus_passages": 1290, "pairs": 61},
            {"regulations_of_other_regions": 1, "anomaly:ayat-gap": 1},
        ),
        corpus={
            "path": "korpus.sqlite",
            "digest": "0123abcd",
            "regulations": 18,
            "counterparts": {
                IRIGASI: {
                    "tentang": "IRIGASI",
                    "status": "berlaku",
                    "quality": {"text": 0.71, "structure": 0.55},
                }
            },
        },
        settings={
            "corpus": "korpus.sqlite",
            "lang": "id",
            "candidate_score": 0.3,
            "fail_on": "tinggi",
            "as_of": "2026-01-31",
        },
    )


@pytest.fixture(scope="session")
def silent(result: CheckResult) -> CheckResult:
    """A check of the same draft that found nothing."""
    return replace(result, findings=(), suppressed=())
