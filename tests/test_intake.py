"""Files enter the corpus once, in order, each with a row that says what became of it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from fpdf import FPDF
from PIL import Image

from regcheck.domain import FileReading, FileRow
from regcheck.errors import UnreadableFileError
from regcheck.intake import Batch, Job, add_files, is_outdated, parse_file, read_files
from regcheck.outcomes import ocr_mode
from regcheck.settings import Settings
from regcheck.store import Corpus

DEMO = Path(__file__).resolve().parent.parent / "corpus" / "regulations"
KTR = DEMO / "perda-2013-7.txt"
KTR_ID = "perda/nusa-kencana/2013/7"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Return an empty corpus."""
    with Corpus.open(tmp_path / "corpus.sqlite", create=True) as opened:
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return an empty folder for documents."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def outcomes(corpus: Corpus, *paths: Path, refresh: bool = False) -> list[str]:
    """Add files with one worker and return their outcomes."""
    return [row.outcome for row in add_files(paths, corpus, workers=1, refresh=refresh)]


def test_a_known_file_is_not_read_again(corpus: Corpus, inbox: Path) -> None:
    """The second offer of the same content changes nothing; a refresh reads it again."""
    path = Path(shutil.copy(KTR, inbox / "a.txt"))

    assert outcomes(corpus, path) == ["added"]
    assert outcomes(corpus, path) == ["unchanged"]
    assert outcomes(corpus, path, refresh=True) == ["replaced"]
    assert [head.id for head in corpus.heads()] == [KTR_ID]


def test_the_same_content_elsewhere_is_a_duplicate(corpus: Corpus, inbox: Path) -> None:
    """Two files with one content give one regulation, also within one batch."""
    first = Path(shutil.copy(KTR, inbox / "a.txt"))
    second = Path(shutil.copy(KTR, inbox / "b.txt"))

    assert outcomes(corpus, first, second) == ["added", "duplicate"]
    assert outcomes(corpus, first, second) == ["unchanged", "duplicate"]
    assert len(corpus.heads()) == 1


def test_other_content_with_the_same_number_is_kept(corpus: Corpus, inbox: Path) -> None:
    """A second text of one number gets its own id, with all its keys, and the row says so."""
    first = Path(shutil.copy(KTR, inbox / "a.txt"))
    second = inbox / "b.txt"
    second.write_text(KTR.read_text(encoding="utf-8").replace("rokok", "cerutu"), "utf-8")

    rows = list(add_files([first, second], corpus, workers=1))

    assert rows[1].ids == (f"{KTR_ID}~2",)
    assert f"{KTR_ID}~2" in rows[1].message
    twin = corpus.regulation(f"{KTR_ID}~2")
    assert {unit.key.partition("#")[0] for unit in twin.units} == {twin.id}
    assert {one.holder.partition("#")[0] for one in twin.citations} == {twin.id}
    own = [one.target for one in twin.citations if one.target and "7#pasal" in one.target]
    assert own == []
    assert {one.regulation for one in corpus.passages()} == {KTR_ID, twin.id}


def test_a_changed_file_replaces_what_it_gave_before(corpus: Corpus, inbox: Path) -> None:
    """The path keeps its id, and the old text is gone."""
    path = Path(shutil.copy(KTR, inbox / "a.txt"))
    assert outcomes(corpus, path) == ["added"]

    path.write_text(path.read_text(encoding="utf-8").replace("rokok", "cerutu"), "utf-8")

    assert outcomes(corpus, path) == ["replaced"]
    assert [head.id for head in corpus.heads()] == [KTR_ID]
    assert "cerutu" in corpus.regulation(KTR_ID).text


def test_a_bad_file_is_a_row_and_the_batch_goes_on(corpus: Corpus, inbox: Path) -> None:
    """An empty file and a web page named PDF fail with a sentence; the next file is added."""
    empty, page = inbox / "empty.pdf", inbox / "page.pdf"
    empty.touch()
    page.write_text("<!DOCTYPE html><html><body>404</body></html>", encoding="utf-8")
    good = Path(shutil.copy(KTR, inbox / "good.txt"))

    rows = list(add_files([empty, page, good], corpus, workers=2))

    assert [row.outcome for row in rows] == ["failed", "failed", "added"]
    assert all(row.message and row.message_en for row in rows[:2])
    assert [Path(row.path).name for row in corpus.files()] == ["empty.pdf", "page.pdf", "good.txt"]


def test_an_interrupted_batch_goes_on(corpus: Corpus) -> None:
    """What was yielded is stored; the next run reads only the rest."""
    paths = sorted(DEMO.glob("*.txt"))[:4]
    batch = add_files(paths, corpus, workers=1)
    assert [next(batch).outcome, next(batch).outcome] == ["added", "added"]
    batch.close()  # type: ignore[attr-defined]

    assert outcomes(corpus, *paths) == ["unchanged", "unchanged", "added", "added"]


def test_an_id_can_be_given(corpus: Corpus) -> None:
    """The override reaches the regulation and all its keys."""
    rows = list(add_files([KTR], corpus, Batch(given={KTR: {"id": "perda/lain/2000/1"}})))

    assert rows[0].ids == ("perda/lain/2000/1",)
    assert all(passage.regulation == "perda/lain/2000/1" for passage in corpus.passages())


def test_a_single_bad_file_raises(tmp_path: Path) -> None:
    """Outside a batch a bad file is an error with its own sentence."""
    with pytest.raises(UnreadableFileError):
        parse_file(tmp_path / "absent.pdf")


@pytest.fixture
def scan(inbox: Path) -> Path:
    """Print a page that is nothing but a picture."""
    pdf = FPDF(unit="pt", format=(612.0, 936.0))
    pdf.add_page()
    pdf.image(Image.new("L", (300, 460), 255), 0, 0, 612, 936)
    path = inbox / "pindai.pdf"
    pdf.output(str(path))
    return path


NEVER = Settings(ocr="never")
needs_tesseract = pytest.mark.skipif(ocr_mode(Settings()) == "never", reason="needs Tesseract")


def test_a_scan_is_a_row_that_says_how_it_was_read(corpus: Corpus, scan: Path) -> None:
    """Unread, it is no failure, and offered again it is no more."""
    first, second = (next(add_files([scan], corpus, Batch(NEVER))) for _ in range(2))

    assert (first.outcome, second.outcome) == ("scan", "scan")
    assert first.reading.ocr == "never"
    assert first.message
    assert corpus.files() == (first,)


def test_what_is_said_of_a_scan_is_kept_for_later(corpus: Corpus, scan: Path) -> None:
    """Its identity is known before its text can be read; removing others does not lose it."""
    list(add_files([scan, KTR], corpus, Batch(NEVER, {scan: {"nomor": "5"}}, workers=1)))
    corpus.remove(KTR_ID)
    (row,) = corpus.files()

    assert [one.values for one in corpus.supplied(row.path, row.sha256)] == [{"nomor": "5"}]


@pytest.fixture
def photographed(inbox: Path) -> Path:
    """Print the picture of a page of the demo, as a scanner does."""
    pdf = FPDF(unit="pt")
    with pypdfium2.PdfDocument(
        DEMO.parent / "pdf" / "regulations" / "perda-2013-7.pdf"
    ) as document:
        page = document[0]
        pdf.add_page(format=page.get_size())
        pdf.image(page.render(scale=200 / 72).to_pil().convert("L"), 0, 0, *page.get_size())
        page.close()
    path = inbox / "foto.pdf"
    pdf.output(str(path))
    return path


@needs_tesseract
def test_a_scan_left_unread_is_read_when_it_can_be(corpus: Corpus, photographed: Path) -> None:
    """Offered again with OCR it becomes a regulation like any other; then it is known."""
    (unread,) = add_files([photographed], corpus, Batch(NEVER))
    first, second = (next(add_files([photographed], corpus)) for _ in range(2))

    assert [row.outcome for row in (unread, first, second)] == ["scan", "added", "unchanged"]
    assert first.ids == (KTR_ID,)
    assert first.reading.ocr_pages == 1
    assert 0.5 < first.reading.confidence < 1
    assert "1 dari 1 halaman dengan OCR" in first.message
    assert all(0 < passage.confidence < 1 for passage in corpus.passages())


def read_as(**how: object) -> FileRow:
    """Return the row of a file that was read in a certain way."""
    reading = replace(FileReading("never", "final"), **how)  # type: ignore[arg-type]
    return FileRow("/arsip/a.pdf", "a", "added", ("perda/bali/2020/1",), 3, reading=reading)


@needs_tesseract
@pytest.mark.parametrize(
    ("row", "ocr", "again"),
    [
        (replace(read_as(), outcome="scan"), "auto", True),
        (replace(read_as(), outcome="scan"), "never", False),
        (replace(read_as(ocr="auto"), outcome="scan"), "auto", False),
        (replace(read_as(ocr=""), outcome="scan"), "auto", True),
        (read_as(unread_pages=2), "auto", True),
        (read_as(ocr="auto", unread_pages=2), "auto", False),
        (read_as(confidence=0.8), "auto", True),
        (read_as(), "auto", False),
        (read_as(), "always", True),
        (read_as(ocr="auto"), "always", True),
        (read_as(ocr="always"), "always", False),
        (read_as(ocr="always"), "auto", False),
    ],
)
def test_a_file_is_read_again_if_more_can_be_read(row: FileRow, ocr: str, again: bool) -> None:
    """What was left out for want of recognition is read when there is some; nothing else is."""
    assert is_outdated(row, Settings(ocr=ocr)) is again


def test_a_word_file_is_read_again_for_its_other_state() -> None:
    """The original and the final text of a draft are different texts."""
    row = replace(read_as(), path="/arsip/a.docx")

    assert not is_outdated(row, NEVER)
    assert is_outdated(row, replace(NEVER, track_changes="original"))


def test_a_table_reaches_files_that_are_known(corpus: Corpus, inbox: Path) -> None:
    """The identity is supplied without reading again; saying it twice changes nothing."""
    path = Path(shutil.copy(KTR, inbox / "a.txt"))
    batch = Batch(given={path: {"nomor": "70"}})
    assert outcomes(corpus, path) == ["added"]

    rows = [next(add_files([path], corpus, batch)) for _ in range(2)]

    assert [row.outcome for row in rows] == ["replaced", "unchanged"]
    assert [head.id for head in corpus.heads()] == ["perda/nusa-kencana/2013/70"]
    assert outcomes(corpus, path, refresh=True) == ["replaced"]
    assert [head.id for head in corpus.heads()] == ["perda/nusa-kencana/2013/70"]


def test_a_supplied_region_helps_to_read_the_citations(corpus: Corpus, inbox: Path) -> None:
    """A bare *Peraturan Daerah Nomor 3 Tahun 2012* is one of the region a person named."""
    path = inbox / "a.txt"
    path.write_text(
        "PERATURAN DAERAH\nNOMOR 9 TAHUN 2015\nTENTANG\nKEBERSIHAN\n\n"
        "MEMUTUSKAN:\nMenetapkan : PERATURAN DAERAH TENTANG KEBERSIHAN.\n\n"
        "Pasal 1\nPeraturan Daerah Nomor 3 Tahun 2012 tentang Sampah dicabut dan dinyatakan tidak "
        "berlaku.\n",
        encoding="utf-8",
    )
    list(add_files([path], corpus, Batch(given={path: {"wilayah": "nusa-kencana"}})))

    targets = {link.target for link in corpus.links()}
    assert "perda/nusa-kencana/2012/3" in targets


def test_a_file_that_takes_too_long_is_a_row(corpus: Corpus, inbox: Path) -> None:
    """The others are added; the slow one failed, and the row says after how many seconds."""
    slow = inbox / "b.txt"
    slow.write_text("Pasal 1\nSetiap orang wajib menjaga kebersihan.\n" * 60_000, "utf-8")
    first, last = Path(shutil.copy(KTR, inbox / "a.txt")), DEMO / "perda-2016-1.txt"
    batch = Batch(Settings(max_seconds=1), workers=2)

    rows = list(add_files([first, slow, last], corpus, batch))

    assert [row.outcome for row in rows] == ["added", "failed", "added"]
    assert "1 detik" in rows[1].message
    assert "max_seconds" in rows[1].message_en


def test_a_watcher_hears_which_files_are_read(inbox: Path) -> None:
    """A file that takes its time is named, so that nobody thinks the program stands still."""
    slow = inbox / "b.txt"
    slow.write_text("Pasal 1\nSetiap orang wajib menjaga kebersihan.\n" * 60_000, "utf-8")
    heard: list[tuple[Path, float]] = []
    batch = Batch(Settings(max_seconds=1), workers=2, watch=heard.extend)
    before = set(threading.enumerate())

    list(read_files([Job(path, batch.settings) for path in (KTR, slow)], batch))

    assert slow in {path for path, _ in heard}
    assert set(threading.enumerate()) <= before
