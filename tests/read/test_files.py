"""Files are told by what they hold, and each one that cannot be read gets one clear sentence."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from fpdf import FPDF

from regcheck.errors import UnreadableFileError
from regcheck.read import find_documents, read_document
from regcheck.settings import Settings

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Print = Callable[..., Path]
Typeset = Callable[..., Callable[[FPDF], None]]


def utf_16(name: str) -> bytes:
    """Return a name as an OLE file spells the names of its streams."""
    return name.encode("utf-16-le")


def refuse(path: Path) -> UnreadableFileError:
    """Read a file that cannot be read, and return the error."""
    with pytest.raises(UnreadableFileError) as caught:
        read_document(path)
    sentence = caught.value
    assert all(str(path) in sentence.say(lang) for lang in ("id", "en"))
    assert all("\n" not in sentence.say(lang) for lang in ("id", "en"))
    return sentence


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"<!DOCTYPE html><html><body>Not found</body></html>", "web page"),
        ("a.pdf", b"\n  <html>", "web page"),
        ("a.pdf", b"Pasal 1", "not a PDF"),
        ("a.pdf", b"%PDF-1.4\nrusak", "damaged or cut short"),
        ("a.docx", b"PK\x03\x04rest", "damaged or cut short"),
        ("a.pdf", b"PK\x03\x04rest", "damaged or cut short"),
        ("a.docx", b"Pasal 1", "named like a Word file"),
        ("a.doc", OLE + utf_16("Workbook"), "an old Excel file"),
        ("a.docx", OLE + utf_16("EncryptedPackage"), "locked with a password"),
        ("a.ppt", OLE + utf_16("PowerPoint Document"), "an old PowerPoint file"),
        ("a.doc", OLE + b"rest", "no Word file"),
        ("a.html", b"<p>404", "web page"),
        ("a.xml", b"<?xml version='1.0'?><a/>", "a .xml file"),
        ("a.rar", b"Rar!", "a RAR archive"),
        ("a.txt", b"\x89PNG\r\n", "a picture"),
        ("a.csv", b"nomor;tahun", "a .csv file"),
        ("a.txt", b"Pasal\x00 1", "not a text file"),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    """The sentence says what the file is, in both languages, and the exit code is 3."""
    path = tmp_path / name
    path.write_bytes(content)

    error = refuse(path)

    assert words in error.say("en")
    assert error.exit_code == 3


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a folder, is no document."""
    assert "not found" in refuse(tmp_path / "tidak-ada.pdf").say("en")
    assert "folder" in refuse(tmp_path).say("en")


def test_a_locked_pdf_asks_for_a_copy_without_password(press: Print, page: Typeset) -> None:
    """The next step for an encrypted file is in the sentence."""
    error = refuse(press(page("Pasal 1"), password="rahasia"))

    assert "kata sandi" in error.say("id")
    assert "password" in error.say("en")


def test_a_pdf_cut_short_is_read_as_far_as_it_goes_or_named(press: Print, page: Typeset) -> None:
    """A broken download never ends in a traceback."""
    path = press(*[page(f"Pasal {number}", "Cukup jelas.") for number in range(1, 6)])
    content = path.read_bytes()

    for share in (0.3, 0.6, 0.9):
        path.write_bytes(content[: int(len(content) * share)])
        with suppress(UnreadableFileError):
            assert set(read_document(path).text.split()) <= {"Pasal", "Cukup", "jelas.", *"12345"}


def test_the_name_of_a_file_does_not_matter(press: Print, page: Typeset) -> None:
    """A PDF named .txt is read as PDF."""
    source = read_document(press(page("Pasal 1"), name="naskah.txt"))

    assert source.source.reader.startswith("pypdfium2")
    assert source.text == "Pasal 1"


def test_documents_of_a_folder_are_found_sorted(tmp_path: Path) -> None:
    """Subfolders are searched; hidden files, locks and the parts of saved pages are left out."""
    names = ("b.pdf", "A.TXT", "sub/c.md", "d.docx", ".cache/e.pdf", ".f.txt", "~$d.docx")
    for name in (*names, "g.HTM", "g_files/iklan.html", "h.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Pasal 1", encoding="utf-8")

    found = find_documents(tmp_path)

    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "A.TXT",
        "b.pdf",
        "d.docx",
        "g.HTM",
        "sub/c.md",
    ]
    assert find_documents(tmp_path / "d.docx") == (tmp_path / "d.docx",)


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    """An empty folder, or none at all, is a wrong call."""
    for path in (tmp_path, tmp_path / "tidak-ada"):
        with pytest.raises(UnreadableFileError):
            find_documents(path)


def test_files_beyond_the_limit_are_not_searched(tmp_path: Path) -> None:
    """An old Word file is looked through only up to the limit."""
    path = tmp_path / "a.doc"
    path.write_bytes(OLE + bytes(2 << 20))

    with pytest.raises(UnreadableFileError) as caught:
        read_document(path, Settings(max_unpacked_mb=1))
    assert "limit of 1 MB" in caught.value.say("en")


def test_a_page_of_the_web_is_told_by_its_first_element(tmp_path: Path) -> None:
    """XHTML with its own head, and a page that a site calls .doc, are pages of the web."""
    page = "<html><body><p>PERATURAN GUBERNUR</p><p>Pasal 1</p><p>Pasal 2</p></body></html>"
    (tmp_path / "a.doc").write_text(page, encoding="utf-8")
    (tmp_path / "b.xhtml").write_text(f"<?xml version='1.0'?>\n{page}", encoding="utf-8")

    for name in ("a.doc", "b.xhtml"):
        assert read_document(tmp_path / name).text == "PERATURAN GUBERNUR\nPasal 1\nPasal 2"
