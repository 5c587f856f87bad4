"""The definitions of a regulation: term, abbreviation and where the meaning stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

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


#: The part of its regulation that a list of terms, or a short form, is for.
#:
#: takes    Dalam Bab ini yang dimaksud dengan:      dalam Pasal ini yang dimaksud dengan
#: refuses  Dalam Peraturan Daerah ini yang dimaksud dengan:
SCOPE = re.compile(
    r"\bdalam \s+ (?P<part> bab | bagian | paragraf | pasal | ayat ) \s+ ini\b",
    re.VERBOSE | re.IGNORECASE,
)
#: A short form given in the running text of a rule: from here on it stands for what is before it.
#:
#: takes    selanjutnya disebut Pemilik, wajib      selanjutnya disingkat IUP diberikan
#: takes    selanjutnya dalam Pasal ini disebut Petugas,
#: refuses  selanjutnya disebut juga oleh      yang disebut Pemilik
INTRODUCED = re.compile(
    r"""
    selanjutnya ,? \s+
    (?P<within> dalam \s+ [A-Z]\w+ (?: \s [A-Z]\w+ )? \s+ ini \s+ )?
    dis(?: ebut | ingkat ) (?: \s+ (?: dengan | sebagai ) )? \s+ ["“]?
    (?P<short> [A-Z][\w/-]* (?: \s (?: dan \s | atau \s )? [A-Z][\w/-]* ){0,6} )
    """,
    re.VERBOSE,
)
#: What joins a short form to the words before it.
#:
#: takes    kapal, yang      kapal (untuk      kapal yang untuk
#: refuses  kapal
JOINING = re.compile(r"[\s,(]+(?:yang\b\s*)?(?:untuk\b\s*)?\Z")
#: So many characters it has at most.
JOINING_CHARS = 30
#: What ends the words that a short form stands for, read backwards: the clause before.
#:
#: takes    ; b. kapal      : a. kapal      (2) Kapal      . Kapal
#: refuses  , kapal
CLAUSE = re.compile(r"[;:.]\s+(?:[a-z0-9]{1,2}[.)]\s+)?|\(\d{1,2}[a-z]?\)\s+")
#: The label with which a unit begins.
#:
#: takes    Pasal 12 Setiap      a. pemilik      (2) Pemilik
#: refuses  Setiap orang
LABEL = re.compile(r"\s*(?:Pasal\s+\d+[A-Z]?\.?|\(\d{1,2}[a-z]?\)|[a-z]{1,2}[.)]|\d{1,3}[.)])\s+")
#: So many characters before a short form are read for what it stands for.
LONG_FORM = 400
ITEMS = (Kind.ANGKA, Kind.HURUF)
RULES = (Kind.PASAL, Kind.AYAT)
OUTSIDE = ("penjelasan", "menimbang", "mengingat", "memutuskan", "lampiran", "penutup")


def find_definitions(regulation: Regulation) -> tuple[Definition, ...]:
    """List what a regulation defines: in the items of lists of terms, and in running text.

    In document order; the units quoted by an amending act are included. ``scope`` follows the
    words of the list (UU 12/2011 Lampiran II no. 98: the first chapter's terms hold in the whole
    act).
    """
    found = []
    for unit in regulation.units:
        if unit.kind in ITEMS and defines(regulation, unit):
            definition = read_definition(regulation, unit)
            if definition:
                found.append(definition)
    found += introduced(regulation, found)
    return tuple(sorted(found, key=lambda one: one.meaning.start))


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
    parent = regulation.by_key[unit.parent]
    lead = Span(parent.span.start, regulation.children[parent.key][0].span.start)
    return Definition(
        unit.key, term, short, Span(match.end(), end), scope_of(regulation, unit, lead)
    )


def scope_of(regulation: Regulation, unit: Unit, words: Span) -> str:
    """Return the key of the part that some words confine a term to; empty for the whole act."""
    named = SCOPE.search(regulation.text, words.start, words.end)
    if named is None:
        return ""
    part = Kind(named["part"].lower())
    return next((one.key for one in around(regulation, unit) if one.kind is part), "")


def around(regulation: Regulation, unit: Unit) -> Iterator[Unit]:
    """Yield a unit and those that contain it, from the inside out."""
    inner: Unit | None = unit
    while inner is not None:
        yield inner
        inner = regulation.by_key.get(inner.parent)


def introduced(regulation: Regulation, listed: Sequence[Definition]) -> Iterator[Definition]:
    """Yield the short forms that rules introduce where they stand.

    The unit of each is its ayat or pasal, the meaning the clause before it.
    """
    inside = [regulation.by_key[one.unit].span for one in listed]
    starts = [unit.span.start for unit in regulation.units]
    for match in INTRODUCED.finditer(regulation.text):
        unit = rule_at(regulation, starts, match.start())
        if unit is None or unit.path.startswith(OUTSIDE) or is_inside(match.start(), inside):
            continue
        end = long_form_end(regulation.text, match.start())
        start = clause_start(regulation.text, unit.span.start, end)
        if start < end:
            within = Span(*match.span("within")) if match["within"] else Span(0, 0)
            scope = scope_of(regulation, unit, within)
            short = " ".join(match["short"].split())
            yield Definition(unit.key, short, "", Span(start, end), scope)


def long_form_end(text: str, place: int) -> int:
    """Return where the words end that stand before the word that introduces a short form.

    >>> long_form_end("Pemilik kapal, yang selanjutnya disebut", 20)
    13
    """
    begin = max(0, place - JOINING_CHARS)
    joining = JOINING.search(text[begin:place])
    return begin + joining.start() if joining else place


def is_inside(place: int, spans: Sequence[Span]) -> bool:
    """Tell whether a place lies in one of some spans, which stand in order."""
    index = bisect_right(spans, place, key=starting) - 1
    return index >= 0 and place < spans[index].end


def starting(span: Span) -> int:
    """Return where a span begins."""
    return span.start


def rule_at(regulation: Regulation, starts: Sequence[int], place: int) -> Unit | None:
    """Return the ayat, or the pasal without ayat, around a place in the text."""
    index = bisect_right(starts, place) - 1
    if index < 0:
        return None
    units = around(regulation, regulation.units[index])
    return next((one for one in units if one.kind in RULES and place < one.span.end), None)


def clause_start(text: str, start: int, end: int) -> int:
    """Return where the clause that ends at a place begins, behind a unit's own label.

    >>> clause_start("(2) Orang yang memiliki kapal selanjutnya", 0, 29)
    4
    """
    begin = max(start, end - LONG_FORM)
    last = max((match.end() for match in CLAUSE.finditer(text, begin, end)), default=start)
    label = LABEL.match(text, last, end)
    return label.end() if label else last
