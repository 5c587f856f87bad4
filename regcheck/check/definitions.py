"""Terms that a rule defines otherwise than the regulation that it carries out (K-06)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.statements import is_definition
from regcheck.check.wording import quote_of
from regcheck.check.words import content_keys
from regcheck.domain import Case, Finding, Passage, Severity
from regcheck.naming import cite_unit

#: A definition: the term and what it means (Lampiran II nos. 98 to 109).
#:
#: takes    Pelaku Usaha adalah orang perseorangan atau badan usaha.
#: takes    Reklame Papan yang selanjutnya disebut Papan adalah reklame dari kayu.
#: refuses  Pelaku Usaha wajib memiliki izin.
DEFINITION = re.compile(
    r"""
    ^ \W*+ (?P<term> [^;:.,]{2,80}? ) ,? \s++
    (?: (?: yang \s+ )? selanjutnya \s+ dis(?:ebut|ingkat) [^;:.]{1,80}? ,? \s++ )?
    (?: adalah | ialah | yaitu ) \s+ (?P<meaning> [^\s] .+ ) $
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
#: The terms of every act of a region, which each words for itself (N-03).
#:
#: takes    Gubernur      Pemerintah Daerah      Dinas Perhubungan      Dewan Perwakilan Rakyat
#: refuses  Pelaku Usaha      Badan Usaha      Juru Parkir
STANDARD_TERM = re.compile(
    r"""
    ^ (?: (?: daerah | provinsi | kabupaten | kota | desa | hari ) $
      | pemerintah | (?: wakil \s+ )? gubernur | bupati | wali \s? kota | menteri | presiden
      | dewan \s+ perwakilan | dprd | sekretaris | (?: organisasi \s+ )? perangkat \s+ daerah
      | (?: kepala \s+ )? (?: daerah $ | dinas | biro | bagian )
      | (?: kepala \s+ )? badan (?! \s+ (?: usaha | hukum ) )
      | unit \s+ kerja | anggaran | apb | kelurahan | kecamatan | camat | lurah | kas
      | peraturan | keputusan | penyidik )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: An abbreviation, by its capitals (SKPD, APBDes): its long form in the other text would look like
#: another meaning.
#:
#: takes    SKPD      APBDes
#: refuses  Dinas      skpd
SHORT_FORM = re.compile(r"\b[A-Z]{2,}[A-Za-z]*\b")
#: Two meanings with less than this share of their words in common are not one.
ONE_MEANING = 0.7
#: Meanings of fewer words differ by a word of no weight.
FEWEST_WORDS = 3
DETAIL = (
    "istilah “{term}” diberi pengertian lain daripada dalam {place}, yang dilaksanakan naskah ini",
    "“{term}” is given another meaning than in {place}, which this text carries out",
)
BASIS = (
    "Lampiran II angka 103 dan 106 (M-22)",
    "Annex II nos. 103 and 106 (M-22)",
)


def find_definition_clashes(case: Case) -> Iterator[Finding]:
    """Find terms to which a draft gives another meaning than its parent (K-06; M-22).

    The parent is a regulation of the draft's own region that the draft says it carries out: its
    definitions are to be taken over word for word (Lampiran II no. 106). Those of other fields may
    differ (no. 104, N-10), standard terms of every act say nothing (N-03), and a meaning that only
    differs by an abbreviation or a few words is left alone.
    """
    parents = {id_ for id_ in case.relations if is_parent(case, id_)}
    if not parents:
        return
    mine = meanings(one for one in case.passages.values() if one.regulation == case.draft.id)
    theirs = meanings(one for one in case.library.values() if one.regulation in parents)
    for term, (passage, meaning) in mine.items():
        if term not in theirs:
            continue
        other, before = theirs[term]
        if is_other(meaning, before):
            words = DETAIL[case.lang == "en"].format(
                term=DEFINITION.sub(r"\g<term>", passage.text), place=cite_unit(other.key)
            )
            relation = case.relations[other.regulation]
            evidence = Evidence(
                left=quote_of(passage),
                right=quote_of(other),
                confidence=0.7,
                detail=words,
                relation=relation,
                severity=None if relation.firm else Severity.RENDAH,
                basis=BASIS[case.lang == "en"],
            )
            yield make_finding("K-06", evidence, case.lang)


def is_parent(case: Case, id_: str) -> bool:
    """Tell whether the draft carries out a regulation of its own region that ranks above it."""
    relation, head = case.relations[id_], case.heads.get(id_)
    own = case.draft.identity.wilayah
    above = relation.level == "lebih tinggi" and "melaksanakan" in relation.kinds
    return above and head is not None and bool(own) and head.identity.wilayah == own


def meanings(passages: Iterable[Passage]) -> dict[str, tuple[Passage, str]]:
    """Return the defined terms, in lower case, with the passage and the meaning of each."""
    found: dict[str, tuple[Passage, str]] = {}
    for passage in passages:
        match = DEFINITION.match(passage.text)
        if match and is_definition(passage) and not STANDARD_TERM.match(match["term"]):
            term = " ".join(match["term"].lower().split())
            found.setdefault(term, (passage, match["meaning"]))
    return found


def is_other(meaning: str, before: str) -> bool:
    """Tell whether two meanings surely differ.

    >>> is_other("badan usaha yang berbadan hukum", "orang perseorangan atau badan usaha, berbadan")
    True
    >>> is_other("tempat parkir di tepi jalan", "tempat parkir di tepi jalan umum")
    False
    """
    short = [set(SHORT_FORM.findall(text)) for text in (meaning, before)]
    one, two = set(content_keys(meaning)), set(content_keys(before))
    if short[0] != short[1] or min(len(one), len(two)) < FEWEST_WORDS:
        return False
    return len(one & two) < ONE_MEANING * len(one | two)
