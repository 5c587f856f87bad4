"""The search's fields, with and without: does it find the pasal that a gloss explains?

    python -m benchmarks.search_glosses CORPUS [--share N] [--most N]

The question is the first sentence of a gloss (*penjelasan*) of a pasal, as its authors wrote it;
right is any passage of that pasal. Glosses are not compared, so no answer stands in the index. Of
the regulations every ``--share``-th is asked about, chosen by a hash of its id, at most ``--most``
questions each. The worth in the product was learned from other regulations than are asked about;
what is learned here is tested on regulations left out.
"""

from __future__ import annotations

import argparse
import re
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.set_a_fit import Case, cross_validate, learn
from regcheck.compare import place_contexts, score_fields
from regcheck.compare.fields import WORTH, Fields
from regcheck.domain import Regulation, Unit
from regcheck.glossaries import pasal_of
from regcheck.indexing import load_contexts, load_index
from regcheck.settings import Settings
from regcheck.shelf import read_current
from regcheck.standings import open_corpus
from regcheck.store import Corpus

#: Words of a question: one of fewer says too little, one of more is no question.
FEWEST, MOST = 7, 45
#: Passages that each way of searching brings in to be weighed.
CANDIDATES = 200
RANKS = (1, 5, 10)

#: The columns of ``Answers.figures``.
NAMES = Fields._fields
#: What is compared: fixed worths of the columns, by name.
FIXED = {
    "words": (1.0, 0.0, 0.0, 0.0),
    "words, context": (0.8, 0.2, 0.0, 0.0),
    "words, held": (0.5, 0.0, 0.5, 0.0),
    "all but meaning": (*WORTH[:3], 0.0),
    "as in the product": WORTH,
}
#: Columns whose worth is learned on other regulations than it is tested on.
LEARNED = ((0, 1), (0, 1, 2), (0, 1, 2, 3))

#: The label that a gloss begins with.
#:
#: takes    Ayat (1)      Huruf a      Pasal 12
#: refuses  Yang dimaksud dengan
LABEL = re.compile(
    r"^(?:pasal\s*\w+|ayat\s*\(\w+\)|huruf\s*\w+|angka\s*\w+|\(\w+\))\s*\.?\s*", re.IGNORECASE
)
NOTHING = re.compile(r"cukup\s+jelas", re.IGNORECASE)
MEANT = re.compile(r"^Yang dimaksud(?:kan)? dengan\s*")
SENTENCE = re.compile(r"(?<=[a-z)])\.\s")
INTRODUCTION = "penjelasan/pasal-"

Scores = NDArray[np.float64]


@dataclass(frozen=True)
class Question:
    """A sentence, and the key of the pasal that it explains."""

    text: str
    pasal: str


@dataclass(frozen=True)
class Answers:
    """The candidates of a question: the pasal each stands in, and the figures of its fields."""

    question: Question
    pasal: list[str]
    figures: NDArray[np.float32]


def ask(regulation: Regulation, most: int) -> list[Question]:
    """Return questions from the glosses of a regulation."""
    body = {unit.path for unit in regulation.units}
    found = [
        Question(text, f"{regulation.id}#{pasal}")
        for unit in regulation.units
        if unit.path.startswith(INTRODUCTION) and not regulation.children.get(unit.key)
        if (pasal := unit.path.split("/")[1]) in body and (text := read_gloss(regulation, unit))
    ]
    return sorted(found, key=lambda one: zlib.crc32(one.text.encode()))[:most]


def read_gloss(regulation: Regulation, unit: Unit) -> str:
    """Return the first sentence of a gloss; empty if it says nothing, or too little or much."""
    text = LABEL.sub("", " ".join(regulation.slice(unit.span).split()))
    sentence = MEANT.sub("", SENTENCE.split(text)[0])
    fits = FEWEST <= len(sentence.split()) <= MOST and not NOTHING.search(text)
    return sentence if fits else ""


def read_questions(corpus: Corpus, share: int, most: int) -> list[Question]:
    """Return the questions of a corpus."""
    # The worth of the fields was learned from ids whose hash is a multiple of 4.
    chosen = [id_ for id_ in corpus.identities() if zlib.crc32(id_.encode()) % share == share - 1]
    return [one for id_ in chosen for one in ask(corpus.regulation(id_), most)]


def answer(questions: Sequence[Question], corpus: Corpus) -> Iterator[Answers]:
    """Yield the candidates of each question, from all ways of searching."""
    current = read_current(corpus)
    index, contexts = load_index(corpus, current), load_contexts(corpus, current)
    passages = {one.key: one for one in current.passages}
    pasal = [pasal_of(passages[key]) if key in passages else "" for key in index.keys]
    places = place_contexts(index, contexts, current.passages)
    for question in questions:
        fields = score_fields(question.text, index, contexts, places)
        figures = np.stack(fields, axis=1)
        ways = (fields.words, fields.meaning, figures @ np.array(WORTH))
        rows = {place for one in ways for place in best(one)}
        chosen = np.array(sorted(rows))
        yield Answers(
            question, [pasal[row] for row in chosen.tolist()], figures[chosen].astype(np.float32)
        )


def best(scores: Scores) -> list[int]:
    """Return the rows of the highest scores."""
    most = min(CANDIDATES, len(scores))
    rows: list[int] = np.argpartition(-scores, most - 1)[:most].tolist()
    return rows


def to_case(answers: Answers, columns: Sequence[int]) -> Case:
    """Return candidates as those of set A are learned from."""
    target = answers.question.pasal
    right = np.array([n for n, one in enumerate(answers.pasal) if one == target], dtype=np.int64)
    signs = answers.figures[:, list(columns)]
    return Case({"target": target}, answers.pasal, signs, right)


def fixed_ranks(all_answers: Sequence[Answers], worth: Sequence[float]) -> NDArray[np.int64]:
    """Return the place of the right pasal with fixed worths; far behind where there is none."""
    ranks = []
    for one in all_answers:
        order = np.argsort(-(one.figures @ np.array(worth)), kind="stable")
        names = list(dict.fromkeys(one.pasal[place] for place in order.tolist()))
        target = one.question.pasal
        ranks.append(names.index(target) + 1 if target in names else len(names) + 1)
    return np.array(ranks, dtype=np.int64)


def say(name: str, ranks: NDArray[np.int64]) -> None:
    """Print a line of figures."""
    shares = "  ".join(f"R@{most} {(ranks <= most).mean():.3f}" for most in RANKS)
    print(f"{name:44} {shares}", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how well each mixture of fields does."""
    parser = argparse.ArgumentParser(prog="benchmarks.search_glosses", description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--share", type=int, default=4)
    parser.add_argument("--most", type=int, default=3)
    options = parser.parse_args(arguments)
    with open_corpus(Settings(corpus=str(options.corpus))) as corpus:
        questions = read_questions(corpus, options.share, options.most)
        answers = list(answer(questions, corpus))
    print(f"{len(answers)} questions")
    for name, worth in FIXED.items():
        say(name, fixed_ranks(answers, worth))
    for columns in LEARNED:
        cases = [to_case(one, columns) for one in answers]
        say(f"learned: {', '.join(NAMES[n] for n in columns)}", cross_validate(cases, 0))
        factors = learn(cases)
        print("  ", "  ".join(f"{value:.2f}" for value in factors / factors.sum()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
