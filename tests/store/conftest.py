"""A small regulation of the fictional province, and an empty corpus to put it into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from regcheck.domain import (
    Amendment,
    Anomaly,
    Citation,
    Definition,
    FileReading,
    FileRow,
    Identity,
    Kind,
    Line,
    Passage,
    Regulation,
    Role,
    Source,
    SourceText,
    Span,
    Table,
    Unit,
)
from regcheck.domain.state import READING_FORM
from regcheck.store import Corpus

PERDA = "perda/nusa-kencana/2020/5"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a corpus file in a folder that does not exist yet."""
    return tmp_path / "korpus kota #1" / "korpus.sqlite"


@pytest.fixture
def corpus(path: Path) -> Iterator[Corpus]:
    """Open a new corpus."""
    with Corpus.open(path, create=True) as corpus:
        yield corpus


@pytest.fixture
def make() -> Callable[..., tuple[FileRow, list[Regulation], list[Passage]]]:
    """Make what one file gives: its row, its regulations and their passages."""
    return make_file


def make_file(
    *ids: str, path: str = "/arsip/sampah.pdf", sha256: str = "ab12", text: str = "mengolah sampah"
) -> tuple[FileRow, list[Regulation], list[Passage]]:
    """Make a file that holds regulations of two pasal each, sharing one source text."""
    ids = ids or (PERDA,)
    lines = ("Pasal 1", f"Setiap orang wajib {text}.", "Pasal 2", "Peraturan ini mulai berlaku.")
    source_text = SourceText(
        lines=tuple(Line(line, 1, 72.5, 10.0 * n) for n, line in enumerate(lines)),
        source=Source(path, sha256, 3, "plain 1"),
        tables=(Table(2, (("Jenis", "Tarif"), ("Kamar", "Rp1"))),),
        notes=(Anomaly("header", "kepala halaman dibuang", "header dropped", 1),),
        quality=0.75,
        ocr_pages=1,
    )
    regulations = [make_regulation(id_, source_text) for id_ in ids]
    passages = [
        Passage(f"{id_}#pasal-{n}", Kind.PASAL, lines[2 * n - 1], 1, norm_type="kewajiban")
        for id_ in ids
        for n in (1, 2)
    ]
    row = FileRow(path, sha256, "added", ids, 3, reading=FileReading(form=READING_FORM))
    return row, regulations, passages


def make_regulation(id_: str, source_text: SourceText) -> Regulation:
    """Make a regulation with one of everything."""
    text = source_text.text
    second = text.index("Pasal 2")
    spans = Span(0, second), Span(second, len(text))
    return Regulation(
        id=id_,
        identity=Identity("perda", "nusa-kencana", "5", "2020", "Sampah", "2020-03-01", draft=True),
        source_text=source_text,
        units=tuple(
            Unit(f"{id_}#pasal-{n}", Kind.PASAL, str(n), "", span, id_)
            for n, span in enumerate(spans, 1)
        ),
        citations=(
            Citation(Span(0, 7), f"{id_}#pasal-2", Role.MENCABUT, "perda/nusa-kencana/2012/3"),
            Citation(Span(8, 9), f"{id_}#pasal-2", Role.MENCABUT, "perda/nusa-kencana/2012/3"),
            Citation(Span(0, 7), f"{id_}#pasal-2", Role.MERUJUK, f"{id_}#pasal-1"),
            Citation(Span(0, 7), f"{id_}#pasal-2", Role.MERUJUK, None, ("a", "b"), "dua calon"),
        ),
        definitions=(Definition(f"{id_}#pasal-1", "Sampah", "", Span(0, 3)),),
        amendments=(
            Amendment("replace", "perda/nusa-kencana/2014/2#pasal-9", "9", (id_,), Span(0, 7)),
        ),
        anomalies=(Anomaly("gap", "nomor melompat", "numbering jumps", 1, f"{id_}#pasal-2"),),
        structure=0.5,
    )
