"""How stretches of words compare: the same letters, the same word, the same force."""

from __future__ import annotations

from collections.abc import Iterable

from regcheck.check.abbreviations import is_abbreviation
from regcheck.check.alignment import edit_distance
from regcheck.check.reading import Word
from regcheck.check.vocabulary import (
    FORCES,
    FORMS,
    GRAMMAR,
    NEGATIONS,
    OPPOSITES,
    ORGANS,
    SANCTIONS,
    TURNED,
)
from regcheck.check.words import key_of

#: One letter in this many may be misread beyond the usual confusions.
LETTERS_PER_SLIP = 8
#: An opposite is put in a word or two.
LONGEST_OPPOSITE = 2
#: Before who acts, in the passive.
AGENT = "oleh"
#: Before what a rule does not hold for.
EXCEPTING = "kecuali"


def forms_of(words: Iterable[Word]) -> set[str]:
    """Return the forms of words."""
    return {word.form for word in words}


def same_letters(left: list[Word], right: list[Word]) -> bool:
    """Tell whether two stretches are one text, apart from blanks and misread letters."""
    one = "".join(word.key for word in left)
    two = "".join(word.key for word in right)
    if one == two:
        return True
    slips = min(len(one), len(two)) // LETTERS_PER_SLIP
    same = len(left) != len(right) or force_of(left) == force_of(right)
    return slips > 0 and same and edit_distance(one, two, slips) <= slips


def is_abbreviated(left: list[Word], right: list[Word]) -> bool:
    """Tell whether one stretch is the abbreviation of the other."""
    one = [word.text.lower().strip(".-") for word in left]
    two = [word.text.lower().strip(".-") for word in right]
    return is_abbreviation(one, two) or is_abbreviation(two, one)


def unlike(left: list[Word], right: list[Word]) -> tuple[list[Word], list[Word]]:
    """Take out of two stretches the words that both have, inflected or misread."""
    rest = list(right)
    kept = []
    for word in left:
        twin = next((other for other in rest if same_word(word, other)), None)
        if twin:
            rest.remove(twin)
        else:
            kept.append(word)
    return kept, rest


def same_word(one: Word, two: Word) -> bool:
    """Tell whether two words are one: equal, inflected, or misread by a letter."""
    if one.key == two.key:
        return True
    if {one.form, two.form} & (FORCES.keys() | ORGANS | SANCTIONS):
        return False
    if key_of(one.form) == key_of(two.form):
        return True
    slips = min(len(one.key), len(two.key)) // LETTERS_PER_SLIP
    return slips > 0 and edit_distance(one.key, two.key, slips) <= slips


def force_of(words: list[Word]) -> frozenset[str]:
    """Return how a stretch binds; *tidak boleh* is a ban, *tidak wajib* a leave."""
    groups = {FORCES[word.form] for word in words if word.form in FORCES}
    if any(word.form in NEGATIONS for word in words):
        groups = {TURNED.get(group, f"no {group}") for group in groups} or {"not"}
    return frozenset(groups)


def connective_of(words: list[Word]) -> bool:
    """Tell whether a stretch leaves a choice between punishments."""
    return any(word.form == "atau" for word in words)


def is_content(word: Word) -> bool:
    """Tell whether a word says something by itself."""
    return (
        word.form not in GRAMMAR
        and word.form not in FORCES
        and word.form not in NEGATIONS
        and len(word.form) > 2
        and word.form[0].isalpha()
    )


def names_organ(words: list[Word], clause: tuple[Word, ...]) -> bool:
    """Tell whether a stretch names who acts, or continues the name of an organ.

    That is whoever stands after *oleh*, and who makes the form of law named before; a regulation
    that names itself (*Peraturan Daerah ini*) tells of nobody.
    """
    if not words:
        return False
    place = next(n for n, word in enumerate(clause) if word.place == words[0].place)
    before = clause[place - 1].form if place else ""
    if before in FORMS or forms_of(words) & FORMS:
        after = next((word.form for word in clause if word.place > words[-1].place), "")
        return after != "ini"
    if before == AGENT or words[0].form == AGENT or forms_of(words) & ORGANS:
        return True
    return continues_name(clause[max(0, place - 3) : place])


def continues_name(before: tuple[Word, ...]) -> bool:
    """Tell whether words lead up to the rest of an organ's name."""
    for word in reversed(before):
        if word.form in ORGANS:
            return True
        ends = word.quantity or word.form in GRAMMAR or word.form in FORCES
        if ends or word.form.startswith(("me", "di")):
            return False
    return False


def are_opposite(left: list[Word], right: list[Word]) -> bool:
    """Tell whether two short stretches put one case in the place of its opposite."""
    one, two = forms_of(left), forms_of(right)
    if max(len(left), len(right)) > LONGEST_OPPOSITE:
        return False
    return any(
        here & pole and there & other and not here & other and not there & pole
        for pole, other in OPPOSITES
        for here, there in ((one, two), (two, one))
    )


def has_exception(words: list[Word]) -> bool:
    """Tell whether a stretch makes an exception; *kecuali ditentukan lain* names none."""
    forms = [word.form for word in words]
    if EXCEPTING not in forms:
        return False
    named = words[forms.index(EXCEPTING) + 1 :]
    return any(map(is_content, named)) and named[-1].form != "lain"
