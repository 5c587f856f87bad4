"""The name of a regulation, from its title block or, failing that, from the head of an annex."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from regcheck.domain import Line
from regcheck.parse.identity.settle import Print
from regcheck.parse.identity.titles import MARGINS, clean_name
from regcheck.parse.identity.witnesses import JUDUL

#: A gap of more than so many line heights ends the head of an annex.
MAX_GAP = 1.0
#: No head of an annex is longer.
MAX_LINES = 12


def read_tentang(seen: Print) -> str:
    """Return the name of the act on one line, as printed.

    A title block ends at words of its own; under the head of an annex, any table may follow, so
    there the name ends where the lines draw apart.
    """
    name = seen.first.title.tentang
    if seen.first.place in (JUDUL, "diktum") or not name:
        return name
    source = seen.source
    index = source.line_index(max(0, seen.first.title.span.end - 1))
    lines = source.lines[index : index + MAX_LINES]
    head = clean_name(" ".join(line.text for line in close_lines(lines)))
    end = clean_name(lines[0].text) if lines else ""
    kept = head.removeprefix(end).strip(MARGINS) if len(head) > len(end) else name
    return kept if kept and name.startswith(kept) else name


def close_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the first lines up to a gap in the page; all of them where lines have no place.

    The gap under the first line, which ends in TENTANG, does not count.
    """
    kept = list(lines[:2])
    for before, after in pairwise(lines[1:]):
        height = before.bottom - before.top
        apart = after.top - before.bottom > MAX_GAP * height or after.top < before.top
        if height > 0 and (apart or after.page != before.page):
            break
        kept.append(after)
    return kept
