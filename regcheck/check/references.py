"""References that lead nowhere: units the draft lacks (R-03), texts the corpus lacks (R-04)."""

from __future__ import annotations

import re

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.repealed import find_repealed, find_repealers
from regcheck.check.wording import quote_citation
from regcheck.check.words import LEGISLATION
from regcheck.domain import (
    Case,
    Certainty,
    Citation,
    Finding,
    Quote,
    Regulation,
    Severity,
    Span,
    Suppressed,
)
from regcheck.naming import cite_path, cite_unit
from regcheck.settings import Settings

#: A reference in a clause that punishes weighs more: nobody can be punished by it.
#:
#: takes    dikenai sanksi administratif      dipidana dengan pidana denda
#: refuses  sanksi sosial
SANCTION_CLAUSE = re.compile(
    r"\b(?:dipidana|(?:dikenai|dikenakan|dijatuhi|diancam)\s+(?:dengan\s+)?(?:sanksi|pidana))\b",
    re.IGNORECASE,
)

#: A chapter named just before a bare *huruf*: the item is one of the chapter, often of an annex.
#:
#: takes    BAB IV
#: refuses  BAB IV dan
CHAPTER_BEFORE = re.compile(r"\bBAB\s+[IVXLC]+\s*$", re.IGNORECASE)

#: Steps of lists, whose ayat a reference may leave out.
LIST_STEPS = ("huruf", "angka")

R03 = ("{cited} tidak ada dalam naskah ini{known}", "{cited} does not exist in this text{known}")
RANGE = ("{first} sampai dengan {last}", "{first} to {last}")
KNOWN = ("; {unit} mempunyai {count} {kind}", "; {unit} has {count} {kind}")
NONE_KNOWN = ("; {unit} tidak mempunyai {kind}", "; {unit} has no {kind}")
DOUBTFUL = (
    "; susunan naskah di sekitarnya tidak terbaca pasti, periksa pada naskah asli",
    "; the structure of the text around it was not read with certainty, check the original",
)
UNREAD = (
    "{count} rujukan internal tidak dapat diperiksa karena susunan naskah tidak terbaca pasti",
    "{count} internal references could not be checked: the structure was not read with certainty",
)


def find_reference_faults(
    case: Case, settings: Settings
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Find repealed and absent targets of the draft's citations, and count harmless ones."""
    repealed, historical = find_repealed(case, settings.as_of)
    findings = (*repealed, *find_dangling(case, settings), *find_absent(case, settings))
    return findings, (*historical, *find_general(case.draft))


def find_dangling(case: Case, settings: Settings) -> tuple[Finding, ...]:
    """Find references to units of the draft itself that it does not have (R-03).

    Where the text's structure was read badly, single findings would accuse the drafter of the
    reader's faults: one row then says how many references were not checked.
    """
    draft = case.draft
    dangling = [citation for citation in draft.citations if is_dangling(draft, citation)]
    if not dangling:
        return ()
    if draft.structure < settings.structure_floor:
        return (unread_finding(case, dangling),)
    named: set[tuple[str, str]] = set()
    places: dict[tuple[str, Span], list[Citation]] = {}
    for citation in dangling:
        name = (citation.holder, citation.target or "")
        if name not in named:
            places.setdefault((citation.holder, citation.span), []).append(citation)
            named.add(name)
    return tuple(dangling_finding(case, group) for group in places.values())


def is_dangling(draft: Regulation, citation: Citation) -> bool:
    """Tell whether a citation in the body points to a missing unit of the body."""
    key = citation.target or ""
    act, _, path = key.partition("#")
    in_body = citation.holder.partition("#")[2].startswith("pasal")
    if act != draft.id or not path.startswith("pasal") or not in_body:
        return False
    if CHAPTER_BEFORE.search(draft.text[max(0, citation.span.start - 20) : citation.span.start]):
        return False
    return not exists(draft, key, citation.holder) and not is_printed(draft, key)


def exists(draft: Regulation, key: str, holder: str) -> bool:
    """Tell whether a unit exists, also if the reference leaves out the ayat that holds it.

    So does a bare *huruf a*: read as an item of the citing ayat, it may be one of another.
    """
    if key in draft.by_key:
        return True
    pasal = pasal_of(key)
    around, _, step = key.rpartition("/")
    vague = around == pasal or holder.startswith(around)
    return (
        vague
        and step.startswith(LIST_STEPS)
        and any(
            other.startswith(f"{pasal}/") and other.endswith(f"/{step}") for other in draft.by_key
        )
    )


def is_printed(draft: Regulation, key: str) -> bool:
    """Tell whether the label of a missing unit opens a line of its pasal: unread, not unwritten.

    Lists run on inside a line of an annexed table or a badly set page.
    """
    unit = draft.by_key.get(pasal_of(key))
    label = key.partition("#")[2].partition("/")[2].rpartition("/")[2].partition("-")[2]
    if unit is None:
        pasal = pasal_of(key).partition("#pasal-")[2]
        return bool(re.search(rf"^\s*Pasal\s+{re.escape(pasal)}\s*$", draft.text, re.MULTILINE))
    if not label:
        return False
    text = draft.slice(unit.span)
    return bool(re.search(rf"(?:^|[:;])\s*\(?{re.escape(label)}\s*[.)]?\s", text, re.MULTILINE))


def dangling_finding(case: Case, group: list[Citation]) -> Finding:
    """Word one R-03; doubtful where the tree around the target is.

    A group is one reference: one target, or those of a range.
    """
    english, draft, citation = case.lang == "en", case.draft, group[0]
    first, last = (cite_path((one.target or "").partition("#")[2]) for one in (citation, group[-1]))
    cited = first if first == last else RANGE[english].format(first=first, last=last)
    doubtful = is_doubtful(draft, citation.target or "")
    quote = quote_citation(draft, citation)
    severity = Severity.KRITIS if SANCTION_CLAUSE.search(quote.text) else None
    known = DOUBTFUL[english] if doubtful else known_units(draft, citation.target or "", english)
    evidence = Evidence(
        left=quote,
        right=None,
        confidence=0.4 if doubtful else 0.95,
        detail=R03[english].format(cited=cited, known=known),
        severity=Severity.SEDANG if doubtful else severity,
        certainty=Certainty.INDIKASI if doubtful else None,
        about=(citation.target or "").partition("#")[2],
    )
    return make_finding("R-03", evidence, case.lang)


def known_units(draft: Regulation, key: str, english: bool) -> str:
    """Say how many units of the missing kind the unit around the target has, where there is one."""
    around, _, step = key.rpartition("/")
    kind = step.partition("-")[0]
    if around not in draft.by_key:
        return ""
    count = sum(unit.kind.value == kind for unit in draft.children.get(around, ()))
    unit = cite_path(around.partition("#")[2])
    template = KNOWN if count else NONE_KNOWN
    return template[english].format(unit=unit, count=count, kind=kind)


def is_doubtful(draft: Regulation, key: str) -> bool:
    """Tell whether the reader itself was unsure of the tree where the target should stand.

    So it is if an anomaly concerns the target's pasal, or if the missing pasal lies between
    pasal that were found: then it is more likely unread than unwritten.
    """
    pasal = pasal_of(key)
    if any(pasal_of(one.unit) == pasal for one in draft.anomalies if one.unit):
        return True
    if pasal in draft.by_key:
        return False
    number = pasal_number(pasal)
    numbers = {pasal_number(unit.key) for unit in draft.units if "/" not in unit.path}
    return number > 0 and any(one > number for one in numbers)


def pasal_of(key: str) -> str:
    """Return the key of the pasal that holds a unit.

    >>> pasal_of("perda/bali/2011/5#pasal-12A/ayat-1")
    'perda/bali/2011/5#pasal-12A'
    """
    act, _, path = key.partition("#")
    return f"{act}#{path.partition('/')[0]}"


def pasal_number(key: str) -> int:
    """Return the number in a pasal's key, 0 where there is none.

    >>> pasal_number("perda/bali/2011/5#pasal-12A"), pasal_number("perda/bali/2011/5#bab-I")
    (12, 0)
    """
    found = re.match(r"pasal-(\d+)", key.partition("#")[2])
    return int(found[1]) if found else 0


def unread_finding(case: Case, dangling: list[Citation]) -> Finding:
    """Say in one row that the structure is too uncertain to check internal references."""
    evidence = Evidence(
        left=Quote(case.draft.id, case.draft.identity.tentang, 1),
        right=None,
        confidence=0.1,
        detail=UNREAD[case.lang == "en"].format(count=len(dangling)),
        severity=Severity.INFORMASI,
        certainty=Certainty.INDIKASI,
    )
    return make_finding("R-03", evidence, case.lang)


def find_absent(case: Case, settings: Settings) -> tuple[Finding, ...]:
    """List in one row the cited acts whose text is not in the corpus (R-04).

    Absent from the corpus is not absent from the law. Acts known to be repealed stand under R-01.
    """
    known = set(case.heads) | set(find_repealers(case, settings.as_of)) | {case.draft.id}
    cited = ((one.target or "").partition("#")[0] for one in case.draft.citations)
    absent = tuple(dict.fromkeys(act for act in cited if act and act not in known))
    if not absent:
        return ()
    evidence = Evidence(
        left=Quote(case.draft.id, case.draft.identity.tentang, 1),
        right=None,
        confidence=1.0,
        detail=", ".join(map(cite_unit, absent)),
    )
    return (make_finding("R-04", evidence, case.lang),)


def find_general(draft: Regulation) -> tuple[Suppressed, ...]:
    """Count the units that refer to legislation in general (N-15, Lampiran II no. 281)."""
    return tuple(
        Suppressed("N-15", unit.key, "")
        for unit in draft.units
        if unit.path.startswith("pasal") and LEGISLATION.search(draft.own_text(unit))
    )
