"""Old Word, RTF and OpenDocument files, read as Word files that LibreOffice makes of them.

LibreOffice runs without a window, in a profile of its own in a temporary folder, so that one that
is open is not disturbed and nothing is left behind. Macros do not run and nothing is fetched.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from regcheck.domain import Source, SourceText
from regcheck.errors import UnreadableFileError
from regcheck.read.word.packages import open_package
from regcheck.read.word.reader import read_word
from regcheck.settings import Settings

TIMEOUT_S = 120
PROGRAMS = ("soffice", "libreoffice", "soffice.com")
#: Where LibreOffice stands when it is not on the path.
USUAL_PLACES = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
FILTER = "docx:MS Word 2007 XML"
APPLICATION_PART = "docProps/app.xml"

#: No macros, no links to other files, no picture from the network.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

#: The version in what LibreOffice writes of itself.
#:
#: takes    LibreOffice/7.4.7.2$Linux_X86_64      LibreOffice/24.8.1
#: refuses  Microsoft Office Word      LibreOffice
VERSION = re.compile(r"LibreOffice/(\d+\.\d+)")


def read_office(path: Path, sha256: str, kind: str, settings: Settings) -> SourceText:
    """Read a file that LibreOffice can open; ``kind`` is its suffix, without the dot.

    Raises:
        UnreadableFileError: There is no LibreOffice, or it cannot convert the file in time.
    """
    program = find_soffice(settings)
    if program is None:
        raise no_program(path, kind)
    with tempfile.TemporaryDirectory(prefix="regcheck-", ignore_cleanup_errors=True) as folder:
        made = convert(path, kind, program, Path(folder))
        text = read_word(path, sha256, settings, made)
        reader = reader_of(path, made, settings)
    return replace(text, source=Source(str(path), sha256, text.source.pages, reader))


def find_soffice(settings: Settings) -> str | None:
    """Return LibreOffice's program: the one set, on the path, or in a usual place.

    Raises:
        UnreadableFileError: The one that is set is not there.
    """
    if settings.soffice:
        if found := shutil.which(settings.soffice):
            return found
        raise UnreadableFileError(
            id=f"soffice = {settings.soffice}: program ini tidak ditemukan. Perbaiki alamatnya, "
            "atau hapus setelan itu supaya LibreOffice dicari sendiri.",
            en=f"soffice = {settings.soffice}: there is no such program. Correct the path, or "
            "remove the setting so that LibreOffice is looked for.",
        )
    for name in PROGRAMS:
        if found := shutil.which(name):
            return found
    for place in USUAL_PLACES:
        base, pattern = Path(place).anchor, str(Path(place).relative_to(Path(place).anchor))
        for candidate in sorted(Path(base).glob(pattern)) if base else ():
            return str(candidate)
    return None


def convert(path: Path, kind: str, program: str, folder: Path) -> Path:
    """Convert a copy of a file to DOCX, and return it; the copy's name is always the same.

    Raises:
        UnreadableFileError: It takes too long, or nothing comes out.
    """
    copy = folder / f"naskah.{kind}"
    shutil.copyfile(path, copy)
    profile = folder / "profil"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    made = folder / "hasil" / "naskah.docx"
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", FILTER, "--outdir", str(made.parent), str(copy)),
    ]
    said = run(command, path, folder)
    if not made.exists() or made.stat().st_size == 0:
        raise failed(path, said)
    return made


def run(command: list[str], path: Path, folder: Path) -> str:
    """Run LibreOffice and return what it says; with all it started it is ended after a time.

    Raises:
        UnreadableFileError: It cannot be started, or takes too long.
    """
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=sys.platform != "win32",
        )
    except OSError as error:
        raise failed(path, str(error)) from None
    with process:
        try:
            said, _ = process.communicate(timeout=TIMEOUT_S)
        except subprocess.TimeoutExpired:
            raise too_slow(path) from None
        finally:
            if process.poll() is None:
                end(process)
    return said.decode("utf-8", errors="replace")


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process and the ones it started: LibreOffice's program is a starter of another."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True
        )
    else:
        os.killpg(process.pid, signal.SIGKILL)


def reader_of(path: Path, made: Path, settings: Settings) -> str:
    """Name LibreOffice and its version, as it signs what it writes."""
    with open_package(path, settings, made) as package:
        has_part = package.has(APPLICATION_PART)
        signed = package.read(APPLICATION_PART).decode("utf-8", "replace") if has_part else ""
    version = VERSION.search(signed)
    return f"LibreOffice {version[1]} → docx" if version else "LibreOffice → docx"


def no_program(path: Path, kind: str) -> UnreadableFileError:
    """Say that LibreOffice is missing, and the two ways out."""
    return UnreadableFileError(
        id=f"{path}: berkas .{kind} dibaca lewat LibreOffice, yang tidak ditemukan di komputer "
        "ini. Pasang LibreOffice (libreoffice.org; Debian/Ubuntu: apt install "
        "libreoffice-writer), atau buka berkasnya di Word dan simpan sebagai DOCX.",
        en=f"{path}: .{kind} files are read through LibreOffice, which was not found on this "
        "computer. Install LibreOffice (libreoffice.org; Debian/Ubuntu: apt install "
        "libreoffice-writer), or open the file in Word and save it as DOCX.",
    )


def failed(path: Path, said: str) -> UnreadableFileError:
    """Say that LibreOffice could not convert a file."""
    detail = " ".join(said.split())[:200]
    shown = f" ({detail})" if detail else ""
    return UnreadableFileError(
        id=f"{path}: LibreOffice tidak dapat membuka berkas ini{shown}; mungkin rusak atau "
        "dikunci dengan kata sandi. Buka di Word dan simpan sebagai DOCX.",
        en=f"{path}: LibreOffice cannot open this file{shown}; it may be damaged or locked with a "
        "password. Open it in Word and save it as DOCX.",
    )


def too_slow(path: Path) -> UnreadableFileError:
    """Say that LibreOffice was stopped."""
    return UnreadableFileError(
        id=f"{path}: LibreOffice belum selesai setelah {TIMEOUT_S} detik dan dihentikan. Buka "
        "berkasnya di Word dan simpan sebagai DOCX.",
        en=f"{path}: LibreOffice had not finished after {TIMEOUT_S} seconds and was stopped. Open "
        "the file in Word and save it as DOCX.",
    )
