"""Where Tesseract and its language data are found, or how they are to be installed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from regcheck.domain import Anomaly
from regcheck.read.ocr import engine_pytesseract as ocr_pytesseract
from regcheck.read.ocr import engine_tesserocr as ocr_tesserocr
from regcheck.read.ocr.recogniser import Engine, Ocr, Pair
from regcheck.settings import Settings

#: The language of the texts, and the one for the second look.
TEXT, SIGNS = "ind", "eng"
#: Where Debian, Ubuntu, other systems and Homebrew keep language data, newest version first.
USUAL_PLACES = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
)
#: Where the Windows installer puts Tesseract, for everyone or for one user, and its data.
WINDOWS_HOMES = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PLACES = ("Tesseract-OCR/tessdata", "Programs/Tesseract-OCR/tessdata")

HOW_TO_INSTALL = (
    "Debian/Ubuntu: `sudo apt install tesseract-ocr tesseract-ocr-ind`. Windows: pasang Tesseract "
    "dari UB Mannheim (`winget install UB-Mannheim.TesseractOCR`) dan centang Indonesian pada "
    "Additional language data. macOS: `brew install tesseract tesseract-lang`. Bila datanya ada di "
    "folder lain, tulis foldernya pada setelan tessdata."
)
HOW_TO_INSTALL_EN = (
    "Debian/Ubuntu: `sudo apt install tesseract-ocr tesseract-ocr-ind`. Windows: install Tesseract "
    "from UB Mannheim (`winget install UB-Mannheim.TesseractOCR`) and tick Indonesian under "
    "Additional language data. macOS: `brew install tesseract tesseract-lang`. If the data are in "
    "another folder, name it in the setting tessdata."
)

Data = tuple[Path, str]  # folder and language
BuildEngine = Callable[[Path, str], Engine]


def find_ocr(settings: Settings) -> Ocr | Anomaly:
    """Return the recogniser, or an anomaly ``ocr-missing`` that tells how to install it.

    Indonesian data are used where they are found, else English ones, with a note that says so.
    """
    texts, signs = (find_language(settings.tessdata, language) for language in (TEXT, SIGNS))
    first = texts or signs
    if first is None:
        return missing_data(settings.tessdata)
    found = find_engine(first[0])
    if found is None:
        return missing_engine()
    engine, version = found
    second = signs if texts else None
    notes = () if second else (incomplete_note(first[1]),)
    said = f"{first[1]}+{second[1]}" if second else first[1]
    return Ocr(f"{version}, {said}", partial(build_pair, engine, first, second), notes)


def find_engine(tessdata: Path) -> tuple[BuildEngine, str] | None:
    """Return what makes an engine, and its name and version: tesserocr's, else pytesseract's."""
    if ocr_tesserocr.is_usable():
        return ocr_tesserocr.TesserocrEngine, ocr_tesserocr.read_version()
    if ocr_pytesseract.is_usable(find_program(tessdata)):
        return ocr_pytesseract.PytesseractEngine, ocr_pytesseract.read_version()
    return None


def build_pair(engine: BuildEngine, first: Data, second: Data | None) -> Pair:
    """Make the engines of one thread."""
    return Pair(engine(*first), engine(*second) if second else None)


def find_language(chosen: str, language: str) -> Data | None:
    """Return the folder that has the data of a language, and the language; the chosen one first."""
    for folder in find_tessdata(chosen):
        if (folder / f"{language}.traineddata").is_file():
            return folder, language
    return None


def find_tessdata(chosen: str) -> Iterator[Path]:
    """Yield the folders that may hold language data: the one set, the environment's, usual ones."""
    for named in (chosen, os.environ.get("TESSDATA_PREFIX", "")):
        if named:
            yield Path(named)
            yield Path(named) / "tessdata"
    for place in USUAL_PLACES:
        anchor, pattern = Path(place).anchor, str(Path(place).relative_to(Path(place).anchor))
        yield from sorted(Path(anchor).glob(pattern), reverse=True)
    for home in filter(None, map(os.environ.get, WINDOWS_HOMES)):
        yield from (Path(home) / place for place in WINDOWS_PLACES)
    yield Path(sys.prefix) / "share" / "tessdata"  # conda


def find_program(tessdata: Path) -> str:
    """Return the program ``tesseract``: on the path, or beside its data as on Windows."""
    beside = tessdata.parent / "tesseract.exe"
    return shutil.which("tesseract") or (str(beside) if beside.is_file() else "tesseract")


def missing_engine() -> Anomaly:
    """Say that no library for Tesseract is installed, and how to get one."""
    return Anomaly(
        "ocr-missing",
        "Gambar teks tidak dikenali: pustaka Tesseract tidak ada. Pasang dengan "
        "`pip install regcheck[ocr]`; di sistem yang tidak punya paket tesserocr juga program "
        f"Tesseract itu sendiri. {HOW_TO_INSTALL}",
        "Pictures of text are not recognised: no library for Tesseract is installed. Install it "
        "with `pip install regcheck[ocr]` and, on systems without a tesserocr package, the "
        f"program Tesseract itself. {HOW_TO_INSTALL_EN}",
    )


def missing_data(chosen: str) -> Anomaly:
    """Say that no language data were found, and how to get them."""
    at = f" di {chosen}" if chosen else ""
    at_en = f" in {chosen}" if chosen else ""
    return Anomaly(
        "ocr-missing",
        f"Gambar teks tidak dikenali: data bahasa Tesseract tidak ditemukan{at}. {HOW_TO_INSTALL}",
        "Pictures of text are not recognised: Tesseract's language data were not found"
        f"{at_en}. {HOW_TO_INSTALL_EN}",
    )


def incomplete_note(language: str) -> Anomaly:
    """Say what suffers because one of the two languages is not installed."""
    if language == TEXT:
        return Anomaly(
            "ocr-language",
            "Data bahasa Inggris Tesseract (eng) tidak ada, padahal data bahasa Indonesia tidak "
            f"mengenal tanda ; dan %: keduanya salah baca. {HOW_TO_INSTALL}",
            "Tesseract's English data (eng) are missing, and its Indonesian data do not know the "
            f"signs ; and %: both are misread. {HOW_TO_INSTALL_EN}",
        )
    return Anomaly(
        "ocr-language",
        "Data bahasa Indonesia Tesseract (ind) tidak ada; gambar teks dikenali sebagai bahasa "
        f"Inggris, sehingga lebih banyak kata salah baca. {HOW_TO_INSTALL}",
        "Tesseract's Indonesian data (ind) are missing; pictures of text are read as English, "
        f"with more words misread. {HOW_TO_INSTALL_EN}",
    )
