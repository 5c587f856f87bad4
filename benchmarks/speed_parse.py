"""The stage ``parse``: text to units and citations, against a regular expression for each."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.speed_job import Clock, Job
from regcheck.domain import SourceText
from regcheck.parse import parse_document
from regcheck.parse.citations import find_citations
from regcheck.read import read_document

#: What a script would take for the beginning of a unit: a line that opens with a label.
#:
#: takes    BAB IV      Pasal 12      (3) Setiap orang      b. bahwa      2. Izin
#: leaves   sebagaimana dimaksud dalam Pasal 12
LABEL = re.compile(
    r"^[ \t]*(?:BAB\s+[IVXLC]+|Pasal\s+\d+\w?|\(\d+\)|[a-z]\.|\d+\.)(?=\s|$)", re.MULTILINE
)
#: What a script would take for a citation: a regulation with number and year, or a pasal.
#:
#: takes    Peraturan Pemerintah Nomor 12 Tahun 2019      Pasal 5 ayat (2)
NUMBERED = re.compile(
    r"(?:Undang-Undang|Peraturan\s+\w+(?:\s+\w+)?|Keputusan\s+\w+)\s+Nomor\s+\d+\s+Tahun\s+\d{4}"
    r"|Pasal\s+\d+(?:\s+ayat\s+\(\d+\))?"
)


def read_sources(job: Job) -> tuple[list[SourceText], int]:
    """Read the documents, their texts joined, and count the characters."""
    sources = [read_document(Path(path)) for path in job.timed_documents]
    return sources, sum(len(source.text) for source in sources)


def time_regcheck(job: Job, clock: Clock) -> None:
    """Parse whole documents, and once more only their citations."""
    sources, characters = read_sources(job)
    parsed = clock.time(
        "parse.regcheck", lambda: [parse_document(source) for source in sources], characters
    )
    regulations = [regulation for group in parsed for regulation in group]
    units = sum(len(regulation.units) for regulation in regulations)
    clock.notes["parse.regcheck"] = f"{units} units"
    citations = clock.time(
        "parse.citations",
        lambda: [
            find_citations(one.source_text, one.units, one.identity, one.id) for one in regulations
        ],
        characters,
    )
    clock.notes["parse.citations"] = f"{sum(map(len, citations))} citations"


def time_regex(job: Job, clock: Clock) -> None:
    """Find labels at the beginning of lines, and numbered regulations; nothing is resolved."""
    sources, characters = read_sources(job)
    for name, pattern, what in (
        ("parse.lines", LABEL, "labels"),
        ("parse.numbered", NUMBERED, "mentions"),
    ):
        found = clock.time(
            name,
            lambda: sum(len(pattern.findall(source.text)) for source in sources),  # noqa: B023
            characters,
        )
        clock.notes[name] = f"{found} {what}, nothing resolved"


WORK = {"regcheck": time_regcheck, "regex": time_regex}
