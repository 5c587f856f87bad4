"""Models from other regions, worded for a report: what is the same, differs, or is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from regcheck.domain import Departure, Passage, Peer, Peers, PeerUnit
from regcheck.naming import cite_path
from regcheck.report import terms
from regcheck.report.excerpt import Piece, compare_words, plain
from regcheck.report.terms import name_of
from regcheck.report.texts import full_name
from regcheck.report.words import number, say

#: How a provision of a model stands to the draft.
SAME, DIFFERS, MISSING = "same", "differs", "missing"
#: Departures of one provision that are told in words, and the characters quoted of each side.
MOST_TOLD, WIDEST = 3, 90
#: The kinds of departure, the weightiest first.
DEPARTURES: Mapping[str, tuple[str, str]] = {
    "number": ("angka", "number"),
    "period": ("jangka waktu", "period"),
    "sanction": ("sanksi", "sanction"),
    "deontic": ("wajib, dilarang, atau boleh", "duty, prohibition or permission"),
    "authority": ("yang berwenang", "who is competent"),
    "definition": ("batasan pengertian", "definition"),
    "condition": ("syarat atau pengecualian", "condition or exception"),
    "object": ("isi", "content"),
}


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A provision of a model beside the draft's; ``kind`` is same, differs or missing."""

    kind: str
    ours: str
    theirs: str
    told: str
    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """A model: its name and standing, one sentence that counts, and its provisions in order."""

    name: str
    status: str
    summary: str
    rows: tuple[UnitRow, ...]

    def of(self, *kinds: str) -> tuple[UnitRow, ...]:
        """Return the provisions of some kinds."""
        return tuple(row for row in self.rows if row.kind in kinds)


def make_models(peers: Peers | None, lang: str) -> tuple[Model, ...]:
    """Word the models, best first."""
    return tuple(make_model(peer, lang) for peer in peers.models) if peers else ()


def make_model(peer: Peer, lang: str) -> Model:
    """Word one model."""
    rows = tuple(make_unit(unit, lang) for unit in peer.units)
    counts = {kind: sum(row.kind == kind for row in rows) for kind in (SAME, DIFFERS, MISSING)}
    return Model(
        name=full_name(peer.id, peer.tentang),
        status=name_of(terms.STATUSES, peer.status.value, lang),
        summary=say("peer_summary", lang, share=number(100 * peer.share, lang), **counts),
        rows=rows,
    )


def make_unit(unit: PeerUnit, lang: str) -> UnitRow:
    """Word one provision of a model; where both say the same, one quotation will do."""
    theirs = place_of(unit.theirs, lang)
    if unit.ours is None:
        return UnitRow(MISSING, "", theirs, say("peer_missing", lang), (), plain(unit.theirs.text))
    left, right = compare_words(unit.ours.text, unit.theirs.text)
    kind = DIFFERS if unit.departures else SAME
    told = "; ".join(tell(unit.departures, lang)) or say("peer_same", lang)
    return UnitRow(kind, place_of(unit.ours, lang), theirs, told, left, right)


def place_of(passage: Passage, lang: str) -> str:
    """Say where a provision stands: its place and page."""
    place = cite_path(passage.key.partition("#")[2])
    return f"{place}, {say('page', lang)} {passage.page}" if passage.page else place


def tell(departures: Sequence[Departure], lang: str) -> Iterable[str]:
    """Say of the weightiest departures what they change, and both wordings; count the others."""
    weight = list(DEPARTURES)
    ranked = sorted(departures, key=lambda one: weight.index(one.kind))
    for one in ranked[:MOST_TOLD]:
        ours, theirs = (
            shorten(text, WIDEST, placeholder=" ...") or say("nothing", lang)
            for text in (one.ours, one.theirs)
        )
        words = say("peer_words", lang, ours=ours, theirs=theirs)
        yield f"{name_of(DEPARTURES, one.kind, lang)}: {words}"
    if more := len(ranked[MOST_TOLD:]):
        yield say("peer_more", lang, n=number(more, lang))


def peers_to_json(peers: Peers) -> dict[str, Any]:
    """Describe the models, and count what is not shown."""
    return {
        "models": [
            {
                "id": peer.id,
                "tentang": peer.tentang,
                "status": peer.status.value,
                "share": round(peer.share, 4),
                "quality": {
                    "text": round(peer.quality, 4),
                    "structure": round(peer.structure, 4),
                },
                "units": [unit_to_json(unit) for unit in peer.units],
            }
            for peer in peers.models
        ],
        "skipped": dict(peers.skipped),
    }


def unit_to_json(unit: PeerUnit) -> dict[str, Any]:
    """Describe one provision of a model and its counterpart."""
    return {
        "ours": quote_passage(unit.ours) if unit.ours else None,
        "theirs": quote_passage(unit.theirs),
        "score": round(unit.score, 4),
        "departures": [
            {"kind": one.kind, "ours": one.ours, "theirs": one.theirs} for one in unit.departures
        ],
    }


def quote_passage(passage: Passage) -> dict[str, Any]:
    """Describe a provision as one side of a finding is described."""
    return {"key": passage.key, "text": passage.text, "page": passage.page}
