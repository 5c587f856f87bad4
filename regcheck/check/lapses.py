"""Days on which statutes let the Perda of an older law lapse."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regcheck.check.bases import is_perda
from regcheck.check.repealed import link_end
from regcheck.domain import Head, Link, Role


@dataclass(frozen=True, slots=True)
class Lapse:
    """Perda made under one of ``laws`` whose title ``subject`` finds are law until a day (ISO).

    ``by`` is the key of the clause that says so.
    """

    laws: frozenset[str]
    subject: re.Pattern[str]
    until: str
    by: str


#: The title of a Perda that lays a tax or a levy.
#:
#: takes    retribusi pelayanan pasar      perubahan atas ... tentang pajak hotel
#: takes    bea perolehan hak atas tanah dan bangunan
#: refuses  izin gangguan      insentif pemungutan pajak daerah
LEVY = re.compile(
    r"^(?:.*\btentang\s+)?(?:pajak|retribusi|bea\s+perolehan|bea\s+balik)\b", re.IGNORECASE
)
#: The taxes to which the longer time of Pasal 187 huruf c is given.
#:
#: takes    pajak kendaraan bermotor      bea balik nama kendaraan bermotor
#: takes    pajak mineral bukan logam dan batuan
#: refuses  pajak bahan bakar kendaraan bermotor      retribusi parkir
LONGER = re.compile(
    r"\b(?:pajak|nama)\s+kendaraan\s+bermotor\b|\bpajak\s+mineral\s+bukan\s+logam\b", re.IGNORECASE
)
#: UU 18/1997 with its amendment, and UU 28/2009, with what follows each.
FIRST = frozenset(("uu/1997/18", "uu/2000/34"))
SECOND = frozenset(("uu/2009/28",))
THIRD = frozenset(("uu/2022/1",))
#: UU 28/2009 Pasal 180 counts from 1 January 2010 (Pasal 185), UU 1/2022 Pasal 187 from its
#: promulgation on 5 January 2022. The first that fits counts. Verified in the texts of both.
LAPSES = (
    Lapse(SECOND, LONGER, "2025-01-05", "uu/2022/1#pasal-187/huruf-c"),
    Lapse(SECOND, LEVY, "2024-01-05", "uu/2022/1#pasal-187/huruf-b"),
    Lapse(FIRST, LEVY, "2012-01-01", "uu/2009/28#pasal-180"),
)
#: Acts that a statute let lapse on a day, with the clause: those on the tax on acquired land, that
#: became a tax of the regions (UU 28/2009 Pasal 180 angka 6).
ENDED = {
    "uu/1997/21": ("2011-01-01", "uu/2009/28#pasal-180/angka-6"),
    "uu/2000/20": ("2011-01-01", "uu/2009/28#pasal-180/angka-6"),
}
#: The laws on taxes of regions, the newest first: an act rests on the newest that it names.
LAWS = (THIRD, SECOND, FIRST)


def find_lapsed(heads: Mapping[str, Head], links: Iterable[Link], day: str) -> dict[str, str]:
    """Return the acts on taxes and levies that lapsed before a day, each with the clause.

    A Perda is made under the newest of the laws on taxes that its *Mengingat* names.

    Args:
        heads: The regulations of a corpus, by id.
        links: Their links.
        day: ISO date.
    """
    bases: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.role is Role.DASAR_HUKUM and link.source in heads:
            bases[link.source].add(link.target.partition("#")[0])
    ended = {id_: by for id_, (until, by) in ENDED.items() if day >= until}
    return ended | {
        id_: lapse.by
        for id_, named in bases.items()
        if is_perda(*link_end(id_))
        and (lapse := lapse_of(heads[id_].identity.tentang, named))
        and day > lapse.until
    }


def lapse_of(title: str, bases: Iterable[str]) -> Lapse | None:
    """Return when a Perda with a title and legal bases lapses, if it does.

    >>> lapse_of("Retribusi Pasar", ["uu/2000/34", "uu/2009/28"]).until
    '2024-01-05'
    >>> lapse_of("Pajak Daerah dan Retribusi Daerah", ["uu/2022/1", "uu/2009/28"])
    """
    named = set(bases)
    law = next((laws for laws in LAWS if laws & named), THIRD)
    fitting = (one for one in LAPSES if one.laws == law and LEVY.search(title))
    return next((one for one in fitting if one.subject.search(title)), None)
