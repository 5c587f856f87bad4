"""Form of titles, delegations, penal clauses and amending acts."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck import pipeline
from regcheck.check.form import is_short_for
from regcheck.settings import Settings
from regcheck.shelf import shelve

HEAD = """{draft}PERATURAN DAERAH PROVINSI LINTANG SAMUDRA
NOMOR {number} TAHUN {year}
TENTANG
{title}
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR LINTANG SAMUDRA,
Menimbang :
a. bahwa dermaga rakyat perlu ditata;
Mengingat :
1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG {title}.
"""
BASE = "PERATURAN DAERAH PROVINSI LINTANG SAMUDRA NOMOR 3 TAHUN 2018 TENTANG DERMAGA RAKYAT"


def said(tmp_path: Path, text: str, *others: str) -> list[str]:
    """Check a text against others; return code and reason of what is said of its form."""
    read = []
    for number, one in enumerate((text, *others)):
        path = tmp_path / f"{number}.txt"
        path.write_text(one, encoding="utf-8")
        read.append(pipeline.parse_file(path)[0])
    result = pipeline.check_regulations(read[:1], shelve(read[1:], "uji"), Settings())
    form = ("M-17", "M-29", "M-31", "M-34", "M-35", "M-36")
    return [f"{one.code} {one.reason}" for one in result.findings if one.code in form]


def draft(body: str, title: str = "DERMAGA RAKYAT") -> str:
    """Return a draft of a Perda."""
    head = HEAD.format(draft="RANCANGAN\n", number="...", year="2026", title=title)
    return f"{head}{body}\nDitetapkan di Samudra\npada tanggal ...\nGUBERNUR LINTANG SAMUDRA,\n"


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("M-17", "Ketentuan lebih lanjut diatur dengan Peraturan Gubernur."),
        ("M-17", "Ketentuan lebih lanjut akan diatur kemudian oleh Gubernur."),
        ("M-35", "Setiap orang yang melanggar Peraturan Daerah ini diancam pidana denda."),
        ("M-35", "Barang siapa melanggar ketentuan-ketentuan dalam Peraturan Daerah ini dipidana "
         "dengan pidana denda."),
    ],
)  # fmt: skip
def test_a_clause_that_leaves_out_what_it_speaks_of(tmp_path: Path, code: str, rule: str) -> None:
    """No matter of the delegation, no article that is breached."""
    (found,) = said(tmp_path, draft(f"Pasal 1\nDermaga dibuka.\nPasal 2\n{rule}"))

    assert found.startswith(f"{code} ")
    assert "Pasal 2" in found


@pytest.mark.parametrize(
    "rule",
    [
        "Ketentuan lebih lanjut mengenai tarif tambat diatur dengan Peraturan Gubernur.",
        "Ketentuan lebih lanjut sebagaimana dimaksud dalam Pasal 1 diatur dengan Peraturan "
        "Gubernur.",
        "Setiap orang yang melanggar ketentuan Pasal 1 Peraturan Daerah ini dipidana dengan "
        "pidana denda.",
        "Pelanggaran terhadap Peraturan Daerah ini dicatat oleh syahbandar.",
    ],
)
def test_a_clause_that_names_it(tmp_path: Path, rule: str) -> None:
    """The matter or the article is there, or nothing is punished."""
    assert said(tmp_path, draft(f"Pasal 1\nDermaga dibuka.\nPasal 2\n{rule}")) == []


@pytest.mark.parametrize(
    ("gloss", "found"),
    [
        ("Tata cara tambat diatur lebih lanjut dengan Peraturan Gubernur.", True),
        ("Yang dimaksud dengan tarif adalah tarif yang diatur dengan Peraturan Gubernur.", False),
        ("Cukup jelas.", False),
    ],
)
def test_an_elucidation_that_delegates(tmp_path: Path, gloss: str, found: bool) -> None:
    """What is told of a rule that exists is no delegation."""
    text = draft("Pasal 1\nDermaga dibuka.\nPasal 2\nPerahu ditambatkan.")
    text += (
        "PENJELASAN\nATAS\nRANCANGAN PERATURAN DAERAH PROVINSI LINTANG SAMUDRA\nTENTANG\n"
        "DERMAGA RAKYAT\nI. UMUM\nDermaga penting bagi nelayan.\nII. PASAL DEMI PASAL\n"
        f"Pasal 1\nCukup jelas.\nPasal 2\n{gloss}\n"
    )

    assert [one[:4] for one in said(tmp_path, text)] == ["M-31"] * found


@pytest.mark.parametrize(("changed", "found"), [(6, True), (5, False)])
def test_an_amendment_of_more_than_half(tmp_path: Path, changed: int, found: bool) -> None:
    """Six of ten pasal are too many, five are not; the base counts its closing article."""
    head = HEAD.format(draft="", number="3", year="2018", title="DERMAGA RAKYAT")
    pasal = [f"Pasal {n}\nDermaga nomor {n} dibuka pagi hari." for n in range(1, 10)]
    end = "Pasal 10\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n"
    base = head + "\n".join(pasal) + f"\n{end}Ditetapkan di Samudra\npada tanggal 3 Maret 2018\n"
    orders = "\n".join(
        f"{n}. Ketentuan Pasal {n} diubah sehingga berbunyi sebagai berikut:\n"
        f"Pasal {n}\nDermaga nomor {n} dibuka siang hari."
        for n in range(1, changed + 1)
    )
    title = f"PERUBAHAN ATAS {BASE}"
    body = (
        "Pasal I\nBeberapa ketentuan dalam Peraturan Daerah Provinsi Lintang Samudra Nomor 3 Tahun "
        f"2018 tentang Dermaga Rakyat diubah sebagai berikut:\n{orders}\n"
        "Pasal II\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan."
    )

    reasons = [one for one in said(tmp_path, draft(body, title), base) if one.startswith("M-34")]

    assert len(reasons) == found
    assert not found or "6 dari 10 pasal" in reasons[0]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("PERUSAHAAN DAERAH AIR MINUM (PDAM)", True),
        ("DERMAGA RAKYAT (BARU)", False),
        ("PENYERTAAN MODAL PADA PT LINTANG", False),
    ],
)
def test_an_abbreviation_in_the_title(tmp_path: Path, title: str, found: bool) -> None:
    """Letters in brackets that stand for the name before them."""
    text = draft("Pasal 1\nDermaga dibuka.", title)

    assert [one[:4] for one in said(tmp_path, text)] == ["M-36"] * found


def test_letters_of_a_name() -> None:
    """A word in brackets is no abbreviation."""
    assert is_short_for("BLUD", "BADAN LAYANAN UMUM DAERAH ")
    assert not is_short_for("SATU", "TAHAP ")


@pytest.mark.parametrize(
    ("ends", "found"),
    [
        (("pagi;", "siang;", "malam."), True),
        (("pagi;", "siang; dan", "malam."), False),
        (("pagi;", "siang; dan/atau", "malam."), False),
        (("pagi.", "siang.", "malam."), False),
    ],
)
def test_a_list_that_nothing_joins(tmp_path: Path, ends: tuple[str, ...], found: bool) -> None:
    """All or any: the last item but one must say; items that are sentences need not."""
    items = "\n".join(f"{label}. dermaga {end}" for label, end in zip("abc", ends, strict=True))
    text = draft(f"Pasal 1\nNelayan memakai:\n{items}\nPasal 2\nDermaga dibuka.")

    assert [one[:4] for one in said(tmp_path, text)] == ["M-29"] * found
