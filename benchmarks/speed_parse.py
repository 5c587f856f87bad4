"""The stage ``parse``: text to units and citations, against a regular expression for each."""

from __future__ import annotations

import re
import time
from pathlib import Path

from benchmarks.speed_job import Clock, Job
from regcheck.domain import Identity, Line, Regulation, Source, SourceText
from regcheck.parse import parse_document
from regcheck.parse.anomalies import find_anomalies
from regcheck.parse.citations.citations import find_citations
from regcheck.parse.definitions import find_definitions
from regcheck.parse.structure.bases import base_id, is_amending
from regcheck.parse.structure.nodes import to_units
from regcheck.parse.structure.segments import find_segments
from regcheck.parse.structure.tree import Plan, parse_tree
from regcheck.parse.structure.zones import find_zones
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

#: One line without a break: the words of the grammar, and the same five times as long.
CLAUSE = (
    "Pasal 5 (1) Setiap orang wajib menjaga kebersihan sebagaimana dimaksud dalam Pasal 3 ayat (2) "
    "huruf a. (2) Gubernur menetapkan: a. tarif; dan b. tata cara. BAB II KETENTUAN LAIN "
)
LINE_CHARS = 200_000
TIMES_LONGER = 5


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
    identities = [(one.source_text, one.identity) for one in regulations]
    clock.time("parse.tree", lambda: [outline(*one) for one in identities], characters)
    clock.notes["parse.tree"] = (
        f"no citations; a line {TIMES_LONGER} times as long takes {growth():.1f} times as long"
    )


def outline(source: SourceText, identity: Identity) -> Regulation:
    """Parse the first regulation of a document without amendments and citations."""
    text = source.text
    zones = find_zones(text, find_segments(text)[0])
    base = base_id(identity, identity.tentang)
    nodes = parse_tree(text, zones, Plan(is_amending(identity.tentang), base, identity))
    regulation = Regulation("x", identity, source, to_units(nodes, "x", source))
    find_definitions(regulation)
    find_anomalies(regulation)
    return regulation


def growth() -> float:
    """Return how many times longer a line five times as long takes; more than five is a fault."""
    seconds = []
    for times in (1, TIMES_LONGER):
        source = one_line(CLAUSE * (times * LINE_CHARS // len(CLAUSE)))
        started = time.process_time()
        outline(source, Identity())
        seconds.append(time.process_time() - started)
    return seconds[1] / seconds[0]


def one_line(text: str) -> SourceText:
    """Return a document of one line."""
    return SourceText((Line(text, 1),), Source("line.txt", "0" * 64, 1, "benchmark"))


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
