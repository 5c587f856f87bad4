"""The definitions of a regulation: term, abbreviation and where the meaning stands."""

from __future__ import annotations

import re

from regcheck.domain import Definition, Kind, Regulation, Span, Unit

#: A definition: the term, the short forms, the copula; the meaning follows
#: (UU 12/2011 Lampiran II nos. 98-109).
#:
#: takes    Arsip Statis adalah Arsip yang bernilai
#: takes    Badan Pengawas yang selanjutnya disingkat BP adalah badan
#: takes    Retribusi, selanjutnya disebut pungutan, ialah pungutan
DEFINITION = re.compile(
    r"""
    \s* [\"“'‘]? (?P<term> [^\s\"”;:.] [^;:.]{0,150}? ) [\"”'’]? \s* ,? \s*
    (?: \(? (?: yang \s+ )? (?: untuk \s+ )? (?: se ){0,1} (?: lanjutnya ) ,? \s+
        (?: dalam \s+ [A-Z][a-z]+ \s+ [A-Z][a-z]+ \s+ ini \s+ )?
        (?: di \s? (?: sebut | singkat | sebutkan ) | cukup \s+ disebut )
        (?: \s+ (?: dengan | sebagai ) )? \s+ [\"“]?
        (?P<short> [^;:]{1,100}? ) [\"”]? \)? \s* ,? \s*
    )?
    (?<![A-Za-z]) (?P<copula> adalah | ialah | yaitu | merupakan ) (?![A-Za-z]) \s+
    """,
    re.VERBOSE,
)


def find_definitions(regulation: Regulation) -> tuple[Definition, ...]:
    """List what the items of the first pasal define, in document order."""
    found = []
    for unit in regulation.units:
        if unit.kind in (Kind.ANGKA, Kind.HURUF) and defines(unit):
            definition = read_definition(regulation, unit)
            if definition:
                found.append(definition)
    return tuple(found)


def defines(unit: Unit) -> bool:
    """Tell whether a unit is a top item of Pasal 1, the body's own or a quoted one."""
    steps = unit.path.split("/")
    return len(steps) >= 2 and steps[-2] == "pasal-1" and "penjelasan" not in steps


def read_definition(regulation: Regulation, unit: Unit) -> Definition | None:
    """Read the definition in one item, or nothing."""
    start = unit.span.start + regulation.slice(unit.span).find(unit.label) + len(unit.label) + 1
    match = DEFINITION.match(regulation.text, start, unit.span.end)
    if match is None:
        return None
    term = " ".join(match["term"].split()).strip(" ,")
    short = " ".join((match["short"] or "").split()).strip(' ,"”“')
    end = match.end() + len(regulation.text[match.end() : unit.span.end].rstrip())
    return Definition(unit.key, term, short, Span(match.end(), end))
