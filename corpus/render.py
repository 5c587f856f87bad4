"""Render the demo regulations and drafts (plain text) to PDF.

The layout imitates an Indonesian provincial regulation: F4 paper, Bookman-like type, a crest,
centred headings, hanging indents, a signature block on the right half. Every page carries the
notice that the text is fiction.

Usage::

    python corpus/render.py [--font-dir DIR] [NAME ...]

Needs ``fpdf2`` and the font TeX Gyre Bonum (Debian package ``fonts-texgyre``).
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont, newTable
from fpdf import FPDF

HERE = Path(__file__).resolve().parent
NOTICE = "CONTOH FIKTIF - BUKAN PERATURAN SUNGGUHAN"
FAMILY = "bonum"
FACES = {"": "texgyrebonum-regular", "B": "texgyrebonum-bold"}
CHARACTERS = "".join(map(chr, range(32, 127))) + "…"
PAGE = (215.0, 330.0)
LEFT, RIGHT, TOP, BOTTOM = 28.0, 25.0, 25.0, 25.0
LABEL_WIDTH = 30.0
LINE = 6.0
SIZE = 11.5
CENTRE = LEFT + (PAGE[0] - LEFT - RIGHT) / 2
SIGNED_ELECTRONICALLY = {"perda-2022-6", "pergub-2024-7", "pergub-2025-6"}
SIGNATURE_NOTE = "Dokumen ini ditandatangani secara elektronik dengan sertifikat contoh (fiktif)."

LABEL = re.compile(r"(Menimbang|Mengingat|Menetapkan) : (?:([a-z]\.|\d+\.) )?(.*)")
ITEM = re.compile(r"(\(\d+[a-z]?\)|[a-z]\.|\d+\.) (.*)")
HEADING = re.compile(r"(BAB [IVXLC]+[A-Z]?|Bagian \w+|Pasal (?:\d+[A-Z]*|[IVX]+))")
PLACE = re.compile(r"(Ditetapkan|Diundangkan) di ")
GAZETTE = re.compile(r"(LEMBARAN|BERITA) DAERAH |NOREG |TAMBAHAN LEMBARAN ")
GLOSS_HEADING = re.compile(r"(Pasal \d+[A-Z]*|Ayat \(\d+\)|Huruf [a-z]|I{1,2}\. [A-Z ]+)")


class Page(FPDF):
    """An F4 page with the notice, the page number and an optional signature note."""

    def __init__(self, font_dir: Path, signature: bool) -> None:
        """Set up the paper and the font.

        Args:
            font_dir: Folder that holds the converted faces.
            signature: Whether to print the electronic-signature line at the foot.
        """
        super().__init__(format=PAGE)
        self.signature = signature
        for style, name in FACES.items():
            self.add_font(FAMILY, style, font_dir / f"{name}.ttf")
        self.set_creation_date(datetime(2026, 1, 1, tzinfo=UTC))
        self.set_margins(LEFT, TOP, RIGHT)
        self.set_auto_page_break(True, BOTTOM)
        self.set_font(FAMILY, size=SIZE)

    def header(self) -> None:
        """Print the fiction notice and, from page 2, the page number."""
        self.set_font(FAMILY, size=7)
        self.set_text_color(120)
        self.text(CENTRE - self.get_string_width(NOTICE) / 2, 9, NOTICE)
        self.set_text_color(0)
        self.set_font(FAMILY, size=SIZE)
        if self.page_no() > 1:
            number = f"- {self.page_no()} -"
            self.text(CENTRE - self.get_string_width(number) / 2, 17, number)
        self.set_xy(LEFT, TOP)

    def footer(self) -> None:
        """Print the electronic-signature line where the document carries one."""
        if not self.signature:
            return
        self.set_font(FAMILY, size=6.5)
        self.line(LEFT, PAGE[1] - 16, PAGE[0] - RIGHT, PAGE[1] - 16)
        self.text(LEFT, PAGE[1] - 12, SIGNATURE_NOTE)
        self.set_font(FAMILY, size=SIZE)


@dataclass
class Writer:
    """Place the lines of one document on the pages, section by section."""

    pdf: Page
    depth: dict[str, float] = field(default_factory=dict)
    margin: float = LEFT
    quoting: bool = False

    def room(self, height: float) -> None:
        """Start a new page if less than ``height`` millimetres are left."""
        if self.pdf.get_y() + height > PAGE[1] - BOTTOM:
            self.pdf.add_page()

    def centred(self, text: str, *, bold: bool = False, gap: float = 0) -> None:
        """Print a centred line, with space above it."""
        self.pdf.set_y(self.pdf.get_y() + gap)
        self.pdf.set_font(FAMILY, "B" if bold else "", SIZE)
        self.pdf.multi_cell(0, LINE, text, align="C", new_x="LMARGIN", new_y="NEXT")
        self.pdf.set_font(FAMILY, "", SIZE)

    def block(self, x: float, text: str, *, align: str = "J") -> None:
        """Print a paragraph from ``x`` to the right margin."""
        self.room(LINE)
        self.pdf.set_x(x)
        width = PAGE[0] - RIGHT - x
        self.pdf.multi_cell(width, LINE, text, align=align, new_x="LMARGIN", new_y="NEXT")

    def hanging(self, x: float, marker: str, text: str) -> None:
        """Print ``marker`` at ``x`` and the text indented beside it."""
        self.room(2 * LINE)
        self.pdf.set_x(x)
        self.pdf.cell(9, LINE, marker)
        self.block(x + 9, text)

    def crest(self) -> None:
        """Draw a simple invented crest above the letterhead."""
        y = self.pdf.get_y() + 11
        for radius in (10, 8.6, 3.2):
            self.pdf.circle(CENTRE, y, radius)
        for step in (-5.5, -2.75, 0, 2.75, 5.5):
            self.pdf.line(CENTRE, y - 3.2, CENTRE + step, y - 7.2)
            self.pdf.line(CENTRE - 6.5 + abs(step) / 2, y + 5 + step / 4, CENTRE + step, y + 6.5)
        self.pdf.set_y(y + 14)

    def copy_box(self) -> None:
        """Print the SALINAN box in the upper right corner."""
        self.pdf.set_xy(PAGE[0] - RIGHT - 26, TOP - 6)
        self.pdf.cell(26, 7, "SALINAN", border=1, align="C", new_x="LMARGIN", new_y="NEXT")

    def letterhead(self, lines: list[str]) -> None:
        """Print everything above *Menimbang*."""
        if "SALINAN" in lines:
            self.copy_box()
        self.crest()
        for line in lines:
            if line not in (NOTICE, "SALINAN"):
                gap = 0 if line.startswith("NOMOR") else 2
                self.centred(line, bold=True, gap=gap)
        self.pdf.ln(4)

    def preamble(self, lines: list[str]) -> None:
        """Print *Menimbang*, *Mengingat*, the assent and the *diktum*."""
        column = LEFT + LABEL_WIDTH + 4
        for line in lines:
            if match := LABEL.fullmatch(line):
                self.label(match[1], column)
                line = f"{match[2] or ''} {match[3]}".strip()
            if match := ITEM.fullmatch(line):
                self.hanging(column, match[1], match[2])
            elif line.startswith(("bahwa", "PERATURAN")):
                self.block(column, line)
            else:
                self.assent(line)
        self.pdf.ln(2)

    def assent(self, line: str) -> None:
        """Print a line of the assent or the *diktum*, keeping the assent on one page."""
        if line == "Dengan Persetujuan Bersama":
            self.room(12 * LINE)
        self.centred(line, bold=True, gap=5 if line.startswith(("Dengan", "MEMU")) else 2)

    def label(self, word: str, column: float) -> None:
        """Print a label such as ``Menimbang`` and its colon in the left column."""
        self.room(3 * LINE)
        self.pdf.set_y(self.pdf.get_y() + 3)
        self.pdf.cell(LABEL_WIDTH, LINE, word)
        self.pdf.set_x(column - 4)
        self.pdf.cell(4, LINE, ":")

    def body(self, lines: list[str]) -> None:
        """Print the articles."""
        previous = ""
        for line in lines:
            if HEADING.fullmatch(line):
                self.heading(line)
            elif previous.startswith(("BAB ", "Bagian ")) and HEADING.fullmatch(previous):
                self.centred(line)
            elif match := ITEM.fullmatch(line):
                self.item(match[1], match[2])
            else:
                self.block(self.margin, line)
            previous = line

    def heading(self, line: str) -> None:
        """Print a heading and forget the indents of the article before it."""
        self.depth = {}
        self.room((9 if line.startswith("BAB ") else 5) * LINE)
        self.centred(line, gap=4)
        if line == "Pasal I":
            self.quoting = True
        elif line == "Pasal II":
            self.quoting, self.margin = False, LEFT

    def item(self, marker: str, text: str) -> None:
        """Print an ayat, huruf or angka at the indent its level has in this article."""
        kind = "ayat" if marker[0] == "(" else "angka" if marker[0].isdigit() else "huruf"
        if self.quoting and kind == "angka":
            self.depth, self.margin = {}, LEFT
            self.pdf.ln(3)
            self.hanging(LEFT, marker, text)
            self.margin = LEFT + 9
            return
        if kind not in self.depth:
            self.depth[kind] = max(self.depth.values(), default=self.margin - 9) + 9
        self.hanging(self.depth[kind], marker, text)

    def closing(self, lines: list[str]) -> None:
        """Print the promulgation order, both signature blocks and the gazette line."""
        x = LEFT
        self.pdf.ln(4)
        for line in lines:
            if match := PLACE.match(line):
                self.room(8 * LINE)
                self.pdf.ln(4)
                x = CENTRE if match[1] == "Ditetapkan" else LEFT
            if GAZETTE.match(line):
                self.pdf.ln(3)
                x = LEFT
            if line.startswith(("GUBERNUR", "SEKRETARIS", "ttd")):
                self.pdf.ln(2 if line != "ttd" else 6)
            self.block(x, line, align="J" if line.startswith("Agar") else "L")
            if line == "ttd":
                self.pdf.ln(6)

    def explanation(self, lines: list[str]) -> None:
        """Print the *penjelasan* on pages of its own."""
        self.pdf.add_page()
        start = lines.index("I. UMUM")
        for line in lines[:start]:
            self.centred(line)
        self.pdf.ln(4)
        indent = 0.0
        for line in lines[start:]:
            if match := GLOSS_HEADING.fullmatch(line):
                self.room(3 * LINE)
                indent = {"P": 6.0, "A": 14.0, "H": 22.0}.get(match[1][0], 0.0)
                self.block(LEFT + indent, line, align="L")
            elif GAZETTE.match(line):
                self.pdf.ln(6)
                self.block(LEFT, line, align="L")
            else:
                self.block(LEFT + indent + 8, line)

    def annex(self, lines: list[str]) -> None:
        """Print the *lampiran*: head on the right, a ruled table, the signature."""
        self.pdf.add_page()
        rows = [[cell.strip() for cell in line.split("|")] for line in lines if "|" in line]
        first = next(i for i, line in enumerate(lines) if "|" in line)
        self.pdf.set_font(FAMILY, size=9)
        for line in lines[: first - 1]:
            self.block(CENTRE, line, align="L")
        self.centred(lines[first - 1], bold=True, gap=6)
        self.pdf.ln(4)
        self.table(rows)
        self.pdf.ln(4)
        self.closing_signature([line for line in lines[first:] if "|" not in line])

    def table(self, rows: list[list[str]]) -> None:
        """Print a table with ruled lines."""
        with self.pdf.table(
            rows,
            col_widths=(12, 82, 36, 32),
            line_height=LINE,
            padding=1,
            text_align=("CENTER", "LEFT", "LEFT", "RIGHT"),
        ):
            pass

    def closing_signature(self, lines: list[str]) -> None:
        """Print the signature below an annex."""
        for line in lines:
            self.pdf.ln(4)
            self.block(CENTRE, line, align="L")


def split_parts(lines: list[str]) -> dict[str, list[str]]:
    """Cut a document at the lines that open its parts.

    Args:
        lines: The lines of the text file, without empty ones.

    Returns:
        The lines of each part, in order of appearance.
    """
    part, parts = "letterhead", {"letterhead": []}
    for line in lines:
        if line.startswith("Menimbang :"):
            part = "preamble"
        elif part == "preamble" and line in ("BAB I", "Pasal I"):
            part = "body"
        elif line.startswith("Agar setiap orang"):
            part = "closing"
        elif line in ("PENJELASAN", "LAMPIRAN"):
            part = {"PENJELASAN": "explanation", "LAMPIRAN": "annex"}[line]
        parts.setdefault(part, []).append(line)
    return parts


def render(source: Path, target: Path, font_dir: Path) -> None:
    """Render one text file to one PDF.

    Args:
        source: The text file.
        target: The PDF to write.
        font_dir: Folder that holds the font files.
    """
    lines = [line for line in source.read_text(encoding="utf-8").splitlines() if line]
    pdf = Page(font_dir, signature=source.stem in SIGNED_ELECTRONICALLY)
    pdf.set_title(source.stem)
    pdf.set_subject(NOTICE)
    pdf.add_page()
    writer = Writer(pdf)
    for part, content in split_parts(lines).items():
        getattr(writer, part)(content)
    target.parent.mkdir(parents=True, exist_ok=True)
    pdf.output(str(target))


def find_fonts(given: Path | None) -> Path:
    """Return the folder of the font, asking fontconfig unless one is given.

    Raises:
        SystemExit: The font is not installed.
    """
    folder = given
    if folder is None and (command := shutil.which("fc-match")):
        query = [command, "-f", "%{file}", "TeX Gyre Bonum:style=Regular"]
        found = subprocess.run(query, capture_output=True, text=True, check=True).stdout
        folder = Path(found).parent
    if folder is None or not (folder / f"{FACES['']}.otf").exists():
        raise SystemExit("TeX Gyre Bonum not found: install fonts-texgyre or give --font-dir")
    return folder


def to_truetype(source: Path, target: Path) -> None:
    """Write the needed glyphs of an OpenType/CFF font as TrueType outlines.

    fpdf2 embeds every font as TrueType, and strict readers refuse CFF outlines labelled so.

    Args:
        source: The ``.otf`` file.
        target: The ``.ttf`` file to write.
    """
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter()
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    outlines, order = {}, font.getGlyphOrder()
    for name, glyph in font.getGlyphSet().items():
        pen = TTGlyphPen(None)
        glyph.draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, outlines
    del font["CFF "]
    set_profile(font)
    font.save(target)


def set_profile(font: TTFont) -> None:
    """Fill in the tables that differ between the two outline formats."""
    profile = font["maxp"]
    profile.tableVersion = 0x00010000
    counters = (
        "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
        "maxSizeOfInstructions maxComponentElements"
    )
    for counter in counters.split():
        setattr(profile, counter, 0)
    profile.maxZones = 1
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def main() -> None:
    """Render all texts, or only those named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", help="file stems; all when none is given")
    parser.add_argument("--font-dir", type=Path, help="folder with the texgyrebonum files")
    options = parser.parse_args()
    originals = find_fonts(options.font_dir)
    with tempfile.TemporaryDirectory() as folder:
        for name in FACES.values():
            to_truetype(originals / f"{name}.otf", Path(folder) / f"{name}.ttf")
        render_all(Path(folder), set(options.names))


def render_all(font_dir: Path, names: set[str]) -> None:
    """Render every text whose stem is in ``names``, or all when it is empty."""
    for folder in ("regulations", "drafts"):
        for source in sorted((HERE / folder).glob("*.txt")):
            if not names or source.stem in names:
                render(source, HERE / "pdf" / folder / f"{source.stem}.pdf", font_dir)


if __name__ == "__main__":
    main()
