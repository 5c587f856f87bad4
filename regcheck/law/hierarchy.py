"""Which of two regulations stands above the other, and whether their jurisdictions meet."""

from __future__ import annotations

from functools import cache

from regcheck import instruments, regions
from regcheck.domain import RegulationId

HIGHER = "lebih tinggi"
EQUAL = "setingkat"
LOWER = "lebih rendah"
UNRANKED = "tidak bertingkat"


def level_between(first: str, second: str) -> tuple[str, bool]:
    """Say where the second regulation stands as seen from the first, and whether that is firm.

    The ladder is UU 12/2011 Pasal 7(1). Firm is what a law says itself; a level that is not firm
    is an engineering convenience and calls for legal review (*perlu kajian*). Decisions, orders
    and circulars have no level.

    >>> level_between("pergub/bali/2012/1", "perda/bali/2011/5")
    ('lebih tinggi', True)
    >>> level_between("perda/bali/2011/5", "permendagri/2015/80")
    ('lebih tinggi', False)
    >>> level_between("perda/bali/2011/5", "kepgub/bali/2016/7")
    ('tidak bertingkat', False)
    """
    left, right = to_kind(first), to_kind(second)
    return level_of_kinds(left, right)


def comparable(first: str, second: str) -> bool:
    """Tell whether the jurisdictions of two regulations meet.

    They do if they are equal, if one contains the other, or if one is national.

    >>> comparable("perda/bali/2011/5", "uu/2008/18")
    True
    >>> comparable("perda/bali/2011/5", "perda/riau/2012/1")
    False
    """
    return places_meet(jurisdiction_of(first), jurisdiction_of(second))


def jurisdiction_of(regulation_id: str) -> str:
    """Return the region whose rules a regulation makes; empty for a national one.

    >>> jurisdiction_of("perda/bali/2011/5"), jurisdiction_of("uu/2008/18")
    ('bali', '')
    """
    return to_kind(regulation_id)[1]


def outranks(first: str, second: str) -> bool:
    """Tell whether the law itself puts the first regulation above the second.

    >>> outranks("perda/bali/2011/5", "pergub/bali/2012/1")
    True
    """
    return level_between(second, first) == (HIGHER, True)


@cache
def to_kind(regulation_id: str) -> tuple[str, str]:
    """Return the instrument and the region of an id; an unreadable identity has neither.

    A path to a unit may follow the id.
    """
    try:
        parsed = RegulationId.from_str(regulation_id.partition("#")[0])
    except ValueError:
        return "", ""
    return parsed.jenis, parsed.wilayah


@cache
def level_of_kinds(left: tuple[str, str], right: tuple[str, str]) -> tuple[str, bool]:
    """Compare two instruments, each with its region."""
    ranks = instruments.rank(*left), instruments.rank(*right)
    if ranks[0] is None or ranks[1] is None:
        return UNRANKED, False
    firm = instruments.is_firm(as_id(left), as_id(right))
    if ranks[0] == ranks[1]:
        # Two rules of one maker and one kind are equal even where Pasal 7 gives them no rank.
        return EQUAL, firm or left == right
    return (HIGHER if ranks[1] < ranks[0] else LOWER), firm


@cache
def places_meet(left: str, right: str) -> bool:
    """Compare two regions."""
    return regions.comparable(left, right)


def as_id(kind: tuple[str, str]) -> RegulationId:
    """Return an id of this instrument and region, whatever its number."""
    return RegulationId(*kind, tahun="", nomor="")
