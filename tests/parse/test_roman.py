"""The Roman pasal of an amending act are told from the Arabic ones that it quotes."""

from __future__ import annotations

from collections.abc import Callable

from regcheck.domain import Regulation

Parse = Callable[[str], Regulation]

#: A short act: the quoted pasal stands a few lines before the commencement.
SHORT_ACT = """\
PERATURAN GUBERNUR TELUK KENARI
NOMOR 9 TAHUN 2019
TENTANG
PERUBAHAN ATAS PERATURAN GUBERNUR NOMOR 7 TAHUN 2018 TENTANG DERMAGA
Menimbang : bahwa tarif dermaga perlu disesuaikan;
Mengingat : 1. Undang-Undang Nomor 4 Tahun 1999 tentang Pembentukan Provinsi;
MEMUTUSKAN:
Menetapkan : PERATURAN GUBERNUR TENTANG PERUBAHAN ATAS PERATURAN GUBERNUR NOMOR 7 TAHUN 2018.
Pasal I
Ketentuan Pasal {number} dalam Peraturan Gubernur Nomor 7 Tahun 2018 tentang Dermaga diubah
sehingga berbunyi sebagai berikut:
Pasal {number}
Dermaga dibuka setiap hari.
{second}
Peraturan Gubernur ini mulai berlaku pada tanggal diundangkan.
Ditetapkan di Kenari
pada tanggal 5 Mei 2019
GUBERNUR TELUK KENARI,
"""


def own_labels(regulation: Regulation) -> list[str]:
    """Return the labels of the act's own pasal."""
    return [u.label for u in regulation.units if u.kind == "pasal" and "/" not in u.path]


def test_a_quoted_pasal_is_not_judged_by_the_text_of_the_next(parse: Parse) -> None:
    """Quoted Pasal 2 and 3 stay quoted though the commencement follows in Pasal II."""
    for number in (2, 3):
        regulation = parse(SHORT_ACT.format(number=number, second="Pasal II"))

        assert own_labels(regulation) == ["I", "II"]
        assert regulation.by_key[f"{regulation.id}#pasal-I/pasal-{number}"].target.endswith(
            f"#pasal-{number}"
        )


def test_an_arabic_number_before_the_commencement_is_the_second_pasal(parse: Parse) -> None:
    """``Pasal 2`` printed for Pasal II is read as such, beside a quoted Pasal 5."""
    regulation = parse(SHORT_ACT.format(number=5, second="Pasal 2"))

    assert own_labels(regulation) == ["I", "II"]


def test_a_commencement_without_heading_is_the_second_pasal(parse: Parse) -> None:
    """A lost ``Pasal II`` is recovered where the commencement stands, and said."""
    regulation = parse(SHORT_ACT.format(number=5, second=""))
    (doubt,) = (one for one in regulation.anomalies if one.code == "judul-dipulihkan")

    assert own_labels(regulation) == ["I", "II"]
    assert doubt.unit == f"{regulation.id}#pasal-II"


def test_roman_pasal_inside_a_line_are_read(parse: Parse) -> None:
    """Where line breaks are lost, Pasal I and II count if they run from I without a gap."""
    regulation = parse(
        "PERATURAN GUBERNUR TELUK KENARI\nNOMOR 9 TAHUN 1959\nTENTANG\nTARIF DERMAGA\n"
        "Menimbang : bahwa tarif perlu diatur;\nMengingat : Undang-undang Nomor 4;\n"
        "MEMUTUSKAN:\nMenetapkan : PERATURAN GUBERNUR TENTANG TARIF DERMAGA. "
        "Pasal I. Tarif dermaga diganti dengan tarif dalam lampiran. "
        "Pasal II. Peraturan ini mulai berlaku pada hari diundangkan.\n"
        "Ditetapkan di Kenari\npada tanggal 5 Mei 1959\n"
    )

    assert own_labels(regulation) == ["I", "II"]
