"""Parse a text as the reader would hand it over, without a file."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest

from regcheck.domain import Line, Regulation, Source, SourceText
from regcheck.parse import parse_document

Parse = Callable[[str], Regulation]


def to_source(text: str, path: str = "naskah.txt", confidence: float = 1.0) -> SourceText:
    """Turn a text into lines, as the reader does; below 1.0 they are recognised from a picture.

    A form feed begins a new page.
    """
    digest = sha256(text.encode()).hexdigest()
    lines = tuple(
        Line(line.strip(), number, confidence=confidence)
        for number, page in enumerate(text.split("\f"), 1)
        for line in page.split("\n")
        if line.strip()
    )
    return SourceText(lines, Source(path, digest, 1, "uji"))


@pytest.fixture(name="source", scope="session")
def source_fixture() -> Callable[..., SourceText]:
    """Return the maker of source texts."""
    return to_source


@pytest.fixture(name="parse", scope="session")
def parse_fixture() -> Parse:
    """Return a parser of texts that hold one regulation."""

    def parse(text: str) -> Regulation:
        (regulation,) = parse_document(to_source(text))
        return regulation

    return parse


@pytest.fixture(name="act", scope="session")
def act_fixture(parse: Parse) -> Parse:
    """Return a parser of bodies: title, preamble and closing are put around them."""

    def act(body: str) -> Regulation:
        return parse(HEAD + body + FOOT)

    return act


HEAD = """\
PERATURAN GUBERNUR TELUK KENARI
NOMOR 7 TAHUN 2018
TENTANG
PENGELOLAAN DERMAGA
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR TELUK KENARI,
Menimbang : a. bahwa dermaga perlu dikelola;
b. bahwa berdasarkan pertimbangan huruf a, perlu menetapkan Peraturan Gubernur;
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
2. Peraturan Daerah Provinsi Teluk Kenari Nomor 2 Tahun 2015 tentang Pelabuhan;
MEMUTUSKAN:
Menetapkan : PERATURAN GUBERNUR TENTANG PENGELOLAAN DERMAGA.
"""

FOOT = """
Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Gubernur ini.
Ditetapkan di Kenari
pada tanggal 3 Mei 2018
GUBERNUR TELUK KENARI,
"""
