"""Text files become lines that are verbatim slices of their file."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from regcheck.domain import SourceText
from regcheck.errors import UnreadableFileError
from regcheck.read import read_document
from regcheck.read.plain import cut_lines, find_cuts


def read(tmp_path: Path, content: str | bytes, name: str = "naskah.txt") -> SourceText:
    """Write a file and read it."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(path)


def test_lines_are_slices_of_the_file(tmp_path: Path) -> None:
    """Blanks around a line are left out by moving its offset."""
    content = "\ufeff# Peraturan\r\n\r\n   Pasal 1  \r\n\tCukup jelas.\n"

    source = read(tmp_path, content, "naskah.md")

    assert source.text == "# Peraturan\nPasal 1\nCukup jelas."
    for line in source.lines:
        assert content[line.offset : line.offset + len(line.text)] == line.text
    assert source.file_offset(source.text.index("jelas")) == content.index("jelas")
    assert {line.page for line in source.lines} == {1}
    assert source.notes == ()


TEXT = st.text(st.sampled_from("ab \t\r\n\f.…-()1\u2028é"), max_size=80)


@given(TEXT)
def test_no_text_is_lost(text: str) -> None:
    """Lines and cuts together hold every character that prints, in order, at its offset."""
    cuts, _ = find_cuts(text)
    lines = tuple(cut_lines(text, cuts))

    pieces = sorted(
        [(line.offset, line.text) for line in lines]
        + [(start, text[start:end]) for start, end in cuts]
    )
    assert "".join("".join(piece.split()) for _, piece in pieces) == "".join(text.split())
    assert all(text.startswith(line.text, line.offset) for line in lines)


@given(st.binary(max_size=60))
@example(b"\x1f")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    """A text file of any bytes gives lines or one sentence, never a traceback."""
    with suppress(UnreadableFileError):
        assert all(line.text.strip() for line in read(tmp_path, content).lines)


def test_a_file_that_is_not_utf8_is_read_with_a_note(tmp_path: Path) -> None:
    """Windows-1252 is the fallback."""
    source = read(tmp_path, "Pasal 1 – “Daerah”".encode("cp1252"))

    assert source.text == "Pasal 1 – “Daerah”"
    assert [note.code for note in source.notes] == ["encoding"]


def test_utf16_is_told_by_its_mark(tmp_path: Path) -> None:
    """Notepad's other encoding is read too."""
    assert read(tmp_path, "Pasal 1".encode("utf-16")).text == "Pasal 1"


def test_a_file_of_blanks_says_that_it_is_empty(tmp_path: Path) -> None:
    """No text is a note, not an error."""
    source = read(tmp_path, " \n\t\n")

    assert (source.lines, [note.code for note in source.notes]) == ((), ["empty"])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "8. Dana PRES I DEN REPUBLIK INDONESIA -3- 8. Dana Transfer adalah dana.",
            ["8. Dana Transfer adalah dana."],
        ),
        (
            "digunakan untuk PRESIDEN REPUBLIK INDONESIA - 12 - membiayai kegiatan.",
            ["digunakan untuk", "membiayai kegiatan."],
        ),
        ("Cukup jelas. Pasal 9… Pasal 9 Ayat (1)", ["Cukup jelas.", "Pasal 9 Ayat (1)"]),
        ("usaha.\nAgar . . .\nAgar setiap orang", ["usaha.", "Agar setiap orang"]),
        ("Ayat (2) ... SK No 065030 A Ayat (2) Cukup jelas", ["Ayat (2) Cukup jelas"]),
        ("MEMUTUSKAN :\n…\nMEMUTUSKAN :\nMenetapkan", ["MEMUTUSKAN :", "Menetapkan"]),
        ("satu\n- 5 -\ndua", ["satu", "dua"]),
    ],
)
def test_heads_and_catchwords_within_the_text_are_cut(
    tmp_path: Path, text: str, lines: list[str]
) -> None:
    """Text taken from printed pages keeps its running heads; they are cut out and counted."""
    source = read(tmp_path, text)

    assert [line.text for line in source.lines] == lines
    assert [note.code for note in source.notes] == ["furniture"]


@pytest.mark.parametrize(
    "text",
    [
        "TUHAN YANG MAHA ESA\nPRESIDEN REPUBLIK INDONESIA,\nMenimbang",
        "pada tanggal 3 Maret 1999\nPRESIDEN REPUBLIK INDONESIA\nttd",
        "Nama : ..........\nAlamat : ..........",
        "Nomor ... Tahun ...",
        "bertambah dengan ............ 38.763.000.000",
        "hak untuk dan dan/atau dana",
    ],
)
def test_other_text_is_not_cut(tmp_path: Path, text: str) -> None:
    """The maker, the signer, forms and leader dots stay."""
    source = read(tmp_path, text)

    assert source.text == text
    assert source.notes == ()


@pytest.mark.parametrize("unit", [". ", "a. ... ", "PRES I DEN ", "- 1 ", "… ", "SK No 1 "])
def test_a_long_line_takes_no_long_time(unit: str) -> None:
    """No pattern runs wild on a line of 100,000 characters."""
    text = unit * (100_000 // len(unit))

    start = time.perf_counter()
    find_cuts(text)

    assert time.perf_counter() - start < 5
