"""The items of *Mengingat* and the acts that they name."""

from __future__ import annotations

from dataclasses import dataclass

from regcheck.check.wording import unlabelled
from regcheck.domain import Case, Citation, Quote, Regulation, RegulationId, Role, Unit

#: So many characters may stand before the name of a basis in its item.
LONGEST_LABEL = 24


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
    return unlabelled(draft.slice(basis.unit.span))


def quote(draft: Regulation, basis: Basis) -> Quote:
    """Return the item that names a basis as one side of a finding."""
    return Quote(basis.unit.key, printed(draft, basis), basis.unit.page)


def whole(case: Case) -> Quote:
    """Return the head of the legal bases as one side of a finding."""
    unit = next(one for one in case.draft.units if one.path == "mengingat")
    return Quote(unit.key, "", unit.page)


def in_bases(citation: Citation) -> bool:
    """Tell whether a citation stands among the legal bases."""
    return citation.holder.partition("#")[2].startswith("mengingat")


def basis_text(draft: Regulation) -> str:
    """Return everything that is printed among the legal bases."""
    return " ".join(draft.slice(one.span) for one in draft.units if one.path == "mengingat")
