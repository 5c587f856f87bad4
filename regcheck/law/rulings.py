"""Court rulings that texts tell of, and what exactly the courts annulled.

The Supreme Court tests rules below a statute, the Constitutional Court statutes (UU 12/2011 Pasal
9); what they find contrary to higher law has no binding force.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regcheck.domain import Span
from regcheck.domain.graph import Edge

#: A court's ruling, by its number.
#:
#: takes    Putusan Mahkamah Agung Nomor 57 P/HUM/2017      Putusan MK Nomor 137/PUU-XIII/2015
#: refuses  Putusan Mahkamah Agung yang telah
RULING = re.compile(
    r"""
    putusan \s+ (?: mahkamah \s+ (?P<court> agung | konstitusi ) | (?P<short> m[ak] ) )
    (?: \s+ (?: republik \s+ indonesia | ri ) )? \s+ (?: perkara \s+ )? (?: nomor | no\.? ) :? \s*
    (?P<number> \d{1,4} \s? /? \s? (?: P/HUM | PUU-? [A-Z]* | PUU ) [/A-Z\d-]* )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What a ruling does to a rule (UU 12/2011 Pasal 9; UU 23/2014 Pasal 250).
#:
#: takes    tidak mempunyai kekuatan hukum mengikat      tidak memiliki kekuatan hukum yang mengikat
#: takes    tidak lagi berkekuatan hukum mengikat
#: refuses  mempunyai kekuatan hukum tetap
VOID = re.compile(
    r"\btidak\s+(?:lagi\s+)?(?:mempunyai|memiliki|ber)\s*kekuatan\s+(?:hukum\s+)?(?:yang\s+)?"
    r"mengikat\b",
    re.IGNORECASE,
)
#: The higher law that a rule was measured by: what follows is not what was annulled.
#:
#: takes    bertentangan dengan Undang-Undang Dasar
#: refuses  bertentangan
MEASURE = re.compile(r"\bbertentangan\s+dengan\b", re.IGNORECASE)
#: Where a sentence ends, the full stop of an abbreviation apart.
#:
#: takes    mengikat. Sebagai      mengikat; b.
#: refuses  No. 5      Rp1.000
ENDS = re.compile(r"\.\s+(?=[A-Z(])|;\s")
#: Words before a rule by which only something in it, or its gloss, is meant.
#:
#: takes    pengawasan hakim dalam      di dalam
#: refuses  menyatakan
INSIDE = re.compile(r"\bdalam\s*$", re.IGNORECASE)
GLOSS = re.compile(r"\bpenjelasan\s*$", re.IGNORECASE)
COURTS = {"agung": "Mahkamah Agung", "ma": "Mahkamah Agung"}
#: So many characters before a citation show how it is meant.
BEFORE = 30
#: What a court measures by, or what tells of a court, is not what it annulled.
NEVER = ("uud/", "uuds/", "kris/", "putusan")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence that tells of an annulment.

    ``subject`` is the part of the text that names what was annulled, ``sentence`` all of it.
    """

    ruling: str
    subject: Span
    sentence: Span


def find_verdicts(text: str, around: Span) -> Iterator[Verdict]:
    """List the sentences of a part of a text that name a ruling and say that it voids something."""
    for void in VOID.finditer(text, around.start, around.end):
        ends = [match.end() for match in ENDS.finditer(text, around.start, void.start())]
        start = ends[-1] if ends else around.start
        after = ENDS.search(text, void.end(), around.end)
        end = after.start() + 1 if after else around.end
        ruling = RULING.search(text, start, end)
        if ruling is None:
            continue
        begin = ruling.end() if ruling.end() <= void.start() else start
        measure = MEASURE.search(text, begin, void.start())
        stop = measure.start() if measure else void.start()
        yield Verdict(name_ruling(ruling), Span(begin, stop), Span(start, end))


def annulled_keys(text: str, verdict: Verdict, edges: Iterable[Edge]) -> Iterator[str]:
    """List what a verdict annuls: the units that it names or, where none are, regulations.

    Args:
        text: The text that tells of it.
        verdict: The sentence.
        edges: The citations of that text.
    """
    subject = verdict.subject
    named = [
        one
        for one in edges
        if subject.start <= one.span.start
        and one.span.end <= subject.end
        and not one.own
        and not one.target.startswith(NEVER)
    ]
    parted = {one.base for one in named if "#" in one.target}
    for edge in named:
        before = text[max(0, edge.span.start - BEFORE) : edge.span.start]
        if "#" in edge.target:
            yield gloss_of(edge.target) if GLOSS.search(before) else edge.target
        elif edge.base not in parted and not INSIDE.search(before):
            yield edge.target


def gloss_of(key: str) -> str:
    """Return the key of the gloss of a unit.

    >>> gloss_of("uu/2009/28#pasal-124")
    'uu/2009/28#penjelasan/pasal-124'
    """
    id_, _, path = key.partition("#")
    return f"{id_}#penjelasan/{path}"


def read_ruling(text: str) -> str:
    """Return the name of the ruling by which a text says that something is void, or nothing.

    >>> read_ruling(
    ...     "Putusan Mahkamah Agung Nomor 57 P/HUM/2017 menyatakan Pasal 5 Peraturan "
    ...     "Daerah itu tidak mempunyai kekuatan hukum mengikat"
    ... )
    'Putusan Mahkamah Agung Nomor 57 P/HUM/2017'
    """
    found = RULING.search(text)
    return name_ruling(found) if found and VOID.search(text) else ""


def name_ruling(found: re.Match[str]) -> str:
    """Write a ruling as it is cited."""
    court = COURTS.get((found["court"] or found["short"]).lower(), "Mahkamah Konstitusi")
    return f"Putusan {court} Nomor {' '.join(found['number'].split())}"


def ruling_date(name: str) -> str:
    """Return the year in a ruling's number.

    >>> ruling_date("Putusan Mahkamah Agung Nomor 57 P/HUM/2017")
    '2017'
    """
    years = re.findall(r"(?:19|20)\d\d", name)
    return years[-1] if years else ""
