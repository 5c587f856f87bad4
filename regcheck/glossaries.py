"""Abbreviations as their own regulation defines them, spelled out in what is compared.

A rule that says *BUMD* and a draft that writes *Badan Usaha Milik Daerah* speak of one thing. What
is shown and quoted stays as it is printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from regcheck.domain import Kind, Passage
from regcheck.parse.definitions import DEFINITION, SCOPE

#: Raised whenever passages are spelled out otherwise: an index of another version is brought up
#: to date.
FORMAT = 1
#: A short form with so many capitals in one word is an abbreviation. Short names (*Dinas*,
#: *Retribusi*) are left as they are: spelled out they found nothing more in amended rules.
CAPITALS = 2
#: No abbreviation has more words or letters, no term fewer words or more letters.
MOST_WORDS, MOST_LETTERS = 3, 20
FEWEST_WORDS, LONGEST_TERM = 2, 100
#: A definition that shortens has one of these words.
SHORTENING = ("singkat", "sebut")
#: The region at a term's end, and the remark that the thing has other names: no part of what the
#: abbreviation stands for in other regulations.
#:
#: takes    Dewan Perwakilan Rakyat Daerah Provinsi Sulawesi Utara
#: takes    Anggaran Pendapatan dan Belanja Daerah Kota Palu
#: takes    Badan Permusyawaratan Desa atau yang disebut dengan nama lain
#: refuses  Badan Usaha Milik Daerah
TAIL = re.compile(
    r"""
    (?<! \s ) ,? \s+
    (?: pro[vp]insi | kabupaten | kota | daerah \s istimewa | republik \s indonesia ) \b
    (?: \s [\w-]+ ){0,4} $
    | (?<! \s ) ,? \s+ atau \s (?: yang \s )? (?: di)? (?: sebut | sebutan | nama ) \b .* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A word, as an abbreviation may be one.
#:
#: takes    BUMD      APBN-P
#: refuses  12      (3)
WORD = re.compile(r"[A-Za-z][\w-]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """An abbreviation, what it stands for, and the passage that defines it.

    ``part`` is the part of the regulation it is for, *pasal* or *bab*; empty for all of it.
    """

    short: str
    term: str
    home: Passage
    part: str = ""

    def covers(self, passage: Passage) -> bool:
        """Tell whether the abbreviation may be spelled out in a passage of its regulation.

        In the definition itself it stands beside its term. A list that is for a bab or its parts
        covers what stands under the same heading.
        """
        if self.home.key in {passage.key, passage.target}:
            return False
        if self.part in ("pasal", "ayat"):
            return pasal_of(passage) == pasal_of(self.home)
        return not self.part or passage.heading == self.home.heading


#: What the regulations of a corpus abbreviate, by regulation.
Entries = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True)
class Glossary:
    """The abbreviations of one regulation, and of a base whose definitions it goes by."""

    entries: tuple[Entry, ...]
    pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        shorts = {entry.short for entry in self.entries} | {entry.term for entry in self.entries}
        forms = sorted(shorts, key=len, reverse=True)
        spelled = "|".join(re.escape(form) for form in forms)
        object.__setattr__(self, "pattern", re.compile(rf"(?<![\w-])(?:{spelled})(?![\w-])"))

    def spell_out(self, passage: Passage) -> Passage:
        """Return a passage with the text that is compared, if it differs from the printed one."""
        terms = {one.short: one.term for one in self.entries if one.covers(passage)}
        text = self.pattern.sub(lambda match: terms.get(match[0], match[0]), passage.text)
        return replace(passage, spelled=text if text != passage.text else "")


def spell_corpus(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the passages of regulations, each with its own abbreviations spelled out.

    Returns:
        The passages in their order; ``spelled`` is set where it is not the printed text.
    """
    return tuple(spell_known(passages, define(passages)))


def spell_known(passages: Iterable[Passage], known: Entries) -> Iterator[Passage]:
    """Yield some passages of regulations all of whose abbreviations are ``known``, spelled out."""
    return spell_all(passages, known, known)


def spell_draft(passages: Sequence[Passage], known: Entries) -> tuple[Passage, ...]:
    """Return the passages of a draft with its abbreviations spelled out.

    A passage that would change a base goes by the base's definitions too. An abbreviation that
    nothing defines for it gets the meaning beside it that most regulations of the corpus give.

    Args:
        passages: All passages of the draft.
        known: What the regulations of the corpus abbreviate (``define``).

    Returns:
        The passages in their order; ``spelled`` is set where it is not the printed text.
    """
    agreed = agree(known)
    spelled = spell_all(passages, define(passages), known)
    return tuple(with_agreed(passage, agreed) for passage in spelled)


def spell_query(text: str, library: Iterable[Passage]) -> str:
    """Return words that are searched for, the usual meaning of each abbreviation beside it."""
    if not any(map(is_abbreviation, WORD.findall(text))):
        return text
    return beside(text, agree(define(library)))


def spell_all(
    passages: Iterable[Passage],
    own: Entries,
    known: Entries,
) -> Iterator[Passage]:
    """Yield passages spelled out by their own regulation and by the base that they change."""
    glossaries: dict[tuple[str, str], Glossary | None] = {}
    for passage in passages:
        names = (base_of(passage), passage.regulation)
        if names not in glossaries:
            entries = (*known.get(names[0], ()), *own.get(names[1], ()))
            glossaries[names] = Glossary(entries) if entries else None
        glossary = glossaries[names]
        yield glossary.spell_out(passage) if glossary else passage


def agree(known: Entries) -> Mapping[str, str]:
    """Return what abbreviations stand for in most of the regulations that define them."""
    votes: dict[str, Counter[str]] = {}
    printed: dict[str, str] = {}
    for entry in chain.from_iterable(known.values()):
        plain = entry.term.lower()
        printed.setdefault(plain, entry.term)
        votes.setdefault(entry.short, Counter())[plain] += 1
    best = {short: count.most_common(1)[0] for short, count in votes.items()}
    return {
        short: printed[term]
        for short, (term, times) in best.items()
        if 2 * times > votes[short].total()
    }


def with_agreed(passage: Passage, agreed: Mapping[str, str]) -> Passage:
    """Return a passage with the usual meaning beside each abbreviation that is left in it."""
    text = passage.spelled or passage.text
    whole = beside(text, agreed)
    return passage if whole == text else replace(passage, spelled=whole)


def beside(text: str, agreed: Mapping[str, str]) -> str:
    """Return a text with the meaning beside each abbreviation, if it is not in the text already.

    >>> beside("Laba BUMD disetor.", {"BUMD": "Badan Usaha Milik Daerah"})
    'Laba BUMD Badan Usaha Milik Daerah disetor.'
    """
    plain = text.lower()
    fresh = {short: term for short, term in agreed.items()
             if short in text and term.lower() not in plain}  # fmt: skip
    return WORD.sub(
        lambda match: f"{match[0]} {fresh[match[0]]}" if match[0] in fresh else match[0], text
    )


def define(passages: Iterable[Passage]) -> Entries:
    """Return the abbreviations that passages define, by regulation."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in read_entries(one for one in passages if one.kind in (Kind.ANGKA, Kind.HURUF)):
        id_ = entry.home.regulation
        found[id_] = (*found.get(id_, ()), entry)
    return found


def read_entries(passages: Iterable[Passage]) -> Iterator[Entry]:
    """Yield what single definitions abbreviate."""
    for passage in passages:
        if not any(word in passage.text for word in SHORTENING):
            continue
        match = DEFINITION.match(passage.text)
        if match is None or not match["short"]:
            continue
        short = match["short"].strip(' ,"”“')
        term = TAIL.sub("", match["term"].strip(" ,"))
        if (
            is_abbreviation(short)
            and len(term.split()) >= FEWEST_WORDS
            and len(term) <= LONGEST_TERM
        ):
            part = SCOPE.search(passage.lead)
            yield Entry(short, term, passage, part["part"].lower() if part else "")


def is_abbreviation(short: str) -> bool:
    """Tell whether a short form is one of letters, not a shorter name.

    >>> [is_abbreviation(short) for short in ("BUMD", "APB Desa", "SiLPA", "Dinas")]
    [True, True, True, False]
    """
    words = short.split()
    few = len(words) <= MOST_WORDS and len(short) <= MOST_LETTERS
    return few and any(sum(map(str.isupper, word)) >= CAPITALS for word in words)


def base_of(passage: Passage) -> str:
    """Return the regulation that a passage would change; empty for none, or its own."""
    base = passage.target.partition("#")[0]
    return base if base != passage.regulation else ""


def pasal_of(passage: Passage) -> str:
    """Return the key of the pasal around a passage.

    >>> pasal_of(Passage("pp/2020/1#pasal-3/ayat-2", Kind.AYAT, "", 1))
    'pp/2020/1#pasal-3'
    """
    head, mark, rest = passage.key.rpartition("pasal-")
    return f"{head}{mark}{rest.partition('/')[0]}"
