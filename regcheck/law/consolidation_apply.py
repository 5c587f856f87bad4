"""One amending act applied to a text under consolidation, operation by operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from regcheck.domain import Kind, Span, Unit
from regcheck.domain.consolidation import Act, Operation, Wording
from regcheck.law import consolidation_edits as edits
from regcheck.law.consolidation_annexes import apply_annex, apply_gloss, gloss_touched
from regcheck.law.consolidation_edits import Edition
from regcheck.law.consolidation_job import Job, base_of, path_of, quoted_units
from regcheck.law.consolidation_places import find_part, place_division, place_part, place_pasal
from regcheck.law.consolidation_quotes import HEADING, keys_inside, part_node, quoted_node
from regcheck.law.consolidation_tree import (
    DIVISIONS,
    Node,
    order_of,
    own_span,
    step_of,
    unit_node,
)


def apply_act(edition: Edition, act: Act) -> None:
    """Apply all operations of an act that concern the text; renumbering comes first."""
    nodes = {node.path: node for node in edition.tree.root.walk()}
    job = Job(edition, act, nodes)
    own = [one for one in act.operations if base_of(one.amendment.target) == edition.base]
    apply_moves(job, own)
    for operation in own:
        job.order, edition.struck = operation.text, operation.struck
        APPLY.get(operation.amendment.op, apply_unknown)(job, operation)
    job.order, edition.struck = "", ()
    gloss_touched(edition, act, own)
    report_unused(job)


def apply_moves(job: Job, operations: list[Operation]) -> None:
    """Give new numbers to all units that the act renumbers."""
    moves: dict[Node, str] = {}
    for operation in operations:
        above = path_of(operation.amendment).rpartition("/")[0]
        for old, new in operation.moves:
            path = f"{above}/{old}" if above else old
            if node := job.find(path, as_before=True):
                moves[node] = new.partition("-")[2]
            else:
                job.say("part-missing", path)
    gone = {path_of(one.amendment) for one in operations if one.amendment.op == "delete"}
    for node, label in moves.items():
        there = node.parent.child(f"{node.kind.value}-{label}") if node.parent else None
        if there and there not in moves and (there.path in gone or there.wording.op == "delete"):
            job.freed.add(there.path)
            edits.free(job.edition, there, job.origin("delete"))
    if moves:
        edits.renumber(job.edition, list(moves.items()), job.origin("renumber"))


def apply_replace(job: Job, operation: Operation) -> None:
    """Put the printed wording in the place of the old one."""
    path, units = path_of(operation.amendment), quoted_units(job, operation)
    if not units:
        retitle(job, operation)
        return
    for unit in units[1:]:
        job.say("twice", path, keys_inside(job.regulation, unit))
    unit = units[0]
    if unit.kind in DIVISIONS:
        replace_division(job, unit)
    elif unit.kind is Kind.PASAL and "/" not in path:
        replace_pasal(job, operation, unit)
    else:
        replace_part(job, operation, unit)


def retitle(job: Job, operation: Operation) -> None:
    """Give a bab or bagian another title; say so where an operation quotes no text at all."""
    path, title = path_of(operation.amendment), operation.title
    node = job.find(path)
    if node is None and title.end > title.start:
        job.say("part-missing", path)
    elif node is not None and title.end > title.start:
        text = job.regulation.slice(title).lstrip()
        edits.retitle(job.edition, node, text, job.origin("replace"))
    elif not operation.moves and not operation.amendment.units:
        job.say("no-text" if path else "unknown-operation", path)


def replace_pasal(job: Job, operation: Operation, unit: Unit) -> None:
    """Replace a pasal as a whole; one that the base lacks stands where its number belongs.

    That is nothing to remark on where it has a letter and is printed without being named: it is
    new in a bab or bagian that is replaced.
    """
    path = f"pasal-{unit.label}"
    fresh = quoted_node(job.regulation, unit, job.origin("replace"))
    node = job.find(path)
    if node is not None:
        edits.take_over(job.edition, node, fresh, job.origin("replace"))
        return
    if unit.label.isdigit() or unit.label in operation.text:
        job.say("target-missing", path)
    place_pasal(job.edition, fresh, operation, job.origin("insert"))


def replace_division(job: Job, unit: Unit) -> None:
    """Replace the heading of a bab or bagian, and the units that are printed under it."""
    path = unit.target.partition("#")[2] or step_of(unit.key)
    node = job.find(path)
    fresh = quoted_node(job.regulation, unit, job.origin("replace"))
    if node is None:
        job.say("target-missing", path)
        place_division(job.edition, fresh, None, job.origin("insert"))
        return
    edits.take_over(job.edition, node, fresh, job.origin("replace"), keep=True)


def replace_part(job: Job, operation: Operation, unit: Unit) -> None:
    """Replace an ayat or item of a pasal; one that the base lacks is put among its like."""
    path = path_of(operation.amendment)
    apply_lead(job, unit)
    op = operation.amendment.op
    found = find_part(job.edition.tree, path, operation)
    if len(found) > 1:
        job.say("ambiguous", path, (unit.parent, *keys_inside(job.regulation, unit)))
    elif found:
        fresh = part_node(job.regulation, unit, path, job.origin("replace"))
        edits.take_over(job.edition, found[0], fresh, job.origin("replace"))
    else:
        add_part(job, operation, unit, op)


def add_part(job: Job, operation: Operation, unit: Unit, op: str) -> None:
    """Put an ayat or item into its pasal by its number."""
    path = path_of(operation.amendment)
    placed = place_part(
        job.edition,
        path,
        part_node(job.regulation, unit, path, job.origin(op)),
        operation,
        job.origin(ADDING.get(op, op)),
    )
    if not placed:
        job.say("part-missing", path, (unit.parent, *keys_inside(job.regulation, unit)))
    elif op == "replace":
        job.say("part-placed", path)


ADDING = {"replace": "insert"}


def apply_lead(job: Job, unit: Unit) -> None:
    """Give a pasal the lead-in that is printed before single parts of it, if one is."""
    parent = job.regulation.by_key.get(unit.parent)
    if parent is None or "/" not in parent.path or parent.kind is not Kind.PASAL:
        return
    if parent.key in job.edition.used:
        return
    span = own_span(job.regulation, parent)
    text = job.regulation.slice(Span(span.start, span.end))
    node = job.find(f"pasal-{parent.label}")
    job.edition.used.add(parent.key)
    if node is None:
        return
    words = HEADING.sub("", text, count=1).strip(edits.QUOTES + ".:_")
    if not words:
        reprints = (*node.wording.reprints, parent.key)
        node.wording = replace(node.wording, reprints=reprints)
        return
    fresh = unit_node(job.regulation, parent, job.origin("replace"))
    edits.reword_node(job.edition, node, fresh, job.origin("replace"))


def apply_insert(job: Job, operation: Operation) -> None:
    """Put new units into the text."""
    path, units = path_of(operation.amendment), quoted_units(job, operation)
    for unit in units[1:]:
        job.say("twice", path, keys_inside(job.regulation, unit))
    if units:
        insert_unit(job, operation, units[0])
    elif path and operation.title.end > operation.title.start:
        insert_title(job, operation)
    elif not operation.amendment.units:
        job.say("no-new-text" if path else "unknown-operation", path)


def insert_title(job: Job, operation: Operation) -> None:
    """Put in a bab of which only the title is printed; other instructions insert its pasal."""
    path = path_of(operation.amendment)
    kind, _, label = path.rpartition("/")[2].partition("-")
    text = job.regulation.slice(operation.title).lstrip()
    wording = Wording(
        f"{job.edition.base}#{path}", "", "insert", job.regulation.id, job.act.date,
        page=job.regulation.source_text.page_of(operation.title.start),
    )  # fmt: skip
    node = Node(Kind(kind), label, "", path.rpartition("/")[2], wording)
    edits.set_title(node, text)
    if job.find(path) is None:
        place_division(job.edition, node, operation, job.origin("insert"))
    else:
        job.say("present", path)


def insert_unit(job: Job, operation: Operation, unit: Unit) -> None:
    """Put one new unit into the text; where it is there already, its wording is replaced."""
    if unit.kind not in (Kind.PASAL, *DIVISIONS) or "/" in path_of(operation.amendment):
        replace_part(job, operation, unit)
        return
    fresh = quoted_node(job.regulation, unit, job.origin("insert"))
    path = f"pasal-{unit.label}" if unit.kind is Kind.PASAL else fresh.step
    node = job.find(path) if unit.kind is not Kind.BAGIAN else None
    if node is not None and is_misnumbered(unit, operation):
        job.say("misnumbered", path, keys_inside(job.regulation, unit))
    elif node is not None:
        if node.wording.op != "delete":
            job.say("present", path)
        keep = unit.kind in DIVISIONS
        edits.take_over(job.edition, node, fresh, job.origin("replace"), keep=keep)
    elif unit.kind is Kind.PASAL:
        place_pasal(job.edition, fresh, operation, job.origin("insert"))
    else:
        place_division(job.edition, fresh, operation, job.origin("insert"))


def is_misnumbered(unit: Unit, operation: Operation) -> bool:
    """Tell whether a pasal has a lower number than the one behind which it is to stand."""
    kind, _, label = operation.after.partition("-")
    later = order_of(unit.kind, unit.label) > order_of(unit.kind, label)
    return kind == unit.kind.value == Kind.PASAL.value and not later


def apply_delete(job: Job, operation: Operation) -> None:
    """Leave of a unit only its number."""
    path = path_of(operation.amendment)
    if path in job.freed:
        return
    if operation.amendment.units:
        apply_replace(job, operation)
        return
    node = job.find(path, as_before=True)
    found = [node] if node else find_part(job.edition.tree, path, operation)
    if len(found) != 1:
        job.say("ambiguous" if found else "part-missing", path)
    elif found[0].wording.op != "delete":
        edits.delete(job.edition, found[0], job.origin("delete"))


def apply_reword(job: Job, operation: Operation) -> None:
    """Replace phrases in a unit, or in the whole body."""
    path = path_of(operation.amendment)
    found = find_part(job.edition.tree, path, operation) if path else job.edition.tree.pasal()
    if path and len(found) != 1:
        job.say("ambiguous" if found else "part-missing", path)
        return
    if not operation.phrases:
        job.say("phrase-unread", path)
    nodes = [one for node in found for one in node.walk()]
    for old, new in operation.phrases:
        if not edits.replace_phrase(job.edition, nodes, old, new, job.origin("reword")):
            job.say("phrase-missing", path, phrase=old)


def apply_renumber(job: Job, operation: Operation) -> None:
    """Say where a new number could not be read; those that could were given before."""
    if not operation.moves:
        job.say("unknown-operation", path_of(operation.amendment), operation.amendment.units)


def apply_unknown(job: Job, operation: Operation) -> None:
    """Say that an operation of an unknown kind was not applied."""
    job.say("unknown-operation", path_of(operation.amendment), operation.amendment.units)


def gloss(job: Job, operation: Operation) -> None:
    """Replace the official gloss on a unit."""
    apply_gloss(job.edition, job.act, operation)


def annex(job: Job, operation: Operation) -> None:
    """Replace an annex."""
    apply_annex(job.edition, job.act, operation)


def report_unused(job: Job) -> None:
    """Say which quoted units no operation has put into the text."""
    for unit in job.regulation.units:
        if not unit.target or base_of(unit.target) != job.edition.base:
            continue
        if unit.key not in job.edition.used:
            inside = keys_inside(job.regulation, unit)
            left = tuple(key for key in inside if key not in job.edition.used)
            job.say("unused", unit.target.partition("#")[2], left)


APPLY: Mapping[str, Callable[[Job, Operation], None]] = {
    "replace": apply_replace,
    "insert": apply_insert,
    "append": apply_insert,
    "delete": apply_delete,
    "reword": apply_reword,
    "renumber": apply_renumber,
    "gloss": gloss,
    "lampiran": annex,
}
