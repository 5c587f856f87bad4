"""The exact search against scikit-learn's block product and sparse_dot_topn.

python -m benchmarks.speed_search PASSAGES.jsonl [--what rivals start] [--clock cpu]

The passages are lines of JSON lists ``[key, kind, text, page, lead]``. All search the very same
vectors, those of ``VectorIndex``, in one run and on the same number of threads; compare ratios of
one run only. The rivals are timed on evenly spread rows and their time is scaled to all rows, since
their cost is the same for every row. ``sparse_dot_topn`` is asked for the ten best of a row; we
list all. On a machine that others use too, ``--clock cpu`` takes the processor's time of all
threads; with one thread that is what a quiet machine would show.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.speed_inputs import read_passages
from regcheck.compare import VectorIndex, search
from regcheck.compare.index import to_text
from regcheck.compare.rows import DEAD, Matrix, frozen, select_rows
from regcheck.compare.search import find_hits, join_hits
from regcheck.compare.segments import Segment
from regcheck.compare.vectors import to_vectors
from regcheck.domain import Passage

#: The clocks that a run may go by.
CLOCKS = {"wall": time.perf_counter, "cpu": time.process_time}

THRESHOLD = 0.5
#: Rows on which the rivals are timed: scikit-learn's product is large, sparse_dot_topn's is not.
SKLEARN_ROWS, TOPN_ROWS, BEST = 1_000, 2_000, 10
DRAFT, DRAFT_RUNS = 150, 9


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", type=Path)
    parser.add_argument("--what", nargs="+", choices=WORK, default=list(WORK))
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--clock", choices=CLOCKS, default="wall")
    options = parser.parse_args()
    global clock  # noqa: PLW0603 - every figure of a run goes by one clock
    clock = CLOCKS[options.clock]
    passages = read_passages(options.passages)
    for name in options.what:
        print(f"\n{name}", flush=True)
        WORK[name](passages, options.threads)


clock = CLOCKS["wall"]


def timed(call: Callable[[], Any], runs: int = 1) -> tuple[float, Any]:
    """Return the median seconds of some runs, and what the last one gave."""
    seconds, result = [], None
    for _ in range(runs):
        start = clock()
        result = call()
        seconds.append(clock() - start)
    return median(seconds), result


def say(what: str, seconds: float, more: str = "") -> None:
    """Print one figure."""
    print(f"{what:44} {seconds * 1000:12.1f} ms  {more}", flush=True)


def peak() -> str:
    """Return the most memory this process has held."""
    return f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"


def to_csr(rows: Matrix, width: int) -> Any:
    """Return rows as scipy's matrix."""
    from scipy import sparse

    shape = (rows.height, width)
    # Copies: sparse_dot_topn refuses arrays that it could not write to.
    parts = (rows.weights.copy(), rows.columns.copy(), rows.starts.astype(np.int32))
    return sparse.csr_matrix(parts, shape=shape)


def hold_out(passages: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Return the regulation nearest to the size of a large draft, and all the others."""
    sizes = Counter(one.regulation for one in passages)
    chosen = min(sizes, key=lambda id_: (abs(sizes[id_] - DRAFT), id_))
    draft = [one for one in passages if one.regulation == chosen]
    return draft, [one for one in passages if one.regulation != chosen]


def count_pairs(segment: Segment, threshold: float) -> int:
    """Run all pairs of a segment and return how many there are."""
    found = find_hits(segment.matrix, segment, threshold, itself=True)
    return sum(len(hits) for hits in found)


def run_rivals(passages: Sequence[Passage], threads: Sequence[int]) -> None:
    """Time all pairs and one draft, ours and theirs, and compare what they find."""
    draft, corpus = hold_out(passages)
    seconds, index = timed(lambda: VectorIndex.build(corpus))
    say("build", seconds, f"{len(corpus)} passages")
    # Without owners nothing is left out, as the rivals leave nothing out.
    segment = index.segments[0]
    nobody = np.full(segment.matrix.height, -1, dtype=np.int32)
    segment = replace(segment, matrix=frozen(segment.matrix._replace(owners=nobody)))
    matrix = to_csr(segment.matrix, len(segment.terms))
    texts = [to_text(one) for one in draft]
    queries = segment.translate(to_vectors(texts, index.vocabulary).rows)
    left = to_csr(queries, len(segment.terms))
    warm_up(segment)
    for number in threads:
        search.THREADS = number
        label = f"{number} thread{'s' * (number > 1)}"
        ours, pairs = timed(lambda: count_pairs(segment, THRESHOLD))
        say(f"all pairs, ours, {label}", ours, f"{pairs} pairs")
        compare("sklearn", *time_sklearn(matrix, matrix.T.tocsr()), ours)
        compare("sparse_dot_topn", *time_topn(matrix, number), ours)
        for threshold in (THRESHOLD, 0.3):
            time_draft(queries, segment, left, matrix, threshold)
    check_exact(segment, matrix)


def warm_up(segment: Segment) -> None:
    """Search a few rows by the compiled loops, so that their loading is not part of a figure."""
    search.compiled_close(segment.matrix, segment, (0, 100, True), THRESHOLD)


def compare(who: str, seconds: float, note: str, ours: float) -> None:
    """Print a rival's time and how many times ours it is."""
    say(f"  {who}, all rows (scaled)", seconds, f"{seconds / ours:.0f} times ours; {note}")


def spread_rows(height: int, count: int) -> Any:
    """Return evenly spread row numbers."""
    return np.linspace(0, height - 1, min(count, height)).astype(int)


def time_sklearn(matrix: Any, turned: Any) -> tuple[float, str]:
    """Time scikit-learn's sparse block product and the filter, scaled to all rows."""
    from sklearn.utils.extmath import safe_sparse_dot

    rows = spread_rows(matrix.shape[0], SKLEARN_ROWS)

    def run() -> int:
        product = safe_sparse_dot(matrix[rows], turned, dense_output=False)
        return int((product.data >= THRESHOLD).sum())

    seconds, found = timed(run)
    return seconds / len(rows) * matrix.shape[0], f"one thread, {len(rows)} rows, {found} hits"


def time_topn(matrix: Any, threads: int) -> tuple[float, str]:
    """Time sparse_dot_topn, scaled to all rows."""
    from sparse_dot_topn import sp_matmul_topn

    rows = spread_rows(matrix.shape[0], TOPN_ROWS)
    seconds, found = timed(
        lambda: sp_matmul_topn(
            matrix[rows], matrix.T, top_n=BEST, threshold=THRESHOLD, n_threads=threads
        )
    )
    return seconds / len(rows) * matrix.shape[0], f"{len(rows)} rows, {found.nnz} of the best"


def time_draft(queries: Matrix, segment: Segment, left: Any, matrix: Any, threshold: float) -> None:
    """Time one draft against all."""
    from sparse_dot_topn import sp_matmul_topn

    ours, found = timed(lambda: list(find_hits(queries, segment, threshold)), DRAFT_RUNS)
    say(f"draft of {queries.height} at {threshold}, ours", ours, f"{sum(map(len, found))} hits")
    turned = matrix.T.tocsr()
    theirs, _ = timed(lambda: (left @ turned).data >= threshold, 3)
    say("  sklearn (one thread)", theirs, f"{theirs / ours:.0f} times ours")
    topn = {"top_n": BEST, "threshold": threshold, "n_threads": search.THREADS}
    theirs, _ = timed(lambda: sp_matmul_topn(left, turned, **topn), 3)
    say("  sparse_dot_topn", theirs, f"{theirs / ours:.0f} times ours")


def check_exact(segment: Segment, matrix: Any) -> None:
    """Compare every hit of some rows with the full product."""
    rows = spread_rows(matrix.shape[0], TOPN_ROWS)
    chosen = np.isin(np.arange(segment.matrix.height), rows)
    found = join_hits(list(find_hits(select_rows(segment.matrix, chosen), segment, THRESHOLD)))
    ours = set(zip(found.left.tolist(), found.right.tolist(), strict=True))
    product = (matrix[rows].astype(np.float64) @ matrix.T.astype(np.float64)).tocoo()
    kept = product.data >= THRESHOLD - search.ROUNDING
    theirs = set(zip(product.row[kept].tolist(), product.col[kept].tolist(), strict=True))
    print(f"exact: {len(theirs)} hits of {len(rows)} rows, {len(ours ^ theirs)} differ")


START = """
import sys, time
from pathlib import Path
start = time.perf_counter()
from regcheck.compare import VectorIndex
imported = time.perf_counter()
index = VectorIndex.load(Path(sys.argv[1]), "speed")
loaded = time.perf_counter()
index.nearest("Setiap orang dilarang membuang sampah ke sungai", 10)
found = time.perf_counter()
print(imported - start, loaded - imported, found - loaded)
"""


def run_start(passages: Sequence[Passage], threads: Sequence[int]) -> None:
    """Time loading in a new process, its first answer, and adding one regulation."""
    search.THREADS = max(threads)
    draft, corpus = hold_out(passages)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        VectorIndex.build(corpus).save(folder, "speed")
        runs = [
            subprocess.run(
                [sys.executable, "-c", START, name], capture_output=True, text=True, check=True
            ).stdout.split()
            for _ in range(DRAFT_RUNS)
        ]
        columns = [median(map(float, column)) for column in zip(*runs, strict=True)]
        for what, seconds in zip(("import", "load", "first answer"), columns, strict=True):
            say(f"new process: {what}", seconds)
        seconds, index = timed(lambda: add_one(folder, corpus, draft))
        say(f"adding {len(draft)} passages", seconds, f"{len(index.segments)} segments")
        removed = index.without([draft[0].regulation])
        alive = int((removed.owners != DEAD).sum())
        print(f"removed again: {alive} of {len(removed.owners)} rows are found")


def add_one(folder: Path, corpus: Sequence[Passage], draft: Sequence[Passage]) -> VectorIndex:
    """Bring a kept index up to date with one more regulation, and keep it."""
    old = VectorIndex.load(folder)
    if old is None:
        raise ValueError(folder)
    index, change = old.refresh([*corpus, *draft])
    if change.refitted:
        raise ValueError("the corpus is too small to be added to")
    index.save(folder, "speed")
    return index


WORK = {
    "rivals": run_rivals,
    "start": run_start,
}

if __name__ == "__main__":
    main()
