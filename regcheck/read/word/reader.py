"""Word files to lines: numbers as Word prints them, one state of the tracked changes, with notes.

The markup is read directly: python-docx passes over automatic numbers, tracked insertions,
footnotes and text boxes, which are what a draft regulation is made of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from regcheck.domain import Line, PageReading, Source, SourceText
from regcheck.read.notes import empty_note, quality_note
from regcheck.read.quality import LOW_QUALITY, text_quality
from regcheck.read.word.body import BodyReader
from regcheck.read.word.cells import without_bars
from regcheck.read.word.lines import Layout
from regcheck.read.word.lists import read_lists
from regcheck.read.word.markup import Element, W
from regcheck.read.word.notes import picture_note, through_note, word_notes
from regcheck.read.word.numbering import is_known, to_small_roman
from regcheck.read.word.packages import Package, damaged, open_package
from regcheck.read.word.runs import RunReader
from regcheck.read.word.styles import TWIPS, read_styles, twips
from regcheck.settings import Settings

READER = "docx"
MAIN_PART = "word/document.xml"
#: An inch, where the file does not say how wide its margin is.
MARGIN_PT = 72.0
#: The marks of footnotes are figures, those of endnotes small Roman figures.
RAISED = str.maketrans("0123456789ivxlcdm", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜᵈᵐ")
#: Separators that Word keeps among the footnotes.
RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True)
class WordFile:
    """The parts of an open Word file."""

    package: Package
    body: Element
    related: dict[str, list[str]]

    def part(self, kind: str) -> Element | None:
        """Return the root of the part of a kind, or ``None`` where there is none."""
        names = [name for name in self.related.get(kind, ()) if self.package.has(name)]
        return self.package.read_xml(names[0]) if names else None


def read_word(path: Path, sha256: str, settings: Settings, content: Any = None) -> SourceText:
    """Read a Word file; ``content`` is what LibreOffice made of the one at ``path``.

    A line is a paragraph, or what a line break parts; its automatic number stands before it.
    Tables of data are kept as records too. A file with nothing but pictures gives no lines and a
    note ``scan``.

    Raises:
        UnreadableFileError: The file is damaged, locked, or unfolds beyond a limit.
    """
    with open_package(path, settings, content) as package:
        word = open_word(package)
        original = settings.track_changes == "original"
        styles = read_styles(word.part("styles"))
        lists = read_lists(word.part("numbering"), styles, converted=content is not None)
        reader = BodyReader(RunReader(styles, original), lists)
        layout = Layout(margin_of(word.body))
        lines = [*layout.lay_out(reader.read_blocks(word.body))]
        lines += read_notes(word, reader, layout)
        count_left_out(word, reader)
    text = SourceText(tuple(lines), Source(str(path), sha256, reader.runs.pager.page, READER))
    return finish(replace(text, tables=tuple(layout.tables)), reader)


def open_word(package: Package) -> WordFile:
    """Find the body of a Word file.

    Raises:
        UnreadableFileError: There is no body.
    """
    names = [name for name in package.related("").get("officeDocument", ()) if package.has(name)]
    name = names[0] if names else MAIN_PART
    if not package.has(name):
        raise damaged(package.path, f"{MAIN_PART}?")
    body = package.read_xml(name).find(f"{W}body")
    if body is None:
        raise damaged(package.path, f"{name}: body?")
    return WordFile(package, body, package.related(name))


def margin_of(body: Element) -> float:
    """Return the left margin of the last section in points."""
    margin = body.find(f"{W}sectPr/{W}pgMar")
    left = None if margin is None else margin.get(f"{W}left")
    return MARGIN_PT if left is None else twips(left) / TWIPS


def read_notes(word: WordFile, reader: BodyReader, layout: Layout) -> list[Line]:
    """Read the footnotes and endnotes in the order of their marks, each with its mark raised."""
    lines: list[Line] = []
    for kind in ("footnote", "endnote"):
        wanted = [(key, page) for note, key, page in reader.runs.notes if note == kind]
        root = word.part(f"{kind}s") if wanted else None
        found = {one.get(f"{W}id", ""): one for one in root} if root is not None else {}
        reader.story = kind
        for number, (key, page) in enumerate(wanted, 1):
            if key in found and found[key].get(f"{W}type") not in RULES:
                mark = str(number) if kind == "footnote" else to_small_roman(number)
                printed = [*layout.lay_out(reader.read_blocks(found[key]))]
                lines += mark_first(printed, mark.translate(RAISED), page)
                reader.runs.seen["footnotes"] += 1
    return lines


def mark_first(lines: list[Line], mark: str, page: int) -> list[Line]:
    """Put a raised mark before the first line of a footnote, which stands on the mark's page."""
    texts = [f"{mark} {line.text}" for line in lines[:1]] + [line.text for line in lines[1:]]
    return [replace(line, text=text, page=page) for line, text in zip(lines, texts, strict=True)]


def count_left_out(word: WordFile, reader: BodyReader) -> None:
    """Count comments, and the running heads and feet that have text."""
    seen = reader.runs.seen
    comments = word.part("comments")
    seen["comments"] = 0 if comments is None else len(comments.findall(f"{W}comment"))
    names = word.related.get("header", []) + word.related.get("footer", [])
    for name in names:
        if word.package.has(name):
            root = word.package.read_xml(name)
            seen["furniture"] += any((text.text or "").strip() for text in root.iter(f"{W}t"))
    seen["hidden-text"] = seen.pop("hidden", 0)


def finish(text: SourceText, reader: BodyReader) -> SourceText:
    """Judge a text, and put the notes to it."""
    seen = reader.runs.seen
    if not text.lines and seen["pictures"]:
        scan = (picture_note(seen["pictures"]),)
        return replace(text, notes=scan, quality=0.0, pages=pages_of(text, "picture", 0.0))
    quality = text_quality(without_bars(text.lines))
    forms = sorted(form for form in reader.forms if not is_known(form))
    notes = [*word_notes(seen, forms, reader.runs.original)]
    if any(one.counters.used & one.lists.through for one in reader.numbers.values()):
        notes.append(through_note())
    if not text.lines:
        notes.append(empty_note())
    elif quality < LOW_QUALITY:
        notes.append(quality_note(quality))
    pages = pages_of(text, "layer" if text.lines else "blank", quality)
    return replace(text, notes=tuple(notes), quality=quality, pages=pages)


def pages_of(text: SourceText, origin: str, quality: float) -> tuple[PageReading, ...]:
    """Say of every page how it was read; typed text is as sure as it can be."""
    score = round(quality, 3) if origin == "layer" else -1.0
    sure = 0.0 if origin == "picture" else 1.0
    pages = range(1, text.source.pages + 1)
    return tuple(PageReading(page, origin, score, sure) for page in pages)
