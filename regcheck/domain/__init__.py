"""The records that pass between the rooms; nothing here reads a file or decides anything."""

from __future__ import annotations

from regcheck.domain.comparison import Norm, Pair, Passage, Place, Quantity
from regcheck.domain.peers import Departure, Peer, Peers, PeerUnit
from regcheck.domain.regulation import (
    Amendment,
    Citation,
    Definition,
    Identity,
    Regulation,
    RegulationId,
    Unit,
)
from regcheck.domain.results import (
    Case,
    CheckResult,
    Coverage,
    Finding,
    Misprint,
    Quote,
    Share,
    Suppressed,
)
from regcheck.domain.state import (
    Bygone,
    FileReading,
    FileRow,
    Head,
    Link,
    Relation,
    Standing,
    Superseded,
)
from regcheck.domain.text import Anomaly, Line, PageReading, Source, SourceText, Span, Table
from regcheck.domain.words import Certainty, Kind, Modality, Role, Severity, Status

SCHEMA_VERSION = 1

__all__ = [
    "SCHEMA_VERSION",
    "Amendment",
    "Anomaly",
    "Bygone",
    "Case",
    "Certainty",
    "CheckResult",
    "Citation",
    "Coverage",
    "Definition",
    "Departure",
    "FileReading",
    "FileRow",
    "Finding",
    "Head",
    "Identity",
    "Kind",
    "Line",
    "Link",
    "Misprint",
    "Modality",
    "Norm",
    "PageReading",
    "Pair",
    "Passage",
    "Peer",
    "PeerUnit",
    "Peers",
    "Place",
    "Quantity",
    "Quote",
    "Regulation",
    "RegulationId",
    "Relation",
    "Role",
    "Severity",
    "Share",
    "Source",
    "SourceText",
    "Span",
    "Standing",
    "Status",
    "Superseded",
    "Suppressed",
    "Table",
    "Unit",
]
