"""The tree of one regulation: its parts in order, as nested nodes that tile its text.

Grammar and names of the levels: UU 12/2011 Lampiran II nos. 62-95.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from regcheck.domain import Identity, Kind, Span
from regcheck.parse.marks.sequence import ends_of
from regcheck.parse.structure.attachments import attachment_nodes
from regcheck.parse.structure.bases import base_id
from regcheck.parse.structure.blocks import find_items
from regcheck.parse.structure.contents import content_nodes, item_nodes, section_nodes
from regcheck.parse.structure.headings import RANK, Heading, find_diktum, find_headings, title_of
from regcheck.parse.structure.nodes import Node, slug
from regcheck.parse.structure.omnibus import announces_changes, find_quoted
from regcheck.parse.structure.quotes import amending_nodes
from regcheck.parse.structure.roman import find_amending, find_roman
from regcheck.parse.structure.zones import Zones

#: How far into a pasal the regulation that it amends is named.
LEAD_CHARS = 600
#: Kinds whose key does not repeat the headings above.
ROOTED = (Kind.BUKU, Kind.BAB, Kind.PASAL)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the title says about the body: whether it amends, the id of its base, and itself."""

    amending: bool = False
    base: str = ""
    identity: Identity = field(default_factory=Identity)


def parse_tree(text: str, zones: Zones, plan: Plan) -> tuple[Node, ...]:
    """Build the nodes of a regulation from its parts; they tile the text after the title.

    The closing stands under the key ``penutup``, with the kind of the decision formula, since
    the contract has no kind of its own for it.
    """
    nodes = [preamble(text, Kind.MENIMBANG, zones.menimbang)]
    nodes.append(preamble(text, Kind.MENGINGAT, zones.mengingat))
    body = body_nodes(text, zones.batang_tubuh, plan)
    first = body[0].start if body else zones.batang_tubuh.end
    nodes.append(leaf(Kind.MEMUTUSKAN, Span(zones.memutuskan.start, first)))
    nodes += body
    nodes.append(leaf(Kind.MEMUTUSKAN, zones.penutup, "penutup"))
    nodes += attachment_nodes(text, zones.attachments, amending=plan.amending)
    nodes.sort(key=lambda node: node.start)  # the bases may stand before the considerations
    return tuple(node for node in nodes if node.end > node.start)


def leaf(kind: Kind, span: Span, step: str = "") -> Node:
    """Make a node without children."""
    return Node(kind, "", span.start, span.end, step or kind.value)


def preamble(text: str, kind: Kind, span: Span) -> Node:
    """Make the node of the considerations or the legal bases, with its list."""
    children = item_nodes(find_items(text, span.start, span.end), span.end)
    return Node(kind, "", span.start, span.end, kind.value, children=children)


def body_nodes(text: str, body: Span, plan: Plan) -> tuple[Node, ...]:
    """Build the nodes of the body.

    It consists of Roman pasal in an amending act, else of divisions and pasal; a decision has
    diktum, a circular numbered sections.
    """
    if plan.amending and (headings := find_amending(text, body.start, body.end)):
        return roman_nodes(text, headings, body.end, plan.base)
    quoted = find_quoted(text, body.start, body.end)
    headings = find_headings(text, body.start, body.end, quoted)
    own = [heading for heading in headings if heading.kind is Kind.PASAL]
    if roman := find_roman(text, body.start, body.end, len(own)):
        return roman_nodes(text, roman, body.end, plan.base)
    if own:
        return nest(text, headings, body.end, plan)
    if diktum := find_diktum(text, body.start, body.end):
        return diktum_nodes(text, diktum, body.end)
    return section_nodes(text, body.start, body.end)


def roman_nodes(text: str, headings: list[Heading], end: int, base: str) -> tuple[Node, ...]:
    """Make the nodes of Roman pasal, each to the next."""
    ends = ends_of([heading.start for heading in headings], end)
    return tuple(
        roman_node(text, heading, stop, base) for heading, stop in zip(headings, ends, strict=True)
    )


def roman_node(text: str, heading: Heading, end: int, base: str) -> Node:
    """Make the node of a Roman pasal with its instructions and quotations."""
    children = amending_nodes(text, heading.end, end, base, nest)
    return Node(
        Kind.PASAL,
        heading.label,
        heading.start,
        end,
        f"pasal-{heading.label}",
        children=children or content_nodes(text, heading.end, end),
        rooted=True,
        base=True,
    )


def diktum_nodes(text: str, headings: list[Heading], end: int) -> tuple[Node, ...]:
    """Make the nodes of the diktum of a decision, each to the next."""
    ends = ends_of([heading.start for heading in headings], end)
    return tuple(
        Node(
            Kind.DIKTUM,
            heading.label,
            heading.start,
            stop,
            slug(heading.label),
            children=item_nodes(find_items(text, heading.end, stop), stop),
        )
        for heading, stop in zip(headings, ends, strict=True)
    )


def nest(
    text: str, headings: list[Heading], end: int, plan: Plan | None = None
) -> tuple[Node, ...]:
    """Turn headings in document order into nested nodes that tile the range to ``end``.

    With a plan a pasal may itself amend another regulation; quotations are built without one.
    """
    nodes = []
    index = 0
    while index < len(headings):
        rank = RANK[headings[index].kind]
        after = index + 1
        while after < len(headings) and RANK[headings[after].kind] > rank:
            after += 1
        stop = headings[after].start if after < len(headings) else end
        nodes.append(heading_node(text, headings[index:after], stop, plan))
        index = after
    return tuple(nodes)


def heading_node(text: str, headings: list[Heading], end: int, plan: Plan | None) -> Node:
    """Make the node of the first heading with the others, which stand under it."""
    heading, inner = headings[0], headings[1:]
    if heading.kind is not Kind.PASAL:
        title_end = inner[0].start if inner else end
        title = title_of(text, heading.end, title_end)
        return make_node(heading, end, nest(text, inner, end, plan), title)
    if plan and announces_changes(text, heading.end, end):
        lead = text[heading.end : heading.end + LEAD_CHARS]
        return roman_node(text, heading, end, base_id(plan.identity, lead))
    return make_node(heading, end, content_nodes(text, heading.end, end, quoted=heading.quoted))


def make_node(heading: Heading, end: int, children: tuple[Node, ...], title: str = "") -> Node:
    """Make the node of a heading."""
    return Node(
        kind=heading.kind,
        label=heading.label,
        start=heading.start,
        end=end,
        step=f"{heading.kind.value}-{heading.label}",
        heading=title,
        children=children,
        rooted=heading.kind in ROOTED,
    )
