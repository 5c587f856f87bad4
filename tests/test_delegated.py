"""From files to findings on delegations: the corridor joins parser, law and checks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from regcheck import pipeline
from regcheck.domain import Finding
from regcheck.settings import Settings

PERDA = """PERATURAN DAERAH PROVINSI SAGARA RAYA
NOMOR 5 TAHUN 2020
TENTANG
BANTUAN HUKUM
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR SAGARA RAYA,
Menimbang : bahwa bantuan hukum perlu diatur;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG BANTUAN HUKUM.
Pasal 1
Bantuan Hukum diberikan kepada orang miskin.
Pasal 2
(1) Permohonan diajukan secara tertulis.
(2) Ketentuan lebih lanjut mengenai tata cara permohonan diatur dengan Peraturan Gubernur.
Pasal 3
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
Ditetapkan di Sagara
pada tanggal 2 Maret 2020
"""
PERGUB = """{kind} GUBERNUR SAGARA RAYA
NOMOR {number} TAHUN {year}
TENTANG
{title}
GUBERNUR SAGARA RAYA,
Menimbang : bahwa untuk melaksanakan ketentuan Pasal 2 ayat (2) Peraturan Daerah Nomor 5 Tahun 2020
tentang Bantuan Hukum, perlu menetapkan Peraturan Gubernur tentang {title};
MEMUTUSKAN:
Menetapkan : {kind} GUBERNUR TENTANG {title}.
Pasal 1
Permohonan disampaikan kepada Biro Hukum.
Pasal 2
{clause}
Pasal 3
{kind} Gubernur ini mulai berlaku pada tanggal diundangkan.
Ditetapkan di Sagara
pada tanggal 5 Mei {year}
"""
TITLE = "TATA CARA PERMOHONAN BANTUAN HUKUM"
PLAIN = "Permohonan diperiksa dalam 7 (tujuh) hari."
FURTHER = "Bentuk formulir permohonan diatur lebih lanjut dengan Keputusan Kepala Biro Hukum."


def pergub(number: str, year: str, clause: str = PLAIN, title: str = TITLE) -> str:
    """Return the text of a rule that carries out the Perda."""
    return PERGUB.format(kind="PERATURAN", number=number, year=year, clause=clause, title=title)


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., list[Finding]]:
    """Return a check of a text against the Perda and other texts."""

    def run(draft: str, *others: str) -> list[Finding]:
        settings = Settings(corpus=str(tmp_path / "korpus.sqlite"))
        paths = []
        for number, text in enumerate((PERDA, *others)):
            paths.append(tmp_path / f"{number}.txt")
            paths[-1].write_text(text, encoding="utf-8")
        reviewed = tmp_path / "rancangan.txt"
        reviewed.write_text(draft, encoding="utf-8")
        with pipeline.open_corpus(settings, create=True) as corpus:
            assert [row.outcome for row in pipeline.add_files(paths, corpus, workers=1)] == [
                "added"
            ] * len(paths)
            result = pipeline.check_file(reviewed, corpus, settings)
        return [one for one in result.findings if one.code in {"R-13", "R-17", "R-18"}]

    return run


def test_an_orderly_rule_has_no_fault(check: Callable[..., list[Finding]]) -> None:
    """It carries out what it was ordered to, alone."""
    assert check(pergub("...", "2026")) == []


def test_a_rule_that_passes_its_matter_on(check: Callable[..., list[Finding]]) -> None:
    """R-13, with the order beside it."""
    (found,) = check(pergub("...", "2026", FURTHER))

    assert found.code == "R-13"
    assert found.right is not None
    assert found.right.key == "perda/sagara-raya/2020/5#pasal-2/ayat-2"


def test_a_second_rule_for_one_order(check: Callable[..., list[Finding]]) -> None:
    """R-18, unless it repeals the first."""
    (found,) = check(pergub("...", "2026"), pergub("7", "2021"))
    assert (found.code, found.right and found.right.key) == ("R-18", "pergub/sagara-raya/2021/7")


def test_a_second_rule_that_repeals_the_first(check: Callable[..., list[Finding]]) -> None:
    """Then only one is left."""
    repeal = (
        "Pada saat Peraturan Gubernur ini mulai berlaku, Peraturan Gubernur Nomor 7 Tahun 2021 "
        "tentang Tata Cara Permohonan Bantuan Hukum dicabut dan dinyatakan tidak berlaku."
    )

    assert check(pergub("...", "2026", repeal), pergub("7", "2021")) == []


def test_a_decision_in_place_of_a_rule(check: Callable[..., list[Finding]]) -> None:
    """R-17."""
    text = pergub("188/90", "2026").replace("PERATURAN GUBERNUR", "KEPUTUSAN GUBERNUR")
    (found,) = check(text.replace("Peraturan Gubernur", "Keputusan Gubernur"))

    assert found.code == "R-17"
