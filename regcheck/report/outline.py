"""A regulation's tree as plain text: one unit a line, indented, with its page."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping

from regcheck.domain import Regulation, Unit
from regcheck.naming import cite_path, name_draft
from regcheck.report.look import Look
from regcheck.report.reading import describe_reading
from regcheck.report.terms import IDENTITY, name_of
from regcheck.report.words import number, say
from regcheck.settings import Settings

INDENT = "  "
#: The label printed before a unit's words, which the outline has written already.
#:
#: takes    (1a) Bupati      a. kios      12. kios
#: refuses  Bupati
LABEL = re.compile(
    r"""
    ^ (?: \( \w{1,4} \)          # (1)   (1a)
      | \w{1,3} [.)]             # a.    12.   1)
    ) \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
PAGE_WIDTH = 9
#: A line keeps room for some words, however deep the unit lies.
MIN_WORDS_WIDTH = 16


def render_outline(
    regulation: Regulation, look: Look, remarks: Mapping[str, str] | None = None
) -> str:
    """Write the tree of a regulation with its citations and definitions counted.

    Args:
        regulation: What to show.
        look: The language, and the width a line is cut to.
        remarks: What to say of single units, by key; the empty key is said of the whole.
    """
    said = remarks or {}
    title = textwrap.wrap(name_draft(regulation), look.width)
    lines = [*title, regulation.id, *filter(None, [said.get("")]), ""]
    depths: dict[str, int] = {}
    for unit in regulation.units:
        depths[unit.key] = depths.get(unit.parent, -1) + 1
        lines.append(unit_line(unit, regulation, depths[unit.key], look, said.get(unit.key, "")))
    lines += ["", *totals(regulation, look.lang), *notes(regulation, look.lang)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def unit_line(unit: Unit, regulation: Regulation, depth: int, look: Look, remark: str) -> str:
    """Write one unit: its label, its heading or first words, a remark, and its page."""
    name = cite_path(unit.path.rpartition("/")[2])
    label = INDENT * depth + name
    text = unit.heading or first_words(unit, name, regulation)
    words = f"{text} [{remark}]" if remark else text
    room = max(MIN_WORDS_WIDTH, look.width - PAGE_WIDTH - len(label) - 2)
    if len(words) > room:
        tail = f"... [{remark}]" if remark else "..."
        words = words[: max(0, room - len(tail))].rstrip() + tail
    page = f"{say('page', look.lang)} {unit.page}"
    return f"{f'{label}  {words}':<{look.width - PAGE_WIDTH}} {page:>{PAGE_WIDTH - 1}}"


def first_words(unit: Unit, name: str, regulation: Regulation) -> str:
    """Return the unit's own text on one line, without the label that its name repeats."""
    words = " ".join(regulation.own_text(unit).split())
    if words.casefold().startswith(name.casefold()):
        return words[len(name) :].lstrip(" :")
    return LABEL.sub("", words)


def change_lines(
    before: str, after: str, fields: Mapping[str, tuple[str, str]], lang: str
) -> Iterable[str]:
    """Say what an edit changed: one line for each field, and one for the id that followed."""
    yield say("edited", lang, id=before)
    empty = say("empty_value", lang)
    changed = {**fields, **({"id": (before, after)} if before != after else {})}
    for name, (old, new) in changed.items():
        yield f"  {name_of(IDENTITY, name, lang)}: {old or empty} → {new or empty}"


def totals(regulation: Regulation, lang: str) -> Iterable[str]:
    """Say how much was found in the regulation, and how sure the reading is."""
    counts = {
        "units": len(regulation.units),
        "citations_found": len(regulation.citations),
        "definitions": len(regulation.definitions),
        "amendments": len(regulation.amendments),
    }
    found = [f"{number(count, lang)} {say(name, lang)}" for name, count in counts.items() if count]
    yield ", ".join(found)
    quality = number(regulation.source_text.quality, lang, 2)
    structure = number(regulation.structure, lang, 2)
    yield f"{say('quality', lang)} {quality}, {say('structure', lang).lower()} {structure}"
    floor = Settings().reading_floor
    if reading := describe_reading(regulation.source_text, lang, floor):
        yield f"{say('reading', lang)}: {reading}"


def notes(regulation: Regulation, lang: str) -> Iterable[str]:
    """List the oddities of the document."""
    for note in (*regulation.source_text.notes, *regulation.anomalies):
        page = f"{say('page', lang)} {note.page}: " if note.page else ""
        yield f"- {page}{note.say(lang)}"
