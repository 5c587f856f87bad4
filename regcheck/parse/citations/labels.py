"""The labels of places as keys write them, from what is printed or misread."""

from __future__ import annotations

import re
from collections.abc import Callable

from regcheck.instruments import to_digits
from regcheck.parse.marks.numbering import from_ordinal, from_roman

WORDS = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
         "delapan": 8, "sembilan": 9, "sepuluh": 10, "pertama": 1}  # fmt: skip
#: Letters that a whole ayat number is misread as: a 4 without its foot, a 1 with a hook.
MISREAD = {"a": "4", "r": "1", "t": "1"}
#: Figures that a recogniser prints as letters before the letter of an inserted pasal.
FIGURES = {"t": "7", "s": "5", "z": "2"}
#: Digits, and the letters that scanners print for them.
#:
#: takes    l2      i      1
#: refuses  a
LOOK_ALIKE = re.compile(r"[0-9oli|!]*[0-9l|!]|[oli|!]+")


def pasal_label(raw: str) -> str:
    """Write a pasal's number as keys do.

    >>> pasal_label("12a"), pasal_label("2l"), pasal_label("ii"), pasal_label("pertama")
    ('12A', '21', 'II', '1')
    >>> pasal_label("4ta")
    '47A'
    """
    if raw in WORDS or raw.startswith("ke"):
        return str(from_ordinal(raw))
    if from_roman(raw.upper()) and raw != "l":
        return raw.upper()
    digits = LOOK_ALIKE.match(raw)
    if not digits:
        return raw.upper()
    letters = raw[digits.end() :]
    if len(letters) == 2 and letters[0] in FIGURES:  # no pasal is inserted with two such letters
        return f"{to_digits(digits[0])}{FIGURES[letters[0]]}{letters[1].upper()}"
    return (to_digits(digits[0]).lstrip("0") or "0") + letters.upper()


def ayat_label(raw: str) -> str:
    """Write an ayat's number as keys do, also where a bracket was read as a digit.

    >>> [ayat_label(raw) for raw in ("(2)", "(21", "l3)", "(l)", "(1a)", "dua", "iv")]
    ['2', '2', '3', '1', '1a', '2', '4']
    """
    inner = raw.strip("()[]{} .")
    if raw.isalpha() and from_roman(raw.upper()):
        return str(from_roman(raw.upper()))
    if inner in WORDS or inner.startswith("ke"):
        return str(WORDS.get(re.sub(r"^ke\s?-?\s?", "", inner), inner))
    if inner == "terakhir":
        return inner
    if raw[0] in "li|" and raw[-1] in ")l|":  # brackets read as letters
        inner = inner[1:].rstrip("l|")
    if inner in MISREAD:
        return MISREAD[inner]
    if raw[0] in "([{" and raw[-1] not in ")]}" and len(inner) > 1 and inner[-1] in "1l!|":
        inner = inner[:-1]
    digits = re.match(r"[0-9oli|!sz]+", inner)
    if not digits:
        return inner
    return (to_digits(digits[0]).lstrip("0") or "0") + inner[digits.end() :].strip()


def number_label(raw: str) -> str:
    """Write an angka as keys do: digits with a letter, or Roman digits."""
    if from_roman(raw.upper()) and raw != "l":
        return raw.upper()
    digits = LOOK_ALIKE.match(raw)
    return to_digits(digits[0]).lstrip("0") + raw[digits.end() :] if digits else raw


def bab_label(raw: str) -> str:
    """Write a bab's number: Roman, with the letter of an inserted one.

    >>> bab_label("iva"), bab_label("vlll")
    ('IVA', 'VIII')
    """
    suffix = raw[-1] if raw[-1] in "ab" else ""
    return raw.removesuffix(suffix).replace("l", "i").replace("1", "i").upper() + suffix.upper()


def ordinal_label(raw: str) -> str:
    """Write an ordinal in words, in Roman or in plain digits as a plain number."""
    number = from_ordinal(raw) or from_roman(raw.upper())
    return str(number) if number else raw


def lampiran_label(raw: str) -> str:
    """Write an annex's number in plain digits; nothing for one without number."""
    head = re.match(r"[a-z0-9]*", raw)
    number = from_roman(head[0].upper().replace("L", "I")) if head else 0
    if not number and raw[-1:] in "abc":
        number = from_roman(raw[:-1].upper())
        return f"{number}{raw[-1].upper()}" if number else raw.upper()
    return str(number) if number else raw.upper()


LABELS: dict[str, Callable[[str], str]] = {
    "pasal": pasal_label, "ayat": ayat_label, "bare_ayat": ayat_label, "bare_number": str,
    "angka": number_label, "bab": bab_label, "bagian": ordinal_label, "paragraf": ordinal_label,
    "lampiran": lampiran_label, "diktum": str, "huruf": str, "bare_letter": str,
}  # fmt: skip
