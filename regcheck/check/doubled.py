"""Two regimes for one thing: two permits, reports or forums that two regulations ask for (T-05)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.judge import code_of
from regcheck.check.parentage import PARENT
from regcheck.check.procedure import PROCEDURE_KEYS, subject_keys
from regcheck.check.wording import quote_of
from regcheck.check.words import content_keys
from regcheck.domain import Case, Finding, Pair, Passage
from regcheck.naming import cite_unit

#: A permit, or what an office answers in the place of one, with what it is for and who gives it.
#:
#: takes    Izin reklame diterbitkan oleh Dinas Penanaman Modal
#: takes    Rekomendasi teknis pemasangan reklame diberikan oleh Dinas Cipta Karya
#: refuses  Izin dicabut oleh Gubernur
#: refuses  Tarif izin reklame ditetapkan oleh Gubernur
GIVEN = re.compile(
    r"""
    (?: ^ | [;:.] \s )
    (?P<means> izin | persetujuan | rekomendasi | tanda \s daftar | sertifikat | pengesahan
      | surat \s (?: izin | keterangan | persetujuan ) )
    (?: \s teknis )?
    (?P<object> (?: \s (?!sebagaimana\b|di(?:terbit|beri|keluar|lakukan|sampai)\w*) [\w/-]+ ){1,8} )
    \s (?: di(?:terbitkan|berikan|keluarkan) ) \s oleh
    (?P<organ> (?: \s (?!setelah|dalam|paling|sesuai|berdasarkan|dengan) [\w/-]+ ){1,8} )
    """,
    re.VERBOSE,
)

#: Somebody who may do a thing only with a permit.
#:
#: takes    Setiap orang yang memasang reklame wajib memiliki izin dari Gubernur
#: takes    Penyelenggara parkir harus memperoleh rekomendasi Dinas Perhubungan
#: refuses  Pemegang izin wajib memiliki gudang
ASKED = re.compile(
    r"""
    ^ (?P<object> [^.;:]{3,160}? ) \s (?: wajib | harus ) \s (?: terlebih \s dahulu \s )?
    (?: memiliki | memperoleh | mendapat | mendapatkan | mempunyai ) \s
    (?P<means> izin | persetujuan | rekomendasi | tanda \s daftar | sertifikat | pengesahan
      | surat \s (?: izin | keterangan | persetujuan ) ) \b
    (?P<tail> (?: \s (?!dari\b) [\w/-]+ ){0,8}? )
    (?: \s dari (?P<organ> (?: \s [\w/-]+ ){1,8} ) | [.;,] | $ )
    """,
    re.VERBOSE,
)

#: Somebody who reports a thing to an office.
#:
#: takes    Pengelola gudang wajib melaporkan persediaan beras kepada Dinas Perdagangan
#: takes    Pengelola gudang menyampaikan laporan persediaan beras kepada Bupati
#: refuses  Setiap orang melaporkan pelanggaran
REPORTED = re.compile(
    r"""
    \b (?: melaporkan | (?: menyampaikan | menyerahkan ) \s laporan )
    (?P<object> (?: \s (?!kepada\b|secara\b|paling\b) [\w/-]+ ){1,10} )
    (?: \s (?: secara | setiap | paling ) (?: \s (?!kepada\b) [\w/()-]+ ){1,8} )?
    \s kepada (?P<organ> (?: \s (?!paling|secara|dengan|melalui|setiap) [\w/-]+ ){1,8} )
    """,
    re.VERBOSE,
)

#: A forum that is set up for a thing.
#:
#: takes    Gubernur membentuk Forum Koordinasi Pengelolaan Sungai
#: takes    Untuk menata sungai dibentuk tim koordinasi penataan sungai
#: refuses  Gubernur membentuk peraturan
FOUNDED = re.compile(
    r"""
    \b (?: membentuk | dibentuk ) \s
    (?P<means> (?: forum | tim | komite | dewan | gugus \s tugas | satuan \s tugas | kelompok
      \s kerja ) )
    (?P<object> (?: \s (?!yang\b|untuk\b|sebagaimana\b|dengan\b|oleh\b|di\b) [\w/-]+ ){1,8} )
    """,
    re.VERBOSE,
)

#: What only carries a regime: its own words, and those of the act by which it is asked for.
CARRYING = PROCEDURE_KEYS | frozenset(
    content_keys(
        "koordinasi teknis pengelola pengelolaan penyelenggaraan penyelenggara melakukan kegiatan "
        "menyelenggarakan usaha pelaku orang badan setiap wilayah daerah provinsi kabupaten kota "
        "menteri gubernur bupati wali dinas kepala secara berkala tertulis"
    )
)
DETAIL = (
    "{counterpart}: {mine} di satu pihak, {theirs} di pihak lain, untuk {object}",
    "{counterpart}: {mine} on one side, {theirs} on the other, for {object}",
)
CONFIDENCE = 0.6
#: A report on a single thing (*hasil*, *tahunan*) is any report, and one between regulations whose
#: titles share a single word (*pemilihan*) is of two matters.
MIN_REPORTED, MIN_TITLED = 2, 2


@dataclass(frozen=True, slots=True)
class Regime:
    """What a provision asks for: its sort, its name in print, for what, and whose it is.

    ``sort`` is permit, report or forum; ``means`` the word that names it; ``object`` the keys of
    what it is for and ``organ`` those of who gives or gets it.
    """

    sort: str
    means: str
    shown: str
    object: frozenset[str]
    organ: frozenset[str]


@lru_cache(maxsize=20_000)
def find_regimes_of(text: str) -> tuple[Regime, ...]:
    """Return the permits, reports and forums that a provision asks for.

    >>> [one.means for one in find_regimes_of("Izin reklame diterbitkan oleh Dinas Perizinan.")]
    ['izin']
    """
    words = " ".join(text.lower().split())
    return tuple(read(words))


def read(words: str) -> Iterator[Regime]:
    """Yield the regimes of a text in lower case."""
    for pattern, sort in ((GIVEN, "izin"), (ASKED, "izin"), (FOUNDED, "forum")):
        for match in pattern.finditer(words):
            yield to_regime(sort, match["means"], match)
    for match in REPORTED.finditer(words):
        yield to_regime("laporan", "laporan", match)


def to_regime(sort: str, means: str, match: re.Match[str]) -> Regime:
    """Return a match as a regime."""
    parts = match.groupdict()
    thing = f"{parts['object']} {parts.get('tail') or ''}"
    organ = parts.get("organ") or ""
    shown = " ".join(f"{means} {organ and 'oleh' if sort == 'izin' else ''} {organ}".split())
    return Regime(
        sort,
        means,
        shown if sort != "forum" else " ".join(f"{means}{parts['object']}".split()),
        frozenset(content_keys(thing)) - CARRYING,
        frozenset(organ.split()),
    )


def is_doubled(left: Regime, right: Regime) -> bool:
    """Tell whether two regimes are two for one thing.

    Two permits of different names; one permit of two offices is a conflict of powers (K-01). Two
    reports to different offices; two forums of different names.
    """
    if left.sort != right.sort or not left.object or left.object != right.object:
        return False
    if left.sort == "laporan":
        named = len(left.object) >= MIN_REPORTED and left.organ and right.organ
        return bool(named) and not left.organ & right.organ
    return left.means != right.means


def find_doubled(left: Passage, right: Passage) -> tuple[Regime, Regime] | None:
    """Return the two regimes of two provisions, unless one of the texts names both.

    A recommendation that the permit itself asks for is a step of one regime.
    """
    texts = [" ".join(one.text.lower().split()) for one in (left, right)]
    for mine in find_regimes_of(left.text):
        for theirs in find_regimes_of(right.text):
            both = mine.means in texts[1] or theirs.means in texts[0]
            if is_doubled(mine, theirs) and (mine.sort == "laporan" or not both):
                return mine, theirs
    return None


def find_double_regimes(case: Case) -> tuple[Finding, ...]:
    """Find the permits, reports and forums that a draft adds to those of other regulations.

    One finding for each provision and counterpart, and only where both titles name the thing that
    the regimes are for; nothing between an act and its basis, or between versions.
    """
    findings: dict[tuple[str, str], Finding] = {}
    asking = [one for one in case.passages.values() if find_regimes_of(one.text)]
    for left in (one for one in asking if one.regulation == case.draft.id):
        for right in (one for one in asking if one.regulation != case.draft.id):
            found = find_doubled(left, right)
            if found and is_open(case, left, right, found[0]):
                place = (left.key, right.regulation)
                findings.setdefault(place, to_finding(case, left, right, *found))
    return tuple(findings.values())


def is_open(case: Case, left: Passage, right: Passage, mine: Regime) -> bool:
    """Tell whether nothing lawful explains that two provisions ask for two regimes."""
    relation, head = case.relations.get(right.regulation), case.heads.get(right.regulation)
    if relation is None or head is None or relation.kinds & PARENT or not relation.comparable:
        return False
    common = subject_keys(case.draft.identity.tentang) & subject_keys(head.identity.tentang)
    if not mine.object & common or (mine.sort == "laporan" and len(common) < MIN_TITLED):
        return False
    return not code_of(case, Pair(left.key, right.key, 0.0, 0.0))


def to_finding(case: Case, left: Passage, right: Passage, mine: Regime, theirs: Regime) -> Finding:
    """Word one T-05."""
    named = [
        word.strip(".,;:")
        for word in left.text.lower().split()
        if set(content_keys(word)) & mine.object
    ]
    detail = DETAIL[case.lang == "en"].format(
        counterpart=cite_unit(right.key),
        mine=mine.shown,
        theirs=theirs.shown,
        object=", ".join(dict.fromkeys(named)),
    )
    evidence = Evidence(
        left=quote_of(left),
        right=quote_of(right),
        confidence=CONFIDENCE,
        detail=detail,
        relation=case.relations.get(right.regulation),
        about=mine.sort,
    )
    return make_finding("T-05", evidence, case.lang)
