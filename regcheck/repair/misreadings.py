"""The word that a misread word stands for: listed, near in shape, and far likelier than chance."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from regcheck.lexicon import is_known, spelling_score, text_count
from regcheck.repair.confusables import CHEAP, CONFUSIONS

#: Shorter words are too easily made into others; longer ones are noise.
SHORTEST, LONGEST = 4, 40
#: The highest price of the misreadings in a word, by its least length.
BUDGETS = ((8, 3), (5, 2), (0, 1))
#: How many misreadings a word may have, and how many part-way forms are followed.
DEEPEST, WIDEST = 3, 600
#: The word that is meant stands in so many texts, of so many.
LEAST_TEXTS, ALL_TEXTS = 10, 3000
#: The natural logarithm of the chance of a misreading, for each unit of its price.
PRICE = 2.5
#: By how much the word that is meant must be likelier than that the letters are a word of their
#: own, in natural logarithms; more where letters are easily confused, and for names; and by how
#: much likelier than any other reading.
LEAST_GAIN, VAGUE_GAIN, NAME_GAIN, LEAST_LEAD = 13.0, 2.0, 2.0, 1.0
#: A figure, a sign or a capital within a word shows by itself that it is misread.
ODD_GAIN = -5.0

#: Misreadings by the first letter of what is seen.
BY_LETTER: dict[str, tuple[tuple[str, str, int], ...]] = {
    letter: tuple(row for row in CONFUSIONS if row[0][0] == letter)
    for letter in {seen[0] for seen, _, _ in CONFUSIONS}
}
NO_LETTER = re.compile(r"[^a-z]")
#: What no word is written with.
#:
#: takes    PasaI      pen5rusunan      KENDARl      ^jelas      angl<a
#: refuses  Pasal      PASAL      APBDes      SiLPA      Daerah
ODD = re.compile(r"\d | [^\w] | [a-z] [A-Z] \b | [A-Z]{2} [a-z] \b | [a-z] [IJL] [a-z]", re.VERBOSE)

Found = dict[str, int]


@lru_cache(maxsize=1 << 17)
def mend_word(word: str, most: int = DEEPEST) -> str:
    """Return the word that a misread word stands for; any other word stays.

    A word that regulations use is never changed. Capitals are kept as far as they show. ``most``
    is how many misreadings a word may have; one takes a tenth of the time.

    >>> [mend_word(word) for word in ("pen5rusunan", "RALRYAT", "Pasa1", "angl<a", "^jelas")]
    ['penyusunan', 'RAKYAT', 'Pasal', 'angka', 'jelas']
    >>> [mend_word(word) for word in ("peraturan", "Nagasari", "2019", "clan")]
    ['peraturan', 'Nagasari', '2019', 'clan']
    """
    if not SHORTEST <= len(word) <= LONGEST or sum(map(str.isalpha, word)) < SHORTEST - 1:
        return word
    if is_known(word):
        return word
    lower = word.lower()
    more = ODD_GAIN if ODD.search(word) else 0.0 if word.islower() else NAME_GAIN
    meant = choose(lower, find_readings(lower, most), LEAST_GAIN + more)
    return like(word, meant) if meant else word


def find_readings(word: str, most: int) -> Found:
    """Return the listed words that the fewest misreadings make into a word, with their prices."""
    budget = budget_of(word)
    found: Found = {}
    forms = [(word, 0, 0)]
    for _ in range(most):
        forms = list(misread(forms, budget))
        for form, price, _ in forms:
            if text_count(form) >= LEAST_TEXTS:
                found[form] = min(price, found.get(form, price))
        if found:
            break
    return found


def budget_of(word: str) -> int:
    """Return the highest price of the misreadings in a word."""
    return next(price for length, price in BUDGETS if len(word) >= length)


def spoil(words: Iterable[str]) -> Found:
    """Return lower-case words, and what one misreading makes of them, with the least price.

    >>> spoil(["pasal"])["pasa1"], spoil(["pasal"])["pasal"]
    (1, 0)
    """
    found: Found = dict.fromkeys(words, 0)
    for word in tuple(found):
        for seen, meant, price in CONFUSIONS:
            at = word.find(meant)
            while at >= 0:
                form = word[:at] + seen + word[at + len(meant) :]
                found[form] = min(price, found.get(form, price))
                at = word.find(meant, at + 1)
    return found


def is_near(word: str, spoiled: Mapping[str, int]) -> bool:
    """Tell whether at most two misreadings undone may make a word one of those that are spoiled.

    >>> is_near("pcraturan", spoil(["peraturan"])), is_near("kerbau", spoil(["peraturan"]))
    (True, False)
    """
    budget = budget_of(word)
    return any(
        price + spoiled.get(form, budget + 1) <= budget
        for form, price, _ in misread([(word, 0, 0)], budget)
    )


def misread(forms: Iterable[tuple[str, int, int]], budget: int) -> Iterable[tuple[str, int, int]]:
    """Yield the forms with one misreading more undone: form, price, offset behind the last."""
    left = WIDEST
    for form, price, start in forms:
        for at in range(start, len(form)):
            for seen, meant, more in BY_LETTER.get(form[at], ()):
                if price + more <= budget and form.startswith(seen, at):
                    yield form[:at] + meant + form[at + len(seen) :], price + more, at + len(meant)
                    left -= 1
        if left < 0:
            return


def choose(word: str, readings: Found, least: float) -> str:
    """Return the reading that is likelier than all others, and by ``least`` than none, or nothing.

    ``least`` is a natural logarithm.
    """
    if not readings:
        return ""
    chances = {form: chance(form, price) for form, price in readings.items()}
    best, *others = sorted(chances, key=lambda form: (-chances[form], form))
    if others and chances[best] - chances[others[0]] < LEAST_LEAD:
        return ""
    if readings[best] > CHEAP:
        least += VAGUE_GAIN
    own = (len(word) + 1) * spelling_score(NO_LETTER.sub("q", word))
    return best if chances[best] - own >= least else ""


def chance(form: str, price: int) -> float:
    """Return the natural logarithm of the chance that a word is used, and misread so."""
    return math.log(text_count(form) / ALL_TEXTS) - PRICE * price


def like(word: str, meant: str) -> str:
    """Write a word with the capitals of another; l in the place of i was a capital.

    >>> like("PASA1", "pasal"), like("Iayanan", "layanan"), like("lzin", "izin")
    ('PASAL', 'Layanan', 'Izin')
    """
    letters = [letter for letter in word if letter.isalpha()]
    if 2 * sum(map(str.isupper, letters)) > len(letters):
        return meant.upper()
    begins = letters[0].isupper() or (word[0] == "l" and meant[0] == "i")
    return meant.capitalize() if begins else meant
