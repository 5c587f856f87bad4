"""What differs between two statements of one clause, and whether the difference matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from regcheck.check.alignment import changed_blocks
from regcheck.check.boilerplate import COMMENCEMENT, PROMULGATION, REPEAL, TRANSITION
from regcheck.check.order import is_reordered
from regcheck.check.reading import LIST_MARK, Word, form_of, read_words
from regcheck.check.stretches import (
    are_opposite,
    connective_of,
    force_of,
    forms_of,
    has_exception,
    is_abbreviated,
    is_content,
    names_organ,
    same_letters,
    unlike,
)
from regcheck.check.vocabulary import (
    DEFINING,
    EVERY,
    GRADES,
    IMPOSING,
    KNOWN_UNITS,
    MONTHS,
    ORGANS,
    PENAL,
    SANCTIONS,
    TIMES,
)
from regcheck.domain import Norm, Quantity

#: Cumulative and alternative.
CONNECTIVES = {"dan", "atau"}
#: So many words of content limit or widen a definition; one may be a filler.
LIMITING = 2
CLOSINGS = (COMMENCEMENT, PROMULGATION, REPEAL, TRANSITION)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: its kind, and the words on either side as printed.

    ``kind`` is number, period, deontic, authority, sanction, definition, condition, or object for
    another word of content, which by itself is no contradiction. ``quantities`` are set where
    numbers differ.
    """

    kind: str
    left: str
    right: str
    quantities: tuple[Quantity, Quantity] | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comparing two clauses found; ``changes`` in order of the left text."""

    changes: tuple[Change, ...]

    @property
    def conflict(self) -> Change | None:
        """The weightiest change that makes the clauses contradict each other, if any."""
        weighty = [change for change in self.changes if change.kind in ORDER]
        return min(weighty, key=lambda change: ORDER.index(change.kind), default=None)

    @property
    def kind(self) -> str:
        """The kind of the contradiction; empty when the clauses agree."""
        return self.conflict.kind if self.conflict else ""


ORDER = ("sanction", "deontic", "period", "number", "authority", "definition", "condition")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two clauses: its words and what kind of clause it is."""

    words: tuple[Word, ...]
    penal: bool
    defines: bool


def compare_clauses(left: str, left_norm: Norm, right: str, right_norm: Norm) -> Verdict:
    """Compare two statements of what may be one clause, word by word.

    Harmless are another order of items, another spelling or abbreviation, numbers with or
    without words, synonyms, errors of optical reading, page heads, and other numbers in
    cross-references. What remains is sorted by what it changes. The verdict presumes that both
    clauses speak of the same thing; whether they do is another question.

    >>> from regcheck.domain import Modality
    >>> norm = Norm((), Modality.NONE, "", (), ())
    >>> verdict = compare_clauses(
    ...     "Gubernur dapat mencabut.", norm, "Gubernur wajib mencabut.", norm
    ... )
    >>> verdict.kind, verdict.conflict.left, verdict.conflict.right
    ('deontic', 'dapat', 'wajib')
    >>> compare_clauses("Gubernur wajib.", norm, "gubernur waj1b.", norm).kind
    ''
    """
    one, two = read_side(left, left_norm), read_side(right, right_norm)
    penal = one.penal and two.penal
    found = list(measure_changes(one, two, penal=penal))
    if is_reordered(one.words, two.words):
        return Verdict(tuple(found))
    removed, added = moved_away(one, two, has_items=bool(LIST_MARK.search(left)))
    for here, there in zip(removed, added, strict=True):
        found.extend(word_changes(here, there, one, two))
    if is_closing(left) and is_closing(right) and any(one.kind == "object" for one in found):
        return Verdict(())
    return Verdict((*found, *exchanged_organ(found)))


def is_closing(text: str) -> bool:
    """Tell whether a clause only puts rules into or out of force."""
    lower = " ".join(text.lower().split())
    return any(pattern.search(lower) for pattern in CLOSINGS)


def read_side(text: str, norm: Norm) -> Side:
    """Read one clause."""
    words = read_words(text, norm)
    forms = {word.form for word in words}
    defines = norm.act == "adalah" or bool(DEFINING & {word.form for word in words[:14]})
    return Side(words, norm.sanction or bool(PENAL & forms) or imposes(words), defines)


def imposes(words: Sequence[Word]) -> bool:
    """Tell whether a clause lays something on somebody that is a sanction."""
    return any(one.form in IMPOSING and two.form in SANCTIONS for one, two in pairwise(words))


def moved_away(
    one: Side, two: Side, *, has_items: bool
) -> tuple[list[list[Word]], list[list[Word]]]:
    """Return the words that only the left and only the right has, stretch by stretch.

    Where a clause lists items, a word that went from one place to another is no difference.
    """
    left = [word.key for word in one.words]
    right = [word.key for word in two.words]
    removed, added = [], []
    for block in changed_blocks(left, right):
        removed.append(list(one.words[block.start : block.end]))
        added.append(list(two.words[block.from_ : block.to]))
    if has_items:
        gone = Counter(word.key for stretch in removed for word in stretch)
        come = Counter(word.key for stretch in added for word in stretch)
        moved = gone & come
        removed = drop(removed, moved)
        added = drop(added, moved)
    return removed, added


def drop(stretches: Iterable[list[Word]], moved: Counter[str]) -> list[list[Word]]:
    """Take the moved words out of every stretch."""
    left = Counter(moved)
    kept = []
    for stretch in stretches:
        stay = []
        for word in stretch:
            if left[word.key]:
                left[word.key] -= 1
            else:
                stay.append(word)
        kept.append(stay)
    return kept


def measure_changes(one: Side, two: Side, *, penal: bool) -> Iterator[Change]:
    """Compare the quantities of two clauses, whatever their order."""
    left = [word for word in one.words if word.quantity]
    right = [word for word in two.words if word.quantity]
    for word in tuple(left):
        twin = next((other for other in right if other.form == word.form), None)
        if twin and word.quantity and twin.quantity:
            left.remove(word)
            right.remove(twin)
            if {word.quantity.bound, twin.quantity.bound} == {"le", "ge"}:
                yield measure_change(word, twin, penal=penal)
    for rule in (same_family, either_unclear):
        for word in tuple(left):
            other = next((other for other in right if rule(word.quantity, other.quantity)), None)
            if other:
                left.remove(word)
                right.remove(other)
                if not same_number(word.quantity, other.quantity):
                    yield measure_change(word, other, penal=penal)


def same_family(one: Quantity | None, two: Quantity | None) -> bool:
    """Tell whether two quantities measure the same kind of thing."""
    if one is None or two is None:
        return False
    if EVERY in {one.unit, two.unit}:
        return one.unit == two.unit
    return one.unit == two.unit or (one.unit in TIMES and two.unit in TIMES)


def either_unclear(one: Quantity | None, two: Quantity | None) -> bool:
    """Tell whether the unit of either may be a misread word, so that only the number counts."""
    return one is not None and two is not None and not {one.unit, two.unit} <= KNOWN_UNITS


def same_number(one: Quantity | None, two: Quantity | None) -> bool:
    """Tell whether the values are equal and a unit is misread."""
    return (
        either_unclear(one, two) and one is not None and two is not None and one.value == two.value
    )


def measure_change(left: Word, right: Word, *, penal: bool) -> Change:
    """Name the change between two quantities."""
    if not left.quantity or not right.quantity:
        raise ValueError("a measure change needs two quantities")
    kind = "sanction" if penal else "period" if left.quantity.unit in TIMES else "number"
    return Change(kind, left.text, right.text, (left.quantity, right.quantity))


def word_changes(here: list[Word], there: list[Word], one: Side, two: Side) -> Iterator[Change]:
    """Compare the plain words of one stretch, and name every change that remains."""
    left = [word for word in here if not word.quantity]
    right = [word for word in there if not word.quantity]
    if same_letters(left, right) or is_abbreviated(left, right):
        return
    organs = names_organ(left, one.words) and names_organ(right, two.words)
    left, right = unlike(left, right)
    penal = one.penal and two.penal
    if force_of(left) != force_of(right):
        yield change_of("deontic", left, right)
    elif penal and connective_of(left) != connective_of(right):
        yield change_of("sanction", left, right)
    elif changes_case(left, right):
        yield change_of("definition" if one.defines and two.defines else "condition", left, right)
        return
    left = [word for word in left if is_content(word)]
    right = [word for word in right if is_content(word)]
    if left or right:
        kind = content_kind(left, right, penal=penal, defines=one.defines and two.defines)
        if kind == "object" and organs and left and right:
            kind = "authority"
        yield change_of(kind, left, right)


def changes_case(left: list[Word], right: list[Word]) -> bool:
    """Tell whether the cases in which a clause holds are others.

    An opposite stands for its opposite, *dan* for *atau* (Lampiran II nos. 262 and 263), or one
    side alone makes an exception (no. 257).
    """
    if are_opposite(left, right):
        return True
    one, two = ([word.form for word in side] for side in (left, right))
    if {*one, *two} == CONNECTIVES and len(one) == len(two) == 1:
        return True
    return has_exception(left) != has_exception(right)


def content_kind(left: list[Word], right: list[Word], *, penal: bool, defines: bool) -> str:
    """Name what an exchange of words of content changes."""
    if penal and forms_of((*left, *right)) & SANCTIONS:
        return "sanction"
    if not left or not right:
        return "definition" if defines and len(left or right) >= LIMITING else "object"
    if penal and forms_of(left) & GRADES and forms_of(right) & GRADES:
        return "sanction"
    if defines:
        return "definition"
    return "period" if forms_of(left) & MONTHS and forms_of(right) & MONTHS else "object"


def exchanged_organ(found: list[Change]) -> Iterator[Change]:
    """Yield the exchange of one organ for another that stands at another place."""
    gone = [one.left for one in found if one.kind == "object" and not one.right]
    come = [one.right for one in found if one.kind == "object" and not one.left]
    left = [text for text in gone if {form_of(word) for word in text.split()} & ORGANS]
    right = [text for text in come if {form_of(word) for word in text.split()} & ORGANS]
    if left and right:
        yield Change("authority", left[0], right[0])


def change_of(kind: str, left: list[Word], right: list[Word]) -> Change:
    """Make a change of the words that differ."""
    return Change(kind, " ".join(w.text for w in left), " ".join(w.text for w in right))
