"""Set E: does a pair of near-identical clauses contradict itself?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.data import Data
from regcheck.check.changes import compare_clauses
from regcheck.parse.norms.norms import read_norm


def predict(rows: list[dict[str, Any]], data: Data) -> Iterator[dict[str, Any]]:  # noqa: ARG001 - the interface of the sets
    """Yield a label for every pair, and the kind of the contradiction where there is one.

    The clause comparison is called directly, as the contract asks: without the candidate search
    and without the suppression of versions. ``data`` is not needed.
    """
    for row in rows:
        left, right = row["clause_a"], row["clause_b"]
        verdict = compare_clauses(left, read_norm(left), right, read_norm(right))
        if verdict.kind:
            yield {"id": row["id"], "label": "conflict", "kind": verdict.kind}
        else:
            yield {"id": row["id"], "label": "no_conflict"}
