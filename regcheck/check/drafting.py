"""Numbers, phrases and annexes that the drafting manual rules out (M-15, M-26 to M-28, M-33)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regcheck.check.basis import is_under_manual
from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.definition_use import OWN_ANNEX
from regcheck.check.pointing import listed, path_of
from regcheck.check.statements import is_definition
from regcheck.domain import Case, Finding, Kind, Passage, Quantity, Quote, Regulation, Span, Unit
from regcheck.settings import Settings

#: Figures with their words behind them.
#:
#: takes    30 (tiga puluh)      Rp5.000.000,00 (lima juta rupiah)      1,5% (satu koma lima persen)
#: refuses  ayat (1)      Rp5 juta (lima juta rupiah)      2 x 24 (dua kali dua puluh empat) jam
FIGURES = re.compile(
    r"(?<![\w.,/x×-])(?<!x\s)(?<!×\s)(?<!\d\s)(?<!\d[.,]\s)(?:rp\.?\s?)?(?P<figures>\d[\d.,]*?)(?:,-|,\s?-)?\s?%?\s?"
    r"\((?P<words>[a-z][a-z\s-]+)\)",
    re.IGNORECASE,
)
#: The heading of an annex.
#:
#: takes    LAMPIRAN PERATURAN GUBERNUR      Lampiran I : Peraturan Daerah
#: refuses  tercantum dalam Lampiran
ANNEX_HEADING = re.compile(r"^[^\S\n]*(?:LAMPIRAN|Lampiran\s*(?:[IVX]+\s*)?:)", re.MULTILINE)
#: An amount in figures.
#:
#: takes    Rp50.000,00      Rp. 1.000.000,-
#: refuses  rupiah      50.000
AMOUNT = re.compile(r"Rp\.?\s?\d(?:[\d.,]*\d)?", re.IGNORECASE)
#: What gives an amount in words.
#:
#: takes    Rp5.000,00 (lima ribu rupiah)      Rp5 juta
#: refuses  Rp. 50.000,-
IN_WORDS = re.compile(r"\(|\b(?:ribu|juta|miliar|milyar|triliun)\b", re.IGNORECASE)
#: Words that leave open what a norm covers (no. 270b).
#:
#: takes    namun tidak terbatas pada      tetapi tidak terbatas pada      antara lain meliputi
#: refuses  terbatas pada
OPEN_ENDED = re.compile(
    r"\b(?:(?:namun|tetapi|dan)\s+tidak\s+terbatas\s+pada|antara\s+lain)\b", re.IGNORECASE
)
#: Words that leave open how two provisions stand to each other (no. 251).
#:
#: takes    tanpa mengurangi ketentuan      dengan tidak mengurangi ketentuan sebagaimana
#: takes    tanpa menyimpang dari ketentuan
#: refuses  tanpa mengurangi mutu      dengan tidak mengurangi jumlah
RESERVING = re.compile(
    r"\b(?:tanpa|dengan\s+tidak)\s+(?:mengurangi|menyimpang\s+dari)\s+(?:ketentuan|apa\s+yang|"
    r"hak\s+dan\s+kewajiban)\b",
    re.IGNORECASE,
)
#: The title of a budget, or of the account of one.
#:
#: takes    Anggaran Pendapatan dan Belanja Daerah      Penjabaran Perubahan APBD
#: refuses  Retribusi Jasa Umum
BUDGET = re.compile(r"\banggaran\s+pendapatan\s+dan\s+belanja\b|\bapbd\b", re.IGNORECASE)
#: Years in which the rules of UU 13/2022 were made.
REVISED = 2022
#: How many of our units one printed unit may hold; the words give the printed number.
SCALES = {
    "rupiah": (1.0,),
    "percent": (1.0, 0.1),
    "year": (1.0,),
    "workday": (1.0,),
    "day": (1.0, 7.0),
    "month": (1.0, 3.0, 6.0),
    "hour": (1.0, 1 / 60),
    "orang": (1.0,),
    "kali": (1.0,),
    "count": (1.0,),
}
#: Of lengths, areas and weights.
OTHER_SCALES = (1.0, 1000.0, 0.001, 0.01, 10_000.0, 1_000_000.0)
#: So many characters behind an amount its words may begin.
BEHIND = 6
#: Where a table puts the words into the next column.
#:
#: takes    50.000,00 per unit (lima puluh ribu rupiah)
#: refuses  50.000,00 (persero)
NEXT_COLUMN = re.compile(r"(?:(?!\bRp)[^()]){0,60}\([a-z\s-]+\brupiah\)", re.IGNORECASE)
#: So many words of an annex are quoted.
OPENING_WORDS = 30
#: Two numbers are one within this part of the greater.
TOLERANCE = 0.001

PHRASES = {
    "M-15": (RESERVING, 2011),
    "M-28": (OPEN_ENDED, REVISED),
}
DISAGREE = ("{place}: “{printed}”", "{place}: “{printed}”")
AT = ("{place} (“{printed}”)", "{place} (“{printed}”)")
NO_ANNEX = (
    "Lampiran dirujuk di {place}, tetapi tidak ada dalam berkas",
    "an annex is referred to in {place}, but the file has none",
)
NO_REFERENCE = (
    "Lampiran ada, tetapi tidak dirujuk dalam batang tubuh",
    "there is an annex, but no article refers to it",
)

Places = list[tuple[Passage, str]]


def find_drafting_faults(case: Case, settings: Settings) -> Iterator[Finding]:
    """Find faults of drafting technique in the articles of a draft, one row for each code.

    Figures that disagree with their words (M-26), amounts without words (M-27), open-ended
    phrases (M-28), reserving phrases (M-15) and annexes that are missing or never named (M-33).
    Budgets print their amounts as the rules on finance have it: in figures.
    """
    if not is_readable(case, settings):
        return
    draft = case.draft
    body = [one for one in case.passages.values() if is_article(case, one)]
    yield from say(case, "M-26", DISAGREE, find_disagreeing(case, body))
    if is_since(draft, REVISED) and not BUDGET.search(draft.identity.tentang):
        yield from say(case, "M-27", AT, find_wordless(case, body))
    norms = [one for one in body if not is_definition(one)]
    for code, (pattern, year) in PHRASES.items():
        if is_since(draft, year):
            found = ((one, pattern.search(one.text)) for one in norms)
            yield from say(case, code, AT, [(one, match[0]) for one, match in found if match])
    yield from find_annex_faults(case, body)


def is_readable(case: Case, settings: Settings) -> bool:
    """Tell whether the wording of a draft proves a fault of technique.

    Not what was recognised from pictures or read in doubtful order, nor what is older than the
    drafting manual.
    """
    draft = case.draft
    sure = draft.source_text.confidence_of(Span(0, len(draft.text))) == 1
    return sure and draft.structure >= settings.structure_floor and is_under_manual(draft)


def is_article(case: Case, passage: Passage) -> bool:
    """Tell whether a passage is of an article of the draft, and no row of a table."""
    key = passage.key
    return passage.regulation == case.draft.id and "#pasal" in key and "/baris-" not in key


def is_since(draft: Regulation, year: int) -> bool:
    """Tell whether a text was made in a year or later; a draft without a year is new."""
    made = draft.identity.tahun
    return int(made) >= year if made.isdigit() else draft.identity.draft


def find_disagreeing(case: Case, body: Sequence[Passage]) -> Places:
    """Return the numbers whose figures say another value than their words (nos. 86 and 270c)."""
    return [
        (passage, printed)
        for passage in body
        if FIGURES.search(passage.text)
        for quantity in case.norms[passage.key].quantities
        if (printed := disagreement(passage.text, quantity))
    ]


def disagreement(text: str, quantity: Quantity) -> str:
    """Return a number as printed whose figures and words disagree, or an empty text.

    >>> text = "paling lama 30 (tiga puluh lima) hari"
    >>> disagreement(text, Quantity(35.0, "day", "le", Span(12, 37)))
    '30 (tiga puluh lima)'
    >>> disagreement(text, Quantity(30.0, "day", "le", Span(12, 37)))
    ''
    """
    match = FIGURES.match(text, quantity.span.start)
    value = read_figures(match["figures"]) if match else None
    if match is None or value is None:
        return ""
    if FIGURES.search(text, match.end(), quantity.span.end):
        return ""
    scales = SCALES.get(quantity.unit, OTHER_SCALES)
    near = any(abs(value * scale - quantity.value) <= TOLERANCE * value * scale for scale in scales)
    return "" if near else match[0]


def read_figures(figures: str) -> float | None:
    """Read a number as Indonesian texts print it; nothing where its marks are not clear.

    >>> read_figures("1.500.000,00"), read_figures("7,5"), read_figures("1.5"), read_figures("1..2")
    (1500000.0, 7.5, 1.5, None)
    """
    plain = figures.rstrip(".,")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", plain):
        return float(plain.replace(".", "").replace(",", "."))
    return float(plain) if re.fullmatch(r"\d+\.\d{1,2}", plain) else None


def find_wordless(case: Case, body: Sequence[Passage]) -> Places:
    """Return the amounts in rupiah without words (no. 270c), the first of each passage."""
    found: Places = []
    for passage in body:
        amounts = (wordless(passage.text, one) for one in case.norms[passage.key].quantities)
        found.extend((passage, amount) for amount in list(filter(None, amounts))[:1])
    return found


def wordless(text: str, quantity: Quantity) -> str:
    """Return an amount in rupiah as printed that has no words, or an empty text.

    >>> wordless("Rp50.000,00 per unit", Quantity(50_000.0, "rupiah", "eq", Span(0, 11)))
    'Rp50.000,00'
    >>> wordless("Rp5 juta per unit", Quantity(5_000_000.0, "rupiah", "eq", Span(0, 8)))
    ''
    """
    match = AMOUNT.match(text, quantity.span.start)
    end = quantity.span.end + BEHIND
    if match is None or IN_WORDS.search(text, match.end(), end):
        return ""
    if NEXT_COLUMN.match(text, match.end()):
        return ""
    return match[0]


def find_annex_faults(case: Case, body: Sequence[Passage]) -> Iterator[Finding]:
    """Find an annex that is referred to and missing, or there and never named (M-33)."""
    naming = [one for one in body if not one.target and OWN_ANNEX.search(one.text)]
    annexes = [unit for unit in case.draft.units if unit.kind is Kind.LAMPIRAN]
    english = case.lang == "en"
    if naming and not annexes and not may_have_annex(case.draft):
        first = naming[0]
        words = NO_ANNEX[english].format(place=path_of(first.key))
        quote = Quote(first.key, first.text, first.page)
    elif annexes and body and not re.search(r"\blampiran\b", "\n".join(texts(body)), re.I):
        unit = annexes[0]
        words = NO_REFERENCE[english]
        quote = Quote(unit.key, opening_of(case.draft, unit), unit.page)
    else:
        return
    yield make_finding("M-33", Evidence(quote, None, 0.8, words), case.lang)


def opening_of(draft: Regulation, unit: Unit) -> str:
    """Return the first lines of a unit."""
    return " ".join(draft.text[unit.span.start : unit.span.end].split()[:OPENING_WORDS])


def may_have_annex(draft: Regulation) -> bool:
    """Tell whether an annex may stand on a page without text, or under a heading not read."""
    source = draft.source_text
    blank = len({line.page for line in source.lines}) < source.source.pages
    return blank or ANNEX_HEADING.search(draft.text) is not None


def texts(body: Sequence[Passage]) -> Iterator[str]:
    """Yield the text of every passage with its lead-in."""
    return (f"{one.lead} {one.text}" for one in body)


def say(case: Case, code: str, template: tuple[str, str], found: Places) -> Iterator[Finding]:
    """Word one row on places and what is printed there; it quotes the first."""
    if not found:
        return
    english, first = case.lang == "en", found[0][0]
    words = [
        template[english].format(place=path_of(one.key), printed=" ".join(printed.split()))
        for one, printed in found
    ]
    quote = Quote(first.key, first.text, first.page)
    evidence = Evidence(quote, None, 0.9, listed(words, english=english))
    yield make_finding(code, evidence, case.lang)
