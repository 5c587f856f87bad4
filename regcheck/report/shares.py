"""Which share of a draft other regulations rule already, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from regcheck.domain import CheckResult, Share
from regcheck.naming import cite_path
from regcheck.report.texts import full_name
from regcheck.report.words import number, say


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What one regulation rules of the draft: its name, how much, and which units."""

    name: str
    part: str
    units: str


def list_shares(result: CheckResult, lang: str) -> tuple[ShareRow, ...]:
    """Word the shares of a draft, the largest first."""
    known = result.corpus.get("counterparts", {})
    return tuple(
        ShareRow(
            full_name(one.regulation, known.get(one.regulation, {}).get("tentang", "")),
            say(
                "share_part",
                lang,
                count=number(len(one.units), lang),
                total=number(one.total, lang),
                share=round(100 * ratio(one)),
            ),
            "; ".join(cite_path(key.partition("#")[2]) for key in one.units),
        )
        for one in result.shares
    )


def ratio(share: Share) -> float:
    """Return the part of the draft's norms that overlap, in ``[0, 1]``.

    >>> ratio(Share("perda/bali/2011/5", ("a#pasal-1", "a#pasal-2"), 8))
    0.25
    """
    return len(share.units) / share.total if share.total else 0.0


def shares_to_json(shares: Iterable[Share]) -> list[dict[str, Any]]:
    """Describe shares."""
    return [
        {
            "regulation": one.regulation,
            "units": list(one.units),
            "total": one.total,
            "share": round(ratio(one), 4),
        }
        for one in shares
    ]
