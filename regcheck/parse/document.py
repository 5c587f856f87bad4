"""A document to regulations: identity, tree, definitions, amendments, citations, anomalies."""

from __future__ import annotations

from dataclasses import replace

from regcheck.domain import Regulation, SourceText, Span
from regcheck.parse.amendments import find_amendments
from regcheck.parse.anomalies import find_anomalies, structure_score
from regcheck.parse.bases import base_id, is_amending
from regcheck.parse.citations import find_citations
from regcheck.parse.definitions import find_definitions
from regcheck.parse.identity import read_identity, regulation_id
from regcheck.parse.nodes import to_units
from regcheck.parse.segments import find_segments
from regcheck.parse.tree import Plan, parse_tree
from regcheck.parse.zones import find_zones


def parse_document(source: SourceText, override_id: str = "") -> tuple[Regulation, ...]:
    """Parse every regulation a document holds; usually one.

    Several regulations in one file share ``source_text``; the units of each lie within its part.

    Args:
        source: The text as read; a document without text gives one regulation without units.
        override_id: The id to use instead of the one in the title block; further regulations in
            the same file keep their own.
    """
    segments = find_segments(source.text)
    return tuple(
        parse_segment(source, segment, override_id if index == 0 else "")
        for index, segment in enumerate(segments)
    )


def parse_segment(source: SourceText, segment: Span, override_id: str) -> Regulation:
    """Parse the regulation that stands in one part of a document."""
    text = source.text
    zones = find_zones(text, segment)
    identity = read_identity(text, zones)
    key = override_id or regulation_id(identity, source)
    plan = Plan(is_amending(identity.tentang), base_id(identity, identity.tentang), identity)
    units = to_units(parse_tree(text, zones, plan), key, source)
    bare = Regulation(key, identity, source, units)
    anomalies = find_anomalies(bare)
    return replace(
        bare,
        citations=find_citations(source, units, identity, key),
        definitions=find_definitions(bare),
        amendments=find_amendments(bare, plan.base),
        anomalies=anomalies,
        structure=structure_score(bare, anomalies),
    )
