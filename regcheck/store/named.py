"""The titles by which regulations name others: what is known of acts that are not in the corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.domain import Regulation

#: So many letters behind the number of an act hold its title.
LONGEST = 420
#: The title behind an act's number among the legal bases, up to its gazette or the next item.
#:
#: takes    " tentang Pengelolaan Sampah (Lembaran Negara"   " tentang Kesehatan sebagaimana telah"
#: refuses  " (Lembaran Negara"   ", Undang-Undang Nomor 3"
TITLE = re.compile(
    r"""
    \s*+ ,? \s*+ tentang \s++
    (?P<title> [^(;]{4,400}? )
    [\s.,]* (?: [(;] | \b (?: sebagaimana | juncto | jo ) \b | $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_named(regulation: Regulation) -> Iterator[tuple[str, str]]:
    """List the acts among the legal bases of a regulation, each with the title printed there.

    Nowhere else are titles printed whole: UU 12/2011 Lampiran II nos. 41-43.
    """
    for citation in regulation.citations:
        act = citation.target or ""
        unit = regulation.by_key.get(citation.holder)
        if unit is None or not act or "#" in act or not unit.path.startswith("mengingat"):
            continue
        end = min(unit.span.end, citation.span.end + LONGEST)
        if found := TITLE.match(regulation.text, citation.span.end, end):
            yield act, " ".join(found["title"].split())
