"""The frame of a norm: who must, may or must not do what to what, and within which limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from regcheck.domain import Modality, Norm
from regcheck.parse.norms import lexicon
from regcheck.parse.norms.language import build_matcher, longest_matches, tokenise
from regcheck.parse.norms.quantities import find_quantities
from regcheck.parse.norms.stems import stem

if TYPE_CHECKING:
    from regcheck.parse.norms.language import PhraseMatcher

Words = tuple[str, ...]
Matches = list[tuple[str, int, int]]

#: A phrase of a subject or an object is never longer than this many tokens.
LONGEST_PHRASE = 14
#: The frame stands at the beginning of a passage; what follows are items and consequences.
LONGEST_NORM = 2500

MODALITY_NAMES = frozenset(modality.value for modality in lexicon.MODALITIES)
CONNECTIVES = frozenset({"dan", "atau", "serta", "/", "dan/atau", "maupun"})
PURPOSES = frozenset({"agar", "supaya", "sehingga"})
STOPS = frozenset({".", ";", ":", "(", ")"})

#: A word with a verbal prefix.
#:
#: takes    menerbitkan      mengelola      membakar      diterbitkan      bertempat      terpasang
#: refuses  merek      dia      pasar      izin
VERB = re.compile(r"(?:me(?:ng|ny|[mnlrwy])|di|ber|mem?per|ter)[a-z]{3,}\Z")

#: A noun made of a verb.
#:
#: takes    pembakaran      pengelolaan      perbaikan
#: refuses  izin      pajak
NOMINAL = re.compile(r"(?:pe[mnlrw]|per|pel)[a-z]{2,}an\Z")


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a passage in lower case, and where its governing words stand.

    The subject is ``words[start:subject_end]``, up to the trigger or the verb; ``verb`` is the
    index of the main verb (of the colon, where items bring the verbs), -1 for none.
    """

    words: Words
    modality: Modality
    start: int
    subject_end: int
    verb: int


@lru_cache(maxsize=1)
def trigger_matcher() -> PhraseMatcher:
    """Return the matcher of everything in the lexicon; built once."""
    names: dict[str, tuple[str, ...]] = {
        modality.value: phrases for modality, phrases in lexicon.MODALITIES.items()
    }
    names |= {"noun": lexicon.NOT_A_NORM, "exception": lexicon.EXCEPTIONS}
    return build_matcher(names)


@lru_cache(maxsize=1)
def sanction_matcher() -> PhraseMatcher:
    """Return the matcher of punishments, which overlap with no trigger; built once."""
    return build_matcher({"sanction": lexicon.SANCTIONS})


def read_norm(text: str, lead: str = "") -> Norm:
    """Read the frame of one passage; ``lead`` is the sentence its items complete.

    Subject and object are content stems in order. In the passive the grammatical subject is the
    object of the act, and the addressee stands after *oleh*. A passage whose items each name an
    act gives all their stems in ``act``, separated by blanks. Quantities are those of ``text``.

    >>> norm = read_norm("Setiap Orang dilarang membakar sampah di tepi jalan.")
    >>> norm.addressee, norm.modality.value, norm.act, norm.object
    (('orang',), 'dilarang', 'bakar', ('sampah',))
    >>> norm = read_norm("Izin Reklame diterbitkan oleh Dinas paling lama 7 (tujuh) hari.")
    >>> norm.addressee, norm.modality.value, norm.act, norm.object
    (('dinas',), 'none', 'terbit', ('izin', 'reklame'))
    """
    doc = tokenise(f"{lead} {text}"[-LONGEST_NORM:] if lead else text[:LONGEST_NORM])
    matches = longest_matches(trigger_matcher(), doc)
    words = tuple(token.lower_ for token in doc)
    clause = find_clause(words, matches)
    addressee, object_ = find_roles(clause)
    return Norm(
        addressee=addressee,
        modality=clause.modality,
        act=" ".join(find_acts(clause)),
        object=object_,
        quantities=find_quantities(text),
        exception=any(name == "exception" for name, _, _ in matches),
        sanction=bool(sanction_matcher()(doc)),
    )


def find_clause(words: Words, matches: Matches) -> Clause:
    """Find the main clause of a passage: its subject, its trigger, its verb."""
    start = main_start(words)
    for name, first, end in matches:
        if name in MODALITY_NAMES and governs(words, start, first, end):
            verb = next_verb(words, end)
            return Clause(words, Modality(name), start, first, end if verb < 0 else verb)
    verb = main_verb(words, start)
    return Clause(words, Modality.NONE, start, max(verb, start), verb)


def main_start(words: Words) -> int:
    """Return where the main clause begins: after the comma that ends a leading condition."""
    if not words or words[0] not in lexicon.CONDITIONS:
        return 0
    for index, word in enumerate(words[:-1]):
        if word == "," and index > 2 and words[index + 1] not in CONNECTIVES:
            return index + 1
    return 0


def governs(words: Words, start: int, first: int, end: int) -> bool:
    """Tell whether a trigger rules the main clause and not a side clause of it."""
    if first < start or (words[first - 1 : first] and words[first - 1] in lexicon.SUBORDINATORS):
        return False
    if any(word in PURPOSES for word in words[start:first]):
        return False
    if words[first:end] == ("tidak", "dapat"):
        # "tidak dapat diterima" states what is impossible; "tidak dapat memungut" forbids.
        return any(word.startswith(("me", "ber")) for word in words[end : end + 1])
    return True


def is_verb(word: str) -> bool:
    """Tell whether a word looks like a verb; there is no tagger for Indonesian to ask.

    >>> is_verb("menerbitkan"), is_verb("diterbitkan"), is_verb("menteri"), is_verb("dinas")
    (True, True, False, False)
    """
    if word in lexicon.BARE_VERBS:
        return True
    if word in lexicon.NOT_VERBS or "-" in word:
        return False
    return VERB.match(word) is not None


def next_verb(words: Words, start: int) -> int:
    """Return the index of the first verb within a few words of a trigger, or -1."""
    for index in range(start, min(start + 8, len(words))):
        if words[index] in STOPS:
            return -1
        if is_verb(words[index]):
            return index
    return -1


def main_verb(words: Words, start: int) -> int:
    """Return the index of the main verb of a clause without a trigger, or -1.

    The verb after *yang* belongs to the noun before it. A copula counts as the verb.
    """
    relative = False
    for index in range(start, len(words)):
        word = words[index]
        if word in {";", ":"}:
            break
        if word == "yang":
            relative = True
        elif word in lexicon.COPULAS:
            return index
        elif is_verb(word):
            if not relative:
                return index
            relative = False
    return -1


def find_acts(clause: Clause) -> list[str]:
    """List the stems of the acts: the main verb, those joined to it, those of the items."""
    words, verb = clause.words, clause.verb
    if verb < 0 or verb >= len(words):
        return []
    if words[verb] == ":":
        acts = [stem(words[index]) for index in item_verbs(words, verb)]
    elif acted_noun(clause):
        acts = [stem(acted_noun(clause))]
    else:
        acts = [act_at(words, index) for index in (verb, *joined_verbs(words, verb))]
    return list(dict.fromkeys(filter(None, acts)))


def acted_noun(clause: Clause) -> str:
    """Return the noun that names the act in *Pemungutan retribusi dilakukan*, or nothing."""
    head = phrase(clause.words, clause.start, clause.subject_end)[:1]
    carried = clause.words[clause.verb] in lexicon.SUPPORT_VERBS and is_passive(
        clause.words[clause.verb]
    )
    return head[0] if carried and head and NOMINAL.match(head[0]) else ""


def act_at(words: Words, index: int) -> str:
    """Return the stem of the act at a verb; a support verb gives way to its noun."""
    word = words[index]
    after = words[index + 1 : index + 2]
    if word in lexicon.SUPPORT_VERBS and after and NOMINAL.match(after[0]):
        return stem(after[0])
    if word in lexicon.COPULAS:
        return word
    return stem(word) if word[0].isalpha() else ""


def joined_verbs(words: Words, verb: int) -> Iterator[int]:
    """Yield the verbs joined to a verb (*menerima atau meminta*, *memuat, membongkar*)."""
    index = verb + 1
    while index < len(words) and words[index] in CONNECTIVES | {","}:
        while index < len(words) and words[index] in CONNECTIVES | {","}:
            index += 1
        if index >= len(words) or not is_verb(words[index]):
            return
        yield index
        index += 1


def item_verbs(words: Words, start: int) -> Iterator[int]:
    """Yield the verbs that the items after a colon begin with."""
    fresh = True
    for index in range(start + 1, len(words)):
        if words[index] in {";", ":"}:
            fresh = True
        elif fresh and is_verb(words[index]):
            yield index
            fresh = False


def find_roles(clause: Clause) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the stems of the addressee and of the object."""
    words, verb = clause.words, clause.verb
    subject = content(phrase(words, clause.start, clause.subject_end))
    if verb < 0 or verb >= len(words):
        return subject, ()
    if words[verb] == ":":
        objects = [phrase(words, index + 1, len(words)) for index in item_verbs(words, verb)]
        return subject, tuple(dict.fromkeys(one for words_ in objects for one in content(words_)))
    if is_passive(words[verb]) and clause.modality is not Modality.BERHAK:
        return agent(words, verb), subject[1:] if acted_noun(clause) else subject
    after = verb + 1
    for index in joined_verbs(words, verb):
        after = index + 1
    if words[verb] in lexicon.SUPPORT_VERBS and any(map(NOMINAL.match, words[after : after + 1])):
        after += 1
    return subject, content(phrase(words, after, len(words)))


def is_passive(word: str) -> bool:
    """Tell whether a verb turns its subject into what is acted upon."""
    return word.startswith("di") and word not in lexicon.BEARER_VERBS


def agent(words: Words, verb: int) -> tuple[str, ...]:
    """Return the stems of who acts in the passive: the phrase after *oleh*."""
    for index in range(verb + 1, min(verb + 12, len(words))):
        if words[index] in STOPS:
            break
        if words[index] == "oleh":
            return content(phrase(words, index + 1, len(words)))
    return ()


def phrase(words: Words, start: int, end: int) -> Words:
    """Return the words of a noun phrase from ``start`` on, its empty first words left out.

    The commas of an enumeration stay inside.
    """
    while start < end and words[start] in lexicon.EMPTY_WORDS:
        start += 1
    last = start
    limit = min(end, start + LONGEST_PHRASE)
    while last < limit and words[last] not in lexicon.PHRASE_ENDS and words[last] not in STOPS:
        if words[last][0].isdigit():
            break
        last += 1
    return words[start:last]


def content(words: Words) -> tuple[str, ...]:
    """Return the stems of the words that carry content."""
    return tuple(
        stem(word)
        for word in words
        if len(word) > 2 and word[0].isalpha() and word not in lexicon.EMPTY_WORDS
    )
