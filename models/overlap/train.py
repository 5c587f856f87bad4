"""Fit the model of substance: would a lawyer call this pair of provisions an overlap?

Reads ``pairs.tsv`` (labels and features, numbers only), reports on pairs whose acts the model was
not fitted on, then fits on all pairs and writes the coefficients to ``regcheck/data``.

    python models/overlap/train.py            # fit, write the coefficients, print the scores
    python models/overlap/train.py --score    # only print the scores
"""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import dataclass
from itertools import combinations_with_replacement, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score

HERE = Path(__file__).resolve().parent
MODEL = HERE.parent.parent / "regcheck" / "data" / "substance.json"
#: The acts fall into so many parts. A pair is judged by a model fitted on no act of either part
#: that its acts are in.
PARTS = 8
#: How often the acts are parted anew; the scores are means.
ROUNDS = 5
#: Inverse strength of the penalty on large coefficients.
FREEDOM = 0.06
#: A label is about two pasal. Of a substantive pair the passages that the model thinks likeliest
#: carry it, of another the likeliest few must not be told.
HARMLESS = 2
#: Where pairs come from (``export.py``).
SOURCES = ("pasal", "listed", "stray")
#: How often the likeliest are chosen, by the model of the time before.
CHOICES = 3
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Table:
    """The pairs of passages: source, group and label of each, its acts and features."""

    names: tuple[str, ...]
    source: NDArray[np.str_]
    group: NDArray[np.int64]
    label: Floats
    acts: NDArray[np.int64]
    features: Floats

    @property
    def known(self) -> Mask:
        """Which lines hold a pair; the others stand for groups that N-codes set aside."""
        return np.logical_not(np.isnan(self.features).any(axis=1))


@dataclass(frozen=True)
class Line:
    """A linear model of the features as they are."""

    weights: Floats
    intercept: float

    def guess(self, features: Floats) -> Floats:
        """Return probabilities."""
        score: Floats = features @ self.weights + self.intercept
        return 1 / (1 + np.exp(-score))


def read_table(path: Path) -> Table:
    """Return what the table holds."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file, delimiter="\t")
    cells = np.array([line[1:] for line in lines], dtype=np.float64)
    whole = cells[:, [0, 2, 3]].astype(np.int64)
    source = np.array([line[0] for line in lines])
    return Table(tuple(head[5:]), source, whole[:, 0], cells[:, 1], whole[:, 1:], cells[:, 4:])


def fit(table: Table, among: Mask) -> Line:
    """Fit on some of the lines: at first on the most alike of each group, then on the likeliest."""
    lines = np.flatnonzero(among & table.known)
    line = fit_lines(table, choose(table, lines, -np.arange(len(table.label), dtype=np.float64)))
    for _ in range(CHOICES - 1):
        line = fit_lines(table, choose(table, lines, line.guess(table.features)))
    return line


def fit_lines(table: Table, chosen: NDArray[np.int64]) -> Line:
    """Fit on some of the lines."""
    features = table.features[chosen]
    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-6
    model = LogisticRegression(C=FREEDOM, max_iter=2_000)
    model.fit((features - mean) / scale, table.label[chosen])
    weights = model.coef_[0] / scale
    return Line(weights, float(model.intercept_[0] - weights @ mean))


def choose(table: Table, lines: NDArray[np.int64], score: Floats) -> NDArray[np.int64]:
    """Return the first line of each substantive group by score, and the first few of others."""
    order = lines[np.lexsort((-score[lines], table.group[lines]))]
    starts = np.flatnonzero(np.diff(table.group[order], prepend=-1))
    rank = np.arange(len(order)) - np.repeat(starts, np.diff(starts, append=len(order)))
    return order[rank < np.where(table.label[order] == 1, 1, HARMLESS)]


def guess_apart(table: Table, seed: int) -> Floats:
    """Return the probability of each line, of a model that was fitted on neither of its acts."""
    parts = np.random.default_rng(seed).integers(PARTS, size=table.acts.max() + 1)[table.acts]
    found = np.zeros(len(table.label))
    for one, other in combinations_with_replacement(range(PARTS), 2):
        asked = (np.sort(parts, axis=1) == (one, other)).all(axis=1) & table.known
        if asked.any():
            line = fit(table, np.logical_not(np.isin(parts, (one, other)).any(axis=1)))
            found[asked] = line.guess(table.features[asked])
    return found


def by_group(table: Table, guess: Floats) -> Floats:
    """Return for each group the likeliest of its lines."""
    best = np.zeros(table.group.max() + 1)
    np.maximum.at(best, table.group, guess)
    return best


def report(table: Table) -> None:
    """Print how well pairs are told apart whose acts the model does not know."""
    rounds = [by_group(table, guess_apart(table, seed)) for seed in range(ROUNDS)]
    first = np.unique(table.group, return_index=True)[1]
    for source in SOURCES:
        among = table.source[first] == source
        truth = table.label[first][among]
        guesses = np.array([best[among] for best in rounds])
        print(f"{source}: {len(truth)} pairs, {int(truth.sum())} substantive")
        print_shares(guesses, truth)
        if truth.any():
            print_scores(guesses, truth)


def print_shares(guesses: Floats, truth: Floats) -> None:
    """Print which share of the pairs is told from which probability on."""
    for least in THRESHOLDS:
        told = (guesses >= least).mean(axis=0)
        found = f"{told[truth == 1].mean():.3f} of the substantive, " if truth.any() else ""
        print(f"  from {least:.2f}: {found}{told[truth == 0].mean():.3f} of the others")


def print_scores(guesses: Floats, truth: Floats) -> None:
    """Print how the pairs are ordered, and how true the probabilities are."""
    print(f"  AUC {np.mean([roc_auc_score(truth, one) for one in guesses]):.3f}", end=", ")
    print(f"Brier {np.mean([brier_score_loss(truth, one) for one in guesses]):.3f}")
    said, true = guesses.ravel(), np.tile(truth, len(guesses))
    for low, high in pairwise(BINS):
        inside = (said >= low) & (said < high + (high == 1))
        if inside.any():
            print(
                f"  {low:.1f}-{high:.1f}: {inside.sum() / ROUNDS:.0f} pairs, "
                f"said {said[inside].mean():.2f}, true {true[inside].mean():.2f}"
            )


def main() -> None:
    """Report, and write the coefficients unless only the scores were asked for."""
    table = read_table(HERE / "pairs.tsv")
    report(table)
    if "--score" in sys.argv[1:]:
        return
    line = fit(table, table.known)
    record = {
        "intercept": round(line.intercept, 5),
        "weights": {
            name: round(float(weight), 5)
            for name, weight in zip(table.names, line.weights, strict=True)
        },
    }
    MODEL.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
