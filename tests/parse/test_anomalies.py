"""Doubts of the identity come first, once each, in both languages, and with their codes known."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable

from regcheck.domain import Regulation, SourceText
from regcheck.parse import identity_doubts, parse_document
from regcheck.parse.anomalies import IDENTITY_CODES

Source = Callable[..., SourceText]


def test_every_doubt_of_an_identity_is_among_the_codes() -> None:
    """The set that reports and benchmarks use is the set of codes that are made."""
    codes = set(
        re.findall(r'^        "([a-z-]+)",$', inspect.getsource(identity_doubts), re.MULTILINE)
    )

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
