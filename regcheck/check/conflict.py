"""Conflicts between two norms on one thing: modality, amount, time limit (K-02 to K-04)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from regcheck.check import scope
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.changes import Change, compare_clauses, is_closing
from regcheck.check.statements import Statement, find_statements
from regcheck.check.vocabulary import TIMES
from regcheck.check.wording import cite_unit, quote_of
from regcheck.domain import Case, Finding, Identity, Kind, Modality, Pair, Passage, Quantity
from regcheck.settings import Settings

BAN = frozenset({Modality.DILARANG})
ALLOWS = frozenset({Modality.DAPAT, Modality.BERHAK, Modality.BERWENANG})
DEMANDS = frozenset({Modality.WAJIB, Modality.HARUS})
FREES = frozenset({Modality.TIDAK_WAJIB})

#: A number in words behind its figures.
#:
#: takes    (empat belas)      (satu juta rupiah)
#: refuses  (1)
SPELT = re.compile(r"\s*\([^()\d]*\)")

#: A number of years that is an age.
#:
#: takes    berusia paling rendah      umur sekurang-kurangnya
#: refuses  berlaku selama
AGE = re.compile(r"\b(?:ber)?(?:usia|umur)\b[^.;]{0,80}\Z", re.IGNORECASE)

#: A statement of what does not happen forbids as well.
#:
#: takes    tidak mengadakan      tanpa membayar
#: refuses  sedikit
NEGATION = re.compile(r"\b(?:tidak|tanpa|bukan|belum)\b", re.IGNORECASE)

#: What a unit of time holds of days, near enough to compare two limits.
DAYS = {"hour": 1 / 24, "day": 1.0, "workday": 1.4, "month": 30.0, "year": 365.0}

#: Least confidence where what both sides speak of is named elsewhere.
POINTING = 0.4

MEASURED = (
    "{counterpart}: {left} di rancangan, {right} di pembanding",
    "{counterpart}: {left} in the draft, {right} in the other provision",
)
BINDING = (
    "{counterpart}: {left} di rancangan, {right} di pembanding, untuk perbuatan yang sama{about}",
    "{counterpart}: {left} in the draft, {right} in the other provision, for the same act{about}",
)
FORCE_NAMES = {
    Modality.NONE: ("dilakukan", "done as a matter of course"),
    Modality.TIDAK_WAJIB: ("tidak wajib", "tidak wajib (not required)"),
    Modality.WAJIB: ("wajib", "wajib (required)"),
    Modality.HARUS: ("harus", "harus (required)"),
    Modality.DILARANG: ("dilarang", "dilarang (forbidden)"),
    Modality.DAPAT: ("dapat", "dapat (permitted)"),
    Modality.BERHAK: ("berhak", "berhak (entitled)"),
    Modality.BERWENANG: ("berwenang", "berwenang (empowered)"),
}


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
    whether the second is a national rule above the first.
    """

    one_matter: bool
    national: bool


def find_conflicts(case: Case, settings: Settings) -> tuple[Finding, ...]:
    """Find the pairs whose norms cannot both be followed, in the order of the pairs.

    A pair conflicts only where both sides speak of the same act and the same object, the
    addressees are compatible, and neither opens an exception; a ban with a licence and a licence
    are consistent (N-06). *Wajib* against *harus* is drift and no conflict.
    """
    found = []
    for pair in case.pairs:
        if pair.score < settings.candidate_score:
            continue
        clash = find_clash(case, pair)
        if clash:
            found.append(clash_finding(case, pair, clash))
    return tuple(found)


def find_clash(case: Case, pair: Pair) -> Clash | None:
    """Return the surest conflict between the statements of two passages, or nothing."""
    left, right = case.passages[pair.left], case.passages[pair.right]
    if any(is_definition(one) or is_closing(one.text) for one in (left, right)):
        return None
    mine = find_statements(left, case.norms[pair.left])
    theirs = find_statements(right, case.norms[pair.right])
    setting = read_setting(case, right.regulation)
    clashes = [
        clash
        for one, other in product(mine, theirs)
        if scope.same_act(one, other)
        and scope.same_addressee(one, other)
        and not scope.apart(one, other)
        for clash in (modal_clash(one, other), measure_clash(one, other, setting))
        if clash
    ]
    return max(clashes, key=lambda clash: clash.confidence, default=None)


def read_setting(case: Case, regulation: str) -> Setting:
    """Read how a counterpart's regulation stands to the draft."""
    head, relation = case.heads.get(regulation), case.relations.get(regulation)
    mine, theirs = case.draft.identity, head.identity if head else Identity()
    places = f"{mine.wilayah} {theirs.wilayah}".replace("-", " ")
    return Setting(
        one_matter=scope.one_matter(mine.tentang, theirs.tentang, places),
        national=len(regulation.split("/")) < 4
        and relation is not None
        and relation.level == "lebih tinggi",
    )


def is_definition(passage: Passage) -> bool:
    """Tell whether a passage defines a term; definitions differ by field (N-10)."""
    return passage.norm_type == "definisi" or passage.kind is Kind.ANGKA


def modal_clash(left: Statement, right: Statement) -> Clash | None:
    """Return the conflict of two forces on one act, or nothing (K-02)."""
    if left.norm.exception or right.norm.exception or not scope.share_act(left, right):
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
        if is_contradiction(change, national=setting.national):
            sure = (POINTING if left.points or right.points else 0.6) + 0.35 * share
            return Clash(code_of(change, left.text), sure, change.left, change.right)
    return None


def measures_alike(left: Statement, right: Statement) -> bool:
    """Tell whether both statements set a measure, neither punishes, and both forbid or neither."""
    one, two = left.norm, right.norm
    if not one.quantities or not two.quantities or one.sanction or two.sanction:
        return False
    return (one.modality in BAN) == (two.modality in BAN)


def code_of(change: Change, text: str) -> str:
    """Return the code of a change of quantities; an age is a threshold, not a time limit."""
    quantity = change.quantities[0] if change.quantities else None
    period = quantity is not None and quantity.unit in TIMES
    return "K-04" if period and quantity and not AGE.search(text[: quantity.span.start]) else "K-03"


def is_contradiction(change: Change, *, national: bool) -> bool:
    """Tell whether two quantities cannot both be kept.

    A region may be stricter than the floor or ceiling that a national rule sets (N-04).
    """
    if not change.quantities:
        return False
    one, two = change.quantities
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


def clash_finding(case: Case, pair: Pair, clash: Clash) -> Finding:
    """Word one conflict."""
    left, right = case.passages[pair.left], case.passages[pair.right]
    english = case.lang == "en"
    template = BINDING if clash.code == "K-02" else MEASURED
    detail = template[english].format(
        counterpart=cite_unit(right.key),
        left=short(clash, clash.left, english=english),
        right=short(clash, clash.right, english=english),
        about=f": {clash.about}" if clash.about else "",
    )
    evidence = Evidence(
        left=quote_of(left),
        right=quote_of(right),
        confidence=clash.confidence,
        detail=detail,
        relation=case.relations.get(right.regulation),
        score=pair.score,
    )
    return make_finding(clash.code, evidence, case.lang)


def short(clash: Clash, side: str, *, english: bool) -> str:
    """Return one side as a reader needs it: the word that binds, or the number in figures."""
    if clash.code == "K-02":
        return FORCE_NAMES[Modality(side)][english]
    return " ".join(SPELT.sub("", side).split())
