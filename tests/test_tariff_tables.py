"""Two annexes that charge different amounts for one thing contradict each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck import pipeline
from regcheck.consolidate import to_act
from regcheck.current import render
from regcheck.domain import Finding, Line, Regulation, Source, SourceText, Table
from regcheck.domain.consolidation import Changes
from regcheck.domain.state import FileRow
from regcheck.law import consolidate
from regcheck.parse import find_passages, parse_document
from regcheck.settings import Settings
from regcheck.shelf import load_shelf

TEXT = """\
PERATURAN GUBERNUR NUSA KENCANA
NOMOR {number} TAHUN {year}
TENTANG
{title}
Menimbang : bahwa tarif perlu diatur;
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
MEMUTUSKAN:
Menetapkan : PERATURAN GUBERNUR TENTANG {title}.
Pasal 1
Tarif tercantum dalam Lampiran.
Ditetapkan di Kencana
pada tanggal 5 Mei {year}
GUBERNUR NUSA KENCANA,
LAMPIRAN
PERATURAN GUBERNUR NUSA KENCANA
NOMOR {number} TAHUN {year}
TENTANG {title}
"""

AMENDMENT = """\
PERATURAN GUBERNUR NUSA KENCANA
NOMOR 9 TAHUN 2015
TENTANG
PERUBAHAN ATAS PERATURAN GUBERNUR NOMOR 3 TAHUN 2013 TENTANG TARIF DERMAGA
Menimbang : bahwa tarif perlu diubah;
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
MEMUTUSKAN:
Menetapkan : PERATURAN GUBERNUR TENTANG PERUBAHAN ATAS PERATURAN GUBERNUR NOMOR 3 TAHUN 2013.
Pasal I
Ketentuan Pasal 1 Peraturan Gubernur Nomor 3 Tahun 2013 tentang Tarif Dermaga diubah sehingga
berbunyi sebagai berikut:
Pasal 1
Tarif tercantum dalam Lampiran dan dibayar di muka.
Pasal II
Peraturan Gubernur ini mulai berlaku pada tanggal diundangkan.
Ditetapkan di Kencana
pada tanggal 5 Mei 2015
GUBERNUR NUSA KENCANA,
"""


def tariff(number: int, title: str, amount: str) -> Regulation:
    """Parse a regulation whose annex is a table with one amount to choose."""
    rows = (
        ("No", "Jenis Kapal", "Tarif"),
        ("1", "Kapal penumpang", amount),
        ("2", "Kapal barang", "Rp9.000,00"),
    )
    text = TEXT.format(number=number, year=2010 + number, title=title)
    body, mark, annex = text.partition("LAMPIRAN\n")
    pages = (body, mark + annex + "\n".join(" ".join(row) for row in rows))
    lines = (
        Line(line, page)
        for page, printed in enumerate(pages, 1)
        for line in printed.splitlines()
        if line
    )
    name = f"naskah-{number}.txt"
    source = Source(name, f"{number:064d}", 2, "uji")
    (regulation,) = parse_document(SourceText(tuple(lines), source, (Table(2, rows),)))
    return regulation


def conflicts(folder: Path, old: Regulation, new: Regulation) -> list[Finding]:
    """Check a regulation against a corpus that holds another, and keep what clashes."""
    settings = Settings(corpus=str(folder / "uji.sqlite"))
    source = old.source_text.source
    row = FileRow(source.path, source.sha256, "added", (old.id,), source.pages)
    with pipeline.open_corpus(settings, create=True) as corpus:
        corpus.add(row, [old], find_passages(old))
        result = pipeline.check_regulations((new,), load_shelf(corpus, settings), settings)
    return [one for one in result.findings if one.code.startswith("K-")]


def test_two_amounts_for_one_thing_conflict(tmp_path: Path) -> None:
    """The finding names both rows; the row with one amount on both sides is no conflict."""
    (found,) = conflicts(
        tmp_path,
        tariff(3, "TARIF DERMAGA", "Rp5.000,00"),
        tariff(8, "PELAYANAN DERMAGA", "Rp8.000,00"),
    )

    assert found.code == "K-03"
    assert found.right
    assert found.left.key.endswith("#lampiran-1/tabel-1/baris-1")
    assert "Lampiran 1, tabel 1, baris 1" in found.reason
    assert "Rp5.000,00" in found.reason


@pytest.mark.parametrize(
    ("title", "amount"), [("KOLAM RENANG", "Rp8.000,00"), ("PELAYANAN DERMAGA", "Rp5.000,00")]
)
def test_other_matters_and_equal_amounts_do_not(tmp_path: Path, title: str, amount: str) -> None:
    """A table of another matter charges for something else, whatever its rows are called."""
    old = tariff(3, "TARIF DERMAGA", "Rp5.000,00")

    assert conflicts(tmp_path, old, tariff(8, title, amount)) == []


def test_a_tariff_outlives_an_amendment_of_the_body() -> None:
    """The rows of an annex that no act replaced stay in the consolidated text, under their keys."""
    base = tariff(3, "TARIF DERMAGA", "Rp5.000,00")
    lines = AMENDMENT.splitlines()
    act = parse_document(
        SourceText(tuple(Line(one, 1) for one in lines), Source("b", "1", 1, "uji"))
    )[0]
    rows = [one.key for one in find_passages(base) if "/baris-" in one.key]

    changed = consolidate(base, Changes((to_act(act, {}),)))
    found = render(changed)

    assert [one.id for one in changed.acts] == [act.id]
    assert rows
    assert [one.key for one in found.passages if "/baris-" in one.key] == rows


def test_a_tariff_in_the_body_is_not_said_twice() -> None:
    """The pasal of the consolidated text holds no row that is a passage of its own."""
    text = TEXT.format(number=3, year=2013, title="TARIF DERMAGA").partition("LAMPIRAN\n")[0]
    rows = (
        ("No", "Jenis Kapal", "Tarif"),
        ("1", "Kapal penumpang", "Rp5.000,00"),
        ("2", "Kapal barang", "Rp9.000,00"),
    )
    table = "\n".join(("Pasal 2", "Tarif ditetapkan sebagai berikut:", *map(" ".join, rows), ""))
    mark = "Ditetapkan di Kencana"
    printed = text.replace(mark, f"{table}{mark}").splitlines()
    lines = tuple(Line(line, 1) for line in printed)
    (base,) = parse_document(SourceText(lines, Source("a", "0", 1, "uji"), (Table(1, rows),)))
    lines = tuple(Line(line, 1) for line in AMENDMENT.splitlines())
    (act,) = parse_document(SourceText(lines, Source("b", "1", 1, "uji")))

    found = {one.key.partition("#")[2]: one.text for one in find_passages(base)}
    changed = render(consolidate(base, Changes((to_act(act, {}),)))).passages

    assert found["pasal-2"] == "Tarif ditetapkan sebagai berikut:"
    assert {one.key.partition("#")[2]: one.text for one in changed} == found | {
        "pasal-1": "Tarif tercantum dalam Lampiran dan dibayar di muka."
    }
