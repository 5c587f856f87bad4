"""Two penalties of one kind for one breach that differ in their measure (K-05)."""

from __future__ import annotations

import re

from regcheck.check.clashes import Clash, contradict
from regcheck.check.statements import Statement
from regcheck.check.words import content_keys
from regcheck.domain import Quantity

#: Where a clause goes over from the breach to its penalty.
#:
#: takes    dikenai sanksi administratif      dipidana dengan      diancam pidana
#: refuses  dikenai retribusi
PENALTY = re.compile(
    r"\b(?:dipidana|diancam|(?:dikenai|dikenakan|dijatuhi)\s+(?:dengan\s+)?"
    r"(?=sanksi|denda|pidana|uang\s+paksa|kurungan|hukuman))",
    re.IGNORECASE,
)
#: A breach that is named by its place only: what it is stands elsewhere.
#:
#: takes    melanggar ketentuan sebagaimana dimaksud dalam      Pasal 5
#: refuses  membuang sampah ke sungai
ELSEWHERE = re.compile(r"\bdimaksud\b|\bpasal\s+\d|\bayat\s+\(", re.IGNORECASE)
#: Everybody, as older rules say it.
#:
#: takes    Barangsiapa      barang siapa
#: refuses  barang milik daerah
WHOEVER = re.compile(r"\bbarang\s?siapa\b", re.IGNORECASE)
#: The kinds of penalty, the first that a clause names; different kinds may stand side by side
#: (N-11, UU 23/2014 Pasal 238).
KINDS = (
    ("uang paksa", re.compile(r"\buang\s+paksa\b", re.IGNORECASE)),
    ("kurungan", re.compile(r"\b(?:kurungan|penjara)\b", re.IGNORECASE)),
    (
        "denda administratif",
        re.compile(r"\bdenda\s+administra\w+|\badministra\w+\b", re.IGNORECASE),
    ),
    ("denda", re.compile(r"\bdenda\b", re.IGNORECASE)),
)
#: A breach by neglect, which is punished otherwise than one on purpose.
#:
#: takes    karena kealpaannya      karena kelalaiannya
#: refuses  dengan sengaja
NEGLECT = re.compile(r"\b(?:ke)?(?:alpa|lalai)(?:an)?(?:nya)?\b", re.IGNORECASE)
#: Share of their words that two breaches have in common if they are one.
SAME_BREACH = 0.75
#: A breach of fewer words is too short to be told from another.
FEWEST_WORDS = 2


def sanction_clash(left: Statement, right: Statement) -> Clash | None:
    """Return the conflict of two penalties of one kind for the same breach, or nothing (K-05)."""
    one, two = PENALTY.search(left.text), PENALTY.search(right.text)
    if one is None or two is None:
        return None
    breaches = left.text[: one.start()], right.text[: two.start()]
    if any(map(ELSEWHERE.search, breaches)) or differs_in_guilt(*breaches):
        return None
    share = share_of_words(*breaches)
    kinds = kinds_of(left.text[one.start() :]), kinds_of(right.text[two.start() :])
    if share < SAME_BREACH or kinds[0] != kinds[1] or not kinds[0]:
        return None
    for first, second in zip(
        measures(left, one.start()), measures(right, two.start()), strict=False
    ):
        if first.unit == second.unit and first.value != second.value and contradict(first, second):
            shown = (printed(left, first), printed(right, second))
            return Clash("K-05", 0.6 + 0.3 * share, *shown)
    return None


def differs_in_guilt(left: str, right: str) -> bool:
    """Tell whether one breach is by neglect and the other is not: two offences, two penalties.

    >>> differs_in_guilt("Wajib Pajak yang karena kealpaannya", "Wajib Pajak yang dengan sengaja")
    True
    """
    return (NEGLECT.search(left) is None) != (NEGLECT.search(right) is None)


def share_of_words(left: str, right: str) -> float:
    """Return the share of their words that two breaches have in common; 0 for short ones."""
    one, two = (set(content_keys(WHOEVER.sub(" ", text))) for text in (left, right))
    if min(len(one), len(two)) < FEWEST_WORDS:
        return 0.0
    return len(one & two) / len(one | two)


def kinds_of(penalty: str) -> tuple[str, ...]:
    """Return the kinds of penalty that a clause names.

    >>> kinds_of("dipidana dengan kurungan paling lama 3 (tiga) bulan atau denda paling banyak")
    ('kurungan', 'denda')
    """
    found = tuple(name for name, pattern in KINDS if pattern.search(penalty))
    return tuple(name for name in found if name != "denda" or "denda administratif" not in found)


def measures(statement: Statement, start: int) -> tuple[Quantity, ...]:
    """Return the quantities of the penalty, in printed order."""
    return tuple(one for one in statement.norm.quantities if one.span.start >= start)


def printed(statement: Statement, quantity: Quantity) -> str:
    """Return a quantity as printed."""
    return statement.text[quantity.span.start : quantity.span.end]
