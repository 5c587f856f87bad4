"""Regulations under other ids: every key of their own changes with them, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from regcheck.domain import Regulation


def rekey(regulation: Regulation, new_id: str) -> Regulation:
    """Return the regulation under another id, with every key of its own changed alike."""
    if regulation.id == new_id:
        return regulation
    old = f"{regulation.id}#"

    def moved(key: str) -> str:
        return f"{new_id}#{key.removeprefix(old)}" if key.startswith(old) else key

    return replace(
        regulation,
        id=new_id,
        units=tuple(
            replace(unit, key=moved(unit.key), parent=moved(unit.parent))
            for unit in regulation.units
        ),
        citations=tuple(
            replace(
                citation,
                holder=moved(citation.holder),
                target=citation.target and moved(citation.target),
                candidates=tuple(map(moved, citation.candidates)),
            )
            for citation in regulation.citations
        ),
        definitions=tuple(
            replace(definition, unit=moved(definition.unit), scope=moved(definition.scope))
            for definition in regulation.definitions
        ),
        amendments=tuple(
            replace(amendment, units=tuple(map(moved, amendment.units)))
            for amendment in regulation.amendments
        ),
        anomalies=tuple(
            replace(anomaly, unit=moved(anomaly.unit)) for anomaly in regulation.anomalies
        ),
    )


def distinct(
    regulations: Iterable[Regulation], is_taken: Callable[[str], bool]
) -> tuple[Regulation, ...]:
    """Give each regulation an id that nothing else has (``…~2``).

    Args:
        regulations: What one file gave.
        is_taken: Tells whether another file has an id.
    """
    own: set[str] = set()
    result = []
    for regulation in regulations:
        id_, count = regulation.id, 2
        while id_ in own or is_taken(id_):
            id_ = f"{regulation.id}~{count}"
            count += 1
        own.add(id_)
        result.append(rekey(regulation, id_))
    return tuple(result)
