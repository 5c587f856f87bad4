"""All overlaps within a corpus: similar provisions of any two regulations, kept up to date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from regcheck.compare import cluster
from regcheck.compare.files import Part, load_parts, save_parts
from regcheck.compare.index import VectorIndex
from regcheck.compare.joins import Progress
from regcheck.compare.pairs import (
    CHUNK,
    NEARLY,
    Places,
    compare_rare,
    count_widest,
    narrow,
    to_pairs,
)
from regcheck.compare.rows import Flags, Integers
from regcheck.compare.search import Hits, join_hits
from regcheck.compare.segments import Keys
from regcheck.current import read_current
from regcheck.domain import Pair
from regcheck.indexing import digest_of, load_index
from regcheck.law import jurisdiction_of
from regcheck.regions import comparable
from regcheck.settings import Settings
from regcheck.store import Corpus

#: The folder beside the index for what was found last, and the name of its only part.
FOLDER, HITS = "overlaps", "hits"


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
    """What was found, as arrays; ``groups`` unpacks it.

    ``hits`` (rows of ``index``, with ``spread`` of each) are all that were found, those of other
    regions too. ``places`` are the places of those within reach of each other's jurisdiction, by
    group; the groups begin at ``starts`` and weigh ``weights``. A wording of ``formula`` other
    regulations is a formula. ``apart`` counts the pairs left out for their regions, ``changed`` the
    regulations whose pairs these are.
    """

    index: VectorIndex
    hits: Hits
    spread: Integers
    places: Places
    starts: Places
    weights: NDArray[np.float64]
    formula: int
    apart: int
    changed: int

    @property
    def count(self) -> int:
        """The number of groups."""
        return len(self.weights)

    @property
    def formulae(self) -> int:
        """The number of pairs that are formulae."""
        return len(self.places) - int(self.is_own(self.places).sum())

    def is_own(self, places: Places) -> Flags:
        """Tell which hits are no formulae."""
        own: Flags = self.spread[places] < self.formula
        return own

    def own_pairs(self) -> list[Pair]:
        """Return the pairs that are no formulae, the weightiest group first."""
        return self.to_pairs(self.places[self.is_own(self.places)])

    def groups(self, limit: int | None = None) -> Iterator[Overlap]:
        """Yield the pairs of regulations, the weightiest first."""
        return (self.to_group(n) for n in range(self.count)[:limit])

    def common_groups(self) -> Iterator[Overlap]:
        """Yield the pairs of regulations that have formulae in common, and only these."""
        common = ~self.is_own(self.places)
        some = np.logical_or.reduceat(common, self.starts) if self.count else common
        for number in np.flatnonzero(some).tolist():
            group = self.to_group(number)
            pairs = tuple(one for one in group.pairs if one.spread >= self.formula)
            yield replace(group, pairs=pairs)

    def to_group(self, number: int) -> Overlap:
        """Return a group by its number."""
        first, last = np.append(self.starts[number : number + 2], len(self.places))[:2].tolist()
        best = tuple(sorted(self.to_pairs(self.places[first:last]), key=self.rank))
        left, right = (key.partition("#")[0] for key in (best[0].left, best[0].right))
        return Overlap(left, right, round(float(self.weights[number]), 6), best)

    def to_pairs(self, places: Places) -> list[Pair]:
        """Return hits as pairs."""
        side = self.index.side
        return to_pairs(self.hits.where(places), self.spread[places], side, side)

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
        fresh = search(corpus, index, threshold * NEARLY, wanted, crew or Crew())
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
    used = np.zeros(len(index.keys), dtype=np.bool_)
    used[hits.left], used[hits.right] = True, True
    places = np.cumsum(used, dtype=np.int32) - 1
    keys = Keys.pack(index.keys[row] for row in np.flatnonzero(used).tolist())
    names = Keys.pack(stamps)
    return {
        "left": places[hits.left],
        "right": places[hits.right],
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
    numbers = np.array([rows.get(key, -1) for key in keys], dtype=np.int32)
    left, right = numbers[arrays["left"]], numbers[arrays["right"]]
    hits = Hits(left, right, np.asarray(arrays["scores"]), np.asarray(arrays["rare"])).ordered()
    names = Keys(arrays["names"], arrays["name_starts"])
    stamps = dict(zip(names, arrays["stamps"].tolist(), strict=True))
    alive = hits.right >= 0
    return hits if alive.all() else hits.where(alive), stamps


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
    owners = index.owners
    spread = count_widest(hits, owners)
    reached = hits.reaches(threshold)
    near = reached & meets(index.regulations, owners[hits.left], owners[hits.right])
    apart = int(reached.sum() - near.sum()) if changed is None else 0
    if changed is not None:
        new = flag(index, changed)
        near &= new[owners[hits.left]] | new[owners[hits.right]]
    places, starts = group_places(narrow(np.flatnonzero(near), len(near)), hits, index)
    weights = weigh(hits, places, index)
    weights[spread[places] >= settings.formula_spread] = 0
    best = np.maximum.reduceat(weights, starts) if len(starts) else weights
    del weights
    ranks = narrow(np.argsort(-best, kind="stable"), len(hits))
    places, starts = reorder(places, starts, ranks)
    return Overlaps(
        index=index,
        hits=hits,
        spread=spread,
        places=places,
        starts=starts,
        weights=best[ranks],
        formula=settings.formula_spread,
        apart=apart,
        changed=len(index.living() if changed is None else changed),
    )


def group_places(places: Places, hits: Hits, index: VectorIndex) -> tuple[Places, Places]:
    """Put the places of hits between the same regulations together; return where each group begins.

    Large corpora have millions of hits: what is no longer needed is given back at once.
    """
    names = index.owners[hits.left[places]].astype(np.int64)
    names *= max(1, len(index.regulations))
    names += index.owners[hits.right[places]]
    order = narrow(np.argsort(names, kind="stable"), len(hits))
    names.sort()
    fresh = np.ones(len(names), dtype=np.bool_)
    np.not_equal(names[1:], names[:-1], out=fresh[1:])
    return places[order], narrow(np.flatnonzero(fresh), len(hits))


def weigh(hits: Hits, places: Places, index: VectorIndex) -> NDArray[np.float64]:
    """Return the similarity in rare words of the hits at some places."""
    weights = np.zeros(len(places))
    for start in range(0, len(places), CHUNK):
        part = hits.where(places[start : start + CHUNK])
        weights[start : start + CHUNK] = compare_rare(part, index.side, index.side)
    return weights


def reorder(items: Places, starts: Places, ranks: Places) -> tuple[Places, Places]:
    """Put groups of items in another order.

    >>> items, starts, ranks = (np.array(one, np.int32) for one in ([4, 5, 6], [0, 1], [1, 0]))
    >>> [one.tolist() for one in reorder(items, starts, ranks)]
    [[5, 6, 4], [0, 2]]
    """
    sizes = np.diff(starts, append=starts.dtype.type(len(items)))[ranks]
    begins = np.cumsum(sizes, dtype=starts.dtype) - sizes
    moved = np.repeat(starts[ranks] - begins, sizes)
    moved += np.arange(len(items), dtype=starts.dtype)
    return items[moved], begins


def meets(ids: Sequence[str], left: Integers, right: Integers) -> Flags:
    """Tell of each pair of regulation numbers whether their jurisdictions meet."""
    names, places = np.unique([jurisdiction_of(id_) for id_ in ids], return_inverse=True)
    regions = names.tolist()
    met = np.array([[comparable(one, other) for other in regions] for one in regions], np.bool_)
    return met[places[left], places[right]] if regions else np.zeros(len(left), np.bool_)
