"""From an edge back to the page: the sentence that proves what one act does to another."""

from __future__ import annotations

import re

from regcheck.domain import Citation, Regulation, Span
from regcheck.domain.graph import Edge, Proof

#: A unit up to this length is quoted whole.
WHOLE = 400
#: Where a sentence or an item of a list ends.
#:
#: takes    berlaku. Pasal      ;\n b.
#: refuses  Rp1.000      Nomor 5 Tahun
ENDS = re.compile(r"[;:]\s*\n|\.\s+(?=[A-Z(])|\.\s*\Z")
#: The label that a unit begins with, as ``Pasal 5`` above ``(2)``; nothing where there is none.
#:
#: takes    Pasal 5\n(2) Bupati      a. kios      Bupati
LABEL = re.compile(
    r"\A\s*(?:Pasal\s+\w+[ \t]*\n\s*)?(?:\(\w{1,3}\)\s+|[a-z]{1,2}\.\s+|\d{1,3}\.\s+)?"
)
#: The title of an act behind its number, as another act prints it.
#:
#: takes    tentang Pengelolaan Sampah (Lembaran Negara      tentang Perusahaan Umum, dinyatakan
#: refuses  (Lembaran Negara Republik Indonesia
TITLE = re.compile(
    r"\A\s*+(?:,\s*+)?tentang\s++(?P<title>[^;(]{4,280}?)"
    r"(?:\s{0,9}[(;]|\s{0,9}\.\s"
    r"|,?\s{1,9}(?:sebagaimana|di(?:nyatakan|cabut|ubah)|dan\s{1,9}(?:Undang|Peraturan))\b)",
    re.IGNORECASE,
)


def cited_title(behind: str) -> str:
    r"""Return the title that is printed behind the number of an act; empty if there is none.

    >>> cited_title(" tentang Pengelolaan\nSampah (Lembaran Negara"), cited_title(", dicabut")
    ('Pengelolaan Sampah', '')
    """
    found = TITLE.match(behind)
    return " ".join(found["title"].split()) if found else ""


def prove(regulation: Regulation, edge: Edge) -> Proof:
    """Return the sentence that proves an edge of a regulation, with its unit and its page.

    An edge stored without its place is found again among the citations.
    """
    span = edge.span if edge.page else find_place(regulation, edge)
    unit = regulation.by_key.get(edge.holder)
    around = unit.span if unit else Span(max(0, span.start - WHOLE), span.end + WHOLE)
    if around.end - around.start > WHOLE:
        around = sentence_around(regulation.text, around, span)
    page = regulation.source_text.page_of(span.start)
    return Proof(edge.holder or edge.source, page, quote(regulation.text, around, span))


def quote(text: str, around: Span, span: Span) -> str:
    """Return a sentence on one line; of a very long one the words about the citation in it."""
    if around.end - around.start <= WHOLE:
        return one_line(text[around.start : around.end])
    room = max(0, WHOLE - (span.end - span.start)) // 2
    start, end = max(around.start, span.start - room), min(around.end, span.end + room)
    start = text.find(" ", start, span.start) if start > around.start else start
    last = text.rfind(" ", span.end, end) if end < around.end else end
    start, end = (span.start if start < 0 else start), (span.end if last < 0 else last)
    before, after = ("… ", " …") if end < around.end else ("… ", "")
    return f"{before if start > around.start else ''}{one_line(text[start:end])}{after}"


def find_place(regulation: Regulation, edge: Edge) -> Span:
    """Return where an edge is printed, the beginning of its unit where no citation is like it."""
    alike = (edge.holder, edge.target, edge.role)
    for one in regulation.citations:
        if (one.holder, one.target, one.role) == alike:
            return one.span
    unit = regulation.by_key.get(edge.holder)
    return Span(unit.span.start, unit.span.start) if unit else Span(0, 0)


def sentence_around(text: str, around: Span, span: Span) -> Span:
    """Return the sentence, or the item, of a unit that holds a span."""
    start, end = around.start, around.end
    for match in ENDS.finditer(text, around.start, around.end):
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            end = match.start() + 1
            break
    return Span(start, end)


def one_line(text: str) -> str:
    r"""Join the lines of a quotation, and drop the label of its unit.

    >>> one_line("Pasal 4\n(2) Rekaman\ndisimpan."), one_line("Pasal 4 berlaku.")
    ('Rekaman disimpan.', 'Pasal 4 berlaku.')
    """
    return " ".join(LABEL.sub("", text.strip(), count=1).split())


def to_edge(regulation: Regulation, citation: Citation) -> Edge:
    """Return a citation with a target as an edge."""
    page = regulation.source_text.page_of(citation.span.start)
    target = citation.target or ""
    return Edge(regulation.id, citation.holder, target, citation.role, page, citation.span)
