"""How a draft uses the terms that it defines, and what it uses without defining it (M-23)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regcheck.check.basis import is_under_manual
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.common_names import COMMON_ABBREVIATIONS
from regcheck.check.definitions import STANDARD_TERM
from regcheck.check.pointing import listed, path_of
from regcheck.domain import Case, Definition, Finding, Kind, Passage, Quote, Regulation, Span
from regcheck.settings import Settings

#: What stands between the alternatives of a term.
#:
#: takes    Bupati/Wali Kota      Pemilik atau Pengelola
#: refuses  Badan Usaha
EITHER = re.compile(r"(?:(?<!\s)\s+)?(?:/|\batau\b|\bdan/atau\b)\s*", re.IGNORECASE)
#: Where a short form that the definition was not seen to give begins.
#:
#: takes    Badan Usaha Milik Daerah yang disingkat BUMD
#: refuses  Kekayaan Daerah yang dipisahkan
SHORTENED = re.compile(r"(?<!\s)\s+yang\s+dis(?:ebut|ingkat)\s+", re.IGNORECASE)
#: A word said twice, which makes a plural.
#:
#: takes    Instansi-Instansi
#: refuses  turun-temurun
DOUBLED = re.compile(r"\b(\w{4,})-\1\b", re.IGNORECASE)
#: What a term adds in brackets.
#:
#: takes    Unit Pelaksana Teknis Daerah (UPTD)
#: refuses  Unit Pelaksana Teknis Daerah
BRACKET = re.compile(r"\([^()]{1,80}\)")
#: An annex of the draft itself.
#:
#: takes    tercantum dalam Lampiran yang merupakan      sebagaimana tercantum dalam Lampiran II
#: refuses  dalam Lampiran Undang-Undang Nomor 23 Tahun 2014
#: refuses  pada Lampiran 2 Peraturan Menteri Perhubungan Nomor 5 Tahun 2010
OWN_ANNEX = re.compile(
    r"\b(?:tercantum|terlampir|dimaksud|pada|dalam)\s+(?:dalam\s+|pada\s+)?lampiran\b"
    r"(?!\s+(?:(?:[IVX]+|\d+)\s+)?(?:undang|(?:peraturan|keputusan)\s+(?:\w+\s+){0,6}?nomor\b"
    r"|peraturan\s+(?:pemerintah|presiden|menteri)))",
    re.IGNORECASE,
)
#: A word of capitals only, which is no part of a name in capitals.
#:
#: takes    melalui DPMPTSP dan      UPT
#: refuses  Dinas      PPh      XIV-2      PT MAJU BERSAMA
CAPITALS = re.compile(r"(?<![\w./-])(?<![A-Z][\s.]\s)(?<![A-Z]\s)[A-Z]{3,9}(?![\w/-]|\s+[A-Z]{2})")
#: A Roman numeral.
#:
#: takes    XIV      VIII
#: refuses  UPTD
ROMAN = re.compile(r"\A[IVXLCDM]+\Z")
#: So many words of a passage in capitals make it a heading or a form.
SHOUTED = 4
#: A term of fewer words may be meant in its common sense.
SPECIFIC = 2
#: An abbreviation, or a small letter, of fewer places may be a slip.
REPEATED = 2

TWICE = ("didefinisikan lebih dari satu kali: {terms}", "defined more than once: {terms}")
UNUSED = (
    "didefinisikan, tetapi tidak dipakai dalam naskah: {terms}",
    "defined, but not used in the text: {terms}",
)
SMALL = (
    "istilah yang didefinisikan ditulis dengan huruf kecil: {terms}",
    "defined terms written in small letters: {terms}",
)
UNDEFINED = (
    "singkatan yang tidak dijelaskan dalam naskah: {terms}",
    "abbreviations that the text does not explain: {terms}",
)
PLACES = ("“{term}” ({place} dan {n} tempat lain)", "“{term}” ({place} and {n} more places)")


def find_definition_faults(case: Case, settings: Settings) -> Iterator[Finding]:
    """Find faults in the use of terms (M-23; Lampiran II nos. 98 to 108), a row for each kind.

    They are terms that are defined twice or used nowhere, defined terms in small letters, and
    abbreviations that nothing explains. An act that amends uses its terms in its base; what was
    recognised from pictures, or is in doubt, proves nothing.
    """
    draft = case.draft
    sure = draft.source_text.confidence_of(Span(0, len(draft.text))) == 1
    if not sure or draft.structure < settings.structure_floor or draft.amendments:
        return
    own = [one for one in draft.definitions if is_listed(draft, one)]
    if not own or not is_under_manual(draft):
        return
    body = body_of(case, {one.unit for one in own})
    yield from say_terms(case, TWICE, find_twice(own))
    yield from say_terms(case, UNUSED, find_unused(draft, own))
    yield from say_places(case, SMALL, find_small(draft, own, body))
    yield from say_places(case, UNDEFINED, find_undefined(draft, body))


def is_listed(draft: Regulation, one: Definition) -> bool:
    """Tell whether a term is defined in a list of terms, not where a rule introduces it."""
    unit = draft.by_key[one.unit]
    return unit.path.startswith("pasal") and unit.kind not in (Kind.PASAL, Kind.AYAT)


def body_of(case: Case, defining: set[str]) -> list[Passage]:
    """Return the passages of the articles of a draft, those left out that define."""
    own = (one for one in case.passages.values() if one.regulation == case.draft.id)
    return [one for one in own if "#pasal" in one.key and one.key not in defining]


def find_twice(own: Sequence[Definition]) -> list[Definition]:
    """Return the definitions of terms that the same list has defined before."""
    seen: set[tuple[str, str]] = set()
    found = []
    for one in own:
        place = (one.unit.rpartition("/")[0], " ".join(one.term.lower().split()))
        if place in seen:
            found.append(one)
        seen.add(place)
    return found


def find_unused(draft: Regulation, own: Sequence[Definition]) -> list[Definition]:
    """Return the definitions of terms that stand nowhere but in their own definition.

    A term counts as used in whatever form and part of the text, other definitions and the
    elucidation included. Where an annex belongs to the text and is not in the file, nothing can
    be said.
    """
    annexed = any(unit.kind is Kind.LAMPIRAN for unit in draft.units)
    if not annexed and OWN_ANNEX.search(draft.text):
        return []
    return [one for one in own if not is_used(draft, one)]


def is_used(draft: Regulation, one: Definition) -> bool:
    """Tell whether a term, a part that stands for it, or its short form is used."""
    span = draft.by_key[one.unit].span
    rest = f"{draft.text[: span.start]}\n{draft.text[span.end :]}"
    return any(form_pattern(form).search(rest) for form in forms_of(one))


def forms_of(one: Definition) -> Iterator[str]:
    """Yield the forms in which a term may be used: whole, shortened, or one of its alternatives.

    >>> list(forms_of(Definition("u", "Bupati/Wali Kota", "", Span(0, 1))))
    ['Bupati', 'Wali Kota']
    """
    whole = DOUBLED.sub(r"\1", BRACKET.sub("", one.term))
    for name in (*SHORTENED.split(whole), one.abbreviation):
        for form in EITHER.split(name):
            words = form.split()
            if words:
                yield " ".join(words)
            if len(words) > SPECIFIC or (len(words) > 1 and words[-1].isupper()):
                yield " ".join(words[:-1])


def form_pattern(form: str) -> re.Pattern[str]:
    """Return a pattern of a form with any affix, broken over lines as it may be."""
    words = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", form)))
    return re.compile(words, re.IGNORECASE)


def covers(draft: Regulation, one: Definition, passage: Passage) -> bool:
    """Tell whether a passage stands in the part of a draft that a definition is for."""
    scope, unit = draft.by_key.get(one.scope), draft.by_key.get(passage.key)
    if scope is None or unit is None:
        return scope is None
    return scope.span.start <= unit.span.start < scope.span.end


def find_small(
    draft: Regulation, own: Sequence[Definition], body: Sequence[Passage]
) -> dict[str, list[tuple[Passage, str]]]:
    """Return where terms of several words that are defined stand in small letters (no. 108).

    Terms that every act has (*Pemerintah Daerah*) also have a common sense.
    """
    found: dict[str, list[tuple[Passage, str]]] = {}
    for one in own:
        words = one.term.split()
        capital = all(word[:1].isupper() for word in words)
        if len(words) < SPECIFIC or not capital or STANDARD_TERM.match(one.term):
            continue
        pattern = re.compile(rf"(?<![\w-]){re.escape(one.term.lower())}(?!\w|-|\s+milik\b)")
        scoped = (two for two in body if covers(draft, one, two))
        places = [(two, one.term.lower()) for two in scoped if pattern.search(two.text)]
        if len(places) >= REPEATED:
            found[one.term] = places
    return found


def find_undefined(
    draft: Regulation, body: Sequence[Passage]
) -> dict[str, list[tuple[Passage, str]]]:
    """Return the abbreviations that the articles use and the text explains nowhere."""
    known = set(COMMON_ABBREVIATIONS)
    for one in draft.definitions:
        known.update(CAPITALS.findall(f"{one.term} {one.abbreviation}"))
    found: dict[str, list[tuple[Passage, str]]] = {}
    for passage in body:
        words = CAPITALS.findall(passage.text)
        if len(words) >= SHOUTED:
            continue
        for word in dict.fromkeys(words):
            if word not in known and not ROMAN.match(word):
                found.setdefault(word, []).append((passage, word))
    return {
        word: places
        for word, places in found.items()
        if len(places) >= REPEATED and not is_explained(word, draft.text)
    }


def is_explained(word: str, text: str) -> bool:
    """Tell whether an abbreviation stands in brackets behind its long form, or is introduced.

    >>> is_explained("TPST", "tempat pengolahan sampah terpadu (TPST) dibangun")
    True
    """
    name = re.escape(word)
    return bool(re.search(rf"\(\s*{name}\s*\)|dis(?:ebut|ingkat)\s+[\"“]?{name}\b", text))


def say_terms(
    case: Case, template: tuple[str, str], found: Sequence[Definition]
) -> Iterator[Finding]:
    """Word one row on terms; it quotes the first."""
    if not found:
        return
    english, first = case.lang == "en", case.draft.by_key[found[0].unit]
    names = [f"“{one.term}” ({path_of(one.unit)})" for one in found]
    words = template[english].format(terms=listed(names, english=english))
    text = " ".join(case.draft.slice(first.span).split())
    evidence = Evidence(Quote(first.key, text, first.page), None, 0.9, words, about=template[1])
    yield make_finding("M-23", evidence, case.lang)


def say_places(
    case: Case, template: tuple[str, str], found: dict[str, list[tuple[Passage, str]]]
) -> Iterator[Finding]:
    """Word one row on words and the places where they stand; it quotes the first."""
    if not found:
        return
    english = case.lang == "en"
    names = [
        PLACES[english].format(term=word, place=path_of(places[0][0].key), n=len(places) - 1)
        for places in found.values()
        for word in (places[0][1],)
    ]
    first = next(iter(found.values()))[0][0]
    words = template[english].format(terms=listed(names, english=english))
    quote = Quote(first.key, first.text, first.page)
    yield make_finding("M-23", Evidence(quote, None, 0.8, words, about=template[1]), case.lang)
