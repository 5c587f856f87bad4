"""The items of *Mengingat* and the acts that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from regcheck.check.wording import unlabelled
from regcheck.domain import Citation, Quote, Regulation, RegulationId, Role, Unit
from regcheck.instruments import rank

#: So many characters may stand before the name of a basis in its item.
LONGEST_LABEL = 24
#: The ranks of a Perda, of a province and of a kabupaten or kota.
PERDA_RANKS = (rank("perda", "bali"), rank("perda", "kab-badung"))
#: The words after the legal bases, which a page sets beside the last of them.
#:
#: takes    Dengan Persetujuan Bersama DEWAN PERWAKILAN RAKYAT DAERAH      MEMUTUSKAN: Menetapkan
#: refuses  atas persetujuan bersama
CLOSING = re.compile(r"(?:^|\s)(?:dengan\s+persetujuan\s+bersama|MEMUTUSKAN)\b.*", re.I | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Basis:
    """One legal basis: the unit that names it, the act, and its citation."""

    unit: Unit
    act: str
    citation: Citation

    @property
    def id(self) -> RegulationId | None:
        """The id in its parts, ``None`` for one of another shape."""
        try:
            return RegulationId.from_str(self.act)
        except ValueError:
            return None


def list_bases(draft: Regulation) -> tuple[Basis, ...]:
    """List the legal bases in printed order: the first act that each item names."""
    found: dict[str, Basis] = {}
    for citation in draft.citations:
        unit = draft.by_key.get(citation.holder)
        act = (citation.target or "").partition("#")[0]
        item = unit is not None and unit.path.startswith("mengingat/")
        if unit and item and act and citation.role is Role.DASAR_HUKUM:
            found.setdefault(unit.key, Basis(unit, act, citation))
    return tuple(basis for basis in found.values() if opens_item(basis))


def opens_item(basis: Basis) -> bool:
    """Tell whether an item begins with the act: else its own name was not understood."""
    return basis.citation.span.start - basis.unit.span.start <= LONGEST_LABEL


def printed(draft: Regulation, basis: Basis) -> str:
    """Return the words of the item that names a basis, on one line."""
    return CLOSING.sub("", unlabelled(draft.slice(basis.unit.span)))


def quote(draft: Regulation, basis: Basis) -> Quote:
    """Return the item that names a basis as one side of a finding."""
    return Quote(basis.unit.key, printed(draft, basis), basis.unit.page)


def whole(draft: Regulation, bases: Sequence[Basis]) -> Quote:
    """Return the list of legal bases as one side of a finding, quoted from its first item on."""
    unit = next(one for one in draft.units if one.path == "mengingat")
    return Quote(unit.key, f"{printed(draft, bases[0])} …", unit.page)


def is_perda(jenis: str, wilayah: str) -> bool:
    """Tell whether a kind of act is a Perda, whatever it is called in its region.

    A Perda makes law in its own right (UU 23/2014 Pasal 236), not only by order of a higher rule.

    >>> is_perda("perda", "bali"), is_perda("qanun", "aceh"), is_perda("pergub", "bali")
    (True, True, False)
    """
    return rank(jenis, wilayah) in PERDA_RANKS


def in_bases(citation: Citation) -> bool:
    """Tell whether a citation stands among the legal bases."""
    return citation.holder.partition("#")[2].startswith("mengingat")


def basis_text(draft: Regulation) -> str:
    """Return everything that is printed among the legal bases."""
    return " ".join(draft.slice(one.span) for one in draft.units if one.path == "mengingat")


def year_of(id_: str) -> str:
    """Return the year in an id, or nothing.

    >>> year_of("perda/bali/2011/5"), year_of("uud/1945")
    ('2011', '')
    """
    try:
        return RegulationId.from_str(id_).tahun
    except ValueError:
        return ""
