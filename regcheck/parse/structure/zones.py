"""The parts of one regulation in order: title, preamble, body, closing, *penjelasan*, *lampiran*.

UU 12/2011 Lampiran II no. 1 names the parts; each begins with words that stand nowhere else, so a
part is found by its opening. Scanned two-column preambles shuffle the openings *Menimbang* and
*Mengingat*, so the first *bahwa* and the first numbered basis stand in for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from regcheck.domain import Span
from regcheck.parse.marks.sequence import ends_of
from regcheck.parse.structure.openings import (
    BAHWA,
    EARLY_BODY,
    FIRST_BASIS,
    FIRST_HEADING,
    FOOTNOTE,
    GENERAL_PART,
    HEADING_WORD,
    INSTRUMENT,
    LAMPIRAN,
    MEMUTUSKAN,
    MENETAPKAN,
    MENGINGAT,
    MENIMBANG,
    PASAL_DEMI_PASAL,
    PENJELASAN,
    TENTANG,
    TENTANG_TITLE,
    find_closing,
)

#: A preamble longer than this is none; the words then stand in some other text.
PREAMBLE_LIMIT = 60_000
TITLE_LIMIT = 6_000
#: The legal bases are longer than this: *Undang-Undang No. 1 tahun 1948*.
SHORTEST_BASIS = 12
#: How far before the end footnotes are looked for.
FOOTNOTES_CHARS = 20_000


@dataclass(frozen=True, slots=True)
class Zones:
    """Where each part lies; an absent part has an empty span.

    ``attachments`` holds the *penjelasan* and *lampiran* after the closing, as pairs of the
    opening word and span, in document order.
    """

    judul: Span
    menimbang: Span
    mengingat: Span
    memutuskan: Span
    batang_tubuh: Span
    penutup: Span
    attachments: tuple[tuple[str, Span], ...]


def find_zones(text: str, span: Span) -> Zones:
    """Divide one regulation into its parts; they tile the span in order.

    On pages bound in the wrong order the first pasal may stand before the preamble has ended; then
    the body begins there, for the pasal are sought in it alone.
    """
    preamble_end = decision(text, span)
    early = EARLY_BODY.search(text, span.start, preamble_end)
    body = early.start() if early else body_start(text, preamble_end, span.end)
    preamble_end = min(preamble_end, body)
    opening = menimbang_start(text, span.start, preamble_end)
    basis = mengingat_start(text, opening, preamble_end)
    above = basis_above(text, Span(span.start, opening)) if basis == preamble_end else opening
    notes = footnotes_start(text, body, span.end)
    closing = min(closing_start(text, body, span.end), notes)
    openings = attachment_openings(text, closing, span.end)
    first = openings[0][1] if openings else span.end
    ends = ends_of([start for _, start in openings], span.end)
    return Zones(
        judul=Span(span.start, above),
        menimbang=Span(opening, basis),
        mengingat=Span(above, opening) if above < opening else Span(basis, preamble_end),
        memutuskan=Span(preamble_end, body),
        batang_tubuh=Span(body, min(closing, first)),
        penutup=Span(min(closing, first), first),
        attachments=tuple(
            (word, Span(start, end)) for (word, start), end in zip(openings, ends, strict=True)
        ),
    )


def decision(text: str, span: Span) -> int:
    """Find MEMUTUSKAN, or what stands for it.

    A scanned preamble may print *Menetapkan* above the title, so the word counts only after the
    first *bahwa*. Without either word the body begins at the first bab or pasal heading after
    the title, or, in a circular, where the title ends. A file that opens with an annex has none.
    """
    limit = min(span.end, span.start + PREAMBLE_LIMIT)
    reasons = BAHWA.search(text, span.start, limit)
    after = reasons.end() if reasons else span.start
    found = MEMUTUSKAN.search(text, span.start, limit) or MENETAPKAN.search(text, after, limit)
    if found:
        return found.start()
    if LAMPIRAN.match(text, span.start):
        return span.start
    heading = FIRST_HEADING.search(text, after, limit)
    return heading.start() if heading else title_end(text, span)


def title_end(text: str, span: Span) -> int:
    """Return where a title block ends: after the lines in capitals that follow TENTANG."""
    found = TENTANG.search(text, span.start, min(span.end, span.start + TITLE_LIMIT))
    if found is None:
        return span.start
    position = found.end()
    for line in text[position : span.end].splitlines(keepends=True):
        if any(char.islower() for char in line):
            break
        position += len(line)
    return position


def menimbang_start(text: str, start: int, end: int) -> int:
    """Find where the considerations begin; the end of the preamble when there are none.

    The word may stand above the title in a shuffled preamble; then the first *bahwa* counts.
    """
    reasons = BAHWA.search(text, start, end)
    found = MENIMBANG.search(text, start, end)
    if found and not (reasons and TENTANG_TITLE.search(text, found.end(), reasons.start())):
        return found.start()
    found = reasons or MENGINGAT.search(text, start, end)
    return found.start() if found else end


def mengingat_start(text: str, start: int, end: int) -> int:
    """Find where the legal bases begin; the end of the preamble when there are none.

    In a shuffled preamble the word stands above the considerations; the first numbered basis
    after the last *bahwa* is meant then.
    """
    after = max((match.end() for match in BAHWA.finditer(text, start, end)), default=start)
    found = MENGINGAT.search(text, after, end) or FIRST_BASIS.search(text, after, end)
    return found.start() if found else end


def basis_above(text: str, before: Span) -> int:
    """Find where the legal bases begin that stand before the considerations; else the end.

    The regulations of 1948 name their bases first. A word alone, or above the title, is the
    heading of a shuffled preamble.
    """
    found = MENGINGAT.search(text, before.start, before.end)
    if not found or before.end - found.end() < SHORTEST_BASIS:
        return before.end
    titled = TENTANG_TITLE.search(text, found.end(), before.end)
    return before.end if titled else found.start()


def body_start(text: str, start: int, end: int) -> int:
    """Find the end of the decision formula: the first bab, pasal or diktum is sought after it."""
    found = MEMUTUSKAN.match(text, start)
    start = found.end() if found else start
    heading = HEADING_WORD.search(text, start, end)
    limit = min(heading.start() if heading else end, start + 400)
    named = MENETAPKAN.search(text, start, limit)
    return named.end() if named else start


def closing_start(text: str, start: int, end: int) -> int:
    """Find the closing formula, or the first attachment if there is none, or the end."""
    if LAMPIRAN.match(text, start):
        return start
    found = find_closing(text, start, end)
    limit = found.start() if found else end
    gloss = PENJELASAN.search(text, start, limit)
    limit = gloss.start() if gloss else gloss_start(text, start, limit) if not found else limit
    if limit < end:
        return limit
    annexes = (match for match in LAMPIRAN.finditer(text, start, end))
    titled = (match for match in annexes if INSTRUMENT.match(text, match.end()))
    annex = next(titled, None)
    return annex.start() if annex else end


def footnotes_start(text: str, start: int, end: int) -> int:
    """Find where the footnotes begin that a word processor puts behind all text; else the end.

    Every line from the first to the end is a footnote. They belong to the part before them; where
    that would be the body, they count as its closing.
    """
    begin = end
    for line in reversed(text[max(start, end - FOOTNOTES_CHARS) : end].splitlines(keepends=True)):
        if not FOOTNOTE.match(f"\n{line}", 1):
            return begin
        begin -= len(line)
    return begin


def gloss_start(text: str, start: int, end: int) -> int:
    """Find where the official gloss begins, by its heading or by that of a part; else the end."""
    if found := PENJELASAN.search(text, start, end):
        return found.start()
    if parts := PASAL_DEMI_PASAL.search(text, start, end):
        general = list(GENERAL_PART.finditer(text, start, parts.start()))
        return general[-1].start() if general else parts.start()
    return end


def attachment_openings(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """List the openings of *penjelasan* and *lampiran* after the closing, in order."""
    gloss = gloss_start(text, start, end)
    found = [("penjelasan", gloss)] if gloss < end else []
    found += [("lampiran", match.start()) for match in LAMPIRAN.finditer(text, start, end)]
    return sorted(found, key=lambda opening: opening[1])
