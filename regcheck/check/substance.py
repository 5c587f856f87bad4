"""How likely a lawyer would call two provisions a substantive overlap, and why."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from regcheck.check.features import FEATURES, Meeting, describe, meet
from regcheck.check.formulae import formula_between, is_one_field
from regcheck.check.judge import GONE, relation_code
from regcheck.check.overlap import (
    Matter,
    Overlap,
    changes_object,
    differs_in_measure,
    find_overlap,
    is_copied,
    is_definition,
    is_elsewhere,
    is_within,
    sets_same_measure,
)
from regcheck.check.parentage import PARENT
from regcheck.check.siblings import is_spent, sibling_code
from regcheck.check.words import WORD, content_keys, marked_key
from regcheck.domain import Pair, Relation, Status
from regcheck.instruments import instrument
from regcheck.settings import Settings

#: From this probability a pair is called likely.
LIKELY = 0.5
#: From this probability a pair is told of at all. The model was fitted on passages, and two pasal
#: are told of if any passages of theirs are, so that of the pairs of pasal that it gives between
#: this and .1, about half are overlaps (``models/overlap``).
TOLD = 0.05
#: The N-code of common wording.
COMMON = "N-03"
#: Repeating what one carries out is a lesser fault (BPHN: *pengulangan*), so it stands lower.
REPEATED = 0.9
#: Share of title words from which two titles are said to be of one subject.
ONE_SUBJECT = 0.5
#: Shared words that are named.
NAMED = 6

#: The reasons, in Indonesian and English, in the order in which they are given.
REASONS: Mapping[str, tuple[str, str]] = {
    "T-01": ("bunyinya hampir sama", "nearly the same wording"),
    "T-02": ("norma serupa dengan rumusan lain", "a similar norm in other words"),
    "T-03": (
        "norma serupa; yang satu untuk semua orang, yang lain untuk sebagian",
        "a similar norm; one for everybody, the other for some",
    ),
    "T-04": (
        "mengulang norma antara peraturan pelaksana dan induknya",
        "repeats a norm between an act and the one it carries out",
    ),
    "subject": ("pokok judul sama", "the titles share their subject"),
    "measure": ("besaran sama", "the measures agree"),
    "clash": ("besaran BERBEDA", "the measures DIFFER"),
    "words": ("kata pokok: {words}", "shared words: {words}"),
}


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model says of a pair: code, probability in ``[0, 1]``, and place in the list.

    ``copied`` tells whether the wording is the same but for a slip.
    """

    code: str
    probability: float
    copied: bool = False

    @property
    def weight(self) -> float:
        """The probability, lowered for what repeats the norm it carries out."""
        return self.probability * (REPEATED if self.code == "T-04" else 1.0)


@lru_cache(maxsize=1)
def model() -> tuple[float, tuple[float, ...]]:
    """Return intercept and weights, in the order of ``FEATURES`` (``models/overlap``).

    Raises:
        LookupError: The file lacks a feature.
    """
    text = files("regcheck").joinpath("data", "substance.json").read_text(encoding="utf-8")
    record = json.loads(text)
    return record["intercept"], tuple(record["weights"][name] for name in FEATURES)


def probability_of(features: Sequence[float]) -> float:
    """Return the probability that a pair with these features is substantive."""
    intercept, weights = model()
    score = intercept + sum(w * x for w, x in zip(weights, features, strict=True))
    return 1 / (1 + math.exp(-score))


def judge(pair: Pair, matter: Matter, relation: Relation) -> Opinion:
    """Return what the model says of a pair that no N-code sets aside."""
    meeting = meet(pair, matter, relation)
    sure = probability_of(describe(meeting))
    return Opinion(code_of(meeting), sure, is_copied(meeting.likeness))


def find_substantive(
    pair: Pair, matter: Matter, relation: Relation | None, settings: Settings
) -> Overlap | None:
    """Decide whether a lawyer would be told of a pair.

    Of statutes and the like the model decides, fitted on their pasal. It stays silent for what an
    N-code sets aside or many regulations say, and for texts that share too little of the shorter
    one to be quoted side by side; formulae, and texts that each name the object of their own title,
    it tells of if it finds them likely. A region's acts bind the same people whatever their titles
    say, so of them the rules decide.
    """
    if not is_national(pair):
        return find_overlap(pair, matter, settings)
    beside = relation or Relation(frozenset(), "setingkat", firm=False, comparable=True)
    code = pair_code(pair, matter, beside)
    if is_common(pair, matter, settings) or code not in ("", COMMON):
        return None
    meeting = meet(pair, matter, beside)
    sure = probability_of(describe(meeting))
    pattern = code or changes_object(meeting.likeness, *titles_of(pair, matter))
    if sure < (LIKELY if pattern else TOLD) or meeting.likeness.shorter < settings.overlap_share:
        return None
    copied = is_copied(meeting.likeness) and pair.score >= settings.duplicate_score
    code = "T-01" if copied else "T-03" if is_within(*meeting.norms) else "T-02"
    return Overlap(code, sure, meeting.likeness.shared)


def is_national(pair: Pair) -> bool:
    """Tell whether both are of national acts of UU 12/2011 Pasal 7(1), by their ids."""
    kinds = (instrument(key.partition("/")[0]) for key in (pair.left, pair.right))
    return all(kind is not None and kind.ladder and not kind.regional for kind in kinds)


def is_common(pair: Pair, matter: Matter, settings: Settings) -> bool:
    """Tell whether many regulations use the wording, and these two are not of one field.

    The acts by which one rule was amended time and again are no formula.
    """
    return pair.spread >= settings.formula_spread and not is_one_field(*titles_of(pair, matter))


def titles_of(pair: Pair, matter: Matter) -> tuple[str, str]:
    """Return the titles of the two acts of a pair."""
    left, right = (key.partition("#")[0] for key in (pair.left, pair.right))
    return matter.titles.get(left, ""), matter.titles.get(right, "")


def code_of(meeting: Meeting) -> str:
    """Return T-04 between parent and child, else T-01 for a copy, T-03 for a part, or T-02."""
    if meeting.relation.kinds & PARENT:
        return "T-04"
    if is_copied(meeting.likeness):
        return "T-01"
    return "T-03" if is_within(*meeting.norms) else "T-02"


def explain(pair: Pair, matter: Matter, relation: Relation, lang: str) -> str:
    """Say in one line why a pair is listed."""
    meeting = meet(pair, matter, relation)
    names = [code_of(meeting)]
    if FEATURES["titles"](meeting) >= ONE_SUBJECT:
        names.append("subject")
    if sets_same_measure(*meeting.norms):
        names.append("measure")
    if differs_in_measure(*meeting.norms):
        names.append("clash")
    words = ", ".join(printed(meeting, matter))
    names += ["words"] if words else []
    return "; ".join(REASONS[name][lang == "en"].format(words=words) for name in names)


def printed(meeting: Meeting, matter: Matter) -> list[str]:
    """Return the rarest shared words of meaning, as the left text prints them, in its order."""
    forms: dict[str, str] = {}
    for word in WORD.findall(meeting.left.text):
        forms.setdefault(marked_key(word), word.lower())
    shared = [key for key in meeting.likeness.shared if key in forms]
    rarest = set(sorted(shared, key=matter.weights.of, reverse=True)[:NAMED])
    return [forms[key] for key in shared if key in rarest]


def acts_code(
    relation: Relation, titles: tuple[str, str], statuses: Iterable[Status], year: int = 0
) -> str:
    """Return the N-code that two regulations give to all their pairs, or an empty text.

    Versions, and acts of which one is no longer law or repeals the other (N-07), annual series and
    acts for a period that was over before ``year`` (N-08), and acts on offices and bodies (N-09).
    """
    gone = next((status for status in statuses if status in GONE), Status.BERLAKU)
    if code := relation_code(relation, gone):
        return code
    spent = any(is_spent(title, year) for title in titles)
    return "N-08" if spent else sibling_code(*titles)


def pair_code(pair: Pair, matter: Matter, relation: Relation) -> str:
    """Return the N-code of a pair of provisions that can be no overlap, or an empty text.

    Definitions are no norms: equal ones are asked for (N-01, N-03), unequal ones are right in
    their own field (N-10) or a conflict, which ``check`` finds.
    """
    left, right = matter.passages[pair.left], matter.passages[pair.right]
    if is_definition(left) or is_definition(right):
        if relation.kinds & PARENT:
            return "N-01"
        return "N-03" if content_keys(left.text) == content_keys(right.text) else "N-10"
    if code := formula_between(left, right, matter.titles):
        return code
    return "N-03" if is_elsewhere(left, right, matter.titles) else ""
