"""Small corpora for the comparison tests."""

from __future__ import annotations

import pytest

from regcheck.domain import Kind, Passage

MARKET = "perda/kab-muara-laut/2018/4"
WASTE = "perda/kab-muara-laut/2019/7"
PARKING = "perbup/kab-muara-laut/2020/11"
FORMULA = "Ketentuan lebih lanjut mengenai tata cara {} diatur dengan Peraturan Bupati."


def passage(regulation: str, place: str, text: str, lead: str = "") -> Passage:
    """Return an ayat."""
    return Passage(f"{regulation}#{place}", Kind.AYAT, text, 1, lead)


@pytest.fixture
def corpus() -> list[Passage]:
    """Return passages of three regulations that share a formula."""
    return [
        passage(MARKET, "pasal-3/ayat-1", "Setiap pedagang wajib memiliki surat izin kios pasar."),
        passage(MARKET, "pasal-3/ayat-2", "Surat izin kios pasar berlaku selama 3 (tiga) tahun."),
        passage(MARKET, "pasal-9", FORMULA.format("penataan kios pasar")),
        passage(WASTE, "pasal-2", "Setiap orang dilarang membuang sampah ke sungai dan saluran."),
        passage(WASTE, "pasal-8", FORMULA.format("pengangkutan sampah")),
        passage(PARKING, "pasal-4", "Juru parkir wajib menyerahkan karcis kepada pengguna."),
        passage(PARKING, "pasal-6", FORMULA.format("pembayaran parkir")),
    ]


@pytest.fixture
def draft() -> list[Passage]:
    """Return passages of a draft that repeats, varies and adds."""
    new = "perda/kab-muara-laut/2024/2"
    return [
        passage(new, "pasal-5", "Pedagang wajib memiliki surat izin kios pasar."),
        passage(new, "pasal-6", "Setiap orang boleh menangkap ikan hias di terumbu karang."),
        passage(new, "pasal-7", FORMULA.format("penangkapan ikan hias")),
        passage(new, "pasal-8", ""),
    ]
