"""A clause made ready for comparison: its words, references and quantities in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from regcheck.check.phrases import find_phrases, find_recurring
from regcheck.check.vocabulary import KNOWN, SYNONYMS
from regcheck.domain import Norm, Quantity, Span

#: The label of a unit, as printed or as optical reading leaves it.
LABEL = (
    r"(?:\(?\s?(?:\d\s?){1,3}[a-z]{0,2}\s?\)?|\(?[a-z]\)?|[({\[|]\w{1,3}[)}\]|]|\w{0,2}\d\w?)"
    r"(?![\w^])"
)

#: References to units of a text, which renumbering changes and meaning does not.
#:
#: takes    sebagaimana dimaksud dalam Pasal 47 ayat (2) huruf a dan huruf b
#: takes    pada ayat (1), ayat (2), dan ayat (3a)      ayat lS1
#: refuses  sebagaimana mestinya      huruf braille
REFERENCES = re.compile(
    rf"""
    (?: \b sebagaimana \s+ (?:yang \s+)? (?:telah \s+)?
        (?:dimaksud(?:kan)?|diatur|ditetapkan) \s+ )?
    (?: \b (?:dalam|pada|di|oleh) \s+ (?:ketentuan \s+)? )?
    \b (?:pasal|ayat|huruf|angka) \s* {LABEL}
    (?: [\s,]* (?: (?:dan|atau|sampai\s+dengan|jo\.?|dan/atau) \s+ )?
        (?:pasal|ayat|huruf|angka) \s* {LABEL} )*
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: A regulation named by number and year.
#:
#: takes    Nomor 5 Tahun 2017      No. 12 Tahun 2011
#: refuses  nomor induk berusaha
NUMBERED = re.compile(r"\b(?:nomor|no\.?)\s+\w{1,9}(?:/[\w./-]{1,30})?\s+tahun\s+\d{4}\b", re.I)

#: What is printed on every page and runs into the text: heads, page numbers, catchwords.
#:
#: takes    PRESIDEN REPUBLIK INDONESIA      SK No 090903 A      - 35 -      . . .
#: refuses  Presiden menetapkan
FURNITURE = re.compile(
    r"""
      \b P\s?R\s?E\s?S\s?I\s?D\s?E\s?N \s+ R\s?E\s?P\s?U\s?B\s?L\s?I\s?K
      (?:\s+ I\s?N\s?D\s?O\s?N\s?E\s?S\s?I\s?A)? \b
    | \b SK \s+ No\.? \s* [\dOlI]{3,8} \s? [A-Z]? \b
    | (?<!\S) [-–—] \s? \d{1,4} \s? [-–—] (?!\S)
    | (?:\. \s?){2,} (?!\w) | … | _{2,}
    """,
    re.VERBOSE,
)

TOKEN = re.compile(r"(?i:wali\s+kota|paling\s+\w+)\b|[^\s,;:()\[\]{}/\"“”]+")
#: The label of an item.
#:
#: takes    a.      1.      b)      12.
#: refuses  di      UU
ITEM_LABEL = re.compile(r"\A(?:[a-z]|\d{1,2})[.)]?\Z", re.IGNORECASE)
LIST_MARK = re.compile(r"[;:]")

#: What optical reading makes of letters: groups first, then single marks.
CONFUSED_GROUPS = (
    ("r-r", "u"), ("r-m", "um"), ("-r", "r"), ("r1", "n"), ("i-i", "u"), ("rn", "m"),
    ("rr", "n"), ("vv", "w"), ("5r", "y"),
)  # fmt: skip
CONFUSED = str.maketrans("1l|!0cqf58", "iiiioegtsb", "^~`'’‘.-_*•")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a clause: as printed, its form, and the key by which two words are equal.

    ``form`` is the word in lower case with synonyms made one; ``key`` also makes one the letters
    that optical reading confuses. ``quantity`` is set where the word stands for a number with its
    unit; ``place`` is the offset of the first character.
    """

    text: str
    form: str
    key: str
    place: int
    quantity: Quantity | None = None


def read_words(text: str, norm: Norm) -> tuple[Word, ...]:
    """List the words of a clause in order; references and page furniture leave no trace.

    A quantity is one word, whose form is its value and unit, so that *tiga puluh hari* and
    *30 (tiga puluh) hari* are equal.
    """
    special = sorted(special_spans(text, norm.quantities), key=lambda one: one[0])
    found: list[Word] = []
    position = 0
    for span, word in special:
        if span.start < position:
            continue
        found.extend(plain_words(text, Span(position, span.start)))
        if word:
            found.append(word)
        position = span.end
    found.extend(plain_words(text, Span(position, len(text))))
    joined = join_divided(found)
    return tuple(drop_repeats(joined) if FURNITURE.search(text) else joined)


def drop_repeats(found: Iterable[Word]) -> Iterator[Word]:
    """Leave out a word printed twice in a row: beside a page number it is the catchword."""
    last = ""
    for word in found:
        if word.quantity or word.key != last:
            yield word
        last = word.key


def special_spans(
    text: str, quantities: tuple[Quantity, ...]
) -> Iterator[tuple[Span, Word | None]]:
    """Yield the stretches that are no plain words, with the word that stands for each, if any.

    They are quantities, phrases, references and page furniture; the first of several that begin
    at one place counts.
    """
    for quantity in (*find_recurring(text), *quantities):
        yield quantity.span, quantity_word(text, quantity)
    for pattern in (REFERENCES, NUMBERED, FURNITURE):
        for match in pattern.finditer(text):
            yield Span(*match.span()), None
    for match, word in find_phrases(text):
        whole = Word(match[0], word, fold(word), match.start()) if word else None
        yield Span(*match.span()), whole


def quantity_word(text: str, quantity: Quantity) -> Word:
    """Make one word of a quantity: its form is the value and the unit."""
    form = quantity_form(quantity)
    span = quantity.span
    return Word(text[span.start : span.end], form, form, span.start, quantity)


def plain_words(text: str, span: Span) -> Iterator[Word]:
    """Yield the plain words of a stretch, the labels of items left out."""
    for match in TOKEN.finditer(text, span.start, span.end):
        printed = match[0]
        if not ITEM_LABEL.match(printed) and any(map(str.isalnum, printed)):
            yield plain_word(printed, match.start())


def plain_word(printed: str, place: int) -> Word:
    """Make a plain word of its printed characters; a misread word of the vocabulary is mended."""
    key = fold(printed)
    if printed.lower().startswith("paling "):
        return Word(printed, "paling", key, place)
    known = known_words().get(key)
    if known:
        form = form_of(known)
        return Word(printed, form, fold(form), place)
    return Word(printed, form_of(printed), key, place)


@lru_cache(maxsize=1)
def known_words() -> Mapping[str, str]:
    """Return the words whose change has a meaning, by the key under which they may be misread."""
    return {fold(word): word for word in KNOWN}


def join_divided(found: list[Word]) -> Iterator[Word]:
    """Join the two halves of a word that a line end divided (*kome- rsial*)."""
    held: Word | None = None
    for word in found:
        if held and not word.quantity and word.text[:1].islower():
            yield plain_word(held.text[:-1] + word.text, held.place)
            held = None
            continue
        if held:
            yield held
        held = word if word.text.endswith("-") and not word.quantity else None
        if not held:
            yield word
    if held:
        yield held


def quantity_form(quantity: Quantity) -> str:
    """Return value and unit in one form; a year is twelve months, a day 24 hours.

    >>> quantity_form(Quantity(24.0, "month", "le", Span(0, 1)))
    '<2 year>'
    """
    value, unit = quantity.value, quantity.unit
    if unit == "month" and value % 12 == 0:
        value, unit = value / 12, "year"
    if unit == "hour" and value % 24 == 0:
        value, unit = value / 24, "day"
    return f"<{value:.10g} {unit}>"


@lru_cache(maxsize=100_000)
def form_of(word: str) -> str:
    """Return a word as it is compared: lower case, no hyphens, one spelling for synonyms.

    >>> form_of("Perundang-undangan"), form_of("Ijin"), form_of("apabila.")
    ('perundangundangan', 'izin', 'apabila')
    """
    plain = re.sub(r"[^\w^]+", "", word.lower()).replace("^", "")
    return SYNONYMS.get(plain, plain)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return a word with the letters that optical reading confuses made one.

    >>> fold("sebagairnana") == fold("sebagaimana"), fold("rehabllitasi") == fold("rehabilitasi")
    (True, True)
    """
    lower = word.lower().replace("^", "")
    for group, letter in CONFUSED_GROUPS:
        lower = lower.replace(group, letter)
    return re.sub(r"\W", "", lower.translate(CONFUSED))
