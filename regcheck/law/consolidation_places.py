"""Where in a text the units that an instruction names stand, and where new ones belong."""

from __future__ import annotations

from regcheck.domain import Kind
from regcheck.domain.consolidation import Operation
from regcheck.law.consolidation_edits import Edition, insert
from regcheck.law.consolidation_tree import (
    DIVISIONS,
    Node,
    Origin,
    Tree,
    order_of,
    part_of,
    place_for,
)

RANK = {Kind.BUKU: 0, Kind.BAB: 1, Kind.BAGIAN: 2, Kind.PARAGRAF: 3}


def find_part(tree: Tree, path: str, operation: Operation) -> list[Node]:
    """Return the units that a path may mean: those at it, else the like-named deeper in the pasal.

    An instruction may name a huruf without its ayat, or name the ayat elsewhere in its sentence.
    """
    exact = tree.find(path)
    if exact is not None and not operation.within:
        return [exact]
    pasal = tree.find(path.partition("/")[0])
    if pasal is None or "/" not in path:
        return [exact] if exact else []
    step = path.rpartition("/")[2]
    found = [node for node in pasal.walk() if node.step == step and node is not pasal]
    inside = [node for node in found if is_within(node, operation.within)]
    return inside or ([exact] if exact else found)


def is_within(node: Node, step: str) -> bool:
    """Tell whether a node lies in a unit with a step."""
    above = node.parent
    while step and above is not None:
        if above.step == step:
            return True
        above = above.parent
    return False


def place_part(
    edition: Edition, path: str, fresh: Node, operation: Operation, origin: Origin
) -> bool:
    """Put an ayat or item into the pasal of a path where its number belongs; tell if it could."""
    pasal = edition.tree.find(path.partition("/")[0])
    if pasal is None or (pasal.wording.op == "delete" and not pasal.children):
        return False
    holders = [
        node for node in pasal.walk() if any(child.kind is fresh.kind for child in node.children)
    ]
    inside = [node for node in holders if operation.within in (node.step, "")]
    chosen = inside or holders
    if pasal in chosen or not chosen:
        holder = pasal
    elif len(chosen) == 1:
        holder = chosen[0]
    else:
        return False
    if not chosen and (holder.children or operation.amendment.op == "replace"):
        return False
    insert(edition, fresh, holder, beside(holder, fresh, operation), origin)
    return True


def beside(holder: Node, fresh: Node, operation: Operation) -> int:
    """Return the index of a new part: after the one it is said to follow, else by its number."""
    steps = [child.step for child in holder.children]
    if operation.after in steps:
        index = steps.index(operation.after) + 1
        order = order_of(fresh.kind, fresh.label)
        while index < len(steps) and is_inserted_before(holder.children[index], order, fresh):
            index += 1
        return index
    if operation.before in steps:
        return steps.index(operation.before)
    return place_for(fresh, holder.children)


def is_inserted_before(sibling: Node, order: tuple[int, str], fresh: Node) -> bool:
    """Tell whether a sibling was inserted at the same place with a lower number."""
    other = order_of(sibling.kind, sibling.label)
    letters = fresh.kind in (Kind.HURUF, Kind.SUBHURUF)
    inserted = bool(other[1]) or (letters and len(sibling.label) > 1)
    return sibling.kind is fresh.kind and inserted and other <= order


def place_pasal(edition: Edition, fresh: Node, operation: Operation, origin: Origin) -> None:
    """Put a new pasal into the body: beside the one that is named, else where its number belongs.

    It stands in the bab of the pasal before it, unless the instruction says *sebelum*.
    """
    pasal = edition.tree.pasal(part_of(fresh.path))
    following = next((one for one in pasal if one.step == operation.before), None)
    if following is not None and following.parent is not None:
        parent = following.parent
        insert(edition, fresh, parent, parent.children.index(following), origin)
        return
    order = order_of(fresh.kind, fresh.label)
    lower = [one for one in pasal if order_of(one.kind, one.label) <= order]
    if lower and lower[-1].parent is not None:
        parent = lower[-1].parent
        index = parent.children.index(lower[-1]) + 1
        empty = empty_division(lower[-1], origin)
        if empty is not None:
            parent, index = empty, 0
        insert(edition, fresh, parent, index, origin)
    elif pasal and pasal[0].parent is not None:
        parent = pasal[0].parent
        insert(edition, fresh, parent, parent.children.index(pasal[0]), origin)
    else:
        insert(edition, fresh, edition.tree.root, body_end(edition.tree.root), origin)


def empty_division(pasal: Node, origin: Origin) -> Node | None:
    """Return the division without pasal that the same act has just put in behind a pasal."""
    node: Node | None = pasal
    while node is not None and node.parent is not None:
        siblings = node.parent.children
        index = siblings.index(node) + 1
        if index < len(siblings):
            after = siblings[index]
            fresh = after.wording.act == origin.act and after.wording.op == "insert"
            return after if after.kind in DIVISIONS and fresh and not after.children else None
        node = node.parent
    return None


def body_end(root: Node) -> int:
    """Return the index before the closing of a regulation."""
    steps = [child.step for child in root.children]
    ends = [place for place, step in enumerate(steps) if is_after_body(step)]
    return ends[0] if ends else len(steps)


def is_after_body(step: str) -> bool:
    """Tell whether a part stands behind the body."""
    return step == "penutup" or bool(part_of(step))


def place_division(
    edition: Edition, fresh: Node, operation: Operation | None, origin: Origin
) -> None:
    """Put a new bab, bagian or paragraf into the body, with the pasal under it.

    A bagian stands after the one it is said to follow, else after the pasal with the next lower
    number than its first.
    """
    root = edition.tree.root
    like = [node for node in root.walk() if node.kind is fresh.kind and not part_of(node.path)]
    before = neighbour(like, fresh, operation)
    if before is not None and before.parent is not None:
        parent = before.parent
        insert(edition, fresh, parent, parent.children.index(before) + 1, origin)
        return
    holder = division_before(edition, fresh)
    if holder is not None and holder.parent is not None:
        parent = holder.parent
        insert(edition, fresh, parent, parent.children.index(holder) + 1, origin)
    else:
        insert(edition, fresh, root, body_end(root), origin)


def neighbour(like: list[Node], fresh: Node, operation: Operation | None) -> Node | None:
    """Return the division of the same kind after which a new one stands."""
    if operation and operation.after:
        named = [node for node in like if node.step == operation.after]
        if len(named) == 1:
            return named[0]
    if fresh.kind not in (Kind.BUKU, Kind.BAB):
        return None
    order = order_of(fresh.kind, fresh.label)
    lower = [node for node in like if order_of(node.kind, node.label) <= order]
    return lower[-1] if lower else None


def division_before(edition: Edition, fresh: Node) -> Node | None:
    """Return the unit after which a division belongs by the number of its first pasal."""
    first = next((node for node in fresh.walk() if node.kind is Kind.PASAL), None)
    if first is None:
        return None
    order = order_of(first.kind, first.label)
    lower = [one for one in edition.tree.pasal() if order_of(one.kind, one.label) < order]
    node = lower[-1] if lower else None
    while node is not None and node.parent is not None and is_below(node.parent, fresh):
        node = node.parent
    return node


def is_below(parent: Node, fresh: Node) -> bool:
    """Tell whether a division ranks with or below a new one, so that this one stands after it."""
    return parent.kind in DIVISIONS and RANK[parent.kind] >= RANK[fresh.kind]
