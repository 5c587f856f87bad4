"""A document to regulations: identity, tree, definitions, amendments, citations, anomalies."""

from __future__ import annotations

from dataclasses import dataclass, replace

from regcheck.domain import Identity, Regulation, SourceText, Span
from regcheck.parse.amendments import find_amendments
from regcheck.parse.anomalies import find_anomalies, structure_score
from regcheck.parse.citations.citations import find_citations
from regcheck.parse.definitions import find_definitions
from regcheck.parse.identity.hinted import check_id
from regcheck.parse.identity.hints import NameHint, read_name
from regcheck.parse.identity.identity import identify, regulation_id
from regcheck.parse.structure.bases import base_id, is_amending
from regcheck.parse.structure.nodes import to_units
from regcheck.parse.structure.segments import find_segments
from regcheck.parse.structure.tables import with_tables
from regcheck.parse.structure.tree import Plan, parse_tree
from regcheck.parse.structure.zones import find_zones

NO_HINT = NameHint()


@dataclass(frozen=True, slots=True)
class Supplied:
    """What is known of a regulation apart from its text: an id, a catalogue row, a file name."""

    override_id: str = ""
    hints: Identity | None = None
    name: NameHint = NO_HINT


def parse_document(
    source: SourceText, override_id: str = "", hints: Identity | None = None
) -> tuple[Regulation, ...]:
    """Parse every regulation a document holds; usually one.

    Several regulations in one file share ``source_text``; the units of each lie within its part.

    Args:
        source: The text as read; a document without text gives one regulation without units. The
            name of its file confirms or questions the identity of a single regulation.
        override_id: The id to use instead of the one in the title block; further regulations in
            the same file keep their own.
        hints: What a person or a catalogue says of the (first) regulation. Its values win over
            what is printed; a disagreement is an anomaly. Empty fields say nothing.
    """
    segments = find_segments(source.text)
    alone = len(segments) == 1
    first = Supplied(override_id, hints, read_name(source.source.path) if alone else NO_HINT)
    return tuple(
        parse_segment(source, segment, first if index == 0 else Supplied())
        for index, segment in enumerate(segments)
    )


def parse_segment(source: SourceText, segment: Span, supplied: Supplied) -> Regulation:
    """Parse the regulation that stands in one part of a document."""
    text = source.text
    zones = find_zones(text, segment)
    identity, doubts = identify(source, zones, supplied.name, supplied.hints)
    own = regulation_id(identity, source)
    key = supplied.override_id or own
    doubts += check_id(own, supplied.override_id) if identity.nomor else ()
    base = base_id(identity, identity.tentang, text[segment.start : segment.end])
    plan = Plan(is_amending(identity.tentang), base, identity)
    units = to_units(with_tables(parse_tree(text, zones, plan), source), key, source)
    bare = Regulation(key, identity, source, units)
    anomalies = find_anomalies(bare, doubts)
    return replace(
        bare,
        citations=find_citations(source, units, identity, key),
        definitions=find_definitions(bare),
        amendments=find_amendments(bare, plan.base),
        anomalies=anomalies,
        structure=structure_score(bare, anomalies),
    )
