"""Numbers with a meaning - times, money, shares, lengths, counts - from the text of a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from regcheck.domain import Quantity, Span
from regcheck.parse.norms.measures import read_bound, read_noun, read_unit
from regcheck.parse.norms.numerals import NUMBER_WORDS, SCALES, parse_digits, parse_words

#: Months of a year.
MONTHS = 12
DIGITS = r"\d{1,3}(?:\s?[.,]\s?[\dOolI]{3})+(?:,\s?[\dOo]{1,2}|,\s?-)?(?!\d)|\d+(?:[.,]\d+)?"
BRACKET = r"(?:\s{0,3}[({\[](?P<words>[^(){}\[\]]{3,300})[)}\]])?"
SCALE = r"(?:\s{0,2}(?P<scale>ribu|juta|miliar|milyar|triliun|trilyun)\b)?"
TAIL = r"(?:\s{1,2}(?P<tail>ribu|juta|miliar|milyar|triliun|trilyun)(?=\s+rupiah\b))?"

#: A digit, or a letter in the shape of one that no word begins with.
SHAPE = r"(?:\d|(?-i:[OolI])(?=(?-i:[\dOolI.,\s(]|\Z)))"

#: An amount in rupiah; digits may be broken by blanks or by letters that look like digits.
#:
#: takes    Rp50.000.000,00      Rp 50.000.000,-      Rp. 1.000.000,-      Rp50 juta
#: takes    Rp1.000.00O,0O      Rp 1 0.000.000,00      RP5.000
#: refuses  rupiah      Rapat
MONEY = re.compile(
    rf"""\b Rp [.,]? \s{{0,3}}
    (?P<digits> {SHAPE}(?:\s?(?:{SHAPE}|[.,]))* (?:,\s?-)? -? )
    {SCALE} {BRACKET}""",
    re.VERBOSE | re.IGNORECASE,
)

#: A number, with its words in brackets where they are printed.
#:
#: takes    30 (tiga puluh)      1,2%      7(tujuh)      500      1.250.000
#: refuses  A5      pasal-12      12A
NUMBER = re.compile(
    rf"(?<![\w.,/-])(?P<head>(?P<digits>{DIGITS})(?!\w)(?P<sign>\s?[%‰])?){SCALE}{BRACKET}{TAIL}",
    re.IGNORECASE,
)

#: *1 x 24 jam*, with or without words.
#:
#: takes    1 x 24 (satu kali dua puluh empat) jam      3x24 jam      2 X 24 jam
#: refuses  24 jam
TIMES = re.compile(
    rf"(?<![\w.,/-])(?P<times>\d{{1,2}})\s?[xX×]\s?(?P<digits>\d{{1,2}}){BRACKET}\s{{0,3}}jam\b",
    re.IGNORECASE,
)

#: A fraction in digits, with its words.
#:
#: takes    2/3 (dua pertiga)      1/2 (satu per dua)
#: refuses  12/2011
FRACTION = re.compile(rf"(?<![\w/])(?P<upper>\d)\s?/\s?(?P<lower>\d{{1,2}})(?![\d/]){BRACKET}")

#: A time of day.
#:
#: takes    pukul 18.00      pukul 07:30
#: refuses  18.00
CLOCK = re.compile(r"\bpukul\s+(?P<hour>\d{1,2})[.:](?P<minute>\d\d)\b", re.IGNORECASE)

#: A day of every month.
#:
#: takes    tanggal 10 (sepuluh) bulan berikutnya      tanggal 5 setiap bulan
#: refuses  tanggal 10 Mei
MONTH_DAY = re.compile(
    rf"\btanggal\s+(?P<digits>\d{{1,2}}){BRACKET}\s+(?=(?:setiap\s+|tiap\s+|pada\s+)?bulan\b)",
    re.IGNORECASE,
)

#: Words before a number that make it a label, a year or a date.
#:
#: takes    Pasal       ayat (      Nomor       tanggal       Tahun Anggaran       huruf
#: refuses  paling lama       sebesar
LABEL_BEFORE = re.compile(
    r"""(?: \b(?: pasal | ayat | nomor | no\.? | huruf | angka | bab | bagian | paragraf | butir
      | lampiran | tanggal | tgl\.? | tahun (?:\s+anggaran|\s+pajak|\s+buku)? | lembar(?:an)?
      | kelas | golongan | tipe | romawi | halaman | kode | eselon | seri | peraturan | ke
      ) \s* [-(]? \s* | \bke-\s? )\Z""",
    re.VERBOSE | re.IGNORECASE,
)

#: Years before a number of months: the word is then no label of the number.
#:
#: takes    17 tahun       2 (dua) tahun dan
#: refuses  Tahun       ayat (2) tahun
YEARS_BEFORE = re.compile(r"(?:\d|(?<!\d)\))\s*tahun(?:\s+dan)?\s*\Z", re.IGNORECASE)
#: Months, weeks or days after a number.
#:
#: takes     bulan       (enam) bulan
#: refuses   tahun
MONTHS_AFTER = re.compile(r"\s*(?:\([a-z\s]{3,40}\)\s*)?(?:bulan|minggu|hari)\b", re.IGNORECASE)
#: A share printed in words alone.
#:
#: takes    dua pertiga dari jumlah      sepertiga bagian      setengah dari
#: takes    tiga per empat anggota
#: refuses  setengah jadi      dua per tiga puluh
SHARE = re.compile(
    r"""
    (?<![\w(]) (?P<words>
        (?: satu | dua | tiga | empat | lima | enam | tujuh ) \s++ per \s?
            (?: dua | tiga | empat | lima | enam | tujuh | delapan | sembilan | sepuluh )
      | se (?: paruh | tengah | per \s? (?: tiga | empat | lima | enam | delapan | sepuluh ) ) )
    (?= \s++ (?: dari | bagian | jumlah | anggota | suara | peserta | luas | nilai ) \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: A month right after a number makes it a date.
#:
#: takes    Januari 2018      desember
#: refuses  bulan
MONTH_AFTER = re.compile(
    r"\s*(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|"
    r"nopember|november|desember)\b",
    re.IGNORECASE,
)

#: Between the first number of a range and its second.
#:
#: takes    sampai dengan       s.d.       atau       -       dan paling banyak
#: refuses  sejak
RANGE = re.compile(
    r"\s*(?:sampai\s+dengan|sampai|hingga|s\.?\s?/?\s?d\.?|atau|dan|-|–)\s*"
    r"(?:(?:paling|se)[\s-]?(?:banyak|sedikit|kurang)(?:-(?:banyaknya|kurangnya))?\s+)?",
    re.IGNORECASE,
)

#: No words between the two numbers of a range are longer.
LONGEST_RANGE = 32
#: The unit that closes the words in brackets.
#:
#: takes    lima juta rupiah      tujuh hari kerja      lima persen
#: refuses  tiga puluh
INNER_UNIT = re.compile(
    r"(?<!\s)\s*+(?P<unit>rupiah|persen|per\s?seratus|hari(?:\s+kerja)?|bulan|tahun|jam|orang)"
    r"\s*+\Z",
    re.IGNORECASE,
)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """List the quantities of a text in order of appearance.

    Labels (*Pasal 5*, *ayat (1)*), numbers of regulations, years and dates are none. Where a
    number is printed in digits and in words, the words count: optical reading breaks digits
    far more often. Minutes are given in hours, weeks in days, kilometres in metres and so on;
    months, years, days and *hari kerja* stay what they are.

    >>> [
    ...     (q.value, q.unit, q.bound)
    ...     for q in find_quantities("paling lama 30 (tiga puluh) hari kerja")
    ... ]
    [(30.0, 'workday', 'le')]
    >>> [(q.value, q.unit) for q in find_quantities("sebesar Rp1.000.00O,0O (satu juta rupiah)")]
    [(1000000.0, 'rupiah')]
    >>> [(q.value, q.unit) for q in find_quantities("paling rendah 17 tahun 6 bulan")]
    [(210.0, 'month')]
    >>> find_quantities("Pasal 5 ayat (1) Undang-Undang Nomor 5 Tahun 2017")
    ()
    """
    found: list[Quantity] = []
    position = 0
    for quantity in spread_units(text, sorted(candidates(text), key=rank)):
        if quantity.unit and quantity.span.start >= position:
            whole = joined(text, found[-1], quantity) if found else None
            found[-1:] = [whole] if whole else [*found[-1:], quantity]
            position = quantity.span.end
    return tuple(found)


def joined(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Return one time for years and months, or hours and minutes, printed side by side."""
    if text[first.span.end : second.span.start].strip().lower() not in ("", "dan"):
        return None
    span = Span(first.span.start, second.span.end)
    if (first.unit, second.unit) == ("year", "month") and second.value < MONTHS:
        return replace(first, value=first.value * MONTHS + second.value, unit="month", span=span)
    if first.unit == second.unit == "hour" and second.value < 1 <= first.value:
        return replace(first, value=first.value + second.value, span=span)
    return None


def rank(quantity: Quantity) -> tuple[int, int]:
    """Order candidates by where they start, the longest first."""
    return quantity.span.start, -quantity.span.end


def candidates(text: str) -> Iterator[Quantity]:
    """Yield every reading of a number in the text; overlaps are settled later."""
    for match in TIMES.finditer(text):
        hours = float(match["times"]) * float(match["digits"])
        yield quantity_at(text, match.span(), hours, "hour")
    for match in CLOCK.finditer(text):
        yield quantity_at(text, match.span(), clock_value(match), "clock")
    for match in MONTH_DAY.finditer(text):
        yield quantity_at(text, (match.start(), match.end()), float(match["digits"]), "date")
    for pattern, read in READERS:
        for match in pattern.finditer(text):
            yield from read(text, match)


def clock_value(match: re.Match[str]) -> float:
    """Return a time of day in hours."""
    return int(match["hour"]) + int(match["minute"]) / 60


def quantity_at(text: str, span: tuple[int, int], value: float, unit: str) -> Quantity:
    """Make a quantity of a stretch of text, its bound read from what surrounds it."""
    bound = read_bound(text[max(0, span[0] - 60) : span[0]], text[span[1] : span[1] + 20])
    return Quantity(value, unit, bound, Span(*span))


def read_money(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """Read an amount after *Rp*."""
    if not re.search(r"\d", match["digits"]):
        return
    value = spelt_value(match["words"])
    end = match.end()
    if value is None:
        value = scaled(parse_digits(match["digits"]), match["scale"])
        if not match["words"] and not match["scale"]:
            end = match.start("digits") + len(match["digits"].rstrip(" ,."))
    if value is not None:
        yield quantity_at(text, (match.start(), end), value, "rupiah")


def scaled(value: float | None, scale: str | None) -> float | None:
    """Multiply a number in digits by the word after it (*50 juta*)."""
    return None if value is None else value * SCALES.get((scale or "").lower(), 1)


def spelt_value(words: str | None) -> float | None:
    """Read the words in brackets, which may name the unit too (*lima persen*)."""
    return parse_words(INNER_UNIT.sub("", words)) if words else None


def read_fraction(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """Read *2/3 (dua pertiga)* as a part of one."""
    value = spelt_value(match["words"])
    if value is not None:
        yield quantity_at(text, match.span(), value, "part")


def read_number(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """Read a number in digits, its words, and the unit or noun that follows."""
    if is_labelled(text, match):
        return
    words = match["words"] or ""
    value, end = spelt_value(words), match.end()
    if value is None:
        if MONTH_AFTER.match(text, match.end("digits")):
            return
        value = scaled(parse_digits(match["digits"]), match["scale"])
        if words and not looks_spelt(words):
            words, end = "", match.end("scale" if match["scale"] else "head")
    value = scaled(value, match["tail"])
    if value is None:
        return
    if match["sign"]:
        size = 0.1 if match["sign"].strip() == "‰" else 1
        yield quantity_at(text, (match.start(), end), value * size, "percent")
    else:
        yield with_unit(text, (match.start(), end), value, words)


def is_labelled(text: str, match: re.Match[str]) -> bool:
    """Tell whether the words before a number make it a label, a year or a date."""
    before = text[max(0, match.start() - 25) : match.start()]
    if not LABEL_BEFORE.search(before):
        return False
    return not (YEARS_BEFORE.search(before) and MONTHS_AFTER.match(text, match.end("digits")))


def looks_spelt(words: str) -> bool:
    """Tell whether brackets hold a number in words that optical reading has broken."""
    letters = re.sub(r"[^a-z]", "", words.lower())
    parts = re.findall("puluh|ratus|ribu|juta|belas|rupiah|persen|satu|dua|tiga|empat|lima|enam|"
                       "tujuh|delapan|sembilan", letters)  # fmt: skip
    return 2 * sum(map(len, parts)) > len(letters)


def with_unit(text: str, span: tuple[int, int], value: float, words: str) -> Quantity:
    """Attach the unit after a number, or in its brackets, or the noun it counts."""
    after = text[span[1] : span[1] + 40]
    for place, width in ((after, 1), (inner_unit(words), 0)):
        unit = read_unit(place)
        if unit:
            name, size, length = unit
            return quantity_at(text, (span[0], span[1] + length * width), value * size, name)
    noun = read_noun(after, spelt=bool(words))
    if noun:
        return quantity_at(text, (span[0], span[1] + noun[1]), value, noun[0])
    return quantity_at(text, span, value, "count" if words else "")


def inner_unit(words: str) -> str:
    """Return the unit that ends the words in brackets (*lima juta rupiah*), or nothing."""
    match = INNER_UNIT.search(words)
    return match["unit"] if match else ""


def read_spelt(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """Read a number printed in words only; it needs a unit of measure or a bound."""
    value = parse_words(match[0])
    before = text[max(0, match.start() - 25) : match.start()]
    if value is None or before.rstrip().endswith("(") or LABEL_BEFORE.search(before):
        return
    after = text[match.end() : match.end() + 40]
    bare = quantity_at(text, match.span(), value, "")
    if read_unit(after) or (bare.bound != "eq" and read_noun(after, spelt=False)):
        yield with_unit(text, match.span(), value, "")


def spread_units(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Give the first number of a range the unit of its second (*3 (tiga) sampai 5 hari*)."""
    for index, quantity in enumerate(found):
        later = next(
            (one for one in found[index + 1 : index + 4] if one.span.start >= quantity.span.end),
            None,
        )
        if quantity.unit in {"", "count"} and later and later.unit not in {"", "count"}:
            between = text[quantity.span.end : later.span.start]
            if len(between) < LONGEST_RANGE and RANGE.fullmatch(between):
                yield replace(quantity, unit=later.unit)
                continue
        yield quantity


def read_share(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """Read *dua pertiga dari* as a part of one."""
    value = parse_words(match["words"])
    if value is not None:
        yield quantity_at(text, match.span(), value, "part")


#: How numbers are printed, and what reads them.
READERS = (
    (MONEY, read_money),
    (FRACTION, read_fraction),
    (SHARE, read_share),
    (NUMBER, read_number),
    (NUMBER_WORDS, read_spelt),
)
