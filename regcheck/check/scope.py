"""Whether two statements speak of the same thing: the same act on the same object.

One sentence pattern about two objects is the usual false alarm, so every word of content that
stands against another one of the other side speaks against a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from regcheck.check import vocabulary
from regcheck.check.procedure import PROCEDURE_KEYS, has_same_object
from regcheck.check.statements import WORD, Statement, key
from regcheck.check.words import content_keys, word_keys

#: A statement with fewer words of content in common with another is too bare to be compared.
MIN_COMMON = 2
#: The part of the shorter statement's content that the other must have.
MIN_SHARE = 0.6
#: Statements that have all their words of content in common, so many at least, are of one act.
SAME_THING = 4
#: The words of content that one statement may have beyond the other.
MAX_EXTRA = 4

#: A ban that speaks of others than those allowed.
#:
#: takes    kepada pengumpul yang lain      di tempat lainnya      selain di halte
#: refuses  bermain
OTHERS = re.compile(r"\b(?:lain|lainnya|selain|luar)\b", re.IGNORECASE)


#: What a ban lets stand, before it: everything else is forbidden.
#:
#: takes    Selain untuk lalu lintas,      selain oleh petugas,
#: refuses  pedagang selain itu
REST = re.compile(r"^\W*selain\b[^,;]{3,80},", re.IGNORECASE)
#: Words that open an exception or make an act depend on a licence.
#:
#: takes    kecuali petugas      tanpa izin Gubernur      dengan persetujuan tertulis
#: refuses  untuk lalu lintas
EXCEPTING = re.compile(r"\b(?:(?:di)?kecuali\w*|izin|ijin|persetujuan|selain|tanpa)\b", re.I)
#: A class or a year to which a rule is limited.
#:
#: takes    tipe B      kelas III      golongan 2      tahun 2025      tahun anggaran 2024
#: refuses  kelas rendah      tahun pertama
CLASS = re.compile(
    r"\b(?:tipe|kelas|golongan|kategori|tingkat|zona|blok|seri|grade|eselon)\s+"
    r"(?:[A-Z]|[IVX]{1,5}|\d{1,2})\b(?![.)])"
    r"|\btahun\s+(?:anggaran\s+|pajak\s+)?(?:19|20)\d\d\b",
)


def keys(words: Iterable[str]) -> frozenset[str]:
    """Return the keys of words, by which inflections are equal."""
    return frozenset(map(key, words))


PROCEDURAL = PROCEDURE_KEYS | keys(vocabulary.PROCEDURAL)
NEUTRAL = keys(vocabulary.NEUTRAL)
CARRYING = keys(vocabulary.CARRYING)
EVERYBODY = keys(vocabulary.EVERYBODY)
OFFICIALS = keys(vocabulary.OFFICIALS)
ACT_GROUPS = tuple(map(keys, vocabulary.ACT_GROUPS))
ROLES = keys(vocabulary.ROLES)

COMPANY = keys(("usaha", "hukum"))

#: Where a phrase of place, time, manner or purpose begins.
#:
#: takes    membuang sampah | di sungai      memasang reklame | pada pohon
#: refuses  dinas
BREAK = re.compile(
    r"\b(?:di|ke|pada|dalam|dari|kepada|untuk|dengan|yang|oleh|antara|sebelum|setelah|sejak|tanpa"
    r"|apabila|jika|terhadap|selama|bagi|secara|agar|melalui|sehingga)\b|[;.]",
    re.IGNORECASE,
)
#: Between the alternatives of an enumeration.
#:
#: takes    reklame, spanduk, dan umbul-umbul      menerima atau meminta
#: refuses  bantuan hukum
ALTERNATIVE = re.compile(
    r"(?:(?<!\s)\s+)?(?:,|/|\b(?:dan/atau|dan|atau|serta|maupun)\b)\s*", re.IGNORECASE
)


def makes_exception(statement: Statement) -> bool:
    """Tell whether a statement opens an exception or asks for a licence.

    What a ban lets stand before it (*selain untuk lalu lintas, …*) is judged by what the other
    statement allows (see ``covers``).
    """
    if not statement.norm.exception:
        return False
    rest = REST.sub(" ", statement.text)
    return rest == statement.text or EXCEPTING.search(rest) is not None


def share_act(left: Statement, right: Statement) -> bool:
    """Tell whether two statements name one act, or two that come to the same."""
    if left.acts & right.acts:
        return True
    if left.content == right.content and len(left.content) >= SAME_THING:
        return True
    return any(left.acts & group and right.acts & group for group in ACT_GROUPS)


def same_act(left: Statement, right: Statement) -> bool:
    """Tell whether two statements may speak of one act; verbs that only carry a rule may."""
    if share_act(left, right):
        return True
    return all(not one.acts or one.acts & CARRYING for one in (left, right))


def same_addressee(left: Statement, right: Statement) -> bool:
    """Tell whether two statements may bind the same person.

    Everybody includes anybody; two officials may quarrel over one task; of others the names must
    agree in more than the part they play (*pemilik kendaraan* is no *pemilik rumah*), and in that
    part (*pengangkut limbah* is no *pengumpul limbah*).
    """
    one, two = left.addressee, right.addressee
    if not one or not two:
        return True
    if one <= EVERYBODY or two <= EVERYBODY:
        return not (is_official(left) or is_official(right))
    if is_official(left) and is_official(right):
        return True
    within = one <= two or two <= one
    if left.head != right.head and not {left.head, right.head} <= vocabulary.KEEPERS:
        return within and (left.head in right.words or right.head in left.words)
    return within or bool(one & two - ROLES)


def is_official(statement: Statement) -> bool:
    """Tell whether a statement binds an organ or those who act for it; *badan usaha* is none."""
    company = statement.head == "badan" and statement.addressee & COMPANY
    return statement.head in vocabulary.OFFICIALS and not company


def same_object(left: Statement, right: Statement) -> bool:
    """Tell whether no object stands against another and neither side adds much of its own."""
    if stands_against(left.object - right.content, right.object - left.content):
        return False
    if left.lead and right.lead and (lead_keys(left) ^ lead_keys(right)) - NEUTRAL:
        return False
    mine = left.content - left.addressee - left.acts
    theirs = right.content - right.addressee - right.acts
    gone = mine - right.content - right.addressee - CARRYING
    come = theirs - left.content - left.addressee - CARRYING
    return not stands_against(gone, come) and len(gone | come) <= MAX_EXTRA


def lead_keys(statement: Statement) -> frozenset[str]:
    """Return the keys of all words of a lead-in but those of grammar and duty.

    Items belong to what their lead-in names: an experience asked of a judge is not one asked of
    a clerk.
    """
    words = set(WORD.findall(statement.lead.lower()))
    return keys(words - vocabulary.GRAMMAR - vocabulary.MODAL_WORDS)


def narrows(left: Statement, right: Statement) -> bool:
    """Tell whether a word that only one side has qualifies a word of both.

    *Pengadilan agama* is another court than *pengadilan*; *secara elektronik* is no other act.
    """
    common = left.content & right.content
    for one, other in ((left, right), (right, left)):
        before = ""
        for word in word_keys(one.bare):
            if before in common and word in one.content - other.content - other.addressee - NEUTRAL:
                return True
            before = word
    return False


def apart(left: Statement, right: Statement) -> bool:
    """Tell whether two statements speak of different cases by their own words.

    Of day and night, of inside and outside, of class A and class B, of different years.
    """
    for one, other in vocabulary.OPPOSITES:
        for here, there in ((left.words, right.words), (right.words, left.words)):
            if here & one and not here & other and there & other and not there & one:
                return True
    one, two = (side.words & vocabulary.LEVELS for side in (left, right))
    if stands_against(one - two, two - one):
        return True
    return labels(left) != labels(right)


def labels(statement: Statement) -> frozenset[str]:
    """Return the classes and years that a statement is limited to."""
    return frozenset(match[0].lower() for match in CLASS.finditer(statement.text))


def stands_against(gone: frozenset[str], come: frozenset[str]) -> bool:
    """Tell whether both sides have a word that the other lacks."""
    return bool(gone) and bool(come)


def adds_object(left: Statement, right: Statement) -> bool:
    """Tell whether the object of one side is narrower by a word that is not neutral."""
    extra = (left.object - right.content) | (right.object - left.content)
    return bool(extra - NEUTRAL)


def common_share(left: Statement, right: Statement, *, one_matter: bool = False) -> float:
    """Return the part of the shorter content that both have; 0 where it is too bare.

    Words of procedure prove nothing by themselves: one common word at least must be of the
    matter, or both regulations on one matter (``one_matter``). A statement that points to
    another for what it speaks of is comparable only within one matter, and word for word.
    """
    common = left.content & right.content
    shorter = min(len(left.content), len(right.content))
    proven = bool((common | left.addressee & right.addressee) - PROCEDURAL - ROLES - OFFICIALS)
    if (left.points or right.points) and not (one_matter and left.content == right.content):
        return 0.0
    least = 1 if one_matter and left.content == right.content else MIN_COMMON
    if len(common) < least or not (proven or one_matter):
        return 0.0
    share = len(common) / shorter
    return share if share >= MIN_SHARE else 0.0


def one_matter(left: str, right: str, places: str = "") -> bool:
    """Tell whether the titles of two regulations name one matter; their places are none.

    >>> one_matter("Penyelenggaraan Reklame", "Reklame di Jalan Provinsi")
    True
    >>> one_matter("Pengelolaan Sampah", "Pengelolaan Air Tanah")
    False
    """
    names = set(places.lower().split())
    one, other = (
        " ".join(word for word in WORD.findall(title.lower()) if word not in names)
        for title in (left, right)
    )
    return has_same_object(one, other)


def covers(ban: Statement, leave: Statement) -> bool:
    """Tell whether everything that limits a ban is true of what another statement allows.

    *Dilarang membakar sampah di hutan* covers *dapat membakar sampah organik di hutan*, not
    *dapat membakar sampah*. Of an enumeration one alternative is enough.
    """
    rest = REST.search(ban.ruling)
    if rest and (named := frozenset(content_keys(rest[0]))) and named <= leave.content:
        return False
    others = {match.lower() for match in OTHERS.findall(ban.ruled)}
    if ban.points or not others <= leave.words:
        return False
    proven: set[str] = set()
    for phrase in phrases(ban):
        alternatives = [one - ban.acts - CARRYING for one in phrase]
        alternatives = [one for one in alternatives if one]
        met = [one for one in alternatives if one <= leave.content]
        if alternatives and not met:
            return False
        for one in met:
            proven |= one
    proven |= ban.acts if share_act(ban, leave) else frozenset()
    return len(proven) > MIN_COMMON - 1 and bool(proven - PROCEDURAL)


def phrases(statement: Statement) -> Iterator[list[frozenset[str]]]:
    """Yield what limits a ban: its conditions, and its phrases, each as its alternatives.

    In the passive the subject is what is acted upon, so it counts as a phrase.
    """
    ruling = REST.sub(" ", statement.ruling)
    yield [frozenset(content_keys(ruling)) - statement.addressee - EVERYBODY]
    if not statement.object & frozenset(content_keys(statement.ruled)):
        yield [statement.object]
    for phrase in BREAK.split(statement.ruled):
        yield [frozenset(content_keys(part)) for part in ALTERNATIVE.split(phrase)]
