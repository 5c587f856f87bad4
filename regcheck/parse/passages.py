"""The passages of a regulation that are compared: ayat, pasal without ayat, single definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from difflib import SequenceMatcher

from regcheck.domain import Kind, Passage, Regulation, Unit
from regcheck.hyphens import NO_VOCABULARY, Vocabulary, gather_words, join_lines
from regcheck.parse.marks.lost_patterns import GARBLED
from regcheck.parse.marks.marks import PROSE, RUNNING_HEAD, pasal_readings
from regcheck.parse.marks.patterns import AYAT, DEFINING, DIKTUM, ITEM, PASAL
from regcheck.parse.norms.norm_type import classify
from regcheck.parse.tariffs import find_rows

OUTSIDE = ("penjelasan", "lampiran")
#: How much of two pasal with one number is compared, and from when on they are the same.
COPY_CHARS = 400
SAME_TEXT = 0.9


def find_passages(regulation: Regulation, elsewhere: Set[str] = frozenset()) -> tuple[Passage, ...]:
    """List the passages of the body in document order, then the rows of the tariff tables.

    The preamble, the gloss, and what else an annex holds give none. What a table's rows say is
    not said again by the pasal around it, nor are the tables (keys) that are listed ``elsewhere``.
    """
    words = gather_words(regulation.text)
    rows = find_rows(regulation)
    tables = {table_of(row.key) for row in rows} | elsewhere
    body = (
        passage for unit in regulation.units
        if is_body_pasal(regulation, unit) and not is_copy(regulation, unit)
        for passage in pasal_passages(regulation, unit, words, tables)
    )  # fmt: skip
    return (*body, *rows)


def table_of(row: str) -> str:
    """Return the key of the table that a row stands in.

    >>> table_of("perda/x/2020/1#pasal-2/tabel-1/baris-3")
    'perda/x/2020/1#pasal-2/tabel-1'
    """
    return row.rpartition("/")[0]


def is_body_pasal(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether a unit is a pasal of the body or one quoted by an amendment.

    An amending pasal is none: its instructions are no norms, and what they quote stands for itself.
    """
    if unit.kind not in (Kind.PASAL, Kind.DIKTUM) or unit.path.startswith(OUTSIDE):
        return False
    spans = [a.span for a in regulation.amendments if unit.key not in a.units]
    return bool(unit.target) or not any(
        unit.span.start <= span.start < unit.span.end for span in spans
    )


def is_copy(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether a pasal is printed again with the same text, as on a page scanned twice."""
    key, again, _ = unit.key.rpartition("~")
    first = regulation.by_key.get(key) if again else None
    if first is None:
        return False
    one, other = (" ".join(regulation.slice(x.span).split())[:COPY_CHARS] for x in (first, unit))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= SAME_TEXT


def pasal_passages(
    regulation: Regulation, pasal: Unit, words: Vocabulary, tables: Set[str] = frozenset()
) -> Iterator[Passage]:
    """Yield a passage for each ayat or definition of a pasal, or one for the whole.

    Without the ``tables`` (keys) whose rows are passages of their own.
    """
    children = regulation.children.get(pasal.key, ())
    lead = one_line(own_lead(regulation, pasal), words)
    defining = bool(DEFINING.search(lead))
    parts = [child for child in children if is_part(child, defining=defining)]
    if not parts:
        text = one_line(whole_text(regulation, pasal, tables), words)
        if text:
            yield make_passage(regulation, pasal, pasal, text, "")
        return
    for part in parts:
        text = one_line(whole_text(regulation, part, tables), words)
        yield make_passage(regulation, pasal, part, text, lead)


def is_part(unit: Unit, *, defining: bool) -> bool:
    """Tell whether a child of a pasal is compared on its own: an ayat, or a definition."""
    return unit.kind is Kind.AYAT or (defining and unit.kind in (Kind.ANGKA, Kind.HURUF))


def own_lead(regulation: Regulation, pasal: Unit) -> str:
    """Return what a pasal says before its first ayat or item."""
    children = regulation.children.get(pasal.key, ())
    end = children[0].span.start if children else pasal.span.end
    return unlabelled(regulation.text[pasal.span.start : end], pasal)


def whole_text(regulation: Regulation, unit: Unit, tables: Set[str] = frozenset()) -> str:
    """Return a unit's text with its items, without its own label and some tables in it."""
    spans = sorted(regulation.by_key[key].span for key in tables if key in regulation.by_key)
    pieces, position = [], unit.span.start
    for table in spans:
        if position <= table.start and table.end <= unit.span.end:
            pieces.append(regulation.text[position : table.start])
            position = table.end
    text = "".join([*pieces, regulation.text[position : unit.span.end]])
    return unlabelled(text, unit)


def unlabelled(text: str, unit: Unit) -> str:
    """Drop the label a unit's text begins with, however it is printed."""
    return text[label_end(text, unit) :].lstrip(" .:)\n")


def label_end(text: str, unit: Unit) -> int:
    """Return the offset after a unit's printed label; 0 where none is printed."""
    if unit.kind is Kind.PASAL and (match := PASAL.match(text)):
        return pasal_label_end(text, match, unit.label)
    patterns = {Kind.PASAL: GARBLED, Kind.AYAT: AYAT, Kind.DIKTUM: DIKTUM}
    match = patterns.get(unit.kind, ITEM).match(text) or ITEM.match(text)
    return match.end() if match else 0


def pasal_label_end(text: str, match: re.Match[str], label: str) -> int:
    """Return the offset after a heading, and after its repetition on the next page."""
    end = match.end()
    for again in (match, *PASAL.finditer(text, end, end + RUNNING_HEAD)):
        ends = [reading.end for reading in pasal_readings(again) if reading.label == label]
        if again is match or (ends and not PROSE.search(text, end, again.start())):
            end = max(ends, default=end)
    return end


def one_line(text: str, words: Vocabulary = NO_VOCABULARY) -> str:
    r"""Join lines, and words cut at a line's end as the document's own ``words`` show.

    >>> one_line("menyeleng-\ngarakan peraturan perundang-\nundangan;")
    'menyelenggarakan peraturan perundang-undangan;'
    """
    return " ".join(join_lines(text, words).text.split())


def make_passage(regulation: Regulation, pasal: Unit, unit: Unit, text: str, lead: str) -> Passage:
    """Make the passage of one unit."""
    heading = nearest_heading(regulation, pasal)
    return Passage(
        key=unit.key,
        kind=unit.kind,
        text=text,
        page=unit.page,
        lead=lead,
        heading=heading,
        norm_type=classify(text, heading),
        target=unit.target,
        confidence=round(regulation.source_text.confidence_of(unit.span), 4),
    )


def nearest_heading(regulation: Regulation, unit: Unit) -> str:
    """Return the title of the nearest bab, bagian or paragraf above a unit."""
    parent = regulation.by_key.get(unit.parent)
    while parent is not None and not parent.heading:
        parent = regulation.by_key.get(parent.parent)
    return parent.heading if parent else ""
