"""A printing press: small PDFs, drawn at test time, that show what real ones do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from fpdf import FPDF

Draw = Callable[[FPDF], None]
Print = Callable[..., Path]
Typeset = Callable[..., Draw]

#: F4 paper, upright, in points.
PAPER = (612.0, 936.0)


@pytest.fixture
def press(tmp_path: Path) -> Print:
    """Print pages, each drawn by a function, into a PDF file of the test's own folder.

    ``size`` is width and height in points; ``password`` locks the file; ``turn`` marks its pages
    as turned clockwise by so many degrees.
    """

    def print_pages(
        *pages: Draw,
        name: str = "naskah.pdf",
        size: tuple[float, float] = PAPER,
        password: str = "",
        turn: int = 0,
    ) -> Path:
        pdf = FPDF(unit="pt", format=(min(size), max(size)))
        pdf.set_auto_page_break(False)
        if password:
            pdf.set_encryption(owner_password="kunci", user_password=password)
        for draw in pages:
            pdf.add_page(orientation="landscape" if size[0] > size[1] else "portrait")
            pdf.set_font("helvetica", size=11)
            draw(pdf)
        path = tmp_path / name
        pdf.output(str(path))
        return turned(path, turn) if turn else path

    return print_pages


def turned(path: Path, degrees: int) -> Path:
    """Return a copy of a file whose pages are marked as turned."""
    copy = path.with_name(f"putar-{path.name}")
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            page.set_rotation(degrees)
            page.close()
        document.save(copy)
    return copy


@pytest.fixture
def page() -> Typeset:
    """Draw rows one below the other, 16 points apart, the first baseline at ``top``."""

    def typeset(*texts: str, x: float = 120.0, top: float = 100.0) -> Draw:
        def draw(pdf: FPDF) -> None:
            for number, text in enumerate(texts):
                pdf.text(x, top + 16 * number, text)

        return draw

    return typeset
