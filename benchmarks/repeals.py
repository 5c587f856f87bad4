"""What acts end, as the corpus reads it: edges with their sentence and the status they lead to.

``python -m benchmarks.repeals CORPUS [--role mencabut_sebagian] [--sample 60] [--seed 7]`` prints a
random sample of what acts do to others in one role: all targets in one act, the page, the sentence,
and the status of each target with the day and the act it rests on, for a reader to judge.
``--answers FILE`` instead compares the edges with a reader's judgements, JSON lines
``{"edge", "right"}`` with the edge as printed: it counts those still found, right and wrong, and
those gone; an edge with other targets is another edge.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.judged import read_rows
from regcheck.domain import Role
from regcheck.domain.graph import Edge, Force, Reason
from regcheck.graphs import Atlas, open_atlas
from regcheck.store import Corpus

ROLES = (Role.MENCABUT, Role.MENCABUT_SEBAGIAN, Role.MENGUBAH, Role.TETAP_BERLAKU)
SEED = 7
#: So many characters of the text stand on either side of a citation.
AROUND = 260
#: Of more targets than these, the first and the last name a group.
LISTED = 12


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a sample of edges, or how they agree with a reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--role", choices=ROLES, default=Role.MENCABUT_SEBAGIAN)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--answers", type=Path, help="judgements, as JSON lines")
    chosen = parser.parse_args(arguments)
    with Corpus.open(chosen.corpus) as corpus:
        atlas = open_atlas(corpus)
        groups = group_edges(atlas.printed, Role(chosen.role))
        print(f"{sum(map(len, groups.values()))} edges {chosen.role} in {len(groups)} groups")
        if chosen.answers:
            compare_answers(groups, chosen.answers)
            return
        size = min(chosen.sample, len(groups))
        for name in random.Random(chosen.seed).sample(sorted(groups), size):
            print_group(name, groups[name], atlas)


def group_edges(edges: Iterable[Edge], role: Role) -> dict[str, tuple[Edge, ...]]:
    """Return the edges of a role between two acts, by a name that tells their targets."""
    found: dict[tuple[str, str], dict[str, Edge]] = defaultdict(dict)
    for edge in sorted(edges, key=lambda one: "#pasal" not in one.holder):
        if edge.role is role and not edge.own:
            found[edge.source, edge.base].setdefault(edge.target, edge)
    return {name_group(group): tuple(group.values()) for group in found.values()}


def name_group(targets: Mapping[str, Edge]) -> str:
    """Name edges from one act to another by their targets; of many, the first and the last.

    >>> edge = Edge("uu/2011/7", "", "uu/1999/23#pasal-2", Role.MENCABUT_SEBAGIAN)
    >>> name_group({edge.target: edge})
    'uu/2011/7 > uu/1999/23 (1: pasal-2)'
    """
    first = next(iter(targets.values()))
    paths = [target.partition("#")[2] for target in targets]
    listed = paths if len(paths) <= LISTED else [paths[0], "…", paths[-1]]
    return f"{first.source} > {first.base} ({len(paths)}: {', '.join(listed)})"


def print_group(name: str, edges: Sequence[Edge], atlas: Atlas) -> None:
    """Print edges, the words around the first, and the status of what they end."""
    first = edges[0]
    text, span = atlas.regulation(first.source).text, first.span
    before = " ".join(text[max(0, span.start - AROUND) : span.start].split())
    after = " ".join(text[span.end : span.end + AROUND].split())
    print(f"\n{name}\n   {first.holder} p.{first.page}: {atlas.prove(first).text}")
    print(f"   … {before} >>{' '.join(text[span.start : span.end].split())}<< {after} …")
    for line in describe(atlas.force(first.base), {edge.target for edge in edges}):
        print(f"   {line}")


def describe(force: Force, targets: Collection[str]) -> Iterable[str]:
    """Say which status a regulation has as a whole, and those of its parts that are targets."""
    yield f"whole: {force.status}; {tell(force.reasons)}"
    for unit in force.units:
        if unit.key in targets:
            yield f"{unit.key.partition('#')[2]}: {unit.status}; {tell(unit.reasons)}"


def tell(reasons: Iterable[Reason]) -> str:
    """Write reasons in short."""
    return ", ".join(f"{one.kind} {one.by} {one.date}" for one in reasons)


def compare_answers(edges: Iterable[str], answers: Path) -> None:
    """Count the judged edges that are still found, right and wrong, and those that are gone."""
    judged = {one["edge"]: bool(one["right"]) for one in read_rows(answers)}
    found, counts = set(edges), Counter[str]()
    for name, right in judged.items():
        counts[f"{'right' if right else 'wrong'}, {'found' if name in found else 'gone'}"] += 1
    print(dict(sorted(counts.items())))


if __name__ == "__main__":
    main()
