"""The ledger of delegations on a corpus: what is ordered, what became of it, what would be seen.

``python -m benchmarks.delegations CORPUS [--sample 60] [--seed 7]`` counts the states of all
delegations and prints a random sample, each with the sentence, what was read from it, and the acts
that carry it out, for a reader to judge.

Then it proves the two states that a clean corpus lacks. Every act that names the provision it
carries out is issued anew, one at a time: once in a lower form than ordered (R-17), and once more
beside itself under another number (R-18). The share that is seen, and what the corpus shows without
any such change, are printed.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from regcheck.domain import Identity
from regcheck.domain.graph import DelegationState, Fulfilment
from regcheck.graphs import open_atlas
from regcheck.law.delegation_ledger import Library, find_state
from regcheck.law.hierarchy import to_kind
from regcheck.store import Corpus

SEED = 7
SHOWN = 500
#: A lower form than the one ordered, by the form.
LOWER: Mapping[str, str] = {
    "pp": "perpres", "perpres": "keppres", "pergub": "kepgub", "perbup": "kepbup",
    "perwal": "kepwal",
}  # fmt: skip
#: A number that no act has.
NUMBER = "9999"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the states, a sample, and the shares of planted faults that are seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args(arguments)
    with Corpus.open(chosen.corpus) as corpus:
        atlas = open_atlas(corpus, date.today().isoformat())
        states = atlas.ledger()
        library, day = atlas.library(), atlas.as_of
    counts = Counter(name for one in states for name in one.states)
    print(f"{len(states)} delegations: {dict(counts.most_common())}")
    for one in random.Random(chosen.seed).sample(states, min(chosen.sample, len(states))):
        print_state(one)
    for name, wanted in (("lower form", "wrong_instrument"), ("second rule", "double")):
        seen = [wanted in one.states for one in plant(states, library, day, name)]
        print(
            f"planted {name}: {sum(seen)} of {len(seen)} seen as {wanted}; {counts[wanted]} before"
        )


def print_state(state: DelegationState) -> None:
    """Print one delegation with its sentence."""
    one = state.delegation
    print(f"\n{one.home} ({one.key} p.{one.page}) {', '.join(state.states)} {state.due}")
    print(f"   {one.text[:SHOWN]}")
    print(f"   matter {one.matter!r}; ordered {one.printed} {one.ordered}; passable {one.passable}")
    for other in (*state.fulfilments, *state.wrong):
        print(f"   {other.how}: {other.id} ({other.edge.holder} > {other.edge.target})")
    for order in state.passed_on:
        print(f"   passed on: {order.key}: {order.text[:SHOWN]}")


def plant(
    states: Sequence[DelegationState], library: Library, day: str, name: str
) -> Iterator[DelegationState]:
    """Yield what becomes of delegations when one act that carries them out is issued otherwise."""
    for state in states:
        named = [one for one in state.fulfilments if one.how == "pasal"]
        if "fulfilled" not in state.states or len(state.fulfilments) != 1 or not named:
            continue
        if name == "second rule":
            jenis, _ = to_kind(named[0].id)
            yield find_state(state.delegation, issue(named[0], jenis, library, keep=True), day)
        elif lower := lower_form(named[0].id):
            yield find_state(state.delegation, issue(named[0], lower, library, keep=False), day)


def lower_form(id_: str) -> str:
    """Return a lower form than that of an act, or nothing.

    >>> lower_form("pp/2019/1"), lower_form("permenkes/2019/1"), lower_form("perda/bali/2019/1")
    ('perpres', 'kepmenkes', '')
    """
    jenis, _ = to_kind(id_)
    if jenis.startswith("permen"):
        return f"kep{jenis.removeprefix('per')}"
    return LOWER.get(jenis, "")


def issue(one: Fulfilment, jenis: str, library: Library, *, keep: bool) -> Library:
    """Return a library in which an act is issued anew in a form, with or without the old one."""
    old = library.identities[one.id]
    parts = one.id.split("/")
    new = "/".join([jenis, *parts[1:-1], NUMBER])
    identities: dict[str, Identity] = dict(library.identities)
    identities[new] = replace(old, jenis=jenis, nomor=NUMBER)
    edges = [
        replace(edge, source=new, holder=edge.holder.replace(one.id, new))
        for edge in library.edges
        if edge.source == one.id
    ]
    others = [edge for edge in library.edges if keep or edge.source != one.id]
    dates = {**library.dates, new: library.dates.get(one.id, old.tahun)}
    return replace(library, identities=identities, edges=[*others, *edges], dates=dates)


if __name__ == "__main__":
    main()
