"""A consolidated text as a regulation of its own, and the check that nothing was lost."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from regcheck.domain import Citation, Definition, Line, Regulation, SourceText, Span, Unit
from regcheck.domain.consolidation import Act, Consolidated, Wording, is_next

#: What the source of a consolidated text names in place of a reader.
READER = "consolidated"


@dataclass(frozen=True, slots=True)
class Piece:
    """A wording in the consolidated text: from ``start`` on stand its words.

    ``shift`` leads from a place in the act that prints the words to the place here; it is ``None``
    for words that no act prints.
    """

    wording: Wording
    start: int
    shift: int | None

    @property
    def end(self) -> int:
        """The place after the words."""
        return self.start + len(self.wording.text)


def as_regulation(consolidated: Consolidated) -> Regulation:
    """Return a consolidated text in the form of any regulation, to be compared like one.

    Its units have the keys of the base. Citations and definitions are those of the acts that print
    the words now. The pages are those of these acts.
    """
    base = consolidated.sources[consolidated.id]
    text, pieces = compose(consolidated, base)
    units = tuple(make_units(consolidated, pieces))
    known = {unit.wording.source: unit.key for unit in consolidated.units if unit.wording.source}
    prints = {id_: Print.of(act) for id_, act in consolidated.sources.items()}
    citations = [one for piece in pieces for one in citations_of(piece, prints, known, pieces)]
    definitions = [one for piece in pieces for one in definitions_of(piece, prints, known)]
    source = base.source_text
    lines = tuple(make_lines(text, pieces, consolidated.sources))
    composed = SourceText(
        lines, replace(source.source, reader=READER), (), source.notes, source.quality,
        source.ocr_pages, source.pages,
    )  # fmt: skip
    return replace(
        base,
        source_text=composed,
        units=units,
        citations=tuple(citations),
        definitions=tuple(definitions),
        amendments=(),
    )


def compose(consolidated: Consolidated, base: Regulation) -> tuple[str, list[Piece]]:
    """Write the text: the title block of the base, then the units in their order."""
    first = base.units[0].span.start if base.units else len(base.text)
    title = Wording("", base.text[:first], "base", base.id, "", f"{base.id}#", span=Span(0, first))
    parts: list[str] = []
    pieces: list[Piece] = []
    length, before = 0, None
    for wording in (title, *(unit.wording for unit in consolidated.units)):
        if parts and parts[-1] and not parts[-1][-1].isspace() and not is_next(before, wording):
            parts.append("\n")
            length += 1
        pieces.append(Piece(wording, length, shift_of(wording, length, consolidated.sources)))
        if wording.text:
            parts.append(wording.text)
        length += len(wording.text)
        before = wording
    return "".join(parts), pieces


def shift_of(wording: Wording, start: int, sources: Mapping[str, Regulation]) -> int | None:
    """Return how far the words stand from their place in the act that prints them."""
    act = sources.get(wording.source.partition("#")[0])
    if act is None or wording.span.end <= wording.span.start:
        return None
    printed = act.slice(wording.span)
    if wording.text.endswith(printed):
        return start + len(wording.text) - len(printed) - wording.span.start
    return start - wording.span.start if printed.startswith(wording.text.rstrip()) else None


def make_units(consolidated: Consolidated, pieces: Sequence[Piece]) -> Iterator[Unit]:
    """Yield the units with their spans in the consolidated text."""
    ends: dict[str, int] = {}
    for unit, piece in reversed(list(zip(consolidated.units, pieces[1:], strict=True))):
        ends[unit.key] = max(piece.end, ends.get(unit.key, 0))
        if unit.parent:
            ends[unit.parent] = max(ends[unit.key], ends.get(unit.parent, 0))
    for unit, piece in zip(consolidated.units, pieces[1:], strict=True):
        yield Unit(
            unit.key, unit.kind, unit.label, unit.heading, Span(piece.start, ends[unit.key]),
            unit.parent, max(1, unit.wording.page),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Print:
    """The citations of an act in the order of their places, and its definitions by their unit."""

    citations: tuple[Citation, ...]
    definitions: Mapping[str, Sequence[Definition]]

    @classmethod
    def of(cls, act: Regulation) -> Print:
        """Gather them."""
        definitions: dict[str, list[Definition]] = {}
        for one in act.definitions:
            definitions.setdefault(one.unit, []).append(one)
        return cls(tuple(sorted(act.citations, key=start_of)), definitions)


def start_of(citation: Citation) -> int:
    """Return where a citation begins."""
    return citation.span.start


def citations_of(
    piece: Piece, prints: Mapping[str, Print], known: Mapping[str, str], pieces: Sequence[Piece]
) -> Iterator[Citation]:
    """Yield the citations in a piece, held by the units of the consolidated text."""
    act = prints.get(piece.wording.source.partition("#")[0])
    if act is None or piece.shift is None:
        return
    first = bisect_left(act.citations, piece.start - piece.shift, key=start_of)
    last = bisect_left(act.citations, piece.end - piece.shift, key=start_of)
    for one in act.citations[first:last]:
        span = Span(one.span.start + piece.shift, one.span.end + piece.shift)
        holder = known.get(one.holder)
        if holder and ends_with(span, piece, pieces):
            yield replace(one, span=span, holder=holder)


def ends_with(span: Span, piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Tell whether a span that begins in a piece is printed here as in its act, to its end."""
    if span.end <= piece.end:
        return True
    last = bisect_right(pieces, span.end - 1, key=lambda one: one.start) - 1
    return pieces[last].shift == piece.shift


def definitions_of(
    piece: Piece, prints: Mapping[str, Print], known: Mapping[str, str]
) -> Iterator[Definition]:
    """Yield the definitions in a piece."""
    source = piece.wording.source
    act = prints.get(source.partition("#")[0])
    if act is None or piece.shift is None or source not in known:
        return
    for one in act.definitions.get(source, ()):
        span = Span(one.meaning.start + piece.shift, one.meaning.end + piece.shift)
        if span.start >= piece.start:
            yield replace(
                one, unit=known[source], meaning=Span(span.start, min(span.end, piece.end))
            )


def make_lines(
    text: str, pieces: Sequence[Piece], sources: Mapping[str, Regulation]
) -> Iterator[Line]:
    """Yield the lines of the consolidated text, each with the place of the printed line."""
    starts = [piece.start for piece in pieces]
    position = 0
    for words in text.split("\n"):
        piece = pieces[max(0, bisect_right(starts, position) - 1)]
        act = sources.get(piece.wording.source.partition("#")[0])
        if act is not None and piece.shift is not None and act.source_text.lines:
            source = act.source_text
            line = source.lines[source.line_index(max(0, position - piece.shift))]
            yield replace(line, text=words, offset=-1)
        else:
            yield Line(words, max(1, piece.wording.page))
        position += len(words) + 1


def lost_units(
    consolidated: Consolidated, base: Regulation, acts: Sequence[Act]
) -> tuple[str, ...]:
    """Return the units that are neither in the text, nor among earlier wordings, nor remarked on.

    These are the units of the base, and those that acts which were applied, or refused, quote
    from it. There must be none.
    """
    known: set[str] = set()
    for wording in (*(unit.wording for unit in consolidated.units), *consolidated.earlier):
        known |= {wording.source, *wording.reprints}
    for remark in consolidated.remarks:
        known.update(remark.units)
    wanted = [unit.key for unit in base.units]
    for act in acts:
        if act.regulation.id not in consolidated.later:
            wanted += quoted_keys(act, base.id)
    return tuple(dict.fromkeys(key for key in wanted if key not in known))


def quoted_keys(act: Act, base: str) -> list[str]:
    """Return the keys of the units that an act quotes from a base."""
    keys = [unit.key for unit in act.regulation.units if unit.target.partition("#")[0] == base]
    for operation in act.operations:
        amendment = operation.amendment
        if amendment.target.partition("#")[0] == base:
            keys += amendment.units
    return list(dict.fromkeys(keys))
