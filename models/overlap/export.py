"""Write ``pairs.tsv`` from labelled pairs of provisions: labels and features, no text.

    python -m models.overlap.export --pasal FILE... --texts FOLDER --scratch FOLDER
    python -m models.overlap.export --listed FILE --corpus CORPUS ...

``--pasal`` takes files of JSON lines with the ids of two pasal and a label (``a``, ``b``,
``label``), as set F has them; ``--listed`` those with the keys of two passages of a corpus. The
label is ``substantive`` or anything else. Both may be given; the table is written anew.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.data import Data
from benchmarks.set_f import Bench, acts_of, prepare, stand
from regcheck.check.features import FEATURES, describe, meet
from regcheck.check.overlap import Matter
from regcheck.check.substance import is_common, pair_code
from regcheck.domain import Pair, Relation
from regcheck.overlaps import find_overlaps
from regcheck.ranked import owners_of, rank_overlaps
from regcheck.settings import Settings
from regcheck.store import Corpus

TABLE = Path(__file__).resolve().with_name("pairs.tsv")
SUBSTANTIVE = "substantive"
#: Nobody read the strays: of what stands beside a substantive pair so many are taken by lot.
STRAYS = 2
#: From this cosine two provisions of a corpus are listed at all.
FLOOR = 0.5
#: The acts are numbered in an order drawn anew for each table.
SEED = 3


@dataclass(frozen=True, slots=True)
class Group:
    """The pairs of passages that one label is about, as features, the most alike first.

    ``source`` is *pasal* for two whole pasal that were read, *listed* for two passages of a list
    that were read, and *stray* for two passages beside a substantive pair that nobody read.
    """

    source: str
    label: int
    acts: tuple[str, str]
    rows: tuple[tuple[float, ...], ...]


def list_pasal(rows: list[dict[str, Any]], data: Data) -> Iterator[Group]:
    """Yield what meets in each of some pairs of pasal, what N-codes set aside left out."""
    bench, settings = prepare(rows, data), Settings()
    for row in rows:
        relation, features = stand(row), []
        for pair in () if bench.harmless(row) else sorted(bench.find_pairs(row), key=by_score):
            if not is_common(pair, bench.matter, settings):
                features += look(pair, bench.matter, relation)
        label = int(row["label"] == SUBSTANTIVE)
        yield Group("pasal", label, acts_of(row), tuple(features))
        if label and not bench.harmless(row):
            yield from draw_strays(row, bench)


def draw_strays(row: dict[str, Any], bench: Bench) -> Iterator[Group]:
    """Yield a few of the pairs that stand beside a substantive one, as harmless."""
    kept = [
        rows
        for pair in sorted(bench.find_strays(row), key=by_keys)
        if not is_common(pair, bench.matter, Settings())
        and (rows := look(pair, bench.matter, stand(row)))
    ]
    lot = random.Random(f"{row['a']} {row['b']}")
    for rows in lot.sample(kept, min(STRAYS, len(kept))):
        yield Group("stray", 0, acts_of(row), tuple(rows))


def list_listed(rows: Iterable[dict[str, Any]], corpus: Corpus) -> Iterator[Group]:
    """Yield the labelled pairs of passages that ``corpus overlaps`` looks at."""
    ranked = rank_overlaps(corpus, find_overlaps(corpus, Settings(), FLOOR))
    known = {(pair.left, pair.right): pair for pair in (*ranked.opinions, *ranked.aside)}
    for row in rows:
        pair = known.get((row["a"], row["b"])) or known.get((row["b"], row["a"]))
        if pair:
            owners = owners_of(pair)
            features = look(pair, ranked.matter, ranked.relation(owners))
            if features:
                label = int(row["label"] == SUBSTANTIVE)
                yield Group("listed", label, owners, tuple(features))


def look(pair: Pair, matter: Matter, relation: Relation) -> list[tuple[float, ...]]:
    """Return the features of a pair, or nothing if an N-code sets it aside."""
    if pair_code(pair, matter, relation):
        return []
    return [describe(meet(pair, matter, relation))]


def by_score(pair: Pair) -> float:
    """Return the sort key of pairs, the most alike first."""
    return -pair.score


def by_keys(pair: Pair) -> tuple[str, str]:
    """Return the sort key of pairs in an order that depends on no score."""
    return pair.left, pair.right


def write(groups: list[Group], path: Path) -> None:
    """Write the table; the acts appear as numbers only, and a group without rows as one blank."""
    names = sorted({act for group in groups for act in group.acts})
    random.Random(SEED).shuffle(names)
    number = {name: place for place, name in enumerate(names)}
    with path.open("w", encoding="utf-8") as file:
        print("source", "group", "label", "left", "right", *FEATURES, sep="\t", file=file)
        for place, group in enumerate(groups):
            acts = (number[act] for act in group.acts)
            head = (group.source, place, group.label, *acts)
            for row in group.rows or ((float("nan"),) * len(FEATURES),):
                print(*head, *(f"{value:.4f}" for value in row), sep="\t", file=file)


def read_lines(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the objects of files of JSON lines."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines if line.strip()]


def main() -> None:
    """Read the labels, look at the pairs, write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pasal", type=Path, nargs="*", default=[], help="labelled pairs of pasal")
    parser.add_argument("--texts", type=Path, help="the folder of their texts")
    parser.add_argument("--scratch", type=Path, help="a folder for what is parsed")
    parser.add_argument("--listed", type=Path, help="labelled pairs of passages of a corpus")
    parser.add_argument("--corpus", type=Path, help="that corpus, with its index")
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    groups: list[Group] = []
    if options.pasal:
        data = Data(options.texts, options.texts, options.scratch, options.texts)
        groups += list_pasal(read_lines(options.pasal), data)
    if options.listed:
        with Corpus.open(options.corpus) as corpus:
            groups += list_listed(read_lines([options.listed]), corpus)
    write(groups, options.out)
    print(f"{len(groups)} pairs, {sum(group.label for group in groups)} substantive")


if __name__ == "__main__":
    main()
