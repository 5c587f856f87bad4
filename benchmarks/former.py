"""How often an act that is taken for replaced by its title alone is known to be out of force.

``python -m benchmarks.former CORPUS`` infers from titles which acts gave way to a later one
(``check.replaced``, which looks at no clause and no register) and compares that with what the texts
of the corpus and the built-in register say. What neither confirms is printed to be read; so is,
with ``--sample N``, as many of the rules that are said to outlive the acts they carry out, each
with all higher acts that it names and what is known of them.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from regcheck.check.orphaned import is_above
from regcheck.check.replaced import find_replaced
from regcheck.check.survivors import GONE
from regcheck.domain import Head, Role, Standing, Status
from regcheck.former import find_former
from regcheck.shelf import list_heads
from regcheck.standings import find_standings
from regcheck.store import Corpus
from regcheck.store.clauses import named_acts

SEED = 7
UNKNOWN = "no clause, no entry"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the counts and what is to be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args(arguments)
    with Corpus.open(chosen.corpus) as corpus:
        heads = {head.id: head for head in list_heads(corpus)}
        known = find_standings(corpus)
        for line in (*compare(corpus, heads, known), *draw(corpus, heads, known, chosen)):
            print(line)


def compare(
    corpus: Corpus, heads: Mapping[str, Head], known: Mapping[str, Standing]
) -> Iterator[str]:
    """Yield how many replacements are confirmed, and those that are not."""
    void = {id_ for id_, one in known.items() if one.status is Status.TIDAK_MENGIKAT}
    found = find_replaced(heads, named_acts(corpus), void=void)
    confirmed = {act for act in found if act in known and known[act].status in GONE}
    yield f"{len(found):5} acts replaced by their titles alone"
    yield f"{len(confirmed):5} of them out of force by a clause or the register"
    for act in sorted(found.keys() - confirmed):
        yield f"      to be read: {act} by {found[act]}, {title_of(act, heads)}"


def draw(
    corpus: Corpus,
    heads: Mapping[str, Head],
    known: Mapping[str, Standing],
    chosen: argparse.Namespace,
) -> Iterator[str]:
    """Yield the number of rules that outlive their acts, and some of them with all these acts."""
    survivors = find_former(corpus, heads).survivors
    yield f"{len(survivors):5} rules that carry out nothing but acts that are gone"
    picked = random.Random(chosen.seed).sample(
        sorted(survivors), min(chosen.sample, len(survivors))
    )
    for rule in picked:
        acts = {
            link.target.partition("#")[0]: link.role
            for link in corpus.links()
            if link.source == rule and link.role in (Role.MELAKSANAKAN, Role.DASAR_HUKUM)
        }
        named = [
            f"{act} ({role}; {known[act].status if act in known else UNKNOWN})"
            for act, role in acts.items()
            if is_above(act, rule)
        ]
        yield f"      {rule}, {title_of(rule, heads)}: {'; '.join(named)}"


def title_of(act: str, heads: Mapping[str, Head]) -> str:
    """Return the title of an act of the corpus."""
    return heads[act].identity.tentang if act in heads else "not in the corpus"


if __name__ == "__main__":
    main()
