"""Doubts of the identity come first, once each, in both languages, and with their codes known."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable

from regcheck.domain import Regulation, SourceText
from regcheck.parse import parse_document
from regcheck.parse.anomalies import IDENTITY_CODES
from regcheck.parse.identity import doubts

Source = Callable[..., SourceText]
Parse = Callable[[str], Regulation]


def test_every_doubt_of_an_identity_is_among_the_codes() -> None:
    """The set that reports and benchmarks use is the set of codes that are made."""
    codes = set(re.findall(r'^        "([a-z-]+)",$', inspect.getsource(doubts), re.MULTILINE))

    assert codes == IDENTITY_CODES


def test_a_document_without_identity_says_what_its_name_says(source: Source) -> None:
    """An unreadable document is reported with the hint of its file name, which is not used."""
    (regulation,) = parse_document(source("Daftar pasar desa\n1. Pasar Pagi\n", "perda-8-2025.pdf"))
    (doubt,) = (one for one in regulation.anomalies if one.code in IDENTITY_CODES)

    assert regulation.identity.nomor == ""
    assert "PERDA nomor 8 tahun 2025" in doubt.message
    assert "PERDA number 8 of 2025" in doubt.message_en


def test_a_sound_regulation_has_no_anomalies(act: Callable[[str], Regulation]) -> None:
    """Silence where nothing is odd."""
    assert act("Pasal 1\nDermaga dibuka.\nPasal 2\nPeraturan ini mulai berlaku.\n").anomalies == ()


PREAMBLE = """\
PERATURAN GUBERNUR TELUK KENARI
NOMOR 7 TAHUN 2018
TENTANG
DERMAGA
Menimbang : bahwa dermaga perlu diatur;
Mengingat : 1. Undang-Undang Nomor 4 Tahun 1999 tentang Pembentukan Provinsi;
2. Undang-Undang Nomor 5 Tahun 2001 tentang Pelayaran sebagaimana telah diubah
{rest}
MEMUTUSKAN:
Menetapkan : PERATURAN GUBERNUR TENTANG DERMAGA.
Pasal 1
Dermaga dipelihara.
"""


def labels(regulation: Regulation) -> list[str]:
    """Return the numbers of the legal bases."""
    return [unit.label for unit in regulation.units if unit.path.startswith("mengingat/")]


def test_legal_bases_whose_numbers_lost_their_dot_are_items(parse: Parse) -> None:
    """A number without a dot before the name of an act opens the next item."""
    rest = (
        "dengan Undang-Undang Nomor 6 Tahun 2003;\n"
        "3 Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;\n"
        "4 Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan;"
    )
    assert labels(parse(PREAMBLE.format(rest=rest))) == ["1", "2", "3", "4"]


def test_a_number_of_a_citation_at_the_start_of_a_line_is_no_item(parse: Parse) -> None:
    """What a line break parts from its word is still a citation."""
    rest = "dengan Pasal\n3 Undang-Undang Nomor 6 Tahun 2003;"
    assert labels(parse(PREAMBLE.format(rest=rest))) == ["1", "2"]


def test_a_missing_page_of_the_legal_bases_is_reported(parse: Parse) -> None:
    """The list goes on at 13: its items are items, and the jump is told."""
    rest = "\n".join(
        f"{number}. Peraturan Pemerintah Nomor {number} Tahun 2006 tentang Hal {number};"
        for number in (13, 14, 15)
    )
    regulation = parse(PREAMBLE.format(rest=rest))

    assert labels(regulation) == ["1", "2", "13", "14", "15"]
    (jump,) = [one for one in regulation.anomalies if one.code == "angka-lompat"]
    assert jump.message == "Penomoran angka melompat dari 2 ke 13 (mengingat)."
