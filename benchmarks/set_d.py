"""Set D: the structure of national texts - numbers of bab, pasal and ayat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from regcheck.domain import Kind, Regulation, Unit
from regcheck.parse.marks.numbering import order_of


def predict(rows: list[dict[str, Any]], data: Any) -> Iterator[dict[str, Any]]:
    """Yield the counts of each document in the scorer's format."""
    for row in rows:
        regulation = data.regulation(row["doc"])
        yield {
            "doc": row["doc"],
            "n_bab": count_through(own_bab(regulation)),
            "n_pasal": count_through(own_pasal(regulation)),
            "ayat": {label: count_ayat(regulation, label) for label in row["ayat"]},
        }


def count_through(labels: list[str]) -> int:
    """Count numbered units through to the last number, with those inserted by letter.

    Numbering is continuous by law (UU 12/2011 Lampiran II nos. 72 and 79), so a number between
    two others that no heading shows is a heading the scan has lost, not an absent article.

    >>> count_through(["1", "2", "2A", "4"])
    5
    """
    orders = [order_of(label) for label in labels]
    return max((number for number, _ in orders), default=0) + sum(
        bool(letter) for _, letter in orders
    )


def in_body(unit: Unit) -> bool:
    """Tell whether a unit stands in the body."""
    return not unit.path.startswith(("penjelasan", "lampiran"))


def own_bab(regulation: Regulation) -> list[str]:
    """List the bab of the act itself, each once; quoted ones do not count."""
    labels = {
        unit.label: None
        for unit in regulation.units
        if unit.kind is Kind.BAB and in_body(unit) and "pasal" not in unit.path
    }
    return list(labels)


def own_pasal(regulation: Regulation) -> list[str]:
    """List the labels of the act's own pasal, each once."""
    labels = {
        unit.label: None
        for unit in regulation.units
        if unit.kind is Kind.PASAL and "/" not in unit.path
    }
    return list(labels)


def find_pasal(regulation: Regulation, label: str) -> Unit | None:
    """Return the pasal with a label: a quoted one before the act's own, the body's only."""
    found = [
        unit
        for unit in regulation.units
        if unit.kind is Kind.PASAL and unit.label == label and in_body(unit)
    ]
    quoted = [unit for unit in found if "/" in unit.path]
    return next(iter(quoted or found), None)


def count_ayat(regulation: Regulation, label: str) -> int | None:
    """Count the ayat of a pasal; ``None`` when the pasal is not found."""
    pasal = find_pasal(regulation, label)
    if pasal is None:
        return None
    children = regulation.children.get(pasal.key, ())
    return sum(child.kind is Kind.AYAT for child in children)
