"""Every code a check can answer with: its name, severity, basis, wording and advice."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from regcheck.check.citation_rules import CITATION_RULES
from regcheck.check.drafting_rules import DRAFTING_RULES
from regcheck.check.overlap_rules import OVERLAP_RULES
from regcheck.check.rule import Rule
from regcheck.check.wording import relation_text
from regcheck.domain import Certainty, Finding, Quote, Relation, Severity

NO_RELATION = Relation(frozenset(), "setingkat", firm=False, comparable=True)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one check has to say of one place.

    ``detail`` completes the opening words of the rule; ``severity``, ``certainty`` and ``basis``
    replace or extend those of the rule where the case differs; ``about`` tells apart several
    findings of one code at one place.
    """

    left: Quote
    right: Quote | None
    confidence: float
    detail: str
    relation: Relation | None = None
    score: float = 0.0
    severity: Severity | None = None
    certainty: Certainty | None = None
    basis: str = ""
    about: str = ""


BASIS_CONFLICT = (
    "UU 12/2011 Pasal 7 ayat (2) dan Lampiran II angka {numbers}; "
    "BPHN dimensi 3 (disharmoni pengaturan)",
    "UU 12/2011 Article 7(2) and Annex II no. {numbers}; "
    "BPHN dimension 3 (disharmony of regulation)",
)


def conflict_basis(numbers: tuple[str, str]) -> tuple[str, str]:
    """Return the basis of a conflict code, with its points of Lampiran II."""
    return (
        BASIS_CONFLICT[0].format(numbers=numbers[0]),
        BASIS_CONFLICT[1].format(numbers=numbers[1]),
    )


def conflict(code: str, severities: tuple[Severity, Severity], basis: tuple[str, str]) -> Rule:
    """Describe a conflict code; ``severities`` are vertical, same rank."""
    return Rule(
        code,
        *severities,
        Certainty.INDIKASI,
        conflict_basis(basis),
        (
            "Ubah: sesuaikan dengan ketentuan pembanding, atau ubah ketentuan pembanding",
            "Amend: align with the other provision, or amend that provision",
        ),
        ("Berpotensi bertentangan dengan", "Potentially in conflict with"),
    )


RULES: Mapping[str, Rule] = {
    rule.code: rule
    for rule in (
        *OVERLAP_RULES,
        Rule(
            "K-01",
            Severity.TINGGI,
            Severity.SEDANG,
            Certainty.INDIKASI,
            (
                "UU 23/2014 Pasal 13 dan Pasal 14; UU 30/2014 Pasal 12 sampai dengan Pasal 14; "
                "BPHN dimensi 3",
                "UU 23/2014 Articles 13 and 14; UU 30/2014 Articles 12 to 14; BPHN dimension 3",
            ),
            (
                "Ubah: sesuaikan pejabatnya dengan pembagian urusan; koordinasikan",
                "Amend: name the authority that the division of powers provides; coordinate",
            ),
            ("Berpotensi bertentangan dengan", "Potentially in conflict with"),
        ),
        conflict(
            "K-02",
            (Severity.TINGGI, Severity.TINGGI),
            ("265 sampai dengan 270", "265 to 270"),
        ),
        conflict(
            "K-03",
            (Severity.TINGGI, Severity.SEDANG),
            ("255 dan 256", "255 and 256"),
        ),
        conflict(
            "K-04",
            (Severity.TINGGI, Severity.SEDANG),
            ("256 huruf a dan huruf b", "256 letters a and b"),
        ),
        Rule(
            "K-05",
            Severity.TINGGI,
            Severity.SEDANG,
            Certainty.INDIKASI,
            (
                "UU 12/2011 Pasal 15 dan Lampiran II angka 117 dan 118; BPHN dimensi 3",
                "UU 12/2011 Article 15 and Annex II nos. 117 and 118; BPHN dimension 3",
            ),
            (
                "Ubah: samakan sanksinya, atau rujuk ketentuan pembanding",
                "Amend: make the sanctions agree, or refer to the other provision",
            ),
            ("Berpotensi bertentangan dengan", "Potentially in conflict with"),
        ),
        Rule(
            "K-06",
            Severity.TINGGI,
            Severity.RENDAH,
            Certainty.INDIKASI,
            ("BPHN dimensi 3 (definisi/konsep)", "BPHN dimension 3 (definition)"),
            (
                "Samakan dengan pengertian dalam peraturan yang dilaksanakan, atau hapus",
                "Take over the meaning of the regulation carried out, or delete",
            ),
            ("Berpotensi bertentangan:", "Potential conflict:"),
        ),
        conflict(
            "K-08",
            (Severity.TINGGI, Severity.SEDANG),
            ("260 sampai dengan 264", "260 to 264"),
        ),
        conflict(
            "K-09",
            (Severity.TINGGI, Severity.SEDANG),
            ("265 sampai dengan 270", "265 to 270"),
        ),
        conflict(
            "K-11",
            (Severity.SEDANG, Severity.SEDANG),
            ("257 sampai dengan 259", "257 to 259"),
        ),
        Rule(
            "K-12",
            Severity.TINGGI,
            Severity.TINGGI,
            Certainty.INDIKASI,
            (
                "UU 12/2011 Pasal 5 huruf f (kejelasan rumusan); BPHN dimensi 3 (antarpasal)",
                "UU 12/2011 Article 5 letter f (clarity of wording); BPHN dimension 3 (within one "
                "act)",
            ),
            ("Ubah: samakan kedua ketentuan", "Amend: make the two provisions agree"),
            ("Berpotensi bertentangan dalam satu naskah:", "Potential conflict within one text:"),
        ),
        Rule(
            "R-01",
            Severity.TINGGI,
            Severity.TINGGI,
            Certainty.PASTI,
            (
                "UU 12/2011 Lampiran II angka 42 (M-06)",
                "UU 12/2011 Annex II no. 42 (M-06)",
            ),
            (
                "Ganti dengan peraturan penggantinya",
                "Replace with the regulation that succeeded it",
            ),
            ("Dasar hukum atau rujukan telah dicabut:", "Legal basis or reference repealed:"),
        ),
        Rule(
            "R-03",
            Severity.TINGGI,
            Severity.TINGGI,
            Certainty.PASTI,
            (
                "Penjelasan Pasal 72 ayat (1a) UU 12/2011 jo. UU 13/2022: kesalahan rujukan "
                "adalah kesalahan teknis (M-13)",
                "Elucidation of Article 72(1a) UU 12/2011 as amended by UU 13/2022: a wrong "
                "cross-reference is a technical error (M-13)",
            ),
            ("Betulkan nomor yang dirujuk", "Correct the number referred to"),
            (
                "Ketentuan yang dirujuk tidak ditemukan:",
                "The provision referred to was not found:",
            ),
        ),
        Rule(
            "R-04",
            Severity.RENDAH,
            Severity.RENDAH,
            Certainty.PASTI,
            (
                "Isi korpus; tidak ditemukan di korpus tidak berarti tidak ada",
                "The contents of the corpus; not found here does not mean non-existent",
            ),
            (
                "Periksa manual, atau tambahkan peraturan itu ke korpus",
                "Check by hand, or add those regulations to the corpus",
            ),
            ("Peraturan yang dirujuk tidak ditemukan di korpus:", "Cited but not in the corpus:"),
        ),
        *CITATION_RULES,
        *DRAFTING_RULES,
    )
}


def make_finding(code: str, evidence: Evidence, lang: str) -> Finding:
    """Turn the evidence of one check into a finding, worded in ``lang``.

    The severity follows the relation (vertical where the law gives the rank, else same rank) and
    the fingerprint depends only on the code, the keys and the normalised texts, so it is the same
    in every run.
    """
    rule, english = RULES[code], lang == "en"
    severity, relation = evidence.severity, evidence.relation
    reason = f"{rule.opening[english]} {evidence.detail}"
    return Finding(
        fingerprint=fingerprint_of(code, evidence.left, evidence.right, evidence.about),
        code=code,
        severity=severity_of(rule, relation) if severity is None else severity,
        certainty=evidence.certainty or rule.certainty,
        confidence=round(min(1.0, max(0.0, evidence.confidence)), 2),
        left=evidence.left,
        right=evidence.right,
        relation=relation_text(relation, lang),
        reason=reason if reason.endswith((".", ".”", ";”")) else f"{reason}.",
        basis="; ".join(filter(None, (rule.basis[english], evidence.basis))),
        recommendation=advice_of(rule, relation)[english],
        score=evidence.score,
    )


def advice_of(rule: Rule, relation: Relation | None) -> tuple[str, str]:
    """Return what to do about a fault: against a higher act the draft alone can be changed."""
    higher = relation is not None and relation.level == "lebih tinggi"
    return rule.above if higher and rule.above else rule.advice


def severity_of(rule: Rule, relation: Relation | None) -> Severity:
    """Return the severity of a code between two regulations that stand in ``relation``.

    >>> higher = Relation(frozenset(), "lebih tinggi", firm=True, comparable=True)
    >>> severity_of(RULES["K-04"], higher).label
    'tinggi'
    >>> severity_of(RULES["K-04"], NO_RELATION).label
    'sedang'
    """
    relation = relation or NO_RELATION
    vertical = relation.firm and relation.level in {"lebih tinggi", "lebih rendah"}
    return rule.vertical if vertical else rule.same_rank


def fingerprint_of(code: str, left: Quote, right: Quote | None, about: str = "") -> str:
    """Return 16 hexadecimal digits that name the same fault in every run.

    >>> quote = Quote("perda/x/2020/1#pasal-1", "Setiap Orang  wajib.", 1)
    >>> same = Quote("perda/x/2020/1#pasal-1", "setiap orang wajib", 7)
    >>> fingerprint_of("R-03", quote, None) == fingerprint_of("R-03", same, None)
    True
    """
    parts = [code, about]
    for quote in filter(None, (left, right)):
        parts += [quote.key, " ".join(re.findall(r"\w+", quote.text.lower()))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
