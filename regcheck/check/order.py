"""Whether two clauses are one in another order or voice: the same words, tied to the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regcheck.check.reading import Word
from regcheck.check.stretches import AGENT
from regcheck.check.vocabulary import (
    BINDING,
    FORCES,
    GRAMMAR,
    NEGATIONS,
    ORGANS,
    RECIPIENTS,
    TURNED,
)
from regcheck.check.words import SWALLOWED, VOWELS, key_of

#: A root keeps so many letters.
SHORTEST = 3
#: Two keys of one word have so many last letters in common.
LEAST_ENDING = 5
#: Marks of what binds, and of what measures.
FORCE, MEASURE = "binds", "measures"


@dataclass(frozen=True, slots=True, order=True)
class Sense:
    """One word of a clause with its part in it.

    ``mark`` is *no* after a negation, *to* for an organ that receives, the mark of what binds or
    measures, or nothing.
    """

    mark: str
    key: str


def is_reordered(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether two clauses differ only in the order of their words, or in the voice.

    Every word that says something must stand on both sides as often, a negation before the same
    word, an organ as giver or as receiver as before, and one and the same organ must act.

    >>> from regcheck.domain import Modality, Norm
    >>> from regcheck.check.reading import read_words
    >>> norm = Norm((), Modality.NONE, "", (), ())
    >>> one, two, three = (
    ...     read_words(text, norm)
    ...     for text in (
    ...         "Gubernur menetapkan pedoman.",
    ...         "Pedoman ditetapkan oleh Gubernur.",
    ...         "Pedoman tidak ditetapkan oleh Gubernur.",
    ...     )
    ... )
    >>> is_reordered(one, two), is_reordered(one, three)
    (True, False)
    """
    if agent_of(left) != agent_of(right):
        return False
    one, two = Counter(senses(left)), Counter(senses(right))
    return are_one_root(sorted((one - two).elements()), sorted((two - one).elements()))


def are_one_root(left: Sequence[Sense], right: Sequence[Sense]) -> bool:
    """Tell whether what is left on both sides are the same words, cut too short or too long.

    >>> are_one_root([Sense("", "elihara")], [Sense("", "lihara")])
    True
    >>> are_one_root([Sense("", "wajib")], [Sense("", "dapat")])
    False
    """
    if len(left) != len(right):
        return False
    return all(
        one.mark == two.mark
        and one.mark not in {FORCE, MEASURE}
        and min(len(one.key), len(two.key)) >= LEAST_ENDING
        and (one.key.endswith(two.key) or two.key.endswith(one.key))
        for one, two in zip(left, right, strict=True)
    )


def senses(words: Sequence[Word]) -> Iterator[Sense]:
    """Yield every word that says something, with its part."""
    negated, role, previous = False, "", ""
    for word in words:
        if word.form in NEGATIONS:
            negated = True
        elif word.quantity:
            yield Sense(MEASURE, f"{word.quantity.bound} {word.form}")
        elif word.form in RECIPIENTS:
            role = "to"
        elif word.form in FORCES:
            group = FORCES[word.form]
            yield Sense(FORCE, TURNED.get(group, f"no {group}") if negated else group)
            negated = False
        elif word.form in ORGANS:
            yield Sense(role, root_of(word.form))
        elif word.form in GRAMMAR and word.form not in BINDING:
            role = role if word.form in {"dan", "atau"} and previous in ORGANS else ""
        else:
            yield Sense("no" if negated else "", root_of(word.form))
            negated = False
        previous = word.form


def root_of(form: str) -> str:
    """Return the key of a word without the letter that a prefix may have swallowed.

    >>> root_of("menyita") == root_of("disita"), root_of("memasang") == root_of("dipasang")
    (True, True)
    """
    root = key_of(form)
    swallowed = len(root) > SHORTEST and root[0] in SWALLOWED and root[1] in VOWELS
    return root[1:] if swallowed else root


def agent_of(words: Sequence[Word]) -> str:
    """Return the organ that acts: the one after *oleh*, else the first that receives nothing."""
    before = ["", *(word.form for word in words)]
    named = [n for n, word in enumerate(words) if word.form in ORGANS]
    for n in named:
        if before[n] == AGENT:
            return words[n].form
    return next((words[n].form for n in named if before[n] not in RECIPIENTS), "")
