"""The corridor to acts of the corpus that a draft rests on before they are in force."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from regcheck.domain import Identity, Passage, Regulation, RegulationId, Role
from regcheck.domain.graph import Reason
from regcheck.law.commencement import find_commencement
from regcheck.parse import find_passages
from regcheck.shelf import Shelf, dates_of

#: The clause that begins an act as a whole; others begin a part of it, or end another act.
#:
#: takes    Peraturan Daerah ini mulai berlaku pada      Undang-Undang ini mulai berlaku setelah
#: refuses  Pada saat Undang-Undang ini mulai berlaku, Undang-Undang Nomor 18 Tahun 1997 dicabut
WHOLE_ACT = re.compile(
    r"^ (?: (?: Pasal \s+ \w+ | \( \d+ \) ) \s+ )? (?: undang | peraturan ) [^.;,]{0,80}? \b ini"
    r" \s+ (?: mulai | mempunyai ) \b",
    re.VERBOSE | re.IGNORECASE,
)
#: A day of commencement further off than so many years is misread rather than meant.
LONGEST_WAIT = 6


def pending_acts(draft: Regulation, shelf: Shelf, as_of: str = "") -> dict[str, Reason]:
    """Return why legal bases of a draft are not in force yet, by the id of the act.

    Only an act whose own closing clause gives a later day counts (UU 12/2011 Pasal 87). The day
    is that of the check for a draft, and that of its enactment for an act; of a text that itself
    begins later, the day on which it begins.
    """
    day = judged_on(draft.identity, as_of)
    day = max(day, find_commencement(find_passages(draft), day).general.date)
    cited = {(one.target or "").partition("#")[0] for one in draft.citations
             if one.role is Role.DASAR_HUKUM}  # fmt: skip
    cited = {act for act in cited & shelf.heads.keys() - {draft.id} if act.count("/") > 1}
    printed: dict[str, list[Passage]] = defaultdict(list)
    for passage in shelf.passages.values() if cited else ():
        if passage.regulation in cited and WHOLE_ACT.match(passage.text):
            printed[passage.regulation].append(passage)
    dates = dates_of({id_: shelf.heads[id_].identity for id_ in cited})
    found = {}
    for act in sorted(cited):
        start = find_commencement(printed[act], dates[act]).general
        if start.proof and is_later(start.date, day) and is_near(start.date, act, dates[act]):
            found[act] = Reason("commencement", act, start.date, start.proof)
    return found


def judged_on(identity: Identity, as_of: str) -> str:
    """Return the day on which the bases of a text must be in force, ISO; the last of a bare year.

    >>> judged_on(Identity(tahun="2019"), ""), judged_on(Identity(draft=True), "2026-03-01")
    ('2019-12-31', '2026-03-01')
    """
    enacted = identity.tanggal_pengundangan or identity.tanggal_penetapan
    if identity.draft or not (enacted or identity.tahun):
        return as_of or date.today().isoformat()
    return enacted or f"{identity.tahun}-12-31"


def is_later(start: str, day: str) -> bool:
    """Tell whether a full date lies after a day."""
    return len(start) == len("2026-01-01") and start > day


def is_near(start: str, act: str, made: str) -> bool:
    """Tell whether an act begins within a few years of its making, and its dates agree.

    >>> is_near("2026-01-02", "uu/2023/1", "2023-01-02"), is_near("2017-10-26", "x/2016/7", "2017")
    (True, False)
    """
    year = RegulationId.from_str(act).tahun
    return made[:4] == year and int(start[:4]) - int(year) <= LONGEST_WAIT
