"""The names of rules as citations print them: instrument, region, number and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from regcheck.instruments import (
    code_slug,
    normalise_nomor,
    split_instrument,
    to_digits,
)
from regcheck.parse.citations.name_patterns import (
    ACT,
    MORE,
    NICKNAME,
    STAATSBLAD,
    STAATSBLAD_DATED,
    STAATSBLAD_MORE,
    STAATSBLAD_NAMED,
    UUD,
    YEAR_BEFORE,
)

#: Letters after a number that make it another instrument (UU 10/2004 Pasal 7 knows no other form).
LETTER_SLUGS = {
    "prp": "perpu",
    "prps": "perpu",
    "perpu": "perpu",
    "drt": "uudrt",
    "darurat": "uudrt",
    "pnps": "penpres",
}
#: Letters that stand for digits in a year only.
YEAR_LOOK_ALIKES = str.maketrans("gqbftr", "996111")
#: A letter at the end of a year that stands for a 9 or a 6, or for another figure.
#:
#: takes    200g      201b
#: refuses  2009
DOUBTFUL = re.compile(r"[gqb]$")
LOOK_ALIKES = re.compile(r"[oliszb|!]+|g")
#: The likeness of *pemezuntah* to *pemerintah*; *pembangunan* and *pemilihan* lie below.
LIKE_PEMERINTAH = 0.7
OLDEST_YEAR, NEWEST_YEAR = 1800, 2100
#: The states of the federation of 1949 and 1950, whose acts were numbered beside its own.
MEMBER_STATE = "negara bagian"
#: The groups of a number, by how it is printed.
NUMBERS = ("code", "simple", "short", "coded", "roman", "unworded")
#: A Roman number, as the MPR counts its decisions.
#:
#: takes    iv      xii
#: refuses  12
ROMAN = re.compile(r"[ivxl]+")
#: A blank inside a number: ``1 2``, ``l l``.
#:
#: takes    1 2      l l
#: refuses  12
APART = re.compile(r"(?<=[\doli])\s(?=[\doli]{1,2}$)")
#: A year printed at the end of a number: ``53/Permentan/KB.110/10/2015``.
#:
#: takes    53/permentan/kb.110/10/2015      12/201o
#: refuses  53      2015/12
TAIL_YEAR = re.compile(r"[/.-]\s?([12][0-9oli]{3})[./-]*$")
#: The last two figures of a year of the last century, at the end of a minister's number.
#:
#: takes    12/menlh/3/94      86/menkes/4/77
#: refuses  12/pmk.07/2020      37/m-dag/per/9/07      86/77
SHORT_YEAR = re.compile(r"/[a-z.-]+/.*/([5-9][0-9])$")


@dataclass(frozen=True, slots=True)
class Act:
    """A rule as named: ``region`` as printed, ``tahun`` empty if not printed.

    ``fixed`` is the whole id where the name alone gives it (a constitution, a nickname);
    ``misread`` tells that a letter stood for a figure of the year that might be another,
    ``lettered`` that letters behind the number made it another instrument.
    """

    start: int
    end: int
    slug: str
    region: str = ""
    nomor: str = ""
    tahun: str = ""
    fixed: str = ""
    nickname: str = ""
    misread: bool = False
    lettered: bool = False


def read_acts(view: str, position: int, limit: int) -> tuple[Act, ...]:
    """Read the rule or rules named at a position; empty if none is.

    >>> [(a.slug, a.tahun, a.nomor) for a in read_acts("pp nomor 5 dan nomor 7 tahun 2001", 0, 33)]
    [('pp', '2001', '5'), ('pp', '2001', '7')]
    """
    found = read_fixed(view, position, limit)
    if found:
        return (found, *more_staatsblad(view, found, limit)) if found.slug == "stb" else (found,)
    match = ACT.match(view, position, limit)
    if not match:
        return ()
    slug, region = name_of(match["name"])
    if not slug and "/mpr" in (match["code"] or ""):
        slug = "tapmpr"
    if not slug:
        return ()
    first = first_act(match, slug, region)
    return (first, *more_acts(view, first, limit)) if first.tahun else dated(view, first, limit)


def read_fixed(view: str, position: int, limit: int) -> Act | None:
    """Read a constitution, a statute known by a short name, or a Staatsblad number."""
    match = UUD.match(view, position, limit)
    if match:
        return constitution(match)
    match = NICKNAME.match(view, position, limit)
    if match:
        return Act(match.start(), match.end(), "uu", nickname=match[0])
    match = STAATSBLAD.match(view, position, limit)
    year = match and (match["year"] or match["year_last"])
    if match and year and (match[0][0] == "s" or int(year) < 1942):
        nomor = normalise_nomor(match["number"] or match["number_first"])
        return Act(match.start(), match.end(), "stb", "", nomor, year)
    match = STAATSBLAD_DATED.match(view, position, limit)
    if match:
        nomor = normalise_nomor(match["number"])
        return Act(match.start(), match.end(), "stb", "", nomor, match["year"])
    match = STAATSBLAD_NAMED.match(view, position, limit)
    named = match and YEAR_BEFORE.search(view, max(0, match.start() - 24), match.start())
    if match and named:
        nomor = normalise_nomor(match["number"])
        return Act(match.start(), match.end(), "stb", "", nomor, named["year"])
    return None


def constitution(match: re.Match[str]) -> Act:
    """Tell the constitutions of 1945, 1949 and 1950 apart."""
    if match["konstitusi"]:
        fixed = "kris/1949"
    elif "sementara" in match[0] or match["uud"] == "uuds":
        fixed = "uuds/1950"
    else:
        fixed = "uud/1945"
    return Act(match.start(), match.end(), fixed.partition("/")[0], fixed=fixed)


@lru_cache(maxsize=1 << 14)
def name_of(printed: str) -> tuple[str, str]:
    """Return the slug of an instrument's name and the words for its region; empty if unknown.

    >>> name_of("peraturan daerah provinsi bali")
    ('perda', 'provinsi bali')
    """
    name = re.sub(r"^peraturan\s?-\s?(?=peraturan)", "", printed.partition("(")[0])
    name = re.sub(r"peng[a-z]{2,5}i(?=\s+undang)", "pengganti", name)
    name = re.sub(r"\bwali ko[a-z]a\b", "wali kota", name)
    name = "undang-undang" if name.strip() == "undang" else name
    found, rest = split_instrument(name)
    if found is None:
        found, rest = split_instrument(mended(name))
    if found is None:
        return "", ""
    if MEMBER_STATE in name:
        return found.slug, MEMBER_STATE
    return found.slug, rest if found.regional else ""


def mended(name: str) -> str:
    """Put *pemerintah* for a misreading of it after *peraturan*.

    >>> mended("peraturan pemezuntah")
    'peraturan pemerintah'
    """
    first, _, rest = name.partition(" ")
    word, _, tail = rest.strip().partition(" ")
    likeness = SequenceMatcher(None, word, "pemerintah").ratio()
    return f"{first} pemerintah {tail}".strip() if likeness >= LIKE_PEMERINTAH else name


def first_act(match: re.Match[str], slug: str, region: str) -> Act:
    """Make the record of the first number under a name."""
    groups = match.groupdict()
    if groups["year_first"]:
        nomor, tahun = groups["number_after"], groups["year_first"]
    else:
        nomor = next((groups[one] for one in NUMBERS if groups[one]), "")
        nomor = APART.sub("", nomor)
        if slug == "tapmpr" and ROMAN.fullmatch(nomor):
            nomor = nomor.replace("l", "i") if set(nomor) == {"l"} else nomor
        elif groups["roman"] or groups["unworded"]:
            nomor = ""  # a number still to be given: Nomor XX Tahun 2024
        elif LOOK_ALIKES.fullmatch(nomor):
            nomor = to_digits("9" if nomor == "g" else nomor)
        tail = TAIL_YEAR.search(nomor)
        tahun = groups["year"] or (tail[1] if tail else "")
        if not tahun and (short := SHORT_YEAR.search(nomor)):
            tahun = f"19{short[1]}"
    lettered = slug == "uu" and groups["letters"] in LETTER_SLUGS
    act = Act(
        match.start(),
        match.end(),
        LETTER_SLUGS[groups["letters"]] if lettered else slug,
        region,
        nomor,
        plausible(tahun),
        misread=bool(DOUBTFUL.search(tahun)),
        lettered=lettered,
    )
    return recoded(act) if "/" in nomor else act


def more_staatsblad(view: str, first: Act, limit: int) -> Iterator[Act]:
    """Yield further numbers of the Staatsblad named under one word.

    >>> acts = read_acts("staatsblad 1926 no. 226, 1927 no. 449 dan no. 450", 0, 49)
    >>> [(act.tahun, act.nomor) for act in acts]
    [('1926', '226'), ('1927', '449'), ('1927', '450')]
    """
    position, tahun = first.end, first.tahun
    while match := STAATSBLAD_MORE.match(view, position, limit):
        tahun = match["year"] or tahun
        start = match.start("year") if match["year"] else match.start("number")
        yield Act(start, match.end(), "stb", "", normalise_nomor(match["number"]), tahun)
        position = match.end()


def plausible(printed: str) -> str:
    """Return the year printed in digits and their look-alikes, if it can be one, else nothing.

    >>> plausible("2olg"), plausible("9999")
    ('2019', '')
    """
    year = to_digits(printed.translate(YEAR_LOOK_ALIKES))
    return year if year.isdigit() and OLDEST_YEAR <= int(year) <= NEWEST_YEAR else ""


def recoded(act: Act) -> Act:
    """Follow the codes inside a number to its instrument: ``2/PNPS/1964``, ``12/PMK.07/2020``."""
    for part in re.split(r"[/.\s]+", act.nomor)[1:]:
        if act.slug == "uu" and part in LETTER_SLUGS:
            return replace(act, slug=LETTER_SLUGS[part])
        if act.slug in ("permen", "kepmen") and code_slug(part):
            return replace(act, slug=code_slug(part))
    return act


def dated(view: str, first: Act, limit: int) -> tuple[Act, ...]:
    """Read on to the year that several numbers share; without one, the first stands alone."""
    acts, position = [first], first.end
    while match := MORE.match(view, position, limit):
        acts.append(further(match, first))
        position = match.end()
        if acts[-1].tahun:
            group = (replace(act, tahun=act.tahun or acts[-1].tahun) for act in acts)
            return (*group, *more_acts(view, acts[-1], limit))
    return (first,)


def more_acts(view: str, first: Act, limit: int) -> tuple[Act, ...]:
    """Read further numbers under the same name, each group closed by its year."""
    acts: list[Act] = []
    pending: list[Act] = []
    position = first.end
    while match := MORE.match(view, position, limit):
        printed = match["simple"] or match["code"]
        worded = "n" in match[0].partition(printed)[0].replace("dan", "")
        if not (worded or match["year"] or match["code"]) or match[0][0].isdigit():
            break
        pending.append(further(match, first))
        position = match.end()
        if pending[-1].tahun:
            acts += [replace(act, tahun=act.tahun or pending[-1].tahun) for act in pending]
            pending = []
    return tuple(acts)


def further(match: re.Match[str], first: Act) -> Act:
    """Make the record of a further number under the name of the first."""
    nomor, start = match["simple"] or match["code"], match.start("simple")
    if match["code"]:
        tahun, slug, start = plausible(nomor[-4:]), first.slug, match.start("code")
    else:
        tahun, letters = plausible(match["year"] or ""), match["letters"] or ""
        plain = "uu" if first.lettered else first.slug
        slug = LETTER_SLUGS.get(letters, plain)
    return Act(start, match.end(), slug, first.region, nomor, tahun)
