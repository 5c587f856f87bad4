"""The door to pytesseract: Tesseract as a program, where tesserocr is not to be had."""

from __future__ import annotations

import os
from pathlib import Path

from regcheck.read.ocr.images import Picture

#: Tesseract's own threads get in each other's way: one page for each of ours is faster.
ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}


class PytesseractEngine:
    """Tesseract through pytesseract: a process for each picture."""

    def __init__(self, tessdata: Path, language: str) -> None:
        os.environ.update(ONE_THREAD)  # the program inherits it
        self.language, self.tessdata = language, tessdata

    def read_table(self, pixels: Picture, dpi: int, mode: int, seconds: float) -> str | None:
        """Return Tesseract's table of words; ``None`` where it fails or takes too long."""
        import pytesseract

        config = f'--tessdata-dir "{self.tessdata}" --psm {mode} --dpi {dpi}'
        try:
            table: str = pytesseract.image_to_data(
                pixels, lang=self.language, config=config, timeout=seconds
            )
        except (RuntimeError, OSError):  # its own errors and the time limit are of these
            return None
        return table


def is_usable(program: str) -> bool:
    """Tell whether pytesseract can be loaded and finds the program ``tesseract``."""
    try:
        import pytesseract
    except (ImportError, OSError):
        return False
    pytesseract.pytesseract.tesseract_cmd = program
    try:
        pytesseract.get_tesseract_version()
    except (pytesseract.TesseractNotFoundError, OSError, SystemExit):
        return False
    return True


def read_version() -> str:
    """Return the name and version of the engine and of the library."""
    import pytesseract

    engine = pytesseract.get_tesseract_version()
    return f"Tesseract {engine} (pytesseract {pytesseract.__version__})"
