"""The state of the law: ranks, the citation graph, what is in force, and how acts are related."""

from regcheck.law.consolidation import consolidate, find_endings, find_unread
from regcheck.law.consolidation_text import as_regulation, lost_units
from regcheck.law.forwarding import forward
from regcheck.law.graph import build_graph, export_graph
from regcheck.law.hierarchy import comparable, jurisdiction_of, level_between
from regcheck.law.relations import Register, relate
from regcheck.law.status import find_ineffective, find_standings
from regcheck.law.superseded import SupersededTable, find_superseded, superseded_by

__all__ = [
    "Register",
    "SupersededTable",
    "as_regulation",
    "build_graph",
    "comparable",
    "consolidate",
    "export_graph",
    "find_endings",
    "find_ineffective",
    "find_standings",
    "find_superseded",
    "find_unread",
    "forward",
    "jurisdiction_of",
    "level_between",
    "lost_units",
    "relate",
    "superseded_by",
]
