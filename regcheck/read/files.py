"""Files to text: what a file is, told from its first bytes, and who reads it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from regcheck.domain import SourceText
from regcheck.errors import UnreadableFileError
from regcheck.read.documents import read_pdf
from regcheck.read.plain import read_plain
from regcheck.settings import Settings

SUFFIXES = (".pdf", ".txt", ".md")
#: Drafts come as these too; a folder lists them so that each is refused by name, not passed over.
WORD_SUFFIXES = (".docx", ".doc", ".rtf", ".odt")
TEXT_SUFFIXES = (".txt", ".md")
#: A PDF may start with some bytes of another kind (PDF 32000-1, annex H, note 13).
HEAD_BYTES = 1024
PDF_MARK = b"%PDF-"

#: What a file is by its first bytes, in Indonesian and English.
SIGNATURES = (
    (b"PK\x03\x04", "berkas Word, OpenDocument, atau ZIP", "a Word, OpenDocument or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "berkas Word lama (.doc)", "an old Word file (.doc)"),
    (b"{\\rtf", "berkas RTF", "an RTF file"),
    (b"\x89PNG", "gambar", "a picture"),
    (b"\xff\xd8\xff", "gambar", "a picture"),
    (b"II*\x00", "gambar", "a picture"),
    (b"MM\x00*", "gambar", "a picture"),
)
WEB_PAGES = (b"<!doctype html", b"<html", b"<?xml", b"<head")


def find_documents(path: Path) -> tuple[Path, ...]:
    """List the documents of a folder and its subfolders, sorted; a file stands for itself.

    Word files are listed although they cannot be read yet, so that a batch names each of them.
    Hidden files, and the lock files Word leaves (``~$...``), are left out.

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
            if file.suffix.lower() in SUFFIXES + WORD_SUFFIXES
            and file.is_file()
            and not any(part.startswith((".", "~$")) for part in file.relative_to(path).parts)
        )
    )
    if not found:
        raise UnreadableFileError(
            id=f"{path}: tidak ada berkas PDF, TXT, atau MD di folder ini.",
            en=f"{path}: no PDF, TXT or MD file in this folder.",
        )
    return found


def read_document(path: Path, settings: Settings | None = None) -> SourceText:
    """Read a PDF, TXT or MD file into lines in reading order.

    The first bytes decide what a file is, not its name. A scan without a text layer gives no
    lines and a note with the code ``scan``; other notes say what was left out or may be wrong.

    Raises:
        UnreadableFileError: The file is missing, empty, encrypted, damaged, or of another kind.
    """
    head = read_head(path)
    if PDF_MARK in head:
        return read_pdf(path, digest(path), settings or Settings())
    refuse_others(path, head)
    return read_plain(path, digest(path))


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
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(WEB_PAGES):
        raise UnreadableFileError(
            id=f"{path}: isinya halaman web, bukan dokumen; unduhan mungkin gagal. Unduh kembali "
            "dokumennya dari situs asal.",
            en=f"{path}: this is a web page, not a document; the download may have failed. "
            "Download the document again from its site.",
        )
    if path.suffix.lower() == ".pdf":
        raise UnreadableFileError(
            id=f"{path}: bukan PDF (tanda %PDF tidak ada). Unduh kembali, atau simpan ulang "
            "sebagai PDF.",
            en=f"{path}: not a PDF (the mark %PDF is missing). Download it again, or save it anew "
            "as PDF.",
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
        id=f"{path}: {kind}. Versi ini membaca PDF, TXT, dan MD; simpan sebagai PDF lalu coba "
        "lagi.",
        en=f"{path}: {kind_en}. This version reads PDF, TXT and MD; save it as PDF and try again.",
    )


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
