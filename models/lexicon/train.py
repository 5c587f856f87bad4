"""Learn the word list and the letter trigrams of ``regcheck.lexicon`` from national regulations.

    python models/lexicon/train.py TEXTS              write regcheck/data/lexicon.bin
    python models/lexicon/train.py TEXTS --measure    learn from four texts of five in memory, and
                                                      print how the list errs on the fifth

``TEXTS`` is a folder ``kind/year/number.md``. The same texts give the same file.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch
from zlib import crc32

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from regcheck import lexicon
from regcheck.lexicon import ALPHABET, SIZE, STEPS, TEXT_STEPS, Lexicon, check_of, hash_of, to_bytes
from regcheck.regions import gazetteer
from regcheck.repair.confusables import CONFUSIONS

TARGET = Path(lexicon.__file__).parent / "data" / "lexicon.bin"
WORD = re.compile(r"[^\W\d_]+")
#: A word of letters only; not a label with the word before it, nor *dan/atau* misread.
PLAIN = re.compile(r"(?!huruf[a-z]$|pasal[a-z]$|dan[a-z]?atau$)[a-z]+")

#: The years of old spelling, of good texts, and of texts with many misread words.
ERAS = {"old": range(1945, 1973), "good": range(1973, 2016), "dirty": range(2016, 2100)}
#: A word of so many letters stands in so many good texts, or in so many texts of another era.
GOOD_TEXTS = {2: 20, 3: 10, 4: 3}
LONGER_GOOD_TEXTS = 2
OLD_TEXTS, DIRTY_TEXTS = 4, 10
#: A word that can be a misreading of one so many times as common is taken for one; where the
#: letters are easily taken for each other only if it is rare.
MISREAD_RATIO, VAGUE_TEXTS = 20, 25
#: A word of the misread texts alone is taken for a misreading of any common word so near to it:
#: with one other letter, or two in a long word.
NEAR_COMMON, LONG_WORD = 60, 8
#: A word that lacks the first letter, or the space, of words so common is a fragment.
FRAGMENT_RATIO, FRAGMENT_TEXTS = 60, 30
GLUED_PART_TEXTS, GLUED_TEXTS, GLUED_PART = 150, 5, 4
#: The least ``spelling_score`` of a word that stands only in misread texts, or in few good ones.
LEAST_SCORE, FEW_TEXTS, LEAST_SCORE_FEW = -2.9, 3, -3.6
#: Weights of the trigram, the pair, the single letter, and any letter.
MIX = (0.8, 0.14, 0.05, 0.01)
#: One text of so many is held out when the list is measured.
FOLDS = 5
SEED = 20261203


@dataclass
class Counts:
    """In how many texts of each era each word stands."""

    texts: dict[str, Counter[str]] = field(default_factory=lambda: {era: Counter() for era in ERAS})

    def add(self, era: str, words: Iterable[str]) -> None:
        """Count the words of one text."""
        self.texts[era].update(set(words))

    def total(self, word: str) -> int:
        """Return how many texts use a word."""
        return sum(counter[word] for counter in self.texts.values())


def read_texts(folder: Path) -> Iterator[tuple[Path, str, list[str]]]:
    """Yield the texts in the order of their paths: path, era, words in lower case."""
    for path in sorted(folder.glob("*/*/*.md")):
        year = int(path.parent.name)
        era = next(era for era, years in ERAS.items() if year in years)
        text = path.read_text(encoding="utf-8", errors="replace").lower()
        yield path, era, [word for word in WORD.findall(text) if PLAIN.fullmatch(word)]


def is_held_out(path: Path) -> bool:
    """Tell whether a text belongs to the part that is only measured."""
    return crc32("/".join(path.parts[-3:]).encode()) % FOLDS == 0


def learn_trigrams(counts: Counts) -> bytes:
    """Learn the costs of three letters in a row; each word counts as the logarithm of its texts."""
    three: dict[tuple[int, ...], float] = defaultdict(float)
    for word, texts in sorted(counts.texts["good"].items()):
        if texts >= 3 and len(word) > 2:
            codes = [0, 0, *(ord(letter) - 96 for letter in word), 0]
            for i in range(len(codes) - 2):
                three[tuple(codes[i : i + 3])] += math.log2(1 + texts)
    sums: dict[tuple[int, ...], float] = defaultdict(float)
    for (a, b, c), weight in three.items():
        for key in ((a, b), (-1, b, c), (-1, b), (-1, -1, c), ()):
            sums[key] += weight
    table = bytearray()
    for index in range(SIZE**3):
        a, b, c = index // SIZE**2, index // SIZE % SIZE, index % SIZE
        chance = (
            MIX[0] * share(three[a, b, c], sums[a, b])
            + MIX[1] * share(sums[-1, b, c], sums[-1, b])
            + MIX[2] * share(sums[-1, -1, c], sums[()])
            + MIX[3] / SIZE
        )
        table.append(min(255, round(-math.log(chance) * STEPS)))
    return bytes(table)


def share(part: float, whole: float) -> float:
    """Divide, 0 by 0 giving 0."""
    return part / whole if whole else 0.0


def learn(counts: Counts) -> Lexicon:
    """Choose the words, and learn the spelling."""
    trigrams = learn_trigrams(counts)
    words = set(sound_words(counts))
    with patch.object(lexicon, "load_lexicon", lambda: Lexicon({}, trigrams)):
        lexicon.spelling_score.cache_clear()
        words = {word for word in words if is_well_spelled(counts, word)}
        lexicon.spelling_score.cache_clear()
    listed = sorted(words | names_of_places())
    kept = {hash_of(word): (check_of(word), scale(counts.total(word))) for word in listed}
    return Lexicon(kept, trigrams)


def scale(texts: int) -> int:
    """Put a number of texts on the stored scale; a listed word has at least 1."""
    return max(1, round(math.log2(max(1, texts)) * TEXT_STEPS))


def sound_words(counts: Counts) -> Iterator[str]:
    """Yield the words that stand in enough texts and are no misreading or part of another."""
    listed = [word for word in sorted(set().union(*counts.texts.values())) if len(word) > 1]
    frequent = [word for word in listed if common(counts, word) >= NEAR_COMMON]
    faults = (is_misread, is_fragment, is_glued)
    for word in listed:
        if not is_spread(counts, word) or any(fault(counts, word) for fault in faults):
            continue
        if common(counts, word) or counts.texts["old"][word] or not is_near(word, frequent):
            yield word


def is_near(word: str, frequent: list[str]) -> bool:
    """Tell whether one or two other letters make a common word out of a word."""
    letters = 2 if len(word) >= LONG_WORD else 1
    return (
        process.extractOne(word, frequent, scorer=Levenshtein.distance, score_cutoff=letters)
        is not None
    )


def is_spread(counts: Counts, word: str) -> bool:
    """Tell whether enough texts use a word."""
    good, old, dirty = (counts.texts[era][word] for era in ("good", "old", "dirty"))
    least = GOOD_TEXTS.get(len(word), LONGER_GOOD_TEXTS)
    long = len(word) > max(GOOD_TEXTS)
    return good >= least or (long and (old >= OLD_TEXTS or dirty >= DIRTY_TEXTS))


def is_misread(counts: Counts, word: str) -> bool:
    """Tell whether one misreading makes the word out of a much more common one."""
    texts = counts.total(word)
    for seen, meant, price in CONFUSIONS:
        if price > 1 and texts > VAGUE_TEXTS:
            continue
        at = word.find(seen)
        while at >= 0:
            other = word[:at] + meant + word[at + len(seen) :]
            if common(counts, other) > MISREAD_RATIO * texts:
                return True
            at = word.find(seen, at + 1)
    return False


def common(counts: Counts, word: str) -> int:
    """Return how many good texts use a word."""
    return counts.texts["good"][word]


def is_fragment(counts: Counts, word: str) -> bool:
    """Tell whether a rare word is a common one without its first or its last letter."""
    texts = counts.total(word)
    if texts > FRAGMENT_TEXTS:
        return False
    longer = [letter + word for letter in ALPHABET] + [word + letter for letter in ALPHABET]
    return any(common(counts, other) > FRAGMENT_RATIO * texts for other in longer)


def is_glued(counts: Counts, word: str) -> bool:
    """Tell whether a rare word is two common ones without the space."""
    if counts.total(word) > GLUED_TEXTS:
        return False
    return any(
        min(common(counts, word[:at]), common(counts, word[at:])) >= GLUED_PART_TEXTS
        for at in range(GLUED_PART, len(word) - GLUED_PART + 1)
    )


def is_well_spelled(counts: Counts, word: str) -> bool:
    """Tell whether the letters of a word of doubtful origin follow each other as in others."""
    good = counts.texts["good"][word]
    if good > FEW_TEXTS:
        return True
    return lexicon.spelling_score(word) >= (LEAST_SCORE_FEW if good else LEAST_SCORE)


def names_of_places() -> set[str]:
    """Return the words of the names of regions."""
    names = " ".join(region.name for region in gazetteer().regions.values()).lower()
    return {word for word in PLAIN.findall(names) if len(word) > 2}


def count_texts(folder: Path, *, training_only: bool) -> Counts:
    """Count the words of the texts."""
    counts = Counts()
    for path, era, words in read_texts(folder):
        if not (training_only and is_held_out(path)):
            counts.add(era, words)
    return counts


def measure(folder: Path) -> dict[str, float]:
    """Learn from the training part, and count the errors on the held-out good texts.

    Refused are words of these texts that are not known. Accepted are words with one misreading
    put in by chance that are known all the same.
    """
    learned = learn(count_texts(folder, training_only=True))
    seen: Counter[str] = Counter()
    for path, era, words in read_texts(folder):
        if era == "good" and is_held_out(path):
            seen.update(word for word in words if len(word) > 1)
    with patch.object(lexicon, "load_lexicon", lambda: learned):
        lexicon.is_known.cache_clear()
        known = {word for word in seen if lexicon.is_known(word)}
        listed = {word for word in known if lexicon.text_count(word)}
        misread = list(misreadings(seen, known))
        accepted = sum(lexicon.is_known(word) for word in misread)
    tokens = seen.total()
    return {
        "words in the list": len(learned.words),
        "running words held out": tokens,
        "refused, running words": round(1 - sum(seen[word] for word in known) / tokens, 5),
        "refused, without affixes": round(1 - sum(seen[word] for word in listed) / tokens, 5),
        "refused, different words": round(1 - len(known) / len(seen), 4),
        "misread words": len(misread),
        "accepted, misread": round(accepted / len(misread), 5),
    }


def misreadings(seen: Counter[str], known: set[str]) -> Iterator[str]:
    """Yield known words of four letters or more, drawn as often as they run, each misread once."""
    chance = random.Random(SEED)
    pool = sorted(word for word in known if len(word) > 3)
    for word in chance.choices(pool, [seen[word] for word in pool], k=20_000):
        options = [
            word.replace(meant, mark, 1) for mark, meant, _ in CONFUSIONS if meant and meant in word
        ]
        options = sorted({option for option in options if option not in seen})
        if options:
            yield chance.choice(options)


def main() -> None:
    """Learn and write, or learn in part and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", type=Path, help="folder kind/year/number.md")
    parser.add_argument("--measure", action="store_true", help="print how the list errs")
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.texts), indent=2))
        return
    learned = learn(count_texts(options.texts, training_only=False))
    TARGET.write_bytes(to_bytes(learned))
    print(f"{TARGET.name}: {len(learned.words):,} words, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
