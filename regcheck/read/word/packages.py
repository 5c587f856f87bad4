"""Zip packages of office files: opened within limits, and every fault told as one sentence.

Nothing is written to disk and no member is looked for by any name but its own, so paths inside a
package do no harm. What the headers declare is checked first, what comes out is counted again.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from regcheck.errors import UnreadableFileError
from regcheck.read.word.markup import Element, MarkupError, parse_xml
from regcheck.settings import Settings

MEGABYTE = 1 << 20
#: A draft has a few dozen members; one with many pictures, hundreds.
MAX_MEMBERS = 10_000
#: A text of 3,000 pages; a tree takes several times its text in memory.
MAX_PART_MB = 64
#: Deflate reaches 1,032 to 1 on a run of one byte; markup of real documents stays below 100.
MAX_RATIO, MIN_SUSPECT_MB = 250, 4

CONTENT_TYPES = "[Content_Types].xml"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

#: What a package is by the type of its main part, in Indonesian and English.
KINDS = (
    ("wordprocessingml", "docx", "berkas Word", "a Word file"),
    ("ms-word", "docx", "berkas Word", "a Word file"),
    ("spreadsheetml", "xlsx", "berkas Excel", "an Excel file"),
    ("ms-excel", "xlsx", "berkas Excel", "an Excel file"),
    ("presentationml", "pptx", "berkas PowerPoint", "a PowerPoint file"),
    ("ms-powerpoint", "pptx", "berkas PowerPoint", "a PowerPoint file"),
)
OPEN_TEXT = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True)
class Package:
    """An open package; ``path`` is what the user called it."""

    path: Path
    archive: zipfile.ZipFile
    members: frozenset[str]
    max_part: int

    def has(self, name: str) -> bool:
        """Tell whether there is such a member."""
        return name in self.members

    def read(self, name: str) -> bytes:
        """Return the content of a member, unpacked piece by piece up to the limit.

        Raises:
            UnreadableFileError: The member is damaged or too large.
        """
        with naming_faults(self.path), self.archive.open(name) as stream:
            content = stream.read(self.max_part + 1)
        if len(content) > self.max_part:
            raise too_large(self.path, self.max_part // MEGABYTE)
        return content

    def read_xml(self, name: str) -> Element:
        """Return the root of a member that holds XML.

        Raises:
            UnreadableFileError: The member is damaged, too large, or no sound XML.
        """
        content = self.read(name)
        try:
            return parse_xml(content)
        except MarkupError as error:
            raise damaged(self.path, f"{name}: {error}") from None

    def related(self, name: str) -> dict[str, list[str]]:
        """Return the members a part points to, by the last word of the kind of relation."""
        part = PurePosixPath(name)
        rels = str(part.parent / "_rels" / f"{part.name}.rels")
        found: dict[str, list[str]] = {}
        for one in self.read_xml(rels).iter(f"{RELS}Relationship") if self.has(rels) else ():
            if one.get("TargetMode") != "External":
                target = resolve(part.parent, one.get("Target", ""))
                found.setdefault(one.get("Type", "").rsplit("/", 1)[-1], []).append(target)
        return found


def resolve(folder: PurePosixPath, target: str) -> str:
    """Return the full name of a member from the folder and the target of a relation.

    >>> resolve(PurePosixPath("word"), "../customXml/item1.xml")
    'customXml/item1.xml'
    >>> resolve(PurePosixPath("word"), "/word/styles.xml")
    'word/styles.xml'
    """
    parts: list[str] = []
    full = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
    for part in full.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


@contextmanager
def open_package(path: Path, settings: Settings, content: Any = None) -> Iterator[Package]:
    """Open a zip package, refused at once where its headers declare too much.

    ``content`` is the file to read where it is not the one at ``path``.

    Raises:
        UnreadableFileError: The file is no zip file, damaged, locked, or unfolds beyond a limit.
    """
    with naming_faults(path):
        archive = zipfile.ZipFile(content or path)
    with archive:
        members = archive.infolist()
        refuse_bombs(path, members, settings)
        names = frozenset(member.filename for member in members)
        if len(names) < len(members):
            raise damaged(path, "nama ganda")
        limit = min(MAX_PART_MB, settings.max_unpacked_mb) * MEGABYTE
        yield Package(path, archive, names, limit)


def refuse_bombs(path: Path, members: list[zipfile.ZipInfo], settings: Settings) -> None:
    """Refuse a package by what its headers declare.

    Raises:
        UnreadableFileError: Too many members, too large together, or packed as no text is.
    """
    total = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or total > settings.max_unpacked_mb * MEGABYTE:
        raise too_large(path, settings.max_unpacked_mb)
    for member in members:
        suspect = member.file_size > MIN_SUSPECT_MB * MEGABYTE
        if suspect and member.file_size > MAX_RATIO * max(1, member.compress_size):
            raise too_large(path, settings.max_unpacked_mb)


@contextmanager
def naming_faults(path: Path) -> Iterator[None]:
    """Turn what zipfile and zlib raise on a bad file into our error.

    Raises:
        UnreadableFileError: The archive is damaged, locked, or packed in an unknown way.
    """
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, OSError) as error:
        raise damaged(path, str(error)) from None
    except NotImplementedError as error:
        raise damaged(path, str(error)) from None
    except RuntimeError:
        raise UnreadableFileError(
            id=f"{path}: arsip ZIP dikunci dengan kata sandi. Buka kuncinya lalu coba lagi.",
            en=f"{path}: the ZIP archive is locked with a password. Unlock it and try again.",
        ) from None


def kind_of(package: Package) -> tuple[str, str, str]:
    """Tell what a package is: ``docx``, ``odt``, ``xlsx``, ``pptx`` or ``zip``, and its names."""
    if package.has("mimetype"):
        declared = package.read("mimetype").decode("ascii", errors="replace").strip()
        if declared.startswith(OPEN_TEXT):
            return "odt", "berkas OpenDocument", "an OpenDocument file"
        return "zip", f"berkas {declared}", f"a file of the type {declared}"
    if not package.has(CONTENT_TYPES):
        return "zip", "arsip ZIP", "a ZIP archive"
    main = main_type(package)
    for word, kind, name, name_en in KINDS:
        if word in main:
            return kind, name, name_en
    return "zip", "arsip ZIP", "a ZIP archive"


def main_type(package: Package) -> str:
    """Return the content type of the main part, or an empty text."""
    declared = (
        one.get("ContentType", "").lower()
        for one in package.read_xml(CONTENT_TYPES)
        if one.tag in (f"{TYPES}Override", f"{TYPES}Default")
    )
    types = [one for one in declared if ".main+xml" in one or one.endswith("main+xml")]
    return types[0] if types else ""


def damaged(path: Path, detail: str) -> UnreadableFileError:
    """Say that a package is broken, and where."""
    detail = " ".join(detail.split())
    return UnreadableFileError(
        id=f"{path}: berkas rusak atau terpotong ({detail}). Buka dan simpan ulang di Word, atau "
        "minta salinan baru.",
        en=f"{path}: the file is damaged or cut short ({detail}). Open it in Word and save it "
        "again, or ask for a new copy.",
    )


def too_large(path: Path, limit_mb: int) -> UnreadableFileError:
    """Say that a package unfolds beyond what is read."""
    return UnreadableFileError(
        id=f"{path}: isi berkas ini membengkak melampaui batas {limit_mb} MB saat dibuka, jadi "
        "tidak dibaca. Kalau berkasnya tepercaya, simpan sebagai PDF, atau naikkan "
        "max_unpacked_mb.",
        en=f"{path}: this file unfolds beyond the limit of {limit_mb} MB, so it was not read. If "
        "you trust it, save it as PDF, or raise max_unpacked_mb.",
    )
