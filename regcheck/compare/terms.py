"""Texts as counted terms: words and pairs of neighbouring words, each a 64-bit number.

The key of a word is a hash of its letters, that of a pair a mixture of its words' keys: so pairs,
which are most of a vocabulary, are never spelled out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.words import find_words, weigh_term

Keys = NDArray[np.uint64]
Starts = NDArray[np.int64]

#: Texts that are counted at once; their words fit the processor's cache.
CHUNK = 2_000
#: Odd constants of a good mixture (the golden ratio, and two of SplitMix64).
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


@dataclass(frozen=True)
class Counts:
    """How often each text uses each term: text ``i`` is what lies in ``starts[i:i + 2]``.

    ``keys`` of the terms, ascending within a text; ``times`` how often each occurs there;
    ``factors`` what each weighs for being the term it is (``weigh_term``).
    """

    keys: Keys
    times: NDArray[np.int32]
    factors: NDArray[np.float32]
    starts: Starts

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self.starts) - 1


class Speller:
    """Words by number, with their keys and factors; each word is looked at once."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.keys: list[int] = []
        self.alone: list[float] = []
        self.paired: list[float] = []

    def number(self, words: Iterable[str]) -> list[int]:
        """Return the number of each word."""
        numbers = self.numbers
        return [numbers[word] if word in numbers else self.enter(word) for word in words]

    def enter(self, word: str) -> int:
        """Enter a new word and return its number."""
        self.keys.append(key_of(word))
        self.alone.append(weigh_term(word))
        # What a pair weighs is the least of what its words would weigh in pairs of themselves.
        self.paired.append(weigh_term(f"{word} {word}"))
        return self.numbers.setdefault(word, len(self.numbers))


def count_terms(texts: Sequence[str]) -> Counts:
    """Count the words of each text, and its pairs of neighbouring words.

    >>> counts = count_terms(["kios pasar, kios pasar", ""])
    >>> sorted(counts.times.tolist()), counts.starts.tolist()
    ([1, 2, 2, 2], [0, 4, 4])
    """
    speller = Speller()
    parts = [
        count_chunk(texts[start : start + CHUNK], speller) for start in range(0, len(texts), CHUNK)
    ]
    lengths = [np.diff(part.starts) for part in parts]
    return Counts(
        np.concatenate([np.zeros(0, dtype=np.uint64), *(part.keys for part in parts)]),
        np.concatenate([np.zeros(0, dtype=np.int32), *(part.times for part in parts)]),
        np.concatenate([np.zeros(0, dtype=np.float32), *(part.factors for part in parts)]),
        np.concatenate([[0], *lengths]).cumsum().astype(np.int64),
    )


def count_chunk(texts: Sequence[str], speller: Speller) -> Counts:
    """Count the terms of some texts."""
    found = [speller.number(find_words(text)) for text in texts]
    words = np.fromiter(chain.from_iterable(found), dtype=np.int64)
    text = np.repeat(np.arange(len(texts)), [len(one) for one in found])
    word_keys = np.array(speller.keys, dtype=np.uint64)
    alone, paired = (np.array(one, dtype=np.float32) for one in (speller.alone, speller.paired))
    together = np.flatnonzero(text[1:] == text[:-1])
    first, second = words[together], words[together + 1]
    keys = np.concatenate([word_keys[words], mix(word_keys[first], word_keys[second])])
    owner = np.concatenate([text, text[together]])
    factors = np.concatenate([alone[words], np.minimum(paired[first], paired[second])])
    order = np.lexsort((keys, owner))
    keys, owner = keys[order], owner[order]
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = (keys[1:] != keys[:-1]) | (owner[1:] != owner[:-1])
    places = np.flatnonzero(new)
    return Counts(
        keys[places],
        np.diff(places, append=len(keys)).astype(np.int32),
        factors[order][places],
        np.searchsorted(owner[places], np.arange(len(texts) + 1)).astype(np.int64),
    )


def hash_terms(terms: Sequence[str]) -> Keys:
    """Return the key of each term, a word or a pair of words with a space between.

    Terms are millions, so collisions are unlikely.

    >>> one, two, three = hash_terms(["izin", "izin usaha", "usaha izin"]).tolist()
    >>> len({one, two, three})
    3
    """
    words = [term.partition(" ") for term in terms]
    first = np.array([key_of(word) for word, _, _ in words], dtype=np.uint64)
    second = np.array([key_of(word) for _, _, word in words], dtype=np.uint64)
    pairs = np.array([bool(space) for _, space, _ in words], dtype=np.bool_)
    return np.where(pairs, mix(first, second), first)


def key_of(word: str) -> int:
    """Return a stable 64-bit hash of a word."""
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")


def mix(first: Keys, second: Keys) -> Keys:
    """Return the keys of pairs of words; the order of the two matters."""
    mixed = first * _GOLDEN + (second ^ (second >> np.uint64(29)))
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _FIRST
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _SECOND
    return mixed ^ (mixed >> np.uint64(31))
