"""Which share of a draft other regulations rule already, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from regcheck.check.boilerplate import formula_code
from regcheck.check.overlap import is_definition
from regcheck.domain import Case, Pair, Share


def list_norms(case: Case) -> tuple[str, ...]:
    """Return the keys of a draft's provisions that are neither definitions nor formulae."""
    return tuple(
        passage.key
        for passage in case.passages.values()
        if passage.regulation == case.draft.id
        and not is_definition(passage)
        and not formula_code(passage)
    )


def find_shares(case: Case, groups: Mapping[str, Iterable[Pair]]) -> tuple[Share, ...]:
    """Return how much of a draft each of some regulations rules too, the largest share first.

    Args:
        case: The draft and its counterparts.
        groups: The overlapping pairs by the regulation that they are counted with.
    """
    norms = list_norms(case)
    met = {owner: {pair.left for pair in pairs} for owner, pairs in groups.items()}
    shares = (
        Share(owner, tuple(key for key in norms if key in keys), len(norms))
        for owner, keys in met.items()
    )
    return tuple(
        sorted(
            (one for one in shares if one.units),
            key=lambda one: (-len(one.units), one.regulation),
        )
    )
