"""How much of a text consists of words: the gate for bad OCR layers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from regcheck.read.patterns import (
    ADDRESS,
    DECORATION,
    EDGE_MARKS,
    FIGURE,
    HARD_TO_SPEAK,
    LETTERS,
    LONE_MARK,
    ODD_SIGNS,
)

#: A slip of OCR stands once or twice in a document; a form that comes back is a name or a term.
MAX_REPEATS = 2
#: A printed row has about so many words.
WORDS_PER_ROW = 8
#: Texts below this are reported; on clean ones fewer than 1 row in 20 has an odd word.
LOW_QUALITY = 0.8
#: The judgement of fewer words says nothing.
MIN_WORDS = 20


def text_quality(lines: Iterable[str]) -> float:
    """Estimate the share of printed rows whose words are all plausible, in ``[0, 1]``.

    It is the share of plausible words to the power of the words in a row, so that it does not
    depend on how long the lines are. A text without words has the quality 0.

    >>> clean = "Setiap orang wajib menjaga kebersihan lingkungan di wilayah Daerah."
    >>> text_quality([clean] * 3)
    1.0
    >>> text_quality([clean, "Vlll 1© KEBUAKANl pen5rusunan ~1J0M|OR tcrscbut ;:' bcrl^ku"]) < 0.1
    True
    """
    counts = Counter(word for line in lines for word in line.split())
    for word in [word for word in counts if FIGURE.fullmatch(word)]:
        del counts[word]
    total = counts.total()
    if total == 0:
        return 0.0
    odd = sum(
        count for word, count in counts.items() if count <= MAX_REPEATS and not is_plausible(word)
    )
    return (1 - odd / total) ** WORDS_PER_ROW


def is_plausible(word: str) -> bool:
    """Tell whether a word, with its punctuation, can stand in a regulation.

    It judges spelling only: signs and capitals within the word, and letters that do not follow
    each other in Indonesian.

    >>> [is_plausible(word) for word in ("Menimbang:", "KEBIJAKAN", "2011,", "12A", "PPh")]
    [True, True, True, True, True]
    >>> [is_plausible(word) for word in ("KENCANAl", "pen5rusunan", "dcngan", "1©", "tida.k")]
    [False, False, False, False, False]
    """
    core = word.strip(EDGE_MARKS)
    if not core:
        return LONE_MARK.fullmatch(word) is not None
    if ADDRESS.match(core) or DECORATION.fullmatch(core):
        return True
    if ODD_SIGNS.search(core):
        return False
    if core.isupper():
        return True
    return not any(HARD_TO_SPEAK.search(part) for part in LETTERS.findall(core.lower()))
