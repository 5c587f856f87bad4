"""The citation map as one HTML page that needs no other file and no network."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol

from regcheck.naming import cite_regulation, short_name, title_text
from regcheck.report import terms
from regcheck.report.graph_words import say
from regcheck.report.html import embed, render
from regcheck.report.look import Look
from regcheck.report.terms import name_of
from regcheck.report.words import number

#: Rows of the table that are shown at a time; the search finds the others.
SHOWN_ROWS = 200
#: A level of more kinds than these is named by the first.
NAMED_KINDS = 2


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
    levels: Sequence[tuple[float, float, Sequence[str]]],
    look: Look,
) -> str:
    """Draw regulations at their places, with a search, filters, and a table beside the drawing.

    Args:
        nodes: What is known of each regulation, by id.
        places: Where each stands, coordinates in ``[0, 1]``.
        ties: Source, target and role of each relation.
        left_out: How many regulations are not drawn.
        levels: Top, bottom and kinds of each level of the drawing.
        look: The language.
    """
    lang = look.lang
    statuses = in_order(terms.STATUSES, {node.status for node in nodes.values()})
    roles = in_order(terms.ROLES, {role for *_, role in ties})
    counts = {"nodes": number(len(nodes), lang), "edges": number(len(ties), lang)}
    return render(
        "graph.html",
        look,
        words=lambda name, **gaps: say(name, lang, **gaps),
        counts=say("map_counts", lang, **counts),
        left_out=say("left_out", lang, n=number(left_out, lang)) if left_out else "",
        roles=[(n, role, name_of(terms.ROLES, role, lang)) for n, role in enumerate(roles)],
        statuses=[(n, one, status_name(one, lang)) for n, one in enumerate(statuses)],
        data=embed(
            {
                "lang": lang,
                "levels": [[top, bottom, level_name(kinds)] for top, bottom, kinds in levels],
                **to_data(nodes, places, ties, statuses, roles),
            }
        ),
    )


def level_name(kinds: Sequence[str]) -> str:
    """Name a level by its most frequent kinds.

    >>> level_name(["uu", "perpu"]), level_name(["perda", "qanun", "perdais"])
    ('UU, Perpu', 'Perda, …')
    """
    names = [short_name(kind) for kind in kinds if kind]
    return ", ".join(names) if len(names) <= NAMED_KINDS else f"{names[0]}, …"


def in_order(names: Iterable[str], used: Collection[str]) -> list[str]:
    """Return the values in use in the order of their names; the empty one comes last."""
    return [name for name in names if name in used and name] + ([""] if "" in used else [])


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
