"""Which words Indonesian regulations use, and how words are spelled in them.

The list is kept as hashes of words: it can be asked, not read. ``models/lexicon`` says how it was
learned and how often it errs.
"""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from zlib import adler32, crc32

MAGIC = b"RLX2"
#: The letters of the trigrams; 0 is the edge of a word.
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
SIZE = len(ALPHABET) + 1
#: Steps of the stored numbers: of the natural logarithm of a probability, of the binary logarithm
#: of the number of texts.
STEPS, TEXT_STEPS = 20, 4
#: What a sign costs that is no letter, in natural logarithms.
NO_LETTER = -12.0

#: A root of an affixed word has so many letters, and stands in so many texts.
MIN_ROOT, ROOT_TEXTS = 4, 8
#: Particles, which any word takes, and the suffixes of words with a prefix.
PARTICLES, SUFFIXES = ("nya", "lah", "kah", "pun"), ("kan", "an", "i")
#: Prefixes, longest first, with the letters that the root may have lost behind them.
PREFIXES = (
    ("meng", ("", "k")), ("meny", ("s",)), ("mem", ("", "p")), ("men", ("", "t")), ("me", ("",)),
    ("peng", ("", "k")), ("peny", ("s",)), ("pem", ("", "p")), ("pen", ("", "t")), ("pe", ("",)),
    ("ber", ("",)), ("ter", ("",)), ("per", ("",)), ("di", ("",)), ("ke", ("",)), ("se", ("",)),
    ("antar", ("",)), ("non", ("",)), ("pra", ("",)), ("sub", ("",)), ("multi", ("",)),
)  # fmt: skip


@dataclass(frozen=True)
class Lexicon:
    """The learned numbers.

    ``words`` maps the hash of a word to its check, and to the number of texts that use it on a
    scale of logarithms; ``trigrams`` holds the costs of three letters in a row, ``SIZE`` cubed.
    """

    words: dict[int, tuple[int, int]]
    trigrams: bytes


@cache
def load_lexicon() -> Lexicon:
    """Read the shipped numbers, once."""
    return from_bytes(files("regcheck").joinpath("data/lexicon.bin").read_bytes())


def from_bytes(data: bytes) -> Lexicon:
    """Read a lexicon as :func:`to_bytes` writes it.

    Raises:
        ValueError: It is none.
    """
    count = int.from_bytes(data[4:8], "little")
    if data[:4] != MAGIC or len(data) != 8 + 6 * count + SIZE**3:
        raise ValueError("not a lexicon of regcheck")
    hashes = array("I", data[8 : 8 + 4 * count])
    if sys.byteorder == "big":
        hashes.byteswap()
    checks, classes, trigrams = (data[8 + n * count :] for n in (4, 5, 6))
    return Lexicon(dict(zip(hashes, zip(checks, classes, strict=False), strict=False)), trigrams)


def to_bytes(lexicon: Lexicon) -> bytes:
    """Write a lexicon, its words in the order of their hashes.

    >>> small = Lexicon({hash_of("daerah"): (check_of("daerah"), 40)}, bytes(SIZE**3))
    >>> from_bytes(to_bytes(small)) == small
    True
    """
    keys = sorted(lexicon.words)
    hashes = b"".join(key.to_bytes(4, "little") for key in keys)
    columns = b"".join(bytes(lexicon.words[key][n] for key in keys) for n in (0, 1))
    return MAGIC + len(keys).to_bytes(4, "little") + hashes + columns + lexicon.trigrams


def hash_of(word: str) -> int:
    """Return the 32-bit hash under which a lower-case word is kept."""
    return crc32(word.encode())


def check_of(word: str) -> int:
    """Return the 8 bits that tell a lower-case word from another of the same hash."""
    return adler32(word.encode()) % 251


def stored_class(word: str) -> int:
    """Return the class of a listed lower-case word, at least 1; 0 for any other."""
    check, stored = load_lexicon().words.get(hash_of(word), (0, 0))
    return stored if stored and check == check_of(word) else 0


def text_count(word: str) -> float:
    """Estimate how many of the 3,000 texts of the training use a word; 0 for one not listed.

    >>> text_count("peraturan") > text_count("retribusi") > text_count("kapal selam") == 0
    True
    """
    stored = stored_class(word.lower())
    return float(2 ** (stored / TEXT_STEPS)) if stored else 0.0


@lru_cache(maxsize=1 << 17)
def is_known(word: str) -> bool:
    """Tell whether a word is used in regulations: listed, derived from a listed root, or doubled.

    Capitals make no difference. Signs, figures and single letters are no words.

    >>> [is_known(word) for word in ("DAERAH", "perundang-undangan", "pengkapalannya")]
    [True, True, True]
    >>> [is_known(word) for word in ("dcngan", "pen5rusunan", "a", "2019", "")]
    [False, False, False, False, False]
    """
    lower = word.lower()
    if "-" in lower:
        parts = [part for part in lower.split("-") if part]
        return bool(parts) and all(is_known(part) for part in parts)
    if stored_class(lower):
        return len(lower) > 1
    return lower.isalpha() and is_derived(lower)


def is_derived(word: str) -> bool:
    """Tell whether a lower-case word is a listed root with affixes.

    A suffix needs a prefix, but for the particles.

    >>> [is_derived(word) for word in ("berkapalkah", "dikapalkannya", "kapalnya", "kapali")]
    [True, True, True, False]
    """
    stem = strip_one(word, PARTICLES)
    if (stem != word and is_root(stem)) or has_prefixed_root(stem):
        return True
    bare = strip_one(stem, SUFFIXES)
    return bare != stem and has_prefixed_root(bare)


def strip_one(word: str, endings: tuple[str, ...]) -> str:
    """Take one of the endings off a word, if enough is left."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_ROOT:
            return word.removesuffix(ending)
    return word


def has_prefixed_root(word: str) -> bool:
    """Tell whether a listed root stands behind a prefix."""
    return any(
        is_root(lost + word[len(prefix) :])
        for prefix, losses in PREFIXES
        if word.startswith(prefix)
        for lost in losses
    )


def is_root(word: str) -> bool:
    """Tell whether a word is common enough for affixes to be taken off it."""
    return len(word) >= MIN_ROOT and text_count(word) >= ROOT_TEXTS


@lru_cache(maxsize=1 << 17)
def spelling_score(word: str) -> float:
    """Return how usual the letters of a word are in their order: a mean natural logarithm.

    It is the mean over the letters and the end of the word, at most 0. Words of regulations lie
    about -2, names of places about -2.5, misread words mostly below -3.

    >>> spelling_score("penyelenggaraan") > spelling_score("pcnyclcnggaraan")
    True
    """
    trigrams = load_lexicon().trigrams
    total, before, last, count = 0.0, 0, 0, 1
    for sign in word.lower():
        code = ord(sign) - 96
        count += 1
        if not 0 < code < SIZE:
            total += NO_LETTER
            before, last = last, 0
            continue
        total -= trigrams[(before * SIZE + last) * SIZE + code] / STEPS
        before, last = last, code
    return (total - trigrams[(before * SIZE + last) * SIZE] / STEPS) / count
