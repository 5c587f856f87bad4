"""Short names that a regulation gives to others: ``Undang-Undang Pajak adalah Undang-Undang ..``.

UU 12/2011 Lampiran II nos. 98-109: a term defined in Pasal 1, or a short form after
*selanjutnya disebut*, stands for what it names from there on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from regcheck.parse.citations.acts import Act, read_acts
from regcheck.parse.citations.name_patterns import ACT
from regcheck.parse.citations.patterns import UNDANG

#: How far before *selanjutnya disebut* the rule is looked for, and how long a term may be.
LONGEST_NAME, LONGEST_TERM, LONGEST_CALL = 900, 220, 100
#: How much is read of the rule that a term means.
MEANING = 300

#: The first word of a short name.
KIND = rf"""
    (?: {UNDANG} | uu | perp?pu | pp | perpres | perda | pergub | perbup | perwali? | permen [a-z]*+
      | kepp?res | qanun | ordonansi | reglemen | peraturan (?! \s++ perundang ) | keputusan )
    (?![a-z-])"""
#: A short name, and what shows that it ends.
#:
#: takes    uu pemda      undang-undang pajak penghasilan      perda retribusi      undang-undang
#: refuses  dana alokasi umum      peraturan perundang-undangan
SHORT = rf"""
    {KIND} (?: \s++ (?! (?: adalah | ialah | yaitu | yang | dan | untuk | telah | dicabut
        | dinyatakan | sebagaimana | menjadi | perlu | nomor | no | tentang | ini | tersebut )
        (?![a-z]) ) [a-z0-9/-]++ ){{0,6}}+"""
#: The words that give a short name to the rule just named.
#:
#: takes    selanjutnya disebut uu pemda      selanjutnya disebut sebagai "perda retribusi"
#: takes    selanjutnya dalam peraturan pemerintah ini disebut undang-undang pajak
#: refuses  selanjutnya disebut pemohon
NAMING = re.compile(
    rf"""
    selanjutnya ,?+ \s++ (?: (?: dalam | di ) \s++ [a-z]++ [a-z\s-]{{0,30}}? \s ini \s++ )?
    (?: di\s?sebut | disingkat ) \s++ (?: juga \s++ )?+ (?: dengan \s++ | sebagai \s++ )?+
    ["'(]*+ (?P<alias> {SHORT} ) (?= ["'\s]*+ (?: [,.;:)(] | $
        | (?: adalah | ialah | yaitu | yang | dan | untuk | telah | dicabut | dinyatakan
            | sebagaimana | menjadi | perlu ) (?![a-z]) ) )
    """,
    re.VERBOSE,
)
#: takes    adalah undang-undang nomor 7      ialah peraturan pemerintah no. 9
#: refuses  adalah orang      adalah peraturan-peraturan
MEANS = re.compile(
    rf"[aiy](?<![a-z].)(?:(?<=a)dalah|(?<=i)alah|(?<=y)aitu)\s++(?={UNDANG}|peraturan\s|uu\s|pp\s|perda\s|ordonansi\s)"
)
#: The term before the copula, at the start of its item, with the short form beside it.
#:
#: takes    ; 1. undang-undang pajak penghasilan yang selanjutnya disebut undang-undang pph
#: takes    ; b. undang-undang
#: refuses  yang dimaksud dengan undang-undang pajak
TERM = re.compile(
    rf"""
    (?: [.;:] \s*+ | [\s.;:] (?: [0-9]{{1,3}} | [a-z] ) \s? [.)] ) \s*+
    (?P<term> {SHORT} )
    (?: ,?+ \s*+ (?: yang \s++ )?+ selanjutnya \s++ (?: di\s?sebut | disingkat ) \s++
        (?: dengan \s++ )?+ ["']?+ (?P<short> {SHORT} ) ["']?+ )?+ \s*+ ,?+ \s*+ $
    """,
    re.VERBOSE,
)
#: A bracket that gives the number of the rule named before it.
#:
#: takes    (undang-undang no. 32      (staatsblad 1921      ( peraturan pemerintah nomor
#: refuses  (lembaran negara      (undangan
NUMBERED = re.compile(rf"\(\s?+(?={UNDANG}\s|peraturan\s|(?:uu|pp|stbl?|staatsblad)[\s.])")
#: The name before such a bracket, with or without quotation marks.
#:
#: takes    dalam "undang-undang pertimbangan keuangan 1957"      dan ordonansi gangguan
#: refuses  undang-undang nomor 5 tahun 1957      gubernur
CALLED = re.compile(rf"""(?: ^ | [\s"'] ) (?P<alias> {SHORT} ) ["']?+ \s*+ $""", re.VERBOSE)
#: What may follow the bare name of an instrument that stands for one rule.
#:
#: takes    wajib      . pasal      , dan      (
#: refuses  pajak      nomor      ini      tentang
ALONE = re.compile(
    r"""
    \s*+ (?: [^a-z\s-] | $ | (?: dan | atau | serta | yang | dapat | wajib | harus | tidak | dengan
      | untuk | di | bagi | adalah | berlaku | dike[a-z]+ | di[a-z]+(?:kan|i) | oleh | telah | akan
      | sebagaimana | pada | maka | merupakan | setelah | terhadap | mulai | selambat | paling
      ) (?![a-z]) )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Alias:
    """A short name for a rule: valid from a position on; ``bare`` if it names only the kind."""

    act: Act
    since: int
    bare: bool


@dataclass(frozen=True)
class Aliases:
    """The short names of a text; ``pattern`` matches any of them."""

    by_name: dict[str, Alias]
    pattern: re.Pattern[str] | None

    def read(self, view: str, position: int, limit: int, *, placed: bool) -> tuple[Act, ...]:
        """Read the rule that a short name at a position stands for; empty for none.

        The bare name of an instrument stands for one only behind a place (``placed``).
        """
        match = self.pattern.match(view, position, limit) if self.pattern else None
        alias = self.by_name.get(plain(match[0])) if match else None
        if match is None or alias is None or match.start() < alias.since:
            return ()
        if alias.bare and not (placed and ALONE.match(view, match.end())):
            return ()
        return (replace(alias.act, start=match.start(), end=match.end()),)


def plain(name: str) -> str:
    """Write a name with single blanks, hyphens as blanks.

    >>> plain("undang- undang  pajak")
    'undang undang pajak'
    """
    return " ".join(name.replace("-", " ").replace("_", " ").split())


def find_aliases(view: str) -> Aliases:
    """Find the short names that a text defines for rules with a number.

    >>> view = ": 1. uu pajak adalah undang-undang nomor 7 tahun 1983. pasal 2 uu pajak."
    >>> find_aliases(view).read(view, 63, 71, placed=True)[0].nomor
    '7'
    """
    found: dict[str, Alias] = {}
    for match in MEANS.finditer(view):
        term = TERM.search(view[max(0, match.start() - LONGEST_TERM) : match.start()])
        acts = read_acts(view, match.end(), match.end() + MEANING) if term else ()
        if term and acts:
            for name in filter(None, (term["term"], term["short"])):
                add(found, name, acts[0], match.end())
    for match in NAMING.finditer(view):
        act = act_before(view, match.start())
        if act:
            add(found, match["alias"], act, match.end())
    for match in NUMBERED.finditer(view):
        called = CALLED.search(view[max(0, match.start() - LONGEST_CALL) : match.start()])
        acts = read_acts(view, match.end(), match.end() + MEANING) if called else ()
        if called and acts and not is_bare(plain(called["alias"]).split()):
            add(found, called["alias"], acts[0], match.end())
    return Aliases(found, alias_pattern(found))


def add(found: dict[str, Alias], name: str, act: Act, since: int) -> None:
    """Enter a short name; the first meaning of one stands."""
    words = plain(name).removeprefix("undang ").split()
    if act.nomor and act.tahun:
        found.setdefault(plain(name), Alias(act, since, bare=is_bare(words)))


def is_bare(words: list[str]) -> bool:
    """Tell whether the words of a name are those of an instrument alone.

    >>> is_bare(["undang"]), is_bare(["peraturan", "daerah"]), is_bare(["uu", "pajak"])
    (True, True, False)
    """
    makers = ("pemerintah", "presiden", "daerah", "gubernur", "bupati", "menteri", "walikota")
    return len(words) == 1 or (len(words) == 2 and words[1] in makers)


def act_before(view: str, position: int) -> Act | None:
    """Return the first rule named in the clause that ends at a position."""
    floor = max(0, position - LONGEST_NAME)
    floor = max(floor, view.rfind(";", floor, position) + 1)
    for match in ACT.finditer(view, floor, position):
        acts = read_acts(view, match.start(), position)
        if acts and acts[0].tahun:
            return acts[0]
    return None


def alias_pattern(found: dict[str, Alias]) -> re.Pattern[str] | None:
    """Return the pattern of all short names, longest first; nothing without any."""
    names = sorted(found, key=len, reverse=True)
    spelled = (r"[\s_-]++".join(map(re.escape, name.split())) for name in names)
    return re.compile(f"(?:{'|'.join(spelled)})(?![a-z-])") if names else None
