"""How all pairs grow with the corpus: time, memory and disk, on one machine and on a cluster.

python -m benchmarks.growth PASSAGES.jsonl [--real 25000 ...] [--synthetic 250000 ...] [--workers 2]

The passages are lines of JSON lists ``[key, kind, text, page, lead]``; regulations are drawn from
them by chance until a size is reached. Synthetic rows have words as frequent as theirs. Building
and comparing run in processes of their own, so that the peak of each is its own; what a process
maps of the index counts as its memory once it was read, though the system may take it back.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.speed_inputs import read_passages
from regcheck.compare import VectorIndex, cluster, search
from regcheck.compare.cluster import Source
from regcheck.compare.files import Part, load_parts, save_parts
from regcheck.compare.packing import pack_segment, unpack_segment
from regcheck.compare.rows import Matrix, frozen, turn
from regcheck.compare.search import find_hits
from regcheck.compare.segments import Keys, Segment
from regcheck.domain import Passage

THRESHOLD = 0.5
REAL = (25_000, 50_000, 100_000)
SYNTHETIC = (250_000, 500_000, 1_000_000)
#: Synthetic rows: entries of each, and how often a term that is not common splits in several.
ENTRIES, SPLIT, COMMON = 40, 8, 1_000
#: One synthetic row in so many is a copy of another with a tenth of its words exchanged.
COPY = 50
DIGEST = "growth"
#: All pairs of a corpus are found so often; the median is told.
RUNS = 3
Figures = dict[str, float]


def main() -> None:
    """Measure what is asked for, smallest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", type=Path)
    parser.add_argument("--real", type=int, nargs="*", default=REAL)
    parser.add_argument("--synthetic", type=int, nargs="*", default=SYNTHETIC)
    parser.add_argument("--threads", type=int, default=search.THREADS)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    options = parser.parse_args()
    for name, sizes in (("real", options.real), ("synthetic", options.synthetic)):
        before: Figures = {}
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                made = alone(MAKE[name], options.passages, size, folder)
                pairs = alone(JOIN[name], folder, options.threads)
                say(f"{name} {size}: build", made, {})
                say(f"{name} {size}: all pairs, {options.threads} threads", pairs, before)
                before = pairs
                for count in options.workers if name == "real" and size == sizes[-1] else []:
                    label = f"{name} {size}: all pairs, Dask, {count} workers of one thread"
                    say(label, alone(join_cluster, folder, count), {})


def alone(work: Callable[..., Figures], *given: Any) -> Figures:
    """Do work in a new process."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(work, *given).result()


def say(what: str, figures: Figures, before: Figures) -> None:
    """Print the figures of one step, and how they grew since the step before.

    Time on the clock depends on what else the machine does, time of the processors less.
    """
    parts = [
        f"{value:,.2f} {name}" if name.split()[0] == "s" else f"{value:,.0f} {name}"
        for name, value in figures.items()
    ]
    if before:
        grown = [np.log(figures[name] / before[name]) for name in ("s of CPU", "pairs", "rows")]
        parts.append(f"CPU as N^{grown[0] / grown[2]:.2f}, pairs as N^{grown[1] / grown[2]:.2f}")
    print(f"{what:54} {', '.join(parts)}", flush=True)


def peak_mib() -> float:
    """Return the most memory this process has held, in MiB (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def disk_mib(folder: str) -> float:
    """Return the size of all files of a folder in MiB."""
    return sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 2**20


def draw(passages: Sequence[Passage], size: int) -> list[Passage]:
    """Return so many passages, of regulations drawn by chance."""
    ids = list(dict.fromkeys(one.regulation for one in passages))
    order = {id_: place for place, id_ in enumerate(np.random.default_rng(6).permutation(ids))}
    return sorted(passages, key=lambda one: order[one.regulation])[:size]


def make_real(path: Path, size: int, folder: str) -> Figures:
    """Build and keep the index of real passages."""
    passages = draw(read_passages(path), size)
    return measure(lambda: VectorIndex.build(passages).save(Path(folder), DIGEST), folder)


def make_synthetic(path: Path, size: int, folder: str) -> Figures:
    """Draw rows with the words of the corpus, and keep them as a segment."""
    real = VectorIndex.build(draw(read_passages(path), REAL[-1])).segments[0].matrix

    def make() -> None:
        parts = {"segment": Part(pack_segment(draw_segment(real, size)))}
        save_parts(Path(folder), DIGEST, parts)

    return measure(make, folder)


def measure(make: Callable[[], None], folder: str) -> Figures:
    """Make what is kept in a folder; return the time, the memory and the disk that it takes."""
    before, start = peak_mib(), (time.perf_counter(), time.process_time())
    make()
    return {
        "s": time.perf_counter() - start[0],
        "s of CPU": time.process_time() - start[1],
        "MiB before": before,
        "MiB peak": peak_mib(),
        "MiB disk": disk_mib(folder),
    }


def join_real(folder: str, threads: int) -> Figures:
    """Compare all rows of a kept index."""
    index = VectorIndex.load(Path(folder), DIGEST)
    if index is None:
        raise ValueError(folder)
    return join(index.segments[0], threads)


def join_synthetic(folder: str, threads: int) -> Figures:
    """Compare all rows of a kept segment."""
    parts = load_parts(Path(folder), DIGEST)
    if parts is None:
        raise ValueError(folder)
    return join(unpack_segment(parts["segment"], np.zeros(0, dtype=np.int64)), threads)


def join(segment: Segment, threads: int) -> Figures:
    """Compare all rows of a segment; what is found is counted and dropped."""
    search.THREADS = threads
    next(find_hits(segment.matrix, segment, THRESHOLD, itself=True))  # machine code, file cache
    before, times, pairs = peak_mib(), [], 0
    for _ in range(RUNS):
        start = time.perf_counter(), time.process_time()
        found = find_hits(segment.matrix, segment, THRESHOLD, itself=True)
        pairs = sum(len(hits) for hits in found)
        times.append((time.perf_counter() - start[0], time.process_time() - start[1]))
    return {
        "s": median(wall for wall, _ in times),
        "s of CPU": median(cpu for _, cpu in times),
        "rows": segment.matrix.height,
        "pairs": pairs,
        "MiB before": before,
        "MiB peak": peak_mib(),
    }


def join_cluster(folder: str, workers: int) -> Figures:
    """Compare all rows of a kept index on workers of this machine."""
    from distributed import LocalCluster

    source = Source(folder, DIGEST, THRESHOLD)
    with (
        LocalCluster(workers, threads_per_worker=1, dashboard_address=":0") as running,
        cluster.connect(running.scheduler_address) as client,
    ):
        # The first time loads machine code and fills the file cache.
        runs = [join_once(running.scheduler_address, source) for _ in range(1 + RUNS)]
        pairs, seconds = runs[0][1], median(took for took, _ in runs[1:])
        peaks = client.run(peak_mib).values()
    return {"s": seconds, "pairs": pairs, "MiB peak of a worker": max(peaks)}


def join_once(address: str, source: Source) -> tuple[float, int]:
    """Return the seconds that all pairs take on a cluster, and how many there are."""
    start = time.perf_counter()
    pairs = sum(len(hits) for hits in cluster.stream_hits(address, source))
    return time.perf_counter() - start, pairs


def draw_segment(real: Matrix, size: int) -> Segment:
    """Draw rows whose words are as frequent as the corpus's.

    A vocabulary grows with its corpus, its common words do not: a term that is not common becomes
    one of ``SPLIT`` by chance.
    """
    chance = np.random.default_rng(7)
    counts = np.bincount(real.columns)
    drawn = real.columns[chance.integers(0, len(real.columns), size * ENTRIES)]
    split = chance.integers(0, SPLIT, len(drawn), dtype=np.int32)
    terms = (drawn * SPLIT + np.where(counts[drawn] < COMMON, split, 0)).reshape(size, ENTRIES)
    copies = np.arange(0, size, COPY)
    kept = chance.random((len(copies), ENTRIES)) < 0.9
    terms[copies] = np.where(kept, terms[chance.integers(0, size, len(copies))], terms[copies])
    terms.sort(axis=1)
    new = np.ones(terms.shape, dtype=np.bool_)
    new[:, 1:] = terms[:, 1:] != terms[:, :-1]
    found, columns, frequency = np.unique(terms[new], return_inverse=True, return_counts=True)
    ranks = np.empty(len(found), dtype=np.int32)
    ranks[np.argsort(frequency, kind="stable")] = np.arange(len(found), dtype=np.int32)
    weights = (np.log(size / frequency) + 1)[columns]
    starts = np.concatenate([[0], np.cumsum(new.sum(axis=1))]).astype(np.int64)
    rows = np.repeat(np.arange(size), np.diff(starts))
    weights /= np.sqrt(np.bincount(rows, weights=weights**2))[rows]
    order = np.argsort((rows << 32) | ranks[columns], kind="stable")
    matrix = frozen(
        Matrix(
            starts,
            ranks[columns][order],
            weights[order].astype(np.float32),
            np.arange(size, dtype=np.int32),
        )
    )
    nothing = np.zeros(len(found), dtype=np.bool_)
    width = np.arange(len(found), dtype=np.int32)
    return Segment(width, matrix, turn(matrix, nothing), np.ones(size, np.float32), Keys.pack([]))


MAKE = {"real": make_real, "synthetic": make_synthetic}
JOIN = {"real": join_real, "synthetic": join_synthetic}

if __name__ == "__main__":
    main()
