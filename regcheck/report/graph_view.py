"""The citation map as one HTML page that needs no other file and no network."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol

from regcheck.naming import CONSTITUTIONS, cite_path, cite_regulation, short_name, title_text
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


class Proved(Protocol):
    """The unit that says something, its page, and its words."""

    @property
    def key(self) -> str:
        """The key of the unit."""

    @property
    def page(self) -> int:
        """The page; 0 where none is known."""

    @property
    def text(self) -> str:
        """The words."""


class Tied(Protocol):
    """What one regulation does to another in one role."""

    @property
    def source(self) -> str:
        """The id of the citing regulation."""

    @property
    def target(self) -> str:
        """The id of the cited one."""

    @property
    def role(self) -> str:
        """The role."""

    @property
    def count(self) -> int:
        """In how many places it is said."""

    @property
    def catalogued(self) -> bool:
        """Whether only a catalogue says so."""

    @property
    def proof(self) -> Proved:
        """The first place that says so."""


class Map(Protocol):
    """What is drawn."""

    @property
    def nodes(self) -> Mapping[str, Drawn]:
        """What is known of each regulation, by id."""

    @property
    def places(self) -> Mapping[str, tuple[float, float]]:
        """Where each stands, coordinates in ``[0, 1]``."""

    @property
    def ties(self) -> Sequence[Tied]:
        """The relations."""

    @property
    def left_out(self) -> int:
        """How many regulations are not drawn."""

    @property
    def levels(self) -> Sequence[tuple[float, float, Sequence[str]]]:
        """Top and bottom of each level, with an id of each of its kinds."""


def render_map(drawn: Map, look: Look) -> str:
    """Draw regulations at their places, with a search, filters, and a table beside the drawing."""
    lang = look.lang
    statuses = in_order(terms.STATUSES, {node.status for node in drawn.nodes.values()})
    roles = in_order(terms.ROLES, {tie.role for tie in drawn.ties})
    counts = {"nodes": number(len(drawn.nodes), lang), "edges": number(len(drawn.ties), lang)}
    return render(
        "graph.html",
        look,
        words=lambda name, **gaps: say(name, lang, **gaps),
        counts=say("map_counts", lang, **counts),
        left_out=left_out_text(drawn.left_out, lang),
        catalogued=any(tie.catalogued for tie in drawn.ties),
        roles=[(n, role, name_of(terms.ROLES, role, lang)) for n, role in enumerate(roles)],
        statuses=[(n, one, status_name(one, lang)) for n, one in enumerate(statuses)],
        data=embed(
            {
                "lang": lang,
                "levels": [[top, bottom, level_name(ids)] for top, bottom, ids in drawn.levels],
                **to_data(drawn, statuses, roles),
            }
        ),
    )


def level_name(ids: Sequence[str]) -> str:
    """Name a level by its kinds, of each of which an id is given, the most frequent first.

    >>> level_name(["uu/2008/18", "perpu/2014/2"]), level_name(["perda/kab-badung/2011/5"])
    ('UU, Perpu', 'Perda kab./kota')
    """
    names = list(dict.fromkeys(map(kind_name, ids)))
    return ", ".join(names) if len(names) <= NAMED_KINDS else f"{names[0]}, …"


def kind_name(id_: str) -> str:
    """Name the kind of a regulation, that of a Perda with its level."""
    jenis, wilayah = id_.partition("/")[0], id_.split("/")[1:2]
    if jenis in CONSTITUTIONS:
        return "UUD"
    if jenis == "stb":
        return "Staatsblad"
    if jenis != "perda":
        return short_name(jenis)
    return "Perda kab./kota" if wilayah[0].startswith(("kab-", "kota-")) else "Perda provinsi"


def in_order(names: Iterable[str], used: Collection[str]) -> list[str]:
    """Return the values in use in the order of their names; the empty one comes last."""
    return [name for name in names if name in used and name] + ([""] if "" in used else [])


def status_name(status: str, lang: str) -> str:
    """Name a status."""
    return name_of(terms.STATUSES, status, lang) if status else say("unknown", lang)


def left_out_text(count: int, lang: str) -> str:
    """Say how many regulations are not drawn, if any."""
    return say("left_out", lang, n=number(count, lang)) if count else ""


def to_data(drawn: Map, statuses: Sequence[str], roles: Sequence[str]) -> dict[str, Any]:
    """Return what the page's script reads: rows of numbers, names only once."""
    order = {id_: position for position, id_ in enumerate(drawn.nodes)}
    return {
        "rows": SHOWN_ROWS,
        "nodes": [
            [
                id_,
                cite_regulation(id_),
                title_text(node.title),
                *drawn.places[id_],
                statuses.index(node.status),
                int(node.in_corpus),
            ]
            for id_, node in drawn.nodes.items()
        ],
        "ties": [
            [
                order[tie.source],
                order[tie.target],
                roles.index(tie.role),
                int(tie.catalogued),
                tie.count,
                tie.proof.page,
                cite_path(tie.proof.key.partition("#")[2]),
                tie.proof.text,
            ]
            for tie in drawn.ties
        ],
    }
