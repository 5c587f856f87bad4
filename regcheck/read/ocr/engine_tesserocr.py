"""The door to tesserocr: Tesseract in this process, one engine for each thread."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from regcheck.read.ocr.images import Picture

#: Tesseract's own threads get in each other's way: one page for each of ours is faster.
ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}


class TesserocrEngine:
    """Tesseract through tesserocr; an object serves one thread at a time."""

    def __init__(self, tessdata: Path, language: str) -> None:
        os.environ.update(ONE_THREAD)  # read when the library loads
        import tesserocr

        self.api: Any = tesserocr.PyTessBaseAPI(path=str(tessdata), lang=language)

    def read_table(self, pixels: Picture, dpi: int, mode: int, seconds: float) -> str | None:
        """Return Tesseract's table of words; ``None`` where it fails or takes too long."""
        height, width = pixels.shape
        try:
            self.api.SetPageSegMode(mode)
            self.api.SetImageBytes(pixels.tobytes(), width, height, 1, width)
            self.api.SetSourceResolution(dpi)
            if not self.api.Recognize(round(seconds * 1000)):
                return None
            table: str = self.api.GetTSVText(0)
        except RuntimeError:
            return None
        finally:
            self.api.Clear()
        return table


def is_usable() -> bool:
    """Tell whether tesserocr can be loaded."""
    os.environ.update(ONE_THREAD)
    try:
        import tesserocr  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


def read_version() -> str:
    """Return the name and version of the engine and of the library."""
    import tesserocr

    engine = tesserocr.tesseract_version().split()[1]
    return f"Tesseract {engine} (tesserocr {tesserocr.__version__})"
