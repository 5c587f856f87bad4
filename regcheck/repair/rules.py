"""Misreadings that only their surroundings give away: numbers, labels, and words of citations."""

from __future__ import annotations

import re
from collections.abc import Callable

from regcheck.instruments import to_digits

#: A pattern, and what is written in the place of a match.
Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

#: ``Pasal`` before a number, misread so far that no letter by letter reading finds it.
#:
#: takes    ^asal 5      Pasd 2l      Pasat 3      Fasal 7
#: refuses  Pasal 5      asal 5      Pasat jalan
PASAL = re.compile(
    r"(?<! \w ) (?: \^asa[l1I] | Pasd | Pasat | Fasal ) (?= [ ] [\dlI]{1,3} \b )", re.VERBOSE
)

#: ``Lembaran`` with its first letters misread.
#:
#: takes    kmbaran      l,embaran      lrmbaran      Iembaran      I,embaran      lcmbaran
#: refuses  gambaran      Lembaran      selembaran
GAZETTE = re.compile(
    r"(?<!\w) (?!gam|lam|kem|sam|Lem|lem) [lLIkt1] [,.]? [a-z]{0,2} mbaran \b", re.VERBOSE
)

#: A mark in front of words that is not on the page, in a whole family of scans.
#:
#: takes    ^jelas      ^^pajak
#: refuses  10^6      ^2      ^
STRAY = re.compile(r"(?<! \w ) \^+ (?= [^\W\d_] )", re.VERBOSE)

#: The stroke of *dan/atau* read as a letter.
#:
#: takes    danf atau      danlatau      dan latau      dan fatau      dan l atau      danIatau
#: refuses  dan atau      dan/atau
AND_OR = re.compile(
    r"\b (dan) (?: [fl1I|] [ ]? | [ ] [fl1I|] [ ]? ) (atau) \b", re.VERBOSE | re.IGNORECASE
)

#: A place named without the space.
#:
#: takes    Pasal2      PasalT2      PasalI      pasal2l      Hurufa      hurufd,
#: refuses  Pasal 2      hurufnya      Pasalnya
GLUED = re.compile(
    r"""
    \b (?: [Pp]asal (?= [\dT]\d* [A-Zl]? \b | [IVX]+ \b ) | [Hh]uruf (?= [a-z] \b ) )
    """,
    re.VERBOSE,
)
#: takes    Pasal T2
#: refuses  Pasal 72      Pasal T
SEVEN = re.compile(r"(?<= asal [ ] ) T (?= \d )", re.VERBOSE)

#: A year with letters among its digits.
#:
#: takes    2OL9      L945      20ll      2Ol1      2oll      l999
#: refuses  2019      1L      20llA      IIII
YEAR = re.compile(
    r"""
    (?<! [\w.,/] ) (?= \w{0,3} \d ) (?= \d{0,3} [^\W\d] )
    [12lILZ] [089OoQ] [\dOoQlIiLSZ]{2} (?! \w | [.,]\d )
    """,
    re.VERBOSE,
)

#: The number of a rule or of a pasal, with letters among its digits. A capital at the end is the
#: letter of an inserted pasal.
#:
#: takes    Nomor L2      Pasal 2l      Nomor ll      angka 1l      No. 1O      Tahun 20lO
#: refuses  Nomor 12      Pasal I      Nomor II      Pasal 12A      angka a
NUMBER = re.compile(
    r"""
    (?<! \w )
    ( (?: [Nn]omor | NOMOR | [Nn]o\. | [Aa]ngka | [Pp]asal | PASAL | [Tt]ahun | TAHUN ) \s{1,2} )
    (?! \d+ \b )
    ( (?: [lLIOo] (?= [\dOol]* \d ) | l (?= l\b | [Oo] ) | \d )
      [\dOolL]* (?: (?<= \d ) I (?= \d ) [\dOol]+ )* )
    (?! \w )
    """,
    re.VERBOSE,
)

#: An amount with letters among its digits, grouped by thousands, or before its words.
#:
#: takes    Rp1.000.00O,0O      1O%      3O (tiga puluh)      l (satu)      50.OOO      Rpl.000
#: refuses  Rp1.000.000,00      l.a      3 (tiga)      I (satu)      I.10      20,07o
AMOUNT = re.compile(
    r"""
    (?: (?<! [\w.,/] ) | (?<= \b Rp ) | (?<= \b Rp\. ) )
    (?= [\d.,OolI]* [OolI] )
    (?: (?: \d [\dOolI]{0,2} | l )
        (?: (?: \. [\dOolI]{3} )+ (?: , [\dOo]{2} )? | , [\dOo]{2} ) (?! [\w] )
      | (?= [Ool]* \d ) [\dOolI]{1,4} (?= % | [ ] \( [a-z]{3} )
      | l (?= [ ] \( (?: satu | se ) ) )
    """,
    re.VERBOSE,
)

#: The number of an ayat, its bracket or its digits misread.
#:
#: takes    ayat (21      ayat (2l      ayat (l)      ayat (I)      ayat (1l)      ayat (3J,
#: takes    ayat l2)
#: refuses  ayat (2)      ayat (21)      ayat (a)      ayat (2      ayat 12)
AYAT = re.compile(
    r"""
    (\b [Aa]yat \s? )
    (?: \( (?: (?! \d+ \) ) ([\dlIiOoSZ]{1,3}) \) | (\d{1,2}) [1lIJ\]}] (?! [\w)] ) )
      | [lI] (\d{1,2}) \) )
    """,
    re.VERBOSE,
)
#: The label of an ayat at the start of a line.
#:
#: takes    (21 Bupati      (l) Setiap      (2l Gubernur      (Z) Ketentuan
#: refuses  (2) Bupati      (ii) dalam      (21) Bupati
LABEL = re.compile(
    r"^ ( [ \t]* ) \( (?: ( [lIZ] ) \) | (\d{1,2}) [1lI] ) (?= [ ] [A-Z] )",
    re.VERBOSE | re.MULTILINE,
)
#: The number of the supplement to the gazette has four digits; a fifth is its bracket.
#:
#: takes    Indonesia Nomor 52341;      Indonesia Nomor 4739l.
#: refuses  Indonesia Nomor 5234);      Nomor 52341
SUPPLEMENT = re.compile(r"(?<= Indonesia[ ]Nomor[ ] ) (\d{4}) [1lIJ] (?= [;.,] )", re.VERBOSE)


def write_gazette(_: re.Match[str]) -> str:
    """Write *Lembaran*, which is always a name where it is misread."""
    return "Lembaran"


def write_pasal(_: re.Match[str]) -> str:
    """Write *Pasal*."""
    return "Pasal"


def write_nothing(_: re.Match[str]) -> str:
    """Leave it out."""
    return ""


def write_and_or(match: re.Match[str]) -> str:
    """Write *dan/atau*."""
    return f"{match[1]}/{match[2]}"


def write_apart(match: re.Match[str]) -> str:
    """Put the space behind the word."""
    return f"{match[0]} "


def write_seven(_: re.Match[str]) -> str:
    """Write the digit that looks like a T."""
    return "7"


def write_year(match: re.Match[str]) -> str:
    """Write a year of the last two centuries in digits; anything else stays."""
    digits = to_digits(match[0])
    return digits if "1800" <= digits < "2100" else match[0]


def write_number(match: re.Match[str]) -> str:
    """Write the digits of a number."""
    return match[1] + to_digits(match[2])


def write_digits(match: re.Match[str]) -> str:
    """Write all look-alikes as digits."""
    return to_digits(match[0])


def write_ayat(match: re.Match[str]) -> str:
    """Write the number of an ayat in its brackets."""
    return f"{match[1]}({to_digits(match[2]) if match[2] else match[3] or match[4]})"


def write_label(match: re.Match[str]) -> str:
    """Write the label of an ayat in its brackets."""
    return f"{match[1]}({to_digits(match[2]) if match[2] else match[3]})"


def write_supplement(match: re.Match[str]) -> str:
    """Close the bracket behind the number of the supplement."""
    return f"{match[1]})"


#: Before the words, and after them; a rule may stand on what those before it wrote.
FIRST: tuple[Rule, ...] = (
    (GAZETTE, write_gazette),
    (PASAL, write_pasal),
    (STRAY, write_nothing),
)
RULES: tuple[Rule, ...] = (
    (GAZETTE, write_gazette),
    (AND_OR, write_and_or),
    (GLUED, write_apart),
    (SEVEN, write_seven),
    (NUMBER, write_number),
    (YEAR, write_year),
    (AMOUNT, write_digits),
    (AYAT, write_ayat),
    (LABEL, write_label),
    (SUPPLEMENT, write_supplement),
)
