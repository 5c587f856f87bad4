"""The operations of an amending act on its base, one record for each changed unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from regcheck.domain import Amendment, Kind, Regulation, Span, Unit
from regcheck.parse.marks.numbering import from_ordinal
from regcheck.parse.marks.patterns import PASAL
from regcheck.parse.structure.bases import base_id
from regcheck.parse.structure.instructions import (
    Order,
    is_instruction,
    named_parts,
    prints_whole,
    read_orders,
)
from regcheck.parse.structure.order_patterns import QUOTE

#: The number before an instruction, as printed; one that is lost leaves none.
#:
#: takes    1. Ketentuan      l. Pasal      2) Ketentuan
#: refuses  Ketentuan
NUMBERED = re.compile(
    r"\W*+(?:\d[0-9OIlLTJ]{0,2}|[IlLTJ]\d?|[A-Za-z]{1,2})\s?[.),]\s*(?=[A-Z\"“a-z])"
)
DIVISIONS = (Kind.BUKU, Kind.BAB, Kind.BAGIAN, Kind.PARAGRAF)
ITEMS = (Kind.ANGKA, Kind.HURUF)
#: The labels a list or a pasal's ayat begin with; a quotation that begins otherwise is a part.
FIRST_LABELS = ("1", "a")
LEAD_CHARS = 600


@dataclass(frozen=True, slots=True)
class Instructed:
    """One instruction: the unit that carries it, its sentence, and the pasal it quotes."""

    unit: Unit
    text: str
    span: Span
    quoted: tuple[Unit, ...]
    base: str


def find_amendments(regulation: Regulation, base: str) -> tuple[Amendment, ...]:
    """List what each instruction of each amending pasal orders, in document order.

    Args:
        regulation: The regulation with its units.
        base: The id of the regulation its title says it amends; empty if none.
    """
    return tuple(
        amendment
        for one in instructed_units(regulation, base)
        for amendment in unit_amendments(regulation, one)
    )


def instructed_units(regulation: Regulation, base: str) -> Iterator[Instructed]:
    """Yield the instructions of the act's own pasal: their items, or the pasal itself.

    Pasal with Arabic numbers are amending ones where they quote pasal, or where the act's title
    names a base and they begin with an instruction.
    """
    for pasal in regulation.units:
        if pasal.kind is not Kind.PASAL or "/" in pasal.path:
            continue
        children = regulation.children.get(pasal.key, ())
        listed = any(has_quotes(regulation, unit) for unit in children)
        if not (base or listed or pasal.label.isalpha()):
            continue
        whole = instructed(regulation, pasal, base)
        orders = bool(base) and is_instruction(whole.text)
        if not (orders or listed or pasal.label.isalpha()):
            continue
        whole = replace(whole, base=own_base(regulation, pasal, base))
        if stands_alone(regulation, children, orders=orders and not listed):
            yield whole
        for child in children:
            if child.kind in ITEMS:
                yield instructed(regulation, child, whole.base)


def stands_alone(regulation: Regulation, children: tuple[Unit, ...], *, orders: bool) -> bool:
    """Tell whether a pasal is one instruction: it quotes directly, or none of its items orders."""
    if not children or any(child.kind in (Kind.PASAL, *DIVISIONS) for child in children):
        return True
    return orders and not lists_orders(regulation, children)


def lists_orders(regulation: Regulation, children: tuple[Unit, ...]) -> bool:
    """Tell whether some of the items of a pasal are instructions themselves."""
    items = (unit for unit in children if unit.kind in ITEMS)
    return any(is_instruction(instructed(regulation, item, "").text) for item in items)


def has_quotes(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether a unit is a quoted pasal or holds one."""
    return unit.kind is Kind.PASAL or bool(quoted_pasal(regulation, unit))


def own_base(regulation: Regulation, pasal: Unit, base: str) -> str:
    """Return the regulation that one pasal amends: an omnibus act names it in each."""
    if pasal.label.isalpha() and base:
        return base
    lead = regulation.text[pasal.span.start : min(pasal.span.end, pasal.span.start + LEAD_CHARS)]
    return base_id(regulation.identity, lead) or base


def instructed(regulation: Regulation, unit: Unit, base: str) -> Instructed:
    """Gather what belongs to one instruction."""
    children = regulation.children.get(unit.key, ())
    span = Span(unit.span.start, children[0].span.start if children else unit.span.end)
    text = regulation.slice(span)
    if unit.kind is Kind.PASAL:
        text = last_sentence(text.partition(unit.label)[2].lstrip(" .)\n"))
    else:
        number = NUMBERED.match(text)
        text = text[number.end() :] if number else text
    return Instructed(unit, text, span, quoted_pasal(regulation, unit), base)


def last_sentence(text: str) -> str:
    """Return the instruction after the opening of an amending pasal, where both have a colon."""
    colons = [match.end() for match in QUOTE.finditer(text)]
    after = [text[colon:].strip() for colon in colons[:-1]]
    return next((sentence for sentence in reversed(after) if is_instruction(sentence)), text)


def quoted_pasal(regulation: Regulation, unit: Unit) -> tuple[Unit, ...]:
    """List the pasal an instruction quotes, those under quoted headings included."""
    found: list[Unit] = []
    for child in regulation.children.get(unit.key, ()):
        if child.kind is Kind.PASAL:
            found.append(child)
        elif child.kind in DIVISIONS:
            found += quoted_pasal(regulation, child)
    return tuple(found)


def unit_amendments(regulation: Regulation, one: Instructed) -> Iterator[Amendment]:
    """Yield the operations of one instruction, and a replacement for what it quotes besides."""
    if not one.quoted and not is_instruction(one.text):
        return
    orders = read_orders(one.text)
    named = {order.label for order in orders}
    added = any(order.op == "insert" for order in orders)
    extra = dict.fromkeys(unit.label for unit in one.quoted if unit.label not in named)
    others = (
        Order("insert" if added and not label.isdigit() else "replace", label) for label in extra
    )
    for order in (*orders, *others):
        quoted = tuple(unit for unit in one.quoted if unit.label == order.label)
        quoted = quoted or quoted_divisions(regulation, one.unit, order.label)
        yield from order_amendments(regulation, one, order, quoted)


def quoted_divisions(regulation: Regulation, unit: Unit, label: str) -> tuple[Unit, ...]:
    """Return the quoted bab or bagian that an order names (``BAB VA``, ``Bagian Keenam``)."""
    word, _, number = label.partition(" ")
    if not number:
        return ()
    wanted = {number.replace(" ", ""), str(from_ordinal(number))}
    return tuple(
        child
        for child in regulation.children.get(unit.key, ())
        if child.kind.value == word.lower() and child.label in wanted
    )


def order_amendments(
    regulation: Regulation, one: Instructed, order: Order, quoted: tuple[Unit, ...]
) -> Iterator[Amendment]:
    """Yield one operation; a quotation of single ayat or items gives one for each of them.

    An addition to a pasal that is printed again in full replaces the pasal.
    """
    parts = printed_parts(regulation, one, quoted) if order.op in ("replace", "append") else {}
    for step, key in parts.items():
        path = f"pasal-{order.label}/{step}"
        yield Amendment(order.op, address(one.base, path), order.label, (key,), one.span)
    if not parts:
        keys = tuple(unit.key for unit in quoted)
        op = "replace" if order.op == "append" and quoted else order.op
        path = order_path(order, quoted)
        yield Amendment(op, address(one.base, path), order.label, keys, one.span)


def printed_parts(
    regulation: Regulation, one: Instructed, quoted: tuple[Unit, ...]
) -> dict[str, str]:
    """Return by its step the unit that prints each part, where no pasal is printed as a whole."""
    if step := bare_part(regulation, one, quoted):
        return {step: quoted[0].key}
    parts = quoted_parts(regulation, one, quoted) or own_parts(regulation, one)
    return {part.path.rpartition("/")[2]: part.key for part in parts}


def quoted_parts(
    regulation: Regulation, one: Instructed, quoted: tuple[Unit, ...]
) -> tuple[Unit, ...]:
    """List the ayat or items of a quotation that prints only these and not the whole pasal.

    That is so where the instruction names all that is printed, or where the first is not printed;
    *sehingga Pasal 8 berbunyi* announces the whole.
    """
    if len(quoted) != 1 or quoted[0].kind is not Kind.PASAL or prints_whole(one.text):
        return ()
    children = regulation.children.get(quoted[0].key, ())
    steps = {child.path.rpartition("/")[2].partition("~")[0] for child in children}
    if steps and (steps <= named_parts(one.text) or children[0].label not in FIRST_LABELS):
        return children
    return ()


def own_parts(regulation: Regulation, one: Instructed) -> tuple[Unit, ...]:
    """List the ayat that an act prints as its own although its instruction names them.

    So print acts whose amending pasal have Arabic numbers, without the heading of the base.
    """
    if one.quoted or one.unit.kind is not Kind.PASAL:
        return ()
    children = regulation.children.get(one.unit.key, ())
    named = named_parts(one.text)
    return tuple(
        child
        for child in children
        if child.kind is Kind.AYAT and child.path.rpartition("/")[2] in named
    )


def bare_part(regulation: Regulation, one: Instructed, quoted: tuple[Unit, ...]) -> str:
    """Return the step of the one part that an instruction names, if the quotation is its words.

    Older acts print them without heading and number: *Pasal 6 ayat (2) diubah sehingga berbunyi:
    "Untuk usaha ..."*.
    """
    named = named_parts(one.text)
    if len(quoted) != 1 or len(named) != 1 or prints_whole(one.text):
        return ""
    pasal, (step,) = quoted[0], named
    children = regulation.children.get(pasal.key, ())
    like = any(child.path.rpartition("/")[2].startswith(step[:4]) for child in children)
    headed = PASAL.match(regulation.text, pasal.span.start, pasal.span.end)
    return "" if headed or like or pasal.kind is not Kind.PASAL else step


def order_path(order: Order, quoted: tuple[Unit, ...]) -> str:
    """Return the path, in the base, of what an operation is about."""
    if order.label.startswith("BAB "):
        return "/".join(filter(None, (f"bab-{order.label.removeprefix('BAB ')}", order.part)))
    if not order.label[:1].isdigit():
        return order.part if order.part.startswith("lampiran") else ""
    part = f"/{order.part}" if order.part and not quoted else ""
    return f"pasal-{order.label}{part}"


def address(base: str, path: str) -> str:
    """Join a regulation's id and a path; the id alone where there is no path."""
    return f"{base}#{path}" if base and path else base
