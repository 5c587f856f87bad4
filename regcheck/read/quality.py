"""How far a text consists of words: what the layer of a page is worth, and that of a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median

from regcheck.lexicon import is_known, spelling_score
from regcheck.read.layout.rows import Row
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
from regcheck.repair import mend_word

#: A printed page below this has a layer without meaning: a font without mapping, or a shifted or
#: broken encoding, which score about .1. Nearly all printed pages reach .95, tables and foreign
#: terms .88, whole pages in Javanese or English .75.
USABLE = 0.6
#: The same for a picture of a page with a layer by somebody's OCR: today's is better unless that
#: layer is nearly faultless.
USABLE_SCAN = 0.993

#: A slip of OCR stands once or twice in a document; a form that comes back is a name or a term.
MAX_REPEATS = 2
#: A printed row has about so many words.
WORDS_PER_ROW = 8
#: Texts below this are reported; on clean ones fewer than 1 row in 20 has an odd word.
LOW_QUALITY = 0.8

#: A difference in score that says nothing, and the share of the sound letters of a page that
#: another reading must have.
NOISE, LEAST_KEPT = 0.005, 0.9
#: So many letters without fault are taken for granted, for pages of few words.
PRIOR_LETTERS = 20
#: The ``spelling_score`` of a word not listed below which it is doubtful, and at which it is no
#: word, in small letters; and below which names and abbreviations are none.
DOUBTFUL, NO_WORD, NO_NAME, NO_ABBREVIATION = -2.2, -3.4, -3.9, -4.7
#: How doubtful a well-spelled word is that is not listed.
LEAST_DOUBT = 0.2
#: Shorter runs of capitals are abbreviations.
ABBREVIATION = 5
#: What print may have: rows that overlap, that are this much higher or lower than most, and lone
#: letters, as shares of the rows and the words.
OVERLAPS, ABSURD, LONE = 0.15, 0.06, 0.18
HIGHER, LOWER, OVERLAP = 3.0, 0.35, 0.5
#: Fewer rows show no pattern.
FEW_ROWS = 4

#: Characters that show a font without mapping or a text decoded wrongly.
#:
#: takes    (cid:12)      \ufffd      \ue012      Ã©      â€œ      \x03
#: refuses  Pasal      “dan”      é      m²      •      Rp5.000,-
BROKEN = re.compile(
    r"""
    \(cid:\d+\) | [\ufffd\ue000-\uf8ff\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]
    | Ã [\x80-\xbf\u0152-\u0192] | â [€\x80] | Â [\xa0-\xbf]
    """,
    re.VERBOSE,
)
#: Letters of other scripts, which no regulation is written in; Arabic may open one.
#:
#: takes    Жд      漢      ΔΣΦ
#: refuses  µ      Ω      é      بسم
FOREIGN = re.compile(r"[\u0370-\u03ff]{3} | [\u0400-\u058f\u3040-\u9fff\uac00-\ud7af]", re.VERBOSE)


def page_score(rows: Sequence[Row]) -> float:
    """Estimate how far the text of a page is what is printed there, in ``[0, 1]``.

    It is the share of the letters that stand in words, less for rows that print cannot have. A
    page without words to judge, such as a table of figures, has the score 1, one without rows 0.

    >>> rows = [Row("Setiap orang wajib menjaga kebersihan", 70, y, 400, y + 9) for y in (10, 30)]
    >>> page_score(rows), page_score([])
    (1.0, 0.0)
    """
    if not rows:
        return 0.0
    return score_words(row.text for row in rows) * score_shape(rows)


def is_usable(score: float, *, scanned: bool) -> bool:
    """Tell whether the layer of a page is better than what OCR would read.

    ``scanned`` tells that pictures cover the page and its text is unseen.

    >>> is_usable(0.9, scanned=False), is_usable(0.9, scanned=True)
    (True, False)
    """
    return score >= (USABLE_SCAN if scanned else USABLE)


def is_better(new: Sequence[Row], old: Sequence[Row]) -> bool:
    """Tell whether another reading of a page is better: more of it is words, and it lost little.

    >>> old = [Row("Sctiap orang wajlb menjaga kebersihan", 70, 10, 400, 19)]
    >>> new = [Row("Setiap orang wajib menjaga kebersihan", 70, 10, 400, 19)]
    >>> is_better(new, old), is_better(old, new), is_better([], old)
    (True, False, False)
    """
    if page_score(new) < page_score(old) + NOISE:
        return False
    sound = [
        sum(weight * (1 - doubt) for row in rows for weight, doubt in map(judge, row.text.split()))
        for rows in (new, old)
    ]
    return sound[0] >= LEAST_KEPT * sound[1]


def score_words(lines: Iterable[str]) -> float:
    """Return the share of the letters of a text that stand in words, in ``[0, 1]``.

    >>> score_words(["Shudwxudq Gdhudk whqwdqj Shqjhorodq Sdmdn gdq Uhwulexvl Gdhudk"]) < 0.6
    True
    """
    judged = list(map(judge, " ".join(lines).split()))
    total = sum([weight for weight, _ in judged])
    doubtful = sum([weight * doubt for weight, doubt in judged if doubt])
    return 1 - doubtful / (total + PRIOR_LETTERS)


@lru_cache(maxsize=1 << 16)
def judge(token: str) -> tuple[float, float]:
    """Return how much a token between spaces counts, and how doubtful it is in ``[0, 1]``.

    Figures, addresses and labels count nothing; names and abbreviations, half.

    >>> judge("Menimbang:"), judge("2019,"), judge("2Ol9,"), judge("pen5rusunan"), judge("(cid:3)")
    ((9, 0.0), (0, 0.0), (6, 1.0), (11, 1.0), (1, 1.0))
    """
    if BROKEN.search(token) or FOREIGN.search(token):
        return len(BROKEN.sub("x", token)), 1.0
    core = token.strip(EDGE_MARKS)
    if is_beside_words(token, core):
        return 0, 0.0
    if BAD_NUMBER.fullmatch(token):
        return NUMBER_WEIGHT, 1.0
    if all(is_known(part) or part.isdigit() for part in PARTS.findall(core)):
        return max(1, len(core)), float(not core)
    if ODD_SIGNS.search(core) or mend_word(core, 1) != core:
        return len(core), 1.0
    return judge_spelling(core)


#: The parts of a word that stand for themselves.
#:
#: takes    Pasal      §
#: refuses  -
PARTS = re.compile(r"[^\W_]+|[^\w\s/.,:;()'’&+-]")
#: What tables and letters print beside words: marks, also before a figure; single or doubled
#: letters, also between strokes; codes of other acts; units; short forms of titles.
#:
#: takes    >      >10      s/d      a.n      ≤      a      dd      06/PRT/M/      m²      Yth
#: takes    4x6      903/1043/SJ      30°
#: refuses  di      ><x      a1      dan/atau      (21      pen5rusunan      ayat2
TABLE_MARK = re.compile(
    r"""
    [<>≤≥=±~*√]+ (?: \d [\d.,%]* )? | ([^\W\d_]) \1? (?: [/.] [^\W\d_] )*
    | (?: [^\W\d] | [.-] ){0,60}+ \d [\w.-]{0,60}+ / [\w./-]*
    | [\w.-]{1,60}+ / [\w.-]{0,60}+ / (?: [^\W\d] | [./-] ){0,60}+ \d [\w./-]*
    | \d{0,9}+ [ckm]{0,2} m [²³23]? | [A-Z][a-z]{1,2} | \d{1,9}+ x \d+ | \d{1,9}+ [°‟'"]
    """,
    re.VERBOSE,
)
#: A number with letters among its digits, or its bracket read as a digit.
#:
#: takes    2OL9      (21      L4.      l2,      1O%      (2l)      1.00O,0O      (71,
#: refuses  2019      (21)      (2)      12A      II      l      (dua      I.1      (30
BAD_NUMBER = re.compile(
    r"""
    \( \d{1,2} 1 [.,;]?
    | (?! I \. ) [(]? (?= [\dOolIL.,]* \d ) (?= [\d.,]* [OolIL] ) [\dOolIL.,]+ [)%;:]*
    """,
    re.VERBOSE,
)
#: A misread number counts as a word does.
NUMBER_WEIGHT = 6


def is_beside_words(token: str, core: str) -> bool:
    """Tell whether a token, ``core`` without its edges, is a figure, a mark or an ornament."""
    if LONE_MARK.fullmatch(token) or ADDRESS.match(core):
        return True
    return any(pattern.fullmatch(core) for pattern in (FIGURE, TABLE_MARK, DECORATION))


def judge_spelling(core: str) -> tuple[float, float]:
    """Judge a word that is not listed by its letters: its weight and its doubt."""
    score = spelling_score("".join(LETTER.findall(core)))
    if core.isupper() and len(core) <= ABBREVIATION:
        return 0, 0.0
    if core[0].isupper():
        least = NO_ABBREVIATION if core.isupper() else NO_NAME
        return len(core) / 2, float(score < least)
    doubt = (DOUBTFUL - score) / (DOUBTFUL - NO_WORD)
    return len(core), min(1.0, max(LEAST_DOUBT, doubt))


LETTER = re.compile(r"[^\W\d_]")


def score_shape(rows: Sequence[Row]) -> float:
    """Return how far the rows lie as print does, in ``[0, 1]``."""
    count = len(rows)
    if count < FEW_ROWS:
        return 1.0
    usual = median(row.bottom - row.top for row in rows)
    absurd = sum(not LOWER * usual <= row.bottom - row.top <= HIGHER * usual for row in rows)
    overlaps = sum(overlap(above, below) for above, below in pairwise(rows))
    words = " ".join([row.text for row in rows]).split()
    lone = sum([word.isalpha() for word in words if len(word) == 1])
    faults = (
        overlaps / count - OVERLAPS, absurd / count - ABSURD, lone / max(1, len(words)) - LONE,
    )  # fmt: skip
    return 1 - min(1.0, sum(max(0.0, fault) for fault in faults))


def overlap(above: Row, below: Row) -> bool:
    """Tell whether two rows are printed over each other."""
    height = min(above.bottom - above.top, below.bottom - below.top)
    width = min(above.x1 - above.x0, below.x1 - below.x0)
    across = min(above.x1, below.x1) - max(above.x0, below.x0)
    return across > OVERLAP * width and above.bottom - below.top > OVERLAP * height


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

    A word that regulations use can, and one that is a misreading of such a word cannot. Others
    are judged by their spelling: signs and capitals within the word, and letters that do not
    follow each other in Indonesian.

    >>> [is_plausible(word) for word in ("Menimbang:", "KEBIJAKAN", "2011,", "12A", "PPh")]
    [True, True, True, True, True]
    >>> [is_plausible(word) for word in ("KENCANAl", "pen5rusunan", "dcngan", "1©", "tida.k")]
    [False, False, False, False, False]
    """
    core = word.strip(EDGE_MARKS)
    if is_known(core) or is_beside_words(word, core):
        return True
    if not core:
        return False
    if ODD_SIGNS.search(core) or BROKEN.search(core) or mend_word(core, 1) != core:
        return False
    if core.isupper():
        return True
    return not any(HARD_TO_SPEAK.search(part) for part in LETTERS.findall(core.lower()))
