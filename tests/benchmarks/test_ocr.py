"""The measure of recognition: pages of known text, made bad, and how they are scored."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from fpdf import FPDF

from benchmarks import ocr as bench
from benchmarks.ocr_pages import (
    DPI,
    Sample,
    compose_columns,
    compose_sheet,
    degrade,
    sample_pages,
)
from regcheck.domain import Anomaly
from regcheck.read.layout.leaves import Fold, Leaf, Sheet
from regcheck.read.layout.rows import Row
from regcheck.read.ocr.images import find_ink, find_skew
from regcheck.read.ocr.recogniser import RecognisedPage
from regcheck.read.ocr.scans import prepare

ROW = "Setiap orang wajib menjaga kebersihan lingkungan sesuai ketentuan peraturan daerah"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Print a file of text, a file that is nearly empty, and one that is none."""
    for name, rows in (("naskah", 30), ("kosong", 1)):
        pdf = FPDF(unit="pt", format=(612, 936))
        pdf.add_page()
        pdf.set_font("times", size=11)
        for number in range(rows):
            pdf.text(90, 100 + 16 * number, f"({number + 1}) {ROW};")
        pdf.output(str(tmp_path / f"{name}.pdf"))
    (tmp_path / "rusak.pdf").write_bytes(b"bukan PDF")
    return tmp_path


def test_pages_with_text_are_drawn_with_their_text(folder: Path) -> None:
    """Files without text or that cannot be opened are passed over; the seed decides."""
    (sample,) = sample_pages(folder, 5, 1)

    assert sample.name == "naskah.pdf p1"
    assert sample.kind == "page"
    assert sample.rows[0] == f"(1) {ROW};"
    assert sample.pixels.shape == (2600, 1700)


def test_composed_pages_hold_the_words_in_two_columns_and_on_two_leaves(
    folder: Path, tmp_path: Path
) -> None:
    """The reader of pictures finds what was composed."""
    (sample,) = sample_pages(folder, 1, 1)

    columns, sheet = (
        compose(sample, sample, tmp_path) for compose in (compose_columns, compose_sheet)
    )

    assert len(prepare(columns.pixels, DPI).blocks[0]) == 3
    assert " ".join(sample.rows) in " ".join(columns.rows)
    assert prepare(sheet.pixels, DPI).fold is Fold.TWO_UP


def test_a_degraded_page_is_askew_and_blurred(folder: Path) -> None:
    """It leans by a degree, to the side asked for, and has no sharp edges left."""
    (sample,) = sample_pages(folder, 1, 1)

    bad = degrade(sample.pixels, clockwise=True)

    assert bad.shape == sample.pixels.shape
    assert find_skew(find_ink(bad)) == pytest.approx(-1, abs=0.1)
    assert np.unique(bad).size > 150


class Reader:
    """A recogniser that always reads one row, not quite right."""

    name, notes = "reader", ()

    def recognise(self, pixels: np.ndarray, page: int, dpi: int) -> RecognisedPage:
        """Return a page of one row."""
        assert (pixels.ndim, dpi) == (2, DPI)
        leaf = Leaf(page, 612, 936, (Row("Setiap orang wajlb lapor", 0, 0, 9, 9),))
        return RecognisedPage(page, Sheet(Fold.WHOLE, (leaf,), ()), 0.9)


def test_the_table_shows_the_shares(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Means for clean and degraded pages, and the worst pages on demand."""
    sample = Sample(
        "contoh", "page", ("Setiap orang wajib lapor",), np.full((99, 99), 255, np.uint8)
    )
    monkeypatch.setattr(bench, "find_ocr", lambda _: Reader())
    monkeypatch.setattr(bench, "sample_pages", lambda *_: iter([sample]))
    monkeypatch.setattr("sys.argv", ["ocr", "--data", str(folder), "--worst", "1"])

    assert bench.main() == 0

    printed = capsys.readouterr().out
    assert "clean, page" in printed
    assert "degraded, all" in printed
    assert "0.9583  0.3333" in printed
    assert printed.splitlines()[-1].startswith("0.9583 0.3333 clean    contoh")


def test_without_a_recogniser_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is measured, and the way to install it is printed."""
    monkeypatch.setattr(bench, "find_ocr", lambda _: Anomaly("ocr-missing", "tidak ada", "none"))
    monkeypatch.setattr("sys.argv", ["ocr"])

    assert bench.main() == 2
    assert "none" in capsys.readouterr().err
