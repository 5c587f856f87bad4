"""The status of regulations on a date, as the corpus tells it, for a reader to judge.

``python -m benchmarks.status CORPUS [--as-of DATE] [--sample 50] [--seed 7]`` prints, for a random
sample of the regulations of a corpus, the status with each reason and its sentence, the units that
have a status of their own, and every other sentence of the corpus that names the regulation beside
a word of ending or amending: what a wrong or a missing reason would be seen by. ``--answers FILE``
compares the statuses with a reader's, JSON lines ``{"id", "status"}``, on the same date.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.judged import read_rows
from regcheck.domain.graph import Edge, Force
from regcheck.graphs import Atlas, open_atlas
from regcheck.store import Corpus

SEED = 7
#: So many units with a status of their own, and so many other sentences, are printed.
LISTED = 6
#: Words that end or change a rule.
CHANGE = re.compile(r"cabut|tidak\s+berlaku|ubah|ganti|mengikat", re.IGNORECASE)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a sample of statuses, or how they agree with a reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--as-of", default="", help="a date; empty for today")
    parser.add_argument("--sample", type=int, default=50)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--answers", type=Path, help="judgements, as JSON lines")
    chosen = parser.parse_args(arguments)
    with Corpus.open(chosen.corpus) as corpus:
        atlas = open_atlas(corpus, chosen.as_of)
        if chosen.answers:
            compare_answers(atlas, chosen.answers)
            return
        edges: dict[str, list[Edge]] = defaultdict(list)
        for edge in atlas.printed:
            if not edge.own:
                edges[edge.base].append(edge)
        ids = sorted(atlas.identities)
        for id_ in random.Random(chosen.seed).sample(ids, min(chosen.sample, len(ids))):
            print("\n".join(describe(atlas, id_, edges)))


def describe(atlas: Atlas, id_: str, edges: Mapping[str, Sequence[Edge]]) -> Iterator[str]:
    """List what is said of one regulation."""
    force = atlas.force(id_)
    yield f"\n{id_}  {atlas.title(id_)[:110]}\n   {force.status or 'unknown'}, since {force.since}"
    for reason in force.reasons:
        words = reason.proof.text if reason.proof else ""
        yield f"   {reason.kind} {reason.by} {reason.date}: {words}"
    for unit in force.units[:LISTED]:
        told = ", ".join(f"{one.kind} {one.by} {one.date}" for one in unit.reasons)
        yield f"   {unit.key.partition('#')[2]}: {unit.status}; {told}"
    if len(force.units) > LISTED:
        yield f"   … {len(force.units)} units"
    others = list(tell_others(atlas, force, edges.get(id_, ())))
    yield from others[:LISTED]
    if len(others) > LISTED:
        yield f"   … {len(others)} other sentences"


def tell_others(atlas: Atlas, force: Force, edges: Sequence[Edge]) -> Iterator[str]:
    """List the sentences beside a word of change in acts that are no reason of the status."""
    known = {reason.by for reason in force.reasons}
    known |= {reason.by for unit in force.units for reason in unit.reasons}
    seen: set[str] = set()
    for edge in edges:
        words = atlas.prove(edge).text
        if edge.source in known | seen or not CHANGE.search(words):
            continue
        seen.add(edge.source)
        yield f"   ? {edge.holder} ({edge.role}): {words}"


def compare_answers(atlas: Atlas, answers: Path) -> None:
    """Print which statuses differ from a reader's, and how many agree."""
    rows, wrong = read_rows(answers), 0
    for row in rows:
        found = str(atlas.force(row["id"]).status or "unknown")
        if found != row["status"]:
            wrong += 1
            print(f"{row['id']}: {found}, a reader says {row['status']}")
    print(f"{len(rows) - wrong} of {len(rows)} agree")


if __name__ == "__main__":
    main()
