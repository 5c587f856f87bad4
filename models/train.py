"""Train the norm-type classifier on our own labelled clauses, and write its card.

    python models/train.py              train, score, and write models/norm_type and its card
    python models/train.py --score      score the shipped component and the rules, change nothing

The clauses of two topics are held out: no clause of the topics *bencana* and *kepegawaian* is
seen in training, so that the score does not come from topic words.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.tokens import DocBin

from regcheck.parse.norms.norm_type import NORM_TYPES, classify

HERE = Path(__file__).resolve().parent
CLAUSES = HERE / "data" / "clauses.tsv"
CONFIG = HERE / "norm_type.cfg"
COMPONENT = HERE / "norm_type"
HELD_OUT = {"bencana", "kepegawaian"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One labelled clause."""

    label: str
    topic: str
    text: str


def read_clauses() -> list[Clause]:
    """Read the labelled clauses."""
    with CLAUSES.open(encoding="utf-8", newline="") as file:
        return [Clause(**row) for row in csv.DictReader(file, delimiter="\t")]


def split(clauses: Sequence[Clause]) -> tuple[list[Clause], list[Clause]]:
    """Split by topic into training and held-out clauses."""
    training = [clause for clause in clauses if clause.topic not in HELD_OUT]
    return training, [clause for clause in clauses if clause.topic in HELD_OUT]


def write_docs(clauses: Sequence[Clause], path: Path) -> None:
    """Write clauses in spaCy's training format."""
    nlp = spacy.blank("id")
    docs = DocBin()
    for clause in clauses:
        doc = nlp.make_doc(clause.text)
        doc.cats = {label: float(label == clause.label) for label in NORM_TYPES}
        docs.add(doc)
    docs.to_disk(path)


def score(predict: Callable[[str], str], clauses: Sequence[Clause]) -> dict[str, float]:
    """Return accuracy and macro F1 of a classifier."""
    pairs = [(clause.label, predict(clause.text)) for clause in clauses]
    hits = sum(gold == said for gold, said in pairs)
    scores = []
    for label in NORM_TYPES:
        both = sum(gold == said == label for gold, said in pairs)
        either = sum(gold == label for gold, _ in pairs) + sum(said == label for _, said in pairs)
        scores.append(2 * both / either if either else 0.0)
    return {
        "n": len(pairs),
        "accuracy": round(hits / len(pairs), 4),
        "macro_f1": round(sum(scores) / len(scores), 4),
    }


def component_classifier() -> Callable[[str], str]:
    """Return the shipped component as a function from text to label."""
    nlp = spacy.load(COMPONENT)

    def predict(text: str) -> str:
        cats = nlp(text).cats
        return max(cats, key=lambda label: (cats[label], label))

    return predict


def measure() -> dict[str, dict[str, float]]:
    """Score rules and component on the clauses of the held-out topics."""
    _, held_out = split(read_clauses())
    return {
        "rules": score(classify, held_out),
        "component": score(component_classifier(), held_out),
    }


def build() -> None:
    """Train the component and put it into ``models/norm_type``."""
    training, held_out = split(read_clauses())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_docs(training, folder / "train.spacy")
        write_docs(held_out, folder / "dev.spacy")
        paths = {
            "paths.train": str(folder / "train.spacy"),
            "paths.dev": str(folder / "dev.spacy"),
        }
        train(CONFIG, folder / "out", overrides=paths)
        shutil.rmtree(COMPONENT, ignore_errors=True)
        nlp = spacy.load(folder / "out" / "model-last")
        # The paths of this run mean nothing on another machine.
        nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
        nlp.meta.update(
            name="norm_type",
            version="0.1.0",
            description="Norm type of a clause of an Indonesian regulation",
            author="The regcheck authors",
            license="Apache-2.0",
        )
        nlp.to_disk(COMPONENT)


def main() -> None:
    """Train unless only the scores are wanted, then print the scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--score", action="store_true", help="only score what is shipped")
    if not parser.parse_args().score:
        build()
    print(json.dumps(measure(), indent=2))


if __name__ == "__main__":
    main()
