"""Whether one word is short for several: *DPRD*, *Permendagri*, *Polri*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

#: Words an abbreviation may pass over.
SKIPPED = frozenset({"dan", "atau", "serta", "republik", "indonesia", "negara", "provinsi"})
#: The shortest word that may be taken for an abbreviation.
SHORTEST = 2
#: The letters of what may follow the first word of an abbreviation.
LONGEST_TAIL = 3
#: Words whose beginning is written otherwise in abbreviations (*Kapolda*, *Kadis*).
IRREGULAR = {"kepala": "ka"}


def is_abbreviation(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether ``short`` is made of the beginnings of the words of ``long``.

    Both in lower case. A hyphenated word has several beginnings; *ke-* and *per-* may be passed.
    An abbreviation is one word, or two of which the second is a few letters (*Satpol PP*).

    >>> is_abbreviation(["apbd"], ["anggaran", "pendapatan", "dan", "belanja", "daerah"])
    True
    >>> is_abbreviation(["polri"], ["kepolisian", "negara", "republik", "indonesia"])
    True
    >>> is_abbreviation(["uu"], ["undang-undang"]), is_abbreviation(["dapat"], ["dinas", "pasar"])
    (True, False)
    """
    if not short or len(short[0]) < SHORTEST or any(len(one) > LONGEST_TAIL for one in short[1:]):
        return False
    parts = tuple(part for word in long for part in word.replace("undangundang", "undang-undang")
                  .split("-") if part)  # fmt: skip
    return max(1, len(short)) < len(parts) < 12 and spells("".join(short), parts)


@lru_cache(maxsize=10_000)
def spells(short: str, parts: tuple[str, ...]) -> bool:
    """Tell whether ``short`` can be cut into beginnings of the parts, in order."""
    if not parts:
        return not short
    if not short:
        return all(part in SKIPPED for part in parts)
    if parts[0] in SKIPPED and spells(short, parts[1:]):
        return True
    for start in beginnings(parts[0]):
        length = 0
        while length < min(len(short), len(start)) and short[length] == start[length]:
            length += 1
            if spells(short[length:], parts[1:]):
                return True
    return False


def beginnings(word: str) -> tuple[str, ...]:
    """Return the word, what follows its prefix, and what stands for it in abbreviations."""
    known = (IRREGULAR[word],) if word in IRREGULAR else ()
    return (
        word,
        *known,
        *(word[len(one) :] for one in ("ke", "per", "pe") if word.startswith(one)),
    )
