"""Legal bases whose gazette does not agree with the register (R-15; M-09)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.check.bases import Basis, quote
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.domain import Case, Finding, Severity
from regcheck.naming import cite_regulation

BY_CATALOGUE = (
    "{cited}: dicetak {printed}, menurut katalog {register}",
    "{cited}: printed {printed}, by the catalogue {register}",
)
BY_TEXTS = (
    "{cited}: dicetak {printed}, menurut naskahnya sendiri dan peraturan lain {register}",
    "{cited}: printed {printed}, by its own text and other regulations {register}",
)


def find_misprinted(case: Case, bases: Iterable[Basis]) -> Iterator[Finding]:
    """Find bases printed with another number or year of the gazette than the register has (R-15).

    UU 12/2011 Lampiran II nos. 47 and 49: a basis is cited with the gazette that prints it.
    """
    for basis in bases:
        fault = case.misprints.get(basis.act)
        if fault is None:
            continue
        words = BY_CATALOGUE if fault.catalogued else BY_TEXTS
        detail = words[case.lang == "en"].format(
            cited=cite_regulation(basis.act), printed=fault.printed, register=fault.registered
        )
        evidence = Evidence(
            left=quote(case.draft, basis),
            right=None,
            confidence=0.9,
            detail=detail,
            relation=case.relations.get(basis.act),
            severity=Severity.RENDAH,
            about=f"gazette {basis.act}",
        )
        yield make_finding("R-15", evidence, case.lang)
