"""The vector index of a corpus: built once, searched exhaustively, kept on disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from regcheck.compare.files import Arrays, load_arrays, save_arrays
from regcheck.compare.pairs import DIGITS, NEARLY, Side, sort_pairs, to_pairs
from regcheck.compare.products import find_hits, transpose
from regcheck.compare.vectors import (
    Integers,
    Rows,
    Vectors,
    Vocabulary,
    count_terms,
    counts_to_vectors,
    fit_vectors,
    to_vectors,
)
from regcheck.domain import Pair, Passage


@dataclass(frozen=True)
class VectorIndex:
    """The vectors of a corpus's passages, in the order of ``keys``.

    Every search is exhaustive: what reaches the threshold is found, however much that is.
    """

    vocabulary: Vocabulary
    vectors: Vectors
    postings: Rows
    keys: tuple[str, ...]

    @classmethod
    def build(
        cls, passages: Sequence[Passage], families: Mapping[str, str] | None = None
    ) -> VectorIndex:
        """Index passages; none is fine.

        Args:
            passages: The passages of all regulations of the corpus.
            families: By regulation id, the title family it belongs to (``find_family``): what
                only one family says counts as rare, however many versions it has. Without it,
                each regulation is its own family.
        """
        keys = tuple(passage.key for passage in passages)
        family = families or {}
        owners = _number([family.get(one.regulation, one.regulation) for one in passages])
        vocabulary, vectors = fit_vectors([to_text(one) for one in passages], owners)
        return cls(vocabulary, vectors, transpose(vectors.rows), keys)

    def extend(self, passages: Sequence[Passage]) -> VectorIndex:
        """Return an index that also holds ``passages``, its weights unchanged.

        New words are added with the weight of words no regulation uses. Where much is added, an
        index built anew ranks better.
        """
        counts = count_terms([to_text(passage) for passage in passages])
        terms = sorted({term for count in counts for term in count})
        columns = self.vocabulary.find_columns(terms)
        new = [term for term, column in zip(terms, columns, strict=True) if column < 0]
        vocabulary = self.vocabulary.extended(new)
        added = counts_to_vectors(counts, vocabulary)
        vectors = Vectors(
            self.vectors.rows.joined(added.rows),
            np.concatenate([self.vectors.rare_lengths, added.rare_lengths]),
        )
        keys = (*self.keys, *(passage.key for passage in passages))
        return VectorIndex(vocabulary, vectors, transpose(vectors.rows), keys)

    @cached_property
    def regulations(self) -> Mapping[str, int]:
        """The number of each regulation, by id."""
        ids = dict.fromkeys(key.partition("#")[0] for key in self.keys)
        return {id_: number for number, id_ in enumerate(ids)}

    @cached_property
    def side(self) -> Side:
        """The corpus as one side of a comparison."""
        return self._side(self.vectors, self.keys)

    def _side(self, vectors: Vectors, keys: Sequence[str]) -> Side:
        """Return vectors as a side, their regulations numbered as in the corpus."""
        owners = [self.regulations.get(key.partition("#")[0], -1) for key in keys]
        return Side(vectors, keys, np.array(owners, dtype=np.int32))

    def find_pairs(self, passages: Sequence[Passage], threshold: float) -> tuple[Pair, ...]:
        """List every pair of a draft's passage (left) and a passage of the corpus (right).

        Pairs within one regulation are not listed. Costs about one multiplication for each word
        that a draft's and a corpus's passage share.

        Args:
            passages: The draft's.
            threshold: Cosine in ``[0, 1]``, inclusive; passages without a common word are never
                listed.

        Returns:
            The pairs, best score first, then by keys.
        """
        texts = [to_text(passage) for passage in passages]
        vectors = to_vectors(texts, self.vocabulary)
        return self._pairs(self._side(vectors, [passage.key for passage in passages]), threshold)

    def all_pairs(self, threshold: float) -> tuple[Pair, ...]:
        """List every pair of passages of different regulations, each pair once.

        Costs about the square of the number of passages; memory is bounded but for the result.

        Args:
            threshold: Cosine in ``[0, 1]``, inclusive.

        Returns:
            The pairs, best score first, then by keys; ``left`` stands earlier in the corpus.
        """
        return self._pairs(self.side, threshold)

    def _pairs(self, left: Side, threshold: float) -> tuple[Pair, ...]:
        """List the pairs of one side with the corpus."""
        right = self.side
        found: list[Pair] = []
        for hits in find_hits(left.vectors.rows, self.postings, threshold * NEARLY):
            apart = hits.where(left.owners[hits.left] != right.owners[hits.right])
            found += to_pairs(apart, left, right, self.vocabulary, threshold)
        return sort_pairs(found)

    def nearest(self, text: str, limit: int) -> tuple[tuple[str, float], ...]:
        """Return the keys and cosines of the ``limit`` passages nearest to a text, best first.

        Fewer are returned where fewer share a word with it; ties stand in the corpus's order.
        """
        rows = to_vectors([text], self.vocabulary).rows
        hits = next(find_hits(rows, self.postings, 0.0))
        order = np.lexsort((hits.right, -hits.scores))[:limit]
        scores = hits.scores[order].astype(float).round(DIGITS).tolist()
        chosen = zip(hits.right[order].tolist(), scores, strict=True)
        return tuple((self.keys[row], score) for row, score in chosen)

    def save(self, folder: Path, digest: str) -> None:
        """Keep the index in a folder; a process killed meanwhile leaves the old one or the new.

        Args:
            folder: Created if absent.
            digest: Of the corpus the index was built from.

        Raises:
            OSError: The folder cannot be written.
        """
        words, vectors, postings = self.vocabulary, self.vectors, self.postings
        arrays: Arrays = {
            "hashes": words.hashes,
            "columns": words.columns,
            "idf": words.idf,
            "reach": words.reach,
            "counts": np.array([words.texts, words.regulations], dtype=np.int64),
            "data": vectors.rows.data,
            "indices": vectors.rows.indices,
            "starts": vectors.rows.starts,
            "rare_lengths": vectors.rare_lengths,
            "postings_data": postings.data,
            "postings_indices": postings.indices,
            "postings_starts": postings.starts,
        }
        save_arrays(folder, digest, arrays, list(self.keys))

    @classmethod
    def load(cls, folder: Path, digest: str) -> VectorIndex | None:
        """Map the index kept for ``digest``; ``None`` if it is missing, stale or damaged."""
        saved = load_arrays(folder, digest)
        if saved is None:
            return None
        arrays, keys = saved
        texts, regulations = arrays["counts"].tolist()
        vocabulary = Vocabulary(
            arrays["hashes"], arrays["columns"], arrays["idf"], arrays["reach"], texts, regulations
        )
        rows = Rows(arrays["data"], arrays["indices"], arrays["starts"], vocabulary.width)
        postings = Rows(
            arrays["postings_data"],
            arrays["postings_indices"],
            arrays["postings_starts"],
            len(keys),
        )
        return cls(vocabulary, Vectors(rows, arrays["rare_lengths"]), postings, tuple(keys))


def to_text(passage: Passage) -> str:
    """Return what of a passage is compared: its lead-in and its text.

    >>> from regcheck.domain import Kind
    >>> to_text(Passage("perda/x/2020/1#pasal-2/ayat-1", Kind.AYAT, "wajib lapor.", 1, "Pemilik"))
    'Pemilik wajib lapor.'
    """
    return f"{passage.lead} {passage.text}".strip()


def _number(names: Sequence[str]) -> Integers:
    """Return the number of each name, equal names having equal numbers."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([numbers[name] for name in names], dtype=np.int32)
