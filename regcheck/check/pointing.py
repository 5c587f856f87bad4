"""How the body of a draft points: to lower rules, ahead of itself, or without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.check.basis import is_lower, is_under_manual
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.repealed import is_functional
from regcheck.check.wording import quote_citation
from regcheck.domain import Case, Citation, Finding, Passage, Quote, Role
from regcheck.naming import cite_path, cite_regulation

#: A reference that gives no number (nos. 275 and 280).
#:
#: takes    Pasal ini      ayat ini      pasal tersebut di atas      pasal yang terdahulu
#: refuses  Pasal 5 ini      peraturan ini      ayat (1) Pasal 5
NUMBERLESS = re.compile(
    r"""
    \b (?: pasal | ayat ) \s+
    (?: ini | tersebut (?: \s+ (?: di \s+ atas | di \s+ bawah ) )? | itu
      | (?: yang \s+ )? (?: terdahulu | sebelumnya ) | di \s+ atas | diatas | berikut(?:nya)? ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Places that one row lists.
LISTED = 5
MORE = (" dan {n} tempat lain", " and {n} more places")
AHEAD = ("{place} merujuk {target}", "{place} refers to {target}")


def find_pointing_faults(case: Case) -> tuple[Finding, ...]:
    """Find references to lower rules (R-08), to later provisions (R-16), or without number (M-14).

    The last two are matters of drafting technique: one row for a draft. None of them is held
    against acts older than the drafting manual.
    """
    if not is_under_manual(case.draft):
        return ()
    return (*find_downward(case), *find_forward(case), *find_numberless(case))


def find_downward(case: Case) -> Iterator[Finding]:
    """Find references of the body to rules that the law puts below the draft (R-08).

    A clause about older law names what it repeals or keeps; that is its function.
    """
    seen = set()
    for citation in case.draft.citations:
        act = (citation.target or "").partition("#")[0]
        place = (citation.holder, act)
        if citation.role is not Role.MERUJUK or place in seen or not act or act == case.draft.id:
            continue
        in_body = citation.holder.partition("#")[2].startswith("pasal")
        if in_body and is_lower(case.draft, act) and not is_functional(case.draft, citation):
            seen.add(place)
            evidence = Evidence(
                left=quote_citation(case.draft, citation),
                right=None,
                confidence=0.9,
                detail=cite_regulation(act),
                relation=case.relations.get(act),
                about=act,
            )
            yield make_finding("R-08", evidence, case.lang)


def find_forward(case: Case) -> Iterator[Finding]:
    """Find references of the body to pasal that come later (R-16), in one row."""
    draft = case.draft
    order = {unit.key: number for number, unit in enumerate(draft.units)}
    found: dict[tuple[str, str], Citation] = {}
    for citation in draft.citations:
        target = citation.target or ""
        if not is_ahead(citation, order) or target.partition("#")[0] != draft.id:
            continue
        found.setdefault((citation.holder, target), citation)
    if not found:
        return
    english = case.lang == "en"
    words = [
        AHEAD[english].format(place=path_of(holder), target=path_of(target))
        for holder, target in found
    ]
    first = next(iter(found.values()))
    evidence = Evidence(quote_citation(draft, first), None, 0.9, listed(words, english=english))
    yield make_finding("R-16", evidence, case.lang)


def is_ahead(citation: Citation, order: dict[str, int]) -> bool:
    """Tell whether a citation of a pasal points to a later pasal of the same body."""
    holder, target = citation.holder, citation.target or ""
    if holder not in order or target not in order:
        return False
    parts = [key.partition("#")[2].partition("/")[0] for key in (holder, target)]
    body = all(part.startswith("pasal-") and part[6:7].isdigit() for part in parts)
    return body and parts[0] != parts[1] and order[target] > order[holder]


def path_of(key: str) -> str:
    """Return the place of a unit as a lawyer cites it."""
    return cite_path(key.partition("#")[2])


def listed(words: list[str], *, english: bool) -> str:
    """Join the first places, and count the others."""
    rest = len(words) - LISTED
    return "; ".join(words[:LISTED]) + (MORE[english].format(n=rest) if rest > 0 else "")


def find_numberless(case: Case) -> Iterator[Finding]:
    """Find references that give no number (M-14), in one row."""
    found = [
        passage
        for passage in case.passages.values()
        if passage.regulation == case.draft.id and not passage.target and not is_numbered(passage)
    ]
    if not found:
        return
    english, first = case.lang == "en", found[0]
    words = [f"{path_of(one.key)} (“{words_of(one)}”)" for one in found]
    evidence = Evidence(
        Quote(first.key, first.text, first.page), None, 0.9, listed(words, english=english)
    )
    yield make_finding("M-14", evidence, case.lang)


def is_numbered(passage: Passage) -> bool:
    """Tell whether a passage has no reference without number."""
    return NUMBERLESS.search(passage.text) is None


def words_of(passage: Passage) -> str:
    """Return the reference without number of a passage as printed."""
    match = NUMBERLESS.search(passage.text)
    return match[0] if match else ""
