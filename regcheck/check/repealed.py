"""Citations of acts that are no longer in force (R-01), and those whose function it is (N-12)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from regcheck.check.bases import is_perda
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.misnamed import share as share_of_title
from regcheck.check.wording import quote_citation, quote_title, sentence_of
from regcheck.domain import (
    Bygone,
    Case,
    Certainty,
    Citation,
    Finding,
    Link,
    Regulation,
    Role,
    Severity,
    Status,
    Suppressed,
    Unit,
)
from regcheck.instruments import rank
from regcheck.naming import cite_regulation, cite_unit, name_register

#: Repeals that fell with the act that made them: act and repealer. The Constitutional Court voided
#: UU 17/2012 as a whole and put UU 25/1992 back into force (Putusan 28/PUU-XI/2013), and likewise
#: UU 7/2004 and UU 11/1974 (Putusan 85/PUU-XI/2013; repealed since by UU 17/2019).
REVIVED = frozenset({("uu/1992/25", "uu/2012/17"), ("uu/1974/11", "uu/2004/7")})
#: Roles in which naming a repealed act is the act's own work (N-12).
FUNCTIONAL = frozenset({Role.MENCABUT, Role.MENCABUT_SEBAGIAN, Role.TETAP_BERLAKU, Role.MENETAPKAN})
#: Parts of a regulation that tell history and bind nobody.
HISTORY = ("menimbang", "penjelasan", "memutuskan")
#: Headings of the chapters that deal with older law.
OLDER_LAW = ("peralihan", "penutup")

#: A clause about older law, wherever it stands.
#:
#: takes    Pada saat Peraturan Daerah ini mulai berlaku, Peraturan Daerah X dicabut
#: takes    Izin berdasarkan Peraturan Daerah X dinyatakan tetap berlaku
#: refuses  Bongkaran ditangani sesuai dengan Peraturan Daerah X
OLDER_LAW_CLAUSE = re.compile(
    r"\b(?:tetap\s+berlaku|dinyatakan\s+tidak\s+berlaku|dicabut|mulai\s+berlaku)\b", re.IGNORECASE
)
#: The statutes of a year with two series of numbers.
TWO_SERIES = ("uu/1950/", "uudrt/1950/")
#: So many characters hold the name of an act with its title.
LONGEST_NAME = 300
#: How sure it is that an act was repealed: by a text of the corpus, and by the built-in register
#: where it was read in a text, or not yet.
FROM_TEXT, FROM_REGISTER, UNVERIFIED = 0.95, 0.9, 0.6
R01 = ("{cited} telah dicabut dengan {by}{successor}", "{cited} was repealed by {by}{successor}")
SINCE = ("sesudah naskah ini ditetapkan", "after this text was enacted")
SUCCESSOR = ("; ketentuan yang kini berlaku: {id}", "; now in force: {id}")
SOLE_BASIS = (
    "peraturan itu satu-satunya dasar hukum yang dilaksanakan",
    "it is the only legal basis carried out",
)


def find_repealed(case: Case, as_of: str) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Find citations of acts no longer in force (R-01), one for each place and act.

    An act is repealed if its standing says so or, where its text is not in the corpus, if an
    effective act of the corpus, or the built-in register, repeals it. Citations whose function is
    to speak of older law are no fault (N-12).
    """
    findings, late, suppressed, seen = [], [], [], set()
    repealers = find_repealers(case, as_of)
    orphaned = lost_parents(case.draft, repealers)
    for citation in case.draft.citations:
        act = (citation.target or "").partition("#")[0]
        if act not in repealers:
            continue
        # A basis is cited with its amendments, which fell with it: one fault.
        basis = citation.holder.partition("#")[2].startswith("mengingat")
        place = (citation.holder, repealers[act] if basis else act)
        if place in seen:
            continue
        seen.add(place)
        if is_namesake(case, citation, act, repealers[act]):
            continue
        if is_functional(case.draft, citation):
            suppressed.append(Suppressed("N-12", citation.holder, act))
        elif is_late(case.draft, repealers[act]):
            late += [] if act in orphaned else [(citation, act)]
        else:
            findings.append(repealed_finding(case, citation, act, repealers))
    told = {act for _, act in late if known_end(case, act, repealers[act])}
    outdated = [
        *outdated_finding(case, [one for one in late if one[1] not in told], repealers, "since"),
        *outdated_finding(case, [one for one in late if one[1] in told], repealers, "register"),
    ]
    return (*findings, *outdated), tuple(suppressed)


def is_namesake(case: Case, citation: Citation, act: str, by: str) -> bool:
    """Tell whether the repeal is of another act with the same number, by the titles of both.

    In 1950 the Republic and the federation both numbered their statutes: there the titles must
    both be printed and agree.
    """
    clause = case.library.get(repealing_unit(case, act, by))
    start = citation.span.start
    ours = title_after(case.draft.text[start : start + LONGEST_NAME], act)
    theirs = title_after(clause.text, act) if clause else ""
    if not ours or not theirs:
        return act.startswith(TWO_SERIES)
    return share_of_title(ours, theirs) == 0


def title_after(text: str, act: str) -> str:
    """Return the title that a text prints after the number of an act; empty if there is none.

    >>> title_after(
    ...     "Undang-Undang Nomor 3 Tahun 1950 tentang Permohonan Grasi dicabut", "uu/1950/3"
    ... )
    'Permohonan Grasi dicabut'
    """
    year, _, number = act.rpartition("/")
    named = rf"\b0*{re.escape(number)}\s+tahun\s+{year[-4:]}\s+tentang\s+([^;(.]{{5,160}})"
    found = re.search(named, text, re.IGNORECASE)
    return found[1] if found else ""


def find_repealers(case: Case, as_of: str) -> dict[str, str]:
    """Return for each repealed act the act that repealed it; the draft's own repeals excluded."""
    repealers = {
        id_: (head.standing.by or ("",))[-1]
        for id_, head in case.heads.items()
        if head.standing.status is Status.DICABUT
    }
    for link in case.links:
        if link.target not in case.heads and repeals(case, link, as_of):
            repealers.setdefault(link.target, link.source)
    for act, known in case.bygones.items():
        if known.status is Status.DICABUT:
            repealers.setdefault(act, known.by)
    repealers.pop(case.draft.id, None)
    return {
        act: by
        for act, by in repealers.items()
        if by != case.draft.id and (act, by) not in REVIVED and not tells_of_ruling(case, act, by)
    }


def tells_of_ruling(case: Case, act: str, by: str) -> bool:
    """Tell whether an act only reports that a court annulled another, which is no repeal."""
    ruling = case.annulled.get(act)
    return ruling is not None and (ruling.proof is None or ruling.proof.key.startswith(f"{by}#"))


def repeals(case: Case, link: Link, as_of: str) -> bool:
    """Tell whether an act of the corpus ends another on a date; a lower one cannot (no. 158)."""
    source = case.heads.get(link.source)
    if link.role is not Role.MENCABUT or "#" in link.target or source is None:
        return False
    date = source.identity.tanggal_pengundangan or source.identity.tahun
    if source.identity.draft or (as_of and date > as_of):
        return False
    ranks = [rank(*link_end(id_)) for id_ in (link.source, link.target)]
    return ranks[0] is None or ranks[1] is None or ranks[0] <= ranks[1]


def link_end(id_: str) -> tuple[str, str]:
    """Return the kind and the region of an act, by its id."""
    jenis, _, rest = id_.partition("/")
    return jenis, rest.partition("/")[0] if rest.count("/") > 1 else ""


def is_functional(draft: Regulation, citation: Citation) -> bool:
    """Tell whether a citation speaks of older law because that is its function (N-12)."""
    path = citation.holder.partition("#")[2]
    if citation.role in FUNCTIONAL or path.startswith(HISTORY):
        return True
    if path.startswith("mengingat"):
        return False
    chapters = [unit.heading.lower() for unit in units_around(draft, citation.holder)]
    if any(word in heading for heading in chapters for word in OLDER_LAW):
        return True
    return bool(OLDER_LAW_CLAUSE.search(sentence_of(draft, citation)))


def units_around(draft: Regulation, key: str) -> Iterator[Unit]:
    """Yield the unit and those around it, the innermost first."""
    seen: set[str] = set()
    while (unit := draft.by_key.get(key)) is not None and key not in seen:
        seen.add(key)
        yield unit
        key = unit.parent


def repealed_finding(
    case: Case, citation: Citation, act: str, repealers: Mapping[str, str]
) -> Finding:
    """Word one R-01, with the act that took the repealed one's place."""
    english = case.lang == "en"
    by, latest = repealers[act], successor_of(act, repealers)
    successor = SUCCESSOR[english].format(id=cite_regulation(latest)) if latest != by else ""
    sole = is_sole_basis(case.draft, act)
    evidence = Evidence(
        left=quote_citation(case.draft, citation),
        right=quote_title(case, act),
        confidence=surest(case, {act: by}),
        detail=R01[english].format(
            cited=cite_regulation(act), by=name_repealer(case, act, by), successor=successor
        ),
        relation=case.relations.get(act),
        severity=Severity.KRITIS if sole else None,
        certainty=certainty_of(case, {act: by}),
        basis=SOLE_BASIS[english] if sole else "",
    )
    return make_finding("R-01", evidence, case.lang)


def repealing_unit(case: Case, act: str, by: str) -> str:
    """Return the key of the pasal that repeals an act; the repealer's id where it is not known."""
    holders = (
        link.holder
        for link in case.links
        if link.source == by and link.target == act and link.role is Role.MENCABUT
    )
    holder = next((one for one in holders if "#pasal" in one), "")
    act_id, _, path = holder.partition("#")
    if not holder and (known := known_end(case, act, by)):
        return known.clause
    return f"{act_id}#{path.partition('/huruf')[0]}" if holder else by


def known_end(case: Case, act: str, by: str) -> Bygone | None:
    """Return the entry of the built-in register, if the repeal of an act rests on that alone."""
    known = case.bygones.get(act)
    return known if known and known.by == by else None


def name_repealer(case: Case, act: str, by: str) -> str:
    """Cite the provision that repealed an act, and say so where only the register knows it."""
    known = known_end(case, act, by)
    source = f" ({name_register(known, case.lang)})" if known else ""
    return f"{cite_unit(repealing_unit(case, act, by))}{source}"


def surest(case: Case, repeals: Mapping[str, str]) -> float:
    """Return how sure it is that all of some acts were repealed, by act and repealer."""
    known = [known_end(case, act, by) for act, by in repeals.items()]
    if all(one is None for one in known):
        return FROM_TEXT
    return FROM_REGISTER if all(one is None or one.verified for one in known) else UNVERIFIED


def certainty_of(case: Case, repeals: Mapping[str, str]) -> Certainty | None:
    """Return the certainty of a finding that rests on repeals: less where one is not verified."""
    return Certainty.INDIKASI if surest(case, repeals) == UNVERIFIED else None


def is_late(draft: Regulation, by: str) -> bool:
    """Tell whether an act was enacted before what it cites was repealed, or in that year.

    That is no fault of its drafters: the act is only out of date.
    """
    years = re.findall(r"/(\d{4})/", f"{by}/")
    return not draft.identity.draft and bool(years) and draft.identity.tahun <= years[-1]


def outdated_finding(
    case: Case, late: list[tuple[Citation, str]], repealers: Mapping[str, str], about: str
) -> tuple[Finding, ...]:
    """Say in one row which acts that a regulation cites were repealed after its enactment.

    What only the built-in register says has a row of its own, which is less sure.
    """
    if not late:
        return ()
    english = case.lang == "en"
    acts = {act: repealers[act] for _, act in late}
    words = [
        R01[english].format(
            cited=cite_regulation(act),
            by=name_repealer(case, act, repealers[act]),
            successor="",
        )
        for act in acts
    ]
    citation, first = late[0]
    evidence = Evidence(
        left=quote_citation(case.draft, citation),
        right=quote_title(case, first),
        confidence=surest(case, acts),
        detail=f"{SINCE[english]}: {'; '.join(words)}",
        relation=case.relations.get(first),
        severity=Severity.RENDAH,
        certainty=certainty_of(case, acts),
        about=about,
    )
    return (make_finding("R-01", evidence, case.lang),)


def successor_of(act: str, repealers: Mapping[str, str]) -> str:
    """Follow the repeals to the act that is in force now.

    >>> successor_of("a", {"a": "b", "b": "c"})
    'c'
    """
    seen = {act}
    while (after := repealers.get(act)) and after not in seen:
        seen.add(after)
        act = after
    return act


def lost_parents(draft: Regulation, repealers: Mapping[str, str]) -> dict[str, Citation]:
    """Return the acts that a rule carries out, if all were repealed after its enactment.

    Of them R-11 speaks; to a draft they are repealed bases (R-01). A Perda stands on its own.
    """
    if is_perda(draft.identity.jenis, draft.identity.wilayah):
        return {}
    carried: dict[str, Citation] = {}
    for citation in draft.citations:
        act = (citation.target or "").partition("#")[0]
        if citation.role is Role.MELAKSANAKAN and act and act != draft.id:
            carried.setdefault(act, citation)
    lost = all(act in repealers and is_late(draft, repealers[act]) for act in carried)
    return carried if lost else {}


def is_sole_basis(draft: Regulation, act: str) -> bool:
    """Tell whether the draft says that it carries out this act and no other."""
    carried = {
        (citation.target or "").partition("#")[0]
        for citation in draft.citations
        if citation.role is Role.MELAKSANAKAN
    }
    return carried == {act}
