"""Files to text: what a file is, told from its first bytes, and who reads it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from regcheck.domain import SourceText
from regcheck.errors import UnreadableFileError
from regcheck.read.documents import read_pdf
from regcheck.read.plain import read_plain
from regcheck.read.web import read_web
from regcheck.read.word.office import read_office
from regcheck.read.word.packages import MEGABYTE, kind_of, open_package, too_large
from regcheck.read.word.reader import read_word
from regcheck.settings import Settings

#: Word, its relatives, and what LibreOffice turns into Word.
WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".rtf", ".odt", ".ott")
WEB_SUFFIXES = (".html", ".htm")
TEXT_SUFFIXES = (".txt", ".md")
SUFFIXES = (".pdf", *WORD_SUFFIXES, *WEB_SUFFIXES, *TEXT_SUFFIXES)
#: A PDF may start with some bytes of another kind (PDF 32000-1, annex H, note 13).
HEAD_BYTES = 1024
PDF_MARK = b"%PDF-"
ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
OLE_MARK = b"\xd0\xcf\x11\xe0"
RTF_MARK = b"{\\rtf"

#: What a file is by its first bytes, in Indonesian and English.
SIGNATURES = (
    (b"\x89PNG", "gambar", "a picture"),
    (b"\xff\xd8\xff", "gambar", "a picture"),
    (b"II*\x00", "gambar", "a picture"),
    (b"MM\x00*", "gambar", "a picture"),
    (b"GIF8", "gambar", "a picture"),
    (b"Rar!", "arsip RAR", "a RAR archive"),
    (b"7z\xbc\xaf", "arsip 7z", "a 7z archive"),
    (b"\x1f\x8b", "arsip gzip", "a gzip archive"),
)
WEB_PAGES = (b"<!doctype html", b"<html", b"<head", b"<body")

#: The streams that tell what an OLE file holds, and what it is called.
STREAMS = (
    ("EncryptedPackage", "locked", "", ""),
    ("WordDocument", "doc", "", ""),
    ("Workbook", "xls", "berkas Excel lama", "an old Excel file"),
    ("PowerPoint Document", "ppt", "berkas PowerPoint lama", "an old PowerPoint file"),
    ("__substg1.0", "msg", "surat Outlook", "an Outlook message"),
)


def find_documents(path: Path) -> tuple[Path, ...]:
    """List the documents of a folder and its subfolders, sorted; a file stands for itself.

    Hidden files, the lock files Word leaves (``~$...``), and the folder that a browser puts
    beside a saved page (``NAME_files``) are left out.

    Raises:
        UnreadableFileError: The path does not exist, or the folder holds no document.
    """
    if path.is_file():
        return (path,)
    if not path.exists():
        raise missing(path)
    found = tuple(
        sorted(
            file
            for file in path.rglob("*")
            if file.suffix.lower() in SUFFIXES
            and file.is_file()
            and not any(part.startswith((".", "~$")) for part in file.relative_to(path).parts)
            and not any(is_companion(folder) for folder in file.relative_to(path).parents)
        )
    )
    if not found:
        raise UnreadableFileError(
            id=f"{path}: tidak ada berkas PDF, Word, HTML, TXT, atau MD di folder ini.",
            en=f"{path}: no PDF, Word, HTML, TXT or MD file in this folder.",
        )
    return found


def is_companion(folder: Path) -> bool:
    """Tell whether a folder holds the parts of a saved page of the web.

    >>> is_companion(Path("perda-5_files")), is_companion(Path("perda"))
    (True, False)
    """
    return folder.name.endswith("_files")


def read_document(path: Path, settings: Settings | None = None, threads: int = 1) -> SourceText:
    """Read a PDF, Word, OpenDocument, RTF, HTML, TXT or MD file into lines in reading order.

    The first bytes decide what a file is, not its name. A scan without a text layer gives no
    lines and a note with the code ``scan``; other notes say what was left out or may be wrong.

    Args:
        path: The file.
        settings: What is read, and how far; ``None`` for the defaults.
        threads: How many pages of a scan are recognised at a time.

    Raises:
        UnreadableFileError: The file is missing, empty, encrypted, damaged, or of another kind;
            or it takes LibreOffice to read, and there is none.
    """
    settings = settings or Settings()
    head = read_head(path)
    if head.startswith(ZIP_MARKS):
        return read_zip(path, settings)
    if PDF_MARK in head:
        return read_pdf(path, digest(path), settings, threads)
    if head.startswith(OLE_MARK):
        return read_ole(path, settings)
    if head.startswith(RTF_MARK):
        return read_office(path, digest(path), "rtf", settings)
    if is_web_page(path, head):
        return read_web(path, digest(path), settings)
    refuse_others(path, head)
    return read_plain(path, digest(path))


def read_zip(path: Path, settings: Settings) -> SourceText:
    """Read a zip package: a Word file, or one that LibreOffice turns into it.

    Raises:
        UnreadableFileError: The package is damaged, too large, or of another kind.
    """
    with open_package(path, settings) as package:
        kind, name, name_en = kind_of(package)
    if kind == "docx":
        return read_word(path, digest(path), settings)
    if kind == "odt":
        return read_office(path, digest(path), "odt", settings)
    raise unsupported(path, name, name_en)


def read_ole(path: Path, settings: Settings) -> SourceText:
    """Read an OLE file: an old Word file.

    Raises:
        UnreadableFileError: It is locked with a password, or no Word file.
    """
    if path.stat().st_size > settings.max_unpacked_mb * MEGABYTE:
        raise too_large(path, settings.max_unpacked_mb)
    content = path.read_bytes()
    for stream, kind, name, name_en in STREAMS:
        if stream.encode("utf-16-le") not in content:
            continue
        if kind == "doc":
            return read_office(path, digest(path), "doc", settings)
        raise locked(path) if kind == "locked" else unsupported(path, name, name_en)
    raise unsupported(path, "berkas OLE yang bukan Word", "an OLE file that is no Word file")


def is_web_page(path: Path, head: bytes) -> bool:
    """Tell whether a file is a page of the web, by its first element or by its name."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<?xml"):
        return b"<html" in start
    return start.startswith(WEB_PAGES) or (
        path.suffix.lower() in WEB_SUFFIXES and start.startswith(b"<")
    )


def read_head(path: Path) -> bytes:
    """Return the first bytes of a file.

    Raises:
        UnreadableFileError: The file is missing, a folder, empty, or may not be read.
    """
    if not path.exists():
        raise missing(path)
    if path.is_dir():
        raise UnreadableFileError(
            id=f"{path}: ini folder; sebutkan satu berkas.",
            en=f"{path}: this is a folder; name one file.",
        )
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError as error:
        raise UnreadableFileError(
            id=f"{path}: tidak dapat dibuka ({error.strerror}). Periksa izin berkas.",
            en=f"{path}: cannot be opened ({error.strerror}). Check the file's permissions.",
        ) from None
    if not head:
        raise UnreadableFileError(
            id=f"{path}: berkas kosong (0 bita). Unduh atau salin kembali.",
            en=f"{path}: the file is empty (0 bytes). Download or copy it again.",
        )
    return head


def refuse_others(path: Path, head: bytes) -> None:
    """Refuse a file that is not text.

    Raises:
        UnreadableFileError: The first bytes or the suffix say that it is something else.
    """
    for mark, kind, kind_en in SIGNATURES:
        if head.startswith(mark):
            raise unsupported(path, kind, kind_en)
    if path.suffix.lower() == ".pdf":
        raise UnreadableFileError(
            id=f"{path}: bukan PDF (tanda %PDF tidak ada). Unduh kembali, atau simpan ulang "
            "sebagai PDF.",
            en=f"{path}: not a PDF (the mark %PDF is missing). Download it again, or save it anew "
            "as PDF.",
        )
    if path.suffix.lower() in WORD_SUFFIXES:
        raise UnreadableFileError(
            id=f"{path}: namanya berkas Word, tetapi isinya bukan. Buka di Word dan simpan ulang "
            "sebagai DOCX, atau minta salinan baru.",
            en=f"{path}: named like a Word file, but it is none. Open it in Word and save it as "
            "DOCX, or ask for a new copy.",
        )
    if path.suffix.lower() not in TEXT_SUFFIXES:
        suffix = path.suffix or path.name
        raise unsupported(path, f"berkas {suffix}", f"a {suffix} file")


def missing(path: Path) -> UnreadableFileError:
    """Say that there is no such path."""
    return UnreadableFileError(
        id=f"{path}: tidak ditemukan. Periksa nama dan foldernya.",
        en=f"{path}: not found. Check the name and the folder.",
    )


def unsupported(path: Path, kind: str, kind_en: str) -> UnreadableFileError:
    """Say what a file is, and which files are read."""
    return UnreadableFileError(
        id=f"{path}: ini {kind}. Yang dibaca: PDF, Word (DOCX, DOC, RTF, ODT), HTML, TXT, dan MD; "
        "simpan sebagai PDF lalu coba lagi.",
        en=f"{path}: this is {kind_en}. What is read: PDF, Word (DOCX, DOC, RTF, ODT), HTML, TXT "
        "and MD; save it as PDF and try again.",
    )


def locked(path: Path) -> UnreadableFileError:
    """Say that a Word file needs a password."""
    return UnreadableFileError(
        id=f"{path}: dikunci dengan kata sandi. Buka di Word, hapus kata sandinya (File > Info > "
        "Protect Document), simpan, lalu coba lagi.",
        en=f"{path}: locked with a password. Open it in Word, remove the password (File > Info > "
        "Protect Document), save it, and try again.",
    )


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
