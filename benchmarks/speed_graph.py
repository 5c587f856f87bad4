"""Time the graph: texts to citations, resolved, and the questions asked of them.

    python -m benchmarks.speed_graph FOLDER [--workers 2]

prints seconds and peak memory for extracting and resolving every citation of the texts in a
folder, for building the graph of provisions, and for the questions that ``regcheck graph`` asks.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

from regcheck.domain import Identity, Link, Passage
from regcheck.domain.graph import Edge
from regcheck.law import build_graph, find_standings
from regcheck.law.delegation_ledger import Library, find_states
from regcheck.law.delegations import find_delegations
from regcheck.law.graph import Node, find_chain, find_circles, find_communities, rank_nodes
from regcheck.law.graph_layout import lay_out
from regcheck.law.orphans import find_orphans
from regcheck.parse import find_passages, parse_document
from regcheck.read import find_documents, read_document
from regcheck.shelf import dates_of, drafts_of
from regcheck.store.records import find_edges

Result = TypeVar("Result")
#: The text of one file as the graph needs it: ids with identities, edges, orders, characters.
Extract = tuple[dict[str, Identity], tuple[Edge, ...], tuple[Passage, ...], int]
CHUNK = 8
KIB_PER_MIB = 1024


def extract(path: Path) -> Extract:
    """Read and parse one text, and keep what the graph needs of it."""
    source = read_document(path)
    regulations = parse_document(source)
    identities = {one.id: one.identity for one in regulations}
    edges = tuple(edge for one in regulations for edge in find_edges(one))
    orders = tuple(
        passage
        for one in regulations
        for passage in find_passages(one)
        if find_delegations([passage])
    )
    return identities, edges, orders, len(source.text)


def extract_all(paths: Sequence[Path], workers: int) -> list[Extract]:
    """Read and parse all texts in worker processes."""
    if workers == 1:
        return [extract(path) for path in paths]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(extract, paths, chunksize=CHUNK))


def clock(name: str, work: Callable[[], Result]) -> Result:
    """Do some work, and print how long it took."""
    started = time.perf_counter()
    result = work()
    print(f"{name:<28}{time.perf_counter() - started:8.1f} s", flush=True)
    return result


def memory_mib() -> tuple[int, int]:
    """Return the peak memory of this process, and of the largest of its workers, in MiB."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, child = (resource.getrusage(one).ru_maxrss // KIB_PER_MIB for one in who)
    return own, child


def ask(identities: dict[str, Identity], edges: Sequence[Edge], orders: Iterable[Passage]) -> None:
    """Build the graph and ask it everything once."""
    nodes = {id_: Node(one.tentang) for id_, one in identities.items()}
    graph = clock("graph of provisions", lambda: build_graph(nodes, edges))
    print(f"  {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")
    links = [Link(e.source, e.target, e.role, e.holder) for e in edges if not e.own]
    dates, drafts = dates_of(identities), drafts_of(identities)
    standings = clock("standings", lambda: find_standings(identities, links, dates, "", drafts))
    clock("weights", lambda: rank_nodes(edges))
    clock("communities", lambda: find_communities(edges))
    ends = max(nodes), min(nodes)
    clock("one chain", lambda: find_chain(edges, *ends))
    arrows: dict[str, set[str]] = {}
    for link in links:
        if link.role != "merujuk":
            arrows.setdefault(link.source, set()).add(link.target.partition("#")[0])
    clock("circles", lambda: find_circles(arrows, 6))
    clock("orphans", lambda: find_orphans(edges, standings, identities.keys(), drafts))
    delegations = clock("delegations", lambda: find_delegations(orders))
    library = Library(identities, edges, dates, drafts, frozenset(), delegations)
    states = clock("ledger", lambda: find_states(delegations, library, "2026-01-01"))
    done = sum("fulfilled" in one.states for one in states)
    print(f"  {len(states)} delegations, {done} carried out in the folder")
    pairs = [(edge.source, edge.base) for edge in edges if not edge.own]
    every = dict.fromkeys(id_ for pair in pairs for id_ in pair)
    clock("layout of the map", lambda: lay_out(every, pairs))


def main() -> None:
    """Read the command line, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    paths = find_documents(given.folder)
    started = time.perf_counter()
    found = clock("extract and resolve", lambda: extract_all(paths, given.workers))
    identities = {id_: one for extract_ in found for id_, one in extract_[0].items()}
    edges = [edge for extract_ in found for edge in extract_[1]]
    characters = sum(extract_[3] for extract_ in found)
    print(f"  {len(paths)} texts, {characters} characters, {len(edges)} citations")
    ask(identities, edges, [passage for extract_ in found for passage in extract_[2]])
    own, child = memory_mib()
    print(f"{'all':<28}{time.perf_counter() - started:8.1f} s")
    print(f"peak memory {own} MiB, largest of {given.workers} workers {child} MiB")


if __name__ == "__main__":
    main()
