"""What an instruction of an amending act orders: the operation, and the parts it names.

Formulae: UU 12/2011 Lampiran II nos. 233-236c, and the older *menambah*, *mengubah*, *dijadikan*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from regcheck.parse.marks.marks import pasal_readings
from regcheck.parse.marks.numbering import from_ordinal
from regcheck.parse.marks.patterns import PASAL
from regcheck.parse.structure.named_parts import named_annexes, named_paths
from regcheck.parse.structure.order_patterns import (
    ANNEX,
    COUNTED,
    DIVISION,
    GLOSS,
    NEIGHBOURS,
    NEW_BIT,
    NEW_DIVISION,
    NEW_PART,
    NEW_PASAL,
    OBJECT,
    OPENING,
    PART,
    PASAL_RANGE,
    PRINTS_PASAL,
    QUOTE,
    QUOTED,
    RENUMBER,
    RENUMBER_RANGE,
    SMALL_LETTER,
    STOP,
    SUBDIVISION,
    VERB,
    WHOLE,
    WORDING,
)

LONGEST_RANGE = 100


@dataclass(frozen=True, slots=True)
class Order:
    """One operation on one pasal, or on a part of it (``ayat-2``); ``label`` empty for none."""

    op: str
    label: str
    part: str = ""


def is_instruction(text: str) -> bool:
    """Tell whether a numbered sentence orders a change.

    >>> is_instruction("Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:")
    True
    >>> is_instruction("Pemerintah Daerah adalah Gubernur")
    False
    """
    if not OPENING.match(text):
        return False
    sentence = first_sentence(text)
    return bool(VERB.search(sentence)) and bool(OBJECT.search(sentence))


def first_sentence(text: str) -> str:
    """Return the text up to the colon or full stop that ends the instruction."""
    quote = QUOTE.search(text)
    stop = STOP.search(text)
    ends = [match.end() for match in (quote, stop) if match]
    return text[: min(ends, default=600)][:900]


def read_orders(text: str) -> tuple[Order, ...]:
    """Read the operations of one instruction.

    >>> read_orders("Di antara Pasal 4 dan Pasal 5 disisipkan 1 (satu) pasal, yakni Pasal 4A")
    (Order(op='insert', label='4A', part=''),)
    >>> read_orders("Pasal 16 dihapus.")
    (Order(op='delete', label='16', part=''),)
    >>> read_orders("Ketentuan ayat (2) Pasal 8 diubah sehingga berbunyi sebagai berikut:")
    (Order(op='replace', label='8', part='ayat-2'),)
    >>> read_orders("Di antara BAB V dan BAB VI disisipkan 1 (satu) bab, yakni BAB VA")
    (Order(op='insert', label='BAB VA', part=''),)
    """
    sentence = " ".join(first_sentence(text).split())
    verbs = {match.lastgroup or "": match.start() for match in VERB.finditer(sentence)}
    if ANNEX.match(sentence):
        op = "delete" if operation(verbs) == "delete" else "lampiran"
        return tuple(Order(op, "Lampiran", step) for step in named_annexes(sentence) or ("",))
    if GLOSS.search(sentence) and not PRINTS_PASAL.search(sentence):
        return tuple(Order("gloss", label) for label in pasal_labels(sentence))
    if WORDING.search(sentence) and not QUOTE.search(sentence):
        bare = QUOTED.sub(" ", sentence)
        labels = pasal_labels(bare)
        return tuple(orders_on("reword", bare, labels)) if labels else (Order("reword", ""),)
    divisions = division_orders(sentence, verbs)
    moves = () if verbs.keys() & {"insert", "append"} else renumber_orders(sentence)
    if moves and not QUOTE.search(sentence):
        return moves
    orders = new_pasal(sentence, verbs) or old_pasal(sentence, verbs)
    moved = {order.label for order in moves}
    rest = (order for order in orders if not divisions or (order.op == "insert" and order.label))
    return (*divisions, *moves, *(order for order in rest if order.label not in moved))


def renumber_orders(sentence: str) -> tuple[Order, ...]:
    """Read the pasal that get other numbers.

    >>> renumber_orders("Ketentuan Pasal 14 lama selanjutnya dijadikan ketentuan Pasal 13 baru.")
    (Order(op='renumber', label='14', part=''),)
    """
    pairs = moved_range(sentence) or tuple(
        (match["old"].replace(" ", ""), match["new"].replace(" ", ""))
        for match in RENUMBER.finditer(sentence)
    )
    return tuple(Order("renumber", old) for old, new in pairs if old != new)


def moved_range(sentence: str) -> tuple[tuple[str, str], ...]:
    """Return the old and the new number of each pasal of a row that moves as a whole.

    >>> moved_range("Pasal 8 sampai dengan Pasal 9 diubah menjadi Pasal 9 sampai dengan Pasal 10.")
    (('8', '9'), ('9', '10'))
    """
    match = RENUMBER_RANGE.search(sentence)
    if match is None:
        return ()
    first, last, new, end = (int(match[name]) for name in ("first", "last", "new", "newlast"))
    fits = 0 < last - first == end - new < LONGEST_RANGE
    return tuple((str(first + n), str(new + n)) for n in range(last - first + 1)) if fits else ()


def prints_whole(text: str) -> bool:
    """Tell whether an instruction says that it prints the pasal as a whole.

    >>> prints_whole("Ketentuan ayat (1) Pasal 4 diubah sehingga Pasal 4 berbunyi sebagai berikut:")
    True
    """
    return bool(WHOLE.search(" ".join(first_sentence(text).split())))


def named_parts(text: str) -> frozenset[str]:
    """Return the steps of the parts of a pasal that an instruction names.

    >>> sorted(named_parts("Ketentuan ayat (1) dan ayat (3) Pasal 4 diubah:"))
    ['ayat-1', 'ayat-3']
    """
    sentence = " ".join(first_sentence(text).split())
    return frozenset(
        f"{match['word'].lower().replace('butir', 'angka')}-{match['label'].lower()}"
        for match in PART.finditer(sentence)
    )


def division_orders(sentence: str, verbs: dict[str, int]) -> tuple[Order, ...]:
    """Read the bab or bagian that an instruction inserts, or changes where it names no pasal."""
    named = [m.end() for m in NEW_PART.finditer(sentence) if DIVISION.match(sentence, m.end() + 1)]
    named = named or [m.end() - 1 for m in NEW_DIVISION.finditer(sentence)]
    if named and verbs.keys() & {"insert", "append"}:
        added = [m for m in DIVISION.finditer(sentence, named[0]) if is_added(m, named[0])]
        labels = dict.fromkeys(division_label(match) for match in added)
        return tuple(Order("insert", label) for label in labels)
    found = DIVISION.search(sentence)
    if found is None or pasal_labels(sentence) or not verbs:
        return ()
    op = "delete" if "delete" in verbs else "replace"
    bab = next((m for m in DIVISION.finditer(sentence) if m["word"].upper() == "BAB"), found)
    return (Order(op, division_label(bab), division_part(sentence, bab)),)


def division_part(sentence: str, bab: re.Match[str]) -> str:
    """Return the path of the bagian and paragraf that are named with their bab.

    >>> text = "Ketentuan BAB II Bagian Keempat dihapus."
    >>> division_part(text, DIVISION.search(text))
    'bagian-4'
    """
    if bab["word"].upper() != "BAB":
        return ""
    steps: dict[str, int] = {}
    for match in SUBDIVISION.finditer(sentence):
        raw = match["label"]
        number = int(raw) if raw.isdigit() else from_ordinal(raw)
        steps.setdefault(match["word"].lower(), number)
    if not steps.get("bagian"):
        return ""
    return "/".join(f"{kind}-{steps[kind]}" for kind in ("bagian", "paragraf") if steps.get(kind))


def is_added(match: re.Match[str], named: int) -> bool:
    """Tell whether a division named after *yakni* is a new one: the first, or one with a letter."""
    return match.start() <= named + 1 or bool(re.fullmatch(r"[IVXL]+\s?[A-Z]", match["label"]))


def division_label(match: re.Match[str]) -> str:
    """Write a bab or bagian as a label: ``BAB VA``, ``Bagian Keenam``."""
    if match["word"].upper() == "BAB":
        return f"BAB {match['label'].replace(' ', '')}"
    return f"Bagian {match['label']}"


def pasal_labels(sentence: str) -> tuple[str, ...]:
    """List the pasal a sentence names, each once, ranges filled in.

    >>> pasal_labels("yakni Pasal 69A, Pasal 698, dan Pasal 7O")
    ('69A', '69B', '70')
    >>> pasal_labels("disisipkan ketentuan yang dijadikan Pasal 3a")
    ('3A',)
    """
    sentence = SMALL_LETTER.sub(lambda match: match[0].upper(), sentence)
    found: dict[str, None] = {}
    for match in PASAL_RANGE.finditer(sentence):
        first, last = int(match["first"]), int(match["last"])
        if last - first < LONGEST_RANGE:
            found.update({str(number): None for number in range(first, last + 1)})
    before = (0, "")
    for match in PASAL.finditer(sentence):
        readings = [reading for reading in pasal_readings(match) if not reading.roman]
        if readings:
            best = min(
                readings, key=lambda reading: reading.cost + step_cost(before, reading.order)
            )
            label = next_letter(before, best.label)
            before = (before[0], label[-1]) if label != best.label else best.order
            found[label] = None
    return tuple(found)


def next_letter(before: tuple[int, str], label: str) -> str:
    """Return a label, or that which follows in a list of inserted pasal if it is misread so.

    >>> next_letter((73, "C"), "730"), next_letter((73, "C"), "74"), next_letter((7, ""), "71")
    ('73D', '74', '71')
    """
    number, letter = before
    misread = label.isdigit() and label[:-1] == str(number)
    return f"{number}{chr(ord(letter) + 1)}" if misread and "A" <= letter < "Z" else label


def step_cost(before: tuple[int, str], after: tuple[int, str]) -> float:
    """Prefer the letter that follows (69A, then 69B rather than 698)."""
    letter = after[0] == before[0] and after[1] > before[1]
    return 0.0 if letter or not before[1] else 3.0


def new_pasal(sentence: str, verbs: dict[str, int]) -> tuple[Order, ...]:
    """Read the pasal that an instruction inserts or adds, named after the last *yakni*."""
    where = min((verbs[verb] for verb in ("insert", "append") if verb in verbs), default=-1)
    if where < 0:
        return ()
    counted = COUNTED.search(sentence, where)
    if counted and counted["what"].lower() in ("ayat", "huruf", "angka", "butir"):
        return ()
    names = [m.end() for m in NEW_PART.finditer(sentence) if NEW_PASAL.match(sentence[m.end() :])]
    if not names and (NEW_BIT.search(sentence) or (counted is None and "insert" not in verbs)):
        return ()
    new = NEIGHBOURS.sub(" ", sentence[names[-1] if names else where :])
    labels = pasal_labels(new) or (() if names else ("",))
    return tuple(Order("insert", label) for label in labels)


def old_pasal(sentence: str, verbs: dict[str, int]) -> tuple[Order, ...]:
    """Read the pasal that an instruction changes, deletes or adds a part to."""
    labels = pasal_labels(sentence)
    parts = tuple(f"{m['word'].lower()}-{m['label']}" for m in PART.finditer(sentence))
    op = operation(verbs)
    part = parts[0] if len(labels) == 1 and len(parts) == 1 else ""
    if op == "delete":
        return tuple(orders_on(op, sentence, labels))
    if op == "append" and len(labels) > 1:
        labels = labels[:1]
    return tuple(Order(op, label, part) for label in labels)


def orders_on(op: str, sentence: str, labels: tuple[str, ...]) -> Iterator[Order]:
    """Yield an order for each pasal, or part of one, that a sentence names.

    >>> list(orders_on("delete", "Pasal 5 ayat (2) huruf a dan Pasal 6 dihapus.", ("5", "6")))
    [Order(op='delete', label='5', part='ayat-2/huruf-a'), Order(op='delete', label='6', part='')]
    """
    named = named_paths(SMALL_LETTER.sub(lambda match: match[0].upper(), sentence))
    printed = tuple(dict.fromkeys(label for label, _ in named))
    # A label may have been read better in the light of its neighbours.
    read = dict(zip(printed, labels, strict=True)) if len(printed) == len(labels) else {}
    for label in labels:
        paths = [path for one, path in named if read.get(one, one) == label]
        yield from (Order(op, label, path) for path in paths or [""])


def operation(verbs: dict[str, int]) -> str:
    """Choose the operation that a sentence's verbs amount to."""
    if "replace" in verbs and not verbs.keys() & {"insert", "append", "delete"}:
        return "replace"
    if "delete" in verbs and not verbs.keys() & {"insert", "append", "replace"}:
        return "delete"
    if verbs.keys() & {"insert", "append"}:
        return "append"
    return "replace"
