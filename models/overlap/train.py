"""Fit the model of substance: would a lawyer call this pair of provisions an overlap?

Reads ``pairs.tsv`` (labels and features, numbers only), reports on the pairs of regulations that
were held out, then fits on all pairs and writes the coefficients to ``regcheck/data``.

    python models/overlap/train.py            # fit, write the coefficients, print the scores
    python models/overlap/train.py --score    # only print the scores
"""

from __future__ import annotations

import csv
import json
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score

HERE = Path(__file__).resolve().parent
MODEL = HERE.parent.parent / "regcheck" / "data" / "substance.json"
#: Every regulation whose number this divides is held out, with all pairs it is in.
HELD_OUT = 5
#: Inverse strength of the penalty on large coefficients.
FREEDOM = 0.1
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
Floats = NDArray[np.float64]


def read_pairs(path: Path) -> tuple[list[str], Floats, Floats, Floats]:
    """Return the names of the features, the features, the labels, and which pairs are held out."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file, delimiter="\t")
    table = np.array(lines, dtype=np.float64)
    held = (table[:, 1] % HELD_OUT == 0) | (table[:, 2] % HELD_OUT == 0)
    return head[3:], table[:, 3:], table[:, 0], held


def fit(features: Floats, labels: Floats) -> tuple[Floats, float]:
    """Return weights and intercept for the features as they are."""
    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-6
    model = LogisticRegression(C=FREEDOM, max_iter=2_000)
    model.fit((features - mean) / scale, labels)
    weights = model.coef_[0] / scale
    return weights, float(model.intercept_[0] - weights @ mean)


def report(features: Floats, labels: Floats, held: Floats) -> None:
    """Print the scores on the held-out pairs of a model that saw none of their regulations."""
    seen = ~held.astype(bool)
    weights, intercept = fit(features[seen], labels[seen])
    truth = labels[~seen]
    guess = 1 / (1 + np.exp(-(features[~seen] @ weights + intercept)))
    said = guess >= 0.5
    print(f"fitted on {seen.sum()} pairs, held out {len(truth)} ({int(truth.sum())} substantive)")
    print(f"AUC {roc_auc_score(truth, guess):.3f}, Brier {brier_score_loss(truth, guess):.3f}")
    print(f"at .5: precision {truth[said].mean():.3f}, recall {said[truth == 1].mean():.3f}")
    for low, high in pairwise(BINS):
        among = (guess >= low) & (guess < high + (high == 1))
        if among.any():
            print(
                f"  {low:.1f}-{high:.1f}: {among.sum()} pairs, said {guess[among].mean():.2f}, "
                f"true {truth[among].mean():.2f}"
            )


def main() -> None:
    """Report, and write the coefficients unless only the scores were asked for."""
    names, features, labels, held = read_pairs(HERE / "pairs.tsv")
    report(features, labels, held)
    if "--score" in sys.argv[1:]:
        return
    weights, intercept = fit(features, labels)
    record = {
        "intercept": round(intercept, 5),
        "weights": {
            name: round(float(weight), 5) for name, weight in zip(names, weights, strict=True)
        },
    }
    MODEL.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
