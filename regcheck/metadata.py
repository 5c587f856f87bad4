"""Tables of identities that clerks fill in by hand, as CSV from a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from regcheck.errors import RegcheckError
from regcheck.values import BadValueError, read_values

FILE = "berkas"
REMARK = "keterangan"
#: The columns of a table, each with the other names it may have; *keterangan* is not read.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    FILE: ("file", "nama_berkas", "path"),
    "jenis": ("kind", "type"),
    "wilayah": ("region", "daerah"),
    "nomor": ("number", "no"),
    "tahun": ("year",),
    "tentang": ("title", "judul", "about"),
    "tanggal_penetapan": ("enacted", "ditetapkan"),
    "tanggal_pengundangan": ("promulgated", "diundangkan"),
    "id": (),
    REMARK: ("remark", "note"),
}
NAMES = {name: column for column, others in COLUMNS.items() for name in (column, *others)}
#: What Excel, of whatever language, sets between cells.
DELIMITERS = ";,\t"
#: Problems listed before the rest is only counted.
MAX_PROBLEMS = 10
#: What a spreadsheet puts before a text that could be taken for a formula.
APOSTROPHE = "'"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table: which file, and the fields of its identity that are given."""

    line: int
    file: str
    values: Mapping[str, str]


Sentence = tuple[str, str]  # in Indonesian and English
Problem = tuple[int, Sentence]  # the line, and what is wrong with it


def read_table(path: Path) -> tuple[Entry, ...]:
    """Read a table; cells that are empty say nothing.

    The cells may be separated by commas, semicolons or tabs, and the text be UTF-8, with or
    without a mark, UTF-16, or the code page of an older Excel.

    Raises:
        RegcheckError: The file cannot be read, a column is unknown or missing, or a line is
            wrong; each wrong line is named.
    """
    lines = split_cells(decode(path))
    if not lines:
        raise refuse(path, [(1, ("tabel kosong", "the table is empty"))])
    (head_line, head), *body = lines
    columns = read_header(path, head_line, head)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for line, cells in body:
        try:
            entries.append(read_entry(line, cells, columns))
        except BadValueError as error:
            problems.append((line, (error.say("id"), error.say("en"))))
    if problems:
        raise refuse(path, problems)
    return tuple(entries)


def decode(path: Path) -> str:
    """Return the text of a table, however a spreadsheet has saved it.

    Raises:
        RegcheckError: The file cannot be opened, or is no text.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RegcheckError(
            id=f"{path}: tidak dapat dibuka ({error.strerror}).",
            en=f"{path}: cannot be opened ({error.strerror}).",
        ) from None
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RegcheckError(
        id=f"{path}: bukan tabel CSV. Di Excel: Simpan Sebagai > CSV UTF-8.",
        en=f"{path}: not a CSV table. In Excel: Save As > CSV UTF-8.",
    )


def split_cells(text: str) -> list[tuple[int, list[str]]]:
    r"""Split a table into the cells of its lines, with the number of each line; empty ones go.

    >>> split_cells("sep=;\nberkas;nomor\n;\na.pdf;5\n")
    [(2, ['berkas', 'nomor']), (4, ['a.pdf', '5'])]
    """
    first, _, rest = text.partition("\n")
    told = first.strip().lower().startswith("sep=")
    head = rest.partition("\n")[0] if told else first
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(StringIO(text), delimiter=delimiter)
    lines = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    return [(line, cells) for line, cells in lines[told:] if any(cells)]


def read_header(path: Path, line: int, cells: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of a table by their own names; a column without a name is empty.

    Raises:
        RegcheckError: A name is unknown or comes twice, or no column names the file.
    """
    written = ["_".join(cell.lower().replace("_", " ").split()) for cell in cells]
    problems = [
        (line, (f"kolom tidak dikenal: {cell}", f"unknown column: {cell}"))
        for cell, name in zip(cells, written, strict=True)
        if name and name not in NAMES
    ]
    columns = tuple(NAMES.get(name, "") for name in written)
    problems += [
        (line, (f"kolom {name} ada dua kali", f"the column {name} comes twice"))
        for name in COLUMNS
        if columns.count(name) > 1
    ]
    if FILE not in columns:
        problems.append((line, (f"tidak ada kolom {FILE}", f"there is no column {FILE} (file)")))
    if problems:
        listed = ", ".join(COLUMNS)
        known = f"yang dikenal: {listed}", f"known are: {listed}"
        raise refuse(path, [*problems, (line, known)])
    return columns


def read_entry(line: int, cells: Sequence[str], columns: Sequence[str]) -> Entry:
    """Read one line of a table.

    Raises:
        BadValueError: It has more cells than the header, names no file, or a value is none.
    """
    if any(cells[len(columns) :]):
        raise BadValueError(
            id="lebih banyak sel daripada judul kolom", en="more cells than columns"
        )
    named = {
        name: cell.removeprefix(APOSTROPHE) for name, cell in zip(columns, cells, strict=False)
    }
    file = named.pop(FILE, "")
    if not file:
        raise BadValueError(id="nama berkas kosong", en="the name of the file is empty")
    given = {name: cell for name, cell in named.items() if cell and name not in {"", REMARK}}
    return Entry(line, file, read_values(given))


def match_files(
    path: Path, entries: Iterable[Entry], files: Sequence[Path]
) -> dict[Path, Mapping[str, str]]:
    """Find the file that each line of a table means, by its name or the end of its path.

    Raises:
        RegcheckError: A line means no file or several, or two lines mean the same.
    """
    places = {file: file.resolve().as_posix().casefold() for file in files}
    found: dict[Path, Mapping[str, str]] = {}
    lines: dict[Path, int] = {}
    problems: list[Problem] = []
    for entry in entries:
        wanted = entry.file.replace("\\", "/").casefold().removeprefix("./")
        meant = [file for file, place in places.items() if f"/{place}".endswith(f"/{wanted}")]
        trouble = "" if len(meant) == 1 else "none" if not meant else "several"
        if not trouble and meant[0] in lines:
            trouble = "twice"
        if trouble:
            problems.append((entry.line, complain(trouble, entry.file, lines, meant)))
            continue
        lines[meant[0]] = entry.line
        found[meant[0]] = entry.values
    if problems:
        raise refuse(path, problems)
    return {file: values for file, values in found.items() if values}


def complain(trouble: str, file: str, lines: Mapping[Path, int], meant: Sequence[Path]) -> Sentence:
    """Say why a line means no single file."""
    if trouble == "twice":
        first = lines[meant[0]]
        return f"{file}: sudah ada di baris {first}", f"{file}: already on line {first}"
    if trouble == "several":
        return (
            f"{file}: {len(meant)} berkas bernama demikian; tulis dengan foldernya",
            f"{file}: {len(meant)} files have this name; write it with its folder",
        )
    return (
        f"{file}: tidak ada di antara berkas yang ditambahkan",
        f"{file}: not among the files being added",
    )


def refuse(path: Path, problems: Sequence[Problem]) -> RegcheckError:
    """List what is wrong with a table, line by line."""
    return RegcheckError(
        id="\n  ".join(list_problems(path, problems, english=False)),
        en="\n  ".join(list_problems(path, problems, english=True)),
    )


def list_problems(path: Path, problems: Sequence[Problem], *, english: bool) -> Iterator[str]:
    """Write the problems of a table, the first ones in full."""
    yield f"{path}: {'the table was not used:' if english else 'tabel tidak dipakai:'}"
    for line, sentence in problems[:MAX_PROBLEMS]:
        yield f"{'line' if english else 'baris'} {line}: {sentence[english]}"
    more = len(problems) - MAX_PROBLEMS
    if more > 0:
        yield f"+{more}"
