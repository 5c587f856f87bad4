"""Learn what each sign of set A is worth, and say how well it does on base laws not learned from.

    python -m benchmarks.set_a_fit --eval DIR --texts DIR --pdf DIR --out DIR [--write FILE]

The rows are divided into five parts by their base law; each part is ranked with what the other four
teach, for three divisions. A listwise logistic regression: of the candidates of a query, the one
that is right should have the greatest sum; rewritten pasal count more than the others. Nothing but
the sums' factors is kept.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.accuracy import find_sets, parse_arguments, read_rows
from benchmarks.data import Data
from benchmarks.set_a import read_tables
from benchmarks.set_a_sanctions import PLAIN, SanctionSigns
from benchmarks.set_a_signs import Library, Numbers, Scores, read_library

#: Parts that are left out in turn, and divisions into them.
FOLDS, DIVISIONS = 5, 3
#: How much a rewritten pasal counts in learning: they are few, and what is hard to find.
REWRITTEN = 3.0
#: The penalty on large factors, of signs at spread 1; steps of the solver.
PENALTY, STEPS = 1e-3, 80
#: Ranks that are reported.
RANKS = (1, 10)

#: What a candidate's row of signs holds, in order.
ALL_SIGNS = (*PLAIN, SanctionSigns)

Factors = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """A query with its candidates: their ids and signs, and which of them is right."""

    row: dict[str, Any]
    ids: list[str]
    signs: Scores
    right: Numbers


def read_cases(rows: list[dict[str, Any]], data: Data, library: Library) -> list[Case]:
    """Gather the signs of every query's candidates, without those the scorer leaves out."""
    cases = []
    for row, (found, signs) in zip(rows, read_tables(rows, data, library), strict=True):
        names = [library.ids[place] for place in found.tolist()]
        kept = [
            place
            for place, name in enumerate(names)
            if name not in row["also_true"] and "#None:" not in name
        ]
        ids = [names[place] for place in kept]
        right = np.array([place for place, name in enumerate(ids) if name == row["target"]])
        cases.append(Case(row, ids, signs[kept], right.astype(np.int64)))
    return cases


def learn(cases: Sequence[Case]) -> Factors:
    """Return the factor of each sign, by which the right candidates are likeliest.

    Raises:
        ValueError: No case holds what is right.
    """
    known = [case for case in cases if len(case.right)]
    signs = np.concatenate([case.signs for case in known])
    spread = signs.std(axis=0) + 1e-6
    signs = (signs - signs.mean(axis=0)) / spread
    lengths = np.array([len(case.signs) for case in known])
    starts = np.concatenate([[0], np.cumsum(lengths)])[:-1]
    right = [start + case.right for start, case in zip(starts, known, strict=True)]
    counts = np.array([REWRITTEN if case.row.get("band") == "rewritten" else 1.0 for case in known])
    counts /= counts.sum()
    spread_out = np.repeat(counts, lengths).astype(np.float32)

    def cost(factors: Factors) -> tuple[float, Factors]:
        scores = signs @ factors.astype(np.float32)
        highest = np.maximum.reduceat(scores, starts)
        shares = np.exp(scores - np.repeat(highest, lengths))
        sums = np.add.reduceat(shares, starts)
        shares /= np.repeat(sums, lengths)
        best = np.array([places[np.argmax(scores[places])] for places in right])
        loss = float(counts @ (highest + np.log(sums) - scores[best]))
        slope = signs.T @ (shares * spread_out) - counts @ signs[best]
        return loss + PENALTY * float(factors @ factors), slope + 2 * PENALTY * factors

    found = minimize(
        cost, np.zeros(signs.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
    )
    factors: Factors = found.x / spread
    return factors


def rank(case: Case, factors: Factors) -> int:
    """Return the place of the right candidate; one past all where there is none."""
    order = np.argsort(-(case.signs @ factors), kind="stable")
    ids = list(dict.fromkeys(case.ids[place] for place in order))
    return ids.index(case.row["target"]) + 1 if case.row["target"] in ids else len(ids) + 1


def cross_validate(cases: Sequence[Case], division: int) -> Numbers:
    """Return the ranks of all cases, each found with what cases of other base laws teach."""
    laws = [f"{case.row['target'].partition('#')[0]} {division}" for case in cases]
    parts = np.array([zlib.crc32(law.encode()) % FOLDS for law in laws])
    ranks = np.zeros(len(cases), dtype=np.int64)
    for part in np.unique(parts):
        factors = learn([case for case, one in zip(cases, parts, strict=True) if one != part])
        for place in np.flatnonzero(parts == part).tolist():
            ranks[place] = rank(cases[place], factors)
    return ranks


def describe(name: str, ranks: Numbers, rewritten: NDArray[np.bool_]) -> str:
    """Return a line of figures."""
    parts = (("all", ranks), ("rewritten", ranks[rewritten]))
    shares = [f"{of} R@{most} {(one <= most).mean():.4f}" for of, one in parts for most in RANKS]
    return f"{name}: {', '.join(shares)}"


def write_worth(path: Path, factors: Factors) -> None:
    """Write the factors as the module that the benchmark reads."""
    names = [name for one in ALL_SIGNS for name in one._fields]
    lines = [
        f"    {value:.3f},  # {name}" for name, value in zip(names, factors.tolist(), strict=True)
    ]
    head = (
        '"""What each sign of set A is worth: written by ``python -m benchmarks.set_a_fit``.\n\n'
        'In the order of ``set_a_fit.ALL_SIGNS``.\n"""\n\n'
        "WORTH: tuple[float, ...] = (\n"
    )
    path.write_text(head + "\n".join(lines) + "\n)\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, and write the factors where that is asked."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    target = Path(given.pop(given.index("--write") + 1)) if "--write" in given else None
    options = parse_arguments([one for one in given if one != "--write"])
    data = Data(options.texts, options.pdf, options.out / "cache", options.eval.resolve().parent)
    rows = [row for path in find_sets(options.eval, "A") for row in read_rows(path)]
    cases = read_cases(rows, data, read_library(data.parsed()))
    rewritten = np.array([case.row["band"] == "rewritten" for case in cases], dtype=np.bool_)
    factors = learn(cases)
    print(describe("in sample", np.array([rank(case, factors) for case in cases]), rewritten))
    for division in range(DIVISIONS):
        print(describe(f"division {division}", cross_validate(cases, division), rewritten))
    if target:
        write_worth(target, factors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
