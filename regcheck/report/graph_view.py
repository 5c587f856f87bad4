"""The citation map as one HTML page that needs no other file and no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from regcheck.naming import cite_regulation, title_text
from regcheck.report import terms
from regcheck.report.graph_words import say
from regcheck.report.html import embed, render
from regcheck.report.look import Look
from regcheck.report.terms import name_of
from regcheck.report.words import number

#: Rows of the table that are shown at a time; the search finds the others.
SHOWN_ROWS = 200


class Drawn(Protocol):
    """A regulation that is drawn."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def in_corpus(self) -> bool:
        """Whether its text is in the corpus."""

    @property
    def status(self) -> str:
        """Its status; empty where it is not known."""


def render_map(
    nodes: Mapping[str, Drawn],
    places: Mapping[str, tuple[float, float]],
    ties: Sequence[tuple[str, str, str]],
    left_out: int,
    look: Look,
) -> str:
    """Draw regulations at their places, with a search, filters, and a table beside the drawing.

    Args:
        nodes: What is known of each regulation, by id.
        places: Where each stands, coordinates in ``[0, 1]``.
        ties: Source, target and role of each relation.
        left_out: How many regulations are not drawn.
        look: The language.
    """
    lang = look.lang
    statuses = sorted({node.status for node in nodes.values()})
    roles = sorted({role for *_, role in ties})
    counts = {"nodes": number(len(nodes), lang), "edges": number(len(ties), lang)}
    return render(
        "graph.html",
        look,
        words=lambda name, **gaps: say(name, lang, **gaps),
        counts=say("map_counts", lang, **counts),
        left_out=say("left_out", lang, n=number(left_out, lang)) if left_out else "",
        roles=[(number, name_of(terms.ROLES, role, lang)) for number, role in enumerate(roles)],
        statuses=[(number, status_name(one, lang)) for number, one in enumerate(statuses)],
        data=embed(to_data(nodes, places, ties, statuses, roles)),
    )


def status_name(status: str, lang: str) -> str:
    """Name a status."""
    return name_of(terms.STATUSES, status, lang) if status else say("unknown", lang)


def to_data(
    nodes: Mapping[str, Drawn],
    places: Mapping[str, tuple[float, float]],
    ties: Sequence[tuple[str, str, str]],
    statuses: Sequence[str],
    roles: Sequence[str],
) -> dict[str, Any]:
    """Return what the page's script reads: rows of numbers, names only once."""
    order = {id_: position for position, id_ in enumerate(nodes)}
    return {
        "rows": SHOWN_ROWS,
        "nodes": [
            [
                id_,
                cite_regulation(id_),
                title_text(node.title),
                *places[id_],
                statuses.index(node.status),
                int(node.in_corpus),
            ]
            for id_, node in nodes.items()
        ],
        "ties": [[order[a], order[b], roles.index(role)] for a, b, role in ties],
    }
