"""Tables of identities are read as spreadsheets write them, and every wrong line is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import Head, Identity, Standing, Status
from regcheck.errors import RegcheckError
from regcheck.metadata import COLUMNS, match_files, read_table
from regcheck.report.columns import IDENTITY_COLUMNS
from regcheck.report.tables import identities_csv, is_incomplete

TABLE = (
    "Berkas;Jenis;Wilayah;Nomor;Tahun;Tentang;Tanggal Penetapan;Keterangan\n"
    'a.pdf;Perda;Kab. Sleman;5;2016;"Pengelolaan; Sampah";31/01/2016;tulisan tangan\n'
    "\n"
    "b.pdf;;;12;;;;\n"
)


def write(folder: Path, content: str | bytes) -> Path:
    """Write a table."""
    path = folder / "identitas.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def complaint(folder: Path, content: str) -> str:
    """Return what is said of a wrong table, in Indonesian; English must say as many lines."""
    with pytest.raises(RegcheckError) as caught:
        read_table(write(folder, content))
    said = caught.value.say("id")
    assert len(caught.value.say("en").splitlines()) == len(said.splitlines())
    assert caught.value.exit_code == 2
    return said


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("cp1252"),
        TABLE.encode("utf-16"),
        ("sep=;\r\n" + TABLE.replace("\n", "\r\n")).encode(),
        TABLE.replace("; ", "@").replace(";", "\t").replace("@", "; ").encode(),
    ],
    ids=["utf-8", "utf-8-sig", "cp1252", "utf-16", "sep", "tab"],
)
def test_a_table_is_read_however_it_was_saved(tmp_path: Path, content: bytes) -> None:
    """Encodings, marks, separators and line ends of Excel make no difference."""
    first, second = read_table(write(tmp_path, content))

    assert first.values == {
        "jenis": "perda",
        "wilayah": "kab-sleman",
        "nomor": "5",
        "tahun": "2016",
        "tentang": "Pengelolaan; Sampah",
        "tanggal_penetapan": "2016-01-31",
    }
    assert (second.file, second.values) == ("b.pdf", {"nomor": "12"})


def test_english_names_and_commas_are_taken(tmp_path: Path) -> None:
    """The columns have English names too."""
    table = "file,kind,region,number,year,enacted\na.pdf,pergub,Bali,3,2020,2020-02-01\n"
    (entry,) = read_table(write(tmp_path, table))

    assert entry.values["wilayah"] == "bali"
    assert entry.values["tanggal_penetapan"] == "2020-02-01"


def test_every_wrong_line_is_named(tmp_path: Path) -> None:
    """All that is wrong is told at once, with the numbers that the spreadsheet shows."""
    said = complaint(
        tmp_path,
        "berkas;jenis;nomor;tahun;tanggal_penetapan;id\n"
        "a.pdf;perda;5;2016;31/02/2016;\n"
        "b.pdf;perdana;5;2016;;\n"
        "c.pdf;;x;2016;;\n"
        "d.pdf;;;16;;\n"
        ";;5;;;\n"
        "e.pdf;;;;;perda sleman 5\n"
        "f.pdf;;;;;;lebih\n",
    )

    assert re.findall(r"baris (\d+):", said) == ["2", "3", "4", "5", "6", "7", "8"]
    assert "31/02/2016" in said
    assert "perdana" in said


def test_a_long_list_of_problems_is_counted(tmp_path: Path) -> None:
    """Ten are told; the rest is a number."""
    said = complaint(tmp_path, "berkas,tahun\n" + "a.pdf,16\n" * 14)

    assert said.splitlines()[-1].strip() == "+4"


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("berkas;nomer", "nomer"),
        ("jenis;nomor", "berkas"),
        ("berkas;nomor;number", "dua kali"),
    ],
)
def test_a_wrong_header_is_refused(tmp_path: Path, header: str, word: str) -> None:
    """Unknown, missing and doubled columns are told, with those that are known."""
    said = complaint(tmp_path, f"{header}\na;b;c\n")

    assert word in said
    assert "tanggal_pengundangan" in said


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04\x00\x00", b"\n\n"])
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    """An empty file and a workbook get a sentence."""
    with pytest.raises(RegcheckError):
        read_table(write(tmp_path, content))


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    """A mistyped name is told."""
    with pytest.raises(RegcheckError, match=r"tidak-ada\.csv"):
        read_table(tmp_path / "tidak-ada.csv")


def matched(folder: Path, lines: str, *files: str) -> dict[Path, str]:
    """Match a table of numbers with files; return the number of each."""
    path = write(folder, f"berkas;nomor\n{lines}")
    found = match_files(path, read_table(path), [folder / file for file in files])
    return {file.relative_to(folder): values["nomor"] for file, values in found.items()}


def test_files_are_known_by_name_or_path(tmp_path: Path) -> None:
    """A name is enough where it is the only one; slashes and case may be Windows'."""
    lines = f"A.pdf;1\n2017\\x.pdf;2\n{tmp_path}/2018/x.pdf;3\n"
    found = matched(tmp_path, lines, "a.pdf", "2017/x.pdf", "2018/x.pdf", "b.pdf")

    assert found == {Path("a.pdf"): "1", Path("2017/x.pdf"): "2", Path("2018/x.pdf"): "3"}


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        ("c.pdf;1\n", "tidak ada"),
        ("pdf;1\n", "tidak ada"),
        ("x.pdf;1\n", "2 berkas"),
        ("a.pdf;1\na.pdf;2\n", "sudah ada di baris 2"),
    ],
)
def test_a_line_that_means_no_single_file_is_refused(tmp_path: Path, lines: str, word: str) -> None:
    """An unknown file, an ambiguous name and a second line for one file are told."""
    with pytest.raises(RegcheckError) as caught:
        matched(tmp_path, lines, "a.pdf", "1/x.pdf", "2/x.pdf")

    assert word in caught.value.say("id")


words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=9)
identities = st.builds(
    Identity,
    jenis=st.sampled_from(["perda", "pergub", "uu"]),
    wilayah=st.sampled_from(["", "bali", "kab-sleman", "kota-medan"]),
    nomor=st.from_regex(r"[0-9]{1,3}", fullmatch=True),
    tahun=st.sampled_from(["1999", "2016"]),
    tentang=st.lists(words, max_size=4).map(" ".join),
    tanggal_penetapan=st.dates().map(lambda day: day.isoformat()),
)


@given(identity=identities, lang=st.sampled_from(["id", "en"]))
def test_the_table_the_program_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, identity: Identity, lang: str
) -> None:
    """What ``corpus list`` writes says, given back, what the corpus says already."""
    standing = Standing("perda/bali/2016/5", Status.BERLAKU)
    head = Head(standing.id, identity, "/arsip/a b;c.pdf", "0", 1, 1, 1.0, 1.0, standing)
    path = write(tmp_path_factory.mktemp("tabel"), identities_csv([head], lang))

    (entry,) = read_table(path)

    assert entry.file == head.path
    for name, value in entry.values.items():
        assert value.lstrip("'") == getattr(identity, name).lstrip("'")


def test_the_columns_are_those_that_are_read() -> None:
    """The table that is written has the columns that are known, in both languages."""
    assert list(IDENTITY_COLUMNS) == list(COLUMNS)
    for name, (indonesian, english) in IDENTITY_COLUMNS.items():
        assert {indonesian, english} <= {name, *COLUMNS[name]}


@pytest.mark.parametrize(
    ("identity", "missing"),
    [
        (Identity("perda", "bali", "5", "2016"), False),
        (Identity("perda", "", "5", "2016"), True),
        (Identity("uu", "", "5", "2016"), False),
        (Identity("perda", "bali", "", "2016"), True),
        (Identity("perda", "bali", draft=True), False),
        (Identity(), True),
    ],
)
def test_what_is_incomplete(identity: Identity, missing: bool) -> None:
    """A region is needed where the kind has one; a draft needs no number."""
    assert is_incomplete(identity) is missing
