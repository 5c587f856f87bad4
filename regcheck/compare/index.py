"""The vector index of a corpus: added to in segments, searched exactly, kept on disk."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from regcheck.compare import packing
from regcheck.compare.files import load_parts, save_parts
from regcheck.compare.joins import Progress, join
from regcheck.compare.meaning import Meanings
from regcheck.compare.pairs import DIGITS, NEARLY, Side, count_spread, sort_pairs, to_pairs
from regcheck.compare.rows import (
    DEAD,
    NOBODY,
    Floats,
    Integers,
    Matrix,
    freeze,
    join_rows,
)
from regcheck.compare.search import Hits, find_best, find_hits, join_hits, plain_scores
from regcheck.compare.segments import JoinedKeys, Segment, make_segment
from regcheck.compare.stamps import REFIT_SHARE, SMALL, Change, stamp_passages
from regcheck.compare.terms import Keys, count_terms
from regcheck.compare.vectors import (
    Vectors,
    Vocabulary,
    counts_to_vectors,
    fit_vectors,
    to_vectors,
)
from regcheck.domain import Pair, Passage

#: More segments than this are made one, all but the first.
MOST_SEGMENTS = 8


@dataclass(frozen=True)
class VectorIndex:
    """The vectors of a corpus's passages, in segments, the rows numbered through.

    Every search is exact: what reaches the threshold is found, however much that is.
    ``regulations`` are the ids by their numbers, which are the rows' owners; ``stamps`` tells, by
    number, what the passages of each were.
    """

    vocabulary: Vocabulary
    segments: tuple[Segment, ...]
    regulations: tuple[str, ...]
    stamps: NDArray[np.uint64]

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
        family = families or {}
        owners = _number([family.get(one.regulation, one.regulation) for one in passages])
        vocabulary, vectors = fit_vectors([to_text(one) for one in passages], owners)
        empty = cls(vocabulary, (), (), np.zeros(0, dtype=np.uint64))
        return empty._with_segment(vectors, passages)

    def extend(self, passages: Sequence[Passage]) -> VectorIndex:
        """Return an index that also holds ``passages``, its weights unchanged.

        New words are added with the weight of words no regulation uses. Where much is added, an
        index built anew ranks better (see ``refresh``).
        """
        counts = count_terms([to_text(passage) for passage in passages])
        unknown = np.flatnonzero(self.vocabulary.find_columns(counts.keys) < 0)
        keys, first = np.unique(counts.keys[unknown], return_index=True)
        vocabulary = self.vocabulary.extended(keys, counts.factors[unknown][first])
        vectors = counts_to_vectors(counts, vocabulary)
        return replace(self, vocabulary=vocabulary)._with_segment(vectors, passages)._compacted()

    def _with_segment(self, vectors: Vectors, passages: Sequence[Passage]) -> VectorIndex:
        """Return the index with vectors in a segment of their own; without any, as it is."""
        if not passages:
            return self
        regulations = tuple(dict.fromkeys([*self.regulations, *(p.regulation for p in passages)]))
        numbers = {id_: number for number, id_ in enumerate(regulations)}
        owners = np.array([numbers[one.regulation] for one in passages], dtype=np.int32)
        vectors = replace(vectors, rows=vectors.rows._replace(owners=owners))
        segment = make_segment(vectors, self.vocabulary, [one.key for one in passages])
        stamps = np.zeros(len(regulations), dtype=np.uint64)
        stamps[: len(self.stamps)] = self.stamps
        for id_, stamp in stamp_passages(passages).items():
            stamps[numbers[id_]] = stamp
        return replace(
            self,
            segments=(*self.segments, segment),
            regulations=regulations,
            stamps=stamps,
        )

    def without(self, ids: Sequence[str]) -> VectorIndex:
        """Return an index that finds nothing of some regulations; their rows keep their places."""
        gone = [number for number, id_ in enumerate(self.regulations) if id_ in set(ids)]
        owners = np.array(gone, dtype=np.int32)
        return replace(self, segments=tuple(one.without(owners) for one in self.segments))

    def refresh(
        self, passages: Sequence[Passage], families: Mapping[str, str] | None = None
    ) -> tuple[VectorIndex, Change]:
        """Bring the index up to date with a corpus, and say how.

        What is new goes into a segment of its own and what is gone is only marked, so that this
        takes as long as what changed. The weights stay until ``REFIT_SHARE`` of the passages is
        not what they were counted from; then, as for a small corpus, all is made anew.

        Args:
            passages: All passages of the corpus.
            families: As for ``build``.
        """
        now, before = stamp_passages(passages), self.living()
        removed = [id_ for id_, stamp in before.items() if now.get(id_) != stamp]
        added = {id_ for id_, stamp in now.items() if before.get(id_) != stamp}
        index = self.without(removed) if removed else self
        if added:
            index = index.extend([one for one in passages if one.regulation in added])
        change = Change(tuple(sorted(added)), tuple(removed), share=index.unfitted)
        if (added or removed) and (change.share > REFIT_SHARE or len(passages) <= SMALL):
            return VectorIndex.build(passages, families), replace(change, refitted=True, share=0.0)
        return index, change

    @property
    def unfitted(self) -> float:
        """The share of the passages, in ``[0, 1]``, that the weights were not counted from.

        Those that were counted and are gone are in it too.
        """
        alive = self.owners != DEAD
        old = alive[: self.starts[1]] if self.segments else alive
        return float(len(alive) - old.sum()) / max(1, len(alive))

    def living(self) -> Mapping[str, int]:
        """Return the stamps of the regulations that have rows, by id."""
        owners = np.unique(self.owners[self.owners != DEAD]).tolist()
        stamps = self.stamps.tolist()
        return {self.regulations[number]: stamps[number] for number in owners}

    def _compacted(self) -> VectorIndex:
        """Return the index with the segments that were added made one, if there are many."""
        if len(self.segments) <= MOST_SEGMENTS:
            return self
        first, *rest = self.segments
        vectors, keys = zip(*(segment.living() for segment in rest), strict=True)
        joined = Vectors(
            join_rows([one.rows for one in vectors]),
            np.concatenate([one.rare_lengths for one in vectors]),
            np.concatenate([one.meanings for one in vectors]),
        )
        segment = make_segment(joined, self.vocabulary, chain.from_iterable(keys))
        return replace(self, segments=(first, segment))

    @cached_property
    def keys(self) -> Sequence[str]:
        """The keys of the passages by row, those of dead rows too."""
        return JoinedKeys(tuple(segment.keys for segment in self.segments), self.starts)

    @cached_property
    def owners(self) -> Integers:
        """The regulation number of each row, ``DEAD`` for a row that is not to be found."""
        none = np.zeros(0, dtype=np.int32)
        return np.concatenate([none, *(segment.matrix.owners for segment in self.segments)])

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The row number of each segment's first row, and of the end."""
        sizes = [segment.matrix.height for segment in self.segments]
        return tuple(np.cumsum([0, *sizes]).tolist())

    @cached_property
    def side(self) -> Side:
        """The corpus as one side of a comparison."""
        none: Floats = np.zeros(0, dtype=np.float32)
        lengths = np.concatenate([none, *(segment.rare_lengths for segment in self.segments)])
        return Side(self.keys, self.owners, lengths, self.meanings)

    @property
    def meanings(self) -> tuple[Meanings, ...]:
        """What the passages mean, by row, in a part for each segment."""
        return tuple(segment.meanings for segment in self.segments)

    def find_pairs(self, passages: Sequence[Passage], threshold: float) -> tuple[Pair, ...]:
        """List every pair of a draft's passage (left) and a passage of the corpus (right).

        Pairs within one regulation are not listed.

        Args:
            passages: The draft's.
            threshold: Cosine in ``[0, 1]``, inclusive; passages without a common word are never
                listed.

        Returns:
            The pairs, best score first, then by keys.
        """
        vectors = to_vectors([to_text(passage) for passage in passages], self.vocabulary)
        numbers = {id_: number for number, id_ in enumerate(self.regulations)}
        owners = [numbers.get(passage.regulation, NOBODY) for passage in passages]
        rows = vectors.rows._replace(owners=freeze(np.array(owners, dtype=np.int32)))
        hits = join_hits(list(self._search(rows, threshold * NEARLY)))
        spread = count_spread(hits, self.owners)
        reached = hits.reaches(threshold)
        names = [passage.key for passage in passages]
        left = Side(names, rows.owners, vectors.rare_lengths, (vectors.meanings,))
        return sort_pairs(to_pairs(hits.where(reached), spread[reached], left, self.side))

    def _search(self, rows: Matrix, threshold: float) -> Iterator[Hits]:
        """Yield the hits of rows in the vocabulary's columns with all segments."""
        for start, segment in zip(self.starts, self.segments, strict=False):
            for hits in find_hits(segment.translate(rows), segment, threshold):
                yield hits.moved(0, start)

    def all_pairs(self, threshold: float) -> tuple[Pair, ...]:
        """List every pair of passages of different regulations, each pair once.

        Args:
            threshold: Cosine in ``[0, 1]``, inclusive.

        Returns:
            The pairs, best score first, then by keys; ``left`` stands earlier in the corpus.
        """
        found = join_hits(list(self.stream_hits(threshold * NEARLY)))
        hits = join_hits([found.turned(), found])
        spread = count_spread(hits, self.owners)
        wanted = hits.reaches(threshold) & (hits.left < hits.right)
        return sort_pairs(to_pairs(hits.where(wanted), spread[wanted], self.side, self.side))

    def stream_hits(
        self,
        threshold: float,
        changed: Collection[str] | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Hits]:
        """Find every pair of rows of different regulations, block by block, each pair once.

        Memory holds some blocks of the result for each thread.

        Args:
            threshold: Cosine in ``[0, 1]``, inclusive.
            changed: Only pairs with a row of these regulations; by default all pairs.
            progress: Told, after each block, how many rows it compared.

        Returns:
            Hits, the higher row on the left.
        """
        if changed is None:
            return join(self.segments, threshold, None, progress)
        numbers = [number for number, id_ in enumerate(self.regulations) if id_ in changed]
        wanted = np.isin(self.owners, np.array(numbers, dtype=np.int32))
        return join(self.segments, threshold, wanted, progress)

    def nearest(self, text: str, limit: int) -> tuple[tuple[str, float], ...]:
        """Return the keys and cosines of the ``limit`` passages nearest to a text, best first.

        Fewer are returned where fewer share a word with it; ties stand in the corpus's order.
        """
        return self.nearest_of([text], limit)[0]

    def nearest_of(
        self, texts: Sequence[str], limit: int
    ) -> tuple[tuple[tuple[str, float], ...], ...]:
        """Return for each text what ``nearest`` returns for it."""
        rows = to_vectors(texts, self.vocabulary).rows
        best = [find_best(segment.translate(rows), segment, limit) for segment in self.segments]
        found = []
        for parts in zip(*best, strict=True) if best else repeat((), len(texts)):
            ranked = sorted(
                (-score, start + number)
                for start, part in zip(self.starts, parts, strict=False)
                for score, number in part
            )
            chosen = ranked[:limit]
            found.append(tuple((self.keys[n], round(-score, DIGITS)) for score, n in chosen))
        return tuple(found)

    def score_all(self, text: str) -> NDArray[np.float64]:
        """Return the cosine of a text with every row; 0 with a dead one."""
        row = to_vectors([text], self.vocabulary).rows
        parts = [plain_scores(one.translate(row), 0, one)[0] for one in self.segments]
        cosines: NDArray[np.float64] = np.minimum(np.concatenate([np.zeros(0), *parts]), 1)
        cosines[self.owners == DEAD] = 0
        return cosines

    def find_holders(self, keys: Keys) -> Iterator[NDArray[np.int64]]:
        """Yield, for each term, the numbers of the rows that hold it, dead ones too."""
        for column in self.vocabulary.find_columns(keys).tolist():
            parts = [one.find_holders(column) for one in self.segments]
            moved = [part + start for start, part in zip(self.starts, parts, strict=False)]
            yield np.concatenate([np.zeros(0, dtype=np.int64), *moved])

    def save(self, folder: Path, digest: str) -> None:
        """Keep the index in a folder; a process killed meanwhile leaves the old one or the new.

        Segments that are there already are left as they are.

        Args:
            folder: Created if absent.
            digest: Of the corpus the index was built from.

        Raises:
            OSError: The folder cannot be written.
        """
        parts = packing.pack(self.vocabulary, self.segments, self.regulations, self.stamps)
        save_parts(folder, digest, parts)

    @classmethod
    def load(cls, folder: Path, digest: str = "") -> VectorIndex | None:
        """Map the index kept for ``digest``; ``None`` if it is missing, stale or damaged.

        Without a digest, a stale one will do.
        """
        parts = load_parts(folder, digest)
        if parts is None:
            return None
        vocabulary, segments = packing.unpack_vocabulary(parts), packing.unpack_segments(parts)
        return cls(vocabulary, segments, *packing.unpack_regulations(parts))


def to_text(passage: Passage) -> str:
    """Return what of a passage is compared: its lead-in and its text, abbreviations spelled out.

    >>> from regcheck.domain import Kind
    >>> to_text(Passage("perda/x/2020/1#pasal-2/ayat-1", Kind.AYAT, "wajib lapor.", 1, "Pemilik"))
    'Pemilik wajib lapor.'
    """
    return f"{passage.lead} {passage.spelled or passage.text}".strip()


def _number(names: Sequence[str]) -> Integers:
    """Return the number of each name, equal names having equal numbers."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([numbers[name] for name in names], dtype=np.int32)
