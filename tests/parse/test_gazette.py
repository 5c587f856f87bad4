"""The gazette line is read for what it is: never as the number of the act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regcheck.domain import Identity, SourceText
from regcheck.parse import parse_document

Source = Callable[..., SourceText]

TITLE = "PERATURAN DAERAH KABUPATEN SAGARA\nNOMOR 4 TAHUN 1997\nTENTANG\nRETRIBUSI KEBERSIHAN\n"
BODY = """\
DENGAN RAHMAT TUHAN YANG MAHA ESA
BUPATI SAGARA,
Menimbang : bahwa kebersihan perlu dijaga;
Mengingat : 1. Undang-Undang Nomor 5 Tahun 1974 (Lembaran Negara Tahun 1974 Nomor 38, Tambahan
Lembaran Negara Nomor 3037);
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG RETRIBUSI KEBERSIHAN.
Pasal 1
Setiap rumah tangga membayar retribusi.
Ditetapkan di Sagara
pada tanggal 23 Juni 1997
"""
GLOSS = """\
PENJELASAN
ATAS
PERATURAN DAERAH KABUPATEN SAGARA
NOMOR 4 TAHUN 1997
TENTANG
RETRIBUSI KEBERSIHAN
I. UMUM
Kebersihan adalah tanggung jawab bersama.
II. PASAL DEMI PASAL
Pasal 1
Cukup jelas.
"""


def read(source: SourceText) -> Identity:
    """Return the identity of the regulation in a document."""
    return parse_document(source)[0].identity


@pytest.mark.parametrize(
    ("top", "closing", "expected"),
    [
        ("", "LEMBARAN DAERAH KABUPATEN SAGARA TAHUN 1997 NOMOR 12\n", "LD 1997/12"),
        ("", "LEMBARAN DAERAH KABUPATEN X TAHUN 1997 NOMOR : 12 SERI C\n", "LD 1997/12 seri C"),
        ("LEMBARAN DAERAH\nKABUPATEN SAGARA\nNOMOR : 1 TAHUN : 1998 SERI : B\n", "",
         "LD 1998/1 seri B"),
        ("", "Diundangkan dalam Lembaran Daerah Kabupaten Sagara\nNomor : 1 Seri : B\n"
         "tanggal : 10 Februari 1998\n", "LD 1998/1 seri B"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_regional_gazettes(source: Source, top: str, closing: str, expected: str) -> None:
    """Year, number and series are read above the title or behind the closing."""
    identity = read(source(top + TITLE + BODY + closing))

    assert identity.lembaran == expected
    assert (identity.nomor, identity.tahun) == ("4", "1997")


def test_the_supplement_stands_at_the_end_of_the_gloss(source: Source) -> None:
    """The Tambahan Lembaran Daerah has a number of its own and no year."""
    closing = "LEMBARAN DAERAH KABUPATEN SAGARA TAHUN 1997 NOMOR 12\n"
    supplement = "TAMBAHAN LEMBARAN DAERAH KABUPATEN SAGARA NOMOR 9\n"
    identity = read(source(TITLE + BODY + closing + GLOSS + supplement))

    assert (identity.lembaran, identity.tambahan) == ("LD 1997/12", "TLD 9")


def test_a_cited_gazette_is_not_the_acts_own(source: Source) -> None:
    """Where the title is lost, the gazettes of the legal bases are passed over."""
    text = BODY[BODY.index("1. Undang-Undang") :]
    identity = read(source(text))

    assert (identity.lembaran, identity.tambahan) == ("", "")


@pytest.mark.parametrize(
    ("top", "middle"),
    [
        ("BERITA NEGARA\nREPUBLIK INDONESIA\nNo.1375, 2020 KEMENKES. Pasar. Pencabutan.\n", ""),
        ("", "2020, No.1375\n"),
    ],
)
def test_national_gazettes(source: Source, top: str, middle: str) -> None:
    """A national act shows its gazette above the title or on the head of every page."""
    title = "PERATURAN MENTERI KESEHATAN\nNOMOR 8 TAHUN 2020\nTENTANG\nPASAR SEHAT\n"
    body = BODY.replace("BUPATI SAGARA", "MENTERI KESEHATAN").replace("1997", "2020")
    identity = read(source(top + title + body.replace("MEMUTUSKAN:\n", f"{middle}MEMUTUSKAN:\n")))

    assert identity.lembaran == "BN 2020/1375"
    assert identity.nomor == "8"


def test_a_gazette_of_another_level_is_not_taken(source: Source) -> None:
    """A regional act is printed in a Lembaran or Berita Daerah, not in a national one."""
    closing = "LEMBARAN NEGARA REPUBLIK INDONESIA TAHUN 1997 NOMOR 12\n"

    assert read(source(TITLE + BODY + closing)).lembaran == ""


def test_gazette_and_registration_confirm_a_scanned_number(source: Source) -> None:
    """A number that the registration or the gazette repeats needs no warning."""
    weak = TITLE + BODY
    noreg = "NOREG PERATURAN DAERAH KABUPATEN SAGARA: (4-280/2018)\n"
    (doubted,) = parse_document(source(weak, "pindai.pdf", 0.6))
    (sure,) = parse_document(source(weak + noreg, "pindai.pdf", 0.6))

    assert "nomor-meragukan" in {one.code for one in doubted.anomalies}
    assert "nomor-meragukan" not in {one.code for one in sure.anomalies}
