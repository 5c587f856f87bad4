"""What becomes of headings, drafts, glosses and amendments that only look like other citations."""

from __future__ import annotations

from regcheck.domain import Citation, Identity, Kind, Line, Role, Source, SourceText, Span, Unit
from regcheck.parse.citations.citations import find_citations

ME = "perda/sulawesi-utara/2019/3"
IDENTITY = Identity("perda", "sulawesi-utara", "3", "2019")


def cite(*parts: tuple[str, Kind, str]) -> tuple[Citation, ...]:
    """Find the citations of units written one after the other, none inside another."""
    text, units = "", []
    for path, kind, words in parts:
        label = path.rpartition("-")[2] if "-" in path else ""
        span = Span(len(text), len(text) + len(words) + 1)
        units.append(Unit(f"{ME}#{path}", kind, label, "", span, "", 1))
        text += words + "\n"
    lines = tuple(Line(line, 1) for line in text.split("\n"))
    source = SourceText(lines, Source("perda.txt", "0", 1, "test"))
    return find_citations(source, tuple(units), IDENTITY, ME)


def test_a_heading_that_no_unit_opens_with_cites_nothing() -> None:
    """Neither the closing pasal in one line with the last, nor a heading printed twice."""
    closing = "Pasal 2\nDenda menurut pasal 1. PASAL II. Peraturan ini mulai berlaku hari ini."
    found = cite(
        ("pasal-1", Kind.PASAL, "Pasal 1\nPasal 1\nDanau."), ("pasal-2", Kind.PASAL, closing)
    )

    assert [one.target for one in found] == [f"{ME}#pasal-1"]


def test_the_joint_approval_amends_nothing() -> None:
    """The drafts approved together are listed by their titles behind the signatures."""
    approved = (
        "Persetujuan Bersama atas Rancangan Peraturan Daerah tentang: 1. Perubahan Atas Peraturan "
        "Daerah Nomor 12 Tahun 2000 tentang Dinas."
    )
    found = cite(
        ("memutuskan", Kind.MEMUTUSKAN, "Menetapkan : PERATURAN DAERAH TENTANG DANAU."),
        ("pasal-1", Kind.PASAL, "Pasal 1\nDanau."),
        ("penutup", Kind.MEMUTUSKAN, approved),
    )

    assert [one.role for one in found] == [Role.MERUJUK]


def test_an_amender_named_with_dalam_is_a_basis_too() -> None:
    """*sebagaimana diubah dalam* names an amender, as *diubah dengan* does."""
    words = (
        "Mengingat : Peraturan Menteri Keuangan Nomor 115/PMK.07/2013 sebagaimana yang diubah "
        "dalam Peraturan Menteri Keuangan Nomor 102/PMK.07/2015;"
    )
    found = cite(("mengingat", Kind.MENGINGAT, words), ("pasal-1", Kind.PASAL, "Pasal 1\nDanau."))

    assert [(one.target, one.role) for one in found] == [
        ("permenkeu/2013/115", Role.DASAR_HUKUM),
        ("permenkeu/2015/102", Role.DASAR_HUKUM),
    ]


def test_a_gloss_says_what_a_place_in_a_rule_lays_down() -> None:
    """``Undang-Undang ... tentang ... pada Pasal 1 angka 2 dinyatakan`` is a place in that rule."""
    words = (
        "Berdasarkan Undang-Undang Nomor 17 Tahun 2007 tentang Rencana Pembangunan pada Pasal 1 "
        "angka 2 dinyatakan bahwa rencana disusun."
    )
    found = cite(("pasal-1", Kind.PASAL, "Pasal 1\nDanau."), ("penjelasan", Kind.PENJELASAN, words))

    assert [one.target for one in found][-1] == "uu/2007/17#pasal-1/angka-2"


def test_new_numbers_of_ayat_lie_in_the_pasal_that_is_amended() -> None:
    """``Mengubah Pasal 3 ayat (1) ..., sehingga menjadi ayat (4)``: ayat (4) of that pasal."""
    words = (
        "Pasal I\nMengubah ketentuan Pasal 3 ayat (1) Peraturan Daerah Nomor 36 Tahun 1977 tentang "
        "Dagang, sehingga menjadi ayat (4) yang berbunyi sebagai berikut:"
    )
    found = cite(("pasal-I", Kind.PASAL, words))
    base = "perda/sulawesi-utara/1977/36#pasal-3"

    assert [one.target for one in found] == [f"{base}/ayat-1", f"{base}/ayat-4"]
