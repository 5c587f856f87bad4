"""Numbers that a run of units leaves out, and pages whose blocks stand in no order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from regcheck.domain import Anomaly, Kind, Regulation, Unit
from regcheck.parse.marks.numbering import order_of

NAMES = {
    Kind.BAB: "BAB",
    Kind.BAGIAN: "Bagian",
    Kind.PARAGRAF: "Paragraf",
    Kind.PASAL: "Pasal",
    Kind.AYAT: "ayat",
    Kind.HURUF: "huruf",
    Kind.ANGKA: "angka",
    Kind.SUBHURUF: "huruf",
    Kind.SUBANGKA: "angka",
}
#: The remark on a text whose pasal stand in no order.
SHUFFLED = "urutan-teracak"
#: So many numbers fall by chance; in a shuffled text a third of them do.
FEW_FALLS = 3


def gaps(regulation: Regulation, units: Sequence[Unit]) -> Iterator[Anomaly]:
    """Report numbers that a run of units leaves out, or does not begin with."""
    if units and first_missing(units[0]):
        yield gap(regulation, None, units[0])
    for before, after in pairwise(units):
        step = order_of(after.label)[0] - order_of(before.label)[0]
        if step > 1 or step < 0:
            yield gap(regulation, before, after)


def pasal_gaps(regulation: Regulation, pasal: Sequence[Unit]) -> Iterator[Anomaly]:
    """Report the jumps of an act's own pasal, or once that they stand in no order."""
    numbers = [order_of(unit.label)[0] for unit in pasal]
    falls = sum(before > after for before, after in pairwise(numbers))
    if falls < FEW_FALLS or 3 * falls < len(numbers) - 1:
        yield from gaps(regulation, pasal)
        return
    missing = [str(one) for one in range(1, max(numbers)) if one not in numbers]
    absent = f" Tidak ditemukan: Pasal {', '.join(missing)}." if missing else ""
    absent_en = f" Not found: Pasal {', '.join(missing)}." if missing else ""
    yield Anomaly(
        SHUFFLED,
        f"Urutan teks teracak: {falls} dari {len(numbers)} Pasal berdiri sesudah Pasal yang "
        f"nomornya lebih besar; isi dan judul di sekitarnya dapat tertukar.{absent}",
        f"The text is out of order: {falls} of {len(numbers)} Pasal stand behind one with a "
        f"higher number; the wording and headings around them may be mixed up.{absent_en}",
        pasal[0].page,
        pasal[0].key,
    )


def leaves_out(before: Unit, after: Unit) -> bool:
    """Tell whether a number is missing between two units."""
    return order_of(after.label)[0] - order_of(before.label)[0] > 1


def first_missing(unit: Unit) -> bool:
    """Tell whether a run of numbers begins after 1."""
    return order_of(unit.label)[0] > 1 and not unit.target


def gap(regulation: Regulation, before: Unit | None, after: Unit) -> Anomaly:
    """Make the report of one jump."""
    name = NAMES[after.kind]
    code = "pasal-lompat" if after.kind is Kind.PASAL else f"{name.lower()}-lompat"
    where = "" if after.kind in (Kind.PASAL, Kind.BAB) else f" ({place(regulation, after)})"
    if before is None:
        message = f"Penomoran {name} mulai dari {after.label}{where}."
        english = f"The numbering of {name} begins with {after.label}{where}."
    else:
        message = f"Penomoran {name} melompat dari {before.label} ke {after.label}{where}."
        english = f"The numbering of {name} jumps from {before.label} to {after.label}{where}."
    return Anomaly(code, message, english, after.page, after.key)


def place(regulation: Regulation, unit: Unit) -> str:
    """Name the unit that holds a unit, as a reader cites it."""
    steps = []
    parent = regulation.by_key.get(unit.parent)
    while parent is not None:
        steps.append(f"{NAMES.get(parent.kind, parent.kind.value)} {parent.label}".strip())
        if parent.kind is Kind.PASAL:
            break
        parent = regulation.by_key.get(parent.parent)
    return " ".join(reversed(steps))
