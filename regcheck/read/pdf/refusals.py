"""Why a PDF cannot be read, and what to do about it."""

from __future__ import annotations

from pathlib import Path

from regcheck.errors import UnreadableFileError


def locked_pdf(path: Path) -> UnreadableFileError:
    """Say that a file needs a password."""
    return UnreadableFileError(
        id=f"{path}: PDF terkunci kata sandi. Buka dengan kata sandinya, simpan salinan "
        "tanpa kata sandi, lalu baca salinan itu.",
        en=f"{path}: the PDF needs a password. Open it with the password, save a copy "
        "without one, and read that copy.",
    )


def damaged_pdf(path: Path) -> UnreadableFileError:
    """Say that a file is no whole PDF, or has no page."""
    return UnreadableFileError(
        id=f"{path}: PDF rusak atau terpotong. Unduh kembali dari sumbernya, atau buka dan simpan "
        "ulang dengan pembaca PDF.",
        en=f"{path}: the PDF is damaged or cut short. Download it again from its source, or open "
        "it in a PDF reader and save it anew.",
    )
