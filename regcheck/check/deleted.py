"""References to units that were deleted, repealed or moved (R-05), in the draft and beyond."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.repealed import is_functional
from regcheck.check.stale import order_in_time
from regcheck.check.wording import quote_citation, sentence_of, unlabelled
from regcheck.domain import (
    Case,
    Citation,
    Finding,
    Passage,
    Quote,
    Regulation,
    Role,
    Status,
    Superseded,
)
from regcheck.naming import cite_path, cite_regulation, cite_unit

#: What stands in the place of a deleted unit, its label left out (Lampiran II nos. 235 and 236).
#:
#: takes    Dihapus.      (dihapus)      Dihapus;
#: refuses  Data dihapus dari sistem.
DELETED = re.compile(r"^\W*dihapus\W*$", re.IGNORECASE)
#: The label before the words of a unit.
#:
#: takes    Pasal 16      (2)      b.
#: refuses  Pasal
UNIT_LABEL = re.compile(r"^\s*(?:Pasal\s+\w+|\(\w{1,3}\)|\w{1,2}[.)])\s*", re.IGNORECASE)
#: The instruction that deletes, or says that something was deleted.
#:
#: takes    Pasal 8, dihapus      Ketentuan ayat (2) dihapus
#: refuses  Data yang terhapus
OPERATION = re.compile(r"\bdihapus\b", re.IGNORECASE)
#: Operations after which nothing stands at a number.
ENDED = ("delete", "repeal", "move")
#: One reference to so many units is a range, and what was deleted inside it is passed over.
RANGE = 3
#: So many words of a sentence tell which of two texts it means.
TELLING = 2
#: The roles of a citation that rests on what it names.
RESTING = (Role.MERUJUK, Role.DASAR_HUKUM, Role.MELAKSANAKAN)

BY_OTHER = ("{cited} telah dihapus dengan {by}", "{cited} was deleted by {by}")
MOVED = (
    "{cited} telah menjadi {now} dengan {by}",
    "{cited} has become {now} by {by}",
)
PART_REPEALED = ("{cited} telah dicabut dengan {by}", "{cited} was repealed by {by}")
WORDS = {"delete": BY_OTHER, "move": MOVED, "repeal": PART_REPEALED}
OWN = ("{cited} dihapus dalam naskah ini sendiri", "{cited} is deleted in this very text")


def find_deleted(case: Case) -> Iterator[Finding]:
    """Find references of a draft to units that are no more (R-05; M-13), one for each place.

    Deleted in the draft itself (*Dihapus.*), by an operation of the draft on its base, or by an
    act of the corpus that was made before the draft. Of an act repealed as a whole R-01 speaks.
    """
    own = deleted_here(case.draft)
    seen = set()
    sizes = Counter((one.holder, one.span) for one in case.draft.citations)
    for citation in case.draft.citations:
        target = citation.target or ""
        place = (citation.holder, target)
        in_range = sizes[citation.holder, citation.span] >= RANGE
        if in_range or place in seen or "#" not in target or not is_norm(citation):
            continue
        ended = ended_here(case, target, own) or ended_elsewhere(case, citation)
        words, right = ended or ("", None)
        if right is None or is_past(case.draft, citation):
            continue
        seen.add(place)
        evidence = Evidence(
            left=quote_citation(case.draft, citation),
            right=right,
            confidence=0.9,
            detail=words,
            relation=case.relations.get(target.partition("#")[0]),
            about=target,
        )
        yield make_finding("R-05", evidence, case.lang)


def is_norm(citation: Citation) -> bool:
    """Tell whether a citation rests on what it names, in a norm: not in an amending instruction."""
    first, _, rest = citation.holder.partition("#")[2].partition("/")
    amending = first.startswith("pasal-") and not first[6:7].isdigit()
    return citation.role in RESTING and (not amending or "pasal-" in rest)


def deleted_here(draft: Regulation) -> dict[str, Quote]:
    """Return what the draft itself deletes, by key, with the words that do it."""
    found = {
        unit.key: Quote(unit.key, unlabelled(draft.slice(unit.span)), unit.page)
        for unit in draft.units
        if DELETED.match(UNIT_LABEL.sub("", draft.slice(unit.span)))
    }
    for one in draft.amendments:
        if one.op == "delete" and "#" in one.target:
            page = draft.source_text.page_of(one.span.start)
            words = " ".join(draft.slice(one.span).split())
            found.setdefault(one.target, Quote(draft.id, words, page))
    return found


def ended_here(case: Case, target: str, own: dict[str, Quote]) -> tuple[str, Quote] | None:
    """Return how the draft itself ended a unit that it cites."""
    for key in around(target):
        if key in own:
            cited = cite_path(target.partition("#")[2])
            return OWN[case.lang == "en"].format(cited=cited), own[key]
    return None


def ended_elsewhere(case: Case, citation: Citation) -> tuple[str, Quote] | None:
    """Return which act of the corpus ended a unit, and what stood there."""
    target = citation.target or ""
    act = target.partition("#")[0]
    row = case.ended.get(target)
    head = case.heads.get(act)
    if row is None or row.op not in ENDED or case.draft.id in {act, row.by}:
        return None
    if any(key in case.annulled for key in around(target)):
        return None
    if is_reused(case, row) and not means_moved(case, citation, row):
        return None
    if head is None or head.standing.status is Status.DICABUT or not is_earlier(case, row.by):
        return None
    now = f"{row.to}{target.removeprefix(row.key)}" if row.op == "move" else target
    passage = case.library.get(now) or case.library.get(row.key)
    text = passage.text if passage else cite_unit(now)
    words = WORDS[row.op][case.lang == "en"].format(
        cited=cite_unit(target), by=cite_regulation(row.by), now=cite_path(now.partition("#")[2])
    )
    return words, Quote(now, text, passage.page if passage else 1)


def is_reused(case: Case, row: Superseded) -> bool:
    """Tell whether other words stand at a number since a unit was deleted or moved away from it.

    Those of a consolidated text say which act printed them; a text that is not consolidated still
    has what was deleted.
    """
    if row.key in case.superseded:
        return False
    acts = {
        place.key.partition("#")[0] for one in list_texts(case, row.key) for place in one.printed
    }
    ended = order_in_time(row.by)
    if row.op == "move":
        return any(order_in_time(act) >= ended for act in acts)
    return any(order_in_time(act) > ended for act in acts)


def means_moved(case: Case, citation: Citation, row: Superseded) -> bool:
    """Tell whether a sentence speaks of what was moved away, not of what now stands at its number.

    It must share words with the one text that the other lacks, and none the other way.
    """
    if row.op != "move":
        return False
    said = words_of(sentence_of(case.draft, citation))
    there, here = (
        {word for one in list_texts(case, key) for word in words_of(one.text)}
        for key in (row.to, row.key)
    )
    return len(said & there - here) >= TELLING and not said & here - there


def list_texts(case: Case, key: str) -> Iterator[Passage]:
    """List the passages of a unit and of the units in it."""
    inside = f"{key}/"
    return (one for k, one in case.library.items() if k == key or k.startswith(inside))


def words_of(text: str) -> set[str]:
    """Return the longer words of a text.

    >>> sorted(words_of("Izin dermaga diberikan oleh Bupati"))
    ['bupati', 'dermaga', 'diberikan']
    """
    return set(re.findall(r"[a-z]{5,}", text.lower()))


def is_earlier(case: Case, by: str) -> bool:
    """Tell whether an act was made in a year before the draft, so that its drafters knew it."""
    identity = case.draft.identity
    return identity.draft or not identity.tahun or order_in_time(by)[0] < identity.tahun


def is_past(draft: Regulation, citation: Citation) -> bool:
    """Tell whether a citation speaks of older law, or of the change itself, by its function."""
    if OPERATION.search(sentence_of(draft, citation)):
        return True
    path = citation.holder.partition("#")[2]
    if path.startswith("menimbang") and citation.role is Role.MELAKSANAKAN:
        return False
    return is_functional(draft, citation)


def around(key: str) -> Iterator[str]:
    """List a key and those of the units around it.

    >>> list(around("perda/bali/2011/5#pasal-9/ayat-2"))
    ['perda/bali/2011/5#pasal-9/ayat-2', 'perda/bali/2011/5#pasal-9']
    """
    act, _, path = key.partition("#")
    while path:
        yield f"{act}#{path}"
        path = path.rpartition("/")[0]
