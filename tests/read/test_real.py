"""Real documents, where they are at hand: none breaks the reader, and each gives what it holds."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from regcheck.domain import Anomaly
from regcheck.read import read_document
from regcheck.read.ocr.finder import find_ocr
from regcheck.settings import Settings

#: Longer documents are left to the benchmark.
MAX_PAGES = 4


def test_short_real_pdfs_give_their_text(data_folder: Path) -> None:
    """Without recognition, a document with a text layer has lines; one without is called a scan.

    With it, the first scan has lines as well.
    """
    manifest = data_folder / "data" / "pdf" / "MANIFEST.tsv"
    if not manifest.exists():
        pytest.skip("the folder of external data holds no list of PDFs")
    with manifest.open(encoding="utf-8", newline="") as stream:
        listed = list(csv.DictReader(stream, delimiter="\t"))
    wrong = []
    for row in listed:
        if int(row["pages"]) <= MAX_PAGES:
            source = read_document(data_folder / "data" / row["path"], Settings(ocr="never"))
            scan = any(note.code == "scan" for note in source.notes)
            if scan != (row["text_layer"] == "none") or scan != (not source.lines):
                wrong.append(row["path"])

    assert wrong == []
    first = next(row for row in listed if row["text_layer"] == "none")
    if isinstance(find_ocr(Settings()), Anomaly):
        pytest.skip("there is no Tesseract")
    source = read_document(data_folder / "data" / first["path"])
    assert source.lines
    assert {page.origin for page in source.pages} <= {"ocr", "blank"}
