"""Numbers as regulations write them: in words (*dua puluh lima*) and in digits (*1.250,50*)."""

from __future__ import annotations

import re

UNITS = {
    "nol": 0,
    "kosong": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
SCALES = {
    "ribu": 10**3,
    "juta": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
    "triliyun": 10**12,
    "kuadriliun": 10**15,
}
ONE_SCALES = {f"se{scale}": value for scale, value in SCALES.items()}
JOINERS = ("belas", "puluh", "ratus", "koma", "per", "setengah", "separuh", "seper")

MORPHEMES = tuple(
    sorted((*UNITS, *WHOLE, *SCALES, *ONE_SCALES, *JOINERS), key=lambda word: (-len(word), word))
)

#: One or more number words, apart, hyphenated or glued (*satujuta*), from the start of a word.
#:
#: takes    dua puluh lima      dua ratus lima puluh juta      satujuta      satu koma dua
#: refuses  peraturan      setiap      juta rupiah      perizinan
WORDS = (
    rf"(?<![\w-])(?!(?:per|koma|belas|puluh|ratus|{'|'.join(SCALES)})\b)"
    rf"(?:{'|'.join(MORPHEMES)})(?:[\s-]{{0,3}}(?:{'|'.join(MORPHEMES)}))*(?![\w-])"
)
#: A number in words.
#:
#: takes    dua puluh lima      seratus ribu
#: refuses  kios
NUMBER_WORDS = re.compile(WORDS, re.IGNORECASE)
#: The pieces of which number words are made.
#:
#: takes    ratus      belas
#: refuses  kios
MORPHEME = re.compile("|".join(MORPHEMES))

#: What optical reading makes of letters; no number word holds c, q, f or w.
CONFUSED = (("r1", "n"), ("rn", "m"), ("r-r", "u"), ("q", "g"), ("f", "t"), ("c", "e"))
LOOKALIKE_LETTERS = str.maketrans("1!|0", "lllo")
LOOKALIKE_DIGITS = str.maketrans("OoQDlI|!SZ", "0000111152")


def parse_words(text: str) -> float | None:
    """Return the number that Indonesian words spell, or ``None`` when they spell none.

    Blanks, hyphens and the commonest reading errors of OCR do not matter.

    >>> parse_words("dua puluh lima"), parse_words("seratus sebelas ribu")
    (25.0, 111000.0)
    >>> parse_words("satu koma dua"), parse_words("dua pertiga"), parse_words("satu setengah")
    (1.2, 0.6666666666666666, 1.5)
    >>> parse_words("tiqa pu1uh"), parse_words("setiap orang")
    (30.0, None)
    """
    morphemes = split_words(text)
    if not morphemes:
        return None
    if "koma" in morphemes:
        return parse_decimal(morphemes)
    for joiner in ("per", "seper"):
        if joiner in morphemes:
            return parse_fraction(morphemes, joiner)
    if morphemes[-1] in {"setengah", "separuh"}:
        whole = parse_whole(morphemes[:-1]) if morphemes[:-1] else 0
        return None if whole is None else whole + 0.5
    return parse_whole(morphemes)


def split_words(text: str) -> list[str]:
    """Split a text into number words; empty when anything else remains."""
    folded = text.lower()
    for wrong, right in CONFUSED:
        folded = folded.replace(wrong, right)
    folded = re.sub(r"[^a-z]+", "", folded.translate(LOOKALIKE_LETTERS))
    # An l read for an i, or an i for an l, is settled by the list of words.
    found, position = [], 0
    soft = soften(folded)
    while position < len(soft):
        word = next((one for one in MORPHEMES if soft.startswith(soften(one), position)), None)
        if word is None:
            return []
        found.append(word)
        position += len(word)
    return found


def soften(text: str) -> str:
    """Make i and l one letter, as they look."""
    return text.replace("l", "i")


def parse_whole(morphemes: list[str]) -> float | None:
    """Evaluate a whole number; ``None`` for an impossible order such as *dua tiga*."""
    total, group, digit = 0, 0, None
    last_scale = 10**18
    for word in morphemes:
        scale = SCALES.get(word) or ONE_SCALES.get(word)
        if scale:
            amount = group + (digit or 0)
            if word in ONE_SCALES:
                if amount:
                    return None
                amount = 1
            if not amount or scale >= last_scale:
                return None
            total, group, digit, last_scale = total + amount * scale, 0, None, scale
        else:
            step = add_word(word, group, digit)
            if step is None:
                return None
            group, digit = step
    return float(total + group + (digit or 0))


def add_word(word: str, group: int, digit: int | None) -> tuple[int, int | None] | None:
    """Add one word below a thousand to the group before it; ``None`` when it cannot follow."""
    if word in UNITS:
        return None if digit is not None or group % 10 else (group, UNITS[word])
    if word in WHOLE:
        room = 1000 if word == "seratus" else 100
        fits = digit is None and group % room == 0
        return (group + WHOLE[word], None) if fits else None
    if not digit or word not in {"belas", "puluh", "ratus"}:
        return None
    if word == "belas":
        return (group + 10 + digit, None) if group % 100 == 0 else None
    size = 10 if word == "puluh" else 100
    return (group + digit * size, None) if group % (size * 10) == 0 else None


def parse_decimal(morphemes: list[str]) -> float | None:
    """Evaluate words on both sides of *koma*: digits one by one, or a number."""
    at = morphemes.index("koma")
    scale = 1
    tail = morphemes[at + 1 :]
    if len(tail) > 1 and tail[-1] in SCALES:
        scale = SCALES[tail.pop()]
    whole = parse_whole(morphemes[:at])
    zeros = next((n for n, word in enumerate(tail) if UNITS.get(word) != 0), len(tail))
    digits = "0" * zeros
    rest = tail[zeros:]
    if all(word in UNITS for word in rest):
        digits += "".join(str(UNITS[word]) for word in rest)
    else:
        number = parse_whole(rest)
        if number is None:
            return None
        digits += f"{number:.0f}"
    if whole is None or not digits:
        return None
    return float(f"{whole:.0f}.{digits}") * scale


def parse_fraction(morphemes: list[str], joiner: str) -> float | None:
    """Evaluate *dua per tiga* or *seperempat*."""
    at = morphemes.index(joiner)
    upper = 1.0 if joiner == "seper" and at == 0 else parse_whole(morphemes[:at])
    lower = parse_whole(morphemes[at + 1 :])
    if upper is None or not lower or (joiner == "seper" and at):
        return None
    return upper / lower


def parse_digits(text: str) -> float | None:
    """Return the number that digits print: dot for thousands, comma for decimals.

    Letters that optical reading puts for digits are read as digits. A dot that cannot stand
    before thousands is taken for a decimal point.

    >>> parse_digits("1.250.000,00"), parse_digits("1,2"), parse_digits("50.000.000,-")
    (1250000.0, 1.2, 50000000.0)
    >>> parse_digits("1.000.000,0O"), parse_digits("0.5"), parse_digits("1 0.000.000,00")
    (1000000.0, 0.5, 10000000.0)
    """
    folded = re.sub(r"\s+", "", text.translate(LOOKALIKE_DIGITS)).rstrip(".,-")
    whole, comma, decimals = folded.partition(",")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", whole) or "." not in whole:
        whole = whole.replace(".", "")
    elif not comma and re.fullmatch(r"\d+\.\d{1,2}", whole):
        whole, _, decimals = whole.partition(".")
    else:
        whole = whole.replace(".", "")
    if not whole.isdigit() or (decimals and not decimals.isdigit()):
        return None
    return float(f"{whole}.{decimals or 0}")
