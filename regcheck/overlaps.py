"""All overlaps within a corpus: similar provisions of any two regulations, kept up to date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from regcheck.compare import cluster
from regcheck.compare.files import Part, load_parts, save_parts
from regcheck.compare.index import VectorIndex
from regcheck.compare.joins import Progress
from regcheck.compare.pairs import NEARLY, compare_rare, count_spread, to_pairs
from regcheck.compare.search import Hits, join_hits
from regcheck.compare.segments import Keys
from regcheck.current import read_current
from regcheck.domain import Pair
from regcheck.indexing import digest_of, load_index
from regcheck.law import comparable
from regcheck.settings import Settings
from regcheck.store import Corpus

#: The folder beside the index for what was found last, and the name of its only part.
FOLDER, HITS = "overlaps", "hits"
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two regulations that say similar things; ``left`` was added later.

    ``weight``, in ``[0, 1]``, is the best similarity in rare words of a pair that is no formula of
    many regulations; ``pairs`` come best first, formulae after all others.
    """

    left: str
    right: str
    weight: float
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Overlaps:
    """What was found, packed; ``groups`` unpacks it.

    ``index`` and ``hits`` (row numbers, with ``spread`` of each) are of pairs within reach of each
    other's jurisdiction, in the order of the groups, which begin at ``starts`` and weigh
    ``weights``. A wording of ``formula`` other regulations is a formula. ``apart`` counts the pairs
    left out for their regions, ``changed`` the regulations whose pairs these are, ``regulations``
    all of them.
    """

    index: VectorIndex
    hits: Hits
    spread: Numbers
    starts: Numbers
    weights: NDArray[np.float64]
    formula: int
    apart: int
    changed: int
    regulations: int

    @property
    def count(self) -> int:
        """The number of groups."""
        return len(self.weights)

    def groups(self, limit: int | None = None) -> Iterator[Overlap]:
        """Yield the pairs of regulations, the weightiest first."""
        stops = np.append(self.starts[1:], len(self.hits))
        for number in range(self.count if limit is None else min(limit, self.count)):
            span = np.arange(self.starts[number], stops[number])
            side = self.index.side
            pairs = to_pairs(self.hits.where(span), self.spread[span], side, side)
            best = tuple(sorted(pairs, key=self.rank))
            left, right = (key.partition("#")[0] for key in (best[0].left, best[0].right))
            yield Overlap(left, right, round(float(self.weights[number]), 6), best)

    def rank(self, pair: Pair) -> tuple[bool, float, str, str]:
        """Return what orders the pairs of a group."""
        return pair.spread >= self.formula, -pair.score, pair.left, pair.right


@dataclass(frozen=True, slots=True)
class Crew:
    """Who compares: this machine, or the workers of the Dask scheduler at an address.

    ``progress`` is told, after each block, how many passages were compared.
    """

    scheduler: str = ""
    progress: Progress | None = None


def find_overlaps(
    corpus: Corpus,
    settings: Settings,
    threshold: float,
    *,
    new_only: bool = False,
    crew: Crew | None = None,
) -> Overlaps:
    """Compare all provisions of a corpus with each other; exact, each pair once.

    What was found is kept beside the index. Next time only regulations that were added or changed
    are compared with the others, unless the index was made anew meanwhile.

    Args:
        corpus: An open corpus.
        settings: From how many regulations on a wording counts as a formula.
        threshold: Cosine in ``[0, 1]``, inclusive.
        new_only: Only pairs with a regulation that was added or changed since the last time.
        crew: Who compares; the result does not depend on it.

    Raises:
        OSError: The result cannot be kept.
        RegcheckError: The cluster cannot be used.
    """
    index = load_index(corpus)
    now = index.living()
    folder = corpus.index_folder / FOLDER
    stamp = f"{index.vocabulary.fit()}-{threshold:.6f}"
    kept, before = read_hits(load_parts(folder, stamp), index)
    changed = frozenset(id_ for id_, one in now.items() if before.get(id_) != one)
    if changed or before.keys() != now.keys():
        wanted = changed if before else None
        fresh = list(search(corpus, index, threshold * NEARLY, wanted, crew or Crew()))
        kept = join_hits([drop_changed(kept, index, changed), *fresh])
        save_parts(folder, stamp, {HITS: Part(pack_hits(kept, index, now))})
    return group_hits(kept, index, settings, threshold, changed if new_only else None)


def search(
    corpus: Corpus,
    index: VectorIndex,
    threshold: float,
    changed: Collection[str] | None,
    crew: Crew,
) -> Iterator[Hits]:
    """Yield the pairs of ``VectorIndex.stream_hits``, whoever finds them."""
    if not crew.scheduler:
        return index.stream_hits(threshold, changed, crew.progress)
    numbers = None if changed is None else tuple(np.flatnonzero(flag(index, changed)).tolist())
    folder = str(corpus.index_folder.resolve())
    source = cluster.Source(folder, digest_of(read_current(corpus)), threshold, numbers)
    return cluster.stream_hits(crew.scheduler, source, crew.progress)


def drop_changed(hits: Hits, index: VectorIndex, changed: Collection[str]) -> Hits:
    """Return the hits that join two regulations that did not change."""
    same = ~flag(index, changed)
    return hits.where(same[index.owners[hits.left]] & same[index.owners[hits.right]])


def flag(index: VectorIndex, ids: Collection[str]) -> Flags:
    """Tell of each regulation, by number, whether it is among ``ids``."""
    return np.array([id_ in ids for id_ in index.regulations], dtype=np.bool_)


def pack_hits(
    hits: Hits, index: VectorIndex, stamps: Mapping[str, int]
) -> dict[str, NDArray[np.generic]]:
    """Return hits as arrays that do not depend on the numbers of rows."""
    rows, places = np.unique(np.concatenate([hits.left, hits.right]), return_inverse=True)
    keys, names = Keys.pack(index.keys[row] for row in rows.tolist()), Keys.pack(stamps)
    sides = places.astype(np.int32).reshape(2, -1)
    return {
        "left": sides[0],
        "right": sides[1],
        "scores": hits.scores,
        "rare": hits.rare,
        "keys": keys.letters,
        "key_starts": keys.starts,
        "names": names.letters,
        "name_starts": names.starts,
        "stamps": np.array(list(stamps.values()), dtype=np.uint64),
    }


def read_hits(
    parts: Mapping[str, Part] | None, index: VectorIndex
) -> tuple[Hits, Mapping[str, int]]:
    """Return the hits that were kept, as far as their rows are alive, and the stamps of then."""
    if parts is None:
        return join_hits([]), {}
    arrays = parts[HITS].arrays
    owners = index.owners.tolist()
    rows = {key: row for row, key in enumerate(index.keys) if owners[row] >= 0}
    keys = Keys(arrays["keys"], arrays["key_starts"])
    numbers = np.array([rows.get(key, -1) for key in keys], dtype=np.int64)
    left, right = numbers[arrays["left"]], numbers[arrays["right"]]
    hits = Hits(left, right, np.asarray(arrays["scores"]), np.asarray(arrays["rare"]))
    names = Keys(arrays["names"], arrays["name_starts"])
    stamps = dict(zip(names, arrays["stamps"].tolist(), strict=True))
    return hits.where((left >= 0) & (right >= 0)).ordered(), stamps


def group_hits(
    hits: Hits,
    index: VectorIndex,
    settings: Settings,
    threshold: float,
    changed: Collection[str] | None,
) -> Overlaps:
    """Put the hits that reach the threshold in groups, one for each pair of regulations.

    ``spread`` is counted from all hits, those of other regions too: a wording that many regions
    use is a formula.
    """
    owners, count = index.owners, len(hits)
    spread = count_spread(join_hits([hits, hits.turned()]), owners)
    widest = np.maximum(spread[:count], spread[count:])
    reached = hits.reaches(threshold)
    near = reached & meets(index.regulations, owners[hits.left], owners[hits.right])
    if changed is not None:
        new = flag(index, changed)
        near &= new[owners[hits.left]] | new[owners[hits.right]]
    chosen, widest = hits.where(near), widest[near]
    rare = compare_rare(chosen, index.side, index.side)
    weight = np.where(widest < settings.formula_spread, rare, 0.0)
    many = max(1, len(index.regulations))
    names = owners[chosen.left].astype(np.int64) * many + owners[chosen.right]
    _, group = np.unique(names, return_inverse=True)
    best = np.zeros(int(group.max(initial=-1)) + 1)
    np.maximum.at(best, group, weight)
    order = np.lexsort((group, -best[group]))
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    return Overlaps(
        index=index,
        hits=chosen.where(order),
        spread=widest[order],
        starts=starts,
        weights=best[group[order][starts]],
        formula=settings.formula_spread,
        apart=int(reached.sum() - near.sum()) if changed is None else 0,
        changed=len(index.regulations if changed is None else changed),
        regulations=len(index.living()),
    )


def meets(ids: Sequence[str], left: NDArray[np.int32], right: NDArray[np.int32]) -> Flags:
    """Tell of each pair of regulation numbers whether their jurisdictions meet."""
    codes = left.astype(np.int64) * len(ids) + right
    pairs, places = np.unique(codes, return_inverse=True)
    met = [comparable(ids[code // len(ids)], ids[code % len(ids)]) for code in pairs.tolist()]
    return np.array(met, dtype=np.bool_)[places]
