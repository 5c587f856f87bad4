"""When two statements on one thing cannot both be followed: two forces, or two limits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from regcheck.check import scope
from regcheck.check.changes import Change, compare_clauses
from regcheck.check.statements import Statement
from regcheck.check.vocabulary import TIMES
from regcheck.check.words import content_keys
from regcheck.domain import Modality, Quantity

BAN = frozenset({Modality.DILARANG})
ALLOWS = frozenset({Modality.DAPAT, Modality.BERHAK, Modality.BERWENANG})
DEMANDS = frozenset({Modality.WAJIB, Modality.HARUS})
FREES = frozenset({Modality.TIDAK_WAJIB})

#: A number of years that is an age.
#:
#: takes    berusia paling rendah      umur sekurang-kurangnya
#: refuses  berlaku selama
AGE = re.compile(r"\b(?:ber)?(?:usia|umur)\b[^.;]{0,80}\Z", re.IGNORECASE)

#: What makes a period a rate.
#:
#: takes    1 (satu) kali dalam      setiap      paling sedikit sekali dalam
#: refuses  diselesaikan dalam
RATE = re.compile(r"\b(?:(?:kali|sekali)\s+(?:dalam|untuk)|setiap|tiap|per)\s*\Z", re.IGNORECASE)

#: A statement of what does not happen forbids as well.
#:
#: takes    tidak mengadakan      tanpa membayar
#: refuses  sedikit
NEGATION = re.compile(r"\b(?:tidak|tanpa|bukan|belum)\b", re.IGNORECASE)

#: What makes a right depend on means.
#:
#: takes    jika tersedia anggaran      sesuai dengan kemampuan keuangan daerah
#: takes    sepanjang anggarannya tersedia
#: refuses  jika memenuhi syarat      sesuai dengan ketentuan
RESERVE = re.compile(
    r"\b(?:jika|apabila|bila|sepanjang|dalam\s+hal|sesuai(?:\s+dengan)?|tergantung(?:\s+pada)?)\s+"
    r"(?:\w+\s+){0,3}?(?:anggaran\w*|kemampuan|tersedia|ketersediaan|memungkinkan)\b[^.,;]{0,60}",
    re.IGNORECASE,
)
LEAVES = frozenset({Modality.DAPAT, Modality.NONE})
#: Words of content of a right, at least, and the share that both statements have of them.
FEWEST_OF_RIGHT, SAME_RIGHT = 3, 0.7

#: What a unit of time holds of days, near enough to compare two limits.
DAYS = {"hour": 1 / 24, "day": 1.0, "workday": 1.4, "month": 30.0, "year": 365.0}

#: Least confidence where what both sides speak of is named elsewhere.
POINTING = 0.4


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict between two statements: its code, how sure, its sides in short, and the act."""

    code: str
    confidence: float
    left: str
    right: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds two statements.

    ``one_matter`` tells whether the titles of their regulations name one matter, ``national``
    whether the second is a national rule above the first, ``one_region`` whether both are of one
    region.
    """

    one_matter: bool
    national: bool
    one_region: bool = False


def modal_clash(left: Statement, right: Statement) -> Clash | None:
    """Return the conflict of two forces on one act, or nothing (K-02)."""
    if any(map(scope.makes_exception, (left, right))) or not scope.share_act(left, right):
        return None
    one, two = left.norm.modality, right.norm.modality
    if one in BAN and binds_against_ban(right):
        sure = covered(left, right)
    elif two in BAN and binds_against_ban(left):
        sure = covered(right, left)
    elif one in DEMANDS and two in FREES | ALLOWS:
        sure = contrary(left, right)
    elif two in DEMANDS and one in FREES | ALLOWS:
        sure = contrary(right, left)
    else:
        return None
    if not sure:
        return None
    return Clash("K-02", sure, one.value, two.value, left.act_phrase)


def entitlement_clash(left: Statement, right: Statement) -> Clash | None:
    """Return what makes a right that the second statement gives depend on means, or nothing (K-09).

    *Berhak memperoleh* there, *dapat memperoleh jika anggaran tersedia* in the draft.
    """
    if left.norm.modality not in LEAVES or right.norm.modality is not Modality.BERHAK:
        return None
    reserve = RESERVE.search(left.text)
    if reserve is None or RESERVE.search(right.text):
        return None
    mine = frozenset(content_keys(f"{left.text[: reserve.start()]} {left.text[reserve.end() :]}"))
    common = mine & right.content
    if len(common) < FEWEST_OF_RIGHT or len(common) < SAME_RIGHT * len(mine | right.content):
        return None
    return Clash("K-09", 0.8, f"dapat, {reserve[0].strip()}", "berhak")


def binds_against_ban(statement: Statement) -> bool:
    """Tell whether a statement lets or makes somebody do what a ban forbids."""
    modality = statement.norm.modality
    if modality is Modality.NONE:
        negated = NEGATION.search(statement.text) is not None
        return bool(statement.addressee) and not statement.norm.sanction and not negated
    return modality in ALLOWS | DEMANDS


def covered(ban: Statement, other: Statement) -> float:
    """Return how sure it is that a ban forbids what the other statement lets or makes one do.

    A ban with a measure (*within 100 metres*) forbids only what is measured so.
    """
    if ban.norm.quantities or not scope.covers(ban, other):
        return 0.0
    return 0.6 + 0.35 * scope.common_share(ban, other)


def contrary(duty: Statement, leave: Statement) -> float:
    """Return how sure it is that one side leaves open exactly what the other demands.

    A duty of all and a leave for some is a special rule, unless the duty names them too.
    """
    if leave.norm.modality not in FREES and duty.addressee != leave.addressee:
        return 0.0
    if not leave.addressee <= duty.addressee | duty.content:
        return 0.0
    if not scope.same_object(duty, leave) or scope.adds_object(duty, leave):
        return 0.0
    share = scope.common_share(duty, leave)
    return 0.5 + 0.35 * share if share else 0.0


def measure_clash(left: Statement, right: Statement, setting: Setting) -> Clash | None:
    """Return the conflict of two numbers on one thing, or nothing (K-03, K-04)."""
    if not measures_alike(left, right):
        return None
    share = scope.common_share(left, right, one_matter=setting.one_matter)
    if not share or not scope.same_object(left, right):
        return None
    if scope.adds_object(left, right) or scope.narrows(left, right):
        return None
    verdict = compare_clauses(left.text, left.norm, right.text, right.norm)
    for change in verdict.changes:
        if is_rate(change, left, right) or not change.quantities:
            continue
        if is_contradiction(change.quantities, national=setting.national):
            sure = (POINTING if left.points or right.points else 0.6) + 0.35 * share
            return Clash(code_of(change, left.text), sure, change.left, change.right)
    return None


def measures_alike(left: Statement, right: Statement) -> bool:
    """Tell whether both statements set a measure, neither punishes, and both forbid or neither.

    Statements with the same measures do not differ in them, in whatever order they stand.
    """
    one, two = left.norm, right.norm
    if not one.quantities or not two.quantities or one.sanction or two.sanction:
        return False
    if listed(one.quantities) == listed(two.quantities):
        return False
    return (one.modality in BAN) == (two.modality in BAN)


def listed(quantities: Iterable[Quantity]) -> list[tuple[float, str, str]]:
    """Return quantities without their places, in order of size: equal lists agree item by item."""
    return sorted((one.value, one.unit, one.bound) for one in quantities)


def code_of(change: Change, text: str) -> str:
    """Return the code of a change of quantities; an age is a threshold, not a time limit."""
    quantity = change.quantities[0] if change.quantities else None
    period = quantity is not None and quantity.unit in TIMES
    return "K-04" if period and quantity and not AGE.search(text[: quantity.span.start]) else "K-03"


def is_rate(change: Change, left: Statement, right: Statement) -> bool:
    """Tell whether one side says how often and the other by when: no two limits of one thing."""
    if not change.quantities:
        return False
    before = (
        side.text[: quantity.span.start]
        for side, quantity in zip((left, right), change.quantities, strict=True)
    )
    return len({RATE.search(text) is None for text in before}) > 1


def is_contradiction(quantities: tuple[Quantity, Quantity], *, national: bool) -> bool:
    """Tell whether two quantities cannot both be kept.

    A region may be stricter than the floor or ceiling that a national rule sets (N-04).
    """
    one, two = quantities
    return contradict(one, two) and not (national and is_within(one, two))


def contradict(one: Quantity, two: Quantity) -> bool:
    """Tell whether two quantities of one thing say different things.

    Two limits on the same side differ when their values do; an upper and a lower limit only
    when no value satisfies both; an exact value when it breaks the limit.

    >>> from regcheck.domain import Span
    >>> span = Span(0, 1)
    >>> contradict(Quantity(14, "day", "le", span), Quantity(7, "day", "le", span))
    True
    >>> contradict(Quantity(2, "kali", "ge", span), Quantity(5, "kali", "le", span))
    False
    """
    if one.unit != two.unit and not {one.unit, two.unit} <= DAYS.keys():
        return False
    if one.bound == two.bound:
        return True
    low, high = (one, two) if one.bound == "ge" or two.bound == "le" else (two, one)
    return size(low) > size(high)


def size(quantity: Quantity) -> float:
    """Return the value in one unit for all times."""
    return quantity.value * DAYS.get(quantity.unit, 1.0)


def is_within(one: Quantity, two: Quantity) -> bool:
    """Tell whether keeping the first limit also keeps the second."""
    if one.bound != two.bound or two.bound == "eq":
        return False
    return size(one) <= size(two) if two.bound == "le" else size(one) >= size(two)
