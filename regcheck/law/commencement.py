"""From when an act is in force, by its own closing clause, the act as a whole or pasal by pasal.

UU 12/2011 Pasal 87 and Lampiran II nos. 150-157: on promulgation, unless the act says otherwise.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from regcheck.domain import Passage
from regcheck.domain.graph import Proof
from regcheck.law.dates import to_date

#: A clause that says when something comes into force.
#:
#: takes    mulai berlaku pada tanggal diundangkan      mulai berlaku 1 (satu) tahun sejak
#: takes    berlaku surut sejak tanggal 1 Januari 2018      berlaku sejak tanggal ditetapkan
#: refuses  berlaku bagi      pada saat Peraturan Daerah ini mulai berlaku, Peraturan
STARTS = re.compile(
    r"""
    \b (?: mulai \s+ (?: ber)?laku | berlaku \s+ surut | daya \s+ laku \s+ surut
         | (?<! tetap\s ) (?<! masih\s ) berlaku (?= \s+ (?: sejak | terhitung | setelah ) \b ) )
    (?: \s+ (?: efektif | surut ) )?
    (?P<when> [\s,]+ (?: dan \s+ mempunyai \s+ daya \s+ surut \s+ )?
        (?: pada | sejak | terhitung | setelah | dalam | paling | \d | [a-z]+ \s+ (?: hari | bulan
          | tahun ) ) (?: (?! \b kecuali \b | \b mulai \s | \b berlaku \s+ surut
          | \b dan \s+ (?: dilaksanakan | diterapkan | dilakukan ) \b ) [^;.] ){0,160} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A date in words.
#:
#: takes    tanggal 1 Januari 2018      tanggal 31 Desember  2020
#: refuses  tanggal diundangkan
ON_DATE = re.compile(r"\b(?P<day>\d{1,2})\s+(?P<month>[A-Z][a-z]+)\s+(?P<year>(?:19|20)\d\d)\b")
#: A time after promulgation.
#:
#: takes    30 (tiga puluh) hari      6 bulan      1 (satu) tahun      dua tahun
#: refuses  tahun 2018      Tahun Anggaran
LAPSE = re.compile(
    r"""
    \b (?: (?P<count> \d{1,4} ) \s* (?: \( [^()]{0,40} \) )? | (?P<word> satu | dua | tiga | empat
        | lima | enam | sembilan | dua \s belas | tiga \s puluh | enam \s puluh | sembilan \s puluh
        ) ) \s+ (?P<unit> hari | minggu | bulan | tahun ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: The act that a time is counted from is another one.
#:
#: takes    sejak Undang-Undang Nomor 1 Tahun 2022 diundangkan
#: refuses  sejak Peraturan Daerah ini diundangkan
OTHER_ACT = re.compile(r"\bNomor\s+\S+\s+Tahun\s+\d{4}\b", re.IGNORECASE)
#: The coming into force is only the time of something else.
#:
#: takes    pada saat peraturan pemerintah ini      sejak undang-undang ini
#: refuses  peraturan pemerintah ini      pada saat diundangkan, peraturan daerah ini
ONLY_TIME = re.compile(
    r"\b(?:saat|waktu|sejak|setelah|sesudah|sebelum|ketika|apabila)\s(?:[\w-]+\s+){1,7}ini\s*$",
    re.IGNORECASE,
)
#: What alone of an act a clause speaks of: its pasal, as printed before the verb.
#:
#: takes    Pasal 5      Pasal 12A      Pasal 5 sampai dengan Pasal 9
#: refuses  pasal ini
PASAL = re.compile(
    r"\bPasal\s+(?P<first>\d+[A-Z]{0,2})(?:\s+(?:sampai\s+dengan|s\.?d\.?)\s+Pasal\s+"
    r"(?P<last>\d+[A-Z]{0,2}))?\b"
)
#: The words by which a clause speaks of the act as a whole, not of something in it.
#:
#: takes    Peraturan Daerah ini      Peraturan Gubernur Bali ini      Undang-Undang ini
#: refuses  Peraturan Daerah Nomor 3      ketentuan mengenai pajak dalam Undang-Undang ini
WHOLE = re.compile(
    r"(?<!dalam\s)(?<!menurut\s)(?<!dengan\s)(?<!oleh\s)(?<!undang-)(?<!undang\s)"
    r"\b(?:peraturan|undang[\s-]*undang|keputusan|qanun|instruksi)\b(?:\s+[\w-]+){0,5}?\s+ini\b",
    re.IGNORECASE,
)
#: The day on which an act is made known.
#:
#: takes    pada tanggal diundangkan      sejak ditetapkan      pada hari diumumkan
#: refuses  pada tanggal 1 Mei
MADE = re.compile(r"diundang|pengundang|ditetap|penetapan|diumumkan", re.IGNORECASE)
NUMBERS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "sembilan": 9,
    "dua belas": 12, "tiga puluh": 30, "enam puluh": 60, "sembilan puluh": 90,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Start:
    """When something comes into force; ``date`` is ISO, a year, or empty where it is unknown."""

    date: str
    proof: Proof | None = None


@dataclass(frozen=True)
class Commencement:
    """When an act comes into force, and those of its pasal that have a day of their own.

    ``printed`` tells that the act says so itself; without a clause it is the day of promulgation.
    """

    general: Start
    printed: bool = False
    pasal: Mapping[str, Start] = field(default_factory=dict)


def find_commencement(passages: Iterable[Passage], promulgated: str) -> Commencement:
    """Read the closing clauses of one act.

    Args:
        passages: The passages of the act; those that it quotes from a base are passed over.
        promulgated: The day it was promulgated, ISO, or a year, or empty.
    """
    general, pasal = None, {}
    for passage in passages:
        if passage.target:
            continue
        for keys, start in read_clauses(passage, promulgated):
            if keys:
                pasal.update(dict.fromkeys(keys, start))
            elif general is None or not general.date:
                general = start
    if general is None:
        return Commencement(Start(promulgated), printed=False, pasal=pasal)
    return Commencement(general, printed=True, pasal=pasal)


def read_clauses(passage: Passage, promulgated: str) -> Iterator[tuple[tuple[str, ...], Start]]:
    """List what a passage says comes into force, and when; no keys mean the act as a whole."""
    position = 0
    for match in STARTS.finditer(passage.text):
        before = passage.text[position : match.start()]
        position = match.end("when")
        named = before.rpartition("kecuali")[2] if "kecuali" in before else before
        if ONLY_TIME.search(before):
            continue
        keys = tuple(pasal_keys(passage.key.partition("#")[0], named))
        if not keys and not WHOLE.search(before):
            continue
        start = Start(when(match["when"], promulgated), to_proof(passage))
        yield (() if WHOLE.search(named) and "alam pasal" not in named.lower() else keys), start


def to_proof(passage: Passage) -> Proof:
    """Return a passage as a proof."""
    return Proof(passage.key, passage.page, passage.text)


def pasal_keys(act: str, text: str) -> Iterator[str]:
    """List the keys of the pasal that a text names, ranges written out.

    >>> list(pasal_keys("uu/2022/1", "Pasal 5 sampai dengan Pasal 7 dan Pasal 12A"))
    ['uu/2022/1#pasal-5', 'uu/2022/1#pasal-6', 'uu/2022/1#pasal-7', 'uu/2022/1#pasal-12A']
    """
    for match in PASAL.finditer(text):
        first, last = match["first"], match["last"] or match["first"]
        if first.isdigit() and last.isdigit():
            for number in range(int(first), int(last) + 1):
                yield f"{act}#pasal-{number}"
        else:
            yield from (f"{act}#pasal-{label}" for label in dict.fromkeys((first, last)))


def when(text: str, promulgated: str) -> str:
    """Return the day that a clause names, empty where that cannot be told.

    >>> when("pada tanggal diundangkan", "2020-03-01"), when("pada tanggal 1 Mei 2021", "")
    ('2020-03-01', '2021-05-01')
    >>> when("30 (tiga puluh) hari sejak diundangkan", "2020-03-01")
    '2020-03-31'
    >>> when("2 (dua) tahun setelah Peraturan Daerah Nomor 3 Tahun 2019 berlaku", "2020-03-01")
    ''
    """
    if found := ON_DATE.search(text):
        return to_date(found["day"], found["month"], found["year"])
    if OTHER_ACT.search(text):
        return ""
    if found := LAPSE.search(text):
        count = int(found["count"] or NUMBERS[" ".join(found["word"].lower().split())])
        return add(promulgated, count, found["unit"].lower())
    return promulgated if MADE.search(text) else ""


def add(start: str, count: int, unit: str) -> str:
    """Return the day so much later; empty where the start is no full date.

    >>> add("2020-01-31", 1, "bulan"), add("2019", 1, "tahun")
    ('2020-02-29', '')
    """
    try:
        day = date.fromisoformat(start)
    except ValueError:
        return ""
    if unit in ("hari", "minggu"):
        return (day + timedelta(days=count * (7 if unit == "minggu" else 1))).isoformat()
    months = day.month - 1 + count * (12 if unit == "tahun" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last)).isoformat()
