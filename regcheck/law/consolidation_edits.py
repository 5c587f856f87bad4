"""The single changes to a text under consolidation; none of them loses a wording."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from regcheck.domain import Kind
from regcheck.domain.consolidation import NOWHERE, Remark, Wording
from regcheck.law.consolidation_remarks import Said, make_remark
from regcheck.law.consolidation_tree import (
    LABELS,
    Node,
    Origin,
    Tree,
    attach,
    detach,
    order_of,
    part_of,
    place_for,
    rekey,
)

#: A unit whose words only say that it was deleted.
#:
#: takes    (2) Dihapus.      Pasal 16\nDihapus.      b. dihapus;      Pasal 4 (dihapus)
#: refuses  (2) Izin dihapus dari daftar.
DELETED = re.compile(
    r"""
    [\W_]{0,12} (?: pasal \s* \S+ | \( \s* \w{1,3} \s* \) | \w{1,3} [.)] )?
    [\W_]{0,12} (?: di \s? hapus (?:kan)? | dicabut ) (?: \W+ (?: dan | atau ) )? \W{0,20}
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: The number that a quoted title begins with.
#:
#: takes    BAB XIII KEBERATAN      Bagian Kedua Impor      Paragraf 1 Umum
TITLE_LABEL = re.compile(
    r"""
    (?: bab \s [IVXL]+ (?: \s? [A-E] )?
      | bagian \s (?: ke \w+ (?: \s (?: belas | puluh ) )? | pertama | \d+ )
      | paragraf \s \d+ ) (?! \w )
    """,
    re.VERBOSE | re.IGNORECASE,
)
QUOTES = " \t\n\"“”'`"
#: What it is called when a replaced unit has a part that was not there before.
ADDED = {"replace": "insert"}
ENDED = {"delete": "Dihapus.\n", "repeal": "Dicabut.\n"}


@dataclass
class Edition:
    """A text under consolidation: its tree, its earlier wordings, and what is to be said.

    ``struck`` are the steps of the parts that the instruction now applied deletes by name.
    """

    base: str
    tree: Tree
    earlier: list[Wording] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    struck: tuple[str, ...] = ()

    def say(self, said: Said) -> None:
        """Remark on a unit of the base."""
        self.remarks.append(make_remark(said, self.base))

    def end(self, wording: Wording, origin: Origin) -> None:
        """Keep a wording that is law no longer."""
        self.earlier.append(
            replace(wording, until=origin.date, ended_by=origin.act, ending=origin.op)
        )

    def use(self, node: Node) -> None:
        """Note that the quoted units of a node stand in the text or among its wordings."""
        for one in node.walk():
            self.used.add(one.wording.source)


def plain(text: str) -> str:
    r"""Return a text on one line without quotation marks around it.

    >>> plain('"(2) Setiap\norang."')
    '(2) Setiap orang.'
    """
    return " ".join(text.split()).strip(QUOTES)


def is_deleted_text(text: str) -> bool:
    """Tell whether a unit's words only say that it was deleted.

    >>> is_deleted_text("(2) Dihapus."), is_deleted_text("(2) Izin dihapus.")
    (True, False)
    """
    return DELETED.fullmatch(text) is not None


def take_over(
    edition: Edition, node: Node, fresh: Node, origin: Origin, *, keep: bool = False
) -> None:
    """Give a unit the wording that an act prints for it, with everything in it.

    Words printed again unchanged keep their lineage. Parts that are not printed again end, unless
    ``keep``.
    """
    reword_node(edition, node, fresh, origin)
    node.label, node.heading = fresh.label or node.label, fresh.heading or node.heading
    known = {child.step: child for child in node.children}
    printed = [match_child(child, known) for child in fresh.children]
    gone = [child for child in node.children if not keep and child not in printed]
    for child in gone:
        drop(edition, child, origin)
    if not keep:
        node.children = []
    for child, old in zip(list(fresh.children), printed, strict=True):
        if old is None:
            settle(edition, node, child, replace(origin, op=ADDED.get(origin.op, origin.op)), keep)
        else:
            if not keep:
                attach(node, old)
            take_over(edition, old, child, origin, keep=keep)


def match_child(child: Node, known: dict[str, Node]) -> Node | None:
    """Return the part that a printed part stands for; each is taken once."""
    return known.pop(child.step, None)


def settle(edition: Edition, parent: Node, fresh: Node, origin: Origin, by_number: bool) -> None:
    """Put a printed unit under a parent, at the end or where its number belongs."""
    places = parent.children
    insert(edition, fresh, parent, place_for(fresh, places) if by_number else len(places), origin)


def mark(node: Node, origin: Origin) -> None:
    """Say of a new unit, and everything in it, how it came about; one may be born deleted."""
    for one in node.walk():
        op = "delete" if is_deleted_text(one.wording.text) and not one.children else origin.op
        one.wording = replace(one.wording, op=op)


def reword_node(edition: Edition, node: Node, fresh: Node, origin: Origin) -> None:
    """Give a unit the words that an act prints for it, or note that they are the same."""
    old, new = node.wording, fresh.wording
    edition.used.add(new.source)
    deleted = is_deleted_text(new.text) and not fresh.children
    if plain(old.text) == plain(new.text) or (deleted and old.op == "delete"):
        kept = (*old.reprints, old.source) if old.source else old.reprints
        node.wording = replace(
            new, key=old.key, op=old.op, act=old.act, since=old.since, reprints=kept
        )
        return
    edition.end(old, origin)
    node.wording = replace(new, key=old.key, op="delete" if deleted else origin.op)


def drop(edition: Edition, node: Node, origin: Origin) -> None:
    """Take a unit out of the text; all its wordings are kept.

    A gloss is printed anew as a whole: that a part of the old one is gone is nothing to remark on.
    """
    expected = node.wording.op == "delete" or node.step in edition.struck
    if not expected and part_of(node.path) != "penjelasan":
        edition.say(Said("dropped", origin.act, node.path))
    free(edition, node, origin)


def free(edition: Edition, node: Node, origin: Origin) -> None:
    """Take a unit out of the text whose number is another's from now on."""
    for one in node.walk():
        edition.end(one.wording, origin)
    detach(node)


def delete(edition: Edition, node: Node, origin: Origin) -> None:
    """Leave of a unit nothing but its number (UU 12/2011 Lampiran II nos. 235 and 236).

    With a bab go its pasal, but not one that the same act prints anew.
    """
    if node.kind in (Kind.BUKU, Kind.BAB, Kind.BAGIAN, Kind.PARAGRAF):
        for child in list(node.children):
            if not any(one.wording.act == origin.act for one in child.walk()):
                delete(edition, child, origin)
    else:
        for child in list(node.children):
            for one in child.walk():
                edition.end(one.wording, origin)
        node.children = []
    edition.end(node.wording, origin)
    node.wording = Wording(
        node.wording.key, printed_label(node) + ENDED[origin.op], origin.op, origin.act, origin.date
    )


def printed_label(node: Node) -> str:
    """Return a unit's number as it is printed."""
    kind = node.kind.value.capitalize()
    return LABELS.get(node.kind, f"{kind} {{label}}\n").format(label=node.label)


def insert(edition: Edition, fresh: Node, parent: Node, index: int, origin: Origin) -> None:
    """Put a new unit under a parent, before the child at ``index``."""
    fresh.parent = None
    attach(parent, fresh, index)
    mark(fresh, origin)
    edition.use(fresh)
    rekey(fresh, edition.base, parent)


def renumber(edition: Edition, moves: list[tuple[Node, str]], origin: Origin) -> None:
    """Give units new numbers, all at once, and put them where those belong among their like."""
    for node, label in moves:
        for one in node.walk():
            edition.end(one.wording, origin)
        text = node.wording.text.replace(node.label, label, 1)
        node.wording = replace(node.wording, text=text, span=NOWHERE)
        node.label, node.step = label, f"{node.kind.value}-{label}"
        for one in node.walk():
            one.wording = replace(
                one.wording, op="renumber", act=origin.act, since=origin.date, reprints=()
            )
    for node, _ in moves:
        parent = node.parent
        assert parent is not None
        if not in_order(node, parent):
            detach(node)
            attach(parent, node, place_for(node, parent.children))
        rekey(node, edition.base, parent)
        if "~" in node.step:
            edition.say(Said("number-taken", origin.act, node.path))


def in_order(node: Node, parent: Node) -> bool:
    """Tell whether a unit stands between lower and higher numbers of its kind."""
    like = [one for one in parent.children if one.kind is node.kind]
    place = like.index(node)
    order = order_of(node.kind, node.label)
    lower = all(order_of(one.kind, one.label) <= order for one in like[:place])
    return lower and all(order_of(one.kind, one.label) >= order for one in like[place + 1 :])


def replace_phrase(
    edition: Edition, nodes: Iterable[Node], old: str, new: str, origin: Origin
) -> int:
    """Put other words for a phrase wherever it stands in some units; return in how many."""
    pattern = phrase_pattern(old)
    count = 0
    for node in nodes:
        text, found = pattern.subn(lambda _: new, node.wording.text)
        if found and node.wording.op != "delete":
            edition.end(node.wording, origin)
            node.wording = replace(
                node.wording, text=text, op="reword", act=origin.act, since=origin.date,
                span=NOWHERE, reprints=(),
            )  # fmt: skip
            count += 1
    return count


def phrase_pattern(phrase: str) -> re.Pattern[str]:
    r"""Return a pattern of a phrase as whole words, whatever blanks stand between them.

    >>> bool(phrase_pattern("Kepala Dinas").search("oleh Kepala\nDinas."))
    True
    >>> bool(phrase_pattern("Dinas").search("Kedinasan"))
    False
    """
    words = r"\s+".join(map(re.escape, phrase.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def annul(edition: Edition, node: Node, origin: Origin) -> None:
    """Mark a unit, and everything in it, as void; its words stay printed in the statute book."""
    for one in node.walk():
        edition.end(one.wording, origin)
        one.wording = replace(one.wording, op=origin.op, act=origin.act, since=origin.date)


def retitle(edition: Edition, node: Node, text: str, origin: Origin) -> None:
    """Give a bab or bagian the title that an act prints for it; its number is printed with it."""
    edition.end(node.wording, origin)
    node.wording = replace(
        node.wording, op=origin.op, act=origin.act, since=origin.date, span=NOWHERE, reprints=()
    )
    set_title(node, text)


def set_title(node: Node, text: str) -> None:
    """Make the heading of a bab or bagian of the words that are printed for it."""
    label = printed_label(node).strip()
    words = plain(text)
    given = TITLE_LABEL.match(words)
    node.heading = words[given.end() :].strip() if given else words
    node.wording = replace(node.wording, text=f"{label}\n{node.heading}\n")
