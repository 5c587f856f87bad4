"""Defective repeals (R-12): vague, upward, or announced and then left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.check.basis import is_lower_than, is_under_manual
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.wording import quote_citation, quote_of, quote_title
from regcheck.domain import Case, Citation, Finding, Role, Severity, Status
from regcheck.naming import cite_regulation

#: A repeal that names no rule (Lampiran II no. 145).
#:
#: takes    semua ketentuan yang bertentangan dengan Peraturan Daerah ini dinyatakan tidak berlaku
#: takes    segala peraturan yang mengatur hal yang sama dicabut
#: takes    ketentuan lain yang bertentangan dengan Peraturan Gubernur ini dinyatakan tidak berlaku
#: refuses  tetap berlaku sepanjang tidak bertentangan dengan Peraturan Daerah ini
#: refuses  Peraturan Daerah Nomor 5 Tahun 2002 dicabut dan dinyatakan tidak berlaku
VAGUE = re.compile(
    r"""
    \b (?: ketentuan | peraturan ) (?: [\s-]+ (?! tidak \b ) [\w/-]+ ){0,12}? \s+ (?: yang \s+ )?
    (?: telah \s+ ada \s+ (?: dan \s+ )? )?
    (?: bertentangan \s+ dengan
      | mengatur \s+ (?: hal | materi | mengenai \s+ hal ) [\w\s-]{0,20}? \b sama )
    [^.;]{0,120}? \b (?: dicabut | (?: dinyatakan \s+ )? tidak \s+ berlaku ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: The draft's own word that it is to take the place of an older act.
#:
#: takes    sudah tidak sesuai lagi sehingga perlu diganti      perlu dicabut
#: refuses  sehingga perlu diubah      perlu ditinjau kembali
TO_REPLACE = re.compile(
    r"\b(?:perlu|harus|dipandang\s+perlu)\s+(?:untuk\s+|segera\s+)?(?:diganti|dicabut)\b",
    re.IGNORECASE,
)
#: The roles in which a draft takes care of an older act.
CARES = (Role.MENCABUT, Role.MENCABUT_SEBAGIAN, Role.MENGUBAH)

NO_NAME = ("pencabutan tidak menyebut peraturan yang dicabut", "the repeal names no regulation")
UPWARD = (
    "{own} tidak dapat mencabut {act}, yang lebih tinggi",
    "{own} cannot repeal {act}, which ranks above it",
)
LEFT_OUT = (
    "Menimbang menyatakan {act} perlu diganti, tetapi tidak ada pasal yang mencabutnya",
    "the recitals say that {act} is to be replaced, but no article repeals it",
)
BASIS_UPWARD = ("Lampiran II angka 158 dan 223 (M-20)", "Annex II nos. 158 and 223 (M-20)")
BASIS_LEFT_OUT = ("Lampiran II angka 143 dan 221", "Annex II nos. 143 and 221")


def find_bad_repeals(case: Case) -> Iterator[Finding]:
    """Find repeals that name nothing (M-19), reach upward (M-20), or are only announced.

    What the drafting manual of UU 12/2011 asks is not held against older acts.
    """
    if is_under_manual(case.draft):
        yield from find_vague(case)
        yield from find_upward(case)
        yield from find_left_out(case)


def find_vague(case: Case) -> Iterator[Finding]:
    """Find clauses that repeal whatever contradicts the draft."""
    for passage in case.passages.values():
        own = passage.regulation == case.draft.id and not passage.target
        if own and "#pasal" in passage.key and VAGUE.search(passage.text):
            words = NO_NAME[case.lang == "en"]
            evidence = Evidence(quote_of(passage), None, 0.9, words, basis="M-19")
            yield make_finding("R-12", evidence, case.lang)


def find_upward(case: Case) -> Iterator[Finding]:
    """Find clauses that repeal what the law itself puts above the draft."""
    english, seen = case.lang == "en", set()
    for citation in case.draft.citations:
        act = (citation.target or "").partition("#")[0]
        repeal = citation.role in (Role.MENCABUT, Role.MENCABUT_SEBAGIAN)
        if not repeal or act in seen or "#pasal" not in citation.holder:
            continue
        if not is_lower_than(case.draft.id, act):
            continue
        seen.add(act)
        words = UPWARD[english].format(own=cite_regulation(case.draft.id), act=cite_regulation(act))
        yield repeal_finding(case, citation, words, BASIS_UPWARD[english], Severity.KRITIS)


def find_left_out(case: Case) -> Iterator[Finding]:
    """Find acts that the recitals call due for replacement, and that nothing in the draft ends."""
    english = case.lang == "en"
    cared_for = {
        (one.target or "").partition("#")[0] for one in case.draft.citations if one.role in CARES
    }
    seen = {case.draft.id, *cared_for}
    for citation in case.draft.citations:
        act = citation.target or ""
        if act in seen or not is_own_kind(case, act) or "#menimbang" not in citation.holder:
            continue
        if TO_REPLACE.search(quote_citation(case.draft, citation).text):
            seen.add(act)
            words = LEFT_OUT[english].format(act=cite_regulation(act))
            yield repeal_finding(case, citation, words, BASIS_LEFT_OUT[english], None)


def is_own_kind(case: Case, act: str) -> bool:
    """Tell whether an act is one in force of the corpus, of the draft's own kind and region."""
    head, own = case.heads.get(act), case.draft.identity
    if head is None or head.standing.status is Status.DICABUT:
        return False
    return (head.identity.jenis, head.identity.wilayah) == (own.jenis, own.wilayah)


def repeal_finding(
    case: Case, citation: Citation, words: str, basis: str, severity: Severity | None
) -> Finding:
    """Word one R-12 about an act that is named."""
    act = (citation.target or "").partition("#")[0]
    evidence = Evidence(
        left=quote_citation(case.draft, citation),
        right=quote_title(case, act),
        confidence=0.9,
        detail=words,
        relation=case.relations.get(act),
        severity=severity,
        basis=basis,
    )
    return make_finding("R-12", evidence, case.lang)
