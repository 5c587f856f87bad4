"""The legal bases under *Mengingat*: their rank, order, gazettes, amendments, completeness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from regcheck.check.bases import Basis, basis_text, in_bases, list_bases, printed, quote, whole
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.repealed import link_end
from regcheck.domain import (
    Case,
    Finding,
    Quote,
    Regulation,
    RegulationId,
    Role,
    Status,
)
from regcheck.instruments import is_firm, rank
from regcheck.naming import cite_path, cite_regulation
from regcheck.regions import find_region

#: A gazette, however it is written or misread.
#:
#: takes    (Lembaran Negara Republik Indonesia      (LN Tahun 2014      (kmbaran Negara      Seri E
#: refuses  Undang-Undang Nomor 5 Tahun 1974
GAZETTE = re.compile(r"embaran|erita\s+(?:negara|daerah)|\bL\.?\s?[ND]\.?\b|[(\[]|\bseri\b", re.I)
#: The words of an amendment beside a basis.
#:
#: takes    sebagaimana telah diubah      telah beberapa kali diubah      juncto
#: refuses  perubahan iklim
AMENDED = re.compile(r"\bdi(?:u|ru)bah|\bjo\b|\bjuncto\b|\bperubahan\s+(?:ke\w+\s+)?atas\b", re.I)
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
#: Bases of fewer items are more likely unread than short.
FEWEST_BASES = 3
#: Acts before this year had other gazettes, or none.
GAZETTES_SINCE = 1960
#: The changeover is not held against the acts of its year.
CHANGEOVER = ("2014", "2015")

#: What shows that a basis of no. 39 is there.
SIGNS = (("uud", CONSTITUTION), ("founding", FOUNDING))

R02 = (
    "{cited} telah diubah, terakhir dengan {by} di korpus; perubahan itu tidak disebut",
    "{cited} was amended, last by {by} in the corpus, which is not named",
)
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

    R-01 for a basis that the draft itself repeals, R-02 (M-10), R-07 (M-05), M-07, M-08 and M-09.
    What the drafting manual asks is not held against acts that are older than it.
    """
    bases = list_bases(case.draft)
    found = (*find_own_repeals(case, bases), *find_stale(case, bases))
    if not is_under_manual(case.draft):
        return found
    return (
        *found,
        *find_lower(case, bases),
        *find_disorder(case, bases),
        *find_missing(case, bases),
        *find_bare(case, bases),
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
    own = (draft.identity.jenis, draft.identity.wilayah)
    other = link_end(act)
    ranks = rank(*own), rank(*other)
    if ranks[0] is None or ranks[1] is None or ranks[0] >= ranks[1]:
        return False
    if own[1] and other[1] and own[1] != other[1]:
        return False
    left, right = (RegulationId(*kind, tahun="", nomor="") for kind in (own, other))
    return is_firm(left, right)


def find_stale(case: Case, bases: Iterable[Basis]) -> Iterator[Finding]:
    """Find bases cited without an amendment that the corpus holds (R-02).

    Silent where the item speaks of amendments and names a later one than the corpus has, and for
    the very act that the draft amends: its chain stands in the title.
    """
    amended = {(c.target or "").partition("#")[0] for c in case.draft.citations
               if c.role is Role.MENGUBAH}  # fmt: skip
    for basis in bases:
        by = latest_amender(case, basis.act)
        if not by or basis.act in amended or names_later(case.draft, basis, by):
            continue
        words = R02[case.lang == "en"].format(
            cited=cite_regulation(basis.act), by=cite_regulation(by)
        )
        head = case.heads[by]
        evidence = Evidence(
            left=quote(case.draft, basis),
            right=Quote(by, head.identity.tentang or cite_regulation(by), 1),
            confidence=0.9,
            detail=words,
            relation=case.relations.get(by),
        )
        yield make_finding("R-02", evidence, case.lang)


def latest_amender(case: Case, act: str) -> str:
    """Return the last act of the corpus that amended an act before the draft was made, or nothing.

    An act that is not in the corpus may have been amended by others too; what is known counts.
    """
    head = case.heads.get(act)
    if head is not None and head.standing.status is Status.DICABUT:
        return ""
    limit = case.draft.identity.tahun if not case.draft.identity.draft else "9999"
    found = {
        link.source
        for link in case.links
        if link.role is Role.MENGUBAH
        and link.target.partition("#")[0] == act
        and amends(case, link.source, act)
        and year_of(link.source) < (limit or "9999")
    }
    return max(found, key=order_in_time, default="")


def amends(case: Case, by: str, act: str) -> bool:
    """Tell whether an act of the corpus may amend another: law already, and of the same kind."""
    head = case.heads.get(by)
    if head is None or head.identity.draft or by == case.draft.id:
        return False
    ranks = rank(*link_end(by)), rank(*link_end(act))
    return ranks[0] is not None and ranks[0] == ranks[1] and year_of(by) >= year_of(act)


def year_of(id_: str) -> str:
    """Return the year in an id, or nothing.

    >>> year_of("perda/bali/2011/5"), year_of("uud/1945")
    ('2011', '')
    """
    try:
        return RegulationId.from_str(id_).tahun
    except ValueError:
        return ""


def order_in_time(id_: str) -> tuple[str, int, str]:
    """Return the sort key of an act in time: its year, number, and id."""
    number = re.match(r"\d+", RegulationId.from_str(id_).nomor)
    return year_of(id_), int(number[0]) if number else 0, id_


def names_later(draft: Regulation, basis: Basis, by: str) -> bool:
    """Tell whether an item names an amendment, or an act of its time or later, beside the basis."""
    beside = {
        (one.target or "").partition("#")[0]
        for one in draft.citations
        if one.holder == basis.unit.key and one.target
    } - {basis.act}
    if by in beside or any(year_of(one) >= year_of(by) for one in beside):
        return True
    # An amendment that could not be read is not held against the drafter.
    undecided = any(one.holder == basis.unit.key and not one.target for one in draft.citations)
    return undecided or bool(AMENDED.search(printed(draft, basis)) and not beside)


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


def find_missing(case: Case, bases: Iterable[Basis]) -> Iterator[Finding]:
    """Find which of the bases that no. 39 asks of a Perda are missing (M-08), in one row."""
    draft = case.draft
    if draft.identity.jenis != "perda" or len(list(bases)) < FEWEST_BASES:
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
    if law not in cited and year not in CHANGEOVER:
        missing.append(cite_regulation(law))
    if missing:
        evidence = Evidence(whole(case), None, 0.9, ", ".join(missing))
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
