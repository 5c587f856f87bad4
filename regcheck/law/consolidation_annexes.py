"""The parts beside the body: the official gloss and the annexes, as amending acts renew them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from regcheck.domain import Amendment, Kind, Regulation, Span, Unit
from regcheck.domain.consolidation import Act, Operation
from regcheck.law import consolidation_edits as edits
from regcheck.law.consolidation_edits import Edition
from regcheck.law.consolidation_places import place_pasal
from regcheck.law.consolidation_remarks import Said
from regcheck.law.consolidation_tree import Node, Origin, attach, rekey, step_of, unit_node

GLOSS = "penjelasan"
#: What a unit is placed by that no instruction speaks of.
BY_NUMBER = Operation(Amendment("insert", "", "", (), Span(0, 0)))
#: Operations after which the gloss of the amending act speaks of the new wording.
TOUCHING = ("replace", "insert", "append", "delete")


def gloss_touched(edition: Edition, act: Act, operations: Sequence[Operation]) -> None:
    """Renew the gloss on every pasal that an act has changed and explains itself."""
    done = set()
    for operation in operations:
        amendment = operation.amendment
        path = amendment.target.partition("#")[2]
        step = path.partition("/")[0]
        if amendment.op in TOUCHING and step.startswith("pasal-") and step not in done:
            done.add(step)
            unit = find_gloss(act.regulation, step, amendment.units)
            if unit is not None:
                renew(edition, act, step, unit, keep="/" in path)


def apply_gloss(edition: Edition, act: Act, operation: Operation) -> None:
    """Replace the gloss on a pasal by what the amending act's own gloss says of it."""
    amendment = operation.amendment
    step = amendment.target.partition("#")[2].partition("/")[0]
    unit = find_gloss(act.regulation, step, amendment.units)
    if unit is None:
        said = Said("gloss-missing", act.regulation.id, step, amendment.units, order=operation.text)
        edition.say(said)
        edition.used.update(amendment.units)
    elif unit.key not in edition.used:
        renew(edition, act, step, unit, keep=False)


def find_gloss(regulation: Regulation, step: str, units: Sequence[str]) -> Unit | None:
    """Return what the gloss of an amending act says of a pasal of the base."""
    if not step:
        return None
    own = [key.partition("#")[2].partition("/")[0] for key in units]
    paths = [f"{GLOSS}/{one}/{step}" for one in own]
    paths += [
        unit.path
        for unit in regulation.units
        if unit.path.startswith(f"{GLOSS}/")
        and unit.path.count("/") == 2
        and step_of(unit.key) == step
    ]
    found = (regulation.by_key.get(f"{regulation.id}#{path}") for path in paths)
    return next((unit for unit in found if unit and unit.kind is Kind.PASAL), None)


def renew(edition: Edition, act: Act, step: str, unit: Unit, *, keep: bool) -> None:
    """Put the printed gloss on a pasal in the place of the old one."""
    origin = Origin(act.regulation.id, act.date, "gloss")
    fresh = unit_node(act.regulation, unit, origin)
    for node in fresh.walk():
        node.step = step_of(node.wording.key)
    old = edition.tree.find(f"{GLOSS}/{step}")
    if old is not None:
        edits.take_over(edition, old, fresh, origin, keep=keep)
        return
    root = edition.tree.find(GLOSS) or new_gloss(edition, origin)
    fresh.wording = replace(fresh.wording, key=f"{root.wording.key}/{step}")
    place_gloss(edition, root, fresh, origin)


def new_gloss(edition: Edition, origin: Origin) -> Node:
    """Return a gloss for a text that has none."""
    root = edition.tree.root
    wording = replace(
        root.wording, key=f"{edition.base}#{GLOSS}", text="PENJELASAN\n", op="gloss",
        act=origin.act, since=origin.date, source="",
    )  # fmt: skip
    node = Node(Kind.PENJELASAN, "", "", GLOSS, wording)
    attach(root, node)
    rekey(node, edition.base, root)
    return node


def place_gloss(edition: Edition, root: Node, fresh: Node, origin: Origin) -> None:
    """Put the gloss on a pasal where the number of the pasal belongs."""
    if any(node.kind is Kind.PASAL for node in root.children):
        place_pasal(edition, fresh, BY_NUMBER, origin)
    else:
        edits.insert(edition, fresh, root, len(root.children), origin)


def apply_annex(edition: Edition, act: Act, operation: Operation) -> None:
    """Replace an annex by that of the amending act."""
    annexes = list(annexes_of(act.regulation))
    named = [unit for unit in annexes if unit.path == operation.annex]
    chosen = named or (annexes if len(annexes) == 1 else [])
    path = operation.annex or (chosen[0].path if chosen else "lampiran-1")
    origin = Origin(act.regulation.id, act.date, "lampiran")
    if not chosen:
        units = operation.amendment.units
        edition.say(Said("annex-missing", act.regulation.id, path, units, order=operation.text))
        return
    fresh = unit_node(act.regulation, chosen[0], origin)
    fresh.step = path
    old = edition.tree.find(path)
    if old is None:
        root = edition.tree.root
        edition.say(Said("target-missing", act.regulation.id, path))
        edits.insert(edition, fresh, root, len(root.children), origin)
    elif chosen[0].key not in edition.used:
        edits.take_over(edition, old, fresh, origin)


def annexes_of(regulation: Regulation) -> Iterator[Unit]:
    """List the annexes of a regulation."""
    return (unit for unit in regulation.children.get("", ()) if unit.kind is Kind.LAMPIRAN)
