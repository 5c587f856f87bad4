"""The definitions of a regulation: term, abbreviation and where the meaning stands."""

from __future__ import annotations

import re

from regcheck.domain import Definition, Kind, Regulation, Span, Unit
from regcheck.parse.marks.patterns import DEFINING

#: A definition: the term, the short forms, the copula; the meaning follows
#: (UU 12/2011 Lampiran II nos. 98-109).
#:
#: takes    Arsip Statis adalah Arsip yang bernilai
#: takes    Badan Pengawas yang selanjutnya disingkat BP adalah badan
#: takes    Retribusi, selanjutnya disebut pungutan, ialah pungutan
#: refuses  Gubernur menetapkan tarif
DEFINITION = re.compile(
    r"""
    \s* ["“'‘]? (?P<term> [^\s"”;:.] [^;:]{0,200}? ) ["”'’]? \s* ,? \s*
    (?: \(? (?: yang \s+ )? (?: untuk \s+ )? selanju?t[a-z]{2,5} ,? \s+
        (?: dapat \s+ )? (?: dalam \s+ [A-Z][a-z]+ \s+ [A-Z][a-z]+ \s+ ini \s+ )?
        (?: di \s? (?: sebut | singkat | sebutkan ) | cukup \s+ disebut )
        (?: \s+ (?: dengan | sebagai ) | , )? \s+ ["“]?
        (?P<short> [^;:]{1,120}? ) ["”]? \)? \s* ,? \s*
    )?
    (?<![A-Za-z]) (?: a[.]?da[l1]a[hli]{1,2} | ialah | yaitu | merupakan ) (?![A-Za-z]) \s+
    """,
    re.VERBOSE,
)


def find_definitions(regulation: Regulation) -> tuple[Definition, ...]:
    """List what the items of the first pasal, and of other lists of terms, define.

    In document order; the units quoted by an amending act are included.
    """
    found = []
    for unit in regulation.units:
        if unit.kind in (Kind.ANGKA, Kind.HURUF) and defines(regulation, unit):
            definition = read_definition(regulation, unit)
            if definition:
                found.append(definition)
    return tuple(found)


def defines(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether a unit is a top item of Pasal 1, or of a list of what words mean."""
    steps = unit.path.split("/")
    if len(steps) < 2 or steps[0] in ("penjelasan", "menimbang", "mengingat"):
        return False
    if steps[-2] == "pasal-1":
        return True
    parent = regulation.by_key[unit.parent]
    if parent.kind not in (Kind.PASAL, Kind.AYAT):
        return False
    first = regulation.children[parent.key][0].span.start
    return bool(DEFINING.search(regulation.text, parent.span.start, first))


def read_definition(regulation: Regulation, unit: Unit) -> Definition | None:
    """Read the definition in one item, or nothing."""
    label_end = regulation.text.find(unit.label, unit.span.start) + len(unit.label) + 1
    match = DEFINITION.match(regulation.text, label_end, unit.span.end)
    if match is None:
        return None
    term = " ".join(match["term"].split()).strip(" ,")
    short = " ".join((match["short"] or "").split()).strip(' ,"”“')
    end = match.end() + len(regulation.text[match.end() : unit.span.end].rstrip())
    return Definition(unit.key, term, short, Span(match.end(), end))
