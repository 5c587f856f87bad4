"""Legal bases whose number, year, title or gazette do not fit together (R-15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.check.bases import Basis, list_bases, printed, quote
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.siblings import sibling_code
from regcheck.domain import Case, Finding, Head, Quote, RegulationId
from regcheck.naming import cite_regulation, title_text

#: The title of an act as an item of the legal bases prints it.
#:
#: takes    Undang-Undang Nomor 18 Tahun 2008 tentang Pengelolaan Sampah (Lembaran Negara
#: takes    Peraturan Pemerintah Nomor 81 Tahun 2012 tentang Pengelolaan Sampah Rumah Tangga;
#: refuses  Undang-Undang Nomor 18 Tahun 2008 (Lembaran Negara
TITLE = re.compile(
    r"^ \W*+ (?: \w{1,3} [.)] \s* )? (?P<name> [^;(]{0,160}? ) \b tentang \s+"
    r" (?P<title> [^;(]{8,400}? ) \s* (?: [(;.] | \b (?: sebagaimana | juncto | jo ) \b | $ )",
    re.VERBOSE | re.IGNORECASE,
)
#: A title that other acts have too, or that quotes the title of another act.
#:
#: takes    Perubahan Kedua atas Undang-Undang      Pembentukan Provinsi      Pencabutan
#: refuses  Pengelolaan Sampah
SHARED = re.compile(
    r"^\s*(?:perubahan|pencabutan|penetapan|pembentukan)\b|\bnomor\b|\btahun\s+(?:anggaran|\d)",
    re.IGNORECASE,
)
#: Words too common in titles to tell them apart.
COMMON = frozenset(
    (
        "dan",
        "atau",
        "yang",
        "di",
        "dari",
        "dalam",
        "dengan",
        "untuk",
        "pada",
        "atas",
        "oleh",
        "bagi",
    )
)
#: So many years may lie between an act and the one whose text it was taken for, where the corpus
#: does not know it: an older act of the same title may have had the same number.
NEAR_YEARS = 2
#: Two titles are one from this share of words on, and two below the other.
SAME_TITLE, OTHER_TITLE = 0.99, 0.3
#: A title of fewer words does not identify an act.
FEWEST_WORDS = 2

WRONG_NUMBER = (
    "judul “{title}” adalah judul {other}, bukan {cited}{known}",
    "“{title}” is the title of {other}, not of {cited}{known}",
)
KNOWN = (" (tentang {title})", " (on {title})")


def find_misnamed(case: Case) -> Iterator[Finding]:
    """Find legal bases that carry the title of another act of the corpus (R-15).

    Only where it is certain: the printed title is word for word that of another act of the same
    kind and region that has the same number or the same year, and the act with the printed number
    is not known to have that title. Titles that several acts share prove nothing.
    """
    for basis in list_bases(case.draft):
        found = TITLE.match(printed(case.draft, basis))
        if found is None or basis.id is None or SHARED.search(found["title"]):
            continue
        title = found["title"]
        own = case.heads.get(basis.act)
        if own and share(title, own.identity.tentang) >= OTHER_TITLE:
            continue
        others = list(bearers(case, basis, title))
        if len(others) == 1:
            yield misnamed_finding(case, basis, title, others[0])


def bearers(case: Case, basis: Basis, title: str) -> Iterator[Head]:
    """List the acts of the corpus that bear a title and differ in the number or the year alone."""
    if basis.id is None or len(words_of(title)) < FEWEST_WORDS:
        return
    for head in case.heads.values():
        parts = id_of(head)
        if parts is None or head.id in (basis.act, case.draft.id) or head.identity.draft:
            continue
        if not is_near(basis.id, parts, known=basis.act in case.heads):
            continue
        same = share(title, head.identity.tentang) >= SAME_TITLE
        if same and not sibling_code(title, head.identity.tentang):
            yield head


def is_near(printed_id: RegulationId, other: RegulationId, *, known: bool) -> bool:
    """Tell whether two acts of one kind and region differ in their number or their year alone."""
    if (printed_id.jenis, printed_id.wilayah) != (other.jenis, other.wilayah):
        return False
    if printed_id.tahun == other.tahun:
        return True
    if printed_id.nomor != other.nomor:
        return False
    years = printed_id.tahun, other.tahun
    close = all(map(str.isdigit, years)) and abs(int(years[0]) - int(years[1])) <= NEAR_YEARS
    return known or close


def id_of(head: Head) -> RegulationId | None:
    """Return the parts of an id, ``None`` for one of another shape."""
    try:
        return RegulationId.from_str(head.id)
    except ValueError:
        return None


def share(left: str, right: str) -> float:
    """Return the share of their words that two titles have in common, in ``[0, 1]``.

    >>> share("Pengelolaan Sampah", "PENGELOLAAN SAMPAH"), share("Air", "Pengelolaan Sampah")
    (1.0, 0.0)
    """
    mine, theirs = words_of(left), words_of(right)
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def words_of(title: str) -> frozenset[str]:
    """Return the words of a title that can tell it from others."""
    return frozenset(re.findall(r"[a-z]+", title.lower())) - COMMON


def misnamed_finding(case: Case, basis: Basis, title: str, other: Head) -> Finding:
    """Word one R-15."""
    english = case.lang == "en"
    own = case.heads.get(basis.act)
    known = KNOWN[english].format(title=title_text(own.identity.tentang)) if own else ""
    words = WRONG_NUMBER[english].format(
        title=" ".join(title.split()),
        other=cite_regulation(other.id),
        cited=cite_regulation(basis.act),
        known=known,
    )
    evidence = Evidence(
        left=quote(case.draft, basis),
        right=Quote(other.id, other.identity.tentang, 1),
        confidence=0.95 if own else 0.85,
        detail=words,
        relation=case.relations.get(other.id),
    )
    return make_finding("R-15", evidence, case.lang)
