"""Where regulations stand in a drawing: the higher above the lower, neighbours near each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from regcheck import instruments
from regcheck.law.dates import year_of
from regcheck.law.hierarchy import to_kind

#: The level of what has no place on the ladder: decisions, orders, unreadable identities.
LOWEST = 99
#: How often each level is put in order by its neighbours.
SWEEPS = 8
#: How many regulations stand side by side before a level gets a further line.
ACROSS = 120
#: The space between two levels, in lines.
GAP = 3


def lay_out(ids: Iterable[str], ties: Iterable[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Give each regulation a place, both coordinates in ``[0, 1]``; the same for the same graph.

    Levels follow the ladder of UU 12/2011 Pasal 7(1), national ones on top. Within a level each
    stands where its neighbours do, on the average, so that lines are short.
    """
    levels = group_levels(ids)
    near: dict[str, list[str]] = defaultdict(list)
    for source, target in ties:
        near[source].append(target)
        near[target].append(source)
    across = {id_: at for row in levels for id_, at in spread(row).items()}
    for _ in range(SWEEPS):
        for row in levels:
            wanted = {id_: mean([across[one] for one in near[id_]], across[id_]) for id_ in row}
            row.sort(key=lambda id_: (wanted[id_], id_))
            across |= spread(row)
    return place_rows(levels)


def group_levels(ids: Iterable[str]) -> list[list[str]]:
    """Sort regulations into levels, the highest first; older ones first within a level."""
    levels: dict[int, list[str]] = defaultdict(list)
    for id_ in ids:
        rank = instruments.rank(*to_kind(id_))
        levels[LOWEST if rank is None else rank].append(id_)
    return [sorted(levels[key], key=lambda id_: (year_of(id_), id_)) for key in sorted(levels)]


def name_levels(
    places: Mapping[str, tuple[float, float]],
) -> tuple[tuple[float, float, tuple[str, ...]], ...]:
    """Return the levels of a drawing, from the top: where each begins and ends, and its kinds.

    For each kind one id stands, that of the most frequent kind first.
    """
    found = []
    for row in group_levels(places):
        heights = [places[id_][1] for id_ in row]
        kinds = Counter(to_kind(id_)[0] for id_ in row)
        first = {to_kind(id_)[0]: id_ for id_ in reversed(row)}
        found.append(
            (min(heights), max(heights), tuple(first[kind] for kind, _ in kinds.most_common()))
        )
    return tuple(found)


def spread(row: Sequence[str]) -> dict[str, float]:
    """Spread a row evenly over its width.

    >>> spread(["a", "b"])
    {'a': 0.25, 'b': 0.75}
    """
    return {id_: (number + 0.5) / len(row) for number, id_ in enumerate(row)}


def mean(values: Sequence[float], default: float) -> float:
    """Return the mean of values, or the default where there are none."""
    return sum(values) / len(values) if values else default


def place_rows(levels: Sequence[Sequence[str]]) -> dict[str, tuple[float, float]]:
    """Put each level on as many lines as it needs, column by column, so that order is kept."""
    lines = [-(-len(row) // ACROSS) for row in levels]
    height = max(1, sum(lines) + GAP * max(0, len(levels) - 1))
    places: dict[str, tuple[float, float]] = {}
    top = 0
    for row, count in zip(levels, lines, strict=True):
        columns = -(-len(row) // count)
        for number, id_ in enumerate(row):
            column, line = divmod(number, count)
            across = (column + 0.5) / columns
            places[id_] = (round(across, 5), round((top + line + 0.5) / height, 5))
        top += count + GAP
    return places
