"""The legal bases under *Mengingat*: their rank, order, gazettes, amendments, completeness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from regcheck.check.bases import (
    Basis,
    basis_text,
    in_bases,
    list_bases,
    printed,
    quote,
    whole,
    year_of,
)
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.gazettes import find_misprinted
from regcheck.check.repealed import link_end
from regcheck.check.stale import find_early, find_stale
from regcheck.domain import Case, Finding, Regulation, RegulationId, Role
from regcheck.instruments import is_firm, rank
from regcheck.naming import cite_path, cite_regulation
from regcheck.regions import find_region

#: A gazette, however it is written or misread.
#:
#: takes    (Lembaran Negara Republik Indonesia      (LN Tahun 2014      (kmbaran Negara      Seri E
#: refuses  Undang-Undang Nomor 5 Tahun 1974
GAZETTE = re.compile(r"embaran|erita\s+(?:negara|daerah)|\bL\.?\s?[ND]\.?\b|[(\[]|\bseri\b", re.I)
#: The founding act of a region, by its title.
#:
#: takes    tentang Pembentukan Daerah-daerah Tingkat II      Pembentukan Provinsi Banten
#: takes    tentang Provinsi Bali      Keistimewaan Yogyakarta      Pemerintahan Aceh
#: refuses  Pembentukan Peraturan Perundang-undangan
FOUNDING = re.compile(
    r"""
    pembentukan \s+ (?: dan \s+ penggantian \s+ )?
        (?: daerah | prop | prov | kab | kota | swatantra | wilayah )
    | keistimewaan | daerah \s+ (?: istimewa | khusus ) | pemerintahan \s+ aceh | otonomi \s+ khusus
    | pembagian \s+ (?: wilayah | provinsi | propinsi )
    | tentang \s+ (?: provinsi | kabupaten | kota )
    | penetapan \s+ undang .{0,80} (?: pembentukan | sebagai \s+ undang | menjadi \s+ undang )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
#: The constitution among the legal bases, however it is read.
#:
#: takes    Undang-Undang Dasar Negara Republik Indonesia Tahun 1945      UUD 1945
#: refuses  Undang-Undang Nomor 12 Tahun 2011
CONSTITUTION = re.compile(r"undang\W*\s*dasar\b|\bUUD\b|dasar\s+negara\s+republik", re.I)
#: The kinds that UU 12/2011 Lampiran II nos. 47 and 49 want with their gazette.
WITH_GAZETTE = ("uu", "perpu", "pp", "perda")
#: Since this year the drafting manual asks for the bases of no. 39.
MANUAL_SINCE = 2012
#: The statutes on regional government, each with the last year of the Perda that rest on it.
REGIONAL_GOVERNMENT = (("uu/2004/32", 2014), ("uu/2014/23", 9999))
OLDER_STATUTES = frozenset({"uu/1974/5", "uu/1999/22", "uu/2004/32"})
#: Bases of fewer items are more likely unread than short.
FEWEST_BASES = 3
#: Acts before this year had other gazettes, or none.
GAZETTES_SINCE = 1960
#: The changeover is not held against the acts of its year.
CHANGEOVER = ("2014", "2015")

#: What shows that a basis of no. 39 is there.
SIGNS = (("uud", CONSTITUTION), ("founding", FOUNDING))

OWN_REPEAL = (
    "{cited} dicabut oleh naskah ini sendiri ({place})",
    "{cited} is repealed by this very text ({place})",
)
ORDER = (
    "{later} ({place}) seharusnya mendahului {earlier}",
    "{later} ({place}) should stand before {earlier}",
)
MORE = (" (dan {n} lainnya)", " (and {n} more)")
MISSING = {
    "uud": ("Pasal 18 ayat (6) UUD 1945", "Article 18(6) of the 1945 Constitution"),
    "founding": (
        "undang-undang pembentukan daerah yang bersangkutan",
        "the statute that founded the region",
    ),
}


def find_basis_faults(case: Case) -> tuple[Finding, ...]:
    """Find what is wrong with the legal bases of a draft.

    R-01 for a basis that the draft itself repeals, R-02 (M-10), R-07 (M-05), R-15 for another
    gazette, M-06 to M-09.
    What the drafting manual asks is not held against acts that are older than it.
    """
    bases = list_bases(case.draft)
    found = (
        *find_own_repeals(case, bases),
        *find_stale(case, bases),
        *find_early(case, bases),
    )
    if not is_under_manual(case.draft):
        return found
    return (
        *found,
        *find_lower(case, bases),
        *find_disorder(case, bases),
        *find_missing(case, bases),
        *find_bare(case, bases),
        *find_misprinted(case, bases),
    )


def is_under_manual(draft: Regulation) -> bool:
    """Tell whether the drafting manual of UU 12/2011 was in force when a text was made."""
    year = draft.identity.tahun
    return draft.identity.draft or not year.isdigit() or int(year) >= MANUAL_SINCE


def find_own_repeals(case: Case, bases: Iterable[Basis]) -> Iterator[Finding]:
    """Find bases that the draft itself repeals (R-01; Lampiran II no. 42)."""
    repeals = {
        one.target: one
        for one in case.draft.citations
        if one.role is Role.MENCABUT and one.target and "#" not in one.target
    }
    for basis in bases:
        repeal = repeals.get(basis.act)
        if repeal is None or "#pasal" not in repeal.holder:
            continue
        words = OWN_REPEAL[case.lang == "en"].format(
            cited=cite_regulation(basis.act), place=cite_path(repeal.holder.partition("#")[2])
        )
        yield make_finding(
            "R-01",
            Evidence(quote(case.draft, basis), None, 0.95, words, about="own"),
            case.lang,
        )


def find_lower(case: Case, bases: Iterable[Basis]) -> Iterator[Finding]:
    """Find bases that the law itself puts below the draft (R-07)."""
    for basis in bases:
        if is_lower(case.draft, basis.act):
            evidence = Evidence(
                left=quote(case.draft, basis),
                right=None,
                confidence=0.95,
                detail=cite_regulation(basis.act),
                relation=case.relations.get(basis.act),
            )
            yield make_finding("R-07", evidence, case.lang)


def is_lower(draft: Regulation, act: str) -> bool:
    """Tell whether the law itself puts an act below the draft.

    Rules of a village, or of another region's head, stand on another ladder.
    """
    return is_below(link_end(act), (draft.identity.jenis, draft.identity.wilayah))


def is_lower_than(act: str, other: str) -> bool:
    """Tell whether the law itself puts an act below another, both by their ids.

    >>> is_lower_than("pergub/bali/2019/2", "perda/bali/2012/3")
    True
    >>> is_lower_than("perda/bali/2012/3", "permendagri/2015/80")
    False
    """
    return bool(other) and is_below(link_end(act), link_end(other))


def is_below(lower: tuple[str, str], upper: tuple[str, str]) -> bool:
    """Tell whether the law itself puts a kind of act, with its region, below another."""
    ranks = rank(*upper), rank(*lower)
    if ranks[0] is None or ranks[1] is None or ranks[0] >= ranks[1]:
        return False
    if lower[1] and upper[1] and lower[1] != upper[1]:
        return False
    left, right = (RegulationId(*kind, tahun="", nomor="") for kind in (upper, lower))
    return is_firm(left, right)


def find_disorder(case: Case, bases: Iterable[Basis]) -> Iterator[Finding]:
    """Find the first basis that stands behind a lower or a later one (M-07), in one row."""
    ordered = [(basis, key) for basis in bases if (key := place_in_order(basis)) is not None]
    faults = []
    for (before, first), (after, second) in pairwise(ordered):
        if second < first and is_sure(before, after):
            faults.append((before, after))
    if not faults:
        return
    before, after = faults[0]
    english = case.lang == "en"
    words = ORDER[english].format(
        later=cite_regulation(after.act),
        place=cite_path(after.unit.path),
        earlier=cite_regulation(before.act),
    )
    if len(faults) > 1:
        words += MORE[english].format(n=len(faults) - 1)
    evidence = Evidence(quote(case.draft, after), None, 0.9, words)
    yield make_finding("M-07", evidence, case.lang)


def place_in_order(basis: Basis) -> tuple[int, int] | None:
    """Return where a basis belongs: its rank, then its year; ``None`` where it has none."""
    id_ = basis.id
    level = rank(id_.jenis, id_.wilayah) if id_ else None
    if id_ is None or level is None:
        return None
    return level, int(id_.tahun) if id_.tahun.isdigit() else 0


def is_sure(before: Basis, after: Basis) -> bool:
    """Tell whether the law gives the order of two bases: firm ranks, or one kind and two years."""
    first, second = before.id, after.id
    if first is None or second is None:
        return False
    if first.jenis == second.jenis and first.wilayah == second.wilayah:
        return True
    ranks = rank(first.jenis, first.wilayah), rank(second.jenis, second.wilayah)
    return ranks[0] != ranks[1] and is_firm(first, second)


def find_missing(case: Case, bases: Sequence[Basis]) -> Iterator[Finding]:
    """Find which of the bases that no. 39 asks of a Perda are missing (M-08), in one row."""
    draft = case.draft
    if draft.identity.jenis != "perda" or len(bases) < FEWEST_BASES:
        return
    text = basis_text(draft)
    english = case.lang == "en"
    missing = [
        MISSING[name][english]
        for name, sign in SIGNS
        if not sign.search(text) and must_be_cited(name, draft)
    ]
    cited = {(one.target or "").partition("#")[0] for one in draft.citations if in_bases(one)}
    year = "9999" if draft.identity.draft else draft.identity.tahun
    law = next(act for act, last in REGIONAL_GOVERNMENT if int(year or "9999") <= last)
    # A draft that cites the statute before it has a repealed basis: that is told there.
    outdated = case.draft.identity.draft and any(
        link.role is Role.MENCABUT and link.target in cited & OLDER_STATUTES for link in case.links
    )
    if law not in cited and year not in CHANGEOVER and not outdated:
        missing.append(cite_regulation(law))
    if missing:
        evidence = Evidence(whole(draft, bases), None, 0.9, ", ".join(missing))
        yield make_finding("M-08", evidence, case.lang)


def must_be_cited(name: str, draft: Regulation) -> bool:
    """Tell whether a basis can be called missing; a founding act only of a region that is known."""
    return name != "founding" or find_region(draft.identity.wilayah) is not None


def find_bare(case: Case, bases: Iterable[Basis]) -> Iterator[Finding]:
    """Find bases without the gazette that prints them (M-09), in one row."""
    bare = [
        basis
        for basis in bases
        if basis.id
        and basis.id.jenis in WITH_GAZETTE
        and year_of(basis.act) >= str(GAZETTES_SINCE)
        and not GAZETTE.search(printed(case.draft, basis))
    ]
    if bare:
        words = "; ".join(
            f"{cite_path(one.unit.path)} ({cite_regulation(one.act)})" for one in bare
        )
        evidence = Evidence(quote(case.draft, bare[0]), None, 0.9, words, about="bare")
        yield make_finding("M-09", evidence, case.lang)
