"""One amending act on its way into a text: what it orders now, and where units stood before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from regcheck.domain import Amendment, Regulation, Unit
from regcheck.domain.consolidation import Act, Operation
from regcheck.law.consolidation_edits import Edition
from regcheck.law.consolidation_remarks import Said
from regcheck.law.consolidation_tree import Node, Origin


@dataclass
class Job:
    """One act being applied: the text, the act, where units stood before it, and its order now.

    ``freed`` are the paths of deleted units whose number the act gives to another.
    """

    edition: Edition
    act: Act
    before: Mapping[str, Node] = field(default_factory=dict)
    order: str = ""
    freed: set[str] = field(default_factory=set)

    @property
    def regulation(self) -> Regulation:
        """The amending act."""
        return self.act.regulation

    def origin(self, op: str) -> Origin:
        """Return who does something now."""
        return Origin(self.regulation.id, self.act.date, op)

    def say(self, code: str, path: str, units: tuple[str, ...] = (), phrase: str = "") -> None:
        """Remark on a unit; the quoted units need no further remark."""
        said = Said(code, self.regulation.id, path, units, phrase, self.order)
        self.edition.say(said)
        self.edition.used.update(units)

    def find(self, path: str, *, as_before: bool = False) -> Node | None:
        """Return the unit with a path, by its number now, or by that before the act."""
        then = self.before.get(path) if as_before else None
        return then if then and then.parent else self.edition.tree.find(path)


def base_of(key: str) -> str:
    """Return the regulation that a key is of."""
    return key.partition("#")[0]


def path_of(amendment: Amendment) -> str:
    """Return the path of what an operation is about, empty for the whole."""
    return amendment.target.partition("#")[2]


def quoted_units(job: Job, operation: Operation) -> list[Unit]:
    """Return the quoted units of an operation that are not in the text yet."""
    keys = [key for key in operation.amendment.units if key not in job.edition.used]
    return [job.regulation.by_key[key] for key in keys if key in job.regulation.by_key]
