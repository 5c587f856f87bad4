"""The regulations in one document: where each begins and ends."""

from __future__ import annotations

import re

from regcheck.domain import Span
from regcheck.parse.structure.openings import BAHWA, LAMPIRAN, MEMUTUSKAN, find_closing
from regcheck.parse.structure.titles import TITLE

#: A title block in full: a number in digits and a year. A model form in an annex has dots.
NUMBERED = re.compile(r"\d")
#: The heading of a gloss, which ends in the title of its own act.
#:
#: takes    PENJELASAN ATAS      MEMORI PENJELASAN\nMENGENAI      Penjelasan
#: refuses  PENJELASAN UMUM      SALINAN
GLOSS = re.compile(r"\bPENJELASAN\b\W*(?:(?:ATAS|MENGENAI|TENTANG)\W*)?\Z", re.IGNORECASE)
GLOSS_CHARS = 40
#: How far a preamble may lie behind its title.
PREAMBLE_CHARS = 3_000


def find_segments(text: str) -> tuple[Span, ...]:
    """Divide a document into the regulations it holds; usually it holds one.

    A further regulation begins where, after the closing of the one before and outside its
    annexes, a numbered title block is followed by considerations and a decision formula.
    """
    starts = [0]
    window = closing_window(text, 0)
    while match := next_title(text, window):
        if opens_regulation(text, match):
            starts.append(match.start())
            window = closing_window(text, match.start())
        else:
            window = Span(match.start(), window.end)
    ends = [*starts[1:], len(text)]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))


def next_title(text: str, window: Span) -> re.Match[str] | None:
    """Find the first title block that begins in a window, behind its first character."""
    match = TITLE.search(text, window.start + 1)
    return match if match and match.start() <= window.end else None


def closing_window(text: str, start: int) -> Span:
    """Return where a further regulation may begin: from the closing to the first annex."""
    closing = find_closing(text, start, len(text))
    if closing is None:
        return Span(len(text), len(text))
    annex = LAMPIRAN.search(text, closing.end())
    return Span(closing.start(), annex.start() if annex else len(text))


def opens_regulation(text: str, title: re.Match[str]) -> bool:
    """Tell whether a numbered title block is followed by a preamble and a decision.

    The title above a gloss names the act before it, whatever the gloss quotes.
    """
    if not NUMBERED.search(title["nomor"]) or not title["tahun"]:
        return False
    if GLOSS.search(text[max(0, title.start() - GLOSS_CHARS) : title.start()]):
        return False
    reasons = BAHWA.search(text, title.end(), title.end() + PREAMBLE_CHARS)
    return reasons is not None and MEMUTUSKAN.search(text, reasons.end()) is not None
