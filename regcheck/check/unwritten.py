"""References to pasal and ayat that the cited act does not have (R-05)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.deleted import around, is_norm, is_past
from regcheck.check.wording import quote_citation
from regcheck.domain import Case, Certainty, Citation, Finding, Passage, Quote
from regcheck.naming import cite_path, cite_regulation, cite_unit

#: A pasal, or an ayat of one, that a reference names; what is inserted later has a letter.
#:
#: takes    pasal-12      pasal-12/ayat-3      pasal-12/huruf-a
#: refuses  pasal-12A      pasal-I      bab-II
NUMBERED = re.compile(r"pasal-(?P<pasal>\d{1,3})(?:/ayat-(?P<ayat>\d{1,2}))?(?:/|$)")
#: The clause with which every act ends: where it was read, the text was read to its end.
CLOSING = re.compile(r"\bmulai\s+berlaku\b", re.IGNORECASE)
#: The structure of an act must have been read so well before a unit is said to be missing.
SURE = 0.95
#: An act with fewer pasal is more likely read in part than so short.
FEWEST = 5
#: Digits that A and B are misread as.
LETTERLIKE = (4, 8)

BEYOND = (
    "{cited} tidak ada: {act} hanya sampai Pasal {last}",
    "{cited} does not exist: {act} ends with Pasal {last}",
)
AYAT = (
    "{cited} tidak ada: {pasal} {act} hanya sampai ayat ({last})",
    "{cited} does not exist: {pasal} {act} ends with ayat ({last})",
)


@dataclass
class Outline:
    """The numbers of the pasal of an act, and of the ayat of each.

    Those that are no more are among them. ``last`` has the last passage of each pasal.
    """

    pasal: set[int] = field(default_factory=set)
    ayat: dict[int, set[int]] = field(default_factory=dict)
    last: dict[int, Passage] = field(default_factory=dict)

    def is_whole(self) -> bool:
        """Tell whether no pasal is missing up to the last, which begins the act's force."""
        end = max(self.pasal, default=0)
        closing = self.last.get(end)
        whole = end >= FEWEST and self.pasal == set(range(1, end + 1))
        return whole and closing is not None and bool(CLOSING.search(closing.text))


def find_unwritten(case: Case) -> Iterator[Finding]:
    """Find references of a draft to pasal and ayat that the cited act does not have (R-05).

    What an amending draft says of its base is told when the draft is applied to it. Silent where
    the text of the act is not sure to be whole: a number missing before its last
    pasal, a closing clause that was not read, or a structure read with doubt.
    """
    outlines = list_outlines(case)
    amended = {one.target.partition("#")[0] for one in case.draft.amendments}
    seen = set()
    for citation in case.draft.citations:
        target = citation.target or ""
        named = NUMBERED.match(target.partition("#")[2])
        act = target.partition("#")[0]
        if named is None or act not in outlines or act in amended or target in seen:
            continue
        outline = outlines[act]
        told = missing_in(outline, int(named["pasal"]), int(named["ayat"] or 0))
        if told is None or not is_norm(citation) or is_told(case, target):
            continue
        if is_past(case.draft, citation):
            continue
        seen.add(target)
        yield to_finding(case, citation, named[0].rstrip("/"), told)


def list_outlines(case: Case) -> Mapping[str, Outline]:
    """Return the outlines of the cited acts whose text is sure to be whole."""
    cited = {(one.target or "").partition("#")[0] for one in case.draft.citations}
    sure = {act for act in cited - {case.draft.id} if is_sure(case, act)}
    found: dict[str, Outline] = {act: Outline() for act in sure}
    for key, passage in case.library.items():
        act, _, path = key.partition("#")
        if act in sure and (named := NUMBERED.match(path)):
            note(found[act], int(named["pasal"]), int(named["ayat"] or 0), passage)
    for key in case.ended:
        act, _, path = key.partition("#")
        if act in sure and (named := NUMBERED.match(path)):
            note(found[act], int(named["pasal"]), int(named["ayat"] or 0))
    return {act: outline for act, outline in found.items() if outline.is_whole()}


def is_sure(case: Case, act: str) -> bool:
    """Tell whether the structure of an act of the corpus was read without doubt."""
    head = case.heads.get(act)
    return head is not None and head.structure >= SURE


def note(outline: Outline, pasal: int, ayat: int, passage: Passage | None = None) -> None:
    """Add a unit to the outline of its act; one that is no more has no passage."""
    outline.pasal.add(pasal)
    if passage:
        outline.last[pasal] = passage
    if ayat:
        outline.ayat.setdefault(pasal, set()).add(ayat)


def missing_in(outline: Outline, pasal: int, ayat: int) -> tuple[int, int] | None:
    """Return the last pasal, or a pasal and its last ayat, where the named unit lies beyond it."""
    last = max(outline.pasal)
    if pasal > last:
        return None if is_misread(pasal, last) else (last, 0)
    ayat_there = outline.ayat.get(pasal, set())
    end = max(ayat_there, default=0)
    unbroken = end > 1 and ayat_there == set(range(1, end + 1))
    beyond = unbroken and ayat > end and not is_misread(ayat, end)
    return (pasal, end) if beyond else None


def is_misread(number: int, last: int) -> bool:
    """Tell whether a number beyond the last may be a letter or bracket misread as a digit.

    So *Pasal 26A* becomes *Pasal 264*, *Pasal 5B* *Pasal 58*, and *ayat (2)* *ayat (21*.

    >>> is_misread(264, 40), is_misread(21, 5), is_misread(58, 11)
    (True, True, True)
    >>> is_misread(23, 21), is_misread(10, 9)
    (False, False)
    """
    lettered = number % 10 in LETTERLIKE and number // 10 in range(1, last + 1)
    return lettered or (len(str(number)) > len(str(last)) and number > 2 * last)


def is_told(case: Case, target: str) -> bool:
    """Tell whether another finding says what became of the unit."""
    return any(key in case.ended or key in case.annulled for key in around(target))


def to_finding(case: Case, citation: Citation, path: str, told: tuple[int, int]) -> Finding:
    """Word the finding, with the last unit that the act has on the other side."""
    act = (citation.target or "").partition("#")[0]
    pasal, ayat = told
    key = f"{act}#pasal-{pasal}" + (f"/ayat-{ayat}" if ayat else "")
    template = (AYAT if ayat else BEYOND)[case.lang == "en"]
    words = template.format(
        cited=cite_path(path), act=cite_regulation(act), last=ayat or pasal,
        pasal=f"Pasal {pasal}",
    )  # fmt: skip
    evidence = Evidence(
        left=quote_citation(case.draft, citation),
        right=last_quote(case.library, key),
        confidence=0.8,
        detail=words,
        certainty=Certainty.INDIKASI,
        relation=case.relations.get(act),
        about=f"{act}#{path}",
    )
    return make_finding("R-05", evidence, case.lang)


def last_quote(library: Mapping[str, Passage], key: str) -> Quote:
    """Quote a unit, or the last passage in it."""
    inside: Iterable[Passage] = (
        one for name, one in library.items() if name == key or name.startswith(f"{key}/")
    )
    found = list(inside)
    if not found:
        return Quote(key, cite_unit(key), 1)
    return Quote(found[-1].key, found[-1].text, found[-1].page)
