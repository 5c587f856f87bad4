"""The law as it stands, as a lawyer reads it: acts by date, and remarks that are told once."""

from __future__ import annotations

from regcheck.report.consolidated import render_page, render_text
from regcheck.report.look import Look
from tests.consolidation.conftest import make_act, make_base, merge

BASE = """Pasal 1
(1) Kapal melapor.
(2) Kapal berlabuh.
(3) Kapal berangkat.
Pasal 2
Kapal membayar:
a. sewa;
b. retribusi.
"""
SHORTER = make_act(
    "1. Ketentuan Pasal 1 diubah sehingga Pasal 1 berbunyi sebagai berikut:\nPasal 1\n"
    "(1) Kapal melapor.\n"
    "2. Ketentuan Pasal 2 diubah sehingga Pasal 2 berbunyi sebagai berikut:\nPasal 2\n"
    "Kapal membayar:\na. sewa tambatan.\n"
)
STATUS = ["diubah oleh Perda Provinsi Teluk Kenari Nomor 4 Tahun 2018"]


def test_what_an_act_no_longer_prints_is_told_in_one_sentence() -> None:
    """Parts of one pasal stand together, and the number in the heading counts sentences."""
    text = render_text(merge(make_base(BASE), SHORTER), Look(), STATUS)
    told = " ".join(text.partition("Yang perlu diperiksa (1)")[2].split())

    assert "tidak mencetak lagi: Pasal 1 ayat (2), ayat (3); Pasal 2 huruf b." in told
    assert text.splitlines()[2] == STATUS[0]
    assert "4 Tahun 2018, 3 Mei 2018, 2 perintah" in text
    assert max(map(len, text.splitlines())) <= Look().width


def test_the_page_leads_from_its_top_to_what_should_be_checked() -> None:
    """Status, acts and remarks are counted in the head of the page."""
    page = render_page(merge(make_base(BASE), SHORTER), Look(), STATUS)
    head = page.partition("<main")[0]

    assert STATUS[0] in head
    assert 'href="#acts"' in head
    assert 'href="#doubts"' in head
    assert 'href="#open"' not in head
