"""Saved pages of the web to lines: what is printed, without menus, scripts and hidden parts."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from regcheck.domain import Anomaly, Line, PageReading, Source, SourceText, Table
from regcheck.errors import UnreadableFileError
from regcheck.read.notes import quality_note
from regcheck.read.quality import LOW_QUALITY, text_quality
from regcheck.read.word.cells import BAR, has_preamble, lay_out_rows, without_bars
from regcheck.read.word.markup import Element, parse_html
from regcheck.read.word.numbering import say_number
from regcheck.read.word.packages import MAX_PART_MB, MEGABYTE, too_large
from regcheck.settings import Settings

#: Elements that are not the text of a page.
LEFT_OUT = frozenset(
    (
        "script", "style", "template", "noscript", "head", "nav", "header", "footer",
        "aside", "form", "button", "select", "input", "textarea", "svg", "canvas", "iframe",
        "object", "embed", "audio", "video", "dialog", "menu", "img",
    )
)  # fmt: skip
#: Elements that part lines.
BLOCKS = frozenset(
    (
        "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
        "hgroup", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "caption",
    )
)  # fmt: skip
CELLS = frozenset(("td", "th"))
#: How the types of a list are called in Word's words.
LIST_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "none": "none", "disc": "none", "circle": "none",
}  # fmt: skip

#: A style that keeps an element from being seen.
#:
#: takes    display:none      color: red; display : none      visibility:hidden
#: refuses  display:block      overflow:hidden
UNSEEN = re.compile(r"(?: display \s* : \s* none | visibility \s* : \s* hidden )", re.VERBOSE)

#: The kind of numbers a style gives a list.
#:
#: takes    list-style-type: lower-alpha      list-style:upper-roman inside
#: refuses  list-item
LIST_STYLE = re.compile(r"list-style (?: -type )? \s* : \s* (?P<form> [a-z-]+ )", re.VERBOSE)

#: The encoding a page names in its first bytes.
#:
#: takes    <meta charset="utf-8">      <meta content="text/html; charset=windows-1252">
#: refuses  charset unknown
CHARSET = re.compile(
    rb"charset \s* = \s* [\"']? \s* (?P<name> [\w-]+ )", re.VERBOSE | re.IGNORECASE
)

#: Words of the text of a regulation, which a page that reports a failure, asks to log in, or only
#: lists regulations does not have.
#:
#: takes    Pasal 1      Menimbang :      MEMUTUSKAN      Mengingat      KESATU      Surat Edaran
#: refuses  404 Not Found      Silakan masuk      Peraturan Daerah Nomor 5      pasal-pasal
LEGAL = re.compile(
    r"\b(?: pasal \s+ \d+ | menimbang | mengingat | memutuskan | kesatu | surat \s edaran ) \b",
    re.VERBOSE | re.IGNORECASE,
)
#: A page of fewer words is no regulation unless it has two of those.
MIN_WORDS, MIN_LEGAL = 150, 2
HEAD_BYTES = 4096
SPACES = re.compile(r"[ \t\r\n\f\xa0]+")


def read_web(path: Path, sha256: str, settings: Settings) -> SourceText:
    """Read a saved page: a line for each block or line break, list numbers as printed.

    Raises:
        UnreadableFileError: The page is too large, or reports a failed download instead of a
            regulation.
    """
    if path.stat().st_size > min(MAX_PART_MB, settings.max_unpacked_mb) * MEGABYTE:
        raise too_large(path, min(MAX_PART_MB, settings.max_unpacked_mb))
    text, encoding = decode_page(path.read_bytes())
    reader = PageReader()
    reader.read(parse_html(text))
    lines = tuple(Line(one, 1) for one in reader.finish())
    printed = "\n".join(line.text for line in lines)
    if is_failure(printed):
        raise no_regulation(path)
    quality = text_quality(without_bars(lines))
    return SourceText(
        lines,
        Source(str(path), sha256, 1, f"html {encoding}"),
        tables=tuple(reader.tables),
        notes=tuple(web_notes(reader.left_out, quality)),
        quality=quality,
        pages=(PageReading(1, "layer", round(quality, 3)),),
    )


def is_failure(text: str) -> bool:
    """Tell whether a page is no regulation: few words, hardly any of them those of its text.

    >>> is_failure("404 Not Found"), is_failure("Pasal 1 Cukup jelas. Pasal 2 Cukup jelas.")
    (True, False)
    """
    legal = len(LEGAL.findall(text))
    return legal == 0 or (len(text.split()) < MIN_WORDS and legal < MIN_LEGAL)


def decode_page(content: bytes) -> tuple[str, str]:
    r"""Return the text of a page and its encoding: by its mark, its own word, UTF-8, Windows-1252.

    >>> decode_page(b'<meta charset="latin1">caf\xe9')
    ('<meta charset="latin1">café', 'cp1252')
    """
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
                       (codecs.BOM_UTF16_BE, "utf-16-be")):  # fmt: skip
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace"), name
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    named = CHARSET.search(content[:HEAD_BYTES])
    name = known_encoding(named["name"].decode()) if named else "cp1252"
    return content.decode(name, errors="replace"), name


def known_encoding(name: str) -> str:
    """Return Python's name of an encoding; what browsers read as Windows-1252 is that."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return "cp1252"
    return "cp1252" if found in ("iso8859-1", "ascii", "utf-8") else found


@dataclass
class PageReader:
    """Collect the lines of a page; ``left_out`` counts parts that are no text."""

    lines: list[str] = field(default_factory=list)
    current: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    left_out: int = 0

    def finish(self) -> list[str]:
        """End the last line, and return all."""
        self.end_line()
        return self.lines

    def end_line(self) -> None:
        """End a line; an empty one is none."""
        line = SPACES.sub(" ", "".join(self.current)).strip()
        self.current.clear()
        if line:
            self.lines.append(line)

    def read(self, element: Element) -> None:
        """Read an element and what follows each of its children."""
        tag = str(element.tag).lower()
        if tag in LEFT_OUT or is_unseen(element):
            self.left_out += tag in ("nav", "header", "footer", "aside", "form")
            return
        handler = HANDLERS.get(tag)
        if tag in BLOCKS:
            self.end_line()
        if handler is not None:
            handler(self, element)
        else:
            self.read_inside(element)
        if tag in BLOCKS:
            self.end_line()

    def read_inside(self, element: Element) -> None:
        """Read the text and the children of an element."""
        self.current.append(element.text or "")
        for child in element:
            self.read(child)
            self.current.append(child.tail or "")

    def read_break(self, _element: Element) -> None:
        """Start a line."""
        self.end_line()

    def read_preformatted(self, element: Element) -> None:
        """Read a text whose own line breaks are printed."""
        for line in "".join(str(part) for part in element.itertext()).splitlines():
            self.current.append(line)
            self.end_line()

    def read_list(self, element: Element) -> None:
        """Read the items of a numbered list, each with its number."""
        number, form = to_int(element.get("start"), 1), list_form(element)
        for child in element:
            if child.tag == "li":
                number = to_int(child.get("value"), number)
                label = say_number(number, form)
                self.end_line()
                self.current.append(f"{label}. " if label else "")
                number += 1
            self.read(child) if child.tag != "li" else self.read_item(child)

    def read_item(self, element: Element) -> None:
        """Read an item of a list; its number stands on its first line already."""
        if not is_unseen(element):
            self.read_inside(element)
        self.end_line()

    def read_table(self, element: Element) -> None:
        """Read a table: of data row by row with bars, of layout as its cells belong together."""
        rows = [row for row in element.iter("tr") if nearest(row, "table") is element]
        cells = [[cell for cell in row if cell.tag in CELLS] for row in rows]
        lines = [[tuple(self.read_apart(cell)) for cell in row] for row in cells]
        if not is_data_table(element, cells) or has_preamble(lines):
            self.lines += [line.text for line in lay_out_rows(lines)]
            return
        record = [tuple(" ".join(line.text for line in part) for part in row) for row in lines]
        self.lines += [" ".join(BAR.join(texts).split()) for texts in record if any(texts)]
        width = max(map(len, record))
        self.tables.append(Table(1, tuple(row + ("",) * (width - len(row)) for row in record)))

    def read_apart(self, element: Element) -> Iterator[Line]:
        """Yield the lines within an element, read by themselves."""
        reader = PageReader(tables=self.tables)
        reader.read_inside(element)
        yield from (Line(line, 1) for line in reader.finish())
        self.left_out += reader.left_out


Handler = Callable[[PageReader, Element], None]
HANDLERS: dict[str, Handler] = {
    "br": PageReader.read_break,
    "hr": PageReader.read_break,
    "pre": PageReader.read_preformatted,
    "ol": PageReader.read_list,
    "table": PageReader.read_table,
}


def nearest(element: Element, tag: str) -> Element | None:
    """Return the nearest element with a tag around another."""
    return next(element.iterancestors(tag), None)


def is_data_table(table: Element, cells: list[list[Element]]) -> bool:
    """Tell whether a table holds data: heads of columns or lines, and no table within it."""
    if len(cells) < 2 or max(map(len, cells), default=0) < 2 or table.find(".//table") is not None:
        return False
    ruled = table.get("border", "0") not in ("", "0")
    return ruled or any(cell.tag == "th" for row in cells for cell in row)


def is_unseen(element: Element) -> bool:
    """Tell whether an element is kept from being seen."""
    style = element.get("style", "")
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or (bool(style) and UNSEEN.search(style) is not None)


def list_form(element: Element) -> str:
    """Return the kind of numbers of a list: of its style, else of its type."""
    styled = LIST_STYLE.search(element.get("style", ""))
    name = styled["form"] if styled else element.get("type", "1")
    return LIST_FORMS.get(name, "decimal")


def to_int(value: str | None, default: int) -> int:
    """Read a whole number; what is none gives the default."""
    return int(value) if value and value.isdecimal() and len(value) < 10 else default


def web_notes(left_out: int, quality: float) -> Iterator[Anomaly]:
    """Yield the notes of a page."""
    if left_out:
        yield Anomaly(
            "furniture",
            f"{left_out} bagian halaman web (menu, kepala, kaki, formulir) tidak dibaca sebagai "
            "isi.",
            f"{left_out} parts of the web page (menus, heads, feet, forms) were not read as text.",
        )
    if quality < LOW_QUALITY:
        yield quality_note(quality)


def no_regulation(path: Path) -> UnreadableFileError:
    """Say that a page is not a regulation."""
    return UnreadableFileError(
        id=f"{path}: isinya halaman web tanpa teks peraturan; unduhan mungkin gagal. Unduh kembali "
        "dokumennya dari situs asal.",
        en=f"{path}: this is a web page without the text of a regulation; the download may have "
        "failed. Download the document again from its site.",
    )
