"""The identity benchmark counts right, wrong without a warning, and right with one."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks import identity as module
from regcheck.domain import Identity, Line, Source, SourceText
from regcheck.errors import UnreadableFileError

HEAD = "path\ttype\tnumber\tyear\ttext_layer\n"
ACT = """\
PERATURAN BUPATI SLEMAN
NOMOR {nomor} TAHUN 2017
TENTANG
PASAR DESA
BUPATI SLEMAN,
Menimbang : bahwa pasar perlu diatur;
MEMUTUSKAN:
Menetapkan : PERATURAN BUPATI TENTANG PASAR DESA.
Pasal 1
Pasar dibuka setiap hari.
"""
FILES = {
    "a.pdf": ACT.format(nomor="16"),
    "b.pdf": ACT.format(nomor="17"),
    "perbup_9_2017.pdf": ACT.format(nomor="8"),
    "kosong.pdf": "",
}


def read(path: Path) -> SourceText:
    """Return the lines of a file that exists only here."""
    if path.name not in FILES:
        raise UnreadableFileError(id="rusak", en="damaged")
    text = FILES[path.name]
    lines = tuple(Line(line, 1) for line in text.splitlines())
    return SourceText(lines, Source(str(path), sha256(text.encode()).hexdigest(), 1, "uji"))


def write_manifest(folder: Path) -> Path:
    """Write a catalogue of which one row is wrong."""
    manifest = folder / "MANIFEST.tsv"
    rows = [
        "a.pdf\tPerbup\t16\t2017\tyes",
        "b.pdf\tPerbup\t99\t2017\tpartial",
        "perbup_9_2017.pdf\tPerbup\t8\t2017\tocr",
        "kosong.pdf\tPerbup\t1\t2017\tnone",
        "hilang.pdf\tPerbup\t1\t2017\tnone",
    ]
    manifest.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return manifest


def test_figures_of_a_catalogue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files without text are counted apart; a wrong silent one and a right warned one are found."""
    expected = module.catalogue(write_manifest(tmp_path), {})
    lines = list(module.report(list(module.score(expected, tmp_path, read))))

    assert lines[1].split() == [
        "usable",
        "layer",
        "2",
        "0",
        "1",
        "50.0",
        "%",
        "1",
        "50.0",
        "%",
        "0",
        "0.0",
        "%",
    ]
    assert lines[2].split() == [
        "scan",
        "3",
        "2",
        "1",
        "100.0",
        "%",
        "0",
        "0.0",
        "%",
        "1",
        "100.0",
        "%",
    ]
    assert any(line.startswith("WRONG usable layer: b.pdf") for line in lines)
    assert any("nama-berkas-berselisih" in line for line in lines)
    assert "hilang.pdf" in capsys.readouterr().err


def test_a_truth_file_corrects_the_catalogue(tmp_path: Path) -> None:
    """Rows of a local table replace those of the catalogue."""
    truth = tmp_path / "truth.tsv"
    truth.write_text("path\ttype\tnumber\tyear\nb.pdf\tPerbup\t17\t2017\n", encoding="utf-8")
    expected = module.catalogue(write_manifest(tmp_path), module.read_table(truth))
    outcomes = {one.expected.path: one for one in module.score(expected, tmp_path, read)}

    assert outcomes["b.pdf"].right


@pytest.mark.parametrize(
    ("kind", "jenis", "right"),
    [
        ("Perda Kab/Kota", "perda", True),
        ("Perda Provinsi", "perda", True),
        ("Permen", "permenkes", True),
        ("Pergub", "perda", False),
        ("Rancangan Perda Kab/Kota", "perda", True),
        ("Brosur", "perda", True),
        (module.NO_REGULATION, "perda", False),
    ],
)
def test_kinds_of_a_catalogue_are_compared_as_instruments(
    kind: str, jenis: str, right: bool
) -> None:
    """The catalogue's words for a kind name the slug; an unknown word is not compared."""
    expected = module.Expected("a.pdf", "scan", kind, "07", "2017")

    assert module.is_right(expected, Identity(jenis=jenis, nomor="7", tahun="2017")) == right


def test_without_data_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The data stand outside the repository."""
    monkeypatch.setenv("REGCHECK_DATA", str(tmp_path))

    assert module.main([]) == 1
    assert "REGCHECK_DATA" in capsys.readouterr().err


def test_a_whole_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The command reads catalogue and annotated sample, and prints one table for both."""
    folder = tmp_path / "data" / "pdf"
    folder.mkdir(parents=True)
    write_manifest(folder)
    sets = tmp_path / "eval"
    sets.mkdir()
    row = '{"path": "a.pdf", "jenis": "perbup", "nomor": "16", "tahun": "2017"}\n'
    (sets / "P_provincial.jsonl").write_text(row, encoding="utf-8")
    monkeypatch.setenv("REGCHECK_DATA", str(tmp_path))
    monkeypatch.setattr(module, "read_document", read)

    assert module.main([]) == 0
    assert "P_provincial        1" in capsys.readouterr().out
