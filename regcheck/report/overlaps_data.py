"""The overlaps within a corpus as a record and as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from regcheck.domain import Pair, Passage
from regcheck.report.data import versioned
from regcheck.report.overlaps import Group, Listing, count_left_out, ground_of, is_aside, wording
from regcheck.report.tables import write_csv
from regcheck.report.words import pick

COLUMNS = (
    "bobot|peluang|kode|alasan|rangkaian|kemiripan|kata jarang|peraturan lain|judul kiri"
    "|judul kanan|kiri|halaman kiri|bunyi kiri|kanan|halaman kanan|bunyi kanan",
    "weight|probability|code|why|run|similarity|rare words|other regulations|left title"
    "|right title|left|left page|left text|right|right page|right text",
)


def overlaps_to_json(listing: Listing, threshold: float, lang: str) -> dict[str, Any]:
    """Describe overlaps as a record."""
    record = versioned(
        threshold=threshold,
        counts=dict(listing.counts),
        hidden=dict(sorted(listing.hidden.items())),
        overlaps=[group_to_json(group, listing, lang) for group in listing.shown],
    )
    if listing.aside:
        record["suppressed"] = [group_to_json(group, listing, lang) for group in listing.aside]
        record["suppressed_left_out"] = count_left_out(listing)
    return record


def group_to_json(group: Group, listing: Listing, lang: str) -> dict[str, Any]:
    """Describe two regulations that overlap."""
    return {
        "left": group.left,
        "right": group.right,
        "titles": [listing.titles.get(id_, "") for id_ in (group.left, group.right)],
        "weight": group.weight,
        "code": group.code,
        "relation": sorted(group.relation.kinds),
        "ground": ground_of(group, lang),
        "runs": [
            {
                "code": run.opinion.code,
                "probability": round(run.opinion.probability, 6),
                "why": "" if is_aside(group) else listing.reason(group, run, lang),
                "best": [run.best.left, run.best.right],
                "quotes": [
                    quote(listing.texts.get(key)) for key in (run.best.left, run.best.right)
                ],
                "pairs": [pair_to_json(pair) for pair in run.pairs],
            }
            for run in group.runs
        ],
    }


def quote(passage: Passage | None) -> dict[str, Any]:
    """Describe what one side says, and on which page."""
    return {"page": passage.page if passage else 0, "text": wording(passage)}


def pair_to_json(pair: Pair) -> dict[str, Any]:
    """Describe a pair of passages."""
    return {
        "left": pair.left,
        "right": pair.right,
        "score": pair.score,
        "rare": pair.rare,
        "spread": pair.spread,
    }


def overlaps_csv(listing: Listing, lang: str) -> str:
    """Return one line for each pair of passages."""
    head = pick(COLUMNS, lang).split("|")
    return write_csv([head, *table_lines(listing, lang)], lang)


def table_lines(listing: Listing, lang: str) -> Iterable[list[Any]]:
    """Yield the cells of each pair of passages."""
    for group in (*listing.shown, *listing.aside):
        titles = [listing.titles.get(id_, "") for id_ in (group.left, group.right)]
        for place, run in enumerate(group.runs, 1):
            why = "" if is_aside(group) else listing.reason(group, run, lang)
            opinion = [round(run.opinion.probability, 4), run.opinion.code, why, place]
            for pair in run.pairs:
                figures = [pair.score, pair.rare, pair.spread]
                sides = [cell for key in (pair.left, pair.right) for cell in cells(key, listing)]
                yield [group.weight, *opinion, *figures, *titles, *sides]


def cells(key: str, listing: Listing) -> tuple[Any, ...]:
    """Return key, page and wording of one side."""
    said = quote(listing.texts.get(key))
    return key, said["page"] or "", said["text"]
