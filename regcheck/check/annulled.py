"""Citations of what a court annulled: whole regulations (R-01), and units of them (R-05).

A regulation or unit that the Supreme Court (UU 12/2011 Pasal 9) or the Constitutional Court found
contrary to higher law has no binding force (*tidak mempunyai kekuatan hukum mengikat*).
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.repealed import UNVERIFIED, is_functional
from regcheck.check.wording import quote_citation
from regcheck.domain import Case, Certainty, Citation, Finding, Quote, Regulation
from regcheck.domain.graph import Reason
from regcheck.naming import cite_unit, name_register

VOID = (
    "{cited} dinyatakan tidak mempunyai kekuatan hukum mengikat dengan {by}",
    "{cited} was declared without binding force by {by}",
)
BASIS = (
    "UU 12/2011 Pasal 9; UU 23/2014 Pasal 250",
    "UU 12/2011 Article 9; UU 23/2014 Article 250",
)


def find_annulled(case: Case) -> Iterator[Finding]:
    """Find citations that rest on what a court annulled, one for each place and unit.

    Citations that only tell of the past, and texts made before the ruling, are no fault.
    """
    seen = set()
    for citation in case.draft.citations if case.annulled else ():
        found = annulled_part(case, citation.target or "")
        if found is None or (citation.holder, found[0]) in seen:
            continue
        key, reason = found
        if is_older(case.draft, reason) or is_functional(case.draft, citation):
            continue
        seen.add((citation.holder, key))
        yield annulled_finding(case, citation, key, reason)


def annulled_part(case: Case, target: str) -> tuple[str, Reason] | None:
    """Return what of a cited unit, of those around it, or of its act was annulled."""
    act, _, path = target.partition("#")
    if not act or act == case.draft.id:
        return None
    while path:
        if f"{act}#{path}" in case.annulled:
            return f"{act}#{path}", case.annulled[f"{act}#{path}"]
        path = path.rpartition("/")[0]
    return (act, case.annulled[act]) if act in case.annulled else None


def is_older(draft: Regulation, reason: Reason) -> bool:
    """Tell whether a text was made in the year of a ruling or before, so that it knew nothing."""
    identity = draft.identity
    return not identity.draft and identity.tahun <= reason.date[:4]


def annulled_finding(case: Case, citation: Citation, key: str, reason: Reason) -> Finding:
    """Word one R-01 or R-05, with the text that tells of the ruling."""
    english = case.lang == "en"
    proof, known = reason.proof, reason.known
    source = f" ({name_register(known, case.lang)})" if known else ""
    evidence = Evidence(
        left=quote_citation(case.draft, citation),
        right=Quote(proof.key, proof.text, proof.page) if proof else None,
        confidence=0.9 if not known or known.verified else UNVERIFIED,
        detail=VOID[english].format(cited=cite_unit(key), by=f"{reason.by}{source}"),
        relation=case.relations.get(key.partition("#")[0]),
        certainty=None if not known or known.verified else Certainty.INDIKASI,
        basis=BASIS[english],
        about=key,
    )
    return make_finding("R-05" if "#" in key else "R-01", evidence, case.lang)
