"""A typist: Word files made at test time, with the automatic numbers that drafters use."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import run
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from regcheck.read.word.office import find_soffice
from regcheck.settings import Settings

#: The list of a regulation: bab, pasal, ayat, huruf, angka, as a template has them. Pasal are
#: numbered through, whatever bab they stand in.
REGULATION = (
    ("upperRoman", "BAB %1", "nothing", ""),
    ("decimal", "Pasal %2", "nothing", '<w:lvlRestart w:val="0"/>'),
    ("decimal", "(%3)", "tab", ""),
    ("lowerLetter", "%4.", "tab", ""),
    ("decimal", "%5.", "space", ""),
)
STYLES = ("Bab", "Pasal", "Ayat", "Huruf", "Angka")
HEADING = re.compile(r"(BAB|Pasal) ([IVXLC]+|\d+)")
ITEM = re.compile(r"(?:\((\d+)\)|([a-z])\.|(\d+)\.) (.*)")
LABEL = re.compile(r"(Menimbang|Mengingat) : (?:(a\.|1\.) )?(.*)")


def xml(text: str) -> Any:
    """Return an element of Word's markup."""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {nsdecls('w')}", text, count=1))


@dataclass
class Draft:
    """A Word file being typed."""

    document: Any = field(default_factory=docx.Document)
    lists: int = 0

    def __post_init__(self) -> None:
        """Start without the lists of the template."""
        for one in list(self.numbering):
            self.numbering.remove(one)

    @property
    def numbering(self) -> Any:
        """The root of the numbering part."""
        return self.document.part.numbering_part.element

    def define(self, *levels: tuple[str, str, str, str], more: str = "") -> int:
        """Define a list by format, pattern, suffix and further markup of each level."""
        self.lists += 1
        made = "".join(
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
            for index, (form, pattern, suffix, extra) in enumerate(levels)
        )
        self.define_xml(f'<w:multiLevelType w:val="multilevel"/>{made}', more)
        return self.lists

    def define_xml(self, levels: str, more: str = "") -> None:
        """Define a list by its markup; ``more`` is what its instance overrides."""
        number = self.lists
        abstract = xml(f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>')
        first = self.numbering.find(f"{{{abstract.nsmap['w']}}}num")
        if first is None:
            self.numbering.append(abstract)
        else:
            first.addprevious(abstract)
        self.instance(number, number, more)

    def instance(self, number: int, abstract: int, more: str = "") -> None:
        """Add an instance of a list."""
        self.numbering.append(
            xml(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>')
        )

    def style(self, name: str, properties: str, based_on: str = "") -> None:
        """Add a paragraph style."""
        base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
        self.document.styles.element.append(
            xml(
                f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}">'
                f'<w:name w:val="{name}"/>{base}{properties}</w:style>'
            )
        )

    def type(self, text: str = "", number: int = 0, level: int = 0, place: Any = None) -> Paragraph:
        """Type a paragraph, perhaps on a level of a list."""
        paragraph: Paragraph = (place or self.document).add_paragraph(text)
        if number:
            paragraph._p.get_or_add_pPr().append(
                xml(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
            )
        return paragraph

    def styled(self, text: str, style: str) -> Paragraph:
        """Type a paragraph in a style."""
        paragraph = self.type(text)
        paragraph._p.get_or_add_pPr().insert(0, xml(f'<w:pStyle w:val="{style}"/>'))
        return paragraph

    def raw(self, inner: str) -> Any:
        """Add a paragraph by its markup."""
        element = xml(f"<w:p>{inner}</w:p>")
        self.document.element.body.insert(len(self.document.element.body) - 1, element)
        return element

    def use_regulation_styles(self) -> None:
        """Define the styles of a regulation, each on a level of one list."""
        number = self.define(
            *(
                (form, pattern, suffix, f'{extra}<w:pStyle w:val="{style}"/>')
                for (form, pattern, suffix, extra), style in zip(REGULATION, STYLES, strict=True)
            )
        )
        for level, style in enumerate(STYLES):
            self.style(
                style,
                f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
                "</w:numPr></w:pPr>",
            )

    def save(self, path: Path) -> Path:
        """Save the file."""
        self.document.save(str(path))
        return path


@dataclass
class Copyist:
    """Type a regulation from its text, with automatic numbers wherever the text counts on.

    The preamble becomes a table without lines, with lists of its own; what stands after the
    closing is typed as it is.
    """

    draft: Draft
    counts: list[int] = field(default_factory=lambda: [0] * len(STYLES))
    automatic: int = 0

    def copy(self, text: str) -> None:
        """Type all lines."""
        self.draft.use_regulation_styles()
        lines = [line for line in text.splitlines() if line.strip()]
        start = next(i for i, line in enumerate(lines) if line.startswith("Menimbang"))
        body = next(i for i, line in enumerate(lines) if line in ("BAB I", "Pasal I", "Pasal 1"))
        end = next(
            (i for i, line in enumerate(lines) if line.startswith("Agar setiap")), len(lines)
        )
        for line in lines[:start]:
            self.draft.type(line)
        self.preamble(lines[start:body])
        self.body(lines[body:end])
        self.tables(lines[end:])

    def preamble(self, lines: list[str]) -> None:
        """Type *Menimbang* and *Mengingat* as a table of three columns."""
        table = self.draft.document.add_table(0, 3)
        number = 0
        for line in lines:
            if found := LABEL.fullmatch(line):
                cells = table.add_row().cells
                cells[0].text, cells[1].text = found[1], ":"
                form = "decimal" if found[2] == "1." else "lowerLetter"
                number = self.draft.define((form, "%1.", "tab", "")) if found[2] else 0
                cells[2]._tc.remove(cells[2].paragraphs[0]._p)
                self.draft.type(found[3], number, place=cells[2])
            elif number and (item := ITEM.fullmatch(line)):
                self.draft.type(item[4], number, place=table.rows[-1].cells[2])
            else:
                number = 0
                self.draft.type(line)

    def body(self, lines: list[str]) -> None:
        """Type the bab and pasal; a number that does not count on is typed by hand."""
        for line in lines:
            level, text = self.level_of(line)
            if level is None:
                self.draft.type(line)
            else:
                self.automatic += 1
                self.draft.styled(text, STYLES[level])

    def level_of(self, line: str) -> tuple[int | None, str]:
        """Return the level and the text of a line whose number is the next one of its level."""
        if found := HEADING.fullmatch(line):
            level = 0 if found[1] == "BAB" else 1
            wanted = roman(self.counts[0] + 1) if level == 0 else str(self.counts[1] + 1)
            number, text = found[2], ""
        elif item := ITEM.fullmatch(line):
            level = 2 if item[1] else 3 if item[2] else 4
            counted = self.counts[level] + 1
            wanted = chr(96 + counted) if item[2] else str(counted)
            number, text = item[1] or item[2] or item[3], item[4]
        else:
            return None, line
        if number != wanted or (level == 0 and self.counts[1] == 0 and self.counts[0]):
            return None, line
        self.count(level)
        return level, text

    def count(self, level: int) -> None:
        """Count as Word does: lower levels begin anew, but pasal run through."""
        self.counts[level] += 1
        for above in range(level):
            self.counts[above] = self.counts[above] or 1
        for below in range(level + 1, len(STYLES)):
            if below != 1:
                self.counts[below] = 0

    def tables(self, lines: list[str]) -> None:
        """Type what follows the body; rows of cells become a ruled table."""
        table = None
        for line in lines:
            if " | " in line:
                cells = line.split(" | ")
                if table is None:
                    table = self.draft.document.add_table(0, len(cells), style="Table Grid")
                for cell, text in zip(table.add_row().cells, cells, strict=True):
                    cell.text = text
            else:
                table = None
                self.draft.type(line)


def roman(number: int) -> str:
    """Print a small number as a Roman one."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


@pytest.fixture
def draft() -> Draft:
    """Return an empty Word file to type in."""
    return Draft()


@pytest.fixture
def typist() -> Callable[[], Draft]:
    """Return what makes empty Word files."""
    return Draft


@pytest.fixture
def copyist() -> Callable[[str], Copyist]:
    """Return what types a regulation from its text."""

    def copy(text: str) -> Copyist:
        made = Copyist(Draft())
        made.copy(text)
        return made

    return copy


@pytest.fixture(scope="session")
def soffice() -> str:
    """Return LibreOffice's program; where programs are required, a missing one is a failure."""
    found = find_soffice(Settings())
    if found is None:
        message = "LibreOffice (soffice) is not installed"
        if os.environ.get("REGCHECK_REQUIRE_PROGRAMS"):
            pytest.fail(message)
        pytest.skip(message)
    return found


Convert = Callable[[list[Path], str], dict[Path, Path]]


@pytest.fixture
def convert(soffice: str, tmp_path: Path) -> Convert:
    """Return what converts files with LibreOffice, all at once: each file to what is made of it."""

    def to_kind(files: list[Path], kind: str) -> dict[Path, Path]:
        folder = tmp_path / f"hasil-{kind[:3]}"
        command = [soffice, f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"]
        command += ["--headless", "--convert-to", kind, "--outdir", str(folder)]
        run(command + [str(file) for file in files], check=True, capture_output=True, timeout=120)
        suffix = kind.partition(":")[0]
        return {file: folder / f"{file.stem}.{suffix}" for file in files}

    return to_kind
